import { describe, expect, test } from '@jest/globals';
import { AccessError } from '../ports/access-error.js';
import { blueArn, FakeWorld, greenArn } from '../testing/fake-world.js';
import { Seen } from './seen.js';

describe('what was seen of who serves', () => {
  test('is nothing before the rule was read', () => {
    const seen = new Seen();
    expect([seen.serving(), seen.words(true)]).toEqual([{}, 'Who serves the traffic was not yet read.']);
  });

  test('has only the names of target groups while no service was read', async () => {
    const seen = new Seen();
    await seen.watching(new FakeWorld().world).router.read();
    expect(seen.serving()).toEqual({});
    expect(seen.words(true)).toBe('When last seen: target group shop-blue serves 100 %; it cannot be read now.');
  });

  test('knows the services by the target groups that were given, or by what is registered with them', async () => {
    const fake = new FakeWorld();
    fake.weights = { [blueArn]: 30, [greenArn]: 70 };
    const expected = { weights: { 'shop-blue': 30, 'shop-green': 70 }, activeService: 'shop-green' };
    const given = new Seen({ 'shop-blue': blueArn, 'shop-green': greenArn });
    await given.watching(fake.world).router.read();
    expect(given.serving()).toEqual(expected);
    const read = new Seen();
    const world = read.watching(fake.world);
    await world.router.read();
    await world.rollout.describe(['shop-blue', 'shop-green']);
    expect(read.serving()).toEqual(expected);
    expect(read.words(false)).toBe('shop-blue serves 30 %, shop-green serves 70 %.');
  });

  test('names no active service where nothing has a weight, and none for a rule that does not forward by weight', async () => {
    const fake = new FakeWorld();
    const seen = new Seen({ 'shop-blue': blueArn, 'shop-green': greenArn });
    fake.weights = { [blueArn]: 0, [greenArn]: 0 };
    await seen.watching(fake.world).router.read();
    expect(seen.serving()).toEqual({ weights: { 'shop-blue': 0, 'shop-green': 0 } });
    fake.route = { unusable: 'it has no single forward action' };
    await seen.watching(fake.world).router.read();
    expect(seen.serving()).toEqual({});
  });

  test.each([
    ['succeeded', undefined, true],
    ['was refused', new AccessError('expired', { kind: 'expired' }), false],
    ['got no reply', new Error('socket hang up'), true],
  ])('counts a write that %s as %s', async (_what, failure, hasWritten) => {
    const fake = new FakeWorld();
    if (failure !== undefined) fake.world.router.write = () => Promise.reject(failure);
    const seen = new Seen();
    await seen
      .watching(fake.world)
      .router.write({ [blueArn]: 100 })
      .catch(() => {});
    expect(seen.hasWritten).toBe(hasWritten);
  });
});
