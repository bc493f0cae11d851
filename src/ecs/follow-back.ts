import { type Fate, isNewer, primaryOf, superseded } from './follow-fate.js';
import type { Back, FollowDecision, FollowOutcome, FollowPlan, FollowSeen, FollowState } from './follow-state.js';
import { shortName } from './task-definition.js';

/** The way back: from the moment that something was found bad, or somebody wants it, until the service runs the last good one again. */

/** A command that was not answered is sent again after so long. */
const resendMs = 10_000;
/** So often StopServiceDeployment is tried before the service is updated instead. */
const stopTries = 3;

const outcomes: Readonly<Record<Back['cause'], FollowOutcome>> = {
  bad: 'rolled-back',
  'timed-out': 'timed-out',
  cancelled: 'interrupted',
  person: 'stopped',
};

export function ended(state: FollowState, outcome: FollowOutcome, reason: string, now: number): FollowDecision {
  return { state: { ...state, phase: 'ended', since: now, outcome, reason }, command: { kind: 'end' }, reason };
}

/** Begins the way back, or says why there is none. */
export function goBack(
  plan: FollowPlan,
  state: FollowState,
  seen: FollowSeen,
  why: string,
  cause: Back['cause'],
): FollowDecision {
  const { now } = seen;
  if (cause === 'cancelled' && plan.onCancel === 'leave')
    return ended(state, 'interrupted', `${why}; the deployment goes on, unwatched (on-cancel: leave)`, now);
  if (cause !== 'cancelled' && plan.onFailure === 'leave')
    return ended(state, cause === 'bad' ? 'failed' : 'timed-out', `${why}; left as it is (on-failure: leave)`, now);
  const isAbort = cause === 'cancelled' && plan.onCancel === 'stop';
  const canStop = isUnderWay(state, seen);
  if (plan.lastGoodArn === null && !isAbort) {
    const outcome = cause === 'bad' ? 'failed' : outcomes[cause];
    return ended(state, outcome, `${why}; no deployment before it succeeded, so there is nothing to go back to`, now);
  }
  if (isAbort && !canStop) return ended(state, 'interrupted', `${why}; there was nothing to be stopped any more`, now);
  const by = isAbort ? 'abort' : canStop ? 'stop' : 'update';
  const back: Back = { why, cause, by, at: now, sentAt: null, sent: 0, primaryId: null, isTaken: false };
  return send(plan, { ...state, phase: 'going-back', since: now, back }, back, now);
}

/** ECS goes back by itself, or because somebody else told it to: that is only followed. */
export function followBack(state: FollowState, seen: FollowSeen, why: string, isByPerson: boolean): FollowDecision {
  const { now } = seen;
  const cause = isByPerson ? 'person' : 'bad';
  const told = why || (isByPerson ? 'somebody asked ECS to stop the deployment' : 'ECS takes the deployment back');
  const back: Back = { why: told, cause, by: 'ecs', at: now, sentAt: null, sent: 0, primaryId: null, isTaken: true };
  return wait({ ...state, phase: 'going-back', since: now, back }, `ECS is rolling back: ${told}`);
}

/**
 * Another deployment is in the place of ours. To whoever finishes what another process left, one of the last good version is
 * the way back that was begun there, and not written down any more: that is followed.
 */
export function replaced(plan: FollowPlan, state: FollowState, seen: FollowSeen, why: string): FollowDecision {
  const { now, service } = seen;
  const primary = service === undefined ? undefined : primaryOf(service);
  if (plan.mayUpdate || primary === undefined || primary.taskDefinitionArn !== plan.lastGoodArn)
    return ended(state, 'superseded', why, now);
  const { why: first = 'it had been told to go back', cause = 'bad' } = state.back ?? {};
  const back: Back = {
    why: first,
    cause,
    by: 'update',
    at: now,
    sentAt: now,
    sent: 1,
    primaryId: primary.id,
    isTaken: true,
  };
  return byUpdate(plan, { ...state, phase: 'going-back', since: now, back }, seen, back);
}

export function whileGoingBack(plan: FollowPlan, state: FollowState, seen: FollowSeen, fate: Fate): FollowDecision {
  const { now } = seen;
  const was = state.back as Back;
  const back = heard(was, seen);
  const following = { ...state, back };
  if (now - back.at >= plan.backLimitMs)
    return ended(following, 'failed', `${back.why}; and the way back was not complete in time`, now);
  return back.by === 'update' ? byUpdate(plan, following, seen, back) : byEcs(plan, following, seen, back, fate);
}

/** ECS does it, told so or not: it says itself when it is done. */
function byEcs(plan: FollowPlan, state: FollowState, seen: FollowSeen, back: Back, fate: Fate): FollowDecision {
  const { now } = seen;
  const reason = reasonOf(back, fate);
  switch (fate.kind) {
    case 'rolled-back':
      return ended(state, outcomes[back.cause], reason, now);
    case 'superseded':
      return replaced(plan, state, seen, `${fate.why}, while it was being taken back (${back.why})`);
    case 'rolling-back':
      return wait({ ...state, back: { ...back, why: reason, isTaken: true } }, 'ECS is rolling back');
    case 'stopped':
    case 'dead':
      if (back.by === 'abort')
        return ended(state, 'interrupted', `${back.why}; the deployment was stopped where it was`, now);
      return instead(plan, state, back, now, 'ECS has stopped the deployment and takes nothing back');
    case 'rollback-failed':
      return instead(plan, state, back, now, `ECS could not roll back${fate.why === '' ? '' : ` (${fate.why})`}`);
    case 'succeeded':
      if (back.by === 'abort')
        return ended(state, 'interrupted', `${back.why}; the deployment had succeeded already`, now);
      return instead(plan, state, back, now, 'the deployment completed meanwhile');
    default:
      if (back.by === 'ecs' || back.isTaken || now - (back.sentAt ?? 0) < resendMs)
        return wait(state, 'waiting for ECS to roll back');
      if (back.sent < stopTries) return send(plan, state, back, now);
      if (back.by === 'abort')
        return ended(state, 'interrupted', `${back.why}; ECS did not take the request to stop the deployment`, now);
      return instead(plan, state, back, now, 'ECS did not take the request to stop');
  }
}

/** Updates the service to the last good one, because ECS cannot or does not go back by itself. */
function instead(plan: FollowPlan, state: FollowState, back: Back, now: number, why: string): FollowDecision {
  if (plan.lastGoodArn === null)
    return ended(
      state,
      back.cause === 'bad' ? 'failed' : outcomes[back.cause],
      `${back.why}; ${why}, and no deployment before it succeeded`,
      now,
    );
  const next: Back = { ...back, by: 'update', sentAt: null, sent: 0, primaryId: null, isTaken: false };
  const decision = send(plan, { ...state, back: next }, next, now);
  return { ...decision, reason: `${why}: ${decision.reason}` };
}

/** The service was told to run the last good one: that is a deployment of its own. */
function byUpdate(plan: FollowPlan, state: FollowState, seen: FollowSeen, back: Back): FollowDecision {
  const { now, service } = seen;
  const primary = service === undefined ? undefined : primaryOf(service);
  if (primary === undefined || service === undefined) return resent(plan, state, back, now);
  const isNew = isNewer(plan, state, primary);
  const isOurs = primary.id === back.primaryId || (isNew && primary.taskDefinitionArn === plan.lastGoodArn);
  if (!isOurs) {
    if (!isNew) return resent(plan, state, back, now);
    const { why } = superseded(primary.taskDefinitionArn) as { why: string };
    return ended(state, 'superseded', `${why}, while it was being taken back (${back.why})`, now);
  }
  const taken: FollowState = { ...state, back: { ...back, isTaken: true, primaryId: primary.id } };
  if (primary.rollout === 'FAILED')
    return ended(
      taken,
      'failed',
      `${back.why}; and going back to ${shortName(primary.taskDefinitionArn)} failed: ${primary.rolloutReason}`,
      now,
    );
  const isComplete =
    primary.rollout === 'COMPLETED' || (primary.rollout === 'UNKNOWN' && service.deployments.length === 1);
  if (!isComplete || primary.runningCount < service.desiredCount)
    return wait(
      taken,
      `going back to ${shortName(primary.taskDefinitionArn)}: ${primary.runningCount} of ${service.desiredCount} run`,
    );
  return ended(taken, outcomes[back.cause], back.why, now);
}

function resent(plan: FollowPlan, state: FollowState, back: Back, now: number): FollowDecision {
  if (back.isTaken || now - (back.sentAt ?? 0) < resendMs) return wait(state, 'waiting to see the way back');
  return send(plan, state, back, now);
}

function send(plan: FollowPlan, state: FollowState, back: Back, now: number): FollowDecision {
  const sent: FollowState = { ...state, back: { ...back, sentAt: now, sent: back.sent + 1 } };
  if (back.by === 'update') {
    const taskDefinitionArn = plan.lastGoodArn as string;
    return {
      state: sent,
      command: { kind: 'update-back', taskDefinitionArn },
      reason: `back to ${shortName(taskDefinitionArn)}: ${back.why}`,
    };
  }
  const how = back.by === 'abort' ? 'abort' : 'rollback';
  return {
    state: sent,
    command: { kind: 'stop', arn: state.ours.arn as string, how },
    reason: `${how === 'abort' ? 'stopping' : 'rolling back'}: ${back.why}`,
  };
}

function heard(back: Back, { answer }: FollowSeen): Back {
  if (answer === undefined || back.sentAt === null) return back;
  if (answer.to === 'update-back' && back.by === 'update')
    return { ...back, isTaken: true, primaryId: answer.primaryId };
  if (answer.to === 'stop' && back.by !== 'update')
    return { ...back, isTaken: answer.worked, sent: answer.worked ? back.sent : stopTries };
  return back;
}

/** Whether ECS can be told to stop it: as far as is known, it is neither done nor being stopped. */
function isUnderWay({ ours }: FollowState, { deployments }: FollowSeen): boolean {
  if (ours.arn === null || deployments === 'unavailable') return false;
  const status = deployments?.find(({ arn }) => arn === ours.arn)?.status;
  return status === undefined || status === 'PENDING' || status === 'IN_PROGRESS';
}

/** What ECS says of a way back that it began by itself comes after that: what it says last counts. */
function reasonOf(back: Back, fate: Fate): string {
  const said = 'why' in fate ? fate.why : '';
  return back.by === 'ecs' && said !== '' ? said : back.why;
}

export const wait = (state: FollowState, reason: string): FollowDecision => ({
  state,
  command: { kind: 'wait' },
  reason,
});
