import { describe, expect, test } from '@jest/globals';
import { FakeRegistries } from '../testing/fake-registry.js';
import { type SmallImage, signatureOf, smallImage, smallIndex } from '../testing/small-images.js';
import { scanOf } from './scan-gate.js';

const [account, region] = ['111111111111', 'eu-central-1'];
const amd = smallImage({ layers: ['amd'] });
const bare = smallImage({ layers: ['an image that says nowhere what it runs on'] });

/** The same image as an index names it that says nothing of a platform. */
const unnamed = (image: SmallImage): SmallImage => {
  const { mediaType, digest, size } = image.descriptor;
  return { ...image, descriptor: { mediaType, digest, size, annotations: {} } };
};

/** Which parts of an image the gate asks the scans of. */
async function askedOf(image: SmallImage): Promise<readonly string[]> {
  const registries = new FakeRegistries();
  const ecr = registries.ecr(account, region);
  ecr.create('shop', { isScannedOnPush: true }).hold(image);
  const found = await registries.as(account, region).repository('shop');
  const scans = await scanOf(found, image.digest, 'shop', { clock: registries.clock }, 60_000);
  return scans.map(({ digest }) => digest);
}

describe('the scans that are asked for', () => {
  test('of an index are those of each platform, and not of its attestations', async () => {
    const index = smallIndex([amd, smallImage({ platform: 'linux/arm64' })], { hasAttestations: true });
    expect(await askedOf(index)).toHaveLength(2);
  });

  test('are also those of an image for which its index names no platform: such a one runs on any', async () => {
    expect(await askedOf(smallIndex([amd, unnamed(bare)]))).toEqual([amd.digest, bare.digest]);
    expect(await askedOf(smallIndex([unnamed(bare)]))).toEqual([bare.digest]);
  });

  test('go into an index that lies in another one', async () => {
    const inner = smallIndex([amd, smallImage({ platform: 'linux/arm64' })]);
    expect(await askedOf(smallIndex([inner, unnamed(bare)]))).toHaveLength(3);
  });

  test('leave out what is no image that runs', async () => {
    expect(await askedOf(smallIndex([amd, unnamed(signatureOf(amd))]))).toEqual([amd.digest]);
  });
});
