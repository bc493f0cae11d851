import type { ManifestBytes } from '../images/copy-plan.js';
import type { Descriptor } from '../images/manifest.js';
import { Cloud, type CloudOptions } from '../local-cloud/cloud.js';
import type { ImageRepository } from '../ports/image-repository.js';
import { digestOf, type SmallImage } from '../testing/small-images.js';
import type { EcrSettings } from './ecr-calls.js';

const NAMES = ['AWS_ENDPOINT_URL', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const;

/** A local cloud in this process, which all clients made here ask. */
export interface EcrUnderTest {
  readonly cloud: Cloud;
  readonly settings: EcrSettings;
  /** What was concealed. */
  readonly secrets: string[];
  /** How often each call is made by a deed: `{ PutImage: 2 }`. */
  calls(deed: () => Promise<unknown>): Promise<Readonly<Record<string, number>>>;
  stop(): Promise<void>;
}

export async function ecrUnderTest(options: CloudOptions = {}): Promise<EcrUnderTest> {
  const cloud = await Cloud.start({ speed: 100, ...options });
  const before = NAMES.map((name) => process.env[name]);
  for (const name of NAMES) process.env[name] = cloud.env[name] ?? 'test';
  const secrets: string[] = [];
  const { clock, region } = cloud;
  return {
    cloud,
    secrets,
    settings: {
      region,
      account: cloud.accountId,
      clock: { now: () => clock.now(), sleep: (ms) => clock.sleep(ms) },
      conceal: (secret) => secrets.push(secret),
    },
    calls: async (deed) => {
      const counts = () => new Map(Object.entries(cloud.counts()).map(([name, { calls }]) => [name, calls]));
      const before = counts();
      await deed();
      const more = [...counts()].map(([name, calls]) => [name.replace(/^ecr:/, ''), calls - (before.get(name) ?? 0)]);
      return Object.fromEntries(more.filter(([, calls]) => calls !== 0)) as Readonly<Record<string, number>>;
    },
    stop: async () => {
      for (const [i, name] of NAMES.entries()) {
        const value = before[i];
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      await cloud.stop();
    },
  };
}

export const blobOf = (bytes: Uint8Array): Descriptor => ({
  digest: digestOf(bytes),
  size: bytes.length,
  mediaType: 'application/octet-stream',
  annotations: {},
});

/** In chunks, as they come over a network. */
export async function* stream(bytes: Uint8Array, chunk = 65_536): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += chunk) yield bytes.subarray(from, from + chunk);
}

export const rootOf = (image: SmallImage): ManifestBytes => image.manifests.at(-1)!;

/** Blobs first, then children, then what names them; the last one under the tags. */
export async function pushTo(images: ImageRepository, image: SmallImage, ...tags: readonly string[]): Promise<void> {
  for (const bytes of image.blobs.values()) await images.take(blobOf(bytes), stream(bytes));
  for (const manifest of image.manifests) await images.put(manifest);
  for (const tag of tags) await images.put(rootOf(image), tag);
}
