import type { BlueGreenInputs } from '../actions/ecs-blue-green/spec.js';
import { AccessError } from '../ports/access-error.js';
import { messageOf } from '../ports/message-of.js';
import type { Route } from '../ports/traffic-router.js';
import { greenShare, weightsFor, weightsOf } from '../shift/weights.js';
import { formatDuration } from '../spec/duration.js';
import { changeIdle } from './change-idle.js';
import { type Foreign, foreignTo, type Known, knownByRun } from './foreign.js';
import type { HeldLock } from './hold-lock.js';
import type { Plan } from './plan.js';
import type { Result } from './result.js';
import type { Story } from './story.js';
import { counted } from './words.js';
import type { World } from './world.js';

interface Sided {
  readonly blue: { readonly service: string; readonly targetGroupArn: string };
  readonly green: { readonly service: string; readonly targetGroupArn: string };
}

/** Who serves: from the route when it is at hand, otherwise read once more. Nothing when it cannot be read. */
export async function weightsNow(
  world: Pick<World, 'router'>,
  sided: Sided | undefined,
  route?: Route,
): Promise<Pick<Result, 'weights' | 'activeService'>> {
  if (sided === undefined) return {};
  const seen = route ?? (await world.router.read().catch(() => undefined));
  if (seen === undefined) return {};
  const weightOf = (arn: string): number => seen.groups.find((group) => group.targetGroupArn === arn)?.weight ?? 0;
  const { blue, green } = sided;
  const weights = { [blue.service]: weightOf(blue.targetGroupArn), [green.service]: weightOf(green.targetGroupArn) };
  const [active] = Object.entries(weights).sort(([, a], [, b]) => b - a);
  return { weights, activeService: active?.[0] };
}

/**
 * Puts green back to what it was before the run: its task definition and its number of tasks. What somebody else has deployed
 * to either side meanwhile stays as it is.
 *
 * @returns what to tell of that, a few sentences for each side
 */
export async function cleanUpGreen(
  world: Pick<World, 'rollout' | 'report'>,
  known: Known,
  desiredBefore: number,
): Promise<{ readonly blue?: string; readonly green?: string; readonly unchanged?: string }> {
  const { blue, green } = await foreignTo(world, known);
  let unchanged: string | undefined;
  const { service, taskDefinitionBefore } = known.green;
  if (green === undefined) {
    const change = { taskDefinitionArn: taskDefinitionBefore, desiredCount: desiredBefore };
    unchanged = await changeIdle(world, service, change);
    if (unchanged === undefined)
      world.report.line(`${service} is back to ${counted(desiredBefore, 'task')}, as before`);
  }
  const told = {
    ...(blue === undefined
      ? {}
      : {
          blue: `${blue.words}. Somebody else has deployed to it; who did that has to decide whether it stays.`,
        }),
    ...(green === undefined
      ? {}
      : {
          green:
            `${green.words}. Somebody else has deployed to it, so it was left as it is, with its ${counted(green.tasks, 'task')} ` +
            'and no traffic; who did that has to decide what becomes of it.',
        }),
    ...(unchanged === undefined ? {} : { unchanged: `${unchanged}.` }),
  };
  for (const words of Object.values(told)) world.report.warn(words);
  return told;
}

/**
 * Keeps the old side warm for its time, then scales it to 0. Not before the load balancer has had `drain` to stop
 * sending it requests. A cancel leaves it running: it costs money, not requests.
 */
export async function retireBlue(
  inputs: BlueGreenInputs,
  world: World,
  plan: Plan,
  taskDefinitionArn: string,
  lock: HeldLock,
): Promise<{ readonly isRetired: boolean; readonly words: string }> {
  const { blue, green } = plan;
  const kept = (words: string) => ({ isRetired: false, words: `${blue.service} ${words}` });
  if (inputs.keepOld === 'forever') return kept('keeps its tasks');
  const warmMs = Math.max(inputs.keepOld, inputs.drain);
  world.report.line(`${blue.service} stays warm for ${formatDuration(warmMs) || '0s'}`);
  await lock.sleep(warmMs);
  if (lock.lostTo !== undefined) return kept(`still has its tasks, because the lock is held by ${lock.lostTo} now`);
  if (world.cancellation.reason !== undefined) return kept(`still has its tasks (${world.cancellation.reason})`);
  // The last look before the only way back is closed.
  const route = await world.router.read();
  if (greenShare(weightsOf(route), blue.targetGroupArn, green.targetGroupArn) !== 100) {
    return kept('keeps its tasks, because it has traffic again');
  }
  const foreign = Object.values(await foreignTo(world, knownByRun(plan, taskDefinitionArn)));
  if (foreign.length > 0) return kept(keptForForeign(blue.service, foreign));
  const unchanged = await changeIdle(world, blue.service, { desiredCount: 0 });
  if (unchanged !== undefined) {
    world.report.warn(unchanged);
    return { isRetired: false, words: unchanged };
  }
  return { isRetired: true, words: `${blue.service} is scaled to 0` };
}

/** Why the old side has kept its tasks. */
export function keptForForeign(old: string, foreign: readonly Foreign[]): string {
  const found = foreign.map(({ words }) => words).join(', and ');
  return `still has its tasks: ${found}. Somebody else has deployed to it, and has to decide whether ${old} may go`;
}

/** Why green's tasks stopped with their last log lines, and the traffic minute by minute. Whatever cannot be read is left out and said. */
export async function diagnose(inputs: BlueGreenInputs, world: World, story: Story): Promise<void> {
  const { plan } = story;
  if (plan === undefined) return;
  await softly(world, 'the traffic metrics', async () => {
    const metrics = world.metrics(await world.router.read());
    const until = world.clock.now();
    const [blue, green] = await Promise.all(
      [plan.blue, plan.green].map(({ targetGroupArn }) => metrics.minutes(targetGroupArn, story.startedAt, until)),
    );
    story.minutes = { blue: blue ?? [], green: green ?? [] };
  });
  await softly(world, 'the logs of the stopped tasks', async () => {
    const logs = [];
    for (const task of story.stopped.tasks.slice(0, 2)) {
      for (const { name } of task.containers) {
        const lines = await world.logs.lastLines(task, name, inputs.logLines);
        if (lines.length > 0)
          logs.push({ container: name, task: task.arn.slice(task.arn.lastIndexOf('/') + 1), lines });
      }
    }
    story.stopped = { ...story.stopped, logs };
  });
}

async function softly(world: World, what: string, deed: () => Promise<void>): Promise<void> {
  try {
    await deed();
  } catch (error) {
    world.report.line(`Could not read ${what}: ${messageOf(error)}`);
  }
}

/** Green's share by the rule as it is now. */
export async function currentShare(
  world: Pick<World, 'router'>,
  blueArn: string,
  greenArn: string,
): Promise<number | undefined> {
  return greenShare(weightsOf(await world.router.read()), blueArn, greenArn);
}

/**
 * Writes until the rule is seen to send everything to blue; at most a minute.
 *
 * @throws AccessError at once: what is refused now is refused in a minute as well
 */
export async function restoreBlue(
  world: Pick<World, 'router' | 'clock'>,
  blueArn: string,
  greenArn: string,
): Promise<boolean> {
  for (let attempt = 0; attempt < 12; attempt++) {
    await world.router.write(weightsFor(0, blueArn, greenArn)).catch(unlessRefused);
    for (let look = 0; look < 5; look++) {
      if ((await currentShare(world, blueArn, greenArn).catch(unlessRefused)) === 0) return true;
      await world.clock.sleep(1_000);
    }
  }
  return false;
}

function unlessRefused(error: unknown): undefined {
  if (error instanceof AccessError) throw error;
}
