import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { ActionStep, PhaseResult } from '../../src/testing/runner.js';
import { oneService } from './one-service.js';
import { digest, twoSides, versionOf } from './two-sides.js';

/**
 * A runner that is told to end may delete the action's files before the action has ended. What takes back what was begun is
 * therefore loaded before anything is begun.
 */

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A checkout of its own, whose bundle may be deleted. */
async function checkout(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'sluice-bundle-gone-'));
  ends.push(() => rm(root, { recursive: true, force: true }));
  const from = resolve(import.meta.dirname, '../..');
  for (const folder of ['dist', 'actions']) await cp(join(from, folder), join(root, folder), { recursive: true });
  return root;
}

type Begin = (more: { root: string; onLine: (line: string) => void }) => Promise<ActionStep>;

/** Deletes the bundle when a line says that the release is under way. */
async function without(begin: Begin, line: RegExp, then: 'cancel' | 'wait'): Promise<PhaseResult> {
  const root = await checkout();
  let seen = (): void => {};
  const reached = new Promise<void>((done) => {
    seen = done;
  });
  await using step = await begin({ root, onLine: (text) => (line.test(text) ? seen() : undefined) });
  const running = await step.main();
  await Promise.race([reached, running.ended]);
  await rm(join(root, 'dist'), { recursive: true });
  return await (then === 'cancel' ? running.cancel() : running.ended);
}

/** What Node says of an import that fails. https://nodejs.org/api/errors.html#err_module_not_found */
const notFound = /ERR_MODULE_NOT_FOUND|Cannot find module/;

describe('a run whose bundle is deleted while it is at work', () => {
  test('puts the traffic back when it is cancelled', async () => {
    const sides = await twoSides();
    ends.push(() => sides.stop());
    const main = await without(
      (more) => sides.step({ steps: '50%@20m, 100%@1m', settle: '10s', drain: '10s' }, more),
      /50 % observed/,
      'cancel',
    );
    expect(main.stdout).not.toMatch(notFound);
    expect(main.outputs).toMatchObject({
      outcome: 'interrupted',
      'active-service': 'shop-blue',
      weights: '{"shop-blue":100,"shop-green":0}',
    });
  }, 60_000);

  test('takes a bad release back, and cannot tell only why: what reads logs was not loaded before', async () => {
    const sides = await twoSides();
    ends.push(() => sides.stop());
    await sides.cloud.admin('ecs/app', { version: versionOf(digest(2)), crashAfterMs: 1_000 });
    const main = await without((more) => sides.step({}, more), /: starting 2 tasks/, 'wait');
    expect(main.outputs).toMatchObject({ outcome: 'rolled-back', weights: '{"shop-blue":100,"shop-green":0}' });
    const told = main.stdout.split('\n').filter((line) => notFound.test(line));
    expect(told).toEqual([expect.stringMatching(/^Could not read the logs of the stopped tasks: /)]);
  }, 60_000);

  test('takes a rolling update back when it is cancelled', async () => {
    const world = await oneService();
    ends.push(() => world.stop());
    const before = await world.runs();
    const main = await without((more) => world.step({}, more), /0 of \d tasks run/, 'cancel');
    expect(main.stdout).not.toMatch(notFound);
    expect(main.outputs.outcome).toBe('interrupted');
    // ECS does the rest by itself.
    for (let looks = 0; looks < 100 && (await world.runs()) !== before; looks += 1) await pause(200);
    expect(await world.runs()).toBe(before);
  }, 60_000);
});
