import { leaseMs } from '../../blue-green/lock.js';
import type { Owned } from '../../blue-green/sides.js';
import type { World } from '../../blue-green/world.js';
import type { ScalableTarget } from '../../ports/autoscaling.js';
import type { JournalEntry, Stage } from '../../ports/journal.js';
import type { RollbackInputs } from './spec.js';

/** The journal of a rollback reads like that of a shift: whoever finds it left behind goes on from there. */
export function journalEntry(
  inputs: RollbackInputs,
  world: Pick<World, 'run'>,
  now: number,
  stage: Stage,
  stays: Owned,
  goes: Owned,
  desired: number,
  scalingBefore: readonly ScalableTarget[],
): JournalEntry {
  const side = ({ service, targetGroupArn }: Owned) => ({ service, targetGroupArn });
  return {
    schema: 1,
    holder: world.run.holder,
    runUrl: world.run.url,
    startedAt: now,
    expires: now + inputs.startTimeout + inputs.drain + leaseMs,
    route: inputs.listenerRuleArn ?? inputs.listenerArn ?? '',
    blue: side(stays),
    green: side(goes),
    stage,
    cluster: inputs.cluster,
    greenDesiredBefore: desired,
    greenTaskDefinitionBefore: goes.seen.taskDefinitionArn,
    greenTaskDefinition: goes.seen.taskDefinitionArn,
    blueTaskDefinition: stays.seen.taskDefinitionArn,
    keepOldUntil: null,
    scalingBefore,
    steps: '',
    shift: null,
  };
}
