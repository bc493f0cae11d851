import type { FollowPlan } from '../ecs/follow-state.js';
import { shortName, type TaskDefinition } from '../ecs/task-definition.js';
import { diffText } from '../ecs/task-definition-diff.js';
import { type DefinitionToDeploy, definitionToDeploy } from '../ecs/task-definition-source.js';
import { checkQueries } from '../evidence/prometheus-source.js';
import type { ServiceChange, ServiceDeploymentSeen } from '../ports/service-deployments.js';
import type { ServiceSeen } from '../ports/service-rollout.js';
import { InputError } from '../spec/input-error.js';
import { checkAlarms } from '../verdict/alarms.js';
import type { EvidenceBefore } from './bake.js';
import { changeLines, changeOf } from './change.js';
import { blindAlarms } from './deployment-alarms.js';
import { isDenied } from './look.js';
import type { ServiceBefore } from './result.js';
import type { RollRequest } from './roll.js';
import { noRoom } from './room.js';
import type { RollStory } from './story.js';
import type { RollingWorld } from './world.js';

export type Prepared =
  | {
      readonly kind: 'go';
      readonly service: ServiceSeen;
      readonly before: ServiceBefore;
      readonly deploy: DefinitionToDeploy['deploy'];
      readonly definition: TaskDefinition;
      readonly change: Omit<ServiceChange, 'taskDefinitionArn'>;
      readonly known: Pick<FollowPlan, 'knownBefore' | 'knownUntil'>;
      readonly evidence: EvidenceBefore;
    }
  | { readonly kind: 'unchanged'; readonly before: ServiceBefore; readonly reason: string }
  | { readonly kind: 'refused' | 'interrupted'; readonly before?: ServiceBefore; readonly reasons: readonly string[] };

/** A deployment that crashes without a circuit breaker is under way for ever, and its fix would wait for it. */
const wouldReplace = 'when-busy: replace deploys over it';

/** How often it is looked whether another deployment is done. */
const busyMs = 10_000;

/**
 * Reads everything and decides what to do. Changes nothing.
 *
 * @param beat called while it waits, so that the lock stays this run's
 * @throws InputError when what the inputs name does not exist, AccessError when it may not be read
 */
export async function prepare(
  request: RollRequest,
  world: RollingWorld,
  story: RollStory,
  deadline: number,
  beat: () => void = () => {},
): Promise<Prepared> {
  const { settings } = request;
  const free = await whenFree(request, world, deadline, beat);
  if ('kind' in free) return free;
  const { service, list } = free;
  const before = beforeOf(service, list);
  if (service.controller !== 'ECS')
    return refused(
      `${service.name} has the deployment controller ${service.controller}; a rolling update needs ECS`,
      before,
    );
  if (service.status !== 'ACTIVE') return refused(`${service.name} is ${service.status}, not ACTIVE`, before);
  if ((settings.change.desiredCount ?? service.desiredCount) === 0) {
    const how = settings.change.desiredCount === 0 ? 'desired-count is 0' : 'its desired count is 0';
    return refused(
      `${service.name} would run no task (${how}), so nothing could be shown of the new version: scale it up, or give desired-count`,
      before,
    );
  }
  const wanted = await definitionToDeploy(request.definition, service.taskDefinitionArn, world);
  story.diff = wanted.diff;
  for (const notice of wanted.notices) warn(world, story, notice);
  const { change, capacityBefore } = await changeOf(request, world, service, wanted.isUnchanged);
  if (wanted.isUnchanged && Object.keys(change).length === 0) return unchanged(service, before, world, story);

  const evidence = await evidenceBefore(request, world);
  const broken = [...evidence.alarms.on.values(), ...evidence.queries.bad.values()];
  const findings = (await world.gate?.preflight?.({ service, definition: wanted.definition })) ?? [];
  const stuck = noRoom(service, settings);
  const refusals = [
    ...(stuck === undefined ? [] : [stuck]),
    ...evidence.alarms.refusals,
    ...evidence.queries.refusals,
    ...(settings.force === undefined ? broken : []),
    ...findings.filter(({ level }) => level === 'error').map(({ what }) => what),
  ];
  const warnings = [
    ...evidence.alarms.warnings,
    ...evidence.queries.warnings,
    ...(await blindAlarms(settings, service, world)),
    ...findings.filter(({ level }) => level === 'warning').map(({ what }) => what),
    ...(settings.force === undefined ? [] : broken.map((what) => `Forced (${settings.force}): ${what}`)),
    ...(before.lastGoodArn === undefined
      ? [
          `no deployment of ${service.name} is known to have succeeded: should this one fail, there is nothing to go back to`,
        ]
      : []),
  ];
  for (const warning of new Set(warnings)) warn(world, story, warning);
  story.plan = planLines(request, service, before, wanted, change);
  if (refusals.length > 0) return { kind: 'refused', before, reasons: [...new Set(refusals)] };
  return {
    kind: 'go',
    service,
    before: { ...before, ...(capacityBefore === undefined ? {} : { capacity: capacityBefore }) },
    deploy: wanted.deploy,
    definition: wanted.definition,
    change,
    known: knownOf(service, list),
    evidence,
  };
}

const refused = (reason: string, before: ServiceBefore): Prepared => ({ kind: 'refused', before, reasons: [reason] });

function warn(world: RollingWorld, story: RollStory, text: string): void {
  story.warnings.push(text);
  world.report.warn(text);
}

type List = readonly ServiceDeploymentSeen[] | undefined;

/** What is there already, and so never ours. */
export function knownOf(
  service: Pick<ServiceSeen, 'deployments'> | undefined,
  list: List,
): Pick<FollowPlan, 'knownBefore' | 'knownUntil'> {
  return {
    knownBefore: (service?.deployments ?? []).map(({ id }) => id),
    knownUntil: Math.max(0, ...(list ?? []).map(({ createdAt }) => createdAt)),
  };
}

/** The service once nobody else deploys to it, or at once where that is to be replaced. */
async function whenFree(
  { service: name, settings }: RollRequest,
  world: RollingWorld,
  deadline: number,
  beat: () => void,
): Promise<
  { readonly service: ServiceSeen; readonly list: List } | Extract<Prepared, { kind: 'refused' | 'interrupted' }>
> {
  for (let told = false; ; told = true) {
    const service = await theService(name, world);
    const list = await listed(name, world);
    const busy = busyWith(service, list);
    if (busy === undefined) return { service, list };
    if (settings.whenBusy === 'fail')
      return { kind: 'refused', reasons: [`${name} is being deployed to: ${busy}; ${wouldReplace}`] };
    if (settings.whenBusy === 'replace') {
      world.report.warn(`${name} is being deployed to (${busy}); that is replaced (when-busy: replace)`);
      return { service, list };
    }
    const { reason } = world.cancellation;
    if (reason !== undefined) return { kind: 'interrupted', reasons: [`${reason}; nothing was changed`] };
    if (world.clock.now() >= deadline)
      return { kind: 'refused', reasons: [`${name} was being deployed to all the time: ${busy}; ${wouldReplace}`] };
    if (!told) world.report.line(`Waiting for another deployment to ${name}: ${busy}`);
    beat();
    await world.clock.sleep(Math.min(busyMs, deadline - world.clock.now()), world.cancellation.signal);
  }
}

async function theService(name: string, { rollout }: RollingWorld): Promise<ServiceSeen> {
  try {
    return (await rollout.describe([name]))[0] as ServiceSeen;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      error.problems.map((problem) => (problem.input === 'services' ? { ...problem, input: 'service' } : problem)),
    );
  }
}

/** Without the right to list them the service's own list of deployments has to do. */
async function listed(name: string, { deployments }: RollingWorld): Promise<List> {
  return deployments.list(name).catch((error: unknown) => {
    if (isDenied(error)) return undefined;
    throw error;
  });
}

function busyWith(service: ServiceSeen, list: List): string | undefined {
  const current = list?.find(({ status }) =>
    ['PENDING', 'IN_PROGRESS', 'STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS'].includes(status),
  );
  if (current !== undefined)
    return `${shortName(current.taskDefinitionArn) || 'a service deployment'} is ${current.status}`;
  // A primary deployment of ECS's older answers may be without end; with the list, that one is the authority.
  const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
  const isBusy = list === undefined && primary?.rollout === 'IN_PROGRESS';
  return isBusy ? `${shortName(primary.taskDefinitionArn)} is IN_PROGRESS` : undefined;
}

function beforeOf(service: ServiceSeen, list: List): ServiceBefore {
  const { taskDefinitionArn, desiredCount } = service;
  const good = list?.find(
    ({ status, taskDefinitionArn: arn }) => status === 'SUCCESSFUL' && arn !== '',
  )?.taskDefinitionArn;
  const primary = service.deployments.find(({ status }) => status === 'PRIMARY');
  // ECS forgets service deployments after 90 days: what runs since then has succeeded.
  const steady =
    primary?.rollout === 'COMPLETED' || (primary?.rollout === 'UNKNOWN' && service.runningCount >= desiredCount)
      ? taskDefinitionArn
      : undefined;
  return { taskDefinitionArn, desiredCount, lastGoodArn: good ?? steady };
}

function unchanged(service: ServiceSeen, before: ServiceBefore, world: RollingWorld, story: RollStory): Prepared {
  const { name, runningCount, desiredCount, taskDefinitionArn } = service;
  if (runningCount < desiredCount)
    warn(
      world,
      story,
      `${name} runs only ${runningCount} of ${desiredCount} tasks; force-new-deployment starts all of them anew`,
    );
  return {
    kind: 'unchanged',
    before,
    reason: `${name} runs ${shortName(taskDefinitionArn)} already, and nothing differs from it`,
  };
}

async function evidenceBefore({ settings }: RollRequest, world: RollingWorld): Promise<EvidenceBefore> {
  const { alarms: names, queries, alertRules } = settings;
  const { metricQueries } = world;
  return {
    alarms:
      names.length === 0
        ? { refusals: [], warnings: [], silent: new Set(), on: new Map() }
        : checkAlarms(names, await world.alarms.alarms(names)),
    queries:
      metricQueries === undefined
        ? { refusals: [], warnings: [], silent: new Set(), bad: new Map() }
        : await checkQueries(metricQueries, { queries, 'alert-rules': alertRules }),
  };
}

function planLines(
  { settings }: RollRequest,
  service: ServiceSeen,
  before: ServiceBefore,
  wanted: DefinitionToDeploy,
  change: Partial<ServiceChange>,
): string[] {
  const { bakeMs, failAfter } = settings;
  const what =
    'arn' in wanted.deploy
      ? `deploy ${shortName(wanted.deploy.arn)} as it is`
      : `register a new revision of ${wanted.definition.family ?? 'the task definition'} and deploy it`;
  const back = before.lastGoodArn === undefined ? 'nothing to go back to' : `back to ${shortName(before.lastGoodArn)}`;
  const policy = settings.onFailure === 'leave' ? 'left as it is' : back;
  return [
    `${service.name} runs ${shortName(service.taskDefinitionArn)}, ${service.runningCount} of ${service.desiredCount} tasks`,
    ...diffText(wanted.diff),
    what,
    ...changeLines(settings, change),
    `healthy for ${Math.round(bakeMs / 1000)} s once all tasks run; ${failAfter} tasks that fail for the same reason end it: ${policy}`,
  ];
}
