import { type AlarmRules, type AlarmState, type Comparison, isBreaching, type Verdict } from './alarm-evaluation.js';

/**
 * StateReason and StateReasonData of a metric alarm, in the words AWS uses. Pure. There is no page that lists the
 * wording; it is what DescribeAlarms and notifications of real alarms show, for example in
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 */
const relation: Readonly<Record<Comparison, string>> = {
  GreaterThanOrEqualToThreshold: 'greater than or equal to',
  GreaterThanThreshold: 'greater than',
  LessThanThreshold: 'less than',
  LessThanOrEqualToThreshold: 'less than or equal to',
};

/**
 * @param was the state before, for the "(minimum 2 datapoints for OK -> ALARM transition)" of an M-out-of-N alarm
 * @param namesM whether DatapointsToAlarm was given, which changes the wording
 */
export function stateReason(
  rules: AlarmRules,
  state: AlarmState,
  verdict: Verdict,
  was: AlarmState,
  namesM: boolean,
): string {
  const n = rules.evaluationPeriods;
  if (state === 'INSUFFICIENT_DATA') {
    return `Insufficient Data: ${verdict.filled} ${verdict.filled === 1 ? 'datapoint was' : 'datapoints were'} unknown.`;
  }
  const real = verdict.evaluated.filter((point) => point.value !== undefined);
  const filling = rules.missingData === 'breaching' ? 'Breaching' : 'NonBreaching';
  const treats = rules.missingData === 'breaching' || rules.missingData === 'notBreaching';
  const filled = `${verdict.filled} missing ${verdict.filled === 1 ? 'datapoint was' : 'datapoints were'} treated as [${filling}]`;
  if (real.length === 0) {
    return `Threshold Crossed: no datapoints were received for ${n} ${n === 1 ? 'period' : 'periods'} and ${filled}.`;
  }
  const wanted = real.filter((point) => isBreaching(rules, point.value as number) === (state === 'ALARM'));
  // Filled points may have decided alone: then the ones that are there are told as they are.
  const shown = wanted.length > 0 ? wanted : real;
  const not = shown.every((point) => isBreaching(rules, point.value as number)) ? '' : 'not ';
  const list = shown.map((point) => `${double(point.value as number)} (${stamp(point.at)})`).join(', ');
  const many = shown.length !== 1;
  const subject = namesM
    ? `${shown.length} out of the last ${n} datapoints [${list}] ${many ? 'were' : 'was'}`
    : `${shown.length} ${many ? 'datapoints' : 'datapoint'} [${list}] ${many ? 'were' : 'was'}`;
  const crossing = `${not}${relation[rules.comparison]} the threshold (${double(rules.threshold)})`;
  const needed = state === 'ALARM' ? rules.datapointsToAlarm : n - rules.datapointsToAlarm + 1;
  const minimum = namesM
    ? ` (minimum ${needed} ${needed === 1 ? 'datapoint' : 'datapoints'} for ${was} -> ${state} transition)`
    : '';
  const also = verdict.filled > 0 && treats ? ` and ${filled}` : '';
  return `Threshold Crossed: ${subject} ${crossing}${minimum}${also}.`;
}

/** The JSON of StateReasonData. */
export function stateReasonData(
  rules: AlarmRules,
  verdict: Verdict,
  metric: { statistic?: string | undefined; periodMs: number; unit?: string | undefined },
  now: number,
): string {
  const real = verdict.evaluated.filter((point) => point.value !== undefined);
  const start = real.at(-1);
  return JSON.stringify({
    version: '1.0',
    queryDate: isoStamp(now),
    ...(start === undefined ? {} : { startDate: isoStamp(start.at) }),
    ...(metric.unit === undefined ? {} : { unit: metric.unit }),
    ...(metric.statistic === undefined ? {} : { statistic: metric.statistic }),
    period: metric.periodMs / 1000,
    recentDatapoints: real.map((point) => point.value).reverse(),
    threshold: rules.threshold,
    evaluatedDatapoints: verdict.evaluated.map((point) => ({
      timestamp: isoStamp(point.at),
      ...(point.sampleCount === undefined ? {} : { sampleCount: point.sampleCount }),
      ...(point.value === undefined ? {} : { value: point.value }),
    })),
  });
}

/** AWS prints numbers as Java does: 2.0, not 2. */
function double(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(1) : String(value);
}

/** 26/10/23 16:42:00, UTC. */
function stamp(at: number): string {
  const iso = new Date(at).toISOString();
  return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(2, 4)} ${iso.slice(11, 19)}`;
}

/** 2023-10-26T16:43:12.345+0000. */
export function isoStamp(at: number): string {
  return new Date(at).toISOString().replace('Z', '+0000');
}
