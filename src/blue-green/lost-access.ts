import { AccessError } from '../ports/access-error.js';
import { type Result, sentence } from './result.js';
import type { Seen } from './seen.js';
import type { World } from './world.js';

/** What a loss of access has to tell (or AWS that does not answer any more), whatever was lost and in the midst of what. */
export interface Loss extends Pick<Result, 'weights' | 'activeService' | 'isStale'> {
  /** What AWS said, whether traffic was moved, and, where `weights` does not say it, who serves. Without a period at its end. */
  readonly words: string;
}

/**
 * What serves is read once more, because a right that is missing need not be that of reading the rule; otherwise it is as
 * last seen.
 */
export async function lossOf(error: Error, seen: Seen, world: Pick<World, 'router'>, moved?: string): Promise<Loss> {
  const isStale = await world.router.read().then(
    () => false,
    () => true,
  );
  const serving = seen.serving();
  const who = serving.weights === undefined ? [seen.words(isStale).replace(/\.$/, '')] : [];
  const words = [error.message.replace(/\.$/, ''), moved ?? movedWords(seen, isStale), ...who].join('. ');
  return { words, ...serving, isStale };
}

function movedWords({ hasWritten }: Seen, isStale: boolean): string {
  if (!hasWritten) return 'No traffic was moved';
  return isStale ? 'Weights were written, and what came of it could not be read' : 'Weights were written';
}

/** The result that a loss of access ends in: no verdict on the release, told in one error with all that is known. */
export function endedBy(error: AccessError, result: Result): Result {
  return { ...result, error: new AccessError(sentence(result), error.detail, { cause: error }) };
}
