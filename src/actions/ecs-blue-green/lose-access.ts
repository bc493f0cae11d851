import { recoverCommand, rerunCommand } from '../../blue-green/command-line.js';
import { endedBy, lossOf } from '../../blue-green/lost-access.js';
import type { Plan } from '../../blue-green/plan.js';
import type { Result } from '../../blue-green/result.js';
import type { Seen } from '../../blue-green/seen.js';
import type { World } from '../../blue-green/world.js';
import type { AccessError } from '../../ports/access-error.js';
import type { BlueGreenInputs } from './spec.js';

/** What a run was in the midst of. */
export interface Midst {
  readonly inputs: BlueGreenInputs;
  readonly world: World;
  readonly seen: Seen;
  /** Undefined while nothing had been changed but the lock. */
  readonly plan: Plan | undefined;
  /** The run that died and whose remains were being put right. */
  readonly leftBy?: string | undefined;
  readonly taskDefinitionArn?: string | undefined;
}

/**
 * The credentials do not suffice any more. Told at once, the same way wherever it happens: what AWS said, whether traffic was
 * moved, who serves as far as that is known, and the one command to run.
 */
export async function loseAccess(midst: Midst, error: AccessError): Promise<Result> {
  const { world, seen, taskDefinitionArn } = midst;
  const { outcome, said, command } = consequence(midst, error);
  const { words, ...serving } = await lossOf(error, seen, world, said);
  return endedBy(error, { outcome, reason: words, ...serving, taskDefinitionArn, command });
}

function consequence(
  { inputs, world, seen, plan, leftBy }: Midst,
  { detail }: AccessError,
): { outcome: Result['outcome']; said?: string; command: string | undefined } {
  const { region, listenerRuleArn, listenerArn = '', lockName } = inputs;
  const recover = recoverCommand({ region, route: listenerRuleArn ?? listenerArn, lockName });
  if (plan === undefined && leftBy !== undefined) {
    const moved = seen.hasWritten ? 'Traffic was being taken back' : 'No traffic was moved';
    return { outcome: 'stuck', said: `${moved}; what ${leftBy} left is not put right yet`, command: recover };
  }
  // Nothing is left behind but perhaps a lock, which ends by itself.
  if (plan === undefined) return { outcome: 'refused', command: rerunCommand(world.run.url) };
  const { blue, green } = plan;
  if (seen.hasWritten) {
    const command = world.router.commandFor({ [blue.targetGroupArn]: 100, [green.targetGroupArn]: 0 });
    return { outcome: 'stuck', said: `From now on nobody watches ${green.service}`, command };
  }
  const said = `No traffic was moved: ${green.service} never had any`;
  // With a right that is missing `post` can do the rest.
  if (detail.kind === 'denied') return { outcome: 'interrupted', said, command: undefined };
  const left = `What was started in ${green.service} stays until the next deployment puts it back, or, from five minutes from now, the command`;
  return { outcome: 'interrupted', said: `${said}. ${left}`, command: recover };
}
