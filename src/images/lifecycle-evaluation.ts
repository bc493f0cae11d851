import type { LifecyclePolicy, LifecycleRule } from './lifecycle-policy.js';

/** An image as ECR lists it. Times are in milliseconds since 1970. */
export interface RepositoryImage {
  readonly digest: string;
  readonly tags: readonly string[];
  readonly pushedAtMs: number;
  /** As recorded, which is once in 24 hours; undefined when it was never pulled. */
  readonly pulledAtMs?: number;
  readonly storageClass?: 'standard' | 'archive';
  readonly archivedAtMs?: number;
  /** Of an index: the digests in it. */
  readonly children?: readonly string[];
  /** Of a signature or an attestation that is a referrer: what it is of. */
  readonly subject?: string;
}

export interface Affected {
  readonly image: RepositoryImage;
  readonly rule: LifecycleRule;
}

const DAY_MS = 86_400_000;

/**
 * What the policy would do to the images, as the documentation says: every rule looks at all images that its tags select,
 * whatever becomes of them; then the rules are applied by priority, and what a rule selects no later rule may touch.
 * An image in an index that stays, stays. Where the documentation is silent, the answer is the one that expires more: images
 * in an index count like others.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html#lp_evaluation_rules
 */
export function evaluateLifecycle(
  policy: LifecyclePolicy,
  images: readonly RepositoryImage[],
  nowMs: number,
): readonly Affected[] {
  const rules = [...policy.rules].sort((a, b) => a.rulePriority - b.rulePriority);
  const settled = new Set<RepositoryImage>();
  const marked = new Map<string, Affected>();
  for (const rule of rules) {
    const selected = images.filter((image) => selects(rule, image));
    for (const image of beyond(rule, selected, nowMs)) {
      if (!settled.has(image)) marked.set(image.digest, { image, rule });
    }
    for (const image of selected) settled.add(image);
  }
  return [...withoutHeld(marked, images).values()];
}

/** Takes out what lies in an index or belongs to an image that stays, until nothing changes any more: indexes lie in indexes. */
function withoutHeld(marked: Map<string, Affected>, images: readonly RepositoryImage[]): Map<string, Affected> {
  for (;;) {
    const held = new Set<string>();
    for (const image of images) {
      if (!marked.has(image.digest)) for (const child of image.children ?? []) held.add(child);
      // Referrers go with their subject, within 24 hours of it, and not before.
      if (image.subject !== undefined) held.add(image.digest);
    }
    const staying = [...marked.keys()].filter((digest) => held.has(digest));
    if (staying.length === 0) return marked;
    for (const digest of staying) marked.delete(digest);
  }
}

/** Whether the image meets what the rule says of tags and storage. Count and age are another question. */
export function selects({ selection }: LifecycleRule, image: RepositoryImage): boolean {
  const { tagStatus, tagPatternList, tagPrefixList, storageClass = 'standard' } = selection;
  if ((image.storageClass ?? 'standard') !== storageClass) return false;
  if (tagStatus === 'any') return true;
  if (tagStatus === 'untagged') return image.tags.length === 0;
  const patterns = tagPatternList ?? (tagPrefixList ?? []).map((prefix) => `${prefix}*`);
  return patterns.length > 0 && patterns.every((pattern) => image.tags.some((tag) => takesTag(pattern, tag)));
}

/** `*` is any number of letters, everything else itself. */
export function takesTag(pattern: string, tag: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return tag === pattern;
  const last = rest.pop() ?? '';
  if (!tag.startsWith(first) || !tag.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = tag.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= tag.length - last.length;
}

function beyond(rule: LifecycleRule, selected: readonly RepositoryImage[], nowMs: number): readonly RepositoryImage[] {
  const { countType, countNumber } = rule.selection;
  if (countType === 'imageCountMoreThan') {
    return [...selected].sort((a, b) => b.pushedAtMs - a.pushedAtMs).slice(countNumber);
  }
  const since = nowMs - countNumber * DAY_MS;
  return selected.filter((image) => ageFrom(countType, image) < since);
}

function ageFrom(countType: string, { pushedAtMs, pulledAtMs, archivedAtMs }: RepositoryImage): number {
  if (countType === 'sinceImagePulled') return pulledAtMs ?? pushedAtMs;
  return countType === 'sinceImageTransitioned' ? (archivedAtMs ?? Number.POSITIVE_INFINITY) : pushedAtMs;
}
