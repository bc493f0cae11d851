import { chmod } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { specs } from './actions.js';
import {
  type BundleFile,
  bundle,
  differences,
  LICENCES,
  shakeAwsClients,
  shakeYaml,
  stage,
  writeFolder,
} from './bundle.js';
import { nameChunks, nameImports } from './chunk-names.js';
import { completeLicences, packagesNamedIn } from './licences.js';

/**
 * Builds `dist` from what the compiler wrote to `build`. With `--check`, writes nothing and fails when `dist` is not
 * what would be written.
 */

const root = resolve(import.meta.dirname, '../..');
const dist = join(root, 'dist');
const staged = join(root, 'build-stage');

const file = (path: string, text: string): BundleFile => ({ path, bytes: Buffer.from(text) });

/** One entry per phase, so that `action.yml` can name it; everything else is shared. */
const stubs = specs.flatMap((spec) =>
  (['main', 'post'] as const)
    .filter((phase) => phase === 'main' || spec.post)
    .map((phase) =>
      file(
        `${spec.name}/${phase}.js`,
        `import { run } from '../index.js';\n\nawait run('${spec.name}', '${phase}');\n`,
      ),
    ),
);

const commandLine = file(
  'sluice.js',
  `#!/usr/bin/env node\nimport { sluice } from './index.js';\n\nawait sluice(process.argv.slice(2));\n`,
);

await stage(join(root, 'src'), join(root, 'build'), staged);
// The local cloud takes schemas of the same clients, and others than the actions: shaken apart, neither carries the other's.
const packages = new Set([
  ...(await shakeAwsClients(join(staged, 'aws'))),
  ...(await shakeAwsClients(join(staged, 'local-cloud/sdk'))),
  ...(await shakeYaml(staged)),
]);
await nameImports(staged);
const program = await bundle(join(staged, 'entry.js'), 'index.js');
const app = await bundle(join(staged, 'local-cloud/app/main.js'), 'app.js');
for (const { bytes } of program) {
  for (const name of packagesNamedIn(bytes.toString('utf8'))) {
    packages.add(name);
  }
}
const written = program.find(({ path }) => path === LICENCES)?.bytes.toString('utf8') ?? '';
/** ncc writes the licences and a package.json beside each bundle; here are one of each for all. */
const isOfOneBundle = ({ path }: BundleFile): boolean => path === LICENCES || path === 'package.json';
const files = [
  ...nameChunks(program, 'index.js').filter((made) => !isOfOneBundle(made)),
  ...app.filter((made) => !isOfOneBundle(made)),
  ...stubs,
  commandLine,
  file(LICENCES, await completeLicences(root, written, packages)),
  file('package.json', `${JSON.stringify({ type: 'module' }, null, 2)}\n`),
];

if (process.argv.includes('--check')) {
  const found = await differences(dist, files);
  if (found.length > 0) {
    console.error(`dist is not what the sources give (npm run build mends it):\n  ${found.join('\n  ')}`);
    process.exitCode = 1;
  }
} else {
  await writeFolder(dist, files);
  await chmod(join(dist, 'sluice.js'), 0o755);
  const bytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  console.log(`dist: ${files.length} files, ${(bytes / 1e6).toFixed(2)} MB`);
}
