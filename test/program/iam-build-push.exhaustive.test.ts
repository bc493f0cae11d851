import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ECSClient, waitUntilServicesStable } from '@aws-sdk/client-ecs';
import { IAMClient } from '@aws-sdk/client-iam';
import { expect, test } from '@jest/globals';
import { startIdentityEndpoint } from '../../src/testing/identity-endpoint.js';
import { BuildStage, region } from './build-stage.js';
import { type Asked, actionOf, askedBy, type LoggedCall, refusedTo } from './iam-calls.js';

/**
 * The role of `build-push` has the policy of docs/iam, word for word but for the words in capitals, at the IAM of the local cloud. What
 * the action really calls, each way that it can go, is asked of its policy simulator; and nothing is granted that is never called.
 */
const account = '123456789012';
const roleArn = (name: string): string => `arn:aws:iam::${account}:role/${name}`;
const words: Readonly<Record<string, string>> = {
  REPOSITORY: 'goorm-popcorn-*',
  CLUSTER: 'popcorn',
  REGION: region,
  ACCOUNT: account,
};

interface Policy {
  readonly Statement: readonly { readonly Action: readonly string[] }[];
}

async function policyOf(name: string): Promise<Policy> {
  const text = await readFile(resolve(import.meta.dirname, '../../docs/iam', `${name}.json`), 'utf8');
  return JSON.parse(Object.entries(words).reduce((all, [word, value]) => all.replaceAll(word, value), text)) as Policy;
}

const trust = (principal: object) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
});

/** What stands behind a push by Docker's protocol, and what AWS asks for on behalf of CreateRepository: nobody calls these. */
const PUSH = [
  'BatchCheckLayerAvailability',
  'InitiateLayerUpload',
  'UploadLayerPart',
  'CompleteLayerUpload',
  'PutImage',
  'BatchGetImage',
  'GetDownloadUrlForLayer',
];
const onBehalf: readonly Asked[] = [...PUSH, 'TagResource'].map((name) => ({
  action: `ecr:${name}`,
  resources: [`arn:aws:ecr:${region}:${account}:repository/goorm-popcorn-user`],
  context: {},
}));

const definition = (name: string) => ({
  family: name,
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  executionRoleArn: roleArn('execution'),
  containerDefinitions: [
    { name, image: `${account}.dkr.ecr.${region}.amazonaws.com/goorm-popcorn-${name}:old`, essential: true },
  ],
});

const seedOf = (policy: Policy) => ({
  clusters: [{ clusterName: 'popcorn', capacityProviders: ['FARGATE'] }],
  roles: [
    { RoleName: 'execution', AssumeRolePolicyDocument: trust({ Service: 'ecs-tasks.amazonaws.com' }) },
    { RoleName: 'build', AssumeRolePolicyDocument: trust({ AWS: '*' }) },
  ],
  rolePolicies: [{ RoleName: 'build', PolicyName: 'build-push', PolicyDocument: policy }],
  vpcs: [{ VpcId: 'vpc-1' }],
  subnets: [{ SubnetId: 'subnet-a', VpcId: 'vpc-1' }],
  securityGroups: [{ GroupId: 'sg-a', VpcId: 'vpc-1' }],
  repositories: ['user', 'store'].map((name) => ({ repositoryName: `goorm-popcorn-${name}` })),
  images: ['user', 'store'].map((name) => ({
    repositoryName: `goorm-popcorn-${name}`,
    imageTag: 'old',
    platforms: ['linux/amd64'],
  })),
  taskDefinitions: ['user', 'store'].map(definition),
  // One runs, of the other only its task definition tells.
  services: [
    ['user', 1],
    ['store', 0],
  ].map(([name, desiredCount]) => ({
    cluster: 'popcorn',
    serviceName: name,
    taskDefinition: name,
    desiredCount,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'], securityGroups: ['sg-a'] } },
  })),
});

test('the policy of build-push lets everything be done that it does, and nothing else', async () => {
  const policy = await policyOf('build-push');
  await using stage = await BuildStage.open(seedOf(policy), 10);
  const identity = await startIdentityEndpoint('repo:someone/popcorn:ref:refs/heads/main');
  try {
    const settings = {
      region,
      endpoint: stage.cloud.endpoint,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    };
    await waitUntilServicesStable(
      { client: new ECSClient(settings), maxWaitTime: 60, minDelay: 1, maxDelay: 1 },
      { cluster: 'popcorn', services: ['user'] },
    );
    const build = async (inputs: Readonly<Record<string, string>>): Promise<string | undefined> => {
      const own = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', ...identity.env };
      const { outputs, stdout } = await stage.build({ 'role-to-assume': roleArn('build'), ...inputs }, own);
      expect([outputs.reason, stdout]).toEqual([expect.any(String), expect.not.stringContaining('not authorized')]);
      return outputs.outcome;
    };
    const both = { services: 'user\nstore' };
    expect(await build({ ...both, 'dry-run': 'true' })).toBe('planned');
    expect(await build({ ...both, tags: 'v1', 'fail-on': 'none', lifecycle: 'put', 'protected-tags': 'old' })).toBe(
      'built',
    );
    expect(await build({ ...both, tags: 'v2', 'deployed-tag': 'v1' })).toBe('unchanged');
    // What is deployed by its tag is looked into: from which commit it was built.
    await writeFile(join(stage.folder, 'services/user/server.js'), 'changed\n');
    await stage.commit('changed');
    expect(await build({ services: 'user', 'deployed-tag': 'v1' })).toBe('built');
    const made = { 'create-repository': 'true', 'repository-tags': 'team=orders' };
    expect(await build({ services: 'order', ...made })).toBe('built');
    const response = await fetch(`${stage.cloud.endpoint}/_sluice/requests`);
    const all = (await response.json()) as LoggedCall[];
    const calls = all.filter(
      (call) => call.principal?.includes(':assumed-role/build/') && actionOf(call) !== 'sts:GetCallerIdentity',
    );
    const asked = [...calls.map((call) => askedBy(call, region, account)), ...onBehalf];
    const iam = new IAMClient(settings);
    expect(await refusedTo(iam, roleArn('build'), asked)).toEqual([]);
    const granted = [...new Set(policy.Statement.flatMap(({ Action }) => Action))].sort();
    expect([...new Set(asked.map(({ action }) => action))].sort()).toEqual(granted);
  } finally {
    await identity.stop();
  }
}, 180_000);
