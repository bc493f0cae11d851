import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ECSClient, waitUntilServicesStable } from '@aws-sdk/client-ecs';
import { IAMClient } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type StartedCloud, startCloud } from '../../src/testing/cloud.js';
import { type IdentityEndpoint, startIdentityEndpoint } from '../../src/testing/identity-endpoint.js';
import { ActionStep, type PhaseResult } from '../../src/testing/runner.js';
import { type Asked, actionOf, askedBy, type LoggedCall, refusedTo } from './iam-calls.js';

/**
 * The roles of `ecs-rolling` and of `preflight` have the policies of docs/iam, word for word but for the words in capitals, at the
 * IAM of the local cloud. What the actions really call, each way that they can go, is asked of its policy simulator, with the
 * resource and the context that AWS would look at; and nothing is granted that is never called.
 */
const root = resolve(import.meta.dirname, '../..');
const region = 'eu-west-1';
const account = '123456789012';
const roleArn = (name: string): string => `arn:aws:iam::${account}:role/${name}`;

/** What stands for the words in capitals. */
const words: Readonly<Record<string, string>> = {
  'parameter/PREFIX/': 'parameter/platform/',
  'secret:PREFIX': 'secret:platform/',
  'DEPLOY-ROLE': 'deploy-platform',
  'EXECUTION-ROLE': 'platform-task-execution',
  'TASK-ROLE': 'platform-*',
  'LOG-GROUP': '/ecs/platform/*',
  REPOSITORY: 'platform-*',
  FAMILY: 'platform-*',
  SERVICE: 'platform-*',
  CLUSTER: 'platform',
  REGION: region,
  ACCOUNT: account,
};

interface Policy {
  readonly Statement: readonly { readonly Action: string | readonly string[] }[];
}

async function policy(name: string): Promise<Policy> {
  const text = await readFile(join(root, 'docs/iam', `${name}.json`), 'utf8');
  const filled = Object.entries(words).reduce((all, [word, value]) => all.replaceAll(word, value), text);
  return JSON.parse(filled) as Policy;
}

const grantedBy = (...policies: readonly Policy[]): string[] =>
  [...new Set(policies.flatMap(({ Statement }) => Statement.flatMap(({ Action }) => Action)))].sort();

/** AWS asks for these on behalf of RegisterTaskDefinition and RunTask: nobody calls them. */
const onBehalf: readonly Asked[] = [
  {
    action: 'ecs:TagResource',
    resources: [`arn:aws:ecs:${region}:${account}:task-definition/platform-api:7`],
    context: { 'ecs:CreateAction': 'RegisterTaskDefinition' },
  },
  {
    action: 'ecs:TagResource',
    resources: [`arn:aws:ecs:${region}:${account}:task/platform/0123456789abcdef`],
    context: { 'ecs:CreateAction': 'RunTask' },
  },
  {
    action: 'iam:PassRole',
    resources: ['platform-task-execution', 'platform-worker', 'platform-api'].map(roleArn),
    context: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
  },
];

let folder: string;
let cloud: StartedCloud;
let identity: IdentityEndpoint;
let iam: IAMClient;
let rolling: Policy;
let look: Policy;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-iam-'));
  await cp(join(root, 'examples/platform'), folder, { recursive: true });
  [rolling, look] = await Promise.all([policy('ecs-rolling'), policy('preflight')]);
  const federated = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Federated: 'token' }, Action: 'sts:AssumeRoleWithWebIdentity' }],
  };
  const roles = ['deploy-platform', 'look-at-platform'].map((RoleName) => ({
    RoleName,
    AssumeRolePolicyDocument: federated,
  }));
  const rolePolicies = [
    { RoleName: 'deploy-platform', PolicyName: 'ecs-rolling', PolicyDocument: rolling },
    { RoleName: 'deploy-platform', PolicyName: 'preflight', PolicyDocument: look },
    { RoleName: 'look-at-platform', PolicyName: 'preflight', PolicyDocument: look },
  ];
  const seed = join(folder, 'cloud.yaml');
  const lines = (of: readonly object[]): string => of.map((each) => `\n  - ${JSON.stringify(each)}`).join('');
  const text = (await readFile(seed, 'utf8'))
    .replace('\nvpcs:', `${lines(rolePolicies)}\n\nvpcs:`)
    .replace('\nrolePolicies:', `${lines(roles)}\n\nrolePolicies:`)
    // One that the role's own policies do not open: then its resource policy is looked at.
    .replace('secret:platform/*', 'secret:platform/database*')
    .replace('\nroles:', `\n  - { Name: platform/shared, suffix: d4e5f6, SecretString: x }\n\nroles:`);
  await writeFile(seed, text);
  cloud = await startCloud({ speed: 60, region, seed });
  identity = await startIdentityEndpoint('repo:someone/platform:environment:production');
  const settings = { region, endpoint: cloud.endpoint, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };
  iam = new IAMClient(settings);
  await waitUntilServicesStable(
    { client: new ECSClient(settings), maxWaitTime: 60, minDelay: 1, maxDelay: 1 },
    { cluster: 'platform', services: ['platform-worker', 'platform-api'] },
  );
}, 90_000);
afterAll(async () => {
  await cloud?.stop();
  await identity?.stop();
  await rm(folder, { recursive: true, force: true });
});

function stepOf(
  action: 'ecs-rolling' | 'preflight' | 'recover',
  inputs: Readonly<Record<string, string>>,
  onLine?: (line: string) => void,
): Promise<ActionStep> {
  const { AWS_ACCESS_KEY_ID: _key, AWS_SECRET_ACCESS_KEY: _secret, ...env } = cloud.env as Record<string, string>;
  return ActionStep.prepare({
    action,
    environment: { ...env, ...identity.env, GITHUB_WORKSPACE: folder },
    inputs: { region, 'role-to-assume': roleArn('deploy-platform'), ...inputs },
    ...(onLine === undefined ? {} : { onLine }),
  });
}

async function ran(...words: Parameters<typeof stepOf>): Promise<PhaseResult> {
  await using step = await stepOf(...words);
  const main = await step.runMain();
  if (words[0] === 'ecs-rolling') await step.runPost();
  return main;
}

/** A runner that is lost when a line of the log says so. */
async function lose(inputs: Readonly<Record<string, string>>, when: RegExp): Promise<void> {
  let reached = (): void => {};
  const isReached = new Promise<void>((done) => {
    reached = done;
  });
  await using step = await stepOf('ecs-rolling', inputs, (line) => {
    if (when.test(line)) reached();
  });
  const running = await step.main();
  await Promise.race([isReached, running.ended]);
  await running.kill();
}

let counted = 0;
/** What a role called since it was asked last. */
async function callsOf(role: string): Promise<LoggedCall[]> {
  const response = await fetch(`${cloud.endpoint}/_sluice/requests?after=${counted}`);
  const all = (await response.json()) as LoggedCall[];
  counted = all.at(-1)?.number ?? counted;
  return all.filter(({ principal }) => principal?.includes(`:assumed-role/${role}/`));
}

const image = (tag: string): string => `api=${account}.dkr.ecr.${region}.amazonaws.com/platform-api:${tag}`;
const push = (name: string, tag: string, platforms: readonly string[]) =>
  cloud.admin('ecr/push', { repositoryName: `platform-${name}`, imageTag: tag, platforms });
const api = { cluster: 'platform', service: 'platform-api', bake: '10s' };

test('the policies of ecs-rolling let everything be done that it does, and nothing else: a fleet, tasks before and after, a crash, a lost runner', async () => {
  await callsOf('deploy-platform');
  const both = ['linux/amd64', 'linux/arm64'];
  await Promise.all([push('worker', 'v2', both), push('api', 'v2', both), push('api', 'v3', ['linux/arm64'])]);

  // The services file: a migration, a worker without a load balancer, an API.
  const file = join(folder, '.github/sluice.yml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('command: [node, dist/migrate.js]', "command: [sh, -c, 'echo migrated']"));
  const names = ['worker', 'api'].map((name) => [
    name,
    `${account}.dkr.ecr.${region}.amazonaws.com/platform-${name}:v2`,
  ]);
  const fleet = await ran('ecs-rolling', {
    services: 'all',
    'service-images': JSON.stringify(Object.fromEntries(names)),
  });
  expect([fleet.outputs.outcome, fleet.outputs.reason]).toEqual(['succeeded', '2 of 2 services were deployed']);

  // The API is bad, so the worker that was deployed before it is taken back too.
  const rolled = text.replace(/( {2}api:[\s\S]*?rolling:\n)/, '$1      environment: { APP_CRASH_AT_START: "3" }\n');
  await writeFile(file, rolled.replace('command: [node, dist/migrate.js]', "command: [sh, -c, 'echo migrated']"));
  const back = await ran('ecs-rolling', { services: 'all', 'force-new-deployment': 'true' });
  expect(JSON.parse(back.outputs.services ?? '{}')).toMatchObject({
    worker: { outcome: 'rolled-back' },
    api: { outcome: 'rolled-back' },
  });

  const crashed = await ran('ecs-rolling', {
    ...api,
    images: image('v3'),
    environment: 'APP_CRASH_AT_START=3',
    'circuit-breaker': 'off',
    alarms: 'platform-5xx',
  });
  expect([crashed.outputs.outcome, crashed.summary]).toEqual(['rolled-back', expect.stringContaining('Last lines of')]);

  const late = await ran('ecs-rolling', {
    ...api,
    images: image('v3'),
    'run-before': '["sh", "-c", "sleep 1000"]',
    'run-timeout': '30s',
  });
  expect(late.outputs).toMatchObject({ outcome: 'timed-out', reason: expect.stringContaining('it was stopped') });

  const after = await ran('ecs-rolling', {
    ...api,
    images: image('v3'),
    'run-after': '["sh", "-c", "echo warmed"]',
    'when-locked': 'wait',
  });
  expect(after.outputs.outcome).toBe('succeeded');

  const shared = `arn:aws:secretsmanager:${region}:${account}:secret:platform/shared-d4e5f6`;
  const closed = await ran('ecs-rolling', { ...api, secrets: `SHARED=${shared}`, 'dry-run': 'true' });
  expect(`${closed.stdout}`).toContain('platform/shared');

  await lose({ ...api, 'docker-labels': 'release=lost' }, /0 of \d tasks run/);
  const ofDeployments = await callsOf('deploy-platform');

  const recovered = await ran('recover', { cluster: 'platform', service: 'platform-api', 'when-locked': 'take' });
  expect(recovered.outputs.outcome).toBe('recovered');
  // A fleet of which one service was through already; what is found by a sweep.
  await lose({ services: 'all', 'force-new-deployment': 'true' }, /1 of 2: /);
  const ofLostFleet = await callsOf('deploy-platform');
  const swept = await ran('recover', { 'when-locked': 'take' });
  expect([swept.outputs.outcome, swept.outputs.reason]).toEqual(['recovered', expect.any(String)]);
  expect((await ran('recover', {})).outputs.outcome).toBe('nothing');
  const ofRecover = await callsOf('deploy-platform');

  const calls = [...ofDeployments, ...ofLostFleet, ...ofRecover].filter(
    (call) => actionOf(call) !== 'sts:GetCallerIdentity',
  );
  const asked = calls.map((call) => askedBy(call, region, account));
  expect(await refusedTo(iam, roleArn('deploy-platform'), [...asked, ...onBehalf])).toEqual([]);
  const used = new Set([...calls.map(actionOf), ...onBehalf.map(({ action }) => action)]);
  expect([...used].sort()).toEqual(grantedBy(rolling, look));
}, 120_000);

test('the policy of preflight lets everything be read that it reads, and nothing else', async () => {
  await callsOf('look-at-platform');
  await push('api', 'v9', ['linux/arm64']);
  const shared = `arn:aws:secretsmanager:${region}:${account}:secret:platform/shared-d4e5f6`;
  const looked = await ran('preflight', {
    cluster: 'platform',
    service: 'platform-api',
    images: image('v9'),
    secrets: `SHARED=${shared}`,
    alarms: 'platform-5xx',
    'role-to-assume': roleArn('look-at-platform'),
    'deploy-role': roleArn('deploy-platform'),
  });
  // A right that was missing would be a warning.
  expect(JSON.parse(looked.outputs.findings ?? '')).toMatchObject([{ level: 'error', check: 'secrets' }]);
  const calls = (await callsOf('look-at-platform')).filter((call) => actionOf(call) !== 'sts:GetCallerIdentity');
  expect(
    await refusedTo(
      iam,
      roleArn('look-at-platform'),
      calls.map((call) => askedBy(call, region, account)),
    ),
  ).toEqual([]);
  expect([...new Set(calls.map(actionOf))].sort()).toEqual(grantedBy(look));
}, 60_000);
