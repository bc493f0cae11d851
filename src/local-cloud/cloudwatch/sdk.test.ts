import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  DescribeAlarmsCommand,
  DescribeAlarmsForMetricCommand,
  DisableAlarmActionsCommand,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  InvalidParameterCombinationException,
  InvalidParameterValueException,
  ListMetricsCommand,
  ListTagsForResourceCommand,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
  ResourceNotFound,
  ResourceNotFoundException,
  SetAlarmStateCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-cloudwatch';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Cloud } from '../cloud.js';

let cloud: Cloud;
let client: CloudWatchClient;

beforeAll(async () => {
  cloud = await Cloud.start();
  client = new CloudWatchClient({
    endpoint: cloud.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
    maxAttempts: 1,
  });
});

afterAll(async () => {
  client.destroy();
  await cloud.stop();
});

const minute = 60_000;
const thisMinute = Math.floor(Date.now() / minute) * minute;
const minutesAgo = (n: number) => new Date(thisMinute - n * minute);

describe('metrics through the SDK', () => {
  test('values, counts and statistic sets add up, and units are told apart', async () => {
    await client.send(
      new PutMetricDataCommand({
        Namespace: 'Forms',
        MetricData: [
          { MetricName: 'M', Value: 4, Timestamp: minutesAgo(2), Unit: 'Count' },
          { MetricName: 'M', Values: [1, 10], Counts: [2, 3], Timestamp: minutesAgo(2), Unit: 'Count' },
          { MetricName: 'M', Value: 7, Timestamp: minutesAgo(2), Unit: 'Seconds' },
          {
            MetricName: 'M',
            StatisticValues: { SampleCount: 2, Sum: 3, Minimum: 1, Maximum: 2 },
            Timestamp: minutesAgo(1),
            Unit: 'Count',
          },
        ],
      }),
    );
    const { Datapoints, Label } = await client.send(
      new GetMetricStatisticsCommand({
        Namespace: 'Forms',
        MetricName: 'M',
        StartTime: minutesAgo(3),
        EndTime: minutesAgo(0),
        Period: 60,
        Statistics: ['SampleCount', 'Sum', 'Average', 'Minimum', 'Maximum'],
      }),
    );
    expect(Label).toBe('M');
    expect(Datapoints).toEqual([
      { Timestamp: minutesAgo(2), Unit: 'Count', SampleCount: 6, Sum: 36, Average: 6, Minimum: 1, Maximum: 10 },
      { Timestamp: minutesAgo(2), Unit: 'Seconds', SampleCount: 1, Sum: 7, Average: 7, Minimum: 7, Maximum: 7 },
      { Timestamp: minutesAgo(1), Unit: 'Count', SampleCount: 2, Sum: 3, Average: 1.5, Minimum: 1, Maximum: 2 },
    ]);
    const percentiles = await client.send(
      new GetMetricStatisticsCommand({
        Namespace: 'Forms',
        MetricName: 'M',
        Unit: 'Count',
        StartTime: minutesAgo(3),
        EndTime: minutesAgo(0),
        Period: 60,
        ExtendedStatistics: ['p50', 'p99'],
      }),
    );
    expect(percentiles.Datapoints?.map((point) => point.ExtendedStatistics)).toEqual([{ p50: 4, p99: 10 }, {}]);
  });

  test('GetMetricData answers metrics and expressions, newest first or oldest first, in pages', async () => {
    await client.send(
      new PutMetricDataCommand({
        Namespace: 'Data',
        MetricData: [5, 4, 3, 2, 1].map((n) => ({ MetricName: 'R', Value: n * 10, Timestamp: minutesAgo(n) })),
      }),
    );
    await client.send(
      new PutMetricDataCommand({
        Namespace: 'Data',
        MetricData: [{ MetricName: 'E', Value: 5, Timestamp: minutesAgo(5) }],
      }),
    );
    const stat = (MetricName: string) => ({ Metric: { Namespace: 'Data', MetricName }, Period: 60, Stat: 'Sum' });
    const query = {
      StartTime: minutesAgo(5),
      EndTime: minutesAgo(0),
      MetricDataQueries: [
        { Id: 'e', MetricStat: stat('E'), ReturnData: false },
        { Id: 'r', MetricStat: stat('R') },
        { Id: 'rate', Expression: '100 * FILL(e, 0) / r', Label: 'error rate' },
      ],
    };
    const newest = await client.send(new GetMetricDataCommand(query));
    expect(newest.Messages).toEqual([]);
    expect(newest.MetricDataResults).toEqual([
      {
        Id: 'r',
        Label: 'R',
        StatusCode: 'Complete',
        Values: [10, 20, 30, 40, 50],
        Timestamps: [1, 2, 3, 4, 5].map(minutesAgo),
      },
      {
        Id: 'rate',
        Label: 'error rate',
        StatusCode: 'Complete',
        Values: [0, 0, 0, 0, 10],
        Timestamps: [1, 2, 3, 4, 5].map(minutesAgo),
      },
    ]);
    const first = await client.send(
      new GetMetricDataCommand({ ...query, ScanBy: 'TimestampAscending', MaxDatapoints: 3 }),
    );
    expect(first.MetricDataResults?.map(({ Values, StatusCode }) => [Values, StatusCode])).toEqual([
      [[50, 40, 30], 'PartialData'],
      [[], 'PartialData'],
    ]);
    const rest: number[] = [];
    let token = first.NextToken;
    while (token !== undefined) {
      const next: Awaited<ReturnType<typeof page>> = await page(token);
      rest.push(...(next.MetricDataResults ?? []).flatMap(({ Values }) => Values ?? []));
      token = next.NextToken;
    }
    expect(rest).toEqual([20, 10, 10, 0, 0, 0, 0]);

    function page(NextToken: string) {
      return client.send(
        new GetMetricDataCommand({ ...query, ScanBy: 'TimestampAscending', MaxDatapoints: 3, NextToken }),
      );
    }
  });

  test('a period of five minutes begins with the start time', async () => {
    await client.send(
      new PutMetricDataCommand({
        Namespace: 'Five',
        MetricData: [1, 2, 3, 4, 5, 6, 7].map((n) => ({ MetricName: 'M', Value: 1, Timestamp: minutesAgo(n) })),
      }),
    );
    const { MetricDataResults } = await client.send(
      new GetMetricDataCommand({
        StartTime: new Date(minutesAgo(7).getTime() + 12_345),
        EndTime: minutesAgo(0),
        ScanBy: 'TimestampAscending',
        MetricDataQueries: [
          {
            Id: 'm',
            MetricStat: { Metric: { Namespace: 'Five', MetricName: 'M' }, Period: 300, Stat: 'SampleCount' },
          },
        ],
      }),
    );
    expect(MetricDataResults?.[0]).toMatchObject({ Timestamps: [minutesAgo(7), minutesAgo(2)], Values: [5, 2] });
  });

  test('ListMetrics filters by namespace, name and dimensions', async () => {
    await client.send(
      new PutMetricDataCommand({
        Namespace: 'Listed',
        MetricData: ['blue', 'green'].map((Value) => ({
          MetricName: 'M',
          Value: 1,
          Dimensions: [{ Name: 'Side', Value }],
        })),
      }),
    );
    const list = async (over: object) =>
      (await client.send(new ListMetricsCommand({ Namespace: 'Listed', ...over }))).Metrics;
    expect(await list({})).toHaveLength(2);
    expect(await list({ Dimensions: [{ Name: 'Side', Value: 'green' }] })).toEqual([
      { Namespace: 'Listed', MetricName: 'M', Dimensions: [{ Name: 'Side', Value: 'green' }] },
    ]);
    expect(await list({ Dimensions: [{ Name: 'Other' }] })).toEqual([]);
  });

  test('a body that the SDK has compressed is read', async () => {
    const data = Array.from({ length: 300 }, (_, i) => ({
      MetricName: `compressed-metric-with-a-long-name-${i}`,
      Value: i,
      Dimensions: [{ Name: 'Number', Value: String(i) }],
    }));
    await client.send(new PutMetricDataCommand({ Namespace: 'Big', MetricData: data }));
    const { Metrics } = await client.send(new ListMetricsCommand({ Namespace: 'Big' }));
    expect(Metrics).toHaveLength(300);
  });

  const datum = { MetricName: 'M', Value: 1 };
  const putRefused: [object, unknown, string | RegExp][] = [
    [
      { Value: 1, StatisticValues: { SampleCount: 1, Sum: 1, Minimum: 1, Maximum: 1 } },
      InvalidParameterCombinationException,
      'The parameters MetricData.member.1.Value and MetricData.member.1.StatisticValues are mutually exclusive and you have specified both.',
    ],
    [{ Value: undefined, Values: [1, 2], Counts: [1] }, InvalidParameterValueException, /must be of the same size/],
    [
      { Value: Number.NaN },
      InvalidParameterValueException,
      'The value NaN for parameter MetricData.member.1.Value is invalid.',
    ],
    [{ Timestamp: new Date(Date.now() - 15 * 86_400_000) }, InvalidParameterValueException, /past two weeks/],
    [{ Timestamp: new Date(Date.now() + 3 * 3_600_000) }, InvalidParameterValueException, /two hours in the future/],
    [{ StorageResolution: 5 }, InvalidParameterValueException, /StorageResolution is invalid/],
  ];
  test.each(putRefused)('PutMetricData of %p is refused', async (over, error, message) => {
    const put = client.send(new PutMetricDataCommand({ Namespace: 'Refused', MetricData: [{ ...datum, ...over }] }));
    await expect(put).rejects.toBeInstanceOf(error);
    await expect(put).rejects.toMatchObject({ message: expect.stringMatching(message) });
  });

  test('the namespaces of AWS cannot be written to', async () => {
    const put = client.send(new PutMetricDataCommand({ Namespace: 'AWS/ApplicationELB', MetricData: [datum] }));
    await expect(put).rejects.toBeInstanceOf(InvalidParameterValueException);
  });

  test('data of two weeks ago is accepted and found', async () => {
    const Timestamp = new Date(Date.now() - 13.9 * 86_400_000);
    await client.send(new PutMetricDataCommand({ Namespace: 'Old', MetricData: [{ ...datum, Timestamp }] }));
    const { Datapoints } = await client.send(
      new GetMetricStatisticsCommand({
        Namespace: 'Old',
        MetricName: 'M',
        StartTime: new Date(Timestamp.getTime() - minute),
        EndTime: new Date(Timestamp.getTime() + minute),
        Period: 60,
        Statistics: ['Sum'],
      }),
    );
    expect(Datapoints).toHaveLength(1);
  });

  test('reading backwards, without a statistic, or more than 1,440 points is refused', async () => {
    const read = (over: object) =>
      client.send(
        new GetMetricStatisticsCommand({
          Namespace: 'N',
          MetricName: 'M',
          StartTime: minutesAgo(5),
          EndTime: minutesAgo(0),
          Period: 60,
          Statistics: ['Sum'],
          ...over,
        }),
      );
    await expect(read({ EndTime: minutesAgo(6) })).rejects.toThrow('StartTime must be less than the parameter EndTime');
    await expect(read({ Statistics: undefined })).rejects.toBeInstanceOf(InvalidParameterCombinationException);
    await expect(read({ StartTime: minutesAgo(1441) })).rejects.toThrow('up to 1,441 datapoints');
  });
});

describe('alarms through the SDK', () => {
  const alarm = (AlarmName: string, over: object = {}) =>
    new PutMetricAlarmCommand({
      AlarmName,
      Namespace: 'N',
      MetricName: 'M',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 30,
      ComparisonOperator: 'GreaterThanThreshold',
      ...over,
    });

  test('a new alarm is described as AWS describes it', async () => {
    await client.send(alarm('minimal'));
    const { MetricAlarms, CompositeAlarms } = await client.send(new DescribeAlarmsCommand({ AlarmNames: ['minimal'] }));
    expect(CompositeAlarms).toEqual([]);
    expect(MetricAlarms).toEqual([
      {
        AlarmName: 'minimal',
        AlarmArn: 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:minimal',
        AlarmConfigurationUpdatedTimestamp: expect.any(Date),
        ActionsEnabled: true,
        OKActions: [],
        AlarmActions: [],
        InsufficientDataActions: [],
        StateValue: 'INSUFFICIENT_DATA',
        StateReason: 'Unchecked: Initial alarm creation',
        StateUpdatedTimestamp: expect.any(Date),
        StateTransitionedTimestamp: expect.any(Date),
        MetricName: 'M',
        Namespace: 'N',
        Statistic: 'Sum',
        Dimensions: [],
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 30,
        ComparisonOperator: 'GreaterThanThreshold',
      },
    ]);
  });

  test('alarms are found by prefix, state and action, a page at a time', async () => {
    for (let i = 0; i < 5; i++) {
      await client.send(alarm(`page-${i}`, i === 0 ? { AlarmActions: ['arn:aws:sns:eu-west-1:1:topic'] } : {}));
    }
    const names = async (input: object) => {
      const output = await client.send(new DescribeAlarmsCommand({ AlarmNamePrefix: 'page-', ...input }));
      return [output.MetricAlarms?.map(({ AlarmName }) => AlarmName), output.NextToken] as const;
    };
    expect((await names({ ActionPrefix: 'arn:aws:sns' }))[0]).toEqual(['page-0']);
    expect((await names({ StateValue: 'ALARM' }))[0]).toEqual([]);
    const [first, NextToken] = await names({ MaxRecords: 3 });
    const [second, end] = await names({ MaxRecords: 3, NextToken });
    expect([first, second, end]).toEqual([['page-0', 'page-1', 'page-2'], ['page-3', 'page-4'], undefined]);
  });

  test('actions, tags and deletion', async () => {
    await client.send(alarm('tagged', { Tags: [{ Key: 'a', Value: '1' }] }));
    const describe = async () =>
      (await client.send(new DescribeAlarmsCommand({ AlarmNames: ['tagged'] }))).MetricAlarms?.[0];
    await client.send(new DisableAlarmActionsCommand({ AlarmNames: ['tagged'] }));
    expect((await describe())?.ActionsEnabled).toBe(false);
    const ResourceARN = (await describe())?.AlarmArn ?? '';
    await client.send(new TagResourceCommand({ ResourceARN, Tags: [{ Key: 'b', Value: '2' }] }));
    await client.send(new UntagResourceCommand({ ResourceARN, TagKeys: ['a'] }));
    expect((await client.send(new ListTagsForResourceCommand({ ResourceARN }))).Tags).toEqual([
      { Key: 'b', Value: '2' },
    ]);
    await client.send(new DeleteAlarmsCommand({ AlarmNames: ['tagged'] }));
    expect(await describe()).toBeUndefined();
    const tags = client.send(new ListTagsForResourceCommand({ ResourceARN }));
    await expect(tags).rejects.toBeInstanceOf(ResourceNotFoundException);
  });

  test('alarms are found by their metric', async () => {
    const Dimensions = [{ Name: 'TargetGroup', Value: 'green' }];
    await client.send(alarm('of-green', { Dimensions, Namespace: 'For', MetricName: 'Metric' }));
    await client.send(alarm('of-none', { Namespace: 'For', MetricName: 'Metric' }));
    const { MetricAlarms } = await client.send(
      new DescribeAlarmsForMetricCommand({ Namespace: 'For', MetricName: 'Metric', Dimensions }),
    );
    expect(MetricAlarms?.map(({ AlarmName }) => AlarmName)).toEqual(['of-green']);
  });

  test('setting the state of an unknown alarm is ResourceNotFound, and to an unknown state a validation error', async () => {
    const set = (AlarmName: string, StateValue: string) =>
      client.send(new SetAlarmStateCommand({ AlarmName, StateValue: StateValue as 'OK', StateReason: 'x' }));
    await expect(set('never-was', 'OK')).rejects.toBeInstanceOf(ResourceNotFound);
    await client.send(alarm('state'));
    await expect(set('state', 'INVALID')).rejects.toMatchObject({
      name: expect.stringMatching(/^Validation(Error|Exception)$/),
      message: expect.stringMatching(
        /^1 validation error detected: Value 'INVALID' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: \[/,
      ),
    });
  });
});
