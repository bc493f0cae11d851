import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Service, Task } from '@aws-sdk/client-ecs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { compiledAppProgram } from '../app/compile-for-tests.js';
import { Cloud } from '../cloud.js';
import { seed } from '../seed.js';
import { until } from './ecs-under-test.js';

/** Tasks whose images, secrets and networks are looked up in the services that hold them, all from one seed. */
const seeds = `
clusters: [{ clusterName: shop }]
logGroups: [{ logGroupName: /ecs/job }]
parameters:
  - { Name: /shop/mode, Value: live, Type: SecureString }
  - { Name: plain, Value: 'yes', Type: String }
secrets:
  - { Name: shop/database, suffix: a1b2c3, SecretString: { username: shop, port: 5432 } }
roles:
  - &role
    RoleName: reads
    AssumeRolePolicyDocument:
      Statement: [{ Effect: Allow, Principal: { Service: ecs-tasks.amazonaws.com }, Action: sts:AssumeRole }]
  - { <<: *role, RoleName: reads-nothing }
  - <<: *role
    RoleName: of-lambda
    AssumeRolePolicyDocument:
      Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
  - <<: *role
    RoleName: of-this-account
    AssumeRolePolicyDocument:
      Statement:
        - Effect: Allow
          Principal: { Service: [ecs-tasks.amazonaws.com] }
          Action: sts:AssumeRole
          Condition:
            StringEquals: { 'aws:SourceAccount': '123456789012' }
            ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:eu-west-1:123456789012:*' }
rolePolicies:
  - RoleName: reads
    PolicyName: secrets
    PolicyDocument:
      Statement:
        - { Effect: Allow, Action: ['secretsmanager:GetSecretValue', 'ssm:GetParameters'], Resource: '*' }
  - { RoleName: reads-nothing, PolicyArn: arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy }
subnets: [{ SubnetId: subnet-a, VpcId: vpc-shop }]
securityGroups: [{ GroupId: sg-shop, VpcId: vpc-shop }]
repositories: [{ repositoryName: job }]
images: [{ repositoryName: job, imageTag: '1', platforms: [linux/amd64, linux/arm64] }, { repositoryName: job, imageTag: arm, platforms: [linux/arm64] }]
`;

let cloud: Cloud;
let folder: string;

beforeAll(async () => {
  process.env.SLUICE_APP_PROGRAM = compiledAppProgram();
  cloud = await Cloud.start({ speed: 100 });
  folder = await mkdtemp(join(tmpdir(), 'sluice-prerequisites-'));
  await writeFile(join(folder, 'cloud.yaml'), seeds);
  await seed(cloud, [join(folder, 'cloud.yaml')]);
});

afterAll(async () => {
  await cloud.stop();
  await rm(folder, { recursive: true });
});

const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const secret = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/database-a1b2c3';

interface Job {
  readonly image?: string;
  readonly role?: string;
  readonly secrets?: Record<string, string>;
  readonly architecture?: string;
}

let jobs = 0;

async function runTask({ image = `${registry}/job:1`, role = 'reads', secrets = {}, architecture }: Job) {
  const family = `job-${++jobs}`;
  await cloud.invoke('ecs', 'RegisterTaskDefinition', {
    family,
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    executionRoleArn: `arn:aws:iam::123456789012:role/${role}`,
    ...(architecture === undefined ? {} : { runtimePlatform: { cpuArchitecture: architecture } }),
    containerDefinitions: [
      {
        name: 'job',
        image,
        command: ['sh', '-c', 'echo "$A $B"'],
        secrets: Object.entries(secrets).map(([name, valueFrom]) => ({ name, valueFrom })),
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': '/ecs/job', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'x' },
        },
      },
    ],
  });
  const { tasks } = (await cloud.invoke('ecs', 'RunTask', {
    cluster: 'shop',
    taskDefinition: family,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'], securityGroups: ['sg-shop'] } },
  })) as { tasks: Task[] };
  const arns = tasks.map(({ taskArn }) => taskArn);
  return until(
    async () =>
      ((await cloud.invoke('ecs', 'DescribeTasks', { cluster: 'shop', tasks: arns })) as { tasks: Task[] }).tasks[0]!,
    ({ lastStatus }) => lastStatus === 'STOPPED',
  );
}

const printed = async (task: Task) => {
  const answer = await cloud.invoke('logs', 'GetLogEvents', {
    logGroupName: '/ecs/job',
    logStreamName: `x/job/${task.taskArn?.split('/').at(-1)}`,
  });
  return (answer as { events: { message: string }[] }).events.map(({ message }) => message);
};

describe('secrets', () => {
  test('come as environment variables: JSON members of a secret, and parameters', async () => {
    const task = await runTask({ secrets: { A: `${secret}:username::`, B: '/shop/mode' } });
    expect(await printed(task)).toEqual(['shop live']);
    const arn = 'arn:aws:ssm:eu-west-1:123456789012:parameter/plain';
    expect(await printed(await runTask({ secrets: { A: `${secret}:port:AWSCURRENT:`, B: arn } }))).toEqual([
      '5432 yes',
    ]);
  });

  const prefix =
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ';
  test.each([
    [
      'a secret that is not there',
      { secrets: { A: secret.replace('database', 'nothing') } },
      `unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${secret.replace('database', 'nothing')} from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret.`,
    ],
    [
      'a JSON member that is not there',
      { secrets: { A: `${secret}:password::` } },
      'unable to retrieve secret from asm: service call has been retried 1 time(s): retrieved secret from Secrets Manager did not contain json key password',
    ],
    [
      'a parameter that is not there',
      { secrets: { A: '/shop/nothing' } },
      'unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid ssm parameters: /shop/nothing',
    ],
  ])('%s keeps the task from starting', async (_what, job, reason) => {
    expect(await runTask(job)).toMatchObject({ stopCode: 'TaskFailedToStart', stoppedReason: prefix + reason });
  });

  test('an execution role that may not read one keeps the task from starting', async () => {
    const { stoppedReason } = await runTask({ role: 'reads-nothing', secrets: { A: secret } });
    expect(stoppedReason).toContain(
      'AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/reads-nothing/',
    );
    expect(stoppedReason).toContain(
      `is not authorized to perform: secretsmanager:GetSecretValue on resource: ${secret}`,
    );
  });
});

describe('roles', () => {
  const words = (role: string) =>
    `ECS was unable to assume the role 'arn:aws:iam::123456789012:role/${role}' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.`;

  test('that trust another service cannot be assumed: RunTask is refused', async () => {
    await expect(runTask({ role: 'of-lambda' })).rejects.toMatchObject({
      code: 'ClientException',
      message: words('of-lambda'),
    });
    expect(await runTask({ role: 'of-this-account' })).toMatchObject({ containers: [{ exitCode: 0 }] });
  });

  test('that cannot be assumed are an event of a service, and a failed task', async () => {
    await runTask({ role: 'of-lambda' }).catch(() => {});
    await cloud.invoke('ecs', 'CreateService', {
      cluster: 'shop',
      serviceName: 'web',
      taskDefinition: `job-${jobs}`,
      desiredCount: 1,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
    });
    const described = () => cloud.invoke('ecs', 'DescribeServices', { cluster: 'shop', services: ['web'] });
    const { services } = await until(
      async () => (await described()) as { services: Service[] },
      (answer) => (answer.services[0]?.deployments?.[0]?.failedTasks ?? 0) > 0,
    );
    expect(services[0]?.events?.map(({ message }) => message)).toContain(
      `(service web) failed to launch a task with (error ${words('of-lambda')}).`,
    );
  });
});

describe('images', () => {
  test('that the registry does not hold cannot be pulled', async () => {
    for (const image of [`${registry}/job:2`, `${registry}/nothing:1`]) {
      expect(await runTask({ image })).toMatchObject({
        stopCode: 'TaskFailedToStart',
        stoppedReason: `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${image}: ${image}: not found`,
      });
    }
  });

  test('are known by where the registry listens too, and missed from a registry that had some', async () => {
    const other = { accountId: '210987654321' };
    const { repositories } = (await cloud.invoke('ecr', 'DescribeRepositories', {})) as {
      repositories: { repositoryUri: string }[];
    };
    const uri = repositories[0]?.repositoryUri ?? '';
    expect(uri).toMatch(/^127\.0\.0\.1:\d+\/job$/);
    expect((await runTask({ image: `${uri}:2` })).stoppedReason).toContain(`failed to resolve ref ${uri}:2`);
    expect(await runTask({ image: `${uri}:1` })).toMatchObject({ containers: [{ exitCode: 0 }] });
    await cloud.invoke('ecr', 'CreateRepository', { repositoryName: 'gone', registryId: '210987654321' }, other);
    await cloud.invoke('ecr', 'DeleteRepository', { repositoryName: 'gone' }, other);
    const theirs = registry.replace('123456789012', other.accountId);
    expect((await runTask({ image: `${theirs}/gone:1` })).stoppedReason).toContain('CannotPullContainerError');
  });

  test('that were not built for the platform cannot be pulled', async () => {
    const { stoppedReason } = await runTask({ image: `${registry}/job:arm` });
    expect(stoppedReason).toContain("does not contain descriptor matching platform 'linux/amd64'");
    expect(await runTask({ image: `${registry}/job:arm`, architecture: 'ARM64' })).toMatchObject({
      containers: [{ exitCode: 0, imageDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) }],
    });
  });

  test('of other registries are pulled as ever', async () => {
    expect(await runTask({ image: 'docker.io/library/nginx:1' })).toMatchObject({ containers: [{ exitCode: 0 }] });
  });
});

test('a subnet or security group that EC2 does not have is refused', async () => {
  const run = (awsvpcConfiguration: Record<string, unknown>) =>
    cloud.invoke('ecs', 'RunTask', {
      cluster: 'shop',
      taskDefinition: 'job-1',
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration },
    });
  await expect(run({ subnets: ['subnet-x'] })).rejects.toThrow("The subnet ID 'subnet-x' does not exist");
  await expect(run({ subnets: ['subnet-a'], securityGroups: ['sg-x'] })).rejects.toThrow(
    "The security group 'sg-x' does not exist",
  );
});
