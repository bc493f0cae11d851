import { NotRouted } from '../ports/not-routed.js';
import type { ServiceRollout } from '../ports/service-rollout.js';
import type { World } from './world.js';

/**
 * Changes the side that has no traffic. A sticky rule does not name it, lest a cookie leads there; when no other rule names
 * it either, ECS may refuse to change its service. Then its tasks stay: they cost money, not requests, and nothing that
 * comes after may fail for it.
 *
 * @returns why it was not changed
 */
export async function changeIdle(
  { rollout }: Pick<World, 'rollout'>,
  service: string,
  change: Parameters<ServiceRollout['update']>[1],
): Promise<string | undefined> {
  try {
    await rollout.update(service, change);
    return undefined;
  } catch (error) {
    if (!(error instanceof NotRouted)) throw error;
    return (
      `${service} keeps its tasks, without traffic: no rule names its target group, and ECS changes no such service. ` +
      'A sticky rule names only the side that serves; give the group a rule of its own, such as one for tests'
    );
  }
}
