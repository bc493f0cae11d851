import { describe, expect, test } from '@jest/globals';
import { MemoryFiles } from '../testing/memory-context.js';
import { sha256Of } from '../testing/small-images.js';
import { readImages, tagged } from './content.js';
import type { BuildSettings, ImageToBuild } from './image-to-build.js';

const settings: BuildSettings = { labels: {}, platforms: [], provenance: 'off', sbom: false };
const image: ImageToBuild = {
  name: 'shop',
  repository: 'shop',
  context: 'app',
  dockerfile: 'app/Dockerfile',
  args: {},
  contexts: {},
  tags: [],
  entry: { name: 'shop', service: 'shop', strategy: 'rolling', dependsOn: [] },
  problem: (input, wrong) => ({ input, wrong }),
};
const texts = { 'app/Dockerfile': 'FROM base:1\nCOPY . .\n', 'app/a.js': '1', 'app/skip.md': 'x', 'libs/b.js': '2' };

async function tagOf(
  changed: Record<string, string> = {},
  own: Partial<ImageToBuild> = {},
  more: Partial<BuildSettings> = {},
  bases: Record<string, string> = {},
) {
  const files = new MemoryFiles(new Map(Object.entries({ ...texts, ...changed })));
  const world = {
    folder: (path: string) => files.folder(path),
    textOf: (path: string) => files.textOf(path),
    sha256: sha256Of,
  };
  const read = await readImages([{ ...image, ...own }], world);
  const [one] = tagged(read, { ...settings, ...more }, bases, sha256Of);
  return { tag: one?.content.tag ?? '', recipe: one?.recipe, blindTo: one?.content.blindTo };
}

const folder = { contexts: { libs: { folder: 'libs' } } };

describe('the tag of the content', () => {
  test('stays when nothing of it has changed', async () => {
    const { tag, blindTo } = await tagOf();
    expect(await tagOf({ 'libs/b.js': '3', 'README.md': 'news' })).toMatchObject({ tag });
    expect(blindTo).toEqual(['a newer base:1, which is named without its digest']);
    const ignored = await tagOf({ 'app/.dockerignore': '*.md' });
    expect((await tagOf({ 'app/.dockerignore': '*.md', 'app/skip.md': 'y' })).tag).toBe(ignored.tag);
    // The one beside the Dockerfile counts, and the other one does not.
    const beside = { 'app/Dockerfile.dockerignore': '*.md', 'app/.dockerignore': 'a.js' };
    expect((await tagOf({ ...beside, 'app/a.js': '2' })).tag).not.toBe((await tagOf(beside)).tag);
  });

  test.each([
    ['a file', { 'app/a.js': '2' }, {}, {}],
    ['the Dockerfile', { 'app/Dockerfile': 'FROM base:2\n' }, {}, {}],
    ['a new file', { 'app/c.js': '' }, {}, {}],
    ['an argument', {}, { args: { A: '1' } }, {}],
    ['the target', {}, { target: 'app' }, {}],
    ['a named context', {}, folder, {}],
    ['a label', {}, {}, { labels: { a: 'b' } }],
    ['a platform', {}, {}, { platforms: [{ os: 'linux', architecture: 'arm64' }] }],
    ['an attestation', {}, {}, { provenance: 'min' as const }],
    ['another generator of the SBOM', {}, {}, { sbom: 'x.example/scanner' }],
  ])('is another one with %s', async (_, changed, own, more) => {
    expect((await tagOf(changed, own, more)).tag).not.toBe((await tagOf()).tag);
  });

  test('is another one with what lies in a named context, and with another base once somebody looked', async () => {
    expect((await tagOf({ 'libs/b.js': '3' }, folder)).tag).not.toBe((await tagOf({}, folder)).tag);
    const bases = { 'base:1': `sha256:${'1'.repeat(64)}` };
    const known = await tagOf({}, {}, {}, bases);
    expect([known.tag === (await tagOf()).tag, known.blindTo]).toEqual([false, []]);
  });
});

test('what decides beside files is another recipe, and files are not', async () => {
  const { recipe } = await tagOf();
  expect((await tagOf({ 'app/a.js': '9' })).recipe).toBe(recipe);
  expect((await tagOf({}, { args: { A: '1' } })).recipe).not.toBe(recipe);
  expect((await tagOf({}, {}, { sbom: true })).recipe).not.toBe(recipe);
});
