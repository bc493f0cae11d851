import { expect, test } from '@jest/globals';
import { ListTasksCommand } from './sdk/ecs.js';
import { stoppedTasks } from './stopped-tasks.js';

/** A cluster of services with so many stopped tasks each. */
function cluster(services: Readonly<Record<string, number>>) {
  const tasks = Object.entries(services).flatMap(([name, count]) =>
    Array.from({ length: count }, (_, index) => ({ taskArn: `${name}/${index}`, group: `service:${name}` })),
  );
  const calls: (string | undefined)[] = [];
  const lister = {
    cluster: 'shop',
    sdk: { ListTasksCommand },
    ecs: {
      async send({ input }: ListTasksCommand) {
        calls.push(input.serviceName);
        const met = tasks.filter(
          ({ group }) => input.serviceName === undefined || group === `service:${input.serviceName}`,
        );
        const from = Number(input.nextToken ?? 0);
        const size = input.maxResults ?? 0;
        const nextToken = met.length > from + size ? String(from + size) : undefined;
        return { taskArns: met.slice(from, from + size).map(({ taskArn }) => taskArn), nextToken };
      },
    } as never,
    task: async (arn: string) => tasks.find(({ taskArn }) => taskArn === arn),
  };
  const counts = async (names: readonly string[]) =>
    Object.fromEntries([...(await stoppedTasks(lister, names))].map(([name, found]) => [name, found.length]));
  return { calls, counts };
}

test('many services are found among all stopped tasks of the cluster, page by page', async () => {
  const { calls, counts } = cluster({ a: 120, b: 0, c: 3, d: 1, others: 80 });
  expect(await counts(['a', 'b', 'c', 'd'])).toEqual({ a: 120, b: 0, c: 3, d: 1 });
  expect(calls).toEqual([undefined, undefined, undefined]);
});

test('few services, or many in a cluster where far more has stopped, are asked for one by one', async () => {
  const few = cluster({ a: 2, b: 1 });
  expect(await few.counts(['a', 'b'])).toEqual({ a: 2, b: 1 });
  expect(few.calls).toEqual(['a', 'b']);
  const busy = cluster({ a: 2, b: 1, c: 0, d: 1, jobs: 900 });
  expect(await busy.counts(['a', 'b', 'c', 'd'])).toEqual({ a: 2, b: 1, c: 0, d: 1 });
  expect(busy.calls).toEqual([undefined, undefined, undefined, undefined, 'a', 'b', 'c', 'd']);
});

test('a service of which hundreds have stopped in the hour is read to the end: ECS lists them in no order', async () => {
  const busy = cluster({ a: 345, b: 1 });
  expect(await busy.counts(['a', 'b'])).toEqual({ a: 345, b: 1 });
  const endless = cluster({ a: 5_000 });
  expect(await endless.counts(['a'])).toEqual({ a: 1_000 });
});
