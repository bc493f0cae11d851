import { describe, expect, test } from '@jest/globals';
import { killEverywhere, post, recover, rerun } from './killed.js';

describe('a run that is killed before or after any of its calls on the way to a rollback', () => {
  test.each([rerun, post, recover])(
    'is brought to exactly one version at 100 %% by $name',
    async (afterwards) => {
      const { cases, unreached, unclean, problems } = await killEverywhere('rollback', afterwards);
      expect(problems).toEqual([]);
      // Without a single renewal of the lock, of which a fast machine needs none.
      expect(cases).toBeGreaterThanOrEqual(24);
      // The check would have something to say, were it not for whoever came after.
      expect(unclean).toBeGreaterThanOrEqual(cases / 2);
      // How often the lock is renewed and things are looked at depends on how fast the machine is.
      expect(unreached).toBeLessThanOrEqual(cases / 4);
    },
    600_000,
  );
});
