import type { Clock } from '../ports/clock.js';

/**
 * The same clock for many who wait side by side: who wants to sleep for about a step or longer wakes at the nearest step
 * that all of them share, so that what they then ask for fits into the same calls. Short sleeps stay as they are.
 */
export function inStep(clock: Clock, stepMs: number): Clock {
  const from = clock.now();
  return {
    now: () => clock.now(),
    sleep(ms, signal) {
      if (ms < stepMs * 0.8) return clock.sleep(ms, signal);
      const now = clock.now();
      const steps = Math.max(Math.round((now + ms - from) / stepMs), Math.ceil((now - from + stepMs / 2) / stepMs));
      return clock.sleep(from + steps * stepMs - now, signal);
    },
  };
}
