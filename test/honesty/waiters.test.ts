import {
  DeleteServiceCommand,
  DescribeServicesCommand,
  DescribeTasksCommand,
  RunTaskCommand,
  StopTaskCommand,
  UpdateServiceCommand,
  waitUntilServicesInactive,
  waitUntilServicesStable,
  waitUntilTasksRunning,
  waitUntilTasksStopped,
} from '@aws-sdk/client-ecs';
import {
  DeregisterTargetsCommand,
  DescribeTargetHealthCommand,
  ModifyTargetGroupAttributesCommand,
  RegisterTargetsCommand,
  waitUntilTargetDeregistered,
  waitUntilTargetInService,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type StartedCloud, startCloud } from '../../src/testing/cloud.js';
import { type Clients, clientsFor } from './clients.js';
import { cluster, createCluster, createService, fargate, register, targetGroup } from './shop.js';

let cloud: StartedCloud;
let clients: Clients;

beforeAll(async () => {
  cloud = await startCloud({ speed: 20 });
  clients = clientsFor(cloud.endpoint);
  await createCluster(clients.ecs);
}, 60_000);

afterAll(async () => {
  clients?.destroy();
  await cloud?.stop();
});

/** The SDK waits 15 s between two looks; the cloud's time runs faster, so the waiter may look more often. */
const patience = (maxWaitTime = 40) => ({ maxWaitTime, minDelay: 1, maxDelay: 1 });
const ecsWaiter = (seconds?: number) => ({ client: clients.ecs, ...patience(seconds) });
const elbWaiter = (seconds?: number) => ({ client: clients.elb, ...patience(seconds) });

async function service(name: string) {
  const { services } = await clients.ecs.send(new DescribeServicesCommand({ cluster, services: [name] }));
  return services?.[0];
}

describe("the SDK's own ECS waiters", () => {
  test('waitUntilServicesStable ends when the desired tasks run, and not before', async () => {
    await createService(clients.ecs, 'stable', await register(clients.ecs, 'stable'));
    expect(await service('stable')).toMatchObject({ runningCount: 0, desiredCount: 2 });
    const { state } = await waitUntilServicesStable(ecsWaiter(), { cluster, services: ['stable'] });
    expect(state).toBe('SUCCESS');
    expect(await service('stable')).toMatchObject({ runningCount: 2, desiredCount: 2, pendingCount: 0 });
  }, 60_000);

  test('after an update it ends when the old deployment is gone and the new revision runs', async () => {
    await createService(clients.ecs, 'updated', await register(clients.ecs, 'updated'));
    await waitUntilServicesStable(ecsWaiter(), { cluster, services: ['updated'] });
    const second = await register(clients.ecs, 'updated', { APP_VERSION: '2' });
    await clients.ecs.send(new UpdateServiceCommand({ cluster, service: 'updated', taskDefinition: second }));
    const during = (await service('updated'))?.deployments?.map(({ status }) => status);
    expect(during).toEqual(['PRIMARY', expect.stringMatching(/^(ACTIVE|DRAINING)$/)]);
    await waitUntilServicesStable(ecsWaiter(), { cluster, services: ['updated'] });
    const after = await service('updated');
    expect(after?.deployments).toHaveLength(1);
    expect(after?.deployments?.[0]).toMatchObject({ status: 'PRIMARY', taskDefinition: second, runningCount: 2 });
  }, 90_000);

  // A task that crashes is RUNNING for a moment, here as on AWS, and the waiter takes that moment for stable: so the tasks
  // of this one never start.
  test('it goes on waiting for a service whose tasks do not start', async () => {
    await cloud.admin('ecs/images', { missing: ['shop:1'] });
    const broken = await register(clients.ecs, 'broken');
    await createService(clients.ecs, 'broken', broken, { desiredCount: 1 });
    const waiting = waitUntilServicesStable(ecsWaiter(5), { cluster, services: ['broken'] });
    await expect(waiting).rejects.toMatchObject({ name: 'TimeoutError' });
    await clients.ecs.send(new DeleteServiceCommand({ cluster, service: 'broken', force: true }));
    await cloud.admin('ecs/images', { present: ['shop:1'] });
  }, 60_000);

  test('it fails at once for a service that is not there', async () => {
    const waiting = waitUntilServicesStable(ecsWaiter(), { cluster, services: ['never-was'] });
    await expect(waiting).rejects.toThrow(/FAILURE/);
  }, 30_000);

  test('waitUntilServicesInactive ends when a deleted service has drained', async () => {
    await createService(clients.ecs, 'deleted', await register(clients.ecs, 'deleted'));
    await waitUntilServicesStable(ecsWaiter(), { cluster, services: ['deleted'] });
    await clients.ecs.send(new DeleteServiceCommand({ cluster, service: 'deleted', force: true }));
    const { state } = await waitUntilServicesInactive(ecsWaiter(), { cluster, services: ['deleted'] });
    expect(state).toBe('SUCCESS');
    expect((await service('deleted'))?.status).toBe('INACTIVE');
  }, 90_000);

  test('waitUntilTasksRunning and waitUntilTasksStopped follow a task from start to end', async () => {
    const taskDefinition = await register(clients.ecs, 'one-off');
    const { tasks: started } = await clients.ecs.send(new RunTaskCommand({ cluster, taskDefinition, ...fargate }));
    const tasks = [started?.[0]?.taskArn ?? ''];
    expect(started?.[0]?.lastStatus).toBe('PROVISIONING');
    expect((await waitUntilTasksRunning(ecsWaiter(), { cluster, tasks })).state).toBe('SUCCESS');
    await clients.ecs.send(new StopTaskCommand({ cluster, task: tasks[0], reason: 'enough' }));
    expect((await waitUntilTasksStopped(ecsWaiter(), { cluster, tasks })).state).toBe('SUCCESS');
    const described = await clients.ecs.send(new DescribeTasksCommand({ cluster, tasks }));
    expect(described.tasks?.[0]).toMatchObject({
      lastStatus: 'STOPPED',
      stopCode: 'UserInitiated',
      stoppedReason: 'enough',
      containers: [{ exitCode: 0 }],
    });
  }, 90_000);

  test('waitUntilTasksRunning fails for a task that stops instead', async () => {
    const taskDefinition = await register(clients.ecs, 'crash', { APP_CRASH_AT_START: '3' });
    const { tasks } = await clients.ecs.send(new RunTaskCommand({ cluster, taskDefinition, ...fargate }));
    const arns = [tasks?.[0]?.taskArn ?? ''];
    await waitUntilTasksStopped(ecsWaiter(), { cluster, tasks: arns });
    await expect(waitUntilTasksRunning(ecsWaiter(), { cluster, tasks: arns })).rejects.toThrow(/FAILURE/);
  }, 60_000);
});

describe("the SDK's own target waiters", () => {
  const healthOf = async (TargetGroupArn: string) => {
    const { TargetHealthDescriptions } = await clients.elb.send(new DescribeTargetHealthCommand({ TargetGroupArn }));
    return TargetHealthDescriptions ?? [];
  };

  test("waitUntilTargetInService ends when a service's tasks pass their health checks", async () => {
    const TargetGroupArn = await targetGroup(clients.elb, 'in-service');
    await createService(clients.ecs, 'in-service', await register(clients.ecs, 'in-service'), {
      loadBalancers: [{ targetGroupArn: TargetGroupArn, containerName: 'web', containerPort: 8080 }],
    });
    await waitUntilServicesStable(ecsWaiter(), { cluster, services: ['in-service'] });
    const { state } = await waitUntilTargetInService(elbWaiter(), { TargetGroupArn });
    expect(state).toBe('SUCCESS');
    expect((await healthOf(TargetGroupArn)).map(({ TargetHealth }) => TargetHealth?.State)).toEqual([
      'healthy',
      'healthy',
    ]);
  }, 90_000);

  test('it goes on waiting while nothing answers', async () => {
    const TargetGroupArn = await targetGroup(clients.elb, 'nobody');
    const target = { TargetGroupArn, Targets: [{ Id: '127.0.0.1', Port: 1 }] };
    await clients.elb.send(new RegisterTargetsCommand(target));
    await expect(waitUntilTargetInService(elbWaiter(4), target)).rejects.toMatchObject({ name: 'TimeoutError' });
  }, 30_000);

  test('waitUntilTargetDeregistered ends when the target has drained', async () => {
    const TargetGroupArn = await targetGroup(clients.elb, 'drained');
    await clients.elb.send(
      new ModifyTargetGroupAttributesCommand({
        TargetGroupArn,
        Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '60' }],
      }),
    );
    const endpoint = new URL(cloud.endpoint);
    const target = { TargetGroupArn, Targets: [{ Id: endpoint.hostname, Port: Number(endpoint.port) }] };
    await clients.elb.send(new RegisterTargetsCommand(target));
    expect((await healthOf(TargetGroupArn))[0]?.TargetHealth?.State).toBe('initial');
    await clients.elb.send(new DeregisterTargetsCommand(target));
    const { state } = await waitUntilTargetDeregistered(elbWaiter(), target);
    expect(state).toBe('SUCCESS');
    expect(await healthOf(TargetGroupArn)).toEqual([]);
  }, 60_000);
});
