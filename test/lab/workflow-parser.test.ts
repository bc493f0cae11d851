import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { root } from './tools.js';
import { workflowFiles } from './workflow-files.js';

/**
 * GitHub's own parser reads every workflow. Its package imports JSON without saying so, which no version of Node takes;
 * so it is bundled first. https://github.com/actions/languageservices/tree/main/workflow-parser
 */

type Parser = typeof import('@actions/workflow-parser');

let folder: string;
let parser: Parser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-parser-'));
  const outfile = join(folder, 'parser.mjs');
  await build({
    entryPoints: [join(root, 'node_modules/@actions/workflow-parser/dist/index.js')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    // `yaml` is CommonJS and asks for Node's own modules by `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  parser = (await import(pathToFileURL(outfile).href)) as Parser;
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the parser finds, when it reads the file and when it makes a workflow of it. */
async function problems(name: string, content: string): Promise<string[]> {
  const { context, value } = parser.parseWorkflow({ name, content }, new parser.NoOperationTraceWriter());
  const found = context.errors.getErrors().map(({ message }) => message);
  if (value !== undefined) {
    const template = await parser.convertWorkflowTemplate(context, value);
    found.push(...(template.errors ?? []).map(({ Message }) => Message));
  }
  return [...new Set(found)];
}

describe("GitHub's own parser", () => {
  test.each(workflowFiles)('reads %s without a word', async (file) => {
    expect(await problems(file, await readFile(join(root, file), 'utf8'))).toEqual([]);
  });

  test('says what is wrong with a workflow that GitHub would refuse', async () => {
    const found = await problems(
      'bad.yml',
      'on: push\njobs:\n  a:\n    runs-on: x\n    steps: [{ walk: 1 }]\n    needs: b\n',
    );
    expect(found.join('\n')).toContain('walk');
  });
});
