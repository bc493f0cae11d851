import {
  BatchCheckLayerAvailabilityCommand,
  BatchDeleteImageCommand,
  BatchGetImageCommand,
  CompleteLayerUploadCommand,
  CreateRepositoryCommand,
  DescribeImagesCommand,
  type ECRClient,
  InitiateLayerUploadCommand,
  ListImageReferrersCommand,
  ListImagesCommand,
  PutImageCommand,
  UpdateImageStorageClassCommand,
  UploadLayerPartCommand,
} from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Cloud } from '../cloud.js';
import { ecrClient, errorOf, imageOf, login, putManifest, type RegistryClient } from './ecr-under-test.js';
import { digestOf, mediaTypes } from './manifest.js';

/** Images by the API of ECR: layers in, tags off, images away and into the archive. */

let cloud: Cloud;
let ecr: ECRClient;
let registry: RegistryClient;
let repositoryName = '';
let count = 0;

beforeAll(async () => {
  cloud = await Cloud.start({ settings: { imageRestoreMs: 50 } });
  ecr = ecrClient(cloud);
  registry = await login(ecr);
});

afterAll(async () => {
  ecr.destroy();
  await cloud.stop();
});

/** A repository of its own for each test. */
async function fresh(settings: Record<string, unknown> = {}): Promise<void> {
  repositoryName = `images-${++count}`;
  await ecr.send(new CreateRepositoryCommand({ repositoryName, ...settings }));
}

async function push(...tags: string[]): Promise<string> {
  const text = await imageOf(registry, repositoryName, `${repositoryName} ${tags.join()}`);
  for (const tag of tags) await putManifest(registry, repositoryName, tag, text);
  if (tags.length === 0) await putManifest(registry, repositoryName, digestOf(text), text);
  return digestOf(text);
}

const remove = (...imageIds: { imageTag?: string; imageDigest?: string }[]) =>
  ecr.send(new BatchDeleteImageCommand({ repositoryName, imageIds }));
const listed = async (filter = {}) =>
  (await ecr.send(new ListImagesCommand({ repositoryName, filter }))).imageIds?.map(({ imageTag }) => imageTag);

describe('a layer by the API of ECR', () => {
  const bytes = Buffer.from('0123456789'.repeat(100));
  const part = (uploadId: string | undefined, from: number, to: number) =>
    ecr.send(
      new UploadLayerPartCommand({
        repositoryName,
        uploadId,
        partFirstByte: from,
        partLastByte: to - 1,
        layerPartBlob: bytes.subarray(from, to),
      }),
    );

  test('comes in parts that follow each other, and is the same for the registry', async () => {
    await fresh();
    await cloud.sluice('ecr/part-size', { bytes: 600 });
    const { uploadId, partSize } = await ecr.send(new InitiateLayerUploadCommand({ repositoryName }));
    expect(partSize).toBe(600);
    expect((await part(uploadId, 0, 600)).lastByteReceived).toBe(599);
    await expect(part(uploadId, 700, 1_000)).rejects.toMatchObject({
      name: 'InvalidLayerPartException',
      lastValidByteReceived: 599,
    });
    await part(uploadId, 600, 1_000);
    const complete = new CompleteLayerUploadCommand({ repositoryName, uploadId, layerDigests: [digestOf(bytes)] });
    expect((await ecr.send(complete)).layerDigest).toBe(digestOf(bytes));
    await expect(ecr.send(complete)).rejects.toMatchObject({ name: 'UploadNotFoundException' });
    expect(await (await registry.send('GET', `${repositoryName}/blobs/${digestOf(bytes)}`)).text()).toBe(`${bytes}`);
    const layerDigests = [digestOf(bytes), digestOf('nothing')];
    const { layers } = await ecr.send(new BatchCheckLayerAvailabilityCommand({ repositoryName, layerDigests }));
    expect(layers?.map(({ layerAvailability }) => layerAvailability)).toEqual(['AVAILABLE', 'UNAVAILABLE']);
  });

  test.each([
    ['of another digest', true, digestOf('other'), 'InvalidLayerException'],
    ['without a byte', false, digestOf(''), 'EmptyUploadException'],
    ['that is there already', true, digestOf(bytes), 'LayerAlreadyExistsException'],
  ])('%s is refused', async (what, hasBytes, digest, name) => {
    await fresh();
    const once = async () => {
      const { uploadId } = await ecr.send(new InitiateLayerUploadCommand({ repositoryName }));
      if (hasBytes) await part(uploadId, 0, bytes.length);
      await ecr.send(new CompleteLayerUploadCommand({ repositoryName, uploadId, layerDigests: [digest] }));
    };
    if (what.includes('already')) await once();
    await expect(once()).rejects.toMatchObject({ name });
  });
});

describe('deletion', () => {
  test('by tag takes the tag off, and the image with its last one', async () => {
    await fresh();
    const imageDigest = await push('a', 'b');
    expect((await remove({ imageTag: 'a' })).imageIds).toEqual([{ imageDigest, imageTag: 'a' }]);
    expect(await listed()).toEqual(['b']);
    await remove({ imageTag: 'b' });
    expect(await listed()).toEqual([]);
  });

  test('by digest takes the image with all its tags', async () => {
    await fresh();
    const imageDigest = await push('a', 'b');
    expect((await remove({ imageDigest })).imageIds).toHaveLength(2);
    expect(await listed()).toEqual([]);
  });

  test('leaves what an index holds until the index is gone', async () => {
    await fresh();
    const child = await push();
    const manifests = [{ mediaType: mediaTypes.manifest, digest: child, size: 1 }];
    const index = JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.index, manifests });
    await putManifest(registry, repositoryName, 'index', index);
    const { failures } = await remove({ imageDigest: child });
    expect(failures).toEqual([
      {
        imageId: { imageDigest: child },
        failureCode: 'ImageReferencedByManifestList',
        failureReason: `Requested image referenced by manifest list: [${digestOf(index)}]`,
      },
    ]);
    expect((await remove({ imageTag: 'index' }, { imageDigest: child })).failures).toEqual([]);
  });

  test('tells what is not there, and what does not fit', async () => {
    await fresh();
    const imageDigest = await push('a');
    const { failures } = await remove({ imageTag: 'x' }, {}, { imageTag: 'a', imageDigest: digestOf('x') });
    expect(failures?.map(({ failureCode }) => failureCode)).toEqual([
      'ImageNotFound',
      'MissingDigestAndTag',
      'ImageTagDoesNotMatchDigest',
    ]);
    expect((await registry.send('DELETE', `${repositoryName}/manifests/${imageDigest}`)).status).toBe(202);
    expect(await listed()).toEqual([]);
  });

  test('takes what speaks about the image with it', async () => {
    await fresh();
    const imageDigest = await push('a');
    const subject = { mediaType: mediaTypes.manifest, digest: imageDigest, size: 1 };
    const note = await imageOf(registry, repositoryName, 'note', { artifactType: 'application/x-note', subject });
    await putManifest(registry, repositoryName, digestOf(note), note);
    const { referrers } = await ecr.send(new ListImageReferrersCommand({ repositoryName, subjectId: { imageDigest } }));
    expect(referrers).toMatchObject([{ digest: digestOf(note), artifactType: 'application/x-note' }]);
    const described = await ecr.send(
      new DescribeImagesCommand({ repositoryName, imageIds: [{ imageDigest: digestOf(note) }] }),
    );
    expect(described.imageDetails?.[0]?.subjectManifestDigest).toBe(imageDigest);
    await remove({ imageDigest });
    expect(await listed({ tagStatus: 'ANY' })).toEqual([]);
  });
});

describe('a tag that cannot be moved', () => {
  const filters = (...all: string[]) => all.map((filter) => ({ filterType: 'WILDCARD' as const, filter }));
  const put = async (imageTag: string, what: string) => {
    const imageManifest = await imageOf(registry, repositoryName, what);
    return ecr.send(new PutImageCommand({ repositoryName, imageTag, imageManifest }));
  };

  test('is every one but the excluded, or only these', async () => {
    await fresh({
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: filters('cache*', 'prod'),
    });
    for (const tag of ['1', 'cache-main', 'prod']) await put(tag, 'first');
    await put('cache-main', 'second');
    await put('prod', 'second');
    await expect(put('1', 'second')).rejects.toMatchObject({
      name: 'ImageTagAlreadyExistsException',
      message: `The image tag '1' already exists in the '${repositoryName}' repository and cannot be overwritten because the tag is immutable.`,
    });
    await fresh({
      imageTagMutability: 'MUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: filters('v*'),
    });
    for (const tag of ['v1', 'main']) await put(tag, 'first');
    await put('main', 'second');
    await expect(put('v1', 'second')).rejects.toMatchObject({ name: 'ImageTagAlreadyExistsException' });
  });

  test.each([
    ['MUTABLE', ['a']],
    ['IMMUTABLE_WITH_EXCLUSION', []],
    ['IMMUTABLE_WITH_EXCLUSION', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['MUTABLE_WITH_EXCLUSION', ['a b']],
    ['MUTABLE_WITH_EXCLUSION', ['x'.repeat(129)]],
    ['MUTABLE_WITH_EXCLUSION', ['*a*b*']],
  ] as const)('is not set by %s with the filters %j', async (imageTagMutability, given) => {
    await expect(
      fresh({ imageTagMutability, imageTagMutabilityExclusionFilters: filters(...given) }),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});

test('an archived image is listed when asked for, and cannot be pulled until it is restored', async () => {
  await fresh();
  const imageDigest = await push('a');
  const move = (targetStorageClass: 'ARCHIVE' | 'STANDARD') =>
    ecr.send(new UpdateImageStorageClassCommand({ repositoryName, imageId: { imageTag: 'a' }, targetStorageClass }));
  const status = async () => {
    const { imageDetails } = await ecr.send(new DescribeImagesCommand({ repositoryName, imageIds: [{ imageDigest }] }));
    return imageDetails?.[0]?.imageStatus;
  };
  await expect(move('STANDARD')).rejects.toMatchObject({ name: 'ImageStorageClassUpdateNotSupportedException' });
  expect((await move('ARCHIVE')).imageStatus).toBe('ARCHIVED');
  expect([await listed(), await listed({ imageStatus: 'ARCHIVED' })]).toEqual([[], ['a']]);
  expect((await registry.send('GET', `${repositoryName}/manifests/a`)).status).toBe(404);
  const got = await ecr.send(new BatchGetImageCommand({ repositoryName, imageIds: [{ imageDigest }] }));
  expect(got.failures?.[0]?.failureCode).toBe('ImageInaccessible');
  expect((await move('STANDARD')).imageStatus).toBe('ACTIVATING');
  while ((await status()) !== 'ACTIVE') await cloud.clock.sleep(10);
  expect((await registry.send('GET', `${repositoryName}/manifests/a`)).status).toBe(200);
  await move('ARCHIVE');
  await push('a');
  expect(await status()).toBe('ACTIVE');
  expect(await errorOf(await registry.send('GET', `${repositoryName}/manifests/b`))).toMatchObject({ status: 404 });
});
