import { registrable, runsTheSame, type TaskDefinition, withImages } from '../../ecs/task-definition.js';
import { checkQueries, type QueriesCheck } from '../../evidence/prometheus-source.js';
import type { Route } from '../../ports/traffic-router.js';
import { InputError } from '../../spec/input-error.js';
import { type AlarmsCheck, checkAlarms } from '../../verdict/alarms.js';
import type { Plan } from './plan.js';
import { type Sides, sidesOf } from './sides.js';
import type { BlueGreenInputs } from './spec.js';
import type { World } from './world.js';

export type Prepared =
  | {
      readonly kind: 'go';
      readonly plan: Plan;
      readonly sides: Sides;
      readonly route: Route;
      readonly silentAlarms: ReadonlySet<string>;
      readonly silentQueries: ReadonlySet<string>;
    }
  | { readonly kind: 'unchanged'; readonly sides: Sides; readonly taskDefinitionArn: string }
  | { readonly kind: 'refused'; readonly reasons: readonly string[]; readonly sides?: Sides };

/**
 * Reads everything and decides what to do. Changes nothing.
 *
 * @throws InputError when what the inputs name does not exist, AccessError when it may not be read
 */
export async function prepare(inputs: BlueGreenInputs, world: World): Promise<Prepared> {
  const route = await world.router.read();
  const services = await world.rollout.describe(inputs.services);
  const found = sidesOf(route, services, inputs.targetGroups);
  if ('refusals' in found) return { kind: 'refused', reasons: found.refusals };
  const { sides } = found;
  const { blue, green } = sides;
  if (blue.seen.deployments.length > 1) {
    return {
      kind: 'refused',
      sides,
      reasons: [`${blue.service} is live and being deployed to right now: wait until that is done`],
    };
  }

  const live = await world.rollout.taskDefinition(blue.seen.taskDefinitionArn);
  const wanted = await wantedDefinition(inputs, world, live, blue.seen.taskDefinitionArn);
  if (wanted.arn === blue.seen.taskDefinitionArn || runsTheSame(live, wanted.definition)) {
    return { kind: 'unchanged', sides, taskDefinitionArn: blue.seen.taskDefinitionArn };
  }
  const arn = wanted.arn ?? (await alreadyRegistered(world, green.seen.taskDefinitionArn, wanted.definition));

  const alarms = await checked(inputs, world, sides, route);
  const queries = await askedOnce(inputs, world);
  const refusals = [...alarms.refusals, ...queries.refusals];
  if (refusals.length > 0) return { kind: 'refused', sides, reasons: refusals };

  const tasks = Math.max(1, blue.seen.runningCount);
  const plan: Plan = {
    cluster: inputs.cluster,
    region: inputs.region,
    route: route.name,
    blue: { ...side(blue), taskDefinitionArn: blue.seen.taskDefinitionArn, tasks: blue.seen.runningCount },
    green: {
      ...side(green),
      desiredBefore: green.seen.desiredCount,
      taskDefinitionBefore: green.seen.taskDefinitionArn,
    },
    images: imageChanges(live, wanted.definition),
    taskDefinition: arn === undefined ? { register: registrable(wanted.definition) } : { arn },
    attachGreen: sides.greenIsMissing,
    tasks,
    minHealthyTargets: Math.max(1, Math.ceil((tasks * inputs.minHealthy) / 100)),
    steps: inputs.steps,
    alarms: inputs.alarms,
    probe: inputs.probe ?? null,
    queries: queriesOf(inputs),
    keepOldMs: inputs.keepOld,
    drainMs: inputs.drain,
    warnings: [...alarms.warnings, ...queries.warnings],
  };
  return { kind: 'go', plan, sides, route, silentAlarms: alarms.silent, silentQueries: queries.silent };
}

const side = ({ service, targetGroupArn }: { service: string; targetGroupArn: string }) => ({
  service,
  targetGroupArn,
});

/** What is to run: the given definition, or the live one, with the given images. */
async function wantedDefinition(
  inputs: BlueGreenInputs,
  world: World,
  live: TaskDefinition,
  liveArn: string,
): Promise<{ definition: TaskDefinition; arn: string | undefined }> {
  const given = inputs.taskDefinition;
  const isArn = given?.startsWith('arn:') === true;
  const base =
    given === undefined ? live : isArn ? await world.rollout.taskDefinition(given) : await fromFile(world, given);
  const replaced = withImages(base, inputs.images);
  if ('missing' in replaced) {
    const where = given ?? liveArn;
    throw new InputError(
      replaced.missing.map((name) => ({
        input: 'images',
        value: name,
        wrong: `names a container that ${where} does not have (it has ${replaced.has.join(', ')})`,
      })),
    );
  }
  const untouched = isArn && runsTheSame(base, replaced.definition);
  return { definition: replaced.definition, arn: untouched ? given : undefined };
}

async function fromFile(world: World, path: string): Promise<TaskDefinition> {
  const text = await world.readFile(path);
  const problem = (wrong: string) => new InputError([{ input: 'task-definition', value: path, wrong }]);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw problem(`is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) throw problem('is not a JSON object');
  const definition = parsed as TaskDefinition;
  if (typeof definition.family !== 'string') throw problem('has no family');
  if (!Array.isArray(definition.containerDefinitions)) throw problem('has no containerDefinitions');
  return definition;
}

/** A re-run registers nothing twice: what green has already is used when it is the same. */
async function alreadyRegistered(world: World, greenArn: string, wanted: TaskDefinition): Promise<string | undefined> {
  const green = await world.rollout.taskDefinition(greenArn);
  return runsTheSame(green, wanted) ? greenArn : undefined;
}

async function checked(inputs: BlueGreenInputs, world: World, sides: Sides, route: Route): Promise<AlarmsCheck> {
  if (inputs.alarms.length === 0) {
    const warning = 'no alarms are given: only target health, stopped tasks and the probe can find this release bad';
    return { refusals: [], warnings: queriesOf(inputs).length > 0 ? [] : [warning], silent: new Set() };
  }
  const alarms = await world.alarms.alarms(inputs.alarms);
  return checkAlarms(inputs.alarms, alarms, {
    blue: world.metricDimension(sides.blue.targetGroupArn),
    green: world.metricDimension(sides.green.targetGroupArn),
    loadBalancer: world.metricDimension(route.loadBalancerArn),
  });
}

const queriesOf = ({ queries, alertRules }: BlueGreenInputs) => [...queries, ...alertRules];

async function askedOnce({ queries, alertRules }: BlueGreenInputs, { metricQueries }: World): Promise<QueriesCheck> {
  if (metricQueries === undefined) return { refusals: [], warnings: [], silent: new Set() };
  return checkQueries(metricQueries, { queries, 'alert-rules': alertRules });
}

function imageChanges(live: TaskDefinition, wanted: TaskDefinition): Plan['images'] {
  return (wanted.containerDefinitions ?? []).flatMap(({ name = '', image = '' }) => {
    const from = live.containerDefinitions?.find((container) => container.name === name)?.image ?? 'none';
    return from === image ? [] : [{ container: name, from, to: image }];
  });
}
