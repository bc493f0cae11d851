import { describe, expect, test } from '@jest/globals';
import { figure } from '../testing/figures.js';
import { latencyFound } from '../testing/simulated-latency.js';

describe('response times over simulated shifts of 60 minutes, asked every minute', () => {
  test.each([10, 50, 100, 1_000])(
    'of equal versions at %s requests a second: at most 0.5 % of 2,500 shifts are rolled back',
    (perSecond) => {
      const { share } = latencyFound({ perSecond, weight: 10, timesAsSlow: 1 }, 2_500);
      figure(`slow-false-rollbacks-at-${perSecond}`, 100 * share);
      expect(share).toBeLessThanOrEqual(0.005);
    },
  );

  test.each([
    ['exactly as slow as tolerated', { timesAsSlow: 1.5 }],
    ['exactly as slow as tolerated, its requests slow five at a time', { timesAsSlow: 1.5, clump: 5 }],
    ['equal, each side with good and bad minutes of its own', { timesAsSlow: 1, clump: 5, unrest: 0.2 }],
  ])('of a version that is %s: at most 0.5 %%', (_, how) => {
    for (const perSecond of [10, 50, 1_000]) {
      const { share } = latencyFound({ perSecond, weight: 10, ...how }, 1_500);
      figure('slow-false-rollbacks-at-the-limit', 100 * share);
      expect(share).toBeLessThanOrEqual(0.005);
    }
  });

  test.each([
    { perSecond: 10, weight: 10, timesAsSlow: 3, slowFrom: 0, median: 7, p90: 10 },
    { perSecond: 50, weight: 10, timesAsSlow: 2, slowFrom: 0, median: 6, p90: 11 },
    { perSecond: 50, weight: 10, timesAsSlow: 3, slowFrom: 0, median: 5, p90: 5 },
    { perSecond: 100, weight: 10, timesAsSlow: 2, slowFrom: 0, median: 5, p90: 6 },
    { perSecond: 1_000, weight: 10, timesAsSlow: 2, slowFrom: 0, median: 5, p90: 5 },
    { perSecond: 10, weight: 50, timesAsSlow: 2, slowFrom: 0, median: 9, p90: 15 },
    { perSecond: 50, weight: 10, timesAsSlow: 2, slowFrom: 15, median: 10, p90: 15 },
  ])(
    '$timesAsSlow times as long at $perSecond requests a second and $weight %, from minute $slowFrom on: found after $median minutes, in nine of ten shifts after $p90',
    ({ median, p90, ...shift }) => {
      const found = latencyFound(shift, 2_000);
      const name = `${shift.timesAsSlow}-times-slow-at-${shift.perSecond}-weight-${shift.weight}${shift.slowFrom === 0 ? '' : '-later'}`;
      figure(`${name}-median`, found.median);
      figure(`${name}-p90`, found.p90);
      expect(found.median).toBeLessThanOrEqual(median);
      expect(found.p90).toBeLessThanOrEqual(p90);
    },
  );
});
