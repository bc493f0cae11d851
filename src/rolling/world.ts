import type { Access } from '../ports/access.js';
import type { Cancellation } from '../ports/cancellation.js';
import type { Clock } from '../ports/clock.js';
import type { AlarmReader, LogReader, MetricQueries, Prober, TargetHealthReader } from '../ports/evidence.js';
import type { Journal, LockQueue, RollingEntry } from '../ports/journal.js';
import type { OneOffTasks } from '../ports/one-off-tasks.js';
import type { Report } from '../ports/report.js';
import type { ServiceDeployments } from '../ports/service-deployments.js';
import type { ServiceRollout } from '../ports/service-rollout.js';
import type { Gate } from './gates.js';
import type { KeptRollings } from './kept.js';

/** Everything outside that a rolling deployment touches, behind ports. All of it is of one cluster. */
export interface RollingWorld {
  readonly clock: Clock;
  readonly cancellation: Cancellation;
  readonly report: Report;
  readonly rollout: ServiceRollout;
  /** To stop what a dead run left. */
  readonly tasks: Pick<OneOffTasks, 'startedBy' | 'stop' | 'look'>;
  readonly deployments: ServiceDeployments;
  /** The lock and journal of this name, and who waits for it. */
  lock(name: string): { readonly journal: Journal<RollingEntry>; readonly queue: LockQueue };
  readonly alarms: AlarmReader;
  readonly targets: TargetHealthReader;
  readonly logs: LogReader;
  readonly prober: Prober;
  /** Set when Prometheus is given. */
  readonly metricQueries?: MetricQueries;
  /** Reads a file of the workspace. @throws InputError when there is none */
  readFile(path: string): Promise<string>;
  /** What `post` has to finish, whatever happens to this process; one for all services of a run. */
  readonly kept: KeptRollings;
  /** Checks before anything is touched, and what is run before and after; none where there is nothing to check or to run. */
  readonly gate?: Gate;
  /** Set when access is a session of the action's own. */
  readonly access?: Access;
  readonly run: { readonly holder: string; readonly url: string };
}
