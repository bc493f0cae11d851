import { describe, expect, test } from '@jest/globals';
import { FakeRollingWorld } from '../testing/fake-rolling-world.js';
import { roll } from './roll.js';
import type { RollSettings } from './settings.js';

const change = { forceNewDeployment: false, desiredCount: 4 };
const rolled = (world: FakeRollingWorld, settings: Partial<RollSettings> = {}) =>
  roll(world.request({ change, ...settings }), world.world());
const crashing = () => {
  const world = new FakeRollingWorld();
  world.behaviours = ['crashes'];
  return world;
};

describe('the number of tasks that a rollout sets', () => {
  test('goes back with it: ECS rolls back to as many as there were', async () => {
    const world = crashing();
    const result = await rolled(world);
    expect([result.outcome, world.runs, world.service.desired]).toEqual(['rolled-back', 'shop:1', 2]);
    expect(result.serving).toContain('2 of 2 tasks');
  });

  test('goes back when ECS goes back by itself as well', async () => {
    const world = crashing();
    const circuitBreaker = { enable: true, rollback: true };
    const result = await rolled(world, { change: { ...change, circuitBreaker }, failAfter: 50 });
    expect([result.outcome, world.service.desired]).toEqual(['rolled-back', 2]);
  });

  test('goes back on a cancel, within its seconds', async () => {
    const world = crashing();
    world.at(12_000, () => world.cancel());
    const result = await rolled(world, { failAfter: 50 });
    expect([result.outcome, world.service.desired]).toEqual(['interrupted', 2]);
  });

  test('goes back although the first call for it fails', async () => {
    const world = crashing();
    // The first one is the deployment itself.
    world.fails = (call, count) => (call === 'start' && count === 1 ? new Error('500') : undefined);
    expect([(await rolled(world)).outcome, world.service.desired]).toEqual(['rolled-back', 2]);
  });

  test('stays where a rollout is good, is left as it is, or autoscaling has made another number of it', async () => {
    const good = new FakeRollingWorld();
    expect([(await rolled(good)).outcome, good.service.desired]).toEqual(['succeeded', 4]);
    const left = crashing();
    expect([(await rolled(left, { onFailure: 'leave' })).outcome, left.service.desired]).toEqual(['failed', 4]);
    const scaled = crashing();
    scaled.at(12_000, () => scaled.service.scale(6));
    expect([(await rolled(scaled)).outcome, scaled.service.desired]).toEqual(['rolled-back', 6]);
  });

  test('that no input names is never sent', async () => {
    const world = crashing();
    await rolled(world, { change: { forceNewDeployment: false } });
    expect(world.changes.filter(({ desiredCount }) => desiredCount !== undefined)).toEqual([]);
  });
});
