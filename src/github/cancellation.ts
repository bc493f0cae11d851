import type { Cancellation } from '../ports/cancellation.js';

/**
 * A cancel as the runner asks for it: SIGINT, SIGTERM 7.5 s later, the end 2.5 s after that.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation
 */
export function cancellationBySignal(): Cancellation {
  const controller = new AbortController();
  const deeds = new Set<() => void>();
  let reason: string | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (reason !== undefined) return;
      reason = `the run was cancelled (${signal})`;
      for (const deed of deeds) deed();
      controller.abort();
    });
  }
  return {
    get reason() {
      return reason;
    },
    signal: controller.signal,
    onRequest(deed) {
      deeds.add(deed);
      return () => deeds.delete(deed);
    },
  };
}
