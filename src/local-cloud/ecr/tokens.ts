import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';

interface Token {
  readonly principal: string;
  readonly accountId: string;
  readonly region: string;
  readonly expiresAt: number;
}

/** Twelve hours: https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html */
const usualMs = 12 * 60 * 60 * 1000;

/** What `docker login` is given as a password. */
export class Tokens {
  private readonly tokens = new Map<string, Token>();
  private lastsMs = usualMs;

  constructor(private readonly clock: Clock) {}

  issue(principal: string, accountId: string, region: string): { password: string; expiresAt: number } {
    const expiresAt = this.clock.now() + this.lastsMs;
    // In the shape of ECR's own, which is as long and says when it ends.
    const password = Buffer.from(
      JSON.stringify({
        payload: randomBytes(900).toString('base64'),
        datakey: randomBytes(180).toString('base64'),
        version: '2',
        type: 'DATA_KEY',
        expiration: Math.floor(expiresAt / 1000),
      }),
    ).toString('base64');
    this.tokens.set(password, { principal, accountId, region, expiresAt });
    return { password, expiresAt };
  }

  /** Undefined when it is unknown, expired, or of another Region, which are all one to ECR. */
  holder(password: string, region: string): Token | undefined {
    const token = this.tokens.get(password);
    return token !== undefined && token.region === region && this.clock.now() < token.expiresAt ? token : undefined;
  }

  /** Every token that was given out so far has expired. Answers how many. */
  expire(): number {
    const count = this.tokens.size;
    this.tokens.clear();
    return count;
  }

  /** How long those that are given out from now on last; as AWS's when left out. */
  lasting(ms: number = usualMs): void {
    this.lastsMs = ms;
  }
}
