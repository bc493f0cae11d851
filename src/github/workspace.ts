import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { messageOf } from '../ports/message-of.js';
import { InputError } from '../spec/input-error.js';
import { runContext } from './run-context.js';

/** Reads a file that an input names, from the workspace. @throws InputError when it cannot be read, or is not UTF-8 */
export async function readWorkspaceFile(input: string, path: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(resolve(runContext().workspace, path));
  } catch (error) {
    const wrong = `cannot be read: ${messageOf(error)}`;
    throw new InputError([{ input, value: path, wrong }]);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Decoded as it comes, letters would be replaced without a word.
    throw new InputError([{ input, value: path, wrong: 'is not a text in UTF-8' }]);
  }
}
