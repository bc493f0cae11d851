import type { GetMetricDataInput, GetMetricDataOutput, MetricDataResult } from '@aws-sdk/client-cloudwatch';
import { AwsError } from '../contract.js';
import { dataQueries } from './data-query.js';
import type { MetricStore } from './metric-store.js';
import { offsetOf, tokenOf } from './paging.js';
import { type DataQuery, evaluateQueries, periodOf, QueryError, type QueryResult } from './query-evaluation.js';

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html */
const dataPointsAtMost = 100_800;

/** @throws AwsError */
export function getMetricData(store: MetricStore, input: GetMetricDataInput): GetMetricDataOutput {
  const given = input.MetricDataQueries ?? [];
  if (given.length > 500) {
    throw new AwsError('ValidationError', 'The collection MetricDataQueries must not have a size greater than 500.');
  }
  const queries = dataQueries(given);
  const start = (input.StartTime as Date).getTime();
  const toMs = (input.EndTime as Date).getTime();
  if (start >= toMs) {
    throw new AwsError('ValidationError', 'The parameter StartTime must be less than the parameter EndTime.');
  }
  const most = input.MaxDatapoints ?? dataPointsAtMost;
  if (most < 1 || most > dataPointsAtMost) {
    throw new AwsError('ValidationError', `The value ${most} for parameter MaxDatapoints is invalid.`);
  }
  const fromMs = roundStart(start, periodOf(queries));
  const labels = defaultLabels(queries);
  let results: QueryResult[];
  try {
    results = evaluateQueries(
      store,
      queries,
      { fromMs, toMs },
      (query) => query.label ?? labels.get(query.id) ?? query.id,
    );
  } catch (error) {
    if (error instanceof QueryError) throw new AwsError('ValidationError', error.message);
    throw error;
  }
  const descending = input.ScanBy !== 'TimestampAscending';
  const all = results.filter(({ query }) => query.returnData).flatMap((result) => shown(result, descending));
  return paged(all, most, input.NextToken);
}

/**
 * Start times are rounded down to the minute; with a period of 5, 10, 20 or 30 s to a multiple of it (and with 1 s to
 * the second).
 */
export function roundStart(start: number, periodMs: number): number {
  const unit = Math.min(periodMs, 60_000);
  return Math.floor(start / unit) * unit;
}

function shown(result: QueryResult, descending: boolean): MetricDataResult[] {
  return result.series.map((series) => {
    const points = [...series.points].sort((a, b) => (descending ? b[0] - a[0] : a[0] - b[0]));
    return {
      Id: result.query.id,
      Label: series.label ?? result.query.id,
      Timestamps: points.map(([at]) => new Date(at)),
      Values: points.map(([, value]) => value),
      StatusCode: 'Complete' as const,
      ...(result.units === undefined
        ? {}
        : { Messages: [{ Code: 'MultipleUnits', Value: `Multiple units returned: '[${result.units.join(', ')}]'` }] }),
    };
  });
}

/** One page of at most `most` data points, counted through the results in order. */
function paged(all: MetricDataResult[], most: number, token: string | undefined): GetMetricDataOutput {
  const from = token === undefined ? 0 : offsetOf(token);
  const total = all.reduce((sum, { Values }) => sum + (Values?.length ?? 0), 0);
  let before = 0;
  const results: MetricDataResult[] = [];
  for (const result of all) {
    const length = result.Values?.length ?? 0;
    const first = Math.max(0, from - before);
    const last = Math.min(length, from + most - before);
    before += length;
    // A result without data is told on the first page, one that a former page has finished no more.
    if (length === 0 ? token !== undefined : first >= length) continue;
    const cut = last < length;
    results.push({
      ...result,
      Timestamps: (result.Timestamps ?? []).slice(first, Math.max(first, last)),
      Values: (result.Values ?? []).slice(first, Math.max(first, last)),
      StatusCode: cut ? 'PartialData' : 'Complete',
    });
  }
  const output: GetMetricDataOutput = { MetricDataResults: results, Messages: [] };
  return from + most < total ? { ...output, NextToken: tokenOf(from + most) } : output;
}

/** The metric's name; where queries differ in statistic or period, these are told as well ("metric1 Sum 60"). */
function defaultLabels(queries: readonly DataQuery[]): Map<string, string> {
  const metrics = queries.filter((query) => 'metric' in query);
  const differ = (of: (query: (typeof metrics)[number]) => unknown) => new Set(metrics.map(of)).size > 1;
  const [stats, periods] = [differ((query) => query.stat), differ((query) => query.periodMs)];
  const label = (query: (typeof metrics)[number]) =>
    [query.metric.name, ...(stats ? [query.stat] : []), ...(periods ? [query.periodMs / 1000] : [])].join(' ');
  return new Map(metrics.map((query) => [query.id, label(query)]));
}
