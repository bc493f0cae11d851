import { describe, expect, test } from '@jest/globals';
import { addStatisticSet, addValue, emptyAggregate, mergeInto } from './aggregate.js';
import { parseStatistic, statisticOf } from './statistic.js';

function of(values: number[]) {
  const aggregate = emptyAggregate();
  for (const value of values) addValue(aggregate, value);
  return aggregate;
}

function stat(name: string, aggregate: ReturnType<typeof of>): number | undefined {
  const statistic = parseStatistic(name);
  if (statistic === undefined) throw new Error(`${name} is no statistic`);
  return statisticOf(statistic, aggregate);
}

describe('statistics', () => {
  const hundred = of(Array.from({ length: 100 }, (_, i) => i + 1));

  test.each([
    ['SampleCount', 100],
    ['Sum', 5050],
    ['Average', 50.5],
    ['Minimum', 1],
    ['Maximum', 100],
    ['p0', 1],
    ['p50', 50],
    ['p90', 90],
    ['p99', 99],
    ['p99.9', 100],
    ['p100', 100],
    ['tm90', 45.5],
    ['tc90', 90],
    ['ts90', 4095],
    ['TC(:10)', 10],
    ['TM(10%:90%)', 50.5],
    ['TC(10%:90%)', 80],
    ['IQM', 50.5],
    ['TM(10:90)', 50.5],
    ['PR(:30)', 30],
    ['PR(20:30)', 10],
    // The ten above the 90th count as 90: (4095 + 900) / 100.
    ['wm90', 49.95],
  ])('%s of 1 to 100 is %d', (name, expected) => {
    expect(stat(name, hundred)).toBeCloseTo(expected, 9);
  });

  test('trimming takes its share of observations that are all alike, too', () => {
    const ties = of([...Array<number>(50).fill(1), ...Array<number>(50).fill(2)]);
    expect(stat('tc90', ties)).toBe(90);
    expect(stat('tm90', ties)).toBeCloseTo((50 + 2 * 40) / 90, 9);
    expect(stat('tc90', of([7, 7, 7]))).toBe(3);
  });

  test.each(['p', 'p101', 'p-1', 'P99x', 'median', 'PR(10%:20%)', 'TM(:)', 'avg'])('%s is no statistic', (name) => {
    expect(parseStatistic(name)).toBeUndefined();
  });

  test('a statistic set of different values has no percentile, one of equal values has', () => {
    const spread = emptyAggregate();
    addStatisticSet(spread, { SampleCount: 3, Sum: 6, Minimum: 1, Maximum: 3 });
    expect([stat('Average', spread), stat('p50', spread)]).toEqual([2, undefined]);
    const equal = emptyAggregate();
    addStatisticSet(equal, { SampleCount: 3, Sum: 6, Minimum: 2, Maximum: 2 });
    expect(stat('p50', equal)).toBe(2);
  });

  test('two aggregates merge into what one would have been', () => {
    const merged = of([1, 2, 3]);
    mergeInto(merged, of([3, 10]));
    expect(merged).toEqual(of([1, 2, 3, 3, 10]));
  });

  test('100,000 different latencies keep their percentiles within 1 % in at most a few thousand bins', () => {
    const many = emptyAggregate();
    for (let i = 1; i <= 100_000; i++) addValue(many, ((i * 7919) % 100_003) / 1000);
    expect(many.values?.size).toBeLessThan(3_000);
    for (const percent of [50, 90, 99]) {
      expect(Math.abs((stat(`p${percent}`, many) as number) / percent - 1)).toBeLessThan(0.01);
    }
    expect(stat('SampleCount', many)).toBe(100_000);
  });
});
