import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * GitHub's endpoint for identity tokens, as far as a job sees it: a URL to which the audience is appended, and a bearer
 * token that opens it. https://docs.github.com/en/actions/reference/security/oidc#methods-for-requesting-the-oidc-token
 * The tokens are not signed: whoever accepts them checks nothing.
 */
export interface IdentityEndpoint {
  readonly env: Readonly<Record<string, string>>;
  /** Audiences of the tokens that were asked for. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

const BEARER = 'opens-the-identity-endpoint';

export async function startIdentityEndpoint(subject: string): Promise<IdentityEndpoint> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const audience = new URL(request.url ?? '/', 'http://localhost').searchParams.get('audience');
    if (request.headers.authorization !== `bearer ${BEARER}` || audience === null) {
      response.writeHead(401).end();
      return;
    }
    asked.push(audience);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ value: token({ sub: subject, aud: audience }) }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: BEARER,
    },
    asked,
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function token(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + 300;
  const iss = 'https://token.actions.githubusercontent.com';
  return [part({ alg: 'RS256', typ: 'JWT' }), part({ iss, exp, ...claims }), 'unsigned'].join('.');
}
