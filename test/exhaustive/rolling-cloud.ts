import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeServiceDeploymentsCommand,
  DescribeServicesCommand,
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
  type ServiceDeployment,
  type Task,
  waitUntilServicesStable,
} from '@aws-sdk/client-ecs';
import { type StartedCloud, startCloud } from '../../src/testing/cloud.js';
import { ActionStep, type PhaseResult } from '../../src/testing/runner.js';

const region = 'eu-west-1';
const registry = `123456789012.dkr.ecr.${region}.amazonaws.com`;
/** The catalogue app, and something that only sleeps and takes no process. There are the tags 1 to 3 of both. */
export const image = (name: 'app' | 'pause', tag: string): string => `${registry}/${name}:${tag}`;

/** A service that runs one container, `app`. */
export interface ServiceOf {
  readonly name: string;
  readonly tasks: number;
  readonly image: 'app' | 'pause';
  readonly hasLoadBalancer?: boolean;
  /** Revisions that are registered and were never deployed: the next one is not the one after what runs. */
  readonly strayRevisions?: number;
  /** What more the service has. */
  readonly service?: Readonly<Record<string, unknown>>;
  readonly definition?: Readonly<Record<string, unknown>>;
  readonly container?: Readonly<Record<string, unknown>>;
}

/** Many services in one cloud, each of which has a rollout of its own at the same time. All times are the cloud's. */
export interface RollingCloud {
  readonly cloud: StartedCloud;
  readonly ecs: ECSClient;
  /** The action for one of them. */
  step(
    service: string,
    inputs: Readonly<Record<string, string>>,
    more?: { onLine?: (line: string) => void; environment?: Readonly<Record<string, string>> },
  ): Promise<ActionStep>;
  run(
    service: string,
    inputs: Readonly<Record<string, string>>,
    more?: { onLine?: (line: string) => void; environment?: Readonly<Record<string, string>> },
  ): Promise<PhaseResult>;
  deployment(arn: string): Promise<ServiceDeployment>;
  /** Tasks of this definition that have stopped or are about to, in the order in which that began. */
  stopped(service: string, taskDefinitionArn: string): Promise<Task[]>;
  /** `family:3` when all tasks run that and nothing else is under way; else how many do. */
  runs(service: string): Promise<string>;
  /** When its lock was given back last: the verdict was there by then. Epoch ms. */
  verdictAt(service: string): Promise<number>;
  stop(): Promise<void>;
}

function seedOf(services: readonly ServiceOf[]) {
  const behind = services.filter(({ hasLoadBalancer }) => hasLoadBalancer === true);
  const trust = {
    Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  };
  return {
    clusters: [{ clusterName: 'shop', capacityProviders: ['FARGATE', 'FARGATE_SPOT'] }],
    logGroups: [{ logGroupName: '/ecs/shop' }],
    secrets: [{ Name: 'shop/locked', suffix: 'a1b2c3', SecretString: 'x' }],
    roles: [{ RoleName: 'execution', AssumeRolePolicyDocument: trust }],
    vpcs: [{ VpcId: 'vpc-1' }],
    subnets: ['subnet-1', 'subnet-2'].map((SubnetId) => ({ SubnetId, VpcId: 'vpc-1' })),
    repositories: ['app', 'pause'].map((repositoryName) => ({ repositoryName })),
    images: ['app', 'pause'].flatMap((repositoryName) =>
      ['1', '2', '3'].map((imageTag) => ({ repositoryName, imageTag, platforms: ['linux/amd64'] })),
    ),
    loadBalancers: [{ Name: 'shop', Subnets: ['subnet-1', 'subnet-2'] }],
    targetGroups: behind.map(({ name }) => ({
      Name: name,
      Protocol: 'HTTP',
      Port: 8080,
      VpcId: 'vpc-1',
      TargetType: 'ip',
      HealthCheckPath: '/health',
      HealthCheckIntervalSeconds: 5,
      HealthCheckTimeoutSeconds: 2,
      HealthyThresholdCount: 2,
      UnhealthyThresholdCount: 2,
    })),
    listeners: behind.map(({ name }, i) => ({
      name,
      LoadBalancerArn: 'shop',
      Protocol: 'HTTP',
      Port: 80 + i,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: name }],
    })),
    taskDefinitions: services.flatMap(({ name, image: runs, strayRevisions = 0, definition = {}, container = {} }) =>
      Array.from({ length: 1 + strayRevisions }, (_, i) => ({
        family: name,
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
        ...definition,
        containerDefinitions: [
          {
            name: 'app',
            image: image(runs, '1'),
            essential: true,
            portMappings: [{ containerPort: 8080 }],
            ...container,
            dockerLabels: { revision: `${i + 1}` },
            logConfiguration: {
              logDriver: 'awslogs',
              options: { 'awslogs-group': '/ecs/shop', 'awslogs-region': region, 'awslogs-stream-prefix': name },
            },
          },
        ],
      })),
    ),
    alarms: [
      {
        // Stays what it is set to: its metric has no data, and missing data keeps its state.
        AlarmName: 'shop-errors',
        Namespace: 'Shop',
        MetricName: 'NothingIsEverPutHere',
        Statistic: 'Sum',
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanThreshold',
        TreatMissingData: 'ignore',
      },
    ],
    services: services.map(({ name, tasks, hasLoadBalancer, service = {} }) => ({
      cluster: 'shop',
      serviceName: name,
      taskDefinition: `${name}:1`,
      desiredCount: tasks,
      ...('capacityProviderStrategy' in service ? {} : { launchType: 'FARGATE' }),
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1', 'subnet-2'] } },
      ...(hasLoadBalancer === true
        ? { loadBalancers: [{ targetGroupArn: name, containerName: 'app', containerPort: 8080 }] }
        : {}),
      ...service,
    })),
  };
}

export async function rollingCloud(
  services: readonly ServiceOf[],
  options: { readonly speed: number; readonly set?: Readonly<Record<string, string>> },
): Promise<RollingCloud> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-rolling-cloud-'));
  const seed = join(folder, 'cloud.json');
  await writeFile(seed, JSON.stringify(seedOf(services)));
  const cloud = await startCloud({ ...options, seed });
  const stop = async (): Promise<void> => {
    await cloud.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const ecs = new ECSClient({
    region,
    endpoint: cloud.endpoint,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const runs: RollingCloud['runs'] = async (name) => {
    const { services: [found] = [] } = await ecs.send(
      new DescribeServicesCommand({ cluster: 'shop', services: [name] }),
    );
    const { taskDefinition = '', deployments = [], desiredCount } = found ?? {};
    const [primary, ...others] = deployments;
    const short = taskDefinition.slice(taskDefinition.lastIndexOf('/') + 1);
    const isWhole = primary?.runningCount === desiredCount && primary?.rolloutState === 'COMPLETED';
    return isWhole && others.length === 0
      ? short
      : `${primary?.runningCount} of ${desiredCount} ${short}, ${primary?.rolloutState}, beside ${others.length} others`;
  };
  try {
    const names = services.map(({ name }) => name);
    for (let i = 0; i < names.length; i += 10)
      await waitUntilServicesStable(
        { client: ecs, maxWaitTime: 90, minDelay: 1, maxDelay: 1 },
        { cluster: 'shop', services: names.slice(i, i + 10) },
      );
    // A little later ECS calls their first deployments complete as well.
    for (const name of names)
      while ((await runs(name)) !== `${name}:1`) await new Promise((done) => setTimeout(done, 200));
  } catch (error) {
    await stop();
    throw error;
  }
  const step: RollingCloud['step'] = (service, inputs, more = {}) =>
    ActionStep.prepare({
      action: 'ecs-rolling',
      environment: { ...cloud.env, ...more.environment },
      ...(more.onLine === undefined ? {} : { onLine: more.onLine }),
      inputs: { cluster: 'shop', service, ...inputs },
    });
  return {
    cloud,
    ecs,
    step,
    stop,
    run: async (...words) => {
      await using prepared = await step(...words);
      return await prepared.runMain();
    },
    deployment: async (arn) => {
      const { serviceDeployments: [found] = [] } = await ecs.send(
        new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] }),
      );
      return found as ServiceDeployment;
    },
    stopped: async (service, taskDefinitionArn) => {
      const { taskArns = [] } = await ecs.send(
        new ListTasksCommand({ cluster: 'shop', serviceName: service, desiredStatus: 'STOPPED' }),
      );
      if (taskArns.length === 0) return [];
      const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ cluster: 'shop', tasks: taskArns }));
      return tasks
        .filter((task) => task.taskDefinitionArn === taskDefinitionArn)
        .sort((a, b) => (a.stoppingAt?.getTime() ?? 0) - (b.stoppingAt?.getTime() ?? 0));
    },
    runs,
    verdictAt: async (name) => {
      const response = await fetch(`${cloud.endpoint}/_sluice/requests?operation=ssm:DeleteParameter`);
      const requests = (await response.json()) as { at: string | number; input: { Name?: string } }[];
      const last = requests.findLast(({ input }) => input.Name === `/sluice/shop/rolling/${name}`);
      if (last === undefined) throw new Error(`the lock of ${name} was never given back`);
      return new Date(last.at).getTime();
    },
  };
}

export const errorsOf = ({ annotations }: PhaseResult): string[] =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

/** Does these deeds, so many at a time. */
export async function inParallel<T>(
  items: readonly T[],
  atOnce: number,
  deed: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await deed(item);
    }),
  );
}
