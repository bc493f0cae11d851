import { only } from '../admin-body.js';
import { AwsError, type CloudService, type Ground } from '../contract.js';
import type { Faults } from '../faults.js';
import { AdminError, faultOrder, isFaultKind } from '../faults-order.js';
import type { RateLimits } from '../rate-limits.js';
import { parseSettings } from '../settings.js';
import type { Credentials } from './credentials.js';
import type { RequestLog } from './request-log.js';

type Body = Readonly<Record<string, unknown>>;

export interface AdminAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The API for what AWS has no call for: `GET` and `POST /_sluice/…`, JSON both ways (docs/local-cloud.md). */
export class Admin {
  private readonly deeds: Readonly<Record<string, (body: Body) => unknown>>;

  constructor(
    private readonly services: readonly CloudService[],
    private readonly ground: Ground,
    private readonly faults: Faults,
    private readonly log: RequestLog,
    credentials: Credentials,
    private readonly limits: RateLimits,
  ) {
    this.deeds = {
      release: (body) => ({ released: faults.release({ ...textMember(body, 'id'), drop: body.drop === true }) }),
      'clear-faults': (body) => ({ cleared: faults.clear(textMember(body, 'id').id) }),
      'expire-credentials': (body) => {
        credentials.expire(textMember(body, 'accessKeyId').accessKeyId);
        return {};
      },
      'restore-credentials': () => {
        credentials.restore();
        return {};
      },
      'rate-limits': (body) => {
        only(body, ['enforced']);
        if (typeof body.enforced !== 'boolean') throw new AdminError('enforced is true or false');
        limits.enforce(body.enforced);
        return { enforced: limits.isEnforced };
      },
      'reset-counts': () => {
        log.resetCounts();
        return {};
      },
      settings: (body) => Object.assign(ground.settings, parseSettings(body)),
    };
  }

  async answer(method: string, url: string, body: Buffer): Promise<AdminAnswer> {
    const { pathname, searchParams } = new URL(url, 'http://sluice');
    const path = pathname.slice('/_sluice/'.length);
    try {
      if (method === 'GET') return { status: 200, body: await this.read(path, searchParams) };
      if (method !== 'POST') throw new AdminError(`use GET or POST, not ${method}`);
      return { status: 200, body: (await this.act(path, parseBody(body))) ?? {} };
    } catch (thrown) {
      if (thrown instanceof NotFound) return { status: 404, body: { error: thrown.message } };
      const isTheirs = thrown instanceof AdminError || thrown instanceof RangeError || thrown instanceof AwsError;
      return {
        status: isTheirs ? 400 : 500,
        body: { error: thrown instanceof Error ? thrown.message : String(thrown) },
      };
    }
  }

  /** Does an admin call by its path below `/_sluice/`. */
  act(path: string, body: Body): unknown {
    if (isFaultKind(path)) return { id: this.faults.add(faultOrder(path, body, this.services)).id };
    const deed = Object.hasOwn(this.deeds, path) ? this.deeds[path] : this.serviceDeed(path);
    if (deed === undefined) throw new NotFound(`there is no admin call ${path}; see docs/local-cloud.md`);
    return deed(body);
  }

  private serviceDeed(path: string): ((body: Record<string, unknown>) => unknown) | undefined {
    const [id, name] = path.split('/');
    const table = this.services.find((service) => service.id === id)?.admin;
    return table !== undefined && name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
  }

  private read(path: string, query: URLSearchParams): unknown {
    if (path === 'requests') {
      return this.log.list(Number(query.get('after') ?? 0), query.get('operation') ?? undefined);
    }
    if (path === 'counts') return this.log.counted();
    const [id, name = ''] = path.split('/');
    const isLook = this.services.find((service) => service.id === id)?.looks?.includes(name) === true;
    if (isLook) return this.serviceDeed(path)?.({});
    if (path !== 'state') throw new NotFound(`there is no GET of ${path}; see docs/local-cloud.md`);
    const { clock, settings, region, accountId } = this.ground;
    return {
      clock: { now: clock.now(), from: clock.from, speed: clock.speed },
      region,
      accountId,
      settings,
      rateLimits: this.limits.isEnforced,
      faults: this.faults
        .list()
        .map((fault) => ({ ...fault, times: Number.isFinite(fault.times) ? fault.times : null })),
      held: this.faults.heldCount(),
      services: Object.fromEntries(
        this.services.map((service) => [
          service.id,
          { operations: Object.keys(service.operations), admin: Object.keys(service.admin ?? {}) },
        ]),
      ),
    };
  }
}

class NotFound extends Error {}

function parseBody(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new AdminError('the body is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new AdminError('the body is a JSON object');
  return value as Record<string, unknown>;
}

function textMember<Name extends string>(body: Body, name: Name): { [key in Name]?: string } {
  const value = body[name];
  if (value === undefined) return {};
  if (typeof value !== 'string') throw new AdminError(`${name} is a text`);
  return { [name]: value } as { [key in Name]?: string };
}
