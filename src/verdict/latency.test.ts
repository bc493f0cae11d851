import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { latencyFound, simulatedLatency, usualLatency } from '../testing/simulated-latency.js';
import { seeded } from '../testing/simulated-traffic.js';
import { alphaOfEach, compareLatency, grades, type LatencyMinute, minutesToTell } from './latency.js';

const side = (requests: number, p95Ms: number) => {
  const p95 = p95Ms / 1000;
  return { requests, p95Seconds: p95, slowest: { p90: p95, p92: p95, p93: p95, p94: p95, p99: p95 } };
};
const minute = (greenMs: number, blueMs: number, more: Partial<LatencyMinute> = {}): LatencyMinute => ({
  green: side(600, greenMs),
  blue: side(5_400, blueMs),
  isMixed: false,
  ...more,
});
const times = (count: number, one: LatencyMinute) => Array.from({ length: count }, () => one);
const judged = (minutes: readonly LatencyMinute[], more = {}) => compareLatency(minutes, { ...usualLatency, ...more });

describe('response times, green against blue', () => {
  test('say unhealthy after five slower minutes in a row, with the figures, and not after four', () => {
    expect(judged(times(4, minute(400, 200))).judgement).toBe('healthy');
    expect(judged(times(5, minute(400, 200)))).toMatchObject({
      judgement: 'unhealthy',
      reason: expect.stringMatching(
        /^green was slower than 1\.5 times blue in 5 of 5 minutes \(the last: p93 400 ms, p95 400 ms; blue p95 200 ms, p99 200 ms\): E = \d+ ≥ 200$/,
      ),
    });
  });

  test('say healthy while green is no slower than tolerated, however long', () => {
    for (const green of [100, 200, 300]) expect(judged(times(60, minute(green, 200))).judgement).toBe('healthy');
    expect(judged(times(60, minute(200, 200))).reason).toMatch(/in 0 of 60 minutes .*E = [\d.]+ < 200$/);
  });

  test('say unknown, not healthy, before any minute tells something', () => {
    const few = side(49, 900);
    const without = { requests: 600, p95Seconds: null };
    const { slowest: _, ...unasked } = side(600, 900);
    const telling = [
      ...[minute(900, 200, { isMixed: true }), minute(900, 200, { green: few }), minute(900, 200, { blue: few })],
      ...[minute(900, 200, { green: without }), minute(900, 200, { blue: without })],
      ...[minute(900, 200, { green: unasked }), minute(900, 200, { blue: unasked })],
    ];
    expect(judged([]).judgement).toBe('unknown');
    expect(judged(telling)).toMatchObject({ judgement: 'unknown', minutes: 0, against: 0 });
  });

  test('a factor that is reached only below the floor is fine', () => {
    expect(judged(times(30, minute(20, 2))).judgement).toBe('healthy');
    expect(judged(times(30, minute(23, 2))).judgement).toBe('unhealthy');
    expect(judged(times(30, minute(20, 2)), { floorMs: 0 }).judgement).toBe('unhealthy');
  });

  test('a dependency that is slow for both sides is no difference', () => {
    expect(judged([...times(5, minute(200, 200)), ...times(30, minute(5_000, 5_000))]).judgement).toBe('healthy');
  });

  test('a slow tail alone, which the lower percentile does not see, counts by p95 against p99', () => {
    const tail = { requests: 600, p95Seconds: 2, slowest: { p90: 0.1, p92: 0.1, p93: 0.1, p94: 0.1, p99: 3 } };
    expect(judged(times(5, minute(0, 200, { green: tail }))).judgement).toBe('unhealthy');
  });

  test('one good minute among slow ones delays the finding, and does not end it', () => {
    const [slow, good] = [minute(400, 200), minute(200, 200)];
    expect(judged([...times(4, slow), good, ...times(8, slow)]).judgement).toBe('unhealthy');
  });

  test('a version that gets slow after half an hour is found within ten minutes of it', () => {
    const good = times(30, minute(200, 200));
    const found = Array.from({ length: 20 }, (_, n) => judged([...good, ...times(n, minute(400, 200))]).judgement);
    expect(found.indexOf('unhealthy')).toBeLessThanOrEqual(10);
  });

  test('fewer requests take more minutes; what the plan promises is what it takes', () => {
    const few = minute(0, 0, { green: side(60, 400), blue: side(540, 200) });
    for (const [requests, one] of [
      [60, few],
      [600, minute(400, 200)],
    ] as const) {
      const needed = minutesToTell(usualLatency.alpha, requests);
      expect(judged(times(needed - 1, one)).judgement).toBe('healthy');
      expect(judged(times(needed, one)).judgement).toBe('unhealthy');
    }
    expect(minutesToTell(0.005, 60)).toBeGreaterThan(minutesToTell(0.005, 600));
  });

  test('share the probability of a false alarm with the errors', () => {
    const latency = { factor: 1.5, floorMs: 20 };
    expect([alphaOfEach({ alpha: 0.01, latency: null }), alphaOfEach({ alpha: 0.01, latency })]).toEqual([0.01, 0.005]);
  });

  test('are the same after a round trip through JSON, and stay numbers with any figures', () => {
    const seconds = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }), { nil: null });
    const slowest = fc.record({ p90: seconds, p92: seconds, p93: seconds, p94: seconds, p99: seconds });
    const any = fc.record({ requests: fc.nat(10_000), p95Seconds: seconds, slowest });
    const minutes = fc.array(fc.record({ green: any, blue: any, isMixed: fc.boolean() }), { maxLength: 400 });
    fc.assert(
      fc.property(minutes, (all) => {
        const now = judged(all);
        expect(judged(JSON.parse(JSON.stringify(all)))).toEqual(now);
        expect(Number.isFinite(now.e)).toBe(true);
        expect(now.reason).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 100 },
    );
    expect(judged(times(2_000, minute(400, 200))).reason).toContain('E = over a million');
  });
});

describe('a minute against a green that is exactly as slow as tolerated', () => {
  test.each(grades)(
    'with $least requests or a little more is rarer than it is taken for',
    ({ least, percentile, chance }) => {
      const part = Number(percentile.slice(1)) / 100;
      let worst = { sum: 0, green: 0, blue: 0 };
      for (let n = least; n < least + 40; n++) {
        for (const other of [n, n + 1, least, least + 10, 2 * n, 9 * n]) {
          for (const [green, blue] of [
            [n, other],
            [other, n],
          ] as const) {
            const sum = isAbove(part, green, 0.95, blue) + isAbove(0.95, green, 0.99, blue);
            if (sum > worst.sum) worst = { sum, green, blue };
          }
        }
      }
      // The sum is more than the probability that either happens; where it is too much, that one is found by drawing.
      const probability = worst.sum < chance - 0.04 ? worst.sum : drawn(part, worst.green, worst.blue);
      expect(probability).toBeLessThan(chance - 0.04);
    },
  );

  function drawn(part: number, green: number, blue: number): number {
    const random = seeded(11);
    const draws = 5_000;
    let against = 0;
    for (let i = 0; i < draws; i++) {
      const [greens, blues] = [green, blue].map((n) => Float64Array.from({ length: n }, random).sort());
      const at = (values: Float64Array | undefined, of: number) =>
        values?.[Math.ceil(of * values.length - 1e-9) - 1] as number;
      if (at(greens, part) > at(blues, 0.95) || at(greens, 0.95) > at(blues, 0.99)) against++;
    }
    return against / draws;
  }

  /** The probability that the one sample's percentile is above the other's, of one distribution: the exact precedence test. */
  function isAbove(part: number, count: number, otherPart: number, other: number): number {
    const rank = Math.ceil(part * count - 1e-9);
    const drawn = rank + Math.ceil(otherPart * other - 1e-9) - 1;
    // Above it, when among the `drawn` smallest of both fewer than `rank` are of the one.
    let sum = 0;
    for (let h = Math.max(0, drawn - other); h < rank; h++) {
      sum += Math.exp(logChoose(count, h) + logChoose(other, drawn - h) - logChoose(count + other, drawn));
    }
    return sum;
  }

  const logFactorials = [0];
  for (let n = 1; n <= 12_000; n++) logFactorials.push((logFactorials[n - 1] as number) + Math.log(n));
  const logChoose = (n: number, k: number): number =>
    (logFactorials[n] as number) - (logFactorials[k] as number) - (logFactorials[n - k] as number);
});

describe('over simulated shifts (a small sample; all of them by npm run test:exhaustive)', () => {
  test('equal versions, and one that is as slow as tolerated, are hardly ever rolled back', () => {
    expect(latencyFound({ perSecond: 50, weight: 10, timesAsSlow: 1 }, 100).share).toBe(0);
    expect(latencyFound({ perSecond: 50, weight: 10, timesAsSlow: 1.5 }, 100).share).toBeLessThanOrEqual(0.01);
  });

  test('doubled response times at 50 requests a second are found in ten minutes', () => {
    expect(latencyFound({ perSecond: 50, weight: 10, timesAsSlow: 2 }, 100).p90).toBeLessThanOrEqual(11);
  });

  test('have the percentiles of their distribution', () => {
    const all = simulatedLatency({ perSecond: 1_000, weight: 50, timesAsSlow: 1 }, seeded(3));
    const mean = all.reduce((sum, { green }) => sum + (green.p95Seconds as number), 0) / all.length;
    expect(mean / (0.12 * 19 ** 0.35)).toBeCloseTo(1, 2);
  });
});
