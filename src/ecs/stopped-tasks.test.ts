import { describe, expect, test } from '@jest/globals';
import { causes, grouped, type Stopped } from './stopped-tasks.js';

const task = (stoppedReason: string, container: Partial<Stopped['containers'][number]> = {}, stopCode = '') => ({
  stopCode,
  stoppedReason,
  containers: [{ name: 'app', exitCode: null, reason: '', ...container }],
});

describe('why tasks stopped', () => {
  test('names the container, its exit code and its reason', () => {
    expect(causes([task('Essential container in task exited', { exitCode: 3 })])).toEqual([
      '1 × Essential container in task exited (app: exit code 3)',
    ]);
  });

  test('names the container that ended without an error as well, when nothing else tells', () => {
    const ended = task('Essential container in task exited', { exitCode: 0 }, 'EssentialContainerExited');
    const proxy = { name: 'proxy', exitCode: 1, reason: '' };
    expect(causes([ended])).toEqual(['1 × Essential container in task exited (app: exit code 0)']);
    expect(causes([{ ...ended, containers: [...ended.containers, proxy] }])).toEqual([
      '1 × Essential container in task exited (proxy: exit code 1)',
    ]);
  });

  test('says what the usual signals mean, and does not guess where ECS says it', () => {
    const reason = 'OutOfMemoryError: Container killed due to memory usage';
    expect(
      causes([
        task('Essential container in task exited', { exitCode: 137, reason }),
        task('Essential container in task exited', { exitCode: 137 }),
      ]),
    ).toEqual([
      `1 × Essential container in task exited (app: exit code 137, ${reason})`,
      '1 × Essential container in task exited (app: exit code 137 = SIGKILL, out of memory or stop timeout)',
    ]);
  });

  test('names the container that kept the task from starting, and does not say it twice', () => {
    const reason = 'CannotPullContainerError: failed to resolve ref shop:2: not found';
    expect(causes([{ ...task(reason, { reason }, 'TaskFailedToStart') }])).toEqual([`1 × ${reason} (container app)`]);
  });

  test('names the container whose health check fails, and not how a task ended that was told to end', () => {
    const reason = 'Task failed container health checks';
    const unhealthy = (exitCode: number) =>
      task(reason, { exitCode, health: 'UNHEALTHY' }, 'ServiceSchedulerInitiated');
    expect(causes([unhealthy(0), unhealthy(137), unhealthy(143)])).toEqual([`3 × ${reason} (container app)`]);
  });

  test('names a target group, and not its whole ARN', () => {
    const arn = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shop/0123456789abcdef';
    expect(causes([task(`Task failed ELB health checks in (target-group ${arn})`)])).toEqual([
      '1 × Task failed ELB health checks in (target-group shop)',
    ]);
  });

  test.each([
    [
      'the session of a role, which is named after the task',
      (i: number) =>
        `AccessDeniedException: User: arn:aws:sts::1:assumed-role/execution/${String(i).repeat(32)} is not authorized`,
    ],
    [
      'the id of a request',
      (i: number) => `failed: status code: 400, request id: 12345678-1234-1234-1234-12345678901${i}`,
    ],
    ['an address', (i: number) => `dial tcp 10.0.${i}.7:443: i/o timeout`],
    ['the number of tries', (i: number) => `service call has been retried ${i} time(s): no`],
  ])('is one cause though %s differs', (_what, reason) => {
    expect(causes([1, 2, 3].map((i) => task(reason(i))))).toEqual([`3 × ${reason(1)}`]);
  });

  test('is another cause with another image, exit code or container', () => {
    const digest = (i: number) => `CannotPullContainerError: shop@sha256:${String(i).repeat(64)}: not found`;
    expect(
      grouped([
        task(digest(1)),
        task(digest(2)),
        task('exited', { exitCode: 1 }),
        task('exited', { exitCode: 2 }),
        task('exited', { exitCode: 1, name: 'proxy' }),
      ]),
    ).toHaveLength(5);
  });
});
