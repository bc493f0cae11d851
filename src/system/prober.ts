import type { Prober } from '../ports/evidence.js';

/** As much of an answer as is looked at for the expected text. */
const bodyLimit = 256 * 1024;

/** Probes over HTTP with the platform's fetch. Redirects are answers, not followed: a probe asks one version one thing. */
export const prober: Prober = {
  async probe({ url, headers, timeoutMs }) {
    const started = performance.now();
    const took = () => performance.now() - started;
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetch(url, { headers, redirect: 'manual', signal });
      const body = await start(response);
      return { status: response.status, body, ms: took(), failure: null };
    } catch (error) {
      return { status: null, body: '', ms: took(), failure: reason(error, timeoutMs) };
    }
  },
};

async function start(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  if (response.body === null) return text;
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length >= bodyLimit) break;
  }
  return text;
}

function reason(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs} ms`;
  return error.cause instanceof Error ? error.cause.message : error.message;
}
