import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Descriptor } from '../images/manifest.js';
import { AccessError } from '../ports/access-error.js';
import { Unanswered } from '../ports/unanswered.js';
import { FakeClock } from '../testing/fake-clock.js';
import { HttpRegistry } from '../testing/http-registry.js';
import { digestOf, type SmallImage, signatureOf, smallImage, smallIndex } from '../testing/small-images.js';
import { gathered } from './digested.js';
import type { Credentials } from './docker-config.js';
import { otherRegistries } from './index.js';

let registry: HttpRegistry;
let secrets: string[];
let clock: FakeClock;

beforeEach(async () => {
  registry = await HttpRegistry.start();
  secrets = [];
  clock = new FakeClock();
});
afterEach(() => registry.stop());

const repository = (credentials?: Credentials, path = 'team/shop') =>
  otherRegistries({ clock, conceal: (secret) => secrets.push(secret) }).repository(
    registry.host,
    path,
    async () => credentials,
  );
const robot = () => ({ username: registry.user, password: registry.password });
const blobOf = (bytes: Uint8Array): Descriptor => ({
  digest: digestOf(bytes),
  size: bytes.length,
  mediaType: 'application/octet-stream',
  annotations: {},
});
/** In chunks, as they come over a network. */
async function* stream(bytes: Uint8Array, chunk = 65_536) {
  for (let from = 0; from < bytes.length; from += chunk) yield bytes.subarray(from, from + chunk);
}
async function push(image: SmallImage, to = repository(robot())): Promise<void> {
  for (const bytes of image.blobs.values()) await to.take(blobOf(bytes), stream(bytes));
  for (const manifest of image.manifests) await to.put(manifest);
}
const root = (image: SmallImage) => image.manifests.at(-1)!;

describe('a repository of any registry', () => {
  test('takes an index with all that is in it, and gives its very bytes', async () => {
    const images = repository();
    const index = smallIndex([smallImage({ indent: 3 }), smallImage({ platform: 'linux/arm64' })], {
      hasAttestations: true,
      indent: 2,
    });
    const [first] = [...index.blobs.values()].map(blobOf);
    expect(await images.put(root(index), 'v1')).toMatchObject({ is: 'incomplete' });
    expect(await images.lacks([first!])).toEqual([first]);
    await push(index, images);
    expect(await images.lacks([first!])).toEqual([]);
    expect(await images.put(root(index), 'v1')).toEqual({ is: 'put' });
    expect(await images.put(root(index), 'v1')).toEqual({ is: 'there' });
    expect(await images.manifest('v1')).toEqual(root(index));
    expect(await images.manifest('v2')).toBeUndefined();
    expect(Buffer.from(await images.blob(first!.digest))).toEqual(Buffer.from([...index.blobs.values()][0]!));
  });

  test('finds what speaks about an image: referrers where the registry lists them, and the tags beside it', async () => {
    const image = smallImage();
    const [referrer, beside] = [signatureOf(image), signatureOf(image, 'tag')];
    for (const one of [image, referrer, beside]) await push(one);
    await repository().put(root(beside), beside.companionTag);
    expect(await repository().speakingOf(image.digest)).toEqual([referrer.digest, beside.digest]);
    registry.hasReferrers = false;
    expect(await repository().speakingOf(image.digest)).toEqual([beside.digest]);
  });

  test('says of a tag that cannot be moved which image it stands for', async () => {
    const [old, next] = [smallImage(), smallImage({ layers: ['next'] })];
    await push(old);
    await push(next);
    await repository().put(root(old), 'v1');
    registry.fixed.add('v1');
    expect(await repository().put(root(next), 'v1')).toEqual({ is: 'taken', by: old.digest });
    expect(await repository().put(root(old), 'v1')).toEqual({ is: 'there' });
  });

  test('takes a blob over from beside it where it can, and leaves no upload behind where it cannot', async () => {
    const bytes = Buffer.from('layer');
    registry.blobs.set(digestOf(bytes), bytes);
    expect(await repository().mount(blobOf(bytes), 'team/base')).toBe(true);
    registry.canMount = false;
    expect(await repository().mount(blobOf(bytes), 'team/base')).toBe(false);
    expect([...registry.uploads]).toEqual([]);
  });

  test('refuses bytes of another digest, before the registry has all of them', async () => {
    const bytes = Buffer.from('right');
    const large = Buffer.alloc(9_000_000, 'x');
    await expect(repository().take(blobOf(bytes), stream(Buffer.from('wrong')))).rejects.toThrow('have the digest');
    await expect(repository().take(blobOf(large), stream(Buffer.alloc(9_000_000, 'y')))).rejects.toThrow(
      'have the digest',
    );
    expect(registry.blobs.size).toBe(0);
  });

  test('refuses a manifest or a blob whose bytes were changed on the way', async () => {
    const image = smallImage();
    await push(image);
    const changed = { ...root(image), text: `${root(image).text} ` };
    await expect(repository().put(changed, 'v1')).rejects.toThrow('the bytes of the manifest have the digest');
    expect(registry.manifests.has('v1')).toBe(false);
    const kept = registry.manifests.get(image.digest)!;
    registry.manifests.set(image.digest, { ...kept, bytes: Buffer.from(`${kept.bytes.toString()}\n`) });
    await expect(repository().manifest(image.digest)).rejects.toThrow('the bytes of the manifest have the digest');
    const [digest = ''] = [...image.blobs.keys()];
    registry.blobs.set(digest, Buffer.from('other'));
    await expect(repository().blob(digest)).rejects.toThrow('The bytes of the blob have the digest');
  });
});

describe('what lets in', () => {
  test('is given when it is asked for, as a name and password', async () => {
    registry.auth = 'basic';
    await push(smallImage());
    await expect(repository().manifest('v1')).rejects.toThrow(AccessError);
    await expect(repository({ username: 'robot', password: 'no' }).manifest('v1')).rejects.toThrow(AccessError);
  });

  test('is a token for each thing that is wanted, kept as long as it lives, and got anew when it ended', async () => {
    registry.auth = 'bearer';
    const images = repository(robot());
    await push(smallImage(), images);
    expect(registry.tokens.size).toBe(2);
    registry.tokens.clear();
    expect(await images.put(root(smallImage()), 'v1')).toEqual({ is: 'put' });
    const withRefresh = repository({ identityToken: `refresh-${registry.password}` });
    expect(await withRefresh.manifest('v1')).toBeDefined();
    await expect(repository({ username: 'robot', password: 'no' }).manifest('v1')).rejects.toThrow(
      'gives no token with the credentials of Docker (401 of',
    );
    await expect(repository().manifest('v1')).rejects.toThrow('does not allow a pull from team/shop (403 DENIED');
  });

  test('is got once for questions that are asked at the same moment', async () => {
    registry.auth = 'bearer';
    const blobs = Array.from({ length: 12 }, (_, index) => blobOf(Buffer.from(String(index))));
    expect(await repository(robot()).lacks(blobs)).toEqual(blobs);
    expect(registry.tokens.size).toBe(1);
  });

  test('is concealed before it is used, and stands in no message', async () => {
    registry.auth = 'bearer';
    await push(smallImage());
    expect(secrets).toEqual(expect.arrayContaining([...registry.tokens.keys()]));
    registry.fail('GET', /manifests/, { status: 500, body: 'no' }, 9);
    const error = await repository(robot())
      .manifest('v1')
      .catch((thrown: unknown) => thrown);
    const told = `${String(error)} ${String((error as Error).cause)}`;
    for (const secret of [registry.password, ...registry.tokens.keys()]) expect(told).not.toContain(secret);
  });

  test('never goes to another host that a blob is fetched from', async () => {
    const other = await HttpRegistry.start();
    try {
      registry.auth = 'basic';
      const bytes = Buffer.from('layer');
      registry.blobs.set(digestOf(bytes), bytes);
      other.blobs.set(digestOf(bytes), bytes);
      registry.sendsOnTo = `http://${other.host}`;
      const opened = await repository(robot()).open(blobOf(bytes));
      expect(Buffer.from(await gathered(opened)).toString()).toBe('layer');
      expect(registry.requests.at(-1)?.authorization).toMatch(/^Basic /);
      expect(other.requests.map(({ authorization }) => authorization)).toEqual([undefined]);
      registry.sendsOnTo = 'http://storage.example.com';
      await expect(gathered(await repository(robot()).open(blobOf(bytes)))).rejects.toThrow(
        'is not asked over a plain connection',
      );
    } finally {
      await other.stop();
    }
  });

  test('is not sent to a place for tokens that is not encrypted', async () => {
    const challenge = { 'www-authenticate': 'Bearer realm="http://auth.example.com/token",service="x"' };
    registry.fail('GET', /manifests/, { status: 401, headers: challenge });
    await expect(repository(robot()).manifest('v1')).rejects.toThrow('names no place for tokens');
  });
});

describe('a registry that has trouble', () => {
  test.each([
    ['a fault of its own', { status: 503 } as const],
    ['too many requests', { status: 429, headers: { 'retry-after': '7' } } as const],
    ['a connection that breaks', 'hang-up' as const],
  ])('is asked again after %s', async (_what, fault) => {
    const image = smallImage();
    const began = clock.now();
    for (const method of ['GET', 'HEAD', 'POST', 'PUT']) registry.fail(method, /^\/v2\//, fault);
    await push(image);
    expect(await repository().manifest(image.digest)).toEqual(root(image));
    expect(clock.now() - began).toBeGreaterThan(500);
  });

  test('is given up in the end, and what it said is told', async () => {
    registry.fail('GET', /manifests/, { status: 502 }, 99);
    await expect(repository().manifest('v1')).rejects.toThrow(
      'did not give the manifest v1 (it answers 502; tried 5 times)',
    );
    await expect(repository().manifest('v1')).rejects.toThrow(Unanswered);
    expect(registry.requests).toHaveLength(10);
  });

  test('may lose the answer to what it has done', async () => {
    const image = smallImage();
    registry.fail('PUT', /blobs/, 'lose-reply');
    registry.fail('PUT', /manifests/, 'lose-reply');
    await push(image);
    expect(await repository().manifest(image.digest)).toEqual(root(image));
    const large = Buffer.alloc(9_000_000, 'z');
    registry.fail('PUT', /blobs/, 'lose-reply');
    await repository().take(blobOf(large), stream(large));
    expect(registry.blobs.get(digestOf(large))?.length).toBe(9_000_000);
  });

  test('may hang up in the middle of a blob, which goes on where it ended', async () => {
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));
    registry.blobs.set(digestOf(bytes), bytes);
    registry.fail('GET', /blobs/, 'half', 3);
    const opened = await repository().open(blobOf(bytes));
    expect(digestOf(await gathered(opened))).toBe(digestOf(bytes));
    const ranges = registry.requests.map(({ headers }) => headers.range);
    expect(ranges).toEqual([undefined, 'bytes=150000-', 'bytes=225000-', 'bytes=262500-']);
  });

  test('takes a large blob as one stream with its length, or says that it must be begun again', async () => {
    const large = Buffer.alloc(9_000_000, 'l');
    await repository().take(blobOf(large), stream(large));
    const put = registry.requests.find(({ method }) => method === 'PUT');
    expect([put?.headers['content-length'], put?.headers['transfer-encoding']]).toEqual(['9000000', undefined]);
    registry.blobs.clear();
    registry.fail('PUT', /blobs/, 'hang-up');
    await expect(repository().take(blobOf(large), stream(large))).rejects.toThrow(Unanswered);
    await repository().take(blobOf(large), stream(large));
    expect(registry.blobs.size).toBe(1);
  });
});
