import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { labPath } from './tools.js';

export interface StartedPrometheus {
  readonly url: string;
  /** Resolves when the query has a series with a number. Throws Error with the log when it has none in time. */
  hasData(query: string): Promise<void>;
  stop(): Promise<void>;
}

const startMs = 20_000;

/** A Prometheus of its own, with its own data, that scrapes every second what `targets` answers: `127.0.0.1:8080`. */
export async function startPrometheus(targets: () => Promise<readonly string[]>): Promise<StartedPrometheus> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-prometheus-'));
  const discovery = await serveTargets(targets);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = {
    global: { scrape_interval: '1s', scrape_timeout: '1s' },
    scrape_configs: [
      {
        job_name: 'shop',
        http_sd_configs: [{ url: `http://127.0.0.1:${portOf(discovery)}/`, refresh_interval: '1s' }],
      },
    ],
  };
  // JSON is YAML.
  await writeFile(join(folder, 'prometheus.yml'), JSON.stringify(config));
  const child = spawn(
    'prometheus',
    [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    { env: { ...process.env, PATH: labPath }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-10_000);
  });
  const gone = new Promise<void>((ended) => child.once('close', () => ended()));

  const until = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
    const deadline = Date.now() + startMs;
    while (!(await isSo().catch(() => false))) {
      if (Date.now() > deadline || child.exitCode !== null) {
        throw new Error(`Prometheus: ${what} not within ${startMs / 1000} s\n${log.split('\n').slice(-15).join('\n')}`);
      }
      await sleep(200);
    }
  };
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await gone;
    clearTimeout(force);
    discovery.closeAllConnections();
    await new Promise((closed) => discovery.close(closed));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await until('ready', async () => (await fetch(`${url}/-/ready`)).ok);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    stop,
    hasData: (query) =>
      until(`data for ${query}`, async () => {
        const response = await fetch(`${url}/api/v1/query?${new URLSearchParams({ query })}`);
        const { data } = (await response.json()) as { data: { result: { value: [number, string] }[] } };
        return data.result.some(({ value }) => value[1] !== 'NaN');
      }),
  };
}

/** https://prometheus.io/docs/prometheus/2.42/http_sd/ */
async function serveTargets(targets: () => Promise<readonly string[]>): Promise<Server> {
  const server = createServer((_, response) => {
    targets().then(
      (found) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify([{ targets: found }]));
      },
      () => response.writeHead(503).end(),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

async function freePort(): Promise<number> {
  const socket = createSocket();
  await new Promise<void>((ready) => socket.listen(0, '127.0.0.1', ready));
  const { port } = socket.address() as AddressInfo;
  await new Promise((closed) => socket.close(closed));
  return port;
}
