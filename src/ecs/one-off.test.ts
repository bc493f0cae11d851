import { describe, expect, test } from '@jest/globals';
import type { OneOffSeen } from '../ports/one-off-tasks.js';
import { essentialContainers, judgeOneOff } from './one-off.js';

const stopped = (
  containers: readonly [name: string, exitCode: number | null, reason?: string][],
  more: Partial<OneOffSeen> = {},
): OneOffSeen => ({
  status: 'STOPPED',
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  containers: containers.map(([name, exitCode, reason = '']) => ({ name, exitCode, reason })),
  ...more,
});

describe('a task that ran once', () => {
  test.each<[string, boolean, OneOffSeen]>([
    ['its container ended with 0', true, stopped([['app', 0]])],
    ['its container ended with 1', false, stopped([['app', 1]])],
    [
      'a container that is not essential ended with 1',
      true,
      stopped([
        ['app', 0],
        ['sidecar', 1],
      ]),
    ],
    [
      'another essential one was stopped by ECS afterwards',
      true,
      stopped([
        ['app', 0],
        ['agent', 143],
      ]),
    ],
    [
      'another essential one was killed by ECS afterwards',
      true,
      stopped([
        ['app', 0],
        ['agent', 137],
      ]),
    ],
    [
      'another essential one failed by itself',
      false,
      stopped([
        ['app', 0],
        ['agent', 2],
      ]),
    ],
    ['it was killed itself', false, stopped([['app', 137, 'OutOfMemoryError: Container killed due to memory usage']])],
    [
      'it was stopped before it was done',
      false,
      stopped([
        ['app', 143],
        ['agent', 0],
      ]),
    ],
    ['no container ever ran', false, stopped([['app', null]], { stopCode: 'TaskFailedToStart' })],
    ['it has no containers', false, stopped([], { stopCode: 'TaskFailedToStart' })],
  ])('is judged by its essential containers: %s → %s', (_words, succeeded, seen) => {
    expect(judgeOneOff(seen, ['app', 'agent'], 'app').succeeded).toBe(succeeded);
  });

  test('says why it stopped and the exit code of every container', () => {
    const seen = stopped([
      ['app', 1],
      ['sidecar', null, 'CannotPullContainerError: not found'],
    ]);
    expect(judgeOneOff(seen, ['app'], 'app').reason).toBe(
      'Essential container in task exited; app: exit code 1; sidecar: never ran, not essential (CannotPullContainerError: not found)',
    );
  });
});

test('containers are essential unless they say otherwise', () => {
  const containerDefinitions = [{ name: 'app' }, { name: 'agent', essential: true }, { name: 'log', essential: false }];
  expect(essentialContainers({ containerDefinitions })).toEqual(['app', 'agent']);
});
