import type { Clock } from '../ports/clock.js';
import type { Journal, Lease } from '../ports/journal.js';
import { messageOf } from '../ports/message-of.js';
import type { Report } from '../ports/report.js';
import { heartbeatMs, leaseMs } from './lease.js';

interface HoldingWorld<E extends Lease> {
  readonly clock: Clock;
  readonly journal: Pick<Journal<E>, 'update' | 'release'>;
  readonly report: Pick<Report, 'line'>;
  readonly run: { readonly holder: string };
}

/**
 * A lock as its holder has it: what is written in it, that it is written often enough, and whether it is still ours. Nothing
 * outside may be changed any more once `lostTo` is set.
 */
export abstract class HeldLease<E extends Lease> {
  /** Who holds the lock instead, once that was found. */
  lostTo: string | undefined;
  private writtenAt: number;
  private writing: Promise<void> | undefined;
  /** Why the last write did not get through; undefined when it did. */
  protected unwritten: string | undefined;

  constructor(private readonly holding: HoldingWorld<E>) {
    this.writtenAt = holding.clock.now();
  }

  /** What is to be written now. */
  abstract entry(now: number): E;

  /** Writes when it is time, so that nobody takes this run for dead. Nobody waits for it: a journal that hangs must not blind the run. */
  beat(): void {
    if (this.writing !== undefined || this.holding.clock.now() - this.writtenAt < heartbeatMs) return;
    void this.write();
  }

  /**
   * Set when the journal could not be written for so long that the lease will soon be anybody's: what is under way is taken
   * back while it is surely still ours.
   */
  get atRisk(): string | undefined {
    const unwrittenMs = this.holding.clock.now() - this.writtenAt;
    if (unwrittenMs < leaseMs - 2 * heartbeatMs) return undefined;
    return `the journal could not be written for ${Math.round(unwrittenMs / 1000)} s: soon this run could not know that nobody else is at work`;
  }

  /** Gives the lock back, after what is being written. */
  protected async giveBack(): Promise<void> {
    await this.writing;
    await this.holding.journal.release(this.holding.run.holder);
  }

  /** Writes one after the other: each reads what the one before has written. */
  protected write(): Promise<void> {
    const mine = (this.writing ?? Promise.resolve())
      .then(() => this.put())
      .finally(() => {
        if (this.writing === mine) this.writing = undefined;
      });
    this.writing = mine;
    return mine;
  }

  private async put(): Promise<void> {
    if (this.lostTo !== undefined) return;
    const { clock, journal, report } = this.holding;
    const now = clock.now();
    try {
      this.lostTo = (await journal.update(this.entry(now)))?.lostTo;
      this.writtenAt = now;
      this.unwritten = undefined;
    } catch (error) {
      // A journal that cannot be written does not stop a run; it does, by its expiry, end this run's claim to it.
      if (now - this.writtenAt >= leaseMs)
        this.lostTo = 'nobody for certain: the journal could not be written for longer than the lease';
      this.unwritten = messageOf(error);
      report.line(`The journal could not be written: ${this.unwritten}`);
    }
  }
}
