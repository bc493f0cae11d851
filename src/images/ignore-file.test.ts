import { describe, expect, test } from '@jest/globals';
import type { ContextEntry, ContextFolder } from '../ports/build-context.js';
import { listContext } from './context-listing.js';
import { ANSWERS } from './ignore-answers-for-tests.js';
import { cleaned, ignoreFilesOf, readIgnoreFile } from './ignore-file.js';

/** A folder that holds these files; asked which folders were looked into. */
function folderOf(files: readonly string[]): ContextFolder & { readonly visited: string[] } {
  const entries = new Map<string, ContextEntry>();
  for (const file of files) {
    const parts = file.split('/');
    for (let length = 1; length < parts.length; length += 1) {
      const path = parts.slice(0, length).join('/');
      entries.set(path, { path, kind: 'folder', mode: 0o755 });
    }
    entries.set(file, { path: file, kind: 'file', mode: 0o644, size: 1 });
  }
  const visited: string[] = [];
  return {
    visited,
    entries: async (folder) => {
      visited.push(folder);
      return [...entries.values()].filter(({ path }) => path.slice(0, Math.max(0, path.lastIndexOf('/'))) === folder);
    },
    digests: async (paths) => new Map(paths.map((path) => [path, `d(${path})`])),
  };
}

async function sent(ignoreFile: string, files: readonly string[]): Promise<string[]> {
  const read = readIgnoreFile(ignoreFile);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return (await listContext(folderOf(files), read.patterns)).map(({ path }) => path);
}

test.each(ANSWERS)('%j over %j leaves what BuildKit leaves', async (ignoreFile, files, left) => {
  expect(await sent(ignoreFile, files.split(' | '))).toEqual(left === '' ? [] : left.split(' | ').sort());
});

describe('the rules of the documentation', () => {
  const files = [
    'README.md',
    'README-secret.md',
    'a/b/c.txt',
    'a/temp1',
    'node_modules/x/index.js',
    'temp.js',
    'src/x.ts',
  ];

  test.each<[string, string, string[]]>([
    [
      'a comment and an empty line say nothing',
      '# *\n\n',
      [...files, 'a', 'a/b', 'node_modules', 'node_modules/x', 'src'],
    ],
    ['a folder takes all below it', 'a\nnode_modules\nsrc/', ['README-secret.md', 'README.md', 'temp.js']],
    ['a / in front means nothing', '/a\n/node_modules/\n/src', ['README-secret.md', 'README.md', 'temp.js']],
    [
      '** is any number of folders, none included',
      '**/*.js\n**/*.md\n**/*.txt',
      ['a', 'a/b', 'a/temp1', 'node_modules', 'node_modules/x', 'src', 'src/x.ts'],
    ],
    ['the last pattern that speaks of a path decides', '*\n!README*.md\nREADME-secret.md', ['README.md']],
    ['an exception that comes too early is none', '!README*.md\n*', []],
    ['an exception brings back the folders on the way', '*\n!a/b/c.txt', ['a', 'a/b', 'a/b/c.txt']],
    ['? is one letter', 'temp?js\na/temp?\nnode_modules\nREADME*\nsrc', ['a', 'a/b', 'a/b/c.txt']],
  ])('%s', async (_, ignoreFile, left) => {
    expect(await sent(ignoreFile, files)).toEqual([...left].sort());
  });

  test('the file beside the Dockerfile is looked for before the one at the top', () => {
    expect(ignoreFilesOf('docker/Api.Dockerfile')).toEqual(['docker/Api.Dockerfile.dockerignore', '.dockerignore']);
  });
});

test('a folder that is left out is not looked into, unless an exception may lead there', async () => {
  const files = ['node_modules/a/b.js', 'src/x.ts'];
  for (const [text, visited] of [
    ['node_modules', ['', 'src']],
    ['node_modules\n!src/x.ts', ['', 'node_modules', 'node_modules/a', 'src']],
  ] as const) {
    const read = readIgnoreFile(text);
    const folder = folderOf(files);
    if (read.ok) await listContext(folder, read.patterns);
    expect(folder.visited).toEqual(visited);
  }
});

test('a file that went away is an error, never an empty digest', async () => {
  const folder = { ...folderOf(['a']), digests: async () => new Map<string, string>() };
  await expect(listContext(folder, [])).rejects.toThrow('a went away while the build context was read');
});

test.each([
  ['a\n!', 2, 'the pattern "!" takes nothing back: a path after the ! is missing'],
  ['[', 1, 'the pattern "[" has a [ that no class such as [a-z] follows'],
  ['[]a]', 1, 'the pattern "[]a]" has a [ that no class such as [a-z] follows'],
  ['[a-', 1, 'the pattern "[a-" has a [ that no class such as [a-z] follows'],
  ['x[z-a]', 1, 'the pattern "x[z-a]" has the range z-a, which runs backwards'],
  ['a\\', 1, 'the pattern "a\\\\" ends with a \\ that nothing follows'],
  ['a\\d', 1, 'the pattern "a\\\\d" has \\d, which BuildKit reads as a regular expression'],
  ['[*]', 1, 'the pattern "[*]" has * within [ ], which BuildKit reads as a wildcard even there'],
])('%j is refused at its line', (text, line, wrong) => {
  expect(readIgnoreFile(text)).toEqual({ ok: false, problems: [{ line, wrong }] });
});

test('every problem of the file is told', () => {
  const read = readIgnoreFile('[\nok\n!\n');
  expect(read.ok || read.problems.map(({ line }) => line)).toEqual([1, 3]);
});

test.each([
  ['a//b/./c/', 'a/b/c'],
  ['a/../../b', '../b'],
  ['/../a', '/a'],
  ['', '.'],
  ['./', '.'],
  ['/', '/'],
])('%j is cleaned to %j', (given, path) => {
  expect(cleaned(given)).toBe(path);
});

test('a pattern of many wildcards is answered at once', () => {
  const read = readIgnoreFile(`${'**/a*'.repeat(12)}x`);
  const started = performance.now();
  expect(read.ok && read.patterns[0]?.matches(`${'a/'.repeat(300)}y`)).toBe(false);
  expect(read.ok && read.patterns[0]?.matches(`${'a/'.repeat(300)}ax`)).toBe(true);
  expect(performance.now() - started).toBeLessThan(5_000);
});
