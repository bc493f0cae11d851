import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type OneService, oneService } from './one-service.js';

/** `sluice deploy` as a person or another CI starts it: no command files, no part that runs afterwards. */
let world: OneService;
beforeAll(async () => {
  world = await oneService();
}, 60_000);
afterAll(() => world.stop());

interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function sluice(
  words: readonly string[],
  onText: (text: string, child: ChildProcess) => void = () => {},
): Promise<Ran> {
  const ofRunner = /^(GITHUB_|RUNNER_|INPUT_|STATE_|NODE_OPTIONS$)/;
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofRunner.test(name)));
  const child = spawn(process.execPath, [join(resolve(import.meta.dirname, '../..'), 'dist/sluice.js'), ...words], {
    env: { ...own, ...world.cloud.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (chunk: string) => {
      text[stream] += chunk;
      onText(text[stream], child);
    });
  }
  return new Promise((done) => child.once('close', (exitCode) => done({ exitCode, ...text })));
}

const where = ['--cluster', 'shop', '--service', 'shop'];
const deploy = (...words: string[]) => ['deploy', ...where, ...words];

test('a release is deployed with the inputs of the action as flags, and status shows what runs', async () => {
  const { exitCode, stdout, stderr } = await sluice(deploy('--docker-labels', 'release=laptop', '--bake', '5s'));
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toMatch(/^outcome=succeeded$/m);
  expect(stdout).toMatch(/shop: deployed: /);
  const status = await sluice(['status', ...where]);
  expect(status.stdout).toContain('shop: 2 of 2 tasks running\n  PRIMARY: shop:2 (app=');
  expect(status.stdout).toContain('No deployment is at work');
}, 60_000);

test('Ctrl-C takes back what is under way, in the same process, and leaves no lock', async () => {
  const before = await world.runs();
  let isAsked = false;
  let during = '';
  const { exitCode, stdout } = await sluice(
    deploy('--docker-labels', 'release=stopped', '--bake', '1h', '--timeout', '2h'),
    (text, child) => {
      // Its bake lasts a minute here, so that there is time for a look.
      if (isAsked || !/shop:3/.test(text)) return;
      isAsked = true;
      void sluice(['status', ...where]).then((status) => {
        during = status.stdout;
        child.kill('SIGINT');
      });
    },
  );
  expect(during).toMatch(/ {2}PRIMARY: shop:\d .*\n[\s\S]*Locked by/);
  expect(during).toMatch(/Locked by a run by .* \(stage: \w+\), at work/);
  expect(exitCode).toBe(8);
  expect(stdout).toContain('shop: finished after the interruption.');
  expect([await world.runs(), await world.lock()]).toEqual([before, undefined]);
}, 60_000);

test('a release that crashes: exit code 2, and what a job summary would tell is printed and kept in a file', async () => {
  const words = deploy('--environment', 'APP_CRASH_AT_START=3', '--circuit-breaker', 'off');
  const { exitCode, stdout, stderr } = await sluice(words);
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining('error: shop: rolled back: tasks keep failing: ')]);
  expect(stdout).toMatch(/^Tasks that stopped: \d × Essential container in task exited \(app: exit code 3\)$/m);
  expect(stdout).toMatch(/^The last it wrote \(app\):\n {2}\S.*exiting at start with code 3$/m);
  expect(stdout).toMatch(/^What ECS said:\n {2}\S+ {2}\(service shop/m);
  const [, file = ''] = /^All of it: (\S+)$/m.exec(stdout) ?? [];
  expect(await readFile(file, 'utf8')).toContain('↩️ Rolled back: shop in shop');
  await rm(dirname(file), { recursive: true });
}, 60_000);

test('what is not there is told by the flag that named it', async () => {
  const status = await sluice(['status', '--cluster', 'shop', '--service', 'shpo']);
  expect([status.exitCode, status.stderr]).toEqual([
    1,
    'error: Input service ("shpo") does not exist in cluster shop.\n',
  ]);
  const diff = await sluice(['diff', '--cluster', 'shpo', '--service', 'shop']);
  expect([diff.exitCode, diff.stderr]).toEqual([
    1,
    'error: Input cluster ("shpo") does not exist in this account and Region.\n',
  ]);
}, 60_000);
