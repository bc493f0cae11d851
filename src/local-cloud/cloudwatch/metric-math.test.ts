import { describe, expect, test } from '@jest/globals';
import { evaluateMath } from './math-evaluate.js';
import { MathError, parseMath } from './math-parse.js';
import type { MathValue, TimeSeries } from './math-value.js';

const minute = 60_000;
type Drawn = (number | '-')[];

/** `[30, '-', 0]`: one entry a minute, `-` where there is no value. */
function series(drawn: Drawn, id?: string): TimeSeries {
  const points = new Map(drawn.flatMap((value, i): [number, number][] => (value === '-' ? [] : [[i * minute, value]])));
  return id === undefined ? { points, periodMs: minute } : { points, periodMs: minute, id, label: id };
}

function evaluate(expression: string, metrics: Record<string, Drawn>): MathValue {
  const known = new Map(Object.entries(metrics).map(([id, drawn]) => [id, series(drawn, id)]));
  const length = Math.max(0, ...Object.values(metrics).map((drawn) => drawn.length));
  return evaluateMath(parseMath(expression), {
    fromMs: 0,
    toMs: length * minute,
    periodMs: minute,
    lookup: (id) => {
      const found = known.get(id);
      return found && { kind: 'TS', series: found };
    },
    metrics: () => [...known.values()],
  });
}

function drawn(one: TimeSeries, length: number): Drawn {
  return Array.from({ length }, (_, i) => one.points.get(i * minute) ?? '-');
}

function result(expression: string, metrics: Record<string, Drawn>): unknown {
  const value = evaluate(expression, metrics);
  const length = Math.max(...Object.values(metrics).map((each) => each.length));
  if (value.kind === 'S') return value.value;
  if (value.kind === 'TS') return drawn(value.series, length);
  if (value.kind === 'TS[]') return value.list.map((one) => drawn(one, length));
  return value;
}

describe('metric math', () => {
  // The examples of https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
  const metric1: Drawn = [30, 20, 0, 0];
  const metric2: Drawn = [20, '-', 20, '-'];
  const one: Drawn = [1, 1, 0, 0, '-'];
  const two: Drawn = [30, '-', 0, 0, 30];
  const three: Drawn = [0, 0, 20, '-', 20];
  const table: [string, Record<string, Drawn>, unknown][] = [
    ['(metric1 < metric2)', { metric1, metric2 }, [0, 0, 1, 0]],
    ['(metric1 >= 30)', { metric1, metric2 }, [1, 0, 0, 0]],
    ['(metric1 > 15 AND metric2 > 15)', { metric1, metric2 }, [1, 0, 0, 0]],
    ['(metric1 > 15 && metric2 > 15) || metric1 == 20', { metric1, metric2 }, [1, 1, 0, 0]],
    ['IF(m1, m2, m3)', { m1: one, m2: two, m3: three }, [30, 0, 20, '-', '-']],
    ['IF(m1, 5, m3)', { m1: one, m3: three }, [5, 5, 20, '-', '-']],
    ['IF(m1, m2, 5)', { m1: one, m2: two }, [30, 0, 5, 5, '-']],
    ['IF(m1 < 400, m1)', { m1: [100, 500, '-'] }, [100, '-', '-']],
    ['IF(m1 < 400, 10, 2)', { m1: [100, 500, '-'] }, [10, 2, '-']],
    ['IF(1 < 2, m1, m2)', { m1: [1, 2], m2: [3, 4] }, [1, 2]],
    // Missing values are 0; a division by zero drops the point.
    ['m1 + m2', { m1: [1, '-', 3], m2: [10, 20, '-'] }, [11, 20, 3]],
    ['m1 / m2', { m1: [1, '-', 3, '-'], m2: [10, 20, '-', 0] }, [0.1, 0, '-', '-']],
    ['-m1 * 2', { m1: [1, '-', 3] }, [-2, '-', -6]],
    ['2 ^ 3 ^ 2 + 0 * m1', { m1: [0] }, [512]],
    ['-2 ^ 2 + 0 * m1', { m1: [0] }, [-4]],
    ['(1 + 2) * 3 - 4 / 2 + m1', { m1: [0, 1] }, [7, 8]],
    ['SUM([m1, m2])', { m1: [1, '-', 3], m2: [10, 20, '-'] }, [11, 20, 3]],
    ['AVG([m1, m2])', { m1: [1, '-', 3], m2: [11, 20, '-'] }, [6, 10, 1.5]],
    ['MIN([m1, m2])', { m1: [1, '-', 3], m2: [11, 20, '-'] }, [1, 20, 3]],
    ['MAX(METRICS())', { m1: [1, '-', 3], m2: [11, 20, '-'] }, [11, 20, 3]],
    ['SUM(m1)', { m1: [1, '-', 3] }, 4],
    ['AVG(m1)', { m1: [1, '-', 3] }, 2],
    ['m1 - AVG(m1)', { m1: [1, '-', 3] }, [-1, '-', 1]],
    [
      'SUM(METRICS("errors")) / SUM(METRICS("requests")) * 100 + 0 * errors1',
      { errors1: [1, 1], requests1: [50, 50] },
      [2, 2],
    ],
    ['METRICS() * 10', { m1: [1], m2: [2] }, [[10], [20]]],
    ['SUM(100 / [m1, m2])', { m1: [1, 2], m2: [4, 0] }, [125, 50]],
    ['FILL(m1, 0)', { m1: [1, '-', 3, '-'] }, [1, 0, 3, 0]],
    ['FILL(m1, m2)', { m1: [1, '-', '-'], m2: [7, 8, '-'] }, [1, 8, '-']],
    ['FILL(m1, REPEAT)', { m1: ['-', 1, '-', 3, '-'] }, ['-', 1, 1, 3, 3]],
    ['FILL(m1, LINEAR)', { m1: ['-', 1, '-', '-', 4, '-'] }, ['-', 1, 2, 3, 4, '-']],
    ['FILL(m1, 0)', { m1: ['-', '-'] }, [0, 0]],
    ['100 * FILL(e, 0) / r', { e: ['-', 2, '-'], r: [10, 10, '-'] }, [0, 20, '-']],
    ['RATE(m1)', { m1: [0, 60, '-', 180] }, ['-', 1, '-', 1]],
    ['DIFF(m1)', { m1: [5, 7, '-', 4] }, ['-', 2, '-', -3]],
    ['m1 / PERIOD(m1)', { m1: [60, 120] }, [1, 2]],
    ['ABS(m1)', { m1: [-1, 2] }, [1, 2]],
    ['CEIL(m1 / 2)', { m1: [1, 2] }, [1, 1]],
    ['FLOOR(m1 / 2)', { m1: [1, 2] }, [0, 1]],
    ['RUNNING_SUM(m1)', { m1: [1, 2, 3] }, [1, 3, 6]],
    ['m1 / METRIC_COUNT(METRICS())', { m1: [4], m2: [1] }, [2]],
    ['TIME_SERIES(3) + 0 * m1', { m1: ['-', 1] }, [3, 3]],
    ['FIRST([m2, m1])', { m1: [1], m2: [2] }, [2]],
  ];
  for (const [expression, metrics, expected] of table) {
    test(`${expression} of ${JSON.stringify(metrics)} is ${JSON.stringify(expected)}`, () => {
      expect(result(expression, metrics)).toEqual(expected);
    });
  }

  test.each([
    ['m9 + 1', /undefined variable 'm9'/],
    ['SEARCH("x", "Sum", 60)', /unsupported function 'SEARCH'/],
    ['sum(m1)', /unsupported function 'sum'/],
    ['m1 +', /unexpected the end/],
    ['(m1', /expected '\)'/],
    ['m1 $ 2', /unexpected '\$'/],
    ['FILL(m1)', /FILL takes 2 arguments/],
    ['PERIOD(m1 + 1)', /PERIOD takes a metric/],
    ['M1', /unknown word 'M1'/],
  ])('%s is refused: %s', (expression, message) => {
    expect(() => evaluate(expression, { m1: [1] })).toThrow(MathError);
    expect(() => evaluate(expression, { m1: [1] })).toThrow(message);
  });
});
