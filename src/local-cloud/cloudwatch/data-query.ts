import type { Dimension, MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import { AwsError } from '../contract.js';
import type { DataQuery } from './query-evaluation.js';
import { parseStatistic } from './statistic.js';

/**
 * MetricDataQuery structures, checked. Used by GetMetricData and by metric-math alarms.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html
 *
 * @throws AwsError (ValidationError)
 */
export function dataQueries(given: readonly MetricDataQuery[]): DataQuery[] {
  const seen = new Set<string>();
  return given.map((query, i) => {
    const at = `MetricDataQueries.member.${i + 1}`;
    const id = query.Id as string;
    if (!/^[a-z][A-Za-z0-9_]{0,254}$/.test(id)) {
      throw new AwsError(
        'ValidationError',
        `The value ${id} for parameter ${at}.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$`,
      );
    }
    if (seen.has(id)) throw new AwsError('ValidationError', `The values for parameter ${at}.Id are not unique`);
    seen.add(id);
    return dataQuery(query, id, at);
  });
}

function dataQuery(query: MetricDataQuery, id: string, at: string): DataQuery {
  const common = { id, label: query.Label, returnData: query.ReturnData ?? true };
  const { MetricStat: stat, Expression: expression } = query;
  if ((stat === undefined) === (expression === undefined)) {
    const problem = stat === undefined ? 'One of' : 'Only one of';
    throw new AwsError(
      'ValidationError',
      `${problem} the parameters ${at}.Expression and ${at}.MetricStat must be specified`,
    );
  }
  if (stat === undefined) {
    const periodMs = query.Period === undefined ? undefined : checkedPeriodMs(query.Period, `${at}.Period`);
    return { ...common, expression: expression as string, periodMs };
  }
  if (parseStatistic(stat.Stat as string) === undefined) {
    throw new AwsError(
      'ValidationError',
      `The value ${stat.Stat} for parameter ${at}.MetricStat.Stat is not supported.`,
    );
  }
  return {
    ...common,
    metric: {
      namespace: stat.Metric?.Namespace ?? '',
      name: stat.Metric?.MetricName ?? '',
      dimensions: dimensionsOf(stat.Metric?.Dimensions),
    },
    stat: stat.Stat as string,
    periodMs: checkedPeriodMs(stat.Period as number, `${at}.MetricStat.Period`),
    unit: stat.Unit,
  };
}

export function dimensionsOf(list: readonly Dimension[] | undefined): Record<string, string> {
  return Object.fromEntries((list ?? []).map(({ Name, Value }) => [Name as string, Value ?? '']));
}

/** "the period can be 1, 5, 10, 20, 30, 60, or any multiple of 60" */
export function checkedPeriodMs(seconds: number, at: string, code = 'ValidationError'): number {
  if ([1, 5, 10, 20, 30].includes(seconds) || (seconds > 0 && seconds % 60 === 0)) return seconds * 1000;
  throw new AwsError(
    code,
    `The value ${seconds} for parameter ${at} is invalid. Period must be 1, 5, 10, 20, 30 or a multiple of 60.`,
  );
}
