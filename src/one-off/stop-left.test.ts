import { expect, test } from '@jest/globals';
import { AccessError } from '../ports/access-error.js';
import type { OneOffStart } from '../ports/one-off-tasks.js';
import { FakeClock } from '../testing/fake-clock.js';
import { FakeOneOffs } from '../testing/fake-one-offs.js';
import { stopLeft } from './stop-left.js';

const second = 1_000;
const asked: OneOffStart = {
  service: 'shop',
  taskDefinitionArn: 'shop:2',
  container: 'app',
  token: 'a',
  startedBy: 'sluice/dead/run-before-1',
};

function world() {
  const clock = new FakeClock();
  const oneOffs = new FakeOneOffs(clock);
  oneOffs.runsMs = 3_600 * second;
  const cancelled = { reason: undefined as string | undefined };
  const shown: string[] = [];
  let startedAt = clock.now();
  return {
    clock,
    oneOffs,
    cancelled,
    shown,
    startedAt: () => startedAt,
    stop: (tasks: Partial<FakeOneOffs['tasks']> = {}) => {
      startedAt = clock.now();
      const cancellation = Object.assign(cancelled, {
        signal: new AbortController().signal,
        onRequest: () => () => {},
      });
      const report = { line: (text: string) => void shown.push(text) };
      return stopLeft(
        asked.startedBy,
        { clock, report, cancellation, tasks: { ...oneOffs.tasks, ...tasks } },
        () => {},
      );
    },
  };
}

test('a task that was left is stopped, and its end is waited for', async () => {
  const { oneOffs, stop } = world();
  await oneOffs.tasks.start(asked);
  await oneOffs.tasks.start({ ...asked, token: 'b', startedBy: 'sluice/somebody/else' });
  expect(await stop()).toEqual({ told: 'Its one-off task was stopped.', isDone: true });
  expect(oneOffs.running.map((one) => one.asked.token)).toEqual(['b']);
});

test('one that is not in the lists yet is found a little later', async () => {
  const { oneOffs, clock, stop } = world();
  clock.at(10 * second, () => void oneOffs.tasks.start(asked));
  expect(await stop()).toMatchObject({ isDone: true });
  expect([oneOffs.all.length, oneOffs.running]).toEqual([1, []]);
});

test('where there is none, that is believed after a while', async () => {
  const { clock, startedAt, stop } = world();
  expect(await stop()).toEqual({ told: 'Its one-off task had ended, or was never started.', isDone: true });
  expect(clock.now() - startedAt()).toBeGreaterThanOrEqual(20 * second);
});

test('lists that cannot be read say nothing, and calls that fail are made again', async () => {
  const { oneOffs, shown, stop } = world();
  await oneOffs.tasks.start(asked);
  const startedBy = () => Promise.reject(new Error('Rate exceeded'));
  expect(await stop({ startedBy })).toEqual({ told: 'Its one-off task could not be looked for.', isDone: false });
  let count = 0;
  const stopTask = (arn: string, reason: string) =>
    count++ === 0 ? Promise.reject(new Error('Rate exceeded')) : oneOffs.tasks.stop(arn, reason);
  expect(await stop({ stop: stopTask })).toMatchObject({ isDone: true });
  expect([oneOffs.running, shown.at(-1)]).toEqual([[], 'The one-off task that was left: Rate exceeded']);
});

test('one that does not end is told of, and not waited for for ever', async () => {
  const { oneOffs, stop } = world();
  await oneOffs.tasks.start(asked);
  const [task] = oneOffs.all;
  expect(await stop({ stop: async () => {} })).toEqual({
    told: `Its one-off task was told to stop and runs still: ${task?.arn}.`,
    isDone: true,
  });
});

test('a cancel leaves it to the next one, after it was told to stop; a missing right is thrown', async () => {
  const { oneOffs, cancelled, stop } = world();
  await oneOffs.tasks.start(asked);
  const denied = new AccessError('Not allowed: ecs:ListTasks', { kind: 'denied', action: 'ecs:ListTasks' });
  await expect(stop({ startedBy: () => Promise.reject(denied) })).rejects.toBe(denied);
  cancelled.reason = 'the run was cancelled (SIGINT)';
  expect(await stop()).toMatchObject({ isDone: false });
  expect(oneOffs.all[0]?.stoppedAt).toBeLessThan(Number.POSITIVE_INFINITY);
});
