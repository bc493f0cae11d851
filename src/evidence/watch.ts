import { AccessError } from '../ports/access-error.js';
import type { Clock } from '../ports/clock.js';
import type { Evidence } from '../ports/evidence.js';
import { messageOf } from '../ports/message-of.js';
import { type Finding, type Required, type Verdict, verdictOf } from '../verdict/verdict.js';

/**
 * Keeps looking at every source at its own pace, and remembers what each said last. A look that fails is not a finding:
 * the last one grows old until the verdict takes it for unknown, and why the look failed is told then.
 */
export class Watch {
  private readonly found = new Map<Evidence, readonly Finding[]>();
  private readonly failures = new Map<Evidence, string>();
  private readonly stopping = new AbortController();
  private readonly loops: Promise<void>[] = [];
  /** Set when the credentials do not suffice (any more): there is nothing left to look with. */
  accessError: AccessError | undefined;

  constructor(
    private readonly sources: readonly Evidence[],
    private readonly clock: Clock,
    /** Called at each unhealthy finding, so that whoever waits need not wait on. */
    private readonly onTrouble: () => void,
  ) {}

  start(): void {
    for (const source of this.sources) this.loops.push(this.keepLooking(source));
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.allSettled(this.loops);
  }

  /** Looks at every source once, now. */
  async lookAtAll(): Promise<void> {
    await Promise.all(this.sources.map((source) => this.look(source)));
  }

  verdict(): Verdict {
    const findings = this.sources.flatMap((source) => {
      const failure = this.failures.get(source);
      const last = this.found.get(source) ?? [];
      if (failure === undefined || last.length > 0) return last;
      return [{ source: source.source, judgement: 'unknown' as const, reason: failure, at: this.clock.now() }];
    });
    const verdict = verdictOf(findings, this.required(), this.clock.now());
    const failures = [...this.failures].map(([source, failure]) => `${source.source} could not be read: ${failure}`);
    if (verdict.judgement !== 'unknown' || failures.length === 0) return verdict;
    return { ...verdict, reason: [verdict.reason, ...failures].join('; ') };
  }

  /** Each source must have spoken within three of its looks (and the time a call may take). */
  private required(): Required[] {
    return this.sources.flatMap((source) => {
      const freshMs = source.everyMs * 3 + 10_000;
      const names = (this.found.get(source) ?? []).map((finding) => finding.source);
      return (names.length > 0 ? names : [source.source]).map((name) => ({ source: name, freshMs }));
    });
  }

  private async keepLooking(source: Evidence): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.look(source);
      await this.clock.sleep(source.everyMs, this.stopping.signal);
    }
  }

  private async look(source: Evidence): Promise<void> {
    try {
      const findings = await source.look();
      this.found.set(source, findings);
      this.failures.delete(source);
      if (findings.some((finding) => finding.judgement === 'unhealthy')) this.onTrouble();
    } catch (error) {
      if (error instanceof AccessError && error.detail.kind !== 'denied') this.accessError = error;
      this.failures.set(source, messageOf(error));
    }
  }
}
