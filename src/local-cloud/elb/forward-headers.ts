import type { IncomingMessage } from 'node:http';

/**
 * Headers on their way through. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/x-forwarded-headers.html
 */

/** Speak of one connection only, or are set anew by whoever writes the next one. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
  'te',
  'trailer',
]);

export interface Forwarding {
  readonly clientIp: string;
  readonly clientPort: number;
  readonly listenerPort: number;
  readonly scheme: string;
  readonly xffMode: string;
  readonly xffClientPort: boolean;
  /** What a host rewrite made of the request's host. */
  readonly host: string | undefined;
  /** For an HTTP/1.0 request, which may have no host of its own. */
  readonly dnsName: string;
  /** Kept for a protocol switch. */
  readonly upgrade: boolean;
}

/** What the target gets, in the flat form that Node takes, and whether a body follows. */
export function requestHeaders(req: IncomingMessage, by: Forwarding): { headers: string[]; hasBody: boolean } {
  const raw = req.rawHeaders;
  const headers: string[] = [];
  let forwardedFor: string | undefined;
  let isTraced = false;
  let isChunked = false;
  let length: string | undefined;
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i] as string;
    const value = raw[i + 1] as string;
    const lower = name.toLowerCase();
    switch (lower) {
      case 'transfer-encoding':
        isChunked = true;
        continue;
      case 'content-length':
        length = value;
        break;
      case 'x-forwarded-for':
        forwardedFor = forwardedFor === undefined ? value : `${forwardedFor}, ${value}`;
        continue;
      case 'x-forwarded-port':
      case 'x-forwarded-proto':
      case 'expect':
        continue;
      case 'x-amzn-trace-id':
        isTraced = true;
        break;
      case 'host':
        headers.push(name, by.host ?? value);
        continue;
      default:
        if (hopByHop.has(lower)) continue;
    }
    headers.push(name, value);
  }
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html#http-connections
  if (req.headers.host === undefined) headers.push('Host', by.host || by.dnsName);
  const own = by.xffClientPort ? `${by.clientIp}:${by.clientPort}` : by.clientIp;
  if (by.xffMode === 'append') {
    headers.push('X-Forwarded-For', forwardedFor === undefined ? own : `${forwardedFor}, ${own}`);
  } else if (by.xffMode === 'preserve' && forwardedFor !== undefined) headers.push('X-Forwarded-For', forwardedFor);
  headers.push('X-Forwarded-Proto', by.scheme, 'X-Forwarded-Port', String(by.listenerPort));
  if (!isTraced) headers.push('X-Amzn-Trace-Id', newTrace());
  if (by.upgrade) headers.push('Connection', 'Upgrade', 'Upgrade', req.headers.upgrade ?? '');
  else if (isChunked) headers.push('Transfer-Encoding', 'chunked');
  // Without a length Node would announce chunks for these methods, though nothing follows.
  else if (length === undefined && /^(POST|PUT|PATCH)$/.test(req.method ?? '')) headers.push('Content-Length', '0');
  return { headers, hasBody: isChunked || (length !== undefined && length !== '0') };
}

/** What the client gets: the target's headers as they came, then our cookies. */
export function responseHeaders(raw: readonly string[], cookies: readonly string[] | undefined): string[] {
  const headers: string[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i] as string;
    if (!hopByHop.has(name.toLowerCase())) headers.push(name, raw[i + 1] as string);
  }
  if (cookies !== undefined) for (const cookie of cookies) headers.push('Set-Cookie', cookie);
  return headers;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-request-tracing.html */
function newTrace(): string {
  const time = Math.floor(Date.now() / 1000).toString(16);
  const random = () =>
    Math.floor(Math.random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  return `Root=1-${time}-${random()}${random()}${random()}`;
}
