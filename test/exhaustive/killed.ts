import { figure } from '../../src/testing/figures.js';
import { ActionStep, type PhaseResult } from '../../src/testing/runner.js';
import { type Outside, type Stage, stage, wrongWith } from '../program/stage.js';
import {
  type Boundary,
  boundariesOf,
  callsSince,
  isRead,
  killAt,
  type LoggedCall,
  lastCall,
  named,
} from './boundaries.js';

/** How the shift would have ended: the new version is good, or its alarm goes on at 50 %. */
export type Way = 'promotion' | 'rollback';

/** Who comes after the dead process. */
export interface Afterwards {
  readonly name: string;
  /**
   * Whether it is given anything by the dead process itself (the runner's state file), so that a process killed at a read
   * is not the same to it as one killed after the write before that read.
   */
  readonly knowsTheProcess: boolean;
  run(on: Stage, step: ActionStep): Promise<PhaseResult>;
}

/**
 * A whole shift in little time: the lease of a dead run's lock (five minutes) is over in 1.3 s. The evidence may be old for
 * long, because a busy machine is slow, and at this pace a moment of it is a minute.
 */
export const speed = 240;
export const brief = {
  steps: '50%@20s, 100%@20s',
  settle: '5s',
  drain: '10s',
  'keep-old': '0s',
  'poll-interval': '10s',
  'unknown-limit': '20m',
  'start-timeout': '1h',
  timeout: '6h',
};
/** A step that lasts until its alarm goes on, however late on a slow machine. */
const untilAlarm = { ...brief, steps: '50%@20m, 100%@20s' };

/** Deploys; where the way is a rollback, the alarm goes on as soon as the new version has half of the traffic. */
async function play(on: Stage, way: Way): Promise<ActionStep> {
  await on.alarm('OK');
  const onLine = (line: string): void => {
    if (way === 'rollback' && line.includes('50 % observed')) void on.alarm('ALARM');
  };
  return on.deploy(way === 'rollback' ? untilAlarm : brief, { onLine });
}

/** So often a shift is played until it ends as on a machine that keeps up: one that stands still for a second takes it back, rightly. */
const attempts = 5;

/** A plain re-run, started at once: it waits until the lease is over. */
export const rerun: Afterwards = {
  name: 'a plain re-run',
  knowsTheProcess: false,
  run: async (on) => {
    await using step = await on.again({ ...brief, 'when-locked': 'wait' });
    const main = await step.runMain();
    await step.runPost();
    return main;
  },
};

/** What the runner starts when the process was killed and the runner was not. */
export const post: Afterwards = { name: 'post', knowsTheProcess: true, run: (_on, step) => step.runPost() };

/** The action that looks for what dead runs left; by hand, so it does not wait until the lease is over. */
const recoverStep = (on: Stage): Promise<ActionStep> =>
  ActionStep.prepare({
    action: 'recover',
    environment: { ...on.sides.cloud.env },
    inputs: { cluster: 'shop', services: 'shop-blue\nshop-green', 'when-locked': 'take' },
  });

export const recover: Afterwards = {
  name: 'recover',
  knowsTheProcess: false,
  run: async (on) => {
    await using step = await recoverStep(on);
    return await step.runMain();
  },
};

export interface Killed {
  readonly cases: number;
  /** Cases in which the shift ended by itself before it got to the boundary. */
  readonly unreached: number;
  /** Cases in which the dead process left something that somebody had to clean up. */
  readonly unclean: number;
  readonly problems: readonly string[];
}

/** What a whole shift calls, from its log. */
async function callsOfShift(on: Stage, way: Way): Promise<Boundary[]> {
  const wanted = way === 'promotion' ? 'promoted' : 'rolled-back';
  for (let attempt = 1; ; attempt++) {
    await on.tidy();
    const from = await lastCall(on.sides.cloud);
    await using step = await play(on, way);
    const main = await step.runMain();
    const calls = await callsSince(on.sides.cloud, from);
    await step.runPost();
    if (main.outputs.outcome === wanted) {
      return boundariesOf(calls.filter(({ operation }) => operation !== 'cloudwatch:SetAlarmState'));
    }
    if (attempt === attempts) throw new Error(`not ${wanted}, ${attempts} times: ${main.stdout}`);
  }
}

/** Kills a shift at every boundary, has somebody come after, and looks at what is left. */
export async function killEverywhere(way: Way, afterwards: Afterwards): Promise<Killed> {
  let on = await stage({ speed });
  try {
    const all = await callsOfShift(on, way);
    const boundaries = afterwards.knowsTheProcess ? all : all.filter(({ operation }) => !isRead(operation));
    const problems: string[] = [];
    let unreached = 0;
    let unclean = 0;
    let kills = 0;
    for (const boundary of boundaries) {
      const what = `${way}, killed ${named(boundary)}, then ${afterwards.name}`;
      const { reached, left, wrong } = await killOnce(on, way, boundary, afterwards);
      // How often the lock is renewed depends on how long the shift took.
      if (!reached && boundary.operation !== 'ssm:PutParameter') unreached++;
      if (reached) kills++;
      if (left.length > 0) unclean++;
      problems.push(...wrong.map((text) => `${what}: ${text}`));
      if (wrong.length > 0) {
        // What is wrong here must not make the next case wrong.
        await on.stop();
        on = await stage({ speed });
      }
    }
    const cases = boundaries.length;
    figure(`kill-cases-${way}`, kills);
    figure(`kill-problems-${way}`, problems.length);
    process.stdout.write(
      `${way}, then ${afterwards.name}: ${cases} boundaries, ${kills} reached, something to clean up after ${unclean}, ${problems.length} problems\n`,
    );
    return { cases, unreached, unclean, problems };
  } finally {
    await on.stop();
  }
}

/** Moments of a promotion whose remains differ: green starts, has half of the traffic, has all of it and blue still runs. */
const remains: readonly Boundary[] = [
  { operation: 'ecs:UpdateService', nth: 1, when: 'after' },
  { operation: 'elb:ModifyRule', nth: 1, when: 'after' },
  { operation: 'ecs:UpdateService', nth: 2, when: 'before' },
];

/** Kills `recover` itself at every boundary, on each kind of remains; another `recover` follows. */
export async function killRecoverEverywhere(): Promise<Killed> {
  let on = await stage({ speed });
  const problems: string[] = [];
  let [cases, unreached, unclean] = [0, 0, 0];
  try {
    for (const remain of remains) {
      let boundaries: readonly (Boundary | undefined)[] = [undefined];
      for (let n = 0; n < boundaries.length; n++) {
        const boundary = boundaries[n];
        await on.tidy();
        const before = await on.look();
        await using step = await play(on, 'promotion');
        await killAt(on.sides.cloud, () => step.main(), remain);
        const from = await lastCall(on.sides.cloud);
        await using first = await recoverStep(on);
        if (boundary === undefined) {
          // The first recovery of these remains is left alone: it says what there is to be killed at.
          await first.runMain();
          boundaries = [undefined, ...boundariesOf(await callsSince(on.sides.cloud, from))];
        } else {
          cases++;
          const { reached } = await killAt(on.sides.cloud, () => first.main(), boundary);
          if (!reached) unreached++;
          if (wrongWith(before, await on.look()).length > 0) unclean++;
        }
        const then = boundary === undefined ? undefined : await recover.run(on, step);
        const wrong = wrongWith(before, await on.look());
        const what = `killed ${named(remain)}, recover killed ${boundary === undefined ? 'nowhere' : named(boundary)}`;
        problems.push(...wrong.map((text) => `${what}: ${text}\n${then?.stdout}`));
        if (wrong.length === 0) continue;
        await on.stop();
        on = await stage({ speed });
      }
    }
    figure('recover-kill-cases', cases - unreached);
    figure('recover-kill-problems', problems.length);
    process.stdout.write(
      `recover killed: ${cases} boundaries, ${cases - unreached} reached, something to clean up after ${unclean}, ${problems.length} problems\n`,
    );
    return { cases, unreached, unclean, problems };
  } finally {
    await on.stop();
  }
}

async function killOnce(
  on: Stage,
  way: Way,
  boundary: Boundary,
  afterwards: Afterwards,
): Promise<{ reached: boolean; left: string[]; wrong: string[] }> {
  await on.tidy();
  const before: Outside = await on.look();
  const from = await lastCall(on.sides.cloud);
  await using step = await play(on, way);
  const { reached, result } = await killAt(on.sides.cloud, () => step.main(), boundary);
  const left = wrongWith(before, await on.look());
  const after = reached ? await afterwards.run(on, step) : await step.runPost();
  const calls = await callsSince(on.sides.cloud, from);
  const tookEffect = calls.filter(({ faults = [] }) => boundary.when === 'after' || !faults.includes('hold'));
  const wrong = [...wrongWith(before, await on.look()), ...scaledDownWhileServing(on, before, tookEffect)];
  if (after.signal !== null) wrong.push(`whoever came after was ended by ${after.signal}`);
  const said = (text: string): string => text.replaceAll('\n', '\n    ');
  return {
    reached,
    left,
    wrong: wrong.map((text) => `${text}\n  first:\n    ${said(result.stdout)}\n  then:\n    ${said(after.stdout)}`),
  };
}

/** Every update that took the tasks of a side that had a share of the traffic at that moment. */
function scaledDownWhileServing(on: Stage, before: Outside, calls: readonly LoggedCall[]): string[] {
  const groups: Record<string, string> = { 'shop-blue': on.sides.blueArn, 'shop-green': on.sides.greenArn };
  const weights: Record<string, number> = { ...before.weights };
  const wrong: string[] = [];
  for (const { operation, input } of calls) {
    if (operation === 'elb:ModifyRule') {
      const tuples: { TargetGroupArn: string; Weight: number }[] = input.Actions.at(-1).ForwardConfig.TargetGroups;
      for (const [service, arn] of Object.entries(groups)) {
        weights[service] = tuples.find(({ TargetGroupArn }) => TargetGroupArn === arn)?.Weight ?? 0;
      }
    }
    if (operation === 'ecs:UpdateService' && input.desiredCount === 0 && (weights[input.service] ?? 0) > 0) {
      wrong.push(`${input.service} was scaled to 0 with weight ${weights[input.service]}`);
    }
  }
  return wrong;
}
