import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { rollingScenarios } from '../src/cli/rehearse/rolling-scenarios.js';
import { scenarios } from '../src/cli/rehearse/scenarios.js';
import { rehearse, rehearseInPeace } from './rehearse/rehearsal.js';

const root = resolve(import.meta.dirname, '..');

describe('each scenario alone, at the pace of the example', () => {
  test.each(scenarios.map(({ name }) => name))(
    '%s ends as it should',
    async (name) => {
      await using result = await rehearseInPeace('--scenario', name);
      expect(result.report.scenarios.map(({ differences }) => differences)).toEqual([[]]);
      expect(result.exitCode).toBe(0);
    },
    240_000,
  );
});

describe('what is left when the machine or the access is gone', () => {
  test('a sweep leaves the lost run alone while its lease lasts, then gives everything back and releases the lock', async () => {
    await using result = await rehearseInPeace('--scenario', 'killed-runner,good');
    const [lost, next] = result.report.scenarios;
    expect(lost).toMatchObject({ outcome: 'killed', exitCode: null, postExitCode: null, clients: { failed: 0 } });
    expect(lost?.afterwardsRuns.map(({ outcome }) => outcome)).toEqual(['nothing', 'recovered']);
    // The next release finds nothing to settle.
    expect(next).toMatchObject({ outcome: 'promoted', differences: [] });
    expect(await readFile(next?.files.log ?? '', 'utf8')).not.toContain('Took over the lock');
  }, 240_000);

  test('expired credentials are told at once, with a command that can be run as it stands', async () => {
    await using result = await rehearseInPeace('--scenario', 'expired-credentials');
    expect(result.report.scenarios[0]).toMatchObject({ outcome: 'stuck', postExitCode: 1, differences: [] });
    const [, weights = ''] = / Run: aws elbv2 modify-rule .* --actions '(.*)'$/m.exec(result.stdout) ?? [];
    const [action] = JSON.parse(weights) as [{ ForwardConfig: { TargetGroups: Record<string, unknown>[] } }];
    expect(action.ForwardConfig.TargetGroups).toEqual([
      { TargetGroupArn: expect.stringMatching(/^arn:aws:.*targetgroup\/shop-blue\//), Weight: 100 },
      { TargetGroupArn: expect.stringMatching(/^arn:aws:.*targetgroup\/shop-green\//), Weight: 0 },
    ]);
  }, 240_000);
});

test('trouble is rehearsed in another folder as well: a lock with a name of its own, shares that are no whole numbers', async () => {
  const trouble = ['--scenario', 'drift,killed-runner,expired-credentials', '--speed', '60'];
  await using result = await rehearseInPeace('--example', join(root, 'test/rehearse/tea-house'), ...trouble);
  expect(result.report.scenarios.map(({ differences }) => differences)).toEqual([[], [], []]);
}, 240_000);

test('all scenarios one after the other leave nothing behind that disturbs the next', async () => {
  await using result = await rehearseInPeace('--scenario', 'all');
  expect(result.report.scenarios.flatMap(({ differences }) => differences)).toEqual([]);
  expect(result.exitCode).toBe(0);
}, 900_000);

test('all scenarios of a service that is updated in place, one after the other', async () => {
  await using result = await rehearseInPeace('--strategy', 'rolling', '--scenario', 'all');
  expect(result.report.scenarios.flatMap(({ name, differences }) => differences.map((each) => [name, each]))).toEqual(
    [],
  );
  expect(result.report.scenarios.map(({ name }) => name)).toEqual(rollingScenarios.map(({ name }) => name));
  expect(result.exitCode).toBe(0);
}, 600_000);

test('the usual rehearsal takes less than 60 s', async () => {
  await using result = await rehearse();
  expect(result.report.scenarios.filter(({ ok, wasTooFast }) => !ok && !wasTooFast)).toEqual([]);
  expect(result.report.seconds).toBeLessThan(60);
});
