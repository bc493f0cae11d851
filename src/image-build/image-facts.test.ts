import { expect, test } from '@jest/globals';
import { FakeRegistries } from '../testing/fake-registry.js';
import { digestOf, smallImage } from '../testing/small-images.js';
import { labelsOf } from './image-facts.js';

test('what is no image that runs has no labels, whatever its configuration is', async () => {
  const registries = new FakeRegistries();
  const shop = registries.ecr('111111111111', 'eu-west-1').create('shop');
  const { images } = await registries.as('111111111111', 'eu-west-1').repository('shop');
  const image = smallImage({ labels: { commit: 'abc' } });
  shop.hold(image);
  const bytes = await images.manifest(image.digest);
  expect(bytes && (await labelsOf(images, bytes))).toEqual({ commit: 'abc' });

  const config = Buffer.from('no JSON at all');
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const text = JSON.stringify({
    schemaVersion: 2,
    mediaType,
    config: { mediaType: 'application/vnd.example.module', digest: digestOf(config), size: config.length },
    layers: [],
  });
  shop.blobs.set(digestOf(config), config);
  expect(await labelsOf(images, { digest: digestOf(text), text, mediaType })).toEqual({});
});
