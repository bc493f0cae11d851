import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Cancellation } from '../ports/cancellation.js';
import { Interrupted } from '../ports/ended-badly.js';
import { FakeClock } from '../testing/fake-clock.js';
import { again, type CopyWorld } from './world.js';

/** A world that can be asked to stop, and says how many listen for that. */
function stoppable() {
  const deeds = new Set<() => void>();
  let reason: string | undefined;
  const cancellation: Cancellation = {
    get reason() {
      return reason;
    },
    signal: new AbortController().signal,
    onRequest(deed) {
      deeds.add(deed);
      return () => deeds.delete(deed);
    },
  };
  const world: CopyWorld = { clock: new FakeClock(), cancellation, report: { line: () => {} } };
  const stop = (): void => {
    reason = 'the run was cancelled (SIGINT)';
    for (const deed of deeds) deed();
  };
  return { world, stop, deeds };
}

describe('a call to a registry, when the run is asked to stop meanwhile', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test('is waited for as long as the runner leaves time to tell of it, and no longer', async () => {
    const { world, stop, deeds } = stoppable();
    const ended = again(world, () => new Promise<never>(() => {})).then(
      () => undefined,
      (error: unknown) => error,
    );
    stop();
    await jest.advanceTimersByTimeAsync(5_000);
    const error = await ended;
    expect(error).toBeInstanceOf(Interrupted);
    expect(String(error)).toContain('the run was cancelled (SIGINT)');
    expect(String(error)).toContain('was not answered by then');
    expect([deeds.size, jest.getTimerCount()]).toEqual([0, 0]);
  });

  test('that is answered soon after is as good as any', async () => {
    const { world, stop, deeds } = stoppable();
    let answer = (_: string): void => {};
    const ended = again(
      world,
      () =>
        new Promise<string>((done) => {
          answer = done;
        }),
    );
    stop();
    await jest.advanceTimersByTimeAsync(1_000);
    answer('digest');
    expect(await ended).toBe('digest');
    expect([deeds.size, jest.getTimerCount()]).toEqual([0, 0]);
  });
});
