import { recoverLeft } from '../../blue-green/recovery.js';
import type { World } from '../../blue-green/world.js';
import { AccessError } from '../../ports/access-error.js';
import type { JournalEntry } from '../../ports/journal.js';

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
  if (held !== undefined && held.entry?.holder !== kept.holder) {
    return `Nothing to do here: ${held.entry?.runUrl ?? 'another run'} holds the lock now.`;
  }
  const done = await recoverLeft(world, kept);
  await world.journal.release(kept.holder);
  return `Finished after the interruption. ${done}`;
}
