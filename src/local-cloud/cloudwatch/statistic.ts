import type { Aggregate } from './aggregate.js';

/**
 * CloudWatch statistics: the five simple ones and the extended ones (percentiles, trimmed and winsorized means, and so
 * on). Pure.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
 */
export type Statistic =
  | { kind: 'SampleCount' | 'Sum' | 'Average' | 'Minimum' | 'Maximum' }
  | { kind: 'percentile'; percent: number }
  | { kind: 'TM' | 'WM' | 'TC' | 'TS' | 'PR'; lower: Bound; upper: Bound };

type Bound = { percent: number } | { value: number } | undefined;

export const simpleStatistics = ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'] as const;

/** Reads a statistic's name (`Average`, `p99.9`, `tm90`, `TM(10%:90%)`, `PR(:0.3)`, `IQM`); undefined when AWS has no such. */
export function parseStatistic(name: string): Statistic | undefined {
  for (const simple of simpleStatistics) if (name === simple) return { kind: simple };
  if (name.toUpperCase() === 'IQM') return { kind: 'TM', lower: { percent: 25 }, upper: { percent: 75 } };
  const short = /^(p|tm|wm|tc|ts)(\d{1,2}(?:\.\d{0,10})?|100)$/i.exec(name);
  if (short) {
    const percent = Number(short[2]);
    const kind = (short[1] as string).toLowerCase();
    if (kind === 'p') return { kind: 'percentile', percent };
    return { kind: kind.toUpperCase() as 'TM' | 'WM' | 'TC' | 'TS', lower: undefined, upper: { percent } };
  }
  const range = /^(TM|WM|TC|TS|PR)\(([^:]*):([^:]*)\)$/i.exec(name);
  if (!range) return undefined;
  const kind = (range[1] as string).toUpperCase() as 'TM' | 'WM' | 'TC' | 'TS' | 'PR';
  const lower = parseBound(range[2] as string);
  const upper = parseBound(range[3] as string);
  if (lower === null || upper === null || (lower === undefined && upper === undefined)) return undefined;
  if (kind === 'PR' && [lower, upper].some((bound) => bound !== undefined && 'percent' in bound)) return undefined;
  return { kind, lower, upper };
}

function parseBound(text: string): Bound | null {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const number = /^(-?\d+(?:\.\d+)?)(%?)$/.exec(trimmed);
  if (!number) return null;
  return number[2] === '%' ? { percent: Number(number[1]) } : { value: Number(number[1]) };
}

/** The statistic of an aggregate; undefined when it has no observations or its distribution is unknown. */
export function statisticOf(statistic: Statistic, aggregate: Aggregate): number | undefined {
  if (aggregate.sampleCount === 0) return undefined;
  switch (statistic.kind) {
    case 'SampleCount':
      return aggregate.sampleCount;
    case 'Sum':
      return aggregate.sum;
    case 'Average':
      return aggregate.sum / aggregate.sampleCount;
    case 'Minimum':
      return aggregate.minimum;
    case 'Maximum':
      return aggregate.maximum;
    case 'percentile':
      return aggregate.values && percentile(aggregate.values, statistic.percent);
    default:
      return aggregate.values && rangeStatistic(statistic, aggregate.values);
  }
}

/**
 * The value below or at which `percent` % of the observations lie: nearest rank, so it is always a value that was seen.
 */
export function percentile(values: ReadonlyMap<number, number>, percent: number): number | undefined {
  const sorted = [...values].sort((a, b) => a[0] - b[0]);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return undefined;
  const rank = (percent / 100) * total;
  let seen = 0;
  for (const [value, count] of sorted) {
    seen += count;
    if (seen >= rank - 1e-9 && seen > 0) return value;
  }
  return sorted.at(-1)?.[0];
}

function rangeStatistic(
  statistic: Extract<Statistic, { lower: Bound }>,
  values: ReadonlyMap<number, number>,
): number | undefined {
  const sorted = [...values].sort((a, b) => a[0] - b[0]);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  const limit = (bound: Bound, otherwise: number): number => {
    if (bound === undefined) return otherwise;
    return 'value' in bound ? bound.value : (percentile(values, bound.percent) ?? otherwise);
  };
  const low = limit(statistic.lower, -Infinity);
  const high = limit(statistic.upper, Infinity);
  const kept = within(sorted, total, statistic);
  const keptCount = kept.reduce((sum, [, count]) => sum + count, 0);
  const keptSum = kept.reduce((sum, [value, count]) => sum + value * count, 0);
  switch (statistic.kind) {
    case 'TC':
      return keptCount;
    case 'TS':
      return keptSum;
    case 'PR':
      return (100 * keptCount) / total;
    case 'TM':
      return keptCount === 0 ? undefined : keptSum / keptCount;
    case 'WM':
      // Winsorized: what lies outside counts as the boundary.
      return sorted.reduce((sum, [value, count]) => sum + Math.min(high, Math.max(low, value)) * count, 0) / total;
  }
}

/**
 * What lies between the bounds. A value as bound is exclusive below and inclusive above; a percentage takes away that
 * share of the observations, also where many of them are equal. A part of an observation is none: it stays.
 */
function within(
  sorted: readonly (readonly [number, number])[],
  total: number,
  { lower, upper }: { lower: Bound; upper: Bound },
): [number, number][] {
  const share = (bound: Bound, otherwise: number) =>
    bound !== undefined && 'percent' in bound ? (total * bound.percent) / 100 : otherwise;
  const from = Math.floor(share(lower, 0) + 1e-9);
  const to = Math.ceil(share(upper, total) - 1e-9);
  let seen = 0;
  return sorted.flatMap(([value, count]): [number, number][] => {
    const left = Math.min(seen + count, to) - Math.max(seen, from);
    seen += count;
    const isTooLow = lower !== undefined && 'value' in lower && value <= lower.value;
    const isTooHigh = upper !== undefined && 'value' in upper && value > upper.value;
    return left > 0 && !isTooLow && !isTooHigh ? [[value, left]] : [];
  });
}
