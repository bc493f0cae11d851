import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { behaviourFrom, ErrorShare, withFault } from './behaviour.js';
import { compiledAppProgram } from './compile-for-tests.js';
import { readFrame, writeFrame } from './websocket.js';

const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface App {
  child: ChildProcess;
  url: string;
}

async function start(env: Record<string, string>): Promise<App> {
  const child = spawn(process.execPath, [compiledAppProgram()], {
    env: { SLUICE_LISTEN: '8080=0', SLUICE_TASK_ID: 'task1', ...env },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  children.push(child);
  const port = await new Promise<number>((resolve) => {
    child.on('message', (message: { listening?: Record<string, number> }) => {
      if (message.listening?.['8080'] !== undefined) resolve(message.listening['8080']);
    });
  });
  return { child, url: `http://127.0.0.1:${port}` };
}

const exitOf = async (child: ChildProcess) => (await once(child, 'exit'))[0] as number;

describe('the catalogue app', () => {
  test('answers with its version and task, and is healthy', async () => {
    const { url } = await start({ APP_VERSION: '1.2' });
    const answer = await fetch(`${url}/orders`);
    expect([answer.status, answer.headers.get('x-app-version')]).toEqual([200, '1.2']);
    expect(await answer.json()).toEqual({ version: '1.2', task: 'task1', path: '/orders' });
    expect(await (await fetch(`${url}/actuator/health`)).json()).toMatchObject({ status: 'UP' });
  });

  test('fails the asked share of requests, health checks excepted, and counts them', async () => {
    const { url } = await start({ APP_ERROR_SHARE: '0.2', HEALTH_PATH: '/up' });
    let failed = 0;
    for (let i = 0; i < 50; i++) if ((await fetch(url)).status === 500) failed += 1;
    expect(failed).toBeGreaterThanOrEqual(9);
    expect(failed).toBeLessThanOrEqual(11);
    expect((await fetch(`${url}/up`)).status).toBe(200);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain(`http_requests_total{status="500"} ${failed}`);
    expect(metrics).toContain('http_request_duration_seconds_count 50');
    expect(metrics).toContain('hikaricp_connections_max{pool="main"} 10');
  });

  test('changes its behaviour while it runs', async () => {
    const { child, url } = await start({});
    const probe = { headers: { 'user-agent': 'ELB-HealthChecker/2.0' } };
    expect((await fetch(url, probe)).status).toBe(200);
    child.send({ fault: { neverHealthy: true, latencyMs: 100 } });
    while ((await fetch(url, probe)).status !== 503) await new Promise((resolve) => setTimeout(resolve, 5));
    const began = Date.now();
    expect((await fetch(url)).status).toBe(200);
    expect(Date.now() - began).toBeGreaterThanOrEqual(95);
    child.send({ fault: {} });
    while ((await fetch(url, probe)).status !== 200) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  test('crashes after so many requests with the asked code', async () => {
    const { child, url } = await start({ APP_CRASH_AFTER_REQUESTS: '2', APP_CRASH_EXIT_CODE: '42' });
    const exit = exitOf(child);
    expect([(await fetch(url)).status, (await fetch(url)).status]).toEqual([200, 200]);
    await expect(fetch(url)).rejects.toThrow();
    expect(await exit).toBe(42);
  });

  test('finishes a request in flight when it is told to end', async () => {
    const { child, url } = await start({});
    const slow = fetch(`${url}/slow?ms=200`);
    await new Promise((resolve) => setTimeout(resolve, 80));
    const exit = exitOf(child);
    child.kill('SIGTERM');
    expect((await slow).status).toBe(200);
    expect(await exit).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  test('ends with the process that started it', async () => {
    const { child } = await start({});
    const exit = exitOf(child);
    child.disconnect();
    expect(await exit).toBe(0);
  });

  test('streams, and echoes what comes through a websocket', async () => {
    const { url } = await start({ APP_VERSION: '3' });
    expect(await (await fetch(`${url}/stream?chunks=3&ms=1`)).text()).toBe(
      'chunk 0 of 3\nchunk 1 of 3\nchunk 2 of 3\n',
    );
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(
      'GET / HTTP/1.1\r\nHost: app\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    let received = Buffer.alloc(0);
    const until = async (text: string) => {
      while (!received.includes(text)) received = Buffer.concat([received, (await once(socket, 'data'))[0] as Buffer]);
    };
    // The answer that RFC 6455 gives for this key.
    await until('Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
    const masked = Buffer.from([
      0x81,
      0x85,
      1,
      2,
      3,
      4,
      ...[...Buffer.from('hello')].map((byte, i) => byte ^ ((i % 4) + 1)),
    ]);
    socket.write(masked);
    await until('hello');
    socket.destroy();
  });
});

describe('the behaviour', () => {
  test('a value that is no number is an error, never a default', () => {
    expect(() => behaviourFrom({ APP_LATENCY_MS: 'slow' })).toThrow('APP_LATENCY_MS must be a number of at least 0');
    expect(() => behaviourFrom({ APP_ERROR_SHARE: '20' })).toThrow('between 0 and 1');
  });

  test('a fault lies over what the environment says and leaves the rest', () => {
    const base = behaviourFrom({ APP_VERSION: '1', APP_LATENCY_MS: '5' });
    expect(withFault(base, { errorShare: 0.5 })).toEqual({ ...base, errorShare: 0.5 });
  });

  test('the share of failures is exact within one request', () => {
    const share = new ErrorShare(0.3);
    const failed = Array.from({ length: 1_000 }, () => share.fails(0.17)).filter(Boolean).length;
    expect(Math.abs(failed - 170)).toBeLessThanOrEqual(1);
  });

  test.each([0, 125, 126, 65_536])('a frame of %i bytes survives the way there and back', (size) => {
    const payload = Buffer.alloc(size, 7);
    const frame = writeFrame(0x2, payload);
    expect(readFrame(frame)).toMatchObject({ opcode: 2, length: frame.length });
    expect(readFrame(frame)?.payload.equals(payload)).toBe(true);
    expect(readFrame(frame.subarray(0, frame.length - 1))).toBeUndefined();
  });
});
