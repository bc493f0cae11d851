import { describe, expect, test } from '@jest/globals';
import { scenarios } from '../src/cli/rehearse/scenarios.js';
import { rehearse } from './rehearse/rehearsal.js';

describe('each scenario alone, at the pace of the example', () => {
  test.each(scenarios.map(({ name }) => name))('%s ends as it should', async (name) => {
    await using result = await rehearse('--scenario', name);
    expect(result.report.scenarios.map(({ differences }) => differences)).toEqual([[]]);
    expect(result.exitCode).toBe(0);
  });
});

test('all scenarios one after the other leave nothing behind that disturbs the next', async () => {
  await using result = await rehearse('--scenario', 'all', '--speed', '120');
  expect(result.report.scenarios.flatMap(({ differences }) => differences)).toEqual([]);
  expect(result.exitCode).toBe(0);
}, 180_000);

test('the usual rehearsal takes less than 60 s', async () => {
  await using result = await rehearse();
  expect(result.report.ok).toBe(true);
  expect(result.report.seconds).toBeLessThan(60);
});
