import type { BundleFile } from './bundle.js';

/**
 * ncc numbers its chunks: `637.index.js` tells an auditor nothing. Here each gets the name of the module that it was
 * made for, and the function of the runtime that turns a number into a file name gets a table.
 */

const RUNTIME_LINE = 'return "" + chunkId + ".index.js";';
const CHUNK = /^(\d+)\.index\.js$/;

/** The index of an action or a command, which other code asks for. */
const ENTRY = /\/actions\/[^/]+\/index\.js$|\/cli\/([^/]+\/index|[^/]+)\.js$/;

interface Named {
  /** After the last module, which as a rule is the one that was asked for; its imports stand before it. None when all is CommonJS. */
  readonly byLast: string | undefined;
  /** After the last entry in it: a module that is shared may stand behind. */
  readonly byEntry: string | undefined;
}

function namesOf(code: string): Named {
  const modules = [...code.matchAll(/^;\/\/ CONCATENATED MODULE: \.\/(\S+)$/gm)].map(([, path]) => path ?? '');
  const packages = [...code.matchAll(/^\/\/ node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm)].map(([, name]) => name ?? '');
  const last = modules.findLast((path) => !path.includes('/aws/sdk-'));
  return {
    byLast: nameFor(below(last) ?? packages.at(-1)),
    byEntry: nameFor(below(modules.findLast((path) => ENTRY.test(path)))),
  };
}

const below = (module: string | undefined) => module?.replace(/^[^/]+\/(?:actions\/)?/, '');

function nameFor(path: string | undefined): string | undefined {
  return path
    ?.replace(/(?:\/index)?\.js$/, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/**
 * Renames the chunks and puts the table into the file with the runtime.
 *
 * @throws Error when the runtime no longer has the line that is replaced
 */
export function nameChunks(files: readonly BundleFile[], runtime: string): BundleFile[] {
  const chunks = files.flatMap(({ path, bytes }) => {
    const id = CHUNK.exec(path)?.[1];
    return id === undefined ? [] : [{ id, size: bytes.length, ...namesOf(bytes.toString('utf8')) }];
  });
  const names = new Map<string, string>();
  const taken = new Set<string>();
  // Those that are called after the same entry both ways have it for sure and choose first, then the largest.
  const isSure = ({ byLast, byEntry }: Named) => byEntry !== undefined && byLast === byEntry;
  const inOrder = chunks.toSorted((a, b) => Number(isSure(b)) - Number(isSure(a)) || b.size - a.size);
  for (const { id, byLast, byEntry } of inOrder) {
    const name = byEntry ?? byLast;
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
