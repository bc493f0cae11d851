import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

/** The seven services of `examples/popcorn` as processes: what their images hold really runs. */

const folder = resolve(import.meta.dirname, '../../examples/popcorn');
const started: ChildProcess[] = [];
const urls: Record<string, string> = {};

/** Starts a service on a free port; answers once it listens. */
async function start(name: string, env: Readonly<Record<string, string>> = {}): Promise<void> {
  const child = spawn(process.execPath, [join(folder, 'services', name, 'server.js')], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const port = await new Promise<number>((listens, failed) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { listening } = JSON.parse(line) as { listening?: number };
      if (listening !== undefined) listens(listening);
    });
    child.once('exit', (code) => failed(new Error(`${name} ended with ${code}`)));
  });
  urls[name] = `http://127.0.0.1:${port}`;
}

async function ask(method: string, path: string, body?: unknown, token?: string) {
  const answer = await fetch(`${urls['api-gateway']}${path}`, {
    method,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: what each path answers is the example's own affair
  return { status: answer.status, body: (await answer.json()) as any };
}

beforeAll(async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  await Promise.all([start('user', { JWT_PRIVATE_KEY: privateKey }), start('store'), start('order-query')]);
  const toView = `${urls['order-query']}/events`;
  await Promise.all([
    start('order', { STORE_SERVICE_URL: urls.store ?? '', EVENT_SUBSCRIBERS: toView }),
    start('checkin', { EVENT_SUBSCRIBERS: toView }),
  ]);
  await start('payment', { EVENT_SUBSCRIBERS: `${urls.order}/events,${toView}`, TOSS_SECRET_KEY: 'key' });
  const services = Object.entries(urls).map(([name, url]) => [
    `${name.toUpperCase().replace('-', '_')}_SERVICE_URL`,
    url,
  ]);
  await start('api-gateway', { JWT_PUBLIC_KEY: publicKey, ...Object.fromEntries(services) });
}, 60_000);

afterAll(async () => {
  const left = started.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  const gone = left.map((child) => new Promise((ended) => child.once('exit', ended)));
  for (const child of left) child.kill('SIGKILL');
  await Promise.all(gone);
});

test('somebody signs up, orders at the prices of the menu, pays, and sees the order paid', async () => {
  for (const url of Object.values(urls)) expect((await fetch(`${url}/health`)).status).toBe(200);
  const who = { email: 'ann@example.com', password: 'correct horse battery' };
  expect(await ask('POST', '/users', who)).toMatchObject({ status: 201 });
  expect(await ask('POST', '/orders', {})).toEqual({ status: 401, body: { error: 'a token is needed' } });
  const { token } = (await ask('POST', '/sessions', who)).body;
  const items = [{ id: 'caramel', count: 2 }];
  const order = await ask('POST', '/orders', { storeId: 'gangnam', items }, token);
  expect(order).toMatchObject({ status: 201, body: { total: 12_000, state: 'placed' } });
  const pay = { orderId: order.body.id, amount: order.body.total };
  const paid = await ask('POST', '/payments', pay, token);
  expect(await ask('POST', '/payments', pay, token)).toEqual(paid);
  expect(await ask('POST', '/checkins', { orderId: order.body.id }, token)).toMatchObject({ status: 201 });
  const seen = await ask('GET', '/orders', undefined, token);
  expect(seen.body).toMatchObject([{ id: order.body.id, state: 'paid' }]);
}, 30_000);

test('a service that is told to stop finishes and ends by itself', async () => {
  const [user] = started;
  const ended = new Promise((done) => user?.once('exit', (code, signal) => done([code, signal])));
  user?.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});
