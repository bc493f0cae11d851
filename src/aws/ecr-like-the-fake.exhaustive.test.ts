import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EcrRegistryControl } from '../ports/ecr.js';
import type { ImageRepository } from '../ports/image-repository.js';
import { FakeRegistries } from '../testing/fake-registry.js';
import { type SmallImage, signatureOf, smallImage, smallIndex } from '../testing/small-images.js';
import { createEcrControl } from './ecr-control.js';
import { createEcrImageRepository } from './ecr-image-repository.js';
import { blobOf, type EcrUnderTest, ecrUnderTest, rootOf, stream } from './ecr-under-test.js';

/** The fake that run-level tests are written with, beside the local cloud behind the real client: both answer the same. */

let under: EcrUnderTest;
let count = 0;
beforeAll(async () => {
  under = await ecrUnderTest();
});
afterAll(() => under.stop());

const single = smallImage();
const arm = smallImage({ platform: 'linux/arm64', layers: ['a', 'b'] });
const index = smallIndex([single, arm], { hasAttestations: true });
const images: readonly SmallImage[] = [
  single,
  arm,
  index,
  signatureOf(single),
  smallImage({ isDocker: true, indent: 3 }),
];
const tags = ['v1', 'v2', 'prod', 'prod-1'];
const digests = images.flatMap(({ manifests }) => manifests.map(({ digest }) => digest));
const references = [...tags, ...digests];

type Deed =
  | { readonly do: 'put'; readonly image: number; readonly tag: string | undefined }
  | { readonly do: 'take'; readonly image: number }
  | { readonly do: 'manifest' | 'image' | 'speaking'; readonly of: string }
  | { readonly do: 'untag'; readonly tags: readonly string[] }
  | { readonly do: 'images' };

const which = fc.nat(images.length - 1);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('take' as const), image: which }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('put' as const),
      image: which,
      tag: fc.constantFrom(undefined, ...tags),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('manifest' as const, 'image' as const),
      of: fc.constantFrom(...references),
    }),
  },
  fc.record({ do: fc.constant('speaking' as const), of: fc.constantFrom(...digests) }),
  fc.record({ do: fc.constant('untag' as const), tags: fc.subarray(tags, { minLength: 1 }) }),
  fc.record({ do: fc.constant('images' as const) }),
);

interface Side {
  readonly repository: ImageRepository;
  readonly control: EcrRegistryControl;
  readonly name: string;
}

/** What is comparable of an answer: times differ, and what stands in a sentence. */
async function answer({ repository, control, name }: Side, one: Deed): Promise<unknown> {
  switch (one.do) {
    case 'take': {
      for (const bytes of images[one.image]?.blobs.values() ?? []) await repository.take(blobOf(bytes), stream(bytes));
      return repository.lacks([...index.blobs.values()].map(blobOf));
    }
    case 'put': {
      const answers = [];
      const { manifests } = images[one.image]!;
      for (const bytes of manifests.slice(0, -1)) answers.push((await repository.put(bytes)).is);
      const put = await repository.put(rootOf(images[one.image]!), one.tag);
      return [...answers, put.is === 'incomplete' ? put.is : put];
    }
    case 'manifest':
      return repository.manifest(one.of);
    case 'image': {
      const { pushedAt: _, tags: on, ...rest } = (await control.image(name, one.of)) ?? { pushedAt: 0, tags: [] };
      return { ...rest, tags: [...on].sort() };
    }
    case 'speaking':
      return [...(await repository.speakingOf(one.of))].sort();
    case 'untag':
      return (await control.untag(name, one.tags)).map(({ tag, why }) => [tag, why.split(':')[0]]);
    case 'images': {
      const all = await control.images(name);
      return all
        .map(({ digest, tags: on, children = [], subject }) => ({ digest, tags: [...on].sort(), children, subject }))
        .sort((a, b) => (a.digest < b.digest ? -1 : 1));
    }
  }
}

test('whatever is done to a repository, the fake and the local cloud answer the same', async () => {
  const same = async (isImmutable: boolean, deeds: readonly Deed[]) => {
    const name = `team/shop-${++count}`;
    const mutability = isImmutable
      ? ({ setting: 'IMMUTABLE_WITH_EXCLUSION', exclusions: ['prod*'] } as const)
      : ({ setting: 'MUTABLE', exclusions: [] } as const);
    const control = createEcrControl(under.settings);
    await control.create(name, { mutability, isScannedOnPush: false, encryption: { type: 'AES256' }, tags: {} });
    const cloud = { repository: createEcrImageRepository(under.settings, 'registry.test', name), control, name };
    const world = new FakeRegistries();
    world.ecr('111111111111', 'eu-west-1').create(name, { mutability });
    const found = await world.as('111111111111', 'eu-west-1').repository(name);
    const fake = { repository: found.images, control: found.ecr!, name };
    for (const [at, one] of deeds.entries()) {
      expect([at, one, await answer(fake, one)]).toEqual([at, one, await answer(cloud, one)]);
    }
  };
  await fc.assert(fc.asyncProperty(fc.boolean(), fc.array(deed, { minLength: 5, maxLength: 25 }), same), {
    numRuns: 40,
  });
}, 120_000);
