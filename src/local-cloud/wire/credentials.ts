import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';
import { expiredToken, invalidToken } from './refusal.js';

export interface SessionKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** Cloud time in epoch ms. */
  readonly expiresAt: number;
}

interface Caller {
  /** ARN */
  readonly principal: string;
  readonly userId: string;
  readonly accountId: string;
}

interface Session extends SessionKeys, Caller {}

const userId = 'AIDASLUICELOCALCLOUD';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** `length` letters and digits as AWS's identifiers have them. */
export function randomId(prefix: string, length: number): string {
  return prefix + [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join('');
}

/**
 * Who may call. Signatures are not checked; which access key signed is. Any long-lived key (not `ASIA…`) is the one
 * user of the account, or of the other account that it was said to be of; a session key must be one that STS here gave
 * out, come with its token, and not be expired.
 */
export class Credentials {
  private readonly sessions = new Map<string, Session>();
  private readonly expiredKeys = new Set<string>();
  private longLivedKeysAreExpired = false;
  private readonly accounts: Set<string>;
  /** Long-lived keys of other accounts. */
  private readonly accountOfKey = new Map<string, string>();

  constructor(
    private readonly clock: Clock,
    private readonly accountId: string,
  ) {
    this.accounts = new Set([accountId]);
  }

  /** Roles of this account can be assumed from now on; with a key, whoever signs with that is its user. */
  addAccount(accountId: string, accessKeyId?: string): void {
    this.accounts.add(accountId);
    if (accessKeyId !== undefined) this.accountOfKey.set(accessKeyId, accountId);
  }

  hasAccount(accountId: string): boolean {
    return this.accounts.has(accountId);
  }

  grant({ principal, userId, accountId }: Caller, durationMs: number): SessionKeys {
    const session: Session = {
      accessKeyId: randomId('ASIA', 16),
      secretAccessKey: randomBytes(30).toString('base64'),
      sessionToken: randomBytes(120).toString('base64'),
      expiresAt: this.clock.now() + durationMs,
      principal,
      userId,
      accountId,
    };
    this.sessions.set(session.accessKeyId, session);
    return session;
  }

  /** Throws ExpiredTokenException or UnrecognizedClientException. */
  identify(accessKeyId: string, sessionToken: string | undefined): Caller {
    const session = this.sessions.get(accessKeyId);
    if (session === undefined) {
      if (accessKeyId.startsWith('ASIA')) throw invalidToken();
      if (this.longLivedKeysAreExpired || this.expiredKeys.has(accessKeyId)) throw expiredToken();
      const accountId = this.accountOfKey.get(accessKeyId) ?? this.accountId;
      return { principal: `arn:aws:iam::${accountId}:user/sluice`, userId, accountId };
    }
    if (this.expiredKeys.has(accessKeyId) || this.clock.now() >= session.expiresAt) throw expiredToken();
    if (sessionToken !== session.sessionToken) throw invalidToken();
    return session;
  }

  /** The unique id of a caller that `identify` named. */
  userIdOf(principal: string): string {
    for (const session of this.sessions.values()) if (session.principal === principal) return session.userId;
    return userId;
  }

  /** From now on the key is refused as expired; without a key, every key known or used so far (sessions granted later are good). */
  expire(accessKeyId?: string): void {
    if (accessKeyId !== undefined) {
      this.expiredKeys.add(accessKeyId);
      return;
    }
    this.longLivedKeysAreExpired = true;
    for (const key of this.sessions.keys()) this.expiredKeys.add(key);
  }

  /** Takes back what `expire` did. */
  restore(): void {
    this.longLivedKeysAreExpired = false;
    this.expiredKeys.clear();
  }
}
