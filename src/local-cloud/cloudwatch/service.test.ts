import { describe, expect, test } from '@jest/globals';
import type { Clock } from '../clock.js';
import type { Call, Ground } from '../contract.js';
import { LoopbackNetwork } from '../network.js';
import { defaultSettings } from '../settings.js';
import { createCloudWatch } from './index.js';

const start = Date.UTC(2026, 10, 21, 12, 0, 0);
const call: Call = { operation: '', region: 'eu-west-1', accountId: '123456789012', principal: '' };

/** A clock that stands still until it is told to go. */
function steppedClock() {
  const timers: { every: number; next: number; deed: () => void; cancelled: boolean }[] = [];
  let now = start;
  const clock: Clock = {
    speed: 1,
    from: start,
    now: () => now,
    seconds: () => now / 1000,
    after: () => ({ cancel: () => {} }),
    every: (ms, deed) => {
      const timer = { every: ms, next: now + ms, deed, cancelled: false };
      timers.push(timer);
      return { cancel: () => Object.assign(timer, { cancelled: true }) };
    },
    sleep: async () => {},
  };
  const pass = (seconds: number) => {
    const until = now + seconds * 1000;
    for (;;) {
      const due = timers.filter((timer) => !timer.cancelled && timer.next <= until).sort((a, b) => a.next - b.next)[0];
      if (due === undefined) break;
      now = due.next;
      due.next += due.every;
      due.deed();
    }
    now = until;
  };
  return { clock, pass, running: () => timers.filter((timer) => !timer.cancelled).length };
}

function cloudWatch() {
  const { clock, pass, running } = steppedClock();
  const ground: Ground = {
    clock,
    region: 'eu-west-1',
    accountId: '123456789012',
    network: new LoopbackNetwork(),
    settings: { ...defaultSettings },
    arn: (service, resource) => `arn:aws:${service}:eu-west-1:123456789012:${resource}`,
    note: () => {},
  };
  const service = createCloudWatch(ground);
  // biome-ignore lint/suspicious/noExplicitAny: answers are read like the JSON they become
  const ask = (operation: string, input: object = {}): any => service.operations[operation]?.(input, call);
  const alarm = (name: string) =>
    ask('DescribeAlarms', { AlarmNames: [name], AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] });
  const errorsOn = (group: string, count: number, requests: number) => {
    const datum = { namespace: 'AWS/ApplicationELB', dimensions: { TargetGroup: group }, unit: 'Count' };
    service.record({ ...datum, name: 'RequestCount', value: 1, count: requests });
    if (count > 0) service.record({ ...datum, name: 'HTTPCode_Target_5XX_Count', value: 1, count });
  };
  return { service, ask, alarm, pass, running, errorsOn, now: () => clock.now() };
}

const errorAlarm = (over: object = {}) => ({
  AlarmName: 'errors',
  Namespace: 'AWS/ApplicationELB',
  MetricName: 'HTTPCode_Target_5XX_Count',
  Dimensions: [{ Name: 'TargetGroup', Value: 'green' }],
  Statistic: 'Sum',
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 5,
  ComparisonOperator: 'GreaterThanThreshold',
  ...over,
});

describe('publishing', () => {
  test('ALB data can be read 15 s after the end of its minute, own metrics at once', () => {
    const { service, ask, errorsOn, pass, now } = cloudWatch();
    errorsOn('green', 1, 10);
    ask('PutMetricData', { Namespace: 'Shop', MetricData: [{ MetricName: 'Orders', Value: 3 }] });
    const read = (Namespace: string, MetricName: string, Dimensions: object[] = []) =>
      ask('GetMetricStatistics', {
        Namespace,
        MetricName,
        Dimensions,
        Statistics: ['Sum'],
        Period: 60,
        StartTime: new Date(start),
        EndTime: new Date(now() + 60_000),
      }).Datapoints.map(({ Sum }: { Sum: number }) => Sum);
    const requests = () => read('AWS/ApplicationELB', 'RequestCount', [{ Name: 'TargetGroup', Value: 'green' }]);
    expect([requests(), read('Shop', 'Orders')]).toEqual([[], [3]]);
    expect(ask('ListMetrics').Metrics).toHaveLength(1);
    pass(74.9);
    expect(requests()).toEqual([]);
    pass(0.2);
    expect(requests()).toEqual([10]);
    expect(ask('ListMetrics').Metrics).toHaveLength(3);
    void service.stop();
  });

  test('dropped data never arrives, and data arrives again after resume or when the time is over', () => {
    const { service, errorsOn, pass, ask, now } = cloudWatch();
    const requests = () =>
      ask('GetMetricStatistics', {
        Namespace: 'AWS/ApplicationELB',
        MetricName: 'RequestCount',
        Dimensions: [{ Name: 'TargetGroup', Value: 'green' }],
        Statistics: ['Sum'],
        Period: 60,
        StartTime: new Date(start),
        EndTime: new Date(now() + 60_000),
      }).Datapoints.map(({ Sum }: { Sum: number }) => Sum);
    errorsOn('green', 0, 1);
    pass(60);
    expect(service.admin?.drop?.({ namespace: 'AWS/ApplicationELB', seconds: 60 })).toEqual({
      dropping: [{ namespace: 'AWS/ApplicationELB', until: new Date(start + 120_000).toISOString() }],
    });
    errorsOn('green', 0, 2);
    pass(60);
    errorsOn('green', 0, 3);
    pass(60);
    service.admin?.drop?.({});
    errorsOn('green', 0, 4);
    expect(service.admin?.resume?.({})).toEqual({ dropping: [] });
    errorsOn('green', 0, 5);
    pass(300);
    expect(requests()).toEqual([1, 3, 5]);
    expect(() => service.admin?.drop?.({ seconds: -1 })).toThrow('seconds must be a number above 0');
  });
});

describe('a metric alarm', () => {
  test('starts as INSUFFICIENT_DATA and stays so without data', () => {
    const { ask, alarm, pass, service } = cloudWatch();
    ask('PutMetricAlarm', errorAlarm());
    expect(service.alarmState('errors')).toBe('INSUFFICIENT_DATA');
    pass(600);
    const [one] = alarm('errors').MetricAlarms;
    expect(one).toMatchObject({
      StateValue: 'INSUFFICIENT_DATA',
      StateReason: 'Unchecked: Initial alarm creation',
      AlarmArn: 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:errors',
      ActionsEnabled: true,
    });
    expect(service.alarmState('none')).toBeUndefined();
  });

  test('goes to ALARM with the first evaluation after the minute was published, and tells why', () => {
    const { ask, alarm, pass, errorsOn, service } = cloudWatch();
    ask('PutMetricAlarm', errorAlarm({ TreatMissingData: 'notBreaching' }));
    errorsOn('green', 6, 100);
    pass(75);
    expect(service.alarmState('errors')).toBe('OK');
    pass(5);
    expect(service.alarmState('errors')).toBe('ALARM');
    const [one] = alarm('errors').MetricAlarms;
    expect(one.StateReason).toBe(
      'Threshold Crossed: 1 datapoint [6.0 (21/11/26 12:00:00)] was greater than the threshold (5.0).',
    );
    expect(JSON.parse(one.StateReasonData)).toMatchObject({ recentDatapoints: [6], period: 60, statistic: 'Sum' });
    expect(one.StateTransitionedTimestamp).toEqual(new Date(start + 80_000));
  });

  test('looks at older minutes while newer ones have no data, then treats them as missing', () => {
    const { ask, pass, errorsOn, service } = cloudWatch();
    ask('PutMetricAlarm', errorAlarm({ TreatMissingData: 'notBreaching' }));
    errorsOn('green', 6, 100);
    pass(239);
    expect(service.alarmState('errors')).toBe('ALARM');
    pass(1);
    expect(service.alarmState('errors')).toBe('OK');
  });

  test("is not touched by another target group's data", () => {
    const { ask, pass, errorsOn, service } = cloudWatch();
    ask('PutMetricAlarm', errorAlarm());
    errorsOn('blue', 1000, 1000);
    pass(120);
    expect(service.alarmState('errors')).toBe('INSUFFICIENT_DATA');
  });

  test('2 of 3 needs two bad minutes', () => {
    const { ask, pass, errorsOn, service } = cloudWatch();
    ask('PutMetricAlarm', errorAlarm({ EvaluationPeriods: 3, DatapointsToAlarm: 2 }));
    for (const errors of [1, 9, 1, 9, 1]) {
      errorsOn('green', errors, 100);
      pass(60);
    }
    // The fourth minute ended 60 s ago and was published 45 s ago.
    expect(service.alarmState('errors')).toBe('ALARM');
  });

  test('of an error rate by metric math is an ALARM at 20 % and not for the few requests of a quiet minute', () => {
    const { ask, pass, errorsOn, service } = cloudWatch();
    const stat = (Id: string, MetricName: string) => ({
      Id,
      ReturnData: false,
      MetricStat: {
        Metric: { Namespace: 'AWS/ApplicationELB', MetricName, Dimensions: [{ Name: 'TargetGroup', Value: 'green' }] },
        Period: 60,
        Stat: 'Sum',
      },
    });
    ask('PutMetricAlarm', {
      AlarmName: 'rate',
      EvaluationPeriods: 1,
      Threshold: 5,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
      Metrics: [
        stat('e', 'HTTPCode_Target_5XX_Count'),
        stat('r', 'RequestCount'),
        { Id: 'rate', Expression: 'IF(r > 20, 100 * FILL(e, 0) / r, 0)', Label: 'error rate', ReturnData: true },
      ],
    });
    errorsOn('green', 3, 10);
    pass(80);
    expect(service.alarmState('rate')).toBe('OK');
    errorsOn('green', 20, 100);
    pass(120);
    expect(service.alarmState('rate')).toBe('ALARM');
  });

  test('of a p99 with EvaluateLowSampleCountPercentile=ignore keeps its state below 1,000 samples', () => {
    const { ask, pass, service } = cloudWatch();
    const latency = (count: number) =>
      service.record({
        namespace: 'AWS/ApplicationELB',
        name: 'TargetResponseTime',
        dimensions: { TargetGroup: 'green' },
        unit: 'Seconds',
        value: 3,
        count,
      });
    const p99 = { MetricName: 'TargetResponseTime', Statistic: undefined, ExtendedStatistic: 'p99', Threshold: 1 };
    ask('PutMetricAlarm', errorAlarm({ ...p99, EvaluateLowSampleCountPercentile: 'ignore' }));
    ask('PutMetricAlarm', errorAlarm({ ...p99, AlarmName: 'always' }));
    latency(999);
    pass(80);
    expect([service.alarmState('errors'), service.alarmState('always')]).toEqual(['INSUFFICIENT_DATA', 'ALARM']);
    latency(1001);
    pass(120);
    expect(service.alarmState('errors')).toBe('ALARM');
  });

  test('of 10 s on a high-resolution metric fires within 20 s', () => {
    const { ask, pass, service } = cloudWatch();
    ask('PutMetricAlarm', errorAlarm({ Namespace: 'Shop', MetricName: 'Errors', Dimensions: [], Period: 10 }));
    ask('PutMetricData', {
      Namespace: 'Shop',
      MetricData: [{ MetricName: 'Errors', Value: 9, StorageResolution: 1 }],
    });
    pass(10);
    expect(service.alarmState('errors')).toBe('ALARM');
  });

  test('that was set by hand goes back with the next evaluation, and history tells both', () => {
    const { ask, pass, errorsOn, service } = cloudWatch();
    ask('PutMetricAlarm', errorAlarm());
    errorsOn('green', 1, 100);
    pass(80);
    ask('SetAlarmState', { AlarmName: 'errors', StateValue: 'ALARM', StateReason: 'testing' });
    expect(service.alarmState('errors')).toBe('ALARM');
    pass(10);
    expect(service.alarmState('errors')).toBe('OK');
    const items = ask('DescribeAlarmHistory', { AlarmName: 'errors' }).AlarmHistoryItems;
    expect(items.map(({ HistorySummary }: { HistorySummary: string }) => HistorySummary)).toEqual([
      'Alarm updated from ALARM to OK',
      'Alarm updated from OK to ALARM',
      'Alarm updated from INSUFFICIENT_DATA to OK',
      'Alarm "errors" created',
    ]);
    expect(JSON.parse(items[1].HistoryData)).toMatchObject({
      oldState: { stateValue: 'OK' },
      newState: { stateValue: 'ALARM', stateReason: 'testing' },
    });
    expect(service.admin?.history?.({ alarm: 'errors' })).toMatchObject({
      transitions: [
        { from: 'INSUFFICIENT_DATA', to: 'OK', at: start + 80_000 },
        { from: 'OK', to: 'ALARM', reason: 'testing' },
        { from: 'ALARM', to: 'OK' },
      ],
    });
  });

  test('keeps its state when it is put again, and its tags', () => {
    const { ask, alarm, pass, errorsOn } = cloudWatch();
    ask('PutMetricAlarm', errorAlarm({ Tags: [{ Key: 'team', Value: 'shop' }] }));
    errorsOn('green', 1, 100);
    pass(80);
    ask('PutMetricAlarm', errorAlarm({ Threshold: 7, Tags: [{ Key: 'team', Value: 'other' }] }));
    const [one] = alarm('errors').MetricAlarms;
    expect(one).toMatchObject({ StateValue: 'OK', Threshold: 7 });
    expect(ask('ListTagsForResource', { ResourceARN: one.AlarmArn }).Tags).toEqual([{ Key: 'team', Value: 'shop' }]);
  });
});

describe('what PutMetricAlarm refuses', () => {
  test.each([
    [{ Period: 45 }, /Period must be 10, 20, 30 or a multiple of 60/],
    [{ Period: 300, EvaluationPeriods: 289 }, /more than a day/],
    [{ EvaluationPeriods: 2, DatapointsToAlarm: 3 }, /DatapointsToAlarm must be less than or equal/],
    [{ Statistic: undefined }, /Either Statistic or ExtendedStatistic/],
    [{ ExtendedStatistic: 'p99' }, /Only one of/],
    [{ Statistic: undefined, ExtendedStatistic: 'p199' }, /ExtendedStatistic is not supported/],
    [{ Threshold: undefined }, /Threshold/],
    [{ TreatMissingData: 'bad' }, /TreatMissingData is not supported/],
    [{ EvaluateLowSampleCountPercentile: 'maybe' }, /Supported options/],
    [{ MetricName: undefined }, /Either MetricName or Metrics/],
    [{ Metrics: [] }, /must not be specified when Metrics is specified/],
    [{ ComparisonOperator: 'LessThanLowerThreshold' }, /does not evaluate .*anomaly/],
  ])('%p', (over, message) => {
    const { ask } = cloudWatch();
    expect(() => ask('PutMetricAlarm', errorAlarm(over))).toThrow(message);
  });

  test('metric math that returns nothing, two results, an unknown id, or mixes periods', () => {
    const { ask } = cloudWatch();
    const base = { AlarmName: 'm', EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: 'GreaterThanThreshold' };
    const metric = (Id: string, ReturnData: boolean, Period = 60) => ({
      Id,
      ReturnData,
      MetricStat: { Metric: { Namespace: 'N', MetricName: 'M' }, Period, Stat: 'Sum' },
    });
    const put = (Metrics: object[]) => () => ask('PutMetricAlarm', { ...base, Metrics });
    expect(put([metric('a', false)])).toThrow('Exactly one element of the metrics list should return data.');
    expect(put([metric('a', true), metric('b', true)])).toThrow('Exactly one element');
    expect(put([metric('a', false), { Id: 'x', Expression: 'a + b' }])).toThrow(
      "Error in expression 'x': undefined variable 'b'",
    );
    expect(put([metric('a', false, 60), metric('b', false, 300), { Id: 'x', Expression: 'a + b' }])).toThrow(
      'same period',
    );
  });
});

describe('a composite alarm', () => {
  const put = () => {
    const cloud = cloudWatch();
    cloud.ask('PutMetricAlarm', errorAlarm({ AlarmName: 'a' }));
    cloud.ask('PutMetricAlarm', errorAlarm({ AlarmName: 'b', MetricName: 'Other' }));
    cloud.ask('PutCompositeAlarm', { AlarmName: 'both', AlarmRule: 'ALARM(a) OR ALARM(b)' });
    return cloud;
  };

  test('is described only when asked for, follows its children and says which one moved it', () => {
    const { ask, alarm, pass, service } = put();
    expect(ask('DescribeAlarms').CompositeAlarms).toEqual([]);
    expect(service.alarmState('both')).toBe('INSUFFICIENT_DATA');
    pass(10);
    expect(service.alarmState('both')).toBe('OK');
    ask('SetAlarmState', { AlarmName: 'b', StateValue: 'ALARM', StateReason: 'x' });
    const [both] = alarm('both').CompositeAlarms;
    expect(both.StateValue).toBe('ALARM');
    expect(both.StateReason).toBe(
      'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:b transitioned to ALARM at Saturday 21 November, 2026 12:00:10 UTC',
    );
    expect(JSON.parse(both.StateReasonData).triggeringAlarms[0].state.value).toBe('ALARM');
    pass(10);
    // `b` keeps the state it was set to: without data its evaluation says INSUFFICIENT_DATA.
    expect([service.alarmState('b'), service.alarmState('both')]).toEqual(['INSUFFICIENT_DATA', 'OK']);
  });

  test('set by hand stays so until a child changes', () => {
    const { ask, pass, service } = put();
    pass(10);
    ask('SetAlarmState', { AlarmName: 'both', StateValue: 'ALARM', StateReason: 'x' });
    pass(120);
    expect(service.alarmState('both')).toBe('ALARM');
    ask('SetAlarmState', { AlarmName: 'a', StateValue: 'OK', StateReason: 'x' });
    expect(service.alarmState('both')).toBe('OK');
  });

  test('knows its children, they know their parent, and a child cannot be deleted before it', () => {
    const { ask } = put();
    expect(ask('DescribeAlarms', { ChildrenOfAlarmName: 'both' }).MetricAlarms).toHaveLength(2);
    expect(ask('DescribeAlarms', { ParentsOfAlarmName: 'a' }).CompositeAlarms).toMatchObject([{ AlarmName: 'both' }]);
    expect(() => ask('DeleteAlarms', { AlarmNames: ['a'] })).toThrow('composite alarm(s) depending on it: [both]');
    ask('DeleteAlarms', { AlarmNames: ['both', 'a', 'never-was'] });
    expect(ask('DescribeAlarms').MetricAlarms).toMatchObject([{ AlarmName: 'b' }]);
  });

  test('of alarms that do not exist is refused, and so is a rule that cannot be read', () => {
    const { ask } = put();
    expect(() => ask('PutCompositeAlarm', { AlarmName: 'c', AlarmRule: 'ALARM(a) AND OK(zzz)' })).toThrow(
      'Could not save the composite alarm as alarms [zzz] in the alarm rule do not exist',
    );
    expect(() => ask('PutCompositeAlarm', { AlarmName: 'c', AlarmRule: 'ALARM a' })).toThrow('Invalid AlarmRule');
  });
});

test('nothing of it runs on after stop', async () => {
  const { service, running } = cloudWatch();
  expect(running()).toBe(2);
  await service.stop();
  expect(running()).toBe(0);
});

describe('the response times of target groups', () => {
  test('are told as the percentiles of each group by itself, for a whole minute', () => {
    const { ask, pass, service } = cloudWatch();
    const answered = (TargetGroup: string, value: number, count: number) => {
      const datum = { namespace: 'AWS/ApplicationELB', name: 'TargetResponseTime', unit: 'Seconds' };
      service.record({ ...datum, dimensions: { TargetGroup }, value, count });
    };
    answered('blue', 0.01, 1_000);
    for (const [value, count] of [
      [0.02, 910],
      [0.05, 15],
      [0.1, 15],
      [0.2, 40],
      [1, 20],
    ] as const)
      answered('green', value, count);
    pass(180);
    const percentiles = ['p50', 'p90', 'p92', 'p93', 'p94', 'p95', 'p99'];
    const of = (group: string): number[][] =>
      ask('GetMetricData', {
        StartTime: new Date(start),
        EndTime: new Date(start + 60_000),
        MetricDataQueries: percentiles.map((Stat) => ({
          Id: Stat,
          MetricStat: {
            Metric: {
              Namespace: 'AWS/ApplicationELB',
              MetricName: 'TargetResponseTime',
              Dimensions: [{ Name: 'TargetGroup', Value: group }],
            },
            Period: 60,
            Stat,
          },
        })),
      }).MetricDataResults.map(({ Values }: { Values: number[] }) => Values);
    expect(of('blue').flat()).toEqual(percentiles.map(() => 0.01));
    expect(of('green')).toEqual([[0.02], [0.02], [0.05], [0.1], [0.1], [0.2], [1]]);
  });
});
