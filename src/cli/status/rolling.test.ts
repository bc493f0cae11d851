import { expect, test } from '@jest/globals';
import { FakeRollingWorld } from '../../testing/fake-rolling-world.js';
import { rollingLines } from './rolling.js';

const about = (fake: FakeRollingWorld) => {
  const world = fake.world();
  const where = { service: 'shop', cluster: 'shop', region: 'eu-central-1', lock: fake.lockName };
  return rollingLines(where, { ...world, journal: world.lock(fake.lockName).journal });
};

test('a service at rest is told with what it runs, and that nobody is at work', async () => {
  expect(await about(new FakeRollingWorld())).toEqual([
    'shop: 2 of 2 tasks running',
    '  PRIMARY: shop:1 (app=shop@sha256:old), 2 of 2 tasks running, COMPLETED',
    'No deployment is at work (no lock /sluice/shop/rolling/shop)',
  ]);
});

test('a run that died is told with the command that finishes it', async () => {
  const fake = new FakeRollingWorld();
  fake.leftBy({});
  expect((await about(fake)).at(-1)).toBe(
    'Locked by https://github.com/shop/shop/actions/runs/dead (stage: roll), dead. To finish what it left: sluice recover --region eu-central-1 --cluster shop --service shop',
  );
});
