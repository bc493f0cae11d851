import type { Clock } from './clock.js';
import type { ApiClass, CloudService } from './contract.js';

interface Bucket {
  tokens: number;
  /** The second of cloud time up to which it has been filled. */
  second: number;
}

/**
 * Token buckets as AWS describes them: a call takes a token, and at each full second the sustained rate is put back, up
 * to the burst. Seconds are of cloud time.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 */
export class RateLimits {
  isEnforced: boolean;
  private readonly buckets = new Map<ApiClass, Bucket>();

  constructor(
    private readonly clock: Clock,
    isEnforced: boolean,
  ) {
    this.isEnforced = isEnforced;
  }

  /** Enforces them from now on, with full buckets, or no longer. */
  enforce(isEnforced: boolean): void {
    this.isEnforced = isEnforced;
    this.buckets.clear();
  }

  /** Takes a token for a call; answers whether there was one. */
  admits(service: CloudService, operation: string): boolean {
    if (!this.isEnforced) return true;
    const limit = service.rates?.find(({ operations }) => operations.includes(operation));
    if (limit === undefined) return true;
    const second = Math.floor(this.clock.now() / 1000);
    const bucket = this.buckets.get(limit) ?? { tokens: limit.burst, second };
    this.buckets.set(limit, bucket);
    bucket.tokens = Math.min(limit.burst, bucket.tokens + (second - bucket.second) * limit.perSecond);
    bucket.second = second;
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }
}
