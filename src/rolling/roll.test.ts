import { describe, expect, test } from '@jest/globals';
import { AccessError } from '../ports/access-error.js';
import type { RollingEntry } from '../ports/journal.js';
import { RefusedUpdate } from '../ports/service-deployments.js';
import { definitionArn, expired, FakeRollingWorld } from '../testing/fake-rolling-world.js';
import { roll, undo } from './roll.js';
import type { RollSettings } from './settings.js';
import { sentence } from './words.js';

const rolled = (world: FakeRollingWorld, settings: Partial<RollSettings> = {}) =>
  roll(world.request(settings), world.world());
const denied = (action: string) =>
  new AccessError(`Not allowed: ${action}. Add to the policy of the role: {"Action":"${action}"}`, {
    kind: 'denied',
    action,
  });

describe('a rollout that goes well', () => {
  test('is deployed once all its tasks have run for the time of the bake, and names what it deployed', async () => {
    const world = new FakeRollingWorld();
    const result = await rolled(world);
    expect(result).toMatchObject({
      outcome: 'succeeded',
      taskDefinitionArn: definitionArn(2),
      before: { taskDefinitionArn: definitionArn(1), lastGoodArn: definitionArn(1), desiredCount: 2 },
      serving: 'shop runs shop:2 now: 2 of 2 tasks.',
    });
    expect(world.changes).toEqual([{ taskDefinitionArn: definitionArn(2) }]);
    expect([world.held, world.kept.rolling]).toEqual([undefined, '{}']);
  });

  test('is told at most one poll after ECS calls it successful', async () => {
    const world = new FakeRollingWorld();
    const result = await rolled(world, { bakeMs: 0 });
    // Two tasks, one each ten seconds, then five in which the old ones drain.
    const lag =
      world.startedAt + (result.times.rolloutMs ?? 0) - (world.service.show().service.deployments[0]?.updatedAt ?? 0);
    expect(lag).toBeGreaterThanOrEqual(0);
    expect(lag).toBeLessThan(6_500);
  });

  test('asks for little while tasks come up: the service at each look, the rest now and then', async () => {
    const world = new FakeRollingWorld();
    world.service.taskMs = 120_000;
    await rolled(world, { bakeMs: 0 });
    const count = (name: string) => world.calls.filter((call) => call === name).length;
    expect(count('describe')).toBeGreaterThan(40);
    expect(count('list')).toBeLessThan(count('describe') / 4);
    expect(count('stoppedTasks')).toBeLessThan(count('describe') / 4);
  });

  test('changes of the service only what it is told to, and keeps the rest of a setting of which it changes a part', async () => {
    const world = new FakeRollingWorld();
    world.settings = {
      deploymentConfiguration: {
        minimumHealthyPercent: 100,
        maximumPercent: 200,
        deploymentCircuitBreaker: {
          enable: false,
          rollback: false,
          thresholdConfiguration: { type: 'COUNT', value: 4 },
        } as never,
        bakeTimeInMinutes: 0,
      },
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }],
    };
    const change = {
      forceNewDeployment: false,
      desiredCount: 3,
      maximumPercent: 150,
      circuitBreaker: { enable: true, rollback: true },
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1, base: 0 }],
    };
    expect((await rolled(world, { change })).outcome).toBe('succeeded');
    expect(world.changes).toEqual([
      {
        taskDefinitionArn: definitionArn(2),
        desiredCount: 3,
        deploymentConfiguration: {
          minimumHealthyPercent: 100,
          maximumPercent: 150,
          deploymentCircuitBreaker: {
            enable: true,
            rollback: true,
            thresholdConfiguration: { type: 'COUNT', value: 4 },
          },
          bakeTimeInMinutes: 0,
        },
      },
    ]);
  });

  test('that changes no more than where tasks are placed starts them anew: the strategy alone would move none', async () => {
    const world = new FakeRollingWorld();
    const capacityProviderStrategy = [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }];
    const request = world.request(
      { change: { forceNewDeployment: false, capacityProviderStrategy } },
      { definition: { source: { kind: 'current' }, edits: {} } },
    );
    expect((await roll(request, world.world())).outcome).toBe('succeeded');
    expect(world.changes).toEqual([
      { taskDefinitionArn: definitionArn(1), capacityProviderStrategy, forceNewDeployment: true },
    ]);
  });

  test('that changes no more than the number of tasks ends when they run', async () => {
    const world = new FakeRollingWorld();
    const request = world.request(
      { change: { forceNewDeployment: false, desiredCount: 4 } },
      {
        definition: { source: { kind: 'current' }, edits: {} },
      },
    );
    const result = await roll(request, world.world());
    expect([result.outcome, world.service.show().service.runningCount]).toEqual(['succeeded', 4]);
  });

  test('with nothing to change is unchanged: nothing is registered, nothing updated', async () => {
    const world = new FakeRollingWorld();
    const same = { definition: { source: { kind: 'current' as const }, edits: {} } };
    const result = await roll(world.request({}, same), world.world());
    expect(result).toMatchObject({
      outcome: 'unchanged',
      reason: 'shop runs shop:1 already, and nothing differs from it',
    });
    expect([world.changes, world.definitions.length, world.held]).toEqual([[], 1, undefined]);
    const forced = await roll(world.request({ change: { forceNewDeployment: true } }, same), world.world());
    expect([forced.outcome, world.changes]).toEqual([
      'succeeded',
      [{ taskDefinitionArn: definitionArn(1), forceNewDeployment: true }],
    ]);
  });

  test('is only planned in a dry run', async () => {
    const world = new FakeRollingWorld();
    const result = await rolled(world, { dryRun: true });
    expect([result.outcome, result.reason, world.changes, world.held]).toEqual([
      'unchanged',
      'dry run: nothing was changed',
      [],
      undefined,
    ]);
    expect(world.lines.join('\n')).toContain('register a new revision of shop and deploy it');
  });
});

describe('a rollout that goes badly', () => {
  test('names the reason, goes back to the last good revision, and says what runs', async () => {
    const world = new FakeRollingWorld();
    world.behaviours = ['crashes'];
    const result = await rolled(world);
    expect(sentence(result)).toBe(
      'shop: rolled back: tasks keep failing: 3 × Essential container in task exited (app: exit code 1). shop runs shop:1 now: 2 of 2 tasks.',
    );
    expect(result.story.logs[0]).toMatchObject({
      container: 'app',
      lines: ['Error: no database', '    at start (app.js:1)'],
    });
    expect(world.held).toBeUndefined();
  });

  test('goes back to the last deployment that succeeded, not to the revision before', async () => {
    const world = new FakeRollingWorld();
    world.behaviours = ['crashes', 'crashes'];
    // Somebody left a broken revision running.
    expect((await rolled(world, { onFailure: 'leave' })).outcome).toBe('failed');
    expect(world.runs).toBe('shop:2');
    const request = world.request(
      { whenBusy: 'replace' },
      {
        definition: { source: { kind: 'current' }, edits: { images: { app: 'shop@sha256:newer' } } },
      },
    );
    const result = await roll(request, world.world());
    expect([result.outcome, result.before?.lastGoodArn, world.runs]).toEqual([
      'rolled-back',
      definitionArn(1),
      'shop:1',
    ]);
  });

  test('is left as it is with on-failure: leave, with the command that puts the last good one back', async () => {
    const world = new FakeRollingWorld();
    world.behaviours = ['crashes'];
    const result = await rolled(world, { onFailure: 'leave' });
    expect([result.outcome, world.runs]).toEqual(['failed', 'shop:2']);
    expect(result.command).toBe(
      `aws ecs update-service --region eu-central-1 --cluster shop --service shop --task-definition ${definitionArn(1)}`,
    );
  });

  test('is found bad by an alarm in the bake, and goes back by an update', async () => {
    const world = new FakeRollingWorld();
    world.alarmStates = { errors: { state: 'OK' } };
    world.at(40_000, () => {
      world.alarmStates = { errors: { state: 'ALARM', reason: '5 errors' } };
    });
    const result = await rolled(world, { alarms: ['errors'], bakeMs: 120_000 });
    expect(result).toMatchObject({ outcome: 'rolled-back', reason: expect.stringContaining('alarm errors') });
    expect([world.changes.at(-1), world.runs]).toEqual([{ taskDefinitionArn: definitionArn(1) }, 'shop:1']);
  });

  test('that placed its tasks elsewhere goes back to where they were, too', async () => {
    const world = new FakeRollingWorld();
    world.settings = { ...world.settings, capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }] };
    world.alarmStates = { errors: { state: 'OK' } };
    world.at(40_000, () => {
      world.alarmStates = { errors: { state: 'ALARM', reason: '5 errors' } };
    });
    const change = {
      forceNewDeployment: false,
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
    };
    const result = await rolled(world, { alarms: ['errors'], bakeMs: 120_000, change });
    expect([result.outcome, world.runs]).toEqual(['rolled-back', 'shop:1']);
    expect(world.changes.at(-1)).toEqual({
      taskDefinitionArn: definitionArn(1),
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }],
    });
  });

  test('is found bad by its tasks that stop again after ECS has called it successful', async () => {
    const world = new FakeRollingWorld();
    world.targetGroups = [];
    for (const at of [30_000, 45_000, 60_000]) world.at(at, () => world.service.kill());
    const result = await rolled(world, { bakeMs: 120_000 });
    expect(result).toMatchObject({
      outcome: 'rolled-back',
      reason: expect.stringContaining('3 × Essential container'),
    });
  });

  test('is found bad by a probe that is not answered', async () => {
    const world = new FakeRollingWorld();
    world.answer = () => ({ status: 500 });
    const probe = {
      url: 'https://shop.example/health',
      headers: {},
      status: [{ from: 200, to: 200 }],
      bodyText: undefined,
      timeoutMs: 5_000,
    };
    const result = await rolled(world, { probe, bakeMs: 60_000 });
    expect(result).toMatchObject({
      outcome: 'rolled-back',
      reason: expect.stringMatching(/^probe: answered 500, expected 200 \(\d in a row\)$/),
    });
  });

  test('and targets that never become healthy do not end in success', async () => {
    const world = new FakeRollingWorld();
    world.targetState = () => ({ state: 'unhealthy', reason: 'Target.Timeout' });
    const result = await rolled(world, { bakeMs: 60_000 });
    expect(result).toMatchObject({ outcome: 'rolled-back', reason: expect.stringContaining('Target.Timeout') });
  });

  test('in time out says what was seen last', async () => {
    const world = new FakeRollingWorld();
    world.behaviours = ['never'];
    const result = await rolled(world, { timeoutMs: 120_000 });
    expect(result).toMatchObject({
      outcome: 'timed-out',
      reason: 'not complete in time: 0 of 2 tasks run; 2 of the version before',
    });
    expect(world.runs).toBe('shop:1');
  });

  test('because ECS will not go back is taken back by an update', async () => {
    const world = new FakeRollingWorld();
    world.behaviours = ['crashes'];
    world.fails = (call) => (call === 'stop' ? denied('ecs:StopServiceDeployment') : undefined);
    const result = await rolled(world);
    expect([result.outcome, world.runs]).toEqual(['rolled-back', 'shop:1']);
    expect(world.warnings.join('\n')).toContain('"Action":"ecs:StopServiceDeployment"');
  });
});

describe('what is refused before anything is touched', () => {
  const untouched = (world: FakeRollingWorld) =>
    expect([world.changes, world.definitions.length, world.held]).toEqual([[], 1, undefined]);

  test('is a service that does not exist', async () => {
    const world = new FakeRollingWorld();
    world.exists = false;
    const result = await rolled(world);
    expect(result).toMatchObject({
      outcome: 'refused',
      error: { name: 'InputError', problems: [{ input: 'service' }] },
    });
    untouched(world);
  });

  test('is a service with no task to show anything by', async () => {
    const world = new FakeRollingWorld();
    world.service.scale(0);
    const result = await rolled(world);
    expect(result).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('desired count is 0') });
    untouched(world);
  });

  test('is a service that somebody else deploys to, unless it is to wait or to replace', async () => {
    const world = new FakeRollingWorld();
    const [first = {}] = world.definitions;
    world.definitions = Array.from({ length: 9 }, () => first);
    world.service.update({ definition: definitionArn(9) });
    expect(await rolled(world)).toMatchObject({
      outcome: 'refused',
      reason: 'shop is being deployed to: shop:9 is IN_PROGRESS; when-busy: replace deploys over it',
    });
    expect([world.changes, world.held]).toEqual([[], undefined]);
    const waited = await rolled(world, { whenBusy: 'wait' });
    expect([waited.outcome, waited.before?.taskDefinitionArn]).toEqual(['succeeded', definitionArn(9)]);
  });

  test('is an alarm that is on already, unless it is forced', async () => {
    const world = new FakeRollingWorld();
    world.alarmStates = { errors: { state: 'ALARM', reason: '5 errors' } };
    expect(await rolled(world, { alarms: ['errors', 'none'] })).toMatchObject({
      outcome: 'refused',
      reason: 'alarm none does not exist in this account and Region; alarm errors is in ALARM already: 5 errors',
    });
    untouched(world);
    const forced = await rolled(world, { alarms: ['errors'], force: 'the fix for it' });
    expect(forced.outcome).toBe('succeeded');
  });

  test('is what ECS does not take, in the words of ECS', async () => {
    const world = new FakeRollingWorld();
    world.fails = (call) => (call === 'start' ? new RefusedUpdate('The role is not valid.') : undefined);
    const result = await rolled(world);
    expect(result).toMatchObject({
      outcome: 'refused',
      reason: 'ECS does not take the update: The role is not valid.',
    });
    expect([world.held, world.kept.rolling]).toEqual([undefined, '{}']);
  });

  test('is a lock that another run holds', async () => {
    const world = new FakeRollingWorld();
    world.leftBy({ expires: world.clock.now() + 200_000, holder: 'other' });
    expect(await rolled(world)).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('another run holds the lock'),
    });
  });

  test('is what the checks before it find, all of it at once', async () => {
    const world = new FakeRollingWorld();
    const preflight = async () => [
      { level: 'error' as const, what: 'the image is not there' },
      { level: 'warning' as const, what: 'the secret was not looked at' },
      { level: 'error' as const, what: 'the role cannot be passed' },
    ];
    const result = await roll(world.request(), { ...world.world(), gate: { preflight } });
    expect(result).toMatchObject({ outcome: 'refused', reason: 'the image is not there; the role cannot be passed' });
    expect(world.warnings).toContain('the secret was not looked at');
    untouched(world);
  });

  test('is a service whose task before it fails', async () => {
    const world = new FakeRollingWorld();
    const before = async () => ({ ok: false as const, outcome: 'failed' as const, reason: 'the migration failed' });
    const result = await roll(world.request(), { ...world.world(), gate: { before } });
    expect(result).toMatchObject({ outcome: 'failed', reason: 'the migration failed; the service was not touched' });
    // It was registered, and is not what was deployed.
    expect(result.taskDefinitionArn).toBeUndefined();
    expect([world.changes, world.held]).toEqual([[], undefined]);
  });
});

describe('access', () => {
  test('that is lost in the wait is told at once, with the command that finishes it; the journal keeps what was begun', async () => {
    const world = new FakeRollingWorld();
    world.fails = (call, count) => (call === 'describe' && count >= 4 ? expired() : undefined);
    const result = await rolled(world);
    expect(result).toMatchObject({
      outcome: 'access-lost',
      command: 'sluice recover --region eu-central-1 --cluster shop --service shop',
      error: { name: 'AccessError' },
    });
    expect(world.held?.entry).toMatchObject({ stage: 'roll', holder: 'me' });
    // A parameter of the standard tier holds 4 KB.
    expect(JSON.stringify(world.held?.entry).length).toBeLessThan(3_000);
    expect(Object.keys(JSON.parse(world.kept.rolling ?? ''))).toEqual([world.lockName]);
  });

  test('that is lacking from the start changes nothing', async () => {
    const world = new FakeRollingWorld();
    world.fails = () => expired();
    expect(await rolled(world)).toMatchObject({
      outcome: 'access-lost',
      reason: expect.stringContaining('nothing was changed'),
    });
    expect(world.held).toBeUndefined();
  });

  test('that does not allow to list deployments, or to read tasks, still ends in an honest verdict, and names the action', async () => {
    const world = new FakeRollingWorld();
    world.behaviours = ['crashes'];
    world.fails = (call) =>
      call === 'list'
        ? denied('ecs:ListServiceDeployments')
        : call === 'stoppedTasks'
          ? denied('ecs:ListTasks')
          : undefined;
    const result = await rolled(world);
    expect([result.outcome, result.reason]).toEqual([
      'rolled-back',
      'tasks keep failing: ECS counts 3; why cannot be read',
    ]);
    expect(world.warnings.join('\n')).toMatch(/ecs:ListServiceDeployments[\s\S]*ecs:ListTasks/);
  });
});

describe('an unsteady world', () => {
  test.each(['describe', 'list', 'start', 'stop', 'stoppedTasks', 'detail'] as const)(
    'in which %s fails every other time changes no verdict',
    async (name) => {
      for (const behaviour of ['good', 'crashes'] as const) {
        const world = new FakeRollingWorld();
        world.behaviours = [behaviour];
        // The first look of all is what refuses a service that cannot be read.
        world.fails = (call, count) => (call === name && count % 2 === 1 ? new Error('500') : undefined);
        const result = await rolled(world);
        expect([result.outcome, world.runs]).toEqual(
          behaviour === 'good' ? ['succeeded', 'shop:2'] : ['rolled-back', 'shop:1'],
        );
      }
    },
  );

  test.each(['start', 'stop'] as const)('in which the answer to %s is lost changes no verdict', async (name) => {
    for (const behaviour of ['good', 'crashes'] as const) {
      const world = new FakeRollingWorld();
      world.behaviours = [behaviour];
      world.losesAnswer = (call, count) => call === name && count === 0;
      const result = await rolled(world);
      expect([result.outcome, world.runs]).toEqual(
        behaviour === 'good' ? ['succeeded', 'shop:2'] : ['rolled-back', 'shop:1'],
      );
    }
  });
});

describe('a cancel', () => {
  test('in the wait tells ECS to go back within seconds, and leaves the rest to post', async () => {
    const world = new FakeRollingWorld();
    world.at(12_000, () => world.cancel());
    const result = await rolled(world);
    expect(result).toMatchObject({
      outcome: 'interrupted',
      reason: 'the run was cancelled (SIGINT); ECS was told to go back',
      serving: expect.stringContaining('shop runs shop:1'),
    });
    expect(world.clock.now() - world.startedAt).toBeLessThan(14_000);
    expect(world.held?.entry).toMatchObject({ stage: 'roll' });
  });

  test('with on-cancel: leave goes at once, and gives the lock back', async () => {
    const world = new FakeRollingWorld();
    world.at(12_000, () => world.cancel());
    const result = await rolled(world, { onCancel: 'leave' });
    expect([result.outcome, world.runs, world.held, world.kept.rolling]).toEqual([
      'interrupted',
      'shop:2',
      undefined,
      '{}',
    ]);
  });

  test('before the service was told changes nothing', async () => {
    const world = new FakeRollingWorld();
    world.cancel();
    const result = await rolled(world);
    expect([result.outcome, world.changes, world.held]).toEqual(['interrupted', [], undefined]);
  });
});

describe('a run that died', () => {
  /** What it has left in the journal at that moment. */
  async function diesAt(ms: number, behaviour: 'good' | 'crashes'): Promise<FakeRollingWorld> {
    const world = new FakeRollingWorld();
    world.behaviours = [behaviour, 'good'];
    void rolled(world, { failAfter: 30 });
    let left: RollingEntry | undefined;
    await new Promise<void>((done) => {
      world.at(ms, () => {
        left = world.held?.entry;
        world.fails = () => expired();
        done();
      });
    });
    await world.clock.sleep(400_000);
    world.fails = () => undefined;
    world.leftBy({ ...left, expires: world.clock.now() - 1, holder: 'dead' });
    return world;
  }

  test('is settled by the next one before that begins: what completed meanwhile is what runs', async () => {
    const world = await diesAt(8_000, 'good');
    const request = world.request(
      {},
      {
        definition: { source: { kind: 'current' }, edits: { images: { app: 'shop@sha256:newer' } } },
      },
    );
    const result = await roll(request, world.world());
    expect(world.lines.join('\n')).toContain(
      'The deployment of shop:2 completed; nobody watched it to the end of its bake.',
    );
    expect([result.outcome, result.before?.taskDefinitionArn]).toEqual(['succeeded', definitionArn(2)]);
  });

  test('in the middle of a crash loop is taken back', async () => {
    const world = await diesAt(15_000, 'crashes');
    const request = world.request(
      {},
      {
        definition: { source: { kind: 'current' }, edits: { images: { app: 'shop@sha256:newer' } } },
      },
    );
    const result = await roll(request, world.world());
    expect(world.lines.join('\n')).toContain('The deployment of shop:2 did not stay (tasks keep failing');
    expect([result.outcome, result.before?.taskDefinitionArn]).toEqual(['succeeded', definitionArn(1)]);
  });
});

describe('a release that is taken back as a whole', () => {
  test('runs again what it ran before', async () => {
    const world = new FakeRollingWorld();
    const request = world.request({ change: { forceNewDeployment: false, desiredCount: 3 } });
    const done = await roll(request, world.world());
    expect(done.outcome).toBe('succeeded');
    const undone = await undo(done, request, world.world());
    expect([undone.outcome, world.runs, world.service.desired, world.held]).toEqual([
      'rolled-back',
      'shop:1',
      2,
      undefined,
    ]);
  });
});

test('what runs after it and fails takes it back, and the times tell when it was deployed, found bad and put back', async () => {
  const world = new FakeRollingWorld();
  const after = async () => {
    await world.clock.sleep(60_000);
    return { ok: false as const, outcome: 'failed' as const, reason: 'the smoke test failed' };
  };
  const result = await roll(world.request(), { ...world.world(), gate: { after } });
  expect([result.outcome, result.reason, world.runs]).toEqual(['rolled-back', 'the smoke test failed', 'shop:1']);
  const { rolloutMs = 0, detectMs = 0, restoreMs = 0 } = result.times;
  // The bake of 30 s and the minute of the test are between the two.
  expect(detectMs - rolloutMs).toBeGreaterThanOrEqual(90_000);
  expect(restoreMs).toBeGreaterThan(0);
  expect(result.story.startedAt + detectMs + restoreMs).toBeLessThanOrEqual(world.clock.now());
});
