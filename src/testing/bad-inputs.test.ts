import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spec } from '../actions/ecs-blue-green/spec.js';
import { spec as recover } from '../actions/recover/spec.js';
import { spec as rollback } from '../actions/rollback/spec.js';
import { BAD_INPUTS, type BadInput, GOOD_INPUTS } from './bad-inputs.js';
import { figure } from './figures.js';
import { ActionStep, type PhaseResult } from './runner.js';

/** Wrong inputs, through the shipped bundle as the runner starts it. */

describe('the bundle of ecs-blue-green, given a wrong input', () => {
  let server: Server;
  let environment: Record<string, string>;
  let calls = 0;

  beforeAll(async () => {
    server = createServer((_, response) => {
      calls += 1;
      response.writeHead(403).end();
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

  async function runWith(change: BadInput['change']): Promise<PhaseResult> {
    const inputs = { ...GOOD_INPUTS, ...change };
    await using step = await ActionStep.prepare({ action: 'ecs-blue-green', inputs, environment });
    return await step.runMain();
  }

  test('there are at least 100 of them, no two alike', () => {
    figure('bad-inputs', BAD_INPUTS.length);
    expect(BAD_INPUTS.length).toBeGreaterThanOrEqual(100);
    expect(new Set(BAD_INPUTS.map(({ change }) => JSON.stringify(change))).size).toBe(BAD_INPUTS.length);
  });

  test('names it, tells what is accepted, shows no stack, and has called nobody', async () => {
    const queue = [...BAD_INPUTS];
    const worker = async () => {
      for (let bad = queue.shift(); bad !== undefined; bad = queue.shift()) {
        expectTold(bad, await runWith(bad.change));
      }
    };
    await Promise.all([worker(), worker()]);
    figure('bad-inputs-aws-calls', calls);
    expect(calls).toBe(0);
  });

  test.each([
    ['rollback', { cluster: 'shop', services: 'shop-blue', region: 'eu-west-1' }, 'refused'],
    ['recover', { region: 'eu-west-1', services: 'shop-blue\nshop-green' }, 'stuck'],
  ] as const)('is told by the outputs of %s as well', async (action, inputs, outcome) => {
    await using step = await ActionStep.prepare({ action, inputs, environment });
    const { outputs, exitCode } = await step.runMain();
    expect([exitCode, outputs.outcome, outputs.reason]).toEqual([
      1,
      outcome,
      expect.stringContaining('Input services'),
    ]);
    expect(Object.keys(outputs).sort()).toEqual(
      Object.keys(action === 'rollback' ? rollback.outputs : recover.outputs).sort(),
    );
  });

  test('is the one thing that keeps it from calling AWS', async () => {
    const before = calls;
    await runWith({});
    expect(calls).toBeGreaterThan(before);
  });
});

/** Every message carries the change, so that a row that fails is known. */
function expectTold(bad: BadInput, result: PhaseResult): void {
  const errors = result.annotations.filter(({ level }) => level === 'error');
  const text = errors.map(({ title, message }) => `${title}\n${message}`).join('\n');
  const notNamed = bad.named.filter((input) => !new RegExp(`Input ${input}(?![\\w-])`).test(text));
  expect({
    bad,
    exitCode: result.exitCode,
    outputs: Object.keys(result.outputs).sort(),
    outcome: result.outputs.outcome,
    notNamed,
    isSaid: text.includes(bad.said) || text,
    isOneAnnotationEach: errors.length === Math.min(bad.named.length, 10) || text,
    stack: /^\s+at .+:\d+/m.exec(`${result.stdout}\n${result.stderr}`)?.[0],
    stderr: result.stderr,
    strays: result.stdout.split('\n').filter((line) => line !== '' && !/^::(error title=|add-mask::)/.test(line)),
  }).toEqual({
    bad,
    exitCode: 1,
    outputs: Object.keys(spec.outputs).sort(),
    outcome: 'refused',
    notNamed: [],
    isSaid: true,
    isOneAnnotationEach: true,
    stack: undefined,
    stderr: '',
    strays: [],
  });
}
