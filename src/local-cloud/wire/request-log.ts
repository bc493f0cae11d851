/** One API call as the cloud saw it. */
export interface LoggedRequest {
  readonly number: number;
  /** Cloud time in epoch ms. */
  readonly at: number;
  /** `ecs:UpdateService`, with the service ids of the local cloud. */
  readonly operation: string;
  /** What the client spoke. */
  readonly protocol: 'json' | 'query' | 'cbor';
  principal?: string;
  accessKeyId?: string;
  input?: unknown;
  /** Paths of members that were sent and that the API does not have, as `containerDefinitions.0.imgae`. */
  ignored?: readonly string[];
  /** `held-before` and `held-after`: waits for `POST /_sluice/release`. */
  state: 'running' | 'held-before' | 'held-after' | 'done';
  /** HTTP status; absent while it runs, and when the connection was cut instead of an answer. */
  status?: number;
  /** Code of the error that was answered. */
  error?: string;
  /** Kinds of the faults that met it. */
  faults?: string[];
}

/** Calls of one operation since the counts were last set back. */
export interface CallCount {
  calls: number;
  /** Of these, refused because they were too many. */
  throttled: number;
  /** Of these, answered with any error, throttles included. */
  failed: number;
}

const kept = 5_000;

const throttles: readonly string[] = ['ThrottlingException', 'Throttling', 'RequestLimitExceeded'];

/** The last 5,000 calls, oldest first. */
export class RequestLog {
  private entries: LoggedRequest[] = [];
  private count = 0;
  private counts = new Map<string, CallCount>();

  begin(operation: string, protocol: LoggedRequest['protocol'], at: number): LoggedRequest {
    const entry: LoggedRequest = { number: ++this.count, at, operation, protocol, state: 'running' };
    this.entries.push(entry);
    if (this.entries.length >= 2 * kept) this.entries = this.entries.slice(-kept);
    return entry;
  }

  /** A call has been answered, or its connection cut. */
  end(entry: LoggedRequest): void {
    entry.state = 'done';
    const counted = this.counts.get(entry.operation) ?? { calls: 0, throttled: 0, failed: 0 };
    this.counts.set(entry.operation, counted);
    counted.calls += 1;
    if (entry.error !== undefined) counted.failed += 1;
    if (entry.error !== undefined && throttles.includes(entry.error)) counted.throttled += 1;
  }

  /** By operation, of every call that has ended since the counts were last set back. */
  counted(): Record<string, CallCount> {
    return Object.fromEntries([...this.counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  resetCounts(): void {
    this.counts = new Map();
  }

  /** Calls after the one numbered `after`, optionally of one operation. */
  list(after = 0, operation?: string): LoggedRequest[] {
    const recent = this.entries.slice(-kept);
    return recent.filter((e) => e.number > after && (operation === undefined || e.operation === operation));
  }
}
