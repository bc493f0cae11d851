import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type StartedCloud, startCloud } from '../../src/testing/cloud.js';
import { type CommentsApi, startCommentsApi } from '../../src/testing/comments-api.js';
import { ActionStep, type PhaseResult } from '../../src/testing/runner.js';

/** The shipped action against the local cloud: what is there fits, and what is asked for does not. */

const region = 'eu-west-1';
const registry = `123456789012.dkr.ecr.${region}.amazonaws.com`;
const secret = `arn:aws:secretsmanager:${region}:123456789012:secret:shop/db-AbCdEf`;
const role = (name: string): string => `arn:aws:iam::123456789012:role/${name}`;

const container = {
  name: 'app',
  image: `${registry}/shop:1`,
  essential: true,
  portMappings: [{ containerPort: 8080 }],
  secrets: [
    { name: 'DATABASE', valueFrom: `${secret}:url::` },
    { name: 'KEY', valueFrom: '/shop/key' },
  ],
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/ecs/shop', 'awslogs-region': region, 'awslogs-stream-prefix': 'app' },
  },
};
const definition = {
  family: 'shop',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  executionRoleArn: role('shop-execution'),
  taskRoleArn: role('shop-task'),
  containerDefinitions: [container],
};

/** Everything wrong at once: each line is found by another check. */
const broken = {
  ...definition,
  memory: '4096',
  taskRoleArn: role('nobody'),
  executionRoleArn: role('lambda'),
  runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' },
  containerDefinitions: [
    {
      ...container,
      name: 'web',
      secrets: [
        ...container.secrets,
        { name: 'GONE', valueFrom: `${secret.replace('shop/db', 'shop/gone')}` },
        { name: 'NONE', valueFrom: '/shop/none' },
      ],
      logConfiguration: {
        ...container.logConfiguration,
        options: { ...container.logConfiguration.options, 'awslogs-group': '/ecs/other' },
      },
    },
    { name: 'proxy', image: `${registry}/proxy:1`, essential: false },
    { name: 'public', image: 'public.ecr.aws/nginx/nginx:1', essential: false },
  ],
};

const trust = (service: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
});
const policy = (...statements: object[]): string => JSON.stringify({ Version: '2012-10-17', Statement: statements });

const seed = {
  clusters: [{ clusterName: 'shop', capacityProviders: ['FARGATE'] }],
  logGroups: [{ logGroupName: '/ecs/shop' }],
  parameters: [{ Name: '/shop/key', Type: 'SecureString', Value: 'x' }],
  secrets: [{ Name: 'shop/db', SecretString: '{"url":"x"}', suffix: 'AbCdEf' }],
  roles: [
    ...['shop-execution', 'shop-task'].map((RoleName) => ({
      RoleName,
      AssumeRolePolicyDocument: JSON.stringify(trust('ecs-tasks.amazonaws.com')),
    })),
    { RoleName: 'lambda', AssumeRolePolicyDocument: JSON.stringify(trust('lambda.amazonaws.com')) },
    { RoleName: 'deploy', AssumeRolePolicyDocument: JSON.stringify(trust('ecs-tasks.amazonaws.com')) },
  ],
  rolePolicies: [
    {
      RoleName: 'shop-execution',
      PolicyName: 'read',
      PolicyDocument: policy(
        { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: `${secret.slice(0, -6)}*` },
        {
          Effect: 'Allow',
          Action: 'ssm:GetParameters',
          Resource: `arn:aws:ssm:${region}:123456789012:parameter/shop/*`,
        },
      ),
    },
    {
      RoleName: 'deploy',
      PolicyName: 'pass',
      PolicyDocument: policy({
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: [role('shop-execution'), role('shop-task')],
        Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
      }),
    },
  ],
  vpcs: [{ VpcId: 'vpc-1' }],
  subnets: [
    { SubnetId: 'subnet-a', VpcId: 'vpc-1' },
    { SubnetId: 'subnet-b', VpcId: 'vpc-1' },
    { SubnetId: 'subnet-x', VpcId: 'vpc-2' },
  ],
  securityGroups: [{ GroupId: 'sg-a', VpcId: 'vpc-1' }],
  repositories: [{ repositoryName: 'shop' }],
  images: [
    { repositoryName: 'shop', imageTag: '1', platforms: ['linux/amd64'] },
    { repositoryName: 'shop', imageTag: '2', platforms: ['linux/amd64', 'linux/arm64'], attestations: true },
  ],
  loadBalancers: [{ Name: 'shop', Subnets: ['subnet-a', 'subnet-b'] }],
  targetGroups: [{ Name: 'shop', Protocol: 'HTTP', Port: 80, VpcId: 'vpc-1', TargetType: 'ip' }],
  listeners: [
    {
      name: 'http',
      LoadBalancerArn: 'shop',
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: 'shop' }],
    },
  ],
  taskDefinitions: [definition],
  alarms: [
    {
      AlarmName: 'shop-5xx',
      Namespace: 'Shop',
      MetricName: 'Errors',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
    },
  ],
  services: [
    {
      cluster: 'shop',
      serviceName: 'shop',
      taskDefinition: 'shop',
      // Nothing of it needs to run to be looked at.
      desiredCount: 0,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a', 'subnet-b'], securityGroups: ['sg-a'] } },
      loadBalancers: [{ targetGroupArn: 'shop', containerName: 'app', containerPort: 8080 }],
    },
  ],
};

let folder: string;
let cloud: StartedCloud;
let github: CommentsApi;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-preflight-'));
  await writeFile(join(folder, 'seed.json'), JSON.stringify(seed));
  await writeFile(join(folder, 'broken.json'), JSON.stringify(broken));
  cloud = await startCloud({ seed: join(folder, 'seed.json'), speed: 60, region });
  github = await startCommentsApi('token');
}, 60_000);
afterAll(async () => {
  await github?.stop();
  await cloud?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function preflight(inputs: Readonly<Record<string, string>>): Promise<PhaseResult> {
  await using step = await ActionStep.prepare({
    action: 'preflight',
    inputs: { cluster: 'shop', service: 'shop', 'deploy-role': role('deploy'), ...inputs },
    environment: {
      ...cloud.env,
      GITHUB_WORKSPACE: folder,
      GITHUB_API_URL: github.url,
      GITHUB_REF: 'refs/pull/7/merge',
    },
  });
  return await step.runMain();
}

/** The calls that the cloud has seen, without the first ones. */
async function requests(after = 0): Promise<string[]> {
  const answer = await fetch(`${cloud.endpoint}/_sluice/requests?after=${after}`);
  const all = (await answer.json()) as { operation: string }[];
  return all.map(({ operation }) => operation);
}

interface Told {
  readonly level: string;
  readonly check: string;
  readonly what: string;
}
const findings = ({ outputs }: PhaseResult): Told[] => JSON.parse(outputs.findings ?? '');

describe('the shipped preflight', () => {
  test('of an image that fits passes, shows the difference and says so on the pull request', async () => {
    const done = await preflight({
      images: `app=${registry}/shop:2`,
      alarms: 'shop-5xx',
      'github-token': 'token',
    });
    expect(done.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(findings(done).filter(({ level }) => level !== 'note')).toEqual([]);
    expect(done).toMatchObject({ exitCode: 0, outputs: { outcome: 'passed', changes: '1' } });
    expect(done.outputs.diff).toBe(`~ container app: image: ${registry}/shop:1 → ${registry}/shop:2`);
    expect(done.summary).toContain('12 checks found nothing');
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain(`${registry}/shop:2`);
  }, 60_000);

  test('of a definition with everything wrong tells all of it at once, and nothing is registered', async () => {
    const before = (await requests()).length;
    const done = await preflight({
      'task-definition': 'broken.json',
      images: `web=${registry}/shop:1`,
      alarms: 'shop-5xx\nnone',
      'github-token': 'token',
    });
    expect(done.exitCode).toBe(1);
    const told = findings(done)
      .filter(({ level }) => level === 'error')
      .map(({ check, what }) => `${check}: ${what}`);
    const wanted = [
      'ports: service shop leads target group',
      'fargate: Fargate offers no cpu 256 with memory 4096',
      `images: image ${registry}/shop:1 of container web is for linux/amd64, and the task runs on linux/arm64`,
      `images: image ${registry}/proxy:1 of container proxy does not exist: there is no repository proxy`,
      `roles: execution role ${role('lambda')} does not trust ecs-tasks.amazonaws.com`,
      `roles: task role ${role('nobody')} does not exist`,
      `roles: role ${role('deploy')} may not pass role ${role('lambda')}`,
      `secrets: the execution role may not read secret ${secret} (DATABASE of container web)`,
      'secrets: the execution role may not read parameter /shop/key (KEY of container web)',
      'secrets: secret arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/gone-AbCdEf (GONE of container web) does not exist',
      'secrets: parameter /shop/none (NONE of container web) does not exist',
      'log-groups: log group /ecs/other of container web does not exist',
      'alarms: alarm none does not exist',
    ];
    expect(wanted.filter((text) => !told.some((line) => line.startsWith(text)))).toEqual([]);
    expect(told).toHaveLength(wanted.length);
    expect(findings(done)).toContainEqual(expect.objectContaining({ level: 'note', check: 'images' }));
    // One annotation, whatever there is.
    expect(done.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
    // The comment of the run before is brought up to date.
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('❌');
    const asked = await requests(before);
    expect(asked).toContain('ecs:DescribeServices');
    expect(asked.filter((operation) => !/:(Describe|Get|BatchGet|Simulate)/.test(operation))).toEqual([]);
  }, 60_000);
});
