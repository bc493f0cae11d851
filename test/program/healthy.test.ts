import { DescribeServicesCommand } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';
import { Load } from '../../src/cli/rehearse/load.js';
import type { Tally } from '../../src/cli/rehearse/tally.js';
import { figure } from '../../src/testing/figures.js';
import { digest, twoSides, versionOf } from './two-sides.js';

/** Requests a second, real time. At 60 times the speed a bake of 12 minutes lasts 12 s: at least 2,000 requests. */
const perSecond = 200;

describe('a healthy release through the shipped bundle, under load', () => {
  test('is promoted with the promised share at each step and without a failed request, to the end of the scale-down', async () => {
    const sides = await twoSides();
    const load = new Load({ url: `${sides.url}/products`, perSecond });
    try {
      const whole = load.tally();
      const shares = new Map<number, Tally>();
      const closed: Promise<void>[] = [];
      let open: Tally | undefined;
      const step = await sides.step(
        { steps: '10%@12m, 50%@12m, 100%@1m' },
        {
          onLine: (line) => {
            const observed = /(\d+) % observed on the listener/.exec(line);
            if (observed !== null) {
              open = load.tally();
              shares.set(Number(observed[1]), open);
            } else if (/raising shop-green|promoted/.test(line) && open !== undefined) {
              closed.push(load.close(open));
              open = undefined;
            }
          },
        },
      );
      const main = await step.runMain();
      const post = await step.runPost();
      await load.close(whole);
      await Promise.all(closed);

      expect(main.stdout).toContain('Promoted');
      expect([main.exitCode, post.exitCode]).toEqual([0, 0]);
      expect(main.outputs).toMatchObject({
        outcome: 'promoted',
        'active-service': 'shop-green',
        weights: '{"shop-blue":0,"shop-green":100}',
      });
      for (const weight of [10, 50]) {
        const tally = shares.get(weight) as Tally;
        expect(tally.total.requests).toBeGreaterThanOrEqual(2_000);
        const share = (100 * tally.requestsOf(versionOf(digest(2)))) / tally.total.requests;
        figure(`share-off-at-${weight}`, Math.abs(share - weight));
        figure('requests-per-step', tally.total.requests);
        expect(Math.abs(share - weight)).toBeLessThanOrEqual(2);
      }
      figure('failed-requests', whole.total.failed);
      expect({ failed: whole.total.failed, byStatus: [...whole.byStatus] }).toEqual({
        failed: 0,
        byStatus: [['200', whole.total.requests]],
      });
      const { services = [] } = await sides.clients.ecs.send(
        new DescribeServicesCommand({ cluster: 'shop', services: ['shop-blue', 'shop-green'] }),
      );
      expect(services.map(({ desiredCount }) => desiredCount)).toEqual([0, 2]);
      expect(main.summary).toContain('✅ Promoted: shop-blue → shop-green');
      expect(main.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    } finally {
      await load.stop();
      await sides.stop();
    }
  }, 120_000);
});
