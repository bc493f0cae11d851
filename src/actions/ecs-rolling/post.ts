import type { RollingEntry } from '../../ports/journal.js';
import { lostTo } from '../../ports/lock-holder.js';
import type { KeptEntries } from '../../rolling/kept.js';
import { HeldRolling } from '../../rolling/lock.js';
import { patientLock } from '../../rolling/patient.js';
import { settleRolling } from '../../rolling/recovery.js';
import type { RollingWorld } from '../../rolling/world.js';

/**
 * Finishes what `main` could not: it was cancelled, killed, or ran out of time. What was under way is ended as `on-cancel`
 * says. Idempotent. Answers what it did, a sentence for each service.
 *
 * @throws AccessError when access is lost on the way
 */
export async function finishInterrupted(
  worldOf: (cluster: string) => RollingWorld,
  kept: KeptEntries,
): Promise<readonly string[]> {
  const ends = await Promise.allSettled(Object.entries(kept).map(([name, entry]) => finished(worldOf, name, entry)));
  // One that cannot be finished does not keep the others from it.
  const failed = ends.find((end) => end.status === 'rejected');
  const told = ends.flatMap((end) => (end.status === 'fulfilled' ? end.value : []));
  if (failed === undefined) return told;
  const [first] = Object.values(kept);
  for (const line of told) worldOf(first?.cluster ?? '').report.line(line);
  throw failed.reason;
}

async function finished(
  worldOf: (cluster: string) => RollingWorld,
  name: string,
  entry: RollingEntry,
): Promise<string> {
  const world = worldOf(entry.cluster);
  const { journal } = patientLock(world, world.lock(name));
  const held = await journal.read();
  const lost = held === undefined ? undefined : lostTo(held, entry);
  if (lost !== undefined) return `${entry.service}: nothing to do here: ${lost} holds the lock now.`;
  const lock = new HeldRolling({ name, ...entry }, { ...world, journal }, entry.startedAt);
  // It may have died at the moment when it took over what another one had left: then only the journal has that.
  const isBare = entry.plan === null && entry.task === undefined;
  const left = isBare && held?.entry?.holder === entry.holder ? held.entry : entry;
  lock.resume(left);
  const settled = await settleRolling(world, left, lock, 'the run was ended before its deployment was');
  if (settled.isDone) await journal.release(entry.holder, entry.expires);
  return `${entry.service}: finished after the interruption. ${settled.told}`;
}
