import { again, type CopyWorld } from '../image-copy/world.js';
import { shortDigest } from '../images/digest.js';
import { checkLifecycle, type LifecycleCheck } from '../images/lifecycle-check.js';
import { lifecycleDiff } from '../images/lifecycle-diff.js';
import {
  formatLifecyclePolicy,
  type LifecyclePolicy,
  policyFault,
  readLifecyclePolicy,
} from '../images/lifecycle-policy.js';
import { isSamePolicy, type Retention, retentionIn, retentionPolicy, tagFamily } from '../images/lifecycle-rules.js';
import type { EcrRegistryControl, PreviewedImage } from '../ports/ecr.js';
import type { SeenRetention } from './see-retention.js';

export interface RetentionRequest {
  readonly ecr: EcrRegistryControl;
  /** `check` writes nothing, `put` does not touch a policy of somebody else, `replace` does. */
  readonly mode: 'check' | 'put' | 'replace';
  /** What is to be kept, beside the environments that were seen. */
  readonly retention: Omit<Retention, 'environments'>;
  readonly isDryRun: boolean;
}

export interface SettledRetention {
  /**
   * `put`: written and read back. `there`: it was so already. `kept`: somebody else's was left. `refused`: it could delete what
   * is needed, or that is not known. `planned`: a dry run. `checked`: only the one that is there was looked at.
   */
  readonly is: 'put' | 'there' | 'kept' | 'refused' | 'planned' | 'checked';
  /** What there is to say, each a sentence; of `refused` why. */
  readonly sentences: readonly string[];
  /** What would change or has changed, rule by rule. */
  readonly diff: readonly string[];
  /** Whether the policy that is in force now, ours or not, could delete or archive an image that is needed. */
  readonly isEndangered: boolean;
}

/**
 * Brings the lifecycle policy of a repository to one that can never expire an image that is needed: our own evaluation and
 * ECR's preview are both asked before it is put, and either of them finding such an image refuses it.
 */
export async function settleRetention(
  { ecr, mode, retention, isDryRun }: RetentionRequest,
  seen: SeenRetention,
  world: CopyWorld,
): Promise<SettledRetention> {
  const { name } = seen.repository;
  const text = await again(world, () => ecr.lifecyclePolicy(name));
  const reading = text === undefined ? undefined : readLifecyclePolicy(text);
  const existing = reading?.ok ? reading.value : undefined;
  const now =
    existing === undefined ? undefined : checkLifecycle(existing, seen.images, seen.needed, world.clock.now());
  const isEndangered = now !== undefined && endangering(now).length > 0;
  const unread = reading?.ok === false ? [`The lifecycle policy of ${name} cannot be read: it ${reading.wrong}.`] : [];
  const found = (now?.problems ?? absences(seen)).map(({ sentence }) => sentence);
  if (mode === 'check') {
    const none = text === undefined ? [`${name} has no lifecycle policy: nothing is ever deleted.`] : [];
    return { is: 'checked', sentences: [...none, ...unread, ...found], diff: [], isEndangered };
  }
  const own = existing === undefined ? undefined : retentionIn(existing);
  const wanted = wantedPolicy(retention, seen, own);
  const diff = lifecycleDiff(existing, wanted);
  if (existing !== undefined && isSamePolicy(existing, wanted)) {
    return { is: 'there', sentences: found, diff: [], isEndangered };
  }
  if (text !== undefined && own === undefined && mode === 'put') {
    const kept = `${name} has a lifecycle policy that somebody else wrote, which is left as it is; lifecycle: replace replaces it.`;
    return { is: 'kept', sentences: [kept, ...unread, ...found], diff, isEndangered };
  }
  const refused = (sentences: readonly string[]): SettledRetention => ({
    is: 'refused',
    sentences,
    diff,
    isEndangered,
  });
  const fault = policyFault(wanted);
  if (fault !== undefined) return refused([`The lifecycle policy for ${name} ${fault}.`]);
  if (seen.unknown.length > 0) return refused(seen.unknown);
  const check = checkLifecycle(wanted, seen.images, seen.needed, world.clock.now());
  const dangers = endangering(check);
  if (dangers.length > 0) return refused(dangers);
  const told = check.problems.map(({ sentence }) => sentence);
  if (isDryRun) return { is: 'planned', sentences: told, diff, isEndangered };
  const policy = formatLifecyclePolicy(wanted);
  const preview = await again(world, () => ecr.previewLifecycle(name, policy));
  if (preview === undefined) {
    return refused([`ECR did not say in time what the lifecycle policy would do to ${name}: it was not put.`]);
  }
  const lost = previewed(preview, seen);
  if (lost.length > 0) return refused(lost);
  await again(world, () => ecr.putLifecyclePolicy(name, policy));
  return { is: 'put', sentences: [...told, ...(await notOurs(ecr, name, wanted, world))], diff, isEndangered: false };
}

/** What a repository without a policy may lack all the same. */
const absences = ({ needed, images }: SeenRetention) =>
  checkLifecycle({ rules: [] }, images, needed, 0).problems.filter(
    ({ kind }) => kind === 'gone' || kind === 'archived',
  );

/** What is gone already, or archived, no policy can lose: it is told, and refuses nothing. */
const endangering = ({ problems }: LifecycleCheck): readonly string[] =>
  problems.flatMap(({ kind, sentence }) => (kind === 'expires' || kind === 'unguarded' ? [sentence] : []));

/** Families that a policy of ours protects already stay protected: another run may know of other environments. */
function wantedPolicy(
  { protectedTags, untaggedDays, keep }: Omit<Retention, 'environments'>,
  { environments }: SeenRetention,
  own: Retention | undefined,
): LifecyclePolicy {
  const families = new Set(environments.flatMap(tagFamily));
  const more = [...(own?.protectedTags ?? []), ...protectedTags].filter((pattern) => !families.has(pattern));
  return retentionPolicy({ environments, protectedTags: [...new Set(more)], untaggedDays, keep });
}

/** What ECR itself would take of what is needed, and of what lies in it. */
function previewed(preview: readonly PreviewedImage[], { needed, images }: SeenRetention): readonly string[] {
  const why = new Map<string, string>();
  const children = new Map(images.map((image) => [image.digest, image.children ?? []]));
  for (const one of needed) {
    for (const digest of [one.digest, ...(children.get(one.digest) ?? [])]) {
      if (!why.has(digest))
        why.set(digest, digest === one.digest ? one.why : `the index that it lies in is needed: ${one.why}`);
    }
  }
  return preview.flatMap(({ digest, tags, rulePriority }) => {
    const because = why.get(digest);
    const name = `${shortDigest(digest)}${tags[0] === undefined ? '' : ` (${tags[0]})`}`;
    return because === undefined
      ? []
      : [
          `ECR's own preview says that rule ${rulePriority} would take ${name}, and ${because}: the policy was not put.`,
        ];
  });
}

async function notOurs(
  ecr: EcrRegistryControl,
  name: string,
  wanted: LifecyclePolicy,
  world: CopyWorld,
): Promise<readonly string[]> {
  const text = await again(world, () => ecr.lifecyclePolicy(name));
  const reading = text === undefined ? undefined : readLifecyclePolicy(text);
  return reading?.ok && isSamePolicy(reading.value, wanted)
    ? []
    : [`The lifecycle policy of ${name} is not the one that was put: somebody else put another one at the same time.`];
}
