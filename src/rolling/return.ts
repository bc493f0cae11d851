import { type FollowPlan, initialFollow, returnChange } from '../ecs/follow-state.js';
import { shortName } from '../ecs/task-definition.js';
import { ended, type Midst } from './ends.js';
import { type Followed, followService } from './follow-service.js';
import type { HeldRolling } from './lock.js';
import { isDenied } from './look.js';
import { patient } from './patient.js';
import { knownOf } from './prepare.js';
import type { RollResult, ServiceBefore } from './result.js';
import type { RollSettings } from './settings.js';

/**
 * Deploys what the service ran before, after a rollout that had ended well, and follows it. Here there is nothing to be
 * watched, and nothing to go back to.
 *
 * @param release how that rollout had ended, when it is this run's: the times are those of the release, not of the way back
 * @throws AccessError when access is lost on the way
 */
export async function returnTo(
  midst: Midst,
  lock: HeldRolling,
  target: string,
  why: string,
  release?: Followed,
): Promise<RollResult> {
  const { request, world, story } = midst;
  const { settings, service } = request;
  const badAt = release === undefined ? null : world.clock.now();
  const reading = patient(world);
  const [seen] = await reading.rollout.describe([service]);
  if (seen?.taskDefinitionArn === target)
    return ended(midst, 'rolled-back', `${why}; it ran the version before already`);
  const list = await reading.deployments.list(service).catch((error: unknown) => {
    if (isDenied(error)) return undefined;
    throw error;
  });
  const plan: FollowPlan = {
    service,
    taskDefinitionArn: target,
    lastGoodArn: null,
    ...knownOf(seen, list),
    deadline: world.clock.now() + settings.timeoutMs,
    failAfter: settings.failAfter,
    bakeMs: 0,
    unknownLimitMs: settings.unknownLimitMs,
    backLimitMs: settings.timeoutMs,
    onFailure: 'leave',
    onCancel: 'leave',
    mayUpdate: true,
    isReturn: true,
    ...(midst.before === undefined ? {} : setBack(settings, midst.before)),
  };
  midst.isTouched = true;
  world.report.line(`${service}: back to ${shortName(target)}: ${why}`);
  const way = await followService({
    world,
    plan,
    state: initialFollow(world.clock.now()),
    lock,
    story,
    pollMs: settings.pollMs,
    change: returnChange(plan),
    bake: undefined,
    onGoingBack: async () => {},
  });
  const end: Followed = { ...way, stableAt: release?.stableAt ?? null, badAt };
  if (end.isHandedOver) return ended(midst, 'interrupted', `${why}; ECS was told to go back`, end);
  const { outcome, reason } = end.state;
  if (outcome === 'succeeded') return ended(midst, 'rolled-back', why, end);
  const told = end.refused ?? reason;
  return ended(
    midst,
    outcome === 'superseded' ? 'superseded' : 'failed',
    `${why}; going back to ${shortName(target)} did not succeed: ${told}`,
    end,
  );
}

/** What a way back sets as well: a number of tasks that the rollout left alone is left alone again. */
export const setBack = (
  { change }: Pick<RollSettings, 'change'>,
  { desiredCount, capacity }: ServiceBefore,
): Pick<FollowPlan, 'desiredCount' | 'capacityBefore'> => ({
  ...(change.desiredCount === undefined ? {} : { desiredCount }),
  ...(capacity === undefined ? {} : { capacityBefore: capacity }),
});
