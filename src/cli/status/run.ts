import { lockName } from '../../blue-green/lock.js';
import { shortImage } from '../../blue-green/plan.js';
import { ownersOf } from '../../blue-green/sides.js';
import type { World } from '../../blue-green/world.js';
import { shortName } from '../../ecs/task-definition.js';
import { targetsInWords } from '../../verdict/target-health.js';
import type { StatusInputs } from './spec.js';

/** What there is to tell, a line each. Every figure is read now. */
export async function statusLines(
  inputs: StatusInputs,
  world: Pick<World, 'router' | 'rollout' | 'targets' | 'journal' | 'clock'>,
): Promise<string[]> {
  const route = await world.router.read();
  const services = await world.rollout.describe(inputs.services);
  const owners = ownersOf(route, services, inputs.targetGroups);
  if ('refusals' in owners) return owners.refusals.map((refusal) => `Not fit to be shifted: ${refusal}`);
  const total = route.groups.reduce((sum, { weight }) => sum + weight, 0);
  const lines = [route.name];
  for (const side of owners.pair) {
    const weight = route.groups.find(({ targetGroupArn }) => targetGroupArn === side.targetGroupArn)?.weight ?? 0;
    const definition = await world.rollout.taskDefinition(side.seen.taskDefinitionArn);
    const images = (definition.containerDefinitions ?? []).map(
      ({ name, image = '' }) => `${name}=${shortImage(image)}`,
    );
    const targets = await world.targets.targets(side.targetGroupArn);
    lines.push(
      `${side.service}: ${total === 0 ? 0 : Math.round((1000 * weight) / total) / 10} % of the traffic`,
      `  ${shortName(side.seen.taskDefinitionArn)} (${images.join(', ')})`,
      `  ${side.seen.runningCount} of ${side.seen.desiredCount} tasks running, ${targetsInWords(targets, side.seen.desiredCount)}`,
    );
  }
  return [...lines, await lockLine(inputs, world)];
}

async function lockLine(inputs: StatusInputs, world: Pick<World, 'journal' | 'clock'>): Promise<string> {
  const held = await world.journal.read();
  if (held === undefined) return `No deployment is at work (no lock ${lockName(inputs)})`;
  const { entry } = held;
  if (entry === undefined) return `The lock ${lockName(inputs)} holds something that cannot be read`;
  const leftMs = entry.expires - world.clock.now();
  const state =
    leftMs > 0
      ? `at work; alive for at least ${Math.ceil(leftMs / 1000)} s more without a sign`
      : 'dead: `sluice recover` finishes what it left';
  return `Locked by ${entry.runUrl} (stage: ${entry.stage}), ${state}`;
}
