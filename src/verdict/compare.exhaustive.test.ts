import { describe, expect, test } from '@jest/globals';
import { figure } from '../testing/figures.js';
import { detectionGoals, detectionMinutes, falseAlarms } from '../testing/simulated-shifts.js';

describe('over 2,500 simulated shifts of 60 minutes with equal versions, and 4,000 with a bad one, asked every minute', () => {
  test.each([10, 50, 100, 1_000])(
    'equal versions at %s requests a second: at most 0.5 % are rolled back',
    (perSecond) => {
      const { share } = falseAlarms({ perSecond, shifts: 2_500, seed: 20_260_101 });
      figure(`false-rollbacks-at-${perSecond}`, 100 * share);
      expect(share).toBeLessThanOrEqual(0.005);
    },
  );

  test.each(detectionGoals)(
    '$errorPercent % errors at $perSecond requests a second and $weight %: found after $median minutes, in nine of ten shifts after $p90',
    (goal) => {
      const { median, p90 } = detectionMinutes({ ...goal, shifts: 4_000, seed: 20_260_102 });
      const name = `${goal.errorPercent}-percent-errors-at-${goal.perSecond}-weight-${goal.weight}`;
      figure(`${name}-median`, median);
      figure(`${name}-p90`, p90);
      expect(median).toBeLessThanOrEqual(goal.median);
      expect(p90).toBeLessThanOrEqual(goal.p90);
    },
  );
});
