import { describe, expect, test } from '@jest/globals';
import { type Alarm, checkAlarms, judgeAlarms } from './alarms.js';
import { judgeProbe, probeFailure } from './probe.js';
import { judgeStoppedTasks } from './stopped-tasks.js';
import { judgeTargets } from './target-health.js';
import { type Finding, verdictOf } from './verdict.js';

const at = 1_000_000;
const finding = (source: string, judgement: Finding['judgement'], reason = judgement, when = at): Finding => ({
  source,
  judgement,
  reason,
  at: when,
});

describe('the verdict of all findings', () => {
  const required = [{ source: 'target health', freshMs: 25_000 }];
  const cases: [string, Finding[], Finding['judgement'], RegExp][] = [
    ['is unknown when nothing was observed', [], 'unknown', /target health: not seen yet/],
    [
      'is healthy when every source that must speak has nothing against it',
      [finding('target health', 'healthy')],
      'healthy',
      /target health/,
    ],
    [
      'is unhealthy when one source says so, whatever the others say',
      [finding('target health', 'healthy'), finding('probe', 'unhealthy', 'unhealthy')],
      'unhealthy',
      /^probe/,
    ],
    [
      'is unknown when one source does not know',
      [finding('target health', 'healthy'), finding('alarm a', 'unknown')],
      'unknown',
      /alarm a/,
    ],
    [
      'is unknown when a required source has grown old',
      [finding('target health', 'healthy', 'healthy', at - 26_000)],
      'unknown',
      /not seen for 26 s/,
    ],
  ];
  test.each(cases)('%s', (_name, findings, judgement, reason) => {
    const verdict = verdictOf(findings, required, at);
    expect(verdict.judgement).toBe(judgement);
    expect(verdict.reason).toMatch(reason);
  });

  test('is pending when all that is doubtful has a limit of its own, and not when something is missing too', () => {
    const pending: Finding = { ...finding('query errors', 'unknown', 'unknown'), isPending: true };
    const seen = finding('target health', 'healthy');
    expect(verdictOf([seen, pending], required, at)).toMatchObject({ judgement: 'unknown', isPending: true });
    expect(verdictOf([pending], required, at).isPending).toBeUndefined();
    expect(verdictOf([seen, pending, finding('alarm a', 'unknown')], required, at).isPending).toBeUndefined();
  });

  test('is unknown without findings even when nothing is required', () => {
    expect(verdictOf([], [], at).judgement).toBe('unknown');
  });
});

const alarm = (more: Partial<Alarm> = {}): Alarm => ({
  name: 'errors',
  state: 'OK',
  reason: 'Threshold Crossed: 1 datapoint [21.0] was greater than the threshold (5.0)',
  changedAt: 0,
  composite: false,
  metric: 'AWS/ApplicationELB HTTPCode_Target_5XX_Count',
  dimensions: [],
  missingData: 'missing',
  ...more,
});

describe('alarms', () => {
  const judge = (state: Alarm | undefined, silent: string[] = []): Finding =>
    judgeAlarms(['errors'], state === undefined ? [] : [state], new Set(silent), new Set(), at)[0] as Finding;

  test.each([
    ['in ALARM are unhealthy at once', alarm({ state: 'ALARM' }), [], 'unhealthy'],
    ['in OK are healthy', alarm(), [], 'healthy'],
    ['that lost their data are unknown', alarm({ state: 'INSUFFICIENT_DATA' }), [], 'unknown'],
    [
      'that never had data were warned about and do not count',
      alarm({ state: 'INSUFFICIENT_DATA' }),
      ['errors'],
      'healthy',
    ],
    ['that never had data and go to ALARM are unhealthy', alarm({ state: 'ALARM' }), ['errors'], 'unhealthy'],
    ['that were deleted during the shift are unknown', undefined, [], 'unknown'],
  ] as const)('%s', (_name, state, silent, judgement) => {
    expect(judge(state, [...silent]).judgement).toBe(judgement);
  });

  test('that were on before a forced start do not count until they have been off', () => {
    const judged = judgeAlarms(['errors'], [alarm({ state: 'ALARM' })], new Set(), new Set(['errors']), at);
    expect(judged[0]).toMatchObject({ judgement: 'healthy', reason: expect.stringContaining('not counted') });
  });

  const watched = { blue: 'targetgroup/blue/1', green: 'targetgroup/green/2', loadBalancer: 'app/shop/3' };
  const check = (state: Alarm) => checkAlarms(['errors'], [state], watched);

  test('are checked before the start: what guards nothing is refused, what might be a hole is warned of', () => {
    expect(checkAlarms(['errors'], [], watched).refusals[0]).toContain('does not exist');
    expect([...check(alarm({ state: 'ALARM' })).on.values()][0]).toContain('in ALARM already');
    expect(check(alarm({ state: 'INSUFFICIENT_DATA' }))).toMatchObject({ refusals: [], silent: new Set(['errors']) });
    expect(check(alarm({ dimensions: [{ name: 'TargetGroup', value: 'targetgroup/other/9' }] })).refusals[0]).toContain(
      'takes no part',
    );
    expect(check(alarm({ dimensions: [{ name: 'LoadBalancer', value: 'app/other/9' }] })).refusals[0]).toContain(
      'app/other/9',
    );
    expect(check(alarm({ dimensions: [{ name: 'TargetGroup', value: watched.blue }] })).warnings[0]).toContain(
      'the old side only',
    );
    expect(check(alarm({ dimensions: [{ name: 'TargetGroup', value: watched.green }] }))).toMatchObject({
      refusals: [],
      warnings: [],
    });
  });

  test('of both sides are no hole: which side is new changes with every release', () => {
    const of = (name: string, group: string) => alarm({ name, dimensions: [{ name: 'TargetGroup', value: group }] });
    const both = [of('blue', watched.blue), of('green', watched.green)];
    expect(checkAlarms(['blue', 'green'], both, watched)).toMatchObject({ refusals: [], warnings: [] });
  });
});

describe('target health', () => {
  const target = (state: string, reason = '') => ({ id: '10.0.0.1', port: 8080, state, reason });
  test('targets on their way out are not told of', () => {
    expect(judgeTargets([target('healthy'), target('draining', 'Target.X')], 1, at).reason).toBe(
      '1 of 1 target healthy',
    );
  });

  test.each([
    ['enough healthy targets', [target('healthy'), target('healthy')], 2, 'healthy'],
    [
      'fewer than needed is a doubt, because a task may be being replaced',
      [target('healthy'), target('initial')],
      2,
      'unknown',
    ],
    ['none healthy is bad, because the group fails open', [target('unhealthy', 'Target.Timeout')], 1, 'unhealthy'],
    ['no target at all is bad', [], 1, 'unhealthy'],
    ['nothing needed still needs one', [], 0, 'unhealthy'],
  ] as const)('%s', (_name, targets, needed, judgement) => {
    expect(judgeTargets(targets, needed, at).judgement).toBe(judgement);
  });

  test('tells why targets are not healthy', () => {
    const reason = 'Target.ResponseCodeMismatch: Health checks failed with these codes: [503]';
    expect(judgeTargets([target('healthy'), target('unhealthy', reason)], 2, at).reason).toBe(
      `1 of 2 targets healthy (1 × ${reason})`,
    );
  });
});

describe('the probe', () => {
  const expected = { accepts: (status: number) => status === 200, statuses: '200', bodyText: 'UP' };
  const answer = { status: 200, body: '{"status":"UP"}', ms: 4, failure: null };
  test.each([
    ['the expected answer', answer, undefined],
    ['another status', { ...answer, status: 503 }, 'answered 503, expected 200'],
    ['another body', { ...answer, body: 'DOWN' }, 'the answer does not contain "UP"'],
    ['no answer', { ...answer, status: null, failure: 'no answer within 5000 ms' }, 'no answer within 5000 ms'],
  ])('%s', (_name, given, failure) => {
    expect(probeFailure(given, expected)).toBe(failure);
  });

  test('is a doubt at the first failure and bad at its limit', () => {
    expect([1, 2, 3].map((n) => judgeProbe(n, 'answered 503', 4, 3, at).judgement)).toEqual([
      'unknown',
      'unknown',
      'unhealthy',
    ]);
  });
});

describe('a source that has nothing to judge by yet', () => {
  const gathering: Finding = { source: 'green against blue', judgement: 'unknown', reason: '', at, isGathering: true };

  test('speaks neither for nor against beside others, and alone is not health', () => {
    const seen: Finding = { source: 'target health', judgement: 'healthy', reason: 'all', at };
    expect(verdictOf([seen, gathering], [], at)).toMatchObject({ judgement: 'healthy', reason: 'target health: all' });
    expect(verdictOf([gathering], [], at).judgement).toBe('unknown');
    expect(verdictOf([{ ...seen, judgement: 'unknown' }, gathering], [], at).judgement).toBe('unknown');
  });

  test('must be heard of lately all the same', () => {
    const required = [{ source: gathering.source, freshMs: 1_000 }];
    const seen: Finding = { source: 'target health', judgement: 'healthy', reason: 'all', at: at + 5_000 };
    expect(verdictOf([seen, gathering], required, at + 5_000).judgement).toBe('unknown');
  });
});

describe('stopped tasks', () => {
  const died = {
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    containers: [{ name: 'app', exitCode: 137, reason: '' }],
  };
  const scaledIn = {
    stopCode: 'ServiceSchedulerInitiated',
    stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)',
    containers: [],
  };
  const unwell = {
    stopCode: 'ServiceSchedulerInitiated',
    stoppedReason: 'Task failed ELB health checks in (target-group arn)',
    containers: [],
  };

  test("do not count when the scheduler's own scale-in stopped them", () => {
    expect(judgeStoppedTasks([scaledIn, scaledIn, scaledIn], 1, at)).toMatchObject({
      judgement: 'healthy',
      reason: 'none',
    });
  });

  test('count when they died or failed their health checks, up to the limit', () => {
    expect(judgeStoppedTasks([died, unwell], 3, at).judgement).toBe('healthy');
    expect(judgeStoppedTasks([died, died, unwell], 3, at)).toMatchObject({
      judgement: 'unhealthy',
      reason:
        '2 × Essential container in task exited (app: exit code 137 = SIGKILL, out of memory or stop timeout); 1 × Task failed ELB health checks in (target-group arn)',
    });
  });
});
