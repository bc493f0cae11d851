import type { ManifestBytes } from '../images/copy-plan.js';
import { settleTag } from '../images/settle-tag.js';
import type { Clock } from '../ports/clock.js';
import type { ImageRepository } from '../ports/image-repository.js';

export interface PutWorld {
  readonly clock: Clock;
  sha256(text: string): string;
}

/** How often, and how long apart, a registry is asked for what it has just taken: some answer from what they knew before. */
const LOOKS = 6;
const BETWEEN_MS = 1_000;

/**
 * The manifest of what was pushed, as the registry gives it back.
 *
 * @throws Error when it has none, or one of other bytes
 */
export async function pushed(images: ImageRepository, digest: string, world: PutWorld): Promise<ManifestBytes> {
  const bytes = await untilThere(() => images.manifest(digest), world);
  if (bytes === undefined) throw new Error(`${images.name} does not hold ${digest}, which was pushed to it`);
  const own = `sha256:${world.sha256(bytes.text)}`;
  if (digest.startsWith('sha256:') && own !== digest) {
    throw new Error(`${images.name} gives other bytes for ${digest}: these are ${own}`);
  }
  return bytes;
}

export type TagPut =
  | { readonly is: 'there' | 'put'; readonly tag: string }
  /** It stands for another image and cannot be moved. */
  | { readonly is: 'taken'; readonly tag: string; readonly by: string | undefined; readonly sentence: string }
  | { readonly is: 'failed'; readonly tag: string; readonly sentence: string };

export const isPut = (put: TagPut): put is Extract<TagPut, { readonly is: 'there' | 'put' }> =>
  put.is === 'there' || put.is === 'put';

/**
 * Has a tag stand for an image that the repository holds: by the same bytes, without a rebuild. What stands so already is
 * left alone, and what was put is read back.
 */
export async function putTag(
  images: ImageRepository,
  bytes: ManifestBytes,
  tag: string,
  world: PutWorld,
): Promise<TagPut> {
  const before = await images.manifest(tag);
  if (before?.digest === bytes.digest) return { is: 'there', tag };
  const put = await images.put(bytes, tag);
  if (put.is === 'incomplete') {
    const sentence = `${images.name} does not take ${bytes.digest} as ${tag}: it lacks ${put.what}.`;
    return { is: 'failed', tag, sentence };
  }
  if (put.is === 'taken') {
    const by = put.by ?? (await images.manifest(tag))?.digest;
    const settled = settleTag({ repository: images.name, tag }, bytes.digest, by);
    if (settled.is === 'already-there') return { is: 'there', tag };
    return { is: 'taken', tag, by, sentence: settled.sentence };
  }
  const isDone = await untilThere(
    async () => ((await images.manifest(tag))?.digest === bytes.digest ? true : undefined),
    world,
  );
  if (isDone === true) return { is: put.is, tag };
  const now = (await images.manifest(tag))?.digest;
  const sentence = `${images.name}:${tag} was set to ${bytes.digest} and is ${now ?? 'not there'} now: somebody else is at work on it.`;
  return { is: 'failed', tag, sentence };
}

async function untilThere<T>(look: () => Promise<T | undefined>, { clock }: PutWorld): Promise<T | undefined> {
  for (let looks = 1; ; looks += 1) {
    const found = await look();
    if (found !== undefined || looks === LOOKS) return found;
    await clock.sleep(BETWEEN_MS);
  }
}
