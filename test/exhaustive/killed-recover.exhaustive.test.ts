import { expect, test } from '@jest/globals';
import { killRecoverEverywhere } from './killed.js';

test('recover, killed before or after any of its calls, is finished by another recover', async () => {
  const { cases, unreached, unclean, problems } = await killRecoverEverywhere();
  expect(problems).toEqual([]);
  expect(cases).toBeGreaterThanOrEqual(40);
  expect(unclean).toBeGreaterThanOrEqual(cases / 2);
  expect(unreached).toBeLessThanOrEqual(cases / 10);
}, 600_000);
