import { evaluateMath } from './math-evaluate.js';
import { MathError, parseMath } from './math-parse.js';
import type { MathScope, MathValue, TimeSeries } from './math-value.js';
import type { MetricId, MetricStore } from './metric-store.js';
import { parseStatistic, statisticOf } from './statistic.js';

/** A query of GetMetricData or of a metric-math alarm. */
export type DataQuery = {
  readonly id: string;
  readonly label?: string | undefined;
  readonly returnData: boolean;
} & (
  | { readonly metric: MetricId; readonly stat: string; readonly periodMs: number; readonly unit?: string | undefined }
  | { readonly expression: string; readonly periodMs?: number | undefined }
);

export interface QueryResult {
  readonly query: DataQuery;
  readonly series: (TimeSeries & { readonly sampleCounts?: ReadonlyMap<number, number> })[];
  /** More than one unit was found where none was asked for. */
  readonly units?: readonly string[];
}

/** An expression of one query cannot be evaluated. */
export class QueryError extends Error {
  constructor(
    readonly queryId: string,
    problem: string,
  ) {
    super(`Error in expression '${queryId}': ${problem}`);
  }
}

/**
 * Evaluates all queries over [fromMs, toMs). Expressions may read each other, in any order.
 * @throws QueryError
 */
export function evaluateQueries(
  store: MetricStore,
  queries: readonly DataQuery[],
  range: { fromMs: number; toMs: number },
  labelOf: (query: DataQuery) => string = (query) => query.label ?? query.id,
): QueryResult[] {
  const byId = new Map(queries.map((query) => [query.id, query]));
  const results = new Map<string, QueryResult | 'open'>();

  const resultOf = (query: DataQuery): QueryResult => {
    const known = results.get(query.id);
    if (known === 'open') throw new QueryError(query.id, 'circular reference');
    if (known !== undefined) return known;
    results.set(query.id, 'open');
    const result = 'metric' in query ? readMetric(store, query, range, labelOf(query)) : compute(query);
    results.set(query.id, result);
    return result;
  };

  const compute = (query: Extract<DataQuery, { expression: string }>): QueryResult => {
    const scope: MathScope = {
      ...range,
      periodMs: query.periodMs ?? periodOf(queries),
      lookup: (id) => {
        const other = byId.get(id);
        if (other === undefined) return undefined;
        return mathValueOf(resultOf(other));
      },
      metrics: () => queries.filter((other) => 'metric' in other).flatMap((other) => resultOf(other).series),
    };
    let value: MathValue;
    try {
      value = evaluateMath(parseMath(query.expression), scope);
    } catch (error) {
      if (error instanceof MathError) throw new QueryError(query.id, error.message);
      throw error;
    }
    if (value.kind === 'TS') return { query, series: [{ ...value.series, label: labelOf(query) }] };
    if (value.kind === 'TS[]') {
      const label = labelOf(query);
      return { query, series: value.list.map((each) => ({ ...each, label: `${label} ${each.label ?? ''}`.trim() })) };
    }
    // "The final result of any math expression must be a single time series or an array of time series."
    throw new QueryError(query.id, 'the result is not a time series or an array of time series');
  };

  return queries.map(resultOf);
}

function mathValueOf(result: QueryResult): MathValue {
  const [first] = result.series;
  if (result.series.length === 1 && first !== undefined) return { kind: 'TS', series: first };
  return { kind: 'TS[]', list: result.series };
}

/** Expressions work in the smallest period of the metrics they stand beside. */
export function periodOf(queries: readonly DataQuery[]): number {
  const periods = queries.flatMap((query) => query.periodMs ?? []);
  return periods.length === 0 ? 60_000 : Math.min(...periods);
}

function readMetric(
  store: MetricStore,
  query: Extract<DataQuery, { metric: MetricId }>,
  range: { fromMs: number; toMs: number },
  label: string,
): QueryResult {
  const statistic = parseStatistic(query.stat);
  if (statistic === undefined) throw new QueryError(query.id, `unknown statistic '${query.stat}'`);
  const data = store.read(query.metric, range.fromMs, range.toMs, query.periodMs, query.unit);
  const units = [...new Set(data.map(({ unit }) => unit))].sort();
  const points = new Map<number, number>();
  const sampleCounts = new Map<number, number>();
  for (const { at, unit, aggregate } of data) {
    // Data of several units is not added up; AWS answers one of them and a MultipleUnits message.
    if (unit !== units[0]) continue;
    const value = statisticOf(statistic, aggregate);
    if (value === undefined) continue;
    points.set(at, value);
    sampleCounts.set(at, aggregate.sampleCount);
  }
  const series = [{ points, sampleCounts, periodMs: query.periodMs, id: query.id, label }];
  return units.length > 1 ? { query, series, units } : { query, series };
}
