import { describe, expect, test } from '@jest/globals';
import { AccessError } from '../../ports/access-error.js';
import { NotRouted } from '../../ports/not-routed.js';
import { Unanswered } from '../../ports/unanswered.js';
import { InputError } from '../../spec/input-error.js';
import { parseInputs } from '../../spec/parse.js';
import { expireCredentials } from '../../testing/expired-credentials.js';
import { blueArn, FakeWorld, greenArn } from '../../testing/fake-world.js';
import { outcomeOf, recover, recoverSummary } from './run.js';
import { spec } from './spec.js';

const rule =
  'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener-rule/app/shop/3333333333333333/4444444444444444/5555555555555555';

describe('a recovery', () => {
  const sweep = (fake: FakeWorld, more: Record<string, string> = {}) =>
    recover(parseInputs(spec, { region: 'eu-central-1', ...more }), {
      clock: fake.clock,
      report: fake.world.report,
      index: {
        list: async () =>
          fake.held === undefined ? [] : [{ name: '/sluice/shop/shop-blue_shop-green', held: fake.held }],
        read: async (name) => (name === '/shop' ? fake.held : undefined),
      },
      deployment: () => fake.world,
      rolling: () => {
        throw new Error('there is none here');
      },
      release: () => {
        throw new Error('there is none here');
      },
      run: fake.world.run,
    });
  const dead = { expires: 0 };

  function left(
    stage: 'prepare' | 'start' | 'shift' | 'keep-old' | 'clean-up',
    green: number,
    more: object = {},
  ): FakeWorld {
    const fake = new FakeWorld();
    fake.weights = { [blueArn]: 100 - green, [greenArn]: green };
    Object.assign(fake.services['shop-green'] as object, { desired: 2, before: 2 });
    fake.lockedBy('https://github.com/shop/shop/actions/runs/7', { ...dead, stage, ...more });
    return fake;
  }

  test.each([
    ['prepare', 0, [100, 0], 2, 2],
    ['start', 0, [100, 0], 2, 0],
    ['shift', 50, [100, 0], 2, 0],
    ['shift', 100, [100, 0], 2, 0],
    ['clean-up', 0, [100, 0], 2, 0],
    ['keep-old', 100, [0, 100], 2, 2],
  ] as const)(
    'of a run that died at stage %s with green at %i %%',
    async (stage, green, weights, blueTasks, greenTasks) => {
      const fake = left(stage, green);
      expect(await sweep(fake)).toMatchObject([
        { result: 'recovered', runUrl: 'https://github.com/shop/shop/actions/runs/7' },
      ]);
      expect([fake.weights[blueArn], fake.weights[greenArn]]).toEqual(weights);
      expect([fake.services['shop-blue']?.desired, fake.services['shop-green']?.desired]).toEqual([
        blueTasks,
        greenTasks,
      ]);
      expect(fake.held).toBeUndefined();
    },
  );

  test('of a promoted run scales the old side to 0 only after its warm time', async () => {
    const fake = left('keep-old', 100, { keepOldUntil: 1 });
    await sweep(fake);
    expect(fake.services['shop-blue']?.desired).toBe(0);
  });

  test('leaves a run alone that is alive, unless told to take its lock', async () => {
    const fake = left('shift', 50, { expires: Number.MAX_SAFE_INTEGER });
    expect(await sweep(fake)).toMatchObject([{ result: 'alive', told: expect.stringContaining('counts as dead in') }]);
    expect(fake.greenWeight).toBe(50);
    expect(await sweep(fake, { 'when-locked': 'take' })).toMatchObject([{ result: 'recovered' }]);
    expect(fake.greenWeight).toBe(0);
  });

  test('does not send traffic to a blue without a healthy target, says so with the commands, and leaves the lock for the next try', async () => {
    const fake = left('shift', 50);
    Object.assign(fake.services['shop-blue'] as object, { desired: 0, before: 0 });
    const [found] = await sweep(fake);
    expect(found).toMatchObject({ result: 'stuck', told: expect.stringContaining('shop-blue has no healthy target') });
    expect(found?.told).toContain('aws elbv2 modify-rule');
    expect(fake.greenWeight).toBe(50);
    expect(fake.held?.entry).toMatchObject({ stage: 'shift', runUrl: found?.runUrl });
    expect(fake.held?.entry?.expires).toBeLessThanOrEqual(fake.clock.now());
  });

  test('of a side whose service ECS does not let be changed leaves it its tasks, says so, and frees the lock', async () => {
    const fake = left('shift', 50);
    fake.world.rollout.update = () => Promise.reject(new NotRouted('… does not have an associated load balancer.'));
    const [found] = await sweep(fake);
    expect(found).toMatchObject({ result: 'recovered', told: expect.stringContaining('shop-green keeps its tasks') });
    expect([fake.greenWeight, fake.services['shop-green']?.desired, fake.held]).toEqual([0, 2, undefined]);
  });

  test('as a dry run tells what there is and changes nothing', async () => {
    const fake = left('shift', 50);
    const found = await sweep(fake, { 'dry-run': 'true' });
    expect(found).toMatchObject([{ result: 'would recover' }]);
    expect(recoverSummary(found, parseInputs(spec, { region: 'eu-central-1' }))).toContain('## 🔎 To be recovered');
    expect([fake.greenWeight, fake.held?.entry?.holder]).toEqual([50, 'other']);
  });

  describe('without credentials', () => {
    const lost = 'The AWS credentials have expired. No traffic was moved.';

    test('is told at once, where not even the locks can be read, with the same command again', async () => {
      const refused = () => Promise.reject(new AccessError('The AWS credentials have expired.', { kind: 'expired' }));
      const { world } = new FakeWorld();
      const found = await recover(
        parseInputs(spec, { region: 'eu-central-1', cluster: 'shop', services: 'shop-blue\nshop-green' }),
        {
          ...world,
          index: { list: refused, read: refused },
          deployment: () => world,
          rolling: () => refused() as never,
          release: () => refused() as never,
        },
      );
      const again = 'sluice recover --region eu-central-1 --cluster shop --services shop-blue --services shop-green';
      expect(found).toMatchObject([
        {
          result: 'stuck',
          told: `${lost} Who serves the traffic was not yet read. Run: ${again}`,
          error: { name: 'AccessError' },
        },
      ]);
      expect(outcomeOf(found)).toBe('stuck');
    });

    test.each([
      ['before the rule was read', 'journal', 'takeOver', 'Who serves the traffic was not yet read.'],
      [
        'when the weights are to be written',
        'router',
        'write',
        'When last seen: shop-blue serves 50 %, shop-green serves 50 %; it cannot be read now.',
      ],
    ] as const)('%s is stuck at once, with who serves, and changes nothing', async (_when, port, call, who) => {
      const fake = left('shift', 50);
      Object.assign(fake.world[port], {
        [call]: () => {
          expireCredentials(fake);
          return (fake.world[port] as unknown as Record<string, () => Promise<unknown>>)[call]?.();
        },
      });
      const startedAt = fake.clock.now();
      const [found] = await sweep(fake);
      expect(found).toMatchObject({
        result: 'stuck',
        told: `${lost} ${who} Run: sluice recover --region eu-central-1 --listener-arn arn:rule`,
      });
      expect(fake.clock.now() - startedAt).toBeLessThan(1_000);
      expect([fake.greenWeight, fake.held?.entry?.stage]).toEqual([50, 'shift']);
    });
  });

  test('that AWS does not answer is stuck with who serves and the command that tries again, and leaves the lock for it', async () => {
    const fake = left('shift', 50);
    fake.world.rollout.update = () => Promise.reject(new Unanswered('AWS did not answer ecs:UpdateService (…)'));
    const [found] = await sweep(fake);
    expect(found).toMatchObject({
      result: 'stuck',
      told:
        'AWS did not answer ecs:UpdateService (…). Weights were written. ' +
        'shop-blue serves 100 %. Run: sluice recover --region eu-central-1 --listener-arn arn:rule',
    });
    expect(fake.held?.entry?.expires).toBeLessThanOrEqual(fake.clock.now());
  });

  test('of a rule that does not exist any more is stuck, with the command for the one that comes after it', async () => {
    const fake = left('shift', 50, { route: rule });
    fake.world.router.read = () =>
      Promise.reject(new InputError([{ input: 'listener-rule-arn', value: rule, wrong: 'does not exist' }]));
    expect(await sweep(fake)).toMatchObject([
      {
        result: 'stuck',
        told:
          `${rule} does not exist any more, so it cannot be said who of shop-blue and shop-green serves. When there is such a rule again, ` +
          'the next deployment by it settles what was left, and so does: sluice rollback --region eu-central-1 --cluster shop ' +
          '--services shop-blue --services shop-green --listener-rule-arn ITS-ARN --to shop-blue',
      },
    ]);
    expect(fake.held?.entry?.expires).toBeLessThanOrEqual(fake.clock.now());
  });

  test('finds nothing where there is no lock, and tells where it looked', async () => {
    expect(await sweep(new FakeWorld())).toEqual([]);
    const told = (more: Record<string, string>) =>
      recoverSummary([], parseInputs(spec, { region: 'eu-central-1', ...more }));
    expect(told({})).toContain('There is no lock below /sluice.');
    expect(told({ cluster: 'shop', services: 'shop-blue\nshop-green' })).toContain('is found with lock-name');
    expect(told({ 'lock-name': '/shop' })).toContain('There is no lock /shop.');
  });

  test('finds a lock by its name, wherever it is', async () => {
    const fake = left('shift', 50);
    expect(await sweep(fake, { 'lock-name': '/other' })).toEqual([]);
    expect(await sweep(fake, { 'lock-name': '/shop' })).toMatchObject([{ lock: '/shop', result: 'recovered' }]);
    expect([fake.greenWeight, fake.held]).toEqual([0, undefined]);
  });
});
