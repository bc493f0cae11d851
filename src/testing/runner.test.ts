import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ActionStep } from './runner.js';

/** The harness is itself tested with an action of a few lines, whose behaviour is known. */

const PROGRAM = `
import { appendFileSync } from 'node:fs';
const say = (command, line) => appendFileSync(process.env['GITHUB_' + command], line + '\\n');
process.on('SIGINT', () => { console.log('got SIGINT'); if (process.env['INPUT_ON-CANCEL'] === 'end') process.exit(7); });
process.on('SIGTERM', () => { console.log('got SIGTERM'); if (process.env['INPUT_ON-CANCEL'] === 'end late') process.exit(8); });
say('STATE', 'weight=10');
say('OUTPUT', 'text<<EOD\\nfirst\\nsecond\\nEOD');
say('STEP_SUMMARY', '# done');
console.log('::error title=Input a%2Cb::one%0Atwo');
console.log('::add-mask::secret');
console.log('node ' + process.versions.node.split('.')[0] + ' wait ' + process.env.INPUT_WAIT + ' inherited ' + process.env.SLUICE_STRAY);
if (process.env.INPUT_WAIT === 'true') setInterval(() => {}, 1000);
`;

const METADATA = `
inputs:
  wait: { default: 'false' }
  on-cancel: {}
runs: { using: node24, main: main.mjs, post: post.mjs }
`;

describe('the runner harness', () => {
  let root: string;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'sluice-harness-'));
    const folder = join(root, 'actions/sample');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'action.yml'), METADATA);
    await writeFile(join(folder, 'main.mjs'), PROGRAM);
    await writeFile(join(folder, 'post.mjs'), `console.log('weight was ' + process.env.STATE_weight);`);
  });

  afterAll(() => rm(root, { recursive: true, force: true }));

  test('hands over defaults, runs under Node 24, and reads what the action told', async () => {
    process.env.SLUICE_STRAY = 'x';
    await using step = await ActionStep.prepare({ action: 'sample', root });
    const result = await step.runMain();
    expect(result).toMatchObject({
      exitCode: 0,
      outputs: { text: 'first\nsecond' },
      state: { weight: '10' },
      summary: '# done\n',
      annotations: [{ level: 'error', title: 'Input a,b', message: 'one\ntwo' }],
      masks: ['secret'],
    });
    expect(result.stdout).toContain('node 24 wait false inherited undefined');
  });

  test('gives the state of main to post, also when main was killed', async () => {
    const heard = ready();
    await using step = await ActionStep.prepare({
      action: 'sample',
      root,
      inputs: { wait: 'true' },
      onLine: heard.onLine,
    });
    const running = await step.main();
    await heard.promise;
    await running.kill();
    expect((await step.runPost()).stdout).toBe('weight was 10\n');
  });

  test('cancels with SIGINT first, and an action that ends then is sent nothing else', async () => {
    const heard = ready();
    const inputs = { wait: 'true', 'on-cancel': 'end' };
    await using step = await ActionStep.prepare({ action: 'sample', root, inputs, onLine: heard.onLine });
    const running = await step.main();
    await heard.promise;
    const result = await running.cancel();
    expect(result.exitCode).toBe(7);
    expect(result.stdout).toContain('got SIGINT');
    expect(result.stdout).not.toContain('got SIGTERM');
  });

  test('sends SIGTERM after 7.5 s to an action that goes on', async () => {
    const heard = ready();
    const inputs = { wait: 'true', 'on-cancel': 'end late' };
    await using step = await ActionStep.prepare({ action: 'sample', root, inputs, onLine: heard.onLine });
    const running = await step.main();
    await heard.promise;
    const asked = performance.now();
    const result = await running.cancel();
    expect(result.exitCode).toBe(8);
    expect(performance.now() - asked).toBeGreaterThan(7400);
  });
});

/** Resolves when the sample has printed the line that it prints last. */
function ready() {
  let isReady: () => void = () => {};
  const promise = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  return { promise, onLine: (line: string) => (line.startsWith('node') ? isReady() : undefined) };
}
