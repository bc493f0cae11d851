import { describe, expect, test } from '@jest/globals';
import { finishInterrupted } from '../actions/ecs-blue-green/post.js';
import { run } from '../actions/ecs-blue-green/run.js';
import { spec } from '../actions/ecs-blue-green/spec.js';
import { AccessError } from '../ports/access-error.js';
import type { JournalEntry } from '../ports/journal.js';
import { parseInputs } from '../spec/parse.js';
import { FakeWorld } from '../testing/fake-world.js';
import { keptFrom } from './kept.js';
import { recoverLeft } from './recovery.js';
import type { Result } from './result.js';

const minutes = (n: number): number => n * 60_000;
const free = { in: false, out: false, scheduled: false };
const suspended = { in: true, out: true, scheduled: true };

/** Blue is live and scaled 2 to 10, green is idle and scaled 0 to 8. */
function scaled(): FakeWorld {
  const fake = new FakeWorld();
  fake.alarmStates['shop-5xx'] = {};
  fake.scaling.register('shop-blue', 2, 10);
  fake.scaling.register('shop-green', 0, 8);
  return fake;
}

const deploy = (fake: FakeWorld, more: Record<string, string> = {}): Promise<Result> =>
  run(
    parseInputs(spec, {
      cluster: 'shop',
      services: 'shop-blue\nshop-green',
      'listener-rule-arn':
        'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener-rule/app/shop/3333333333333333/4444444444444444/5555555555555555',
      images: `app=123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop@sha256:${'a'.repeat(64)}`,
      alarms: 'shop-5xx',
      region: 'eu-central-1',
      steps: '10%@5m, 50%@10m, 100%@15m',
      ...more,
    }),
    fake.world,
  );

const post = (fake: FakeWorld): Promise<string> =>
  finishInterrupted(fake.world, keptFrom((name) => fake.kept[name]) as JournalEntry);

const desired = (fake: FakeWorld): unknown => [
  fake.services['shop-blue']?.desired,
  fake.services['shop-green']?.desired,
];
const asBefore = {
  'shop-blue': { service: 'shop-blue', min: 2, max: 10, suspended: free },
  'shop-green': { service: 'shop-green', min: 0, max: 8, suspended: free },
};
const afterPromotion = {
  'shop-blue': { service: 'shop-blue', min: 0, max: 10, suspended: free },
  'shop-green': { service: 'shop-green', min: 2, max: 10, suspended: free },
};
const alarmAt = (fake: FakeWorld, ms: number): void =>
  fake.clock.at(ms, () => {
    fake.alarmStates['shop-5xx'] = { state: 'ALARM', reason: 'errors' };
  });

describe('while the traffic moves', () => {
  test('no policy and no schedule may change either side, and their desired counts stay', async () => {
    const fake = scaled();
    const acted: boolean[] = [];
    for (const at of [1, 4, 8, 12, 25]) {
      fake.clock.at(minutes(at), () => {
        acted.push(fake.scaling.policyWants('shop-blue', 9), fake.scaling.policyWants('shop-green', 7));
        acted.push(fake.scaling.policyWants('shop-blue', 0), fake.scaling.policyWants('shop-green', 0));
      });
    }
    const seen: unknown[] = [];
    fake.clock.at(minutes(25), () => seen.push(desired(fake), ...Object.values(fake.scaling.targets)));
    await deploy(fake);
    expect(acted).toEqual(Array(20).fill(false));
    expect(seen).toEqual([
      [2, 2],
      { service: 'shop-blue', min: 2, max: 10, suspended },
      { service: 'shop-green', min: 0, max: 8, suspended },
    ]);
  });

  test('what scaling was before is journaled and left for post before anything of it is touched', async () => {
    const fake = scaled();
    const known: unknown[] = [];
    fake.scaling.beforePut = () => {
      if (fake.scaling.puts > 1) return;
      const kept = keptFrom((name) => fake.kept[name]) as JournalEntry;
      known.push(fake.held?.entry?.scalingBefore, kept.scalingBefore);
    };
    await deploy(fake);
    expect(known.slice(0, 2)).toEqual([Object.values(asBefore), Object.values(asBefore)]);
  });

  test('an idle side with a minimum is not started by being suspended, nor a live one cut to its maximum', async () => {
    const fake = scaled();
    fake.scaling.register('shop-green', 2, 8);
    Object.assign(fake.services['shop-green'] as object, { desired: 0, before: 0, since: 0 });
    Object.assign(fake.services['shop-blue'] as object, { desired: 12, before: 12, since: 0 });
    const seen: unknown[] = [];
    fake.scaling.beforePut = () => seen.push(desired(fake));
    const startOf = fake.world.rollout.update;
    fake.world.rollout.update = (name, change) => {
      seen.push([name, desired(fake), change.desiredCount]);
      return startOf(name, change);
    };
    alarmAt(fake, minutes(3));
    expect((await deploy(fake)).outcome).toBe('rolled-back');
    // Both were suspended, then green was started by its own update, and by nothing else.
    expect(seen.slice(0, 3)).toEqual([
      [12, 0],
      [12, 0],
      ['shop-green', [12, 0], 12],
    ]);
    expect(desired(fake)).toEqual([12, 0]);
    expect(fake.scaling.targets['shop-green']).toMatchObject({ min: 2, max: 8, suspended: free });
    expect(fake.scaling.targets['shop-blue']).toMatchObject({ min: 2, max: 10, suspended: free });
  });

  test('services that are not scaled are left alone', async () => {
    const fake = scaled();
    fake.scaling.targets = {};
    expect((await deploy(fake)).outcome).toBe('promoted');
    expect([fake.scaling.puts, fake.scaling.targets]).toEqual([0, {}]);
  });
});

describe('given back', () => {
  test('after a promotion to the side that serves, with the minimum of the old one; the retired side gets minimum 0', async () => {
    const fake = scaled();
    expect((await deploy(fake)).outcome).toBe('promoted');
    expect(fake.scaling.targets).toEqual(afterPromotion);
    expect([desired(fake), fake.held]).toEqual([[0, 2], undefined]);
  });

  test('and again after the next release, so that the floor follows the traffic', async () => {
    const fake = scaled();
    await deploy(fake);
    const next = `123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop@sha256:${'b'.repeat(64)}`;
    expect(await deploy(fake, { images: `app=${next}` })).toMatchObject({ activeService: 'shop-blue' });
    expect(fake.scaling.targets).toMatchObject({ 'shop-blue': { min: 2, max: 10 }, 'shop-green': { min: 0, max: 10 } });
  });

  test('to the side that serves as soon as it is promoted, while the old one keeps its size for the way back', async () => {
    const fake = scaled();
    const seen: unknown[] = [];
    fake.clock.at(minutes(60), () => {
      seen.push(fake.scaling.policyWants('shop-green', 9), fake.scaling.policyWants('shop-blue', 0));
      seen.push(desired(fake));
    });
    await deploy(fake, { 'keep-old': '2h' });
    expect(seen).toEqual([true, false, [2, 9]]);
    expect([desired(fake), fake.scaling.targets]).toEqual([[0, 9], afterPromotion]);
  });

  test('as it was on the old side that is kept for ever', async () => {
    const fake = scaled();
    fake.scaling.register('shop-green', 3, 8);
    await deploy(fake, { 'keep-old': 'forever' });
    expect(fake.scaling.targets).toMatchObject({
      'shop-blue': { min: 2, max: 10, suspended: free },
      'shop-green': { min: 3, max: 10, suspended: free },
    });
    expect(fake.services['shop-blue']?.desired).toBe(2);
  });

  test('with what had been suspended before still suspended, on the side that serves', async () => {
    const fake = scaled();
    fake.scaling.register('shop-blue', 2, 10, { in: true });
    await deploy(fake);
    expect(fake.scaling.targets['shop-green']?.suspended).toEqual({ in: true, out: false, scheduled: false });
  });

  test('exactly as it was after a rollback, to the side that serves before the drain', async () => {
    const fake = scaled();
    alarmAt(fake, minutes(3));
    const seen: unknown[] = [];
    fake.clock.at(minutes(4), () =>
      seen.push(fake.scaling.targets['shop-blue']?.suspended.out, fake.held === undefined),
    );
    expect((await deploy(fake)).outcome).toBe('rolled-back');
    expect(seen).toEqual([false, false]);
    expect([fake.scaling.targets, desired(fake), fake.held]).toEqual([asBefore, [2, 0], undefined]);
  });

  test('exactly as it was when green never becomes ready', async () => {
    const fake = scaled();
    fake.greenTargets = () => [];
    await deploy(fake, { 'start-timeout': '4m' });
    expect([fake.scaling.targets, desired(fake), fake.held]).toEqual([asBefore, [2, 0], undefined]);
  });

  test('when another deployment took green over, without a change to its tasks', async () => {
    const fake = scaled();
    fake.startMs = minutes(5);
    fake.clock.at(minutes(2), () => {
      Object.assign(fake.services['shop-green'] as object, {
        arn: 'arn:aws:ecs:eu-central-1:1:task-definition/shop:1',
      });
    });
    await deploy(fake);
    expect([fake.scaling.targets, fake.services['shop-green']?.desired, fake.held]).toEqual([asBefore, 2, undefined]);
  });

  test.each([5, 60, 400, 1200])('by post after a cancel at %i s', async (seconds) => {
    const fake = scaled();
    fake.clock.at(seconds * 1000, () => fake.cancel());
    expect((await deploy(fake)).outcome).toBe('interrupted');
    await post(fake);
    expect([fake.scaling.targets, desired(fake), fake.held]).toEqual([asBefore, [2, 0], undefined]);
  });

  test('after a cancel that leaves the weights as they are, with the floor of blue for green', async () => {
    const fake = scaled();
    fake.clock.at(minutes(2), () => fake.cancel());
    await deploy(fake, { 'on-cancel': 'leave' });
    expect(fake.scaling.targets).toMatchObject({
      'shop-blue': asBefore['shop-blue'],
      'shop-green': { min: 2, max: 10, suspended: free },
    });
  });

  test('after a cancel while the old side is kept warm: both have tasks, both are scaled', async () => {
    const fake = scaled();
    fake.clock.at(minutes(40), () => fake.cancel());
    expect((await deploy(fake, { 'keep-old': '1h' })).outcome).toBe('promoted');
    expect(fake.scaling.targets).toEqual({ ...afterPromotion, 'shop-blue': asBefore['shop-blue'] });
    expect(fake.held).toBeUndefined();
  });

  test('when AWS refuses at first, because another change is under way', async () => {
    const fake = scaled();
    alarmAt(fake, minutes(3));
    fake.clock.at(minutes(2), () => {
      fake.scaling.concurrentUpdates = 2;
    });
    await deploy(fake);
    expect(fake.scaling.targets).toEqual(asBefore);
  });

  test('by post when the run could not, and until then the lock is held and the way by hand is told', async () => {
    const fake = scaled();
    alarmAt(fake, minutes(3));
    fake.clock.at(minutes(2), () => {
      fake.scaling.failing = { put: new Error('internal failure') };
    });
    expect((await deploy(fake)).outcome).toBe('rolled-back');
    expect(fake.held).toBeDefined();
    expect(fake.warnings.join('\n')).toMatch(/could not be given back: internal failure.*aws application-autoscaling/);
    await expect(post(fake)).rejects.toThrow(/could not be given back/);
    expect(desired(fake)).toEqual([2, 0]);
    fake.scaling.failing = {};
    await post(fake);
    expect([fake.scaling.targets, desired(fake), fake.held]).toEqual([asBefore, [2, 0], undefined]);
  });

  test('not where its owner took the scalable target away meanwhile', async () => {
    const fake = scaled();
    fake.clock.at(minutes(3), () => delete fake.scaling.targets['shop-green']);
    await deploy(fake);
    expect(Object.keys(fake.scaling.targets)).toEqual(['shop-blue']);
  });
});

describe('without the right', () => {
  const denied = (action: string): AccessError =>
    new AccessError(`Not allowed: ${action}. Add to the policy of the role: {…}`, { kind: 'denied', action });

  test('to read scalable targets the shift goes on, and says once what to add to the policy', async () => {
    const fake = scaled();
    fake.scaling.failing = { read: denied('application-autoscaling:DescribeScalableTargets') };
    expect((await deploy(fake)).outcome).toBe('promoted');
    expect(fake.warnings.filter((text) => text.includes('Autoscaling'))).toEqual([
      expect.stringContaining('Add to the policy of the role'),
    ]);
    expect(fake.scaling.targets).toEqual(asBefore);
  });

  test('to change them on one side, neither is held', async () => {
    const fake = scaled();
    const put = fake.world.autoscaling.put;
    const autoscaling = {
      ...fake.world.autoscaling,
      put: (target: Parameters<typeof put>[0]) =>
        target.service === 'shop-green'
          ? Promise.reject(denied('application-autoscaling:RegisterScalableTarget'))
          : put(target),
    };
    Object.assign(fake.world, { autoscaling });
    expect((await deploy(fake)).outcome).toBe('promoted');
    expect([fake.scaling.targets, fake.held]).toEqual([asBefore, undefined]);
  });
});

describe('a run that dies at any registration', () => {
  class Died extends Error {}

  /** The world of a run that died before, or right after, its n-th registration, with what the journal held then. */
  async function diedAt(n: number, after: boolean, bad: boolean): Promise<{ fake: FakeWorld; left: JournalEntry }> {
    const fake = scaled();
    if (bad) alarmAt(fake, minutes(3));
    let count = 0;
    let left: JournalEntry | undefined;
    const put = fake.world.autoscaling.put;
    const gone = new Promise<never>((_, reject) => {
      const autoscaling = {
        ...fake.world.autoscaling,
        put: async (target: Parameters<typeof put>[0]): Promise<void> => {
          if (++count === n) {
            if (after) await put(target);
            left = fake.held?.entry;
            reject(new Died());
            await new Promise(() => {});
          }
          await put(target);
        },
      };
      Object.assign(fake.world, { autoscaling });
    });
    const ended = await Promise.race([deploy(fake), gone]).catch((error: unknown) => error);
    if (!(ended instanceof Died)) throw new Error(`there is no registration ${n}`);
    Object.assign(fake.world, { autoscaling: fake.scaling });
    return { fake, left: left as JournalEntry };
  }

  const cases = [false, true].flatMap((bad) =>
    [1, 2, 3, 4].flatMap((n) => [false, true].map((after) => [bad ? 'rolled back' : 'promoted', n, after] as const)),
  );

  test.each(cases)(
    'of a release that is %s (the %i., with its effect: %s) has it given back by whoever comes after, twice as well',
    async (end, n, after) => {
      const { fake, left } = await diedAt(n, after, end === 'rolled back');
      await fake.clock.sleep(minutes(60));
      for (const _ of [1, 2]) {
        await recoverLeft(fake.world, left);
        const isPromoted = left.stage === 'keep-old';
        expect(fake.scaling.targets).toEqual(isPromoted ? afterPromotion : asBefore);
        expect(desired(fake)).toEqual(isPromoted ? [0, 2] : [2, 0]);
      }
    },
  );
});
