import { CreateRepositoryCommand, DescribeImagesCommand, type ECRClient } from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Cloud } from '../cloud.js';
import { ecrClient, imageOf, login, putManifest, type RegistryClient } from './ecr-under-test.js';
import { digestOf } from './manifest.js';

/** Many push to the same repositories at once while everything goes wrong now and then; each tries again. */

const clients = 8;
const imagesEach = 25;
let cloud: Cloud;
let ecr: ECRClient;

beforeAll(async () => {
  cloud = await Cloud.start();
  ecr = ecrClient(cloud);
  for (const repositoryName of ['aa', 'bb']) await ecr.send(new CreateRepositoryCommand({ repositoryName }));
});

afterAll(async () => {
  ecr.destroy();
  await cloud.stop();
});

/** Until it is done. What a registry answers wrongly is an error as well as what it does not answer. */
async function patiently<T>(deed: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await deed();
    } catch (error) {
      if (tries === 200) throw error;
    }
  }
}

async function push(registry: RegistryClient, name: string, tag: string): Promise<string> {
  const text = await patiently(() => imageOf(registry, name, `${name} ${tag}`));
  await patiently(async () => {
    const { status } = await putManifest(registry, name, tag, text);
    if (status !== 201) throw new Error(`answered with ${status}`);
  });
  return digestOf(text);
}

test('every image arrives whole and once', async () => {
  for (const what of ['error', 'throttle', 'lose-request', 'lose-reply', 'cut']) {
    await cloud.sluice('ecr/registry-fault', { what, share: 0.08, ...(what === 'cut' ? { afterBytes: 10 } : {}) });
  }
  const registry = await login(ecr);
  const pushed = new Map<string, string>();
  await Promise.all(
    Array.from({ length: clients }, async (_each, client) => {
      for (let i = 0; i < imagesEach; i++) {
        const [name, tag] = [i % 2 === 0 ? 'aa' : 'bb', `${client}-${i}`];
        pushed.set(`${name}:${tag}`, await push(registry, name, tag));
      }
    }),
  );
  await cloud.sluice('ecr/clear-registry-faults');
  const found = new Map<string, string>();
  for (const repositoryName of ['aa', 'bb']) {
    const { imageDetails = [] } = await ecr.send(new DescribeImagesCommand({ repositoryName, maxResults: 1_000 }));
    for (const { imageTags = [], imageDigest = '' } of imageDetails) {
      for (const tag of imageTags) found.set(`${repositoryName}:${tag}`, imageDigest);
    }
    for (const { imageDigest = '' } of imageDetails) {
      const manifest = await registry.send('GET', `${repositoryName}/manifests/${imageDigest}`);
      const { layers } = (await manifest.json()) as { layers: { digest: string }[] };
      for (const { digest } of layers) {
        const layer = await registry.send('GET', `${repositoryName}/blobs/${digest}`);
        expect(digestOf(await layer.text())).toBe(digest);
      }
    }
  }
  expect(found).toEqual(pushed);
  const { requests } = (await cloud.sluice('ecr/registry-requests')) as { requests: { fault?: string }[] };
  const kinds = new Set(requests.map(({ fault }) => fault));
  expect([...kinds].filter(Boolean).sort()).toEqual(['cut', 'error', 'lose-reply', 'lose-request', 'throttle']);
}, 120_000);
