import type { BundleFile } from './bundle.js';

/**
 * ncc numbers its chunks: `637.index.js` tells an auditor nothing. Here each gets the name of the module that it was
 * made for, and the function of the runtime that turns a number into a file name gets a table.
 */

const RUNTIME_LINE = 'return "" + chunkId + ".index.js";';
const CHUNK = /^(\d+)\.index\.js$/;

/** A name from the last module of the chunk, which is the one that was asked for; its imports stand before it. None when it is all CommonJS. */
function nameOf(code: string): string | undefined {
  const modules = [...code.matchAll(/^;\/\/ CONCATENATED MODULE: \.\/(\S+)$/gm)].map(([, path]) => path ?? '');
  const packages = [...code.matchAll(/^\/\/ node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm)].map(([, name]) => name ?? '');
  const own = modules.findLast((path) => !path.includes('/aws/sdk-'));
  const path = own?.replace(/^[^/]+\/(?:actions\/)?/, '').replace(/(?:\/index)?\.js$/, '') ?? packages.at(-1);
  return path
    ?.replace(/^node_modules\//, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/**
 * Renames the chunks and puts the table into the file with the runtime.
 *
 * @throws Error when the runtime no longer has the line that is replaced
 */
export function nameChunks(files: readonly BundleFile[], runtime: string): BundleFile[] {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { path, bytes } of files) {
    const id = CHUNK.exec(path)?.[1];
    if (id === undefined) {
      continue;
    }
    const name = nameOf(bytes.toString('utf8'));
    const free = name === undefined || taken.has(name) ? `${name ?? 'part'}-${id}` : name;
    taken.add(free);
    names.set(id, `chunks/${free}.js`);
  }
  if (names.size === 0) {
    return [...files];
  }
  const table = JSON.stringify(Object.fromEntries(names), null, 2).replaceAll('\n', '\n/******/ \t\t');
  return files.map(({ path, bytes }) => {
    if (path !== runtime) {
      return { path: names.get(CHUNK.exec(path)?.[1] ?? '') ?? path, bytes };
    }
    const code = bytes.toString('utf8');
    if (code.split(RUNTIME_LINE).length !== 2) {
      throw new Error(`${path} has not exactly one line ${RUNTIME_LINE}: ncc's runtime has changed`);
    }
    const replaced = code.replace(RUNTIME_LINE, () => `return ${table}[chunkId];`);
    return { path, bytes: Buffer.from(replaced) };
  });
}
