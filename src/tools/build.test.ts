import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type BundleFile, bundle, differences, shakeAwsClients, withoutErrorClasses, writeFolder } from './bundle.js';
import { nameChunks, withNamedImports } from './chunk-names.js';
import { completeLicences, packageOf } from './licences.js';

const root = resolve(import.meta.dirname, '../..');
const file = (path: string, text: string): BundleFile => ({ path, bytes: Buffer.from(text) });

describe('building', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-build-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('a file that is missing, one that differs and one too many are each told', async () => {
    await writeFolder(folder, [file('a.js', 'a'), file('b/c.js', 'c'), file('d.js', 'd')]);
    const wanted = [file('a.js', 'a'), file('b/c.js', 'C'), file('e.js', 'e')];
    expect(await differences(folder, wanted)).toEqual([
      'b/c.js differs',
      'e.js is missing',
      'd.js should not be there',
    ]);
    await writeFolder(folder, wanted);
    expect(await differences(folder, wanted)).toEqual([]);
  });

  test('the same sources give the same bytes twice', async () => {
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    await writeFile(join(folder, 'a.js'), `export const later = () => import('./b.js');\n`);
    await writeFile(join(folder, 'b.js'), `export { c } from './c.js';\n`);
    await writeFile(join(folder, 'c.js'), `export const c = 1;\n`);
    const once = await bundle(join(folder, 'a.js'), 'index.js');
    const twice = await bundle(join(folder, 'a.js'), 'index.js');
    expect(twice).toEqual(once);
    expect(once.length).toBeGreaterThan(1);
  });

  test('a module that is not there fails the build', async () => {
    await writeFile(join(folder, 'a.js'), `import './nowhere.js';\n`);
    await expect(bundle(join(folder, 'a.js'), 'index.js')).rejects.toThrow('nowhere.js');
  });

  test('of an AWS client only what is imported stays', async () => {
    const adapters = await mkdtemp(join(root, 'build-test-'));
    try {
      await writeFile(join(adapters, 'ecs.js'), `export { DescribeServicesCommand } from '@aws-sdk/client-ecs';\n`);
      const packages = await shakeAwsClients(adapters);
      expect([...packages]).toContain('@aws-sdk/client-ecs');
      const shaken = await import(join(adapters, 'ecs.js'));
      expect(Object.keys(shaken)).toEqual(['DescribeServicesCommand']);
    } finally {
      await rm(adapters, { recursive: true, force: true });
    }
  });
});

test('error classes are left out of the clients, and the class that all errors have stays', () => {
  const code = '_s_registry.registerError(Base$, Base);\nn0_registry.registerError(Gone$, Gone);\n';
  expect(withoutErrorClasses(code, '/x/client-ssm/dist-es/schemas/schemas_0.js').trim()).toBe(
    '_s_registry.registerError(Base$, Base);',
  );
});

describe('naming chunks', () => {
  const table = 'u = (chunkId) => {\n\t\treturn "" + chunkId + ".index.js";\n}';
  const load = (name: string, ids: string, module: number) =>
    `(/* import() | ${name} */ ${ids}).then(__nccwpck_require__.bind(__nccwpck_require__, ${module}));`;
  const runtime = file(
    'index.js',
    `${table}
Promise.all${load('x', '[__nccwpck_require__.e(2), __nccwpck_require__.e(1)]', 11)}
__nccwpck_require__.e${load('y-z', '3', 13)}`,
  );
  const asked = file('1.index.js', '/***/ 11:\n;// CONCATENATED MODULE: ./build-stage/other.js\n');
  const alone = file('3.index.js', '/***/ 13:\n// src/y/z.ts\n');

  test('takes the module that was asked for, else the largest part, and the table leads to it', () => {
    const shared = file('2.index.js', '/***/ 12:\n// src/spec/kinds.ts\nlong, long\n// src/spec/x.ts\n');
    const named = nameChunks([runtime, asked, shared, alone, file('app.js', '')], 'index.js');
    expect(named.map(({ path }) => path)).toEqual([
      'index.js',
      'chunks/x.js',
      'chunks/spec-kinds.js',
      'chunks/y-z.js',
      'app.js',
    ]);
    expect(named[0]?.bytes.toString()).toContain('"1": "chunks/x.js"');
  });

  test('does not go by the numbers, also where two hold most of the same', () => {
    const sdk = (more: string) => `// node_modules/@smithy/core/dist-es/submodules/serde/a.js\nlong, long\n${more}`;
    const large = sdk('// node_modules/@aws-sdk/xml-builder/dist-es/x.js\n');
    const named = (one: number, other: number) =>
      nameChunks([runtime, file(`${one}.index.js`, large), file(`${other}.index.js`, sdk(''))], 'index.js').map(
        ({ path }) => path,
      );
    expect(named(4, 5)).toEqual(['index.js', 'chunks/smithy-core-serde.js', 'chunks/smithy-core-serde-2.js']);
    expect(named(7, 6)).toEqual(named(4, 5));
  });

  test('fails when the runtime is not the one it knows', () => {
    expect(() => nameChunks([file('index.js', 'other'), alone], 'index.js')).toThrow('has changed');
  });

  test('gives each import() the name of what it loads, and leaves those within packages', () => {
    const code = `import('../../aws/index.js'); import("./fleet.js"); import("../sdk-QHKXN5GA.js"); import('node:fs');`;
    expect(withNamedImports(code, 'actions/ecs-rolling/index.js')).toBe(
      `import(/* webpackChunkName: "aws" */ '../../aws/index.js'); import(/* webpackChunkName: "ecs-rolling-fleet" */ "./fleet.js"); import("../sdk-QHKXN5GA.js"); import('node:fs');`,
    );
  });
});

test('a licence that ncc left out is put in, one that it wrote is not put in twice', async () => {
  const written = '@vercel/ncc\nMIT\ntext\n';
  const all = await completeLicences(root, written, new Set(['@vercel/ncc', '@actions/core']));
  expect(all.match(/^@vercel\/ncc$/gm)).toHaveLength(1);
  expect(all).toMatch(/^@actions\/core\nMIT$/m);
  expect(packageOf('../../node_modules/@aws-sdk/core/node_modules/tslib/x.js')).toBe('tslib');
});
