import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FakeClock } from '../testing/fake-clock.js';
import { filled, Pacer, waitFor } from './paced.js';
import { bucketOf } from './rates.js';

describe('a bucket', () => {
  const rate = { burst: 4, perSecond: 4 };

  test('is full at first, fills by the time, and never over its brim', () => {
    expect(filled(rate, undefined, 1_000).tokens).toBe(4);
    expect(filled(rate, { tokens: 0, at: 1_000, underWay: 0 }, 1_500).tokens).toBe(2);
    expect(filled(rate, { tokens: 0, at: 1_000, underWay: 0 }, 60_000).tokens).toBe(4);
  });

  test('keeps the places of calls that were not answered: when AWS counts them is not known', () => {
    const bucket = filled(rate, { tokens: 0, at: 1_000, underWay: 3 }, 60_000);
    expect([bucket.tokens, waitFor(rate, bucket)]).toEqual([1, 0]);
    expect(waitFor(rate, filled(rate, { tokens: 0, at: 1_000, underWay: 4 }, 60_000))).toBe(Number.POSITIVE_INFINITY);
  });

  test('is not filled by a clock that is set back', () => {
    const empty = { tokens: 0, at: 10_000, underWay: 0 };
    expect(waitFor({ burst: 5, perSecond: 1 }, filled({ burst: 5, perSecond: 1 }, empty, 4_000))).toBe(1_000);
  });
});

/** A bucket of AWS, which is filled at each full second and counts a call when it arrives. */
class Counter {
  private tokens: number;
  private second = 0;
  refused = 0;

  constructor(private readonly rate: { burst: number; perSecond: number }) {
    this.tokens = rate.burst;
  }

  arrives(now: number): void {
    const second = Math.floor(now / 1_000);
    this.tokens = Math.min(this.rate.burst, this.tokens + Math.max(0, second - this.second) * this.rate.perSecond);
    this.second = Math.max(this.second, second);
    if (this.tokens < 1) this.refused += 1;
    else this.tokens -= 1;
  }
}

describe('the pacer', () => {
  test('takes four fifths of what AWS publishes, by bucket, and lets pass what AWS says nothing of', async () => {
    const clock = new FakeClock(0);
    const pacer = new Pacer(clock);
    const times: Record<string, number[]> = {};
    const call = async (action: string) => {
      const answered = await pacer.turn(action);
      times[action] = [...(times[action] ?? []), clock.now()];
      answered();
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

  test('is never refused by AWS, whenever the calls come and however long each is on its way', async () => {
    const calls = fc.array(fc.record({ after: fc.nat({ max: 20_000 }), onTheWayMs: fc.nat({ max: 5_000 }) }), {
      minLength: 100,
      maxLength: 300,
    });
    await fc.assert(
      fc.asyncProperty(calls, async (all) => {
        const clock = new FakeClock(0);
        const pacer = new Pacer(clock);
        const aws = new Counter(bucketOf('UpdateService')?.rate ?? { burst: 0, perSecond: 0 });
        let answered = 0;
        await Promise.all(
          all.map(async ({ after, onTheWayMs }) => {
            await clock.sleep(after);
            const done = await pacer.turn('UpdateService');
            await clock.sleep(onTheWayMs);
            aws.arrives(clock.now());
            done();
            answered += 1;
          }),
        );
        expect([aws.refused, answered]).toEqual([0, all.length]);
      }),
      { numRuns: 20 },
    );
  });

  test('shares a bucket among the actions that AWS counts together', async () => {
    const clock = new FakeClock(0);
    const pacer = new Pacer(clock);
    const all = await Promise.all(Array.from({ length: 40 }, () => pacer.turn('DescribeServiceDeployments')));
    expect(clock.now()).toBe(0);
    for (const answered of all) answered();
    await pacer.turn('ListServiceDeployments');
    expect(clock.now()).toBe(63);
  });

  test('that was throttled all the same waits for new tokens', async () => {
    const clock = new FakeClock(0);
    const pacer = new Pacer(clock);
    const answered = await pacer.turn('DescribeServices');
    pacer.throttled('DescribeServices');
    answered();
    await pacer.turn('DescribeServices');
    expect(clock.now()).toBe(63);
  });
});

test('the rates are those of the page', () => {
  expect(bucketOf('RegisterTaskDefinition')?.rate).toEqual({ burst: 20, perSecond: 1 });
  expect(bucketOf('UpdateService')?.rate).toEqual({ burst: 50, perSecond: 5 });
  expect(bucketOf('Nothing')).toBeUndefined();
});
