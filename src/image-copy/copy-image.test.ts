import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AccessError } from '../ports/access-error.js';
import type { Cancellation } from '../ports/cancellation.js';
import type { ImageRegistries } from '../ports/image-registries.js';
import { FakeClock } from '../testing/fake-clock.js';
import { type FakeFault, FakeRegistries } from '../testing/fake-registry.js';
import { type SmallImage, signatureOf, smallImage, smallIndex } from '../testing/small-images.js';
import { copyImage } from './copy-image.js';
import { readImage } from './read-image.js';
import type { CopyWorld } from './world.js';

const [HERE, THERE] = ['111111111111', '222222222222'];
const REGION = 'eu-central-1';

function setup() {
  const clock = new FakeClock();
  const world = new FakeRegistries(clock);
  const here = world.ecr(HERE, REGION).create('shop');
  const there = world.ecr(THERE, REGION).create('shop');
  const lines: string[] = [];
  let reason: string | undefined;
  const cancellation: Cancellation = {
    get reason() {
      return reason;
    },
    signal: new AbortController().signal,
    onRequest: () => () => {},
  };
  const own: CopyWorld = { clock, cancellation, report: { line: (text) => lines.push(text) } };
  const [from, to] = [world.as(HERE, REGION), world.as(THERE, REGION)];
  const images = async (registries: ImageRegistries) => (await registries.repository('shop')).images;
  const copy = async (root: string, withSpeakers = true) => {
    const [source, target] = [await images(from), await images(to)];
    return copyImage(await readImage(source, root, withSpeakers, own), source, target, own);
  };
  return {
    clock,
    world,
    here,
    there,
    lines,
    own,
    from,
    to,
    images,
    copy,
    cancel: () => (reason = 'the run was cancelled'),
  };
}

const single = smallImage({ layers: ['a', 'b'], indent: 2 });
const both = [single, smallImage({ platform: 'linux/arm64', layers: ['a', 'c'] })];
const index = smallIndex(both, { hasAttestations: true, indent: 3 });

/** What a repository holds of an image, byte for byte. */
const isWhole = (there: ReturnType<typeof setup>['there'], image: SmallImage): boolean =>
  image.manifests.every(({ digest, text, mediaType }) => {
    const held = there.images.get(digest)?.bytes;
    return held?.text === text && held.mediaType === mediaType;
  }) && [...image.blobs].every(([digest, bytes]) => same(there.blobs.get(digest), bytes));

const same = (one: Uint8Array | undefined, other: Uint8Array): boolean =>
  one !== undefined && Buffer.compare(one, other) === 0;

describe('a copy of an image', () => {
  test('of one platform stays of one platform: the same bytes under the same digest, and no index around them', async () => {
    const { here, there, copy } = setup();
    here.hold(single, 'v1');
    const copied = await copy(single.digest);
    expect(isWhole(there, single)).toBe(true);
    expect([...there.images.keys()]).toEqual([single.digest]);
    expect(copied).toMatchObject({ manifests: { put: 1, there: 0 }, blobs: { copied: 3, there: 0 }, left: [] });
    expect(there.tags).toEqual({});
  });

  test('has all children and attestations of its index, each put before what names it', async () => {
    const { here, there, copy, world } = setup();
    here.hold(index, 'v1');
    await copy(index.digest);
    expect(isWhole(there, index)).toBe(true);
    const puts = world.calls.filter(({ at }) => at === 'put').map(({ about }) => about);
    expect(puts.at(-1)).toBe(index.digest);
    expect(puts).toHaveLength(5);
  });

  test('copies what is in two of its platforms once, and nothing that is there', async () => {
    const { here, there, copy, world } = setup();
    here.hold(index);
    there.hold(single);
    const { blobs, manifests } = await copy(index.digest);
    const all = new Set(index.blobs.keys()).size;
    expect(blobs.there).toBe(single.blobs.size);
    expect(blobs.copied).toBe(all - single.blobs.size);
    expect(manifests).toEqual({ put: 4, there: 1 });
    const taken = world.calls.filter(({ at }) => at === 'take').map(({ about }) => about);
    expect(new Set(taken).size).toBe(taken.length);
    const again = await copy(index.digest);
    expect(again).toMatchObject({ manifests: { put: 0, there: 5 }, blobs: { copied: 0 } });
  });

  test.each(['referrer', 'tag'] as const)('takes a signature along that is found as a %s', async (as) => {
    const { here, there, copy } = setup();
    const signature = signatureOf(single, as);
    here.hold(single).hold(signature);
    await copy(single.digest);
    expect(isWhole(there, signature)).toBe(true);
    expect(there.tags).toEqual(
      signature.companionTag === undefined ? {} : { [signature.companionTag]: signature.digest },
    );
  });

  test('takes along what speaks about a platform in its index', async () => {
    const { here, there, copy } = setup();
    const signature = signatureOf(both[1] as SmallImage);
    here.hold(index).hold(signature);
    await copy(index.digest);
    expect(isWhole(there, signature)).toBe(true);
  });

  test('leaves signatures behind when that is asked', async () => {
    const { here, there, copy } = setup();
    here.hold(single).hold(signatureOf(single)).hold(signatureOf(single, 'tag'));
    await copy(single.digest, false);
    expect([...there.images.keys()]).toEqual([single.digest]);
  });

  test('never moves the tag of another signature that is there, and says so', async () => {
    const { here, there, copy } = setup();
    const signature = signatureOf(single, 'tag');
    here.hold(single).hold(signature);
    const other = smallImage({ layers: ['another signature'] });
    there.hold(other, signature.companionTag ?? '');
    const { left } = await copy(single.digest);
    expect(there.tags).toEqual({ [signature.companionTag ?? '']: other.digest });
    expect(left).toEqual([expect.stringContaining('stands for sha256:')]);
  });

  test('inside one repository is nothing at all', async () => {
    const { here, own, from, images, world } = setup();
    here.hold(index);
    const repository = await images(from);
    const copied = await copyImage(await readImage(repository, index.digest, false, own), repository, repository, own);
    expect(copied.blobs.copied + copied.manifests.put).toBe(0);
    expect(world.calls.filter(({ at }) => at === 'put' || at === 'take')).toEqual([]);
  });

  test('waits for a registry that shows late what it has taken', async () => {
    const { here, there, copy, world, clock } = setup();
    here.hold(single);
    await clock.sleep(10_000);
    world.lagMs = 5_000;
    await copy(single.digest);
    expect(isWhole(there, single)).toBe(true);
  });

  test.each<[string, Omit<FakeFault, 'of'>]>([
    ['a put whose reply is lost', { at: 'put', is: 'lost-reply', times: 2 }],
    ['a put that is throttled', { at: 'put', is: 'throttled', times: 3 }],
    ['a blob that breaks off in the middle', { at: 'open', is: 'broken-off', times: 3 }],
    ['a blob whose reply is lost', { at: 'take', is: 'lost-reply', times: 2 }],
    ['a connection that breaks', { at: 'take', is: 'broken', times: 4 }],
    ['a look that is not answered', { at: 'manifest', is: 'broken', times: 4 }],
  ])('goes on after %s', async (_, fault) => {
    const { here, there, copy, world } = setup();
    here.hold(index).hold(signatureOf(index, 'tag'));
    world.fail(fault);
    await copy(index.digest);
    expect(isWhole(there, index)).toBe(true);
  });

  test('that failed for good goes on where it ended when it is made again', async () => {
    const { here, there, copy, world } = setup();
    here.hold(index);
    world.fail({ at: 'take', is: 'broken', times: 1_000, skip: 3 });
    await expect(copy(index.digest)).rejects.toThrow('did not answer');
    const before = there.blobs.size;
    expect(before).toBeGreaterThan(0);
    expect([...there.images.keys()]).toEqual([]);
    const mended = setup();
    mended.here.hold(index);
    for (const [digest, bytes] of there.blobs) mended.there.blobs.set(digest, bytes);
    const { blobs } = await mended.copy(index.digest);
    expect(blobs.there).toBe(before);
    expect(isWhole(mended.there, index)).toBe(true);
  });

  test('is not tried again when it is not allowed', async () => {
    const { here, copy, world } = setup();
    here.hold(single);
    world.fail({ at: 'take', is: 'denied' });
    await expect(copy(single.digest)).rejects.toThrow(AccessError);
    expect(world.calls.filter(({ at }) => at === 'take').length).toBeLessThanOrEqual(4);
  });

  test('ends at once when the run is cancelled, without a manifest that lacks its blobs', async () => {
    const { here, there, own, from, to, images, cancel } = setup();
    here.hold(index);
    const [source, target] = [await images(from), await images(to)];
    const read = await readImage(source, index.digest, true, own);
    const stopping: typeof target = Object.assign(Object.create(target) as typeof target, {
      take: async (...words: Parameters<typeof target.take>) => {
        cancel();
        await target.take(...words);
      },
    });
    await expect(copyImage(read, source, stopping, own)).rejects.toThrow('the run was cancelled');
    expect([there.images.size, there.blobs.size]).toEqual([0, 0]);
  });
});

describe('reading an image', () => {
  test('fails when a child of its index is gone, and names both', async () => {
    const { here, copy } = setup();
    here.hold(index);
    here.images.delete(single.digest);
    await expect(copy(index.digest)).rejects.toThrow(`names the manifest ${single.digest}, which is not there`);
  });

  test('fails when the registry gives other bytes than those of the digest', async () => {
    const { here, copy } = setup();
    here.hold(single);
    const held = here.images.get(single.digest);
    if (held !== undefined) {
      here.images.set(single.digest, { ...held, bytes: { ...held.bytes, text: `${held.bytes.text}\n` } });
    }
    await expect(copy(single.digest)).rejects.toThrow('the bytes of the manifest have the digest');
  });

  test('knows signatures from attestations and from records of promotions', async () => {
    const { here, own, from, images } = setup();
    here.hold(single).hold(signatureOf(single)).hold(signatureOf(single, 'tag'));
    const read = await readImage(await images(from), single.digest, true, own);
    expect(read.signatures).toHaveLength(2);
    const plain = await readImage(await images(from), single.digest, false, own);
    expect(plain.signatures).toHaveLength(0);
  });
});

describe('whatever goes wrong on the way', () => {
  const faults = fc.array(
    fc.record({
      at: fc.constantFrom(...(['manifest', 'lacks', 'open', 'take', 'put', 'speakingOf'] as const)),
      is: fc.constantFrom(...(['throttled', 'lost-reply', 'broken', 'broken-off'] as const)),
      times: fc.integer({ min: 1, max: 7 }),
      skip: fc.integer({ min: 0, max: 12 }),
    }),
    { maxLength: 6 },
  );

  test('the target never holds a manifest without what it names, and a copy that ends well is the image', async () => {
    await fc.assert(
      fc.asyncProperty(faults, fc.boolean(), async (list, isIndex) => {
        const { here, there, copy, world } = setup();
        const image = isIndex ? index : single;
        here.hold(image).hold(signatureOf(image));
        for (const fault of list) world.fail(fault);
        const isDone = await copy(image.digest).then(
          () => true,
          () => false,
        );
        for (const { manifest } of there.images.values()) {
          const parts = manifest.kind === 'index' ? manifest.children : [manifest.config, ...manifest.layers];
          for (const { digest } of parts) expect(there.images.has(digest) || there.blobs.has(digest)).toBe(true);
        }
        if (isDone) expect(isWhole(there, image)).toBe(true);
        if (list.length === 0) expect(isDone).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
