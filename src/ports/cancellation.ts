/** A person's or the runner's wish to stop. */
export interface Cancellation {
  /** Why, once it was asked: `cancelled (SIGINT)`. */
  readonly reason: string | undefined;
  /** Aborted when it was asked: what waits need not wait on. */
  readonly signal: AbortSignal;
  /** Does `deed` at once when it is asked. Answers how to take that back. */
  onRequest(deed: () => void): () => void;
}
