import { type ClientRequest, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Ground } from '../contract.js';
import { numberOf } from './attributes.js';
import { type RequestCounts, type Tally, tallied } from './counts.js';
import { answer, answerError } from './elb-answer.js';
import { type Forwarding, requestHeaders, responseHeaders } from './forward-headers.js';
import type { TrafficMetrics } from './metrics.js';
import type { RegisteredTarget } from './registered-target.js';
import { type Chosen, choose, factsOf, routeOf } from './router.js';
import type { Route } from './routes.js';
import type { LoadBalancer, TargetGroup } from './state.js';

/** "The load balancer failed to establish a connection to the target before the connection timeout expired (10 seconds)". https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html#http-504-issues */
const connectTimeoutMs = 10_000;
/** "The client closed the connection with the load balancer before the idle timeout period elapsed." */
const clientGone = 460;

/** What the proxy reads of its listener; all but the ARN change under it. */
export interface Front {
  readonly arn: string;
  readonly loadBalancer: LoadBalancer;
  readonly port: number;
  readonly protocol: string;
}

/** A request that has its target. */
interface Errand extends Chosen {
  readonly target: RegisteredTarget;
  readonly group: TargetGroup;
  readonly route: Route;
  readonly tally: Tally;
  readonly upgrade: boolean;
}

/**
 * Carries requests to targets and answers back, streaming both ways. Latencies, and with them the idle timeout, are
 * real time whatever the cloud's speed: the processes behind it are real.
 */
export class RequestProxy {
  routes: readonly Route[] = [];

  constructor(
    private readonly front: Front,
    private readonly ground: Ground,
    private readonly traffic: TrafficMetrics,
    private readonly counts: RequestCounts,
  ) {}

  get idleMs(): number {
    return numberOf(this.front.loadBalancer.attributes, 'idle_timeout.timeout_seconds') * 1000;
  }

  handle(req: IncomingMessage, res: ServerResponse): void {
    const errand = this.errandOf(req, false, (status, headers, body) => {
      if (headers === undefined) answerError(res, status);
      else answer(res, status, headers, body ?? '');
    });
    if (errand === undefined) return;
    const { target, group, tally } = errand;
    const { upstream, hasBody } = this.send(req, errand);
    const leftAt = performance.now();
    let settled = false;

    upstream.on('response', (up) => {
      const status = up.statusCode ?? 502;
      this.traffic.answered(this.front.loadBalancer.arn, group.arn, status, (performance.now() - leftAt) / 1000);
      tallied(tally.target, status);
      settled = true;
      res.writeHead(status, up.statusMessage ?? '', responseHeaders(up.rawHeaders, errand.cookies));
      // A target that dies in mid-answer: the client must see a cut answer, not a short one.
      up.on('error', () => res.destroy());
      up.pipe(res);
    });
    const failed = (status: number) => {
      if (res.headersSent) res.destroy();
      else if (!settled) {
        settled = true;
        tallied(tally.elb, status);
        this.traffic.answeredByElb(this.front.loadBalancer.arn, status, 'error');
        if (hasBody) {
          req.unpipe(upstream);
          req.resume();
        }
        answerError(res, status);
      }
      upstream.destroy();
    };
    upstream.on('timeout', () => failed(504));
    upstream.on('error', (error: NodeJS.ErrnoException) => failed(this.statusOf(error, group)));
    res.on('close', () => {
      target.finished();
      if (!res.writableFinished && !settled) {
        settled = true;
        tallied(tally.elb, clientGone);
        this.traffic.answeredByElb(this.front.loadBalancer.arn, clientGone, 'error');
      }
      if (!res.writableFinished) upstream.destroy();
    });
    if (hasBody) req.pipe(upstream);
    else upstream.end();
  }

  upgrade(req: IncomingMessage, client: Duplex, head: Buffer): void {
    client.on('error', () => client.destroy());
    const errand = this.errandOf(req, true, (status) => endRaw(client, status));
    if (errand === undefined) return;
    const { target, group, tally } = errand;
    const { upstream } = this.send(req, errand);
    const leftAt = performance.now();
    let settled = false;
    const answered = (status: number) => {
      settled = true;
      tallied(tally.target, status);
      this.traffic.answered(this.front.loadBalancer.arn, group.arn, status, (performance.now() - leftAt) / 1000);
    };
    client.on('close', () => {
      target.finished();
      upstream.destroy();
    });
    upstream.on('upgrade', (up, server, serverHead) => {
      answered(101);
      const headers = responseHeaders(up.rawHeaders, errand.cookies);
      headers.push('Connection', 'Upgrade', 'Upgrade', up.headers.upgrade ?? '');
      client.write(rawHead(101, 'Switching Protocols', headers));
      if (serverHead.length > 0) client.write(serverHead);
      if (head.length > 0) server.write(head);
      target.switched.add(server);
      const end = () => {
        target.switched.delete(server);
        server.destroy();
        client.destroy();
      };
      for (const side of [client as Socket, server as Socket]) {
        side.setTimeout(this.idleMs, end);
        side.on('error', end);
        side.on('close', end);
      }
      server.pipe(client);
      client.pipe(server);
    });
    upstream.on('response', (up) => {
      answered(up.statusCode ?? 502);
      const headers = [...responseHeaders(up.rawHeaders, errand.cookies), 'Connection', 'close'];
      client.write(rawHead(up.statusCode ?? 502, up.statusMessage ?? '', headers));
      up.on('error', () => client.destroy());
      up.pipe(client);
    });
    const failed = (status: number) => {
      if (!settled) {
        settled = true;
        tallied(tally.elb, status);
        this.traffic.answeredByElb(this.front.loadBalancer.arn, status, 'error');
        endRaw(client, status);
      }
      upstream.destroy();
    };
    upstream.on('timeout', () => failed(504));
    upstream.on('error', (error: NodeJS.ErrnoException) => failed(this.statusOf(error, group)));
    upstream.end();
  }

  /** Finds rule, group and target and counts the request; where the load balancer itself answers, does so and is undefined. */
  private errandOf(
    req: IncomingMessage,
    upgrade: boolean,
    reply: (status: number, headers?: [string, string][], body?: string) => void,
  ): (Errand & { target: RegisteredTarget }) | undefined {
    const lb = this.front.loadBalancer.arn;
    const facts = factsOf(req, plainIp(req.socket.remoteAddress));
    const route = routeOf(this.routes, facts);
    const { deed } = route;
    if (deed.kind !== 'forward') {
      const status = deed.status;
      tallied(this.counts.opened(this.front.arn, undefined).elb, status);
      this.traffic.answeredByElb(lb, status, deed.kind);
      if (deed.kind === 'redirect') reply(status, [['Location', deed.location(facts)]], '');
      else reply(status, [['Content-Type', deed.contentType]], deed.body);
      return undefined;
    }
    const chosen = choose(deed, req.headers.cookie, this.ground.clock);
    const target = chosen?.target;
    const tally = this.counts.opened(this.front.arn, chosen?.group.arn);
    if (chosen === undefined || target === undefined) {
      tallied(tally.elb, 503);
      this.traffic.answeredByElb(lb, 503, 'error');
      reply(503);
      return undefined;
    }
    const { pool } = chosen.group;
    this.traffic.requested(lb, chosen.group.arn, () => pool.count('healthy') || pool.all.length);
    target.started();
    return { ...chosen, target, route, tally, upgrade };
  }

  private send(req: IncomingMessage, errand: Errand): { upstream: ClientRequest; hasBody: boolean } {
    const { target, route } = errand;
    const attributes = this.front.loadBalancer.attributes;
    const forwarding: Forwarding = {
      clientIp: plainIp(req.socket.remoteAddress),
      clientPort: req.socket.remotePort ?? 0,
      listenerPort: this.front.port,
      scheme: this.front.protocol.toLowerCase(),
      xffMode: attributes.get('routing.http.xff_header_processing.mode') ?? 'append',
      xffClientPort: attributes.get('routing.http.xff_client_port.enabled') === 'true',
      host: route.rewriteHost?.(req.headers.host ?? ''),
      dnsName: this.front.loadBalancer.dnsName,
      upgrade: errand.upgrade,
    };
    const { headers, hasBody } = requestHeaders(req, forwarding);
    const where = this.ground.network.resolve(target.id, target.port);
    const path = req.url ?? '/';
    const upstream = request({
      agent: target.agent,
      host: where.host,
      port: where.port,
      method: req.method ?? 'GET',
      path: route.rewritePath === undefined ? path : route.rewritePath(path),
      headers,
      timeout: this.idleMs,
    });
    upstream.on('socket', (socket) => {
      if (!socket.connecting) return;
      const late = setTimeout(() => {
        socket.destroy(Object.assign(new Error('connect timed out'), { code: 'ETIMEDOUT', syscall: 'connect' }));
      }, connectTimeoutMs);
      socket.once('connect', () => clearTimeout(late));
      socket.once('close', () => clearTimeout(late));
    });
    return { upstream, hasBody };
  }

  /** What the client gets for a failed errand, counted. */
  private statusOf(error: NodeJS.ErrnoException, group: TargetGroup): number {
    if (error.syscall !== 'connect') return 502;
    this.traffic.connectionFailed(this.front.loadBalancer.arn, group.arn);
    return error.code === 'ETIMEDOUT' ? 504 : 502;
  }
}

function plainIp(address: string | undefined): string {
  const ip = address ?? '127.0.0.1';
  return ip.startsWith('::ffff:') ? ip.slice(7) : ip;
}

function rawHead(status: number, phrase: string, headers: readonly string[]): string {
  let text = `HTTP/1.1 ${status} ${phrase}\r\n`;
  for (let i = 0; i + 1 < headers.length; i += 2) text += `${headers[i]}: ${headers[i + 1]}\r\n`;
  return `${text}\r\n`;
}

function endRaw(client: Duplex, status: number): void {
  client.end(rawHead(status, 'Error', ['Server', 'awselb/2.0', 'Connection', 'close', 'Content-Length', '0']));
}
