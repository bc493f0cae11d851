import { sluiceCommand } from '../../blue-green/command-line.js';
import { shortImage } from '../../blue-green/plan.js';
import { shortName } from '../../ecs/task-definition.js';
import type { Clock } from '../../ports/clock.js';
import type { Journal, RollingEntry } from '../../ports/journal.js';
import type { ServiceRollout } from '../../ports/service-rollout.js';
import { lockWords } from './run.js';

/** What there is to tell of a service that is updated in place, a line each. Every figure is read now. */
export async function rollingLines(
  { service: name, cluster, region, lock }: { service: string; cluster: string; region: string; lock: string },
  world: {
    readonly rollout: Pick<ServiceRollout, 'describe' | 'taskDefinition'>;
    readonly journal: Journal<RollingEntry>;
    readonly clock: Clock;
  },
): Promise<string[]> {
  const [service] = await world.rollout.describe([name]);
  const deployments = service?.deployments ?? [];
  const lines = await Promise.all(
    deployments.map(async ({ taskDefinitionArn, status, rollout, runningCount, desiredCount, failedTasks }) => {
      const definition = await world.rollout.taskDefinition(taskDefinitionArn);
      const images = (definition.containerDefinitions ?? []).map(
        (each) => `${each.name}=${shortImage(each.image ?? '')}`,
      );
      const failed = failedTasks === 0 ? '' : `, ${failedTasks} failed`;
      return `  ${status}: ${shortName(taskDefinitionArn)} (${images.join(', ')}), ${runningCount} of ${desiredCount} tasks running${failed}, ${rollout}`;
    }),
  );
  return [
    `${name}: ${service?.runningCount ?? 0} of ${service?.desiredCount ?? 0} tasks running`,
    ...lines,
    lockWords(
      lock,
      await world.journal.read(),
      world.clock.now(),
      sluiceCommand('recover', { region, cluster, service: name }),
    ),
  ];
}
