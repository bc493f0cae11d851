import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { inputsOf, readExample } from './example.js';
import { Problem } from './problem.js';

const root = resolve(import.meta.dirname, '../../..');
const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-example-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

const step = (inputs: string) => `
jobs:
  deploy:
    steps:
      - uses: actions/checkout@v6
      - uses: owner/sluice/actions/ecs-blue-green@v1
        with: ${inputs}
`;

const call = (inputs: string) => `
jobs:
  deploy:
    uses: owner/sluice/.github/workflows/deploy-ecs-blue-green.yml@v1
    with: ${inputs}
`;

describe('a folder to rehearse', () => {
  test('the inputs come from the caller workflow, without those that only the reusable workflow takes', async () => {
    const folder = await folderWith({
      'cloud.yaml': '{}',
      '.github/workflows/deploy.yml': call('{ cluster: c, runs-on: ubuntu-latest, dry-run: false, log-lines: 5 }'),
    });
    const example = await readExample(folder, root);
    expect(example.action).toBe('ecs-blue-green');
    expect(example.inputs).toEqual({ cluster: 'c', 'dry-run': 'false', 'log-lines': '5' });
    expect(example).toMatchObject({ speed: 60, region: 'eu-west-1', requests: { path: '/', perSecond: 100 } });
  });

  test('a step that uses the action itself is as good', async () => {
    const folder = await folderWith({ 'cloud.yaml': '{}', '.github/workflows/x.yaml': step('{ cluster: c }') });
    expect((await readExample(folder, root)).inputs).toEqual({ cluster: 'c' });
  });

  test('expressions become what rehearsal.yaml says, which may name the release and what was seeded', async () => {
    const folder = await folderWith({
      'cloud.yaml': '{}',
      '.github/workflows/x.yml': step(`{ images: "app=\${{ needs.build.outputs.image }}", region: "\${{vars.R}}" }`),
      'rehearsal.yaml': `expressions:\n  needs.build.outputs.image: 'shop:{version}@{digest}'\n  vars.R: '{rules/shop}'\n`,
    });
    const known = { version: 'v2', digest: 'sha256:0', 'rules/shop': 'arn:rule' };
    expect(inputsOf(await readExample(folder, root), known)).toEqual({
      images: 'app=shop:v2@sha256:0',
      region: 'arn:rule',
    });
  });

  test('every expression and every name without a value is told at once', async () => {
    const folder = await folderWith({
      'cloud.yaml': '{}',
      '.github/workflows/x.yml': step(`{ cluster: "\${{ vars.CLUSTER }}", region: "\${{ vars.R }}" }`),
      'rehearsal.yaml': `expressions:\n  vars.R: '{rules/shop}'\n`,
    });
    const example = await readExample(folder, root);
    expect(() => inputsOf(example, { 'rules/shopp': 'arn:rule' })).toThrow(Problem);
    expect(() => inputsOf(example, { 'rules/shopp': 'arn:rule' })).toThrow(
      /expressions\.vars\.R names \{rules\/shop\}, which is not there: did you mean \{rules\/shopp\}\?[\s\S]*\$\{\{ vars\.CLUSTER \}\}, which input cluster is given/,
    );
  });

  test.each([
    ['no folder', undefined, /is not a folder/],
    ['no seed', { 'x.txt': '' }, /has no cloud\.yaml/],
    ['no workflow', { 'cloud.yaml': '{}' }, /no workflow in .* calls one of deploy-ecs-blue-green\.yml/],
    ['a workflow that is no YAML', { 'cloud.yaml': '{}', '.github/workflows/x.yml': 'jobs: [' }, /workflows\/x\.yml: /],
    [
      'two deployments',
      { 'cloud.yaml': '{}', '.github/workflows/a.yml': call('{}'), '.github/workflows/b.yml': step('{}') },
      /several places.*a\.yml \(job deploy\), b\.yml \(a step of job deploy\)/,
    ],
    [
      'an input that does not exist',
      { 'cloud.yaml': '{}', '.github/workflows/x.yml': call('{ clutser: c }') },
      /job deploy: with\.clutser is no input of ecs-blue-green: did you mean cluster\?/,
    ],
    [
      'an input that is no text',
      { 'cloud.yaml': '{}', '.github/workflows/x.yml': call('{ steps: [10%] }') },
      /with\.steps is neither a text nor a number nor a boolean/,
    ],
    [
      'an unknown key',
      { 'cloud.yaml': '{}', '.github/workflows/x.yml': call('{}'), 'rehearsal.yaml': 'sped: 10' },
      /rehearsal\.yaml: sped is unknown: did you mean speed\?/,
    ],
    [
      'a speed that is none',
      { 'cloud.yaml': '{}', '.github/workflows/x.yml': call('{}'), 'rehearsal.yaml': 'speed: fast' },
      /speed is "fast"; accepted is a number above 0, up to 1000/,
    ],
  ])('%s is told in plain words', async (_what, files, message) => {
    const folder = files === undefined ? '/nowhere/at/all' : await folderWith(files);
    const reading = readExample(folder, root);
    await expect(reading).rejects.toThrow(Problem);
    await expect(reading).rejects.toThrow(message);
  });
});
