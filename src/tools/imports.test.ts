import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { filesBelow } from './files.js';
import { forbiddenArrow, importsIn } from './imports.js';

const sources = resolve(import.meta.dirname, '..');

describe('the arrow of imports', () => {
  test('runs one way in every source file', async () => {
    const files = (await filesBelow(sources)).filter((file) => file.endsWith('.ts'));
    const found = await Promise.all(
      files.map(async (file) => {
        const imports = importsIn(await readFile(join(sources, file), 'utf8'));
        return imports.flatMap((found) => forbiddenArrow(file, found) ?? []);
      }),
    );
    expect(files.length).toBeGreaterThan(50);
    expect(found.flat()).toEqual([]);
  });

  test.each([
    ['shift/next.ts', '../ports/clock.js'],
    ['shift/next.ts', 'node:fs'],
    ['verdict/alarms.ts', '../aws/alarms.js'],
    ['spec/parse.ts', '@aws-sdk/client-ecs'],
    ['ports/clock.ts', '../github/log.js'],
    ['aws/alarms.ts', '../github/log.js'],
    ['aws/alarms.ts', '@actions/core'],
    ['aws/alarms.ts', '../../node_modules/@actions/core/lib/command.js'],
    ['github/log.ts', '../local-cloud/clock.js'],
    ['local-cloud/ecs/tasks.ts', '../../spec/duration.js'],
    ['actions/ecs-blue-green/run.ts', '../../aws/alarms.js'],
    ['actions/ecs-blue-green/run.ts', '../../github/log.js'],
    ['actions/ecs-blue-green/index.ts', '../../local-cloud/cloud.js'],
    ['actions/ecs-blue-green/index.ts', '../rollback/spec.js'],
    ['entry.ts', './testing/runner.js'],
    ['utils/strings.ts', './x.js'],
  ])('%s may not import %s', (file, specifier) => {
    expect(forbiddenArrow(file, { specifier, isType: false })).toBeDefined();
  });

  test.each([
    ['shift/steps.ts', '../spec/duration.js'],
    ['aws/alarms.ts', '@aws-sdk/client-cloudwatch'],
    ['github/actions-core.ts', '../../node_modules/@actions/core/lib/command.js'],
    ['actions/ecs-blue-green/index.ts', '../../aws/alarms.js'],
    ['actions/ecs-blue-green/run.test.ts', '../../local-cloud/cloud.js'],
    ['cli/cloud.ts', '../local-cloud/cloud.js'],
  ])('%s may import %s', (file, specifier) => {
    expect(forbiddenArrow(file, { specifier, isType: false })).toBeUndefined();
  });

  test('a pure folder may import the types of a port, and nothing that runs', () => {
    const specifier = '../ports/traffic-router.js';
    expect(forbiddenArrow('shift/weights.ts', { specifier, isType: true })).toBeUndefined();
    expect(forbiddenArrow('shift/weights.ts', { specifier, isType: false })).toBeDefined();
  });

  test('no way of importing is overlooked', () => {
    const source = `
      import './a.js';
      import b from "./b.js";
      import type { C } from './c.js';
      import {
        d,
      } from './d.js';
      export * from './e.js';
      export { f } from './f.js';
      const g = await import('./g.js');
      // import './comment.js';
      /* import './comment.js'; */
      const text = 'not an import from here';
    `;
    expect(importsIn(source).map(({ specifier }) => specifier)).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `./${name}.js`),
    );
  });
});

describe('the linter', () => {
  const samples: readonly (readonly [file: string, source: string, rule?: string])[] = [
    ['shift/x.ts', `import { readFile } from 'node:fs';\nexport const a = readFile;\n`, 'noRestrictedImports'],
    ['verdict/x.ts', `import { call } from '../aws/client.js';\nexport const a = call;\n`, 'noRestrictedImports'],
    ['spec/x.ts', 'export const now = () => Date.now();\n', 'noRestrictedGlobals'],
    ['ecs/x.ts', 'export const id = () => process.pid;\n', 'noRestrictedGlobals'],
    ['actions/a/run.ts', `export { ECSClient } from '@aws-sdk/client-ecs';\n`, 'noRestrictedImports'],
    ['github/x.ts', `export { ECSClient } from '@aws-sdk/client-ecs';\n`, 'noRestrictedImports'],
    ['aws/x.ts', `export { info } from '@actions/core';\n`, 'noRestrictedImports'],
    ['aws/sdk/y.ts', `export { ECSClient } from '@aws-sdk/client-ecs';\n`],
    ['shift/y.ts', `export { read } from '../spec/kind.js';\n`],
  ];

  test('stops what leads out of a folder, and has nothing against what is allowed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sluice-lint-'));
    try {
      const config = JSON.parse(await readFile(resolve(sources, '../biome.json'), 'utf8')) as object;
      await writeFile(join(folder, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }));
      for (const [file, source] of samples) {
        await mkdir(dirname(join(folder, 'src', file)), { recursive: true });
        await writeFile(join(folder, 'src', file), source);
      }
      const biome = resolve(sources, '../node_modules/@biomejs/biome/bin/biome');
      const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=github', 'src'], {
        cwd: folder,
        encoding: 'utf8',
      });
      const found = [...stdout.matchAll(/title=lint\/\w+\/(\w+),file=[^,]*?src\/([^,]+)/g)].map(([, rule, file]) => [
        file,
        rule,
      ]);
      expect(found.sort()).toEqual(
        samples.flatMap(([file, , rule]) => (rule === undefined ? [] : [[file, rule]])).sort(),
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
