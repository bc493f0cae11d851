import type {
  CompositeAlarm,
  DescribeAlarmHistoryInput,
  DescribeAlarmHistoryOutput,
  DescribeAlarmsForMetricInput,
  DescribeAlarmsForMetricOutput,
  DescribeAlarmsInput,
  DescribeAlarmsOutput,
  MetricAlarm,
} from '@aws-sdk/client-cloudwatch';
import { AwsError } from '../contract.js';
import { childrenOf } from './alarm-rule.js';
import type { AlarmRecord, Alarms, CompositeAlarmRecord, MetricAlarmRecord } from './alarms.js';
import { dimensionsOf } from './data-query.js';
import { keyOf } from './metric-store.js';
import { page } from './paging.js';

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
export function describeAlarms(alarms: Alarms, input: DescribeAlarmsInput): DescribeAlarmsOutput {
  if (input.AlarmNames !== undefined && input.AlarmNamePrefix !== undefined) {
    throw new AwsError('ValidationError', 'AlarmNames and AlarmNamePrefix are mutually exclusive.');
  }
  const size = recordsAtMost(input.MaxRecords);
  const related = relatives(alarms, input);
  if (related !== undefined) {
    const { items, next } = page(related, size, input.NextToken);
    return output(items, next, (alarm) => brief(alarm, input.ChildrenOfAlarmName !== undefined));
  }
  // "If you omit this parameter, only metric alarms are returned, even if composite alarms exist in the account."
  const types = input.AlarmTypes ?? ['MetricAlarm'];
  const found = alarms.all().filter((alarm) => {
    if (!types.includes(alarm.type)) return false;
    if (input.AlarmNames !== undefined && !input.AlarmNames.includes(alarm.name)) return false;
    if (input.AlarmNamePrefix !== undefined && !alarm.name.startsWith(input.AlarmNamePrefix)) return false;
    if (input.StateValue !== undefined && alarm.state !== input.StateValue) return false;
    const prefix = input.ActionPrefix;
    return prefix === undefined || actionsOf(alarm).some((action) => action.startsWith(prefix));
  });
  const { items, next } = page(found, size, input.NextToken);
  return output(items, next, (alarm) => (alarm.type === 'MetricAlarm' ? metricAlarm(alarm) : compositeAlarm(alarm)));
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmsForMetric.html */
export function describeAlarmsForMetric(
  alarms: Alarms,
  input: DescribeAlarmsForMetricInput,
): DescribeAlarmsForMetricOutput {
  const wanted = keyOf({
    namespace: input.Namespace as string,
    name: input.MetricName as string,
    dimensions: dimensionsOf(input.Dimensions),
  });
  const found = alarms.all().filter((alarm): alarm is MetricAlarmRecord => {
    if (alarm.type !== 'MetricAlarm' || alarm.input.MetricName === undefined) return false;
    const { input: own } = alarm;
    const key = keyOf({
      namespace: own.Namespace ?? '',
      name: own.MetricName ?? '',
      dimensions: dimensionsOf(own.Dimensions),
    });
    return (
      key === wanted &&
      (input.Statistic === undefined || own.Statistic === input.Statistic) &&
      (input.ExtendedStatistic === undefined || own.ExtendedStatistic === input.ExtendedStatistic) &&
      (input.Period === undefined || own.Period === input.Period) &&
      (input.Unit === undefined || own.Unit === input.Unit)
    );
  });
  return { MetricAlarms: found.map(metricAlarm) };
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmHistory.html */
export function describeAlarmHistory(alarms: Alarms, input: DescribeAlarmHistoryInput): DescribeAlarmHistoryOutput {
  const types = input.AlarmTypes ?? ['MetricAlarm'];
  const [from, to] = [input.StartDate?.getTime() ?? -Infinity, input.EndDate?.getTime() ?? Infinity];
  const found = alarms.history.all().filter((item) => {
    if (!types.includes(item.alarmType)) return false;
    if (input.AlarmName !== undefined && item.alarmName !== input.AlarmName) return false;
    if (input.HistoryItemType !== undefined && item.type !== input.HistoryItemType) return false;
    return item.at >= from && item.at <= to;
  });
  if (input.ScanBy !== 'TimestampAscending') found.reverse();
  const { items, next } = page(found, recordsAtMost(input.MaxRecords), input.NextToken);
  return {
    AlarmHistoryItems: items.map((item) => ({
      AlarmName: item.alarmName,
      AlarmType: item.alarmType,
      Timestamp: new Date(item.at),
      HistoryItemType: item.type,
      HistorySummary: item.summary,
      HistoryData: item.data,
    })),
    ...(next === undefined ? {} : { NextToken: next }),
  };
}

function recordsAtMost(given: number | undefined): number {
  const size = given ?? 50;
  if (size < 1 || size > 100) {
    const bound = size < 1 ? 'greater than or equal to 1' : 'less than or equal to 100';
    throw new AwsError(
      'ValidationError',
      `1 validation error detected: Value '${size}' at 'maxRecords' failed to satisfy constraint: Member must have value ${bound}`,
    );
  }
  return size;
}

function relatives(alarms: Alarms, input: DescribeAlarmsInput): AlarmRecord[] | undefined {
  const { ChildrenOfAlarmName: parentName, ParentsOfAlarmName: childName, MaxRecords, NextToken, ...others } = input;
  if (parentName === undefined && childName === undefined) return undefined;
  if (
    (parentName !== undefined && childName !== undefined) ||
    Object.values(others).some((value) => value !== undefined)
  ) {
    const name = parentName === undefined ? 'ParentsOfAlarmName' : 'ChildrenOfAlarmName';
    throw new AwsError(
      'ValidationError',
      `${name} cannot be used with any other parameter but MaxRecords and NextToken.`,
    );
  }
  const alarm = alarms.get((parentName ?? childName) as string);
  if (alarm === undefined) return [];
  if (childName !== undefined) return alarms.parentsOf(alarm);
  if (alarm.type !== 'CompositeAlarm') return [];
  return [...childrenOf(alarm.rule)].flatMap((name) => alarms.get(name) ?? []);
}

function output(
  alarms: readonly AlarmRecord[],
  next: string | undefined,
  show: (alarm: AlarmRecord) => MetricAlarm & CompositeAlarm,
): DescribeAlarmsOutput {
  return {
    MetricAlarms: alarms.filter(({ type }) => type === 'MetricAlarm').map(show),
    CompositeAlarms: alarms.filter(({ type }) => type === 'CompositeAlarm').map(show),
    ...(next === undefined ? {} : { NextToken: next }),
  };
}

function brief(alarm: AlarmRecord, withState: boolean): MetricAlarm & CompositeAlarm {
  const names = { AlarmName: alarm.name, AlarmArn: alarm.arn };
  return withState ? { ...names, StateValue: alarm.state, StateUpdatedTimestamp: new Date(alarm.updatedAt) } : names;
}

function actionsOf(alarm: AlarmRecord): string[] {
  const { AlarmActions, OKActions, InsufficientDataActions } = alarm.input;
  return [...(AlarmActions ?? []), ...(OKActions ?? []), ...(InsufficientDataActions ?? [])];
}

function common(alarm: AlarmRecord) {
  return {
    AlarmName: alarm.name,
    AlarmArn: alarm.arn,
    AlarmDescription: alarm.input.AlarmDescription,
    AlarmConfigurationUpdatedTimestamp: new Date(alarm.configuredAt),
    ActionsEnabled: alarm.actionsEnabled,
    OKActions: alarm.input.OKActions ?? [],
    AlarmActions: alarm.input.AlarmActions ?? [],
    InsufficientDataActions: alarm.input.InsufficientDataActions ?? [],
    StateValue: alarm.state,
    StateReason: alarm.reason,
    StateReasonData: alarm.reasonData,
    StateUpdatedTimestamp: new Date(alarm.updatedAt),
    StateTransitionedTimestamp: new Date(alarm.transitionedAt),
  };
}

export function metricAlarm(alarm: MetricAlarmRecord): MetricAlarm {
  const { Tags, AlarmName, AlarmDescription, ...configuration } = alarm.input;
  return {
    ...configuration,
    ...common(alarm),
    Dimensions: alarm.input.Dimensions ?? [],
    ...(configuration.Metrics && {
      Metrics: configuration.Metrics.map((query) => ({ ...query, ReturnData: query.ReturnData ?? true })),
    }),
  };
}

function compositeAlarm(alarm: CompositeAlarmRecord): CompositeAlarm {
  const { Tags, AlarmName, AlarmDescription, ...configuration } = alarm.input;
  return { ...configuration, ...common(alarm) };
}
