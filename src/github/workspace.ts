import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError } from '../spec/input-error.js';
import { runContext } from './run-context.js';

/** Reads a file that an input names, from the workspace. @throws InputError when it cannot be read */
export async function readWorkspaceFile(input: string, path: string): Promise<string> {
  try {
    return await readFile(resolve(runContext().workspace, path), 'utf8');
  } catch (error) {
    const wrong = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    throw new InputError([{ input, value: path, wrong }]);
  }
}
