import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * GitHub's deployments as its REST API has them: list, create, and the statuses of one.
 * https://docs.github.com/en/rest/deployments
 */
export interface DeploymentsApi {
  readonly url: string;
  readonly deployments: readonly Deployment[];
  /** Makes a deployment as GitHub does for a job that runs in an environment. */
  ofJob(deployment: { environment: string; sha: string; runId: string }): Deployment;
  /** How the next requests are answered instead, first things first: a status, or no answer at all. */
  readonly faults: (number | 'silence')[];
  /** Method and path of every request. */
  readonly requests: readonly string[];
  stop(): Promise<void>;
}

export interface Deployment {
  readonly id: number;
  readonly environment: string;
  readonly sha: string;
  readonly statuses: Record<string, unknown>[];
}

const repository = '/repos/example/shop/deployments';

export async function startDeploymentsApi(token: string): Promise<DeploymentsApi> {
  const deployments: Deployment[] = [];
  const faults: (number | 'silence')[] = [];
  const requests: string[] = [];
  const add = (environment: string, sha: string): Deployment => {
    const made = { id: 1000 + deployments.length, environment, sha, statuses: [] };
    deployments.unshift(made);
    return made;
  };
  const answer = (method: string, url: URL, body: Record<string, unknown>): [number, unknown] => {
    const id = /^\/repos\/example\/shop\/deployments\/(\d+)\/statuses$/.exec(url.pathname)?.[1];
    const of = deployments.find((deployment) => String(deployment.id) === id);
    if (url.pathname === repository && method === 'GET') {
      const [environment, sha] = ['environment', 'sha'].map((name) => url.searchParams.get(name));
      return [200, deployments.filter((each) => each.environment === environment && each.sha === sha)];
    }
    if (url.pathname === repository && method === 'POST') {
      return typeof body.ref === 'string' && Array.isArray(body.required_contexts)
        ? [201, add(String(body.environment), body.ref)]
        : [422, { message: 'Validation Failed' }];
    }
    if (of === undefined) return [404, { message: 'Not Found' }];
    if (method === 'GET') return [200, of.statuses];
    if (String(body.description ?? '').length > 140) return [422, { message: 'Validation Failed' }];
    of.statuses.unshift(body);
    return [201, { id: of.statuses.length }];
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    requests.push(`${request.method} ${url.pathname}`);
    const body = await json(request);
    const fault = faults.shift();
    if (fault === 'silence') return;
    const isKnown = request.headers.authorization === `Bearer ${token}`;
    const [status, content] =
      fault !== undefined
        ? [fault, { message: 'Resource not accessible by integration' }]
        : isKnown
          ? answer(request.method ?? '', url, body)
          : [401, { message: 'Bad credentials' }];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deployments,
    faults,
    requests,
    ofJob({ environment, sha, runId }) {
      const made = add(environment, sha);
      made.statuses.push({
        state: 'in_progress',
        log_url: `https://github.com/example/shop/actions/runs/${runId}/job/9`,
      });
      return made;
    },
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function json(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}
