import type { World } from './world.js';

/** So often a call is made that AWS does not answer, with a pause that doubles: half a minute in all. */
const attempts = 5;
const firstPauseMs = 2_000;

/**
 * Makes a call again that AWS did not answer.
 *
 * @param unanswered what is told of an error that may pass; undefined of one that is thrown at once
 * @throws what the call throws, when it is told at once, when it was the last one, or when the run is cancelled
 */
export async function repeated<T>(
  {
    clock,
    report,
    cancellation,
  }: Pick<World, 'clock' | 'cancellation'> & { readonly report: Pick<World['report'], 'line'> },
  unanswered: (error: unknown) => string | undefined,
  call: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const told = unanswered(error);
      if (told === undefined || attempt === attempts || cancellation.reason !== undefined) throw error;
      report.line(`${told}; once more`);
      await clock.sleep(firstPauseMs * 2 ** (attempt - 1), cancellation.signal);
    }
  }
}
