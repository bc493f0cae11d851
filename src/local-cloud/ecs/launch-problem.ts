import type { DeploymentRecord, ServiceRecord } from './model.js';
import { untrustingRole } from './task-roles.js';
import { events, NO_CAPACITY, notAssumed } from './wording.js';
import type { World } from './world.js';

/** Why the scheduler can launch no task of a deployment there, as an event tells it; undefined when it can. */
export function launchProblem(
  world: World,
  { name }: ServiceRecord,
  { revision }: DeploymentRecord,
  capacity: string,
): string | undefined {
  const role = untrustingRole(world, revision.workload.taskDefinition);
  if (role !== undefined) return events.failedToLaunch(name, notAssumed(role));
  if (!world.fullCapacity.has(capacity)) return undefined;
  return capacity === 'EC2' ? events.noInstance(name) : events.unableToPlace(name, NO_CAPACITY);
}
