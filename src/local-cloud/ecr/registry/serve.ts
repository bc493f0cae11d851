import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Ground } from '../../contract.js';
import type { Access } from '../access.js';
import type { Repository } from '../model.js';
import type { Registry } from '../registries.js';
import type { Tokens } from '../tokens.js';
import { type Answer, jsonAnswer, RegistryError } from './answer.js';
import type { Blobs } from './blobs.js';
import { Cut, type Exchange } from './exchange.js';
import type { Asked, RegistryFault, RegistryFaults, What } from './faults.js';
import type { Links } from './links.js';
import type { Manifests } from './manifests.js';
import type { RegistryRequest, RegistryRequests } from './request-log.js';
import { type Route, routeOf } from './route.js';

interface Parts {
  readonly ground: Ground;
  readonly access: Access;
  readonly tokens: Tokens;
  readonly links: Links;
  readonly blobs: Blobs;
  readonly manifests: Manifests;
  readonly faults: RegistryFaults;
  readonly requests: RegistryRequests;
}

/** One request to a registry on its way through. */
interface Visit {
  readonly registry: Registry;
  readonly request: IncomingMessage;
  readonly method: string;
  readonly url: URL;
  readonly route: Route | undefined;
  readonly logged: RegistryRequest;
  readonly fault: (kinds: readonly What[]) => RegistryFault | undefined;
}

/** What docker and BuildKit speak with: https://github.com/opencontainers/distribution-spec/blob/main/spec.md */
export class DataPlane {
  constructor(private readonly parts: Parts) {}

  async serve(registry: Registry, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const visit = this.visit(registry, request);
    try {
      const answer = await this.answer(visit);
      if (visit.fault(['lose-reply']) !== undefined) throw new Cut();
      visit.logged.status = answer.status;
      await send(visit, response, answer);
    } catch (error) {
      if (error instanceof RegistryError) {
        visit.logged.status = error.status;
        await send(visit, response, error.answer()).catch(() => request.socket.destroy());
        return;
      }
      delete visit.logged.status;
      if (!(error instanceof Cut) && !request.destroyed && !response.destroyed) {
        this.parts.ground.note(
          `bug in ${visit.method} ${visit.url.pathname}: ${error instanceof Error ? error.stack : error}`,
        );
      }
      request.socket.destroy();
    }
  }

  private visit(registry: Registry, request: IncomingMessage): Visit {
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://registry');
    const route = routeOf(decodeURIComponent(url.pathname));
    const { accountId: registryId, region } = registry;
    const logged = this.parts.requests.begin({
      at: this.parts.ground.clock.now(),
      registryId,
      region,
      method,
      path: route?.kind === 'layers' ? url.pathname : `${url.pathname}${url.search}`,
    });
    const asked: Asked = {
      method,
      route: route?.kind === 'layers' ? 'blobs' : (route?.kind ?? 'base'),
      repositoryName: route !== undefined && 'name' in route ? route.name : undefined,
      registryId,
    };
    const fault = (kinds: readonly What[]) => {
      const met = this.parts.faults.take(kinds, asked);
      if (met !== undefined) logged.fault = met.what;
      return met;
    };
    return { registry, request, method, url, route, logged, fault };
  }

  private async answer(visit: Visit): Promise<Answer> {
    const { ground, links, blobs } = this.parts;
    const { registry, route, url, fault, request } = visit;
    const delay = fault(['delay']);
    if (delay !== undefined) await ground.clock.sleep(delay.delayMs);
    const early = fault(['error', 'throttle', 'unauthorized', 'expired', 'lose-request']);
    if (early !== undefined) throw earlyEnd(early, visit);
    if (route?.kind === 'layers') {
      const repository = registry.repositories.get(route.name);
      if (!links.isGood(decodeURIComponent(url.pathname), url.searchParams) || !repository?.blobs.has(route.digest)) {
        return {
          status: 403,
          body: Buffer.from('<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>'),
        };
      }
      return blobs.download(repository, route.digest);
    }
    const holder = this.holder(visit);
    if (route === undefined) throw new RegistryError(404, 'UNSUPPORTED', 'There is nothing of that name');
    if (route.kind === 'base') return jsonAnswer({});
    if (route.kind === 'catalog') {
      const repositories = holder.accountId === registry.accountId ? [...registry.repositories.keys()].sort() : [];
      return jsonAnswer({ repositories });
    }
    const repository = registry.repositories.get(route.name);
    if (repository === undefined) {
      throw new RegistryError(
        404,
        'NAME_UNKNOWN',
        `The repository with name '${route.name}' does not exist in the registry with id '${registry.accountId}'`,
      );
    }
    const exchange: Exchange = {
      registry,
      repository,
      request,
      method: visit.method,
      query: url.searchParams,
      origin: `http://${registry.openedHost}`,
      logged: visit.logged,
      allow: (action, other = repository) => this.allow(holder, action, other),
      cut: () => fault(['cut']),
    };
    return this.routed(exchange, route);
  }

  private routed(
    exchange: Exchange,
    route: Exclude<Route, { kind: 'base' | 'catalog' | 'layers' }>,
  ): Promise<Answer> | Answer {
    const { blobs, manifests } = this.parts;
    switch (route.kind) {
      case 'manifests':
        return manifests.answer(exchange, route.reference);
      case 'uploads':
        return blobs.upload(exchange, route.id);
      case 'referrers':
        return manifests.referrers(exchange, route.digest);
      case 'tags':
        return tags(exchange);
      default:
        return blobs.answer(exchange, route.digest);
    }
  }

  /** @throws RegistryError when nobody is let in with what the request brings */
  private holder({ registry, request }: Visit) {
    const [, encoded = ''] = /^Basic (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const [user, password = ''] = splitOnce(Buffer.from(encoded, 'base64').toString('utf8'));
    if (user !== 'AWS') throw unauthorized(registry);
    const holder = this.parts.tokens.holder(password, registry.region);
    if (holder === undefined) throw expired();
    return holder;
  }

  private allow(holder: { accountId: string; principal: string }, action: string, repository: Repository): void {
    const why = this.parts.access.refusal(repository, holder.accountId, holder.principal, action);
    if (why !== undefined) throw new RegistryError(403, 'DENIED', why);
  }
}

function splitOnce(text: string): [string, string?] {
  const colon = text.indexOf(':');
  return colon < 0 ? [text] : [text.slice(0, colon), text.slice(colon + 1)];
}

function earlyEnd({ what, status }: RegistryFault, { registry }: Visit): Error {
  switch (what) {
    case 'throttle':
      return new RegistryError(429, 'TOOMANYREQUESTS', 'Rate exceeded');
    case 'unauthorized':
      return unauthorized(registry);
    case 'expired':
      return expired();
    case 'lose-request':
      return new Cut();
    default:
      return new RegistryError(status, 'UNKNOWN', 'The registry has trouble of its own');
  }
}

function unauthorized({ openedHost }: Registry): RegistryError {
  return new RegistryError(401, 'UNAUTHORIZED', 'Not Authorized', {
    'www-authenticate': `Basic realm="http://${openedHost}/",service="ecr.amazonaws.com"`,
  });
}

/** Without a challenge, and not 401: https://github.com/flipt-io/flipt/issues/3043. */
function expired(): RegistryError {
  return new RegistryError(403, 'DENIED', 'Your authorization token has expired. Reauthenticate and try again.');
}

/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-tags */
function tags({ repository, query, origin, method, allow }: Exchange): Answer {
  if (method !== 'GET') throw new RegistryError(405, 'UNSUPPORTED', 'The operation is unsupported.');
  allow('ecr:ListImages');
  const last = query.get('last');
  const most = Number(query.get('n') ?? 1_000);
  const all = [...repository.tags.keys()].sort().filter((tag) => last === null || tag > last);
  const page = all.slice(0, most);
  const next =
    page.length < all.length && page.length > 0
      ? { link: `<${origin}/v2/${repository.name}/tags/list?n=${most}&last=${page.at(-1)}>; rel="next"` }
      : {};
  return jsonAnswer({ name: repository.name, tags: page }, next);
}

async function send({ method, request, fault }: Visit, response: ServerResponse, answer: Answer): Promise<void> {
  const { status, headers = {}, body } = answer;
  const length = Buffer.isBuffer(body) ? { 'content-length': String(body.length) } : {};
  response.writeHead(status, { 'docker-distribution-api-version': 'registry/2.0', ...length, ...headers });
  if (body === undefined || method === 'HEAD') {
    if (body instanceof Readable) body.destroy();
    response.end();
    return;
  }
  const cut = method === 'GET' && status === 200 ? fault(['cut']) : undefined;
  if (cut === undefined) {
    if (Buffer.isBuffer(body)) response.end(body);
    else await pipeline(body, response);
    return;
  }
  let sent = 0;
  for await (const chunk of body instanceof Readable ? (body as AsyncIterable<Buffer>) : [body]) {
    const part = chunk.subarray(0, cut.afterBytes - sent);
    await new Promise((resolve) => response.write(part, resolve));
    sent += part.length;
    if (part.length < chunk.length) break;
  }
  request.socket.destroy();
}
