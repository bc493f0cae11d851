/**
 * Which target group gets the next request. Pure but for its own memory of what it chose.
 *
 * Smooth weighted selection: over any run of requests as long as the sum of the weights, every group gets exactly its
 * weight, spread evenly. AWS documents the shares and not the algorithm
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html#forward-actions);
 * ours has no sampling noise, which AWS's may have.
 */

export interface Weighted<T> {
  readonly item: T;
  /** 0 to 999; 0 is never chosen. */
  readonly weight: number;
}

export class WeightedChoice<T> {
  private readonly entries: { item: T; weight: number; credit: number }[];
  private readonly total: number;

  constructor(weighted: readonly Weighted<T>[]) {
    this.entries = weighted.filter(({ weight }) => weight > 0).map((entry) => ({ ...entry, credit: 0 }));
    this.total = this.entries.reduce((sum, { weight }) => sum + weight, 0);
  }

  /** Undefined when every weight is 0. */
  next(): T | undefined {
    let best: { item: T; credit: number } | undefined;
    for (const entry of this.entries) {
      entry.credit += entry.weight;
      if (best === undefined || entry.credit > best.credit) best = entry;
    }
    if (best === undefined) return undefined;
    best.credit -= this.total;
    return best.item;
  }
}
