import { describe, expect, test } from '@jest/globals';
import { AccessError } from '../ports/access-error.js';
import type { OneOffSeen, OneOffStart, OneOffTasks } from '../ports/one-off-tasks.js';
import { FakeClock } from '../testing/fake-clock.js';
import { type OneOffRequest, runOneOff } from './run-one-off.js';

const second = 1_000;

/** A cluster in which one task runs for `runsMs` and ends with `exitCode`. It stops within 10 s when it is told to. */
class FakeTasks {
  readonly clock = new FakeClock();
  readonly started: OneOffStart[] = [];
  readonly stops: string[] = [];
  readonly shown: string[] = [];
  /** What the journal is told. */
  readonly watched: string[] = [];
  /** Thrown by the first starts, each after it took effect or before. */
  startsThatFail: { readonly error: Error; readonly tookEffect: boolean }[] = [];
  runsMs = 30 * second;
  exitCode = 0;
  essential: readonly boolean[] = [true];
  notPlacedTimes = 0;
  failsToStart = false;
  journalFails = false;
  looksThatFail: Error[] = [];
  private cancelReason: string | undefined;
  private readonly cancelling = new AbortController();
  private startedAt = 0;
  private stoppedAt: number | undefined;
  private logged: { at: number; line: string }[] = [];

  log(afterMs: number, line: string): void {
    this.logged.push({ at: afterMs, line });
  }

  cancelAt(ms: number): void {
    this.clock.at(ms, () => {
      this.cancelReason = 'the run was cancelled (SIGINT)';
      this.cancelling.abort();
    });
  }

  private get endsAt(): number {
    const own = this.startedAt + this.runsMs;
    return this.stoppedAt === undefined ? own : Math.min(own, this.stoppedAt + 10 * second);
  }

  private seen(): OneOffSeen {
    const now = this.clock.now();
    const running = { stopCode: '', stoppedReason: '', containers: [{ name: 'app', exitCode: null, reason: '' }] };
    if (now < this.endsAt) return { status: now < this.startedAt + 5 * second ? 'PENDING' : 'RUNNING', ...running };
    if (this.failsToStart) {
      const stoppedReason = 'ResourceInitializationError: unable to pull secrets';
      return { ...running, status: 'STOPPED', stopCode: 'TaskFailedToStart', stoppedReason };
    }
    const isTold = this.stoppedAt !== undefined;
    return {
      status: 'STOPPED',
      stopCode: isTold ? 'UserInitiated' : 'EssentialContainerExited',
      stoppedReason: isTold ? (this.stops[0] ?? '') : 'Essential container in task exited',
      containers: [{ name: 'app', exitCode: isTold ? 143 : this.exitCode, reason: '' }],
    };
  }

  private readonly tasks: OneOffTasks = {
    start: async (task) => {
      this.started.push(task);
      const failure = this.startsThatFail.shift();
      if (failure?.tookEffect) this.startedAt = this.clock.now();
      if (failure !== undefined) throw failure.error;
      if (this.notPlacedTimes-- > 0) return { notPlaced: 'Capacity is unavailable at this time' };
      this.startedAt ||= this.clock.now();
      return { arn: 'arn:aws:ecs:eu-west-1:123456789012:task/shop/abc' };
    },
    look: async () => {
      const failure = this.looksThatFail.shift();
      if (failure !== undefined) throw failure;
      return this.seen();
    },
    startedBy: async (name) => {
      const isOurs = this.startedAt > 0 && this.started[0]?.startedBy === name;
      return isOurs && this.stoppedAt === undefined && this.clock.now() < this.endsAt
        ? ['arn:aws:ecs:eu-west-1:123456789012:task/shop/abc']
        : [];
    },
    stop: async (_arn, reason) => {
      this.stops.push(reason);
      this.stoppedAt ??= this.clock.now();
    },
    lines: async (_task, after) => {
      const from = Number(after ?? 0);
      const there = this.logged.filter(({ at }) => this.startedAt + at <= this.clock.now());
      return { lines: there.slice(from).map(({ line }) => line), after: String(there.length) };
    },
    commandToStop: (arn) => `aws ecs stop-task --task ${arn}`,
  };

  run(more: Partial<OneOffRequest> = {}) {
    const fake = this;
    const names = ['app', 'agent', 'proxy'];
    return runOneOff(
      {
        name: 'migrations',
        id: 'before-1',
        service: 'shop',
        taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/shop:7',
        timeoutMs: 300 * second,
        ...more,
      },
      {
        clock: this.clock,
        cancellation: {
          get reason() {
            return fake.cancelReason;
          },
          signal: this.cancelling.signal,
          onRequest: () => () => {},
        },
        report: { line: (text) => this.shown.push(text), warn: (text) => this.shown.push(text) },
        tasks: this.tasks,
        rollout: {
          taskDefinition: async () => ({
            containerDefinitions: this.essential.map((essential, i) => ({ name: names[i] ?? '', essential })),
          }),
        },
        run: { holder: '9b5fcbd9-726e-4b3e-979e-da7262fcf352' },
        watch: {
          starting: async (name) => {
            if (this.journalFails) throw new Error('the journal could not be written');
            this.watched.push(`starting ${name}`);
          },
          beat: () => {},
          over: async () => void this.watched.push('over'),
        },
      },
    );
  }
}

describe('a one-off task', () => {
  test('is followed to its end, and its log is shown while it runs, each line once', async () => {
    const fake = new FakeTasks();
    fake.log(6 * second, 'applying 001_users.sql');
    fake.log(20 * second, 'applying 002_orders.sql');
    fake.log(30 * second, 'done');
    expect(await fake.run({ command: ['migrate', 'up'], environment: { A: 'b=c' } })).toMatchObject({
      outcome: 'succeeded',
      reason: 'Essential container in task exited; app: exit code 0',
      containers: [{ name: 'app', exitCode: 0 }],
      lastLines: ['applying 001_users.sql', 'applying 002_orders.sql', 'done'],
      taskArn: expect.stringMatching(/abc$/),
    });
    expect(fake.shown.filter((line) => line.startsWith('migrations | '))).toEqual([
      'migrations | applying 001_users.sql',
      'migrations | applying 002_orders.sql',
      'migrations | done',
    ]);
    expect(fake.started).toHaveLength(1);
    expect(fake.started[0]).toMatchObject({ service: 'shop', container: 'app', command: ['migrate', 'up'] });
    expect(fake.started[0]?.token.length).toBeLessThanOrEqual(64);
    expect(fake.watched).toEqual([`starting ${fake.started[0]?.startedBy}`, 'over']);
  });

  test('that ends with another exit code than 0 has failed', async () => {
    const fake = new FakeTasks();
    fake.exitCode = 3;
    expect(await fake.run()).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('exit code 3') });
  });

  test('that could not start tells why', async () => {
    const fake = new FakeTasks();
    fake.failsToStart = true;
    expect(await fake.run()).toMatchObject({
      outcome: 'failed',
      reason: 'ResourceInitializationError: unable to pull secrets; app: never ran',
    });
  });

  test('whose time is up is stopped, and its exit code is told', async () => {
    const fake = new FakeTasks();
    fake.runsMs = 3_600 * second;
    const result = await fake.run({ timeoutMs: 60 * second });
    expect(result.outcome).toBe('timed-out');
    expect(result.reason).toMatch(/^not done after 60 s: it was stopped .*app: exit code 143/);
    expect(fake.stops).toEqual(['Sluice: it took longer than 60 s']);
    expect(result.tookMs).toBeLessThan(90 * second);
  });

  test('is told to stop at once when the run is cancelled', async () => {
    const fake = new FakeTasks();
    fake.cancelAt(10 * second);
    const result = await fake.run();
    expect(result).toMatchObject({ outcome: 'interrupted', tookMs: 10 * second });
    expect(fake.stops).toEqual(['Sluice: the run was cancelled (SIGINT)']);
  });

  test('is not started after a cancel', async () => {
    const fake = new FakeTasks();
    fake.notPlacedTimes = 100;
    fake.cancelAt(20 * second);
    expect(await fake.run()).toMatchObject({ outcome: 'interrupted', containers: [], tookMs: 20 * second });
    expect(fake.stops).toEqual([]);
  });

  test('is placed as soon as there is capacity, always as the same task', async () => {
    const fake = new FakeTasks();
    fake.notPlacedTimes = 3;
    expect(await fake.run()).toMatchObject({ outcome: 'succeeded' });
    expect(new Set(fake.started.map(({ token }) => token)).size).toBe(1);
    expect(fake.started).toHaveLength(4);
  });

  test('that finds no capacity in its time was not run', async () => {
    const fake = new FakeTasks();
    fake.notPlacedTimes = 1_000;
    expect(await fake.run({ timeoutMs: 60 * second })).toMatchObject({
      outcome: 'timed-out',
      reason: 'ECS could not place it in time: Capacity is unavailable at this time',
    });
  });

  const lost = new Error('socket hang up');

  test('whose start is not answered is asked for again, and is the same task', async () => {
    const fake = new FakeTasks();
    fake.startsThatFail = [
      { error: lost, tookEffect: false },
      { error: lost, tookEffect: true },
    ];
    expect(await fake.run()).toMatchObject({ outcome: 'succeeded' });
    expect([fake.started.length, new Set(fake.started.map(({ token }) => token)).size]).toEqual([3, 1]);
  });

  test('whose start is never answered is looked for by who started it, and stopped', async () => {
    const fake = new FakeTasks();
    fake.runsMs = 3_600 * second;
    fake.startsThatFail = Array.from({ length: 100 }, () => ({ error: lost, tookEffect: true }));
    expect(await fake.run({ timeoutMs: 60 * second })).toMatchObject({
      outcome: 'failed',
      reason: 'socket hang up. Its one-off task was stopped.',
    });
    expect([fake.stops.length, fake.watched.at(-1)]).toEqual([1, 'over']);
  });

  test('that may run still when the run is cancelled, or can no longer be watched, stays in the journal', async () => {
    const cancelled = new FakeTasks();
    cancelled.cancelAt(10 * second);
    await cancelled.run();
    const blind = new FakeTasks();
    blind.looksThatFail = [new AccessError('The AWS credentials have expired.', { kind: 'expired' })];
    await blind.run();
    for (const { watched } of [cancelled, blind])
      expect(watched).toEqual([expect.stringMatching(/^starting sluice\//)]);
  });

  test('is not started when that cannot be written down', async () => {
    const fake = new FakeTasks();
    fake.journalFails = true;
    expect(await fake.run()).toMatchObject({
      outcome: 'interrupted',
      reason: 'the journal could not be written; nothing was started',
    });
    expect([fake.started, fake.watched]).toEqual([[], ['over']]);
  });

  test('is not given up for a look that fails', async () => {
    const fake = new FakeTasks();
    fake.looksThatFail = [new Error('Rate exceeded'), new Error('socket hang up')];
    expect(await fake.run()).toMatchObject({ outcome: 'succeeded' });
  });

  test('is not given up either when no look is answered for minutes', async () => {
    const fake = new FakeTasks();
    fake.runsMs = 200 * second;
    fake.looksThatFail = Array.from({ length: 50 }, () => new Error('Rate exceeded'));
    expect(await fake.run()).toMatchObject({ outcome: 'succeeded' });
  });

  test('that can no longer be watched may still run, and the command that stops it is told', async () => {
    const fake = new FakeTasks();
    fake.looksThatFail = [new AccessError('The AWS credentials have expired.', { kind: 'expired' })];
    expect(await fake.run()).toMatchObject({
      outcome: 'access-lost',
      reason: expect.stringMatching(
        /expired\. Task abc may still run\. To stop it: aws ecs stop-task --task arn:.*abc$/,
      ),
    });
  });

  test('needs the name of a container where several are essential', async () => {
    const fake = new FakeTasks();
    fake.essential = [true, true];
    expect(await fake.run()).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining('container of migrations must be given, because there are several: app, agent'),
    });
    expect(fake.started).toEqual([]);
    expect(await fake.run({ container: 'web' })).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining('is not in the task definition, which has app, agent'),
    });
  });
});
