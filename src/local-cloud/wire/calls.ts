import type { IncomingHttpHeaders } from 'node:http';
import { AwsError, type CloudService, type Ground } from '../contract.js';
import type { Fault, Faults } from '../faults.js';
import type { RateLimits } from '../rate-limits.js';
import { type Answer, encodeAnswer, encodeError } from './answer.js';
import { cbor, readCbor } from './cbor.js';
import type { Credentials } from './credentials.js';
import { decodeInput } from './document.js';
import { json } from './json.js';
import type { Problem } from './problem.js';
import { decodeForm, parseForm } from './query.js';
import * as refuse from './refusal.js';
import type { LoggedRequest, RequestLog } from './request-log.js';
import { type Protocol, protocolOf, queryService, type Route, routeByName, type Scope, scopeOf } from './route.js';
import { type OperationShape, operationShape, unknownMembers } from './shape.js';
import { StaleReads } from './stale-reads.js';

export interface Request {
  readonly headers: IncomingHttpHeaders;
  readonly url: string;
  readonly body: Buffer;
  readonly requestId: string;
}

/** A call that could be routed: what `perform` needs to know. */
interface Routed {
  readonly request: Request;
  readonly protocol: Protocol;
  readonly service: CloudService;
  readonly operation: OperationShape;
  readonly scope: Scope | undefined;
  readonly input: () => Record<string, unknown>;
  readonly entry: LoggedRequest;
}

/** Takes an HTTP request to the operation it names and brings back the bytes of the answer. */
export class Calls {
  private readonly stale = new StaleReads();

  constructor(
    private readonly services: readonly CloudService[],
    private readonly ground: Ground,
    private readonly credentials: Credentials,
    private readonly faults: Faults,
    private readonly log: RequestLog,
    private readonly limits: RateLimits,
  ) {}

  /** The answer, or `cut` when the connection is to be destroyed without one. Never throws. */
  async answer(request: Request): Promise<Answer | 'cut'> {
    const protocol = protocolOf(request.headers, request.url);
    let service: CloudService | undefined;
    let entry: LoggedRequest | undefined;
    try {
      const scope = scopeOf(request.headers);
      const form = protocol === 'query' ? parseForm(request.body.toString('utf8')) : undefined;
      const route =
        form === undefined
          ? routeByName(this.services, protocol as 'json' | 'cbor', request.headers, request.url)
          : this.routeForm(form, scope);
      service = route.service;
      if (service === undefined) throw refuse.unknownOperation(undefined, route.operation, protocol === 'query');
      entry = this.log.begin(`${service.id}:${route.operation}`, protocol, this.ground.clock.now());
      const operation = operationShape(service.sdk, route.operation);
      if (operation === undefined || !Object.hasOwn(service.operations, route.operation)) {
        throw refuse.unknownOperation(service, route.operation, protocol === 'query');
      }
      const known = service;
      const logged = entry;
      const input = () => this.decode(known, operation, protocol, request, form, logged);
      return await this.perform({ request, protocol, service, operation, scope, input, entry });
    } catch (thrown) {
      return this.refuse(thrown, service, protocol, request, entry);
    } finally {
      if (entry !== undefined) this.log.end(entry);
    }
  }

  /** What a request is answered whose body nobody keeps. */
  tooLarge(request: Omit<Request, 'body'>): Answer {
    const protocol = protocolOf(request.headers, request.url);
    const written = refuse.writtenError(undefined, refuse.tooLarge(), protocol === 'query');
    return encodeError(protocol, undefined, written, request.requestId);
  }

  /** Calls an operation from inside the cloud, with a request in JSON's form: the seed's way, with the same checks. */
  async invoke(
    service: CloudService,
    operationName: string,
    value: unknown,
    as: { readonly accountId?: string; readonly region?: string } = {},
  ): Promise<unknown> {
    const operation = operationShape(service.sdk, operationName);
    const handler = service.operations[operationName];
    if (operation === undefined || handler === undefined) throw refuse.unknownOperation(service, operationName, false);
    const problems: Problem[] = [];
    const unknown = operation.input === undefined ? [] : unknownMembers(operation.input, value);
    if (unknown.length > 0) throw refuse.unknownMemberError(unknown);
    const input = decodeInput(json, service, operation.input, value, problems);
    const refusal = refuse.refusal(service, operationName, problems);
    if (refusal !== undefined) throw refusal;
    const { accountId, region } = { ...this.ground, ...as };
    return handler(input, { operation: operationName, region, accountId, principal: `arn:aws:iam::${accountId}:root` });
  }

  private routeForm(form: ReturnType<typeof parseForm>, scope: Scope | undefined): Route {
    const version = form.children.get('Version')?.value;
    const service = queryService(this.services, scope, version);
    const operation = form.children.get('Action')?.value;
    if (operation === undefined) {
      throw new AwsError('MissingAction', 'The request must contain the parameter Action.');
    }
    return { protocol: 'query', service, operation };
  }

  private decode(
    service: CloudService,
    operation: OperationShape,
    protocol: Protocol,
    request: Request,
    form: ReturnType<typeof parseForm> | undefined,
    entry: LoggedRequest,
  ): Record<string, unknown> {
    const problems: Problem[] = [];
    let input: Record<string, unknown>;
    if (form !== undefined) input = decodeForm(service, operation.input, form, problems);
    else {
      const value = protocol === 'cbor' ? readCborBody(request.body) : readJsonBody(request.body);
      const unknown = operation.input === undefined ? [] : unknownMembers(operation.input, value);
      if (unknown.length > 0) entry.ignored = unknown;
      input = decodeInput(protocol === 'cbor' ? cbor : json, service, operation.input, value, problems);
    }
    const refusal = refuse.refusal(service, operation.name, problems);
    if (refusal !== undefined) throw refusal;
    return input;
  }

  private async perform(routed: Routed): Promise<Answer | 'cut'> {
    const { service, operation, entry, scope, request } = routed;
    const caller = this.identify(routed);
    entry.principal = caller.principal;
    if (scope !== undefined) entry.accessKeyId = scope.accessKeyId;

    if (!this.limits.admits(service, operation.name)) {
      entry.faults = ['rate-limit'];
      throw refuse.throttled();
    }
    const delay = this.meet('delay', entry);
    if (delay !== undefined) await this.ground.clock.sleep(delay.delayMs ?? 0);
    if (await this.held('before', entry)) return 'cut';
    if (this.meet('lose-request', entry) !== undefined) return 'cut';
    if (this.meet('throttle', entry) !== undefined) throw refuse.throttled();
    const error = this.meet('error', entry);
    if (error !== undefined) throw refuse.internal(service, error.status);

    const input = routed.input();
    entry.input = input;
    if (this.meet('deny', entry) !== undefined) {
      throw refuse.accessDenied(service, operation.name, caller.principal, arnIn(input) ?? '*');
    }
    const key = StaleReads.isRead(operation.name) ? `${entry.operation} ${request.body.toString('latin1')}` : undefined;
    const frozen = key === undefined ? undefined : this.meet('stale-reads', entry);
    const before = key === undefined || frozen === undefined ? undefined : this.stale.recorded(key);
    if (before !== undefined) return this.finish(entry, before);

    const handler = service.operations[operation.name]!;
    const { accountId, region } = this.ground;
    const call = { operation: operation.name, region: scope?.region ?? region, accountId, ...caller };
    const output = await handler(input, call);
    const answer = encodeAnswer(routed.protocol, service, operation, output, request.requestId);
    if (key !== undefined) this.stale.record(key, answer);
    if (await this.held('after', entry)) return 'cut';
    if (this.meet('lose-reply', entry) !== undefined) return 'cut';
    return this.finish(entry, answer);
  }

  private finish(entry: LoggedRequest, answer: Answer): Answer {
    entry.status = answer.status;
    return answer;
  }

  private identify({ service, operation, scope, request }: Routed): { principal: string; accountId?: string } {
    // Unsigned by design: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
    if (service.id === 'sts' && operation.name === 'AssumeRoleWithWebIdentity') return { principal: 'anonymous' };
    if (scope === undefined) throw refuse.missingToken();
    const token = request.headers['x-amz-security-token'];
    const { principal, accountId } = this.credentials.identify(
      scope.accessKeyId,
      typeof token === 'string' ? token : undefined,
    );
    return { principal, accountId };
  }

  private meet(kind: Fault['kind'], entry: LoggedRequest, when?: 'before' | 'after'): Fault | undefined {
    const fault = this.faults.take(kind, entry.operation, when);
    if (fault !== undefined) entry.faults = [...(entry.faults ?? []), kind];
    return fault;
  }

  /** Answers true when the call was dropped while it was held. */
  private async held(when: 'before' | 'after', entry: LoggedRequest): Promise<boolean> {
    const fault = this.meet('hold', entry, when);
    if (fault === undefined) return false;
    entry.state = when === 'before' ? 'held-before' : 'held-after';
    const dropped = await this.faults.hold(fault);
    entry.state = 'running';
    return dropped;
  }

  private refuse(
    thrown: unknown,
    service: CloudService | undefined,
    protocol: Protocol,
    request: Request,
    entry: LoggedRequest | undefined,
  ): Answer {
    if (!(thrown instanceof AwsError)) {
      this.ground.note(`bug in ${entry?.operation ?? request.url}: ${thrown instanceof Error ? thrown.stack : thrown}`);
    }
    const written = refuse.writtenError(service, refuse.asAwsError(thrown), protocol === 'query');
    if (entry !== undefined) {
      entry.error = protocol === 'query' ? written.queryCode : written.name;
      entry.status = written.status;
    }
    return encodeError(protocol, service, written, request.requestId);
  }
}

function readJsonBody(body: Buffer): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw refuse.unreadable('The body is not JSON.');
  }
}

function readCborBody(body: Buffer): unknown {
  try {
    return readCbor(body);
  } catch {
    throw refuse.unreadable('The body is not CBOR.');
  }
}

/** The resource that an access error names: the first ARN in the request. */
function arnIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value.startsWith('arn:') ? value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const item of Object.values(value)) {
    const arn = arnIn(item);
    if (arn !== undefined) return arn;
  }
  return undefined;
}
