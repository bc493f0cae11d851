import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type PrometheusAnswer, type PrometheusApi, prometheusApi } from '../../src/testing/prometheus-api.js';
import type { PhaseResult } from '../../src/testing/runner.js';
import { callsOf, type TwoSides, twoSides } from './two-sides.js';

/** Prometheus as a source of evidence, through the shipped bundle. What a real one says is in test/lab. */

const values = (...all: string[]): PrometheusAnswer => ({
  series: all.map((value, i) => ({ labels: { instance: `10.0.0.${i}:8080` }, value })),
});
const errors = 'sum by (instance) (rate(http_requests_total{status=~"5.."}[5m]))';

let sides: TwoSides;
let api: PrometheusApi;
beforeEach(async () => {
  api = await prometheusApi();
});
afterEach(async () => {
  await api[Symbol.asyncDispose]();
});

async function run(inputs: Record<string, string>, onLine?: (line: string) => void): Promise<PhaseResult> {
  const common = {
    alarms: '',
    'prometheus-url': api.url,
    steps: '10%@1m, 100%@1m',
    settle: '10s',
    drain: '10s',
    compare: 'false',
  };
  await using step = await sides.step({ ...common, ...inputs }, onLine === undefined ? {} : { onLine });
  const main = await step.runMain();
  await step.runPost();
  return main;
}

describe('before anything is touched, Prometheus is asked once', () => {
  beforeAll(async () => {
    sides = await twoSides();
  });
  afterAll(() => sides.stop());
  afterEach(async () => {
    for (const call of ['UpdateService', 'ModifyRule', 'RegisterTaskDefinition']) {
      expect(await callsOf(sides, call)).toEqual([]);
    }
  });
  const problems = ({ annotations }: PhaseResult) =>
    annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

  test("and a query that it does not take is refused in its own words, under the input's name", async () => {
    const error = 'invalid parameter "query": 1:9: parse error: unclosed left parenthesis';
    api.answer = (query) => (query === 'sumx(up)' ? { status: 400, errorType: 'bad_data', error } : values('0'));
    const main = await run({ queries: `fine: up < 5\nwrong: sumx(up) < 5` });
    expect(main.outputs.outcome).toBe('refused');
    expect(problems(main)).toEqual([`Input queries ("sumx(up)") is refused by Prometheus: ${error}.`]);
  });

  test('with the token, and a token that it does not take is told without it', async () => {
    api.answer = () => ({ status: 401, errorType: 'unauthorized', error: 'no' });
    const main = await run({ queries: 'up: up == 1', 'prometheus-token': 'abc.def' });
    expect(api.asked[0]?.authorization).toBe('Bearer abc.def');
    expect(problems(main).join()).toContain('answered 401: check prometheus-token');
    expect(main.masks).toContain('abc.def');
    expect(main.stdout.replace('::add-mask::abc.def', '')).not.toContain('abc.def');
  });

  test('and what is bad already refuses, in either way of saying it', async () => {
    api.answer = () => values('0.01', '0.2');
    const reason = 'is bad already: 0.2, must be';
    expect((await run({ queries: `errors: ${errors} < 0.05 for 2m` })).outputs.reason).toContain(reason);
    expect((await run({ 'alert-rules': `${errors} > 0.05` })).outputs.reason).toContain(reason);
    // A fix can be forced over it; the plan says so.
    const forced = await run({ queries: `errors: ${errors} < 0.05`, force: 'mends the errors', 'dry-run': 'true' });
    expect(forced.annotations.map(({ message }) => message).join()).toContain(
      'Forced (mends the errors): query errors is',
    );
  });

  test('and one that does not answer refuses', async () => {
    const main = await run({ queries: 'up: up == 1', 'prometheus-url': 'http://127.0.0.1:9/' });
    expect(main.outputs.outcome).toBe('refused');
    expect(main.outputs.reason).toContain('Prometheus cannot be asked: http://127.0.0.1:9 could not be reached');
  });
});

describe('while traffic shifts, Prometheus is asked at each poll', () => {
  beforeEach(async () => {
    sides = await twoSides();
  });
  afterEach(() => sides.stop());

  test('a release whose queries hold is promoted; errors that were never counted are 0, not missing', async () => {
    // As long as there is no error there is no series of errors; the metric itself is there.
    api.answer = (query) =>
      query === errors ? values() : query.includes('0 * ') ? values('0', '0') : values('NaN', '0.4');
    const main = await run({ queries: `errors: ${errors} < 0.05`, 'alert-rules': 'p95 of request_seconds > 3 s' });
    expect(main.outputs).toMatchObject({ outcome: 'promoted', 'active-service': 'shop-green' });
    expect(main.stdout).toContain(`query errors: ${errors} must be < 0.05`);
    expect(main.stdout).toContain('histogram_quantile(0.95, rate(request_seconds_bucket[5m])) must be <= 3');
    expect(main.summary).toContain('query errors: 0, must be &lt; 0.05 (worst of 2 series)');
    expect(main.summary).toContain('query p95 of request_seconds > 3 s: 0.4, must be &lt;= 3');
    expect(api.asked.filter(({ query }) => query === errors).length).toBeGreaterThan(10);
    expect(main.annotations).toEqual([]);
  }, 60_000);

  test('one series that breaches rolls back and is named; a breach shorter than "for" raises nothing', async () => {
    let raised = false;
    let first: number | undefined;
    api.answer = () => {
      if (!raised) return values('0', '0');
      first ??= Date.now();
      return values('0', '0.25');
    };
    const main = await run({ queries: `errors: ${errors} < 0.05 for 90s`, 'unknown-limit': '30s' }, (line) => {
      raised ||= /10 % observed/.test(line);
    });
    expect(main.outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back-at-weight': '10' });
    expect(main.outputs.reason).toBe('query errors: 0.25, must be < 0.05 (1 of 2 series: {instance="10.0.0.1:8080"})');
    expect(main.outputs.weights).toBe('{"shop-blue":100,"shop-green":0}');
    // 90 s at 60 times the speed; not after the 30 s that evidence may stay away.
    expect(Date.now() - (first ?? 0)).toBeGreaterThanOrEqual(1_500);
  }, 60_000);

  test('no data is warned of, and once green has traffic it is never taken for health', async () => {
    api.answer = () => values();
    const main = await run({ queries: 'misspelt: htp_requests < 5', 'unknown-limit': '30s' });
    const warnings = main.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
    expect(warnings.join()).toContain('query misspelt has no data');
    expect(main.outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back-at-weight': '10' });
    expect(main.outputs.reason).toMatch(/health could not be established for \d+ s: query misspelt: no data/);
  }, 60_000);

  test('a Prometheus that falls silent is unknown, not unhealthy, and has the limit of what is unknown', async () => {
    let raised = false;
    api.answer = () => (raised ? { status: 503, errorType: 'unavailable', error: 'starting up' } : values('0'));
    const main = await run({ queries: `errors: ${errors} < 0.05`, 'unknown-limit': '30s' }, (line) => {
      raised ||= /10 % observed/.test(line);
    });
    expect(main.outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back-at-weight': '10' });
    expect(main.outputs.reason).toMatch(
      /health could not be established .*query errors: not seen for .*answered 503: starting up/,
    );
  }, 60_000);
});
