import type { Access } from '../ports/access.js';
import type { Autoscaling } from '../ports/autoscaling.js';
import type { Cancellation } from '../ports/cancellation.js';
import type { Clock } from '../ports/clock.js';
import type { DeploymentStatus } from '../ports/deployment-status.js';
import type {
  AlarmReader,
  LogReader,
  MetricQueries,
  Prober,
  TargetHealthReader,
  TrafficMetrics,
} from '../ports/evidence.js';
import type { Journal, LockQueue } from '../ports/journal.js';
import type { Report } from '../ports/report.js';
import type { ServiceRollout } from '../ports/service-rollout.js';
import type { Route, TrafficRouter } from '../ports/traffic-router.js';

/** Everything outside that a blue/green shift touches, behind ports. */
export interface World {
  readonly clock: Clock;
  readonly cancellation: Cancellation;
  readonly report: Report;
  readonly router: TrafficRouter;
  readonly rollout: ServiceRollout;
  readonly autoscaling: Autoscaling;
  readonly journal: Journal;
  readonly queue: LockQueue;
  readonly alarms: AlarmReader;
  readonly targets: TargetHealthReader;
  readonly logs: LogReader;
  readonly prober: Prober;
  /** Set when Prometheus is given. */
  readonly metricQueries?: MetricQueries;
  /** Traffic of the load balancer that the route belongs to. */
  metrics(route: Route): TrafficMetrics;
  /** Where a probe that is a path goes. */
  listenerUrl(route: Route): Promise<string>;
  /** Reads a file of the workspace. @throws InputError when there is none */
  readFile(path: string): Promise<string>;
  /** The values that LoadBalancer and TargetGroup dimensions of alarms have. */
  metricDimension(arn: string): string;
  /** Set when the deployment is shown on GitHub. */
  readonly deployment?: DeploymentStatus;
  /** Set when access is a session of the action's own. */
  readonly access?: Access;
  readonly run: { readonly holder: string; readonly url: string };
}
