import { CloudWatchClient, PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  waitUntilServicesStable,
} from '@aws-sdk/client-ecs';
import {
  type Action,
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateRuleCommand,
  CreateTargetGroupCommand,
  ElasticLoadBalancingV2Client,
  type RuleCondition,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { type StartedCloud, type StartOptions, startCloud } from '../../src/testing/cloud.js';
import { ActionStep } from '../../src/testing/runner.js';

/** A digest by its last digits. */
export const digest = (n: number): string => `sha256:${String(n).repeat(64).slice(0, 64)}`;
/** The version that an app of this image says it is, where no APP_VERSION is set: the digest's first twelve digits. */
export const versionOf = (imageDigest: string): string => imageDigest.slice('sha256:'.length, 'sha256:'.length + 12);
const repository = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop';

export interface TwoSides {
  readonly cloud: StartedCloud;
  readonly ruleArn: string;
  readonly listenerArn: string;
  readonly loadBalancerArn: string;
  /** How many calls it took to build this world. */
  readonly callsToBuild: number;
  readonly blueArn: string;
  readonly greenArn: string;
  /** Where the listener really answers. */
  readonly url: string;
  readonly clients: {
    readonly ecs: ECSClient;
    readonly elb: ElasticLoadBalancingV2Client;
    readonly cloudwatch: CloudWatchClient;
  };
  /** The action as the runner starts it, with the inputs that fit this world. */
  step(
    inputs?: Readonly<Record<string, string>>,
    more?: { onLine?: (line: string) => void; environment?: Readonly<Record<string, string>>; root?: string },
  ): Promise<ActionStep>;
  stop(): Promise<void>;
}

export interface Options extends StartOptions {
  readonly tasks?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** The listener's default action shifts, in place of a rule. */
  readonly byDefaultAction?: boolean;
}

/** Two services behind one rule on a local cloud that runs 60 times as fast, blue live, and an alarm on green's errors. */
export async function twoSides(options: Options = {}): Promise<TwoSides> {
  const { tasks = 2, environment = {}, byDefaultAction = false, ...start } = options;
  const cloud = await startCloud({ speed: 60, ...start });
  try {
    const made = await build(cloud, tasks, environment, byDefaultAction);
    return { ...made, cloud, stop: () => cloud.stop() };
  } catch (error) {
    await cloud.stop();
    throw error;
  }
}

async function build(
  cloud: StartedCloud,
  tasks: number,
  environment: Readonly<Record<string, string>>,
  byDefaultAction: boolean,
): Promise<Omit<TwoSides, 'cloud' | 'stop'>> {
  const settings = {
    region: 'eu-west-1',
    endpoint: cloud.endpoint,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const ecs = new ECSClient(settings);
  const elb = new ElasticLoadBalancingV2Client(settings);
  const cloudwatch = new CloudWatchClient(settings);

  const { LoadBalancers: [balancer] = [] } = await elb.send(
    new CreateLoadBalancerCommand({ Name: 'shop', Subnets: ['subnet-1', 'subnet-2'], Type: 'application' }),
  );
  const group = async (name: string): Promise<string> => {
    const { TargetGroups: [made] = [] } = await elb.send(
      new CreateTargetGroupCommand({
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
      }),
    );
    return made?.TargetGroupArn ?? '';
  };
  const [blueArn, greenArn] = [await group('shop-blue'), await group('shop-green')];
  const weighted: Action = {
    Type: 'forward',
    ForwardConfig: {
      TargetGroups: [
        { TargetGroupArn: blueArn, Weight: 100 },
        { TargetGroupArn: greenArn, Weight: 0 },
      ],
    },
  };
  const { Listeners: [listener] = [] } = await elb.send(
    new CreateListenerCommand({
      LoadBalancerArn: balancer?.LoadBalancerArn,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [
        byDefaultAction ? weighted : { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } },
      ],
    }),
  );
  const rule = async (Priority: number, Conditions: RuleCondition[], action: Action): Promise<string> => {
    const { Rules: [made] = [] } = await elb.send(
      new CreateRuleCommand({ ListenerArn: listener?.ListenerArn, Priority, Conditions, Actions: [action] }),
    );
    return made?.RuleArn ?? '';
  };
  const isTest = { Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X-Test', Values: ['green'] } };
  await rule(1, [isTest], { Type: 'forward', TargetGroupArn: greenArn });
  const ruleArn = byDefaultAction ? '' : await rule(10, [{ Field: 'path-pattern', Values: ['/*'] }], weighted);

  await new CloudWatchLogsClient(settings).send(new CreateLogGroupCommand({ logGroupName: '/ecs/shop' }));
  await ecs.send(new CreateClusterCommand({ clusterName: 'shop' }));
  await ecs.send(
    new RegisterTaskDefinitionCommand({
      family: 'shop',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
      containerDefinitions: [
        {
          name: 'app',
          image: `${repository}@${digest(1)}`,
          essential: true,
          portMappings: [{ containerPort: 8080 }],
          environment: Object.entries(environment).map(([name, value]) => ({ name, value })),
          logConfiguration: {
            logDriver: 'awslogs',
            options: { 'awslogs-group': '/ecs/shop', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'shop' },
          },
        },
      ],
    }),
  );
  for (const [name, targetGroupArn, desiredCount] of [
    ['shop-blue', blueArn, tasks],
    ['shop-green', greenArn, 0],
  ] as const) {
    await ecs.send(
      new CreateServiceCommand({
        cluster: 'shop',
        serviceName: name,
        taskDefinition: 'shop:1',
        desiredCount,
        launchType: 'FARGATE',
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1', 'subnet-2'] } },
        loadBalancers: [{ targetGroupArn, containerName: 'app', containerPort: 8080 }],
      }),
    );
  }
  const dimension = (arn = ''): string => arn.slice(arn.lastIndexOf(':') + 1).replace(/^loadbalancer\//, '');
  const metric = (Id: string, MetricName: string) => ({
    Id,
    ReturnData: false,
    MetricStat: {
      Stat: 'Sum',
      Period: 60,
      Metric: {
        Namespace: 'AWS/ApplicationELB',
        MetricName,
        Dimensions: [
          { Name: 'TargetGroup', Value: dimension(greenArn) },
          { Name: 'LoadBalancer', Value: dimension(balancer?.LoadBalancerArn) },
        ],
      },
    },
  });
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: 'shop-green-5xx',
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: 5,
      EvaluationPeriods: 1,
      TreatMissingData: 'notBreaching',
      Metrics: [
        metric('requests', 'RequestCount'),
        metric('errors', 'HTTPCode_Target_5XX_Count'),
        { Id: 'rate', Expression: '100 * FILL(errors, 0) / requests', ReturnData: true },
      ],
    }),
  );
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: 'shop-green-p95',
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: 3,
      EvaluationPeriods: 1,
      Period: 60,
      TreatMissingData: 'notBreaching',
      Namespace: 'AWS/ApplicationELB',
      MetricName: 'TargetResponseTime',
      ExtendedStatistic: 'p95',
      Dimensions: metric('', '').MetricStat.Metric.Dimensions,
    }),
  );
  await waitUntilServicesStable(
    { client: ecs, maxWaitTime: 30, minDelay: 1, maxDelay: 1 },
    { cluster: 'shop', services: ['shop-blue', 'shop-green'] },
  );
  const { listeners } = (await cloud.admin('elb/addresses')) as { listeners: { listenerArn: string; url: string }[] };
  return {
    ruleArn,
    listenerArn: listener?.ListenerArn ?? '',
    loadBalancerArn: balancer?.LoadBalancerArn ?? '',
    callsToBuild: (await calls(cloud)).at(-1)?.number ?? 0,
    blueArn,
    greenArn,
    url: listeners.find(({ listenerArn }) => listenerArn === listener?.ListenerArn)?.url ?? '',
    clients: { ecs, elb, cloudwatch },
    step: (inputs = {}, more = {}) =>
      ActionStep.prepare({
        action: 'ecs-blue-green',
        environment: { ...cloud.env },
        ...more,
        inputs: {
          cluster: 'shop',
          services: 'shop-blue\nshop-green',
          ...(byDefaultAction ? { 'listener-arn': listener?.ListenerArn ?? '' } : { 'listener-rule-arn': ruleArn }),
          images: `app=${repository}@${digest(2)}`,
          alarms: 'shop-green-5xx',
          steps: '10%@2m, 50%@2m, 100%@1m',
          'keep-old': '0s',
          ...inputs,
        },
      }),
  };
}

interface Call {
  readonly number: number;
  readonly operation: string;
  readonly at: number;
}

async function calls(cloud: StartedCloud, after = 0): Promise<Call[]> {
  const response = await fetch(`${cloud.endpoint}/_sluice/requests?after=${after}`);
  return (await response.json()) as Call[];
}

/** When calls of this operation arrived at the cloud since the world was built, cloud epoch ms. */
export async function callsOf({ cloud, callsToBuild }: TwoSides, operation: string): Promise<number[]> {
  const made = await calls(cloud, callsToBuild);
  return made.filter((call) => call.operation.endsWith(`:${operation}`)).map(({ at }) => at);
}
