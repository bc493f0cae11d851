import { AccessError } from '../ports/access-error.js';
import type { MetricQueries, SeriesSeen } from '../ports/evidence.js';
import { RefusedQuery } from '../ports/refused-query.js';

/** How long one query may take; Prometheus is told to give up by then as well. */
const timeoutSeconds = 10;

/** As much of somebody else's answer as is told. */
const toldLimit = 300;

export interface PrometheusOptions {
  /** Where Prometheus is, with the path that it is served under: `https://example.com/prometheus`. */
  readonly url: string;
  readonly token?: string | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
}

/**
 * Asks Prometheus for values of now. By POST, because a query may be longer than an address.
 * https://prometheus.io/docs/prometheus/2.42/querying/api/#instant-queries
 */
export function prometheus(options: PrometheusOptions): MetricQueries {
  const { url, headers } = requestOf(options);
  return {
    async query(expression) {
      const { status, text, type } = await post(
        url,
        headers,
        new URLSearchParams({ query: expression, timeout: `${timeoutSeconds}s` }),
      );
      if (status === 401 || status === 403) throw denied(options, url, status);
      const answer = type.includes('json') ? parsed(text) : undefined;
      if (answer?.status === 'error' && (answer.errorType === 'bad_data' || answer.errorType === 'execution')) {
        throw new RefusedQuery(answer.error ?? 'refused without a reason');
      }
      if (status !== 200 || answer?.status !== 'success' || answer.data === undefined) {
        const said = answer?.error ?? text.replace(/\s+/g, ' ').trim();
        throw new Error(
          `${url.origin}${url.pathname} answered ${status}${said === '' ? '' : `: ${said.slice(0, toldLimit)}`}`,
        );
      }
      return seriesOf(answer.data);
    },
  };
}

interface Answer {
  readonly status?: 'success' | 'error';
  readonly errorType?: string;
  readonly error?: string;
  readonly data?: { readonly resultType?: string; readonly result?: unknown };
}

function requestOf({ url, token, username, password }: PrometheusOptions): {
  url: URL;
  headers: Record<string, string>;
} {
  const address = new URL(url);
  address.pathname = `${address.pathname.replace(/\/+$/, '')}/api/v1/query`;
  if (token !== undefined) return { url: address, headers: { authorization: `Bearer ${token}` } };
  if (username === undefined) return { url: address, headers: {} };
  const pair = Buffer.from(`${username}:${password ?? ''}`).toString('base64');
  return { url: address, headers: { authorization: `Basic ${pair}` } };
}

async function post(
  url: URL,
  headers: Record<string, string>,
  body: URLSearchParams,
): Promise<{ status: number; text: string; type: string }> {
  try {
    // A redirect is an answer: followed, it would turn the POST into a GET, mostly of the page of a login.
    const signal = AbortSignal.timeout(timeoutSeconds * 1000);
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    return { status: response.status, text: await response.text(), type: response.headers.get('content-type') ?? '' };
  } catch (error) {
    throw new Error(`${url.origin} could not be reached: ${reason(error)}`, { cause: error });
  }
}

function reason(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: Error & { code?: string } };
  if (name === 'TimeoutError') return `no answer within ${timeoutSeconds} s`;
  // An address that has several numbers fails with several errors, and a message is in none but them.
  return cause?.message || cause?.code || message;
}

function denied({ token, username }: PrometheusOptions, url: URL, status: number): AccessError {
  const mend =
    token !== undefined
      ? 'check prometheus-token'
      : username !== undefined
        ? 'check prometheus-username and prometheus-password'
        : 'give prometheus-token, or prometheus-username and prometheus-password';
  return new AccessError(`Prometheus at ${url.origin} answered ${status}: ${mend}`, { kind: 'denied' });
}

function parsed(text: string): Answer | undefined {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return undefined;
  }
}

type Sample = readonly [at: number, value: string];

/** https://prometheus.io/docs/prometheus/2.42/querying/api/#expression-query-result-formats */
function seriesOf({ resultType, result }: NonNullable<Answer['data']>): SeriesSeen[] {
  if (resultType === 'scalar') return [{ labels: {}, value: numberOf((result as Sample)[1]) }];
  if (resultType !== 'vector') {
    throw new RefusedQuery(
      `it gives a ${resultType ?? 'nothing'}, and only one number for each series can be compared`,
    );
  }
  return (result as readonly { metric: Record<string, string>; value?: Sample }[]).map(({ metric, value }) => {
    if (value === undefined) throw new RefusedQuery('it gives histograms, and only numbers can be compared');
    return { labels: metric, value: numberOf(value[1]) };
  });
}

const numberOf = (text: string): number => Number(text.replace(/^([+-]?)Inf$/, '$1Infinity'));
