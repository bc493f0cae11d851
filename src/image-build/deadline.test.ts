import { expect, test } from '@jest/globals';
import { FakeClock } from '../testing/fake-clock.js';
import { withDeadline } from './deadline.js';

function asked() {
  let reason: string | undefined;
  const deeds = new Set<() => void>();
  return {
    ask: () => {
      reason = 'cancelled';
      for (const deed of deeds) deed();
    },
    cancellation: {
      get reason() {
        return reason;
      },
      signal: new AbortController().signal,
      onRequest: (deed: () => void) => {
        deeds.add(deed);
        return () => void deeds.delete(deed);
      },
    },
  };
}

test('what is running is ended when its time is over', async () => {
  const clock = new FakeClock();
  const { cancellation } = withDeadline(asked().cancellation, clock, 60_000);
  let done = false;
  cancellation.onRequest(() => {
    done = true;
  });
  await clock.sleep(59_000);
  expect([cancellation.reason, cancellation.signal.aborted]).toEqual([undefined, false]);
  await clock.sleep(2_000);
  expect([cancellation.reason, cancellation.signal.aborted, done]).toEqual(['the timeout of 1m is over', true, true]);
});

test('a cancel is handed on with its own reason, and after the end nothing is', async () => {
  const clock = new FakeClock();
  const one = asked();
  const first = withDeadline(one.cancellation, clock, 60_000);
  one.ask();
  expect([first.cancellation.reason, first.cancellation.signal.aborted]).toEqual(['cancelled', true]);
  const second = withDeadline(asked().cancellation, clock, 60_000);
  second.settle();
  await clock.sleep(120_000);
  expect(second.cancellation.reason).toBeUndefined();
});
