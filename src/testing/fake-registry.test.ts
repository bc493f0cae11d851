import { describe, expect, test } from '@jest/globals';
import { planCopy } from '../images/copy-plan.js';
import { childrenOf, readManifest } from '../images/manifest.js';
import { AccessError } from '../ports/access-error.js';
import { RepositoryMissing } from '../ports/image-repository.js';
import { Unanswered } from '../ports/unanswered.js';
import { FakeRegistries } from './fake-registry.js';
import { sha256Of, signatureOf, smallImage, smallIndex } from './small-images.js';

const here = '111111111111';
const there = '222222222222';
const region = 'eu-central-1';
const manifestOf = (image: ReturnType<typeof smallImage>) => image.manifests.at(-1)!;

async function* chunks(bytes: Uint8Array) {
  yield bytes;
}

describe('small images', () => {
  test('have real digests: what is planned to be copied of them holds together', () => {
    const index = smallIndex([smallImage(), smallImage({ platform: 'linux/arm64' })], { hasAttestations: true });
    const signature = signatureOf(index);
    const copied = planCopy(index.digest, [...index.manifests, ...signature.manifests], sha256Of);
    expect(copied).toMatchObject({ ok: true });
    expect(copied.ok && copied.plan.steps.map(({ manifest }) => manifest.digest)).toContain(signature.digest);
    const reading = readManifest(manifestOf(index).text);
    if (!reading.ok || reading.value.kind !== 'index') throw new Error('no index');
    const { images, attestations } = childrenOf(reading.value);
    expect([images.length, attestations.length]).toEqual([2, 2]);
  });
});

describe('the fake registries', () => {
  test('take an image only after what it names, give its very bytes, and say what is there already', async () => {
    const world = new FakeRegistries();
    world.ecr(here, region).create('shop');
    const { images } = await world.as(here, region).repository('shop');
    const image = smallImage({ indent: 2 });
    const bytes = manifestOf(image);
    expect(await images.put(bytes, 'v1')).toMatchObject({ is: 'incomplete' });
    for (const [digest, blob] of image.blobs) {
      await images.take({ digest, mediaType: '', size: blob.length, annotations: {} }, chunks(blob));
    }
    expect(await images.put(bytes, 'v1')).toEqual({ is: 'put' });
    expect(await images.put(bytes, 'v1')).toEqual({ is: 'there' });
    expect(await images.manifest('v1')).toEqual(bytes);
    expect(await images.manifest(image.digest)).toEqual(bytes);
  });

  test('hold a tag fast where it is immutable, and not where it is excluded', async () => {
    const world = new FakeRegistries();
    const [old, next] = [smallImage(), smallImage({ layers: ['next'] })];
    world
      .ecr(here, region)
      .create('shop', { mutability: { setting: 'IMMUTABLE_WITH_EXCLUSION', exclusions: ['prod*'] } })
      .hold(old, 'v1', 'prod')
      .hold(next);
    const { images } = await world.as(here, region).repository('shop');
    expect(await images.put(manifestOf(next), 'v1')).toEqual({ is: 'taken', by: old.digest });
    expect(await images.put(manifestOf(next), 'prod')).toEqual({ is: 'put' });
    expect(world.at(images.name).tags).toEqual({ v1: old.digest, prod: next.digest });
  });

  test('know no repository before it is created, and no stranger before he is let in', async () => {
    const world = new FakeRegistries();
    const ecr = world.ecr(here, region);
    const own = await world.as(here, region).repository('shop');
    await expect(own.images.manifest('v1')).rejects.toThrow(RepositoryMissing);
    expect(await own.ecr?.repository('shop')).toBeUndefined();
    ecr.create('shop').hold(smallImage(), 'v1');
    const other = await world.as(there, 'us-east-1').repository(own.images.name);
    await expect(other.images.manifest('v1')).rejects.toThrow(AccessError);
    ecr.admitted.set(there, 'read');
    expect(await other.images.manifest('v1')).toBeDefined();
    await expect(other.images.put(manifestOf(smallImage()), 'v2')).rejects.toMatchObject({
      detail: { action: 'ecr:PutImage', resource: `arn:aws:ecr:${region}:${here}:repository/shop` },
    });
  });

  test('lose a reply after the deed, throttle instead of it, and lag behind', async () => {
    const world = new FakeRegistries();
    const image = smallImage();
    world.ecr(here, region).create('shop').hold(image);
    const { images } = await world.as(here, region).repository('shop');
    world.fail({ at: 'put', is: 'lost-reply', of: 'prod' }).fail({ at: 'put', is: 'throttled', of: 'stage' });
    await expect(images.put(manifestOf(image), 'prod')).rejects.toThrow(Unanswered);
    await expect(images.put(manifestOf(image), 'stage')).rejects.toThrow(Unanswered);
    expect(world.at(images.name).tags).toEqual({ prod: image.digest });
    world.lagMs = 3_000;
    await images.put(manifestOf(image), 'late');
    expect(await images.manifest('late')).toBeUndefined();
    await world.clock.sleep(3_000);
    expect(await images.manifest('late')).toBeDefined();
  });

  test('scan over time, preview a policy by its rules, and delete an image with its last tag', async () => {
    const world = new FakeRegistries();
    const image = smallImage();
    const shop = world.ecr(here, region).create('shop', { isScannedOnPush: true }).hold(image, 'a', 'b');
    const { ecr } = await world.as(here, region).repository('shop');
    expect(await ecr?.scan('shop', image.digest)).toMatchObject({ status: 'PENDING', report: undefined });
    await world.clock.sleep(20_000);
    expect(await ecr?.scan('shop', image.digest)).toMatchObject({ status: 'COMPLETE', report: { findings: [] } });
    expect(await ecr?.startScan('shop', image.digest)).toBe('refused');
    const policy = JSON.stringify({
      rules: [
        {
          rulePriority: 1,
          selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 1 },
          action: { type: 'expire' },
        },
      ],
    });
    shop.hold(smallImage({ layers: ['x'] }));
    expect(await ecr?.previewLifecycle('shop', policy)).toHaveLength(1);
    expect(await ecr?.untag('shop', ['a', 'c'])).toEqual([]);
    expect(shop.tags).toEqual({ b: image.digest });
    expect(await ecr?.untag('shop', ['b'])).toEqual([]);
    expect(shop.images.has(image.digest)).toBe(false);
  });

  test('find signatures, as referrers and by the tags beside an image', async () => {
    const world = new FakeRegistries();
    const image = smallImage();
    const [referrer, beside] = [signatureOf(image), signatureOf(image, 'tag')];
    world.at('ghcr.io/team/shop').hold(image, 'v1').hold(referrer).hold(beside);
    const { images, ecr } = await world.as(here, region).repository('ghcr.io/team/shop');
    expect(ecr).toBeUndefined();
    expect(await images.speakingOf(image.digest)).toEqual([referrer.digest, beside.digest]);
  });
});
