import { returnChange } from '../ecs/follow-state.js';
import { shortName } from '../ecs/task-definition.js';
import type { Clock } from '../ports/clock.js';
import { messageOf } from '../ports/message-of.js';
import type { Report } from '../ports/report.js';
import type { ServiceDeployments } from '../ports/service-deployments.js';
import type { RollOutcome, RollResult } from '../rolling/result.js';
import { setBack } from '../rolling/return.js';
import { type RollRequest, roll, undo } from '../rolling/roll.js';
import { isGood, sentence } from '../rolling/words.js';
import type { RollingWorld } from '../rolling/world.js';
import type { HeldRelease } from './held-release.js';
import { inStep } from './in-step.js';
import {
  type DeedEnd,
  type FleetDeeds,
  type FleetItem,
  type FleetPlan,
  type FleetPolicy,
  type FleetWorld,
  type ItemEnd,
  runFleet,
} from './run-fleet.js';
import { touchedService } from './touched-service.js';

/** A service of a fleet, with what it is to run and the world that it lives in. */
export interface FleetService extends FleetItem {
  readonly request: RollRequest;
  readonly world: RollingWorld;
}

export type ServiceEnd = ItemEnd<FleetService, RollResult>;

/** So many services at least make it worth to look at them in step. */
const many = 4;

/** Rolls all services out, level by level. Never rejects; every service has an end. */
export async function rollFleet(
  plan: FleetPlan<FleetService>,
  policy: FleetPolicy,
  world: FleetWorld & { readonly report: Pick<Report, 'line'>; readonly release?: HeldRelease | undefined },
): Promise<readonly ServiceEnd[]> {
  const all = plan.flat();
  const pollMs = Math.min(...all.map(({ request }) => request.settings.pollMs));
  const shared = all.length < many ? undefined : inStep(world.clock, pollMs);
  const worldOf = ({ name, world: its }: FleetService): RollingWorld => ({
    ...its,
    ...(shared === undefined ? {} : { clock: shared, deployments: toldInStep(its, shared, pollMs) }),
    report: labelled(its.report, name),
  });
  let done = 0;
  const deeds: FleetDeeds<FleetService, RollResult> = {
    async roll(item) {
      const its = worldOf(item);
      const { release } = world;
      const result = await roll(item.request, release === undefined ? its : journaled(item, its, release));
      done += 1;
      world.report.line(`${done} of ${all.length}: ${sentence(result)}`);
      return endOf(result);
    },
    async undo(item, before) {
      const isOver = before.outcome === 'interrupted' || before.outcome === 'superseded';
      // What is on its way back, or somebody else's by now, is not told anything more.
      if (isOver) return endOf(before);
      const isCancelled = world.cancellation.reason !== undefined;
      const its = worldOf(item);
      const foreign = await deployedSince(before, its).catch(() => undefined);
      const result =
        foreign ?? (isCancelled ? await tellBack(before, item.request, its) : await undo(before, item.request, its));
      world.report.line(sentence(result));
      const isBack = result.outcome === 'rolled-back';
      return { isGood: isBack, isChanged: !isBack, result };
    },
  };
  const ends = await runFleet(plan, deeds, policy, world);
  if (world.cancellation.reason !== undefined && ends.some(isLeftToPost)) world.release?.leave();
  else await world.release?.end();
  return ends;
}

/** A cancel leaves seconds, in which not every service could be told. */
const isLeftToPost = ({ end }: ServiceEnd): boolean => end === 'not-undone' || end === 'broken';

/** Who has told a service to change looks at it for the first time when all others look at theirs. */
function toldInStep({ deployments, cancellation }: RollingWorld, shared: Clock, pollMs: number): ServiceDeployments {
  return {
    ...deployments,
    async start(service, change) {
      const answer = await deployments.start(service, change);
      await shared.sleep(pollMs, cancellation.signal);
      return answer;
    },
  };
}

/** The same world, in which the journal of the release knows of the service before it is told. */
function journaled({ request }: FleetService, its: RollingWorld, release: HeldRelease): RollingWorld {
  const { deployments, rollout } = its;
  let before: string | undefined;
  let isTold = false;
  return {
    ...its,
    rollout: {
      ...rollout,
      async describe(names) {
        const seen = await rollout.describe(names);
        if (!isTold) before = seen[0]?.taskDefinitionArn;
        return seen;
      },
    },
    deployments: {
      ...deployments,
      async start(service, change) {
        isTold = true;
        before ??= (await rollout.describe([service]))[0]?.taskDefinitionArn ?? '';
        const after = change.taskDefinitionArn ?? before;
        await release.touching(touchedService({ cluster: request.cluster, service }, { before, after }));
        return deployments.start(service, change);
      },
    },
  };
}

/** What somebody else has deployed meanwhile is not taken back with what was ours. */
async function deployedSince(done: RollResult, { rollout }: RollingWorld): Promise<RollResult | undefined> {
  const { service, before, taskDefinitionArn } = done;
  const [seen] = await rollout.describe([service]);
  const now = seen?.taskDefinitionArn;
  if (now === undefined || now === taskDefinitionArn || now === before?.taskDefinitionArn) return undefined;
  const reason = `somebody else has deployed ${shortName(now)}, which was left alone`;
  return { ...done, outcome: 'superseded', reason, serving: '', command: undefined };
}

function endOf(result: RollResult): DeedEnd<RollResult> {
  const { outcome, isTouched } = result;
  return { isGood: isGood(outcome), isChanged: isTouched && !untouched.includes(outcome), result };
}

/** Of these it is known that the service is what it was. */
const untouched: readonly RollOutcome[] = ['unchanged', 'rolled-back', 'refused'];

/** A cancel leaves seconds: ECS is told to go back, and nobody watches it. */
async function tellBack(
  done: RollResult,
  { settings }: RollRequest,
  { deployments }: RollingWorld,
): Promise<RollResult> {
  const { service, before } = done;
  const end = (outcome: RollOutcome, reason: string): RollResult => ({ ...done, outcome, reason, serving: '' });
  try {
    if (before === undefined) return end('failed', 'what it ran before is not known');
    const target = before.taskDefinitionArn;
    await deployments.start(service, { taskDefinitionArn: target, ...returnChange(setBack(settings, before)) });
    return end('rolled-back', `ECS was told to go back to ${shortName(target)}; the cancel left no time to watch it`);
  } catch (error) {
    const why = messageOf(error);
    return end('failed', `ECS could not be told to go back: ${why}`);
  }
}

/** Many services write into one log. The outputs and the summary are the fleet's. */
export function labelled(report: Report, name: string): Report {
  return {
    line: (text) => report.line(text === '' ? '' : `[${name}] ${text}`),
    warn: (text) => report.warn(`${name}: ${text}`),
    outputs: () => {},
    summary: async () => {},
    keep: (key, value) => report.keep(key, value),
  };
}
