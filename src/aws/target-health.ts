import type { TargetHealthReader } from '../ports/evidence.js';
import { type ClientSettings, call, clientOptions, once } from './client.js';

export function createTargetHealthReader(settings: ClientSettings): TargetHealthReader {
  const sdk = once(() => import('./sdk/elb.js'));
  const client = once(async () => new (await sdk()).ElasticLoadBalancingV2Client(clientOptions(settings)));
  return {
    async targets(targetGroupArn) {
      const { DescribeTargetHealthCommand } = await sdk();
      const elb = await client();
      const { TargetHealthDescriptions: descriptions = [] } = await call(
        'elasticloadbalancing:DescribeTargetHealth',
        () => elb.send(new DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn })),
      );
      return descriptions.map(({ Target, TargetHealth }) => ({
        id: Target?.Id ?? '',
        port: Target?.Port ?? 0,
        state: TargetHealth?.State ?? 'unknown',
        reason: [TargetHealth?.Reason, TargetHealth?.Description].filter(Boolean).join(': '),
      }));
    },
  };
}

/** The DNS name that a load balancer answers on, with the scheme and port of the listener. */
export async function listenerUrl(
  settings: ClientSettings,
  listenerArn: string,
  loadBalancerArn: string,
): Promise<string> {
  const { ElasticLoadBalancingV2Client, DescribeListenersCommand, DescribeLoadBalancersCommand } = await import(
    './sdk/elb.js'
  );
  const elb = new ElasticLoadBalancingV2Client(clientOptions(settings));
  const { Listeners: [listener] = [] } = await call('elasticloadbalancing:DescribeListeners', () =>
    elb.send(new DescribeListenersCommand({ ListenerArns: [listenerArn] })),
  );
  const { LoadBalancers: [balancer] = [] } = await call('elasticloadbalancing:DescribeLoadBalancers', () =>
    elb.send(new DescribeLoadBalancersCommand({ LoadBalancerArns: [loadBalancerArn] })),
  );
  const scheme = listener?.Protocol === 'HTTPS' ? 'https' : 'http';
  return `${scheme}://${balancer?.DNSName ?? ''}:${listener?.Port ?? 80}`;
}
