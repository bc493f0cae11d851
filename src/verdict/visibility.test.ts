import { describe, expect, test } from '@jest/globals';
import { seeded, simulatedMinutes } from '../testing/simulated-traffic.js';
import { compare, usualComparing } from './compare.js';
import { smallestVisibleRate, visibilityOf } from './visibility.js';

const tenPercent = { weight: 10, bakeMs: 300_000 };

describe('what a step can see', () => {
  test.each([
    [1, 'at 1 request/s, 10 % for 5 min shows error rates above 17 %'],
    [3, 'at 3 requests/s, 10 % for 5 min shows error rates above 6 %'],
    [100, 'at 100 requests/s, 10 % for 5 min shows error rates above 0.5 %'],
  ])('at %s requests a second is told in a sentence', (perSecond, sentence) => {
    expect(visibilityOf(tenPercent, perSecond)).toBe(sentence);
  });

  test('is less with fewer requests, and nothing with hardly any', () => {
    const rates = [50, 100, 500, 2_000, 20_000, 200_000].map((n) => smallestVisibleRate(n, 9 * n) as number);
    expect([...rates].sort((a, b) => b - a)).toEqual(rates);
    expect(smallestVisibleRate(2, 18)).toBeUndefined();
    expect(visibilityOf(tenPercent, 0.001)).toContain('too few requests to tell the two sides apart');
  });

  test('agrees with the sample sizes of the exact test: 827 requests for 1 %', () => {
    expect(smallestVisibleRate(827, 9 * 827)).toBeCloseTo(0.01, 3);
  });

  test('of 100 % there is nothing, because the old side takes no requests', () => {
    expect(visibilityOf({ weight: 100, bakeMs: 60_000 }, 50)).toContain('leaves nothing to compare with');
  });

  test('is found by the comparison itself nine times in ten at a third more', () => {
    const random = seeded(5);
    const rate = 1.34 * (smallestVisibleRate(90, 810) as number);
    const runs = 500;
    let found = 0;
    for (let run = 0; run < runs; run++) {
      const minutes = simulatedMinutes(
        { perSecond: 3, share: () => 10, greenErrorRate: () => rate, blueErrorRate: () => 0.001, minutes: 5 },
        random,
      );
      if (compare(minutes, usualComparing).judgement === 'unhealthy') found++;
    }
    expect(found / runs).toBeGreaterThan(0.87);
  });
});
