import { sluiceCommand } from '../blue-green/command-line.js';
import { AccessError } from '../ports/access-error.js';
import { messageOf } from '../ports/message-of.js';
import { InputError } from '../spec/input-error.js';
import { whyInWords } from './diagnose.js';
import type { Followed } from './follow-service.js';
import type { HeldRolling } from './lock.js';
import type { RollOutcome, RollResult } from './result.js';
import type { RollRequest } from './roll.js';
import { servingNow } from './serving.js';
import type { RollStory } from './story.js';
import { isGood, sentence } from './words.js';
import type { RollingWorld } from './world.js';

/** What a rollout is in the midst of: as much as every way out needs. */
export interface Midst {
  readonly request: RollRequest;
  readonly world: RollingWorld;
  readonly story: RollStory;
  lock: HeldRolling | undefined;
  /** The service was told, or may have been, or the lock holds what a dead run left. */
  isTouched: boolean;
  before: RollResult['before'];
  taskDefinitionArn: string | undefined;
}

/** The result, with all that is known of why, and of what runs now. */
export async function ended(midst: Midst, outcome: RollOutcome, reason: string, end?: Followed): Promise<RollResult> {
  const { request, world, story, before, taskDefinitionArn } = midst;
  const { label, cluster, service } = request;
  const isTold = isGood(outcome) || ['refused', 'superseded', 'interrupted'].includes(outcome);
  const why = isTold ? '' : whyInWords(story, reason);
  const { state, stableAt, badAt, endedAt = world.clock.now() } = end ?? {};
  const result: RollResult = {
    label,
    cluster,
    service,
    outcome,
    reason: why === '' ? reason : `${reason} (${why})`,
    taskDefinitionArn,
    before,
    deploymentId: state?.ours.arn ?? state?.ours.primaryId ?? undefined,
    times: {
      ...(stableAt == null ? {} : { rolloutMs: stableAt - story.startedAt }),
      ...(badAt == null ? {} : { detectMs: badAt - story.startedAt }),
      ...(badAt == null || outcome === 'failed' || outcome === 'superseded' || end?.isHandedOver
        ? {}
        : { restoreMs: endedAt - badAt }),
    },
    serving: outcome === 'refused' && before === undefined ? '' : await servingNow(world, service),
    story,
    isTouched: midst.isTouched,
    ...(end?.isHandedOver || (outcome === 'failed' && before !== undefined && midst.isTouched)
      ? { command: commandFor(midst, outcome) }
      : {}),
  };
  story.timeline.push({ at: world.clock.now(), what: `${outcome}: ${result.reason}` });
  return result;
}

/** Something that is no verdict on the release: access, inputs, a fault of ours. */
export async function faulted(midst: Midst, error: unknown): Promise<RollResult> {
  const { lock, isTouched } = midst;
  // Nothing was changed but the lock, and that goes back too; otherwise `post` finishes.
  if (!isTouched) await lock?.release().catch(() => {});
  const reason = messageOf(error).replace(/\.$/, '');
  if (error instanceof AccessError) {
    const isMissing = error.detail.kind === 'denied';
    const told = isTouched ? 'the deployment goes on, unwatched' : 'nothing was changed';
    const result = await ended(midst, isMissing && !isTouched ? 'refused' : 'access-lost', `${reason}; ${told}`);
    const full = isTouched ? { ...result, command: commandFor(midst, result.outcome) } : result;
    return { ...full, error: new AccessError(sentence(full), error.detail, { cause: error }) };
  }
  if (error instanceof InputError && !isTouched) return { ...(await ended(midst, 'refused', reason)), error };
  return {
    ...(await ended(midst, 'interrupted', reason)),
    error,
    ...(isTouched ? { command: commandFor(midst, 'interrupted') } : {}),
  };
}

/** The one command that a person runs: what finishes it, or what puts the last good version back. */
function commandFor({ request, before }: Midst, outcome: RollOutcome): string {
  const { cluster, service, settings } = request;
  const { region } = settings;
  if (outcome === 'failed' && before?.lastGoodArn !== undefined)
    return `aws ecs update-service --region ${region} --cluster ${cluster} --service ${service} --task-definition ${before.lastGoodArn}`;
  return sluiceCommand('recover', { region, cluster, service });
}
