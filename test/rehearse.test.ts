import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { rollingScenarios } from '../src/cli/rehearse/rolling-scenarios.js';
import { descendantsOf, isAlive, rehearseInPeace, root, sluice, startSluice, until } from './rehearse/rehearsal.js';

/** The rehearsal as users run it, from `dist`. Each scenario alone is in rehearse.exhaustive.test.ts. */

const fast = ['--speed', '100'];

describe('sluice rehearse', () => {
  test('a good release is promoted without a failed request, a bad one goes back by itself', async () => {
    await using result = await rehearseInPeace(...fast);
    const { report, stdout, exitCode } = result;
    expect(report.scenarios.map(({ name, differences }) => [name, differences])).toEqual([
      ['good', []],
      ['errors', []],
    ]);
    expect(exitCode).toBe(0);
    expect(report.ok).toBe(true);
    const [good, errors] = report.scenarios;
    expect(good).toMatchObject({ outcome: 'promoted', clients: { failed: 0 }, activeService: 'shop-green' });
    expect(good?.clients.requests).toBeGreaterThan(1_000);
    expect(errors).toMatchObject({ outcome: 'rolled-back', liveVersion: 'v2', activeService: 'shop-green' });
    // Whichever is seen first: both rest on the same minute.
    expect(errors?.reason).toMatch(/shop-blue-5xx-rate: in ALARM|green against blue: green \d+ of/);
    expect(errors?.clients.byVersion.v3?.failed).toBeGreaterThan(0);
    expect(errors?.clients.byVersion.v2?.failed).toBe(0);
    expect(Object.keys(errors?.afterwards.byVersion ?? {})).toEqual(['v2']);
    for (const { files } of report.scenarios) {
      expect(await readFile(files.summary, 'utf8')).toContain('```mermaid');
      expect(await readFile(files.log, 'utf8')).toContain('Plan');
    }
    // Where nobody watches there are lines only: no colours, nothing drawn again.
    expect(stdout).not.toContain('\r');
    expect(stdout).not.toContain('\x1b');
    expect(stdout).toContain('✓ Promoted, as it should be');
    expect(stdout).toContain('✓ Rolled back, as it should be');
    expect(stdout).toMatch(/Both ended as they should, in [\d.]+ s\.\n$/);
  }, 240_000);

  test('somebody else at the listener: the traffic goes back, and it is told why nobody had to fear for the users', async () => {
    await using result = await rehearseInPeace('--scenario', 'drift', ...fast);
    const [drift] = result.report.scenarios;
    expect([drift?.differences, result.exitCode]).toEqual([[], 0]);
    expect(drift).toMatchObject({ outcome: 'rolled-back', clients: { failed: 0 }, activeService: 'shop-blue' });
    expect(result.stdout).toMatch(/somebody else sets the weights: 35 %[\s\S]*taking all traffic back/);
    expect(result.stdout).toContain('Safe, because weights that nobody planned have no evidence behind them');
  }, 240_000);

  test('another folder of that shape is rehearsed as well: other names, the default action of a listener, no reusable workflow', async () => {
    await using result = await rehearseInPeace('--example', join(root, 'test/rehearse/tea-house'), '--speed', '100');
    expect(result.report.scenarios.map(({ differences }) => differences)).toEqual([[], []]);
    expect(result.exitCode).toBe(0);
    expect(result.report.scenarios[0]).toMatchObject({ outcome: 'promoted', activeService: 'east' });
  }, 240_000);

  test('a service that is updated in place: deployed without a failed request; one that crashes is taken back, and it is told why', async () => {
    await using result = await rehearseInPeace('--strategy', 'rolling', ...fast);
    const { report, stdout, exitCode } = result;
    expect(report.scenarios.map(({ name, differences }) => [name, differences])).toEqual([
      ['good', []],
      ['crash-loop', []],
    ]);
    expect(exitCode).toBe(0);
    const [good, crashed] = report.scenarios;
    expect(good).toMatchObject({ outcome: 'succeeded', exitCode: 0, clients: { failed: 0 } });
    expect(good?.afterwardsRuns).toMatchObject([{ outcome: 'unchanged' }]);
    expect(crashed).toMatchObject({ outcome: 'rolled-back', exitCode: 2, liveVersion: 'v2', clients: { failed: 0 } });
    expect(Object.keys(crashed?.afterwards.byVersion ?? {})).toEqual(['v2']);
    expect(stdout).toMatch(/v1 ░* *█+ v2 +100 % of the clients are answered by v2; [\d,]+ requests, 0 failed/);
    expect(stdout).toContain('✓ Deployed, as it should be');
    expect(stdout).toContain('✓ Rolled back, as it should be: tasks keep failing: ');
    expect(stdout).toMatch(/Tasks that stopped: \d+ × Essential container in task exited \(app: exit code \d+\)/);
    expect(stdout).toMatch(/The last it wrote \(app\):\n {4}\S[\s\S]*What ECS said:\n {4}\S+ +\(service wiki/);
  }, 240_000);

  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends everything that was started', async (signal) => {
    const running = startSluice(['rehearse', ...fast]);
    await until('a bake has begun', () => running.stdout().includes('the bake begins'), 30_000);
    const started = descendantsOf(running.child.pid ?? 0);
    // The cloud, the action, two tasks of each color.
    expect(started.length).toBeGreaterThanOrEqual(6);
    running.child.kill(signal);
    const { exitCode, stderr } = await running.ended;
    expect({ exitCode, stderr }).toEqual({ exitCode: { SIGINT: 130, SIGTERM: 143 }[signal], stderr: '' });
    await until('all of them are gone', () => !started.some(isAlive), 20_000);
  });

  test('with --keep the cloud goes on and can be asked, until Ctrl-C; then all ends with the exit code of the rehearsal', async () => {
    const running = startSluice(['rehearse', '--scenario', 'crash-loop', '--keep', ...fast]);
    const kept = /application answers at (\S+); .*\n {2}export AWS_ENDPOINT_URL=(\S+)/;
    await until('it tells where the cloud is', () => kept.test(running.stdout()), 30_000);
    const [, app = '', endpoint = ''] = kept.exec(running.stdout()) ?? [];
    expect((await fetch(app)).headers.get('x-app-version')).toBe('v1');
    expect((await fetch(`${endpoint}/_sluice/state`)).status).toBe(200);
    const started = descendantsOf(running.child.pid ?? 0);
    running.child.kill('SIGINT');
    expect((await running.ended).exitCode).toBe(0);
    await until('all of them are gone', () => !started.some(isAlive), 20_000);
  });

  test('when it is killed itself, what it started ends by itself', async () => {
    const running = startSluice(['rehearse', ...fast]);
    await until('a bake has begun', () => running.stdout().includes('the bake begins'), 30_000);
    const started = descendantsOf(running.child.pid ?? 0);
    running.child.kill('SIGKILL');
    await until('all of them are gone', () => !started.some(isAlive), 20_000);
  });
});

describe('what is asked for and makes no sense is told in a line, with exit code 2', () => {
  test.each([
    [['rehearse', '--scenario', 'erors'], 'there is no scenario "erors": did you mean errors?'],
    [['rehearse', '--scenario', 'zzz'], 'there is no scenario "zzz": there are good, errors, never-healthy'],
    [['rehearse', '--scenaro', 'good'], 'there is no flag --scenaro: did you mean --scenario?'],
    [['rehearse', 'errors'], 'rehearse takes flags only, not "errors": did you mean --scenario errors?'],
    [['rehearse', '--speed', 'fast'], '--speed is "fast"; accepted is a number from 1 to 1000'],
    [['rehearse', '--rate', '0'], '--rate is "0"; accepted is a number from 1 to 2000'],
    [['rehearse', '--example', '/nowhere'], '/nowhere is not a folder'],
    [['rehearse', '--strategy', 'roling'], 'there is no strategy "roling": did you mean rolling?'],
    [['rehearse', 'rolling'], 'rehearse takes flags only, not "rolling": did you mean --strategy rolling?'],
    [
      ['rehearse', '--strategy', 'rolling', '--scenario', 'drift'],
      'there is no scenario "drift" of the strategy rolling: there are good, crash-loop, circuit-breaker',
    ],
    [
      ['rehearse', '--strategy', 'rolling', '--example', 'examples/shop'],
      /--strategy rolling rehearses ecs-rolling, and \S+examples\/shop calls ecs-blue-green/,
    ],
    [['rehearse', '--example', '.ci'], 'has no cloud.yaml'],
    [['rehaerse'], 'there is no command "rehaerse": did you mean rehearse?'],
    [
      ['scale'],
      'there is no command "scale": there are rehearse, deploy, status, explain, preflight, diff, promote, rollback',
    ],
    [[], 'usage: sluice COMMAND'],
  ])('sluice %j', async (words: readonly string[], message: string | RegExp) => {
    const { exitCode, stdout, stderr } = await sluice(...words);
    if (typeof message === 'string') expect(stderr).toContain(message);
    else expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  });

  test('a seed that the cloud refuses', async () => {
    const { exitCode, stderr } = await sluice('rehearse', '--example', join(root, 'test/rehearse/bad-seed'));
    expect(stderr).toMatch(/cloud\.yaml: services\[0\] \(web\): .*ClusterNotFoundException/);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(exitCode).toBe(2);
  });
});

describe('what can be asked for', () => {
  test('--list names the scenarios with a line for each', async () => {
    const { exitCode, stdout } = await sluice('rehearse', '--list');
    const ofReleases = ['good', 'errors', 'never-healthy', 'crash-loop', 'slow', 'cancel', 'alarm-already-on'];
    const ofTrouble = ['no-data', 'killed-runner', 'drift', 'expired-credentials', 'two-runs', 'broken-blue'];
    const names = [...ofReleases, ...ofTrouble];
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(names);
    expect(exitCode).toBe(0);
  });

  test('--list names those of the strategy', async () => {
    const { exitCode, stdout } = await sluice('rehearse', '--strategy', 'rolling', '--list');
    const names = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]);
    expect({ exitCode, names }).toEqual({ exitCode: 0, names: rollingScenarios.map(({ name }) => name) });
    expect(names).toEqual(expect.arrayContaining(['good', 'crash-loop', 'killed-runner']));
  });

  test.each([['--help'], ['help'], ['rehearse', '--help'], ['help', 'rehearse']])('sluice %s %s', async (...words) => {
    const { exitCode, stdout } = await sluice(...words.filter((word) => word !== undefined));
    expect(stdout).toContain('usage: sluice');
    expect(exitCode).toBe(0);
  });

  test('--version is that of package.json', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(await sluice('--version')).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
  });
});
