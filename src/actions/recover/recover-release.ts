import { type ReleasePorts, settleRelease } from '../../fleet/settle-release.js';
import { AccessError } from '../../ports/access-error.js';
import type { Held, ReleaseEntry } from '../../ports/journal.js';
import { messageOf } from '../../ports/message-of.js';
import type { Found, RecoverWorld } from './run.js';

/** Puts back the services of a release that a dead run left undecided. */
export async function recoverRelease(
  about: Pick<Found, 'lock' | 'runUrl' | 'stage'>,
  world: RecoverWorld,
  held: Held<ReleaseEntry> & { readonly entry: ReleaseEntry },
  region: string,
): Promise<Found> {
  try {
    const ports: ReleasePorts = world.release(about.lock);
    const settled = await settleRelease(held, ports, { ...world, region });
    if (settled === undefined)
      return { ...about, result: 'alive', told: 'somebody else took it over at the same moment' };
    const told = settled.told.join(' ') || 'Nothing had been changed.';
    return { ...about, result: settled.isSettled ? 'recovered' : 'stuck', told };
  } catch (error) {
    return { ...about, result: 'stuck', told: messageOf(error), ...(error instanceof AccessError ? { error } : {}) };
  }
}
