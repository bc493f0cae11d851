import type { ReleasePorts } from '../../fleet/settle-release.js';
import { takeBack } from '../../fleet/take-back.js';
import { touchedBy } from '../../fleet/touched-service.js';
import { lostTo } from '../../ports/lock-holder.js';

/**
 * Puts back what `main` had deployed of a release that it could not finish: its services run the new version together or not
 * at all. Idempotent. Answers what it did, a sentence for each service.
 *
 * @throws Error when a service could not be put back; the entry stays for `recover`
 */
export async function finishRelease({
  journal,
  worldOf,
  region,
  holder,
}: ReleasePorts & { readonly region: string; readonly holder: string }): Promise<readonly string[]> {
  const held = await journal.read();
  // It was decided, and its last word to the runner got lost.
  if (held?.entry === undefined) return [];
  const { entry } = held;
  const lost = lostTo(held, { holder, expires: entry.expires });
  if (lost !== undefined) return [`The release: nothing to do here: ${lost} puts it back.`];
  const ends = await takeBack(touchedBy(entry), worldOf, region);
  const left = ends.filter(({ isSettled }) => !isSettled);
  if (left.length > 0) throw new Error(left.map(({ told }) => told).join(' '));
  await journal.release(holder, entry.expires);
  return [
    'The release was ended before all of its services were deployed: what had been deployed of it goes back.',
    ...ends.map(({ told }) => told),
  ];
}
