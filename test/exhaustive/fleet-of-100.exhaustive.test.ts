import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { figure } from '../../src/testing/figures.js';
import { type Counted, imageOf, imagesOf, type ManyServices, manyServices } from './fleet-of-100.js';

/** A hundred services in one run against one after the other, where ECS takes as many calls as AWS publishes. */
const count = 100;
const speed = 8;
const alone = 2;
let many: ManyServices;
beforeAll(async () => {
  many = await manyServices(count, speed);
}, 120_000);
afterAll(() => many.stop());

const sum = (counts: Record<string, Counted>, of: (one: Counted) => number, prefix = ''): number =>
  Object.entries(counts).reduce((all, [operation, one]) => all + (operation.startsWith(prefix) ? of(one) : 0), 0);
const calls = ({ calls: made }: Counted): number => made;

test('100 services are deployed in one run with hardly a call throttled and a fifth of the calls that one by one needs', async () => {
  const singles: Record<string, Counted>[] = [];
  let singleMs = 0;
  for (const service of many.names.slice(0, alone)) {
    const result = await many.run({ cluster: 'many', service, images: imageOf(2) });
    expect([result.outputs.outcome, result.exitCode]).toEqual(['succeeded', 0]);
    singles.push(result.counts);
    singleMs += result.durationMs;
  }
  // Full buckets for what is measured.
  await many.cloud.admin('rate-limits', { enforced: true });
  const result = await many.run({
    services: 'all',
    'service-images': imagesOf(many.names, 3),
    'max-parallel': String(count),
  });
  expect([result.outputs.reason, result.outputs.outcome]).toEqual(['100 of 100 services were deployed', 'succeeded']);
  const told = Object.values(JSON.parse(result.outputs.services ?? '{}')) as { outcome: string }[];
  expect(told.filter(({ outcome }) => outcome === 'succeeded')).toHaveLength(count);
  // Those that were deployed alone before have one revision more.
  expect((await many.running(2)) + (await many.running(3))).toBe(count);

  const oneByOne = (prefix: string): number =>
    (singles.reduce((all, counts) => all + sum(counts, calls, prefix), 0) / alone) * count;
  const share = (prefix: string): number => sum(result.counts, calls, prefix) / oneByOne(prefix);
  const seconds = (ms: number): number => Math.round((ms * speed) / 1_000);
  figure(
    'fleet-of-100-throttled',
    sum(result.counts, ({ throttled }) => throttled),
  );
  figure('fleet-of-100-ecs-calls', sum(result.counts, calls, 'ecs:'));
  figure('fleet-of-100-one-by-one-ecs-calls', Math.round(oneByOne('ecs:')));
  figure('fleet-of-100-share-of-ecs-calls', share('ecs:'));
  figure('fleet-of-100-share-of-all-calls', share(''));
  figure('fleet-of-100-seconds', seconds(result.durationMs));
  figure('fleet-of-100-one-by-one-seconds', seconds((singleMs / alone) * count));
  // None is the goal of the figure, and what eleven runs of twelve have seen. At eight times the pace a pause of the machine is
  // eight times as long, so that this only fails where the pacing does.
  const throttled = Object.entries(result.counts).flatMap(([operation, one]) =>
    Array.from({ length: one.throttled }, () => operation),
  );
  expect(throttled.slice(3)).toEqual([]);
  expect(share('ecs:')).toBeLessThanOrEqual(0.2);
}, 180_000);
