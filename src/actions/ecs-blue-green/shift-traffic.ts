import type { Watch } from '../../evidence/watch.js';
import { AccessError } from '../../ports/access-error.js';
import type { JournalEntry } from '../../ports/journal.js';
import type { Route } from '../../ports/traffic-router.js';
import { next } from '../../shift/next.js';
import {
  type Decision,
  hasEnded,
  initialState,
  plannedWeight,
  type Seen,
  type ShiftPlan,
  type ShiftState,
} from '../../shift/state.js';
import { greenShare, weightsFor } from '../../shift/weights.js';
import { formatDuration } from '../../spec/duration.js';
import { heartbeatMs } from './lock.js';
import type { Plan } from './plan.js';
import { foreignGroups } from './sides.js';
import type { Story } from './story.js';
import type { World } from './world.js';

/** While a written weight is awaited the rule is read at this pace, ms. */
const awaitMs = 1_000;
/** How often the bake is told of in the log while nothing else happens, ms. */
const tellMs = 60_000;

export interface Shifting {
  readonly world: World;
  readonly plan: Plan;
  readonly shiftPlan: ShiftPlan;
  readonly watch: Watch;
  readonly story: Story;
  readonly pollMs: number;
  /** Whether a cancel takes the traffic back or leaves it. */
  readonly onCancel: 'rollback' | 'leave';
  readonly healthyTargets: () => number | undefined;
  readonly journalEntry: (state: ShiftState, now: number) => JournalEntry;
  /** Aborted when something bad was found: the loop looks at once. */
  readonly alerts: { wait(ms: number): Promise<void> };
  readonly tell: () => Promise<void>;
}

export interface Shifted {
  readonly state: ShiftState;
  readonly route: Route | undefined;
  /** When green was first given a share, and when the last observation was made. */
  readonly raisedAt: number | undefined;
  readonly endedAt: number;
  /** Set when the loop had to stop before an end: `left` by wish, or access was lost. */
  readonly stopped: { readonly why: 'left' } | { readonly why: 'access-lost'; readonly error: AccessError } | undefined;
}

/** Observes, asks the state machine, does what it says, tells of it; until it ends. No policy here. */
export async function shiftTraffic(shifting: Shifting): Promise<Shifted> {
  const { world, shiftPlan, plan } = shifting;
  const { clock, cancellation, router } = world;
  let state = initialState(clock.now());
  let route: Route | undefined;
  let raisedAt: number | undefined;
  let lockLostTo: string | undefined;
  let journaledAt = clock.now();
  const toBlue = weightsFor(0, plan.blue.targetGroupArn, plan.green.targetGroupArn);
  // The first thing a cancel does is the one call that takes the traffic back; the loop then verifies it.
  const forget = cancellation.onRequest(() => {
    if (shifting.onCancel === 'rollback' && raisedAt !== undefined) router.write(toBlue).catch(() => {});
  });
  const done = (stopped: Shifted['stopped']): Shifted => ({ state, route, raisedAt, endedAt: clock.now(), stopped });

  try {
    for (;;) {
      if (cancellation.reason !== undefined && shifting.onCancel === 'leave') return done({ why: 'left' });
      const look = await readRoute(world);
      if (look.lost !== undefined) return done({ why: 'access-lost', error: look.lost });
      route = look.route ?? route;
      const seen = seenNow(shifting, look.route, lockLostTo);
      const before = state;
      const decision = next(shiftPlan, before, seen);
      const { command } = decision;
      const isRaise = command.kind === 'write' && command.greenWeight > 0;
      // A raise is journaled before it is done, so that whoever comes after knows; a rollback is done first.
      if (isRaise || clock.now() - journaledAt >= heartbeatMs) {
        lockLostTo = await journal(shifting, decision.state);
        journaledAt = clock.now();
        if (lockLostTo !== undefined) continue;
      }
      state = decision.state;
      if (command.kind === 'write') {
        if (isRaise && cancellation.reason !== undefined) {
          state = before;
          continue;
        }
        if (isRaise) raisedAt ??= clock.now();
        const problem = await write(shifting, command.greenWeight);
        if (problem instanceof AccessError) return done({ why: 'access-lost', error: problem });
        // A rollback that failed is tried again at the next look, not after the rewrite pause.
        if (problem !== undefined && !isRaise) state = { ...state, writtenAt: null };
      }
      await tell(shifting, before, decision, seen);
      if (hasEnded(state)) return done(undefined);
      const isWaiting = state.phase === 'raising' || state.phase === 'rolling-back';
      await shifting.alerts.wait(isWaiting ? awaitMs : shifting.pollMs);
    }
  } finally {
    forget();
  }
}

/** A rule that cannot be read is not a reason to stop; credentials that no longer suffice are. */
async function readRoute(world: World): Promise<{ route?: Route; lost?: AccessError }> {
  try {
    return { route: await world.router.read() };
  } catch (error) {
    if (error instanceof AccessError) return { lost: error };
    world.report.line(`The listener rule could not be read: ${error instanceof Error ? error.message : String(error)}`);
    return {};
  }
}

function seenNow(shifting: Shifting, route: Route | undefined, lockLostTo: string | undefined): Seen {
  const { world, plan, watch } = shifting;
  const { blue, green } = plan;
  const foreign = route === undefined ? undefined : foreignness(route, [blue.targetGroupArn, green.targetGroupArn]);
  const weights = Object.fromEntries(
    (route?.groups ?? []).map(({ targetGroupArn, weight }) => [targetGroupArn, weight]),
  );
  return {
    now: world.clock.now(),
    greenWeight:
      route === undefined || foreign !== undefined
        ? undefined
        : greenShare(weights, blue.targetGroupArn, green.targetGroupArn),
    foreign,
    verdict: watch.verdict(),
    healthyTargets: shifting.healthyTargets(),
    cancelled: world.cancellation.reason,
    lockLostTo,
  };
}

function foreignness(route: Route, ours: readonly string[]): string | undefined {
  if (route.unusable !== undefined) return route.unusable;
  const others = foreignGroups(route, ours);
  return others.length === 0 ? undefined : `it also forwards to ${others.join(', ')}`;
}

async function journal(shifting: Shifting, state: ShiftState): Promise<string | undefined> {
  const { world } = shifting;
  try {
    return (await world.journal.update(shifting.journalEntry(state, world.clock.now())))?.lostTo;
  } catch (error) {
    world.report.line(`The journal could not be written: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

async function write(shifting: Shifting, greenWeight: number): Promise<unknown> {
  const { world, plan } = shifting;
  try {
    await world.router.write(weightsFor(greenWeight, plan.blue.targetGroupArn, plan.green.targetGroupArn));
    return undefined;
  } catch (error) {
    world.report.line(
      `${greenWeight} % could not be written: ${error instanceof Error ? error.message : String(error)}`,
    );
    return error ?? new Error('unknown');
  }
}

let lastTold = 0;

/** A line for each change, and one a minute while baking. */
async function tell(
  shifting: Shifting,
  before: ShiftState,
  { state, command, reason }: Decision,
  seen: Seen,
): Promise<void> {
  const { world, story, shiftPlan } = shifting;
  const moved = state.phase !== before.phase || state.step !== before.step || command.kind === 'write';
  const weightChanged = seen.greenWeight !== undefined && seen.greenWeight !== before.observed;
  const driftBegan = state.driftSince !== null && before.driftSince === null;
  const baking = state.phase === 'baking' && seen.now - lastTold >= tellMs;
  if (moved || weightChanged || driftBegan) {
    story.timeline.push({
      at: seen.now,
      greenPercent: seen.greenWeight ?? null,
      what: whatHappened(command, state, reason),
    });
  }
  noteSteps(shifting, before, state, seen);
  if (moved || driftBegan || baking) {
    const evidence = baking ? `; ${seen.verdict.judgement}: ${seen.verdict.reason}` : '';
    world.report.line(
      `${clockWords(seen.now - story.startedAt)}  ${bar(seen.greenWeight ?? plannedWeight(shiftPlan, state))}  ${whatHappened(command, state, reason)}${evidence}`,
    );
    lastTold = seen.now;
    if (moved) await shifting.tell();
  }
}

function whatHappened(command: Decision['command'], state: ShiftState, reason: string): string {
  if (command.kind === 'write' && command.greenWeight > 0)
    return `raising green to ${command.greenWeight} % (${reason})`;
  if (command.kind === 'write') return `taking all traffic back: ${reason}`;
  if (command.kind === 'end') return `${state.phase}: ${reason}`;
  return reason;
}

function noteSteps({ story, watch }: Shifting, before: ShiftState, state: ShiftState, seen: Seen): void {
  const open = story.steps.at(-1);
  if (open !== undefined && open.to === undefined) {
    open.verdict = watch.verdict();
    if (state.step !== before.step || (before.phase === 'baking' && state.phase !== 'baking')) open.to = seen.now;
  }
  if (state.phase === 'baking' && before.phase !== 'baking') {
    story.steps.push({ weight: seen.greenWeight ?? 0, from: seen.now, to: undefined, verdict: watch.verdict() });
  }
}

/** `+03:20` since the start. */
export function clockWords(ms: number): string {
  const total = Math.max(0, Math.round(ms / 1000));
  const two = (n: number): string => String(n).padStart(2, '0');
  return total >= 3600 ? `+${formatDuration(total * 1000)}` : `+${two(Math.floor(total / 60))}:${two(total % 60)}`;
}

/** Ten cells of the split between blue and green. */
export function bar(greenPercent: number): string {
  const cells = greenPercent > 0 ? Math.max(1, Math.round(greenPercent / 10)) : 0;
  return `${'░'.repeat(10 - cells)}${'█'.repeat(cells)} ${String(Math.round(greenPercent)).padStart(3)} %`;
}
