import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { PhaseResult, Running } from '../../src/testing/runner.js';
import { imagesOf, type ManyServices, manyServices } from './fleet-of-100.js';

/** Runs of several services that end half way: some are deployed, some on their way, some not begun. */
const count = 6;
let many: ManyServices;
beforeAll(async () => {
  many = await manyServices(count, 30);
}, 60_000);
afterAll(() => many.stop());

/** The image that all of them run, and the one that is deployed. */
let old = 1;
let tag = 1;
beforeEach(() => {
  tag += 1;
});
const runOld = () => many.runningImage(old);

const inputs = (): Record<string, string> => ({
  services: 'all',
  'service-images': imagesOf(many.names, tag),
  'max-parallel': '2',
  bake: '0s',
});

/** Begins a run and does something to it when two services are deployed. */
async function halfWay(deed: (main: Running) => Promise<PhaseResult>, more: Record<string, string> = {}) {
  let reached: () => void = () => {};
  const isHalfWay = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const step = await many.step(
    { ...inputs(), ...more },
    {
      onLine: (line) => {
        if (line.startsWith(`2 of ${count}: `)) reached();
      },
    },
  );
  const main = await step.main();
  await isHalfWay;
  return { step, main: await deed(main) };
}

const kill = (main: Running) => main.kill();

describe('a release whose run ends half way', () => {
  test('because it was killed is put back by post, with those that had been deployed already', async () => {
    const { step } = await halfWay(kill);
    expect(await runOld()).toBeLessThan(count);
    const post = await step.runPost();
    await step[Symbol.asyncDispose]();
    expect([post.exitCode, post.stderr]).toEqual([0, '']);
    expect(post.stdout).toContain('The release was ended before all of its services were deployed');
    expect([await runOld(), await many.locks()]).toEqual([count, []]);
  }, 60_000);

  test('because the machine is gone is put back by recover', async () => {
    const { step } = await halfWay(kill);
    await step[Symbol.asyncDispose]();
    await using recover = await many.step({ region: 'eu-west-1', 'when-locked': 'take' }, { action: 'recover' });
    const result = await recover.runMain();
    expect([result.outputs.outcome, result.exitCode]).toEqual(['recovered', 0]);
    expect(result.outputs.locks).toContain('/sluice/many/release/');
    expect([await runOld(), await many.locks()]).toEqual([count, []]);
  }, 60_000);

  test('because the machine is gone is put back by the next run, which then deploys', async () => {
    const { step } = await halfWay(kill);
    await step[Symbol.asyncDispose]();
    // Nobody counts as dead sooner.
    await new Promise((resolve) => setTimeout(resolve, 320_000 / 30));
    const result = await many.run(inputs());
    expect(result.stdout).toContain('::warning::A run died before it had decided on its release');
    expect([result.outputs.reason, result.exitCode]).toEqual([`${count} of ${count} services were deployed`, 0]);
    expect([await many.runningImage(tag), await many.locks()]).toEqual([count, []]);
    old = tag;
  }, 90_000);

  test('because it was cancelled goes back within what the runner grants, and post sees to it', async () => {
    const { step, main } = await halfWay((running) => running.cancel());
    expect([main.signal, main.outputs.outcome]).toEqual([null, 'interrupted']);
    const post = await step.runPost();
    await step[Symbol.asyncDispose]();
    expect(post.exitCode).toBe(0);
    for (let i = 0; i < 50 && (await runOld()) < count; i += 1)
      await new Promise((resolve) => setTimeout(resolve, 200));
    expect([await runOld(), await many.locks()]).toEqual([count, []]);
  }, 60_000);

  test('and of which the good ones are to stay leaves those that were deployed', async () => {
    const { step } = await halfWay(kill, { 'on-failure': 'rollback-failed' });
    const post = await step.runPost();
    await step[Symbol.asyncDispose]();
    expect([post.exitCode, await many.locks()]).toEqual([0, []]);
    expect(await runOld()).toBe(count - 2);
  }, 60_000);
});
