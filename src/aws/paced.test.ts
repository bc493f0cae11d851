import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FakeClock } from '../testing/fake-clock.js';
import { type Bucket, Pacer, take } from './paced.js';
import { bucketOf } from './rates.js';

describe('a bucket', () => {
  test('gives its burst at once and then one after the other', () => {
    let bucket: Bucket | undefined;
    const waits = Array.from({ length: 5 }, () => {
      const taken = take({ burst: 2, perSecond: 4 }, bucket, 1_000);
      bucket = taken.bucket;
      return taken.waitMs;
    });
    expect(waits).toEqual([0, 0, 250, 500, 750]);
    expect(take({ burst: 2, perSecond: 4 }, bucket, 1_500).waitMs).toBe(500);
    expect(take({ burst: 2, perSecond: 4 }, bucket, 60_000).bucket.tokens).toBe(1);
  });

  test('never gives more in any span of time than AWS takes in it, however the calls come', () => {
    const small = fc.integer({ min: 1, max: 10 });
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 3_000 }), { maxLength: 80 }), small, small, (steps, burst, perSecond) => {
        let bucket: Bucket | undefined;
        let now = 0;
        const sent = steps.map((step) => {
          now += step;
          const taken = take({ burst, perSecond }, bucket, now);
          bucket = taken.bucket;
          return now + taken.waitMs;
        });
        for (const [first, from] of sent.entries()) {
          for (let last = first; last < sent.length; last += 1) {
            const spanMs = (sent[last] ?? 0) - from;
            expect(last - first + 1).toBeLessThanOrEqual(burst + (spanMs / 1_000) * perSecond + 1e-6);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('is not filled by a clock that is set back', () => {
    const empty = { tokens: 0, at: 10_000 };
    expect(take({ burst: 5, perSecond: 1 }, empty, 4_000)).toEqual({
      bucket: { tokens: -1, at: 4_000 },
      waitMs: 1_000,
    });
  });
});

describe('the pacer', () => {
  test('takes four fifths of what AWS publishes, by bucket, and lets pass what AWS says nothing of', async () => {
    const clock = new FakeClock(0);
    const pacer = new Pacer(clock);
    const times: Record<string, number[]> = {};
    const call = async (action: string) => {
      await pacer.turn(action);
      times[action] = [...(times[action] ?? []), clock.now()];
    };
    await Promise.all([
      ...Array.from({ length: 18 }, () => call('RegisterTaskDefinition')),
      ...Array.from({ length: 40 }, () => call('UpdateService')),
      ...Array.from({ length: 500 }, () => call('SomethingNew')),
    ]);
    expect(times.RegisterTaskDefinition).toEqual([...Array.from({ length: 16 }, () => 0), 1_250, 2_500]);
    expect(new Set(times.UpdateService)).toEqual(new Set([0]));
    expect(new Set(times.SomethingNew)).toEqual(new Set([0]));
  });

  test('shares a bucket among the actions that AWS counts together', async () => {
    const clock = new FakeClock(0);
    const pacer = new Pacer(clock);
    await Promise.all(Array.from({ length: 40 }, () => pacer.turn('DescribeServiceDeployments')));
    expect(clock.now()).toBe(0);
    await pacer.turn('ListServiceDeployments');
    expect(clock.now()).toBeCloseTo(62.5);
  });

  test('that was throttled all the same waits for new tokens', async () => {
    const clock = new FakeClock(0);
    const pacer = new Pacer(clock);
    await pacer.turn('DescribeServices');
    pacer.throttled('DescribeServices');
    await pacer.turn('DescribeServices');
    expect(clock.now()).toBeCloseTo(62.5);
  });
});

test('the rates are those of the page', () => {
  expect(bucketOf('RegisterTaskDefinition')?.rate).toEqual({ burst: 20, perSecond: 1 });
  expect(bucketOf('UpdateService')?.rate).toEqual({ burst: 50, perSecond: 5 });
  expect(bucketOf('Nothing')).toBeUndefined();
});
