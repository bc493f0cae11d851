import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Behaviour, ErrorShare, isHealthCheck } from './behaviour.js';
import { AppMetrics } from './metrics.js';
import { echo } from './websocket.js';

/** The catalogue app's HTTP side. */
export class AppServer {
  readonly metrics = new AppMetrics();
  private readonly servers: Server[] = [];
  private readonly upgraded = new Set<Duplex>();
  private readonly errors = new ErrorShare();
  private requests = 0;

  constructor(
    private readonly behaviour: () => Behaviour,
    private readonly task: string,
    /** Whether health checks may pass already. */
    private readonly hasWarmedUp: () => boolean,
    private readonly crash: (why: string) => void,
    private readonly log: (line: string) => void,
  ) {}

  /** Listens on `port`, or on a free one where somebody took it meanwhile. Answers the port. */
  listen(port: number): Promise<number> {
    const server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => {
        this.log(`request failed: ${error}`);
        response.destroy();
      });
    });
    // A load balancer keeps its connections to targets; Node's default of 5 s would race with it.
    server.keepAliveTimeout = 75_000;
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      this.upgraded.add(socket);
      socket.on('close', () => this.upgraded.delete(socket));
      echo(request, socket, head, this.behaviour().version);
    });
    this.servers.push(server);
    return new Promise((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EADDRINUSE') return reject(error);
        server.listen(0, '127.0.0.1');
      });
      server.once('listening', () => resolve((server.address() as AddressInfo).port));
      server.listen(port, '127.0.0.1');
    });
  }

  /** Stops accepting, lets requests in flight finish. */
  async close(): Promise<void> {
    for (const socket of this.upgraded) socket.end();
    await Promise.all(
      this.servers.map(
        (server) =>
          new Promise<void>((resolve) => {
            // A kept-alive connection whose last request ends after `close` would otherwise idle until its timeout.
            const sweep = setInterval(() => server.closeIdleConnections(), 20);
            server.close(() => {
              clearInterval(sweep);
              resolve();
            });
            server.closeIdleConnections();
          }),
      ),
    );
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const began = performance.now();
    const behaviour = this.behaviour();
    const url = new URL(request.url ?? '/', 'http://app');
    response.setHeader('x-app-version', behaviour.version);
    response.setHeader('x-task-id', this.task);
    if (url.pathname === '/metrics') {
      response.setHeader('content-type', 'text/plain; version=0.0.4');
      response.end(this.metrics.text(behaviour.poolSize));
      return;
    }
    if (isHealthCheck(behaviour, url.pathname, request.headers['user-agent'])) {
      this.answerHealth(url.pathname, behaviour, response);
      return;
    }

    this.requests += 1;
    if (behaviour.crashAfterRequests !== undefined && this.requests > behaviour.crashAfterRequests) {
      this.crash(`after ${behaviour.crashAfterRequests} requests`);
      return;
    }
    this.metrics.active += 1;
    response.on('close', () => {
      this.metrics.active -= 1;
      this.metrics.observe(response.statusCode, (performance.now() - began) / 1000);
    });
    request.resume();
    const wait = behaviour.latencyMs + Math.random() * behaviour.latencyJitterMs + slowness(url);
    if (wait > 0) await sleep(wait);
    if (url.pathname === '/stream') return this.stream(url, response);

    const fails = this.errors.fails(behaviour.errorShare);
    response.statusCode = fails ? behaviour.errorStatus : 200;
    if (fails ? behaviour.logs !== 'none' : behaviour.logs === 'requests') {
      this.log(`${request.method} ${url.pathname} ${response.statusCode}`);
    }
    response.setHeader('content-type', 'application/json');
    const body = { version: behaviour.version, task: this.task, path: url.pathname };
    response.end(`${JSON.stringify(fails ? { ...body, error: 'injected' } : body)}\n`);
  }

  private answerHealth(path: string, behaviour: Behaviour, response: ServerResponse): void {
    const isHealthy = !behaviour.neverHealthy && this.hasWarmedUp();
    response.statusCode = isHealthy ? behaviour.healthStatus : 503;
    const isUp = response.statusCode < 400;
    response.setHeader('content-type', 'application/json');
    // Spring Boot Actuator's words: https://docs.spring.io/spring-boot/api/rest/actuator/health.html
    const words = path.startsWith('/actuator/') ? { status: isUp ? 'UP' : 'DOWN' } : { healthy: isUp };
    response.end(`${JSON.stringify({ ...words, version: behaviour.version })}\n`);
  }

  /** `/stream?chunks=5&ms=10`: a chunked answer, a line at a time. */
  private async stream(url: URL, response: ServerResponse): Promise<void> {
    const chunks = Math.min(Number(url.searchParams.get('chunks') ?? 5), 10_000);
    const pauseMs = Number(url.searchParams.get('ms') ?? 10);
    response.setHeader('content-type', 'text/plain');
    for (let i = 0; i < chunks && !response.destroyed; i++) {
      response.write(`chunk ${i} of ${this.behaviour().version}\n`);
      await sleep(pauseMs);
    }
    response.end();
  }
}

/** `/slow?ms=250` */
function slowness(url: URL): number {
  return url.pathname === '/slow' ? Math.min(Number(url.searchParams.get('ms') ?? 1_000) || 0, 600_000) : 0;
}
