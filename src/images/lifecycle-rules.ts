import type { LifecyclePolicy, LifecycleRule } from './lifecycle-policy.js';

/** What is to be kept in a repository. */
export interface Retention {
  /** Names of environments: their moving tags, and the beginnings of the tags of their releases. */
  readonly environments: readonly string[];
  /** Further patterns of tags that nothing may expire: `v*`, `buildcache*`. */
  readonly protectedTags: readonly string[];
  /** After so many days images without a tag go. */
  readonly untaggedDays: number;
  /** So many of the images that nothing above speaks of are kept, the newest. */
  readonly keep: number;
}

/**
 * What a protecting rule counts to. It selects, so that no later rule may touch what it selects, and it never has anything to
 * expire itself: a repository cannot hold more.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html (images per repository)
 */
export const MORE_THAN_FIT = 100_000;

/** The moving tag of an environment, and the tags of its releases. */
export const tagFamily = (environment: string): readonly [moving: string, releases: string] => [
  environment,
  `${environment}-*`,
];

/**
 * The policy: one protecting rule for each family of tags, then the images without a tag, then the rest. A rule that keeps the
 * last five images of an environment would not do: ECR orders by the time of the push, so that an older build which was
 * promoted, or rolled back to, is among the first to go. https://github.com/aws/containers-roadmap/issues/2746
 * Releases are taken out of their family by their tags instead (`surplusReleases`).
 */
export function retentionPolicy({ environments, protectedTags, untaggedDays, keep }: Retention): LifecyclePolicy {
  // Several patterns in one rule would all have to be met.
  const patterns = [...new Set([...environments.flatMap(tagFamily), ...protectedTags])];
  const protecting = patterns.map(
    (pattern, index): LifecycleRule => ({
      rulePriority: index + 1,
      description: `Keep every image tagged ${pattern}`,
      selection: {
        tagStatus: 'tagged',
        tagPatternList: [pattern],
        countType: 'imageCountMoreThan',
        countNumber: MORE_THAN_FIT,
      },
      action: { type: 'expire' },
    }),
  );
  const last = patterns.length;
  return {
    rules: [
      ...protecting,
      {
        rulePriority: last + 1,
        description: `Expire images without a tag after ${untaggedDays} days`,
        selection: {
          tagStatus: 'untagged',
          countType: 'sinceImagePushed',
          countUnit: 'days',
          countNumber: untaggedDays,
        },
        action: { type: 'expire' },
      },
      {
        rulePriority: last + 2,
        description: `Keep the last ${keep} of all other images`,
        selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: keep },
        action: { type: 'expire' },
      },
    ],
  };
}

/**
 * What a policy of ours keeps, every protected family of tags under `protectedTags`; undefined when somebody else wrote it, or
 * changed it by hand.
 */
export function retentionIn(policy: LifecyclePolicy): Retention | undefined {
  const rules = [...policy.rules].sort((a, b) => a.rulePriority - b.rulePriority);
  const [untagged, rest] = rules.slice(-2);
  if (untagged === undefined || rest === undefined) return undefined;
  const retention: Retention = {
    environments: [],
    protectedTags: rules.slice(0, -2).flatMap(({ selection }) => selection.tagPatternList ?? []),
    untaggedDays: untagged.selection.countNumber,
    keep: rest.selection.countNumber,
  };
  return isSamePolicy(retentionPolicy(retention), policy) ? retention : undefined;
}

/** Whether two policies say the same, in whatever order they say it. */
export function isSamePolicy(one: LifecyclePolicy, other: LifecyclePolicy): boolean {
  return canonical(byPriority(one)) === canonical(byPriority(other));
}

const byPriority = ({ rules }: LifecyclePolicy): readonly LifecycleRule[] =>
  [...rules].sort((a, b) => a.rulePriority - b.rulePriority);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
