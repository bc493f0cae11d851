import { describe, expect, test } from '@jest/globals';
import {
  type AlarmRules,
  type DataPoint,
  evaluateAlarm,
  evaluationRange,
  type MissingData,
  samplesForPercentile,
} from './alarm-evaluation.js';
import { stateReason, stateReasonData } from './alarm-reason.js';

const policies: readonly MissingData[] = ['missing', 'ignore', 'breaching', 'notBreaching'];

function rules(m: number, n: number, missingData: MissingData, more: Partial<AlarmRules> = {}): AlarmRules {
  return {
    comparison: 'GreaterThanThreshold',
    threshold: 5,
    evaluationPeriods: n,
    datapointsToAlarm: m,
    missingData,
    ...more,
  };
}

/** `0 - X - X`, oldest first: not breaching, missing, breaching. */
function points(drawn: string): DataPoint[] {
  return drawn.split(' ').map((mark, i) => ({
    at: i * 60_000,
    value: mark === '-' ? undefined : mark === 'X' ? 9 : 1,
    sampleCount: mark === '-' ? undefined : 1,
  }));
}

const keep = undefined;

describe('the tables of "Configuring how CloudWatch alarms treat missing data"', () => {
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
  // m, n, data points, to fill in, then the state for missing, ignore, breaching, notBreaching
  const tables: [number, number, string, number, ...(string | undefined)[]][] = [
    [3, 3, '0 - X - X', 0, 'OK', 'OK', 'OK', 'OK'],
    [3, 3, '0 - - - -', 2, 'OK', 'OK', 'OK', 'OK'],
    [3, 3, '- - - - -', 3, 'INSUFFICIENT_DATA', keep, 'ALARM', 'OK'],
    [3, 3, '0 X X - X', 0, 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    [3, 3, '- - X - -', 2, 'ALARM', keep, 'ALARM', 'OK'],
    [2, 3, '0 - X - X', 0, 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    [2, 3, '0 0 X 0 X', 0, 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    [2, 3, '0 - X - -', 1, 'OK', 'OK', 'ALARM', 'OK'],
    [2, 3, '- - - - 0', 2, 'OK', 'OK', 'ALARM', 'OK'],
    [2, 3, '- - - X -', 2, 'ALARM', keep, 'ALARM', 'OK'],
    // Earlier editions of the page have these rows as well; the text of today's says the same ("does not go
    // immediately into ALARM").
    [3, 3, '- - - - X', 2, 'INSUFFICIENT_DATA', keep, 'ALARM', 'OK'],
    [3, 3, '- - - X -', 2, 'INSUFFICIENT_DATA', keep, 'ALARM', 'OK'],
    [3, 3, 'X - - - -', 2, 'ALARM', keep, 'ALARM', 'OK'],
  ];
  for (const [m, n, drawn, fill, ...states] of tables) {
    policies.forEach((policy, i) => {
      test(`${m} of ${n}, ${drawn}, ${policy}: ${states[i] ?? 'the state is kept'}`, () => {
        const verdict = evaluateAlarm(rules(m, n, policy), points(drawn));
        expect(verdict.state).toBe(states[i]);
        expect(verdict.filled).toBe(fill);
        expect(verdict.evaluated).toHaveLength(n);
      });
    });
  }

  test('the example looks at 5 data points for 3 evaluation periods', () => {
    expect(evaluationRange(3)).toBe(5);
  });
});

describe('M of N without missing data', () => {
  const table: [number, number, string, string][] = [
    [1, 1, '0 0 X', 'ALARM'],
    [1, 1, 'X X 0', 'OK'],
    [2, 2, '0 0 X X', 'ALARM'],
    [2, 2, 'X X 0 X', 'OK'],
    [2, 3, '0 0 X 0 X', 'ALARM'],
    [2, 3, 'X X 0 0 X', 'OK'],
    [4, 5, '0 0 X X 0 X X', 'ALARM'],
    [5, 5, 'X X X X 0 X X', 'OK'],
  ];
  for (const [m, n, drawn, state] of table) {
    test(`${m} of ${n}, ${drawn}: ${state}, whatever missing data is treated as`, () => {
      for (const policy of policies) expect(evaluateAlarm(rules(m, n, policy), points(drawn)).state).toBe(state);
    });
  }

  test.each([
    ['GreaterThanThreshold', 5, 'OK'],
    ['GreaterThanOrEqualToThreshold', 5, 'ALARM'],
    ['LessThanThreshold', 5, 'OK'],
    ['LessThanOrEqualToThreshold', 5, 'ALARM'],
    ['GreaterThanThreshold', 5.1, 'ALARM'],
    ['LessThanThreshold', 4.9, 'ALARM'],
  ] as const)('%s with the value %d against 5: %s', (comparison, value, state) => {
    const verdict = evaluateAlarm(rules(1, 1, 'missing', { comparison }), [{ at: 0, value }]);
    expect(verdict.state).toBe(state);
  });
});

describe('percentiles of few samples', () => {
  test('AWS wants 1,000 samples for p99, 200 for p95 and 100 for p10', () => {
    expect([99, 95, 10].map(samplesForPercentile)).toEqual([1000, 200, 100]);
  });

  test('with too few samples the state stays, with enough it is evaluated', () => {
    const strict = rules(1, 1, 'missing', { samplesAtLeast: 1000 });
    expect(evaluateAlarm(strict, [{ at: 0, value: 9, sampleCount: 999 }]).state).toBeUndefined();
    expect(evaluateAlarm(strict, [{ at: 0, value: 9, sampleCount: 1000 }]).state).toBe('ALARM');
  });
});

describe('the reason, in the words of AWS', () => {
  const at = Date.UTC(2023, 9, 26, 16, 42);
  const reason = (
    one: AlarmRules,
    data: DataPoint[],
    was: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA' = 'INSUFFICIENT_DATA',
    namesM = false,
  ) => {
    const verdict = evaluateAlarm(one, data);
    return stateReason(one, verdict.state ?? was, verdict, was, namesM);
  };

  test('one data point over the threshold', () => {
    expect(reason(rules(1, 1, 'missing', { threshold: 2 }), [{ at, value: 21.5 }])).toBe(
      'Threshold Crossed: 1 datapoint [21.5 (26/10/23 16:42:00)] was greater than the threshold (2.0).',
    );
  });

  test('one data point back under it', () => {
    expect(reason(rules(1, 1, 'missing', { threshold: 2 }), [{ at, value: 0 }], 'ALARM')).toBe(
      'Threshold Crossed: 1 datapoint [0.0 (26/10/23 16:42:00)] was not greater than the threshold (2.0).',
    );
  });

  test('nothing but missing data', () => {
    const empty = [{ at, value: undefined }];
    expect(reason(rules(1, 1, 'notBreaching'), empty)).toBe(
      'Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [NonBreaching].',
    );
    expect(reason(rules(2, 2, 'breaching'), [...empty, { at: at - 60_000, value: undefined }])).toBe(
      'Threshold Crossed: no datapoints were received for 2 periods and 2 missing datapoints were treated as [Breaching].',
    );
    expect(reason(rules(1, 1, 'missing'), empty, 'OK')).toBe('Insufficient Data: 1 datapoint was unknown.');
  });

  test('an M-out-of-N alarm tells how many are needed', () => {
    const data = [
      { at, value: 9 },
      { at: at - 60_000, value: 1 },
      { at: at - 120_000, value: 8 },
    ];
    expect(reason(rules(2, 3, 'missing'), data, 'OK', true)).toBe(
      'Threshold Crossed: 2 out of the last 3 datapoints [9.0 (26/10/23 16:42:00), 8.0 (26/10/23 16:40:00)] were greater than the threshold (5.0) (minimum 2 datapoints for OK -> ALARM transition).',
    );
  });

  test('the data of the reason has what AWS puts there', () => {
    const one = rules(1, 1, 'missing', { threshold: 2 });
    const verdict = evaluateAlarm(one, [{ at, value: 21.5, sampleCount: 2 }]);
    const data = stateReasonData(
      one,
      verdict,
      { statistic: 'Average', unit: 'Seconds', periodMs: 30_000 },
      at + 73_123,
    );
    expect(JSON.parse(data)).toEqual({
      version: '1.0',
      queryDate: '2023-10-26T16:43:13.123+0000',
      startDate: '2023-10-26T16:42:00.000+0000',
      unit: 'Seconds',
      statistic: 'Average',
      period: 30,
      recentDatapoints: [21.5],
      threshold: 2,
      evaluatedDatapoints: [{ timestamp: '2023-10-26T16:42:00.000+0000', sampleCount: 2, value: 21.5 }],
    });
  });
});
