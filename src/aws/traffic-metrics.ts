import type { MinuteSeen, TrafficMetrics } from '../ports/evidence.js';
import { metricDimension } from './arns.js';
import { type ClientSettings, call, clientOptions, once } from './client.js';

/**
 * Requests, errors and latency of a target group from CloudWatch, minute by minute.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
export function createTrafficMetrics(settings: ClientSettings, loadBalancerArn: string): TrafficMetrics {
  const sdk = once(() => import('./sdk/cloudwatch.js'));
  const client = once(async () => new (await sdk()).CloudWatchClient(clientOptions(settings)));
  return {
    async minutes(targetGroupArn, since, until) {
      const { GetMetricDataCommand } = await sdk();
      const cloudwatch = await client();
      const dimensions = [
        { Name: 'TargetGroup', Value: metricDimension(targetGroupArn) },
        { Name: 'LoadBalancer', Value: metricDimension(loadBalancerArn) },
      ];
      const query = (Id: string, MetricName: string, Stat: string) => ({
        Id,
        MetricStat: {
          Metric: { Namespace: 'AWS/ApplicationELB', MetricName, Dimensions: dimensions },
          Period: 60,
          Stat,
        },
      });
      const { MetricDataResults = [] } = await call('cloudwatch:GetMetricData', () =>
        cloudwatch.send(
          new GetMetricDataCommand({
            StartTime: new Date(since - (since % 60_000)),
            EndTime: new Date(until + 60_000),
            ScanBy: 'TimestampAscending',
            MetricDataQueries: [
              query('requests', 'RequestCount', 'Sum'),
              query('errors', 'HTTPCode_Target_5XX_Count', 'Sum'),
              query('p95', 'TargetResponseTime', 'p95'),
            ],
          }),
        ),
      );
      const minutes = new Map<number, { -readonly [key in keyof MinuteSeen]: MinuteSeen[key] }>();
      for (const { Id, Timestamps = [], Values = [] } of MetricDataResults) {
        for (const [i, timestamp] of Timestamps.entries()) {
          const at = timestamp.getTime();
          const minute = minutes.get(at) ?? { at, requests: 0, errors5xx: 0, p95Seconds: null };
          if (Id === 'requests') minute.requests = Values[i] ?? 0;
          if (Id === 'errors') minute.errors5xx = Values[i] ?? 0;
          if (Id === 'p95') minute.p95Seconds = Values[i] ?? null;
          minutes.set(at, minute);
        }
      }
      return [...minutes.values()].sort((a, b) => a.at - b.at);
    },
  };
}
