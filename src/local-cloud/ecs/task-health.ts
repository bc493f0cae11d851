import type { TaskRecord } from './model.js';
import { events, stopped } from './wording.js';
import type { World } from './world.js';

export interface Judgement {
  readonly health: 'coming' | 'healthy' | 'unhealthy';
  /** For an unhealthy task: what the event says and why it is stopped. */
  readonly event?: string;
  readonly reason?: string;
}

/** The task's own health status: of its essential containers that have a health check. */
export function containerHealthOf(task: TaskRecord): 'UNKNOWN' | 'HEALTHY' | 'UNHEALTHY' {
  const checked = task.containers.filter((each) => each.definition.essential !== false && each.definition.healthCheck);
  if (checked.some((each) => each.healthStatus === 'UNHEALTHY')) return 'UNHEALTHY';
  return checked.length > 0 && checked.every((each) => each.healthStatus === 'HEALTHY') ? 'HEALTHY' : 'UNKNOWN';
}

/**
 * Whether the scheduler counts a service's task as healthy: by its target groups, its container health checks, both
 * where both are there, and by time in RUNNING where none is. Within the grace period nothing is unhealthy.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html, minimumHealthyPercent
 */
export function judge(world: World, task: TaskRecord): Judgement {
  const { service } = task;
  if (service === undefined || task.lastStatus !== 'RUNNING' || task.startedAt === undefined)
    return { health: 'coming' };
  const runsForMs = world.now() - task.startedAt;
  const isGraced = runsForMs < service.healthCheckGracePeriodSeconds * 1000;
  const ofContainers = containerHealthOf(task);
  if (ofContainers === 'UNHEALTHY' && !isGraced) {
    return {
      health: 'unhealthy',
      event: events.unhealthyContainer(service.name, task.id),
      reason: stopped.containerHealth,
    };
  }
  let isComing = false;
  for (const { groupArn, port } of task.registeredIn) {
    const seen = world.targets.health(groupArn, { id: task.address, port });
    if (seen?.state === 'unhealthy' && !isGraced) {
      return {
        health: 'unhealthy',
        event: events.unhealthyTarget(
          service.name,
          task.id,
          port,
          groupArn,
          seen.description ?? 'Health checks failed',
        ),
        reason: stopped.elbHealth(groupArn),
      };
    }
    if (seen?.state !== 'healthy') isComing = true;
  }
  const hasGroups = service.workload.loadBalancers.some((each) => each.targetGroupArn);
  const hasChecks = task.containers.some((each) => each.definition.essential !== false && each.definition.healthCheck);
  if (hasGroups && task.registeredIn.length === 0) isComing = true;
  if (hasChecks && ofContainers !== 'HEALTHY') isComing = true;
  if (!hasGroups && !hasChecks && runsForMs < world.settleMs) isComing = true;
  return { health: isComing ? 'coming' : 'healthy' };
}
