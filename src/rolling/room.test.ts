import { expect, test } from '@jest/globals';
import { noRoom } from './room.js';

const room = (
  counts: { desired: number; running?: number },
  percents: { minimumHealthy: number; maximum: number } | undefined,
  change: object = {},
) => {
  const { desired: desiredCount, running: runningCount = desiredCount } = counts;
  const service = { name: 'shop', desiredCount, runningCount, ...(percents === undefined ? {} : { percents }) };
  return noRoom(service, { change: { forceNewDeployment: false, ...change } });
};

test('one task of which half must run, and once and a half may, can never be replaced', () => {
  const half = { minimumHealthy: 50, maximum: 150 };
  expect(room({ desired: 1 }, half)).toMatch(
    /^no task of shop could ever be replaced: with a desired count of 1 none may be stopped \(minimum-healthy-percent 50\)/,
  );
  expect(room({ desired: 2 }, half)).toBeUndefined();
  expect(room({ desired: 1 }, half, { desiredCount: 2 })).toBeUndefined();
});

test('what an input says counts instead of what the service has', () => {
  expect(room({ desired: 4 }, { minimumHealthy: 100, maximum: 200 }, { maximumPercent: 110 })).toMatch(/never|ever/);
  expect(room({ desired: 4 }, { minimumHealthy: 100, maximum: 110 }, { minimumHealthyPercent: 75 })).toBeUndefined();
});

test('there is room where tasks are missing, and where nothing is known', () => {
  expect(room({ desired: 2, running: 1 }, { minimumHealthy: 100, maximum: 100 })).toBeUndefined();
  expect(room({ desired: 1 }, undefined)).toBeUndefined();
});
