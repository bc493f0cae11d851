import type { CloudService, Ground, Metrics } from '../contract.js';
import * as sdk from '../sdk/cloudwatch.js';
import { addValue } from './aggregate.js';
import { alarmOperations } from './alarm-operations.js';
import { Alarms } from './alarms.js';
import { cloudWatchFaults } from './faults.js';
import { getMetricData } from './get-metric-data.js';
import { getMetricStatistics } from './get-metric-statistics.js';
import { listMetrics } from './list-metrics.js';
import { MetricStore } from './metric-store.js';
import { putMetricData } from './put-metric-data.js';

const pruneMs = 600_000;

/** CloudWatch: metrics, metric math and alarms. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/ */
export function createCloudWatch(ground: Ground): CloudService & Metrics {
  const now = () => ground.clock.now();
  const store = new MetricStore(now, () => ground.settings.metricDelayMs);
  const alarms = new Alarms(store, (name) => ground.arn('cloudwatch', `alarm:${name}`), ground.note);
  const evaluation = ground.clock.every(ground.settings.alarmEvaluationMs, () => alarms.evaluate(now()));
  const pruning = ground.clock.every(pruneMs, () => store.prune());

  return {
    id: 'cloudwatch',
    sdk,
    wire: { protocol: 'json', version: '1.0', target: 'GraniteServiceVersion20100801', queryCompatible: true },
    signingName: 'monitoring',
    operations: {
      ...alarmOperations(alarms, now),
      PutMetricData: (input) => putMetricData(store, input, now()),
      GetMetricData: (input) => getMetricData(store, input),
      GetMetricStatistics: (input) => getMetricStatistics(store, input),
      ListMetrics: (input) => listMetrics(store, input, now()),
    },
    admin: cloudWatchFaults(store, alarms, now),
    looks: ['history'],

    record({ namespace, name, dimensions, value, count, unit, at }) {
      store.record({ namespace, name, dimensions }, at ?? now(), unit, false, (into) => addValue(into, value, count));
    },
    alarmState: (name) => alarms.get(name)?.state,
    alarmWindowMs(name) {
      const alarm = alarms.get(name);
      if (alarm === undefined || !('definition' in alarm)) return undefined;
      return alarm.definition.periodMs * alarm.definition.rules.evaluationPeriods;
    },

    async stop() {
      evaluation.cancel();
      pruning.cancel();
    },
  };
}
