import { describe, expect, test } from '@jest/globals';
import { type GateStep, gateOf } from '../../rolling/gate.js';
import { keptRollings } from '../../rolling/kept.js';
import type { RollResult } from '../../rolling/result.js';
import { roll } from '../../rolling/roll.js';
import type { RollSettings } from '../../rolling/settings.js';
import { FakeRollingWorld } from '../../testing/fake-rolling-world.js';
import { wrongWith } from '../../testing/killed-rollings.js';
import { finishInterrupted } from './post.js';

const step: GateStep = { name: 'migrations', command: ['migrate'], timeoutMs: 3_600_000 };

function rolled(
  fake: FakeRollingWorld,
  steps: { readonly before?: readonly GateStep[]; readonly after?: readonly GateStep[] },
  settings: Partial<RollSettings> = {},
): Promise<RollResult> {
  const request = fake.request({ bakeMs: 0, ...settings });
  const asked = { cluster: 'shop', settings: request.settings, images: {}, preflight: false, before: [], after: [] };
  const preflight = (): never => {
    throw new Error('there is none here');
  };
  const world = fake.world();
  const oneOff = { ...world, tasks: fake.oneOffs.tasks };
  return roll(request, { ...world, gate: gateOf({ ...asked, ...steps }, { preflight, oneOff }) });
}

/** What the runner starts afterwards: a process of its own, which nobody has cancelled. */
async function post(fake: FakeRollingWorld): Promise<readonly string[]> {
  const world = fake.world();
  const cancellation = { reason: undefined, signal: new AbortController().signal, onRequest: () => () => {} };
  return finishInterrupted(
    () => ({ ...world, cancellation }),
    keptRollings((name) => fake.kept[name]),
  );
}

test('a long task before the rollout keeps the lock', async () => {
  const fake = new FakeRollingWorld();
  fake.oneOffs.runsMs = 1_200_000;
  let left = Number.NEGATIVE_INFINITY;
  fake.at(1_100_000, () => {
    left = (fake.held?.entry?.expires ?? 0) - fake.clock.now();
  });
  const result = await rolled(fake, { before: [step] }, { timeoutMs: 3_600_000 });
  expect(left).toBeGreaterThan(120_000);
  expect([result.outcome, fake.held]).toEqual(['succeeded', undefined]);
});

describe('a cancel', () => {
  test('while a task before the rollout runs stops it; the lock is free once it has ended', async () => {
    const fake = new FakeRollingWorld();
    fake.at(8_000, () => fake.cancel());
    const result = await rolled(fake, { before: [step] });
    expect([result.outcome, fake.held?.entry?.task, fake.oneOffs.running.length]).toEqual([
      'interrupted',
      expect.stringMatching(/^sluice\/me\/run-before-1$/),
      1,
    ]);
    expect(await post(fake)).toEqual([expect.stringContaining('one-off task')]);
    expect(wrongWith(fake, ['shop:1'])).toEqual([]);
  });

  test.each([
    ['rollback', ['shop:1'], 'ECS was told to go back'],
    ['leave', ['shop:2'], 'the new version was left running'],
    ['stop', ['shop:2'], 'the new version was left running'],
  ] as const)('while a task after the rollout runs, on-cancel: %s', async (onCancel, runs, told) => {
    const fake = new FakeRollingWorld();
    fake.oneOffs.runsMs = 600_000;
    fake.at(60_000, () => fake.cancel());
    const result = await rolled(fake, { after: [step] }, { onCancel });
    expect([result.outcome, result.reason]).toEqual(['interrupted', expect.stringContaining(told)]);
    expect(fake.clock.now() - fake.startedAt).toBeLessThan(66_000);
    await post(fake);
    expect(wrongWith(fake, runs)).toEqual([]);
  });

  test('while it goes back already is handed over to post', async () => {
    const fake = new FakeRollingWorld();
    fake.behaviours = ['crashes'];
    fake.service.taskMs = 20_000;
    fake.at(65_000, () => fake.cancel());
    const result = await rolled(fake, {});
    expect(result.outcome).toBe('interrupted');
    expect(fake.clock.now() - fake.startedAt).toBeLessThan(71_000);
    await post(fake);
    expect(wrongWith(fake, ['shop:1'])).toEqual([]);
  });
});
