import { describe, expect, test } from '@jest/globals';
import { NotRouted } from '../../ports/not-routed.js';
import { Unanswered } from '../../ports/unanswered.js';
import { parseInputs } from '../../spec/parse.js';
import { expireCredentials } from '../../testing/expired-credentials.js';
import { blueArn, FakeWorld, greenArn } from '../../testing/fake-world.js';
import { rollbackOutputs, told } from './result.js';
import { type RollbackResult, rollBack } from './run.js';
import { spec } from './spec.js';

const rule =
  'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener-rule/app/shop/3333333333333333/4444444444444444/5555555555555555';
const raw = { cluster: 'shop', services: 'shop-blue\nshop-green', 'listener-rule-arn': rule, region: 'eu-central-1' };
const run = (fake: FakeWorld, more: Record<string, string> = {}): Promise<RollbackResult> =>
  rollBack(parseInputs(spec, { ...raw, ...more }), fake.world);

/** Green is live, blue was its predecessor and still has its tasks. */
function promoted(): FakeWorld {
  const fake = new FakeWorld();
  fake.weights = { [blueArn]: 0, [greenArn]: 100 };
  Object.assign(fake.services['shop-green'] as object, { desired: 2, before: 2 });
  return fake;
}

describe('a rollback by hand', () => {
  test('gives everything to the warm old side within seconds, and scales the other to 0 after its drain', async () => {
    const fake = promoted();
    const result = await run(fake, { reason: 'prices are wrong' });
    expect(result).toMatchObject({
      outcome: 'rolled-back',
      activeService: 'shop-blue',
      weights: { 'shop-blue': 100, 'shop-green': 0 },
    });
    expect(result.reason).toContain('prices are wrong');
    expect(result.restoreMs).toBeLessThan(3_000);
    expect([fake.services['shop-green']?.desired, fake.held]).toEqual([0, undefined]);
  });

  test('leaves alone what somebody else deploys meanwhile to the side that had the traffic, and says so', async () => {
    const fake = promoted();
    fake.clock.at(5_000, () => {
      const arn = 'arn:aws:ecs:eu-central-1:123456789012:task-definition/shop:9';
      Object.assign(fake.services['shop-green'] as object, { arn, desired: 3 });
    });
    const result = await run(fake);
    expect(result).toMatchObject({ outcome: 'rolled-back', activeService: 'shop-blue' });
    expect(result.reason).toContain('shop-green runs shop:9, not shop:1, which it ran before: somebody else');
    expect([fake.services['shop-green']?.desired, fake.held]).toEqual([3, undefined]);
  });

  test('of a side whose service ECS does not let be changed leaves it its tasks, and says so', async () => {
    const fake = promoted();
    fake.world.rollout.update = () => Promise.reject(new NotRouted('… does not have an associated load balancer.'));
    const result = await run(fake);
    expect(result).toMatchObject({ outcome: 'rolled-back', activeService: 'shop-blue' });
    expect(result.reason).toContain('shop-green keeps its tasks, without traffic');
    expect(fake.held).toBeUndefined();
  });

  test('starts the old side first when its tasks are gone, and sends it nothing before it is healthy', async () => {
    const fake = promoted();
    Object.assign(fake.services['shop-blue'] as object, { desired: 0, before: 0 });
    fake.startMs = 90_000;
    expect(await run(fake)).toMatchObject({ outcome: 'rolled-back', activeService: 'shop-blue' });
    expect(fake.services['shop-blue']?.desired).toBe(2);
    expect(fake.written[0]?.[0]).toBeGreaterThanOrEqual(90);
  });

  test('leaves the traffic where it is when the old side does not start', async () => {
    const fake = promoted();
    Object.assign(fake.services['shop-blue'] as object, { desired: 0, before: 0 });
    fake.startMs = 3_600_000;
    expect(await run(fake, { 'start-timeout': '5m' })).toMatchObject({
      outcome: 'refused',
      activeService: 'shop-green',
    });
    expect([fake.written, fake.services['shop-blue']?.desired, fake.held]).toEqual([[], 0, undefined]);
  });

  test('of a shift that is under way goes to the side that was live when it began, and takes its lock', async () => {
    const fake = new FakeWorld();
    fake.weights = { [blueArn]: 50, [greenArn]: 50 };
    Object.assign(fake.services['shop-green'] as object, { desired: 2, before: 2 });
    fake.lockedBy('https://github.com/shop/shop/actions/runs/7');
    expect(await run(fake)).toMatchObject({ outcome: 'rolled-back', activeService: 'shop-blue' });
    expect(fake.warnings.join()).toContain('runs/7');
    expect(fake.held).toBeUndefined();
  });

  test('of a split whose old side does not start leaves the traffic, and the journal for recover to try again', async () => {
    const fake = new FakeWorld();
    fake.weights = { [blueArn]: 50, [greenArn]: 50 };
    Object.assign(fake.services['shop-green'] as object, { desired: 2, before: 2 });
    Object.assign(fake.services['shop-blue'] as object, { desired: 0, before: 0 });
    fake.startMs = 3_600_000;
    fake.lockedBy('https://github.com/shop/shop/actions/runs/7', { expires: fake.clock.now() });
    const meanwhile = new Promise<unknown>((seen) => fake.clock.at(60_000, () => seen(fake.held?.entry)));
    expect((await run(fake, { 'start-timeout': '5m' })).outcome).toBe('refused');
    expect(await meanwhile).toMatchObject({ holder: 'me', stage: 'shift', blue: { service: 'shop-blue' } });
    expect([fake.written, fake.greenWeight]).toEqual([[], 50]);
    expect(fake.held?.entry).toMatchObject({ stage: 'shift', blue: { service: 'shop-blue' } });
    expect(fake.held?.entry?.runUrl).toContain('runs/7');
    expect(fake.held?.entry?.expires).toBeLessThanOrEqual(fake.clock.now());
  });

  test.each([
    [
      'a shift at work with when-locked: fail',
      (f: FakeWorld) => f.lockedBy('https://github.com/shop/shop/actions/runs/7'),
      { 'when-locked': 'fail' },
      /runs\/7 is at work/,
    ],
    [
      'a split without a journal',
      (f: FakeWorld) => {
        f.weights = { [blueArn]: 50, [greenArn]: 50 };
      },
      {},
      /say it with the input to/,
    ],
    ['a service that takes no part', () => {}, { to: 'other' }, /other is not one of/],
  ])('refuses %s', async (_what, arrange, more, reason) => {
    const fake = promoted();
    arrange(fake);
    const result = await run(fake, more as unknown as Record<string, string>);
    expect(result.outcome).toBe('refused');
    expect(result.reason).toMatch(reason);
    expect(fake.written).toEqual([]);
  });

  test('to the side that has everything already changes nothing', async () => {
    const fake = promoted();
    expect(await run(fake, { to: 'shop-green' })).toMatchObject({ outcome: 'unchanged' });
    expect(fake.written).toEqual([]);
  });
});

describe('a rollback by hand that is refused', () => {
  test('tells who serves, as far as it was read', async () => {
    const fake = promoted();
    expect(await run(fake, { to: 'other' })).toMatchObject({ outcome: 'refused', activeService: 'shop-green' });
  });
});

describe('a rollback by hand that AWS does not answer', () => {
  const unanswered = () =>
    Promise.reject(new Unanswered('AWS did not answer ecs:DescribeServices (ThrottlingException: Rate exceeded)'));

  test('for a while asks again', async () => {
    const fake = promoted();
    const { describe: answer } = fake.world.rollout;
    const from = fake.clock.now();
    fake.world.rollout.describe = (names) => (fake.clock.now() - from < 15_000 ? unanswered() : answer(names));
    expect((await run(fake)).outcome).toBe('rolled-back');
  });

  test('at all says so, who serves, and the command that tries again', async () => {
    const fake = promoted();
    fake.world.journal.read = unanswered;
    const result = await run(fake);
    expect(told(result)).toBe(
      'Refused, nothing was changed: AWS did not answer ecs:DescribeServices (ThrottlingException: Rate exceeded). ' +
        `No traffic was moved. shop-green serves 100 %. Run: sluice rollback --region eu-central-1 --cluster shop --services shop-blue --services shop-green --listener-rule-arn ${rule}`,
    );
    expect(result.error).toBeUndefined();
  });

  test('for want of the lock names what gives the traffic to the side that was named without it', async () => {
    const fake = promoted();
    fake.world.journal.read = unanswered;
    const { reason } = await run(fake, { to: 'shop-blue' });
    const weights = JSON.stringify({ [blueArn]: 100, [greenArn]: 0 });
    expect(reason).toContain(`. When that cannot wait, without the lock: aws elbv2 modify-rule ${weights}`);
    expect((await run(fake, { to: 'shop-green' })).reason).toContain(`"${greenArn}":100`);
  });
});

describe('a rollback by hand whose credentials expire', () => {
  const again = `sluice rollback --region eu-central-1 --cluster shop --services shop-blue --services shop-green --listener-rule-arn ${rule}`;
  const expired = 'The AWS credentials have expired. No traffic was moved.';
  const seen = 'When last seen: shop-green serves 100 %; it cannot be read now.';

  test('before anything was read says so at once, with the same command again', async () => {
    const fake = promoted();
    expireCredentials(fake);
    const startedAt = fake.clock.now();
    const result = await run(fake);
    expect(told(result)).toBe(
      `Refused, nothing was changed: ${expired} Who serves the traffic was not yet read. Run: ${again}`,
    );
    expect(result.error).toMatchObject({ name: 'AccessError', detail: { kind: 'expired' }, message: told(result) });
    expect(fake.clock.now() - startedAt).toBeLessThan(1_000);
  });

  test('when the lock is to be taken has changed nothing, and says who serves', async () => {
    const fake = promoted();
    fake.world.journal.acquire = async () => {
      expireCredentials(fake);
      return fake.world.journal.acquire({} as never);
    };
    const result = await run(fake);
    expect(told(result)).toBe(`Refused, nothing was changed: ${expired} ${seen} Run: ${again} --to shop-blue`);
    expect(rollbackOutputs(result)).toMatchObject({ 'active-service': 'shop-green' });
  });

  test('while the old side starts is stuck, and the command that goes on names that side', async () => {
    const fake = promoted();
    Object.assign(fake.services['shop-blue'] as object, { desired: 0, before: 0 });
    fake.clock.at(10_000, () => expireCredentials(fake));
    const result = await run(fake);
    expect(told(result)).toBe(`Stuck, a person is needed: ${expired} ${seen} Run: ${again} --to shop-blue`);
    expect(fake.greenWeight).toBe(100);
  });

  test('when the weights are written is stuck at once, with the one call that is missing', async () => {
    const fake = promoted();
    fake.world.router.write = () => {
      expireCredentials(fake);
      return fake.world.router.write({});
    };
    const startedAt = fake.clock.now();
    const result = await run(fake);
    expect(told(result)).toMatch(/^Stuck, .* No traffic was moved\. When last seen: .* Run: aws elbv2 modify-rule/);
    expect(fake.clock.now() - startedAt).toBeLessThan(1_000);
  });

  test('after the traffic is back is rolled back, with a warning of what is left', async () => {
    const fake = promoted();
    fake.clock.at(60_000, () => expireCredentials(fake));
    const result = await run(fake);
    expect(result).toMatchObject({ outcome: 'rolled-back', weights: { 'shop-blue': 100, 'shop-green': 0 } });
    expect(fake.warnings.join()).toContain('is left to recover: The AWS credentials have expired');
  });
});

describe('autoscaling after a rollback by hand', () => {
  const free = { in: false, out: false, scheduled: false };
  const suspended = { in: true, out: true, scheduled: true };

  test('follows the traffic: the side that serves again has the floor of the one that did, which gets minimum 0', async () => {
    const fake = promoted();
    fake.scaling.register('shop-green', 2, 10);
    fake.scaling.register('shop-blue', 0, 12);
    expect((await run(fake)).outcome).toBe('rolled-back');
    expect(fake.scaling.targets).toEqual({
      'shop-blue': { service: 'shop-blue', min: 2, max: 12, suspended: free },
      'shop-green': { service: 'shop-green', min: 0, max: 10, suspended: free },
    });
    expect(fake.services['shop-green']?.desired).toBe(0);
  });

  test('of a shift that is under way is what its journal says it was before', async () => {
    const fake = new FakeWorld();
    fake.weights = { [blueArn]: 50, [greenArn]: 50 };
    Object.assign(fake.services['shop-green'] as object, { desired: 2, before: 2 });
    fake.scaling.register('shop-blue', 2, 10, suspended);
    fake.scaling.register('shop-green', 0, 8, suspended);
    const scalingBefore = [
      { service: 'shop-blue', min: 2, max: 10, suspended: free },
      { service: 'shop-green', min: 0, max: 8, suspended: free },
    ];
    fake.lockedBy('https://github.com/shop/shop/actions/runs/7', { scalingBefore });
    expect((await run(fake)).outcome).toBe('rolled-back');
    expect([Object.values(fake.scaling.targets), fake.held]).toEqual([scalingBefore, undefined]);
  });

  test('that cannot be read keeps no traffic waiting', async () => {
    const fake = promoted();
    fake.scaling.failing = { read: new Error('Rate exceeded') };
    expect(await run(fake)).toMatchObject({ outcome: 'rolled-back', activeService: 'shop-blue' });
    expect(fake.warnings.join()).toContain('Rate exceeded');
  });
});
