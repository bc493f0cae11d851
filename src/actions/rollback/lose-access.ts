import { routeFlags, sluiceCommand } from '../../blue-green/command-line.js';
import { lossOf } from '../../blue-green/lost-access.js';
import type { Seen } from '../../blue-green/seen.js';
import { AccessError } from '../../ports/access-error.js';
import type { Unanswered } from '../../ports/unanswered.js';
import { told } from './result.js';
import type { RollbackResult, RollbackWorld } from './run.js';
import type { RollbackInputs } from './spec.js';

/** What a rollback was in the midst of. */
export interface Midst {
  readonly inputs: RollbackInputs;
  readonly world: RollbackWorld;
  readonly seen: Seen;
  /** The lock was taken: whatever run was at work changes nothing more. */
  hasLock: boolean;
  /** Who gets everything, once it is chosen: a rollback that has begun would choose otherwise the next time. */
  to: string | undefined;
  /** What gives the named side everything without the lock, once both sides are known. */
  byHand: string | undefined;
  /** The weights that were about to be written, once the side that gets everything was ready for it. */
  wanted: Readonly<Record<string, number>> | undefined;
}

/** The credentials do not suffice any more, or AWS does not answer: what it said, whether traffic was moved, who serves, the one command to run. */
export async function loseAccess(
  { inputs, world, seen, hasLock, to, byHand, wanted }: Midst,
  error: AccessError | Unanswered,
): Promise<RollbackResult> {
  const { words, ...serving } = await lossOf(error, seen, world);
  const instead = byHand === undefined || hasLock ? '' : `. When that cannot wait, without the lock: ${byHand}`;
  const reason = `${words}${instead}`;
  const command = wanted === undefined ? again(inputs, to) : world.router.commandFor(wanted);
  const result: RollbackResult = { outcome: hasLock ? 'stuck' : 'refused', reason, ...serving, command };
  if (!(error instanceof AccessError)) return result;
  return { ...result, error: new AccessError(told(result), error.detail, { cause: error }) };
}

function again(inputs: RollbackInputs, chosen: string | undefined): string {
  const { lockName, keepNew } = inputs;
  return sluiceCommand('rollback', {
    ...routeFlags(inputs),
    to: chosen ?? inputs.to,
    'lock-name': lockName,
    'keep-new': keepNew ? 'true' : undefined,
  });
}
