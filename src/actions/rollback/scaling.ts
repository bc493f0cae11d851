import { afterPromotion, readScaling } from '../../blue-green/scaling.js';
import type { Owned } from '../../blue-green/sides.js';
import type { World } from '../../blue-green/world.js';
import type { ScalableTarget } from '../../ports/autoscaling.js';
import type { JournalEntry } from '../../ports/journal.js';
import { messageOf } from '../../ports/message-of.js';
import type { RollbackInputs } from './spec.js';

/**
 * How both sides are scaled, and are to be once `to` serves. A run that was at work held autoscaling and has journaled how
 * it was; otherwise it is as it is. Where `to` was not live then, it takes over from the side that was. A side that is to
 * be scaled to 0 gets minimum 0. None of it may keep the traffic waiting: what cannot be read is left as it is.
 */
export async function scalingOf(
  inputs: Pick<RollbackInputs, 'keepNew'>,
  world: Pick<World, 'autoscaling' | 'clock' | 'report' | 'rollout'>,
  to: Owned,
  from: Owned,
  left: JournalEntry | undefined,
): Promise<{ before: readonly ScalableTarget[]; after: readonly ScalableTarget[] }> {
  const journaled = left?.scalingBefore ?? [];
  const { warn } = world.report;
  const before =
    journaled.length > 0
      ? journaled
      : await readScaling(world, to, from, warn).catch((error: unknown) => {
          warn(`How the services are scaled could not be read, and is left as it is: ${messageOf(error)}`);
          return [];
        });
  const wasLive = journaled.length > 0 && left?.blue?.service === to.service ? to : from;
  const { live, old } =
    wasLive === to
      ? { live: sideOf(before, to), old: sideOf(before, from) }
      : afterPromotion(before, { old: from.service, live: to.service, oldSide: 'kept' });
  return { before, after: [...live, ...old.map((target) => (inputs.keepNew ? target : { ...target, min: 0 }))] };
}

export const sideOf = (targets: readonly ScalableTarget[], { service }: Owned): readonly ScalableTarget[] =>
  targets.filter((target) => target.service === service);
