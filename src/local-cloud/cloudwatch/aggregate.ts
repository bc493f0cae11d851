/**
 * What CloudWatch keeps of the observations of one metric in one bucket of time: a statistic set and as much of the
 * distribution as percentiles need. Pure data; two aggregates merge into what one would have been.
 */
export interface Aggregate {
  sampleCount: number;
  sum: number;
  minimum: number;
  maximum: number;
  /**
   * Value → how often. Undefined once a statistic set of several different values came in: its distribution is not
   * known, so AWS answers no percentile for it.
   * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html
   */
  values: Map<number, number> | undefined;
}

/** A bucket of a busy target group sees thousands of distinct latencies; above this many they are put in bins. */
const distinctValuesAtMost = 600;
/** Width of a bin. A percentile of binned values is at most half of this off, relative to its value. */
const binWidth = 0.005;

export function emptyAggregate(): Aggregate {
  return { sampleCount: 0, sum: 0, minimum: Infinity, maximum: -Infinity, values: new Map() };
}

/** Adds `count` observations of `value`. */
export function addValue(into: Aggregate, value: number, count = 1): void {
  into.sampleCount += count;
  into.sum += value * count;
  if (value < into.minimum) into.minimum = value;
  if (value > into.maximum) into.maximum = value;
  const { values } = into;
  if (values === undefined) return;
  const known = values.get(value);
  if (known !== undefined) {
    values.set(value, known + count);
    return;
  }
  if (values.size >= distinctValuesAtMost) {
    const bin = binOf(value);
    values.set(bin, (values.get(bin) ?? 0) + count);
    if (values.size > 4 * distinctValuesAtMost) into.values = binned(values);
    return;
  }
  values.set(value, count);
}

/** Adds a statistic set, as PutMetricData's StatisticValues brings it. */
export function addStatisticSet(
  into: Aggregate,
  set: { SampleCount: number; Sum: number; Minimum: number; Maximum: number },
): void {
  if (set.SampleCount <= 0) return;
  const uniform = set.Minimum === set.Maximum && Math.abs(set.Sum - set.Minimum * set.SampleCount) < 1e-9;
  if (uniform) {
    addValue(into, set.Minimum, set.SampleCount);
    return;
  }
  into.sampleCount += set.SampleCount;
  into.sum += set.Sum;
  into.minimum = Math.min(into.minimum, set.Minimum);
  into.maximum = Math.max(into.maximum, set.Maximum);
  into.values = undefined;
}

/** Adds all of `from`. */
export function mergeInto(into: Aggregate, from: Aggregate): void {
  if (into.values !== undefined && from.values !== undefined) {
    for (const [value, count] of from.values) into.values.set(value, (into.values.get(value) ?? 0) + count);
  } else {
    into.values = undefined;
  }
  into.sampleCount += from.sampleCount;
  into.sum += from.sum;
  into.minimum = Math.min(into.minimum, from.minimum);
  into.maximum = Math.max(into.maximum, from.maximum);
}

function binOf(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const step = Math.log1p(binWidth);
  const bin = Math.exp(Math.round(Math.log(Math.abs(value)) / step) * step);
  return value < 0 ? -bin : bin;
}

function binned(values: Map<number, number>): Map<number, number> {
  const bins = new Map<number, number>();
  for (const [value, count] of values) {
    const bin = binOf(value);
    bins.set(bin, (bins.get(bin) ?? 0) + count);
  }
  return bins;
}
