import { leaseMs } from '../lock/lease.js';
import type { Clock } from '../ports/clock.js';
import type { Held, Journal, ReleaseEntry } from '../ports/journal.js';
import type { RollingWorld } from '../rolling/world.js';
import { takeBack } from './take-back.js';
import { touchedBy } from './touched-service.js';

/** What it takes to put back the services of a release. */
export interface ReleasePorts {
  readonly journal: Journal<ReleaseEntry>;
  worldOf(cluster: string): RollingWorld;
}

/**
 * Puts back the services of a release that a dead run left undecided: they run the new version together or not at all.
 * What could not be put back stays in the entry, which is free to be taken over at once.
 *
 * @returns undefined when somebody else took it over at the same moment
 * @throws AccessError, Error when the journal cannot be written
 */
export async function settleRelease(
  held: Held<ReleaseEntry> & { readonly entry: ReleaseEntry },
  { journal, worldOf }: ReleasePorts,
  { clock, run, region }: { clock: Clock; run: { holder: string; url: string }; region: string },
): Promise<{ readonly isSettled: boolean; readonly told: readonly string[] } | undefined> {
  const { entry } = held;
  const now = clock.now();
  const mine: ReleaseEntry = { ...entry, holder: run.holder, runUrl: run.url, expires: now + leaseMs };
  if (!(await journal.takeOver(held, mine))) return undefined;
  const ends = await takeBack(touchedBy(entry), worldOf, region);
  const isSettled = ends.every((end) => end.isSettled);
  if (isSettled) await journal.release(run.holder);
  else await journal.update({ ...mine, expires: Math.max(now, entry.expires + 1) });
  return { isSettled, told: ends.map(({ told }) => told) };
}
