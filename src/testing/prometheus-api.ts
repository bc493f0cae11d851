import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a query is answered: values of series by their labels as JSON, or an error as Prometheus gives it. */
export type PrometheusAnswer =
  | { readonly series: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: string }[] }
  | { readonly status: number; readonly errorType: string; readonly error: string };

export interface PrometheusApi extends AsyncDisposable {
  readonly url: string;
  /** What is answered; may be changed at any time. */
  answer: (query: string) => PrometheusAnswer;
  /** Queries in the order they came, with their Authorization header. */
  readonly asked: { readonly query: string; readonly authorization: string | undefined }[];
}

/**
 * A server that speaks as much of Prometheus' API as instant queries need.
 * https://prometheus.io/docs/prometheus/2.42/querying/api/#instant-queries
 */
export async function prometheusApi(): Promise<PrometheusApi> {
  const asked: { query: string; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const isQuery = request.method === 'POST' && request.url === '/prometheus/api/v1/query';
      if (!isQuery) return void response.writeHead(404).end('404 page not found');
      const query = new URLSearchParams(body).get('query') ?? '';
      asked.push({ query, authorization: request.headers.authorization });
      const answer = api.answer(query);
      const json = 'series' in answer ? success(answer.series) : { ...answer, status: 'error' };
      const status = 'series' in answer ? 200 : answer.status;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const api: PrometheusApi = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/prometheus/`,
    answer: () => ({ series: [] }),
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return api;
}

function success(series: Extract<PrometheusAnswer, { series: unknown }>['series']) {
  const at = Date.now() / 1000;
  return {
    status: 'success',
    data: { resultType: 'vector', result: series.map(({ labels, value }) => ({ metric: labels, value: [at, value] })) },
  };
}
