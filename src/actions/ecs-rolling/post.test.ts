import { expect, test } from '@jest/globals';
import { keptRollings } from '../../rolling/kept.js';
import { killedEverywhere, rollings } from '../../testing/killed-rollings.js';
import { finishInterrupted } from './post.js';

test.each(rollings)('$name that is killed at any of its calls is finished by post', async (rolling) => {
  const { kills, problems } = await killedEverywhere(rolling, 'post', (fake) =>
    finishInterrupted(
      () => fake.world(),
      keptRollings((name) => fake.kept[name]),
    ),
  );
  expect(problems).toEqual([]);
  expect(kills).toBeGreaterThan(10);
});
