import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { digestOf } from './small-images.js';

/** How a request is disturbed. */
export type HttpFault =
  /** Answered with this status and nothing done. */
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  /** Hung up on before anything is done. */
  | 'hang-up'
  /** Done, and hung up on before the answer. */
  | 'lose-reply'
  /** Half of the answer's bytes, then hung up on. */
  | 'half';

interface Fault {
  readonly method: string;
  readonly path: RegExp;
  readonly fault: HttpFault;
  times: number;
}

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly headers: IncomingMessage['headers'];
}

interface Kept {
  readonly type: string;
  readonly bytes: Buffer;
}

/**
 * A registry over HTTP on a free port, as the distribution specification has it, so small that it can be made to fail at every
 * place: `auth` as it asks for it, blobs given out by another host, faults by request.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md
 */
export class HttpRegistry {
  auth: 'none' | 'basic' | 'bearer' = 'none';
  readonly user = 'robot';
  readonly password = 'hunter2-hunter2';
  /** Given out by the token service, and accepted. */
  readonly tokens = new Map<string, string>();
  /** Where blobs are sent on to; another origin than the registry. */
  sendsOnTo: string | undefined;
  hasReferrers = true;
  canMount = true;
  /** Tags that cannot be moved. */
  readonly fixed = new Set<string>();
  readonly requests: SeenRequest[] = [];
  readonly manifests = new Map<string, Kept>();
  readonly blobs = new Map<string, Buffer>();
  readonly uploads = new Set<string>();
  private readonly faults: Fault[] = [];
  private count = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<HttpRegistry> {
    const server = createServer();
    const registry = new HttpRegistry(server);
    server.on('request', (request, response) => {
      registry.serve(request, response).catch(() => request.socket.destroy());
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return registry;
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** The next requests of this kind go wrong. */
  fail(method: string, path: RegExp, fault: HttpFault, times = 1): void {
    this.faults.push({ method, path, fault, times });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    const { pathname: path, searchParams } = new URL(url, 'http://registry');
    this.requests.push({ method, path, authorization: headers.authorization, headers });
    const met = this.faults.find((one) => one.times > 0 && one.method === method && one.path.test(path));
    if (met !== undefined) met.times -= 1;
    const fault = met?.fault;
    if (fault === 'hang-up') {
      request.socket.destroy();
      return;
    }
    if (typeof fault === 'object') {
      request.resume();
      response.writeHead(fault.status, fault.headers ?? {}).end(fault.body ?? '');
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const answer = this.answer(method, path, searchParams, headers, Buffer.concat(chunks));
    if (fault === 'lose-reply') {
      request.socket.destroy();
      return;
    }
    const { status, body = Buffer.alloc(0), ...rest } = answer;
    response.writeHead(status, { ...rest.headers, 'content-length': String(body.length) });
    if (fault === 'half') {
      response.write(body.subarray(0, Math.ceil(body.length / 2)), () => request.socket.destroy());
      return;
    }
    response.end(method === 'HEAD' ? undefined : body);
  }

  private answer(
    method: string,
    path: string,
    query: URLSearchParams,
    headers: IncomingMessage['headers'],
    body: Buffer,
  ): Answer {
    if (path === '/token') return this.token(query, headers, body);
    if (path.startsWith('/elsewhere/')) return found(this.blobs.get(path.slice(11)), headers.range);
    const refusal = this.refusal(headers.authorization, path, method);
    if (refusal !== undefined) return refusal;
    const [, kind = '', id = ''] = /^\/v2\/.+?\/(manifests|referrers|blobs\/uploads|blobs)\/(.*)$/.exec(path) ?? [];
    if (kind === 'manifests') return method === 'PUT' ? this.put(id, headers, body) : this.manifest(id);
    if (kind === 'referrers') return this.referrers(id);
    if (kind === 'blobs') return this.blob(id, headers.range);
    if (kind === 'blobs/uploads') return this.upload(method, path, id, query, body);
    return error(404, 'NAME_UNKNOWN');
  }

  private token(query: URLSearchParams, headers: IncomingMessage['headers'], body: Buffer): Answer {
    const form = new URLSearchParams(body.toString('utf8'));
    const isKnown =
      headers.authorization === this.basic() || (form.get('refresh_token') ?? '') === `refresh-${this.password}`;
    if (headers.authorization !== undefined && !isKnown) return error(401, 'UNAUTHORIZED');
    const scope = isKnown ? [...query.getAll('scope'), form.get('scope') ?? ''].join(' ').trim() : 'anonymous';
    const token = `token-${++this.count}-secret`;
    this.tokens.set(token, scope);
    return { status: 200, body: Buffer.from(JSON.stringify({ token, expires_in: 300 })) };
  }

  private basic(): string {
    return `Basic ${Buffer.from(`${this.user}:${this.password}`).toString('base64')}`;
  }

  private refusal(authorization: string | undefined, path: string, method: string): Answer | undefined {
    if (this.auth === 'none') return undefined;
    const challenge =
      this.auth === 'basic' ? 'Basic realm="registry"' : `Bearer realm="http://${this.host}/token",service="registry"`;
    const unknown = { ...error(401, 'UNAUTHORIZED'), headers: { 'www-authenticate': challenge } };
    if (this.auth === 'basic') return authorization === this.basic() ? undefined : unknown;
    const scope = this.tokens.get(authorization?.replace('Bearer ', '') ?? '');
    if (scope === undefined) return unknown;
    const [, name = ''] = /^\/v2\/(.+?)\/(?:manifests|referrers|blobs)\//.exec(path) ?? [];
    const isWrite = !['GET', 'HEAD'].includes(method);
    const isAllowed = scope.includes(`repository:${name}:pull${isWrite ? ',push' : ''}`);
    return isAllowed ? undefined : error(403, 'DENIED');
  }

  private manifest(id: string): Answer {
    const kept = this.manifests.get(id);
    if (kept === undefined) return error(404, 'MANIFEST_UNKNOWN');
    const headers = { 'content-type': kept.type, 'docker-content-digest': digestOf(kept.bytes) };
    return { status: 200, headers, body: kept.bytes };
  }

  private put(id: string, headers: IncomingMessage['headers'], body: Buffer): Answer {
    const digest = digestOf(body);
    if (id.includes(':') && id !== digest) return error(400, 'DIGEST_INVALID');
    const before = this.manifests.get(id);
    if (this.fixed.has(id) && before !== undefined && digestOf(before.bytes) !== digest) {
      return error(412, 'PRECONDITION', `The tag ${id} is immutable`);
    }
    const named = JSON.parse(body.toString('utf8')) as Record<string, { digest: string }[] | { digest: string }>;
    const layers = [named.config ?? [], named.layers ?? []].flat();
    if (layers.some((one) => !this.blobs.has(one.digest))) return error(400, 'MANIFEST_BLOB_UNKNOWN');
    if ([named.manifests ?? []].flat().some((one) => !this.manifests.has(one.digest))) {
      return error(400, 'MANIFEST_UNKNOWN');
    }
    const kept = { type: String(headers['content-type']), bytes: body };
    this.manifests.set(digest, kept).set(id, kept);
    return { status: 201, headers: { 'docker-content-digest': digest } };
  }

  private referrers(digest: string): Answer {
    if (!this.hasReferrers) return error(404, 'NOT_FOUND');
    const all = [...this.manifests].filter(([id, { bytes }]) => {
      const { subject } = JSON.parse(bytes.toString('utf8')) as { subject?: { digest: string } };
      return id.includes(':') && subject?.digest === digest;
    });
    const manifests = all.map(([id, { type, bytes }]) => ({ mediaType: type, digest: id, size: bytes.length }));
    const mediaType = 'application/vnd.oci.image.index.v1+json';
    const body = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, manifests }));
    return { status: 200, headers: { 'content-type': mediaType }, body };
  }

  private blob(digest: string, range: string | undefined): Answer {
    if (this.sendsOnTo !== undefined && this.blobs.has(digest)) {
      return { status: 307, headers: { location: `${this.sendsOnTo}/elsewhere/${digest}` } };
    }
    return found(this.blobs.get(digest), range);
  }

  private upload(method: string, path: string, id: string, query: URLSearchParams, body: Buffer): Answer {
    if (method === 'POST') {
      const mount = query.get('mount');
      if (mount !== null && this.canMount && this.blobs.has(mount)) return { status: 201 };
      const upload = `upload-${++this.count}`;
      this.uploads.add(upload);
      return { status: 202, headers: { location: `${path}${upload}?state=kept` } };
    }
    if (!this.uploads.delete(id)) return error(404, 'BLOB_UPLOAD_UNKNOWN');
    if (method === 'DELETE') return { status: 204 };
    const digest = query.get('digest') ?? '';
    if (query.get('state') !== 'kept') return error(400, 'BLOB_UPLOAD_INVALID');
    if (digestOf(body) !== digest) return error(400, 'DIGEST_INVALID');
    this.blobs.set(digest, body);
    return { status: 201 };
  }
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

function found(blob: Buffer | undefined, range: string | undefined): Answer {
  if (blob === undefined) return error(404, 'BLOB_UNKNOWN');
  const [, from] = /^bytes=(\d+)-$/.exec(range ?? '') ?? [];
  return from === undefined ? { status: 200, body: blob } : { status: 206, body: blob.subarray(Number(from)) };
}

const error = (status: number, code: string, message = code.toLowerCase()): Answer => ({
  status,
  body: Buffer.from(JSON.stringify({ errors: [{ code, message }] })),
});
