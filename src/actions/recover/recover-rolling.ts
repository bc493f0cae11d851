import { sluiceCommand } from '../../blue-green/command-line.js';
import { leaseMs } from '../../lock/lease.js';
import { AccessError } from '../../ports/access-error.js';
import type { Cancellation } from '../../ports/cancellation.js';
import type { Held, Journal, RollingEntry } from '../../ports/journal.js';
import { messageOf } from '../../ports/message-of.js';
import { KeptRollings } from '../../rolling/kept.js';
import { HeldRolling } from '../../rolling/lock.js';
import { type SettlingWorld, settleRolling } from '../../rolling/recovery.js';
import type { Found, RecoverWorld } from './run.js';

/** As much of the world as it takes to finish the rollout of a service. */
export type RollingPorts = Pick<SettlingWorld, 'rollout' | 'deployments' | 'tasks'> & {
  readonly journal: Journal<RollingEntry>;
};

/** Finishes the rollout of one service that a dead run left: followed to its end and judged, or taken back. */
export async function recoverRolling(
  about: Pick<Found, 'lock' | 'runUrl' | 'stage'>,
  world: RecoverWorld,
  held: Held<RollingEntry> & { readonly entry: RollingEntry },
  region: string,
): Promise<Found> {
  const { entry } = held;
  const { clock, report, run } = world;
  const { journal, ...ports } = world.rolling(about.lock, entry);
  const now = clock.now();
  const mine: RollingEntry = { ...entry, holder: run.holder, runUrl: run.url, expires: now + leaseMs };
  // There is no `post` to this: whatever is not done, the entry itself is there for the next one.
  const kept = new KeptRollings({ keep: () => {} });
  const lock = new HeldRolling({ name: about.lock, ...entry }, { clock, report, run, kept, journal }, entry.startedAt);
  lock.resume(entry);
  try {
    if (!(await journal.takeOver(held, mine))) {
      return { ...about, result: 'alive', told: 'somebody else took it over at the same moment' };
    }
    const { told } = await settleRolling({ ...ports, clock, report, cancellation: neverCancelled }, entry, lock);
    if (lock.lostTo !== undefined)
      return { ...about, result: 'alive', told: `${lock.lostTo} has taken it over meanwhile` };
    await lock.release();
    return { ...about, result: 'recovered', told };
  } catch (error) {
    // The entry stays, and is free to be taken over at once: the next sweep tries again.
    const expires = Math.max(now, entry.expires + 1);
    await journal.update({ ...lock.entry(now), expires }).catch(() => {});
    if (!(error instanceof AccessError)) return { ...about, result: 'stuck', told: messageOf(error) };
    const { cluster, service } = entry;
    const command = sluiceCommand('recover', { region, cluster, service });
    return { ...about, result: 'stuck', told: `${error.message.replace(/\.$/, '')}. Run: ${command}`, error };
  }
}

export const neverCancelled: Cancellation = {
  reason: undefined,
  signal: new AbortController().signal,
  onRequest: () => () => {},
};
