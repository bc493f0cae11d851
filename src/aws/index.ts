import type { JournalIndex } from '../ports/journal.js';
import type { Route } from '../ports/traffic-router.js';
import { createAlarmReader } from './alarms.js';
import { metricDimension } from './arns.js';
import { createAutoscaling } from './autoscaling.js';
import type { ClientSettings } from './client.js';
import { createJournal } from './journal.js';
import { createJournalIndex } from './journal-index.js';
import { createLockQueue } from './lock-queue.js';
import { createLogReader } from './logs.js';
import { renewing } from './renewing.js';
import { createServiceRollout } from './service-rollout.js';
import type { Session } from './session.js';
import { createTargetHealthReader, listenerUrl } from './target-health.js';
import { createTrafficMetrics } from './traffic-metrics.js';
import { createTrafficRouter, type RouteAddress } from './traffic-router.js';

/**
 * AWS behind every port that a shift needs. Clients are loaded when they are first called: none by an input error, and each
 * that puts something back by the look that came before the first change. The bundle may be gone by the time it puts back.
 */
export function awsPorts(where: {
  region: string;
  cluster: string;
  address: RouteAddress;
  lockName: string;
  session?: Session | undefined;
}) {
  const { session } = where;
  const settings = settingsOf(where);
  const own = <P extends object>(port: P): P => renewing(port, session);
  const rollout = own(createServiceRollout(settings, where.cluster));
  return {
    router: own(createTrafficRouter(settings, where.address)),
    rollout,
    autoscaling: own(createAutoscaling(settings, where.cluster)),
    journal: own(createJournal(settings, where.lockName)),
    queue: own(createLockQueue(settings, where.lockName)),
    alarms: own(createAlarmReader(settings)),
    targets: own(createTargetHealthReader(settings)),
    logs: own(createLogReader(settings, rollout)),
    metrics: (route: Route) => own(createTrafficMetrics(settings, route.loadBalancerArn)),
    listenerUrl: (route: Route) => listenerUrl(settings, route.listenerArn, route.loadBalancerArn),
    ...(session === undefined ? {} : { access: session }),
    metricDimension,
  };
}

/** All journals there are. */
export function awsJournalIndex(where: { region: string; session?: Session | undefined }): JournalIndex {
  return renewing(createJournalIndex(settingsOf(where)), where.session);
}

const settingsOf = ({ region, session }: { region: string; session?: Session | undefined }): ClientSettings => ({
  region,
  ...(session === undefined ? {} : { credentials: session.credentials }),
});

/** Whether an ARN is a rule or a listener is in the ARN. */
export function routeAddress(arn: string): RouteAddress {
  return arn.includes(':listener-rule/') ? { ruleArn: arn } : { listenerArn: arn };
}

export { sessionFor } from './session-for.js';
