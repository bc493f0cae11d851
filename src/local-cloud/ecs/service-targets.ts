import { tell } from './deployments.js';
import { type DeploymentRecord, isActive, type ServiceRecord, type TaskRecord } from './model.js';
import { targetPortOf } from './task-containers.js';
import { events } from './wording.js';
import type { World } from './world.js';

/** A task that runs is registered with the service's target groups. */
export function registerTargets(world: World, service: ServiceRecord, tasks: readonly TaskRecord[]): void {
  const counts = new Map<string, number>();
  for (const task of tasks) {
    if (!isActive(task) || task.lastStatus !== 'RUNNING' || task.registeredIn.length > 0) continue;
    for (const { targetGroupArn, containerName, containerPort } of task.workload.loadBalancers) {
      if (targetGroupArn === undefined) continue;
      const port = targetPortOf(task, containerName ?? '', containerPort ?? 0);
      world.targets.register(targetGroupArn, { id: task.address, port });
      task.registeredIn.push({ groupArn: targetGroupArn, port });
      counts.set(targetGroupArn, (counts.get(targetGroupArn) ?? 0) + 1);
    }
  }
  for (const [arn, count] of counts) tell(world, service, events.registered(service.name, count, arn));
}

export function tellDeregistration(
  world: World,
  service: ServiceRecord,
  deployment: DeploymentRecord,
  task: TaskRecord,
): void {
  for (const { groupArn } of task.registeredIn) tell(world, service, events.deregistered(service.name, 1, groupArn));
  if (task.registeredIn.length > 0) tell(world, service, events.draining(service.name, deployment.id, 1));
}
