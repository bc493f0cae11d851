import type { Clock } from '../clock.js';

/**
 * Every request that came through, by second, listener and target group: for tests and rehearsals that count real
 * requests. AWS has no such call (its access logs come closest).
 */

/** Seconds of cloud time that are remembered. */
const remembered = 6 * 3600;

/** One second of one target group on one listener. A request stays in the second in which its target was chosen. */
export interface Tally {
  readonly second: number;
  readonly listenerArn: string;
  /** Undefined: no target group was chosen. */
  readonly targetGroupArn: string | undefined;
  requests: number;
  /** Answers of targets. */
  readonly target: Map<number, number>;
  /** Answers of the load balancer itself. */
  readonly elb: Map<number, number>;
}

type Statuses = Record<string, number>;

export interface Counts {
  since: number;
  now: number;
  requests: number;
  byTargetGroup: Record<string, { requests: number; target: Statuses; elb: Statuses }>;
  /** What the load balancer answered without choosing a target group. */
  elb: Statuses;
  timeline: { at: number; targetGroupArn?: string; requests: number; target: Statuses; elb: Statuses }[];
}

export class RequestCounts {
  private seconds = new Map<number, Map<string, Tally>>();

  constructor(private readonly clock: Clock) {}

  /** Counts a request and answers where its status belongs. */
  opened(listenerArn: string, targetGroupArn: string | undefined): Tally {
    const second = Math.floor(this.clock.now() / 1000);
    let tallies = this.seconds.get(second);
    if (tallies === undefined) {
      tallies = new Map();
      this.seconds.set(second, tallies);
      this.forget(second - remembered);
    }
    const key = `${listenerArn} ${targetGroupArn ?? ''}`;
    let tally = tallies.get(key);
    if (tally === undefined) {
      tally = { second, listenerArn, targetGroupArn, requests: 0, target: new Map(), elb: new Map() };
      tallies.set(key, tally);
    }
    tally.requests++;
    return tally;
  }

  /** `sinceMs`: cloud time; `bucketSeconds`: how long an entry of the timeline is. */
  read(options: { sinceMs?: number; bucketSeconds?: number; listenerArn?: string }): Counts {
    const { sinceMs = 0, bucketSeconds = 1, listenerArn } = options;
    const answer: Counts = {
      since: sinceMs,
      now: this.clock.now(),
      requests: 0,
      byTargetGroup: {},
      elb: {},
      timeline: [],
    };
    const buckets = new Map<string, Counts['timeline'][number]>();
    for (const [second, tallies] of this.seconds) {
      if (second * 1000 < sinceMs) continue;
      for (const tally of tallies.values()) {
        if (listenerArn !== undefined && tally.listenerArn !== listenerArn) continue;
        const { targetGroupArn } = tally;
        const at = Math.floor(second / bucketSeconds) * bucketSeconds * 1000;
        const key = `${at} ${targetGroupArn ?? ''}`;
        const entry = buckets.get(key) ?? {
          at,
          ...(targetGroupArn && { targetGroupArn }),
          requests: 0,
          target: {},
          elb: {},
        };
        buckets.set(key, entry);
        answer.requests += tally.requests;
        entry.requests += tally.requests;
        addAll(entry.target, tally.target);
        addAll(entry.elb, tally.elb);
        if (targetGroupArn === undefined) addAll(answer.elb, tally.elb);
        else {
          answer.byTargetGroup[targetGroupArn] ??= { requests: 0, target: {}, elb: {} };
          const sum = answer.byTargetGroup[targetGroupArn] as Counts['byTargetGroup'][string];
          sum.requests += tally.requests;
          addAll(sum.target, tally.target);
          addAll(sum.elb, tally.elb);
        }
      }
    }
    answer.timeline = [...buckets.values()].sort((a, b) => a.at - b.at);
    return answer;
  }

  reset(): void {
    this.seconds = new Map();
  }

  private forget(before: number): void {
    for (const second of this.seconds.keys()) {
      if (second >= before) return;
      this.seconds.delete(second);
    }
  }
}

export function tallied(statuses: Map<number, number>, status: number): void {
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
}

function addAll(sum: Statuses, more: Map<number, number>): void {
  for (const [status, count] of more) sum[status] = (sum[status] ?? 0) + count;
}
