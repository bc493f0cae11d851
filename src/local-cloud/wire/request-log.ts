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
  /** `held-before` and `held-after`: waits for `POST /_sluice/release`. */
  state: 'running' | 'held-before' | 'held-after' | 'done';
  /** HTTP status; absent while it runs, and when the connection was cut instead of an answer. */
  status?: number;
  /** Code of the error that was answered. */
  error?: string;
  /** Kinds of the faults that met it. */
  faults?: string[];
}

const kept = 5_000;

/** The last 5,000 calls, oldest first. */
export class RequestLog {
  private entries: LoggedRequest[] = [];
  private count = 0;

  begin(operation: string, protocol: LoggedRequest['protocol'], at: number): LoggedRequest {
    const entry: LoggedRequest = { number: ++this.count, at, operation, protocol, state: 'running' };
    this.entries.push(entry);
    if (this.entries.length >= 2 * kept) this.entries = this.entries.slice(-kept);
    return entry;
  }

  /** Calls after the one numbered `after`, optionally of one operation. */
  list(after = 0, operation?: string): LoggedRequest[] {
    const recent = this.entries.slice(-kept);
    return recent.filter((e) => e.number > after && (operation === undefined || e.operation === operation));
  }
}
