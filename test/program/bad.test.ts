import { afterEach, describe, expect, test } from '@jest/globals';
import { Load } from '../../src/cli/rehearse/load.js';
import { figure } from '../../src/testing/figures.js';
import type { PhaseResult } from '../../src/testing/runner.js';
import { callsOf, digest, type Options, type TwoSides, twoSides, versionOf } from './two-sides.js';

const version = versionOf(digest(2));

describe('a bad release through the shipped bundle, under load', () => {
  let sides: TwoSides | undefined;
  let load: Load | undefined;
  afterEach(async () => {
    await load?.stop();
    await sides?.stop();
  });

  async function deploy(
    fault: Record<string, unknown>,
    inputs: Record<string, string> = {},
    options: Options = {},
  ): Promise<{ main: PhaseResult; onGreen: number; onGreenAfter: number }> {
    sides = await twoSides(options);
    await sides.cloud.admin('ecs/app', { version, ...fault });
    load = new Load({ url: `${sides.url}/products`, perSecond: 100 });
    const during = load.tally();
    const step = await sides.step(inputs);
    const main = await step.runMain();
    await step.runPost();
    await load.close(during);
    const after = load.tally();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await load.close(after);
    return { main, onGreen: during.requestsOf(version), onGreenAfter: after.requestsOf(version) };
  }

  test('with 20 % errors is rolled back within a poll and a second of the alarm, and green gets nothing afterwards', async () => {
    // At 10 times the speed a poll of 5 s lasts 500 ms, so that the bound says something about the program and not about the machine.
    const { main, onGreen, onGreenAfter } = await deploy(
      { errorShare: 0.2 },
      // The alarm alone: the comparison with the old version would be sooner.
      { steps: '10%@5m, 100%@1m', drain: '10s', compare: 'false' },
      { speed: 10 },
    );
    expect(main.outputs).toMatchObject({
      outcome: 'rolled-back',
      'rolled-back-at-weight': '10',
      'active-service': 'shop-blue',
      weights: '{"shop-blue":100,"shop-green":0}',
    });
    expect(main.outputs.reason).toMatch(/alarm shop-green-5xx: in ALARM: Threshold Crossed/);
    expect(main.exitCode).toBe(1);
    expect(main.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(onGreen).toBeGreaterThan(0);
    figure('requests-after-rollback', onGreenAfter);
    expect(onGreenAfter).toBe(0);

    const world = sides as TwoSides;
    const { transitions } = (await world.cloud.admin('cloudwatch/history', { alarm: 'shop-green-5xx' })) as {
      transitions: { at: number; to: string }[];
    };
    const alarmedAt = transitions.find(({ to }) => to === 'ALARM')?.at ?? Number.NaN;
    const restored = (await callsOf(world, 'ModifyRule')).at(-1) as number;
    figure('alarm-to-restore', (restored - alarmedAt) / 1000);
    expect(restored - alarmedAt).toBeGreaterThanOrEqual(0);
    expect(restored - alarmedAt).toBeLessThanOrEqual(6_000);
    expect(Number(main.outputs['seconds-to-restore'])).toBeLessThanOrEqual(6);
  }, 90_000);

  test('that never becomes healthy gets no request, and the reason is its health check', async () => {
    const { main, onGreen } = await deploy({ neverHealthy: true }, { 'start-timeout': '5m' });
    expect(main.outputs).toMatchObject({
      outcome: 'rolled-back',
      'rolled-back-at-weight': '0',
      weights: '{"shop-blue":100,"shop-green":0}',
    });
    expect(main.outputs.reason).toMatch(/health checks?/i);
    figure('requests-never-healthy', onGreen);
    expect(onGreen).toBe(0);
    expect(main.summary).toContain('↩️ Rolled back');
  }, 60_000);

  test('that crashes as it starts gets no request; exit code and last log lines are told', async () => {
    const { main, onGreen } = await deploy({ crashAfterMs: 1_000 });
    expect(main.outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back-at-weight': '0' });
    expect(main.outputs.reason).toMatch(
      /\d tasks stopped while it started: \d × Essential container in task exited \(app: exit code 1\)/,
    );
    expect(main.summary).toContain('Last lines of app in task');
    figure('requests-never-healthy', onGreen);
    expect(onGreen).toBe(0);
  }, 60_000);

  test('that is slow is rolled back by the alarm on its latency', async () => {
    const { main, onGreenAfter } = await deploy(
      { latencyMs: 3_500 },
      { alarms: 'shop-green-5xx\nshop-green-p95', steps: '10%@10m, 100%@1m' },
    );
    expect(main.outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back-at-weight': '10' });
    expect(main.outputs.reason).toContain('alarm shop-green-p95: in ALARM');
    expect(onGreenAfter).toBe(0);
  }, 60_000);
});
