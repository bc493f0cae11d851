import type { MinuteSeen, TrafficMetrics } from '../ports/evidence.js';
import { metricDimension } from './arns.js';
import { type ClientSettings, call, clientOptions, once } from './client.js';

/** What is read of a target group in a minute, and the metric it comes from. */
const always = {
  requests: { MetricName: 'RequestCount', Stat: 'Sum' },
  errors5xx: { MetricName: 'HTTPCode_Target_5XX_Count', Stat: 'Sum' },
  connectionErrors: { MetricName: 'TargetConnectionErrorCount', Stat: 'Sum' },
  p95: { MetricName: 'TargetResponseTime', Stat: 'p95' },
} as const;

/** Each metric of each call costs, so these are read only when they are compared. https://aws.amazon.com/cloudwatch/pricing/ */
const slowest = {
  p90: { MetricName: 'TargetResponseTime', Stat: 'p90' },
  p92: { MetricName: 'TargetResponseTime', Stat: 'p92' },
  p93: { MetricName: 'TargetResponseTime', Stat: 'p93' },
  p94: { MetricName: 'TargetResponseTime', Stat: 'p94' },
  p99: { MetricName: 'TargetResponseTime', Stat: 'p99' },
} as const;

type Figures = Partial<Record<keyof typeof always | keyof typeof slowest, number>>;

/**
 * Requests, errors and latency of target groups from CloudWatch, minute by minute.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
export function createTrafficMetrics(settings: ClientSettings, loadBalancerArn: string): TrafficMetrics {
  const sdk = once(() => import('./sdk/cloudwatch.js'));
  const client = once(async () => new (await sdk()).CloudWatchClient(clientOptions(settings)));

  /** The minutes of each target group, in one call. */
  async function minutesOf(
    targetGroupArns: readonly string[],
    since: number,
    until: number,
    asked?: 'slowest',
  ): Promise<MinuteSeen[][]> {
    const metrics = asked === undefined ? always : { ...always, ...slowest };
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
    const groups = targetGroupArns.map(() => new Map<number, Figures>());
    let NextToken: string | undefined;
    do {
      const page = { ...input, ...(NextToken === undefined ? {} : { NextToken }) };
      const answer = await call('cloudwatch:GetMetricData', () => cloudwatch.send(new GetMetricDataCommand(page)));
      for (const { Id = '', Timestamps = [], Values = [] } of answer.MetricDataResults ?? []) {
        const [figure = '', group = ''] = Id.split('_');
        const minutes = groups[Number(group)];
        if (minutes === undefined || !Object.hasOwn(metrics, figure)) continue;
        for (const [i, timestamp] of Timestamps.entries()) {
          const at = timestamp.getTime();
          const minute = { ...minutes.get(at), [figure]: Values[i] ?? 0 };
          minutes.set(at, minute);
        }
      }
      NextToken = answer.NextToken;
    } while (NextToken !== undefined && NextToken !== '');
    return groups.map((minutes) =>
      [...minutes].sort(([a], [b]) => a - b).map(([at, figures]) => minuteOf(at, figures, asked)),
    );
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
    async minutesOfBoth(blueArn, greenArn, since, until, asked) {
      const [blue = [], green = []] = await minutesOf([blueArn, greenArn], since, until, asked);
      return { blue, green };
    },
  };
}

/** A count that has no figure is 0, a response time that has none is not known. */
function minuteOf(at: number, figures: Figures, asked: 'slowest' | undefined): MinuteSeen {
  const { requests = 0, errors5xx = 0, connectionErrors = 0 } = figures;
  const { p90 = null, p92 = null, p93 = null, p94 = null, p95 = null, p99 = null } = figures;
  const known = { at, requests, errors5xx, connectionErrors, p95Seconds: p95 };
  return asked === undefined ? known : { ...known, slowest: { p90, p92, p93, p94, p99 } };
}
