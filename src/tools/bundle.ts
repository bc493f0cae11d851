import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { build as esbuild, type Metafile, type Plugin } from 'esbuild';
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
 * that works incrementally leaves behind what became of deleted sources. The folder must lie as deep as `src`. Each file
 * says where it comes from: in the bundle nothing else would.
 */
export async function stage(sources: string, compiled: string, target: string): Promise<void> {
  await rm(target, { recursive: true, force: true });
  for (const source of await filesBelow(sources)) {
    if (!source.endsWith('.ts') || source.endsWith('.test.ts') || /^tools\//.test(source)) {
      continue;
    }
    const file = source.replace(/\.ts$/, '.js');
    await mkdir(dirname(join(target, file)), { recursive: true });
    const code = await readFile(join(compiled, file), 'utf8');
    await writeFile(join(target, file), `// src/${source}\n${code}`);
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

/** What keeps esbuild from leaving out of a client what nobody imports. */
const plainClients: Plugin = {
  name: 'plain-clients',
  setup(build) {
    build.onLoad({ filter: /@aws-sdk\/client-[^/]+\/dist-es\/schemas\/[^/]+\.js$/ }, async ({ path }) => ({
      contents: withPlainSchemas(withoutErrorClasses(await readFile(path, 'utf8'), path)),
      loader: 'js',
    }));
    // A client says its version to AWS, and for that takes in all of its package.json.
    build.onLoad({ filter: /@aws-sdk\/(client-[^/]+|nested-clients)\/package\.json$/ }, async ({ path }) => {
      const { name, version } = JSON.parse(await readFile(path, 'utf8')) as Readonly<Record<string, unknown>>;
      return { contents: JSON.stringify({ name, version }), loader: 'json' };
    });
  },
};

/**
 * Writes out what the schemas of a client compute, `{ [_xN]: _Su }` for `{ "xmlName": _Su }` and `65` for `64 | 1`: to compute
 * might have an effect, as far as a bundler can see, so that no schema that does so, and none that it names, would be left out.
 */
export function withPlainSchemas(code: string): string {
  const texts = new Map([...code.matchAll(/^const (\w+) = ("[^"\\]*");$/gm)].map(([, name, text]) => [name, text]));
  return code
    .replace(/\[(\w+)\]:/g, (key, name: string) => (texts.has(name) ? `${texts.get(name)}:` : key))
    .replace(/(?<=[[ ])(\d+) \| (\d+)(?=[,\]])/g, (_, one: string, other: string) =>
      String(Number(one) | Number(other)),
    );
}

/**
 * A client registers a class for each error of its service, more than a hundred with SSM, and so none could be left out. An
 * error without a class comes out with the same name and message, and the adapters tell errors apart by name. In the query
 * protocol the name may be another one, that of the code in the answer (`RuleNotFound` for `RuleNotFoundException`): the
 * adapters of IAM and of the load balancers know both, and no error of STS is told apart but those of `src/aws/errors.ts`.
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#aws-protocols-awsqueryerror-trait
 */
export function withoutErrorClasses(code: string, path: string): string {
  return /\/client-[^/]+\//.test(path) ? code.replace(/^n0_registry\.registerError\(.*\);$/gm, '') : code;
}

const CHAIN = '@aws-sdk/credential-provider-node';

/**
 * Each client brings the default chain of credentials along. Here it is loaded for the first call of the first client that needs
 * it, one for all; an action that has a session of its own does not.
 */
const chainOnceWanted: Plugin = {
  name: 'chain-once-wanted',
  setup(build) {
    build.onResolve({ filter: /credential-provider-node$/ }, ({ path, importer, resolveDir }) =>
      path === CHAIN && /\/client-[^/]+\/dist-es\/runtimeConfig\.js$/.test(importer)
        ? { path: 'chain', namespace: 'once-wanted', pluginData: resolveDir }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'once-wanted' }, ({ pluginData: resolveDir }) => ({
      contents: `export const defaultProvider = (init) => {
        let chain;
        return async (properties) => {
          chain ??= import('${CHAIN}').then(({ defaultProvider }) => defaultProvider(init));
          return (await chain)(properties);
        };
      };`,
      resolveDir,
    }));
  },
};

/** Its ES module, which is the one for browsers and the same code: for Node it offers CommonJS, which is taken whole. */
const yamlAsModule: Plugin = {
  name: 'yaml-as-module',
  setup(build) {
    const path = join(dirname(createRequire(import.meta.url).resolve('yaml/package.json')), 'browser/index.js');
    build.onResolve({ filter: /^yaml$/ }, () => ({ path }));
  },
};

/**
 * Makes one module of the YAML package, `yaml.js` in the folder, with what any file below the folder imports of it, and lets
 * them all import that. Returns the names of the packages.
 */
export async function shakeYaml(folder: string): Promise<ReadonlySet<string>> {
  const wanted = new Set<string>();
  for (const file of (await filesBelow(folder)).filter((each) => each.endsWith('.js'))) {
    const code = await readFile(join(folder, file), 'utf8');
    const rewritten = code.replace(/^import \{([^}]*)\} from 'yaml';$/gm, (_, names: string) => {
      for (const name of names.match(/[^,\s][^,]*/g) ?? []) wanted.add(name.trim().replace(/ as .*$/, ''));
      return `import {${names}} from '${'../'.repeat(file.split('/').length - 1) || './'}yaml.js';`;
    });
    if (rewritten !== code) await writeFile(join(folder, file), rewritten);
  }
  const entry = join(folder, 'yaml.js');
  await writeFile(entry, `export { ${[...wanted].sort().join(', ')} } from 'yaml';\n`);
  const { metafile } = await esbuild({
    absWorkingDir: resolve(folder, '..'),
    entryPoints: [entry],
    outfile: entry,
    allowOverwrite: true,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    legalComments: 'inline',
    logLevel: 'warning',
    metafile: true,
    plugins: [yamlAsModule],
  });
  return packagesOf(metafile);
}

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
    plugins: [onlyPackages, plainClients, chainOnceWanted],
  });
  return packagesOf(metafile);
}

const packagesOf = ({ inputs }: Metafile): ReadonlySet<string> =>
  new Set(Object.keys(inputs).flatMap((path) => packageOf(path) ?? []));

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
