import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planCopy } from '../images/copy-plan.js';
import type { ImageRepository } from '../ports/image-repository.js';
import { sha256 } from '../registry/digested.js';
import { signatureOf, smallImage, smallIndex } from '../testing/small-images.js';
import { createEcrControl } from './ecr-control.js';
import { createEcrImageRepository } from './ecr-image-repository.js';
import { type EcrUnderTest, ecrUnderTest, pushTo, rootOf } from './ecr-under-test.js';

let under: EcrUnderTest;
let count = 0;
beforeAll(async () => {
  under = await ecrUnderTest();
});
afterAll(() => under.stop());

async function created(): Promise<ImageRepository> {
  const repositoryName = `team/shop-${++count}`;
  await under.cloud.invoke('ecr', 'CreateRepository', { repositoryName });
  return createEcrImageRepository(under.settings, 'registry.test', repositoryName);
}

/** Every call that a copy is made of. */
const operations = [
  'BatchGetImage',
  'BatchCheckLayerAvailability',
  'GetDownloadUrlForLayer',
  'InitiateLayerUpload',
  'UploadLayerPart',
  'CompleteLayerUpload',
  'PutImage',
  'ListImageReferrers',
];
const trouble = fc.array(
  fc.record({
    kind: fc.constantFrom('throttle', 'error', 'lose-reply', 'lose-request'),
    operation: fc.constantFrom(...operations).map((name) => `ecr:${name}`),
    skip: fc.integer({ min: 0, max: 4 }),
  }),
  { minLength: 1, maxLength: 3 },
);

test('whatever call is throttled, fails or loses its answer, an image arrives with its very bytes', async () => {
  const index = smallIndex([smallImage({ layers: ['a', 'b'] }), smallImage({ platform: 'linux/arm64' })], {
    hasAttestations: true,
  });
  const signature = signatureOf(index);
  const from = await created();
  await pushTo(from, index, 'v1');
  await pushTo(from, signature);
  const copied = async (faults: readonly Fault[]) => {
    const to = await created();
    for (const { kind, ...order } of faults) await under.cloud.sluice(kind, { ...order });
    await copy(from, to, index.digest);
    await under.cloud.sluice('clear-faults');
    expect(await to.manifest('v1')).toEqual(rootOf(index));
    expect(await to.speakingOf(index.digest)).toEqual([signature.digest]);
    const blobs = [...index.blobs.keys(), ...signature.blobs.keys()];
    for (const digest of blobs) expect(await to.blob(digest)).toEqual(await from.blob(digest));
  };
  await fc.assert(fc.asyncProperty(trouble, copied), { numRuns: 8, endOnFailure: true });
}, 120_000);

interface Fault {
  readonly kind: string;
  readonly operation: string;
  readonly skip: number;
}

async function copy(from: ImageRepository, to: ImageRepository, digest: string): Promise<void> {
  const speaking = await from.speakingOf(digest);
  const root = await from.manifest(digest);
  const children = (JSON.parse(root?.text ?? '') as { manifests: { digest: string }[] }).manifests;
  const others = await Promise.all([...children.map((child) => child.digest), ...speaking].map(from.manifest));
  const plan = planCopy(
    digest,
    [root, ...others].flatMap((bytes) => bytes ?? []),
    sha256,
  );
  if (!plan.ok) throw new Error(plan.wrong);
  for (const { manifest, blobs } of plan.plan.steps) {
    for (const blob of await to.lacks(blobs)) await to.take(blob, await from.open(blob));
    await to.put(manifest);
  }
  await to.put(root!, 'v1');
}

test('what nobody answers is told as that in the end, and nothing is said to be done', async () => {
  const images = await created();
  await pushTo(images, smallImage());
  await under.cloud.sluice('throttle', { operation: 'ecr:PutImage', times: 100 });
  await expect(images.put(rootOf(smallImage()), 'v1')).rejects.toMatchObject({ name: 'Unanswered' });
  await under.cloud.sluice('clear-faults');
  expect(await images.manifest('v1')).toBeUndefined();
}, 90_000);

test('thousands of images are listed in calls of a thousand, and taken off in calls of a hundred', async () => {
  const name = `team/shop-${count + 1}`;
  const images = await created();
  const control = createEcrControl(under.settings);
  await pushTo(images, smallImage());
  const tags = Array.from({ length: 1_200 }, (_, index) => `t${index}`);
  for (const [index, tag] of tags.entries()) {
    const text = JSON.stringify({ ...JSON.parse(rootOf(smallImage()).text), annotations: { n: String(index) } });
    await under.cloud.invoke('ecr', 'PutImage', { repositoryName: name, imageManifest: text, imageTag: tag });
  }
  const made = await under.calls(async () => {
    expect(await control.images(name)).toHaveLength(1_201);
    expect(await control.untag(name, tags)).toEqual([]);
    expect(await control.images(name)).toHaveLength(1);
  });
  expect(made).toEqual({ DescribeImages: 3, BatchDeleteImage: 12 });
}, 60_000);
