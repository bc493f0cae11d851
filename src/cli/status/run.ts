import { recoverCommand, sluiceCommand } from '../../blue-green/command-line.js';
import { lockName } from '../../blue-green/lock.js';
import { shortImage } from '../../blue-green/plan.js';
import { type Owned, ownersOf } from '../../blue-green/sides.js';
import type { World } from '../../blue-green/world.js';
import { shortName } from '../../ecs/task-definition.js';
import type { Held, Lease } from '../../ports/journal.js';
import type { Route } from '../../ports/traffic-router.js';
import { targetsInWords } from '../../verdict/target-health.js';
import type { StatusInputs } from './spec.js';

/** Of two services. */
type ShiftInputs = StatusInputs & { readonly services: readonly [string, string] };

type RouteGroup = Route['groups'][number];

/** What there is to tell, a line each. Every figure is read now. */
export async function statusLines(
  inputs: ShiftInputs,
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
  const held = await world.journal.read();
  const active = route.groups.filter(({ weight }) => weight > 0);
  const split = held === undefined && active.length > 1 ? [splitLine(inputs, owners.pair, active)] : [];
  return [...lines, lockLine(inputs, world, held), ...split];
}

/** Nobody is at work, so nobody will change it. */
function splitLine(inputs: ShiftInputs, pair: readonly Owned[], active: readonly RouteGroup[]): string {
  const most = [...active].sort((a, b) => b.weight - a.weight)[0];
  const to = pair.find(({ targetGroupArn }) => targetGroupArn === most?.targetGroupArn)?.service;
  const { region, cluster, services, listenerRuleArn, listenerArn, lockName: lock } = inputs;
  const command = sluiceCommand('rollback', {
    region,
    cluster,
    services,
    'listener-rule-arn': listenerRuleArn,
    'listener-arn': listenerArn,
    'lock-name': lock,
    to,
  });
  const other = pair.find(({ service }) => service !== to)?.service;
  return `Both have traffic, and nobody watches. To give everything to ${to}, which has most of it (or --to ${other}): ${command}`;
}

function lockLine(inputs: ShiftInputs, { clock }: Pick<World, 'clock'>, held: Held | undefined): string {
  const name = lockName(inputs);
  const command = (route: string): string => recoverCommand({ region: inputs.region, route, lockName: name });
  return lockWords(name, held, clock.now(), held?.entry === undefined ? '' : command(held.entry.route));
}

/**
 * Who holds the lock, and whether there is still a sign of life.
 *
 * @param command what finishes that run when it is dead
 */
export function lockWords(name: string, held: Held<Lease> | undefined, now: number, command: string): string {
  if (held === undefined) return `No deployment is at work (no lock ${name})`;
  const { entry } = held;
  if (entry === undefined)
    return `The lock ${name} holds something that cannot be read; look at it, and delete it when nothing is being deployed`;
  const leftMs = entry.expires - now;
  const state =
    leftMs > 0
      ? `at work; without a sign of life it counts as dead in ${Math.ceil(leftMs / 1000)} s`
      : `dead. To finish what it left: ${command}`;
  return `Locked by ${entry.runUrl} (stage: ${entry.stage}), ${state}`;
}
