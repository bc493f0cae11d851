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

interface Session extends SessionKeys {
  readonly principal: string;
  readonly userId: string;
}

const userId = 'AIDASLUICELOCALCLOUD';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** `length` letters and digits as AWS's identifiers have them. */
export function randomId(prefix: string, length: number): string {
  return prefix + [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join('');
}

/**
 * Who may call. Signatures are not checked; which access key signed is. Any long-lived key (not `ASIA…`) is the one
 * user of the account; a session key must be one that STS here gave out, come with its token, and not be expired.
 */
export class Credentials {
  private readonly sessions = new Map<string, Session>();
  private readonly expiredKeys = new Set<string>();
  private longLivedKeysAreExpired = false;

  constructor(
    private readonly clock: Clock,
    private readonly accountId: string,
  ) {}

  grant(principal: string, userId: string, durationMs: number): SessionKeys {
    const session: Session = {
      accessKeyId: randomId('ASIA', 16),
      secretAccessKey: randomBytes(30).toString('base64'),
      sessionToken: randomBytes(120).toString('base64'),
      expiresAt: this.clock.now() + durationMs,
      principal,
      userId,
    };
    this.sessions.set(session.accessKeyId, session);
    return session;
  }

  /** The caller's ARN and id. Throws ExpiredTokenException or UnrecognizedClientException. */
  identify(accessKeyId: string, sessionToken: string | undefined): { principal: string; userId: string } {
    const session = this.sessions.get(accessKeyId);
    if (session === undefined) {
      if (accessKeyId.startsWith('ASIA')) throw invalidToken();
      if (this.longLivedKeysAreExpired || this.expiredKeys.has(accessKeyId)) throw expiredToken();
      return { principal: `arn:aws:iam::${this.accountId}:user/sluice`, userId };
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
