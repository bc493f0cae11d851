import { DescribeServicesCommand, ListTasksCommand } from '@aws-sdk/client-ecs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createOneOffTasks } from '../../src/aws/one-off-tasks.js';
import { createServiceRollout } from '../../src/aws/service-rollout.js';
import { type OneOffRequest, runOneOff } from '../../src/one-off/run-one-off.js';
import type { Clock } from '../../src/ports/clock.js';
import { type TwoSides, twoSides } from './two-sides.js';

const speed = 60;
/** The cloud's seconds. */
const clock: Clock = {
  now: () => performance.timeOrigin + performance.now() * speed,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms / speed)),
};

let sides: TwoSides;
const names = ['AWS_ENDPOINT_URL', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const;
const before = names.map((name) => process.env[name]);
beforeAll(async () => {
  sides = await twoSides({ speed, tasks: 1 });
  for (const name of names) process.env[name] = sides.cloud.env[name] ?? 'test';
}, 60_000);
afterAll(async () => {
  for (const [i, name] of names.entries()) {
    const value = before[i];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  await sides.stop();
});

let runs = 0;
async function run(more: Partial<OneOffRequest>) {
  const rollout = createServiceRollout({ region: 'eu-west-1' }, 'shop');
  const [service] = await rollout.describe(['shop-blue']);
  const shown: string[] = [];
  const result = await runOneOff(
    {
      name: 'migrations',
      id: 'before-1',
      service: 'shop-blue',
      taskDefinitionArn: service?.taskDefinitionArn ?? '',
      timeoutMs: 120_000,
      ...more,
    },
    {
      clock,
      cancellation: { reason: undefined, signal: new AbortController().signal, onRequest: () => () => {} },
      report: { line: (text) => shown.push(text), warn: (text) => shown.push(text) },
      tasks: createOneOffTasks({ region: 'eu-west-1' }, 'shop', rollout),
      rollout,
      watch: { starting: async () => {}, beat: () => {}, over: async () => {} },
      run: { holder: `00000000-0000-0000-0000-${String(++runs).padStart(12, '0')}` },
    },
  );
  return { result, shown };
}

/** What RunTask was asked for last. */
async function lastRunTask(): Promise<Record<string, unknown>> {
  const response = await fetch(`${sides.cloud.endpoint}/_sluice/requests`);
  const all = (await response.json()) as { operation: string; input: Record<string, unknown> }[];
  return all.filter(({ operation }) => operation === 'ecs:RunTask').at(-1)?.input ?? {};
}

describe('a one-off task on the cloud', () => {
  test('runs where the service runs, with its own environment, and its log is shown', async () => {
    const { result, shown } = await run({ environment: { APP_CRASH_AFTER_MS: '300', APP_CRASH_EXIT_CODE: '0' } });
    expect(result).toMatchObject({ outcome: 'succeeded', containers: [{ name: 'app', exitCode: 0 }] });
    expect(shown.filter((line) => line.startsWith('migrations | ')).join('\n')).toMatch(/crashing .* with code 0/);
    const { services = [] } = await sides.clients.ecs.send(
      new DescribeServicesCommand({ cluster: 'shop', services: ['shop-blue'] }),
    );
    expect(await lastRunTask()).toMatchObject({
      networkConfiguration: services[0]?.networkConfiguration,
      launchType: services[0]?.launchType,
      startedBy: expect.stringMatching(/^sluice\//),
    });
  }, 60_000);

  test('that ends badly has failed with its exit code', async () => {
    const { result } = await run({ environment: { APP_CRASH_AT_START: '7', APP_CRASH_EXIT_CODE: '7' } });
    expect(result).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('app: exit code 7') });
  }, 60_000);

  test('that does not end is stopped', async () => {
    const { result } = await run({ timeoutMs: 30_000 });
    expect(result).toMatchObject({
      outcome: 'timed-out',
      reason: expect.stringMatching(/not done after 30 s: it was stopped/),
    });
  }, 60_000);

  test('is the same task when the reply of its start was lost', async () => {
    await sides.cloud.admin('lose-reply', { operation: 'ecs:RunTask', times: 1 });
    const { result } = await run({ environment: { APP_CRASH_AFTER_MS: '300', APP_CRASH_EXIT_CODE: '0' } });
    expect(result.outcome).toBe('succeeded');
    const { taskArns = [] } = await sides.clients.ecs.send(
      new ListTasksCommand({
        cluster: 'shop',
        startedBy: `sluice/00000000-0000-0000-0000-${String(runs).padStart(12, '0')}/before-1`,
        desiredStatus: 'STOPPED',
      }),
    );
    expect(taskArns).toEqual([result.taskArn]);
  }, 60_000);
});
