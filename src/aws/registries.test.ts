import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ImageRegistries } from '../ports/image-registries.js';
import { otherRegistries } from '../registry/index.js';
import { HttpRegistry } from '../testing/http-registry.js';
import { smallImage } from '../testing/small-images.js';
import { blobOf, type EcrUnderTest, ecrUnderTest, pushTo, rootOf, stream } from './ecr-under-test.js';
import { imageRegistries } from './registries.js';
import { secondSession } from './second-session.js';
import type { Session } from './session.js';

const other = '210987654321';
let under: EcrUnderTest;
let dockerFolder: string;
beforeAll(async () => {
  under = await ecrUnderTest();
  dockerFolder = await mkdtemp(join(tmpdir(), 'sluice-registries-'));
});
afterAll(async () => {
  await under.stop();
  await rm(dockerFolder, { recursive: true });
});

function registries(session?: Session, env: NodeJS.ProcessEnv = process.env): ImageRegistries {
  const { clock, conceal, region } = under.settings;
  const elsewhere = otherRegistries({ clock, conceal, dockerFolder });
  return imageRegistries({ region, session, clock, conceal, elsewhere, env });
}
const created = (repositoryName: string, as: { accountId?: string } = {}) =>
  under.cloud.invoke('ecr', 'CreateRepository', { repositoryName }, as) as Promise<{
    repository: { repositoryUri: string };
  }>;
const operations = () => new Set(Object.keys(under.cloud.counts()));

function theirs(warnings: string[] = [], roleArn = `arn:aws:iam::${other}:role/promote`): Session {
  const { clock, conceal, region } = under.settings;
  return secondSession({
    base: undefined,
    region,
    roleArn,
    externalId: 'shop',
    sessionName: 'sluice-test',
    clock,
    conceal,
    line: () => {},
    warn: (text) => warnings.push(text),
    whenOver: '',
  });
}

describe('the registries', () => {
  test('know a plain name as ECR of the credentials, by the host that ECR itself tells', async () => {
    const { repository } = await created('team/shop');
    const found = await registries().repository('team/shop');
    expect(found).toMatchObject({ kind: 'ecr', path: 'team/shop', images: { name: repository.repositoryUri } });
    expect((await found.login())?.host).toBe(found.host);
    await pushTo(found.images, smallImage(), 'v1');
    expect(await found.ecr?.image('team/shop', 'v1')).toMatchObject({ digest: smallImage().digest });
  });

  test('know what a repository will be called that is not there yet', async () => {
    const found = await registries().repository('not/there');
    expect(found.images.name).toMatch(/^127\.0\.0\.1:\d+\/not\/there$/);
    expect(await found.ecr?.repository('not/there')).toBeUndefined();
    await expect(found.images.manifest('v1')).rejects.toMatchObject({ name: 'RepositoryMissing' });
  });

  test('know their host also where repositories may not be looked at', async () => {
    const order = (await under.cloud.sluice('deny', { operation: 'ecr:DescribeRepositories' })) as { id: string };
    try {
      expect((await registries().repository('team/shop')).host).toMatch(/^127\.0\.0\.1:\d+$/);
    } finally {
      await under.cloud.sluice('clear-faults', { id: order.id });
    }
  });

  test('know a host of this machine as ECR when ECR says that it is its own, and as any registry otherwise', async () => {
    const { repository } = await created('by-host');
    const byHost = await registries().repository(repository.repositoryUri);
    expect(byHost).toMatchObject({ kind: 'ecr', path: 'by-host' });
    await pushTo(byHost.images, smallImage(), 'v1');
    const registry = await HttpRegistry.start();
    try {
      const plain = await registries().repository(`${registry.host}/by-host`);
      expect(plain).toMatchObject({ kind: 'registry', ecr: undefined });
      expect(await plain.login()).toBeUndefined();
      await pushTo(plain.images, smallImage(), 'v1');
      expect(registry.manifests.size).toBe(2);
    } finally {
      await registry.stop();
    }
  });

  test('ask ECR nothing about a registry that is none of it', async () => {
    const before = operations();
    const all = registries(undefined, {});
    expect(await all.repository('ghcr.io/team/shop')).toMatchObject({ kind: 'registry', host: 'ghcr.io' });
    expect(await all.repository('127.0.0.1:9/team/shop')).toMatchObject({ kind: 'registry' });
    expect(await all.repository('public.ecr.aws/team/shop')).toMatchObject({ kind: 'ecr-public' });
    expect(await all.repository(`${other}.dkr.ecr.us-west-2.amazonaws.com/shop`)).toMatchObject({ kind: 'ecr' });
    expect(operations()).toEqual(before);
    await expect(all.repository('shop:1')).rejects.toThrow('shop:1 has the tag 1');
  });

  test('log in at the public registry of Amazon, whose tokens come from one Region', async () => {
    const found = await registries().repository('public.ecr.aws/team/shop');
    const login = await found.login();
    expect(login).toMatchObject({ host: 'public.ecr.aws', username: 'AWS', expiresAt: expect.any(Number) });
    expect(under.secrets).toContain(login?.password);
    expect(found.ecr).toBeUndefined();
  });

  test('reach a repository of another account by its full name, as far as its policy lets them', async () => {
    await created('theirs', { accountId: other });
    const name = `${other}.dkr.ecr.eu-west-1.amazonaws.com/theirs`;
    const found = await registries().repository(name);
    await expect(found.images.manifest('v1')).rejects.toMatchObject({ detail: { kind: 'denied' } });
    const policyText = JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal: { AWS: under.cloud.accountId }, Action: 'ecr:*' },
    });
    await under.cloud.invoke(
      'ecr',
      'SetRepositoryPolicy',
      { repositoryName: 'theirs', policyText },
      { accountId: other },
    );
    await pushTo(found.images, smallImage(), 'v1');
    expect(await found.images.manifest('v1')).toEqual(rootOf(smallImage()));
    expect((await found.login())?.host).toBe(found.host);
  });
});

describe('a second session', () => {
  test('works in another account, with keys that are concealed, and ends as sessions do', async () => {
    await created('across', { accountId: other });
    const found = await registries(theirs()).repository('across');
    expect(await found.ecr?.repository('across')).toMatchObject({ account: other });
    await pushTo(found.images, smallImage(), 'v1');
    const own = await registries().repository('across');
    expect(own.host).not.toBe(found.host);
    expect(await own.ecr?.repository('across')).toBeUndefined();
    expect(under.secrets.length).toBeGreaterThan(2);
  });

  test('that is refused says which role, and what it must trust', async () => {
    const order = (await under.cloud.sluice('deny', { operation: 'sts:AssumeRole' })) as { id: string };
    try {
      const found = registries(theirs()).repository('across');
      await expect(found).rejects.toMatchObject({
        name: 'AccessError',
        message: expect.stringContaining('its trust policy must allow sts:AssumeRole'),
        detail: { kind: 'denied', action: 'sts:AssumeRole' },
      });
    } finally {
      await under.cloud.sluice('clear-faults', { id: order.id });
    }
  });

  test('whose keys AWS does not take any more is taken anew, in the middle of a layer too', async () => {
    await created('renewed', { accountId: other });
    const session = theirs();
    const found = await registries(session).repository('renewed');
    const { accessKeyId } = await session.credentials();
    const bytes = Buffer.alloc(10 * 1_024 * 1_024 + 5, 'layer');
    async function* expiring() {
      yield* stream(bytes.subarray(0, 10_480_000));
      await under.cloud.sluice('expire-credentials', { accessKeyId });
      yield* stream(bytes.subarray(10_480_000));
    }
    await found.images.take(blobOf(bytes), expiring());
    expect(await found.images.lacks([blobOf(bytes)])).toEqual([]);
    expect((await session.credentials()).accessKeyId).not.toBe(accessKeyId);
  });
});
