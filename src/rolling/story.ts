import type { DiffLine } from '../ecs/task-definition-diff.js';
import type { TargetSeen } from '../ports/evidence.js';
import type { ServiceDeploymentDetail } from '../ports/service-deployments.js';
import type { StoppedTask } from '../ports/service-rollout.js';

/** What happened to one service, as the summary tells it. Grows while the run goes on; everything in it was observed. */
export interface RollStory {
  readonly startedAt: number;
  /** What is going to be done, a line each. */
  plan: readonly string[];
  diff: readonly DiffLine[];
  readonly warnings: string[];
  readonly timeline: { readonly at: number; readonly what: string }[];
  /** Events of the service since the deployment began, newest first, by the clock of ECS. */
  events: readonly { readonly at: number; readonly message: string }[];
  /** When the deployment began by the clock of ECS. */
  begunAt: number | null;
  stopped: readonly StoppedTask[];
  logs: readonly { readonly container: string; readonly task: string; readonly lines: readonly string[] }[];
  targets: readonly { readonly group: string; readonly seen: readonly TargetSeen[] }[];
  detail: ServiceDeploymentDetail | undefined;
  /** What could not be read, and the permission that is missing. */
  readonly unread: string[];
}

export function newRollStory(startedAt: number): RollStory {
  return {
    startedAt,
    plan: [],
    diff: [],
    warnings: [],
    timeline: [],
    events: [],
    begunAt: null,
    stopped: [],
    logs: [],
    targets: [],
    detail: undefined,
    unread: [],
  };
}
