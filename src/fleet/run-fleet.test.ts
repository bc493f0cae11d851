import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FakeClock } from '../testing/fake-clock.js';
import { planFleet } from './plan-fleet.js';
import { type DeedEnd, type FleetItem, type FleetPolicy, type ItemEnd, runFleet } from './run-fleet.js';

type Fate = 'changed' | 'unchanged' | 'bad' | 'bad and changed' | 'rejects';

interface Ship extends FleetItem {
  readonly dependsOn: readonly string[];
  readonly takesMs: number;
  readonly fate: Fate;
  readonly undoFails?: 'bad' | 'rejects';
}

/** A harbour in which ships really change and are put back, and which writes down when. */
class Harbour {
  readonly clock = new FakeClock(0);
  readonly begun: string[] = [];
  readonly undone: string[] = [];
  /** Ships that are not what they were. */
  readonly changed = new Set<string>();
  readonly endedAt = new Map<string, number>();
  readonly begunAt = new Map<string, number>();
  atOnce = 0;
  mostAtOnce = 0;
  reason: string | undefined;
  badSince = Number.POSITIVE_INFINITY;

  readonly cancellation = (() => {
    const harbour = this;
    return {
      get reason() {
        return harbour.reason;
      },
      signal: new AbortController().signal,
      onRequest: () => () => {},
    };
  })();

  private async work<T>(ms: number, deed: () => T): Promise<T> {
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    await this.clock.sleep(ms);
    this.atOnce -= 1;
    return deed();
  }

  readonly deeds = {
    roll: (ship: Ship): Promise<DeedEnd<string>> => {
      this.begun.push(ship.name);
      this.begunAt.set(ship.name, this.clock.now());
      return this.work(ship.takesMs, () => {
        this.endedAt.set(ship.name, this.clock.now());
        const isGood = ship.fate === 'changed' || ship.fate === 'unchanged';
        const isChanged = ship.fate === 'changed' || ship.fate === 'bad and changed';
        if (isChanged) this.changed.add(ship.name);
        if (!isGood) this.badSince = Math.min(this.badSince, this.clock.now());
        if (ship.fate === 'rejects') throw new Error('lost');
        return { isGood, isChanged, result: `${ship.name} rolled` };
      });
    },
    undo: (ship: Ship, done: string): Promise<DeedEnd<string>> => {
      expect(done).toBe(`${ship.name} rolled`);
      return this.work(10, () => {
        this.undone.push(ship.name);
        if (ship.undoFails === 'rejects') throw new Error('lost');
        if (ship.undoFails !== 'bad') this.changed.delete(ship.name);
        return { isGood: ship.undoFails !== 'bad', isChanged: true, result: `${ship.name} undone` };
      });
    },
  };

  async sail(ships: readonly Omit<Ship, 'needs'>[], policy: FleetPolicy): Promise<readonly ItemEnd<Ship, string>[]> {
    return runFleet(planFleet<Omit<Ship, 'needs'>>(ships, ships), this.deeds, policy, this);
  }
}

const policy = (change: Partial<FleetPolicy> = {}): FleetPolicy => ({
  maxParallel: 4,
  onFailure: 'rollback-all',
  undoOnCancel: true,
  ...change,
});
const ship = (name: string, fate: Fate, dependsOn: readonly string[] = [], takesMs = 100) => ({
  name,
  fate,
  dependsOn,
  takesMs,
});
const ends = (all: readonly ItemEnd<Ship, string>[]) =>
  Object.fromEntries(all.map(({ item, end }) => [item.name, end]));

describe('a fleet', () => {
  test('begins a level when the one before has ended, at most so many at once', async () => {
    const harbour = new Harbour();
    const ships = [ship('api', 'changed', ['a', 'b']), ...'abcde'.split('').map((name) => ship(name, 'changed'))];
    expect(ends(await harbour.sail(ships, policy({ maxParallel: 2 })))).toEqual({
      a: 'changed',
      b: 'changed',
      c: 'changed',
      d: 'changed',
      e: 'changed',
      api: 'changed',
    });
    expect(harbour.begun).toEqual(['a', 'b', 'c', 'd', 'e', 'api']);
    expect(harbour.mostAtOnce).toBe(2);
    expect(harbour.clock.now()).toBe(400);
  });

  test('of which one is bad goes back as a whole with rollback-all: what others need last, what was not touched not at all', async () => {
    const harbour = new Harbour();
    const ships = [
      ship('base', 'changed'),
      ship('same', 'unchanged'),
      ship('mid', 'changed', ['base']),
      ship('slow', 'changed', ['base'], 900),
      ship('bad', 'bad', ['base']),
      ship('top', 'changed', ['mid']),
    ];
    const all = await harbour.sail(ships, policy());
    expect(ends(all)).toEqual({
      base: 'undone',
      same: 'unchanged',
      mid: 'undone',
      slow: 'undone',
      bad: 'bad',
      top: 'not-started',
    });
    expect(harbour.changed).toEqual(new Set());
    expect(harbour.undone).toEqual(['slow', 'mid', 'base']);
    expect(all.find(({ item }) => item.name === 'top')).toMatchObject({ reason: 'bad turned out bad' });
  });

  test('with rollback-failed keeps what is good and begins nothing more', async () => {
    const harbour = new Harbour();
    const all = await harbour.sail(
      [ship('a', 'changed'), ship('b', 'bad'), ship('c', 'changed', ['a'])],
      policy({ onFailure: 'rollback-failed' }),
    );
    expect(ends(all)).toEqual({ a: 'changed', b: 'bad', c: 'not-started' });
  });

  test('with continue goes on with all that does not need the bad one, at whatever distance', async () => {
    const harbour = new Harbour();
    const ships = [
      ship('a', 'changed'),
      ship('b', 'rejects'),
      ship('c', 'changed', ['a']),
      ship('d', 'changed', ['b']),
      ship('e', 'changed', ['d']),
    ];
    const all = await harbour.sail(ships, policy({ onFailure: 'continue' }));
    expect(ends(all)).toEqual({ a: 'changed', b: 'broken', c: 'changed', d: 'not-started', e: 'not-started' });
    expect(all.find(({ item }) => item.name === 'e')).toMatchObject({ reason: 'it needs b, which was not deployed' });
  });

  test('says honestly what would not go back', async () => {
    const harbour = new Harbour();
    const ships = [
      { ...ship('a', 'changed'), undoFails: 'bad' as const },
      { ...ship('b', 'changed'), undoFails: 'rejects' as const },
      ship('c', 'bad and changed'),
      ship('d', 'changed'),
    ];
    const all = await harbour.sail(ships, policy());
    expect(ends(all)).toEqual({ a: 'not-undone', b: 'broken', c: 'bad', d: 'undone' });
    expect(all[1]).toMatchObject({ result: 'b rolled', error: new Error('lost') });
    expect(all[2]).toMatchObject({ result: 'c rolled', undone: 'c undone', isChanged: false });
    expect(harbour.changed).toEqual(new Set(['a', 'b']));
  });

  test.each([
    [true, 'undone'],
    [false, 'changed'],
  ])('that is cancelled begins nothing more; undone: %s', async (undoOnCancel, end) => {
    const harbour = new Harbour();
    harbour.clock.at(150, () => {
      harbour.reason = 'cancelled (SIGINT)';
    });
    // What is under way is told of the cancel by itself, and ends badly.
    const ships = [ship('a', 'changed'), ship('b', 'bad', ['a'], 100), ship('c', 'changed', ['b'])];
    const all = await harbour.sail(ships, policy({ undoOnCancel }));
    expect(ends(all)).toEqual({ a: end, b: 'bad', c: 'not-started' });
    expect(all[2]).toMatchObject({ reason: 'cancelled (SIGINT)' });
  });

  test('whatever becomes of each: keeps its order and its limit, loses none, and is all back when it should be', async () => {
    const fates = fc.constantFrom<Fate>(
      'changed',
      'changed',
      'changed',
      'unchanged',
      'bad',
      'bad and changed',
      'rejects',
    );
    const fleets = fc
      .array(
        fc.record({
          others: fc.array(fc.nat({ max: 11 }), { maxLength: 3 }),
          fate: fates,
          takesMs: fc.nat({ max: 500 }),
        }),
        { maxLength: 12 },
      )
      .map((all) =>
        all.map(({ others, fate, takesMs }, index) =>
          ship(
            `s${index}`,
            fate,
            [...new Set(others)].filter((other) => other < index).map((other) => `s${other}`),
            takesMs,
          ),
        ),
      );
    const policies = fc.record({
      maxParallel: fc.integer({ min: 1, max: 5 }),
      onFailure: fc.constantFrom('rollback-all' as const, 'rollback-failed' as const, 'continue' as const),
      undoOnCancel: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fleets, policies, fc.option(fc.nat({ max: 2_000 })), async (ships, rules, cancelAtMs) => {
        const harbour = new Harbour();
        if (cancelAtMs !== null) {
          harbour.clock.at(cancelAtMs, () => {
            harbour.reason = 'cancelled';
          });
        }
        const all = await harbour.sail(ships, rules);
        const levels = planFleet(ships, ships);
        const level = new Map(levels.flatMap((list, index) => list.map(({ name }) => [name, index] as const)));
        const orderOf = (names: readonly string[]) => names.map((name) => level.get(name) ?? -1);
        const end = new Map(all.map((one) => [one.item.name, one]));

        expect(all.map(({ item }) => item.name)).toEqual(levels.flat().map(({ name }) => name));
        expect(harbour.mostAtOnce).toBeLessThanOrEqual(rules.maxParallel);
        expect(orderOf(harbour.begun)).toEqual(orderOf(harbour.begun).sort((a, b) => a - b));
        expect(orderOf(harbour.undone)).toEqual(orderOf(harbour.undone).sort((a, b) => b - a));
        expect(new Set([...harbour.begun, ...harbour.undone]).size).toBe(harbour.begun.length);

        const stopped = Math.min(
          rules.onFailure === 'continue' ? Number.POSITIVE_INFINITY : harbour.badSince,
          cancelAtMs ?? Number.POSITIVE_INFINITY,
        );
        for (const one of all) {
          const { name, dependsOn } = one.item;
          expect(one.end === 'not-started').toBe(!harbour.begun.includes(name));
          // What is told is what is: only a deed that broke off is not known.
          if (one.end === 'changed' || one.end === 'not-undone') expect(harbour.changed).toContain(name);
          if (one.end === 'undone' || one.end === 'unchanged' || one.end === 'not-started')
            expect(harbour.changed).not.toContain(name);
          if (one.end === 'bad') expect(harbour.changed.has(name)).toBe(one.isChanged);
          if (!harbour.begun.includes(name)) continue;
          expect(harbour.begunAt.get(name)).toBeLessThanOrEqual(stopped);
          for (const other of dependsOn) {
            expect(harbour.endedAt.get(other)).toBeLessThanOrEqual(harbour.begunAt.get(name) ?? -1);
            expect(['bad', 'broken', 'not-started']).not.toContain(
              rules.onFailure === 'continue' ? end.get(other)?.end : '',
            );
          }
        }
        const isAllBack =
          (rules.onFailure === 'rollback-all' && harbour.badSince < (cancelAtMs ?? Number.POSITIVE_INFINITY)) ||
          (rules.undoOnCancel && harbour.reason !== undefined && all.some((one) => one.end === 'not-started'));
        if (isAllBack) expect([...harbour.changed]).toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
