import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import type { BundleFile } from './bundle.js';
import { filesBelow } from './files.js';

/**
 * ncc numbers its chunks: `637.index.js` tells an auditor nothing. Here each gets the name of the module that it is loaded
 * for, or of what it holds most of, so that a change of a source renames no other chunk. The function of the runtime that
 * turns a number into a file name gets a table.
 */

const RUNTIME_LINE = 'return "" + chunkId + ".index.js";';
const CHUNK = /^(\d+)\.index\.js$/;

/**
 * Gives each `import()` in the folder the name of what it loads. Without names each `import()` would have a chunk of its own,
 * so that what two places load would be there twice.
 * https://webpack.js.org/api/module-methods/#webpackchunkname
 */
export async function nameImports(folder: string): Promise<void> {
  for (const file of (await filesBelow(folder)).filter((each) => each.endsWith('.js'))) {
    const code = await readFile(join(folder, file), 'utf8');
    const named = withNamedImports(code, file);
    if (named !== code) await writeFile(join(folder, file), named);
  }
}

/** @param file the path of the file below the folder of all sources */
export function withNamedImports(code: string, file: string): string {
  return code.replace(/\bimport\((['"])(\.{1,2}\/[^'"]+)\1\)/g, (whole, quote: string, path: string) => {
    const module = posix.join(dirname(file), path);
    // What a package loads has a file name that is made of its content; its chunk is named after the package.
    if (/(^|\/)sdk-[A-Z0-9]{8}\.js$/.test(module)) return whole;
    return `import(/* webpackChunkName: "${nameOf(module)}" */ ${quote}${path}${quote})`;
  });
}

/** `actions/recover/index.js` → `recover`, `spec/kinds.ts` → `spec-kinds`, `@aws-sdk/core/dist-es/submodules/client/x.js` → `aws-sdk-core-client`. */
function nameOf(path: string): string {
  const module = path.replace(/^actions\//, '').replace(/(\/index)?\.[jt]s$/, '');
  return module.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}

interface Chunk {
  readonly id: string;
  readonly size: number;
  /** Numbers of the modules in it. */
  readonly modules: ReadonlySet<string>;
  /** Names of the parts in it, sources before packages, the largest first. */
  readonly parts: readonly string[];
}

/** Lines that say what follows: a module of webpack, and what webpack, esbuild and `stage` write before each file. */
const MODULE = /^\/\*{3}\/ (\d+):$/;
const FILE =
  /^(?:;\/\/ CONCATENATED MODULE: |\/\/ )\.?\/?(?:(?:build-stage|src)\/|(?:.*\/)?node_modules\/)(\S+\.[cm]?[jt]s(?:on)?)$/;

function chunkOf(id: string, code: string): Chunk {
  const modules = new Set<string>();
  const bytes = new Map<string, number>();
  const own = new Set<string>();
  let part: string | undefined;
  for (const line of code.split('\n')) {
    const module = MODULE.exec(line)?.[1];
    const file = FILE.exec(line)?.[1];
    if (module !== undefined) {
      modules.add(module);
      part = undefined;
    } else if (file !== undefined) {
      const isPackage = line.includes('node_modules/');
      part = isPackage ? packagePart(file) : sourcePart(file);
      if (!isPackage) own.add(part);
    }
    if (part !== undefined) bytes.set(part, (bytes.get(part) ?? 0) + line.length + 1);
  }
  const isOwn = (name: string): boolean => own.has(name);
  const parts = [...bytes]
    .sort(([a, one], [b, other]) => Number(isOwn(b)) - Number(isOwn(a)) || other - one || (a < b ? -1 : 1))
    .map(([name]) => name);
  return { id, size: code.length, modules, parts };
}

/** A source by its path; the local cloud is one. */
const sourcePart = (file: string): string => nameOf(file.replace(/^local-cloud\/.*/, 'local-cloud'));

/** A package by its name and, where it has some, its submodule. */
function packagePart(file: string): string {
  const [, name = file, submodule = ''] = /^((?:@[^/]+\/)?[^/]+)\/(?:.*\/submodules\/([^/]+)\/)?/.exec(file) ?? [];
  return nameOf(`${name}/${submodule}`);
}

/** An `import()` as webpack writes it: the name, the numbers of the chunks, the number of the module. */
const IMPORT =
  /\/\* import\(\) \| ([\w-]+) \*\/ ?(\[[^\]]*\]|\d+)\)(?:\])?\)?\.then\(__\w+_require__(?:\.\w+)?\.bind\(__\w+_require__, (\d+)/g;

/** The names of the chunks that are loaded for a module, by their numbers. */
function askedFor(code: readonly string[], chunks: readonly Chunk[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const all = code.flatMap((text) => [...text.matchAll(IMPORT)]);
  for (const [, name = '', ids = '', module = ''] of all.sort(([, a = ''], [, b = '']) => (a < b ? -1 : 1))) {
    const group = new Set(ids.match(/\d+/g));
    const owner = chunks.find((chunk) => group.has(chunk.id) && chunk.modules.has(module));
    if (owner !== undefined && !names.has(owner.id)) names.set(owner.id, name);
  }
  return names;
}

/**
 * Renames the chunks and puts the table into the file with the runtime.
 *
 * @throws Error when the runtime no longer has the line that is replaced
 */
export function nameChunks(files: readonly BundleFile[], runtime: string): BundleFile[] {
  const texts = new Map(files.map(({ path, bytes }) => [path, bytes.toString('utf8')]));
  const chunks = [...texts].flatMap(([path, code]) => {
    const id = CHUNK.exec(path)?.[1];
    return id === undefined ? [] : [chunkOf(id, code)];
  });
  if (chunks.length === 0) return [...files];
  const names = new Map(askedFor([...texts.values()], chunks));
  const taken = new Set(names.values());
  for (const chunk of chunks.filter(({ id }) => !names.has(id)).sort((a, b) => b.size - a.size)) {
    const name = freeName(chunk, taken);
    taken.add(name);
    names.set(chunk.id, name);
  }
  const paths = new Map([...names].map(([id, name]) => [id, `chunks/${name}.js`]));
  const sorted = Object.fromEntries(paths);
  const table = JSON.stringify(sorted, null, 2).replaceAll('\n', '\n/******/ \t\t');
  return files.map(({ path, bytes }) => {
    if (path !== runtime) {
      return { path: paths.get(CHUNK.exec(path)?.[1] ?? '') ?? path, bytes };
    }
    const code = bytes.toString('utf8');
    if (code.split(RUNTIME_LINE).length !== 2) {
      throw new Error(`${path} has not exactly one line ${RUNTIME_LINE}: ncc's runtime has changed`);
    }
    const replaced = code.replace(RUNTIME_LINE, () => `return ${table}[chunkId];`);
    return { path, bytes: Buffer.from(replaced) };
  });
}

/** After the largest part, else the two largest, else with a count. Some say nothing of what they hold: CommonJS, which ncc takes whole. */
function freeName({ parts: [first = 'others', second] }: Chunk, taken: ReadonlySet<string>): string {
  const wanted = [first, ...(second === undefined ? [] : [`${first}-and-${second}`])];
  for (let count = 2; ; count++) {
    const free = wanted.find((name) => !taken.has(name));
    if (free !== undefined) return free;
    wanted.push(`${first}-${count}`);
  }
}
