import { again, type CopyWorld } from '../image-copy/world.js';
import { orphanCompanions } from '../images/needed-images.js';
import { surplusReleases } from '../images/release-tags.js';
import type { EcrRegistryControl } from '../ports/ecr.js';
import type { SeenRetention } from './see-retention.js';

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchDeleteImage.html (imageIds) */
const MOST_AT_ONCE = 100;

export interface Trimmed {
  readonly tags: readonly string[];
  /** Sentences about those that could not be taken off, and why nothing was. */
  readonly sentences: readonly string[];
}

/** So long a signature may be there before its image is listed. */
const SETTLED_MS = 86_400_000;

/**
 * Takes the tags of releases off that nobody goes back to any more, and those of signatures whose image is gone: no rule of a
 * lifecycle policy knows which these are. An image that has no tag left by that is deleted at once; it
 * is never one that is needed. While it is not known what runs, nothing is taken off.
 */
export async function trimReleases(
  ecr: EcrRegistryControl,
  { repository, images, needed, environments, unknown }: SeenRetention,
  keep: number,
  isDryRun: boolean,
  world: CopyWorld,
): Promise<Trimmed> {
  if (unknown.length > 0) return { tags: [], sentences: unknown };
  const digests = new Set(needed.map(({ digest }) => digest));
  const surplus = environments.flatMap((environment) => surplusReleases(environment, images, keep, digests));
  const tags = [...surplus, ...orphanCompanions(images, world.clock.now() - SETTLED_MS)];
  if (isDryRun || tags.length === 0) return { tags, sentences: [] };
  const failed: { readonly tag: string; readonly why: string }[] = [];
  for (let from = 0; from < tags.length; from += MOST_AT_ONCE) {
    const some = tags.slice(from, from + MOST_AT_ONCE);
    failed.push(...(await again(world, () => ecr.untag(repository.name, some))));
  }
  // A reply that was lost leaves tags that are not there any more.
  const real = failed.filter(({ why }) => !/ImageNotFound/.test(why));
  const off = tags.filter((tag) => !real.some((one) => one.tag === tag));
  return {
    tags: off,
    sentences: real.map(({ tag, why }) => `The tag ${tag} of ${repository.name} could not be taken off: ${why}.`),
  };
}
