import { isLoopback } from '../images/registry-choice.js';
import { AccessError } from '../ports/access-error.js';
import type { Clock } from '../ports/clock.js';
import type { Authorization } from './authorization.js';
import { passingOf } from './download.js';

export interface RegistryRequest {
  readonly method?: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  /** Below the registry, from `/v2/` on; or a whole address that the registry itself has given. */
  readonly to: string;
  /** What is wanted of which repository: `repository:team/shop:pull,push`. */
  readonly scope: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A stream can be sent once: after it nothing is tried again. */
  readonly body?: string | Uint8Array | ReadableStream<Uint8Array>;
  readonly signal?: AbortSignal;
}

/** How far a blob may be sent on. */
const MOST_REDIRECTS = 5;
const TIMEOUT_MS = 60_000;

/** A request that the registry understood and refused. */
export class RegistryRefusal extends Error {
  override readonly name = 'RegistryRefusal';

  constructor(
    readonly status: number,
    /** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes */
    readonly codes: readonly string[],
    message: string,
  ) {
    super(message);
  }
}

/** Requests to one registry. */
export class RegistryClient {
  readonly origin: string;

  constructor(
    readonly host: string,
    readonly clock: Clock,
    private readonly authorization: Authorization,
  ) {
    this.origin = originOf(host);
  }

  /**
   * One request, with what the registry asks to see. It is repeated after that, and not for anything else.
   *
   * @throws Passing, TypeError when there was no answer; AccessError
   */
  async send(request: RegistryRequest): Promise<Response> {
    const { scope } = request;
    const shown = this.authorization.header(scope);
    const first = await this.follow(request, shown);
    if (first.status !== 401) return first;
    await first.body?.cancel();
    const isAnswered = await this.authorization.answer(first.headers.get('www-authenticate'), scope, shown);
    if (!isAnswered || request.body instanceof ReadableStream) throw this.unknown(request);
    const second = await this.follow(request, this.authorization.header(scope));
    if (second.status !== 401) return second;
    await second.body?.cancel();
    this.authorization.forget(scope);
    throw this.unknown(request);
  }

  /** The same, where anything but success is an error. */
  async ask(request: RegistryRequest): Promise<Response> {
    const response = await this.send(request);
    if (response.ok) return response;
    throw await this.refusal(response, request);
  }

  /** What it means that a request was refused. Reads the answer. */
  async refusal(response: Response, { scope }: RegistryRequest): Promise<Error> {
    const passing = passingOf(response);
    const text = (await response.text().catch(() => '')).slice(0, 4_000);
    if (passing !== undefined) return passing;
    const { codes, messages } = errorsIn(text);
    const [first = ''] = messages;
    const said = `${response.status}${codes[0] === undefined ? '' : ` ${codes[0]}`}${first === '' ? '' : `: ${first}`}`;
    if (response.status === 403 || codes.includes('DENIED')) {
      return new AccessError(`${this.host} does not allow ${deedOf(scope)} (${said})`, { kind: 'denied' });
    }
    return new RegistryRefusal(response.status, codes, `${this.host} refuses ${deedOf(scope)} (${said})`);
  }

  private unknown({ scope }: RegistryRequest): AccessError {
    return new AccessError(
      `${this.host} does not know who wants ${deedOf(scope)}. Log in to it beforehand, for example by docker/login-action.`,
      { kind: 'absent' },
    );
  }

  /** Reads are sent on by registries that keep their blobs elsewhere; what lets a client in goes to the registry alone. */
  private async follow(
    { method = 'GET', to, headers = {}, body, signal }: RegistryRequest,
    shown: string | undefined,
  ): Promise<Response> {
    let url = new URL(to, this.origin);
    for (let hops = 0; ; hops++) {
      const isHome = url.origin === this.origin;
      if (!isHome && url.protocol !== 'https:' && !isLoopback(url.host)) {
        throw new Error(`${this.host} sends on to ${url.host}, which is not asked over a plain connection`);
      }
      const authorization = isHome ? shown : undefined;
      const response = await fetch(url, {
        method,
        headers: { ...headers, ...(authorization === undefined ? {} : { authorization }) },
        ...(body === undefined ? {} : { body }),
        ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
        redirect: 'manual',
        signal: signal ?? AbortSignal.timeout(TIMEOUT_MS),
      } as RequestInit);
      const location = response.headers.get('location');
      const isSentOn = [301, 302, 303, 307, 308].includes(response.status) && location !== null;
      if (!isSentOn || (method !== 'GET' && method !== 'HEAD')) return response;
      await response.body?.cancel();
      if (hops >= MOST_REDIRECTS) throw new Error(`${this.host} sends on without end`);
      url = new URL(location, url);
    }
  }
}

/** Plain HTTP for this machine alone. Docker Hub answers under another name than it is called by. */
export function originOf(host: string): string {
  if (host === 'docker.io') return 'https://registry-1.docker.io';
  return new URL(`${isLoopback(host) ? 'http' : 'https'}://${host}`).origin;
}

function deedOf(scope: string): string {
  const [, path = '', rights = ''] = scope.split(':');
  return `${rights.includes('push') ? 'a push to' : 'a pull from'} ${path}`;
}

function errorsIn(text: string): { readonly codes: readonly string[]; readonly messages: readonly string[] } {
  try {
    const { errors = [] } = JSON.parse(text) as { errors?: { code?: unknown; message?: unknown }[] };
    const texts = (key: 'code' | 'message'): string[] => errors.map((one) => String(one[key] ?? ''));
    return { codes: texts('code'), messages: texts('message') };
  } catch {
    return { codes: [], messages: [] };
  }
}
