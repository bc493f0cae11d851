import type { RollingEntry } from '../ports/journal.js';
import type { Report } from '../ports/report.js';

/** What `main` leaves for `post`: the journal's entries of the services that are not done, by the names of their locks. Nothing in them is secret. */
export type KeptEntries = Readonly<Record<string, RollingEntry>>;

const name = 'rolling';

/** Several services may be rolled out at once; the runner keeps one text of a name, so all of them are written each time. */
export class KeptRollings {
  private readonly entries = new Map<string, RollingEntry>();

  constructor(private readonly report: Pick<Report, 'keep'>) {}

  keep(lock: string, entry: RollingEntry): void {
    this.entries.set(lock, entry);
    this.write();
  }

  /** The run has ended this one by itself. */
  forget(lock: string): void {
    this.entries.delete(lock);
    this.write();
  }

  private write(): void {
    this.report.keep(name, JSON.stringify(Object.fromEntries(this.entries)));
  }
}

/** What was kept, if it can be read. */
export function keptRollings(saved: (name: string) => string | undefined): KeptEntries {
  try {
    return JSON.parse(saved(name) ?? '{}') as KeptEntries;
  } catch {
    return {};
  }
}
