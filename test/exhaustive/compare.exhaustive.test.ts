import { afterEach, describe, expect, test } from '@jest/globals';
import { Load } from '../../src/cli/rehearse/load.js';
import { figure } from '../../src/testing/figures.js';
import { digest, type TwoSides, twoSides, versionOf } from '../program/two-sides.js';

const version = versionOf(digest(2));

/** A minute of the cloud lasts a second: 600 requests a second are 10 a second there. */
const speed = 60;
const perSecond = 600;

/** A minute's figures are there when it is over, a metric delay and a look later; what is found is found then. */
const untilSeen = 2;

describe('a sample of the simulated shifts, through the shipped bundle, without any alarm', () => {
  let sides: TwoSides | undefined;
  let load: Load | undefined;
  afterEach(async () => {
    await load?.stop();
    await sides?.stop();
  });

  async function deploy(greenErrors: number, steps: string) {
    sides = await twoSides({ speed, environment: { APP_ERROR_SHARE: '0.001' } });
    await sides.cloud.admin('ecs/app', { version, errorShare: greenErrors });
    load = new Load({ url: `${sides.url}/products`, perSecond });
    const step = await sides.step({ alarms: '', drain: '10s', steps });
    const main = await step.runMain();
    await step.runPost();
    return main;
  }

  test('equal versions with 0.1 % errors, an hour at 10 requests a second: promoted', async () => {
    const main = await deploy(0.001, '10%@30m, 50%@29m, 100%@1m');
    expect([main.outputs.outcome, main.outputs.reason]).toEqual(['promoted', expect.any(String)]);
    expect(main.summary).toMatch(
      /green against blue: green \d+ of [\d,]+ requests failed .* E (= [\d.]+ &lt; 100|&lt; 0\.01)/,
    );
  }, 240_000);

  test.each([
    { errorPercent: 5, run: 1, p90: 3 },
    { errorPercent: 5, run: 2, p90: 3 },
    { errorPercent: 5, run: 3, p90: 3 },
    { errorPercent: 1, run: 1, p90: 24 },
    { errorPercent: 1, run: 2, p90: 24 },
  ])(
    '$errorPercent % errors at 10 requests a second and 10 %, run $run: found as soon as the simulated nine in ten',
    async ({ errorPercent, p90 }) => {
      const main = await deploy(errorPercent / 100, '10%@40m, 100%@1m');
      expect(main.outputs).toMatchObject({ outcome: 'rolled-back', 'rolled-back-at-weight': '10' });
      expect(main.outputs.reason).toMatch(/^green against blue: /);
      const minutes = Number(main.outputs['seconds-to-detect']) / 60;
      figure(`bundle-${errorPercent}-percent-errors-minutes`, minutes);
      expect(minutes).toBeLessThanOrEqual(p90 + untilSeen);
    },
    120_000,
  );
});
