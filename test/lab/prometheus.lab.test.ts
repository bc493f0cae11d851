import { afterEach, expect, test } from '@jest/globals';
import { Load } from '../../src/cli/rehearse/load.js';
import { figure } from '../../src/testing/figures.js';
import type { PhaseResult } from '../../src/testing/runner.js';
import { callsOf, digest, type TwoSides, twoSides, versionOf } from '../program/two-sides.js';
import { type StartedPrometheus, startPrometheus } from './prometheus.js';
import { describeWith } from './tools.js';

/** The three rules of the shop, word for word. */
const errors = 'rate(http_requests_total{status=~"5.."}[5m]) > 0.05';
const slow = 'p95 of http_request_duration_seconds > 3 s';
const exhausted = 'hikaricp_connections_active / hikaricp_connections_max > 0.9';
const rules = [errors, slow, exhausted].join('\n');

const version = versionOf(digest(2));

/** Prometheus and the requests live in real time; the cloud and the action's clock 20 times as fast. */
const speed = 20;

describeWith(['prometheus'], 'the rules of the shop, asked of a real Prometheus that scrapes the tasks', () => {
  let sides: TwoSides | undefined;
  let load: Load | undefined;
  let prometheus: StartedPrometheus | undefined;
  afterEach(async () => {
    await load?.stop();
    await prometheus?.stop();
    await sides?.stop();
    [load, prometheus, sides] = [undefined, undefined, undefined];
  });

  /** Blue under load and scraped for long enough that every rule has an answer. */
  async function prepare(perSecond: number): Promise<{ world: TwoSides; url: string }> {
    const world = await twoSides({ speed });
    sides = world;
    load = new Load({ url: `${world.url}/products`, perSecond });
    prometheus = await startPrometheus(async () => {
      const { containers } = (await world.cloud.admin('ecs/addresses')) as { containers: { url: string }[] };
      return containers.map(({ url }) => new URL(url).host);
    });
    await prometheus.hasData('histogram_quantile(0.95, rate(http_request_duration_seconds_bucket[5m]))');
    return { world, url: prometheus.url };
  }

  async function deploy(
    { world, url }: { world: TwoSides; url: string },
    inputs: Record<string, string> = {},
  ): Promise<PhaseResult> {
    const common = {
      alarms: '',
      'prometheus-url': url,
      'alert-rules': rules,
      steps: '10%@20m, 100%@1m',
      compare: 'false',
    };
    await using step = await world.step({ ...common, ...inputs });
    const main = await step.runMain();
    await step.runPost();
    return main;
  }

  async function deployBad(fault: Record<string, unknown>, perSecond: number): Promise<PhaseResult> {
    const ready = await prepare(perSecond);
    await ready.world.cloud.admin('ecs/app', { version, ...fault });
    const main = await deploy(ready);
    expect(main.outputs).toMatchObject({
      outcome: 'rolled-back',
      'rolled-back-at-weight': '10',
      weights: '{"shop-blue":100,"shop-green":0}',
    });
    expect(main.exitCode).toBe(1);
    return main;
  }

  test('a good release is promoted, and none of them is left without data', async () => {
    const ready = await prepare(100);
    const queries = 'served: sum(rate(http_requests_total[10s])) > 1 for 1m';
    const main = await deploy(ready, { queries, steps: '10%@2m, 50%@2m, 100%@2m' });
    expect(main.outputs).toMatchObject({ outcome: 'promoted', 'active-service': 'shop-green' });
    expect(main.annotations).toEqual([]);
    for (const rule of rules.split('\n')) {
      const [last] = main.summary.split('\n').filter((line) => line.startsWith('| 100 % |') && line.includes(rule));
      expect(last).toContain(`query ${rule}: `);
      expect(last).not.toContain('no data');
    }
  }, 120_000);

  test('20 % errors are rolled back by the first', async () => {
    const main = await deployBad({ errorShare: 0.2 }, 100);
    const value = String.raw`[0-9.]+, must be <= 0\.05 \(.*\{instance="127\.0\.0\.1:\d+", job="shop", status="500"\}\)`;
    expect(main.outputs.reason).toMatch(new RegExp(`^query ${escaped(errors)}: ${value}$`));
    figure('prometheus-seconds-to-detect', Number(main.outputs['seconds-to-detect']) / speed);
  }, 120_000);

  test('a slow version is rolled back by the second', async () => {
    // So few requests that those that wait do not fill the pool as well.
    const main = await deployBad({ latencyMs: 3_500 }, 20);
    expect(main.outputs.reason).toMatch(new RegExp(`^query ${escaped(slow)}: [0-9.]+, must be <= 3 \\(`));
  }, 120_000);

  test('an exhausted pool is rolled back by the third', async () => {
    const main = await deployBad({ latencyMs: 2_200 }, 100);
    expect(main.outputs.reason).toMatch(
      new RegExp(`^query ${escaped(exhausted)}: 1, must be <= 0\\.9 \\(.*pool="main"`),
    );
  }, 120_000);

  test('a query that it does not take is refused in its own words, and one without data is warned of', async () => {
    const ready = await prepare(50);
    const wrong = await deploy(ready, { queries: 'wrong: rate(http_requests_total) < 1', 'alert-rules': '' });
    expect(wrong.outputs.outcome).toBe('refused');
    expect(wrong.annotations.map(({ message }) => message).join()).toMatch(
      /^Input queries \("rate\(http_requests_total\)"\) is refused by Prometheus: .*expected type range vector/,
    );
    const queries = 'misspelt: rate(htp_requests_total{status=~"5.."}[5m]) < 1';
    const dry = await deploy(ready, { queries, 'alert-rules': '', 'dry-run': 'true' });
    expect(dry.annotations.map(({ message }) => message).join()).toContain('query misspelt has no data');
    expect(await callsOf(ready.world, 'ModifyRule')).toEqual([]);
  }, 60_000);
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
