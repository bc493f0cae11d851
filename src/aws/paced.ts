import type { Clock } from '../ports/clock.js';
import { errorName } from './errors.js';
import { bucketOf, type Rate } from './rates.js';
import type { ECSClient } from './sdk/ecs.js';

/** How full a bucket was when it was last looked at; below zero by what has been promised. Time is in epoch ms. */
export interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** Takes a token, or promises the next one that nobody waits for. Pure. `waitMs` is how long until it is there. */
export function take(rate: Rate, bucket: Bucket | undefined, now: number): { bucket: Bucket; waitMs: number } {
  const left = filled(rate, bucket, now) - 1;
  return { bucket: { tokens: left, at: now }, waitMs: left >= 0 ? 0 : (-left / rate.perSecond) * 1_000 };
}

/** How many tokens there are by now. A clock that was set back fills nothing. */
function filled(rate: Rate, bucket: Bucket | undefined, now: number): number {
  if (bucket === undefined) return rate.burst;
  return Math.min(rate.burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1_000) * rate.perSecond);
}

/**
 * What part of AWS's rates one run takes. The buckets belong to the account: autoscaling, the console and other runs
 * take from them too, and calls do not arrive at the distance at which they were sent.
 */
const share = 0.8;

/** The turns of all calls of a run, at the rates that AWS publishes, so that it need not be throttled to be slow enough. */
export class Pacer {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly clock: Clock) {}

  /** Resolves when the action may be called. */
  async turn(action: string): Promise<void> {
    const found = bucketOf(action);
    if (found === undefined) return;
    const { bucket, waitMs } = take(ours(found.rate), this.buckets.get(found.name), this.clock.now());
    this.buckets.set(found.name, bucket);
    if (waitMs > 0) await this.clock.sleep(waitMs);
  }

  /** AWS refused a call for its rate: others have emptied the bucket, so that this run's share of it is gone as well. */
  throttled(action: string): void {
    const found = bucketOf(action);
    if (found === undefined) return;
    const now = this.clock.now();
    const tokens = filled(ours(found.rate), this.buckets.get(found.name), now);
    this.buckets.set(found.name, { tokens: Math.min(0, tokens), at: now });
  }
}

const ours = (rate: Rate): Rate => ({ burst: Math.floor(rate.burst * share), perSecond: rate.perSecond * share });

/**
 * Gives every attempt of the client its turn. After the SDK's retries, so that these wait as well, and before the signing,
 * so that no signature grows old while it waits.
 */
export function pace(client: ECSClient, pacer: Pacer): void {
  client.middlewareStack.addRelativeTo(
    <A, R>(next: (args: A) => Promise<R>, context: { readonly commandName?: string }) =>
      async (args: A): Promise<R> => {
        const action = (context.commandName ?? '').replace(/Command$/, '');
        await pacer.turn(action);
        try {
          return await next(args);
        } catch (error) {
          if (/throttl|TooManyRequests|RequestLimitExceeded/i.test(errorName(error))) pacer.throttled(action);
          throw error;
        }
      },
    { name: 'sluicePace', relation: 'after', toMiddleware: 'retryMiddleware' },
  );
}
