import type { StartedCloud } from '../../src/testing/cloud.js';
import type { PhaseResult, Running } from '../../src/testing/runner.js';

/** A moment in which a process dies: before its n-th call of an operation takes effect, or after it did, with the reply lost. */
export interface Boundary {
  readonly operation: string;
  readonly nth: number;
  readonly when: 'before' | 'after';
}

export const named = ({ operation, nth, when }: Boundary): string => `${when} ${operation} ${nth}`;

export interface LoggedCall {
  readonly number: number;
  readonly operation: string;
  // biome-ignore lint/suspicious/noExplicitAny: each operation has an input of its own
  readonly input?: any;
  readonly status?: number;
  /** Kinds of the faults that met it. */
  readonly faults?: readonly string[];
}

export const isRead = (operation: string): boolean => /:(Describe|List|Get|Filter|BatchGet|BatchCheck)/.test(operation);

export async function lastCall(cloud: StartedCloud): Promise<number> {
  return (await callsSince(cloud, 0)).at(-1)?.number ?? 0;
}

export async function callsSince(cloud: StartedCloud, number: number): Promise<LoggedCall[]> {
  const response = await fetch(`${cloud.endpoint}/_sluice/requests?after=${number}`);
  return (await response.json()) as LoggedCall[];
}

/**
 * Every boundary of these calls that can be told from the outside. Each write: before and after. A read changes nothing:
 * of the reads between two writes the first of each kind stands for those that follow, and its `before` for its `after`.
 */
export function boundariesOf(calls: readonly { readonly operation: string }[]): Boundary[] {
  const counts = new Map<string, number>();
  let seen = new Set<string>();
  return calls.flatMap(({ operation }) => {
    const nth = (counts.get(operation) ?? 0) + 1;
    counts.set(operation, nth);
    if (!isRead(operation)) {
      seen = new Set();
      return [
        { operation, nth, when: 'before' as const },
        { operation, nth, when: 'after' as const },
      ];
    }
    if (seen.has(operation)) return [];
    seen.add(operation);
    return [{ operation, nth, when: 'before' as const }];
  });
}

/**
 * Those at which a process leaves another world: before the first write one stands for all, and so does one of the reads
 * between two writes. Of the writes of a kind the first and the last stand for all.
 */
export function tellingOf(all: readonly Boundary[]): readonly Boundary[] {
  const firstWrite = all.findIndex(({ when }) => when === 'after') - 1;
  const last = new Map(all.map(({ operation, nth }) => [operation, nth]));
  return all.filter(({ operation, nth }, at) => {
    if (at < firstWrite) return at === 0;
    if (isRead(operation)) return !isRead(all[at - 1]?.operation ?? '');
    return nth === 1 || nth === last.get(operation);
  });
}

/**
 * Starts a phase and kills it at the boundary. `reached` is false when it ended before it got there, because how often
 * something is looked at varies from run to run.
 */
export async function killAt(
  cloud: StartedCloud,
  start: () => Promise<Running>,
  boundary: Boundary,
): Promise<{ reached: boolean; result: PhaseResult }> {
  const killed = await whenHeld(cloud, start, boundary, (running) => running.kill());
  // Dropped before it took effect, the call never does; after, it did.
  await cloud.admin('release', { drop: true });
  return killed;
}

/** Starts a phase, and does something to it when it has got to the boundary and is held there; its end is waited for. */
export async function whenHeld(
  cloud: StartedCloud,
  start: () => Promise<Running>,
  { operation, nth, when }: Boundary,
  deed: (running: Running) => Promise<PhaseResult>,
): Promise<{ reached: boolean; result: PhaseResult }> {
  const { id } = (await cloud.admin('hold', { operation, nth, when })) as { id: string };
  const running = await start();
  let ended = false;
  running.ended.then(
    () => {
      ended = true;
    },
    () => {},
  );
  let reached = false;
  while (!reached && !ended) {
    const response = await fetch(`${cloud.endpoint}/_sluice/state`);
    reached = ((await response.json()) as { held: number }).held > 0;
    if (!reached) await new Promise((resolve) => setTimeout(resolve, 4));
  }
  const result = reached ? await deed(running) : await running.ended;
  await cloud.admin('clear-faults', { id });
  return { reached, result };
}
