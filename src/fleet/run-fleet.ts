import type { Cancellation } from '../ports/cancellation.js';
import type { Clock } from '../ports/clock.js';

/** One of many that are deployed in order. */
export interface FleetItem {
  readonly name: string;
  /** Items of the same fleet, in earlier levels, that this one cannot do without, at whatever distance. */
  readonly needs: readonly string[];
}

/** Levels in their order: one begins when all items of the one before have ended. */
export type FleetPlan<I extends FleetItem> = readonly (readonly I[])[];

/** What is done when an item turns out bad. Each item has been put back by itself, as far as it could be. */
export type FleetFailure =
  /** Nothing new is begun; what is under way goes on to its end; then everything that changed is put back. */
  | 'rollback-all'
  /** Nothing new is begun; what turned out good stays. */
  | 'rollback-failed'
  /** Only what needs the bad one is not begun. */
  | 'continue';

export interface FleetPolicy {
  readonly maxParallel: number;
  readonly onFailure: FleetFailure;
  /** Whether a cancel puts back what had turned out good before it. It always keeps new items from being begun. */
  readonly undoOnCancel: boolean;
}

/** How a deed ended. */
export interface DeedEnd<R> {
  readonly isGood: boolean;
  /** Whether the item may be something else now than it was before the fleet was begun. */
  readonly isChanged: boolean;
  readonly result: R;
}

/** What is done with an item. A deed that rejects is bad, and what it left is not known. */
export interface FleetDeeds<I extends FleetItem, R> {
  roll(item: I): Promise<DeedEnd<R>>;
  /** Puts back what `roll` changed; good when the item is again what it was. */
  undo(item: I, done: R): Promise<DeedEnd<R>>;
}

/** How an item came out; every item of the plan has one, on every way out. */
export type ItemEnd<I extends FleetItem, R> = { readonly item: I; readonly tookMs: number } & (
  | { readonly end: 'changed' | 'unchanged'; readonly result: R }
  /** Turned out bad; `isChanged` when it may not be what it was, though it was put back once more where `undone` is there. */
  | { readonly end: 'bad'; readonly result: R; readonly isChanged: boolean; readonly undone?: R }
  /** Was put back because of others, or would not go back. */
  | { readonly end: 'undone' | 'not-undone'; readonly result: R; readonly undone: R }
  /** The deed broke off with an error; `result` is what had been reached before, when putting it back did so. */
  | { readonly end: 'broken'; readonly error: unknown; readonly result?: R }
  | { readonly end: 'not-started'; readonly reason: string }
);

export interface FleetWorld {
  readonly clock: Clock;
  readonly cancellation: Cancellation;
}

/** Does the deed for each item, level by level. Never rejects; answers in the order of the plan. */
export async function runFleet<I extends FleetItem, R>(
  plan: FleetPlan<I>,
  deeds: FleetDeeds<I, R>,
  policy: FleetPolicy,
  world: FleetWorld,
): Promise<readonly ItemEnd<I, R>[]> {
  const ends = new Map<string, ItemEnd<I, R>>();
  const bad = (): ItemEnd<I, R> | undefined => [...ends.values()].find(isBad);
  // A cancel makes what is under way end badly, which is no verdict on it.
  let isFailed = false;
  const keep = (end: ItemEnd<I, R>): void => {
    ends.set(end.item.name, end);
    isFailed ||= isBad(end) && world.cancellation.reason === undefined;
  };

  const reasonNotToStart = (item: I): string | undefined => {
    if (world.cancellation.reason !== undefined) return world.cancellation.reason;
    const first = bad();
    if (first !== undefined && policy.onFailure !== 'continue') return `${first.item.name} turned out bad`;
    const needed = item.needs.flatMap((name) => ends.get(name) ?? []);
    const missing = needed.find(isBad) ?? needed.find(({ end }) => end === 'not-started');
    return missing === undefined ? undefined : `it needs ${missing.item.name}, which was not deployed`;
  };

  for (const level of plan) {
    await eachOf(level, policy.maxParallel, async (item) => {
      const reason = reasonNotToStart(item);
      if (reason !== undefined) {
        keep({ item, tookMs: 0, end: 'not-started', reason });
        return;
      }
      const from = world.clock.now();
      const took = () => ({ item, tookMs: world.clock.now() - from });
      try {
        const { isGood, isChanged, result } = await deeds.roll(item);
        if (isGood) keep({ ...took(), end: isChanged ? 'changed' : 'unchanged', result });
        else keep({ ...took(), end: 'bad', result, isChanged });
      } catch (error) {
        keep({ ...took(), end: 'broken', error });
      }
    });
  }

  const isUndone =
    (policy.onFailure === 'rollback-all' && isFailed) ||
    (policy.undoOnCancel && world.cancellation.reason !== undefined);
  if (isUndone) await undoAll(plan, deeds, policy, world, ends);
  return plan.flat().flatMap(({ name }) => ends.get(name) ?? []);
}

/** What others need goes back last. */
async function undoAll<I extends FleetItem, R>(
  plan: FleetPlan<I>,
  deeds: FleetDeeds<I, R>,
  policy: FleetPolicy,
  world: FleetWorld,
  ends: Map<string, ItemEnd<I, R>>,
): Promise<void> {
  for (const level of plan.toReversed()) {
    await eachOf(level.toReversed(), policy.maxParallel, async (item) => {
      const end = ends.get(item.name);
      if (end === undefined || !(end.end === 'changed' || (end.end === 'bad' && end.isChanged))) return;
      const { result } = end;
      const from = world.clock.now();
      const took = () => ({ item, tookMs: end.tookMs + world.clock.now() - from });
      try {
        const { isGood, result: undone } = await deeds.undo(item, result);
        if (end.end === 'bad') ends.set(item.name, { ...end, ...took(), undone, isChanged: !isGood });
        else ends.set(item.name, { ...took(), end: isGood ? 'undone' : 'not-undone', result, undone });
      } catch (error) {
        ends.set(item.name, { ...took(), end: 'broken', error, result });
      }
    });
  }
}

function isBad<I extends FleetItem, R>({ end }: ItemEnd<I, R>): boolean {
  return end === 'bad' || end === 'broken';
}

/** Does something for each, in order, so many at a time. */
async function eachOf<T>(items: readonly T[], atOnce: number, deed: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const lane = async (): Promise<void> => {
    for (const item of left) await deed(item);
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(atOnce, items.length)) }, lane));
}
