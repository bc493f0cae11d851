/** What clients saw, counted. Times are real milliseconds: requests are real even where the cloud's time is sped up. */

export interface Answer {
  /** When the request was due, ms since the load began. Not when it was sent: a late sender must not flatter the server. */
  readonly dueMs: number;
  /** From the due time until the answer was read to its end. */
  readonly latencyMs: number;
  /** 0 when there was no answer. */
  readonly status: number;
  /** `x-app-version` of the answer; empty when nothing of the application answered. */
  readonly version: string;
  /** Why there was no answer. */
  readonly failure: string | undefined;
}

export interface Count {
  requests: number;
  failed: number;
}

export class Tally {
  readonly total: Count = { requests: 0, failed: 0 };
  readonly byVersion = new Map<string, Count>();
  /** HTTP status, or the words of what failed → how many. */
  readonly byStatus = new Map<string, number>();
  /** Second since the tally began → version → counts. */
  readonly bySecond = new Map<number, Map<string, Count>>();
  private readonly latencies: number[] = [];
  /** Due times of the first and last answer of each version, ms since the load began. */
  private readonly span = new Map<string, { first: number; last: number }>();

  /** Requests due later do not count. */
  toMs = Number.POSITIVE_INFINITY;

  /** @param fromMs requests due earlier do not count */
  constructor(readonly fromMs: number) {}

  add(answer: Answer): void {
    if (answer.dueMs < this.fromMs || answer.dueMs > this.toMs) return;
    const { version, dueMs } = answer;
    const failed = hasFailed(answer);
    count(this.total, failed);
    count(of(this.byVersion, version, none), failed);
    const second = Math.floor((dueMs - this.fromMs) / 1000);
    count(
      of(
        of(this.bySecond, second, () => new Map<string, Count>()),
        version,
        none,
      ),
      failed,
    );
    const status = answer.failure ?? String(answer.status);
    this.byStatus.set(status, (this.byStatus.get(status) ?? 0) + 1);
    this.latencies.push(answer.latencyMs);
    const span = this.span.get(version) ?? { first: dueMs, last: dueMs };
    this.span.set(version, { first: Math.min(span.first, dueMs), last: Math.max(span.last, dueMs) });
  }

  /** How many requests a version answered, well or badly. */
  requestsOf(version: string): number {
    return this.byVersion.get(version)?.requests ?? 0;
  }

  /** Real time from the first to the last answer of a version, ms. */
  spanMs(version: string): number {
    const span = this.span.get(version);
    return span === undefined ? 0 : span.last - span.first;
  }

  /** The latency that so many percent of the requests did not exceed; undefined without requests. */
  percentileMs(percent: number): number | undefined {
    const sorted = [...this.latencies].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)];
  }
}

/** No answer, or one that says that the server failed. */
export function hasFailed({ status, failure }: Pick<Answer, 'status' | 'failure'>): boolean {
  return failure !== undefined || status >= 500;
}

function count(into: Count, failed: boolean): void {
  into.requests += 1;
  if (failed) into.failed += 1;
}

const none = (): Count => ({ requests: 0, failed: 0 });

/** What the map has under the key, made first when there is nothing yet. */
function of<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
