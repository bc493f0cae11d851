import type { Clock } from '../ports/clock.js';
import type { MinuteSeen, MinutesOfBoth, TrafficMetrics } from '../ports/evidence.js';

/** An even stream of requests that is split by the weights, and the figures of it as CloudWatch gives them: by the minute, late. */
export class FakeTraffic implements TrafficMetrics {
  /** Requests a second to both sides together; without any there are no figures. */
  perSecond = 0;
  /** Which part of its requests each side fails, 0 to 1. */
  errorRate: { blue: number; green: number } | ((at: number) => { blue: number; green: number }) = {
    blue: 0,
    green: 0,
  };
  /** The p95 of each side; its other percentiles are close by. */
  p95Seconds = { blue: 0.05, green: 0.05 };
  /** A minute's figures are there so long after its end. */
  delayMs = 60_000;
  /** From here on nothing is measured any more, epoch ms. */
  lostFrom = Number.POSITIVE_INFINITY;
  failure: Error | undefined;
  /** How often it was asked. */
  asked = 0;

  private readonly shares: { at: number; greenPercent: number }[] = [];

  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    private readonly greenArn: string,
    private readonly greenPercentNow: () => number,
  ) {}

  /** Green's share changes now. */
  noteShare(greenPercent: number): void {
    if (this.shares.length === 0) this.shares.push({ at: 0, greenPercent: this.greenPercentNow() });
    this.shares.push({ at: this.clock.now(), greenPercent });
  }

  async minutes(targetGroupArn: string, since: number, until: number): Promise<MinuteSeen[]> {
    return this.of(targetGroupArn === this.greenArn ? 'green' : 'blue', since, until);
  }

  async minutesOfBoth(_blueArn: string, _greenArn: string, since: number, until: number): Promise<MinutesOfBoth> {
    this.asked++;
    if (this.failure !== undefined) throw this.failure;
    return { blue: this.of('blue', since, until), green: this.of('green', since, until) };
  }

  private of(side: 'blue' | 'green', since: number, until: number): MinuteSeen[] {
    const minutes: MinuteSeen[] = [];
    for (let at = since - (since % 60_000); at <= until; at += 60_000) {
      if (at + 60_000 + this.delayMs > this.clock.now() || at >= this.lostFrom) break;
      const share = this.greenShareIn(at) / 100;
      const requests = Math.round(60 * this.perSecond * (side === 'green' ? share : 1 - share));
      if (requests === 0) continue;
      const rates = typeof this.errorRate === 'function' ? this.errorRate(at) : this.errorRate;
      const p95 = this.p95Seconds[side];
      minutes.push({
        at,
        requests,
        errors5xx: Math.round(requests * rates[side]),
        connectionErrors: 0,
        p95Seconds: p95,
        slowest: { p90: 0.9 * p95, p92: 0.94 * p95, p93: 0.96 * p95, p94: 0.98 * p95, p99: 1.2 * p95 },
      });
    }
    return minutes;
  }

  /** Green's share over the minute, in percent. */
  private greenShareIn(minute: number): number {
    const end = minute + 60_000;
    const all = this.shares.length === 0 ? [{ at: 0, greenPercent: this.greenPercentNow() }] : this.shares;
    return all.reduce((sum, { at, greenPercent }, i) => {
      const from = Math.max(minute, at);
      const to = Math.min(end, all[i + 1]?.at ?? end);
      return to > from ? sum + (greenPercent * (to - from)) / 60_000 : sum;
    }, 0);
  }
}
