import type { CloudService } from './contract.js';

type Entry = Readonly<Record<string, unknown>>;

interface Arns {
  arn(service: string, resource: string): string;
}

export interface SeedRules {
  readonly service: CloudService['id'];
  readonly operation: (entry: Entry) => string;
  /** `operation` names an admin call of the service: AWS has no call for it, or gives what comes of it an id of its own choice. */
  readonly isAdmin?: boolean;
  readonly name: (entry: Entry) => string;
  /** It belongs to the account `registryId` and the Region `region` of the entry, where these are told. */
  readonly hasPlace?: boolean;
  /** AWS gives the resource no name: `name` in the seed is only for the seed's own references. */
  readonly isNamedByName?: boolean;
  /** The ARN in the operation's answer, or made of the name where AWS answers none. */
  readonly arn: (answer: unknown, entry: Entry, cloud: Arns) => string;
}

/** The value at a path of an answer, as text. */
function at(value: unknown, ...path: (string | number)[]): string {
  let here = value;
  for (const part of path) here = (here as Record<string | number, unknown> | undefined)?.[part];
  return String(here ?? '');
}

/** What a seed may list, in the order in which it is created. */
export const seedKinds = {
  accounts: {
    service: 'sts',
    operation: () => 'account',
    isAdmin: true,
    name: (entry) => at(entry, 'accountId'),
    arn: (answer) => at(answer, 'arn'),
  },
  clusters: {
    service: 'ecs',
    operation: () => 'CreateCluster',
    name: (entry) => at(entry, 'clusterName') || 'default',
    arn: (answer) => at(answer, 'cluster', 'clusterArn'),
  },
  logGroups: {
    service: 'logs',
    operation: () => 'CreateLogGroup',
    name: (entry) => at(entry, 'logGroupName'),
    arn: (_answer, entry, cloud) => cloud.arn('logs', `log-group:${at(entry, 'logGroupName')}`),
  },
  parameters: {
    service: 'ssm',
    operation: () => 'PutParameter',
    name: (entry) => at(entry, 'Name'),
    arn: (_answer, entry, cloud) => cloud.arn('ssm', `parameter/${at(entry, 'Name').replace(/^\//, '')}`),
  },
  secrets: {
    service: 'secretsmanager',
    operation: () => 'secret',
    isAdmin: true,
    name: (entry) => at(entry, 'Name'),
    arn: (answer) => at(answer, 'ARN'),
  },
  policies: {
    service: 'iam',
    operation: () => 'CreatePolicy',
    name: (entry) => at(entry, 'PolicyName'),
    arn: (answer) => at(answer, 'Policy', 'Arn'),
  },
  roles: {
    service: 'iam',
    operation: () => 'CreateRole',
    name: (entry) => at(entry, 'RoleName'),
    arn: (answer) => at(answer, 'Role', 'Arn'),
  },
  rolePolicies: {
    service: 'iam',
    operation: (entry) => (entry.PolicyArn === undefined ? 'PutRolePolicy' : 'AttachRolePolicy'),
    name: (entry) => `${at(entry, 'RoleName')}#${at(entry, 'PolicyName') || at(entry, 'PolicyArn')}`,
    arn: (_answer, entry) => at(entry, 'PolicyArn') || at(entry, 'PolicyName'),
  },
  vpcs: {
    service: 'ec2',
    operation: () => 'vpc',
    isAdmin: true,
    name: (entry) => at(entry, 'VpcId'),
    arn: (answer) => at(answer, 'arn'),
  },
  subnets: {
    service: 'ec2',
    operation: () => 'subnet',
    isAdmin: true,
    name: (entry) => at(entry, 'SubnetId'),
    arn: (answer) => at(answer, 'arn'),
  },
  securityGroups: {
    service: 'ec2',
    operation: () => 'security-group',
    isAdmin: true,
    name: (entry) => at(entry, 'GroupId'),
    arn: (answer) => at(answer, 'arn'),
  },
  repositories: {
    service: 'ecr',
    operation: () => 'CreateRepository',
    hasPlace: true,
    name: (entry) => [entry.registryId, entry.region, entry.repositoryName].filter(Boolean).join('/'),
    arn: (answer) => at(answer, 'repository', 'repositoryArn'),
  },
  images: {
    service: 'ecr',
    operation: () => 'push',
    isAdmin: true,
    name: (entry) => `${at(entry, 'repositoryName')}:${at(entry, 'imageTag') || 'latest'}`,
    arn: (answer) => at(answer, 'image', 'imageId', 'imageDigest'),
  },
  loadBalancers: {
    service: 'elb',
    operation: () => 'CreateLoadBalancer',
    name: (entry) => at(entry, 'Name'),
    arn: (answer) => at(answer, 'LoadBalancers', 0, 'LoadBalancerArn'),
  },
  targetGroups: {
    service: 'elb',
    operation: () => 'CreateTargetGroup',
    name: (entry) => at(entry, 'Name'),
    arn: (answer) => at(answer, 'TargetGroups', 0, 'TargetGroupArn'),
  },
  listeners: {
    service: 'elb',
    operation: () => 'CreateListener',
    name: (entry) => at(entry, 'name') || `${at(entry, 'LoadBalancerArn')}:${at(entry, 'Port')}`,
    isNamedByName: true,
    arn: (answer) => at(answer, 'Listeners', 0, 'ListenerArn'),
  },
  rules: {
    service: 'elb',
    operation: () => 'CreateRule',
    name: (entry) => at(entry, 'name') || `${at(entry, 'ListenerArn')}#${at(entry, 'Priority')}`,
    isNamedByName: true,
    arn: (answer) => at(answer, 'Rules', 0, 'RuleArn'),
  },
  taskDefinitions: {
    service: 'ecs',
    operation: () => 'RegisterTaskDefinition',
    name: (entry) => at(entry, 'family'),
    arn: (answer) => at(answer, 'taskDefinition', 'taskDefinitionArn'),
  },
  alarms: {
    service: 'cloudwatch',
    operation: (entry) => (entry.AlarmRule === undefined ? 'PutMetricAlarm' : 'PutCompositeAlarm'),
    name: (entry) => at(entry, 'AlarmName'),
    arn: (_answer, entry, cloud) => cloud.arn('cloudwatch', `alarm:${at(entry, 'AlarmName')}`),
  },
  services: {
    service: 'ecs',
    operation: () => 'CreateService',
    name: (entry) => at(entry, 'serviceName'),
    arn: (answer) => at(answer, 'service', 'serviceArn'),
  },
  scalableTargets: {
    service: 'autoscaling',
    operation: () => 'RegisterScalableTarget',
    name: (entry) => at(entry, 'ResourceId'),
    arn: (answer) => at(answer, 'ScalableTargetARN'),
  },
} as const satisfies Record<string, SeedRules>;

export type SeedKind = keyof typeof seedKinds;
