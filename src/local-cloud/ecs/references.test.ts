import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EcsUnderTest } from './ecs-under-test.js';

let world: EcsUnderTest;
let release: string;

beforeAll(async () => {
  world = new EcsUnderTest();
  release = await world.release('web');
  await world.call('CreateCluster', { clusterName: 'other' });
  await world.service('web', release, { desiredCount: 0 });
});

afterAll(() => world.stop());

const arn = (resource: string, region = 'eu-west-1') => `arn:aws:ecs:${region}:123456789012:${resource}`;
const describeService = (cluster: string, service: string) =>
  world.call<{ services: unknown[]; failures: { reason: string }[] }>('DescribeServices', {
    cluster,
    services: [service],
  });

describe('what a name or an ARN stands for', () => {
  test.each([
    ['shop', 'web'],
    [arn('cluster/shop'), 'web'],
    ['shop', arn('service/shop/web')],
    ['shop', arn('service/web')],
  ])('cluster %s, service %s: the service', async (cluster, service) => {
    expect((await describeService(cluster, service)).services).toHaveLength(1);
  });

  test.each([
    ['shop', arn('service/shop/web', 'us-east-1')],
    ['shop', arn('service/web', 'us-east-1')],
    ['shop', 'other/web'],
    ['other', 'web'],
  ])('cluster %s, service %s: MISSING', async (cluster, service) => {
    expect(await describeService(cluster, service)).toMatchObject({ services: [], failures: [{ reason: 'MISSING' }] });
  });

  test('a service or a task of another cluster is refused with the name of both', async () => {
    const why = 'InvalidParameterException: Invalid identifier: Identifier is for cluster other. Your cluster is shop';
    const services = [arn('service/other/web')];
    expect(await world.refusal('DescribeServices', { cluster: 'shop', services })).toBe(why);
    expect(await world.refusal('StopTask', { cluster: 'shop', task: arn('task/other/1') })).toBe(why);
  });

  test('a cluster and a task definition of another Region are not ours', async () => {
    const elsewhere = await world.refusal('ListServices', { cluster: arn('cluster/shop', 'us-east-1') });
    expect(elsewhere).toBe('ClusterNotFoundException: Cluster not found.');
    const taskDefinition = arn('task-definition/web:1', 'us-east-1');
    const foreign = await world.refusal('DescribeTaskDefinition', { taskDefinition });
    expect(foreign).toBe('ClientException: Unable to describe task definition.');
  });
});

describe('capacity', () => {
  const spot = [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }];
  const create = (more: Record<string, unknown>) =>
    world.refusal('CreateService', {
      cluster: 'shop',
      serviceName: 'on-spot',
      taskDefinition: release,
      desiredCount: 0,
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
      ...more,
    });

  test('a provider that is nowhere, or not associated with the cluster, is refused', async () => {
    const unknown = await create({ capacityProviderStrategy: [{ capacityProvider: 'nope', weight: 1 }] });
    expect(unknown).toContain('InvalidParameterException: The specified capacity provider was not found.');
    expect(await create({ capacityProviderStrategy: spot })).toContain('not associated with the cluster');
    expect(await create({ capacityProviderStrategy: spot, launchType: 'FARGATE' })).toContain('Specifying both');
  });

  test('a provider that was put on the cluster is used, also as its default', async () => {
    await world.call('PutClusterCapacityProviders', {
      cluster: 'shop',
      capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
      defaultCapacityProviderStrategy: spot,
    });
    expect(await create({})).toBe('no error');
    expect(await world.describe('on-spot')).toMatchObject({ capacityProviderStrategy: spot });
    const { tasks } = await world.call<{ tasks: { capacityProviderName: string }[] }>('RunTask', run({}));
    expect(tasks[0]?.capacityProviderName).toBe('FARGATE_SPOT');

    // Another strategy moves no task by itself; an empty one is the launch type again.
    const update = (more: Record<string, unknown>) =>
      world.call('UpdateService', { cluster: 'shop', service: 'on-spot', ...more });
    const onDemand = [{ capacityProvider: 'FARGATE', weight: 1 }];
    const before = await world.describe('on-spot');
    await update({ capacityProviderStrategy: onDemand });
    const after = await world.describe('on-spot');
    expect(after).toMatchObject({ capacityProviderStrategy: onDemand });
    expect(after?.deployments?.[0]?.id).toBe(before?.deployments?.[0]?.id);
    await update({ capacityProviderStrategy: [], forceNewDeployment: true });
    const last = await world.describe('on-spot');
    expect([last?.launchType, last?.capacityProviderStrategy]).toEqual(['FARGATE', undefined]);
    expect(last?.deployments?.[0]?.id).not.toBe(before?.deployments?.[0]?.id);

    const none = { cluster: 'shop', capacityProviders: [], defaultCapacityProviderStrategy: [] };
    await world.call('PutClusterCapacityProviders', none);
  });

  test('two bases, or no weight at all, are refused', async () => {
    const put = (strategy: unknown[]) =>
      world.refusal('PutClusterCapacityProviders', {
        cluster: 'shop',
        capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
        defaultCapacityProviderStrategy: strategy,
      });
    const both = [{ capacityProvider: 'FARGATE' }, { capacityProvider: 'FARGATE_SPOT' }];
    expect(await put(both)).toContain('must have a weight greater than 0');
    expect(await put(both.map((item) => ({ ...item, base: 1, weight: 1 })))).toContain('can have a base');
  });
});

const run = (more: Record<string, unknown>) => ({
  cluster: 'shop',
  taskDefinition: release,
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
  ...more,
});

describe('RunTask', () => {
  const fargate = (more: Record<string, unknown>) => run({ launchType: 'FARGATE', ...more });
  type Ran = { tasks: { taskArn: string; tags: unknown[] }[] };
  const arnsOf = ({ tasks }: Ran) => tasks.map(({ taskArn }) => taskArn);

  test('the same client token starts nothing more, and conflicts with another request', async () => {
    const first = await world.call<Ran>('RunTask', fargate({ count: 2, clientToken: 'a' }));
    const again = await world.call<Ran>('RunTask', fargate({ count: 2, clientToken: 'a' }));
    expect(arnsOf(again)).toEqual(arnsOf(first));
    const conflict = world.call('RunTask', fargate({ count: 1, clientToken: 'a' }));
    await expect(conflict).rejects.toMatchObject({
      name: 'ConflictException',
      fields: { resourceIds: arnsOf(first) },
    });
    const other = await world.call<Ran>('RunTask', fargate({ clientToken: 'b' }));
    expect(arnsOf(first)).not.toContain(arnsOf(other)[0]);
  });

  test('its tags cannot come from a service; those that ECS manages name the cluster', async () => {
    expect(await world.refusal('RunTask', fargate({ propagateTags: 'SERVICE' }))).toContain('propagateTags');
    const { tasks } = await world.call<Ran>('RunTask', fargate({ enableECSManagedTags: true }));
    expect(tasks[0]?.tags).toEqual([{ key: 'aws:ecs:clusterName', value: 'shop' }]);
  });

  test('launch type and capacity provider exclude each other, and Fargate runs only what was registered for it', async () => {
    const both = fargate({ capacityProviderStrategy: [{ capacityProvider: 'FARGATE' }] });
    expect(await world.refusal('RunTask', both)).toContain('Specifying both a launch type and capacity provider');
    await world.call('RegisterTaskDefinition', {
      family: 'ec2-only',
      containerDefinitions: [{ name: 'a', image: 'x', memory: 64 }],
    });
    const bridge = await world.refusal('RunTask', fargate({ taskDefinition: 'ec2-only' }));
    expect(bridge).toBe('InvalidParameterException: Task definition does not support launch_type FARGATE.');
  });
});

test('sizes in vCPU and GB are written down in CPU units and MiB', async () => {
  const { taskDefinition } = await world.call<{ taskDefinition: object }>('RegisterTaskDefinition', {
    family: 'sized',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '.5 vCPU',
    memory: '1 GB',
    containerDefinitions: [{ name: 'a', image: 'x' }],
  });
  expect(taskDefinition).toMatchObject({ cpu: '512', memory: '1024' });
});

describe('a service', () => {
  test('gives its tasks the tags that ECS manages, where it is told to', async () => {
    await world.service('tagged', release, {
      desiredCount: 1,
      enableECSManagedTags: true,
      propagateTags: 'SERVICE',
      tags: [{ key: 'team', value: 'shop' }],
    });
    await world.until('tagged', (seen) => (seen.pendingCount ?? 0) + (seen.runningCount ?? 0) > 0);
    const { taskArns } = await world.call<{ taskArns: string[] }>('ListTasks', {
      cluster: 'shop',
      serviceName: 'tagged',
    });
    const { tasks } = await world.call<{ tasks: { tags: unknown[] }[] }>('DescribeTasks', {
      cluster: 'shop',
      tasks: taskArns,
      include: ['TAGS'],
    });
    expect(tasks[0]?.tags).toEqual([
      { key: 'team', value: 'shop' },
      { key: 'aws:ecs:clusterName', value: 'shop' },
      { key: 'aws:ecs:serviceName', value: 'tagged' },
    ]);
  });

  test('has no negative grace period', async () => {
    const negative = await world.refusal('UpdateService', {
      cluster: 'shop',
      service: 'web',
      healthCheckGracePeriodSeconds: -1,
    });
    expect(negative).toContain('healthCheckGracePeriodSeconds must be between 0 and 2147483647');
  });
});
