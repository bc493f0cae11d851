import type { Route } from '../ports/traffic-router.js';
import { createAlarmReader } from './alarms.js';
import { metricDimension } from './arns.js';
import { createJournal } from './journal.js';
import { createLogReader } from './logs.js';
import { createServiceRollout } from './service-rollout.js';
import { createTargetHealthReader, listenerUrl } from './target-health.js';
import { createTrafficMetrics } from './traffic-metrics.js';
import { createTrafficRouter, type RouteAddress } from './traffic-router.js';

/** AWS behind every port that a shift needs. Clients are loaded when they are first called. */
export function awsPorts(where: { region: string; cluster: string; address: RouteAddress; lockName: string }) {
  const settings = { region: where.region };
  const rollout = createServiceRollout(settings, where.cluster);
  return {
    router: createTrafficRouter(settings, where.address),
    rollout,
    journal: createJournal(settings, where.lockName),
    alarms: createAlarmReader(settings),
    targets: createTargetHealthReader(settings),
    logs: createLogReader(settings, rollout),
    metrics: (route: Route) => createTrafficMetrics(settings, route.loadBalancerArn),
    listenerUrl: (route: Route) => listenerUrl(settings, route.listenerArn, route.loadBalancerArn),
    metricDimension,
  };
}
