import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeServicesCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
  type Service,
  waitUntilServicesStable,
} from '@aws-sdk/client-ecs';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { type StartedCloud, type StartOptions, startCloud } from '../../src/testing/cloud.js';
import { ActionStep } from '../../src/testing/runner.js';

const region = 'eu-west-1';
const image = `123456789012.dkr.ecr.${region}.amazonaws.com/shop:1`;

/** A service behind a load balancer and a worker without one, on a local cloud that runs sixty times as fast. */
export interface OneService {
  readonly cloud: StartedCloud;
  readonly ecs: ECSClient;
  /** The action as the runner starts it, with the inputs that fit this world. A deploy without changes is one of a new label. */
  step(
    inputs?: Readonly<Record<string, string>>,
    more?: { onLine?: (line: string) => void; environment?: Readonly<Record<string, string>>; root?: string },
  ): Promise<ActionStep>;
  service(name?: string): Promise<Service>;
  /** `shop:3`, as far as all tasks run it; else how many of them do. */
  runs(name?: string): Promise<string>;
  /** The value of the lock; undefined when it is free. */
  lock(name?: string): Promise<string | undefined>;
  /** The ARN of the service deployment that is under way. */
  underWay(name?: string): Promise<string>;
  /** How often each operation was called since the world was built. */
  calls(): Promise<Readonly<Record<string, number>>>;
  stop(): Promise<void>;
}

const service = { cluster: 'shop', taskDefinition: 'shop:1', desiredCount: 2, launchType: 'FARGATE' };
const network = { networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1', 'subnet-2'] } } };
const breaker = (isOn: boolean) => ({
  deploymentConfiguration: { deploymentCircuitBreaker: { enable: isOn, rollback: isOn } },
});

function seedOf(hasBreaker: boolean) {
  return {
    clusters: [{ clusterName: 'shop' }],
    logGroups: [{ logGroupName: '/ecs/shop' }],
    roles: [
      {
        RoleName: 'execution',
        AssumeRolePolicyDocument: {
          Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        },
      },
    ],
    vpcs: [{ VpcId: 'vpc-1' }],
    subnets: ['subnet-1', 'subnet-2'].map((SubnetId) => ({ SubnetId, VpcId: 'vpc-1' })),
    repositories: [{ repositoryName: 'shop' }],
    images: [{ repositoryName: 'shop', imageTag: '1', platforms: ['linux/amd64'] }],
    loadBalancers: [{ Name: 'shop', Subnets: ['subnet-1', 'subnet-2'] }],
    targetGroups: [
      {
        Name: 'shop',
        Protocol: 'HTTP',
        Port: 8080,
        VpcId: 'vpc-1',
        TargetType: 'ip',
        HealthCheckPath: '/health',
        HealthCheckIntervalSeconds: 5,
        HealthCheckTimeoutSeconds: 2,
        HealthyThresholdCount: 2,
        UnhealthyThresholdCount: 2,
      },
    ],
    listeners: [
      {
        name: 'web',
        LoadBalancerArn: 'shop',
        Protocol: 'HTTP',
        Port: 80,
        DefaultActions: [{ Type: 'forward', TargetGroupArn: 'shop' }],
      },
    ],
    taskDefinitions: [
      {
        family: 'shop',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
        containerDefinitions: [
          {
            name: 'app',
            image,
            essential: true,
            portMappings: [{ containerPort: 8080 }],
            logConfiguration: {
              logDriver: 'awslogs',
              options: { 'awslogs-group': '/ecs/shop', 'awslogs-region': region, 'awslogs-stream-prefix': 'shop' },
            },
          },
        ],
      },
    ],
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
    services: [
      {
        ...service,
        ...network,
        ...breaker(hasBreaker),
        serviceName: 'shop',
        loadBalancers: [{ targetGroupArn: 'shop', containerName: 'app', containerPort: 8080 }],
      },
      { ...service, ...network, ...breaker(hasBreaker), serviceName: 'worker', desiredCount: 1 },
    ],
  };
}

export async function oneService(options: StartOptions & { readonly hasBreaker?: boolean } = {}): Promise<OneService> {
  const { hasBreaker = false, ...start } = options;
  const folder = await mkdtemp(join(tmpdir(), 'sluice-one-service-'));
  const seed = join(folder, 'cloud.json');
  await writeFile(seed, JSON.stringify(seedOf(hasBreaker)));
  const cloud = await startCloud({ speed: 60, ...start, seed });
  const stop = async (): Promise<void> => {
    await cloud.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { ...(await built(cloud)), cloud, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function built(cloud: StartedCloud): Promise<Omit<OneService, 'cloud' | 'stop'>> {
  const settings = {
    region,
    endpoint: cloud.endpoint,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const ecs = new ECSClient(settings);
  const ssm = new SSMClient(settings);
  await waitUntilServicesStable(
    { client: ecs, maxWaitTime: 30, minDelay: 1, maxDelay: 1 },
    { cluster: 'shop', services: ['shop', 'worker'] },
  );
  const requests = async (after: number): Promise<{ number: number; operation: string }[]> =>
    (await (await fetch(`${cloud.endpoint}/_sluice/requests?after=${after}`)).json()) as never;
  const before = (await requests(0)).at(-1)?.number ?? 0;
  const seen: OneService['service'] = async (name = 'shop') => {
    const { services: [found] = [] } = await ecs.send(
      new DescribeServicesCommand({ cluster: 'shop', services: [name] }),
    );
    return found as Service;
  };
  let release = 0;
  return {
    ecs,
    service: seen,
    runs: async (name) => {
      const { taskDefinition = '', deployments = [], desiredCount } = await seen(name);
      const running = deployments.find(({ status }) => status === 'PRIMARY')?.runningCount;
      const short = taskDefinition.slice(taskDefinition.lastIndexOf('/') + 1);
      return running === desiredCount ? short : `${running} of ${desiredCount} ${short}`;
    },
    lock: (name = 'shop') =>
      ssm.send(new GetParameterCommand({ Name: `/sluice/shop/rolling/${name}` })).then(
        ({ Parameter }) => Parameter?.Value,
        (error: Error) => {
          if (error.name === 'ParameterNotFound') return undefined;
          throw error;
        },
      ),
    underWay: async (name = 'shop') => {
      const { serviceDeployments: [current] = [] } = await ecs.send(
        new ListServiceDeploymentsCommand({ cluster: 'shop', service: name, status: ['PENDING', 'IN_PROGRESS'] }),
      );
      return current?.serviceDeploymentArn ?? '';
    },
    calls: async () => {
      const counts: Record<string, number> = {};
      for (const { operation } of await requests(before)) {
        const name = operation.slice(operation.indexOf(':') + 1);
        counts[name] = (counts[name] ?? 0) + 1;
      }
      return counts;
    },
    step: (inputs = {}, more = {}) => {
      release += 1;
      return ActionStep.prepare({
        action: 'ecs-rolling',
        environment: { ...cloud.env, ...more.environment },
        ...(more.onLine === undefined ? {} : { onLine: more.onLine }),
        ...(more.root === undefined ? {} : { root: more.root }),
        inputs: { cluster: 'shop', service: 'shop', 'docker-labels': `release=${release}`, bake: '10s', ...inputs },
      });
    },
  };
}
