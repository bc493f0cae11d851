import { describe, expect, test } from '@jest/globals';
import { greatestShareIn, pairUp, whatIsLacking } from './minutes.js';

const minute = 60_000;
const counts = (requests: number, errors = 0) => ({ requests, errors });

describe('minutes of both sides', () => {
  test('are put together, with none for the side that has no figures', () => {
    const pairs = pairUp([{ at: minute, counts: counts(5, 1) }], [{ at: 0, counts: counts(9) }]);
    expect(pairs).toEqual([
      { at: 0, green: counts(0), blue: counts(9) },
      { at: minute, green: counts(5, 1), blue: counts(0) },
    ]);
  });

  test('in which the weight changed, or had just changed, carry the greatest share; others none', () => {
    const shares = [
      { at: 0, greenPercent: 0 },
      { at: 90_000, greenPercent: 10 },
      { at: 600_000, greenPercent: 50 },
    ];
    expect([0, 1, 2, 3, 9, 10, 11].map((n) => greatestShareIn(shares, n * minute))).toEqual([
      ...[undefined, 10, 10, undefined, undefined, 50, undefined],
    ]);
  });

  test('of a step are counted from its own first whole minute on', () => {
    const pairs = [0, 1, 2].map((n) => ({ at: n * minute, green: counts(10), blue: counts(90) }));
    const needs = { usualPerSecond: null, raisedAt: 0, stepSince: 30_000, now: 4 * minute };
    expect(whatIsLacking(pairs, { ...needs, minRequests: 20 })).toBeUndefined();
    expect(whatIsLacking(pairs, { ...needs, minRequests: 21 })).toContain('only 20 of 21 requests');
  });

  test('that stay away are missed only when so many requests were to be expected that chance cannot be the reason', () => {
    const needs = { minRequests: 0, raisedAt: 0, stepSince: 0, now: 10 * minute };
    expect(whatIsLacking([], { ...needs, usualPerSecond: 1 })).toMatch(/no requests to either side for 10 min/);
    expect(whatIsLacking([], { ...needs, usualPerSecond: 0.01 })).toBeUndefined();
    expect(whatIsLacking([], { ...needs, usualPerSecond: null })).toBeUndefined();
    expect(whatIsLacking([], { ...needs, usualPerSecond: 1, now: 3 * minute })).toBeUndefined();
  });
});
