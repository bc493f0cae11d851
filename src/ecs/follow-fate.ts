import type {
  DeploymentNow,
  FollowPlan,
  FollowSeen,
  FollowState,
  ServiceDeploymentNow,
  ServiceNow,
} from './follow-state.js';
import { shortName } from './task-definition.js';

/**
 * What has become of our deployment, as far as one look tells.
 *
 * Ours is known by what ECS answered to our update, by what it deploys, and by the clock of ECS. What was there before the
 * update is never ours, and never newer than ours: a read that lags behind shows only that, and decides nothing.
 */
export type Fate =
  /** Not to be seen yet, or the read lags behind. */
  | { readonly kind: 'unseen' }
  | { readonly kind: 'going' }
  | { readonly kind: 'succeeded' }
  /** ECS takes it back, or has. */
  | {
      readonly kind: 'rolling-back' | 'rolled-back' | 'rollback-failed';
      readonly why: string;
      readonly isByPerson: boolean;
    }
  /** It failed, and ECS takes nothing back. */
  | { readonly kind: 'dead'; readonly why: string }
  | { readonly kind: 'stopped'; readonly why: string }
  | { readonly kind: 'superseded'; readonly why: string };

/** So long the list may lack what the service shows already; then the service decides. */
const listLagMs = 60_000;

export function fateOf(plan: FollowPlan, state: FollowState, seen: FollowSeen): Fate {
  const { service, deployments } = seen;
  const ours = Array.isArray(deployments) ? oursIn(plan, state, deployments) : undefined;
  if (ours !== undefined) return fateListed(plan, ours, deployments as readonly ServiceDeploymentNow[], service);
  if (service === undefined || deployments === undefined) return { kind: 'unseen' };
  // An update that changes no more than counts begins no deployment; there is nothing to be listed then.
  const isOld = state.ours.primaryId !== null && plan.knownBefore.includes(state.ours.primaryId);
  const mayJudge = deployments === 'unavailable' || isOld || seen.now - state.since >= listLagMs;
  return mayJudge ? fateByService(plan, state, service) : { kind: 'unseen' };
}

/** The service deployment that our update caused: it deploys what we deploy, was not there before, and began with our deployment. */
export function oursIn(
  plan: FollowPlan,
  { ours }: FollowState,
  list: readonly ServiceDeploymentNow[],
): ServiceDeploymentNow | undefined {
  if (ours.arn !== null) return list.find(({ arn }) => arn === ours.arn);
  if (ours.primaryId !== null && plan.knownBefore.includes(ours.primaryId)) return undefined;
  const candidates = list.filter(
    ({ createdAt, taskDefinitionArn }) => taskDefinitionArn === plan.taskDefinitionArn && createdAt > plan.knownUntil,
  );
  const distance = ({ createdAt }: ServiceDeploymentNow): number =>
    ours.at === null ? createdAt : Math.abs(createdAt - ours.at);
  return candidates.sort((a, b) => distance(a) - distance(b))[0];
}

export function primaryOf(service: ServiceNow): DeploymentNow | undefined {
  return service.deployments.find(({ status }) => status === 'PRIMARY');
}

/**
 * Whether a deployment came after ours. What was there before ours only means that the read lags behind; so does what began
 * before it: that may be our own first attempt, whose answer was lost.
 */
export function isNewer(
  { knownBefore }: FollowPlan,
  { ours }: Pick<FollowState, 'ours'>,
  { id, createdAt }: Pick<DeploymentNow, 'id' | 'createdAt'>,
): boolean {
  const beganBefore = ours.at !== null && createdAt !== 0 && createdAt < ours.at;
  return id !== ours.primaryId && !knownBefore.includes(id) && !beganBefore;
}

function fateListed(
  plan: FollowPlan,
  ours: ServiceDeploymentNow,
  list: readonly ServiceDeploymentNow[],
  service: ServiceNow | undefined,
): Fate {
  const why = ours.statusReason.replace(/\.$/, '');
  const isByPerson = /\buser\b/i.test(why);
  switch (ours.status) {
    case 'SUCCESSFUL':
      return { kind: 'succeeded' };
    case 'ROLLBACK_REQUESTED':
    case 'ROLLBACK_IN_PROGRESS':
      // A request has no reason yet; only persons and programs make requests.
      return { kind: 'rolling-back', why, isByPerson: isByPerson || ours.status === 'ROLLBACK_REQUESTED' };
    case 'ROLLBACK_SUCCESSFUL':
      return { kind: 'rolled-back', why, isByPerson };
    case 'ROLLBACK_FAILED':
      return { kind: 'rollback-failed', why, isByPerson };
    case 'STOPPED':
      return stopped(plan, ours, list, service, why);
    default:
      return { kind: 'going' };
  }
}

const madeByEcs = /circuit breaker|alarm/i;

function stopped(
  plan: FollowPlan,
  ours: ServiceDeploymentNow,
  list: readonly ServiceDeploymentNow[],
  service: ServiceNow | undefined,
  why: string,
): Fate {
  const newer = list.find(
    ({ arn, createdAt }) => arn !== ours.arn && createdAt >= ours.createdAt && createdAt > plan.knownUntil,
  );
  if (newer !== undefined || /replaced by/i.test(why)) return superseded(newer?.taskDefinitionArn);
  const primary = service === undefined ? undefined : primaryOf(service);
  const said = primary?.rollout === 'FAILED' ? primary.rolloutReason.replace(/\.$/, '') : '';
  const failed = [why, said].find((text) => madeByEcs.test(text));
  return failed === undefined ? { kind: 'stopped', why } : { kind: 'dead', why: failed };
}

/** Where service deployments cannot be listed: by the service's own list of deployments. */
function fateByService(plan: FollowPlan, { ours }: FollowState, service: ServiceNow): Fate {
  const primary = primaryOf(service);
  if (primary === undefined || ours.primaryId === null) return { kind: 'unseen' };
  if (primary.id === ours.primaryId) {
    if (primary.rollout === 'FAILED') return { kind: 'dead', why: primary.rolloutReason.replace(/\.$/, '') };
    return isComplete(primary, service) ? { kind: 'succeeded' } : { kind: 'going' };
  }
  // A deployment that was there before and has changed since ours began is the one that ECS went back to.
  const hasChanged = ours.at !== null && primary.updatedAt > ours.at;
  const isBack = /rolling back/i.test(primary.rolloutReason) || (plan.knownBefore.includes(primary.id) && hasChanged);
  if (!isBack) return isNewer(plan, { ours }, primary) ? superseded(primary.taskDefinitionArn) : { kind: 'unseen' };
  const failed = service.deployments.find(({ id }) => id === ours.primaryId)?.rolloutReason;
  const said = primary.rollout === 'COMPLETED' ? '' : primary.rolloutReason;
  const why = (failed || said).replace(/\.$/, '');
  const isByPerson = /\buser\b/i.test(why);
  return { kind: primary.rollout === 'COMPLETED' && hasChanged ? 'rolled-back' : 'rolling-back', why, isByPerson };
}

/** Older answers have no rollout state: then the counts decide. */
function isComplete(primary: DeploymentNow, service: ServiceNow): boolean {
  if (primary.rollout === 'COMPLETED') return true;
  return (
    primary.rollout === 'UNKNOWN' && service.deployments.length === 1 && primary.runningCount >= primary.desiredCount
  );
}

export const superseded = (taskDefinitionArn: string | undefined): Fate => ({
  kind: 'superseded',
  why: `another deployment${taskDefinitionArn ? ` (${shortName(taskDefinitionArn)})` : ''} has replaced this one`,
});
