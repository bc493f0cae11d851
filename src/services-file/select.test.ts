import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { selectServices, watchedBy } from './select.js';
import { readServicesFile } from './services-file.js';
import { takes, watchPattern } from './watch-paths.js';

describe('a pattern', () => {
  test.each([
    ['services/user/**', 'services/user/src/A.java', true],
    ['services/user/**', 'services/user/.npmrc', true],
    ['services/user/**', 'services/user/.config/x/y', true],
    ['services/user/**', 'services/users/x', false],
    ['services/user', 'services/user/deep/x', true],
    ['services/user/', 'services/user/x', true],
    ['services/user', 'services/user', true],
    ['services/user', 'services/user2', false],
    ['*.md', 'README.md', true],
    ['*.md', 'docs/README.md', false],
    ['**/*.md', 'README.md', true],
    ['**/*.md', 'docs/a/README.md', true],
    ['**.md', 'docs/a/README.md', true],
    ['docs/*/a.md', 'docs/x/a.md', true],
    ['docs/*/a.md', 'docs/x/y/a.md', false],
    ['a/**/b', 'a/b', true],
    ['a/**/b', 'a/x/y/b', true],
    ['**', '.github/workflows/x.yml', true],
    ['a.c', 'abc', false],
    ['a(b)|c', 'a(b)|c', true],
    ['a', 'A', false],
  ])('%s and the path %s: %s', (pattern, path, expected) => {
    expect(watchPattern().read(pattern).ok).toBe(true);
    expect(takes([pattern], path)).toBe(expected);
  });

  test('with ! takes out what came before it, and one after it takes it in again', () => {
    const patterns = ['a/**', '!a/docs/**', 'a/docs/api.yml'];
    expect(['a/x', 'a/docs/x', 'a/docs/api.yml', 'b'].map((path) => takes(patterns, path))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test('takes what the same words as a regular expression take', () => {
    const part = fc.constantFrom('a', 'b', '/', '*', '**', '**/', '.');
    const letter = fc.constantFrom('a', 'b', '/', '.');
    const text = (one: fc.Arbitrary<string>) =>
      fc.array(one, { minLength: 1, maxLength: 8 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text(part), text(letter), (pattern, path) => {
        const source = pattern
          .replace(/\/$/, '')
          .split(/(\*{2,}\/|\*+)/)
          .map((words) => {
            if (words.startsWith('**')) return words.endsWith('/') ? '(?:.*/)?' : '.*';
            return words === '*' ? '[^/]*' : words.replaceAll('.', '\\.');
          });
        expect(takes([pattern], path)).toBe(new RegExp(`^${source.join('')}(?:/.*)?$`, 's').test(path));
      }),
      { numRuns: 5_000 },
    );
  });

  test('of many stars is not tried in every possible way', () => {
    expect(takes([`${'**/*a'.repeat(12)}b`], 'a/'.repeat(2_000))).toBe(false);
    expect(takes([`${'**/*a'.repeat(12)}`], 'a/'.repeat(2_000))).toBe(true);
  });
});

const reading = readServicesFile(
  `
shared-paths: [gradle/**]
services:
  user: { context: services/user, task-definition: ecs/user.json }
  order: { paths: [services/order/**, '!**/*.md'] }
  whole: {}
`,
  '.github/sluice.yml',
  {},
);
if (!reading.ok) throw new Error('the file is good');
const { file } = reading;
const changed = (...paths: string[]) => selectServices(file, 'changed', paths).services.map(({ name }) => name);

describe('the changed services', () => {
  test('are those that a changed file belongs to', () => {
    expect(changed()).toEqual([]);
    expect(changed('services/user/x')).toEqual(['user', 'whole']);
    expect(changed('ecs/user.json')).toEqual(['user', 'whole']);
    expect(changed('services/order/README.md')).toEqual(['whole']);
  });

  test('are all when a shared file or the services file changed', () => {
    expect(changed('gradle/libs.toml')).toEqual(['user', 'order', 'whole']);
    expect(changed('.github/sluice.yml')).toEqual(['user', 'order', 'whole']);
  });

  test('watch what the entry names, or everything when it does not say where it lives', () => {
    expect(file.services.map(watchedBy)).toEqual([
      ['services/user', 'ecs/user.json'],
      ['services/order/**', '!**/*.md'],
      ['**'],
    ]);
  });
});

test('the folders of further build contexts belong to a service, images of others do not', () => {
  const entry = { name: 'a', service: 'a', strategy: 'rolling', dependsOn: [], context: 'a' } as const;
  const buildContexts = ['libs=libs/', 'base=service:base', 'node=docker-image://node:24'];
  expect(watchedBy({ ...entry, buildContexts })).toEqual(['a', 'libs']);
  expect(watchedBy({ ...entry, buildContexts, paths: ['a/**'] })).toEqual(['a/**']);
});

test('a list is taken in the order of the file; unknown names are told with what was meant', () => {
  const { services, problems } = selectServices(file, ['order', 'user', 'usr'], []);
  expect(services.map(({ name }) => name)).toEqual(['user', 'order']);
  expect(problems).toEqual([
    { name: 'usr', wrong: 'is no service of .github/sluice.yml, which has user, order, whole', suggestion: 'user' },
  ]);
});
