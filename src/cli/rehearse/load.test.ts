import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Load } from './load.js';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serving(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function load(options: ConstructorParameters<typeof Load>[0]): Load {
  const made = new Load(options);
  closing.unshift(() => made.stop());
  return made;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the load generator', () => {
  test('sends at its rate and counts by version and by status', async () => {
    let n = 0;
    const url = await serving((_request, response) => {
      n += 1;
      response.setHeader('x-app-version', n % 2 === 0 ? 'v1' : 'v2');
      response.statusCode = n % 4 === 0 ? 503 : 200;
      response.end('x');
    });
    const generator = load({ url, perSecond: 200 });
    const tally = generator.tally();
    await pause(1_000);
    await generator.close(tally);
    const { requests, failed } = tally.total;
    expect(requests).toBeGreaterThan(150);
    expect(requests).toBeLessThan(260);
    expect(tally.byVersion.get('v1')?.requests).toBeGreaterThan(70);
    expect(tally.byVersion.get('v2')?.failed).toBe(0);
    expect(failed).toBe(tally.byStatus.get('503'));
    expect((tally.byStatus.get('200') ?? 0) + failed).toBe(requests);
  });

  test('lets go of connections that it needed once and uses no more, before a server closes them', async () => {
    const startedAt = performance.now();
    const open = new Set<unknown>();
    let most = 0;
    const url = await serving((request, response) => {
      if (!open.has(request.socket)) request.socket.on('close', () => open.delete(request.socket));
      open.add(request.socket);
      most = Math.max(most, open.size);
      // While nothing is answered, each request takes a connection of its own.
      setTimeout(() => response.end('x'), Math.max(0, 500 - (performance.now() - startedAt)));
    });
    const generator = load({ url, perSecond: 50, idleMs: 300 });
    const tally = generator.tally();
    while (most < 10 || open.size > most / 2) await pause(20);
    await generator.close(tally);
    expect(tally.total.failed).toBe(0);
  }, 20_000);

  test('goes on at its rate while nobody answers, and measures from when each request was due', async () => {
    const startedAt = performance.now();
    const url = await serving((_request, response) => {
      // Nothing is answered in the first 600 ms; a closed loop would hardly have asked.
      setTimeout(() => response.end('x'), Math.max(0, 600 - (performance.now() - startedAt)));
    });
    const generator = load({ url, perSecond: 100 });
    const tally = generator.tally();
    await pause(500);
    await generator.close(tally);
    expect(tally.total.requests).toBeGreaterThan(30);
    expect(tally.total.failed).toBe(0);
    // Due evenly over 500 ms and answered at 600: half of them waited 350 ms or longer.
    expect(tally.percentileMs(50)).toBeGreaterThan(250);
    expect(tally.percentileMs(100)).toBeGreaterThan(500);
  });

  test('a request that gets no answer, or only half of one, has failed', async () => {
    const url = await serving((request, response) => {
      response.setHeader('x-app-version', 'v1');
      response.setHeader('content-length', '100');
      response.write('half');
      setTimeout(() => request.socket.destroy(), 5);
    });
    const generator = load({ url, perSecond: 50 });
    const tally = generator.tally();
    await pause(200);
    await generator.close(tally);
    expect(tally.total.requests).toBeGreaterThan(0);
    expect(tally.total.failed).toBe(tally.total.requests);
    expect(tally.byVersion.get('v1')?.failed).toBe(tally.total.requests);
  });

  test('a request that takes longer than the limit has failed', async () => {
    const url = await serving(() => {});
    const generator = load({ url, perSecond: 20, timeoutMs: 100 });
    const tally = generator.tally();
    await pause(100);
    await generator.close(tally);
    expect([...tally.byStatus.keys()]).toEqual(['no answer in 0.1 s']);
  });

  test('a tally counts what was due while it was open, not before and not after', async () => {
    const url = await serving((_request, response) => response.end());
    const generator = load({ url, perSecond: 100 });
    await pause(200);
    const tally = generator.tally();
    await pause(200);
    await generator.close(tally);
    const { requests } = tally.total;
    await pause(100);
    expect(requests).toBeGreaterThan(10);
    expect(requests).toBeLessThan(30);
    expect(tally.total.requests).toBe(requests);
  });
});
