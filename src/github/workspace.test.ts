import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { InputError } from '../spec/input-error.js';
import { readWorkspaceFile } from './workspace.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-workspace-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a file is read as it is', async () => {
  await writeFile(join(folder, 'a.json'), '\uFEFFgrün\r\n');
  expect(await readWorkspaceFile('task-definition', join(folder, 'a.json'))).toBe('\uFEFFgrün\r\n');
});

test('a file that is not there, and one that is not UTF-8, are told by the input that names them', async () => {
  await writeFile(join(folder, 'latin.json'), Buffer.from('gr\xfcn', 'latin1'));
  for (const [name, wrong] of [
    ['none.json', /cannot be read: .*ENOENT/],
    ['latin.json', /is not a text in UTF-8/],
  ] as const) {
    const path = join(folder, name);
    const error = await readWorkspaceFile('task-definition', path).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).message).toContain(`Input task-definition ("${path}")`);
    expect((error as InputError).message).toMatch(wrong);
  }
});
