import type { Verdict } from '../verdict/verdict.js';
import type { CapacityShare } from './capacity-share.js';
import type { Stopped } from './stopped-tasks.js';

/** The words of the follow machine. Everything in plan and state is plain JSON: another process can go on with it. */

/** What is followed, and by which rules. Nothing of it changes on the way. */
export interface FollowPlan {
  readonly service: string;
  /** What is deployed. */
  readonly taskDefinitionArn: string;
  /** What the last deployment that succeeded had deployed; null when there was none. */
  readonly lastGoodArn: string | null;
  /** Deployments (`ecs-svc/…`) that were there before the update: never ours. */
  readonly knownBefore: readonly string[];
  /** When the newest service deployment that was there before was created, by the clock of ECS; 0 when there was none. */
  readonly knownUntil: number;
  /** Epoch ms of `seen.now`. */
  readonly deadline: number;
  readonly failAfter: number;
  readonly bakeMs: number;
  /** How long the evidence of the bake may stay away. */
  readonly unknownLimitMs: number;
  /** So long going back may take, beside the deadline. */
  readonly backLimitMs: number;
  readonly onFailure: 'rollback' | 'leave';
  readonly onCancel: 'rollback' | 'stop' | 'leave';
  /** False for whoever finishes what another process left: it starts nothing anew. */
  readonly mayUpdate: boolean;
  /** It is itself a way back, to what ran before: no cancel ends it, and whoever comes after begins it if need be. */
  readonly isReturn?: boolean;
  /** The number of tasks that the update sets as well, of a way back. */
  readonly desiredCount?: number;
  /** The number of tasks that the update sets, and what it was: going back puts it back, too. */
  readonly countSet?: { readonly before: number; readonly to: number };
  /**
   * The capacity provider strategy from before an update that sets another (none, where the service had a launch type): an
   * update back sets it again. A rollback of ECS restores it by itself, as part of the service revision.
   */
  readonly capacityBefore?: readonly CapacityShare[];
}

export type FollowOutcome =
  | 'succeeded'
  | 'rolled-back'
  | 'failed'
  | 'superseded'
  | 'stopped'
  | 'timed-out'
  | 'interrupted';

/** Where tasks were placed before goes with an update back. */
export const capacityBack = ({
  capacityBefore,
}: Pick<FollowPlan, 'capacityBefore'>): { readonly capacityProviderStrategy?: readonly CapacityShare[] } =>
  capacityBefore === undefined ? {} : { capacityProviderStrategy: capacityBefore };

/** What the update of a way back changes beside the task definition. */
export const returnChange = (
  plan: Pick<FollowPlan, 'desiredCount' | 'capacityBefore'>,
): { readonly desiredCount?: number; readonly capacityProviderStrategy?: readonly CapacityShare[] } => ({
  ...(plan.desiredCount === undefined ? {} : { desiredCount: plan.desiredCount }),
  ...capacityBack(plan),
});

export interface FollowState {
  readonly phase: 'updating' | 'rolling' | 'baking' | 'going-back' | 'ended';
  /** Since when it is in this phase, by `seen.now`. */
  readonly since: number;
  /** When the update was last sent; null before. */
  readonly sentAt: number | null;
  /** What of ECS's is ours, as far as it is known. */
  readonly ours: {
    /** `ecs-svc/…` */
    readonly primaryId: string | null;
    /** When it was created, by the clock of ECS. */
    readonly at: number | null;
    /** The service deployment's ARN. */
    readonly arn: string | null;
  };
  readonly back: Back | null;
  /** Since when the evidence of the bake has been unknown. */
  readonly unknownSince: number | null;
  /** When ECS called it successful and all tasks ran. */
  readonly stableAt: number | null;
  /** How many tasks ran then: more that autoscaling wants since are no doubt of this version. */
  readonly stableTasks?: number;
  /** How many of its tasks had failed when that was last seen in the bake. */
  readonly failedBefore?: number;
  readonly outcome: FollowOutcome | null;
  readonly reason: string;
}

/** A way back, once it was begun; by whom and why. */
export interface Back {
  readonly why: string;
  /** `bad`: it was found bad. `person`: somebody stopped it elsewhere. */
  readonly cause: 'bad' | 'timed-out' | 'cancelled' | 'person';
  /** `stop`: StopServiceDeployment. `update`: UpdateService to the last good one. `ecs`: ECS, by itself. */
  readonly by: 'stop' | 'abort' | 'update' | 'ecs';
  readonly at: number;
  readonly sentAt: number | null;
  readonly sent: number;
  /** `ecs-svc/…` of the way back by `update`, once ECS has answered. */
  readonly primaryId: string | null;
  /** ECS has taken the command, by its answer. */
  readonly isTaken: boolean;
}

/** What was seen at one look. What could not be read is undefined: that says nothing. */
export interface FollowSeen {
  readonly now: number;
  readonly service: ServiceNow | undefined;
  /** `unavailable`: this account or role cannot list service deployments. */
  readonly deployments: readonly ServiceDeploymentNow[] | 'unavailable' | undefined;
  /** Tasks of this revision that stopped since it began, by the clock of ECS. `unavailable`: they may not be read. */
  readonly stopped: readonly Stopped[] | 'unavailable' | undefined;
  /** Why tasks could not be placed, by the service's events since it began; one entry for each event. */
  readonly placement: readonly string[];
  /** What came back of the last command. */
  readonly answer?: Answer | undefined;
  /** Of the sources that watch the bake. */
  readonly verdict?: Pick<Verdict, 'judgement' | 'reason'> | undefined;
  readonly cancelled: string | undefined;
  readonly lockLostTo: string | undefined;
}

export type Answer =
  | { readonly to: 'update' | 'update-back'; readonly primaryId: string; readonly at: number }
  | { readonly to: 'stop'; readonly worked: boolean };

export interface ServiceNow {
  readonly status: string;
  readonly desiredCount: number;
  readonly runningCount: number;
  readonly deployments: readonly DeploymentNow[];
}

export interface DeploymentNow {
  readonly id: string;
  readonly status: string;
  readonly taskDefinitionArn: string;
  readonly desiredCount: number;
  readonly runningCount: number;
  readonly failedTasks: number;
  readonly rollout: 'COMPLETED' | 'IN_PROGRESS' | 'FAILED' | 'UNKNOWN';
  readonly rolloutReason: string;
  /** By the clock of ECS, epoch ms; 0 when it is not told. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface ServiceDeploymentNow {
  readonly arn: string;
  readonly createdAt: number;
  readonly status: string;
  readonly statusReason: string;
  readonly taskDefinitionArn: string;
}

export type FollowCommand =
  | { readonly kind: 'wait' }
  | { readonly kind: 'update' }
  | { readonly kind: 'stop'; readonly arn: string; readonly how: 'rollback' | 'abort' }
  | { readonly kind: 'update-back'; readonly taskDefinitionArn: string }
  | { readonly kind: 'end' };

export interface FollowDecision {
  readonly state: FollowState;
  readonly command: FollowCommand;
  /** Why, in a clause for the log. */
  readonly reason: string;
}

export function initialFollow(now: number): FollowState {
  return {
    phase: 'updating',
    since: now,
    sentAt: null,
    ours: { primaryId: null, at: null, arn: null },
    back: null,
    unknownSince: null,
    stableAt: null,
    outcome: null,
    reason: '',
  };
}
