import { type Decision, hasEnded, plannedWeight, type Seen, type ShiftPlan, type ShiftState } from './state.js';

/**
 * One tick of the traffic shift: pure and total.
 *
 * Invariants (each is a property test in `next.test.ts`):
 * - time comes only from `seen.now`; a step begins when its weight was observed, not when it was written;
 * - the weight goes up only with a healthy verdict, enough healthy targets of the new version, and the bake of the step served;
 * - unhealthy and unknown have limits of their own; no data is never health;
 * - a step that lacks evidence is not left, unless its own limit is over and going on by time was asked for;
 * - once rolling back, no command raises green's weight;
 * - a weight that was never planned means someone else is at the listener: nothing is raised over it;
 * - every history ends: promoted (100 % observed), rolled-back (0 % observed) or stuck.
 */
export function next(plan: ShiftPlan, before: ShiftState, seen: Seen): Decision {
  if (hasEnded(before)) return end(before, before.phase as End, before.end ?? '');
  if (seen.lockLostTo !== undefined) {
    return stuck(before, `the lock is held by ${seen.lockLostTo} now; nothing more was changed from here`);
  }
  if (seen.gone !== undefined) {
    return stuck(before, `${seen.gone}: what it matched goes by the other rules of the listener now`);
  }
  const state = observe(before, seen);
  if (state.phase === 'rolling-back') return rollingBack(plan, state, seen);

  const trouble = reasonToRollBack(plan, state, seen);
  // After a cancel the traffic is taken back before anybody looks.
  const from = seen.cancelled === undefined ? state.observed : before.observed;
  if (trouble !== undefined) return startRollback(plan, state, seen, trouble, from);
  const adopted = adopt(plan, state, seen);
  if (adopted !== undefined) return adopted;
  if (seen.foreign !== undefined) {
    return wait(drifting(state, seen), driftOf(plan, state, seen) ?? seen.foreign);
  }

  switch (state.phase) {
    case 'ready':
      return raise(plan, state, seen, 0);
    case 'raising':
      return raising(plan, state, seen);
    case 'baking':
      return baking(plan, state, seen);
    default:
      return wait(state, 'nothing to do');
  }
}

type End = 'promoted' | 'rolled-back' | 'stuck';

/** What this look adds to the counters. Evidence does not age backwards: a clock that jumps back adds nothing. */
function observe(state: ShiftState, seen: Seen): ShiftState {
  const { judgement, isPending } = seen.verdict;
  return {
    ...state,
    observed: seen.greenWeight ?? state.observed,
    unhealthyCount: judgement === 'unhealthy' ? state.unhealthyCount + 1 : 0,
    unknownSince: judgement === 'unknown' && isPending !== true ? (state.unknownSince ?? seen.now) : null,
    blindSince: seen.greenWeight === undefined && seen.foreign === undefined ? (state.blindSince ?? seen.now) : null,
  };
}

/** The first thing that speaks against going on, in the order of urgency. */
function reasonToRollBack(plan: ShiftPlan, state: ShiftState, seen: Seen): string | undefined {
  if (seen.cancelled !== undefined) return seen.cancelled;
  if (state.unhealthyCount >= plan.unhealthyLimit) return seen.verdict.reason;
  const needed = neededMs(plan, state);
  if (seen.now + needed > plan.deadline || seen.now >= plan.deadline) {
    const left = Math.max(0, plan.deadline - seen.now);
    const held = heldUpBy(plan, state, seen);
    const why = held === undefined ? '' : `; it was held up: ${held}`;
    return `the steps need ${seconds(needed)} more, and the time limit of the run is over in ${seconds(left)}${why}`;
  }
  if (state.unknownSince !== null && seen.now - state.unknownSince >= plan.unknownLimitMs) {
    return `health could not be established for ${seconds(seen.now - state.unknownSince)}: ${seen.verdict.reason}`;
  }
  if (state.blindSince !== null && seen.now - state.blindSince >= plan.unknownLimitMs) {
    return `the listener rule could not be read for ${seconds(seen.now - state.blindSince)}`;
  }
  if (state.phase !== 'ready' && seen.greenWeight === 0 && state.driftSince !== null) {
    return 'someone else took the new version out of traffic';
  }
  // One look may be stale: a drift counts when it has lasted.
  const drift = driftOf(plan, state, seen);
  return drift !== undefined && plan.onDrift === 'rollback' && hasLasted(plan, state, seen) ? drift : undefined;
}

/** The time that the shift still needs when nothing holds it up. One that cannot end in time is taken back while there is time. */
function neededMs(plan: ShiftPlan, state: ShiftState): number {
  const bakeMs = (index: number): number => {
    const step = plan.steps[index];
    return step === undefined ? 0 : Math.max(step.bakeMs, plan.settleMs);
  };
  const current = state.phase === 'ready' ? 0 : Math.max(0, bakeMs(state.step) - state.bakedMs);
  return plan.steps.reduce((sum, _step, index) => (index > state.step ? sum + bakeMs(index) : sum), current);
}

/** Why no time is being served: the time limit alone tells nobody what to mend. */
function heldUpBy(plan: ShiftPlan, state: ShiftState, seen: Seen): string | undefined {
  if (state.lackingSince !== null && seen.lacking !== undefined) return seen.lacking;
  const drift = state.driftSince === null ? undefined : driftOf(plan, state, seen);
  return drift ?? (seen.verdict.judgement === 'healthy' ? undefined : seen.verdict.reason);
}

/** Set when the listener shows what nobody here wrote. */
function driftOf(plan: ShiftPlan, state: ShiftState, seen: Seen): string | undefined {
  if (seen.foreign !== undefined) return `the listener rule was changed by someone else: ${seen.foreign}`;
  if (seen.greenWeight === undefined || isExpected(plan, state, seen.greenWeight)) return undefined;
  return `someone else set the new version to ${percent(seen.greenWeight)} (expected ${percent(plannedWeight(plan, state))})`;
}

/** With `adopt`, a weight that somebody set and that lasted is where the shift goes on from, at the highest step it covers. */
function adopt(plan: ShiftPlan, state: ShiftState, seen: Seen): Decision | undefined {
  const { greenWeight } = seen;
  if (plan.onDrift !== 'adopt' || greenWeight === undefined || greenWeight === 0 || !hasLasted(plan, state, seen))
    return undefined;
  if (driftOf(plan, state, seen) === undefined) return undefined;
  const step = plan.steps.findLastIndex(({ weight }) => weight <= greenWeight + 0.05);
  return wait(
    {
      ...state,
      phase: 'baking',
      step,
      adopted: greenWeight,
      since: seen.now,
      bakedMs: 0,
      lastSeenAt: seen.now,
      driftSince: null,
      lackingSince: null,
    },
    `someone else set the new version to ${percent(greenWeight)}; adopted, the bake begins`,
  );
}

function hasLasted(plan: ShiftPlan, state: ShiftState, seen: Seen): boolean {
  return state.driftSince !== null && seen.now - state.driftSince >= plan.rewriteMs;
}

/** Time spent at a weight that nobody planned is not baked: the next look counts from here. */
function drifting(state: ShiftState, seen: Seen): ShiftState {
  const lastSeenAt = state.lastSeenAt === null ? null : Math.max(seen.now, state.lastSeenAt);
  return { ...state, driftSince: state.driftSince ?? seen.now, lastSeenAt };
}

/** While a write is under way both the old and the new weight may be read. */
function isExpected(plan: ShiftPlan, state: ShiftState, weight: number): boolean {
  if (same(weight, plannedWeight(plan, state))) return true;
  return state.phase === 'raising' && same(weight, state.from);
}

function raising(plan: ShiftPlan, state: ShiftState, seen: Seen): Decision {
  const wanted = plannedWeight(plan, state);
  if (seen.greenWeight !== undefined && same(seen.greenWeight, wanted)) {
    return wait(
      {
        ...state,
        phase: 'baking',
        since: seen.now,
        bakedMs: 0,
        lastSeenAt: seen.now,
        driftSince: null,
        lackingSince: null,
      },
      `${percent(wanted)} observed on the listener; the bake begins`,
    );
  }
  const drift = driftOf(plan, state, seen);
  if (drift !== undefined) return wait(drifting(state, seen), drift);
  const waited = seen.now - state.since;
  if (waited >= plan.applyLimitMs) {
    return startRollback(
      plan,
      state,
      seen,
      `${percent(wanted)} was written but not observed within ${seconds(waited)}`,
    );
  }
  if (seen.greenWeight !== undefined && seen.now - (state.writtenAt ?? 0) >= plan.rewriteMs && mayRaise(plan, seen)) {
    return write({ ...state, writtenAt: seen.now }, wanted, `${percent(wanted)} is not there yet; written again`);
  }
  return wait(state, `waiting to observe ${percent(wanted)} on the listener`);
}

function baking(plan: ShiftPlan, state: ShiftState, seen: Seen): Decision {
  // A weight below the first step may have been adopted: it is settled, not baked.
  const step = plan.steps[state.step] ?? (state.adopted === null ? undefined : { weight: state.adopted, bakeMs: 0 });
  if (step === undefined) return stuck(state, 'the journal names a step that the plan does not have');
  const drift = driftOf(plan, state, seen);
  if (drift !== undefined) {
    return wait(drifting(state, seen), drift);
  }
  const served = bake(plan, { ...state, driftSince: null }, seen);
  const wanted = Math.max(step.bakeMs, plan.settleMs);
  if (served.bakedMs < wanted) {
    return wait(
      served,
      `${percent(plannedWeight(plan, state))}: ${seconds(served.bakedMs)} of ${seconds(wanted)} served`,
    );
  }
  const lack = lacking(plan, served, seen);
  if (lack !== undefined) return lack;
  const last = state.step === plan.steps.length - 1;
  if (!last) return raise(plan, served, seen, state.step + 1);
  if (seen.greenWeight === undefined) return wait(served, 'the bake is served; waiting for one more look at the rule');
  if (!mayRaise(plan, seen)) return wait(served, doubt(plan, seen));
  const { length } = plan.steps;
  const reason = length === 1 ? 'its one step was served in health' : `all ${length} steps served in health`;
  return end(served, 'promoted', although(reason, seen));
}

/** What to do with a step that has served its time and not seen what it must; undefined when it may end. */
function lacking(plan: ShiftPlan, state: ShiftState, seen: Seen): Decision | undefined {
  if (seen.lacking === undefined) return undefined;
  const waiting = { ...state, lackingSince: state.lackingSince ?? seen.now };
  const waited = seen.now - waiting.lackingSince;
  const isOver = plan.onNoData !== 'hold' && waited >= plan.noDataLimitMs;
  if (!isOver) return wait(waiting, `the bake is served, but ${seen.lacking}`);
  if (plan.onNoData === 'continue') return undefined;
  return startRollback(plan, waiting, seen, `${seconds(waited)} after the bake still ${seen.lacking}`);
}

/** Going on by time is told as what it is. */
const although = (reason: string, { lacking: lack }: Seen): string =>
  lack === undefined ? reason : `${reason}; by time alone, although ${lack}`;

/** Only time that was watched, on the right weight and in health counts. */
function bake(plan: ShiftPlan, state: ShiftState, seen: Seen): ShiftState {
  const gap = Math.max(0, seen.now - (state.lastSeenAt ?? seen.now));
  const counts = seen.verdict.judgement === 'healthy' && seen.greenWeight !== undefined;
  return {
    ...state,
    lastSeenAt: Math.max(seen.now, state.lastSeenAt ?? seen.now),
    bakedMs: counts ? state.bakedMs + Math.min(gap, plan.maxGapMs) : state.bakedMs,
  };
}

function raise(plan: ShiftPlan, state: ShiftState, seen: Seen, index: number): Decision {
  const step = plan.steps[index];
  if (step === undefined) return stuck(state, 'the plan has no steps');
  const drift = driftOf(plan, state, seen);
  if (drift !== undefined) return wait(drifting(state, seen), drift);
  if (!mayRaise(plan, seen)) return wait(state, doubt(plan, seen));
  return write(
    {
      ...state,
      phase: 'raising',
      step: index,
      from: plannedWeight(plan, state),
      adopted: null,
      since: seen.now,
      writtenAt: seen.now,
      driftSince: null,
    },
    step.weight,
    although(seen.verdict.reason, seen),
  );
}

function mayRaise(plan: ShiftPlan, seen: Seen): boolean {
  return (
    seen.verdict.judgement === 'healthy' &&
    seen.greenWeight !== undefined &&
    seen.foreign === undefined &&
    seen.healthyTargets !== undefined &&
    seen.healthyTargets >= plan.minHealthyTargets
  );
}

function doubt(plan: ShiftPlan, seen: Seen): string {
  if (seen.verdict.judgement !== 'healthy') return `not raised: ${seen.verdict.reason}`;
  if (seen.greenWeight === undefined) return 'not raised: the listener rule could not be read';
  return `not raised: ${seen.healthyTargets ?? 'an unknown number of'} healthy targets of the new version, ${plan.minHealthyTargets} needed`;
}

/** Why a shift is stuck whose way back leads to nobody, and whose new version still answers. */
export const noWayBack = 'but the old version has no healthy target to go back to, and on-broken-old is hold';

/** @param from green's share when the reason came up */
function startRollback(
  plan: ShiftPlan,
  state: ShiftState,
  seen: Seen,
  reason: string,
  from = state.observed,
): Decision {
  const isHeld = seen.blueHealthyTargets === 0 && plan.onBrokenOld === 'hold' && seen.healthyTargets !== 0;
  if (isHeld && (state.observed ?? 0) > 0) {
    return stuck(state, `${reason}; ${noWayBack}`);
  }
  const rolling: ShiftState = {
    ...state,
    phase: 'rolling-back',
    since: seen.now,
    writtenAt: null,
    rollback: { reason, atWeight: from ?? plannedWeight(plan, state), at: seen.now },
  };
  return rollingBack(plan, rolling, seen);
}

function rollingBack(plan: ShiftPlan, state: ShiftState, seen: Seen): Decision {
  const reason = state.rollback?.reason ?? 'rolled back';
  // A read of 0 proves nothing while a write that raised the weight may still be on its way: 0 is written once in any case,
  // unless nothing was ever raised.
  const raisedOnce = state.step >= 0;
  if (seen.greenWeight === 0 && seen.foreign === undefined && (state.writtenAt !== null || !raisedOnce)) {
    return end(state, 'rolled-back', reason);
  }
  if (state.writtenAt === null || seen.now - state.writtenAt >= plan.rewriteMs) {
    if (seen.now - state.since >= plan.applyLimitMs) {
      return stuck(state, `traffic could not be taken back within ${seconds(seen.now - state.since)} (${reason})`);
    }
    return write({ ...state, writtenAt: seen.now }, 0, reason);
  }
  return wait(state, 'waiting to observe 0 % on the new version');
}

function wait(state: ShiftState, reason: string): Decision {
  return { state, command: { kind: 'wait' }, reason };
}

function write(state: ShiftState, greenWeight: number, reason: string): Decision {
  return { state, command: { kind: 'write', greenWeight }, reason };
}

function end(state: ShiftState, outcome: End, reason: string): Decision {
  return { state: { ...state, phase: outcome, end: reason }, command: { kind: 'end', outcome }, reason };
}

function stuck(state: ShiftState, reason: string): Decision {
  return end(state, 'stuck', reason);
}

/** Weights are rounded on the wire; what is nearer than this is the same. */
function same(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.05;
}

const percent = (weight: number): string => `${Math.round(weight * 10) / 10} %`;
const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`;
