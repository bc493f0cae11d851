import { describe, expect, test } from '@jest/globals';
import type { StoppedTask } from '../ports/service-rollout.js';
import { whyInWords } from './diagnose.js';
import type { RollResult } from './result.js';
import { newRollStory, type RollStory } from './story.js';
import { rollSummary } from './summary.js';
import { told } from './words.js';

const id = '0123456789abcdef0123456789abcdef';
const crash = (more: Partial<StoppedTask> = {}): StoppedTask => ({
  arn: `arn:aws:ecs:eu-west-1:123456789012:task/shop/${id}`,
  taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/shop:3',
  stoppedAt: 60_000,
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  containers: [{ name: 'app', exitCode: 1, reason: '', health: '' }],
  ...more,
});
const storyOf = (more: Partial<RollStory> = {}): RollStory => ({ ...newRollStory(0), begunAt: 2_000, ...more });
const resultOf = (story: RollStory, more: Partial<RollResult> = {}): RollResult => ({
  label: 'shop',
  cluster: 'shop',
  service: 'shop',
  outcome: 'rolled-back',
  reason: 'tasks keep failing: 3 × Essential container in task exited (app: exit code 1)',
  isTouched: true,
  times: { detectMs: 65_000, restoreMs: 9_000 },
  story,
  serving: 'shop runs shop:1 now: 2 of 2 tasks.',
  ...more,
});
const log = (...lines: string[]) => [{ container: 'app', task: id, lines }];
const summary = (story: RollStory, result: RollResult | undefined, region = 'eu-west-1') =>
  rollSummary({ cluster: 'shop', service: 'shop', region, story, result, runUrl: '' });

describe('the annotation', () => {
  test('says what happened, why, what serves, what the container wrote last, and what to do', () => {
    const story = storyOf({
      stopped: [crash(), crash(), crash()],
      logs: log('a', 'b', 'c', '', 'd', 'e', 'no database'),
    });
    expect(told(resultOf(story)).split('\n')).toEqual([
      'shop: rolled back: tasks keep failing: 3 × Essential container in task exited (app: exit code 1). shop runs shop:1 now: 2 of 2 tasks.',
      'app wrote last:',
      '  b',
      '  c',
      '  d',
      '  e',
      '  no database',
      'What to do: nothing at once. Mend the release, and deploy it again.',
    ]);
  });

  test.each([
    ['CannotPullContainerError: failed to resolve ref shop:2: not found', /look whether the image is in its registry/],
    [
      'ResourceInitializationError: unable to pull secrets or registry auth: … is not authorized to perform: secretsmanager:GetSecretValue',
      /allow the execution role to read it/,
    ],
    ['Task failed ELB health checks in (target-group shop)', /healthCheckGracePeriodSeconds/],
    ['Task failed container health checks', /startPeriod/],
    ['OutOfMemoryError: Container killed due to memory usage', /more memory/],
  ])('of %s says what to look at', (stoppedReason, words) => {
    const story = storyOf({ stopped: [crash({ stoppedReason })] });
    expect(told(resultOf(story, { reason: `tasks keep failing: 3 × ${stoppedReason}` }))).toMatch(words);
  });

  test('of tasks that cannot be placed says where they could run', () => {
    const why = 'Capacity is unavailable at this time. Please try again later or in a different availability zone';
    const result = resultOf(storyOf(), { reason: `tasks cannot be started: 3 × ${why}` });
    expect(told(result)).toMatch(/What to do: try again later, or let it run elsewhere as well/);
  });

  test('keeps a long line short, and gives no advice where others decided', () => {
    const story = storyOf({ stopped: [crash()], logs: log('x'.repeat(5_000)) });
    expect(told(resultOf(story)).length).toBeLessThan(600);
    const stopped = resultOf(story, {
      outcome: 'superseded',
      reason: 'another deployment (shop:9) has replaced this one',
    });
    expect(told(stopped)).toBe(
      'shop: superseded: another deployment (shop:9) has replaced this one. shop runs shop:1 now: 2 of 2 tasks.',
    );
  });
});

describe('why, beside what the reason says already', () => {
  test('is not said twice when more tasks have failed meanwhile', () => {
    const story = storyOf({ stopped: [crash(), crash(), crash(), crash()] });
    expect(whyInWords(story, 'tasks keep failing: 3 × Essential container in task exited (app: exit code 1)')).toBe('');
    expect(whyInWords(story, 'the circuit breaker threshold was exceeded')).toBe(
      '4 × Essential container in task exited (app: exit code 1)',
    );
  });

  test('is why tasks cannot be placed, rather than that they cannot', () => {
    const events = [
      '(service shop) is unable to consistently start tasks successfully.',
      '(service shop) was unable to place a task. Reason: Capacity is unavailable at this time.',
    ].map((message) => ({ at: 3_000, message }));
    expect(whyInWords(storyOf({ events }), 'the circuit breaker threshold was exceeded')).toBe(
      'Capacity is unavailable at this time',
    );
  });

  test('is what the health check of the load balancer got', () => {
    const why = 'Health checks failed with these codes: [503]';
    const group = '(target-group arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/shop/01)';
    const events = [1, 2].map((port) => ({
      at: 3_000,
      message: `(service shop) (port ${port}) is unhealthy in ${group} due to (reason ${why})`,
    }));
    const stopped = [crash({ stoppedReason: `Task failed ELB health checks in ${group}` })];
    expect(
      whyInWords(
        storyOf({ events, stopped }),
        'tasks keep failing: 1 × Task failed ELB health checks in (target-group shop)',
      ),
    ).toBe(why);
  });

  test('is the alarm that ECS names', () => {
    const detail = {
      status: 'ROLLBACK_SUCCESSFUL',
      statusReason: '',
      rollbackReason: '',
      triggeredAlarms: ['shop-5xx'],
      circuitBreaker: { status: 'DISABLED', failures: 0, threshold: 3 },
    };
    expect(whyInWords(storyOf({ detail }), 'alarm(s) in ALARM state')).toBe('alarm shop-5xx');
  });
});

describe('the summary', () => {
  const story = storyOf({
    stopped: [
      crash({
        stopCode: 'ServiceSchedulerInitiated',
        stoppedReason: 'Task failed container health checks',
        containers: [{ name: 'app', exitCode: 137, reason: '', health: 'UNHEALTHY' }],
      }),
      crash(),
      crash(),
    ],
    targets: [
      {
        group: 'shop',
        seen: [
          { id: '10.0.0.7', port: 8080, state: 'unhealthy', reason: 'Target.Timeout' },
          { id: '10.0.0.6', port: 8080, state: 'draining', reason: 'Target.DeregistrationInProgress' },
        ],
      },
    ],
    events: [{ at: 32_000, message: '(service shop) has started 2 tasks.' }],
    logs: log('no `database` ```', '<b>'),
    timeline: [
      { at: 0, what: 'deploying shop:3' },
      { at: 65_000, what: 'rolling back' },
    ],
    unread: ['Could not read the health of the targets: add elasticloadbalancing:DescribeTargetHealth'],
  });

  test('groups why tasks stopped, and names failing health checks, targets, log lines, events, the way and what to do', () => {
    const text = summary(story, resultOf(story));
    expect(text).toContain('## ↩️ Rolled back: shop in shop');
    expect(text).toContain('- 2 × Essential container in task exited (app: exit code 1)\n- 1 × Task failed container');
    expect(text).toContain('- container health check failing: app');
    expect(text).toMatch(/### What to do\n\n- .*startPeriod/);
    expect(text).toContain('| shop | 10.0.0.7:8080 | unhealthy | Target.Timeout |');
    expect(text).toContain('````text\nno `database` ```\n<b>\n````');
    expect(text).not.toContain('10.0.0.6');
    expect(text).toMatch(/\| \+00:30 \| \(service shop\) has started 2 tasks\. \|/);
    expect(text).toMatch(/\| \+01:05 \| rolling back \|/);
    expect(text).toContain(
      '> ⚠️ Could not read the health of the targets: add elasticloadbalancing:DescribeTargetHealth',
    );
  });

  test.each([
    ['eu-west-1', 'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/shop/services/shop/'],
    ['cn-north-1', 'https://console.amazonaws.cn/ecs/v2/clusters/shop/services/shop/'],
    ['us-gov-west-1', 'https://console.amazonaws-us-gov.com/ecs/v2/clusters/shop/services/shop/'],
  ])('links the console of %s', (region, begin) => {
    const text = summary(story, resultOf(story), region);
    for (const page of ['deployments', 'events', 'tasks', 'logs'])
      expect(text).toContain(`[${page}](${begin}${page}?region=${region})`);
  });

  test('of a good release tells of no trouble', () => {
    const text = summary(storyOf(), resultOf(storyOf(), { outcome: 'succeeded', reason: '2 of 2 tasks run' }));
    expect(text).toContain('## ✅ Deployed');
    expect(text).not.toMatch(/Why tasks|What to do/);
  });
});
