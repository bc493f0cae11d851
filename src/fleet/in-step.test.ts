import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FakeClock } from '../testing/fake-clock.js';
import { inStep } from './in-step.js';

test('who sleeps for about a step wakes with all others, and no one sleeps twice as long or hardly at all', async () => {
  const sleepers = fc.array(fc.record({ after: fc.nat({ max: 9_999 }), ms: fc.integer({ min: 4_500, max: 5_500 }) }), {
    minLength: 1,
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(sleepers, async (all) => {
      const clock = new FakeClock(1_234);
      const shared = inStep(clock, 5_000);
      await Promise.all(
        all.map(async ({ after, ms }) => {
          await clock.sleep(after);
          const from = shared.now();
          await shared.sleep(ms);
          expect((clock.now() - 1_234) % 5_000).toBe(0);
          expect(clock.now() - from).toBeGreaterThanOrEqual(2_000);
          expect(clock.now() - from).toBeLessThanOrEqual(8_000);
        }),
      );
    }),
    { numRuns: 100 },
  );
});

test('a poll at the same pace is never skipped', async () => {
  const clock = new FakeClock(0);
  const shared = inStep(clock, 5_000);
  for (let poll = 1; poll <= 20; poll += 1) {
    await shared.sleep(4_500 + ((poll * 37) % 1_000));
    expect(clock.now()).toBe(poll * 5_000);
    await clock.sleep(0);
  }
});

test('short sleeps are as long as they are', async () => {
  const clock = new FakeClock(0);
  await inStep(clock, 5_000).sleep(700);
  expect(clock.now()).toBe(700);
});
