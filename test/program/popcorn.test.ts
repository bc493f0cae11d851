import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ExampleFleet, exampleFleet } from './example-fleet.js';

/** Seven services, of which one stands behind a load balancer, through the shipped action. */
const services = ['user', 'store', 'order', 'payment', 'checkin', 'order-query', 'api-gateway'];
let popcorn: ExampleFleet;
beforeAll(async () => {
  popcorn = await exampleFleet({
    example: 'popcorn',
    region: 'ap-northeast-2',
    services,
    repository: (name) => `goorm-popcorn-${name}`,
  });
}, 90_000);
afterAll(() => popcorn.stop());

const revisions = (revision: (name: string) => number) =>
  Object.fromEntries(services.map((name) => [name, `goorm-popcorn-${name}:${revision(name)}`]));

test('two of seven services have changed: two are deployed, in order, and the others are left alone', async () => {
  const result = await popcorn.run({
    services: 'changed',
    'changed-paths': 'services/user/server.js\necs/order.json\nREADME.md',
    'service-images': await popcorn.push('v2', ['user', 'order']),
  });
  expect([result.exitCode, result.outputs.outcome, result.outputs.reason]).toEqual([
    0,
    'succeeded',
    '2 of 2 services were deployed',
  ]);
  const told = JSON.parse(result.outputs.services ?? '{}');
  expect(told).toMatchObject({ user: { outcome: 'succeeded' }, order: { outcome: 'succeeded' } });
  expect(Object.keys(told)).toHaveLength(2);
  expect(await popcorn.runs()).toEqual(revisions((name) => (['user', 'order'].includes(name) ? 2 : 1)));
  expect(result.stdout).toMatch(/1\. user\n\s*2\. order\n/);
  expect(result.summary).toContain('| user | ✅ succeeded | goorm-popcorn-user:1 | goorm-popcorn-user:2 |');
}, 90_000);
