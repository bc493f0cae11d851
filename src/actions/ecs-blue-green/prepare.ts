import type { Plan } from '../../blue-green/plan.js';
import { type Sides, sidesOf } from '../../blue-green/sides.js';
import type { World } from '../../blue-green/world.js';
import { runsTheSame, type TaskDefinition } from '../../ecs/task-definition.js';
import { type DefinitionRequest, definitionToDeploy } from '../../ecs/task-definition-source.js';
import { usualRequests } from '../../evidence/compare-source.js';
import { checkQueries, type QueriesCheck } from '../../evidence/prometheus-source.js';
import { AccessError } from '../../ports/access-error.js';
import { messageOf } from '../../ports/message-of.js';
import type { Route } from '../../ports/traffic-router.js';
import { sourceOf } from '../../spec/task-definition-inputs.js';
import { type AlarmsCheck, checkAlarms } from '../../verdict/alarms.js';
import { blindToLatency } from '../../verdict/latency-visibility.js';
import type { BlueGreenInputs } from './spec.js';

export type Prepared =
  | {
      readonly kind: 'go';
      readonly plan: Plan;
      readonly sides: Sides;
      readonly route: Route;
      readonly silentAlarms: ReadonlySet<string>;
      /** Alarms that were on before a forced start. */
      readonly alarmsOn: ReadonlySet<string>;
      readonly queriesBefore: QueriesCheck;
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

  const wanted = await definitionToDeploy(requestOf(inputs), blue.seen.taskDefinitionArn, world);
  if (wanted.diff.length === 0) return { kind: 'unchanged', sides, taskDefinitionArn: blue.seen.taskDefinitionArn };
  const { deploy } = wanted;
  const arn =
    'arn' in deploy ? deploy.arn : await alreadyRegistered(world, green.seen.taskDefinitionArn, deploy.register);

  const alarms = await checked(inputs, world, sides, route);
  const queries = await askedOnce(inputs, world);
  const broken = [
    ...(sides.broken === undefined ? [] : [sides.broken]),
    ...alarms.on.values(),
    ...queries.bad.values(),
  ];
  const compared = await comparedBefore(inputs, world, sides, route);
  const refusals = [...alarms.refusals, ...queries.refusals, ...(inputs.force === undefined ? unforced(broken) : [])];
  if (refusals.length > 0) return { kind: 'refused', sides, reasons: refusals };

  const tasks = Math.max(1, sides.broken === undefined ? blue.seen.runningCount : blue.seen.desiredCount);
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
    images: imageChanges(wanted.live, wanted.definition),
    taskDefinition: arn === undefined ? { register: wanted.definition } : { arn },
    attachGreen: sides.greenIsMissing,
    tasks,
    minHealthyTargets: Math.max(1, Math.ceil((tasks * inputs.minHealthy) / 100)),
    steps: inputs.steps,
    alarms: inputs.alarms,
    probe: inputs.probe ?? null,
    queries: queriesOf(inputs),
    compare: compared.compare,
    keepOldMs: inputs.keepOld,
    drainMs: inputs.drain,
    warnings: [
      ...broken.map((what) => `Forced (${inputs.force}): ${what}`),
      ...wanted.notices,
      ...alarms.warnings,
      ...queries.warnings,
      ...compared.warnings,
    ],
  };
  return {
    kind: 'go',
    plan,
    sides,
    route,
    silentAlarms: alarms.silent,
    alarmsOn: new Set(alarms.on.keys()),
    queriesBefore: queries,
  };
}

/** What keeps a fix from being deployed, and what lets it pass. */
const unforced = (broken: readonly string[]): readonly string[] =>
  broken.length === 0 ? [] : [...broken, 'to deploy a fix over that all the same, give its reason in force'];

const side = ({ service, targetGroupArn }: { service: string; targetGroupArn: string }) => ({
  service,
  targetGroupArn,
});

function requestOf({ taskDefinition, images, passUnknown }: BlueGreenInputs): DefinitionRequest {
  return { source: sourceOf({ taskDefinition }), edits: { images }, passUnknown };
}

/** A re-run registers nothing twice: what green has already is used when it is the same. */
async function alreadyRegistered(world: World, greenArn: string, wanted: TaskDefinition): Promise<string | undefined> {
  const green = await world.rollout.taskDefinition(greenArn);
  return runsTheSame(green, wanted) ? greenArn : undefined;
}

async function checked(inputs: BlueGreenInputs, world: World, sides: Sides, route: Route): Promise<AlarmsCheck> {
  if (inputs.alarms.length === 0) {
    const probe = inputs.probe === undefined ? [] : ['the probe'];
    const others = ['target health', 'stopped tasks', ...(inputs.compare ? ['green against blue'] : []), ...probe];
    const warning = `no alarms are given: only ${others.slice(0, -1).join(', ')} and ${others.at(-1)} can find this release bad`;
    return { refusals: [], warnings: queriesOf(inputs).length > 0 ? [] : [warning], silent: new Set(), on: new Map() };
  }
  const alarms = await world.alarms.alarms(inputs.alarms);
  return checkAlarms(inputs.alarms, alarms, {
    blue: world.metricDimension(sides.blue.targetGroupArn),
    green: world.metricDimension(sides.green.targetGroupArn),
    loadBalancer: world.metricDimension(route.loadBalancerArn),
  });
}

/** How much traffic there is to compare by. Without the permission to read it the deployment is refused, not begun blind. */
async function comparedBefore(
  inputs: BlueGreenInputs,
  world: World,
  { blue, green }: Sides,
  route: Route,
): Promise<{ compare: Plan['compare']; warnings: string[] }> {
  if (!inputs.compare) return { compare: null, warnings: [] };
  const compare = {
    tolerance: inputs.compareTolerance,
    alpha: Number((1 - inputs.compareConfidence / 100).toPrecision(3)),
    latency:
      inputs.compareLatency === undefined
        ? null
        : { factor: inputs.compareLatency, floorMs: inputs.compareLatencyFloor },
    minRequests: inputs.minRequests,
    onNoData: inputs.onNoData,
    noDataLimitMs: inputs.noDataLimit,
  };
  const groups = { blueArn: blue.targetGroupArn, greenArn: green.targetGroupArn };
  try {
    const usualPerSecond = await usualRequests(world.metrics(route), world.clock.now(), groups);
    const known = { ...compare, usualPerSecond };
    return { compare: known, warnings: blindToLatency(inputs.steps, known) };
  } catch (error) {
    if (error instanceof AccessError) throw error;
    const warning = `the traffic before the start could not be read (${messageOf(error)}): what the steps can see is not known`;
    return { compare: { ...compare, usualPerSecond: null }, warnings: [warning] };
  }
}

const queriesOf = ({ queries, alertRules }: BlueGreenInputs) => [...queries, ...alertRules];

async function askedOnce({ queries, alertRules }: BlueGreenInputs, { metricQueries }: World): Promise<QueriesCheck> {
  if (metricQueries === undefined) return { refusals: [], warnings: [], silent: new Set(), bad: new Map() };
  return checkQueries(metricQueries, { queries, 'alert-rules': alertRules });
}

function imageChanges(live: TaskDefinition, wanted: TaskDefinition): Plan['images'] {
  return (wanted.containerDefinitions ?? []).flatMap(({ name = '', image = '' }) => {
    const from = live.containerDefinitions?.find((container) => container.name === name)?.image ?? 'none';
    return from === image ? [] : [{ container: name, from, to: image }];
  });
}
