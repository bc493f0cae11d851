import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ECSClient, waitUntilServicesStable } from '@aws-sdk/client-ecs';
import { IAMClient } from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type StartedCloud, startCloud } from '../../src/testing/cloud.js';
import { type IdentityEndpoint, startIdentityEndpoint } from '../../src/testing/identity-endpoint.js';
import { ActionStep, type PhaseResult } from '../../src/testing/runner.js';
import { actionOf, askedBy, type LoggedCall, refusedTo } from './iam-calls.js';

/**
 * The roles of `promote` have the policies of docs/iam, word for word but for the words in capitals, at the IAM of the local cloud. What
 * the action really calls, each way that it can go, is asked of its policy simulator; and nothing is granted that is never called. The IAM
 * of the local cloud knows one account, so that the roles of both accounts are in it.
 */
const root = resolve(import.meta.dirname, '../..');
const region = 'eu-west-1';
const account = '123456789012';
const roleArn = (name: string): string => `arn:aws:iam::${account}:role/${name}`;

const words: Readonly<Record<string, string>> = {
  SOURCE_ACCOUNT: account,
  TARGET_ACCOUNT: account,
  TARGET_ROLE: 'promote-target',
  REPOSITORY: 'shop*',
  CLUSTER: 'shop',
  REGION: region,
  ACCOUNT: account,
};

interface Policy {
  readonly Statement: readonly { readonly Action: readonly string[] }[];
}

async function policy(name: string): Promise<Policy> {
  const text = await readFile(join(root, 'docs/iam', `${name}.json`), 'utf8');
  return JSON.parse(Object.entries(words).reduce((all, [word, value]) => all.replaceAll(word, value), text)) as Policy;
}

const actionsOf = ({ Statement }: Policy): string[] => [...new Set(Statement.flatMap(({ Action }) => Action))].sort();

const definition = {
  family: 'shop',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  executionRoleArn: roleArn('execution'),
  containerDefinitions: [{ name: 'app', image: `${account}.dkr.ecr.${region}.amazonaws.com/shop:1`, essential: true }],
};
const trust = (principal: object) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
});
const NAMES = ['promote', 'promote-source', 'promote-target'] as const;

let folder: string;
let cloud: StartedCloud;
let identity: IdentityEndpoint;
let iam: IAMClient;
let policies: Readonly<Record<(typeof NAMES)[number], Policy>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-iam-promote-'));
  const [one, source, target] = await Promise.all(NAMES.map(policy));
  policies = { promote: one as Policy, 'promote-source': source as Policy, 'promote-target': target as Policy };
  const seed = {
    clusters: [{ clusterName: 'shop', capacityProviders: ['FARGATE'] }],
    roles: [
      { RoleName: 'execution', AssumeRolePolicyDocument: trust({ Service: 'ecs-tasks.amazonaws.com' }) },
      ...NAMES.map((RoleName) => ({ RoleName, AssumeRolePolicyDocument: trust({ AWS: '*' }) })),
    ],
    rolePolicies: NAMES.map((name) => ({ RoleName: name, PolicyName: name, PolicyDocument: policies[name] })),
    vpcs: [{ VpcId: 'vpc-1' }],
    subnets: [{ SubnetId: 'subnet-a', VpcId: 'vpc-1' }],
    securityGroups: [{ GroupId: 'sg-a', VpcId: 'vpc-1' }],
    repositories: ['shop', 'shop-release', 'shop-second'].map((repositoryName) => ({ repositoryName })),
    images: [{ repositoryName: 'shop', imageTag: '1', platforms: ['linux/amd64'] }],
    taskDefinitions: [definition],
    services: [
      {
        cluster: 'shop',
        serviceName: 'shop',
        taskDefinition: 'shop',
        desiredCount: 1,
        launchType: 'FARGATE',
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'], securityGroups: ['sg-a'] } },
      },
    ],
  };
  const file = join(folder, 'cloud.json');
  await writeFile(file, JSON.stringify(seed));
  cloud = await startCloud({ speed: 30, region, seed: file, set: { lifecyclePreviewMs: 1_000 } });
  identity = await startIdentityEndpoint('repo:someone/shop:environment:production');
  const settings = { region, endpoint: cloud.endpoint, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };
  iam = new IAMClient(settings);
  await waitUntilServicesStable(
    { client: new ECSClient(settings), maxWaitTime: 60, minDelay: 1, maxDelay: 1 },
    { cluster: 'shop', services: ['shop'] },
  );
  await cloud.admin('ecr/push', {
    repositoryName: 'shop',
    imageTags: ['2'],
    platforms: ['linux/amd64', 'linux/arm64'],
  });
  await cloud.admin('ecr/push', { repositoryName: 'shop', imageTags: ['3'] });
  const both = { repositoryName: 'shop', labels: { of: 'two accounts' } };
  await cloud.admin('ecr/push', { ...both, imageTags: ['4'], platforms: ['linux/amd64', 'linux/arm64'] });
  await cloud.admin('ecr/push', { ...both, imageTags: ['5'] });
}, 90_000);
afterAll(async () => {
  await cloud?.stop();
  await identity?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function promote(inputs: Readonly<Record<string, string>>): Promise<PhaseResult> {
  const { AWS_ACCESS_KEY_ID: _key, AWS_SECRET_ACCESS_KEY: _secret, ...env } = cloud.env as Record<string, string>;
  await using step = await ActionStep.prepare({
    action: 'promote',
    environment: { ...env, ...identity.env },
    inputs: { region, 'role-to-assume': roleArn('promote'), clusters: 'shop', ...inputs },
  });
  return await step.runMain();
}

let counted = 0;
async function callsSince(): Promise<LoggedCall[]> {
  const response = await fetch(`${cloud.endpoint}/_sluice/requests?after=${counted}`);
  const all = (await response.json()) as LoggedCall[];
  counted = all.at(-1)?.number ?? counted;
  return all;
}

const callsOf = (all: readonly LoggedCall[], role: string): LoggedCall[] =>
  all.filter(({ principal }) => principal?.includes(`:assumed-role/${role}/`));

/** Every way that a promotion can go. */
async function everyWay(
  target: string,
  [one, two]: readonly [string, string],
  roles: Readonly<Record<string, string>>,
): Promise<void> {
  const to = { environment: 'prod', target };
  const ways: readonly (readonly [outcome: string, inputs: Readonly<Record<string, string>>])[] = [
    ['promoted', { source: `shop:${one}`, ...to, lifecycle: 'put', keep: '1' }],
    ['promoted', { source: `shop:${two}`, ...to, lifecycle: 'put', keep: '1' }],
    ['unchanged', { source: `shop:${two}`, ...to, lifecycle: 'check' }],
    ['refused', { source: `shop:${one}`, ...to, 'require-signature': 'true' }],
    ['refused', { source: `shop:${two}`, ...to, 'fail-on': 'none', 'scan-timeout': '1s' }],
    ['refused', { source: 'shop-not-there:1', ...to }],
    ['refused', { source: 'shop:gone', ...to }],
    ['refused', { source: `shop:${one}`, ...to, target: 'shop-nowhere' }],
  ];
  for (const [outcome, inputs] of ways) {
    const { outputs, stdout } = await promote({ ...inputs, ...roles });
    if (inputs.lifecycle === 'put') expect(stdout).toMatch(/the lifecycle policy (was put|is as it should be)/);
    expect([outputs.outcome, outputs.reason]).toEqual([outcome, expect.any(String)]);
  }
  // Old releases are beyond what is kept only when they are older than a second.
  await promote({
    source: `shop:${one}`,
    ...to,
    lifecycle: 'replace',
    keep: '1',
    ...roles,
  });
}

test('the policy of promote in one account lets everything be done that it does, and nothing else', async () => {
  await callsSince();
  await everyWay('shop-release', ['2', '3'], {});
  const calls = callsOf(await callsSince(), 'promote').filter((call) => actionOf(call) !== 'sts:GetCallerIdentity');
  expect(
    await refusedTo(
      iam,
      roleArn('promote'),
      calls.map((call) => askedBy(call, region, account)),
    ),
  ).toEqual([]);
  expect([...new Set(calls.map(actionOf))].sort()).toEqual(actionsOf(policies.promote));
}, 90_000);

test('the policies of both accounts let each role do its part, and nothing else', async () => {
  await callsSince();
  await everyWay('shop-second', ['4', '5'], {
    'role-to-assume': roleArn('promote-source'),
    'target-role-to-assume': roleArn('promote-target'),
  });
  const all = await callsSince();
  for (const role of ['promote-source', 'promote-target'] as const) {
    const calls = callsOf(all, role).filter((call) => actionOf(call) !== 'sts:GetCallerIdentity');
    expect(
      await refusedTo(
        iam,
        roleArn(role),
        calls.map((call) => askedBy(call, region, account)),
      ),
    ).toEqual([]);
    expect([role, ...[...new Set(calls.map(actionOf))].sort()]).toEqual([role, ...actionsOf(policies[role])]);
  }
}, 90_000);
