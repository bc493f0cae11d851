import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DescribeTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ExampleFleet, exampleFleet } from './example-fleet.js';

/** A migration, a worker without load balancer, an API, in this order, through the shipped action. */
let platform: ExampleFleet;
beforeAll(async () => {
  platform = await exampleFleet({
    example: 'platform',
    region: 'eu-west-1',
    services: ['platform-worker', 'platform-api'],
    repository: (name) => `platform-${name}`,
  });
}, 90_000);
afterAll(() => platform.stop());

/** The file of the example with another migration: a program of this machine stands for that of the image. */
async function deploy(tag: string, migration: string) {
  const file = join(platform.folder, '.github/sluice.yml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('command: [node, dist/migrate.js]', `command: [${migration}]`));
  const images = await platform.push(tag, ['worker', 'api']);
  const result = await platform.run({ services: 'all', 'service-images': images });
  await writeFile(file, text);
  return result;
}

test('a failing migration touches no service, and says how it failed', async () => {
  const result = await deploy('v2', "sh, -c, 'echo no such column; exit 4'");
  expect([result.exitCode, result.outputs.outcome]).toEqual([1, 'failed']);
  expect(await platform.runs()).toEqual({ 'platform-worker': 'platform-worker:1', 'platform-api': 'platform-api:1' });
  expect(JSON.parse(result.outputs.services ?? '{}')).toMatchObject({
    worker: { outcome: 'failed', reason: expect.stringMatching(/^migrate: .*exit code 4.*not touched/) },
    api: { outcome: 'not-started', reason: 'worker turned out bad' },
  });
  expect(result.stdout).toContain('no such column');
}, 90_000);

test('migration, worker, API: each after the one before; the worker may finish its job for as long as the file says', async () => {
  const result = await deploy('v3', "sh, -c, 'echo migrated'");
  expect([result.exitCode, result.outputs.outcome]).toEqual([0, 'succeeded']);
  const runs = await platform.runs();
  expect(runs).toEqual({ 'platform-worker': 'platform-worker:3', 'platform-api': 'platform-api:2' });
  const places = ['migrated', '1 of 2: platform-worker: deployed', '2 of 2: platform-api: deployed'].map((text) =>
    result.stdout.indexOf(text),
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
  const { taskDefinition } = await platform.ecs.send(
    new DescribeTaskDefinitionCommand({ taskDefinition: 'platform-worker:3' }),
  );
  expect(taskDefinition?.containerDefinitions?.[0]?.stopTimeout).toBe(120);
}, 90_000);
