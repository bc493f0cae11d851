import type { HeldLock } from '../../blue-green/hold-lock.js';
import type { Plan } from '../../blue-green/plan.js';
import { foreignGroups } from '../../blue-green/sides.js';
import type { Story } from '../../blue-green/story.js';
import type { World } from '../../blue-green/world.js';
import type { Alerts } from '../../evidence/alerts.js';
import type { CompareEvidence } from '../../evidence/compare-source.js';
import type { Watch } from '../../evidence/watch.js';
import { AccessError } from '../../ports/access-error.js';
import { messageOf } from '../../ports/message-of.js';
import type { Route } from '../../ports/traffic-router.js';
import { next } from '../../shift/next.js';
import { hasEnded, initialState, type Seen, type ShiftPlan, type ShiftState } from '../../shift/state.js';
import { greenShare, weightsFor, weightsOf } from '../../shift/weights.js';
import { InputError } from '../../spec/input-error.js';
import { Teller } from './tell.js';

/** While a written weight is awaited the rule is read at this pace, ms. */
const awaitMs = 1_000;
/** So long a raise waits for its entry in the journal before the rule and the evidence are looked at again, ms. */
const noteLimitMs = 5_000;

export interface Shifting {
  readonly world: World;
  readonly plan: Plan;
  readonly shiftPlan: ShiftPlan;
  readonly watch: Watch;
  readonly story: Story;
  readonly lock: HeldLock;
  readonly pollMs: number;
  /** Whether a cancel takes the traffic back or leaves it. */
  readonly onCancel: 'rollback' | 'leave';
  readonly healthyTargets: () => number | undefined;
  readonly blueHealthyTargets: () => number | undefined;
  /** Rings when something bad was found: the loop looks at once. */
  readonly alerts: Pick<Alerts, 'wait'>;
  /** Green against blue, where it is asked for: it is told of every weight, and tells what the step has not seen. */
  readonly comparison: Pick<CompareEvidence, 'noteShare' | 'lacking'> | undefined;
  /** Green is about to get its first requests. */
  readonly onFirstRaise: () => void;
  readonly showStory: () => Promise<void>;
}

export interface Shifted {
  readonly state: ShiftState;
  readonly route: Route | undefined;
  /** When green was first given a share, and when the last observation was made. */
  readonly raisedAt: number | undefined;
  readonly endedAt: number;
  /** Set when the loop had to stop before an end: by wish, or because access was lost. */
  readonly stopped: { readonly why: 'left' } | { readonly why: 'access-lost'; readonly error: AccessError } | undefined;
}

/** Observes, asks the state machine, does what it says, tells of it; until it ends. No policy here. */
export async function shiftTraffic(shifting: Shifting): Promise<Shifted> {
  const { world, shiftPlan, plan, lock } = shifting;
  const { clock, cancellation, router } = world;
  const teller = new Teller(world, shifting.story, shiftPlan, shifting.watch);
  const toBlue = weightsFor(0, plan.blue.targetGroupArn, plan.green.targetGroupArn);
  let state = initialState(clock.now());
  let route: Route | undefined;
  let raisedAt: number | undefined;
  let goneInARow = 0;
  // The first thing a cancel does is the one call that takes the traffic back; the loop then verifies it.
  const forget = cancellation.onRequest(() => {
    // Once it has ended, what was decided stands: a cancel that comes a moment after the promotion does not undo it unseen.
    if (hasEnded(state) || shifting.onCancel === 'leave' || raisedAt === undefined || mustNotGoBack(shifting)) return;
    router.write(toBlue).catch(() => {});
  });
  const done = (stopped?: Shifted['stopped']): Shifted => ({ state, route, raisedAt, endedAt: clock.now(), stopped });

  try {
    for (;;) {
      if (cancellation.reason !== undefined && shifting.onCancel === 'leave') return done({ why: 'left' });
      const look = await readRoute(world);
      if (look.lost !== undefined) return done({ why: 'access-lost', error: look.lost });
      goneInARow = look.gone === undefined ? 0 : goneInARow + 1;
      const gone = goneInARow < 2 ? undefined : look.gone;
      route = gone === undefined ? (look.route ?? route) : undefined;
      const seen = { ...seenNow(shifting, look.route, state), gone };
      const before = state;
      const decision = next(shiftPlan, before, seen);
      const { command } = decision;
      const isRaise = command.kind === 'write' && command.greenWeight > 0;
      if (isRaise) {
        // A raise is journaled before it is done, so that whoever comes after knows. A rollback is done first.
        if (!(await isNoted(shifting, decision.state))) continue;
        if (raisedAt === undefined) shifting.onFirstRaise();
        raisedAt ??= clock.now();
        shifting.comparison?.noteShare(clock.now(), command.greenWeight);
      }
      state = decision.state;
      if (state.phase === 'rolling-back' && before.phase !== 'rolling-back') warnOfBrokenBlue(shifting, seen);
      if (command.kind === 'write') {
        const problem = await write(shifting, command.greenWeight);
        if (problem instanceof AccessError) return done({ why: 'access-lost', error: problem });
        // A rollback that failed is tried again at the next look, not after the rewrite pause.
        if (problem !== undefined && !isRaise) state = { ...state, writtenAt: null };
      }
      if (teller.tell(before, decision, seen)) await shifting.showStory();
      if (hasEnded(state)) return done();
      lock.beat(state);
      const isAwaited = state.phase === 'raising' || state.phase === 'rolling-back' || goneInARow > 0;
      await shifting.alerts.wait(isAwaited ? awaitMs : shifting.pollMs);
    }
  } finally {
    forget();
  }
}

/** Whether the raise may be done: nothing is raised while the journal hangs (what is seen meanwhile counts), is lost, or after a cancel. */
async function isNoted({ world, lock }: Shifting, state: ShiftState): Promise<boolean> {
  const { clock, cancellation } = world;
  const patience = new AbortController();
  const limit = AbortSignal.any([patience.signal, cancellation.signal]);
  try {
    const isWritten = await Promise.race([
      lock.note(state).then(() => true),
      clock.sleep(noteLimitMs, limit).then(() => false),
    ]);
    return isWritten && lock.lostTo === undefined && cancellation.reason === undefined;
  } finally {
    patience.abort();
  }
}

/** A rule that cannot be read is not a reason to stop; credentials that no longer suffice are. */
async function readRoute(world: World): Promise<{ route?: Route; lost?: AccessError; gone?: string }> {
  try {
    return { route: await world.router.read() };
  } catch (error) {
    if (error instanceof AccessError) return { lost: error };
    world.report.line(`The listener rule could not be read: ${messageOf(error)}`);
    return error instanceof InputError ? { gone: 'the listener rule was deleted by someone else' } : {};
  }
}

/** Blue cannot answer, green can: the policy decides whether traffic goes back all the same. */
function mustNotGoBack({ shiftPlan, blueHealthyTargets, healthyTargets }: Shifting): boolean {
  return shiftPlan.onBrokenOld === 'hold' && blueHealthyTargets() === 0 && healthyTargets() !== 0;
}

function warnOfBrokenBlue({ world, plan }: Shifting, { blueHealthyTargets, greenWeight }: Seen): void {
  if (blueHealthyTargets !== 0 || greenWeight === 0) return;
  world.report.warn(`The traffic goes back to ${plan.blue.service}, which has no healthy target`);
}

function seenNow(shifting: Shifting, route: Route | undefined, state: ShiftState): Seen {
  const { world, plan, watch, lock, comparison } = shifting;
  const { blue, green } = plan;
  const foreign = route === undefined ? undefined : foreignness(route, [blue.targetGroupArn, green.targetGroupArn]);
  const now = world.clock.now();
  const greenWeight =
    route === undefined || foreign !== undefined
      ? undefined
      : greenShare(weightsOf(route), blue.targetGroupArn, green.targetGroupArn);
  if (greenWeight !== undefined) comparison?.noteShare(now, greenWeight);
  return {
    now,
    greenWeight,
    foreign,
    lacking: state.phase === 'baking' ? comparison?.lacking(state.since) : undefined,
    verdict: watch.verdict(),
    healthyTargets: shifting.healthyTargets(),
    blueHealthyTargets: shifting.blueHealthyTargets(),
    cancelled: world.cancellation.reason ?? accessEnds(world) ?? lock.atRisk,
    lockLostTo: lock.lostTo,
  };
}

/** How the reason begins when traffic went back because access ends, and not because the release is bad. */
export const accessEndsWords = 'the AWS session is about to end';

/** Set when access is about to end and is not renewed: what it takes to put the traffic back must be done before. */
export function accessEnds({ access, clock }: Pick<World, 'access' | 'clock'>): string | undefined {
  const ending = access?.ending();
  return ending === undefined || clock.now() < ending.actBy
    ? undefined
    : `${accessEndsWords}, and without it nobody could watch or put back: ${ending.why}`;
}

function foreignness(route: Route, ours: readonly string[]): string | undefined {
  if (route.unusable !== undefined) return route.unusable;
  const others = foreignGroups(route, ours);
  return others.length === 0 ? undefined : `it also forwards to ${others.join(', ')}`;
}

async function write(shifting: Shifting, greenWeight: number): Promise<unknown> {
  const { world, plan } = shifting;
  try {
    await world.router.write(weightsFor(greenWeight, plan.blue.targetGroupArn, plan.green.targetGroupArn));
    return undefined;
  } catch (error) {
    world.report.line(`${greenWeight} % could not be written: ${messageOf(error)}`);
    return error ?? new Error('unknown');
  }
}
