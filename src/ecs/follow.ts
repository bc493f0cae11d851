import { reasonToGiveUp } from './failing.js';
import { ended, followBack, goBack, replaced, wait, whileGoingBack } from './follow-back.js';
import { type Fate, fateOf, isNewer, oursIn, primaryOf } from './follow-fate.js';
import type { DeploymentNow, FollowDecision, FollowPlan, FollowSeen, FollowState } from './follow-state.js';
import { speaksAgainstRelease } from './stopped-tasks.js';
import { shortName } from './task-definition.js';

/**
 * Follows one deployment of one service to one verdict: `next(plan, state, seen) → { state, command, reason }`. Pure; time
 * comes only from `seen.now`, and only to measure how long something lasts: which deployment is ours, and what is newer than
 * it, is decided by the answers and the clock of ECS.
 *
 * A look that failed, or that shows a time gone by, decides nothing. It succeeds only where ECS says so of our deployment,
 * the service shows it, and all its tasks run; no task at all is no success. Once it goes back, nothing brings it forward.
 */
export function next(plan: FollowPlan, before: FollowState, seen: FollowSeen): FollowDecision {
  if (before.phase === 'ended') return { state: before, command: { kind: 'end' }, reason: before.reason };
  if (seen.lockLostTo !== undefined)
    return ended(
      before,
      'interrupted',
      `the lock is held by ${seen.lockLostTo} now; nothing more was changed`,
      seen.now,
    );
  const state = recognized(plan, before, seen);
  const fate = fateOf(plan, state, seen);
  if (state.phase === 'going-back') return whileGoingBack(plan, state, seen, fate);
  if (state.phase === 'updating') return whileUpdating(plan, state, seen);

  const over = endedElsewhere(plan, state, seen, fate);
  if (over !== undefined) return over;
  if (seen.cancelled !== undefined) return goBack(plan, state, seen, seen.cancelled, 'cancelled');
  const why = givingUp(plan, state, seen);
  if (why !== undefined) return goBack(plan, state, seen, why, 'bad');
  return state.phase === 'baking' ? whileBaking(plan, state, seen) : whileRolling(plan, state, seen, fate);
}

/** An update that was not seen to take effect is sent again after so long. */
const resendMs = 15_000;
/** A last look that fails is repeated for so long. */
const lastLookMs = 15_000;

/** What the look tells of which deployment is ours. */
function recognized(
  plan: FollowPlan,
  state: FollowState,
  { answer, service, deployments, now }: FollowSeen,
): FollowState {
  let { ours, phase, since } = state;
  if (answer?.to === 'update') ours = { ...ours, primaryId: answer.primaryId, at: answer.at };
  if (ours.primaryId === null && state.sentAt !== null && service !== undefined) {
    // The answer was lost. A deployment of what we deploy that was not there before is ours.
    const found = service.deployments.find(
      ({ id, taskDefinitionArn }) => taskDefinitionArn === plan.taskDefinitionArn && !plan.knownBefore.includes(id),
    );
    if (found !== undefined) ours = { ...ours, primaryId: found.id, at: found.createdAt || null };
  }
  if (ours.arn === null && Array.isArray(deployments) && (ours.primaryId !== null || state.sentAt !== null)) {
    const found = oursIn(plan, { ...state, ours }, deployments);
    if (found !== undefined) ours = { ...ours, arn: found.arn, at: ours.at ?? found.createdAt };
  }
  if (phase === 'updating' && (ours.primaryId !== null || ours.arn !== null)) [phase, since] = ['rolling', now];
  return { ...state, ours, phase, since };
}

function whileUpdating(plan: FollowPlan, state: FollowState, seen: FollowSeen): FollowDecision {
  const { now, service, cancelled } = seen;
  const { sentAt } = state;
  const primary = service === undefined ? undefined : primaryOf(service);
  if (primary !== undefined && !plan.knownBefore.includes(primary.id)) {
    const other = shortName(primary.taskDefinitionArn);
    const undone = sentAt === null ? 'nothing was changed' : 'this deployment did not begin, or was replaced at once';
    return ended(state, 'superseded', `somebody else deployed ${other} at the same moment; ${undone}`, now);
  }
  if (sentAt === null) {
    if (cancelled !== undefined) return ended(state, 'interrupted', `${cancelled}; nothing was changed`, now);
    if (!plan.mayUpdate)
      return ended(state, 'interrupted', 'the service had not been told yet; nothing was changed', now);
    if (now >= plan.deadline) return ended(state, 'timed-out', 'time was up before it began; nothing was changed', now);
    if (service === undefined) return wait(state, 'the service could not be read');
    return {
      state: { ...state, sentAt: now },
      command: { kind: 'update' },
      reason: `deploying ${shortName(plan.taskDefinitionArn)}`,
    };
  }
  const isOver = now >= plan.deadline || cancelled !== undefined || !plan.mayUpdate;
  if (isOver && now - sentAt >= resendMs) {
    const outcome = cancelled !== undefined || !plan.mayUpdate ? 'interrupted' : 'timed-out';
    return ended(
      state,
      outcome,
      `${cancelled === undefined ? '' : `${cancelled}; `}the update never took effect: nothing was changed`,
      now,
    );
  }
  if (!isOver && service !== undefined && now - sentAt >= resendMs)
    return {
      state: { ...state, sentAt: now },
      command: { kind: 'update' },
      reason: 'the update did not take effect: once more',
    };
  return wait(state, 'waiting to see the update');
}

/** What others have done to it: ECS, a person, another run. */
function endedElsewhere(
  plan: FollowPlan,
  state: FollowState,
  seen: FollowSeen,
  fate: Fate,
): FollowDecision | undefined {
  const { now, service } = seen;
  switch (fate.kind) {
    case 'rolling-back':
      return followBack(state, seen, fate.why, fate.isByPerson);
    case 'rolled-back':
    case 'rollback-failed': {
      const following = followBack(state, seen, fate.why, fate.isByPerson).state;
      return whileGoingBack(plan, following, seen, fate);
    }
    case 'superseded':
      return replaced(plan, state, seen, fate.why);
    case 'stopped':
      return ended(
        state,
        'stopped',
        `somebody stopped it, and left what runs${fate.why === '' ? '' : `: ${fate.why}`}`,
        now,
      );
    case 'dead':
      return goBack(plan, state, seen, fate.why, 'bad');
    default: {
      if (service === undefined) return undefined;
      if (service.status === 'DRAINING' || service.status === 'INACTIVE')
        return ended(state, 'stopped', 'somebody deleted the service', now);
      const isOurs = primaryOf(service)?.id === state.ours.primaryId;
      // Only a read that shows ours is of after the update.
      if (isOurs && service.desiredCount === 0)
        return ended(
          state,
          'stopped',
          'somebody scaled the service to 0: no task runs, so nothing is shown of this version',
          now,
        );
      return undefined;
    }
  }
}

function givingUp(
  plan: FollowPlan,
  { ours }: FollowState,
  { stopped, placement, service }: FollowSeen,
): string | undefined {
  const mine = service?.deployments.find(({ id }) => id === ours.primaryId);
  return reasonToGiveUp({ stopped, placement, failedTasks: mine?.failedTasks ?? 0 }, plan.failAfter);
}

function whileRolling(plan: FollowPlan, state: FollowState, seen: FollowSeen, fate: Fate): FollowDecision {
  const { now, service } = seen;
  const primary = service === undefined ? undefined : primaryOf(service);
  if (fate.kind === 'succeeded' && service !== undefined && primary !== undefined) {
    if (isReplaced(plan, state, primary)) {
      const other = shortName(primary.taskDefinitionArn);
      return replaced(plan, state, seen, `it had succeeded, and then another deployment (${other}) replaced it`);
    }
    const isOurs = primary.id === state.ours.primaryId || primary.taskDefinitionArn === plan.taskDefinitionArn;
    if (isOurs && service.desiredCount > 0 && primary.runningCount >= service.desiredCount) {
      const stableTasks = primary.runningCount;
      const baking: FollowState = { ...state, phase: 'baking', since: now, stableAt: now, stableTasks };
      const stable = { ...baking, ...failedNow(state, seen) };
      const words = `${primary.runningCount} of ${service.desiredCount} tasks run, and ECS calls the deployment successful`;
      if (plan.bakeMs > 0) return wait(stable, words);
      return ended(stable, 'succeeded', words, now);
    }
  }
  if (now >= plan.deadline && isLast(plan, seen))
    return goBack(plan, state, seen, `not complete in time: ${progress(state, seen)}`, 'timed-out');
  return wait(state, progress(state, seen));
}

function whileBaking(plan: FollowPlan, before: FollowState, seen: FollowSeen): FollowDecision {
  const { now, service, verdict } = seen;
  const primary = service === undefined ? undefined : primaryOf(service);
  if (primary !== undefined && isReplaced(plan, before, primary)) {
    const other = shortName(primary.taskDefinitionArn);
    return replaced(plan, before, seen, `it had succeeded, and then another deployment (${other}) replaced it`);
  }
  if (verdict?.judgement === 'unhealthy') return goBack(plan, before, seen, verdict.reason, 'bad');
  const needed = Math.min(service?.desiredCount ?? 0, before.stableTasks ?? Number.POSITIVE_INFINITY);
  const isWhole = service !== undefined && primary?.id === before.ours.primaryId && primary.runningCount >= needed;
  const isGood = (verdict === undefined || verdict.judgement === 'healthy') && isWhole;
  const unknownSince = isGood ? null : (before.unknownSince ?? now);
  const failed = failedNow(before, seen);
  const hasFailed = (failed.failedBefore ?? 0) > (before.failedBefore ?? failed.failedBefore ?? 0);
  const state = { ...before, ...failed, unknownSince, since: hasFailed ? now : before.since };
  const doubt =
    isWhole || service === undefined ? (verdict?.reason ?? 'the service could not be read') : progress(state, seen);
  if (unknownSince !== null && now - unknownSince >= plan.unknownLimitMs)
    return goBack(plan, state, seen, `its health was not certain for too long: ${doubt}`, 'bad');
  if (isGood && now - state.since >= plan.bakeMs)
    return ended(state, 'succeeded', verdict?.reason || progress(state, seen), now);
  if (now >= plan.deadline && isLast(plan, seen))
    return goBack(plan, state, seen, `time was up before it had been watched to the end: ${doubt}`, 'timed-out');
  if (hasFailed) return wait(state, `a task has failed: from now on it is watched anew (${progress(state, seen)})`);
  return wait(state, isGood ? `healthy: ${verdict?.reason ?? progress(state, seen)}` : doubt);
}

/** How many tasks have failed so far, as far as this look tells. */
function failedNow({ ours }: FollowState, { stopped, service }: FollowSeen): { readonly failedBefore?: number } {
  if (typeof stopped === 'object') return { failedBefore: stopped.filter(speaksAgainstRelease).length };
  const mine = service?.deployments.find(({ id }) => id === ours.primaryId);
  return stopped === 'unavailable' && mine !== undefined ? { failedBefore: mine.failedTasks } : {};
}

/** Someone's later deployment is in its place. */
function isReplaced(plan: FollowPlan, state: FollowState, primary: DeploymentNow): boolean {
  return state.ours.primaryId !== null && isNewer(plan, state, primary);
}

/** Whether this look may be the last one: it shows something, or there was no better one for a while. */
function isLast(plan: FollowPlan, { service, deployments, now }: FollowSeen): boolean {
  return (service !== undefined && deployments !== undefined) || now - plan.deadline >= lastLookMs;
}

export function progress({ ours }: FollowState, { service }: FollowSeen): string {
  const mine = service?.deployments.find(({ id }) => id === ours.primaryId);
  if (service === undefined) return 'the service could not be read';
  if (mine === undefined) return 'the deployment is not to be seen yet';
  const failed = mine.failedTasks === 0 ? '' : `, ${mine.failedTasks} failed`;
  const others = service.deployments
    .filter((other) => other.id !== mine.id)
    .reduce((sum, { runningCount }) => sum + runningCount, 0);
  return `${mine.runningCount} of ${service.desiredCount} tasks run${failed}${others === 0 ? '' : `; ${others} of the version before`}`;
}
