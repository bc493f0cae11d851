import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Descriptor } from '../../../src/images/manifest.js';
import { gathered } from '../../../src/registry/digested.js';
import { otherRegistries } from '../../../src/registry/index.js';
import { digestOf, type SmallImage, signatureOf, smallImage, smallIndex } from '../../../src/testing/small-images.js';
import { describeWith, labPath } from '../tools.js';
import { type PlainRegistry, startPlainRegistry } from './registry.js';

/** What we say to registries, heard by Docker's own. */

const password = 'hunter2-hunter2';
/** Of that password, with as little work as bcrypt lets one ask for. */
const bcrypt = '$2b$05$wN1wZRb450Xqjw0nJFkZXug8nDPYKqyd7pLREhQWMz5MTJPeST9ey';
const realClock = {
  now: () => Date.now(),
  sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
};
const blobOf = (bytes: Uint8Array): Descriptor => ({
  digest: digestOf(bytes),
  size: bytes.length,
  mediaType: 'application/octet-stream',
  annotations: {},
});
async function* stream(bytes: Uint8Array) {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536);
}

describeWith(['docker-registry'], 'our way to speak with registries', () => {
  let open: PlainRegistry;
  let closed: PlainRegistry;
  let folder: string;
  const { PATH: path } = process.env;

  beforeAll(async () => {
    process.env.PATH = labPath;
    folder = await mkdtemp(join(tmpdir(), 'sluice-adapter-lab-'));
    open = await startPlainRegistry();
    closed = await startPlainRegistry({ htpasswd: `robot:${bcrypt}\n` });
    const auth = Buffer.from(`robot:${password}`).toString('base64');
    await writeFile(join(folder, 'config.json'), JSON.stringify({ auths: { [closed.host]: { auth } } }));
  }, 60_000);
  afterAll(async () => {
    await open?.stop();
    await closed?.stop();
    await rm(folder, { recursive: true, force: true });
    process.env.PATH = path;
  }, 60_000);

  const repository = (host: string, name: string, dockerFolder = folder) =>
    otherRegistries({ clock: realClock, conceal: () => {}, dockerFolder }).repository(host, name);

  async function push(images: ReturnType<typeof repository>, image: SmallImage, tag?: string): Promise<void> {
    for (const bytes of image.blobs.values()) await images.take(blobOf(bytes), stream(bytes));
    for (const manifest of image.manifests) await images.put(manifest);
    if (tag !== undefined) expect(await images.put(image.manifests.at(-1)!, tag)).toEqual({ is: 'put' });
  }

  test('is understood: an index with attestations keeps its very bytes, and what speaks about it is found by its tag', async () => {
    const images = repository(open.host, 'team/shop');
    const index = smallIndex([smallImage({ indent: 3 }), smallImage({ platform: 'linux/arm64' })], {
      hasAttestations: true,
      indent: 2,
    });
    const blobs = [...index.blobs.values()].map(blobOf);
    expect(await images.manifest('v1')).toBeUndefined();
    expect(await images.lacks(blobs)).toEqual(blobs);
    expect(await images.put(index.manifests[0]!, 'v1')).toMatchObject({ is: 'incomplete' });
    await push(images, index, 'v1');
    expect(await images.put(index.manifests.at(-1)!, 'v1')).toEqual({ is: 'there' });
    expect(await images.manifest('v1')).toEqual(index.manifests.at(-1));
    expect(await images.lacks(blobs)).toEqual([]);
    const signature = signatureOf(index, 'tag');
    await push(images, signature, signature.companionTag);
    expect(await images.speakingOf(index.digest)).toEqual([signature.digest]);
  });

  test('takes a large layer as one stream, gives it from any byte on, and mounts it', async () => {
    const layer = randomBytes(40 * 1_024 * 1_024);
    const images = repository(open.host, 'team/shop');
    await images.take(blobOf(layer), stream(layer));
    expect(digestOf(await gathered(await images.open(blobOf(layer))))).toBe(blobOf(layer).digest);
    const rest = await fetch(`http://${open.host}/v2/team/shop/blobs/${blobOf(layer).digest}`, {
      headers: { range: 'bytes=41943000-' },
    });
    expect([rest.status, (await rest.arrayBuffer()).byteLength]).toEqual([206, 40]);
    const other = repository(open.host, 'team/other');
    expect(await other.mount(blobOf(layer), 'team/shop')).toBe(true);
    expect(await other.lacks([blobOf(layer)])).toEqual([]);
    expect(await other.mount(blobOf(randomBytes(9)), 'team/shop')).toBe(false);
  });

  test('leaves nothing of a layer whose bytes are not its own', async () => {
    const images = repository(open.host, 'team/shop');
    const [layer, wrong] = [randomBytes(9_000_000), randomBytes(9_000_000)];
    await expect(images.take(blobOf(layer), stream(wrong))).rejects.toThrow('have the digest');
    expect(await images.lacks([blobOf(layer), blobOf(wrong)])).toHaveLength(2);
  });

  test('gets in with the credentials of Docker, and not without', async () => {
    await push(repository(closed.host, 'team/shop'), smallImage(), 'v1');
    expect(await repository(closed.host, 'team/shop').manifest('v1')).toBeDefined();
    const stranger = repository(closed.host, 'team/shop', join(folder, 'nothing'));
    await expect(stranger.manifest('v1')).rejects.toMatchObject({ name: 'AccessError', detail: { kind: 'absent' } });
  });
});
