import { describe, expect, test } from '@jest/globals';
import { keptFrom } from '../../blue-green/kept.js';
import { failureOf, type Result } from '../../blue-green/result.js';
import { AccessError } from '../../ports/access-error.js';
import type { JournalEntry } from '../../ports/journal.js';
import { Unanswered } from '../../ports/unanswered.js';
import { parseInputs } from '../../spec/parse.js';
import { blueArn, FakeWorld, greenArn } from '../../testing/fake-world.js';
import { finishInterrupted } from './post.js';
import { run } from './run.js';
import { type BlueGreenInputs, spec } from './spec.js';

const digest = 'a'.repeat(64);
const newImage = `123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop@sha256:${digest}`;
const ruleArn =
  'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener-rule/app/shop/3333333333333333/4444444444444444/5555555555555555';

function inputs(more: Record<string, string> = {}): BlueGreenInputs {
  return parseInputs(spec, {
    cluster: 'shop',
    services: 'shop-blue\nshop-green',
    'listener-rule-arn': ruleArn,
    images: `app=${newImage}`,
    alarms: 'shop-5xx',
    region: 'eu-central-1',
    steps: '10%@5m, 50%@10m, 100%@15m',
    ...more,
  });
}

function world(): FakeWorld {
  const made = new FakeWorld();
  made.alarmStates['shop-5xx'] = {};
  return made;
}

const deploy = (fake: FakeWorld, more?: Record<string, string>): Promise<Result> => run(inputs(more), fake.world);
const minutes = (n: number): number => n * 60_000;

describe('a healthy release', () => {
  test('of one task is told in the singular, and of two in the plural', async () => {
    const one = world();
    Object.assign(one.services['shop-blue'] as object, { desired: 1, before: 1 });
    await deploy(one, { 'min-requests': '1', 'on-no-data': 'continue' });
    expect(one.lines.concat(one.markdown).join('\n')).not.toMatch(/\b1 (?:healthy )?(?:tasks|targets|requests)\b/);
    expect(one.lines.join('\n')).toContain(
      'start 1 task of it in shop-green; wait until the deployment is complete and 1 target is healthy',
    );
    const two = world();
    await deploy(two);
    expect(two.lines.join('\n')).toContain(
      'start 2 tasks of it in shop-green; wait until the deployment is complete and 2 targets are healthy',
    );
  });

  test('is raised 10 → 50 → 100 %, promoted, and the old side is scaled to 0 after its time', async () => {
    const fake = world();
    const result = await deploy(fake);
    expect(result.outcome).toBe('promoted');
    expect(fake.written.map(([, weight]) => weight)).toEqual([10, 50, 100]);
    expect(fake.weights).toEqual({ [blueArn]: 0, [greenArn]: 100 });
    expect(fake.services['shop-blue']?.desired).toBe(0);
    expect(fake.services['shop-green']).toMatchObject({ desired: 2 });
    expect(fake.definitions[1]?.containerDefinitions?.[0]?.image).toBe(newImage);
    expect(fake.held).toBeUndefined();
    expect(failureOf(result)).toBeUndefined();
  });

  test('serves each step its bake before the next', async () => {
    const fake = world();
    await deploy(fake);
    const [first, second, third] = fake.written.map(([seconds]) => seconds) as [number, number, number];
    expect(second - first).toBeGreaterThanOrEqual(300);
    expect(second - first).toBeLessThan(320);
    expect(third - second).toBeGreaterThanOrEqual(600);
    expect(third - second).toBeLessThan(625);
  });

  test('sets every output and tells the whole story in the summary', async () => {
    const fake = world();
    await deploy(fake);
    expect(Object.keys(fake.outputs).sort()).toEqual(Object.keys(spec.outputs).sort());
    expect(fake.outputs).toMatchObject({
      outcome: 'promoted',
      'active-service': 'shop-green',
      weights: '{"shop-blue":0,"shop-green":100}',
      'task-definition-arn': 'arn:aws:ecs:eu-central-1:123456789012:task-definition/shop:2',
      'rolled-back-at-weight': '',
    });
    expect(fake.markdown).toContain('✅ Promoted: shop-blue → shop-green');
    expect(fake.markdown).toContain('xychart-beta');
    expect(fake.markdown).toMatch(/\| 50 % \| 10m\d*s? \| healthy \| alarm shop-5xx: OK/);
  });

  test('with keep-old forever leaves the old side as it is', async () => {
    const fake = world();
    await deploy(fake, { 'keep-old': 'forever' });
    expect(fake.services['shop-blue']?.desired).toBe(2);
  });

  test('stays promoted when the old side cannot be scaled to 0 afterwards, and that is told', async () => {
    const fake = world();
    fake.clock.at(minutes(35), () => {
      fake.world.rollout.update = () =>
        Promise.reject(new AccessError('The AWS credentials have expired', { kind: 'expired' }));
    });
    const result = await deploy(fake);
    expect(result).toMatchObject({ outcome: 'promoted', weights: { 'shop-blue': 0, 'shop-green': 100 } });
    expect(result.reason).toContain('; shop-blue could not be scaled to 0: The AWS credentials have expired');
    expect(failureOf(result)).toBeUndefined();
  });

  test('goes the other way when green is the live side', async () => {
    const fake = world();
    fake.weights = { [blueArn]: 0, [greenArn]: 100 };
    Object.assign(fake.services['shop-green'] as object, { desired: 2, before: 2 });
    Object.assign(fake.services['shop-blue'] as object, { desired: 0 });
    expect((await deploy(fake)).activeService).toBe('shop-blue');
  });

  test('without alarms is warned of with what is left to find it bad', async () => {
    const warned = async (more: Record<string, string>): Promise<string> => {
      const fake = world();
      await deploy(fake, { alarms: '', 'dry-run': 'true', ...more });
      return fake.warnings.join('\n');
    };
    expect(await warned({})).toContain('only target health, stopped tasks and green against blue can find');
    expect(await warned({ compare: 'false' })).toContain('only target health and stopped tasks can find');
    expect(await warned({ compare: 'false', probe: 'http://green.example/' })).toContain(
      'stopped tasks and the probe can',
    );
  });

  test('that runs already changes nothing', async () => {
    const fake = world();
    fake.definitions[0] = {
      ...fake.definitions[0],
      containerDefinitions: [{ name: 'app', image: newImage, essential: true }],
    };
    expect(await deploy(fake)).toMatchObject({ outcome: 'unchanged', activeService: 'shop-blue' });
    expect([fake.written, fake.definitions.length, fake.held]).toEqual([[], 1, undefined]);
  });

  test('as a dry run prints the plan step by step and touches nothing', async () => {
    const fake = world();
    const result = await deploy(fake, { 'dry-run': 'true' });
    expect(result.reason).toContain('dry run');
    expect(fake.lines.join('\n')).toContain('10 % to shop-green, healthy for 5m');
    expect(JSON.parse(fake.outputs.plan ?? '')).toMatchObject({
      tasks: 2,
      minHealthyTargets: 2,
      taskDefinition: { register: 'shop' },
    });
    expect([fake.written, fake.definitions.length, fake.held]).toEqual([[], 1, undefined]);
  });

  test('survives lost writes, lag and reads that fail', async () => {
    const fake = world();
    fake.lostWrites = 1;
    fake.lagMs = 4_000;
    fake.clock.at(minutes(2), () => {
      fake.failingReads = 3;
    });
    expect((await deploy(fake)).outcome).toBe('promoted');
  });
});

describe('AWS that does not answer', () => {
  /** For so long from now on; then it answers as before. */
  function silence(fake: FakeWorld, port: 'rollout' | 'router' | 'journal', call: string, forMs: number): void {
    const calls = fake.world[port] as unknown as Record<string, (...words: unknown[]) => Promise<unknown>>;
    const answer = calls[call];
    const until = fake.clock.now() + forMs;
    calls[call] = async (...words) => {
      if (fake.clock.now() < until)
        throw new Unanswered(`AWS did not answer ${call} (ThrottlingException: Rate exceeded)`);
      return answer?.(...words);
    };
  }

  test.each([
    ['journal', 'acquire'],
    ['router', 'read'],
    ['rollout', 'register'],
    ['rollout', 'update'],
  ] as const)(
    '%s.%s for a quarter of a minute before traffic moves is asked again, and the release promoted',
    async (port, call) => {
      const fake = world();
      silence(fake, port, call, 15_000);
      expect((await deploy(fake)).outcome).toBe('promoted');
      expect(fake.lines.join('\n')).toContain(`AWS did not answer ${call}`);
    },
  );

  test('while the new version starts keeps nobody from waiting for it', async () => {
    const fake = world();
    fake.startMs = minutes(2);
    fake.clock.at(minutes(1), () => silence(fake, 'rollout', 'describe', 20_000));
    expect((await deploy(fake)).outcome).toBe('promoted');
  });

  test('before anything was begun is refused with what was asked, and the lock is free', async () => {
    const fake = world();
    silence(fake, 'rollout', 'describe', minutes(60));
    const result = await deploy(fake);
    expect(result).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(/^AWS did not answer describe/) });
    expect([fake.written, fake.definitions.length, fake.held]).toEqual([[], 1, undefined]);
    expect(failureOf(result)).toMatchObject({
      name: 'DeployFailed',
      message: expect.stringMatching(/Run: gh run rerun 1 --failed --repo shop\/shop$/),
    });
  });

  test('while the new version starts ends as interrupted, with who serves, and post puts it back', async () => {
    const fake = world();
    fake.startMs = minutes(2);
    fake.clock.at(minutes(1), () => silence(fake, 'rollout', 'describe', minutes(5)));
    const result = await deploy(fake);
    expect(result).toMatchObject({ outcome: 'interrupted', activeService: 'shop-blue' });
    expect(failureOf(result)).toMatchObject({
      name: 'Interrupted',
      message:
        'Interrupted: AWS did not answer describe (ThrottlingException: Rate exceeded). shop-green never had traffic. ' +
        'The part of this action that runs afterwards puts it back to what it was. shop-blue serves 100 %.',
    });
    await fake.clock.sleep(minutes(5));
    const kept = keptFrom((name) => fake.kept[name]) as JournalEntry;
    await finishInterrupted(fake.world, kept);
    expect([fake.services['shop-green']?.desired, fake.held]).toEqual([0, undefined]);
  });
});

describe('a bad release', () => {
  test('is rolled back by an alarm within a poll, and says at which weight and how fast', async () => {
    const fake = world();
    fake.clock.at(minutes(8), () => {
      fake.alarmStates['shop-5xx'] = { state: 'ALARM', reason: '20 % of requests failed' };
    });
    const result = await deploy(fake);
    expect(result).toMatchObject({ outcome: 'rolled-back', rolledBackAtWeight: 50 });
    expect(result.reason).toBe('alarm shop-5xx: in ALARM: 20 % of requests failed');
    expect(fake.weights).toEqual({ [blueArn]: 100, [greenArn]: 0 });
    const [restored, weight] = fake.written.at(-1) ?? [0, -1];
    expect(weight).toBe(0);
    expect(restored - minutes(8) / 1000).toBeLessThanOrEqual(6);
    expect(result.restoreMs).toBeLessThan(3_000);
    expect(fake.services['shop-green']).toMatchObject({ desired: 0, arn: expect.stringContaining('shop:1') });
    expect(fake.held).toBeUndefined();
    expect(failureOf(result)).toMatchObject({
      name: 'DeployFailed',
      message: expect.stringContaining('shop-blue serves 100 %'),
    });
  });

  test('is rolled back by an alarm within a poll also while the journal hangs', async () => {
    const fake = world();
    const { journal } = fake.world;
    const { update } = journal;
    fake.clock.at(minutes(6), () => {
      journal.update = () => fake.clock.sleep(minutes(3)).then(() => Promise.reject(new Error('no answer')));
    });
    fake.clock.at(minutes(8), () => {
      fake.alarmStates['shop-5xx'] = { state: 'ALARM' };
    });
    fake.clock.at(minutes(12), () => {
      journal.update = update;
    });
    expect(await deploy(fake)).toMatchObject({ outcome: 'rolled-back', rolledBackAtWeight: 50 });
    const [restored] = fake.written.find(([, weight]) => weight === 0) ?? [Number.POSITIVE_INFINITY];
    expect(restored - minutes(8) / 1000).toBeLessThanOrEqual(6);
  });

  test('is taken back while the lock is surely still held, when the journal can no longer be written', async () => {
    const fake = world();
    fake.clock.at(minutes(6), () => {
      fake.world.journal.update = () => Promise.reject(new Error('no answer'));
    });
    const result = await deploy(fake);
    expect(result).toMatchObject({ outcome: 'rolled-back', rolledBackAtWeight: 50 });
    expect(result.reason).toMatch(/^the journal could not be written for 18\d s/);
    expect(fake.weights).toEqual({ [blueArn]: 100, [greenArn]: 0 });
  });

  test('of which many alarms tell at length is journaled all the same, and put back after a long drain', async () => {
    const fake = world();
    const names = Array.from({ length: 6 }, (_, i) => `shop-${i}`);
    for (const name of names) fake.alarmStates[name] = {};
    fake.clock.at(minutes(8), () => {
      for (const name of names) fake.alarmStates[name] = { state: 'ALARM', reason: 'Threshold Crossed: '.repeat(40) };
    });
    const result = await deploy(fake, { alarms: names.join('\n'), drain: '10m' });
    expect(result).toMatchObject({ outcome: 'rolled-back', reason: expect.stringMatching(/.{4000}/) });
    expect(fake.lines.join('\n')).not.toContain('The journal could not be written');
    expect([fake.services['shop-green']?.desired, fake.held]).toEqual([0, undefined]);
  });

  test('that somebody replaces with another deployment half way is rolled back, and what he deployed stays', async () => {
    const fake = world();
    const other = 'arn:aws:ecs:eu-central-1:123456789012:task-definition/shop:9';
    fake.clock.at(minutes(3), () => {
      Object.assign(fake.services['shop-green'] as object, { arn: other });
    });
    const result = await deploy(fake);
    expect(result).toMatchObject({ outcome: 'rolled-back', rolledBackAtWeight: 10 });
    expect(result.reason).toContain('the service runs shop:9: another deployment has replaced that of shop:2');
    expect(fake.services['shop-green']).toMatchObject({ arn: other, desired: 2 });
  });

  test('stays rolled back when green cannot be put back afterwards, and that is told', async () => {
    const fake = world();
    fake.clock.at(minutes(8), () => {
      fake.alarmStates['shop-5xx'] = { state: 'ALARM' };
      fake.world.rollout.update = () => Promise.reject(new Error('Rate exceeded'));
    });
    const result = await deploy(fake);
    expect(result.outcome).toBe('rolled-back');
    expect(result.reason).toMatch(/; shop-green could not be put back to what it was before: Rate exceeded$/);
    expect(fake.warnings).toContain('shop-green could not be put back to what it was before: Rate exceeded');
  });

  test('that never becomes healthy gets no traffic, and the reason is the health check', async () => {
    const fake = world();
    fake.greenTargets = () => [
      {
        id: '10.0.0.1',
        port: 8080,
        state: 'unhealthy',
        reason: 'Target.ResponseCodeMismatch: Health checks failed with these codes: [503]',
      },
    ];
    const result = await deploy(fake, { 'start-timeout': '4m' });
    expect(result).toMatchObject({ outcome: 'rolled-back', rolledBackAtWeight: 0 });
    expect(result.reason).toContain('Health checks failed with these codes: [503]');
    expect(fake.written).toEqual([]);
    expect(fake.services['shop-green']?.desired).toBe(0);
  });

  test('that crashes while it starts is given up after three tasks, with exit codes and log lines', async () => {
    const fake = world();
    fake.startMs = minutes(60);
    fake.greenStopped = (since) => Array.from({ length: Math.floor(since / 15_000) }, () => ({}));
    const result = await deploy(fake);
    expect(result.reason).toContain('3 × Essential container in task exited (app: exit code 1)');
    expect(fake.written).toEqual([]);
    expect(fake.markdown).toContain('Error: no database');
  });

  test('that crashes under traffic is rolled back', async () => {
    const fake = world();
    fake.greenStopped = (since) => (since > minutes(2) ? [{}, {}, {}] : []);
    const result = await deploy(fake);
    expect(result).toMatchObject({ outcome: 'rolled-back', rolledBackAtWeight: 10 });
    expect(result.reason).toContain('stopped tasks: 3 ×');
  });

  test('whose probe fails before any traffic gets none', async () => {
    const fake = world();
    fake.answer = () => ({ status: 500 });
    const result = await deploy(fake, { probe: 'http://green.shop.example/health' });
    expect(result).toMatchObject({ outcome: 'rolled-back', rolledBackAtWeight: 0 });
    expect(result.reason).toContain('probe: answered 500, expected 200');
    expect(fake.written).toEqual([]);
  });

  test.each<[string, (fake: FakeWorld) => void, Record<string, string>, { rolledBackAt: string; isDetected: boolean }]>(
    [
      [
        'crashed while it started',
        (f) => {
          f.greenStopped = () => [{}, {}, {}];
        },
        {},
        { rolledBackAt: '0', isDetected: false },
      ],
      [
        'failed its probe before any traffic',
        (f) => {
          f.answer = () => ({ status: 500 });
        },
        { probe: 'http://green.shop.example/health' },
        { rolledBackAt: '0', isDetected: false },
      ],
      [
        'crashed under traffic',
        (f) => {
          f.greenStopped = (since) => (since > minutes(2) ? [{}, {}, {}] : []);
        },
        {},
        { rolledBackAt: '10', isDetected: true },
      ],
      [
        'was cancelled under traffic, and found bad by nobody',
        (f) => f.clock.at(minutes(2), () => f.cancel()),
        {},
        { rolledBackAt: '10', isDetected: false },
      ],
    ],
  )('that %s: the time to detect counts from its first request', async (_what, arrange, more, expected) => {
    const fake = world();
    arrange(fake);
    await deploy(fake, more);
    const { 'seconds-to-detect': detected, 'rolled-back-at-weight': rolledBackAt } = fake.outputs;
    expect({ rolledBackAt, isDetected: detected !== '' }).toEqual(expected);
    if (expected.isDetected) expect(Number(detected)).toBeLessThan(125);
  });

  test('whose alarms fall silent is rolled back as unknown, after its own limit', async () => {
    const fake = world();
    fake.clock.at(minutes(3), () => {
      fake.alarmFailure = new Error('Rate exceeded');
    });
    const result = await deploy(fake);
    expect(result.outcome).toBe('rolled-back');
    expect(result.reason).toContain('health could not be established');
    expect(result.reason).toContain('Rate exceeded');
  });
});

describe('what is not safe is refused before anything is touched', () => {
  const untouched = (fake: FakeWorld): void =>
    expect([fake.written, fake.definitions.length, fake.services['shop-green']?.desired]).toEqual([[], 1, 0]);
  const refusals: [string, (fake: FakeWorld) => void, RegExp][] = [
    ['an alarm that does not exist', (f) => delete f.alarmStates['shop-5xx'], /alarm shop-5xx does not exist/],
    [
      'an alarm that is on already',
      (f) => {
        f.alarmStates['shop-5xx'] = { state: 'ALARM' };
      },
      /is in ALARM already/,
    ],
    [
      'an alarm on a target group that takes no part',
      (f) => {
        f.alarmStates['shop-5xx'] = { dimensions: [{ name: 'TargetGroup', value: 'targetgroup/other/9' }] };
      },
      /watches target group targetgroup\/other\/9/,
    ],
    [
      'weights on both sides',
      (f) => {
        f.weights = { [blueArn]: 90, [greenArn]: 10 };
      },
      /sends traffic to both services/,
    ],
    [
      'weights on no side',
      (f) => {
        f.weights = { [blueArn]: 0, [greenArn]: 0 };
      },
      /sends traffic to neither/,
    ],
    [
      'a third target group',
      (f) => {
        f.weights = { ...f.weights, 'arn:other': 0 };
      },
      /also forwards to arn:other/,
    ],
    [
      'a rule that does not forward',
      (f) => {
        f.route = { unusable: 'it has no single forward action' };
      },
      /cannot be shifted/,
    ],
    [
      'a service that is going away',
      (f) => {
        (f.services['shop-green'] as { status: string }).status = 'DRAINING';
      },
      /is DRAINING, not ACTIVE/,
    ],
    [
      'a live service without tasks',
      (f) => {
        (f.services['shop-blue'] as { desired: number }).desired = 0;
      },
      /runs no task/,
    ],
    [
      'a service without a target group',
      (f) => {
        (f.services['shop-green'] as { targets: string[] }).targets = [];
      },
      /has no target group/,
    ],
    [
      'another run at work',
      (f) => f.lockedBy('https://github.com/shop/shop/actions/runs/7'),
      /runs\/7, at work for 2 min/,
    ],
  ];
  test.each(refusals)('%s', async (_what, arrange, reason) => {
    const fake = world();
    arrange(fake);
    const result = await deploy(fake);
    expect(result.outcome).toBe('refused');
    expect(result.reason).toMatch(reason);
    untouched(fake);
  });

  test.each<[string, (fake: FakeWorld) => void, string]>([
    [
      'an alarm that is on',
      (f) => {
        f.alarmStates['shop-5xx'] = { state: 'ALARM', reason: 'everything fails' };
      },
      'shop-blue',
    ],
    [
      'a split rule',
      (f) => {
        f.weights = { [blueArn]: 20, [greenArn]: 80 };
      },
      'shop-green',
    ],
    [
      'a service that is going away',
      (f) => {
        (f.services['shop-green'] as { status: string }).status = 'DRAINING';
      },
      'shop-blue',
    ],
    [
      'an image for a container that does not exist',
      (f) => Object.assign(f.definitions[0] as object, { containerDefinitions: [] }),
      'shop-blue',
    ],
    [
      'a rule that sends traffic to nobody',
      (f) => {
        f.weights = { [blueArn]: 0, [greenArn]: 0 };
      },
      '',
    ],
    [
      'another run at work, which keeps the rule from being read',
      (f) => f.lockedBy('https://github.com/shop/shop/actions/runs/7'),
      '',
    ],
  ])('whoever is refused because of %s is told who serves, as far as it was read', async (_what, arrange, active) => {
    const fake = world();
    arrange(fake);
    await deploy(fake);
    expect(fake.outputs).toMatchObject({ outcome: 'refused', 'active-service': active });
  });

  test('a fix can be forced over a broken live version, and an alarm that was on before counts once it has been off', async () => {
    const fake = world();
    Object.assign(fake.services['shop-blue'] as object, { desired: 2, before: 0, since: fake.clock.now() });
    fake.startMs = 20_000;
    (fake.services['shop-blue'] as { since: number }).since = fake.clock.now() + minutes(600);
    fake.alarmStates['shop-5xx'] = { state: 'ALARM', reason: 'everything fails' };
    fake.clock.at(minutes(3), () => {
      fake.alarmStates['shop-5xx'] = {};
    });
    fake.clock.at(minutes(8), () => {
      fake.alarmStates['shop-5xx'] = { state: 'ALARM', reason: 'it fails again' };
    });
    const refused = await deploy(fake);
    expect(refused.reason).toMatch(/runs no task; alarm shop-5xx is in ALARM already/);
    const forced = await deploy(fake, { force: 'the fix for the outage' });
    expect(fake.warnings.join()).toContain('Forced (the fix for the outage): service shop-blue');
    // Blue is as broken as before: the traffic is not sent there without being asked to (on-broken-old).
    expect(forced).toMatchObject({
      outcome: 'stuck',
      reason: expect.stringContaining('alarm shop-5xx: in ALARM: it fails again'),
    });
  });

  test('an image for a container that does not exist names the ones there are', async () => {
    const fake = world();
    const result = await deploy(fake, { images: `web=${newImage}` });
    expect(result).toMatchObject({ outcome: 'refused', error: { name: 'InputError' } });
    expect(result.reason).toContain('it has app');
    expect(fake.held).toBeUndefined();
    untouched(fake);
  });

  test('a lock that is released in time is waited for with when-locked: wait', async () => {
    const fake = world();
    fake.lockedBy('https://github.com/shop/shop/actions/runs/7');
    fake.clock.at(minutes(2), () => {
      fake.held = undefined;
    });
    expect((await deploy(fake, { 'when-locked': 'wait' })).outcome).toBe('promoted');
  });

  test('a lock is waited for only as long as the steps still fit, and whoever holds it then is named', async () => {
    const fake = world();
    fake.lockedBy('https://github.com/shop/shop/actions/runs/7', { expires: fake.clock.now() + minutes(90) });
    fake.clock.at(minutes(5), () => {
      fake.lockedBy('https://github.com/shop/shop/actions/runs/8', { expires: fake.clock.now() + minutes(90) });
    });
    const startedAt = fake.clock.now();
    const result = await deploy(fake, { 'when-locked': 'wait', timeout: '40m' });
    expect(result).toMatchObject({
      outcome: 'refused',
      reason: expect.stringMatching(/not released in time: .*runs\/8,/),
    });
    expect(fake.clock.now() - startedAt).toBeLessThan(minutes(11));
    expect(fake.markdown).toContain('was not read');
  });

  test('a dry run tells of the run that is at work, and has its plan', async () => {
    const fake = world();
    fake.lockedBy('https://github.com/shop/shop/actions/runs/7');
    const result = await deploy(fake, { 'dry-run': 'true' });
    expect(result).toMatchObject({ outcome: 'unchanged', activeService: 'shop-blue' });
    expect(fake.warnings.join()).toMatch(/runs\/7.*As it is now, a deployment is refused \(when-locked: fail\)/);
    expect(fake.lines.join('\n')).toContain('100 % to shop-green');
    expect(fake.held?.entry?.holder).toBe('other');
  });

  test('a dry run after a run that died tells that what it left comes first', async () => {
    const fake = world();
    fake.weights = { [blueArn]: 50, [greenArn]: 50 };
    fake.lockedBy('https://github.com/shop/shop/actions/runs/7', { expires: fake.clock.now() - 1 });
    const result = await deploy(fake, { 'dry-run': 'true' });
    expect(result).toMatchObject({ outcome: 'unchanged', weights: { 'shop-blue': 50, 'shop-green': 50 } });
    expect(fake.warnings.join()).toMatch(/A run that died .*runs\/7.*first finishes or rolls back/);
    expect([fake.greenWeight, fake.held?.entry?.holder]).toEqual([50, 'other']);
  });

  test('a live version that is broken is refused with what lets a fix pass, and a split with what ends it', async () => {
    const broken = world();
    Object.assign(broken.services['shop-blue'] as object, { desired: 0, before: 0 });
    expect((await deploy(broken)).reason).toMatch(/runs no task; to deploy a fix .* give its reason in force$/);
    const split = world();
    split.weights = { [blueArn]: 50, [greenArn]: 50 };
    expect((await deploy(split)).reason).toContain('rollback with to: shop-blue or to: shop-green');
  });

  test('a cancel while the lock is waited for ends as interrupted, without a place in the queue', async () => {
    const fake = world();
    fake.lockedBy('https://github.com/shop/shop/actions/runs/7', { expires: fake.clock.now() + minutes(60) });
    fake.clock.at(minutes(2), () => fake.cancel());
    expect(await deploy(fake, { 'when-locked': 'wait' })).toMatchObject({ outcome: 'interrupted' });
    expect(fake.queue).toEqual([]);
  });

  test('a run that waits lets those go first who wait longer, and does not wait for one that died in the queue', async () => {
    const fake = world();
    fake.lockedBy('https://github.com/shop/shop/actions/runs/7');
    const earlier = {
      holder: 'earlier',
      runUrl: 'runs/8',
      since: fake.clock.now() - 60_000,
      expires: fake.clock.now() + minutes(5),
    };
    fake.queue = [earlier, { ...earlier, holder: 'dead', expires: fake.clock.now() - 1 }];
    fake.clock.at(minutes(1), () => {
      fake.held = undefined;
    });
    const startedAt = fake.clock.now();
    expect((await deploy(fake, { 'when-locked': 'wait' })).outcome).toBe('promoted');
    const [firstRaise = 0] = fake.written.map(([seconds]) => seconds);
    expect(firstRaise).toBeGreaterThan((earlier.expires - startedAt) / 1000);
    expect(fake.queue.map(({ holder }) => holder)).toEqual(['earlier', 'dead']);
  });

  test("a dead run's lock is taken over, and the traffic it left split goes back first", async () => {
    const fake = world();
    fake.weights = { [blueArn]: 50, [greenArn]: 50 };
    fake.lockedBy('https://github.com/shop/shop/actions/runs/7', { expires: fake.clock.now() - 1 });
    expect((await deploy(fake)).outcome).toBe('promoted');
    expect(fake.written.map(([, weight]) => weight)).toEqual([0, 10, 50, 100]);
  });
});

describe('a run that is stopped', () => {
  const keep = (fake: FakeWorld) => keptFrom((name) => fake.kept[name]);
  const post = (fake: FakeWorld) => finishInterrupted(fake.world, keep(fake) as JournalEntry);

  test.each([5, 60, 400, 1200])(
    'by a cancel after %i s has blue at 100 %% within a second, and post cleans up',
    async (seconds) => {
      const fake = world();
      let restoredAfter = -1;
      fake.clock.at(seconds * 1000, () => {
        const from = fake.clock.now();
        fake.cancel();
        const look = (): void => {
          if (fake.greenWeight === 0) restoredAfter = fake.clock.now() - from;
          else fake.clock.at(10, look);
        };
        look();
      });
      const result = await deploy(fake);
      expect(result.outcome).toBe('interrupted');
      expect(restoredAfter).toBeGreaterThanOrEqual(0);
      expect(restoredAfter).toBeLessThan(1_000);
      await post(fake);
      expect(fake.weights).toEqual({ [blueArn]: 100, [greenArn]: 0 });
      expect(fake.services['shop-green']?.desired).toBe(0);
      expect(fake.held).toBeUndefined();
    },
  );

  test('by a cancel in the moment of the promotion stays promoted: what is told is what serves', async () => {
    const fake = world();
    const { line } = fake.world.report;
    Object.assign(fake.world.report, {
      line: (text: string) => {
        if (text.includes('promoted: all')) fake.cancel();
        line(text);
      },
    });
    const result = await deploy(fake);
    await fake.clock.sleep(10_000);
    expect(result).toMatchObject({ outcome: 'promoted', activeService: 'shop-green' });
    expect(fake.greenWeight).toBe(100);
  });

  test('by a cancel with on-cancel: leave keeps the weights and prints the way back', async () => {
    const fake = world();
    fake.clock.at(60_000, () => fake.cancel());
    const result = await deploy(fake, { 'on-cancel': 'leave' });
    expect(result).toMatchObject({ outcome: 'interrupted', command: expect.stringContaining('aws elbv2 modify-rule') });
    expect(fake.greenWeight).toBe(10);
    // A lock that stayed would expire, and the next run would put back what was to be left.
    expect(fake.held).toBeUndefined();
    expect((await deploy(fake)).reason).toContain('sends traffic to both services');
  });

  test('after the promotion leaves the new version alone', async () => {
    const fake = world();
    fake.clock.at(minutes(35), () => fake.cancel());
    const result = await deploy(fake);
    expect(result).toMatchObject({ outcome: 'promoted', activeService: 'shop-green' });
    expect(fake.services['shop-blue']?.desired).toBe(2);
  });

  test('by a session that is not renewed puts the traffic back while it still can, which is no verdict on the release', async () => {
    const fake = world();
    const endsAt = fake.clock.now() + minutes(12);
    let why: string | undefined;
    Object.assign(fake.world, {
      access: { ending: () => why && { at: endsAt, actBy: endsAt - minutes(2), why } },
    });
    fake.clock.at(minutes(8), () => {
      why = 'GitHub gave no identity token: it answered 403';
    });
    const result = await deploy(fake);
    expect(result).toMatchObject({
      outcome: 'rolled-back',
      rolledBackAtWeight: 50,
      weights: { 'shop-blue': 100, 'shop-green': 0 },
      reason: expect.stringMatching(
        /^the AWS session is about to end, .*: GitHub gave no identity token: it answered 403$/,
      ),
    });
    const [last] = fake.written.slice(-1);
    expect(last?.[0]).toBeGreaterThanOrEqual(600);
    expect(last?.[0]).toBeLessThan(610);
    expect(failureOf(result)).toBeInstanceOf(AccessError);
  });

  test('by a session that is renewed after all is promoted', async () => {
    const fake = world();
    let why: string | undefined = 'GitHub gave no identity token: it answered 503';
    const endsAt = fake.clock.now() + minutes(12);
    Object.assign(fake.world, {
      access: { ending: () => why && { at: endsAt, actBy: endsAt - minutes(2), why } },
    });
    fake.clock.at(minutes(9), () => {
      why = undefined;
    });
    expect((await deploy(fake)).outcome).toBe('promoted');
  });

  test('because somebody else changed the weights rolls back and says so', async () => {
    const fake = world();
    fake.clock.at(minutes(3), () => {
      fake.weights = { [blueArn]: 60, [greenArn]: 40 };
    });
    const result = await deploy(fake);
    expect(result).toMatchObject({
      outcome: 'rolled-back',
      reason: 'someone else set the new version to 40 % (expected 10 %)',
    });
    expect(fake.greenWeight).toBe(0);
  });

  test('keeps its lock alive through a long start and a long keep-old, so that nobody takes it for dead', async () => {
    const fake = world();
    fake.startMs = minutes(12);
    let longestMs = Number.NEGATIVE_INFINITY;
    const look = (): void => {
      if (fake.held?.entry !== undefined) longestMs = Math.max(longestMs, fake.clock.now() - fake.held.entry.expires);
      if (fake.outputs.outcome === undefined || fake.held !== undefined) fake.clock.at(10_000, look);
    };
    fake.clock.at(1_000, look);
    expect((await deploy(fake, { 'keep-old': '30m' })).outcome).toBe('promoted');
    expect(longestMs).toBeLessThan(0);
  });

  test('because another run took the lock while the old side was kept warm leaves that side running', async () => {
    const fake = world();
    fake.clock.at(minutes(35), () => fake.lockedBy('https://github.com/shop/shop/actions/runs/9'));
    const result = await deploy(fake, { 'keep-old': '30m' });
    expect(result.reason).toContain('runs/9');
    expect(fake.services['shop-blue']?.desired).toBe(2);
    expect(fake.held?.entry?.holder).toBe('other');
  });

  test('and whose lock is held by another run by then is left alone by post', async () => {
    const fake = world();
    fake.clock.at(60_000, () => fake.cancel());
    await deploy(fake);
    const expires = fake.clock.now() + minutes(15);
    fake.lockedBy('https://github.com/shop/shop/actions/runs/9', { expires });
    fake.weights = { [blueArn]: 50, [greenArn]: 50 };
    expect(await post(fake)).toContain('runs/9 holds the lock now');
    expect(fake.greenWeight).toBe(50);
  });

  test('because another run took the lock changes nothing more', async () => {
    const fake = world();
    fake.clock.at(minutes(3), () => fake.lockedBy('https://github.com/shop/shop/actions/runs/9'));
    const result = await deploy(fake);
    expect(result.outcome).toBe('stuck');
    expect(result.reason).toContain('runs/9');
    expect(result.command).toBe(
      `sluice status --region eu-central-1 --cluster shop --services shop-blue --services shop-green --listener-rule-arn ${ruleArn}`,
    );
    expect(fake.greenWeight).toBe(10);
    expect(fake.held?.entry?.holder).toBe('other');
  });

  test('because somebody deleted the lock changes nothing more, and says so', async () => {
    const fake = world();
    fake.clock.at(minutes(3), () => {
      fake.held = undefined;
    });
    const result = await deploy(fake);
    expect(result).toMatchObject({ outcome: 'stuck', command: expect.stringMatching(/^sluice status/) });
    expect(fake.greenWeight).toBe(10);
    expect(keptFrom((name) => fake.kept[name])).toEqual({ stage: 'ended' });
  });
});
