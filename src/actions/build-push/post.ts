import type { Report } from '../../ports/report.js';

/** What a killed run leaves: the folder with the credentials, and its builder. */
export interface Left {
  readonly folder: string;
  readonly builder?: string;
}

/** The name under which `main` keeps what there is to remove, before it is there. */
const KEPT = 'docker';

export const keepLeft =
  ({ keep }: Pick<Report, 'keep'>) =>
  (left: Left): void =>
    keep(KEPT, JSON.stringify(left));

/** Nothing is left to remove. */
export const keepNothing = ({ keep }: Pick<Report, 'keep'>): void => keep(KEPT, '');

/** What `main` left; undefined when it tidied up by itself, or never had anything. */
export function leftBy(savedState: (name: string) => string | undefined): Left | undefined {
  const kept = savedState(KEPT);
  if (kept === undefined) return undefined;
  const { folder, builder } = JSON.parse(kept) as { folder?: unknown; builder?: unknown };
  if (typeof folder !== 'string') return undefined;
  return { folder, ...(typeof builder === 'string' ? { builder } : {}) };
}
