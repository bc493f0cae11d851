import type { MetricDatum, PutMetricDataInput } from '@aws-sdk/client-cloudwatch';
import { AwsError } from '../contract.js';
import { addStatisticSet, addValue } from './aggregate.js';
import { dimensionsOf } from './data-query.js';
import type { MetricStore } from './metric-store.js';

/**
 * PutMetricData: a value, a statistic set, or values with counts.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html
 */
const twoWeeksMs = 14 * 86_400_000;
const twoHoursMs = 2 * 3_600_000;
/** "Values must be in the range of -2^360 to 2^360." */
const largest = 2 ** 360;

/** Everything is checked before anything is kept. @throws AwsError */
export function putMetricData(store: MetricStore, input: PutMetricDataInput, now: number): void {
  const namespace = input.Namespace as string;
  if (namespace.startsWith('AWS/')) invalid(`The value ${namespace} for parameter Namespace is invalid.`);
  if (namespace.startsWith(':')) invalid(`The value ${namespace} for parameter Namespace is invalid.`);
  const data = [...(input.MetricData ?? []), ...(input.EntityMetricData ?? []).flatMap((one) => one.MetricData ?? [])];
  if (data.length === 0) {
    throw new AwsError('MissingRequiredParameterException', 'The parameter MetricData is required.');
  }
  if (data.length > 1000) {
    invalid('The collection MetricData must not have a size greater than 1000.');
  }
  data.forEach((datum, i) => {
    check(datum, `MetricData.member.${i + 1}`, now);
  });
  for (const datum of data) keep(store, namespace, datum, now);
}

function keep(store: MetricStore, namespace: string, datum: MetricDatum, now: number): void {
  const id = { namespace, name: datum.MetricName as string, dimensions: dimensionsOf(datum.Dimensions) };
  const at = datum.Timestamp?.getTime() ?? now;
  store.record(id, at, datum.Unit ?? 'None', datum.StorageResolution === 1, (into) => {
    if (datum.Value !== undefined) addValue(into, datum.Value);
    (datum.Values ?? []).forEach((value, i) => {
      addValue(into, value, datum.Counts?.[i] ?? 1);
    });
    const set = datum.StatisticValues;
    if (set !== undefined) {
      addStatisticSet(into, {
        SampleCount: set.SampleCount as number,
        Sum: set.Sum as number,
        Minimum: set.Minimum as number,
        Maximum: set.Maximum as number,
      });
    }
  });
}

function check(datum: MetricDatum, at: string, now: number): void {
  const given = (['Value', 'StatisticValues', 'Values'] as const).filter((form) => datum[form] !== undefined);
  const [first, second] = given;
  if (second !== undefined) {
    throw new AwsError(
      'InvalidParameterCombinationException',
      `The parameters ${at}.${first} and ${at}.${second} are mutually exclusive and you have specified both.`,
    );
  }
  if (first === undefined) {
    throw new AwsError(
      'MissingRequiredParameterException',
      `At least one of the parameters must be specified: ${at}.Value, ${at}.Values, ${at}.StatisticValues.`,
    );
  }
  if (datum.Value !== undefined) inRange(datum.Value, `${at}.Value`);
  (datum.Values ?? []).forEach((value, i) => {
    inRange(value, `${at}.Values.member.${i + 1}`);
  });
  if ((datum.Values?.length ?? 0) > 150) invalid(`The collection ${at}.Values must not have a size greater than 150.`);
  if (datum.Counts !== undefined && datum.Counts.length !== datum.Values?.length) {
    invalid(`The parameters ${at}.Values and ${at}.Counts must be of the same size.`);
  }
  (datum.Counts ?? []).forEach((count, i) => {
    if (!(count > 0)) invalid(`The value ${count} for parameter ${at}.Counts.member.${i + 1} is invalid.`);
  });
  const set = datum.StatisticValues;
  if (set !== undefined) {
    inRange(set.Sum as number, `${at}.StatisticValues.Sum`);
    if (!((set.SampleCount as number) > 0))
      invalid(`The value ${set.SampleCount} for parameter ${at}.StatisticValues.SampleCount is invalid.`);
    if ((set.Maximum as number) < (set.Minimum as number)) {
      invalid(
        `The parameter ${at}.StatisticValues.Maximum must be greater than or equal to ${at}.StatisticValues.Minimum.`,
      );
    }
  }
  if (datum.StorageResolution !== undefined && datum.StorageResolution !== 1 && datum.StorageResolution !== 60) {
    invalid(`The value ${datum.StorageResolution} for parameter ${at}.StorageResolution is invalid.`);
  }
  if ((datum.Dimensions?.length ?? 0) > 30)
    invalid(`The collection ${at}.Dimensions must not have a size greater than 30.`);
  const time = datum.Timestamp?.getTime();
  if (time !== undefined && (time < now - twoWeeksMs || time > now + twoHoursMs)) {
    invalid(
      `The parameter ${at}.Timestamp must specify a time within the past two weeks and no more than two hours in the future.`,
    );
  }
}

function inRange(value: number, at: string): void {
  if (!(Math.abs(value) <= largest)) invalid(`The value ${value} for parameter ${at} is invalid.`);
}

function invalid(message: string): never {
  throw new AwsError('InvalidParameterValueException', message);
}
