import {
  DeleteAlarmsCommand,
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DeleteClusterCommand,
  DeleteServiceCommand,
  DeregisterTaskDefinitionCommand,
  DescribeClustersCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ListClustersCommand,
  ListServicesCommand,
  ListTaskDefinitionsCommand,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateRuleCommand,
  CreateTargetGroupCommand,
  DeleteListenerCommand,
  DeleteLoadBalancerCommand,
  DeleteRuleCommand,
  DeleteTargetGroupCommand,
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  ModifyListenerCommand,
  ModifyRuleCommand,
  ModifyTargetGroupAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { DeleteParameterCommand, GetParameterCommand, PutParameterCommand } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { Clients } from './clients.js';
import { images } from './images.js';
import { prerequisites } from './prerequisites.js';

/** What a step needs of the steps before it: ARNs, which differ from cloud to cloud. */
export interface Memory {
  /** Subnets of one VPC in two zones; they need to exist in the one cloud and only to be named in the other. */
  readonly subnets: readonly string[];
  readonly vpcId: string;
  readonly securityGroup: string;
  readonly arn: Record<string, string>;
  /** The start of a minute some minutes ago, the same for all clouds. */
  readonly minute: number;
}

export interface Step {
  readonly name: string;
  act(clients: Clients, memory: Memory): Promise<unknown>;
}

const step = (name: string, act: Step['act']): Step => ({ name, act });

const container = { name: 'web', image: 'shop:1', essential: true, portMappings: [{ containerPort: 8080 }] };
const taskDefinition = (family: string, more: object = {}) =>
  new RegisterTaskDefinitionCommand({
    family,
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    containerDefinitions: [container],
    ...more,
  });

const sts: Step[] = [step('sts: who am I', ({ sts: client }) => client.send(new GetCallerIdentityCommand({})))];

const parameter = (more: object) =>
  new PutParameterCommand({ Name: '/shop/lock', Value: 'a', Type: 'String', ...more });
const ssm: Step[] = [
  step('ssm: create', ({ ssm: client }) => client.send(parameter({ Overwrite: false }))),
  step('ssm: create again', ({ ssm: client }) => client.send(parameter({ Value: 'b', Overwrite: false }))),
  step('ssm: overwrite', ({ ssm: client }) => client.send(parameter({ Value: 'b', Overwrite: true }))),
  step('ssm: read', ({ ssm: client }) => client.send(new GetParameterCommand({ Name: '/shop/lock' }))),
  step('ssm: read version 1', ({ ssm: client }) => client.send(new GetParameterCommand({ Name: '/shop/lock:1' }))),
  step('ssm: read a version that is not', ({ ssm: client }) =>
    client.send(new GetParameterCommand({ Name: '/shop/lock:9' })),
  ),
  step('ssm: delete', ({ ssm: client }) => client.send(new DeleteParameterCommand({ Name: '/shop/lock' }))),
  step('ssm: read what is gone', ({ ssm: client }) => client.send(new GetParameterCommand({ Name: '/shop/lock' }))),
];

const cluster = 'contract';
const ecs: Step[] = [
  step('ecs: create cluster', ({ ecs: client }) => client.send(new CreateClusterCommand({ clusterName: cluster }))),
  step('ecs: describe clusters', ({ ecs: client }) =>
    client.send(new DescribeClustersCommand({ clusters: [cluster, 'never-was'] })),
  ),
  step('ecs: list clusters', ({ ecs: client }) => client.send(new ListClustersCommand({}))),
  step('ecs: register', ({ ecs: client }) => client.send(taskDefinition('contract'))),
  step('ecs: register again', ({ ecs: client }) =>
    client.send(taskDefinition('contract', { cpu: '512', memory: '1024' })),
  ),
  step('ecs: register without containers', ({ ecs: client }) =>
    client.send(taskDefinition('empty', { containerDefinitions: [] })),
  ),
  step('ecs: describe revision', ({ ecs: client }) =>
    client.send(new DescribeTaskDefinitionCommand({ taskDefinition: 'contract:1' })),
  ),
  step('ecs: describe family', ({ ecs: client }) =>
    client.send(new DescribeTaskDefinitionCommand({ taskDefinition: 'contract' })),
  ),
  step('ecs: describe unknown', ({ ecs: client }) =>
    client.send(new DescribeTaskDefinitionCommand({ taskDefinition: 'never-was' })),
  ),
  step('ecs: list task definitions', ({ ecs: client }) =>
    client.send(new ListTaskDefinitionsCommand({ familyPrefix: 'contract' })),
  ),
  step('ecs: create service', ({ ecs: client }, { subnets, securityGroup }) =>
    client.send(
      new CreateServiceCommand({
        cluster,
        serviceName: 'web',
        taskDefinition: 'contract:1',
        desiredCount: 0,
        launchType: 'FARGATE',
        networkConfiguration: { awsvpcConfiguration: { subnets: [...subnets], securityGroups: [securityGroup] } },
        deploymentConfiguration: {
          minimumHealthyPercent: 50,
          maximumPercent: 200,
          deploymentCircuitBreaker: { enable: true, rollback: false },
        },
      }),
    ),
  ),
  step('ecs: describe services', ({ ecs: client }) =>
    client.send(new DescribeServicesCommand({ cluster, services: ['web', 'never-was'] })),
  ),
  step('ecs: list services', ({ ecs: client }) => client.send(new ListServicesCommand({ cluster }))),
  step('ecs: update service', ({ ecs: client }) =>
    client.send(new UpdateServiceCommand({ cluster, service: 'web', taskDefinition: 'contract:2' })),
  ),
  step('ecs: update an unknown service', ({ ecs: client }) =>
    client.send(new UpdateServiceCommand({ cluster, service: 'never-was', desiredCount: 1 })),
  ),
  step('ecs: update to an unknown revision', ({ ecs: client }) =>
    client.send(new UpdateServiceCommand({ cluster, service: 'web', taskDefinition: 'contract:99' })),
  ),
  step('ecs: services of an unknown cluster', ({ ecs: client }) =>
    client.send(new DescribeServicesCommand({ cluster: 'never-was', services: ['web'] })),
  ),
  step('ecs: delete service', ({ ecs: client }) =>
    client.send(new DeleteServiceCommand({ cluster, service: 'web', force: true })),
  ),
  step('ecs: deregister', ({ ecs: client }) =>
    client.send(new DeregisterTaskDefinitionCommand({ taskDefinition: 'contract:1' })),
  ),
  step('ecs: delete cluster', ({ ecs: client }) => client.send(new DeleteClusterCommand({ cluster }))),
];

const forward = (arn: Record<string, string>, blue: number, green: number) => [
  {
    Type: 'forward' as const,
    ForwardConfig: {
      TargetGroups: [
        { TargetGroupArn: arn.blue, Weight: blue },
        { TargetGroupArn: arn.green, Weight: green },
      ],
    },
  },
];
const createGroup = (colour: 'blue' | 'green') =>
  step(`elb: create ${colour}`, async ({ elb: client }, { vpcId, arn }) => {
    const made = await client.send(
      new CreateTargetGroupCommand({
        Name: colour,
        Protocol: 'HTTP',
        Port: 8080,
        VpcId: vpcId,
        TargetType: 'ip',
        HealthCheckPath: '/health',
        HealthCheckIntervalSeconds: 10,
        HealthCheckTimeoutSeconds: 3,
      }),
    );
    arn[colour] = made.TargetGroups?.[0]?.TargetGroupArn ?? '';
    return made;
  });
const elb: Step[] = [
  createGroup('blue'),
  createGroup('green'),
  step('elb: create load balancer', async ({ elb: client }, { subnets, arn }) => {
    const made = await client.send(new CreateLoadBalancerCommand({ Name: 'contract', Subnets: [...subnets] }));
    arn.loadBalancer = made.LoadBalancers?.[0]?.LoadBalancerArn ?? '';
    return made;
  }),
  step('elb: describe an unknown load balancer', ({ elb: client }) =>
    client.send(new DescribeLoadBalancersCommand({ Names: ['never-was'] })),
  ),
  step('elb: describe target groups', ({ elb: client }) =>
    client.send(new DescribeTargetGroupsCommand({ Names: ['blue', 'green'] })),
  ),
  step('elb: describe an unknown target group', ({ elb: client }) =>
    client.send(new DescribeTargetGroupsCommand({ Names: ['never-was'] })),
  ),
  step('elb: create listener', async ({ elb: client }, { arn }) => {
    const made = await client.send(
      new CreateListenerCommand({
        LoadBalancerArn: arn.loadBalancer,
        Protocol: 'HTTP',
        Port: 80,
        DefaultActions: forward(arn, 100, 0),
      }),
    );
    arn.listener = made.Listeners?.[0]?.ListenerArn ?? '';
    return made;
  }),
  step('elb: the same port again', ({ elb: client }, { arn }) =>
    client.send(
      new CreateListenerCommand({
        LoadBalancerArn: arn.loadBalancer,
        Protocol: 'HTTP',
        Port: 80,
        DefaultActions: forward(arn, 100, 0),
      }),
    ),
  ),
  step('elb: listener to 90/10', ({ elb: client }, { arn }) =>
    client.send(new ModifyListenerCommand({ ListenerArn: arn.listener, DefaultActions: forward(arn, 90, 10) })),
  ),
  step('elb: describe listeners', ({ elb: client }, { arn }) =>
    client.send(new DescribeListenersCommand({ LoadBalancerArn: arn.loadBalancer })),
  ),
  step('elb: create rule', async ({ elb: client }, { arn }) => {
    const made = await client.send(
      new CreateRuleCommand({
        ListenerArn: arn.listener,
        Priority: 10,
        Conditions: [{ Field: 'path-pattern', Values: ['/shop/*'] }],
        Actions: forward(arn, 50, 50),
      }),
    );
    arn.rule = made.Rules?.[0]?.RuleArn ?? '';
    return made;
  }),
  step('elb: the same priority again', ({ elb: client }, { arn }) =>
    client.send(
      new CreateRuleCommand({
        ListenerArn: arn.listener,
        Priority: 10,
        Conditions: [{ Field: 'path-pattern', Values: ['/other/*'] }],
        Actions: forward(arn, 50, 50),
      }),
    ),
  ),
  step('elb: rule to 0/100', ({ elb: client }, { arn }) =>
    client.send(new ModifyRuleCommand({ RuleArn: arn.rule, Actions: forward(arn, 0, 100) })),
  ),
  step('elb: describe rules', ({ elb: client }, { arn }) =>
    client.send(new DescribeRulesCommand({ ListenerArn: arn.listener })),
  ),
  step('elb: modify attribute', ({ elb: client }, { arn }) =>
    client.send(
      new ModifyTargetGroupAttributesCommand({
        TargetGroupArn: arn.blue,
        Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '30' }],
      }),
    ),
  ),
  step('elb: describe attributes', ({ elb: client }, { arn }) =>
    client.send(new DescribeTargetGroupAttributesCommand({ TargetGroupArn: arn.blue })),
  ),
  step('elb: weight 1000', ({ elb: client }, { arn }) =>
    client.send(new ModifyListenerCommand({ ListenerArn: arn.listener, DefaultActions: forward(arn, 1000, 0) })),
  ),
  step('elb: to an unknown target group', ({ elb: client }, { arn }) => {
    const unknown = { blue: (arn.blue ?? '').replace(/.{4}$/, '0000'), green: arn.green ?? '' };
    return client.send(
      new ModifyListenerCommand({ ListenerArn: arn.listener, DefaultActions: forward(unknown, 1, 1) }),
    );
  }),
  step('elb: delete a group in use', ({ elb: client }, { arn }) =>
    client.send(new DeleteTargetGroupCommand({ TargetGroupArn: arn.blue })),
  ),
  step('elb: delete rule', ({ elb: client }, { arn }) => client.send(new DeleteRuleCommand({ RuleArn: arn.rule }))),
  step('elb: delete listener', ({ elb: client }, { arn }) =>
    client.send(new DeleteListenerCommand({ ListenerArn: arn.listener })),
  ),
  step('elb: delete load balancer', ({ elb: client }, { arn }) =>
    client.send(new DeleteLoadBalancerCommand({ LoadBalancerArn: arn.loadBalancer })),
  ),
  step('elb: delete blue', ({ elb: client }, { arn }) =>
    client.send(new DeleteTargetGroupCommand({ TargetGroupArn: arn.blue })),
  ),
];

const Namespace = 'Contract';
const at = (memory: Memory, minutes: number) => new Date(memory.minute + minutes * 60_000);
const alarm = (more: object = {}) =>
  new PutMetricAlarmCommand({
    AlarmName: 'errors',
    Namespace,
    MetricName: 'Errors',
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 3,
    DatapointsToAlarm: 2,
    Threshold: 5,
    ComparisonOperator: 'GreaterThanThreshold',
    TreatMissingData: 'notBreaching',
    ...more,
  });
const read = (memory: Memory, more: object = {}) =>
  new GetMetricStatisticsCommand({
    Namespace,
    MetricName: 'Errors',
    StartTime: at(memory, 0),
    EndTime: at(memory, 3),
    Period: 60,
    Statistics: ['SampleCount', 'Sum', 'Average', 'Minimum', 'Maximum'],
    ...more,
  });
const stat = (MetricName: string) => ({ Metric: { Namespace, MetricName }, Period: 60, Stat: 'Sum' });
const cloudwatch: Step[] = [
  step('cloudwatch: put data', ({ cloudwatch: client }, memory) =>
    client.send(
      new PutMetricDataCommand({
        Namespace,
        MetricData: [
          { MetricName: 'Errors', Value: 3, Unit: 'Count', Timestamp: at(memory, 0) },
          { MetricName: 'Errors', Value: 4, Unit: 'Count', Timestamp: at(memory, 0) },
          { MetricName: 'Errors', Values: [1, 2], Counts: [3, 2], Unit: 'Count', Timestamp: at(memory, 1) },
          { MetricName: 'Requests', Value: 100, Unit: 'Count', Timestamp: at(memory, 0) },
        ],
      }),
    ),
  ),
  step('cloudwatch: value and statistics', ({ cloudwatch: client }) =>
    client.send(
      new PutMetricDataCommand({
        Namespace,
        MetricData: [
          { MetricName: 'E', Value: 1, StatisticValues: { SampleCount: 1, Sum: 1, Minimum: 1, Maximum: 1 } },
        ],
      }),
    ),
  ),
  step('cloudwatch: counts of another length', ({ cloudwatch: client }) =>
    client.send(
      new PutMetricDataCommand({ Namespace, MetricData: [{ MetricName: 'E', Values: [1, 2], Counts: [1] }] }),
    ),
  ),
  step('cloudwatch: NaN', ({ cloudwatch: client }) =>
    client.send(new PutMetricDataCommand({ Namespace, MetricData: [{ MetricName: 'E', Value: Number.NaN }] })),
  ),
  step('cloudwatch: statistics', ({ cloudwatch: client }, memory) => client.send(read(memory))),
  step('cloudwatch: statistics backwards', ({ cloudwatch: client }, memory) =>
    client.send(read(memory, { EndTime: at(memory, -1) })),
  ),
  step('cloudwatch: statistics of nothing', ({ cloudwatch: client }, memory) =>
    client.send(read(memory, { Statistics: undefined })),
  ),
  step('cloudwatch: list metrics', ({ cloudwatch: client }) => client.send(new ListMetricsCommand({ Namespace }))),
  step('cloudwatch: data', ({ cloudwatch: client }, memory) =>
    client.send(
      new GetMetricDataCommand({
        StartTime: at(memory, 0),
        EndTime: at(memory, 2),
        ScanBy: 'TimestampAscending',
        MetricDataQueries: [
          { Id: 'e', MetricStat: stat('Errors'), Label: 'errors' },
          { Id: 'none', MetricStat: stat('Never'), Label: 'never' },
        ],
      }),
    ),
  ),
  step('cloudwatch: put alarm', ({ cloudwatch: client }) => client.send(alarm())),
  step('cloudwatch: describe alarm', ({ cloudwatch: client }) =>
    client.send(new DescribeAlarmsCommand({ AlarmNames: ['errors'] })),
  ),
  step('cloudwatch: put alarm of an unknown statistic', ({ cloudwatch: client }) =>
    client.send(alarm({ AlarmName: 'wrong', Statistic: undefined, ExtendedStatistic: 'p199' })),
  ),
  step('cloudwatch: put alarm of a wrong option', ({ cloudwatch: client }) =>
    client.send(alarm({ AlarmName: 'wrong', EvaluateLowSampleCountPercentile: 'maybe' })),
  ),
  step('cloudwatch: set state', ({ cloudwatch: client }) =>
    client.send(new SetAlarmStateCommand({ AlarmName: 'errors', StateValue: 'ALARM', StateReason: 'testing' })),
  ),
  step('cloudwatch: describe it in ALARM', ({ cloudwatch: client }) =>
    client.send(new DescribeAlarmsCommand({ StateValue: 'ALARM' })),
  ),
  step('cloudwatch: set the state of an unknown alarm', ({ cloudwatch: client }) =>
    client.send(new SetAlarmStateCommand({ AlarmName: 'never-was', StateValue: 'OK', StateReason: 'x' })),
  ),
  step('cloudwatch: set an unknown state', ({ cloudwatch: client }) =>
    client.send(new SetAlarmStateCommand({ AlarmName: 'errors', StateValue: 'GREEN' as 'OK', StateReason: 'x' })),
  ),
  step('cloudwatch: delete alarm', ({ cloudwatch: client }) =>
    client.send(new DeleteAlarmsCommand({ AlarmNames: ['errors'] })),
  ),
  step('cloudwatch: describe what is gone', ({ cloudwatch: client }) =>
    client.send(new DescribeAlarmsCommand({ AlarmNames: ['errors'] })),
  ),
];

/** The same calls for every cloud, in this order. */
export const scenario: readonly Step[] = [...sts, ...ssm, ...prerequisites, ...images, ...ecs, ...elb, ...cloudwatch];
