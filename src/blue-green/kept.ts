import type { JournalEntry } from '../ports/journal.js';
import type { Report } from '../ports/report.js';

/** What `main` leaves for `post`: what the journal holds, so that both finish it the same way. Nothing in it is secret. */
export type Kept = { readonly stage: 'ended' } | JournalEntry;

const name = 'shift';

export function keepForPost(report: Report, kept: Kept): void {
  report.keep(name, JSON.stringify(kept));
}

/** What was kept, if it can be read. */
export function keptFrom(saved: (name: string) => string | undefined): Kept | undefined {
  const text = saved(name);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Kept;
  } catch {
    return undefined;
  }
}
