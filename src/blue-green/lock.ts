import type { BlueGreenInputs } from '../actions/ecs-blue-green/spec.js';
import { describeHolder } from '../lock/lease.js';
import type { JournalEntry } from '../ports/journal.js';
import type { World } from './world.js';

export { heartbeatMs, leaseMs, takeLock } from '../lock/lease.js';

/**
 * `/sluice/CLUSTER/ONE_OTHER`, the same whichever order the services are given in.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html#sysman-parameter-name-constraints
 */
export function lockName(inputs: Pick<BlueGreenInputs, 'lockName' | 'cluster' | 'services'>): string {
  if (inputs.lockName !== undefined) return inputs.lockName;
  const cluster = inputs.cluster.slice(inputs.cluster.lastIndexOf('/') + 1);
  return `/sluice/${cluster}/${[...inputs.services].sort().join('_')}`;
}

/** What whoever is going to take the lock would find now. Nothing is written. */
export async function lockAhead(
  inputs: Pick<BlueGreenInputs, 'whenLocked'>,
  world: Pick<World, 'journal' | 'clock'>,
): Promise<{
  readonly words?: string;
  /** What a dead run left, which comes before any plan. */
  readonly left?: JournalEntry;
}> {
  const held = await world.journal.read();
  if (held === undefined) return {};
  const now = world.clock.now();
  const holder = describeHolder(held, now);
  if (held.entry !== undefined && held.entry.expires <= now) {
    const words = `A run that died holds the lock: ${holder}. A deployment first finishes or rolls back what it left, and so does \`sluice recover\``;
    return { words, left: held.entry };
  }
  const would = inputs.whenLocked === 'wait' ? 'waits until it is done' : 'is refused (when-locked: fail)';
  return { words: `Another run holds the lock: ${holder}. As it is now, a deployment ${would}` };
}
