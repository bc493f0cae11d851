import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The comments of one pull request as GitHub's REST API has them: list by page, create, update.
 * https://docs.github.com/en/rest/issues/comments
 */
export interface CommentsApi {
  readonly url: string;
  readonly comments: Comment[];
  /** Every request is answered with this status; undefined: as GitHub does. */
  refuse(status: number | undefined): void;
  /** Method and path of every request. */
  readonly requests: readonly string[];
  stop(): Promise<void>;
}

export interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly type: string };
  readonly author_association: string;
}

const longest = 65_536;

export async function startCommentsApi(token: string, pullRequest = 7): Promise<CommentsApi> {
  const comments: Comment[] = [];
  const requests: string[] = [];
  let refusal: number | undefined;
  const list = `/repos/example/shop/issues/${pullRequest}/comments`;

  function answer(method: string, url: URL, body: string): [number, unknown] {
    if (url.pathname === list && method === 'GET') {
      const [size, page] = ['per_page', 'page'].map((name) => Number(url.searchParams.get(name)));
      return [200, comments.slice(((page ?? 1) - 1) * (size ?? 30), (page ?? 1) * (size ?? 30))];
    }
    const text = (JSON.parse(body || '{}') as { body?: string }).body ?? '';
    if (text === '' || text.length > longest) return [422, { message: 'Validation Failed' }];
    if (url.pathname === list && method === 'POST') {
      const made = { id: 100 + comments.length, body: text, user: { type: 'Bot' }, author_association: 'NONE' };
      comments.push(made);
      return [201, made];
    }
    const id = /^\/repos\/example\/shop\/issues\/comments\/(\d+)$/.exec(url.pathname)?.[1];
    const of = comments.find((comment) => String(comment.id) === id);
    if (of === undefined || method !== 'PATCH') return [404, { message: 'Not Found' }];
    of.body = text;
    return [200, of];
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    requests.push(`${request.method} ${url.pathname}`);
    let body = '';
    for await (const chunk of request) body += chunk;
    const isKnown = request.headers.authorization === `Bearer ${token}`;
    const [status, content] =
      refusal !== undefined
        ? [refusal, { message: 'Resource not accessible by integration' }]
        : isKnown
          ? answer(request.method ?? '', url, body)
          : [401, { message: 'Bad credentials' }];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    comments,
    requests,
    refuse: (status) => {
      refusal = status;
    },
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
