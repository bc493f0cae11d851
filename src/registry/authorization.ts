import { isLoopback } from '../images/registry-choice.js';
import { AccessError } from '../ports/access-error.js';
import type { Clock } from '../ports/clock.js';
import { type Challenge, readChallenges } from './challenge.js';
import type { Credentials } from './docker-config.js';
import { passingOf } from './download.js';

export interface AuthorizationSettings {
  readonly host: string;
  readonly clock: Clock;
  /** undefined: the registry is asked without a name. */
  readonly credentials: () => Promise<Credentials | undefined>;
  readonly conceal: (secret: string) => void;
}

/** The specification has tokens without a word live so long, ms. https://distribution.github.io/distribution/spec/auth/token/ */
const LEAST_MS = 60_000;
const TIMEOUT_MS = 30_000;

/**
 * What lets a client in at one registry: nothing until it asks for something, then what it asks for. Tokens are kept for as long
 * as they live, one for each thing that may be done.
 */
export class Authorization {
  private basic: string | undefined;
  private readonly tokens = new Map<string, { readonly token: string; readonly until: number }>();
  private known: Promise<Credentials | undefined> | undefined;
  private readonly underWay = new Map<string, Promise<boolean>>();

  constructor(private readonly settings: AuthorizationSettings) {}

  /** The header for a request, as far as it is known yet what it must be. */
  header(scope: string): string | undefined {
    const token = this.tokens.get(scope);
    if (token !== undefined && token.until > this.settings.clock.now()) return `Bearer ${token.token}`;
    return this.basic;
  }

  /** What was given is not good any more, or not good enough. */
  forget(scope: string): void {
    this.tokens.delete(scope);
    this.basic = undefined;
    this.known = undefined;
  }

  /**
   * Gets what a challenge asks for; false when there is nothing to be had. Requests that are refused at the same moment share one
   * answer.
   *
   * @param shown the header that was refused
   * @throws AccessError when the credentials are not accepted
   */
  answer(header: string | null, scope: string, shown: string | undefined): Promise<boolean> {
    const known = this.header(scope);
    if (known !== undefined && known !== shown) return Promise.resolve(true);
    const answer = this.underWay.get(scope) ?? this.get(header, scope).finally(() => this.underWay.delete(scope));
    this.underWay.set(scope, answer);
    return answer;
  }

  private async get(header: string | null, scope: string): Promise<boolean> {
    this.forget(scope);
    const [challenge] = readChallenges(header ?? '');
    if (challenge === undefined) return false;
    this.known ??= this.settings.credentials();
    const credentials = await this.known;
    if (challenge.scheme === 'basic') {
      if (credentials === undefined || !('username' in credentials)) return false;
      this.basic = basicOf(credentials);
      this.settings.conceal(this.basic.slice('Basic '.length));
      return true;
    }
    const token = await this.exchange(challenge, credentials, scope);
    this.settings.conceal(token.token);
    this.tokens.set(scope, token);
    return true;
  }

  /** https://distribution.github.io/distribution/spec/auth/token/ and …/oauth/ */
  private async exchange(
    { parameters }: Challenge,
    credentials: Credentials | undefined,
    scope: string,
  ): Promise<{ readonly token: string; readonly until: number }> {
    const { host, clock } = this.settings;
    const forever = clock.now() + 3_600_000;
    if (credentials !== undefined && 'registryToken' in credentials) {
      return { token: credentials.registryToken, until: forever };
    }
    const url = realmOf(parameters.realm ?? '', host);
    const fields = { ...(parameters.service === undefined ? {} : { service: parameters.service }), scope };
    const response = await fetch(...requestOf(url, fields, credentials));
    if (!response.ok) {
      await response.body?.cancel();
      const passing = passingOf(response);
      if (passing !== undefined) throw passing;
      const who = credentials === undefined ? 'without credentials' : 'with the credentials of Docker';
      throw new AccessError(
        `${host} gives no token ${who} (${response.status} of ${url.host}). Log in to it beforehand, for example by docker/login-action.`,
        { kind: credentials === undefined ? 'absent' : 'denied' },
      );
    }
    const given = (await response.json()) as { token?: string; access_token?: string; expires_in?: number };
    const token = given.token ?? given.access_token;
    if (token === undefined) throw new Error(`${url.host} gave an answer without a token for ${host}`);
    // A token is not used in its last seconds: a request may take as long.
    const livesMs = Math.max(LEAST_MS, (given.expires_in ?? 60) * 1_000) - 10_000;
    return { token, until: clock.now() + livesMs };
  }
}

const basicOf = ({ username, password }: { readonly username: string; readonly password: string }): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** Credentials go over an encrypted connection, or to this machine. */
function realmOf(realm: string, host: string): URL {
  const url = URL.canParse(realm) ? new URL(realm) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.host));
  if (url === undefined || !isSafe)
    throw new Error(`${host} names no place for tokens that credentials may be sent to`);
  return url;
}

function requestOf(
  url: URL,
  fields: Readonly<Record<string, string>>,
  credentials: Credentials | undefined,
): [URL, RequestInit] {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  if (credentials !== undefined && 'identityToken' in credentials) {
    const form = {
      ...fields,
      grant_type: 'refresh_token',
      client_id: 'sluice',
      refresh_token: credentials.identityToken,
    };
    return [url, { method: 'POST', body: new URLSearchParams(form), redirect: 'error', signal }];
  }
  const { scope = '', ...rest } = fields;
  for (const [name, value] of Object.entries(rest)) url.searchParams.append(name, value);
  for (const one of scope.split(' ')) url.searchParams.append('scope', one);
  const headers =
    credentials !== undefined && 'username' in credentials ? { authorization: basicOf(credentials) } : undefined;
  return [url, { ...(headers === undefined ? {} : { headers }), redirect: 'error', signal }];
}
