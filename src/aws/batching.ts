import { AccessError } from '../ports/access-error.js';

export interface BatchRules<V> {
  /** How many keys one call may name. */
  readonly atMost: number;
  /** Asks for these; the answer has a value for each key that there is one for. */
  readonly fetch: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>;
  /** How long a question waits for others once `many` different things have been asked for, ms; absent: not at all. */
  readonly gatherMs?: number;
}

/** So many different things at least make it worth to wait for others. */
const many = 4;

interface Waiter<V> {
  readonly key: string;
  readonly resolve: (value: V | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Asks for single things in calls for many: what is asked for in one turn of the event loop, or within `gatherMs`, goes
 * into as few calls as it fits into. Nothing is remembered: every answer was fetched after it was asked for.
 *
 * A policy may allow some of a batch and not the rest, and AWS then refuses the whole call. From then on each is asked for
 * alone, so that one service cannot take the others' view.
 */
export function inBatches<V>({ atMost, fetch, gatherMs = 0 }: BatchRules<V>): (key: string) => Promise<V | undefined> {
  let waiting: Waiter<V>[] = [];
  let isAlone = false;
  const asked = new Set<string>();

  const send = async (batch: readonly Waiter<V>[]): Promise<void> => {
    const keys = [...new Set(batch.map(({ key }) => key))];
    try {
      const values = await fetch(keys);
      for (const { key, resolve } of batch) resolve(values.get(key));
    } catch (error) {
      const isDenied = error instanceof AccessError && error.detail.kind === 'denied';
      if (keys.length > 1 && isDenied) {
        isAlone = true;
        await Promise.all(keys.map((key) => send(batch.filter((waiter) => waiter.key === key))));
      } else {
        for (const { reject } of batch) reject(error);
      }
    }
  };

  const sendAll = (): void => {
    const batches = new Map<string, Waiter<V>[]>();
    for (const waiter of waiting) batches.set(waiter.key, [...(batches.get(waiter.key) ?? []), waiter]);
    waiting = [];
    const groups = [...batches.values()];
    const size = isAlone ? 1 : atMost;
    for (let from = 0; from < groups.length; from += size) void send(groups.slice(from, from + size).flat());
  };

  return (key) =>
    new Promise((resolve, reject) => {
      asked.add(key);
      if (waiting.length === 0) {
        if (gatherMs > 0 && asked.size >= many) setTimeout(sendAll, gatherMs);
        else setImmediate(sendAll);
      }
      waiting.push({ key, resolve, reject });
    });
}
