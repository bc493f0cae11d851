import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type StartedCloud, startCloud } from '../../src/testing/cloud.js';
import { figure } from '../../src/testing/figures.js';
import { type Clients, clientsFor } from './clients.js';
import { type SplitListener, splitListener } from './split-listener.js';

let cloud: StartedCloud;
let clients: Clients;
let split: SplitListener;
const agent = new Agent({ keepAlive: true, maxSockets: 20 });

beforeAll(async () => {
  cloud = await startCloud({ speed: 5 });
  clients = clientsFor(cloud.endpoint);
  split = await splitListener(cloud, clients.elb);
}, 60_000);

afterAll(async () => {
  agent.destroy();
  await split?.close();
  clients?.destroy();
  await cloud?.stop();
});

function get(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => {
        body += text;
      });
      response.on('end', () => resolve(response.statusCode === 200 ? body : `status ${response.statusCode}`));
    });
    sent.on('error', reject).end();
  });
}

/** Sends `total` requests over 20 connections and counts who answered. */
async function count(total: number): Promise<Record<string, number>> {
  const seen: Record<string, number> = {};
  let left = total;
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      while (left-- > 0) {
        const who = await get(split.url);
        seen[who] = (seen[who] ?? 0) + 1;
      }
    }),
  );
  return seen;
}

describe('2,000 requests through a listener', () => {
  test.each([
    [90, 10, 10],
    [50, 50, 50],
    // Weights are shares, not percent: 300 of 400 is 75 %.
    [100, 300, 75],
  ])(
    'at %d to %d, green gets %d %% within two points',
    async (blue, green, percent) => {
      await split.weigh(blue, green);
      const seen = await count(2_000);
      expect(Object.keys(seen).sort()).toEqual(['blue', 'green']);
      const share = ((seen.green ?? 0) / 2_000) * 100;
      figure('split-off', Math.abs(share - percent));
      expect(Math.abs(share - percent)).toBeLessThanOrEqual(2);
    },
    60_000,
  );

  test('at 100 to 0, green gets not one, and at 0 to 1 blue gets not one', async () => {
    await split.weigh(100, 0);
    const seen = await count(2_000);
    figure('split-at-0', seen.green ?? 0);
    expect(seen).toEqual({ blue: 2_000 });
    await split.weigh(0, 1);
    expect(await count(2_000)).toEqual({ green: 2_000 });
  }, 60_000);
});
