import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cycleIn, levelsOf } from './levels.js';

const items = (text: string) =>
  text.split(' ').map((word) => {
    const [name = '', others = ''] = word.split(':');
    return { name, dependsOn: others === '' ? [] : others.split(',') };
  });
const names = (levels: readonly (readonly { name: string }[])[]) =>
  levels.map((level) => level.map(({ name }) => name).join(' '));

test('services stand in the first level after all that they depend on', () => {
  const all = items('api:worker,store worker:migrate store migrate web:api');
  expect(names(levelsOf(all, ['api', 'worker', 'store', 'migrate', 'web']))).toEqual([
    'store migrate',
    'worker',
    'api',
    'web',
  ]);
});

test('order holds through a service that is left out', () => {
  const all = items('a b:a c:b');
  expect(names(levelsOf(all, ['a', 'c']))).toEqual(['a', 'c']);
  expect(names(levelsOf(all, ['c']))).toEqual(['c']);
});

test('in any graph without circles every dependency that is chosen, at whatever distance, stands in an earlier level', () => {
  const graph = fc
    .array(fc.array(fc.nat({ max: 29 }), { maxLength: 4 }), { minLength: 1, maxLength: 30 })
    .map((edges) =>
      edges.map((others, index) => ({
        name: `s${index}`,
        dependsOn: [...new Set(others)].filter((other) => other < index).map((other) => `s${other}`),
      })),
    );
  fc.assert(
    fc.property(graph, fc.infiniteStream(fc.boolean()), (all, coin) => {
      const chosen = all.filter(() => coin.next().value).map(({ name }) => name);
      const levels = levelsOf(all, chosen);
      const level = new Map(levels.flatMap((list, index) => list.map(({ name }) => [name, index] as const)));
      expect([...level.keys()].sort()).toEqual([...chosen].sort());
      expect(levels.every((list) => list.length > 0)).toBe(true);
      expect(cycleIn(all)).toBeUndefined();
      const ancestors = (name: string): string[] =>
        all.find((item) => item.name === name)?.dependsOn.flatMap((other) => [other, ...ancestors(other)]) ?? [];
      for (const name of chosen.slice(0, 5)) {
        for (const other of new Set(ancestors(name).filter((one) => level.has(one)))) {
          expect(level.get(other)).toBeLessThan(level.get(name) ?? -1);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('a circle is found and named from its first to its first', () => {
  expect(cycleIn(items('a:b b:c c:d d:b'))).toEqual(['b', 'c', 'd', 'b']);
  expect(cycleIn(items('a:a'))).toEqual(['a', 'a']);
});
