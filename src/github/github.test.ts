import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { spec } from '../actions/ecs-blue-green/spec.js';
import { annotationsIn, readPairs } from '../testing/command-files.js';
import { fail } from './fail.js';
import { saveState, setOutputs } from './files.js';
import { readInputs, variableOf } from './inputs.js';
import { harmless } from './log.js';
import { runContext } from './run-context.js';
import { cutSummary, writeSummary } from './summary.js';

const inputs = {
  INPUT_CLUSTER: 'shop',
  INPUT_SERVICES: 'blue\ngreen',
  'INPUT_LISTENER-ARN':
    'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2',
  'INPUT_TASK-DEFINITION': 'task-definition.json',
};

describe('reading inputs', () => {
  test('hyphens of a name stay in the variable', () => {
    expect(variableOf('listener-rule-arn')).toBe('INPUT_LISTENER-RULE-ARN');
  });

  test('the Region may come from the environment, and the input goes before it', () => {
    const environment = { ...inputs, AWS_REGION: '', AWS_DEFAULT_REGION: 'eu-central-1' };
    expect(readInputs(spec, environment).region).toBe('eu-central-1');
    // The one of the environment would not be that of the listener.
    const other = { ...environment, AWS_DEFAULT_REGION: 'us-east-1' };
    expect(readInputs(spec, { ...other, INPUT_REGION: 'eu-central-1' }).region).toBe('eu-central-1');
    expect(() => readInputs(spec, inputs)).toThrow('Input region is required');
  });

  test('a variable of the user that begins with INPUT_ is told by name, and its value is not', () => {
    const environment = { ...inputs, AWS_REGION: 'eu-west-1', INPUT_MINE: 'hunter2' };
    expect(() => readInputs(spec, environment)).toThrow('Input mine is not an input of ecs-blue-green');
    expect(() => readInputs(spec, environment)).not.toThrow('hunter2');
  });
});

describe('command files', () => {
  let folder: string;
  const before = { ...process.env };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-github-'));
    for (const command of ['OUTPUT', 'STATE', 'STEP_SUMMARY']) {
      process.env[`GITHUB_${command}`] = join(folder, command);
      await writeFile(join(folder, command), '');
    }
  });

  afterEach(async () => {
    for (const command of ['OUTPUT', 'STATE', 'STEP_SUMMARY']) {
      const value = before[`GITHUB_${command}`];
      if (value === undefined) {
        delete process.env[`GITHUB_${command}`];
      } else {
        process.env[`GITHUB_${command}`] = value;
      }
    }
    await rm(folder, { recursive: true, force: true });
  });

  test('outputs and state of any text arrive as they were', async () => {
    const text = 'a=b\nEOF\n::error::not a command\n';
    setOutputs({ reason: text, weights: '{"blue":0}' });
    saveState('journal', '1');
    saveState('journal', text);
    expect(readPairs(await readFile(join(folder, 'OUTPUT'), 'utf8'))).toEqual({ reason: text, weights: '{"blue":0}' });
    expect(readPairs(await readFile(join(folder, 'STATE'), 'utf8'))).toEqual({ journal: text });
  });

  test('outputs elsewhere than on a runner are printed, and once more only when they have changed', () => {
    process.env.GITHUB_OUTPUT = '';
    let written = '';
    const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written += String(text);
      return true;
    });
    try {
      setOutputs({ outcome: 'promoted', image: 'shop@sha256:1', digest: '' });
      setOutputs({ outcome: 'promoted', image: 'shop@sha256:2' });
    } finally {
      spy.mockRestore();
    }
    expect(written).toBe('outcome=promoted\nimage=shop@sha256:1\nimage=shop@sha256:2\n');
  });

  test('each summary replaces the one before', async () => {
    await writeSummary('# begun\nmuch longer than what follows\n');
    await writeSummary('# done\n');
    expect(await readFile(join(folder, 'STEP_SUMMARY'), 'utf8')).toBe('# done\n');
  });

  test('a summary that cannot be written stops nothing', async () => {
    await rm(join(folder, 'STEP_SUMMARY'));
    const spy = jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
    try {
      await expect(writeSummary('# done\n')).resolves.toBeUndefined();
      expect(spy).toHaveBeenCalledWith(expect.stringContaining('The job summary could not be written: '));
    } finally {
      spy.mockRestore();
    }
  });

  test.each([
    [new Error('oops'), 'This is a fault in Sluice, please report it: oops'],
    ['not an error', 'This is a fault in Sluice, please report it: not an error'],
    [Object.assign(new Error('alarm shop-5xx'), { name: 'DeployFailed' }), 'alarm shop-5xx'],
  ])('a failure (%#) is one annotation without a stack, and the exit code 1', (error, message) => {
    const exitCode = process.exitCode;
    let written = '';
    const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written += String(text);
      return true;
    });
    try {
      fail(error);
      expect(process.exitCode).toBe(1);
    } finally {
      spy.mockRestore();
      process.exitCode = exitCode;
    }
    expect(annotationsIn(written)).toEqual([{ level: 'error', title: undefined, message }]);
    expect(written).not.toMatch(/^\s+at /m);
  });

  test('nothing is written where there is no summary file', async () => {
    delete process.env.GITHUB_STEP_SUMMARY;
    await expect(writeSummary('# done\n')).resolves.toBeUndefined();
  });
});

describe('a summary that is too long', () => {
  test('stays below the limit, ends at a line, closes its code block, and says so', () => {
    const cut = cutSummary(`# title\n\`\`\`\n${'ä line of a log\n'.repeat(100_000)}\`\`\`\n`);
    expect(Buffer.byteLength(cut)).toBeLessThan(1024 * 1024);
    expect(cut.match(/^```/gm)).toHaveLength(2);
    expect(cut).not.toContain('\ufffd');
    expect(cut).toMatch(/\nä line of a log\n```\n\n> The summary was longer/);
  });

  test('is left alone when it fits', () => {
    expect(cutSummary('# title\n')).toBe('# title\n');
  });
});

test.each(['::error::x', '\u0085::error::x', '  ::set-output name=a::b', 'text\n::stop-commands::t', 'x ##[group]y'])(
  'a log line %j steers no runner',
  (text) => {
    const lines = harmless(text).split('\n');
    expect(lines.some((line) => /^[\s\u0085]*::/.test(line) || line.includes('##['))).toBe(false);
    expect(harmless(text).replaceAll('\u200b', '')).toBe(text);
  },
);

test('the run is known from the environment, and a laptop has no run', () => {
  const environment = {
    GITHUB_REPOSITORY: 'example/shop',
    GITHUB_RUN_ID: '7',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_SERVER_URL: 'https://ghe.example.com',
    GITHUB_ACTOR: 'octocat',
  };
  expect(runContext(environment)).toMatchObject({
    runUrl: 'https://ghe.example.com/example/shop/actions/runs/7/attempts/2',
    actor: 'octocat',
    attempt: 2,
  });
  expect(runContext({ USER: 'me' })).toMatchObject({ runUrl: undefined, actor: 'me', attempt: 1, workspace: '.' });
});
