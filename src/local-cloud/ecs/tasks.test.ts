import { spawn } from 'node:child_process';
import type { Task } from '@aws-sdk/client-ecs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { compiledAppProgram } from '../app/compile-for-tests.js';
import { EcsUnderTest, messages, until } from './ecs-under-test.js';

let cloud: EcsUnderTest;

beforeEach(() => {
  cloud = new EcsUnderTest();
});

afterEach(() => cloud.stop());

const network = { networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } } };

async function run(taskDefinition: string, more: Record<string, unknown> = {}): Promise<string> {
  const { tasks } = await cloud.call<{ tasks: Task[] }>('RunTask', {
    cluster: 'shop',
    taskDefinition,
    launchType: 'FARGATE',
    ...network,
    ...more,
  });
  return tasks[0]?.taskArn ?? '';
}

const ended = (arn: string) =>
  until(
    () => cloud.task(arn),
    (task) => task.lastStatus === 'STOPPED',
  );
const runs = (arn: string) =>
  until(
    () => cloud.task(arn),
    (task) => task.lastStatus === 'RUNNING',
  );

/** A definition whose containers run commands. */
async function commands(...containers: Record<string, unknown>[]): Promise<string> {
  await cloud.call('RegisterTaskDefinition', {
    family: 'job',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/exec',
    containerDefinitions: containers.map((container) => ({ image: 'tools:1', ...container })),
  });
  return 'job';
}

const pidIsAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('RunTask', () => {
  test('a command that fails shows its exit code, and every status on the way is one of AWS', async () => {
    const arn = await run(await commands({ name: 'migrate', command: ['sh', '-c', 'echo done; exit 3'] }), {
      startedBy: 'ci',
    });
    const seen = new Set<string>();
    const task = await until(
      () => cloud.task(arn),
      (each) => {
        seen.add(each.lastStatus ?? '');
        return each.lastStatus === 'STOPPED';
      },
    );
    expect(task).toMatchObject({
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      desiredStatus: 'STOPPED',
      startedBy: 'ci',
      group: 'family:job',
      containers: [{ name: 'migrate', exitCode: 3, lastStatus: 'STOPPED' }],
    });
    expect([...seen].slice(0, 2)).toEqual(['PROVISIONING', 'PENDING']);
    expect(seen).toContain('DEPROVISIONING');
  });

  test('an override changes the command and the environment', async () => {
    const log = {
      logDriver: 'awslogs',
      options: { 'awslogs-group': '/ecs/shop', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'job' },
    };
    const definition = await commands({
      name: 'migrate',
      command: ['false'],
      environment: [{ name: 'A', value: '1' }],
      logConfiguration: log,
    });
    const containerOverrides = [
      {
        name: 'migrate',
        command: ['sh', '-c', 'echo "$A $B"; echo late >&2'],
        environment: [{ name: 'B', value: '2' }],
      },
    ];
    const arn = await run(definition, { overrides: { containerOverrides } });
    expect((await ended(arn)).containers?.[0]?.exitCode).toBe(0);
    const lines = cloud.logs.get(`/ecs/shop:job/migrate/${arn.split('/').at(-1)}`);
    expect(lines?.sort()).toEqual(['1 2', 'late']);
    expect(
      await cloud.refusal('RunTask', {
        cluster: 'shop',
        taskDefinition: 'job',
        ...network,
        overrides: { containerOverrides: [{ name: 'x' }] },
      }),
    ).toContain('Override for container named x is not a container in the TaskDefinition.');
  });

  test('needs a network configuration for awsvpc, a cluster and an active task definition', async () => {
    const definition = await commands({ name: 'a', command: ['true'] });
    expect(await cloud.refusal('RunTask', { cluster: 'shop', taskDefinition: definition })).toBe(
      "InvalidParameterException: Network Configuration must be provided when networkMode 'awsvpc' is specified.",
    );
    expect(await cloud.refusal('RunTask', { cluster: 'none', taskDefinition: definition })).toBe(
      'ClusterNotFoundException: Cluster not found.',
    );
    expect(await cloud.refusal('RunTask', { cluster: 'shop', taskDefinition: 'nothing' })).toBe(
      'ClientException: TaskDefinition not found.',
    );
    await cloud.call('DeregisterTaskDefinition', { taskDefinition: 'job:1' });
    expect(await cloud.refusal('RunTask', { cluster: 'shop', taskDefinition: 'job:1', ...network })).toBe(
      'ClientException: TaskDefinition is inactive',
    );
  });
});

describe('why a task stopped', () => {
  test('StopTask: UserInitiated with the given reason, after SIGTERM', async () => {
    const arn = await run(await cloud.release('shop', { APP_SIGTERM_EXIT_CODE: '143' }));
    const running = await runs(arn);
    await until(
      async () =>
        fetch(cloud.urlOf(running)).then(
          (r) => r.ok,
          () => false,
        ),
      Boolean,
    );
    await cloud.call('StopTask', { cluster: 'shop', task: arn, reason: 'maintenance' });
    const task = await ended(arn);
    expect(task).toMatchObject({ stopCode: 'UserInitiated', stoppedReason: 'maintenance' });
    expect(task.containers?.[0]?.exitCode).toBe(143);
  });

  test('a process that ignores SIGTERM is killed after its stopTimeout: exit code 137', async () => {
    const arn = await run(await cloud.release('shop', { APP_IGNORE_SIGTERM: 'true' }, { stopTimeout: 2 }));
    const running = await runs(arn);
    await until(
      async () =>
        fetch(cloud.urlOf(running)).then(
          (r) => r.ok,
          () => false,
        ),
      Boolean,
    );
    await cloud.call('StopTask', { cluster: 'shop', task: arn });
    expect((await ended(arn)).containers?.[0]?.exitCode).toBe(137);
  });

  test('a missing image: CannotPullContainerError, and the service says it too', async () => {
    cloud.ecs.admin?.images?.({ missing: ['registry.example/shop:1.0'] });
    await cloud.service('web', await cloud.release('shop'), { desiredCount: 1 });
    const seen = await cloud.until('web', (service) => (service.deployments?.[0]?.failedTasks ?? 0) > 0);
    const [task] = await cloud.tasks({ serviceName: 'web', desiredStatus: 'STOPPED' });
    expect(task?.stopCode).toBe('TaskFailedToStart');
    expect(task?.stoppedReason).toMatch(/^CannotPullContainerError: .*registry\.example\/shop:1\.0: not found$/);
    expect(task?.containers?.[0]?.exitCode).toBeUndefined();
    expect(messages(seen).join('\n')).toContain('was unable to place a task. Reason: CannotPullContainerError');
    cloud.ecs.admin?.images?.({ present: ['registry.example/shop:1.0'] });
    await cloud.untilStable('web');
  });

  test('a missing executable: CannotStartContainerError', async () => {
    const task = await ended(await run(await commands({ name: 'a', command: ['no-such-program'] })));
    expect(task.stopCode).toBe('TaskFailedToStart');
    expect(task.stoppedReason).toContain('exec: "no-such-program": executable file not found in $PATH');
  });

  test('a missing log group: ResourceInitializationError', async () => {
    const log = {
      logDriver: 'awslogs',
      options: { 'awslogs-group': '/none', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'job' },
    };
    const task = await ended(await run(await commands({ name: 'a', command: ['true'], logConfiguration: log })));
    expect(task.stoppedReason).toMatch(
      /^ResourceInitializationError: .*ResourceNotFoundException: The specified log group does not exist\./,
    );
  });
});

describe('several containers', () => {
  test('a sidecar that is not essential may exit; SUCCESS of an init container comes first', async () => {
    const arn = await run(
      await commands(
        { name: 'init', command: ['sh', '-c', 'sleep 0.2'], essential: false },
        { name: 'side', command: ['true'], essential: false },
        { name: 'app', command: ['sleep', '30'], dependsOn: [{ containerName: 'init', condition: 'SUCCESS' }] },
      ),
    );
    const task = await runs(arn);
    const exits = Object.fromEntries(
      (task.containers ?? []).map((each) => [each.name, [each.lastStatus, each.exitCode]]),
    );
    expect(exits.init).toEqual(['STOPPED', 0]);
    expect(exits.app).toEqual(['RUNNING', undefined]);
    await until(
      () => cloud.task(arn),
      (each) => each.containers?.[1]?.exitCode === 0,
    );
    expect((await cloud.task(arn)).lastStatus).toBe('RUNNING');
  });

  test('an essential container that exits takes the others with it', async () => {
    const arn = await run(
      await commands({ name: 'app', command: ['sleep', '30'] }, { name: 'also', command: ['sh', '-c', 'exit 7'] }),
    );
    const task = await ended(arn);
    expect(task.containers?.map((each) => [each.name, each.exitCode])).toEqual([
      ['app', 143],
      ['also', 7],
    ]);
  });
});

describe('container health checks', () => {
  test('are really executed, with localhost:<containerPort> meaning the real port', async () => {
    const check = `${process.execPath} -e "fetch('http://localhost:8080/health').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"`;
    const healthCheck = { command: ['CMD-SHELL', check], interval: 5, retries: 2 };
    await cloud.service('web', await cloud.release('shop', {}, { healthCheck }), { desiredCount: 1 });
    await cloud.untilStable('web');
    const [task] = await cloud.tasks({ serviceName: 'web' });
    expect(task).toMatchObject({ healthStatus: 'HEALTHY', containers: [{ healthStatus: 'HEALTHY' }] });

    cloud.ecs.admin?.app?.({ service: 'web', neverHealthy: true });
    await until(
      () => cloud.task(task?.taskArn ?? ''),
      (each) => each.desiredStatus === 'STOPPED',
    );
    expect(await cloud.task(task?.taskArn ?? '')).toMatchObject({
      healthStatus: 'UNHEALTHY',
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Task failed container health checks',
    });
  });
});

describe('faults of the app', () => {
  test('meet running and coming tasks of a version, and end when cleared', async () => {
    await cloud.service('web', await cloud.release('shop', { APP_VERSION: '2' }), { desiredCount: 1 });
    await cloud.untilStable('web');
    const statusOf = async () => {
      const [task] = await cloud.tasks({ serviceName: 'web' });
      return fetch(cloud.urlOf(task as Task)).then(
        (answer) => answer.status,
        () => 0,
      );
    };
    expect(await statusOf()).toBe(200);
    cloud.ecs.admin?.app?.({ version: '1', errorShare: 1 });
    expect(await statusOf()).toBe(200);
    cloud.ecs.admin?.app?.({ version: '2', errorShare: 1 });
    await until(statusOf, (status) => status === 500);

    const [task] = await cloud.tasks({ serviceName: 'web' });
    cloud.ecs.admin?.crash?.({ service: 'web' });
    const dead = await ended(task?.taskArn ?? '');
    expect(dead).toMatchObject({ stopCode: 'EssentialContainerExited', containers: [{ exitCode: 137 }] });
    await cloud.until('web', (seen) => seen.runningCount === 1);
    await until(statusOf, (status) => status === 500);
    cloud.ecs.admin?.app?.({ clear: true });
    await until(statusOf, (status) => status === 200);
  });

  test('it tells where running containers really listen', async () => {
    await cloud.service('web', await cloud.release('shop'), { desiredCount: 2 });
    await cloud.untilStable('web');
    const told = cloud.ecs.admin?.addresses?.({ service: 'web' }) as { containers: { url: string; task: string }[] };
    expect(told.containers.length).toBe(2);
    for (const { url, task } of told.containers) {
      const answer = (await (await fetch(url)).json()) as { task: string };
      expect(task.endsWith(answer.task)).toBe(true);
    }
    expect(cloud.ecs.admin?.addresses?.({ service: 'other' })).toEqual({ containers: [] });
  });

  test('a fault nobody knows or a value out of range is refused', () => {
    expect(() => cloud.ecs.admin?.app?.({ errorRate: 1 })).toThrow('unknown: errorRate');
    expect(() => cloud.ecs.admin?.app?.({ errorShare: 2 })).toThrow('errorShare cannot be 2');
  });
});

describe('no process outlives its cloud', () => {
  const pids = (lines: readonly string[]) =>
    lines.flatMap((line) => [...line.matchAll(/pid=(\d+)/g)].map((m) => Number(m[1])));

  test('stop() leaves none, not even what a command started in the background', async () => {
    const log = {
      logDriver: 'awslogs',
      options: { 'awslogs-group': '/ecs/shop', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'job' },
    };
    const script = 'trap "" TERM; sleep 300 & echo pid=$! pid=$$; wait; wait';
    const arn = await run(await commands({ name: 'a', command: ['sh', '-c', script], logConfiguration: log }));
    const key = `/ecs/shop:job/a/${arn.split('/').at(-1)}`;
    const found = await until(
      async () => pids(cloud.logs.get(key) ?? []),
      (each) => each.length === 2,
    );
    expect(found.every(pidIsAlive)).toBe(true);
    await cloud.stop();
    await until(
      async () => found.some(pidIsAlive),
      (alive) => !alive,
    );
  });

  test('nor does one when the cloud is killed', async () => {
    // The parent is a program of its own, so that it can be killed: it starts an app and a command as ECS does.
    const script = `
      import { spawn } from 'node:child_process';
      const start = (...args) => spawn(process.execPath, [process.argv[1], ...args], {
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true, env: { PATH: process.env.PATH, SLUICE_LISTEN: '8080=0' } });
      const app = start();
      const command = start('supervise', '--', 'sh', '-c', 'sleep 300 & echo pid=$! pid=$$; wait');
      command.stdout.on('data', (data) => console.log(String(data) + ' pid=' + app.pid + ' pid=' + command.pid));
    `;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script, compiledAppProgram()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    parent.stdout.on('data', (data) => {
      output += data;
    });
    const found = await until(
      async () => pids([output]),
      (each) => each.length === 4,
    );
    expect(found.every(pidIsAlive)).toBe(true);
    parent.kill('SIGKILL');
    await until(
      async () => found.filter(pidIsAlive),
      (alive) => alive.length === 0,
    );
  });
});
