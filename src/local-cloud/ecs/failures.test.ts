import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { capacityFor } from './capacity.js';
import { EcsUnderTest, messages, primaryOf, until } from './ecs-under-test.js';

let cloud: EcsUnderTest;

beforeEach(() => {
  cloud = new EcsUnderTest();
});

afterEach(() => cloud.stop());

const admin = (name: string, body: Record<string, unknown>) => cloud.ecs.admin?.[name]?.(body);
const breaker = { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } } };

/** The stopped tasks of a service, once there are any. */
const stoppedTasks = (serviceName: string) =>
  until(
    () => cloud.tasks({ serviceName, desiredStatus: 'STOPPED' }),
    (tasks) => tasks.some((task) => task.lastStatus === 'STOPPED'),
  );

describe('memory', () => {
  test('an app that takes more than its container may have is killed, with 137 and the reason AWS gives', async () => {
    const release = await cloud.release('shop', { APP_MEMORY_MB: '48' }, { memory: 32 });
    await cloud.service('web', release, { desiredCount: 1 });
    const [task] = await stoppedTasks('web');
    expect(task).toMatchObject({
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [{ exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }],
    });
  });

  test('what stays within the limit lives, until it takes more while it runs', async () => {
    const release = await cloud.release('shop', { APP_MEMORY_MB: '16' }, { memory: 32 });
    await cloud.service('web', release, { desiredCount: 1 });
    await cloud.untilStable('web');
    expect(await cloud.tasks({ serviceName: 'web', desiredStatus: 'STOPPED' })).toEqual([]);
    admin('app', { service: 'web', memoryMb: 40 });
    const [task] = await stoppedTasks('web');
    expect(task?.containers?.[0]).toMatchObject({ exitCode: 137, reason: expect.stringContaining('OutOfMemoryError') });
  });

  test("a container's own command is limited by what it really holds", async () => {
    const command = ['node', '-e', 'global.kept = Buffer.alloc(200e6, 1); setInterval(() => {}, 1000)'];
    const release = await cloud.release('job', {}, { memory: 128, command });
    const network = { networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } } };
    const { tasks } = await cloud.call<{ tasks: { taskArn: string }[] }>('RunTask', {
      cluster: 'shop',
      taskDefinition: release,
      launchType: 'FARGATE',
      ...network,
    });
    const task = await until(
      () => cloud.task(tasks[0]?.taskArn ?? ''),
      (each) => each.lastStatus === 'STOPPED',
    );
    expect(task.containers?.[0]).toMatchObject({ exitCode: 137, reason: expect.stringContaining('OutOfMemoryError') });
  });
});

describe('capacity', () => {
  test.each([
    [
      [
        { capacityProvider: 'FARGATE', base: 2, weight: 1 },
        { capacityProvider: 'FARGATE_SPOT', weight: 3 },
      ],
      6,
      3,
      3,
    ],
    [
      [
        { capacityProvider: 'FARGATE', weight: 1 },
        { capacityProvider: 'FARGATE_SPOT', weight: 3 },
      ],
      8,
      2,
      6,
    ],
    [[{ capacityProvider: 'FARGATE_SPOT' }], 2, 0, 2],
  ])('a strategy is met by base and weight: %j', (capacityProviderStrategy, count, onDemand, spot) => {
    const placed: string[] = [];
    for (let i = 0; i < count; i++)
      placed.push(capacityFor({ launchType: undefined, capacityProviderStrategy }, placed));
    const of = (name: string) => placed.filter((each) => each === name).length;
    expect([of('FARGATE'), of('FARGATE_SPOT')]).toEqual([onDemand, spot]);
  });

  test('where only Spot is full, the tasks of the other provider start', async () => {
    await cloud.call('PutClusterCapacityProviders', {
      cluster: 'shop',
      capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
      defaultCapacityProviderStrategy: [],
    });
    admin('capacity', { full: ['FARGATE_SPOT'] });
    await cloud.service('web', await cloud.release('shop', {}, { image: 'pause:3' }), {
      launchType: undefined,
      capacityProviderStrategy: [
        { capacityProvider: 'FARGATE', base: 1, weight: 0 },
        { capacityProvider: 'FARGATE_SPOT', weight: 1 },
      ],
    });
    const seen = await cloud.until('web', (each) => each.runningCount === 1 && (primaryOf(each).failedTasks ?? 0) > 0);
    expect(messages(seen).join('\n')).toContain('was unable to place a task. Reason: Capacity is unavailable');
    expect((await cloud.tasks({ serviceName: 'web' })).map((task) => task.capacityProviderName)).toEqual(['FARGATE']);
    admin('capacity', { free: ['FARGATE_SPOT'] });
    await cloud.untilStable('web');
    const names = (await cloud.tasks({ serviceName: 'web' })).map((task) => task.capacityProviderName);
    expect(names.sort()).toEqual(['FARGATE', 'FARGATE_SPOT']);
  });

  test('without any, each attempt is an event and a failed task, and the circuit breaker rolls back', async () => {
    await cloud.service('web', await cloud.release('shop'), breaker);
    await cloud.untilStable('web');
    expect(admin('capacity', { full: ['FARGATE'] })).toEqual({ full: ['FARGATE'] });
    await cloud.update('web', { taskDefinition: await cloud.release('shop', { APP_VERSION: '2' }) });
    const seen = await cloud.until('web', (each) => primaryOf(each).taskDefinition?.endsWith(':1') === true);
    expect(messages(seen)).toContain(
      '(service web) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.',
    );
    const deployment = await cloud.lastServiceDeployment('web');
    expect(deployment.deploymentCircuitBreaker).toMatchObject({ status: 'TRIGGERED', failureCount: 3, threshold: 3 });
    expect(seen.runningCount).toBe(2);
  });

  test('RunTask answers a failure instead of a task, and starts one again when there is room', async () => {
    const release = await cloud.release('job', {}, { image: 'amazon/amazon-ecs-pause:0.1' });
    const input = {
      cluster: 'shop',
      taskDefinition: release,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
    };
    admin('capacity', { full: ['FARGATE'] });
    expect(await cloud.call('RunTask', input)).toEqual({
      tasks: [],
      failures: [
        { reason: 'Capacity is unavailable at this time. Please try again later or in a different availability zone' },
      ],
    });
    admin('capacity', { free: ['FARGATE'] });
    const { tasks } = await cloud.call<{ tasks: unknown[] }>('RunTask', input);
    expect(tasks).toHaveLength(1);
    expect(() => admin('capacity', { full: ['LAMBDA'] })).toThrow('FARGATE, FARGATE_SPOT, EC2');
  });
});

test('tasks whose container health check fails are stopped, told, and trip the circuit breaker', async () => {
  await cloud.service('web', await cloud.release('shop'), breaker);
  await cloud.untilStable('web');
  const healthCheck = { command: ['CMD-SHELL', 'exit 1'], interval: 5, timeout: 2, retries: 1 };
  await cloud.update('web', { taskDefinition: await cloud.release('shop', {}, { healthCheck }) });
  const seen = await cloud.until('web', (each) => primaryOf(each).taskDefinition?.endsWith(':1') === true);
  expect(messages(seen).join('\n')).toMatch(/\(service web\) \(task [0-9a-f]{32}\) failed container health checks\./);
  const tasks = await stoppedTasks('web');
  expect(tasks.map((task) => [task.stopCode, task.stoppedReason])).toContainEqual([
    'ServiceSchedulerInitiated',
    'Task failed container health checks',
  ]);
});

describe('the pause image', () => {
  test('runs, is replaced and is stopped like any other, without a process', async () => {
    const release = () => cloud.release('worker', {}, { image: 'public.ecr.aws/eks-distro/kubernetes/pause:3.10' });
    await cloud.service('worker', await release(), { desiredCount: 20 });
    await cloud.untilStable('worker');
    await cloud.update('worker', { taskDefinition: await release() });
    await cloud.untilStable('worker');
    const [task] = await stoppedTasks('worker');
    expect(task).toMatchObject({ stopCode: 'ServiceSchedulerInitiated', containers: [{ exitCode: 0 }] });
  });
});
