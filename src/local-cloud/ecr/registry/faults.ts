import { only } from '../../admin-body.js';
import type { Clock } from '../../clock.js';

const whats = [
  'error',
  'throttle',
  'unauthorized',
  'expired',
  'deny',
  'delay',
  'lose-request',
  'cut',
  'lose-reply',
] as const;
export type What = (typeof whats)[number];
const routes = ['base', 'catalog', 'manifests', 'uploads', 'blobs', 'referrers', 'tags'] as const;

/** What a fault may look at. */
export interface Asked {
  readonly method: string;
  /** `blobs` is also what a download is sent on to. */
  readonly route: string;
  readonly repositoryName: string | undefined;
  readonly registryId: string;
}

export interface RegistryFault {
  readonly id: string;
  readonly what: What;
  readonly method?: string;
  readonly route?: string;
  readonly repositoryName?: string;
  readonly registryId?: string;
  /** How many matching requests it meets; null: until cleared. */
  readonly times: number | null;
  readonly skip: number;
  /** Of the matching requests, which part is met: 0.25 is every fourth. */
  readonly share: number;
  readonly status: number;
  /** `cut`: after so many bytes of a body. */
  readonly afterBytes: number;
  readonly delayMs: number;
  readonly endsAt?: number;
  skipped: number;
  met: number;
  owed: number;
}

/** What is to go wrong with requests to the registries themselves. */
export class RegistryFaults {
  private readonly faults = new Map<string, RegistryFault>();
  private count = 0;

  constructor(private readonly clock: Clock) {}

  /** @throws RangeError for an order that is not understood */
  add(body: Record<string, unknown>): { id: string } {
    only(body, [
      'what',
      'method',
      'route',
      'repositoryName',
      'registryId',
      'times',
      'skip',
      'share',
      'status',
      'afterBytes',
      'delaySeconds',
      'seconds',
    ]);
    const what = oneOf('what', body.what, whats);
    const share = number('share', body.share, (n) => n > 0 && n <= 1, 'above 0, up to 1') ?? 1;
    const times = number('times', body.times, (n) => Number.isInteger(n) && n > 0, 'a whole number above 0');
    const seconds = number('seconds', body.seconds, (n) => n > 0, 'above 0');
    const fault: RegistryFault = {
      id: `registry-fault-${++this.count}`,
      what,
      ...(body.method === undefined ? {} : { method: String(body.method).toUpperCase() }),
      ...(body.route === undefined ? {} : { route: oneOf('route', body.route, routes) }),
      ...(body.repositoryName === undefined ? {} : { repositoryName: String(body.repositoryName) }),
      ...(body.registryId === undefined ? {} : { registryId: String(body.registryId) }),
      times: times ?? (share < 1 || what === 'delay' ? null : 1),
      skip: number('skip', body.skip, (n) => Number.isInteger(n) && n >= 0, 'a whole number from 0 on') ?? 0,
      share,
      status: number('status', body.status, (n) => n >= 400 && n <= 599, '400 to 599') ?? 500,
      afterBytes: number('afterBytes', body.afterBytes, (n) => n >= 0, 'from 0 on') ?? 0,
      delayMs: (number('delaySeconds', body.delaySeconds, (n) => n > 0, 'above 0') ?? 1) * 1_000,
      ...(seconds === undefined ? {} : { endsAt: this.clock.now() + seconds * 1_000 }),
      skipped: 0,
      met: 0,
      owed: 0,
    };
    this.faults.set(fault.id, fault);
    return { id: fault.id };
  }

  /** The first fault of these kinds that meets the request, which is counted. */
  take(kinds: readonly What[], asked: Asked): RegistryFault | undefined {
    for (const fault of this.faults.values()) {
      if (fault.endsAt !== undefined && fault.endsAt <= this.clock.now()) this.faults.delete(fault.id);
      else if (kinds.includes(fault.what) && meets(fault, asked)) {
        if (fault.skipped < fault.skip) {
          fault.skipped += 1;
          continue;
        }
        // Evenly spread instead of by chance, so that what a test sees is the same each time.
        fault.owed += fault.share;
        if (fault.owed < 1 - 1e-9) continue;
        fault.owed -= 1;
        fault.met += 1;
        if (fault.times !== null && fault.met >= fault.times) this.faults.delete(fault.id);
        return fault;
      }
    }
    return undefined;
  }

  list(): RegistryFault[] {
    return [...this.faults.values()];
  }

  clear(id?: string): number {
    if (id !== undefined) return this.faults.delete(id) ? 1 : 0;
    const count = this.faults.size;
    this.faults.clear();
    return count;
  }
}

function meets(fault: RegistryFault, asked: Asked): boolean {
  return (['method', 'route', 'repositoryName', 'registryId'] as const).every(
    (name) => fault[name] === undefined || fault[name] === asked[name],
  );
}

function oneOf<T extends string>(name: string, value: unknown, accepted: readonly T[]): T {
  const found = accepted.find((each) => each === value);
  if (found === undefined) {
    throw new RangeError(`${name} is ${JSON.stringify(value)}; accepted are ${accepted.join(', ')}`);
  }
  return found;
}

function number(name: string, value: unknown, accepts: (value: number) => boolean, accepted: string) {
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !accepts(value)) {
    throw new RangeError(`${name} is ${JSON.stringify(value)}; accepted is ${accepted}`);
  }
  return value;
}
