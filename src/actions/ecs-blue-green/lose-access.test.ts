import { describe, expect, test } from '@jest/globals';
import { keptFrom } from '../../blue-green/kept.js';
import { failureOf, type Result } from '../../blue-green/result.js';
import { AccessError } from '../../ports/access-error.js';
import { parseInputs } from '../../spec/parse.js';
import { expireCredentials } from '../../testing/expired-credentials.js';
import { blueArn, FakeWorld, greenArn } from '../../testing/fake-world.js';
import { run } from './run.js';
import { spec } from './spec.js';

const rule =
  'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener-rule/app/shop/3333333333333333/4444444444444444/5555555555555555';
const raw = {
  cluster: 'shop',
  services: 'shop-blue\nshop-green',
  'listener-rule-arn': rule,
  images: `app=shop@sha256:${'a'.repeat(64)}`,
  alarms: 'shop-5xx',
  region: 'eu-central-1',
};
const recover = `sluice recover --region eu-central-1 --listener-rule-arn ${rule}`;
const rerun = 'gh run rerun 1 --failed --repo shop/shop';
const unchanged = { [blueArn]: 100, [greenArn]: 0 };

function world(): FakeWorld {
  const fake = new FakeWorld();
  fake.alarmStates['shop-5xx'] = {};
  return fake;
}

/** When the port is called for this, the credentials expire first. */
function expireAt(fake: FakeWorld, port: 'rollout' | 'alarms' | 'journal' | 'router' | 'targets', call: string): void {
  Object.assign(fake.world[port], {
    [call]: () => {
      expireCredentials(fake);
      return (fake.world[port] as unknown as Record<string, () => Promise<unknown>>)[call]?.();
    },
  });
}

const deploy = (fake: FakeWorld): Promise<Result> => run(parseInputs(spec, raw), fake.world);
const told = (result: Result): string => (failureOf(result) as Error).message;

describe('credentials that expire', () => {
  test('before anything was read are told with that, and the run to run again', async () => {
    const fake = world();
    expireCredentials(fake);
    const startedAt = fake.clock.now();
    const result = await deploy(fake);
    expect(result).toMatchObject({ outcome: 'refused', command: rerun });
    expect(told(result)).toBe(
      `Refused, nothing was changed: The AWS credentials have expired. No traffic was moved. Who serves the traffic was not yet read. Run: ${rerun}`,
    );
    expect(failureOf(result)).toMatchObject({ name: 'AccessError', detail: { kind: 'expired' } });
    expect(fake.outputs).toMatchObject({ outcome: 'refused', 'active-service': '', weights: '' });
    expect(fake.clock.now() - startedAt).toBeLessThan(1_000);
  });

  test('after the rule was read and before the services were are told with the target group that serves', async () => {
    const fake = world();
    expireAt(fake, 'rollout', 'describe');
    expect(told(await deploy(fake))).toContain(
      'No traffic was moved. When last seen: target group shop-blue serves 100 %; it cannot be read now. Run: gh run rerun',
    );
    expect(fake.outputs['active-service']).toBe('');
  });

  test.each([
    ['rollout', 'taskDefinition'],
    ['alarms', 'alarms'],
  ] as const)('while the plan is made (%s.%s) are told with who serves', async (port, call) => {
    const fake = world();
    expireAt(fake, port, call);
    const result = await deploy(fake);
    expect(told(result)).toBe(
      `Refused, nothing was changed: The AWS credentials have expired. No traffic was moved. When last seen: shop-blue serves 100 %; it cannot be read now. Run: ${rerun}`,
    );
    expect(fake.outputs).toMatchObject({ 'active-service': 'shop-blue', weights: '{"shop-blue":100,"shop-green":0}' });
    expect([fake.weights, fake.services['shop-green']?.desired]).toEqual([unchanged, 0]);
  });

  test.each([
    ['when it is to be started', 'rollout', 'update'],
    ['while it starts', 'targets', 'targets'],
  ] as const)('%s: green never had traffic, and the command puts it back', async (_when, port, call) => {
    const fake = world();
    expireAt(fake, port, call);
    const result = await deploy(fake);
    expect(result).toMatchObject({ outcome: 'interrupted', command: recover, activeService: 'shop-blue' });
    expect(told(result)).toMatch(
      /^Interrupted: The AWS credentials have expired\. No traffic was moved: shop-green never had any\. What was started in shop-green stays .* When last seen: shop-blue serves 100 %; it cannot be read now\. Run: sluice recover /,
    );
    expect(failureOf(result)).toBeInstanceOf(AccessError);
    expect(fake.markdown).toContain(recover);
    expect(fake.weights).toEqual(unchanged);
  });

  test('at the first raise: what was refused took no effect', async () => {
    const fake = world();
    expireAt(fake, 'router', 'write');
    const result = await deploy(fake);
    expect(result).toMatchObject({ outcome: 'interrupted', command: recover });
    expect(told(result)).toContain('shop-green never had any');
    expect(fake.outputs['seconds-to-detect']).toBe('');
  });

  test('while both serve: stuck, with the shares and the command that takes everything back', async () => {
    const fake = world();
    fake.clock.at(180_000, () => expireCredentials(fake));
    const result = await deploy(fake);
    expect(result).toMatchObject({ outcome: 'stuck', weights: { 'shop-blue': 90, 'shop-green': 10 } });
    expect(told(result)).toMatch(
      /^Stuck, a person is needed: The AWS credentials have expired\. From now on nobody watches shop-green\. When last seen: shop-blue serves 90 %, shop-green serves 10 %; it cannot be read now\. Run: aws elbv2/,
    );
  });

  test('while what a dead run left is put right: its entry stays, for post and for recover', async () => {
    const fake = world();
    fake.weights = { [blueArn]: 50, [greenArn]: 50 };
    fake.lockedBy('https://github.com/shop/shop/actions/runs/7', { expires: fake.clock.now() - 1 });
    expireAt(fake, 'router', 'write');
    const result = await deploy(fake);
    expect(result).toMatchObject({
      outcome: 'stuck',
      command: recover,
      weights: { 'shop-blue': 50, 'shop-green': 50 },
    });
    expect(told(result)).toContain('No traffic was moved; what https://github.com/shop/shop/actions/runs/7 left');
    expect(fake.held?.entry).toMatchObject({ holder: 'me', stage: 'shift' });
    expect(keptFrom((name) => fake.kept[name])).toMatchObject({
      holder: 'me',
      stage: 'shift',
      green: { targetGroupArn: greenArn },
    });
  });

  test('a right that is missing is told with who serves now, and the lock goes back', async () => {
    const fake = world();
    const detail = { kind: 'denied', action: 'cloudwatch:DescribeAlarms' } as const;
    fake.alarmFailure = new AccessError('Not allowed: cloudwatch:DescribeAlarms', detail);
    const result = await deploy(fake);
    expect(told(result)).toBe(
      `Refused, nothing was changed: Not allowed: cloudwatch:DescribeAlarms. No traffic was moved. shop-blue serves 100 %. Run: ${rerun}`,
    );
    expect(failureOf(result)).toMatchObject({ detail });
    expect(fake.held).toBeUndefined();
  });
});
