import type { MinuteSeen, TrafficMetrics } from '../ports/evidence.js';
import { metricDimension } from './arns.js';
import { type ClientSettings, call, clientOptions, once } from './client.js';

type Writable = { -readonly [key in keyof MinuteSeen]: MinuteSeen[key] };

/** Figure of a minute → the metric it comes from. */
const metrics = {
  requests: { MetricName: 'RequestCount', Stat: 'Sum' },
  errors5xx: { MetricName: 'HTTPCode_Target_5XX_Count', Stat: 'Sum' },
  connectionErrors: { MetricName: 'TargetConnectionErrorCount', Stat: 'Sum' },
  p95Seconds: { MetricName: 'TargetResponseTime', Stat: 'p95' },
} as const;

/**
 * Requests, errors and latency of target groups from CloudWatch, minute by minute.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
export function createTrafficMetrics(settings: ClientSettings, loadBalancerArn: string): TrafficMetrics {
  const sdk = once(() => import('./sdk/cloudwatch.js'));
  const client = once(async () => new (await sdk()).CloudWatchClient(clientOptions(settings)));

  /** The minutes of each target group, in one call. */
  async function minutesOf(targetGroupArns: readonly string[], since: number, until: number): Promise<MinuteSeen[][]> {
    const { GetMetricDataCommand } = await sdk();
    const cloudwatch = await client();
    const input = {
      StartTime: new Date(since - (since % 60_000)),
      EndTime: new Date(until + 60_000),
      ScanBy: 'TimestampAscending' as const,
      MetricDataQueries: targetGroupArns.flatMap((arn, group) =>
        Object.entries(metrics).map(([figure, { MetricName, Stat }]) => ({
          Id: `${figure}_${group}`,
          MetricStat: {
            Metric: { Namespace: 'AWS/ApplicationELB', MetricName, Dimensions: dimensions(arn) },
            Period: 60,
            Stat,
          },
        })),
      ),
    };
    const groups = targetGroupArns.map(() => new Map<number, Writable>());
    let NextToken: string | undefined;
    do {
      const page = { ...input, ...(NextToken === undefined ? {} : { NextToken }) };
      const answer = await call('cloudwatch:GetMetricData', () => cloudwatch.send(new GetMetricDataCommand(page)));
      for (const { Id = '', Timestamps = [], Values = [] } of answer.MetricDataResults ?? []) {
        const [figure = '', group = ''] = Id.split('_');
        const minutes = groups[Number(group)];
        if (minutes === undefined || !isFigure(figure)) continue;
        for (const [i, timestamp] of Timestamps.entries()) {
          const at = timestamp.getTime();
          const minute = minutes.get(at) ?? { at, requests: 0, errors5xx: 0, connectionErrors: 0, p95Seconds: null };
          minute[figure] = Values[i] ?? 0;
          minutes.set(at, minute);
        }
      }
      NextToken = answer.NextToken;
    } while (NextToken !== undefined && NextToken !== '');
    return groups.map((minutes) => [...minutes.values()].sort((a, b) => a.at - b.at));
  }

  const dimensions = (arn: string) => [
    { Name: 'TargetGroup', Value: metricDimension(arn) },
    { Name: 'LoadBalancer', Value: metricDimension(loadBalancerArn) },
  ];

  return {
    async minutes(targetGroupArn, since, until) {
      const [minutes = []] = await minutesOf([targetGroupArn], since, until);
      return minutes;
    },
    async minutesOfBoth(blueArn, greenArn, since, until) {
      const [blue = [], green = []] = await minutesOf([blueArn, greenArn], since, until);
      return { blue, green };
    },
  };
}

const isFigure = (name: string): name is keyof typeof metrics => Object.hasOwn(metrics, name);
