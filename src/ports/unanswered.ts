/**
 * AWS did not answer a call, for longer than the SDK makes up for: it throttled it, had a fault of its own, or was not to be
 * reached. Says nothing of the release and nothing of the rights.
 */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}
