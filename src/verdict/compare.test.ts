import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { detectionGoals, detectionMinutes, falseAlarms } from '../testing/simulated-shifts.js';
import { compare, type MinutePair, usualComparing } from './compare.js';

const minute = (green: [number, number], blue: [number, number], more: Partial<MinutePair> = {}): MinutePair => ({
  at: 0,
  green: { requests: green[0], errors: green[1] },
  blue: { requests: blue[0], errors: blue[1] },
  ...more,
});
const judged = (minutes: readonly MinutePair[], more = {}) => compare(minutes, { ...usualComparing, ...more });

describe('green against blue', () => {
  test('says unhealthy with the figures it rests on', () => {
    const minutes = [minute([120, 6], [1_080, 1]), minute([120, 6], [1_080, 2])];
    expect(judged(minutes)).toMatchObject({
      judgement: 'unhealthy',
      reason: expect.stringMatching(
        /^green 12 of 240 requests failed \(5 %\), blue 3 of 2,160 \(0\.14 %\): E = (over a million|[\d,]+) ≥ 100$/,
      ),
    });
  });

  test('says healthy while green is no worse than tolerated, with the figures', () => {
    expect(judged([minute([600, 1], [5_400, 6])])).toMatchObject({
      judgement: 'healthy',
      reason: expect.stringMatching(
        /^green 1 of 600 requests failed \(0\.17 %\), blue 6 of 5,400 .*: E = [\d.]+ < 100$/,
      ),
    });
  });

  test('says unknown, not healthy, before both sides took requests and before green took enough', () => {
    expect(judged([]).judgement).toBe('unknown');
    expect(judged([minute([0, 0], [5_400, 60])]).judgement).toBe('unknown');
    expect(judged([minute([600, 600], [0, 0])]).judgement).toBe('unknown');
    expect(judged([minute([12, 0], [108, 0])], { minRequests: 240 })).toMatchObject({
      judgement: 'unknown',
      reason: expect.stringMatching(/^12 of 240 requests that green needs/),
    });
  });

  test('says unhealthy even before green took enough requests for health', () => {
    expect(judged([minute([60, 30], [540, 0])], { minRequests: 1_000 }).judgement).toBe('unhealthy');
  });

  test('never holds fewer than three errors against green', () => {
    expect(judged([minute([5, 2], [100_000, 0])]).judgement).toBe('healthy');
    expect(judged([minute([5, 3], [100_000, 0])]).judgement).toBe('unhealthy');
  });

  test('takes weak evidence from two minutes, not from a burst in one', () => {
    const burst = minute([60, 3], [540, 0]);
    const { logE } = judged([burst]);
    const alpha = 1 / (0.9 * Math.exp(logE));
    expect(judged([burst], { alpha })).toMatchObject({
      judgement: 'healthy',
      reason: expect.stringContaining('from one minute only'),
    });
  });

  test('an outage behind both sides, however bad, is no difference', () => {
    for (const rate of [0.02, 0.3, 1]) {
      const all = Array.from({ length: 10 }, () => minute([600, 600 * rate], [5_400, 5_400 * rate]));
      expect(judged(all).judgement).toBe('healthy');
    }
  });

  test('an outage that begins as green is raised is no difference either, though green took requests only at the end of that minute', () => {
    const raised = (greatestShare?: number) =>
      minute([100, 30], [5_900, 270], greatestShare === undefined ? {} : { greatestShare });
    expect(judged([raised()]).judgement).toBe('unhealthy');
    expect(judged([raised(10)]).judgement).toBe('healthy');
  });

  test('of figures that speak for green no tiny number is told', () => {
    expect(judged([minute([600, 0], [5_400, 500])]).reason).toMatch(/blue 500 of 5,400 \(9\.3 %\): E < 0\.01$/);
  });

  test('a blue that is worse than green does not hide behind the tolerance nor count against green', () => {
    expect(judged([minute([600, 6], [5_400, 500])]).judgement).toBe('healthy');
  });

  test('is the same whatever the order in which the figures came, and late figures take the place of early ones', () => {
    const early = minute([60, 1], [540, 0]);
    const late = { ...early, green: { requests: 600, errors: 30 }, blue: { requests: 5_400, errors: 5 } };
    const other = minute([600, 0], [5_400, 4]);
    expect(judged([early, other]).judgement).toBe('healthy');
    expect(judged([late, other]).judgement).toBe('unhealthy');
    expect(judged([other, late]).logE).toBeCloseTo(judged([late, other]).logE, 6);
  });

  test('errors that are here before their requests are at most all of the requests', () => {
    expect(judged([minute([2, 50], [540, 0])]).green).toEqual({ requests: 2, errors: 2 });
  });

  test('stays a number with any counts', () => {
    const counts = fc.record({ requests: fc.nat(1e9), errors: fc.nat(1e9) });
    const pairs = fc.array(fc.record({ at: fc.nat(), green: counts, blue: counts }), { maxLength: 60 });
    fc.assert(
      fc.property(pairs, (minutes) => {
        const { logE, reason } = judged(minutes);
        return !Number.isNaN(logE) && logE < Number.POSITIVE_INFINITY && !/NaN|Infinity|undefined/.test(reason);
      }),
      { numRuns: 500 },
    );
  });
});

describe('over simulated shifts (a small sample; all of them by npm run test:exhaustive)', () => {
  test.each([10, 100])('equal versions at %s requests a second are hardly ever rolled back', (perSecond) => {
    expect(falseAlarms({ perSecond, shifts: 100, seed: 1 }).share).toBeLessThanOrEqual(0.01);
  });

  test.each(detectionGoals)(
    '$errorPercent % errors at $perSecond requests a second and $weight % are found in time',
    (goal) => {
      const { median, p90 } = detectionMinutes({ ...goal, shifts: 150, seed: 1 });
      // So few shifts scatter around the goal by a minute or two.
      expect(median).toBeLessThanOrEqual(goal.median + 1);
      expect(p90).toBeLessThanOrEqual(goal.p90 + 2);
    },
  );
});
