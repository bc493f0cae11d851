import { expect, test } from '@jest/globals';
import { FakeRollingWorld } from '../testing/fake-rolling-world.js';
import { type GateStep, gateOf, stepsOf } from './gate.js';
import { roll } from './roll.js';

const never = async (): Promise<never> => {
  throw new Error('not asked for');
};

/** A rollout between tasks that run once, without preflight. */
async function rolledBetween(steps: { readonly before?: readonly GateStep[]; readonly after?: readonly GateStep[] }) {
  const fake = new FakeRollingWorld();
  const request = fake.request();
  const world = fake.world();
  const asked = { before: [], after: [], ...steps, cluster: 'shop', settings: request.settings, images: {} };
  const gate = gateOf({ ...asked, preflight: false }, { preflight: never, oneOff: world as never });
  return { fake, result: await roll(request, { ...world, gate }) };
}

const step = (input: string, container?: string): readonly GateStep[] =>
  stepsOf(input, [{ words: ['true'], ...(container === undefined ? {} : { container }) }], 60_000);

test('a command for a container that is not there is refused before anything is registered, be it for before or after', async () => {
  const { fake, result } = await rolledBetween({
    before: step('run-before', 'web'),
    after: [...step('run-after', 'probe'), { name: 'own', container: 'of-another', taskDefinition: 'x', timeoutMs: 1 }],
  });
  expect(result).toMatchObject({
    outcome: 'refused',
    reason:
      'run-before: container web is not in the task definition, which has app; run-after: container probe is not in the task definition, which has app',
  });
  expect([fake.changes, fake.held]).toEqual([[], undefined]);
});
