import type { ServiceSeen } from '../ports/service-rollout.js';
import type { RollSettings } from './settings.js';

/**
 * Why not one task could be replaced, where that is so: ECS neither may stop an old task nor start a new one, and would wait
 * without an end. How many must run is rounded up, and how many may run down.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
export function noRoom(
  service: Pick<ServiceSeen, 'name' | 'desiredCount' | 'runningCount' | 'percents'>,
  { change }: Pick<RollSettings, 'change'>,
): string | undefined {
  const minimum = change.minimumHealthyPercent ?? service.percents?.minimumHealthy;
  const maximum = change.maximumPercent ?? service.percents?.maximum;
  const count = change.desiredCount ?? service.desiredCount;
  // With fewer than are wanted new ones can start.
  if (minimum === undefined || maximum === undefined || service.runningCount < count) return undefined;
  if (Math.ceil((count * minimum) / 100) < count || Math.floor((count * maximum) / 100) > count) return undefined;
  return `no task of ${service.name} could ever be replaced: with a desired count of ${count} none may be stopped (minimum-healthy-percent ${minimum}) and none more started (maximum-percent ${maximum}): give a higher maximum-percent, such as 200`;
}
