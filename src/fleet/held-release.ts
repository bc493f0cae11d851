import { HeldLease } from '../lock/held-lease.js';
import { heartbeatMs, leaseMs } from '../lock/lease.js';
import type { Clock } from '../ports/clock.js';
import type { Journal, ReleaseEntry } from '../ports/journal.js';
import { messageOf } from '../ports/message-of.js';
import type { Report } from '../ports/report.js';
import { type TouchedService, touchedText } from './touched-service.js';

/** A parameter holds 4 KB. https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html */
const mostBytes = 4_000;

/** Below a path of its own for each run; `recover` finds it by looking below `/sluice`. */
export const releaseName = (cluster: string, holder: string): string =>
  `/sluice/${cluster.slice(cluster.lastIndexOf('/') + 1)}/release/${holder}`;

export const holderOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

export interface ReleaseWorld {
  readonly clock: Clock;
  readonly report: Pick<Report, 'line' | 'warn' | 'keep'>;
  readonly journal: Journal<ReleaseEntry>;
  readonly run: { readonly holder: string; readonly url: string };
}

/** The name under which `main` keeps for `post` where the entry of the release is. */
export const keptRelease = 'release';

/**
 * The journal of services that run the new version together or not at all. Each is written down before it is told, what
 * it ran before with it, so that whoever comes after a run that died can put all of them back: their own journals are gone
 * once they have turned out good. That the entry is gone means that it is decided.
 */
export class HeldRelease extends HeldLease<ReleaseEntry> {
  private readonly touched = new Map<string, string>();
  private readonly ended = new AbortController();
  private readonly startedAt: number;
  private isBegun = false;
  private isFull = false;
  private next: Promise<void> | undefined;
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly name: string,
    private readonly world: ReleaseWorld,
  ) {
    super(world);
    this.startedAt = world.clock.now();
  }

  entry(now: number): ReleaseEntry {
    const { holder, url } = this.world.run;
    return {
      schema: 1,
      kind: 'release',
      holder,
      runUrl: url,
      startedAt: this.startedAt,
      expires: now + leaseMs,
      stage: 'release',
      touched: [...this.touched.values()],
    };
  }

  /**
   * The service is about to be told: written before it is. What it ran when it was first told is what counts.
   *
   * @throws Error when it cannot be written: then it must not be told
   */
  async touching(service: TouchedService): Promise<void> {
    const key = `${service.cluster}/${service.service}`;
    if (this.touched.has(key)) return this.next ?? this.last;
    this.touched.set(key, touchedText(service));
    if (JSON.stringify(this.entry(this.startedAt)).length > mostBytes) {
      this.touched.delete(key);
      if (!this.isFull)
        this.world.report.warn(
          `The journal of this release has room for ${this.touched.size} services: should this runner die, \`post\` and \`recover\` do not take back the others`,
        );
      this.isFull = true;
      return;
    }
    // Those that come while it is written go together into the next write.
    this.next ??= this.last
      .catch(() => {})
      .then(() => {
        this.next = undefined;
        this.last = this.written();
        return this.last;
      });
    try {
      await this.next;
    } catch (error) {
      this.touched.delete(key);
      throw error;
    }
  }

  /** It is decided: nobody has to put anything back. */
  async end(): Promise<void> {
    this.ended.abort();
    if (!this.isBegun) return;
    try {
      await this.giveBack();
      this.world.report.keep(keptRelease, '');
    } catch (error) {
      const why = messageOf(error);
      this.world.report.warn(`${this.name} could not be removed: ${why}. \`post\` tries it again`);
    }
  }

  /** This run ends and it is not decided: `post` has to put back what was told. */
  leave(): void {
    this.ended.abort();
  }

  private async written(): Promise<void> {
    if (this.isBegun) {
      await this.write();
      if (this.unwritten !== undefined) throw new Error(`the journal of the release: ${this.unwritten}`);
      return;
    }
    await this.world.journal.acquire(this.entry(this.world.clock.now()));
    this.isBegun = true;
    this.world.report.keep(keptRelease, this.name);
    void this.beatUntilEnded();
  }

  private async beatUntilEnded(): Promise<void> {
    const { signal } = this.ended;
    while (!signal.aborted) {
      await this.world.clock.sleep(heartbeatMs / 2, signal);
      if (!signal.aborted) this.beat();
    }
  }
}
