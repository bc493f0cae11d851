import type { CloudService, Ground, Metrics, Targets } from '../contract.js';
import * as sdk from '../sdk/elb.js';
import { elbAdmin } from './admin.js';
import { Control } from './control.js';
import { listenerOperations } from './listeners.js';
import { loadBalancerOperations } from './load-balancers.js';
import { TrafficMetrics } from './metrics.js';
import { ruleOperations } from './rules.js';
import { tagOperations } from './tags.js';
import { targetGroupOperations } from './target-groups.js';
import { targetOperations } from './targets.js';

/** HealthyHostCount and UnHealthyHostCount are reported so often (cloud time), and at every change. */
const hostReportMs = 15_000;

export type Elb = CloudService & Targets & { address(listenerArn: string): { host: string; port: number } | undefined };

/** Elastic Load Balancing v2, application load balancers: the API, and a data plane of real sockets behind it. */
export function createElb(ground: Ground, others: { metrics: Metrics }): Elb {
  const traffic = new TrafficMetrics(ground, others.metrics);
  const control = new Control(ground, traffic);
  const { state } = control;
  const reporting = ground.clock.every(hostReportMs, () => {
    for (const group of state.targetGroups.values()) if (group.pool.used) control.reportHosts(group);
  });
  return {
    id: 'elb',
    sdk: sdk as unknown as Record<string, unknown>,
    wire: {
      protocol: 'query',
      apiVersion: '2015-12-01',
      namespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
    },
    signingName: 'elasticloadbalancing',
    operations: {
      ...loadBalancerOperations(control),
      ...targetGroupOperations(control),
      ...targetOperations(control),
      ...listenerOperations(control),
      ...ruleOperations(control),
      ...tagOperations(control),
    },
    admin: elbAdmin(control),
    looks: ['addresses', 'counts'],

    group(targetGroupArn) {
      const group = state.targetGroups.get(targetGroupArn);
      if (group === undefined) return undefined;
      const loadBalancerArns = state.usersOf(group.arn).map(({ arn }) => arn);
      return { arn: group.arn, targetType: group.targetType, loadBalancerArns, used: group.pool.used };
    },
    register(targetGroupArn, target) {
      state.targetGroup(targetGroupArn).pool.register(target);
    },
    async deregister(targetGroupArn, target) {
      // A group may be deleted while its targets drain.
      await state.targetGroups.get(targetGroupArn)?.pool.deregister(target);
    },
    health(targetGroupArn, target) {
      const known = state.targetGroups.get(targetGroupArn)?.pool.find(target);
      if (known === undefined) return undefined;
      return {
        state: known.state,
        ...(known.reason === undefined ? {} : { reason: known.reason }),
        ...(known.description === undefined ? {} : { description: known.description }),
      };
    },
    address: (listenerArn) => state.listeners.get(listenerArn)?.socket.address,

    async stop() {
      reporting.cancel();
      for (const loadBalancer of state.loadBalancers.values()) loadBalancer.provisioning?.cancel();
      await Promise.all([...state.listeners.values()].map(({ socket }) => socket.close(true)));
      for (const group of state.targetGroups.values()) group.pool.stop();
      traffic.stop();
    },
  };
}
