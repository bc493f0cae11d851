import type { Finding } from '../verdict/verdict.js';

/** One source of evidence. Each is looked at at its own pace. */
export interface Evidence {
  /** The source's name in findings; unique in a run. */
  readonly source: string;
  /** How often to look, ms. */
  readonly everyMs: number;
  /** Looks once. One look may bring several findings (one for each alarm). A look that fails is a finding of its own: unknown. */
  look(): Promise<readonly Finding[]>;
}

/** Where target health comes from. */
export interface TargetHealthReader {
  targets(targetGroupArn: string): Promise<readonly TargetSeen[]>;
}

export interface TargetSeen {
  readonly id: string;
  readonly port: number;
  readonly state: string;
  /** Reason code and description as ELB gives them; empty when healthy. */
  readonly reason: string;
}

export interface AlarmReader {
  /** All alarms, metric and composite, in one call. Names that do not exist are left out. */
  alarms(names: readonly string[]): Promise<readonly AlarmSeen[]>;
}

export interface AlarmSeen {
  readonly name: string;
  readonly state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
  readonly reason: string;
  /** When the state last changed, epoch ms. */
  readonly changedAt: number;
  readonly composite: boolean;
  /** Metric alarms: `namespace metric`, and the dimensions of all its metrics. */
  readonly metric: string;
  readonly dimensions: readonly { readonly name: string; readonly value: string }[];
  readonly missingData: string;
}

/** Requests and errors of a target group, minute by minute. */
export interface TrafficMetrics {
  minutes(targetGroupArn: string, since: number, until: number): Promise<readonly MinuteSeen[]>;
  /** Both sides of a shift in one call, so that their figures are of the same moment; with `slowest` when that is asked for. */
  minutesOfBoth(
    blueArn: string,
    greenArn: string,
    since: number,
    until: number,
    asked?: 'slowest',
  ): Promise<MinutesOfBoth>;
}

export interface MinutesOfBoth {
  readonly blue: readonly MinuteSeen[];
  readonly green: readonly MinuteSeen[];
}

/** Percentiles of the target response time in seconds; null without requests. */
export interface SlowestSeconds {
  readonly p90: number | null;
  readonly p92: number | null;
  readonly p93: number | null;
  readonly p94: number | null;
  readonly p99: number | null;
}

export interface MinuteSeen {
  readonly at: number;
  readonly requests: number;
  /** Answers of the targets with a status of 500 to 599. */
  readonly errors5xx: number;
  /** Connections to a target that could not be made: the client got a 502 or 503 that no target answered. */
  readonly connectionErrors: number;
  /** p95 of the target response time in seconds; null without requests. */
  readonly p95Seconds: number | null;
  /** The other percentiles, where they were asked for. */
  readonly slowest?: SlowestSeconds;
}

/** A store of metrics that answers queries: Prometheus, or what speaks its API. */
export interface MetricQueries {
  /**
   * The value of each series now; empty when there is none. A value may be NaN.
   *
   * @throws RefusedQuery when the query is wrong, AccessError when the credentials are, Error when there is no answer
   */
  query(expression: string): Promise<readonly SeriesSeen[]>;
}

export interface SeriesSeen {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface LogReader {
  /** The last `count` lines that the container of the task wrote; empty when it has no log stream. */
  lastLines(task: { arn: string; taskDefinitionArn: string }, container: string, count: number): Promise<string[]>;
}

export interface Prober {
  /** One request. Never rejects: what went wrong is in `failure`. */
  probe(request: ProbeRequest): Promise<ProbeResult>;
}

export interface ProbeRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

export interface ProbeResult {
  readonly status: number | null;
  readonly body: string;
  readonly ms: number;
  readonly failure: string | null;
}
