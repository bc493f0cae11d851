import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spec as rolling } from '../../src/actions/ecs-rolling/spec.js';
import { spec as preflight } from '../../src/actions/preflight/spec.js';
import { figure } from '../../src/testing/figures.js';
import { ActionStep, type PhaseResult } from '../../src/testing/runner.js';
import { badFiles } from './fleet-bad-files.js';
import { type BadCase, badInputs, goodFiles, goodInputs } from './fleet-bad-inputs.js';

/** Wrong inputs, services files and task definitions, through the shipped bundles as the runner starts them. */
const actions = { 'ecs-rolling': rolling, preflight } as const;
type Action = keyof typeof actions;

let server: Server;
let environment: Record<string, string>;
let calls = 0;

beforeAll(async () => {
  server = createServer((_, response) => {
    calls += 1;
    response.writeHead(400).end('{"__type":"UnrecognizedClientException","message":"Not here."}');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  environment = {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'example',
  };
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

async function runWith(action: Action, { of, change, files }: Pick<BadCase, 'of' | 'change' | 'files'>) {
  await using step = await ActionStep.prepare({ action, inputs: { ...goodInputs[of], ...change }, environment });
  for (const [path, text] of Object.entries({ ...goodFiles, ...files })) {
    const file = join(step.folder, path);
    await mkdir(dirname(file), { recursive: true });
    if (text === null) await rm(file, { force: true });
    else await writeFile(file, text);
  }
  return await step.runMain();
}

/** Inputs that preflight does not have are not for it; those that nobody has are. */
const isForPreflight = ({ of, change, isForRolling }: BadCase): boolean =>
  isForRolling !== true &&
  Object.keys({ ...goodInputs[of], ...change }).every(
    (name) => Object.hasOwn(preflight.inputs, name) || !Object.hasOwn(rolling.inputs, name),
  );

describe.each(Object.keys(actions) as Action[])('the bundle of %s', (action) => {
  const cases = [...badInputs, ...badFiles].filter((bad) => action === 'ecs-rolling' || isForPreflight(bad));

  test('is given at least 100 wrong things, no two alike', () => {
    expect(cases.length).toBeGreaterThanOrEqual(100);
    expect(new Set(cases.map((bad) => JSON.stringify(bad))).size).toBe(cases.length);
  });

  test('names each, tells where it is and what is accepted, shows no stack, and has called nobody', async () => {
    const before = calls;
    const queue = cases.values();
    const problems: unknown[] = [];
    const worker = async () => {
      for (const bad of queue) {
        const wrong = whatIsWrong(action, bad, await runWith(action, bad));
        if (wrong !== undefined) problems.push({ change: bad.change, files: bad.files, ...wrong });
      }
    };
    await Promise.all([worker(), worker()]);
    figure(`bad-inputs-of-${action}`, cases.length);
    figure(`bad-inputs-of-${action}-aws-calls`, calls - before);
    expect(problems).toEqual([]);
    expect(calls - before).toBe(0);
  }, 300_000);

  test.each(['one', 'many'] as const)('calls AWS when nothing is wrong: %s', async (of) => {
    const before = calls;
    await runWith(action, { of, change: {}, files: {} });
    expect(calls).toBeGreaterThan(before);
  });
});

/** Nothing, or what was not told as it should be. */
function whatIsWrong(action: Action, bad: BadCase, result: PhaseResult): object | undefined {
  const errors = result.annotations.filter(({ level }) => level === 'error');
  const text = errors.map(({ title, message }) => `${title}\n${message}`).join('\n');
  const isFileNamed = bad.named.some((input) => input === 'services-file' || input === 'task-definition');
  const found = {
    exitCode: result.exitCode,
    outputs: Object.keys(result.outputs).sort(),
    outcome: result.outputs.outcome,
    notNamed: bad.named.filter((input) => !new RegExp(`Input ${input}(?![\\w-])`).test(text)),
    isSaid: text.includes(bad.said) || text,
    annotations: isFileNamed ? errors.length > 0 : errors.length === bad.named.length,
    stack: /^\s+at .+:\d+/m.exec(`${result.stdout}\n${result.stderr}`)?.[0],
    stderr: result.stderr,
    strays: result.stdout.split('\n').filter((line) => line !== '' && !/^::(error title=|add-mask::)/.test(line)),
  };
  const expected = {
    exitCode: action === 'ecs-rolling' ? 7 : 1,
    outputs: Object.keys(actions[action].outputs).sort(),
    outcome: action === 'ecs-rolling' ? 'refused' : 'failed',
    notNamed: [],
    isSaid: true,
    annotations: true,
    stack: undefined,
    stderr: '',
    strays: [],
  };
  return JSON.stringify(found) === JSON.stringify(expected) ? undefined : { said: bad.said, ...found };
}
