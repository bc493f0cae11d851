import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { listContext } from '../images/context-listing.js';
import { readIgnoreFile } from '../images/ignore-file.js';
import { sha256Of } from '../testing/small-images.js';
import { contextFolders, textBelow } from './context-folder.js';

let top: string;

beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'sluice-context-'));
  await mkdir(join(top, 'app/lib'), { recursive: true });
  await writeFile(join(top, 'app/run.sh'), 'echo');
  await chmod(join(top, 'app/run.sh'), 0o755);
  await writeFile(join(top, 'app/lib/a.js'), 'a');
  await symlink('../nowhere', join(top, 'app/lib/link'));
});

afterAll(() => rm(top, { recursive: true, force: true }));

describe('a folder that is built from', () => {
  test('is listed with modes, links as links, and the digests of its files', async () => {
    const listing = await listContext(contextFolders(top)('app'), []);
    expect(listing.map((item) => [item.path, item.kind])).toEqual([
      ['lib', 'folder'],
      ['lib/a.js', 'file'],
      ['lib/link', 'link'],
      ['run.sh', 'file'],
    ]);
    expect(listing[1]).toMatchObject({ digest: sha256Of('a'), size: 1 });
    expect(listing[2]).toMatchObject({ target: '../nowhere' });
    expect((listing[3] as { mode: number }).mode & 0o777).toBe(0o755);
  });

  test('is seen by images in the folder above as well, with what they leave out', async () => {
    const reading = readIgnoreFile('*\n!app/lib\n');
    const listing = await listContext(contextFolders(top)(''), reading.ok ? reading.patterns : []);
    expect(listing.map(({ path }) => path)).toEqual(['app', 'app/lib', 'app/lib/a.js', 'app/lib/link']);
  });

  test('of more files than may be open at once is read all the same', async () => {
    const many = join(top, 'many');
    await mkdir(many);
    await Promise.all(Array.from({ length: 300 }, (_, i) => writeFile(join(many, `f${i}`), String(i))));
    const listing = await listContext(contextFolders(top)('many'), []);
    expect(listing).toHaveLength(300);
    expect(listing.find(({ path }) => path === 'f299')).toMatchObject({ digest: sha256Of('299') });
  });

  test('that is not there is an error, and a file that is not there is none', async () => {
    await expect(contextFolders(top)('missing').entries('')).rejects.toMatchObject({ code: 'ENOENT' });
    expect([await textBelow(top, 'missing'), await textBelow(top, 'app'), await textBelow(top, 'app/run.sh')]).toEqual([
      undefined,
      undefined,
      'echo',
    ]);
  });
});
