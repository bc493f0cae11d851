import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

test('one of seven is bad: all seven run the old revision again, and the one annotation says which and why', async () => {
  const before = await popcorn.runs();
  const file = join(popcorn.folder, '.github/sluice.yml');
  const text = await readFile(file, 'utf8');
  // The last level, so that all others are deployed by then.
  await writeFile(
    file,
    text.replace(/( {2}api-gateway:[\s\S]*?rolling:\n)/, '$1      environment: { APP_CRASH_AT_START: "3" }\n'),
  );
  const result = await popcorn.run({ services: 'all', 'service-images': await popcorn.push('v3', services) });
  await writeFile(file, text);
  expect([result.exitCode, result.outputs.outcome]).toEqual([2, 'rolled-back']);
  expect(await popcorn.runs()).toEqual(before);
  const told = JSON.parse(result.outputs.services ?? '{}');
  expect(Object.values(told)).toHaveLength(7);
  for (const service of Object.values(told)) expect(service).toMatchObject({ outcome: 'rolled-back' });
  const errors = result.annotations.filter(({ level }) => level === 'error');
  expect(errors.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^api-gateway: .*Essential container in task exited \(api-gateway: exit code 3\)/),
  ]);
}, 120_000);
