import { describe, expect, test } from '@jest/globals';
import { placementProblem, reasonToGiveUp, unhealthyTarget } from './failing.js';
import type { Stopped } from './stopped-tasks.js';

const died = (stoppedReason: string, stopCode = 'EssentialContainerExited'): Stopped => ({
  stopCode,
  stoppedReason,
  containers: [],
});
const giveUp = (stopped: readonly Stopped[] | 'unavailable' | undefined, more = {}) =>
  reasonToGiveUp({ stopped, placement: [], failedTasks: 0, ...more }, 3);

describe('a rollout is given up', () => {
  test('at the third task that fails for the same reason, not before', () => {
    expect(giveUp([died('a'), died('a')])).toBeUndefined();
    expect(giveUp([died('a'), died('b'), died('a'), died('a')])).toBe('tasks keep failing: 3 × a');
  });

  test('when the reason is the same but for the id of the task in it', () => {
    const refused = (i: number) => died(`User: assumed-role/execution/${String(i).repeat(32)} may not read it`);
    expect(giveUp([1, 2, 3].map(refused))).toMatch(/^tasks keep failing: 3 × User: /);
  });

  test('at three times as many tasks that fail for whatever reasons', () => {
    const each = Array.from({ length: 9 }, (_, i) => died(`reason ${'abcdefghi'[i]}`));
    expect(giveUp(each.slice(1))).toBeUndefined();
    expect(giveUp(each)).toMatch(/^tasks keep failing: 1 × reason a; /);
  });

  test('not for tasks that somebody stopped, or that ECS replaced', () => {
    const stops = [
      died('Task stopped by user', 'UserInitiated'),
      died('Scaling activity', 'ServiceSchedulerInitiated'),
    ];
    expect(giveUp([...stops, ...stops, ...stops, ...stops, ...stops])).toBeUndefined();
  });

  test('for tasks that cannot be placed: they are in no list of stopped ones', () => {
    const placement = [
      'no room (container-instance 0123456789abcdef0123456789abcdef)',
      'no room (container-instance 1123456789abcdef0123456789abcdef)',
    ];
    expect(giveUp([], { placement, failedTasks: 2 })).toBeUndefined();
    expect(giveUp([], { placement: [...placement, placement[0]], failedTasks: 3 })).toMatch(
      /^tasks cannot be started: 3 × no room/,
    );
  });

  test('for tasks that ECS counts, when why may not be read', () => {
    expect(giveUp('unavailable', { failedTasks: 3 })).toBe('tasks keep failing: ECS counts 3; why cannot be read');
    expect(giveUp(undefined, { failedTasks: 3 })).toBeUndefined();
  });
});

test.each([
  [
    '(service shop) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.',
    'Capacity is unavailable at this time. Please try again later or in a different availability zone',
  ],
  [
    '(service shop) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 0a1b) has insufficient memory available. For more information, see the Troubleshooting section.',
    'The closest matching (container-instance 0a1b) has insufficient memory available',
  ],
  [
    "(service shop) failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::1:role/r' that was provided for this task. Please verify that the role being passed has the proper trust relationship).",
    "ECS was unable to assume the role 'arn:aws:iam::1:role/r' that was provided for this task. Please verify that the role being passed has the proper trust relationship",
  ],
  ['(service shop) has started 1 tasks: (task 0123).', undefined],
  ['(service shop) is unable to consistently start tasks successfully.', undefined],
])('of the event %s the problem is %s', (message, problem) => {
  expect(placementProblem(message)).toBe(problem);
});

test.each([
  [
    '(service shop) (task 0123) (port 8080) is unhealthy in (target-group arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/shop/01) due to (reason Health checks failed with these codes: [503])',
    'Health checks failed with these codes: [503]',
  ],
  [
    '(service shop) (port 80) is unhealthy in (target-group arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/shop/01) due to (reason Request timed out).',
    'Request timed out',
  ],
  ['(service shop) has started 1 tasks: (task 0123).', undefined],
])('of the event %s the health check got %s', (message, why) => {
  expect(unhealthyTarget(message)).toBe(why);
});
