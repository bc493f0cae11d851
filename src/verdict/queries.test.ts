import { describe, expect, test } from '@jest/globals';
import { judgeQuery, type Query, readAnswer } from './queries.js';
import { parseQuery } from './query-lines.js';
import { withZeros } from './query-text.js';

const errors = 'rate(http_requests_total{status=~"5.."}[5m])';

describe('a line of queries is cut at its last comparison', () => {
  test.each([
    [
      `errors: ${errors} < 0.05 for 2m`,
      { name: 'errors', expression: errors, holds: '<', threshold: 0.05, forMs: 120_000 },
    ],
    [`errors: ${errors} < 0.05`, { forMs: 0 }],
    ['pool: a / b <= 0.9', { expression: 'a / b', holds: '<=', threshold: 0.9 }],
    ['up: min(up{job="shop"}) == 1', { expression: 'min(up{job="shop"})', holds: '==', threshold: 1 }],
    ['x: count(a > 5) >= 3', { expression: 'count(a > 5)', holds: '>=', threshold: 3 }],
    ['x: a{path="/b < 1"} != -1e3', { expression: 'a{path="/b < 1"}', holds: '!=', threshold: -1000 }],
    ["x: a{q='it\\'s } > 2'} > 1", { expression: "a{q='it\\'s } > 2'}", threshold: 1 }],
    ['x: a > bool 5 == 1', { expression: 'a > bool 5', holds: '==', threshold: 1 }],
    ['x: (a or vector(0)) < 1', { expression: '(a or vector(0))' }],
    ['x: a < .5', { threshold: 0.5 }],
    ['x: a{for="2m"} < 1 for 90s', { expression: 'a{for="2m"}', forMs: 90_000 }],
    // A recording rule's name has colons; the colon of a line's name has a blank after it.
    ['job:errors:rate5m < 1', { name: 'job:errors:rate5m < 1', expression: 'job:errors:rate5m' }],
    ['latency: job:latency:p95 < 300ms', { name: 'latency', threshold: 0.3 }],
  ])('%s', (line, expected) => {
    expect(parseQuery(line, 'health')).toMatchObject({ ok: true, value: expected });
  });
});

describe('a rule of an alert says what must not hold, in the words that it has there', () => {
  test.each([
    [`${errors} > 0.05`, { name: `${errors} > 0.05`, expression: errors, holds: '<=', threshold: 0.05 }],
    [
      'p95 of http_request_duration_seconds > 3 s',
      {
        expression: 'histogram_quantile(0.95, rate(http_request_duration_seconds_bucket[5m]))',
        holds: '<=',
        threshold: 3,
      },
    ],
    [
      'slow: p99.9 of request_seconds{job="shop"} > 300 ms for 1m',
      {
        name: 'slow',
        expression: 'histogram_quantile(0.999, rate(request_seconds_bucket{job="shop"}[5m]))',
        threshold: 0.3,
      },
    ],
    [
      'hikaricp_connections_active / hikaricp_connections_max > 0.9',
      { expression: 'hikaricp_connections_active / hikaricp_connections_max', holds: '<=', threshold: 0.9 },
    ],
    ['up == 0', { holds: '!=', threshold: 0 }],
  ])('%s', (line, expected) => {
    expect(parseQuery(line, 'trouble')).toMatchObject({ ok: true, value: expected });
  });
});

describe('a line that is almost right is refused with what was probably meant', () => {
  test.each([
    [`errors: ${errors}`, 'compares with nothing', ''],
    [`errors: (${errors} < 0.05)`, 'compares with nothing', `errors: ${errors} < 0.05`],
    [`errors: ${errors} = 0.05`, 'compares with =', `errors: ${errors} == 0.05`],
    ['a => 5', 'compares with =>', 'a >= 5'],
    ['a ≤ 5', 'compares with ≤', 'a <= 5'],
    ['a =~ 5', 'compares with =~', ''],
    ['e: a < 5%', 'percentage', 'e: a < 0.05'],
    ['a < 0,05', 'has a comma', 'a < 0.05'],
    ['a < bool 1', 'bool', 'a < 1'],
    ['0.05 > a', 'its number in front', 'a < 0.05'],
    ['e: a < 0.05 2m', 'without "for"', 'e: a < 0.05 for 2m'],
    ['e: a < 0.05 for 2', 'no duration', 'e: a < 0.05 for 2s'],
    ['e: a < 0.05 for 2 minutes', 'no duration', 'e: a < 0.05 for 2m'],
    ['a < 0.05 for', 'no duration', ''],
    ['a < b', '"b", which is not a number', ''],
    ['a <', 'no number after <', ''],
    ['< 5', 'nothing before <', ''],
    ['1 < 2', 'two numbers', ''],
    ['a > 1 < 3', 'compares twice', ''],
    ['e: a or vector(0) < 1', 'brackets', 'e: (a or vector(0)) < 1'],
    ['a{b="c" < 1', 'not closed: }', ''],
    ['a) < 1', 'closes nothing', ''],
    ['a{b="c} < 1', 'a " that is not closed', ''],
    ['errors:rate(a[5m]) < 1', 'no blank after the colon', 'errors: rate(a[5m]) < 1'],
    ['my errors: a < 1', 'name with more than letters', ''],
  ])('%s', (line, wrong, suggestion) => {
    const reading = parseQuery(line, 'health');
    expect(reading).toMatchObject({ ok: false, wrong: expect.stringContaining(wrong) });
    expect(reading.ok ? '' : (reading.suggestion ?? '')).toBe(suggestion);
  });
});

describe('what has never been counted is 0 where its metric is there without the label of the outcome', () => {
  test.each([
    [errors, `(${errors} or 0 * rate(http_requests_total[5m]))`],
    [
      '1 - sum(rate(x_total{job="a", code="500"}[1m])) / sum(rate(x_total{job="a"}[1m]))',
      '1 - sum((rate(x_total{job="a", code="500"}[1m]) or 0 * rate(x_total{job="a"}[1m]))) / sum(rate(x_total{job="a"}[1m]))',
    ],
    ['x{responseCode="500"}', '(x{responseCode="500"} or 0 * x)'],
    [
      'rate(x{path="a}[b]",code=~\'5..\'}[5m] offset 1m)',
      '(rate(x{path="a}[b]",code=~\'5..\'}[5m] offset 1m) or 0 * rate(x{path="a}[b]"}[5m] offset 1m))',
    ],
  ])('%s', (expression, expected) => {
    expect(withZeros(expression)).toBe(expected);
  });

  test.each(['up', 'rate(x[5m])', 'rate(x{job="shop"}[5m])', 'max_over_time(x{code="500"}[5m])', 'x{zipcode="1"}'])(
    'and nothing is filled in for %s',
    (expression) => expect(withZeros(expression)).toBeUndefined(),
  );
});

describe('what series say', () => {
  const parsed = (line: string): Query => {
    const reading = parseQuery(line, 'health');
    if (!reading.ok) throw new Error(reading.wrong);
    return reading.value;
  };
  const low = parsed('errors: x < 0.05 for 2m');
  const series = (...values: number[]) =>
    values.map((value, i) => ({ labels: { __name__: 'x', instance: `i${i}` }, value }));

  test('all must hold, and the worst is named by its labels', () => {
    expect(readAnswer(low, series(0.01, 0.2, 0.07))).toEqual({
      kind: 'breaches',
      reason: '0.2, must be < 0.05 (2 of 3 series: {instance="i1"})',
    });
    expect(readAnswer(low, series(0.01, 0.02))).toEqual({
      kind: 'holds',
      reason: '0.02, must be < 0.05 (worst of 2 series)',
    });
    expect(readAnswer(parsed('up: up > 0.5'), series(1, 0)).reason).toContain('{instance="i1"}');
  });

  test('a single value without labels is told as it is', () => {
    expect(readAnswer(low, [{ labels: {}, value: 0.012345 }]).reason).toBe('0.01235, must be < 0.05');
  });

  test('no series, and none but NaN, is no data; NaN beside numbers says nothing', () => {
    expect(readAnswer(low, []).kind).toBe('no data');
    expect(readAnswer(low, series(Number.NaN, Number.NaN))).toMatchObject({
      kind: 'no data',
      reason: expect.stringContaining('NaN'),
    });
    expect(readAnswer(low, series(Number.NaN, 0.01)).kind).toBe('holds');
    expect(readAnswer(low, series(Number.NaN, Number.POSITIVE_INFINITY)).kind).toBe('breaches');
  });

  test('a breach is bad when it has lasted, and a look without data neither ends nor begins it', () => {
    let since: number | null = null;
    const look = (at: number, ...values: number[]) => {
      const judged = judgeQuery(low, readAnswer(low, series(...values)), since, at);
      since = judged.breachingSince;
      return judged.finding.judgement;
    };
    expect(look(0, 0.01)).toBe('healthy');
    expect(look(10_000, 0.5)).toBe('unknown');
    expect(look(100_000)).toBe('unknown');
    expect(look(129_999, 0.5)).toBe('unknown');
    expect(look(130_000, 0.5)).toBe('unhealthy');
    expect(look(135_000, 0.01)).toBe('healthy');
    expect(look(140_000, 0.5)).toBe('unknown');
  });

  test('without "for" a breach is bad at the first look', () => {
    const now = parsed('errors: x < 0.05');
    expect(judgeQuery(now, readAnswer(now, series(1)), null, 5).finding.judgement).toBe('unhealthy');
  });
});
