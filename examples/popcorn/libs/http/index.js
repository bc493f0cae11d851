import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

/** An answer that is no success, with what the caller may know of it. */
export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const MOST_BYTES = 64 * 1024;

/**
 * Serves JSON until it is told to stop, then finishes what has begun. A route is `'GET /orders/:id'` and a function of
 * `{ params, query, body, headers }` that answers `{ status?, body }`. `/health` says whether it is ready.
 */
export function serve({ name, routes, port = Number(process.env.PORT ?? 8080), isReady = () => true }) {
  const table = Object.entries(routes).map(([key, handle]) => ({ ...readRoute(key), handle }));
  let isStopping = false;
  const server = createServer(async (request, response) => {
    const began = performance.now();
    const id = request.headers['x-request-id'] ?? randomUUID();
    const url = new URL(request.url ?? '/', 'http://localhost');
    let status = 200;
    let body;
    try {
      if (url.pathname === '/health') {
        status = isReady() && !isStopping ? 200 : 503;
        body = { service: name, healthy: status === 200 };
      } else {
        const { handle, params } = find(table, request.method ?? 'GET', url.pathname);
        const given = await readBody(request);
        const query = Object.fromEntries(url.searchParams);
        ({ status = 200, body } = await handle({ params, query, body: given, headers: request.headers }));
      }
    } catch (error) {
      status = error instanceof Refusal ? error.status : 500;
      body = { error: error instanceof Refusal ? error.message : 'something went wrong here' };
      if (status === 500) log(name, { id, error: error.stack });
    }
    response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': id });
    response.end(JSON.stringify(body ?? null));
    const ms = Math.round(performance.now() - began);
    if (url.pathname !== '/health') log(name, { id, method: request.method, path: url.pathname, status, ms });
  });
  // Longer than a load balancer keeps a connection that is idle: it must never send into one that we just closed.
  server.keepAliveTimeout = 65_000;
  const stop = () => {
    isStopping = true;
    server.close();
    server.closeIdleConnections();
  };
  process.once('SIGTERM', stop);
  return new Promise((ready) => {
    server.listen(port, () => {
      log(name, { listening: server.address().port });
      ready({ port: server.address().port, stop });
    });
  });
}

/** Asks another service, at most so long. A Refusal of that one is a Refusal of this one. */
export async function ask(url, { method = 'GET', body, headers = {}, limitMs = 2_000 } = {}) {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(limitMs),
  }).catch((cause) => {
    throw Object.assign(new Refusal(502, `${new URL(url).host} does not answer`), { cause });
  });
  const told = await answer.json().catch(() => null);
  if (!answer.ok) throw new Refusal(answer.status >= 500 ? 502 : answer.status, told?.error ?? `${answer.status}`);
  return told;
}

/** A field of a request's body, or a refusal that says what is missing. */
export function field(body, name, type) {
  const value = body?.[name];
  if (type === 'list' ? !Array.isArray(value) : typeof value !== type)
    throw new Refusal(400, `${name} must be a ${type}`);
  return value;
}

function readRoute(key) {
  const [method, path] = key.split(' ');
  return { method, parts: path.split('/') };
}

function find(table, method, path) {
  const given = path.split('/');
  for (const { method: own, parts, handle } of table) {
    if (own !== method || parts.length !== given.length) continue;
    const params = {};
    const fits = parts.every((part, at) => {
      if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(given[at]);
      return part.startsWith(':') || part === given[at];
    });
    if (fits) return { handle, params };
  }
  throw new Refusal(404, 'there is nothing here');
}

async function readBody(request) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Refusal(413, 'the body is too long');
    chunks.push(chunk);
  }
  if (bytes === 0) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw new Refusal(400, 'the body is no JSON');
  }
}

const log = (service, what) => process.stdout.write(`${JSON.stringify({ service, ...what })}\n`);
