import type { Cancellation } from '../../ports/cancellation.js';
import type { Clock } from '../../ports/clock.js';
import { formatDuration } from '../../spec/duration.js';

/** A wish to stop that comes by itself when the time is over. It is noticed when it is asked for: nothing is begun after it. */
export function withDeadline(cancellation: Cancellation, clock: Clock, timeoutMs: number): Cancellation {
  const until = clock.now() + timeoutMs;
  return {
    get reason() {
      return (
        cancellation.reason ?? (clock.now() < until ? undefined : `the timeout of ${formatDuration(timeoutMs)} is over`)
      );
    },
    signal: cancellation.signal,
    onRequest: (deed) => cancellation.onRequest(deed),
  };
}
