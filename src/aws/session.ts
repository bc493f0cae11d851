import type { Access, Ending } from '../ports/access.js';
import { AccessError } from '../ports/access-error.js';
import type { Clock } from '../ports/clock.js';
import { formatDuration } from '../spec/duration.js';
import { assumeRole, type Keys, type Role } from './assume-role.js';

export interface SessionOptions extends Role {
  readonly clock: Clock;
  /** A fresh token of the job's identity. */
  readonly token: () => Promise<string>;
  /** Another way to the role than by such a token. */
  readonly take?: () => Promise<Keys>;
  /** Takes what must never be shown, before anything is done with it. */
  readonly conceal: (secret: string) => void;
  /** What happens to what is under way when the session ends, and what can be done about it. */
  readonly whenOver: string;
  readonly line: (text: string) => void;
  readonly warn: (text: string) => void;
}

/** A session is renewed when less than a third of it is left, or this, ms. */
const renewMs = 15 * 60_000;
/** Traffic is put back when so much is left of a session that could not be renewed, or a sixth of it, ms. */
const actMs = 2 * 60_000;
/** So near its end a session is not used while it may still be renewed, or a twelfth of it, ms. */
const lastMs = 10_000;
/** Between two attempts to renew, ms, or a twentieth of the session. */
const pauseMs = 30_000;

/**
 * The action's own session at AWS: taken with the job's identity when it is first wanted, renewed long before it ends, one
 * renewal at a time. Meanwhile, and when a renewal fails, what is there is used until it really ends. All times are the
 * clock's, so that a rehearsal that lives faster sees its sessions end faster.
 */
export class Session implements Access {
  private keys: Keys | undefined;
  private renewal: Promise<Keys> | undefined;
  private failure: { readonly error: Error; readonly at: number } | undefined;

  /**
   * For the SDK's clients. `memoized` keeps the SDK from remembering what it was given: it would compare its end with the
   * machine's clock, and ask again in the last five minutes only.
   */
  readonly credentials = Object.assign(async () => (await this.current()).credentials, { memoized: true as const });

  constructor(private readonly options: SessionOptions) {}

  ending(): Ending | undefined {
    const { keys, failure } = this;
    if (keys === undefined || failure === undefined) return undefined;
    return { at: keys.until, actBy: keys.until - part(keys, 6, actMs), why: failure.error.message };
  }

  now(): number {
    return this.options.clock.now();
  }

  /**
   * AWS refused what this session gave out at `since`: it was revoked, or the clocks differ. Resolves when there is another.
   *
   * @throws AccessError when there is none
   */
  async replace(since: number): Promise<void> {
    if (this.keys !== undefined && this.keys.from > since) return;
    this.keys = this.keys && { ...this.keys, until: Math.min(this.keys.until, since) };
    if (this.isResting()) throw this.over(this.failure?.error);
    await this.renew();
  }

  /** @throws AccessError when there is no session and none can be had */
  private async current(): Promise<Keys> {
    const { keys, options, failure } = this;
    const now = options.clock.now();
    if (keys === undefined) return this.renew();
    const isOver = now >= keys.until;
    if (this.isResting()) {
      if (isOver) throw this.over(failure?.error);
      return keys;
    }
    if (isOver) return this.renew();
    if (now < keys.until - part(keys, 3, renewMs)) return keys;
    const renewed = this.renew().catch(() => keys);
    return now < keys.until - part(keys, 12, lastMs) ? keys : renewed;
  }

  /** An attempt that failed is not repeated at once. */
  private isResting(): boolean {
    const { keys, failure } = this;
    return keys !== undefined && failure !== undefined && this.now() - failure.at < part(keys, 20, pauseMs);
  }

  private renew(): Promise<Keys> {
    this.renewal ??= this.take().finally(() => {
      this.renewal = undefined;
    });
    return this.renewal;
  }

  private async take(): Promise<Keys> {
    const { options } = this;
    try {
      const keys = await (options.take === undefined ? assumeRole(options, options) : options.take());
      if (this.failure !== undefined) options.line('The AWS session was renewed after all');
      this.failure = undefined;
      this.keys = keys;
      return keys;
    } catch (error) {
      if (this.keys === undefined || !(error instanceof Error)) throw error;
      const isNews = this.failure === undefined;
      const now = options.clock.now();
      this.failure = { error, at: now };
      const left = this.keys.until - now;
      if (left <= 0) throw this.over(error);
      if (isNews) options.warn(`${stillGood(error, left)} ${options.whenOver}`);
      throw error;
    }
  }

  private over(cause: Error | undefined): AccessError {
    const detail = cause instanceof AccessError ? cause.detail : {};
    const message = `The AWS session is over and could not be renewed: ${cause?.message ?? 'unknown'}`;
    return new AccessError(message, { ...detail, kind: 'expired' }, { cause });
  }
}

/** So much of a session's life, but no more than `atMost`, ms. */
function part(keys: Keys, share: number, atMost: number): number {
  return Math.min(atMost, (keys.until - keys.from) / share);
}

function stillGood(error: Error, leftMs: number): string {
  const left = formatDuration(Math.max(1_000, Math.round(leftMs / 1_000) * 1_000));
  return `The AWS session could not be renewed: ${error.message}. It is good for another ${left}, and renewing it is tried again until then.`;
}
