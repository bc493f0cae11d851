import { expect, test } from '@jest/globals';
import { FakePreflight } from '../testing/fake-preflight.js';
import { FakeRollingWorld } from '../testing/fake-rolling-world.js';
import { type GateStep, gateOf, stepsOf } from './gate.js';
import { roll } from './roll.js';
import { rollSummary } from './summary.js';
import { told } from './words.js';

const never = async (): Promise<never> => {
  throw new Error('not asked for');
};

/** A rollout between tasks that run once, without preflight. */
async function rolledBetween(steps: { readonly before?: readonly GateStep[]; readonly after?: readonly GateStep[] }) {
  const fake = new FakeRollingWorld();
  fake.oneOffs.exitCodeOf = () => 3;
  const request = fake.request({ logLines: 2 });
  const world = fake.world();
  // All that there is to read is there at the first look.
  const lines = async (_of: unknown, after?: string) => ({
    lines: after === undefined ? ['one', 'two', 'no such table'] : [],
    after: '3',
  });
  const tasks = { ...fake.oneOffs.tasks, lines };
  const asked = { before: [], after: [], ...steps, cluster: 'shop', settings: request.settings, images: {} };
  const gate = gateOf({ ...asked, preflight: false }, { preflight: never, oneOff: { ...world, tasks } });
  return { fake, result: await roll(request, { ...world, gate }) };
}

const step = (input: string, container?: string, timeoutMs = 60_000): readonly GateStep[] =>
  stepsOf(input, [{ words: ['true'], ...(container === undefined ? {} : { container }) }], timeoutMs);

test('a command for a container that is not there is refused before anything is registered, be it for before or after', async () => {
  const { fake, result } = await rolledBetween({
    before: step('run-before', 'web'),
    after: [...step('run-after', 'probe'), { name: 'own', container: 'of-another', taskDefinition: 'x', timeoutMs: 1 }],
  });
  expect(result).toMatchObject({
    outcome: 'refused',
    reason:
      'run-before: container web is not in the task definition, which has app; run-after: container probe is not in the task definition, which has app',
  });
  expect([fake.changes, fake.held]).toEqual([[], undefined]);
});

test('a migration that fails is told with what it wrote last, in the annotation and in the summary; nothing is to be rolled back', async () => {
  const { fake, result } = await rolledBetween({ before: step('run-before') });
  expect(told(result).split('\n')).toEqual([
    expect.stringMatching(
      /^shop: failed: run-before: .*app: exit code 3; the service was not touched\. shop runs shop:1/,
    ),
    'run-before wrote last:',
    '  two',
    '  no such table',
  ]);
  const shown = { cluster: 'shop', service: 'shop', region: 'eu-west-1', story: result.story, result, runUrl: '' };
  expect(rollSummary(shown)).toContain('Last lines of run-before in task one-off-1</summary>\n\n```text\ntwo\nno such');
  expect(fake.runs).toBe('shop:1');
});

test('one that takes too long is told with the input that gives it longer', async () => {
  const { result } = await rolledBetween({ before: step('run-before', 'app', 10_000) });
  expect([result.outcome, told(result)]).toEqual([
    'timed-out',
    expect.stringMatching(
      /What to do: look at what the task wrote. If it only needs longer, give it a longer run-timeout\.$/,
    ),
  ]);
});

test('a task after the rollout that fails is told with what it wrote last, too', async () => {
  const { fake, result } = await rolledBetween({ after: step('run-after') });
  expect([result.outcome, fake.runs, told(result)]).toEqual([
    'rolled-back',
    'shop:1',
    expect.stringContaining('run-after wrote last:\n  two\n  no such table'),
  ]);
});

test('of the alarms by which ECS itself takes a deployment back only those are spoken of that it will have', async () => {
  const account = new FakePreflight();
  if (account.service !== undefined) account.service = { ...account.service, alarms: ['gone'] };
  const fake = new FakeRollingWorld();
  const alarms = { alarmNames: ['new'], enable: true, rollback: true };
  const request = fake.request({ change: { forceNewDeployment: false, deploymentAlarms: alarms }, dryRun: true });
  const asked = { before: [], after: [], cluster: 'shop', settings: request.settings, images: {}, preflight: true };
  const world = fake.world();
  const gate = gateOf(asked, { preflight: async () => account.world, oneOff: { ...world, tasks: fake.oneOffs.tasks } });
  await roll(request, { ...world, gate });
  const told = fake.warnings.filter((warning) => warning.includes('alarm'));
  expect(told).toEqual(['the deployment alarm new does not exist in this account and Region']);
});
