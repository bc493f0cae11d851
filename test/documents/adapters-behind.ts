import { readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { importsIn } from '../../src/tools/imports.js';

const root = resolve(import.meta.dirname, '../..');
/** A file of the repository. */
export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The files below `src` that one of them leads to. */
export function behind(file: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const { specifier } of importsIn(textOf(`src/${file}`)).filter((each) => !each.isType)) {
    const target = posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts');
    if (!specifier.startsWith('.') || target.startsWith('..') || seen.has(target)) continue;
    seen.add(target);
    behind(target, seen);
  }
  return seen;
}
