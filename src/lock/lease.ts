import type { Cancellation } from '../ports/cancellation.js';
import type { Clock } from '../ports/clock.js';
import type { Held, Journal, JournalEntry, Lease, LockQueue, QueuePlace } from '../ports/journal.js';
import type { Report } from '../ports/report.js';

/** A holder that has not written for so long is taken for dead. It writes at least every `heartbeatMs`. */
export const leaseMs = 5 * 60_000;
export const heartbeatMs = 60_000;
/** How often to look whether a lock has been released. */
const retryMs = 10_000;
/** A place in the queue that was not renewed for so long is free. */
const placeMs = 4 * retryMs;

export type Locked<E extends Lease = JournalEntry> =
  | { readonly taken: true; readonly leftBy: E | undefined }
  | { readonly taken: false; readonly reason: string };

/** Takes the lock, waits for it in order, or says who holds it. A dead holder's lock is taken over, with what it left. */
export async function takeLock<E extends Lease>(
  inputs: { readonly whenLocked: 'fail' | 'wait' },
  world: LockWorld<E>,
  entry: (now: number) => E,
  deadline: number,
): Promise<Locked<E>> {
  const first = await tryLock(world, entry);
  if (first.taken) return first;
  if (inputs.whenLocked === 'fail') return { taken: false, reason: `another run holds the lock: ${first.holder}` };
  world.report.line(`Waiting for the lock: ${first.holder}`);
  const since = world.clock.now();
  const place = (): QueuePlace => ({
    holder: world.run.holder,
    runUrl: world.run.url,
    since,
    expires: world.clock.now() + placeMs,
  });
  try {
    for (;;) {
      await world.queue.join(place());
      if (await isFirst(world, place())) {
        const answer = await tryLock(world, entry);
        if (answer.taken) return answer;
      }
      const { reason } = world.cancellation;
      if (reason !== undefined) return { taken: false, reason };
      if (world.clock.now() >= deadline) {
        // Since it began to wait the lock may have gone from one to the next.
        const held = await world.journal.read();
        const holder = held === undefined ? first.holder : describeHolder(held, world.clock.now());
        return { taken: false, reason: `the lock was not released in time: ${holder}` };
      }
      await world.clock.sleep(retryMs, world.cancellation.signal);
    }
  } finally {
    // A place that stays behind is free a little later by itself.
    await world.queue.leave(place()).catch(() => {});
  }
}

export interface LockWorld<E extends Lease = JournalEntry> {
  readonly journal: Journal<E>;
  readonly queue: LockQueue;
  readonly clock: Clock;
  readonly run: { readonly holder: string; readonly url: string };
  readonly report: Report;
  readonly cancellation: Cancellation;
}

async function tryLock<E extends Lease>(
  world: LockWorld<E>,
  entry: (now: number) => E,
): Promise<{ taken: true; leftBy: E | undefined } | { taken: false; holder: string }> {
  const answer = await world.journal.acquire(entry(world.clock.now()));
  if (answer.taken) return { taken: true, leftBy: undefined };
  if (await takeOverIfDead(world, answer.held)) return { taken: true, leftBy: answer.held.entry };
  return { taken: false, holder: describeHolder(answer.held, world.clock.now()) };
}

/** Whether nobody who is still there has waited longer. */
async function isFirst(world: Pick<LockWorld, 'clock' | 'queue'>, own: QueuePlace): Promise<boolean> {
  const now = world.clock.now();
  const others = (await world.queue.places()).filter(({ holder, expires }) => holder !== own.holder && expires > now);
  return others.every(({ since, holder }) => since > own.since || (since === own.since && holder > own.holder));
}

/**
 * Takes over the lock of a holder that is dead. What it left stays in the journal, under the new holder's name, until it is
 * settled: whoever takes over may die as well.
 */
export async function takeOverIfDead<E extends Lease>(
  world: Pick<LockWorld<E>, 'journal' | 'clock' | 'run'>,
  held: Held<E>,
): Promise<boolean> {
  const now = world.clock.now();
  // An entry that cannot be read may be somebody's who is at work: only a readable, expired one is taken over.
  if (held.entry === undefined || held.entry.expires > now) return false;
  const { holder, url } = world.run;
  return world.journal.takeOver(held, { ...held.entry, holder, runUrl: url, expires: now + leaseMs });
}

export function describeHolder({ entry }: Held<Lease>, now: number): string {
  if (entry === undefined) return 'an entry that cannot be read';
  const minutes = Math.max(0, Math.round((now - entry.startedAt) / 60_000));
  return `${entry.runUrl}, at work for ${minutes} min (stage: ${entry.stage})`;
}
