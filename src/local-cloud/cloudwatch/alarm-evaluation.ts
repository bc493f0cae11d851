/**
 * From data points to the state of a metric alarm. Pure.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 *
 * CloudWatch looks at more data points than the alarm has evaluation periods (the evaluation range), uses the newest
 * real ones, and fills in for missing ones only what is then still lacking.
 */
export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
export type MissingData = 'missing' | 'ignore' | 'breaching' | 'notBreaching';
export type Comparison =
  | 'GreaterThanOrEqualToThreshold'
  | 'GreaterThanThreshold'
  | 'LessThanThreshold'
  | 'LessThanOrEqualToThreshold';

/** One period of the evaluation range. */
export interface DataPoint {
  /** Start of the period, epoch ms. */
  readonly at: number;
  /** Undefined when the period has no data. */
  readonly value: number | undefined;
  readonly sampleCount?: number | undefined;
}

export interface AlarmRules {
  readonly comparison: Comparison;
  readonly threshold: number;
  /** N. */
  readonly evaluationPeriods: number;
  /** M. */
  readonly datapointsToAlarm: number;
  readonly missingData: MissingData;
  /** Too few samples for a percentile: the state stays. Undefined when samples do not matter. */
  readonly samplesAtLeast?: number | undefined;
}

export interface Verdict {
  /** Undefined: the alarm keeps the state it has. */
  readonly state: AlarmState | undefined;
  /** The data points that decided, newest first; a filled one has no value. */
  readonly evaluated: readonly DataPoint[];
  /** How many of them had to be filled in. */
  readonly filled: number;
}

/**
 * How many of the newest periods are looked at. AWS says "a higher number than Evaluation Periods" and that the exact
 * number is its own; its example has 5 for 3.
 */
export function evaluationRange(evaluationPeriods: number): number {
  return evaluationPeriods + 2;
}

/** @param points the evaluation range, in any order, one entry per period. */
export function evaluateAlarm(rules: AlarmRules, points: readonly DataPoint[]): Verdict {
  const newestFirst = [...points].sort((a, b) => b.at - a.at);
  const real = newestFirst.filter((point) => point.value !== undefined);
  const { evaluationPeriods, datapointsToAlarm } = rules;

  if (real.length >= evaluationPeriods) {
    const evaluated = real.slice(0, evaluationPeriods);
    if (tooFewSamples(rules, evaluated)) return { state: undefined, evaluated, filled: 0 };
    return { state: threshold(breachingAmong(rules, evaluated), datapointsToAlarm), evaluated, filled: 0 };
  }

  const filled = evaluationPeriods - real.length;
  const missing = newestFirst.filter((point) => point.value === undefined).slice(0, filled);
  const evaluated = [...real, ...missing].sort((a, b) => b.at - a.at);
  if (real.length > 0 && tooFewSamples(rules, real)) return { state: undefined, evaluated, filled };
  const breaching = breachingAmong(rules, real);
  return { state: filledIn(rules, newestFirst, real.length, breaching, filled), evaluated, filled };
}

function filledIn(
  rules: AlarmRules,
  newestFirst: readonly DataPoint[],
  real: number,
  breaching: number,
  filled: number,
): AlarmState | undefined {
  const { datapointsToAlarm, missingData } = rules;
  if (missingData === 'breaching') return threshold(breaching + filled, datapointsToAlarm);
  if (missingData === 'notBreaching') return threshold(breaching, datapointsToAlarm);
  const stay = missingData === 'ignore' ? undefined : 'INSUFFICIENT_DATA';
  if (real === 0) return stay;
  if (breaching >= datapointsToAlarm) return 'ALARM';
  if (breaching < real) return 'OK';
  // All there is breaches, but there is less than M of it. "The oldest available breaching datapoint ... at least as
  // old as the value of Datapoints to Alarm, and all other more recent data points are breaching or missing": ALARM.
  const oldest = newestFirst.findLastIndex((point) => point.value !== undefined);
  if (oldest + 1 >= datapointsToAlarm) return missingData === 'ignore' ? undefined : 'ALARM';
  // Younger than that the next point may still be a good one: not ALARM yet.
  return stay;
}

export function isBreaching(rules: Pick<AlarmRules, 'comparison' | 'threshold'>, value: number): boolean {
  switch (rules.comparison) {
    case 'GreaterThanOrEqualToThreshold':
      return value >= rules.threshold;
    case 'GreaterThanThreshold':
      return value > rules.threshold;
    case 'LessThanThreshold':
      return value < rules.threshold;
    case 'LessThanOrEqualToThreshold':
      return value <= rules.threshold;
  }
}

/**
 * Fewer samples than this make a percentile noise: "10/(1-percentile)" from 0.5 on, "10/percentile" below.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/percentiles-with-low-samples.html
 */
export function samplesForPercentile(percent: number): number {
  const share = percent / 100;
  // Rounded, for 10 / (1 - 0.99) is 999.99… in floating point.
  return Math.round((share >= 0.5 ? 10 / (1 - share) : 10 / share) * 1e6) / 1e6;
}

function breachingAmong(rules: AlarmRules, points: readonly DataPoint[]): number {
  return points.filter(({ value }) => value !== undefined && isBreaching(rules, value)).length;
}

function threshold(breaching: number, datapointsToAlarm: number): AlarmState {
  return breaching >= datapointsToAlarm ? 'ALARM' : 'OK';
}

function tooFewSamples(rules: AlarmRules, points: readonly DataPoint[]): boolean {
  if (rules.samplesAtLeast === undefined) return false;
  return points.reduce((sum, point) => sum + (point.sampleCount ?? 0), 0) < rules.samplesAtLeast;
}
