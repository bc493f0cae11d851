import type { RequestOptions, request } from 'node:http';
import type { Prober } from '../ports/evidence.js';

/** As much of an answer as is looked at for the expected text. */
const bodyLimit = 256 * 1024;

/**
 * Probes over HTTP. Redirects are answers, not followed: a probe asks one version one thing. Not with `fetch`: that asks
 * a server for the certificate of the address alone, and no certificate is for the DNS name of a load balancer. With a
 * `Host` header that name is asked for and verified.
 */
export const prober: Prober = {
  async probe({ url, headers, timeoutMs }) {
    const send = await requestOf(url);
    const started = performance.now();
    const took = () => performance.now() - started;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const { status, body } = await ask(send, url, headers, signal);
      return { status, body, ms: took(), failure: null };
    } catch (error) {
      return {
        status: null,
        body: '',
        ms: took(),
        failure: signal.aborted ? `no answer within ${timeoutMs} ms` : reason(error),
      };
    }
  },
};

/** Loaded for the first probe: TLS alone would double the time that an error in the inputs takes to be told. */
const requestOf = async (url: string): Promise<typeof request> =>
  (url.startsWith('https:') ? await import('node:https') : await import('node:http')).request;

function ask(
  send: typeof request,
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    // Each probe has a connection of its own: one that is kept says nothing of whether the next user gets one.
    const options: RequestOptions = { headers: { connection: 'close', ...headers }, signal };
    const host = Object.entries(headers).find(([name]) => name.toLowerCase() === 'host')?.[1];
    const servername = host === undefined ? {} : { servername: host.replace(/:\d+$/, '') };
    const request = send(url, { ...options, ...servername });
    request.once('error', reject);
    request.once('response', (response) => {
      let body = '';
      const done = () => resolve({ status: response.statusCode ?? 0, body });
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        body += text;
        if (body.length < bodyLimit) return;
        done();
        response.destroy();
      });
      response.once('end', done);
      response.once('error', reject);
    });
    request.end();
  });
}

/** Of several addresses that were tried, each has an error of its own and the whole has no message. */
function reason(error: unknown): string {
  const { message, errors: [first] = [] } = error as Partial<AggregateError>;
  return first?.message || message || String(error);
}
