import { describe, expect, test } from '@jest/globals';
import { AccessError } from '../ports/access-error.js';
import type { ServiceSetUp } from '../ports/preflight.js';
import { alarm, FakePreflight, goodDefinition, secretArn, targetGroup } from '../testing/fake-preflight.js';
import { checks, type Finding, type PreflightRequest, preflight } from './preflight.js';

const account = '123456789012';
const roleArn = (name: string): string => `arn:aws:iam::${account}:role/${name}`;
const [container = {}] = goodDefinition.containerDefinitions ?? [];

/** What is found in the fake account after a change to it, or to what is asked. */
async function found(
  change: (account: FakePreflight) => Partial<PreflightRequest> | undefined,
): Promise<readonly Finding[]> {
  const fake = new FakePreflight();
  const more = change(fake) ?? {};
  return preflight({ ...fake.request, ...more }, fake.world);
}

const told = (findings: readonly Finding[]): string[] =>
  findings.map(({ level, check, what }) => `${level} ${check}: ${what}`);

const definition = (more: object): Partial<PreflightRequest> => ({ definition: { ...goodDefinition, ...more } });
const withContainer = (more: object): Partial<PreflightRequest> =>
  definition({ containerDefinitions: [{ ...container, ...more }] });
const serviceOf = (fake: FakePreflight, more: Partial<ServiceSetUp>): undefined => {
  fake.service = { ...(fake.service as ServiceSetUp), ...more };
};

test('a definition that fits gives no finding', async () => {
  expect(await found(() => {})).toEqual([]);
});

type Change = Parameters<typeof found>[0];

const errors: readonly (readonly [string, Change, string])[] = [
  [
    'a cluster that is not there',
    (a) => {
      a.cluster = undefined;
    },
    'cluster: cluster shop does not exist',
  ],
  [
    'a cluster that was deleted',
    (a) => {
      a.cluster = { arn: '', status: 'INACTIVE', capacityProviders: [] };
    },
    'cluster: cluster shop does not exist',
  ],
  [
    'a service that is not there',
    (a) => {
      a.service = undefined;
    },
    'service: service shop does not exist in cluster',
  ],
  [
    'a service on its way out',
    (a) => serviceOf(a, { status: 'DRAINING' }),
    'service: service shop is DRAINING, not ACTIVE',
  ],
  [
    'a service that CodeDeploy deploys',
    (a) => serviceOf(a, { controller: 'CODE_DEPLOY' }),
    'service: service shop has the deployment controller CODE_DEPLOY',
  ],
  [
    'a deployment that is under way',
    (a) =>
      serviceOf(a, { deployments: [{ status: 'PRIMARY', rollout: 'IN_PROGRESS', taskDefinitionArn: 'a/shop:2' }] }),
    'service: service shop is being deployed to right now (shop:2): wait',
  ],
  [
    'a container that images names and the definition does not have',
    () => ({ images: { web: 'x' } }),
    'containers: images names container web, which task definition shop does not have (it has app)',
  ],
  [
    'a load balancer that leads to another port',
    (a) => serviceOf(a, { loadBalancers: [{ arn: targetGroup, container: 'app', port: 80 }] }),
    'ports: service shop leads target group targetgroup/shop/1111111111111111 to container app, port 80, and the container has no such port in portMappings (it has 8080)',
  ],
  [
    'a load balancer that leads to another container',
    (a) => serviceOf(a, { loadBalancers: [{ arn: targetGroup, container: 'web', port: 8080 }] }),
    'to container web, port 8080, and the task definition has no such container (it has app)',
  ],
  [
    'a service registry that names another container',
    (a) => serviceOf(a, { registries: [{ arn: 'a:service/srv-1', container: 'web', port: 1 }] }),
    'ports: service shop leads service registry service/srv-1 to container web',
  ],
  [
    'a port of Service Connect that no port mapping has',
    (a) => serviceOf(a, { connectedPorts: ['http', 'grpc'] }),
    'Service Connect to the port named grpc',
  ],
  [
    'a pair of cpu and memory that Fargate does not offer',
    () => definition({ memory: '4096' }),
    'fargate: Fargate offers no cpu 256 with memory 4096: with that cpu the memory is 512, 1024, 2048 MiB',
  ],
  [
    'a definition that was not made for Fargate',
    () => definition({ requiresCompatibilities: ['EC2'] }),
    'requiresCompatibilities of task definition shop does not have FARGATE',
  ],
  [
    'an image that is not there',
    (a) => {
      a.repositories[`${account}/eu-central-1/shop`] = {};
    },
    `images: image ${account}.dkr.ecr.eu-central-1.amazonaws.com/shop:1 of container app does not exist: repository shop in account ${account}, Region eu-central-1 has no image with the tag 1`,
  ],
  [
    'a repository of another account and Region that is not there',
    () => withContainer({ image: '210987654321.dkr.ecr.us-east-1.amazonaws.com/base@sha256:1' }),
    'there is no repository base in account 210987654321, Region us-east-1',
  ],
  [
    'an image for another platform',
    () => definition({ runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' } }),
    'is for linux/amd64, and the task runs on linux/arm64',
  ],
  [
    'a role that is not there',
    (a) => void delete a.roles['shop-task'],
    'roles: task role arn:aws:iam::123456789012:role/shop-task does not exist',
  ],
  [
    'a role with another path',
    () => definition({ taskRoleArn: roleArn('team/shop-task') }),
    `does not exist: the role of that name is ${roleArn('shop-task')}`,
  ],
  [
    'a role of another account',
    () => definition({ taskRoleArn: 'arn:aws:iam::210987654321:role/shop-task' }),
    'is of account 210987654321: ECS takes only roles of its own account',
  ],
  [
    'a role that EC2 instances take',
    (a) => {
      a.roles['shop-execution'] = {
        arn: roleArn('shop-execution'),
        trustPolicy:
          '{"Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}',
      };
    },
    'execution role arn:aws:iam::123456789012:role/shop-execution does not trust ecs-tasks.amazonaws.com',
  ],
  [
    'a role that the caller may not pass',
    (a) => {
      a.decisions[`iam:PassRole ${roleArn('shop-task')}`] = { decision: 'implicitDeny' };
    },
    `the caller may not pass role ${roleArn('shop-task')} to ECS tasks, and so not register task definition shop: no policy allows it iam:PassRole`,
  ],
  [
    'no execution role where one is needed',
    () => definition({ executionRoleArn: undefined }),
    'has no executionRoleArn, which it needs to read its secrets, to pull from ECR, to write to its log group',
  ],
  [
    'a secret that is not there',
    (a) => {
      a.secrets = {};
    },
    `secrets: secret ${secretArn} (DATABASE of container app) does not exist`,
  ],
  [
    'a secret that is being deleted',
    (a) => {
      a.secrets = { [secretArn]: { arn: secretArn, isBeingDeleted: true } };
    },
    'is scheduled for deletion',
  ],
  [
    'a parameter that is not there',
    (a) => {
      a.parameters = [];
    },
    'secrets: parameter /shop/key (KEY of container app) does not exist in Region eu-central-1',
  ],
  [
    'a secret that the execution role may not read',
    (a) => {
      a.decisions[`secretsmanager:GetSecretValue ${secretArn}`] = { decision: 'implicitDeny' };
    },
    `the execution role may not read secret ${secretArn} (DATABASE of container app): allow it secretsmanager:GetSecretValue on ${secretArn}`,
  ],
  [
    'a parameter that the execution role is denied',
    (a) => {
      a.decisions[`ssm:GetParameters arn:aws:ssm:eu-central-1:${account}:parameter/shop/key`] = {
        decision: 'explicitDeny',
      };
    },
    'the execution role may not read parameter /shop/key (KEY of container app): a policy denies it ssm:GetParameters',
  ],
  [
    'a log group that is not there',
    (a) => {
      a.logGroups = [];
    },
    'log-groups: log group /ecs/shop of container app does not exist in Region eu-central-1',
  ],
  [
    'a subnet that is not there',
    (a) => void a.subnets.pop(),
    'network: subnet subnet-b of service shop does not exist',
  ],
  [
    'a security group that is not there',
    (a) => {
      a.securityGroups = [];
    },
    'network: security group sg-a of service shop does not exist',
  ],
  [
    'a subnet of another VPC',
    (a) => {
      a.subnets[1] = { id: 'subnet-b', vpc: 'vpc-2', freeAddresses: 1 };
    },
    'network: service shop spans several VPCs: subnet subnet-a is in vpc-1, subnet subnet-b in vpc-2',
  ],
  [
    'a target group for instances',
    (a) => {
      a.targetGroups = [{ arn: targetGroup, targetType: 'instance', vpc: 'vpc-1', hasLoadBalancer: true }];
    },
    'has the target type instance, and networkMode awsvpc needs ip',
  ],
  [
    'a target group that no load balancer has',
    (a) => {
      a.targetGroups = [{ arn: targetGroup, targetType: 'ip', vpc: 'vpc-1', hasLoadBalancer: false }];
    },
    'is not behind a load balancer',
  ],
  [
    'a target group that is not there',
    (a) => {
      a.targetGroups = [];
    },
    'network: target group targetgroup/shop/1111111111111111 of service shop does not exist',
  ],
  [
    'a service without subnets for tasks that need them',
    (a) => serviceOf(a, { network: undefined }),
    'network: networkMode is awsvpc, and service shop has no networkConfiguration',
  ],
  [
    'a capacity provider that is not attached',
    () => ({ capacityProviders: ['spot-instances'] }),
    'capacity: capacity provider spot-instances is not attached to cluster shop (it has FARGATE, FARGATE_SPOT)',
  ],
  [
    'an alarm that is not there',
    (a) => {
      a.alarms = [];
    },
    'alarms: alarm shop-5xx does not exist',
  ],
  [
    'an alarm that is on already',
    (a) => {
      a.alarms = [alarm('shop-5xx', 'ALARM')];
    },
    'alarms: alarm shop-5xx is in ALARM already',
  ],
];

test.each(errors)('%s is one error, and nothing else is told', async (_what, change, text) => {
  const findings = await found(change);
  expect(told(findings).filter((line) => line.startsWith('error') && line.includes(text))).toHaveLength(1);
  expect(findings).toHaveLength(1);
});

const others: readonly (readonly [string, Change, string])[] = [
  [
    'an image of another registry is said not to have been checked',
    () => withContainer({ image: 'public.ecr.aws/nginx/nginx:1' }),
    'note images: image public.ecr.aws/nginx/nginx:1 of container app is not in ECR: it was not checked',
  ],
  [
    'a manifest that does not tell its platform is a warning',
    (a) => {
      a.repositories[`${account}/eu-central-1/shop`] = { '1': { platforms: undefined } };
    },
    'warning images: what image',
  ],
  [
    'a secret whose own policy may let the role in is a warning',
    (a) => {
      a.decisions[`secretsmanager:GetSecretValue ${secretArn}`] = { decision: 'implicitDeny' };
      a.secretPolicies[secretArn] = '{"Statement":[{"Effect":"Allow"}]}';
    },
    'warning secrets: the execution role may not read secret',
  ],
  [
    'a decision that hangs on a condition is a warning',
    (a) => {
      a.decisions[`iam:PassRole ${roleArn('shop-task')}`] = {
        decision: 'implicitDeny',
        missingContext: ['aws:RequestedRegion'],
      };
    },
    'unless aws:RequestedRegion is what its policy asks for',
  ],
  [
    'an alarm without data is a warning',
    (a) => {
      a.alarms = [alarm('shop-5xx', 'INSUFFICIENT_DATA')];
    },
    'warning alarms: alarm shop-5xx has no data',
  ],
  [
    "an alarm of ECS's own that is on is a warning",
    (a) => {
      serviceOf(a, { alarms: ['shop-own'] });
      a.alarms.push(alarm('shop-own', 'ALARM'));
    },
    'warning alarms: alarm shop-own, by which ECS is to roll service shop back, is in ALARM already',
  ],
  [
    'a subnet without a free address is a warning',
    (a) => {
      a.subnets[0] = { id: 'subnet-a', vpc: 'vpc-1', freeAddresses: 0 };
    },
    'warning network: subnet subnet-a of service shop has no free address',
  ],
  [
    'a deployment under way that is to be waited for is no error',
    (a) => {
      serviceOf(a, { deployments: [{ status: 'PRIMARY', rollout: 'IN_PROGRESS', taskDefinitionArn: 'a/shop:2' }] });
      return { whenBusy: 'wait' };
    },
    'note service: service shop is being deployed to right now',
  ],
  [
    'a desired count of 0 is told, because nothing would show that it works',
    (a) => serviceOf(a, { desiredCount: 0 }),
    'note service: service shop has a desired count of 0',
  ],
  [
    'a size that is larger than any that is known is a warning',
    () => definition({ cpu: '32768', memory: '65536' }),
    'warning fargate: cpu 32768 is more than the largest size',
  ],
];

test.each(others)('%s', async (_what, change, text) => {
  const lines = told(await found(change));
  expect(lines).toEqual([expect.stringContaining(text)]);
});

describe('what is left out on purpose', () => {
  test('a log group that the task creates need not exist', async () => {
    const options = { 'awslogs-group': '/ecs/new', 'awslogs-create-group': 'true' };
    expect(await found(() => withContainer({ logConfiguration: { logDriver: 'awslogs', options } }))).toEqual([]);
  });

  test('on instances the platform is theirs, and a pair of cpu and memory is free', async () => {
    const findings = await found((a) => {
      serviceOf(a, { capacityProviders: [], launchType: 'EC2' });
      a.repositories[`${account}/eu-central-1/shop`] = { '1': { platforms: [{ os: 'linux', architecture: 'arm64' }] } };
      return definition({ cpu: '300', memory: '300', requiresCompatibilities: ['EC2'] });
    });
    expect(findings).toEqual([]);
  });
});

describe('who may pass the roles', () => {
  test('is asked of the caller, with the path that STS does not tell', async () => {
    const fake = new FakePreflight();
    fake.roles.deploy = { arn: roleArn('ci/deploy'), trustPolicy: '{}' };
    await preflight(fake.request, fake.world);
    expect(fake.asked).toContain(roleArn('ci/deploy'));
  });

  test('is asked of the role that deploys, when a preflight has one of its own', async () => {
    const fake = new FakePreflight();
    const deployRole = roleArn('ci/deploy');
    fake.decisions[`iam:PassRole ${roleArn('shop-task')}`] = { decision: 'explicitDeny' };
    const findings = await preflight({ ...fake.request, deployRole }, fake.world);
    expect(fake.asked).toContain(deployRole);
    expect(told(findings)).toEqual([expect.stringContaining(`role ${deployRole} may not pass`)]);
  });
});

describe('a missing permission', () => {
  const actions = [...new Set(checks.flatMap(({ actions: needed }) => needed))].filter(
    // These are asked only once another was answered.
    (action) => !['ecr:GetDownloadUrlForLayer', 'secretsmanager:GetResourcePolicy'].includes(action),
  );

  test.each(actions)('%s is a warning that names it, and never an error', async (action) => {
    const findings = await found((a) => void a.denied.add(action));
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
    const warnings = findings.filter(({ level }) => level === 'warning');
    expect(warnings.length).toBeGreaterThan(0);
    for (const { what } of warnings) expect(what).toContain(`the role may not call ${action}`);
  });

  test('keeps no other finding back, even when nothing may be read', async () => {
    const findings = await found((a) => {
      for (const action of actions) a.denied.add(action);
      return definition({ memory: '4096' });
    });
    expect(findings.filter(({ level }) => level === 'error')).toEqual([expect.objectContaining({ check: 'fargate' })]);
    // What a service that may not be read leads to is not known.
    const ofService = /^(ec2|elasticloadbalancing):/;
    for (const action of actions.filter((name) => !ofService.test(name))) {
      expect(told(findings).join('\n')).toContain(action);
    }
  });

  test('is told once for all that it keeps from being looked at', async () => {
    const findings = await found((a) => {
      a.denied.add('secretsmanager:DescribeSecret');
      const secrets = ['a', 'b', 'c', 'd'].map((name) => ({ name, valueFrom: secretArn.replace('db', name) }));
      return withContainer({ secrets });
    });
    expect(told(findings)).toEqual([
      expect.stringMatching(
        /^warning secrets: .*\(a of .*\(c of container app\) and 1 more could not be checked: the role may/,
      ),
    ]);
  });

  test('to read the policy of a secret leaves it open whether it can be read', async () => {
    const findings = await found((a) => {
      a.denied.add('secretsmanager:GetResourcePolicy');
      a.decisions[`secretsmanager:GetSecretValue ${secretArn}`] = { decision: 'implicitDeny' };
    });
    expect(told(findings)).toEqual([expect.stringMatching(/^warning secrets: .*secretsmanager:GetResourcePolicy$/)]);
  });
});

test('an AWS that does not answer is a warning, with what it said', async () => {
  const findings = await found((a) => void a.broken.add('ec2:DescribeSubnets'));
  expect(told(findings)).toEqual([
    'warning network: subnets subnet-a, subnet-b of service shop could not be checked: socket hang up',
  ]);
});

test('credentials that have expired are no finding: nothing can be said', async () => {
  const fake = new FakePreflight();
  const world = {
    ...fake.world,
    roles: {
      ...fake.world.roles,
      role: () => Promise.reject(new AccessError('The AWS credentials have expired', { kind: 'expired' })),
    },
  };
  await expect(preflight(fake.request, world)).rejects.toThrow('have expired');
});

test('everything that is wrong is told at once', async () => {
  const findings = await found((a) => {
    serviceOf(a, {
      controller: 'CODE_DEPLOY',
      loadBalancers: [{ arn: targetGroup, container: 'web', port: 80 }],
      capacityProviders: ['FARGATE', 'spot-instances'],
    });
    a.repositories = {};
    a.roles = {};
    a.secrets = {};
    a.parameters = [];
    a.logGroups = [];
    a.subnets = [];
    a.securityGroups = [];
    a.targetGroups = [];
    a.alarms = [];
    return { images: { web: 'x' }, ...definition({ memory: '1' }) };
  });
  const withErrors = new Set(findings.filter(({ level }) => level === 'error').map(({ check }) => check));
  // A cluster that is not there would leave nothing to say of its service.
  expect(checks.map(({ name }) => name).filter((name) => !withErrors.has(name))).toEqual(['cluster']);
});
