import type { CapacityShare } from '../ecs/capacity-share.js';
import type { FollowOutcome } from '../ecs/follow-state.js';
import type { RollStory } from './story.js';

/** How the rollout of one service ended. Expected ends are values, whatever they mean for the release. */
export type RollOutcome = FollowOutcome | 'unchanged' | 'access-lost' | 'refused';

export interface RollResult {
  readonly label: string;
  readonly cluster: string;
  readonly service: string;
  readonly outcome: RollOutcome;
  /** Why, in a sentence without a period at its end. */
  readonly reason: string;
  /** What was deployed. */
  readonly taskDefinitionArn?: string | undefined;
  /** What the service was before anything was touched. */
  readonly before?: ServiceBefore | undefined;
  /** The service was told, or may have been. */
  readonly isTouched: boolean;
  /** The ARN of the service deployment; its `ecs-svc/…` where ECS does not tell it. */
  readonly deploymentId?: string | undefined;
  readonly times: { readonly rolloutMs?: number; readonly detectMs?: number; readonly restoreMs?: number };
  readonly story: RollStory;
  /** What runs now, in a sentence; empty when it is not known. */
  readonly serving: string;
  /** The one command to run when a person is needed. */
  readonly command?: string | undefined;
  /** Something went wrong that is no verdict on the release (access, inputs): it is told as it is. */
  readonly error?: unknown;
}

export interface ServiceBefore {
  readonly taskDefinitionArn: string;
  readonly desiredCount: number;
  /** What the last deployment that succeeded had deployed: where a rollback goes. Undefined when there was none. */
  readonly lastGoodArn: string | undefined;
  /** Its capacity provider strategy, where the rollout sets another; empty where it had a launch type. */
  readonly capacity?: readonly CapacityShare[];
}
