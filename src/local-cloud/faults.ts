import type { Clock } from './clock.js';

export type FaultKind =
  | 'throttle'
  | 'error'
  | 'deny'
  | 'delay'
  | 'lose-request'
  | 'lose-reply'
  | 'stale-reads'
  | 'hold';

export interface FaultOrder {
  readonly kind: FaultKind;
  /** `ecs:UpdateService`, `ecs:*` or `*`, with the service ids of the local cloud. */
  readonly operation: string;
  /** How many matching calls it meets. Infinity: until cleared. */
  readonly times: number;
  /** How many matching calls pass first. */
  readonly skip: number;
  /** Ends by itself after so much cloud time. */
  readonly forMs?: number;
  /** `error`: the HTTP status, 500 or 503. */
  readonly status?: number;
  /** `delay`: how long the call waits, in cloud time. */
  readonly delayMs?: number;
  /** `hold`: before or after the call took effect. */
  readonly when?: 'before' | 'after';
}

export interface Fault extends FaultOrder {
  readonly id: string;
  readonly endsAt?: number;
  skipped: number;
  met: number;
}

interface Held {
  readonly fault: Fault;
  readonly go: (drop: boolean) => void;
}

/** What is to go wrong with which call. The server asks at each point where something may. */
export class Faults {
  private readonly faults = new Map<string, Fault>();
  private held: Held[] = [];
  private count = 0;

  constructor(private readonly clock: Clock) {}

  add(order: FaultOrder): Fault {
    const fault: Fault = {
      ...order,
      id: `fault-${++this.count}`,
      ...(order.forMs === undefined ? {} : { endsAt: this.clock.now() + order.forMs }),
      skipped: 0,
      met: 0,
    };
    this.faults.set(fault.id, fault);
    return fault;
  }

  /** The first fault of a kind that meets this call, which is counted; undefined when the call goes on. */
  take(kind: FaultKind, operation: string, when?: 'before' | 'after'): Fault | undefined {
    if (this.faults.size === 0) return undefined;
    const now = this.clock.now();
    for (const fault of this.faults.values()) {
      if (fault.endsAt !== undefined && fault.endsAt <= now) {
        this.faults.delete(fault.id);
        continue;
      }
      if (fault.kind !== kind || (when !== undefined && fault.when !== when) || !matches(fault.operation, operation)) {
        continue;
      }
      if (fault.skipped < fault.skip) {
        fault.skipped++;
        continue;
      }
      fault.met++;
      if (fault.met >= fault.times) this.faults.delete(fault.id);
      return fault;
    }
    return undefined;
  }

  /** Waits until the call is released. Answers whether it is to be dropped instead of going on. */
  hold(fault: Fault): Promise<boolean> {
    return new Promise((resolve) => {
      this.held.push({ fault, go: resolve });
    });
  }

  /** Lets held calls go on (or drops them): all, or those of one fault. Answers how many. */
  release(options: { id?: string; drop?: boolean } = {}): number {
    const mine = this.held.filter(({ fault }) => options.id === undefined || fault.id === options.id);
    this.held = this.held.filter((held) => !mine.includes(held));
    for (const { go } of mine) go(options.drop ?? false);
    return mine.length;
  }

  list(): Fault[] {
    const now = this.clock.now();
    return [...this.faults.values()].filter((fault) => fault.endsAt === undefined || fault.endsAt > now);
  }

  heldCount(): number {
    return this.held.length;
  }

  /** Ends one fault or all. Held calls stay held until they are released. Answers how many ended. */
  clear(id?: string): number {
    if (id !== undefined) return this.faults.delete(id) ? 1 : 0;
    const count = this.faults.size;
    this.faults.clear();
    return count;
  }
}

function matches(pattern: string, operation: string): boolean {
  if (pattern === '*' || pattern === operation) return true;
  return pattern.endsWith(':*') && operation.startsWith(pattern.slice(0, -1));
}
