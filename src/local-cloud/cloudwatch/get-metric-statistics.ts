import type {
  Datapoint,
  GetMetricStatisticsInput,
  GetMetricStatisticsOutput,
  StandardUnit,
} from '@aws-sdk/client-cloudwatch';
import { AwsError } from '../contract.js';
import { checkedPeriodMs, dimensionsOf } from './data-query.js';
import { roundStart } from './get-metric-data.js';
import type { MetricStore } from './metric-store.js';
import { parseStatistic, statisticOf } from './statistic.js';

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html */
const dataPointsAtMost = 1_440;

/** @throws AwsError */
export function getMetricStatistics(store: MetricStore, input: GetMetricStatisticsInput): GetMetricStatisticsOutput {
  const simple = input.Statistics ?? [];
  const extended = input.ExtendedStatistics ?? [];
  if (simple.length + extended.length === 0) {
    throw new AwsError(
      'InvalidParameterCombinationException',
      'At least one of the parameters Statistics and ExtendedStatistics must be specified.',
    );
  }
  if (simple.length > 0 && extended.length > 0) {
    throw new AwsError(
      'InvalidParameterCombinationException',
      'The parameters Statistics and ExtendedStatistics are mutually exclusive and you have specified both.',
    );
  }
  const start = (input.StartTime as Date).getTime();
  const toMs = (input.EndTime as Date).getTime();
  if (start >= toMs) {
    throw new AwsError(
      'InvalidParameterValueException',
      'The parameter StartTime must be less than the parameter EndTime.',
    );
  }
  const periodMs = checkedPeriodMs(input.Period as number, 'Period', 'InvalidParameterValueException');
  const requested = Math.ceil((toMs - start) / periodMs);
  if (requested > dataPointsAtMost) {
    throw new AwsError(
      'InvalidParameterCombinationException',
      `You have requested up to ${requested.toLocaleString('en-US')} datapoints, which exceeds the limit of 1,440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.`,
    );
  }
  const parsed = extended.map((name) => {
    const statistic = parseStatistic(name);
    if (statistic === undefined) {
      throw new AwsError(
        'InvalidParameterValueException',
        `The value ${name} for parameter ExtendedStatistics.member.1 is not supported.`,
      );
    }
    return { name, statistic };
  });
  const id = {
    namespace: input.Namespace as string,
    name: input.MetricName as string,
    dimensions: dimensionsOf(input.Dimensions),
  };
  const Datapoints = store.read(id, roundStart(start, periodMs), toMs, periodMs, input.Unit).map((data): Datapoint => {
    const point: Datapoint = { Timestamp: new Date(data.at), Unit: data.unit as StandardUnit };
    for (const name of simple) {
      const value = statisticOf({ kind: name }, data.aggregate);
      if (value !== undefined) point[name] = value;
    }
    if (parsed.length > 0) {
      point.ExtendedStatistics = Object.fromEntries(
        parsed.flatMap(({ name, statistic }) => {
          const value = statisticOf(statistic, data.aggregate);
          return value === undefined ? [] : [[name, value]];
        }),
      );
    }
    return point;
  });
  return { Label: id.name, Datapoints };
}
