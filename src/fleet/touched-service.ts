import { shortName } from '../ecs/task-definition.js';
import type { ReleaseEntry } from '../ports/journal.js';

/** A service of a release: what it ran before, and what it was told to run, as `family:revision`. */
export interface TouchedService {
  readonly cluster: string;
  readonly service: string;
  readonly before: string;
  readonly after: string;
}

export const touchedService = (
  where: Pick<TouchedService, 'cluster' | 'service'>,
  { before, after }: { readonly before: string; readonly after: string },
): TouchedService => ({ ...where, before: shortName(before), after: shortName(after) });

/** In few letters, because all services of a release share one entry of a journal: `shop/order shop-order:7 8`. */
export function touchedText({ cluster, service, before, after }: TouchedService): string {
  const family = before.slice(0, before.lastIndexOf(':') + 1);
  const short = after.startsWith(family) ? after.slice(family.length) : after;
  return `${shortName(cluster)}/${service} ${before} ${short}`;
}

/** Undefined when it is no such text. */
export function touchedOf(text: string): TouchedService | undefined {
  const found = /^(?<cluster>[^/ ]+)\/(?<service>[^ ]+) (?<family>[^ ]+:)(?<revision>\d+) (?<after>[^ ]+)$/.exec(text);
  const { cluster = '', service = '', family = '', revision = '', after = '' } = found?.groups ?? {};
  if (found === null) return undefined;
  return { cluster, service, before: family + revision, after: after.includes(':') ? after : family + after };
}

/** The services of a release; what is no text of one is left out. */
export const touchedBy = ({ touched }: Pick<ReleaseEntry, 'touched'>): readonly TouchedService[] =>
  touched.flatMap((text) => touchedOf(text) ?? []);
