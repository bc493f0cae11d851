import { expect, test } from '@jest/globals';
import { FakeRollingWorld } from '../testing/fake-rolling-world.js';
import { roll } from './roll.js';
import type { RollSettings } from './settings.js';

async function planned(change: Partial<RollSettings['change']>): Promise<readonly string[]> {
  const world = new FakeRollingWorld();
  const request = world.request({ dryRun: true, change: { forceNewDeployment: false, ...change } });
  const { outcome, story } = await roll(request, world.world());
  expect([outcome, world.changes]).toEqual(['unchanged', []]);
  // The lines before and after these tell what runs, what is deployed and what ends it.
  return story.plan.slice(3, -1);
}

test('the plan tells what changes of the service beside its task definition', async () => {
  const alarms = { alarmNames: ['errors', 'slow'], enable: true, rollback: true };
  expect(
    await planned({
      desiredCount: 4,
      minimumHealthyPercent: 50,
      maximumPercent: 150,
      circuitBreaker: { enable: true, rollback: true },
      deploymentAlarms: alarms,
      capacityProviderStrategy: [
        { capacityProvider: 'FARGATE', weight: 1, base: 1 },
        { capacityProvider: 'FARGATE_SPOT', weight: 3 },
      ],
    }),
  ).toEqual([
    'desired count 4',
    'minimum healthy percent 50',
    'maximum percent 150',
    'circuit breaker rollback',
    'deployment alarms errors, slow',
    'capacity providers FARGATE weight=1 base=1, FARGATE_SPOT weight=3',
  ]);
  expect(await planned({ deploymentAlarms: { ...alarms, enable: false } })).toEqual(['deployment alarms off']);
});

test('the plan says nothing of settings that the service has already', async () => {
  expect(await planned({ minimumHealthyPercent: 100, maximumPercent: 200 })).toEqual([]);
});
