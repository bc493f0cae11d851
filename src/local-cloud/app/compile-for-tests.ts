import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

/**
 * Tests run from the TypeScript sources, but a child process needs a program that plain Node can run. Compiles the
 * app's few files once per content into a folder of the system's temporary directory and answers the program's path.
 */
export function compiledAppProgram(): string {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== basename(import.meta.url))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  const hash = createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 16);
  const target = join(tmpdir(), `sluice-app-${hash}`);
  if (existsSync(target)) return join(target, 'main.js');
  const building = `${target}.${process.pid}`;
  mkdirSync(building, { recursive: true });
  for (const { name, text } of sources) {
    const { code } = transformSync(text, {
      jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
      module: { type: 'es6' },
    });
    writeFileSync(join(building, name.replace(/\.ts$/, '.js')), code);
  }
  writeFileSync(join(building, 'package.json'), '{"type":"module"}');
  try {
    renameSync(building, target);
  } catch {
    // Another test run was faster.
    rmSync(building, { recursive: true, force: true });
  }
  return join(target, 'main.js');
}
