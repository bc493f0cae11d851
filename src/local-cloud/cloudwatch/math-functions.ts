import { MathError } from './math-parse.js';
import { asList, type MathScope, type MathValue, mapSeries, type TimeSeries } from './math-value.js';

/**
 * The functions of metric math. Pure.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html#metric-math-syntax-functions-list
 */
type MathFunction = (args: MathValue[], scope: MathScope) => MathValue;

export const mathFunctions: Readonly<Record<string, MathFunction>> = {
  METRICS: (args, scope) => {
    if (args.length === 0) return { kind: 'TS[]', list: scope.metrics() };
    const [part] = arity('METRICS', args, 1);
    if (part?.kind !== 'text') throw new MathError('METRICS takes a string');
    return { kind: 'TS[]', list: scope.metrics().filter((series) => series.id?.includes(part.value)) };
  },
  SUM: reduction('SUM', (values) => values.reduce((a, b) => a + b, 0)),
  // Of an array, "missing values are treated as 0": it is divided by the number of series.
  AVG: reduction('AVG', (values, among) => (among === 0 ? undefined : values.reduce((a, b) => a + b, 0) / among)),
  MIN: reduction('MIN', (values) => (values.length === 0 ? undefined : Math.min(...values))),
  MAX: reduction('MAX', (values) => (values.length === 0 ? undefined : Math.max(...values))),
  STDDEV: reduction('STDDEV', (values) => {
    if (values.length === 0) return undefined;
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  }),
  DATAPOINT_COUNT: reduction('DATAPOINT_COUNT', (values) => values.length),
  ABS: pointwise('ABS', Math.abs),
  CEIL: pointwise('CEIL', Math.ceil),
  FLOOR: pointwise('FLOOR', Math.floor),
  LOG: pointwise('LOG', (value) => (value > 0 ? Math.log(value) : undefined)),
  LOG10: pointwise('LOG10', (value) => (value > 0 ? Math.log10(value) : undefined)),
  DIFF: stepwise('DIFF', (value, before) => value - before),
  DIFF_TIME: stepwise('DIFF_TIME', (_value, _before, seconds) => seconds),
  RATE: stepwise('RATE', (value, before, seconds) => (value - before) / seconds),
  RUNNING_SUM: (args) =>
    mapSeries(arity('RUNNING_SUM', args, 1)[0] as MathValue, (series) => {
      let sum = 0;
      return withPoints(
        series,
        sorted(series).map(([at, value]) => {
          sum += value;
          return [at, sum];
        }),
      );
    }),
  PERIOD: (args) => {
    const [of] = arity('PERIOD', args, 1);
    if (of?.kind !== 'TS' || of.series.id === undefined) throw new MathError('PERIOD takes a metric');
    return { kind: 'S', value: of.series.periodMs / 1000 };
  },
  METRIC_COUNT: (args) => ({ kind: 'S', value: asList(arity('METRIC_COUNT', args, 1)[0] as MathValue).length }),
  FIRST: (args) => pick('FIRST', args, 0),
  LAST: (args) => pick('LAST', args, -1),
  REMOVE_EMPTY: (args) => ({
    kind: 'TS[]',
    list: asList(arity('REMOVE_EMPTY', args, 1)[0] as MathValue).filter((series) => series.points.size > 0),
  }),
  TIME_SERIES: (args, scope) => {
    const value = scalar('TIME_SERIES', arity('TIME_SERIES', args, 1)[0]);
    return {
      kind: 'TS',
      series: { points: new Map(timeline(scope).map((at) => [at, value])), periodMs: scope.periodMs },
    };
  },
  FILL: (args, scope) => {
    const [of, filler] = arity('FILL', args, 2);
    return mapSeries(of as MathValue, (series) => filled(series, filler as MathValue, scope));
  },
  IF: (args) => {
    if (args.length !== 2 && args.length !== 3) throw new MathError('IF takes 2 or 3 arguments');
    const [condition, whenTrue, whenFalse] = args as [MathValue, MathValue, MathValue | undefined];
    return chosen(condition, whenTrue, whenFalse);
  },
};

function arity(name: string, args: MathValue[], count: number): MathValue[] {
  if (args.length !== count) throw new MathError(`${name} takes ${count} argument${count === 1 ? '' : 's'}`);
  return args;
}

function scalar(name: string, value: MathValue | undefined): number {
  if (value?.kind !== 'S') throw new MathError(`${name} takes a number`);
  return value.value;
}

function sorted(series: TimeSeries): [number, number][] {
  return [...series.points].sort((a, b) => a[0] - b[0]);
}

/** The series with other points; it is no metric any more, so its id is gone. */
function withPoints(series: TimeSeries, points: Iterable<readonly [number, number]>): TimeSeries {
  const bare = { points: new Map(points), periodMs: series.periodMs };
  return series.label === undefined ? bare : { ...bare, label: series.label };
}

/** Of one series a scalar; of an array a series, timestamp by timestamp. */
function reduction(name: string, of: (values: number[], among: number) => number | undefined): MathFunction {
  return (args) => {
    const [value] = arity(name, args, 1);
    if (value?.kind === 'S') return value;
    if (value?.kind === 'TS') {
      const values = [...value.series.points.values()];
      const result = of(values, values.length);
      // Without a single data point there is no scalar; the surrounding expression then has no data points either.
      return result === undefined ? { kind: 'TS', series: withPoints(value.series, []) } : { kind: 'S', value: result };
    }
    if (value?.kind !== 'TS[]') throw new MathError(`${name} takes time series`);
    const points = new Map<number, number>();
    for (const at of timesOf(value.list)) {
      const values = value.list.flatMap((series) => series.points.get(at) ?? []);
      const result = of(values, value.list.length);
      if (result !== undefined) points.set(at, result);
    }
    return { kind: 'TS', series: { points, periodMs: value.list[0]?.periodMs ?? 60_000 } };
  };
}

function timesOf(list: readonly TimeSeries[]): number[] {
  return [...new Set(list.flatMap((series) => [...series.points.keys()]))].sort((a, b) => a - b);
}

function pointwise(name: string, of: (value: number) => number | undefined): MathFunction {
  return (args) => {
    const [value] = arity(name, args, 1);
    if (value?.kind === 'S') return { kind: 'S', value: of(value.value) ?? 0 };
    return mapSeries(value as MathValue, (series) =>
      withPoints(
        series,
        sorted(series).flatMap(([at, each]): [number, number][] => {
          const result = of(each);
          return result === undefined ? [] : [[at, result]];
        }),
      ),
    );
  };
}

function stepwise(name: string, of: (value: number, before: number, seconds: number) => number): MathFunction {
  return (args) =>
    mapSeries(arity(name, args, 1)[0] as MathValue, (series) => {
      const list = sorted(series);
      return withPoints(
        series,
        list.slice(1).map(([at, value], i) => {
          const [beforeAt, before] = list[i] as [number, number];
          return [at, of(value, before, (at - beforeAt) / 1000)];
        }),
      );
    });
}

function pick(name: string, args: MathValue[], index: number): MathValue {
  const series = asList(arity(name, args, 1)[0] as MathValue).at(index);
  if (series === undefined) throw new MathError(`${name} of an empty array`);
  return { kind: 'TS', series };
}

function timeline(scope: MathScope): number[] {
  const list: number[] = [];
  for (let at = scope.fromMs; at < scope.toMs; at += scope.periodMs) list.push(at);
  return list;
}

function filled(series: TimeSeries, filler: MathValue, scope: MathScope): TimeSeries {
  const times = timeline({ ...scope, periodMs: series.periodMs });
  const known = sorted(series);
  const points: [number, number][] = [];
  for (const at of times) {
    const value = series.points.get(at) ?? fillerAt(at, filler, known);
    if (value !== undefined) points.push([at, value]);
  }
  return withPoints(series, points);
}

/** REPEAT: the most recent value before. LINEAR: on the line between its neighbours; nothing outside of them. */
function fillerAt(at: number, filler: MathValue, known: [number, number][]): number | undefined {
  if (filler.kind === 'S') return filler.value;
  if (filler.kind === 'TS') return filler.series.points.get(at);
  if (filler.kind !== 'keyword') throw new MathError('FILL takes a number, a time series, REPEAT or LINEAR');
  const before = known.findLast(([time]) => time < at);
  if (filler.name === 'REPEAT') return before?.[1];
  const after = known.find(([time]) => time > at);
  if (before === undefined || after === undefined) return undefined;
  return before[1] + ((after[1] - before[1]) * (at - before[0])) / (after[0] - before[0]);
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html#using-IF-expressions */
function chosen(condition: MathValue, whenTrue: MathValue, whenFalse: MathValue | undefined): MathValue {
  if (condition.kind === 'S') {
    const taken = condition.value !== 0 ? whenTrue : whenFalse;
    if (taken !== undefined) return taken;
    return { kind: 'TS', series: { points: new Map(), periodMs: 60_000 } };
  }
  if (condition.kind !== 'TS') throw new MathError('IF takes a time series or a number as its condition');
  const points: [number, number][] = [];
  for (const [at, holds] of sorted(condition.series)) {
    // True without a data point counts as 0; false without one is dropped.
    const value = holds !== 0 ? (branchAt(whenTrue, at) ?? 0) : whenFalse && branchAt(whenFalse, at);
    if (value !== undefined) points.push([at, value]);
  }
  return { kind: 'TS', series: withPoints(condition.series, points) };
}

function branchAt(branch: MathValue, at: number): number | undefined {
  if (branch.kind === 'S') return branch.value;
  if (branch.kind === 'TS') return branch.series.points.get(at);
  throw new MathError('IF chooses between time series and numbers');
}
