import type { AlarmReader } from '../ports/evidence.js';
import { type ClientSettings, call, clientOptions, once } from './client.js';

export function createAlarmReader(settings: ClientSettings): AlarmReader {
  const sdk = once(() => import('./sdk/cloudwatch.js'));
  const client = once(async () => new (await sdk()).CloudWatchClient(clientOptions(settings)));
  return {
    async alarms(names) {
      const { DescribeAlarmsCommand } = await sdk();
      const cloudwatch = await client();
      // Both types must be asked for, or composite alarms are silently left out.
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
      const { MetricAlarms = [], CompositeAlarms = [] } = await call('cloudwatch:DescribeAlarms', () =>
        cloudwatch.send(
          new DescribeAlarmsCommand({
            AlarmNames: [...names],
            AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
            MaxRecords: 100,
          }),
        ),
      );
      const metric = MetricAlarms.map((alarm) => {
        const stats = (alarm.Metrics ?? []).flatMap(({ MetricStat }) => MetricStat?.Metric ?? []);
        const all = alarm.MetricName === undefined ? stats : [{ ...alarm, MetricName: alarm.MetricName }];
        return {
          ...common(alarm),
          composite: false,
          metric: all.map(({ Namespace, MetricName }) => `${Namespace} ${MetricName}`).join(', '),
          dimensions: all
            .flatMap(({ Dimensions }) => Dimensions ?? [])
            .map(({ Name, Value }) => ({ name: Name ?? '', value: Value ?? '' })),
          missingData: alarm.TreatMissingData ?? 'missing',
        };
      });
      const composite = CompositeAlarms.map((alarm) => ({
        ...common(alarm),
        composite: true,
        metric: alarm.AlarmRule ?? '',
        dimensions: [],
        missingData: '',
      }));
      return [...metric, ...composite];
    },
  };
}

interface Described {
  AlarmName?: string | undefined;
  StateValue?: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA' | undefined;
  StateReason?: string | undefined;
  StateTransitionedTimestamp?: Date | undefined;
  StateUpdatedTimestamp?: Date | undefined;
}

function common(alarm: Described) {
  return {
    name: alarm.AlarmName ?? '',
    state: alarm.StateValue ?? ('INSUFFICIENT_DATA' as const),
    reason: alarm.StateReason ?? '',
    changedAt: (alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp)?.getTime() ?? 0,
  };
}
