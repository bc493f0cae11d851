import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWith, root, run } from './tools.js';
import { workflowFiles } from './workflow-files.js';

/** What linters of others say about the workflows. Each is also shown a workflow in which it must find something. */

const CARELESS = `
name: Careless
on: pull_request_target
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@main
      - run: echo "\${{ github.event.pull_request.title }}" \${{ steps.nobody.outputs.x }}
`;

let folder: string;
let careless: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-workflows-'));
  careless = join(folder, 'careless.yml');
  await writeFile(careless, CARELESS);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

// kjanat's, which knows `$/` and `queue`; the original does not yet.
describeWith(['actionlint', 'shellcheck'], 'actionlint', () => {
  const actionlint = (...files: string[]) => run('actionlint', ['-no-color', '-shellcheck', 'shellcheck', ...files]);

  test('finds nothing in any workflow', async () => {
    expect(await actionlint(...workflowFiles)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  test('finds what is wrong with a careless one', async () => {
    expect(await actionlint(careless)).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('nobody') });
  });
});

describeWith(['zizmor'], 'zizmor, pedantic', () => {
  const zizmor = (...paths: string[]) =>
    run('zizmor', [
      '--offline',
      '--persona',
      'pedantic',
      '--no-progress',
      '--config',
      join(root, 'zizmor.yml'),
      ...paths,
    ]);

  test('finds nothing in any workflow and in no action', async () => {
    const { exitCode, stdout, stderr } = await zizmor(...workflowFiles, 'actions', '.github/dependabot.yml');
    expect(stdout).toContain('No findings to report');
    expect(exitCode).toBe(0);
    // It says which files it has looked at, so that one it passes over is seen.
    expect(workflowFiles.filter((file) => !stderr.includes(file))).toEqual([]);
  });

  test('finds what is wrong with a careless one', async () => {
    const { exitCode, stdout } = await zizmor(careless);
    expect(exitCode).toBeGreaterThan(10);
    expect(stdout).toContain('template-injection');
    expect(stdout).toContain('unpinned-uses');
  });
});
