import { describe, expect, test } from '@jest/globals';
import { finishInterrupted } from '../actions/ecs-blue-green/post.js';
import { run } from '../actions/ecs-blue-green/run.js';
import { spec } from '../actions/ecs-blue-green/spec.js';
import type { JournalEntry } from '../ports/journal.js';
import { parseInputs } from '../spec/parse.js';
import { blueArn, FakeWorld, greenArn } from '../testing/fake-world.js';
import { recoverLeft } from './recovery.js';

const revision = (n: number): string => `arn:aws:ecs:eu-central-1:123456789012:task-definition/shop:${n}`;
const minutes = (n: number): number => n * 60_000;

function deploy(fake: FakeWorld, more: Record<string, string> = {}) {
  fake.alarmStates['shop-5xx'] = {};
  return run(
    parseInputs(spec, {
      cluster: 'shop',
      services: 'shop-blue\nshop-green',
      'listener-rule-arn':
        'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener-rule/app/shop/3333333333333333/4444444444444444/5555555555555555',
      images: `app=123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop@sha256:${'a'.repeat(64)}`,
      alarms: 'shop-5xx',
      region: 'eu-central-1',
      steps: '10%@5m, 100%@15m',
      ...more,
    }),
    fake.world,
  );
}

const somebodyDeploys = (fake: FakeWorld, service: 'shop-blue' | 'shop-green', n = 9): void => {
  Object.assign(fake.services[service] as object, { arn: revision(n), desired: 3, before: 3 });
};

/** What a run left that had deployed shop:2 where shop:1 ran, on both sides, and then died. */
function left(more: Partial<JournalEntry> = {}, green = 50): { fake: FakeWorld; entry: JournalEntry } {
  const fake = new FakeWorld();
  fake.weights = { [blueArn]: 100 - green, [greenArn]: green };
  Object.assign(fake.services['shop-green'] as object, { arn: revision(2), desired: 2, before: 2 });
  fake.lockedBy('https://github.com/shop/shop/actions/runs/7', {
    expires: 0,
    greenTaskDefinition: revision(2),
    blueTaskDefinition: revision(1),
    ...more,
  });
  return { fake, entry: fake.held?.entry as JournalEntry };
}

describe('what a run left, where somebody else has deployed to the new side meanwhile', () => {
  test.each(['start', 'shift', 'clean-up', 'keep-old'] as const)(
    'stays there, with all its tasks, after the traffic went back (stage %s), and is told with what was found',
    async (stage) => {
      const { fake, entry } = left({ stage });
      somebodyDeploys(fake, 'shop-green');
      const told = await recoverLeft(fake.world, entry);
      expect(fake.weights).toEqual({ [blueArn]: 100, [greenArn]: 0 });
      expect(fake.services['shop-green']).toMatchObject({ arn: revision(9), desired: 3 });
      expect(told).toBe(
        'shop-blue serves 100 %. shop-green runs shop:9: neither shop:2, which the run deployed, nor shop:1, which it ran ' +
          'before. Somebody else has deployed to it, so it was left as it is, with its 3 tasks and no traffic; who did that ' +
          'has to decide what becomes of it.',
      );
      expect(fake.warnings).toEqual([expect.stringContaining('shop-green runs shop:9')]);
    },
  );

  test.each([
    ['what the run deployed', 2],
    ['what ran before', 1],
  ])('is put back as before when it runs %s', async (_, n) => {
    const { fake, entry } = left();
    somebodyDeploys(fake, 'shop-green', n);
    expect(await recoverLeft(fake.world, entry)).toBe('shop-blue serves 100 %; shop-green is as it was before.');
    expect(fake.services['shop-green']).toMatchObject({ arn: revision(1), desired: 0 });
    expect(fake.warnings).toEqual([]);
  });

  test('is put back by an entry that an older version wrote: whose revision it is is not known then', async () => {
    const { fake, entry } = left();
    const { greenTaskDefinition: _, blueTaskDefinition: __, ...old } = entry;
    somebodyDeploys(fake, 'shop-green');
    expect(await recoverLeft(fake.world, old)).toBe('shop-blue serves 100 %; shop-green is as it was before.');
    expect(fake.services['shop-green']).toMatchObject({ arn: revision(1), desired: 0 });
  });

  test('can be recovered twice', async () => {
    const { fake, entry } = left();
    somebodyDeploys(fake, 'shop-green');
    const first = await recoverLeft(fake.world, entry);
    expect(await recoverLeft(fake.world, entry)).toBe(first);
    expect(fake.services['shop-green']).toMatchObject({ arn: revision(9), desired: 3 });
  });

  test('is not deployed over by the run that takes the lock, but by the one after it', async () => {
    const { fake } = left();
    fake.definitions = Array(9).fill(fake.definitions[0]);
    somebodyDeploys(fake, 'shop-green');
    const result = await deploy(fake);
    expect(result).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('shop-green runs shop:9') });
    expect(result.reason).toMatch(/Deploy again to replace it/);
    expect(fake.weights).toEqual({ [blueArn]: 100, [greenArn]: 0 });
    expect(fake.services['shop-green']).toMatchObject({ arn: revision(9), desired: 3 });
    expect(fake.held).toBeUndefined();
    expect(await deploy(fake)).toMatchObject({ outcome: 'promoted' });
    expect(fake.services['shop-green']?.arn).toBe(revision(10));
  });
});

describe('what a run left, where somebody else has deployed to the old side meanwhile', () => {
  test('is told, and that side gets the traffic all the same', async () => {
    const { fake, entry } = left();
    somebodyDeploys(fake, 'shop-blue');
    const told = await recoverLeft(fake.world, entry);
    expect(fake.weights).toEqual({ [blueArn]: 100, [greenArn]: 0 });
    expect(fake.services['shop-blue']).toMatchObject({ arn: revision(9), desired: 3 });
    expect(fake.services['shop-green']).toMatchObject({ arn: revision(1), desired: 0 });
    expect(told).toBe(
      'shop-blue serves 100 %; shop-green is as it was before. shop-blue runs shop:9, not shop:1, which it ran when the ' +
        'run began. Somebody else has deployed to it; who did that has to decide whether it stays.',
    );
  });

  test.each(['shop-blue', 'shop-green'] as const)(
    'does not lose the tasks of the old side after a promotion (%s was deployed to)',
    async (service) => {
      const { fake, entry } = left({ stage: 'keep-old', keepOldUntil: 1 }, 100);
      somebodyDeploys(fake, service);
      const told = await recoverLeft(fake.world, entry);
      expect(fake.weights).toEqual({ [blueArn]: 0, [greenArn]: 100 });
      expect(fake.services['shop-blue']?.desired).toBe(service === 'shop-blue' ? 3 : 2);
      expect(told).toContain(`${service} runs shop:9`);
      expect(told).toContain('shop-blue still has its tasks');
    },
  );

  test.each(['shop-blue', 'shop-green'] as const)(
    'keeps its tasks, where the run lives to see it: %s was deployed to while the old side was kept warm',
    async (service) => {
      const fake = new FakeWorld();
      const done = deploy(fake, { 'keep-old': '1h' });
      fake.clock.at(minutes(40), () => somebodyDeploys(fake, service));
      const result = await done;
      expect(result.outcome).toBe('promoted');
      expect(result.reason).toContain(`${service} runs shop:9`);
      expect(fake.services['shop-blue']?.desired).toBe(service === 'shop-blue' ? 3 : 2);
      expect(fake.held).toBeUndefined();
    },
  );
});

describe('the journal of a deployment', () => {
  test('names what the new side is going to run before the service is told', async () => {
    const fake = new FakeWorld();
    const told: [string | undefined, string | undefined][] = [];
    const { update } = fake.world.rollout;
    fake.world.rollout.update = async (service, change) => {
      if (service === 'shop-green' && told.length === 0) {
        told.push([change.taskDefinitionArn, fake.held?.entry?.greenTaskDefinition]);
        expect(fake.held?.entry).toMatchObject({ stage: 'start', blueTaskDefinition: revision(1) });
      }
      await update(service, change);
    };
    await deploy(fake);
    expect(told).toEqual([[revision(2), revision(2)]]);
  });

  test('is what `post` goes by after a cancel: what somebody else deployed stays', async () => {
    const fake = new FakeWorld();
    fake.clock.at(minutes(3), () => {
      somebodyDeploys(fake, 'shop-green');
      fake.cancel();
    });
    expect(await deploy(fake)).toMatchObject({ outcome: 'interrupted' });
    const done = await finishInterrupted(fake.world, JSON.parse(fake.kept.shift as string) as JournalEntry);
    expect(done).toContain('shop-green runs shop:9');
    expect(fake.weights).toEqual({ [blueArn]: 100, [greenArn]: 0 });
    expect(fake.services['shop-green']).toMatchObject({ arn: revision(9), desired: 3 });
    expect(fake.held).toBeUndefined();
  });
});
