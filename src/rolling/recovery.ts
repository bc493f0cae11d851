import { type FollowPlan, type FollowState, initialFollow, returnChange } from '../ecs/follow-state.js';
import { shortName } from '../ecs/task-definition.js';
import { stopLeft } from '../one-off/stop-left.js';
import type { RollingEntry } from '../ports/journal.js';
import { whyInWords } from './diagnose.js';
import { followService } from './follow-service.js';
import type { HeldRolling } from './lock.js';
import { servingNow } from './serving.js';
import { newRollStory } from './story.js';
import type { RollingWorld } from './world.js';

/** As much of the world as it takes to finish what a run left. */
export type SettlingWorld = Pick<
  RollingWorld,
  'clock' | 'report' | 'cancellation' | 'rollout' | 'deployments' | 'tasks' | 'access'
>;

/** So long a deployment that a dead run left may still take, ms. */
const settleMs = 15 * 60_000;
const pollMs = 5_000;

export interface SettledRolling {
  /** What was done, in a sentence or more. */
  readonly told: string;
  /** False when this, too, was interrupted: the entry must stay. */
  readonly isDone: boolean;
}

/**
 * Finishes what a run left: `post` after a cancel, the next run, or `recover` after a runner that died. It goes on with the
 * machine where the journal says that it was: the deployment is followed to its end and judged by what ECS says, or taken
 * back; a one-off task is stopped. It starts nothing anew but a way back, and may itself be killed anywhere.
 *
 * @param cancelled set where the run was meant to end: its `on-cancel` decides what becomes of the deployment
 * @throws AccessError when access is lost on the way
 */
export async function settleRolling(
  world: SettlingWorld,
  { plan: planLeft, follow, service, task }: RollingEntry,
  lock: HeldRolling,
  cancelled?: string,
): Promise<SettledRolling> {
  const stopped = task === undefined ? undefined : await stopLeft(task, world, () => lock.beat());
  if (stopped?.isDone === false) return stopped;
  await lock.watch.over();
  const first = stopped === undefined ? [] : [stopped.told];
  if (planLeft === null) return { told: [...first, 'The service had not been changed.'].join(' '), isDone: true };
  const left = planLeft as FollowPlan;
  const now = world.clock.now();
  // Whether it is healthy beyond what ECS says was to be seen by that run; its time is over.
  const plan: FollowPlan = {
    ...left,
    mayUpdate: left.isReturn === true,
    bakeMs: 0,
    deadline: Math.max(left.deadline, now + settleMs),
  };
  const before = (follow as FollowState | null) ?? initialFollow(now);
  const state: FollowState = {
    ...before,
    back: before.back && { ...before.back, at: now, sent: 0, sentAt: before.back.isTaken ? before.back.sentAt : null },
  };
  const story = newRollStory(now);
  const followed = await followService({
    world,
    plan,
    state,
    lock,
    story,
    pollMs,
    change: returnChange(plan),
    bake: undefined,
    onGoingBack: async () => {},
    cancelled,
  });
  if (followed.isHandedOver) return { told: 'Interrupted before it was finished.', isDone: false };
  const { outcome, reason } = followed.state;
  const isUnproven = outcome === 'succeeded' && left.bakeMs > 0;
  const what =
    outcome === 'succeeded'
      ? `The deployment of ${shortName(plan.taskDefinitionArn)} completed${isUnproven ? '; nobody watched it to the end of its bake' : ''}`
      : `The deployment of ${shortName(plan.taskDefinitionArn)} did not stay (${[reason, whyInWords(story, reason)].filter(Boolean).join(': ')})`;
  return { told: [...first, `${what}.`, await servingNow(world, service)].filter(Boolean).join(' '), isDone: true };
}
