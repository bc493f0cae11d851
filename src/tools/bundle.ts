import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { build as esbuild, type Plugin } from 'esbuild';
import { filesBelow } from './files.js';
import { packageOf } from './licences.js';

/** From compiled sources to the files of a bundle. */

/** The file with the licences of what was bundled. */
export const LICENCES = 'licenses.txt';

export interface BundleFile {
  /** Path below `dist`. */
  readonly path: string;
  readonly bytes: Buffer;
}

type Ncc = (
  input: string,
  options: Readonly<Record<string, unknown>>,
) => Promise<{ code: string; assets: Readonly<Record<string, { source: string | Buffer }>> }>;

const ncc = createRequire(import.meta.url)('@vercel/ncc') as Ncc;

/**
 * Copies what was compiled from sources that still exist, tests and tools left out, to a folder of its own: a compiler
 * that works incrementally leaves behind what became of deleted sources. The folder must lie as deep as `src`.
 */
export async function stage(sources: string, compiled: string, target: string): Promise<void> {
  await rm(target, { recursive: true, force: true });
  for (const source of await filesBelow(sources)) {
    if (!source.endsWith('.ts') || source.endsWith('.test.ts') || /^tools\//.test(source)) {
      continue;
    }
    const file = source.replace(/\.ts$/, '.js');
    await mkdir(dirname(join(target, file)), { recursive: true });
    await cp(join(compiled, file), join(target, file));
  }
}

/** Leaves the project's own modules to the next step, so that only packages are pulled in. */
const onlyPackages: Plugin = {
  name: 'only-packages',
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\// }, ({ path, kind, resolveDir }) =>
      kind === 'entry-point' || resolveDir.includes('node_modules') ? undefined : { path, external: true },
    );
  },
};

/**
 * Writes out the keys of the clients' schemas, `{ [_xN]: _Su }` for `{ "xmlName": _Su }`: a computed key might have an
 * effect, as far as a bundler can see, so that not one schema of a client that has such keys would be left out.
 */
const plainKeys: Plugin = {
  name: 'plain-keys',
  setup(build) {
    build.onLoad({ filter: /@aws-sdk\/client-[^/]+\/dist-es\/schemas\/[^/]+\.js$/ }, async ({ path }) => ({
      contents: withPlainKeys(withoutErrorClasses(await readFile(path, 'utf8'), path)),
      loader: 'js',
    }));
  },
};

export function withPlainKeys(code: string): string {
  const texts = new Map([...code.matchAll(/^const (\w+) = ("[^"\\]*");$/gm)].map(([, name, text]) => [name, text]));
  return code.replace(/\[(\w+)\]:/g, (key, name: string) => (texts.has(name) ? `${texts.get(name)}:` : key));
}

/**
 * A client registers a class for each error of its service, more than a hundred with SSM, and so none could be left out. An
 * error without a class comes out with the same name and message, and the adapters tell errors apart by name. In the query
 * protocol the name may be another one (`RuleNotFound` for `RuleNotFoundException`), so only clients that speak JSON are
 * meant, and IAM, whose adapter knows both.
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#aws-protocols-awsqueryerror-trait
 */
export function withoutErrorClasses(code: string, path: string): string {
  const isMeant = /\/client-(application-auto-scaling|cloudwatch-logs|ecr|ecs|iam|secrets-manager|ssm)\//.test(path);
  return isMeant ? code.replace(/^n0_registry\.registerError\(.*\);$/gm, '') : code;
}

/** Its ES module, which is the one for browsers and the same code: for Node it offers CommonJS, which is taken whole. */
const yamlAsModule: Plugin = {
  name: 'yaml-as-module',
  setup(build) {
    const path = join(dirname(createRequire(import.meta.url).resolve('yaml/package.json')), 'browser/index.js');
    build.onResolve({ filter: /^yaml$/ }, () => ({ path }));
  },
};

/**
 * Replaces the AWS packages in the adapters by what the adapters use of them. Each client comes as one CommonJS file
 * with all its operations and their schemas, which ncc cannot take apart; the same packages as ES modules can be.
 * Returns the names of the packages.
 */
export async function shakeAwsClients(folder: string): Promise<ReadonlySet<string>> {
  const files = (await filesBelow(folder)).filter((file) => file.endsWith('.js'));
  const { metafile } = await esbuild({
    absWorkingDir: resolve(folder, '../..'),
    entryPoints: files.map((file) => join(folder, file)),
    outbase: folder,
    outdir: folder,
    allowOverwrite: true,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    conditions: ['module', 'import'],
    chunkNames: 'sdk-[hash]',
    legalComments: 'inline',
    logLevel: 'warning',
    metafile: true,
    plugins: [onlyPackages, plainKeys, yamlAsModule],
  });
  return new Set(Object.keys(metafile.inputs).flatMap((path) => packageOf(path) ?? []));
}

/**
 * Bundles one entry with ncc, readable, into files whose main one is called `name`.
 *
 * @throws Error when a module was not found; ncc by itself would leave a `require` that fails when it is run
 */
export async function bundle(entry: string, name: string): Promise<BundleFile[]> {
  const { code, assets } = await ncc(entry, {
    cache: false,
    minify: false,
    quiet: true,
    license: LICENCES,
    target: 'es2022',
  });
  const others = Object.entries(assets).map(([path, { source }]) => ({ path, bytes: Buffer.from(source) }));
  const files = [{ path: name, bytes: Buffer.from(code) }, ...others];
  for (const { path, bytes } of files) {
    const missing = /eval\("require"\)\("([^"]+)"\)/.exec(bytes.toString('utf8'));
    if (missing !== null) {
      throw new Error(`${path} would need the module ${missing[1]}, which was not found`);
    }
  }
  return files;
}

/** Makes the folder hold exactly these files. */
export async function writeFolder(folder: string, files: readonly BundleFile[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

/** How the folder differs from these files, one line each; nothing when it is the same byte for byte. */
export async function differences(folder: string, files: readonly BundleFile[]): Promise<string[]> {
  const present = new Set(await filesBelow(folder).catch(() => []));
  const found: string[] = [];
  for (const { path, bytes } of files) {
    if (!present.delete(path)) {
      found.push(`${path} is missing`);
    } else if (!bytes.equals(await readFile(join(folder, path)))) {
      found.push(`${path} differs`);
    }
  }
  return [...found, ...[...present].map((path) => `${path} should not be there`)];
}
