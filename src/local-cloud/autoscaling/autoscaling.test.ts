import {
  ApplicationAutoScalingClient,
  DeregisterScalableTargetCommand,
  DescribeScalableTargetsCommand,
  RegisterScalableTargetCommand,
} from '@aws-sdk/client-application-auto-scaling';
import type { DescribeServicesResponse } from '@aws-sdk/client-ecs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Cloud } from '../cloud.js';

let cloud: Cloud;
let scaling: ApplicationAutoScalingClient;
const identity = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/shop/blue',
  ScalableDimension: 'ecs:service:DesiredCount',
} as const;

beforeEach(async () => {
  cloud = await Cloud.start();
  scaling = new ApplicationAutoScalingClient({
    endpoint: cloud.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
  });
  await cloud.invoke('ecs', 'CreateCluster', { clusterName: 'shop' });
  const containerDefinitions = [{ name: 'web', image: 'sluice/app', memory: 128 }];
  await cloud.invoke('ecs', 'RegisterTaskDefinition', { family: 'web', containerDefinitions });
  // No tasks are wanted, so none start unless the scalable target asks for them.
  await cloud.invoke('ecs', 'CreateService', {
    cluster: 'shop',
    serviceName: 'blue',
    taskDefinition: 'web',
    desiredCount: 0,
  });
});

afterEach(async () => {
  scaling.destroy();
  await cloud.stop();
});

async function desiredCount(): Promise<number | undefined> {
  const request = { cluster: 'shop', services: ['blue'] };
  return ((await cloud.invoke('ecs', 'DescribeServices', request)) as DescribeServicesResponse).services?.[0]
    ?.desiredCount;
}

test('registering moves the desired count into the range', async () => {
  await scaling.send(new RegisterScalableTargetCommand({ ...identity, MinCapacity: 2, MaxCapacity: 4 }));
  expect(await desiredCount()).toBe(2);
  await scaling.send(new RegisterScalableTargetCommand({ ...identity, MinCapacity: 0, MaxCapacity: 1 }));
  expect(await desiredCount()).toBe(1);
});

test('an update leaves what it does not name as it was', async () => {
  const first = await scaling.send(new RegisterScalableTargetCommand({ ...identity, MinCapacity: 0, MaxCapacity: 4 }));
  const second = await scaling.send(
    new RegisterScalableTargetCommand({ ...identity, SuspendedState: { DynamicScalingInSuspended: true } }),
  );
  expect(second.ScalableTargetARN).toBe(first.ScalableTargetARN);
  await scaling.send(
    new RegisterScalableTargetCommand({ ...identity, SuspendedState: { ScheduledScalingSuspended: true } }),
  );
  const { ScalableTargets } = await scaling.send(
    new DescribeScalableTargetsCommand({ ServiceNamespace: 'ecs', ResourceIds: [identity.ResourceId] }),
  );
  expect(ScalableTargets?.[0]).toMatchObject({
    MinCapacity: 0,
    MaxCapacity: 4,
    SuspendedState: {
      DynamicScalingInSuspended: true,
      DynamicScalingOutSuspended: false,
      ScheduledScalingSuspended: true,
    },
  });
});

test('what is not registered cannot be deregistered', async () => {
  await expect(scaling.send(new DeregisterScalableTargetCommand(identity))).rejects.toMatchObject({
    name: 'ObjectNotFoundException',
  });
});

test.each([
  [{ MinCapacity: 3, MaxCapacity: 2 }, 'Maximum capacity cannot be less than minimum capacity'],
  [{ MinCapacity: -1, MaxCapacity: 2 }, 'negative'],
  [{ MinCapacity: 1 }, 'maximum capacity'],
  [{ MinCapacity: 1, MaxCapacity: 2, ResourceId: 'service/shop/none' }, "ECS service doesn't exist: service/shop/none"],
  [
    { MinCapacity: 1, MaxCapacity: 2, ScalableDimension: 'ecs:service:Desired' as 'ecs:service:DesiredCount' },
    'enum value set',
  ],
])('%j is refused', async (part, reason) => {
  const register = scaling.send(new RegisterScalableTargetCommand({ ...identity, ...part }));
  await expect(register).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining(reason),
  });
});
