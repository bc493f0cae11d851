import { describe, expect, test } from '@jest/globals';
import { AccessError } from '../ports/access-error.js';
import { FakeRollingWorld } from '../testing/fake-rolling-world.js';
import { diagnose } from './diagnose.js';
import { roll } from './roll.js';
import type { RollSettings } from './settings.js';
import { newRollStory } from './story.js';

const throttled = () => new Error('ThrottlingException: Rate exceeded');

/** Plays a rollout, and tells when the service was looked at after it had been told, ms since the beginning. */
async function looksOf(world: FakeRollingWorld, settings: Partial<RollSettings> = {}) {
  const looks: number[] = [];
  const { fails } = world;
  world.fails = (call, count) => {
    if (call === 'describe' && world.calls.includes('start')) looks.push(world.clock.now() - world.startedAt);
    return fails(call, count);
  };
  const result = await roll(world.request({ bakeMs: 0, ...settings }), world.world());
  return { result, looks };
}
const gaps = (times: readonly number[]) => times.slice(1).map((at, i) => at - (times[i] ?? 0));

describe('the wait', () => {
  test('looks every five seconds, give or take a tenth, from the first minute to the last', async () => {
    const world = new FakeRollingWorld();
    world.service.taskMs = 600_000;
    const { result, looks } = await looksOf(world, { timeoutMs: 3_600_000 });
    expect(result.outcome).toBe('succeeded');
    // Between two looks is what the calls take, too.
    const waits = gaps(looks).slice(1, -1);
    expect(waits.length).toBeGreaterThan(200);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(4_500);
    expect(Math.max(...waits)).toBeLessThan(5_700);
    // Many runs do not ask at the same moments.
    expect(new Set(waits.map((wait) => Math.round(wait / 50))).size).toBeGreaterThan(5);
  });

  test('is not over before the deadline was looked at: what became good a moment before is good', async () => {
    const world = new FakeRollingWorld();
    world.service.taskMs = 57_000;
    // A poll of five minutes would see nothing in between.
    const { result, looks } = await looksOf(world, { pollMs: 300_000, timeoutMs: 125_000 });
    expect(result.outcome).toBe('succeeded');
    expect(looks.at(-1)).toBeGreaterThanOrEqual(125_000);
  });

  test.each([1.3, 1.1, 1.03])(
    'of a rollout with a timeout %s times as long is never called too late',
    async (times) => {
      for (const minutes of [3, 5, 10]) {
        const world = new FakeRollingWorld();
        world.service.taskMs = minutes * 30_000;
        const { result } = await looksOf(world, { timeoutMs: minutes * 60_000 * times });
        expect([minutes, result.outcome]).toEqual([minutes, 'succeeded']);
      }
    },
  );

  test('backs off while it is throttled, and neither loses the deadline nor what happens meanwhile', async () => {
    const world = new FakeRollingWorld();
    const begin = world.startedAt + 15_000;
    world.fails = (call) =>
      call === 'describe' && world.clock.now() > begin && world.clock.now() < begin + 160_000 ? throttled() : undefined;
    const { result, looks } = await looksOf(world, { timeoutMs: 180_000 });
    expect(result.outcome).toBe('succeeded');
    const inBetween = looks.filter((at) => at > 15_000 && at < 175_000);
    // Every five seconds would be 32.
    expect(inBetween.length).toBeLessThan(12);
    expect(Math.max(...gaps(looks))).toBeLessThan(35_000);
  });

  test('that is throttled to its end says so, and at its deadline', async () => {
    const world = new FakeRollingWorld();
    const begin = world.startedAt + 8_000;
    world.fails = (call) => (call === 'describe' && world.clock.now() > begin ? throttled() : undefined);
    const { result, looks } = await looksOf(world, { timeoutMs: 120_000, onFailure: 'leave' });
    expect(result.outcome).toBe('timed-out');
    expect(result.reason).toContain('the service could not be read');
    expect(looks.filter((at) => at >= 120_000).length).toBeGreaterThan(0);
    expect(looks.at(-1)).toBeLessThan(160_000);
  });
});

describe('the bake', () => {
  test('begins anew when a task fails in it: what restarts is not healthy', async () => {
    const world = new FakeRollingWorld();
    world.targetGroups = [];
    world.at(60_000, () => world.service.kill());
    const { result } = await looksOf(world, { bakeMs: 60_000 });
    expect(result.outcome).toBe('succeeded');
    expect(world.lines.join('\n')).toContain('a task has failed: from now on it is watched anew');
    expect(world.clock.now() - world.startedAt).toBeGreaterThanOrEqual(120_000);
  });

  test('that a task fails in again and again ends badly, however long it takes until the next one', async () => {
    const world = new FakeRollingWorld();
    world.targetGroups = [];
    for (const minute of [1, 2, 3]) world.at(minute * 60_000, () => world.service.kill());
    const { result } = await looksOf(world, { bakeMs: 65_000 });
    expect(result).toMatchObject({
      outcome: 'rolled-back',
      reason: expect.stringMatching(/^tasks keep failing: 3 × /),
    });
  });

  test('is not spoilt by a task that autoscaling adds and that is slow to come', async () => {
    const world = new FakeRollingWorld();
    world.targetGroups = [];
    world.at(60_000, () => {
      world.service.taskMs = 600_000;
      world.service.scale(3);
    });
    const { result } = await looksOf(world, { bakeMs: 120_000, unknownLimitMs: 30_000 });
    expect([result.outcome, world.runs]).toEqual(['succeeded', 'shop:2']);
  });
});

describe('an alarm by which ECS itself would take the deployment back', () => {
  const named = {
    forceNewDeployment: false,
    deploymentAlarms: { alarmNames: ['errors'], enable: true, rollback: true },
  };

  test.each([
    ['is on already', { errors: { state: 'ALARM' as const } }, /errors is in ALARM already: ECS looks at no alarm/],
    ['does not exist', {}, /errors does not exist/],
  ])('and that %s is warned of: it would take nothing back', async (_what, states, words) => {
    const world = new FakeRollingWorld();
    world.alarmStates = states;
    const { result } = await looksOf(world, { change: named });
    expect([result.outcome, world.warnings.join('\n')]).toEqual(['succeeded', expect.stringMatching(words)]);
  });

  test('and that is well, or turned off, is not spoken of', async () => {
    for (const enable of [true, false]) {
      const world = new FakeRollingWorld();
      world.alarmStates = { errors: { state: enable ? 'OK' : 'ALARM' } };
      const change = { ...named, deploymentAlarms: { ...named.deploymentAlarms, enable } };
      await looksOf(world, { change });
      expect(world.warnings).toEqual([]);
    }
  });
});

test('a way back that does not come to its end is told as what it is, with the command for a person', async () => {
  const world = new FakeRollingWorld();
  world.behaviours = ['crashes'];
  // From the third failure on no task comes up any more, of no version.
  world.at(29_000, () => {
    world.service.taskMs = 100_000_000;
  });
  // And those of the version before that still run die.
  for (const at of [50_000, 60_000, 70_000, 80_000]) world.at(at, () => world.service.kill('CannotPullContainerError'));
  const { result } = await looksOf(world);
  expect(world.warnings).toEqual([
    expect.stringMatching(
      /^Tasks of shop:1, the last good version, fail as well: 3 × CannotPull.* What to do: look whether/,
    ),
  ]);
  expect(result).toMatchObject({
    outcome: 'failed',
    reason: expect.stringMatching(/^tasks keep failing: 3 × .*; and the way back was not complete in time/),
    command: expect.stringMatching(/^aws ecs update-service .*shop:1$/),
  });
});

describe('what may not be read is left out, and said with the action that the policy lacks', () => {
  const denied = (action: string) => async (): Promise<never> => {
    throw new AccessError(`Not allowed: ${action}`, { kind: 'denied', action });
  };

  test.each([
    ['logs:GetLogEvents', 'the logs of the stopped tasks'],
    ['elasticloadbalancing:DescribeTargetHealth', 'the health of the targets'],
    ['ecs:DescribeServiceDeployments', 'what ECS says of the deployment'],
  ])('%s', async (action, what) => {
    const world = new FakeRollingWorld();
    world.behaviours = ['crashes'];
    const ports = world.world();
    const { result } = await looksOf(world);
    const story = newRollStory(world.startedAt);
    story.stopped = result.story.stopped;
    const refuse = denied(action);
    await diagnose(
      { targetGroupArns: ['arn:aws:elasticloadbalancing:eu-central-1:1:targetgroup/shop/1'], logLines: 20 },
      {
        ...ports,
        ...(action.startsWith('logs:') ? { logs: { lastLines: refuse } } : {}),
        ...(action.startsWith('elastic') ? { targets: { targets: refuse } } : {}),
        ...(action.startsWith('ecs:') ? { deployments: { ...ports.deployments, describe: refuse } } : {}),
      },
      story,
      { ours: { arn: 'arn:aws:ecs:eu-central-1:1:service-deployment/shop/shop/1' } } as never,
    );
    expect(story.unread).toEqual([`Could not read ${what}: Not allowed: ${action}`]);
  });

  test('of two causes the log of each is read, and of ten tasks of one cause one', async () => {
    const world = new FakeRollingWorld();
    world.behaviours = ['crashes'];
    const { result } = await looksOf(world);
    const [task] = result.story.stopped;
    if (task === undefined) throw new Error('nothing has stopped');
    const story = newRollStory(world.startedAt);
    const other = { ...task, arn: `${task.arn}-other`, stoppedReason: 'Task failed ELB health checks' };
    story.stopped = [task, task, task, other];
    const ours = { arn: null };
    await diagnose({ targetGroupArns: [], logLines: 20 }, world.world(), story, { ours } as never);
    expect(story.logs.map((log) => log.task)).toEqual([task, other].map(({ arn }) => arn.split('/').at(-1)));
  });
});
