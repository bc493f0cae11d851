/** The traffic shift as data. Everything here is plain JSON: what one process writes, another can go on with. */

export interface Step {
  /** Green's share of requests, in percent (0 < weight ≤ 100). */
  readonly weight: number;
  /** How long the step must be served in health before the next, in ms. */
  readonly bakeMs: number;
}

/** What to do with a weight that nobody here set: raise nothing and wait, take the traffic back, or go on from there. */
export type DriftPolicy = 'hold' | 'rollback' | 'adopt';

/** What to do when traffic must go back to a side without a healthy target: send it there all the same, or leave it and call a person. */
export type BrokenOldPolicy = 'rollback' | 'hold';

/** What to do with a step whose bake is served and whose evidence stays away: wait on, take the traffic back, or go on by time. */
export type NoDataPolicy = 'hold' | 'rollback' | 'continue';

export interface ShiftPlan {
  readonly steps: readonly Step[];
  /** The least number of healthy targets green must have before its weight goes up. */
  readonly minHealthyTargets: number;
  /** Consecutive unhealthy verdicts after which to roll back (≥ 1). */
  readonly unhealthyLimit: number;
  /** How long the verdict may stay unknown before the shift is rolled back, in ms. */
  readonly unknownLimitMs: number;
  /** A rule change takes this long to reach every load balancer node: health seen earlier says nothing of the new weight. */
  readonly settleMs: number;
  /** A weight that was written and is not observed is written again after this, in ms. */
  readonly rewriteMs: number;
  /** A weight that is not observed for so long cannot be applied: roll back, or (when rolling back) stuck. */
  readonly applyLimitMs: number;
  /** At most so much time between two looks counts as baked: a gap in which nobody watched is no evidence. */
  readonly maxGapMs: number;
  /** The shift must have ended by then, epoch ms. */
  readonly deadline: number;
  readonly onDrift: DriftPolicy;
  /** How long after its bake a step waits for evidence that it lacks before `onNoData` is followed (`hold` waits on), ms. */
  readonly noDataLimitMs: number;
  readonly onNoData: NoDataPolicy;
  readonly onBrokenOld: BrokenOldPolicy;
}

/**
 * - `ready`: green takes no traffic yet
 * - `raising`: a step's weight was written, not yet observed
 * - `baking`: the step's weight is observed and serves its time
 * - `rolling-back`: weight 0 is wanted, not yet observed
 */
export type Phase = 'ready' | 'raising' | 'baking' | 'rolling-back' | 'promoted' | 'rolled-back' | 'stuck';

export interface ShiftState {
  readonly phase: Phase;
  /** Index of the step being raised to or baked; -1 before the first. */
  readonly step: number;
  /** Green's weight as last observed on the listener, in percent; null when never read. */
  readonly observed: number | null;
  /** When the step's weight was first written / last written / observed; epoch ms. */
  readonly since: number;
  readonly writtenAt: number | null;
  /** Bake time served in health, ms. */
  readonly bakedMs: number;
  readonly lastSeenAt: number | null;
  readonly unhealthyCount: number;
  readonly unknownSince: number | null;
  readonly driftSince: number | null;
  /** Since when the step is served but for evidence that it lacks; null while it is not. */
  readonly lackingSince: number | null;
  /** The weight that somebody else set and that was adopted in place of the step's own. */
  readonly adopted: number | null;
  /** The weight that is being raised from: until the new one shows, the old one may be read. */
  readonly from: number;
  /** Since when the listener rule could not be read. */
  readonly blindSince: number | null;
  /** Why and from which weight traffic was taken back; set once. */
  readonly rollback: { readonly reason: string; readonly atWeight: number; readonly at: number } | null;
  /** Why it ended; set in the three ends. */
  readonly end: string | null;
}

export interface Seen {
  readonly now: number;
  /** Green's share on the listener rule, in percent; undefined when it could not be read. */
  readonly greenWeight?: number | undefined;
  /** The rule no longer forwards to just blue and green: what is there instead. */
  readonly foreign?: string | undefined;
  /** The rule does not exist any more: there is nothing to shift, and nothing to take back. */
  readonly gone?: string | undefined;
  /** What the step has not seen yet and must see before it ends: `12 of 240 requests`. Nothing bad, and no health either. */
  readonly lacking?: string | undefined;
  readonly verdict: {
    readonly judgement: 'healthy' | 'unhealthy' | 'unknown';
    readonly reason: string;
    /** Unknown with a limit of its own, which is not `unknownLimitMs`. */
    readonly isPending?: true;
  };
  /** Healthy targets of green; undefined when not known. */
  readonly healthyTargets?: number | undefined;
  /** Healthy targets of blue; undefined when not known. */
  readonly blueHealthyTargets?: number | undefined;
  /** Someone asked to stop: take the traffic back. */
  readonly cancelled?: string | undefined;
  /** The lock is somebody else's now: command nothing. */
  readonly lockLostTo?: string | undefined;
}

export type Command =
  | { readonly kind: 'wait' }
  | { readonly kind: 'write'; readonly greenWeight: number }
  | { readonly kind: 'end'; readonly outcome: 'promoted' | 'rolled-back' | 'stuck' };

export interface Decision {
  readonly state: ShiftState;
  readonly command: Command;
  readonly reason: string;
}

export function initialState(now: number): ShiftState {
  return {
    phase: 'ready',
    step: -1,
    observed: null,
    since: now,
    writtenAt: null,
    bakedMs: 0,
    lastSeenAt: null,
    unhealthyCount: 0,
    unknownSince: null,
    driftSince: null,
    lackingSince: null,
    adopted: null,
    from: 0,
    blindSince: null,
    rollback: null,
    end: null,
  };
}

/** The weight green has now when all went as planned. */
export function plannedWeight(plan: ShiftPlan, state: ShiftState): number {
  if (state.phase === 'rolling-back' || state.phase === 'rolled-back') return 0;
  return state.adopted ?? plan.steps[state.step]?.weight ?? 0;
}

export function hasEnded(state: ShiftState): boolean {
  return state.phase === 'promoted' || state.phase === 'rolled-back' || state.phase === 'stuck';
}
