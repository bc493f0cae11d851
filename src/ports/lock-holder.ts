import type { Held, Lease } from './journal.js';

/**
 * Who holds the lock instead of the one who wrote `own`; undefined when nobody does. Whoever takes over does so after the
 * lease has ended, and writes a later one: an entry of somebody else that ends earlier than ours is older than ours, and
 * only a read that lags behind shows it.
 */
export function lostTo(
  held: Held<Lease> | undefined,
  own: Pick<Lease, 'holder' | 'expires'> | undefined,
): string | undefined {
  if (held === undefined) return 'nobody (the lock was removed)';
  if (held.entry === undefined) return 'an unreadable entry';
  if (held.entry.holder === own?.holder || held.entry.expires < (own?.expires ?? 0)) return undefined;
  return held.entry.runUrl;
}
