import type { Clock } from '../ports/clock.js';
import type { Evidence, MinuteSeen, MinutesOfBoth, TrafficMetrics } from '../ports/evidence.js';
import { type Comparing, compare, type MinutePair } from '../verdict/compare.js';
import { compareLatency, type LatencyLimit, type LatencyMinute } from '../verdict/latency.js';
import { greatestShareIn, pairUp, type ShareSeen, whatIsLacking } from '../verdict/minutes.js';
import type { Finding } from '../verdict/verdict.js';

export const compareSource = 'green against blue';
export const latencySource = 'response times, green against blue';

/** So long after its end a minute's percentiles may still change, ms: what comes later is another sample, and each minute has one sign. */
const settledMs = 60_000;

/**
 * Green against blue by what CloudWatch counts for their target groups, from the minute on in which green was raised.
 * Everything is read and reckoned anew at each look, because a minute's figures come late and grow.
 */
export class CompareEvidence implements Evidence {
  readonly source = compareSource;
  readonly everyMs: number;
  private minutes: readonly MinutePair[] = [];
  private readonly shares: ShareSeen[] = [];

  constructor(
    private readonly metrics: () => Promise<TrafficMetrics>,
    private readonly clock: Clock,
    private readonly options: {
      readonly blueArn: string;
      readonly greenArn: string;
      readonly comparing: Comparing;
      /** Set when response times are compared too. */
      readonly latency?: LatencyLimit & { readonly alpha: number };
      /** Requests of green that each step must have seen before it ends. */
      readonly minRequests: number;
      /** Requests a second to both sides before the start; null when not known. */
      readonly usualPerSecond: number | null;
      readonly everyMs: number;
    },
  ) {
    this.everyMs = options.everyMs;
  }

  /** Green's share as it was written or observed, in percent. */
  noteShare(at: number, greenPercent: number): void {
    if (this.shares.at(-1)?.greenPercent !== greenPercent) this.shares.push({ at, greenPercent });
  }

  async look(): Promise<readonly Finding[]> {
    const raisedAt = this.raisedAt();
    const { source } = this;
    if (raisedAt === undefined) {
      const reason = 'begins with the first requests to the new version (not counted yet)';
      return [{ source, judgement: 'healthy', reason, at: this.clock.now() }];
    }
    const { blueArn, greenArn, comparing } = this.options;
    const metrics = await this.metrics();
    const seen = await metrics.minutesOfBoth(
      blueArn,
      greenArn,
      raisedAt,
      this.clock.now(),
      this.options.latency === undefined ? undefined : 'slowest',
    );
    this.minutes = pairUp(counted(seen.green), counted(seen.blue)).map((pair) => {
      const greatestShare = greatestShareIn(this.shares, pair.at);
      return greatestShare === undefined ? pair : { ...pair, greatestShare };
    });
    const { judgement, reason } = compare(this.minutes, comparing);
    const at = this.clock.now();
    const errors = finding(source, { judgement, reason }, at);
    const { latency } = this.options;
    if (latency === undefined) return [errors];
    return [errors, finding(latencySource, compareLatency(this.latencyMinutes(seen, at), latency), at)];
  }

  /** The whole minutes whose percentiles do not change any more. */
  private latencyMinutes({ green, blue }: MinutesOfBoth, now: number): LatencyMinute[] {
    const blues = new Map(blue.map((minute) => [minute.at, minute]));
    return green.flatMap((ofGreen) => {
      const ofBlue = blues.get(ofGreen.at);
      if (ofBlue === undefined || ofGreen.at + 60_000 + settledMs > now) return [];
      return [{ green: ofGreen, blue: ofBlue, isMixed: greatestShareIn(this.shares, ofGreen.at) !== undefined }];
    });
  }

  /** What the step that is observed since `stepSince` has not seen yet and must see; undefined when nothing is missing. */
  lacking(stepSince: number): string | undefined {
    const raisedAt = this.raisedAt();
    if (raisedAt === undefined) return undefined;
    const { minRequests, usualPerSecond } = this.options;
    return whatIsLacking(this.minutes, { minRequests, usualPerSecond, raisedAt, stepSince, now: this.clock.now() });
  }

  private raisedAt(): number | undefined {
    return this.shares.find(({ greenPercent }) => greenPercent > 0)?.at;
  }
}

/** That figures are not here yet is no doubt about green: whether a step may end without them is said by `lacking`. */
function finding(source: string, { judgement, reason }: Pick<Finding, 'judgement' | 'reason'>, at: number): Finding {
  return { source, judgement, reason, at, ...(judgement === 'unknown' ? { isGathering: true } : {}) };
}

/** A connection that could not be made is an error as much as an answer of 500: a green that crashes gives no answers. */
const counted = (minutes: readonly MinuteSeen[]) =>
  minutes.map(({ at, requests, errors5xx, connectionErrors }) => ({
    at,
    counts: { requests, errors: errors5xx + connectionErrors },
  }));

/** How far back the usual traffic is looked for, and how young a minute may be whose figures are not complete, ms. */
const usualMs = 15 * 60_000;
const lateMs = 2 * 60_000;

/**
 * Requests a second to both sides in the last quarter of an hour, counted from the first minute that had any.
 *
 * @throws AccessError when CloudWatch may not be read
 */
export async function usualRequests(
  metrics: TrafficMetrics,
  now: number,
  groups: { readonly blueArn: string; readonly greenArn: string },
): Promise<number> {
  const seen = await metrics.minutesOfBoth(groups.blueArn, groups.greenArn, now - usualMs, now);
  const minutes = pairUp(counted(seen.green), counted(seen.blue));
  const all = minutes.map(({ at, green, blue }) => ({ at, requests: green.requests + blue.requests }));
  const settled = all.filter(({ at, requests }) => requests > 0 && at + 60_000 <= now);
  const first = settled[0]?.at;
  if (first === undefined) return 0;
  // The newest minutes may not be there yet, and that they are missing says nothing.
  const end = Math.max((settled.at(-1)?.at ?? first) + 60_000, now - lateMs - 60_000);
  return settled.reduce((sum, { requests }) => sum + requests, 0) / ((end - first) / 1000);
}
