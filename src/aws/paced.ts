import type { Clock } from '../ports/clock.js';
import { errorName } from './errors.js';
import { bucketOf, type Rate } from './rates.js';
import type { ECSClient } from './sdk/ecs.js';
import type { SSMClient } from './sdk/ssm.js';

/** How full a bucket was when it was last looked at. Time is in epoch ms. */
export interface Bucket {
  readonly tokens: number;
  readonly at: number;
  /** Calls that were sent and not answered: nobody knows yet when AWS counts them, so that their places stay empty. */
  readonly underWay: number;
}

/** How full it is by now. A clock that was set back fills nothing. Pure. */
export function filled(rate: Rate, bucket: Bucket | undefined, now: number): Bucket {
  if (bucket === undefined) return { tokens: rate.burst, at: now, underWay: 0 };
  const { tokens, at, underWay } = bucket;
  const more = (Math.max(0, now - at) / 1_000) * rate.perSecond;
  return { tokens: Math.min(Math.max(0, rate.burst - underWay), tokens + more), at: now, underWay };
}

/** How long until there is a token, in ms; infinite while all that there may be are under way. Pure. */
export function waitFor(rate: Rate, { tokens, underWay }: Bucket): number {
  if (tokens >= 1) return 0;
  return rate.burst - underWay < 1 ? Number.POSITIVE_INFINITY : Math.ceil(((1 - tokens) / rate.perSecond) * 1_000);
}

/**
 * What part of AWS's rates one run takes. The buckets belong to the account: autoscaling, the console and other runs
 * take from them too, and calls do not arrive at the distance at which they were sent.
 */
const share = 0.8;

interface Line {
  readonly rate: Rate;
  bucket: Bucket | undefined;
  readonly waiting: (() => void)[];
  isAsleep: boolean;
}

/** The turns of all calls of a run, at the rates that AWS publishes, so that it need not be throttled to be slow enough. */
export class Pacer {
  private readonly lines = new Map<string, Line>();

  constructor(private readonly clock: Clock) {}

  /** Resolves when the action may be called. What it resolves to is told when the call has been answered. */
  async turn(action: string): Promise<() => void> {
    const line = this.line(action);
    if (line === undefined) return () => {};
    await new Promise<void>((resolve) => {
      line.waiting.push(resolve);
      this.letGo(line);
    });
    return () => {
      const now = filled(line.rate, line.bucket, this.clock.now());
      line.bucket = { ...now, underWay: Math.max(0, now.underWay - 1) };
      this.letGo(line);
    };
  }

  /** AWS refused a call for its rate: others have emptied the bucket, so that this run's share of it is gone as well. */
  throttled(action: string): void {
    const line = this.line(action);
    if (line === undefined) return;
    const now = filled(line.rate, line.bucket, this.clock.now());
    line.bucket = { ...now, tokens: Math.min(0, now.tokens) };
  }

  private line(action: string): Line | undefined {
    const found = bucketOf(action);
    if (found === undefined) return undefined;
    const line = this.lines.get(found.name) ?? {
      rate: ours(found.rate),
      bucket: undefined,
      waiting: [],
      isAsleep: false,
    };
    this.lines.set(found.name, line);
    return line;
  }

  /** Those who wait, in their order, as far as there are tokens; the next one when there is one again. */
  private letGo(line: Line): void {
    while (line.waiting.length > 0) {
      const bucket = filled(line.rate, line.bucket, this.clock.now());
      line.bucket = bucket;
      const waitMs = waitFor(line.rate, bucket);
      if (waitMs > 0) {
        if (waitMs < Number.POSITIVE_INFINITY) void this.sleep(line, waitMs);
        return;
      }
      line.bucket = { ...bucket, tokens: bucket.tokens - 1, underWay: bucket.underWay + 1 };
      line.waiting.shift()?.();
    }
  }

  private async sleep(line: Line, ms: number): Promise<void> {
    if (line.isAsleep) return;
    line.isAsleep = true;
    await this.clock.sleep(ms);
    line.isAsleep = false;
    this.letGo(line);
  }
}

const ours = (rate: Rate): Rate => ({ burst: Math.floor(rate.burst * share), perSecond: rate.perSecond * share });

/**
 * Gives every attempt of the client its turn. After the SDK's retries, so that these wait as well, and before the signing,
 * so that no signature grows old while it waits.
 */
export function pace(client: ECSClient | SSMClient, pacer: Pacer): void {
  // What is added does not care what goes through it.
  (client as ECSClient).middlewareStack.addRelativeTo(
    <A, R>(next: (args: A) => Promise<R>, context: { readonly commandName?: string }) =>
      async (args: A): Promise<R> => {
        const action = (context.commandName ?? '').replace(/Command$/, '');
        const answered = await pacer.turn(action);
        try {
          return await next(args);
        } catch (error) {
          if (/throttl|TooManyRequests|RequestLimitExceeded/i.test(errorName(error))) pacer.throttled(action);
          throw error;
        } finally {
          answered();
        }
      },
    { name: 'sluicePace', relation: 'after', toMiddleware: 'retryMiddleware' },
  );
}
