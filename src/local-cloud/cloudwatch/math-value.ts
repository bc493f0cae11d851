import { MathError } from './math-parse.js';

/** What metric math computes with. Pure. */
export interface TimeSeries {
  /** Period start (epoch ms) → value; a timestamp without data is absent. */
  readonly points: ReadonlyMap<number, number>;
  readonly periodMs: number;
  /** Of a metric, not of an expression. */
  readonly id?: string;
  readonly label?: string;
}

/** A scalar (S), a time series (TS), an array of them (TS[]), and what only functions take. */
export type MathValue =
  | { kind: 'S'; value: number }
  | { kind: 'TS'; series: TimeSeries }
  | { kind: 'TS[]'; list: TimeSeries[] }
  | { kind: 'text'; value: string }
  | { kind: 'keyword'; name: 'REPEAT' | 'LINEAR' };

export interface MathScope {
  /** Result of the query with this id; undefined when there is none. */
  lookup(id: string): MathValue | undefined;
  /** All metrics of the request, expressions not included. */
  metrics(): TimeSeries[];
  /** The range asked for, for functions that fill it. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly periodMs: number;
}

export function asList(value: MathValue): TimeSeries[] {
  if (value.kind === 'TS') return [value.series];
  if (value.kind === 'TS[]') return value.list;
  throw new MathError('an array holds time series only');
}

/** Does `each` to a series or to every series of an array. */
export function mapSeries(value: MathValue, each: (series: TimeSeries) => TimeSeries): MathValue {
  if (value.kind === 'TS') return { kind: 'TS', series: each(value.series) };
  if (value.kind === 'TS[]') return { kind: 'TS[]', list: value.list.map(each) };
  throw new MathError('expected a time series');
}
