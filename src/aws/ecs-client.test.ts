import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { FakeClock } from '../testing/fake-clock.js';
import { Pacer } from './paced.js';
import { createServiceRollout } from './service-rollout.js';

/** As much of ECS as describes any service and registers anything, and throttles when it is told to. */
let server: Server;
let calls: { action: string; names: number }[] = [];
let throttles = 0;
const names = ['AWS_ENDPOINT_URL', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const;
const before = names.map((name) => process.env[name]);

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const input = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { services?: string[] };
    const { services = [] } = input;
    calls.push({ action: String(request.headers['x-amz-target']).split('.')[1] ?? '', names: services.length });
    const isThrottled = throttles-- > 0;
    const answer = isThrottled
      ? { __type: 'ThrottlingException', message: 'Rate exceeded' }
      : {
          services: services
            .filter((name) => name !== 'gone')
            .map((serviceName) => ({ serviceName, status: 'ACTIVE' })),
          taskDefinition: { taskDefinitionArn: 'arn' },
        };
    response
      .writeHead(isThrottled ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' })
      .end(JSON.stringify(answer));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const [i, value] of [endpoint, 'AKIATEST', 'test'].entries()) process.env[names[i] ?? ''] = value;
});

beforeEach(() => {
  calls = [];
  throttles = 0;
});

afterAll(async () => {
  for (const [i, name] of names.entries()) {
    const value = before[i];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

test('a hundred services that are looked at at once are ten calls, and one that is not there fails alone', async () => {
  const rollout = createServiceRollout({ region: 'eu-west-1' }, 'shop');
  const looks = [...Array.from({ length: 99 }, (_, index) => `s${index}`), 'gone'].map((name) =>
    rollout.describe([name]),
  );
  const settled = await Promise.allSettled(looks);
  expect(calls).toEqual(Array.from({ length: 10 }, () => ({ action: 'DescribeServices', names: 10 })));
  expect(settled.slice(0, 99).every(({ status }) => status === 'fulfilled')).toBe(true);
  expect(settled[99]).toMatchObject({ reason: { problems: [{ value: 'gone' }] } });
});

test('every attempt waits for its turn, those that the SDK makes again too', async () => {
  const clock = new FakeClock(0);
  const rollout = createServiceRollout({ region: 'eu-west-1', pacer: new Pacer(clock) }, 'shop');
  await Promise.all(Array.from({ length: 18 }, () => rollout.register({ family: 'shop' })));
  expect(clock.now()).toBeCloseTo(2_500);
  throttles = 1;
  await rollout.register({ family: 'shop' });
  // Its turn at 3,750; then AWS had none left, so that the next is a whole one later.
  expect(clock.now()).toBeCloseTo(5_000);
  expect(calls).toHaveLength(20);
});
