import { type GateStep, gateOf } from '../rolling/gate.js';
import type { RollResult } from '../rolling/result.js';
import { roll, undo } from '../rolling/roll.js';
import type { RollSettings } from '../rolling/settings.js';
import type { RollingWorld } from '../rolling/world.js';
import { FakeRollingWorld } from './fake-rolling-world.js';
import { dying, Life, mortal } from './mortal.js';

/** A rollout that is to be killed, and what may run when somebody has finished it. */
export interface KilledRolling {
  readonly name: string;
  readonly settings?: Partial<RollSettings>;
  readonly prepare?: (fake: FakeRollingWorld) => void;
  readonly before?: readonly GateStep[];
  readonly after?: readonly GateStep[];
  /** Killed while it is taken back as a whole, after it had succeeded. */
  readonly isUndone?: boolean;
  /** What may run at the end, when the run was told to end, and when nobody told it anything. */
  readonly mayRun: { readonly post: readonly string[]; readonly recover: readonly string[] };
}

const step: GateStep = { name: 'migrations', command: ['migrate'], timeoutMs: 600_000 };
const old = ['shop:1'];
const either = ['shop:1', 'shop:2'];

export const rollings: readonly KilledRolling[] = [
  { name: 'a good release', mayRun: { post: either, recover: either } },
  {
    name: 'a release that crashes',
    prepare: (fake) => {
      fake.behaviours = ['crashes'];
    },
    mayRun: { post: old, recover: old },
  },
  {
    name: 'a release that crashes, with the circuit breaker',
    prepare: (fake) => {
      fake.behaviours = ['crashes'];
      fake.service.settings = { deploymentCircuitBreaker: { enable: true, rollback: true } };
    },
    mayRun: { post: old, recover: old },
  },
  {
    // Dead before it had told anybody, the run takes with it what only it knew.
    name: 'a release whose alarm goes on after it was stable',
    settings: { alarms: ['errors'], bakeMs: 60_000 },
    prepare: (fake) => {
      fake.alarmStates.errors = {};
      fake.at(45_000, () => {
        fake.alarmStates.errors = { state: 'ALARM' };
      });
    },
    mayRun: { post: old, recover: either },
  },
  {
    name: 'a release with a task before it and one after it',
    before: [step],
    after: [step],
    settings: { bakeMs: 0 },
    mayRun: { post: either, recover: either },
  },
  {
    name: 'a release whose task before it fails',
    before: [step],
    prepare: (fake) => {
      fake.oneOffs.exitCodeOf = () => 1;
    },
    mayRun: { post: old, recover: old },
  },
  {
    name: 'a release whose task after it fails',
    after: [step],
    settings: { bakeMs: 0 },
    prepare: (fake) => {
      fake.oneOffs.exitCodeOf = () => 1;
    },
    mayRun: { post: old, recover: either },
  },
  { name: 'a release that is taken back as a whole', isUndone: true, mayRun: { post: either, recover: either } },
];

/** Somebody who comes after the dead run, in the same world. */
export type Finish = (fake: FakeRollingWorld) => Promise<unknown>;

/** Kills it at every call, before and after it takes effect, has somebody finish it, and answers what was wrong then. */
export async function killedEverywhere(
  rolling: KilledRolling,
  by: 'post' | 'recover',
  finish: Finish,
): Promise<{ readonly kills: number; readonly problems: readonly string[] }> {
  const problems: string[] = [];
  let kills = 0;
  for (const when of ['before', 'after'] as const) {
    for (let nth = 0; ; nth++) {
      const { fake, life, result } = await played(rolling, new Life(nth, when));
      if (result !== undefined) break;
      kills += 1;
      const told = await finish(fake);
      problems.push(
        ...wrongWith(fake, rolling.mayRun[by]).map((text) => `killed ${life.last}: ${text}\n  ${JSON.stringify(told)}`),
      );
    }
  }
  return { kills, problems };
}

/** Runs it for as long as that life lasts; with a result where the rollout ended first. */
export async function played(rolling: KilledRolling, life: Life) {
  const fake = new FakeRollingWorld();
  rolling.prepare?.(fake);
  const request = fake.request(rolling.settings);
  const run = async (): Promise<RollResult> => {
    if (rolling.isUndone !== true) return roll(request, gated(rolling, fake, mortal(fake.world(), life), life));
    const done = await roll(request, fake.world());
    return undo(done, request, mortal(fake.world(), life));
  };
  const result = await Promise.race([run(), life.over.then(() => undefined)]);
  return { fake, life, result };
}

function gated({ before = [], after = [] }: KilledRolling, fake: FakeRollingWorld, world: RollingWorld, life: Life) {
  const { settings } = fake.request();
  const asked = { cluster: 'shop', settings, images: {}, preflight: false, before, after };
  const tasks = dying(fake.oneOffs.tasks, life);
  const preflight = (): never => {
    throw new Error('there is none here');
  };
  return { ...world, gate: gateOf(asked, { preflight, oneOff: { ...world, tasks } }) };
}

/** What is left of the world when somebody has seen to it. */
export function wrongWith(fake: FakeRollingWorld, mayRun: readonly string[]): string[] {
  fake.service.advance(fake.clock.now());
  const { deployments, desiredCount } = fake.service.show().service;
  const [primary] = deployments;
  const isWhole = primary?.rollout === 'COMPLETED' && primary.runningCount === desiredCount && deployments.length === 1;
  return [
    ...(isWhole ? [] : [`the service is not whole: ${JSON.stringify(deployments)}`]),
    ...(mayRun.includes(fake.runs) ? [] : [`${fake.runs} runs, and not ${mayRun.join(' or ')}`]),
    ...(fake.held === undefined ? [] : [`the lock is held: ${JSON.stringify(fake.held)}`]),
    ...fake.oneOffs.running.map(({ arn }) => `${arn} runs still`),
  ];
}
