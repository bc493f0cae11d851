import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AccessError } from '../ports/access-error.js';
import type { ImageRepository } from '../ports/image-repository.js';
import { gathered } from '../registry/digested.js';
import { digestOf, signatureOf, smallImage, smallIndex } from '../testing/small-images.js';
import { createEcrImageRepository } from './ecr-image-repository.js';
import { blobOf, type EcrUnderTest, ecrUnderTest, pushTo, rootOf, stream } from './ecr-under-test.js';

let under: EcrUnderTest;
let count = 0;
beforeAll(async () => {
  under = await ecrUnderTest();
});
afterAll(() => under.stop());

/** A new repository, and what the toolkit has of it. */
async function created(request: Record<string, unknown> = {}): Promise<ImageRepository> {
  const repositoryName = `team/shop-${++count}`;
  await under.cloud.invoke('ecr', 'CreateRepository', { repositoryName, ...request });
  return createEcrImageRepository(under.settings, 'registry.test', repositoryName);
}
const fault = (kind: string, body: Record<string, unknown>) => under.cloud.sluice(kind, body);

describe('a repository of ECR', () => {
  test('takes an index with all that is in it, and gives its very bytes', async () => {
    const images = await created();
    const index = smallIndex([smallImage({ indent: 3 }), smallImage({ platform: 'linux/arm64' })], {
      hasAttestations: true,
      indent: 2,
    });
    const blobs = [...index.blobs.values()].map(blobOf);
    expect(await images.put(rootOf(index), 'v1')).toMatchObject({ is: 'incomplete' });
    expect(await images.put(index.manifests[0]!, 'v1')).toMatchObject({ is: 'incomplete' });
    expect(await images.lacks(blobs)).toEqual(blobs);
    await pushTo(images, index);
    expect(await images.lacks(blobs)).toEqual([]);
    expect(await images.put(rootOf(index), 'v1')).toEqual({ is: 'put' });
    expect(await images.put(rootOf(index), 'v1')).toEqual({ is: 'there' });
    expect(await images.put(rootOf(index))).toEqual({ is: 'there' });
    expect(await images.manifest('v1')).toEqual(rootOf(index));
    expect(await images.manifest('v2')).toBeUndefined();
    const [digest, bytes] = [...index.blobs][0]!;
    expect(Buffer.from(await images.blob(digest))).toEqual(bytes);
  });

  test('is asked once for all digests that are wanted at the same moment, and once more for each hundred', async () => {
    const images = await created();
    const image = smallImage();
    await pushTo(images, image);
    const others = Array.from({ length: 102 }, (_, index) => Buffer.from(String(index)));
    const made = await under.calls(async () => {
      const found = await Promise.all([image.digest, ...others.map(digestOf)].map(images.manifest));
      expect(found.map((bytes) => bytes?.digest)).toEqual([image.digest, ...others.map(() => undefined)]);
      expect(await images.lacks([...others, ...image.blobs.values()].map(blobOf))).toHaveLength(102);
    });
    expect(made).toEqual({ BatchGetImage: 2, BatchCheckLayerAvailability: 2 });
  });

  test('finds what speaks about an image: all pages of its referrers, and the tags beside it', async () => {
    const images = await created();
    const image = smallImage();
    await pushTo(images, image, 'v1');
    const beside = signatureOf(image, 'tag');
    await pushTo(images, beside, beside.companionTag ?? '');
    const referrers = Array.from({ length: 55 }, (_, index) => {
      const { blobs, manifests } = signatureOf(image);
      const text = JSON.stringify({ ...JSON.parse(manifests[0]?.text ?? ''), annotations: { index: String(index) } });
      const bytes = { ...manifests[0]!, text, digest: digestOf(text) };
      return { blobs, bytes };
    });
    for (const bytes of referrers[0]?.blobs.values() ?? []) await images.take(blobOf(bytes), stream(bytes));
    for (const { bytes } of referrers) await images.put(bytes);
    const found = await images.speakingOf(image.digest);
    expect([...found].sort()).toEqual([...referrers.map(({ bytes }) => bytes.digest), beside.digest].sort());
  });

  test('says of a tag that cannot be moved which image it stands for, and moves one that is excluded', async () => {
    const images = await created({
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: 'prod*' }],
    });
    const [old, next] = [smallImage(), smallImage({ layers: ['next'] })];
    await pushTo(images, old, 'v1', 'prod');
    await pushTo(images, next);
    expect(await images.put(rootOf(next), 'v1')).toEqual({ is: 'taken', by: old.digest });
    expect(await images.put(rootOf(old), 'v1')).toEqual({ is: 'there' });
    expect(await images.put(rootOf(next), 'prod')).toEqual({ is: 'put' });
  });

  test('that is not there is told as that, whatever is wanted of it', async () => {
    const images = createEcrImageRepository(under.settings, 'registry.test', 'not/there');
    const blob = blobOf(Buffer.from('x'));
    for (const ask of [
      () => images.manifest('v1'),
      () => images.lacks([blob]),
      () => images.take(blob, stream(Buffer.from('x'))),
      () => images.put(rootOf(smallImage())),
      () => images.speakingOf(blob.digest),
      async () => gathered(await images.open(blob)),
    ]) {
      await expect(ask()).rejects.toMatchObject({
        name: 'RepositoryMissing',
        repository: 'registry.test/not/there',
      });
    }
  });

  test('of another account is told with the right that its policy lacks', async () => {
    const other = '210987654321';
    await under.cloud.invoke('ecr', 'CreateRepository', { repositoryName: 'theirs' }, { accountId: other });
    const images = createEcrImageRepository({ ...under.settings, account: other }, 'registry.test', 'theirs');
    const error = await images.manifest('v1').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AccessError);
    expect(error).toMatchObject({
      detail: {
        kind: 'denied',
        action: 'ecr:BatchGetImage',
        resource: `arn:aws:ecr:eu-west-1:${other}:repository/theirs`,
      },
    });
  });

  test('refuses bytes of another digest, and keeps nothing of them', async () => {
    const images = await created();
    const blob = blobOf(Buffer.from('right'));
    await expect(images.take(blob, stream(Buffer.from('wrong')))).rejects.toThrow('have the digest');
    await expect(images.take({ ...blob, size: 4 }, stream(Buffer.from('right')))).rejects.toThrow('longer than');
    await expect(images.take({ ...blob, size: 6 }, stream(Buffer.from('right')))).rejects.toThrow('5 bytes and not 6');
    expect(await images.lacks([blob])).toEqual([blob]);
  });

  test('does not put bytes that are not those of their digest', async () => {
    const images = await created();
    const image = smallImage();
    await pushTo(images, image);
    const changed = { ...rootOf(image), text: `${rootOf(image).text}\n` };
    await expect(images.put(changed, 'v1')).rejects.toThrow('the bytes of the manifest have the digest');
    expect(await images.manifest('v1')).toBeUndefined();
  });
});

describe('a layer of several parts', () => {
  const size = 10 * 1_024 * 1_024 + 5;
  const bytes = Buffer.alloc(size, 'layer ');
  const blob = blobOf(bytes);

  test('goes up part by part, and comes down as it was', async () => {
    const images = await created();
    const made = await under.calls(() => images.take(blob, stream(bytes, 300_000)));
    expect(made).toEqual({ InitiateLayerUpload: 1, UploadLayerPart: 2, CompleteLayerUpload: 1 });
    expect(digestOf(await gathered(await images.open(blob)))).toBe(blob.digest);
  });

  test('survives lost answers and faults of each call that it goes up by, without being begun anew', async () => {
    const images = await created();
    await fault('lose-reply', { operation: 'ecr:UploadLayerPart' });
    await fault('throttle', { operation: 'ecr:InitiateLayerUpload' });
    await fault('error', { operation: 'ecr:UploadLayerPart', skip: 1 });
    await fault('lose-reply', { operation: 'ecr:CompleteLayerUpload' });
    const made = await under.calls(() => images.take(blob, stream(bytes, 1_000_000)));
    expect(made).toMatchObject({ InitiateLayerUpload: 2, CompleteLayerUpload: 2 });
    expect(await images.lacks([blob])).toEqual([]);
  });

  test('comes down over connections that break, from where they broke', async () => {
    const images = await created();
    await images.take(blob, stream(bytes, 1_000_000));
    await fault('ecr/registry-fault', { what: 'cut', route: 'blobs', afterBytes: 4_000_000, times: 2 });
    const opened = await images.open(blob);
    expect(digestOf(await gathered(opened))).toBe(blob.digest);
  });
});

describe('calls that ECR does not answer as they should be', () => {
  test('are made again after throttling and faults of its own, and what was done is found done', async () => {
    const images = await created();
    const image = smallImage();
    await fault('throttle', { operation: 'ecr:BatchCheckLayerAvailability' });
    await fault('error', { operation: 'ecr:BatchGetImage' });
    await images.lacks([...image.blobs.values()].map(blobOf));
    await pushTo(images, image);
    await fault('lose-reply', { operation: 'ecr:PutImage' });
    expect(await images.put(rootOf(image), 'v1')).toEqual({ is: 'there' });
    expect(await images.manifest('v1')).toEqual(rootOf(image));
  });

  test('end with credentials that have expired as an error of access', async () => {
    const images = await created();
    await under.cloud.sluice('expire-credentials');
    try {
      await expect(images.manifest('v1')).rejects.toMatchObject({ name: 'AccessError', detail: { kind: 'expired' } });
    } finally {
      await under.cloud.sluice('restore-credentials');
    }
  });
});
