import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import { AwsError } from '../contract.js';
import type { AlarmRules, Comparison, MissingData } from './alarm-evaluation.js';
import { samplesForPercentile } from './alarm-evaluation.js';
import { dataQueries } from './data-query.js';
import { idsIn, MathError, parseMath } from './math-parse.js';
import { type DataQuery, periodOf } from './query-evaluation.js';
import { parseStatistic } from './statistic.js';

/**
 * What PutMetricAlarm asks for, checked.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
export interface MetricAlarmDefinition {
  readonly rules: AlarmRules;
  readonly queries: readonly DataQuery[];
  /** The query that the alarm watches. */
  readonly watchedId: string;
  readonly periodMs: number;
  readonly statistic: string | undefined;
  readonly unit: string | undefined;
  /** DatapointsToAlarm was given. */
  readonly namesM: boolean;
}

const comparisons: readonly string[] = [
  'GreaterThanOrEqualToThreshold',
  'GreaterThanThreshold',
  'LessThanThreshold',
  'LessThanOrEqualToThreshold',
];
const missingData: readonly string[] = ['breaching', 'notBreaching', 'ignore', 'missing'];
const dayMs = 86_400_000;

function refuse(message: string): never {
  throw new AwsError('ValidationError', message);
}

/** @throws AwsError (ValidationError) */
export function defineMetricAlarm(input: PutMetricAlarmInput): MetricAlarmDefinition {
  refuseWhatIsNotEvaluated(input);
  const queries = input.Metrics === undefined ? [singleMetric(input)] : metricsList(input);
  const watched = queries.find((query) => query.returnData) as DataQuery;
  const periodMs = watched.periodMs ?? periodOf(queries);
  const n = input.EvaluationPeriods as number;
  const m = input.DatapointsToAlarm ?? n;
  if (!(n >= 1))
    refuse(
      `Value '${n}' at 'evaluationPeriods' failed to satisfy constraint: Member must have value greater than or equal to 1`,
    );
  if (m < 1)
    refuse(
      `Value '${m}' at 'datapointsToAlarm' failed to satisfy constraint: Member must have value greater than or equal to 1`,
    );
  if (m > n) refuse('DatapointsToAlarm must be less than or equal to EvaluationPeriods.');
  const spanMs = n * periodMs;
  if (periodMs < 3_600_000 && spanMs > dayMs) {
    refuse('Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400).');
  }
  if (spanMs > 7 * dayMs) {
    refuse('Metrics cannot be checked across more than seven days (EvaluationPeriods * Period must be <= 604800).');
  }
  if (input.Threshold === undefined) refuse('The parameter Threshold must be specified.');
  if (input.TreatMissingData !== undefined && !missingData.includes(input.TreatMissingData)) {
    refuse(
      `The value ${input.TreatMissingData} for parameter TreatMissingData is not supported. Supported values are ${missingData.join(', ')}.`,
    );
  }
  const low = input.EvaluateLowSampleCountPercentile;
  if (low !== undefined && low !== 'evaluate' && low !== 'ignore') {
    refuse(
      `Option ${low} is not supported. Supported options for parameter EvaluateLowSampleCountPercentile are evaluate and ignore.`,
    );
  }
  const percentile = 'metric' in watched ? parseStatistic(watched.stat) : undefined;
  const rules: AlarmRules = {
    comparison: input.ComparisonOperator as Comparison,
    threshold: input.Threshold,
    evaluationPeriods: n,
    datapointsToAlarm: m,
    missingData: treatment(input, queries),
    samplesAtLeast:
      low === 'ignore' && percentile?.kind === 'percentile' ? samplesForPercentile(percentile.percent) : undefined,
  };
  return {
    rules,
    queries,
    watchedId: watched.id,
    periodMs,
    statistic: input.Statistic ?? input.ExtendedStatistic,
    unit: input.Unit,
    namesM: input.DatapointsToAlarm !== undefined,
  };
}

/** "Alarms that evaluate metrics in the AWS/DynamoDB namespace always ignore missing data." */
function treatment(input: PutMetricAlarmInput, queries: readonly DataQuery[]): MissingData {
  const dynamo = queries.some((query) => 'metric' in query && query.metric.namespace === 'AWS/DynamoDB');
  return dynamo ? 'ignore' : ((input.TreatMissingData as MissingData | undefined) ?? 'missing');
}

function refuseWhatIsNotEvaluated(input: PutMetricAlarmInput): void {
  const { ComparisonOperator } = input;
  const beyond =
    (input.ThresholdMetricId !== undefined && 'ThresholdMetricId (anomaly detection)') ||
    (ComparisonOperator !== undefined &&
      !comparisons.includes(ComparisonOperator) &&
      `ComparisonOperator ${ComparisonOperator} (anomaly detection)`) ||
    (input.EvaluationCriteria !== undefined && 'EvaluationCriteria (PromQL)') ||
    (input.EvaluationWindow !== undefined && 'EvaluationWindow') ||
    (input.WarmUpConfiguration !== undefined && 'WarmUpConfiguration');
  if (beyond) refuse(`The local cloud does not evaluate alarms with ${beyond}.`);
  if (ComparisonOperator === undefined) refuse('The parameter ComparisonOperator must be specified.');
}

function singleMetric(input: PutMetricAlarmInput): DataQuery {
  if (input.MetricName === undefined) refuse('Either MetricName or Metrics must be specified.');
  if (input.Namespace === undefined) refuse('The parameter Namespace must be specified when MetricName is specified.');
  if (input.Statistic !== undefined && input.ExtendedStatistic !== undefined) {
    refuse('Only one of Statistic and ExtendedStatistic may be specified.');
  }
  const stat = input.Statistic ?? input.ExtendedStatistic;
  if (stat === undefined) refuse('Either Statistic or ExtendedStatistic must be specified.');
  if (parseStatistic(stat) === undefined) {
    throw new AwsError(
      'InvalidParameterValueException',
      `The value ${stat} for parameter ${input.Statistic === undefined ? 'ExtendedStatistic' : 'Statistic'} is not supported.`,
    );
  }
  if (input.Period === undefined) refuse('The parameter Period must be specified.');
  checkPeriod(input.Period);
  const dimensions = Object.fromEntries((input.Dimensions ?? []).map(({ Name, Value }) => [Name, Value ?? '']));
  return {
    id: 'metric',
    returnData: true,
    metric: { namespace: input.Namespace, name: input.MetricName, dimensions },
    stat,
    periodMs: input.Period * 1000,
    unit: input.Unit,
  };
}

function metricsList(input: PutMetricAlarmInput): DataQuery[] {
  for (const name of [
    'MetricName',
    'Namespace',
    'Dimensions',
    'Period',
    'Unit',
    'Statistic',
    'ExtendedStatistic',
  ] as const) {
    if (input[name] !== undefined) refuse(`${name} must not be specified when Metrics is specified.`);
  }
  const queries = dataQueries(input.Metrics ?? []);
  if (queries.filter((query) => query.returnData).length !== 1) {
    refuse('Exactly one element of the metrics list should return data.');
  }
  const metrics = queries.filter((query) => 'metric' in query);
  if (metrics.length === 0) refuse('Invalid metrics list: no metric is retrieved.');
  // "A math expression used for an alarm can include as many as 10 metrics. Each metric must be using the same period."
  if (metrics.length > 10) refuse('Invalid metrics list: more than 10 metrics.');
  if (new Set(metrics.map((query) => query.periodMs)).size > 1) {
    refuse('Invalid metrics list: all metrics must have the same period.');
  }
  for (const query of queries) {
    if (query.periodMs !== undefined) checkPeriod(query.periodMs / 1000);
    if ('metric' in query) continue;
    try {
      for (const id of idsIn(parseMath(query.expression))) {
        if (!queries.some((other) => other.id === id)) throw new MathError(`undefined variable '${id}'`);
      }
    } catch (error) {
      if (error instanceof MathError) refuse(`Error in expression '${query.id}': ${error.message}`);
      throw error;
    }
  }
  return queries;
}

function checkPeriod(seconds: number): void {
  if (seconds === 10 || seconds === 20 || seconds === 30) return;
  if (seconds > 0 && seconds % 60 === 0) return;
  refuse('Period must be 10, 20, 30 or a multiple of 60.');
}
