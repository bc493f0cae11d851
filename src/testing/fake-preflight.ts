import type { TaskDefinition } from '../ecs/task-definition.js';
import { AccessError } from '../ports/access-error.js';
import type { AlarmSeen } from '../ports/evidence.js';
import type {
  ClusterSeen,
  EcrImage,
  ImageSeen,
  RoleSeen,
  SecretSeen,
  ServiceSetUp,
  Simulated,
  SubnetSeen,
  TargetGroupSeen,
} from '../ports/preflight.js';
import type { PreflightRequest, PreflightWorld } from '../preflight/preflight.js';

const account = '123456789012';
const region = 'eu-central-1';
const registry = `${account}.dkr.ecr.${region}.amazonaws.com`;
const role = (name: string): string => `arn:aws:iam::${account}:role/${name}`;
export const targetGroup = `arn:aws:elasticloadbalancing:${region}:${account}:targetgroup/shop/1111111111111111`;
export const secretArn = `arn:aws:secretsmanager:${region}:${account}:secret:shop/db-AbCdEf`;

const trust = (service: string): string =>
  JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }] });

/** A definition that fits the fake account as it is. */
export const goodDefinition: TaskDefinition = {
  family: 'shop',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  executionRoleArn: role('shop-execution'),
  taskRoleArn: role('shop-task'),
  containerDefinitions: [
    {
      name: 'app',
      image: `${registry}/shop:1`,
      portMappings: [{ containerPort: 8080, name: 'http' }],
      secrets: [
        { name: 'DATABASE', valueFrom: `${secretArn}:url::` },
        { name: 'KEY', valueFrom: '/shop/key' },
      ],
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': '/ecs/shop', 'awslogs-region': region, 'awslogs-stream-prefix': 'app' },
      },
    },
  ],
};

/**
 * An account with one service, as the readers see it: what a test takes out of it is not there, what it denies may not be
 * read. Whatever is asked, nothing is changed.
 */
export class FakePreflight {
  /** IAM actions that the caller may not call. */
  readonly denied = new Set<string>();
  /** Calls that AWS does not answer. */
  readonly broken = new Set<string>();

  cluster: ClusterSeen | undefined = {
    arn: `arn:aws:ecs:${region}:${account}:cluster/shop`,
    status: 'ACTIVE',
    capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
  };
  service: ServiceSetUp | undefined = {
    status: 'ACTIVE',
    controller: 'ECS',
    desiredCount: 2,
    taskDefinitionArn: `arn:aws:ecs:${region}:${account}:task-definition/shop:1`,
    launchType: '',
    capacityProviders: ['FARGATE'],
    loadBalancers: [{ arn: targetGroup, container: 'app', port: 8080 }],
    registries: [],
    connectedPorts: [],
    network: { subnets: ['subnet-a', 'subnet-b'], securityGroups: ['sg-a'] },
    alarms: [],
    deployments: [{ status: 'PRIMARY', rollout: 'COMPLETED', taskDefinitionArn: 'shop:1' }],
  };
  /** `account/region/repository` → tag or digest → what the image is for. */
  repositories: Record<string, Record<string, ImageSeen>> = {
    [`${account}/${region}/shop`]: { '1': { platforms: [{ os: 'linux', architecture: 'amd64' }] } },
  };
  roles: Record<string, RoleSeen> = Object.fromEntries(
    ['shop-execution', 'shop-task'].map((name) => [
      name,
      { arn: role(name), trustPolicy: trust('ecs-tasks.amazonaws.com') },
    ]),
  );
  caller = `arn:aws:sts::${account}:assumed-role/deploy/session`;
  /** `action resource` → another decision than `allowed`. */
  decisions: Record<string, Partial<Simulated>> = {};
  /** Principals whose policies were asked. */
  readonly asked: string[] = [];
  secrets: Record<string, SecretSeen> = { [secretArn]: { arn: secretArn, isBeingDeleted: false } };
  secretPolicies: Record<string, string> = {};
  parameters = ['/shop/key'];
  logGroups = ['/ecs/shop'];
  subnets: SubnetSeen[] = ['subnet-a', 'subnet-b'].map((id) => ({ id, vpc: 'vpc-1', freeAddresses: 200 }));
  securityGroups = [{ id: 'sg-a', vpc: 'vpc-1' }];
  targetGroups: TargetGroupSeen[] = [{ arn: targetGroup, targetType: 'ip', vpc: 'vpc-1', hasLoadBalancer: true }];
  alarms: AlarmSeen[] = [alarm('shop-5xx', 'OK')];

  readonly request: PreflightRequest = {
    cluster: 'shop',
    service: 'shop',
    region,
    definition: goodDefinition,
    alarms: ['shop-5xx'],
    whenBusy: 'fail',
  };

  private async may(action: string): Promise<void> {
    await Promise.resolve();
    if (this.denied.has(action)) throw new AccessError(`Not allowed: ${action}`, { kind: 'denied', action });
    if (this.broken.has(action)) throw new Error('socket hang up');
  }

  private imageOf({ account: of, region: where, repository, tag, digest }: EcrImage): ImageSeen {
    const images = this.repositories[`${of}/${where}/${repository}`];
    if (images === undefined) return { missing: 'repository' };
    return images[digest ?? tag ?? ''] ?? { missing: 'image' };
  }

  readonly world: PreflightWorld = {
    clusters: {
      cluster: async () => {
        await this.may('ecs:DescribeClusters');
        return this.cluster;
      },
      service: async () => {
        await this.may('ecs:DescribeServices');
        return this.service;
      },
    },
    images: {
      image: async (reference) => {
        await this.may('ecr:BatchGetImage');
        return this.imageOf(reference);
      },
    },
    roles: {
      role: async (name) => {
        await this.may('iam:GetRole');
        return this.roles[name];
      },
      caller: async () => {
        await this.may('sts:GetCallerIdentity');
        return this.caller;
      },
      simulate: async ({ principalArn, action, resourceArns }) => {
        await this.may('iam:SimulatePrincipalPolicy');
        this.asked.push(principalArn);
        return resourceArns.map((resourceArn) => ({
          resourceArn,
          decision: 'allowed',
          missingContext: [],
          ...this.decisions[`${action} ${resourceArn}`],
        }));
      },
    },
    secrets: {
      secret: async (id) => {
        await this.may('secretsmanager:DescribeSecret');
        return this.secrets[id];
      },
      secretPolicy: async (arn) => {
        await this.may('secretsmanager:GetResourcePolicy');
        return this.secretPolicies[arn];
      },
      parameters: async (names) => {
        await this.may('ssm:GetParameters');
        return names.filter((name) => this.parameters.includes(name));
      },
    },
    logGroups: {
      logGroupExists: async (name) => {
        await this.may('logs:DescribeLogGroups');
        return this.logGroups.includes(name);
      },
    },
    network: {
      subnets: async (ids) => {
        await this.may('ec2:DescribeSubnets');
        return this.subnets.filter(({ id }) => ids.includes(id));
      },
      securityGroups: async (ids) => {
        await this.may('ec2:DescribeSecurityGroups');
        return this.securityGroups.filter(({ id }) => ids.includes(id));
      },
      targetGroups: async (arns) => {
        await this.may('elasticloadbalancing:DescribeTargetGroups');
        return this.targetGroups.filter(({ arn }) => arns.includes(arn));
      },
    },
    alarms: {
      alarms: async (names) => {
        await this.may('cloudwatch:DescribeAlarms');
        return this.alarms.filter(({ name }) => names.includes(name));
      },
    },
  };
}

export function alarm(name: string, state: AlarmSeen['state']): AlarmSeen {
  return {
    name,
    state,
    reason: 'Threshold Crossed',
    changedAt: 0,
    composite: false,
    metric: '',
    dimensions: [],
    missingData: 'notBreaching',
  };
}
