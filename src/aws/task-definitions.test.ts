import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Cloud } from '../local-cloud/cloud.js';
import { createServiceRollout } from './service-rollout.js';

/** ECS as it may be one day, with members that no SDK of today knows. It keeps what it was sent. */
let server: Server;
let sent: unknown;
const names = ['AWS_ENDPOINT_URL', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const;
const before = names.map((name) => process.env[name]);
const arn = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/shop:7';
const described = {
  taskDefinition: {
    taskDefinitionArn: arn,
    revision: 7,
    family: 'shop',
    registeredAt: 1_700_000_000.5,
    newest: { kept: true },
    containerDefinitions: [{ name: 'app', image: 'shop:1', command: [], restartWindow: { seconds: [1, 2] } }],
  },
  tags: [{ key: 'team', value: '' }],
};

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    expect(body.length).toBe(Number(request.headers['content-length']));
    sent = JSON.parse(body.toString('utf8'));
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(described));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const [i, value] of [endpoint, 'AKIATEST', 'test'].entries()) process.env[names[i] ?? ''] = value;
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

const rollout = () => createServiceRollout({ region: 'eu-west-1' }, 'shop');

test('a task definition is sent as it is written: unknown members, empty texts and empty lists too', async () => {
  const definition = {
    family: 'shop',
    newest: { kept: true, text: 'grüß', none: null },
    tags: [],
    containerDefinitions: [
      {
        name: 'app',
        image: 'shop:1',
        command: [],
        environment: [{ name: 'A', value: '' }],
        restartWindow: { seconds: [1, 2] },
      },
    ],
  };
  expect(await rollout().register(definition)).toBe(arn);
  expect(sent).toEqual(definition);
});

test('a task definition that is described keeps what the SDK does not know', async () => {
  const found = await rollout().taskDefinition(arn);
  expect(sent).toEqual({ taskDefinition: arn, include: ['TAGS'] });
  expect(found).toEqual({ ...described.taskDefinition, tags: described.tags });
});

test('what the local cloud does not know arrives there, is ignored as AWS does, and is named in its log', async () => {
  const cloud = await Cloud.start();
  const endpoint = process.env.AWS_ENDPOINT_URL;
  process.env.AWS_ENDPOINT_URL = cloud.endpoint;
  try {
    const definition = {
      family: 'shop',
      containerDefinitions: [{ name: 'app', image: 'shop:1', memory: 64, command: [], restartWindow: 5 }],
    };
    const registered = await rollout().register(definition);
    const [call] = cloud.requests(0, 'ecs:RegisterTaskDefinition');
    expect(call).toMatchObject({ status: 200, ignored: ['containerDefinitions.0.restartWindow'] });
    const { restartWindow: _, ...container } = definition.containerDefinitions[0] ?? {};
    expect((await rollout().taskDefinition(registered)).containerDefinitions?.[0]).toMatchObject(container);
  } finally {
    process.env.AWS_ENDPOINT_URL = endpoint;
    await cloud.stop();
  }
});
