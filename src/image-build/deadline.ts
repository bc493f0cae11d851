import type { Cancellation } from '../ports/cancellation.js';
import type { Clock } from '../ports/clock.js';
import { formatDuration } from '../spec/duration.js';

/** A wish to stop that comes by itself when the time is over: what is running is ended then. `settle` when nothing is to stop any more. */
export function withDeadline(
  cancellation: Cancellation,
  clock: Clock,
  timeoutMs: number,
): { readonly cancellation: Cancellation; settle(): void } {
  const [stop, settled] = [new AbortController(), new AbortController()];
  const deeds = new Set<() => void>();
  let reason: string | undefined;
  const ask = (why: string): void => {
    if (reason !== undefined) return;
    reason = why;
    for (const deed of deeds) deed();
    stop.abort();
  };
  const forget = cancellation.onRequest(() => ask(cancellation.reason ?? 'the run was cancelled'));
  if (cancellation.reason !== undefined) ask(cancellation.reason);
  void clock.sleep(timeoutMs, settled.signal).then(() => {
    if (!settled.signal.aborted) ask(`the timeout of ${formatDuration(timeoutMs)} is over`);
  });
  return {
    cancellation: {
      get reason() {
        return reason;
      },
      signal: stop.signal,
      onRequest(deed) {
        deeds.add(deed);
        return () => deeds.delete(deed);
      },
    },
    settle() {
      forget();
      settled.abort();
    },
  };
}
