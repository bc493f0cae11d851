import { counted } from '../spec/counted.js';
import { shortDigest } from './digest.js';
import { evaluateLifecycle, type RepositoryImage, selects } from './lifecycle-evaluation.js';
import type { LifecyclePolicy, LifecycleRule } from './lifecycle-policy.js';
import { MORE_THAN_FIT } from './lifecycle-rules.js';

/** An image that must stay. */
export interface NeededImage {
  readonly digest: string;
  /** `shop in cluster prod runs it`, `it is release 3 of prod`: a clause. */
  readonly why: string;
}

export interface LifecycleProblem {
  /**
   * `gone`: it is not in the repository. `archived`: it must be restored before it can run. `expires`: the policy takes it within
   * a day. `unguarded`: nothing takes it yet, but a rule would as other images come or time goes.
   */
  readonly kind: 'gone' | 'archived' | 'expires' | 'unguarded';
  readonly digest: string;
  readonly sentence: string;
}

export interface LifecycleCheck {
  /** What the policy would expire or archive now. */
  readonly affected: readonly {
    readonly digest: string;
    readonly tags: readonly string[];
    readonly rulePriority: number;
  }[];
  /** Empty when the policy may be put. */
  readonly problems: readonly LifecycleProblem[];
}

/**
 * Whether the policy leaves alone all that is needed, now and later. To be asked before a policy is put: what ECR has expired
 * cannot be had back.
 */
export function checkLifecycle(
  policy: LifecyclePolicy,
  images: readonly RepositoryImage[],
  needed: readonly NeededImage[],
  nowMs: number,
): LifecycleCheck {
  const affected = evaluateLifecycle(policy, images, nowMs);
  const byDigest = new Map(images.map((image) => [image.digest, image]));
  const ruleOf = new Map(affected.map(({ image, rule }) => [image.digest, rule]));
  const problems = needed.flatMap(({ digest, why }): LifecycleProblem[] => {
    const image = byDigest.get(digest);
    const tell = (kind: LifecycleProblem['kind'], what: string): LifecycleProblem[] => [
      { kind, digest, sentence: `${nameOf(digest, image)} ${what}, and ${why}.` },
    ];
    if (image === undefined) return tell('gone', 'is not in the repository');
    if (image.storageClass === 'archive') return tell('archived', 'is archived and must be restored before it can run');
    const rule = ruleOf.get(digest);
    if (rule !== undefined) return tell('expires', `would be ${deedOf(rule)} within a day by ${ruleName(rule)}`);
    const later = guardFault(policy, image, images);
    return later === undefined ? [] : tell('unguarded', `could be ${deedOf(later)} later by ${ruleName(later)}`);
  });
  return {
    affected: affected.map(({ image, rule }) => ({
      digest: image.digest,
      tags: image.tags,
      rulePriority: rule.rulePriority,
    })),
    problems,
  };
}

/** The rule that may take the image some day, or nothing when it is guarded. */
function guardFault(
  policy: LifecyclePolicy,
  image: RepositoryImage,
  images: readonly RepositoryImage[],
): LifecycleRule | undefined {
  const parents = images.filter(({ children }) => children?.includes(image.digest));
  if (parents.some((parent) => guardFault(policy, parent, images) === undefined)) return undefined;
  const rules = [...policy.rules].sort((a, b) => a.rulePriority - b.rulePriority);
  const first = rules.find((rule) => selects(rule, image));
  return first === undefined || isGuard(first) ? undefined : first;
}

const isGuard = ({ selection }: LifecycleRule): boolean =>
  selection.countType === 'imageCountMoreThan' && selection.countNumber >= MORE_THAN_FIT;

const deedOf = ({ action }: LifecycleRule): string => (action.type === 'expire' ? 'deleted' : 'archived');

const ruleName = ({ rulePriority, description }: LifecycleRule): string =>
  `rule ${rulePriority}${description === undefined ? '' : ` (${description})`}`;

function nameOf(digest: string, image: RepositoryImage | undefined): string {
  const [tag, ...others] = image?.tags ?? [];
  if (tag === undefined) return shortDigest(digest);
  return `${shortDigest(digest)} (${tag}${others.length === 0 ? '' : ` and ${counted(others.length, 'more tag')}`})`;
}
