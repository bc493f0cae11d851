import { shortName } from '../ecs/task-definition.js';
import { InputError } from '../spec/input-error.js';
import type { RollingWorld } from './world.js';

/** What the service runs now, in a sentence, read once more; empty when it cannot be read. */
export async function servingNow({ rollout }: Pick<RollingWorld, 'rollout'>, name: string): Promise<string> {
  try {
    const [service] = await rollout.describe([name]);
    if (service === undefined) return '';
    const { taskDefinitionArn, desiredCount, deployments } = service;
    const primary = deployments.find(({ status }) => status === 'PRIMARY');
    const others = deployments.filter(({ status, runningCount }) => status !== 'PRIMARY' && runningCount > 0);
    const still = others.map((other) => `, and ${other.runningCount} of ${shortName(other.taskDefinitionArn)}`);
    return `${name} runs ${shortName(taskDefinitionArn)} now: ${primary?.runningCount ?? 0} of ${desiredCount} tasks${still.join('')}.`;
  } catch (error) {
    return error instanceof InputError ? `${name} cannot be found.` : '';
  }
}
