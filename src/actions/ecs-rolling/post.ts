import { lostTo } from '../../ports/lock-holder.js';
import type { KeptEntries } from '../../rolling/kept.js';
import { HeldRolling } from '../../rolling/lock.js';
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
  return Promise.all(
    Object.entries(kept).map(async ([name, entry]) => {
      const world = worldOf(entry.cluster);
      const { journal } = world.lock(name);
      const held = await journal.read();
      const lost = held === undefined ? undefined : lostTo(held, entry);
      if (lost !== undefined) return `${entry.service}: nothing to do here: ${lost} holds the lock now.`;
      const lock = new HeldRolling({ name, ...entry }, { ...world, journal }, entry.startedAt);
      lock.resume(entry);
      const settled = await settleRolling(world, entry, lock, 'the run was ended before its deployment was');
      if (settled.isDone) await journal.release(entry.holder, entry.expires);
      return `${entry.service}: finished after the interruption. ${settled.told}`;
    }),
  );
}
