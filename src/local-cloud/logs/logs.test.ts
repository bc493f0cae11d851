import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogGroupCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  PutLogEventsCommand,
  paginateGetLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Cloud } from '../cloud.js';

let cloud: Cloud;
let logs: CloudWatchLogsClient;
const at = { logGroupName: '/ecs/shop', logStreamName: 'web/1' };

beforeEach(async () => {
  cloud = await Cloud.start();
  logs = new CloudWatchLogsClient({
    endpoint: cloud.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
  });
  await logs.send(new CreateLogGroupCommand({ logGroupName: at.logGroupName }));
  await logs.send(new CreateLogStreamCommand(at));
});

afterEach(async () => {
  logs.destroy();
  await cloud.stop();
});

async function put(...messages: string[]) {
  const now = Math.floor(cloud.clock.now());
  const logEvents = messages.map((message, i) => ({ timestamp: now + i, message }));
  return logs.send(new PutLogEventsCommand({ ...at, logEvents }));
}

test('a group and a stream exist once, and are described', async () => {
  await expect(logs.send(new CreateLogGroupCommand({ logGroupName: at.logGroupName }))).rejects.toMatchObject({
    name: 'ResourceAlreadyExistsException',
  });
  await put('hello');
  const { logGroups } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: '/ecs' }));
  expect(logGroups?.map(({ arn }) => arn)).toEqual([cloud.arn('logs', 'log-group:/ecs/shop:*')]);
  const { logStreams } = await logs.send(new DescribeLogStreamsCommand({ logGroupName: at.logGroupName }));
  expect(logStreams).toHaveLength(1);
  expect(logStreams?.[0]?.firstEventTimestamp).toBe(logStreams?.[0]?.lastEventTimestamp);
});

test('the forward token stays the same at the end, and goes on when there is more', async () => {
  await put('1', '2', '3');
  const read = (nextToken?: string) =>
    logs.send(new GetLogEventsCommand({ ...at, startFromHead: true, limit: 2, ...(nextToken ? { nextToken } : {}) }));
  const first = await read();
  const second = await read(first.nextForwardToken);
  const end = await read(second.nextForwardToken);
  expect([first, second, end].map(({ events }) => events?.map(({ message }) => message))).toEqual([
    ['1', '2'],
    ['3'],
    [],
  ]);
  expect(end.nextForwardToken).toBe(second.nextForwardToken);
  await put('4');
  expect((await read(end.nextForwardToken)).events?.map(({ message }) => message)).toEqual(['4']);
  expect((await read(second.nextBackwardToken)).events?.map(({ message }) => message)).toEqual(['1', '2']);
});

test("the SDK's paginator ends", async () => {
  await put('1', '2', '3', '4', '5');
  const seen: (string | undefined)[] = [];
  const pages = paginateGetLogEvents({ client: logs, stopOnSameToken: true }, { ...at, startFromHead: true, limit: 2 });
  for await (const { events } of pages) seen.push(...(events ?? []).map(({ message }) => message));
  expect(seen).toEqual(['1', '2', '3', '4', '5']);
});

test('without startFromHead the latest come, in order of time', async () => {
  await put('1', '2', '3');
  const { events } = await logs.send(new GetLogEventsCommand({ ...at, limit: 2 }));
  expect(events?.map(({ message }) => message)).toEqual(['2', '3']);
});

test('filter terms must all be there, "?" means any, "-" none', async () => {
  await put('GET /cart 200', 'GET /cart 500', 'POST /pay 500', 'upstream timed out');
  const filter = async (filterPattern: string) =>
    (await logs.send(new FilterLogEventsCommand({ logGroupName: at.logGroupName, filterPattern }))).events?.map(
      ({ message }) => message,
    );
  expect(await filter('cart 500')).toEqual(['GET /cart 500']);
  expect(await filter('?POST ?timed')).toEqual(['POST /pay 500', 'upstream timed out']);
  expect(await filter('500 -cart')).toEqual(['POST /pay 500']);
  expect(await filter('"timed out"')).toEqual(['upstream timed out']);
  expect(await filter('')).toHaveLength(4);
  await expect(filter('{ $.status = 500 }')).rejects.toMatchObject({ name: 'InvalidParameterException' });
});

test('events too old or too new are rejected and counted, the others kept', async () => {
  const now = cloud.clock.now();
  const hourMs = 3_600_000;
  const send = (...ages: number[]) =>
    logs.send(
      new PutLogEventsCommand({ ...at, logEvents: ages.map((age) => ({ timestamp: now - age, message: `${age}` })) }),
    );
  expect((await send(15 * 24 * hourMs, 14.5 * 24 * hourMs)).rejectedLogEventsInfo).toEqual({
    tooOldLogEventEndIndex: 2,
  });
  expect((await send(0, -3 * hourMs)).rejectedLogEventsInfo).toEqual({ tooNewLogEventStartIndex: 1 });
  await expect(send(0, hourMs)).rejects.toThrow('chronological order');
  await expect(send(25 * hourMs, 0)).rejects.toThrow('24 hours');
});

test('what is deleted is not found', async () => {
  await logs.send(new DeleteLogGroupCommand({ logGroupName: at.logGroupName }));
  await expect(put('x')).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    $metadata: { httpStatusCode: 400 },
  });
});
