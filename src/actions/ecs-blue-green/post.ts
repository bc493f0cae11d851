import { recoverLeft } from '../../blue-green/recovery.js';
import type { World } from '../../blue-green/world.js';
import { AccessError } from '../../ports/access-error.js';
import type { JournalEntry } from '../../ports/journal.js';
import { lostTo } from '../../ports/lock-holder.js';

/**
 * Finishes what `main` could not: it was cancelled, killed, or ran out of time. Idempotent. Answers what it did, or throws
 * when the traffic could not be taken back.
 */
export async function finishInterrupted(world: World, kept: JournalEntry): Promise<string> {
  try {
    return await finish(world, kept);
  } catch (error) {
    if (!(error instanceof AccessError)) throw error;
    throw new AccessError(
      `${error.message.replace(/\.$/, '')}. What serves the traffic, and the command to run, is what the run told last; the action recover finishes it with other credentials, and so does the next deployment`,
      error.detail,
      { cause: error },
    );
  }
}

async function finish(world: World, kept: JournalEntry): Promise<string> {
  const held = await world.journal.read();
  const lost = held === undefined ? undefined : lostTo(held, kept);
  if (lost !== undefined) return `Nothing to do here: ${lost} holds the lock now.`;
  const done = await recoverLeft(world, kept);
  await world.journal.release(kept.holder, kept.expires);
  return `Finished after the interruption. ${done}`;
}
