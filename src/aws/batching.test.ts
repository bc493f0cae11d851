import { describe, expect, test } from '@jest/globals';
import { AccessError } from '../ports/access-error.js';
import { inBatches } from './batching.js';

/** A service of AWS that knows all keys but those of `gone`, and refuses a call that names one of `denied`. */
class Shelf {
  readonly calls: (readonly string[])[] = [];
  gone = new Set<string>();
  denied = new Set<string>();
  broken: Error | undefined;

  readonly fetch = async (keys: readonly string[]): Promise<Map<string, string>> => {
    this.calls.push(keys);
    await new Promise((resolve) => setImmediate(resolve));
    if (this.broken !== undefined) throw this.broken;
    const refused = keys.find((key) => this.denied.has(key));
    if (refused !== undefined) throw new AccessError(`not ${refused}`, { kind: 'denied' });
    return new Map(keys.filter((key) => !this.gone.has(key)).map((key) => [key, `${key}!`]));
  };
}

const keys = (count: number) => Array.from({ length: count }, (_, index) => `k${index}`);

describe('what is asked for at once', () => {
  test('goes into as few calls as it fits into, each key once, and each gets its own', async () => {
    const shelf = new Shelf();
    const ask = inBatches({ atMost: 10, fetch: shelf.fetch });
    const asked = [...keys(23), 'k0', 'k22'];
    expect(await Promise.all(asked.map(ask))).toEqual(asked.map((key) => `${key}!`));
    expect(shelf.calls.map((call) => call.length)).toEqual([10, 10, 3]);
  });

  test('is fetched anew each time: nothing is older than its question', async () => {
    const shelf = new Shelf();
    const ask = inBatches({ atMost: 10, fetch: shelf.fetch });
    await ask('a');
    shelf.gone.add('a');
    expect(await ask('a')).toBeUndefined();
    expect(shelf.calls).toEqual([['a'], ['a']]);
  });

  test('waits a moment for more of the kind, once there are many, and never when there are few', async () => {
    const shelf = new Shelf();
    const ask = inBatches({ atMost: 10, fetch: shelf.fetch, gatherMs: 200 });
    const apart = async (asked: readonly string[]) => {
      const answers: Promise<string | undefined>[] = [];
      for (const key of asked) {
        answers.push(ask(key));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return Promise.all(answers);
    };
    await apart(keys(3));
    expect(shelf.calls).toEqual([['k0'], ['k1'], ['k2']]);
    await ask('k3');
    shelf.calls.length = 0;
    expect(await apart(keys(4))).toEqual(['k0!', 'k1!', 'k2!', 'k3!']);
    expect(shelf.calls).toEqual([keys(4)]);
  });

  test('of which one is not allowed still comes for the others, from then on each alone', async () => {
    const shelf = new Shelf();
    shelf.denied.add('k1');
    const ask = inBatches({ atMost: 10, fetch: shelf.fetch });
    const settled = await Promise.allSettled(keys(3).map(ask));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(settled[1]).toMatchObject({ reason: new AccessError('not k1', { kind: 'denied' }) });
    shelf.calls.length = 0;
    await Promise.allSettled(keys(3).map(ask));
    expect(shelf.calls).toEqual([['k0'], ['k1'], ['k2']]);
  });

  test('fails for all of a call when the call fails, and is asked for again as before', async () => {
    const shelf = new Shelf();
    shelf.broken = new Error('500');
    const ask = inBatches({ atMost: 2, fetch: shelf.fetch });
    expect((await Promise.allSettled(keys(3).map(ask))).map(({ status }) => status)).toEqual(Array(3).fill('rejected'));
    shelf.broken = undefined;
    expect(await Promise.all(keys(3).map(ask))).toEqual(['k0!', 'k1!', 'k2!']);
    expect(shelf.calls.map((call) => call.length)).toEqual([2, 1, 2, 1]);
  });
});
