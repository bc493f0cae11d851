import { expect, test } from '@jest/globals';
import { parseInputs } from '../../spec/parse.js';
import { blueArn, FakeWorld, greenArn } from '../../testing/fake-world.js';
import { statusLines } from './run.js';
import { type StatusInputs, spec } from './spec.js';

const rule =
  'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener-rule/app/shop/3333333333333333/4444444444444444/5555555555555555';
const raw = { cluster: 'shop', services: 'shop-blue\nshop-green', 'listener-rule-arn': rule, region: 'eu-central-1' };
const inputs = parseInputs(spec, raw) as StatusInputs & { services: readonly [string, string] };
const last = async (fake: FakeWorld): Promise<string | undefined> => (await statusLines(inputs, fake.world)).at(-1);
const run = 'https://github.com/shop/shop/actions/runs/7';

test('a live version at rest is told with its tasks, and that nobody is at work', async () => {
  const lines = await statusLines(inputs, new FakeWorld().world);
  expect(lines.slice(1)).toEqual([
    'shop-blue: 100 % of the traffic',
    '  shop:1 (app=shop@sha256:old)',
    '  2 of 2 tasks running, 2 of 2 targets healthy',
    'shop-green: 0 % of the traffic',
    '  shop:1 (app=shop@sha256:old)',
    '  0 of 0 tasks running, 0 of 0 targets healthy',
    'No deployment is at work (no lock /sluice/shop/shop-blue_shop-green)',
  ]);
});

test('a split that nobody watches is told with the command that ends it', async () => {
  const fake = new FakeWorld();
  fake.weights = { [blueArn]: 10, [greenArn]: 90 };
  expect(await last(fake)).toBe(
    `Both have traffic, and nobody watches. To give everything to shop-green, which has most of it (or --to shop-blue): sluice rollback --region eu-central-1 --cluster shop --services shop-blue --services shop-green --listener-rule-arn ${rule} --to shop-green`,
  );
});

test('a run at work is told with when it would count as dead, a dead one with the command that finishes it', async () => {
  const fake = new FakeWorld();
  fake.lockedBy(run, { expires: fake.clock.now() + 90_000 });
  expect(await last(fake)).toBe(
    `Locked by ${run} (stage: shift), at work; without a sign of life it counts as dead in 90 s`,
  );
  fake.lockedBy(run, { expires: fake.clock.now(), route: rule });
  expect(await last(fake)).toBe(
    `Locked by ${run} (stage: shift), dead. To finish what it left: sluice recover --region eu-central-1 --listener-rule-arn ${rule}`,
  );
});

test('a lock that cannot be read is told with what to do about it', async () => {
  const fake = new FakeWorld();
  fake.held = { version: 1, entry: undefined };
  expect(await last(fake)).toContain('holds something that cannot be read; look at it, and delete it');
});
