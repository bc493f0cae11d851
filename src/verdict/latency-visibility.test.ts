import { describe, expect, test } from '@jest/globals';
import { blindToLatency, latencyVisibilityOf } from './latency-visibility.js';

const minutes = (weight: number, bakeMinutes: number) => ({ weight, bakeMs: 60_000 * bakeMinutes });
const compared = { alpha: 0.01, latency: { factor: 1.5, floorMs: 20 }, usualPerSecond: 50 };

describe('what a step can see of response times', () => {
  test('is told in minutes', () => {
    expect(latencyVisibilityOf(minutes(10, 8), compared)).toEqual([
      "response times above 1.5 times the old side's for 5 min in a row are told",
    ]);
    expect(latencyVisibilityOf(minutes(10, 5), compared)).toEqual([
      "response times above 1.5 times the old side's for 5 min in a row would be told; this step sees 2 min, and those of all steps count together",
    ]);
  });

  test('is nothing with too few requests to either side, where it is not asked for, and where nothing is compared', () => {
    const quiet = { ...compared, usualPerSecond: 5 };
    expect(latencyVisibilityOf(minutes(10, 30), quiet)).toEqual([
      'too few requests to compare response times (50 a minute to each side)',
    ]);
    expect(latencyVisibilityOf(minutes(99, 30), quiet)).toHaveLength(1);
    expect(latencyVisibilityOf(minutes(100, 30), compared)).toEqual([]);
    expect(latencyVisibilityOf(minutes(10, 30), { ...compared, latency: null })).toEqual([]);
    expect(latencyVisibilityOf(minutes(10, 30), { ...compared, usualPerSecond: null })).toEqual([]);
  });

  test('is warned of when all steps together cannot see anything', () => {
    expect(blindToLatency([minutes(10, 5), minutes(50, 10), minutes(100, 15)], compared)).toEqual([]);
    const [warning] = blindToLatency([minutes(10, 5), minutes(100, 60)], compared);
    expect(warning).toMatch(/^compare-latency may tell nothing: .* give 2 min .*50 requests, and it takes 5$/);
    expect(blindToLatency([minutes(10, 60), minutes(100, 60)], { ...compared, usualPerSecond: 1 })).toHaveLength(1);
    expect(blindToLatency([minutes(10, 5)], { ...compared, latency: null })).toEqual([]);
  });
});
