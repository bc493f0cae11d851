import { hasTagsOf, type Rule } from './lifecycle-policy.js';
import { type Image, type Repository, tagsByDigest } from './model.js';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Which rule meets which image. Rules by priority: an image whose tags a rule asks for is never met by a later one, and
 * still counts there. The oldest go first. What an index that stays needs stays, and so does what speaks about an image,
 * which goes with that image.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html#lp_evaluation_rules
 */
export function met(repository: Repository, rules: readonly Rule[], now: number): Map<Image, Rule> {
  const tags = tagsByDigest(repository);
  const images = [...repository.images.values()].map((image) => ({
    image,
    tags: tags.get(image.digest) ?? [],
    isArchived: image.storage.archivedAt !== undefined && image.storage.activeFrom === undefined,
  }));
  const found = new Map<Image, Rule>();
  const taken = new Set<Image>();
  for (const rule of rules) {
    const asked = images
      .filter(({ isArchived }) => isArchived === (rule.selection.storageClass === 'archive'))
      .filter(({ tags }) => hasTagsOf(rule, tags))
      .map(({ image }) => image);
    for (const image of tooMany(rule, asked, now)) if (!taken.has(image)) found.set(image, rule);
    for (const image of asked) taken.add(image);
  }
  for (;;) {
    const needed = neededBy(repository, found);
    const kept = [...found.keys()].filter((image) => needed.has(image.digest));
    if (kept.length === 0) return found;
    for (const image of kept) found.delete(image);
  }
}

function tooMany({ selection }: Rule, asked: readonly Image[], now: number): readonly Image[] {
  const { countType, countNumber } = selection;
  if (countType === 'imageCountMoreThan') {
    const newestFirst = [...asked].reverse().sort((a, b) => b.pushedAt - a.pushedAt);
    return newestFirst.slice(countNumber);
  }
  const since = (image: Image) => {
    if (countType === 'sinceImagePushed') return image.pushedAt;
    // What was never pulled counts from its push: https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html#lp_count_type
    return countType === 'sinceImagePulled' ? (image.pulledAt ?? image.pushedAt) : (image.storage.archivedAt ?? now);
  };
  return asked.filter((image) => now - since(image) > countNumber * dayMs);
}

function neededBy(repository: Repository, going: ReadonlyMap<Image, Rule>): Set<string> {
  const needed = new Set<string>();
  for (const image of repository.images.values()) {
    if (image.manifest.subject !== undefined && repository.images.has(image.manifest.subject.digest)) {
      needed.add(image.digest);
    }
    if (!going.has(image)) for (const { digest } of image.manifest.manifests ?? []) needed.add(digest);
  }
  return needed;
}
