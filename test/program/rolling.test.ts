import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type OneService, oneService } from './one-service.js';

/** The shipped action, one rollout after the other on one local cloud. */
let world: OneService;
beforeAll(async () => {
  world = await oneService();
}, 60_000);
afterAll(() => world.stop());

const ran = async (inputs: Record<string, string> = {}) => {
  await using step = await world.step(inputs);
  return await step.runMain();
};
const errorsOf = (result: Awaited<ReturnType<typeof ran>>) =>
  result.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

test('a good release is deployed; the same again is unchanged, and registers nothing', async () => {
  const good = await ran({ 'docker-labels': 'release=good' });
  expect([good.exitCode, good.outputs, errorsOf(good)]).toMatchObject([0, { outcome: 'succeeded' }, []]);
  expect(good.outputs['task-definition-arn']).toMatch(/shop:2$/);
  expect(good.outputs['previous-task-definition-arn']).toMatch(/shop:1$/);
  expect(good.outputs['deployment-id']).toMatch(/^arn:aws:ecs:.*:service-deployment\/shop\/shop\//);
  expect([await world.runs(), await world.lock()]).toEqual(['shop:2', undefined]);
  expect(good.summary).toContain('✅ Deployed: shop in shop');

  const again = await ran({ 'docker-labels': 'release=good' });
  expect([again.exitCode, again.outputs.outcome]).toEqual([0, 'unchanged']);
  expect(again.outputs.reason).toBe('shop runs shop:2 already, and nothing differs from it');
}, 60_000);

test('a release that crashes is taken back with the circuit breaker off, and the one annotation names the reason', async () => {
  const before = await world.runs();
  const bad = await ran({ environment: 'APP_CRASH_AT_START=3' });
  expect([bad.exitCode, bad.outputs.outcome]).toEqual([2, 'rolled-back']);
  const [error, ...more] = errorsOf(bad);
  expect(error).toMatch(/tasks keep failing: \d × Essential container in task exited \(app: exit code 3\)/);
  expect(error).toContain(`shop runs ${before} now: 2 of 2 tasks`);
  expect([more, await world.runs(), await world.lock()]).toEqual([[], before, undefined]);
  expect(bad.summary).toMatch(/Last lines of app in task [\s\S]*Events of the service since the deployment began/);
}, 60_000);
