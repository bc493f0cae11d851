import type { StartedCloud } from '../../testing/cloud.js';
import { Problem } from './problem.js';

interface Group {
  readonly TargetGroupArn?: string;
  readonly Weight?: number;
}

/** The rule or default action that the deployment shifts, as somebody sees it who is not the deployment. */
export class Listener {
  private constructor(
    private readonly cloud: StartedCloud,
    private readonly address: Readonly<Record<string, string>>,
    private readonly groups: readonly Group[],
  ) {}

  /** Undefined where the inputs name neither: nothing is shifted then. */
  static async read(cloud: StartedCloud, inputs: Readonly<Record<string, string>>): Promise<Listener | undefined> {
    const { 'listener-rule-arn': ruleArn, 'listener-arn': listenerArn } = inputs;
    if (ruleArn === undefined && listenerArn === undefined) return undefined;
    const address = ruleArn === undefined ? { listenerArn: listenerArn ?? '' } : { ruleArn };
    // Nothing is set: the answer tells what there is.
    const { actions } = (await cloud.admin('elb/set-weights', { ...address, weights: {} })) as {
      actions: readonly { ForwardConfig?: { TargetGroups?: readonly Group[] } }[];
    };
    return new Listener(
      cloud,
      address,
      actions.flatMap(({ ForwardConfig }) => ForwardConfig?.TargetGroups ?? []),
    );
  }

  /** Gives the side that was idle when this was read so many percent, the other the rest. */
  async split(newPercent: number): Promise<void> {
    const live = this.groups.find(({ Weight = 0 }) => Weight > 0)?.TargetGroupArn;
    const idle = this.groups.find(({ Weight = 0 }) => Weight === 0)?.TargetGroupArn;
    if (live === undefined || idle === undefined) {
      throw new Problem('the listener does not forward to two target groups, of which one is idle', 1);
    }
    await this.cloud.admin('elb/set-weights', {
      ...this.address,
      weights: { [live]: 100 - newPercent, [idle]: newPercent },
    });
  }
}
