import { type Aggregate, emptyAggregate, mergeInto } from './aggregate.js';

/**
 * Metrics by namespace, name and dimensions. Standard metrics are kept in buckets of a minute, high-resolution ones
 * (StorageResolution 1) in buckets of a second. A dimension set is part of the identity: data of one set is never seen
 * under another.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html#Dimension
 */
export interface MetricId {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

interface Series {
  readonly id: MetricId;
  /** Bucket start in epoch ms → unit → aggregate. */
  readonly minutes: Map<number, Map<string, Aggregate>>;
  readonly seconds: Map<number, Map<string, Aggregate>>;
  lastRecordedAt: number;
}

/** The observations of one period. */
export interface PeriodData {
  /** Start of the period, epoch ms. */
  readonly at: number;
  readonly unit: string;
  readonly aggregate: Aggregate;
}

const minuteMs = 60_000;
/** "Data points with a period of less than 60 seconds are available for 3 hours", then as minutes, for 15 days. */
const secondsKeptMs = 3 * 3_600_000;
const minutesKeptMs = 15 * 86_400_000;

/** Namespaces whose data is published only after the minute is over, as ALB's is. */
export const delayedNamespaces: ReadonlySet<string> = new Set(['AWS/ApplicationELB']);

export class MetricStore {
  private readonly series = new Map<string, Series>();
  private readonly drops: { until: number; namespace: string | undefined }[] = [];

  constructor(
    private readonly now: () => number,
    /** Data of a minute of a delayed namespace can be read so long after the end of its minute. */
    private readonly delayMs: () => number,
  ) {}

  /** Applies `add` to the bucket of `at`. Nothing is kept while metrics are being dropped. */
  record(id: MetricId, at: number, unit: string, highResolution: boolean, add: (into: Aggregate) => void): void {
    const now = this.now();
    if (this.isDropping(id.namespace, now)) return;
    const series = this.seriesOf(id);
    series.lastRecordedAt = Math.max(series.lastRecordedAt, now);
    const [buckets, widthMs] = highResolution ? [series.seconds, 1_000] : [series.minutes, minuteMs];
    const start = Math.floor(at / widthMs) * widthMs;
    let units = buckets.get(start);
    if (units === undefined) {
      units = new Map();
      buckets.set(start, units);
    }
    let aggregate = units.get(unit);
    if (aggregate === undefined) {
      aggregate = emptyAggregate();
      units.set(unit, aggregate);
    }
    add(aggregate);
  }

  /**
   * What can be read now of one metric, put together in periods of `periodMs` that begin at `from`; `to` is exclusive.
   * One entry per period and unit, oldest first; periods without data are left out.
   */
  read(id: MetricId, from: number, to: number, periodMs: number, unit?: string): PeriodData[] {
    const series = this.series.get(keyOf(id));
    if (series === undefined || !(to > from)) return [];
    const end = Math.min(to, this.visibleUntil(id.namespace));
    const periods = new Map<string, { at: number; unit: string; aggregate: Aggregate }>();
    for (const buckets of [series.minutes, series.seconds]) {
      for (const [start, units] of buckets) {
        if (start < from || start >= end) continue;
        const at = from + Math.floor((start - from) / periodMs) * periodMs;
        for (const [bucketUnit, aggregate] of units) {
          if (unit !== undefined && unit !== bucketUnit) continue;
          const key = `${at} ${bucketUnit}`;
          let period = periods.get(key);
          if (period === undefined) {
            period = { at, unit: bucketUnit, aggregate: emptyAggregate() };
            periods.set(key, period);
          }
          mergeInto(period.aggregate, aggregate);
        }
      }
    }
    return [...periods.values()].sort((a, b) => a.at - b.at || (a.unit < b.unit ? -1 : 1));
  }

  /** Metrics that have had data that can be read, by namespace, name, dimensions. */
  list(): { id: MetricId; lastRecordedAt: number }[] {
    const visible = [...this.series.values()].filter(({ id, minutes, seconds }) => {
      const until = this.visibleUntil(id.namespace);
      return seconds.size > 0 || [...minutes.keys()].some((start) => start < until);
    });
    return visible.map(({ id, lastRecordedAt }) => ({ id, lastRecordedAt })).sort((a, b) => compareIds(a.id, b.id));
  }

  /** From now on nothing of `namespace` (all, when not given) is kept, until `until` (epoch ms, may be Infinity). */
  drop(until: number, namespace?: string): void {
    this.drops.push({ until, namespace });
  }

  /** Ends what `drop` began. */
  resume(): void {
    this.drops.length = 0;
  }

  dropping(): readonly { until: number; namespace: string | undefined }[] {
    const now = this.now();
    return this.drops.filter(({ until }) => until > now);
  }

  /** Rolls up and forgets what is older than CloudWatch keeps it. */
  prune(): void {
    const now = this.now();
    for (const series of this.series.values()) {
      for (const [start, units] of series.seconds) {
        if (start >= now - secondsKeptMs) continue;
        const minute = Math.floor(start / minuteMs) * minuteMs;
        const into = series.minutes.get(minute) ?? new Map<string, Aggregate>();
        series.minutes.set(minute, into);
        for (const [unit, aggregate] of units) {
          const known = into.get(unit) ?? emptyAggregate();
          mergeInto(known, aggregate);
          into.set(unit, known);
        }
        series.seconds.delete(start);
      }
      for (const start of series.minutes.keys()) {
        if (start < now - minutesKeptMs) series.minutes.delete(start);
      }
    }
  }

  /** Buckets that start before this time can be read. */
  private visibleUntil(namespace: string): number {
    if (!delayedNamespaces.has(namespace)) return Infinity;
    // The bucket [s, s + 1 min) can be read from s + 1 min + delay on.
    return this.now() - this.delayMs() - minuteMs + 1;
  }

  private isDropping(namespace: string, now: number): boolean {
    return this.drops.some(
      (drop) => drop.until > now && (drop.namespace === undefined || drop.namespace === namespace),
    );
  }

  private seriesOf(id: MetricId): Series {
    const key = keyOf(id);
    let series = this.series.get(key);
    if (series === undefined) {
      series = { id, minutes: new Map(), seconds: new Map(), lastRecordedAt: 0 };
      this.series.set(key, series);
    }
    return series;
  }
}

/** The same for the same metric, whatever the order of its dimensions. */
export function keyOf(id: MetricId): string {
  const names = Object.keys(id.dimensions);
  if (names.length > 1) names.sort();
  let key = `${id.namespace}\n${id.name}`;
  for (const name of names) key += `\n${name}=${id.dimensions[name]}`;
  return key;
}

function compareIds(a: MetricId, b: MetricId): number {
  const [left, right] = [keyOf(a), keyOf(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
