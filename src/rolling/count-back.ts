import type { FollowPlan, FollowState, ServiceNow } from '../ecs/follow-state.js';
import { messageOf } from '../ports/message-of.js';
import type { RollingWorld } from './world.js';

/**
 * Puts the number of tasks back that the rollout has set: a rollback of ECS leaves it as it is, and where there is no room
 * for so many it would never be complete. What autoscaling, or a person, has made of it since is left alone.
 */
export class CountBack {
  private isDone = false;

  constructor(
    private readonly world: Pick<RollingWorld, 'deployments' | 'report'>,
    private readonly plan: FollowPlan,
  ) {}

  /** Does it once the service is on its way back; does nothing until then, nor when there is nothing to be done. */
  async put({ back, outcome }: FollowState, service: ServiceNow | undefined): Promise<void> {
    const { countSet, service: name } = this.plan;
    if (countSet === undefined || this.isDone || back === null || back.by === 'abort' || outcome === 'superseded')
      return;
    if (service?.desiredCount !== countSet.to) return;
    const { deployments, report } = this.world;
    try {
      await deployments.start(name, { desiredCount: countSet.before });
      this.isDone = true;
      report.line(`${name}: the desired count is ${countSet.before} again`);
    } catch (error) {
      // The next look tries again; it is no reason not to go back.
      report.line(`the desired count could not be put back: ${messageOf(error)}`);
    }
  }
}
