import type { IncomingMessage, ServerResponse } from 'node:http';
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
import { earlyEnd, expired, unauthorized } from './refusals.js';
import type { RegistryRequest, RegistryRequests } from './request-log.js';
import { type Route, routeOf } from './route.js';
import { send } from './send.js';
import { tags } from './tags.js';

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
      await this.failed(visit, response, error);
    }
  }

  private async failed(visit: Visit, response: ServerResponse, error: unknown): Promise<void> {
    const { logged, method, url, request } = visit;
    const isGone = error instanceof Cut || request.socket.destroyed || response.headersSent;
    if (isGone) {
      delete logged.status;
      response.destroy();
      return;
    }
    if (!(error instanceof RegistryError)) {
      this.parts.ground.note(`bug in ${method} ${url.pathname}: ${error instanceof Error ? error.stack : error}`);
    }
    const told =
      error instanceof RegistryError ? error : new RegistryError(500, 'UNKNOWN', 'The registry has trouble of its own');
    logged.status = told.status;
    await send(visit, response, told.answer()).catch(() => response.destroy());
  }

  private visit(registry: Registry, request: IncomingMessage): Visit {
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://registry');
    const route = routeOf(decoded(url.pathname));
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
    if (early !== undefined) throw earlyEnd(early, visit.registry);
    if (route?.kind === 'layers') {
      const repository = registry.repositories.get(route.name);
      if (!links.isGood(decoded(url.pathname), url.searchParams) || !repository?.blobs.has(route.digest)) {
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
      allow: (action, other = repository) => {
        visit.logged.action = action;
        this.allow(visit, holder, action, other);
      },
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
  private holder({ registry, request, logged }: Visit) {
    const [, encoded = ''] = /^Basic (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const [user, password = ''] = splitOnce(Buffer.from(encoded, 'base64').toString('utf8'));
    if (user !== 'AWS') throw unauthorized(registry);
    const holder = this.parts.tokens.holder(password, registry.region);
    if (holder === undefined) throw expired();
    logged.principal = holder.principal;
    return holder;
  }

  private allow(
    { fault }: Visit,
    { accountId, principal }: { accountId: string; principal: string },
    action: string,
    repository: Repository,
  ): void {
    const denied = `User: ${principal} is not authorized to perform: ${action} on resource: ${repository.arn} because no identity-based policy allows the ${action} action`;
    const why =
      fault(['deny']) === undefined ? this.parts.access.refusal(repository, accountId, principal, action) : denied;
    if (why !== undefined) throw new RegistryError(403, 'DENIED', why);
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // which is then no route
  }
}

function splitOnce(text: string): [string, string?] {
  const colon = text.indexOf(':');
  return colon < 0 ? [text] : [text.slice(0, colon), text.slice(colon + 1)];
}
