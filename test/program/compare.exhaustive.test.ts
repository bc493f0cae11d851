import { afterEach, describe, expect, test } from '@jest/globals';
import { Load } from '../../src/cli/rehearse/load.js';
import { figure } from '../../src/testing/figures.js';
import type { PhaseResult } from '../../src/testing/runner.js';
import { digest, type TwoSides, twoSides, versionOf } from './two-sides.js';

const version = versionOf(digest(2));

describe('green against blue through the shipped bundle, without any alarm', () => {
  let sides: TwoSides | undefined;
  let load: Load | undefined;
  afterEach(async () => {
    await load?.stop();
    await sides?.stop();
  });

  /** 200 requests a second of real time: at 20 times the speed 600 in a minute of the cloud, at 60 times 200. */
  async function deploy(
    fault: Record<string, unknown>,
    {
      speed,
      warmUpMs = 0,
      ...inputs
    }: { readonly speed: number; readonly warmUpMs?: number } & Record<string, string | number>,
  ): Promise<PhaseResult> {
    sides = await twoSides({ speed });
    await sides.cloud.admin('ecs/app', fault);
    load = new Load({ url: `${sides.url}/products`, perSecond: 200 });
    await new Promise((resolve) => setTimeout(resolve, warmUpMs));
    const step = await sides.step({ alarms: '', drain: '10s', ...(inputs as Record<string, string>) });
    const main = await step.runMain();
    await step.runPost();
    return main;
  }

  test('3 % errors on green are found and rolled back, with the figures', async () => {
    const main = await deploy({ version, errorShare: 0.03 }, { speed: 20, steps: '20%@15m, 100%@1m' });
    expect(main.outputs).toMatchObject({
      outcome: 'rolled-back',
      'rolled-back-at-weight': '20',
      weights: '{"shop-blue":100,"shop-green":0}',
    });
    expect(main.outputs.reason).toMatch(
      /^green against blue: green \d+ of [\d,]+ requests failed \(\d(\.\d)? %\), blue 0 of [\d,]+ \(0 %\): E = [\d,]+ ≥ 100/,
    );
    expect(main.summary).toContain('green against blue: green ');
    figure('compare-3-percent-seconds-to-detect', Number(main.outputs['seconds-to-detect']));
    expect(Number(main.outputs['seconds-to-detect'])).toBeLessThan(600);
  }, 90_000);

  test('a version that answers slowly is found and rolled back for it', async () => {
    const main = await deploy(
      { version, latencyMs: 120 },
      { speed: 20, steps: '50%@12m, 100%@1m', 'compare-latency': '1.5' },
    );
    expect(main.outputs).toMatchObject({
      outcome: 'rolled-back',
      'rolled-back-at-weight': '50',
      weights: '{"shop-blue":100,"shop-green":0}',
    });
    expect(main.outputs.reason).toMatch(
      /^response times, green against blue: green was slower than 1\.5 times blue in \d+ of \d+ minutes \(the last: p9\d 1[\d.]+ ms, .*\): E = [\d,]+ ≥ 200/,
    );
    expect(main.summary).toContain('response times, green against blue: green was slower');
    figure('compare-latency-seconds-to-detect', Number(main.outputs['seconds-to-detect']));
  }, 120_000);

  test('a dependency that slows both sides alike is not held against green', async () => {
    const main = await deploy(
      { latencyMs: 120 },
      { speed: 20, warmUpMs: 7_000, steps: '50%@9m, 100%@1m', 'compare-latency': '1.5' },
    );
    expect(main.outputs.outcome).toBe('promoted');
    expect(main.summary).toMatch(
      /green was slower than 1\.5 times blue in [01] of \d+ minutes \(the last: p9\d 1\d\d ms, p95 1\d\d ms; blue p95 1\d\d ms/,
    );
    expect(main.stdout).toContain("response times above 1.5 times the old side's for 5 min in a row are told");
  }, 120_000);

  test('an outage that hits both sides equally is not held against green; the plan says what could be seen', async () => {
    // The first minutes show what traffic is usual.
    const main = await deploy({ errorShare: 0.3 }, { speed: 40, warmUpMs: 4_000, steps: '20%@4m, 100%@1m' });
    expect(main.outputs.outcome).toBe('promoted');
    expect(main.summary).toMatch(/green against blue: green \d+ of [\d,]+ requests failed \((2\d|3\d) %\), blue/);
    expect(main.stdout).toMatch(
      /20 % to shop-green, healthy for 4m; at [\d.]+ requests\/s, 20 % for 4 min shows error rates above/,
    );
  }, 90_000);

  test('min-requests keeps a step going until CloudWatch has shown them', async () => {
    const main = await deploy(
      { latencyMs: 1 },
      {
        speed: 60,
        steps: '20%@10s, 100%@10s',
        settle: '0s',
        'min-requests': '30',
      },
    );
    expect(main.outputs.outcome).toBe('promoted');
    expect(main.stdout).toMatch(
      /the bake is served, but only \d+ of 30 requests of the new version were seen at this step/,
    );
  }, 90_000);
});
