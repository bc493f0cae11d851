import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EcrRegistryControl, RepositorySettings } from '../ports/ecr.js';
import type { ImageRepository } from '../ports/image-repository.js';
import { signatureOf, smallImage, smallIndex } from '../testing/small-images.js';
import { createEcrControl } from './ecr-control.js';
import { createEcrImageRepository } from './ecr-image-repository.js';
import { type EcrUnderTest, ecrUnderTest, pushTo, rootOf } from './ecr-under-test.js';

let under: EcrUnderTest;
let control: EcrRegistryControl;
let count = 0;
beforeAll(async () => {
  // A preview takes five seconds of the cloud, and is waited for for five minutes.
  under = await ecrUnderTest({ speed: 30 });
  control = createEcrControl(under.settings);
});
afterAll(() => under.stop());

const plain: RepositorySettings = {
  mutability: { setting: 'MUTABLE', exclusions: [] },
  isScannedOnPush: false,
  encryption: { type: 'AES256' },
  tags: {},
};
async function created(
  settings: Partial<RepositorySettings> = {},
): Promise<{ readonly name: string; readonly images: ImageRepository }> {
  const name = `team/shop-${++count}`;
  await control.create(name, { ...plain, ...settings });
  return { name, images: createEcrImageRepository(under.settings, 'registry.test', name) };
}
const fault = (kind: string, body: Record<string, unknown>) => under.cloud.sluice(kind, body);
const policy = (countNumber: number) =>
  JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber },
        action: { type: 'expire' },
      },
    ],
  });

describe('the control of ECR', () => {
  test('logs in with a token that is concealed first, at the host that ECR names', async () => {
    const login = await control.login();
    expect(login.username).toBe('AWS');
    expect(login.host).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(under.secrets).toContain(login.password);
    expect(under.secrets).not.toContain('AWS');
    expect((login.expiresAt ?? 0) - under.cloud.clock.now()).toBeGreaterThan(40_000_000);
    const authorization = `Basic ${Buffer.from(`AWS:${login.password}`).toString('base64')}`;
    expect((await fetch(`http://${login.host}/v2/`, { headers: { authorization } })).status).toBe(200);
  });

  test('creates a repository as it is asked to, once, whoever asks at the same moment and whatever gets lost', async () => {
    const settings: RepositorySettings = {
      mutability: { setting: 'IMMUTABLE_WITH_EXCLUSION', exclusions: ['prod*', 'buildcache*'] },
      isScannedOnPush: true,
      encryption: { type: 'AES256' },
      tags: { team: 'shop' },
    };
    expect(await control.repository('wished')).toBeUndefined();
    const both = await Promise.all([control.create('wished', settings), control.create('wished', settings)]);
    expect(both[0]).toEqual({
      name: 'wished',
      account: under.cloud.accountId,
      arn: `arn:aws:ecr:eu-west-1:${under.cloud.accountId}:repository/wished`,
      uri: expect.stringMatching(/^127\.0\.0\.1:\d+\/wished$/),
      mutability: settings.mutability,
      isScannedOnPush: true,
    });
    expect(both[1]).toEqual(both[0]);
    await fault('lose-reply', { operation: 'ecr:CreateRepository' });
    expect(await control.create('wished/again', plain)).toMatchObject({ name: 'wished/again' });
    expect(await control.repository('wished')).toEqual(both[0]);
  });

  test('lists all images: what indexes hold, what signatures are of, what is archived', async () => {
    const { name, images } = await created();
    const index = smallIndex([smallImage(), smallImage({ platform: 'linux/arm64' })]);
    const signature = signatureOf(index);
    await pushTo(images, index, 'v1', 'prod');
    await pushTo(images, signature);
    const cold = smallImage({ layers: ['cold'] });
    await pushTo(images, cold, 'cold');
    await under.cloud.invoke('ecr', 'UpdateImageStorageClass', {
      repositoryName: name,
      imageId: { imageDigest: cold.digest },
      targetStorageClass: 'ARCHIVE',
    });
    const found = new Map((await control.images(name)).map((image) => [image.digest, image]));
    expect(found.size).toBe(5);
    expect(found.get(index.digest)).toMatchObject({
      tags: expect.arrayContaining(['v1', 'prod']),
      children: index.manifests.slice(0, 2).map(({ digest }) => digest),
      storageClass: 'standard',
      pushedAtMs: expect.any(Number),
    });
    expect(found.get(signature.digest)).toMatchObject({ subject: index.digest, tags: [] });
    expect(found.get(cold.digest)).toMatchObject({ storageClass: 'archive', archivedAtMs: expect.any(Number) });
    expect(await control.image(name, 'cold')).toMatchObject({ digest: cold.digest, status: 'ARCHIVED' });
    expect(await images.manifest('cold')).toBeUndefined();
    expect(await control.image(name, index.digest)).toMatchObject({ status: 'ACTIVE', sizeBytes: expect.any(Number) });
    expect(await control.image(name, 'v9')).toBeUndefined();
  });

  test('takes tags off in calls of a hundred, and says which stay', async () => {
    const { name, images } = await created();
    const [image, child] = [smallImage(), smallImage({ layers: ['child'] })];
    await pushTo(images, child, 'child');
    await pushTo(images, smallIndex([child]), 'index');
    await pushTo(images, image, 'a', 'b');
    const gone = Array.from({ length: 150 }, (_, index) => `gone-${index}`);
    const made = await under.calls(async () => {
      const left = await control.untag(name, ['a', 'child', ...gone]);
      expect(left).toEqual([{ tag: 'child', why: expect.stringContaining('ImageReferencedByManifestList') }]);
    });
    expect(made).toEqual({ BatchDeleteImage: 2 });
    expect(await control.image(name, 'b')).toMatchObject({ tags: ['b'] });
    await fault('lose-reply', { operation: 'ecr:BatchDeleteImage' });
    expect(await control.untag(name, ['b'])).toEqual([]);
    expect(await control.image(name, image.digest)).toBeUndefined();
  });

  test('previews a policy, after another that is under way, and puts it only when asked to', async () => {
    const { name, images } = await created();
    for (const layer of ['1', '2', '3']) await pushTo(images, smallImage({ layers: [layer] }), `v${layer}`);
    expect(await control.lifecyclePolicy(name)).toBeUndefined();
    await under.cloud.invoke('ecr', 'StartLifecyclePolicyPreview', {
      repositoryName: name,
      lifecyclePolicyText: policy(1),
    });
    expect(await control.previewLifecycle(name, policy(2))).toEqual([
      { digest: expect.stringMatching(/^sha256:/), tags: ['v1'], rulePriority: 1 },
    ]);
    await fault('lose-reply', { operation: 'ecr:StartLifecyclePolicyPreview' });
    expect(await control.previewLifecycle(name, policy(1))).toHaveLength(2);
    expect(await control.lifecyclePolicy(name)).toBeUndefined();
    await control.putLifecyclePolicy(name, policy(2));
    expect(JSON.parse((await control.lifecyclePolicy(name)) ?? '')).toEqual(JSON.parse(policy(2)));
  });

  test('gives a preview up that does not come to an end', async () => {
    const { name } = await created();
    await under.cloud.sluice('settings', { lifecyclePreviewMs: 600_000 });
    try {
      // Twenty times as fast as the toolkit knows.
      let now = under.cloud.clock.now();
      const sleep = async (ms: number) => {
        now += ms * 20;
      };
      const clock = { now: () => now, sleep };
      const hurried = createEcrControl({ ...under.settings, clock });
      expect(await hurried.previewLifecycle(name, policy(2))).toBeUndefined();
    } finally {
      await under.cloud.sluice('settings', { lifecyclePreviewMs: 5_000 });
    }
  });

  test('reads scans: none, under way, all pages of the findings, and what cannot be scanned', async () => {
    const { name, images } = await created({ isScannedOnPush: true });
    const [image, other] = [smallImage(), smallImage({ layers: ['other'] })];
    const findings = Array.from({ length: 1_100 }, (_, index) => ({
      name: `CVE-2026-${index}`,
      severity: index === 0 ? 'CRITICAL' : 'LOW',
      attributes: [{ key: 'package_name', value: 'openssl' }],
    }));
    await fault('ecr/scan', { repositoryName: name, imageDigest: image.digest, status: 'IN_PROGRESS' });
    await fault('ecr/scan', { repositoryName: name, imageDigest: other.digest, status: 'UNSUPPORTED_IMAGE' });
    await pushTo(images, image);
    await pushTo(images, other);
    expect(await control.scan(name, image.digest)).toMatchObject({ status: 'IN_PROGRESS', report: undefined });
    expect(await control.startScan(name, image.digest)).toBe('refused');
    expect(await control.scan(name, other.digest)).toMatchObject({ status: 'UNSUPPORTED_IMAGE', report: undefined });
    await fault('ecr/scan', { repositoryName: name, imageDigest: image.digest, status: 'COMPLETE', findings });
    const { report } = await control.scan(name, image.digest);
    expect(report?.findings).toHaveLength(1_100);
    expect(report).toMatchObject({ source: 'ECR basic', subjects: [image.digest] });
    const unscanned = await created();
    await pushTo(unscanned.images, image);
    expect(await control.scan(unscanned.name, image.digest)).toMatchObject({ status: undefined, report: undefined });
    expect(await control.startScan(unscanned.name, image.digest)).toBe('started');
  });

  test('knows what has become of a signature that ECR makes itself, and that it makes none', async () => {
    const { name, images } = await created();
    await pushTo(images, smallImage(), 'v1');
    const { digest } = rootOf(smallImage());
    expect(await control.signing(name, digest)).toBeUndefined();
    const signingProfileArn = `arn:aws:signer:eu-west-1:${under.cloud.accountId}:/signing-profiles/shop`;
    await under.cloud.invoke('ecr', 'PutSigningConfiguration', {
      signingConfiguration: { rules: [{ signingProfileArn }] },
    });
    try {
      expect(await control.signing(name, digest)).toMatch(/^(IN_PROGRESS|COMPLETE)$/);
      expect(await control.signing(name, `sha256:${'a'.repeat(64)}`)).toBeUndefined();
    } finally {
      await under.cloud.invoke('ecr', 'DeleteSigningConfiguration', {});
    }
  });

  test('tells a repository that is not there as that', async () => {
    const missing = { name: 'RepositoryMissing', repository: 'not/there' };
    for (const ask of [
      () => control.images('not/there'),
      () => control.image('not/there', 'v1'),
      () => control.untag('not/there', ['v1']),
      () => control.lifecyclePolicy('not/there'),
      () => control.previewLifecycle('not/there', policy(1)),
      () => control.scan('not/there', rootOf(smallImage()).digest),
    ]) {
      await expect(ask()).rejects.toMatchObject(missing);
    }
  });
});
