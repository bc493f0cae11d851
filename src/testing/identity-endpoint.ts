import { randomUUID } from 'node:crypto';
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
  /** The tokens that were given. */
  readonly given: readonly string[];
  /** From now on every request is answered with this status; with undefined, with tokens again. */
  refuse(status: number | undefined): void;
  stop(): Promise<void>;
}

/** What every token says of the repository beside its name. */
const IDS = { repository_owner_id: '1234', repository_id: '5678' };
const BEARER = 'opens-the-identity-endpoint';

export async function startIdentityEndpoint(subject: string): Promise<IdentityEndpoint> {
  const asked: string[] = [];
  const given: string[] = [];
  let refusal: number | undefined;
  const server = createServer((request, response) => {
    const audience = new URL(request.url ?? '/', 'http://localhost').searchParams.get('audience');
    if (request.headers.authorization !== `bearer ${BEARER}` || audience === null) {
      response.writeHead(401).end();
      return;
    }
    asked.push(audience);
    if (refusal !== undefined) {
      response.writeHead(refusal).end();
      return;
    }
    const value = token({ sub: subject, aud: audience, jti: randomUUID(), ...IDS });
    given.push(value);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ value }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: BEARER,
    },
    asked,
    given,
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

function token(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + 300;
  const iss = 'https://token.actions.githubusercontent.com';
  return [part({ alg: 'RS256', typ: 'JWT' }), part({ iss, exp, ...claims }), 'unsigned'].join('.');
}
