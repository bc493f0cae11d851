import { describe, expect, test } from '@jest/globals';
import type { RollingEntry } from '../../ports/journal.js';
import { roll } from '../../rolling/roll.js';
import { parseInputs } from '../../spec/parse.js';
import { expired, FakeRollingWorld } from '../../testing/fake-rolling-world.js';
import { killedEverywhere, played, rollings, wrongWith } from '../../testing/killed-rollings.js';
import { Life, mortal } from '../../testing/mortal.js';
import { recover } from './run.js';
import { spec } from './spec.js';

/** Runs a rollout until that moment, then pulls the plug; its lease is over when this resolves. */
async function diedAt(ms: number, behaviour: 'good' | 'crashes', restMs = 400_000): Promise<FakeRollingWorld> {
  const world = new FakeRollingWorld();
  world.behaviours = [behaviour];
  void roll(world.request({ failAfter: 30 }), world.world());
  let left: RollingEntry | undefined;
  await new Promise<void>((done) => {
    world.at(ms, () => {
      left = world.held?.entry;
      world.fails = () => expired();
      done();
    });
  });
  await world.clock.sleep(restMs);
  world.fails = () => undefined;
  world.leftBy({ ...left, expires: world.clock.now() - 1, holder: 'dead' });
  return world;
}

const sweep = (fake: FakeRollingWorld, more: Record<string, string> = {}, world = fake.world('sweep')) => {
  return recover(parseInputs(spec, { region: 'eu-central-1', ...more }), {
    clock: fake.clock,
    report: world.report,
    index: {
      list: async () => (fake.held === undefined ? [] : [{ name: fake.lockName, held: fake.held }]),
      read: async () => undefined,
    },
    deployment: () => {
      throw new Error('there is none here');
    },
    rolling: (lock) => ({ ...world, journal: world.lock(lock).journal }),
    release: () => {
      throw new Error('there is none here');
    },
    run: world.run,
  });
};

describe('the recovery of a rolling deployment whose run died', () => {
  test.each([
    ['before the service was told', 10, 'good', 'The service had not been changed.', 'shop:1'],
    ['when it has completed meanwhile', 8_000, 'good', 'The deployment of shop:2 completed', 'shop:2'],
    ['in a crash loop', 15_000, 'crashes', 'The deployment of shop:2 did not stay (tasks keep failing', 'shop:1'],
  ] as const)('%s', async (_when, ms, behaviour, told, runs) => {
    const world = await diedAt(ms, behaviour);
    expect(await sweep(world)).toMatchObject([{ result: 'recovered', told: expect.stringContaining(told) }]);
    expect([world.runs, world.held]).toEqual([runs, undefined]);
  });

  test('follows what is still under way to its end', async () => {
    const world = await diedAt(2_000, 'good', 1_000);
    expect(await sweep(world, { cluster: 'shop', service: 'shop' })).toMatchObject([{ result: 'recovered' }]);
    expect([world.runs, world.service.show().service.deployments[0]?.rollout]).toEqual(['shop:2', 'COMPLETED']);
  });

  test('finds it by its cluster, also by its ARN, and leaves that of another service alone', async () => {
    const world = await diedAt(8_000, 'good');
    expect(await sweep(world, { cluster: 'shop', service: 'other' })).toEqual([]);
    const cluster = 'arn:aws:ecs:eu-central-1:123456789012:cluster/shop';
    expect(await sweep(world, { cluster, service: 'shop', 'dry-run': 'true' })).toMatchObject([
      { result: 'would recover', stage: 'roll' },
    ]);
    expect(world.held).toBeDefined();
  });

  test('without access keeps the entry for the next one, and names the command', async () => {
    const world = await diedAt(8_000, 'good');
    world.fails = () => expired();
    expect(await sweep(world)).toMatchObject([
      {
        result: 'stuck',
        told: expect.stringContaining('Run: sluice recover --region eu-central-1 --cluster shop --service shop'),
      },
    ]);
    world.fails = () => undefined;
    await world.clock.sleep(1_000);
    expect(await sweep(world)).toMatchObject([{ result: 'recovered' }]);
  });
});

test.each(rollings)('$name that is killed at any of its calls is finished by recover', async (rolling) => {
  const { kills, problems } = await killedEverywhere(rolling, 'recover', (fake) =>
    sweep(fake, { 'when-locked': 'take' }),
  );
  expect(problems).toEqual([]);
  expect(kills).toBeGreaterThan(10);
});

/** Calls at which the rollout dies, so that what it leaves differs: a lock, a task, a deployment under way, one that completed. */
const remains = [1, 12, 22, 34];

test.each(rollings)(
  'recover that is itself killed at any of its calls after $name is finished by another',
  async (rolling) => {
    const problems: string[] = [];
    let kills = 0;
    for (const nth of remains) {
      for (const when of ['before', 'after'] as const) {
        for (let call = 0; ; call++) {
          const { fake, life, result } = await played(rolling, new Life(nth, 'after'));
          if (result !== undefined) break;
          const first = new Life(call, when);
          const swept = sweep(fake, { 'when-locked': 'take' }, mortal(fake.world('first'), first));
          if (await Promise.race([swept.then(() => true), first.over.then(() => false)])) break;
          kills += 1;
          const told = await sweep(fake, { 'when-locked': 'take' });
          const wrong = wrongWith(fake, rolling.mayRun.recover);
          problems.push(
            ...wrong.map((text) => `killed ${life.last}, recover ${first.last}: ${text}\n  ${JSON.stringify(told)}`),
          );
        }
      }
    }
    expect(problems).toEqual([]);
    expect(kills).toBeGreaterThan(15);
  },
);
