import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BatchGetImageCommand,
  CreateRepositoryCommand,
  DescribeRepositoriesCommand,
  SetRepositoryPolicyCommand,
} from '@aws-sdk/client-ecr';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Cloud } from '../cloud.js';
import { seed } from '../seed.js';
import { ecrClient, errorOf, imageOf, login, putManifest } from './ecr-under-test.js';

/** Each account and each Region has repositories of its own. */

const other = '210987654321';
const repositoryName = 'shop';
const role = `arn:aws:iam::${other}:role/push`;
let cloud: Cloud;
let sts: STSClient;

beforeAll(async () => {
  cloud = await Cloud.start();
  await cloud.sluice('sts/account', { accountId: other });
  sts = new STSClient({
    endpoint: cloud.endpoint,
    region: cloud.region,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
  });
});

afterAll(async () => {
  sts.destroy();
  await cloud.stop();
});

async function assumed() {
  const { Credentials: keys } = await sts.send(new AssumeRoleCommand({ RoleArn: role, RoleSessionName: 'test' }));
  return {
    accessKeyId: keys?.AccessKeyId ?? '',
    secretAccessKey: keys?.SecretAccessKey ?? '',
    sessionToken: keys?.SessionToken ?? '',
  };
}

test('a role of another account works in that account, at a registry of its own', async () => {
  const own = ecrClient(cloud);
  const theirs = ecrClient(cloud, cloud.region, await assumed());
  const { repository: first } = await own.send(new CreateRepositoryCommand({ repositoryName }));
  const { repository: second } = await theirs.send(new CreateRepositoryCommand({ repositoryName }));
  expect(first?.registryId).toBe('123456789012');
  expect(second?.repositoryArn).toBe(`arn:aws:ecr:eu-west-1:${other}:repository/shop`);
  expect(first?.repositoryUri).toMatch(/^127\.0\.0\.1:\d+\/shop$/);
  expect(second?.repositoryUri).not.toBe(first?.repositoryUri);
  const registry = await login(theirs);
  expect(`${registry.endpoint}/shop`).toBe(`http://${second?.repositoryUri}`);
  const text = await imageOf(registry, repositoryName, 'theirs');
  expect((await putManifest(registry, repositoryName, '1', text)).status).toBe(201);
  const imageIds = [{ imageTag: '1' }];
  expect((await own.send(new BatchGetImageCommand({ repositoryName, imageIds }))).failures).toHaveLength(1);
  const client = new STSClient({ endpoint: cloud.endpoint, region: cloud.region, credentials: await assumed() });
  expect((await client.send(new GetCallerIdentityCommand({}))).Account).toBe(other);
  for (const each of [own, theirs, client]) each.destroy();
});

test('who is of another account is let in by the repository policy alone', async () => {
  const own = ecrClient(cloud);
  const theirs = ecrClient(cloud, cloud.region, await assumed());
  const read = new BatchGetImageCommand({ registryId: other, repositoryName, imageIds: [{ imageTag: '1' }] });
  await expect(own.send(read)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `User: arn:aws:iam::123456789012:user/sluice is not authorized to perform: ecr:BatchGetImage on resource: arn:aws:ecr:eu-west-1:${other}:repository/shop because no resource-based policy allows the ecr:BatchGetImage action`,
  });
  const registry = await login(own, other);
  expect(await errorOf(await registry.send('GET', 'shop/manifests/1'))).toMatchObject({ status: 403, code: 'DENIED' });
  const policyText = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: { AWS: '123456789012' }, Action: ['ecr:BatchGet*'] },
  });
  await theirs.send(new SetRepositoryPolicyCommand({ repositoryName, policyText }));
  expect((await own.send(read)).images).toHaveLength(1);
  expect((await registry.send('GET', 'shop/manifests/1')).status).toBe(200);
  expect((await registry.send('POST', 'shop/blobs/uploads/')).status).toBe(403);
  for (const each of [own, theirs]) each.destroy();
});

test('each Region has repositories, a registry and tokens of its own', async () => {
  const own = ecrClient(cloud);
  const far = ecrClient(cloud, 'us-east-1');
  await far.send(new CreateRepositoryCommand({ repositoryName: 'far' }));
  const { repositories } = await far.send(new DescribeRepositoriesCommand({}));
  expect(repositories?.map(({ repositoryArn }) => repositoryArn)).toEqual([
    'arn:aws:ecr:us-east-1:123456789012:repository/far',
  ]);
  const [near, there] = [await login(own), await login(far)];
  expect((await there.send('GET', 'far/tags/list')).status).toBe(200);
  const answer = await fetch(`${there.endpoint}/v2/`, { headers: { authorization: near.authorization } });
  expect((await errorOf(answer)).message).toBe('Your authorization token has expired. Reauthenticate and try again.');
  for (const each of [own, far]) each.destroy();
});

test('a seed says whose a repository is, and where', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-ecr-seed-'));
  const file = join(folder, 'cloud.yaml');
  await writeFile(
    file,
    `accounts: [{ accountId: '333333333333', accessKeyId: AKIAOTHER }]
repositories:
  - { repositoryName: seeded, registryId: '333333333333', region: eu-central-1 }
  - { repositoryName: seeded, imageTagMutability: IMMUTABLE }
images:
  - { repositoryName: seeded, imageTag: '1', registryId: '333333333333', region: eu-central-1, labels: { a: b } }
`,
  );
  try {
    const created = await seed(cloud, [file]);
    expect(created.map(({ name, arn }) => `${name} ${arn}`).slice(0, 3)).toEqual([
      '333333333333 arn:aws:iam::333333333333:root',
      '333333333333/eu-central-1/seeded arn:aws:ecr:eu-central-1:333333333333:repository/seeded',
      'seeded arn:aws:ecr:eu-west-1:123456789012:repository/seeded',
    ]);
    const theirs = ecrClient(cloud, 'eu-central-1', { accessKeyId: 'AKIAOTHER', secretAccessKey: 'x' });
    const registry = await login(theirs);
    expect((await registry.send('GET', 'seeded/manifests/1')).status).toBe(200);
    theirs.destroy();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('only roles of accounts that the cloud knows can be assumed', async () => {
  const RoleArn = 'arn:aws:iam::999999999999:role/push';
  await expect(sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'test' }))).rejects.toMatchObject({
    name: 'AccessDenied',
  });
});
