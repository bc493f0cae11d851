import { randomUUID } from 'node:crypto';
import { failureThreshold } from './circuit-breaker.js';
import type { DeploymentRecord, Revision, ServiceDeploymentRecord, ServiceRecord, Workload } from './model.js';
import { isActive } from './model.js';
import { events, type Failure, NO_CANDIDATE, REPLACED, rollout } from './wording.js';
import { digitsId, shortId, type World } from './world.js';

/** The steps a deployment takes: begun, completed, failed, rolled back. The scheduler decides when. */

/** AWS keeps a service's last 100 events. */
const KEPT_EVENTS = 100;

export function tell(world: World, service: ServiceRecord, message: string): void {
  service.events.unshift({ id: randomUUID(), createdAt: new Date(world.now()), message });
  service.events.length = Math.min(service.events.length, KEPT_EVENTS);
  world.ground.note(`ecs: ${message}`);
}

export function beginDeployment(world: World, service: ServiceRecord, workload: Workload): ServiceDeploymentRecord {
  const now = world.now();
  const path = `${service.cluster.clusterName}/${service.name}`;
  const revision: Revision = { arn: world.arn(`service-revision/${path}/${digitsId()}`), createdAt: now, workload };
  service.revisions.push(revision);
  service.workload = workload;
  const sources = service.deployments.map((deployment) => deployment.revision);
  const deployment = newDeployment(service, revision, now);
  supersede(world, service);
  service.deployments.unshift(deployment);
  service.isSteady = false;

  const before = currentServiceDeployment(service);
  if (before !== undefined) finish(world, before, 'STOPPED', REPLACED);
  const { deploymentCircuitBreaker: breaker } = service.deploymentConfiguration;
  const record: ServiceDeploymentRecord = {
    arn: world.arn(`service-deployment/${path}/${shortId()}`),
    deploymentId: deployment.id,
    target: revision,
    sources,
    createdAt: now,
    deploymentConfiguration: structuredClone(service.deploymentConfiguration),
    startedAt: undefined,
    finishedAt: undefined,
    stoppedAt: undefined,
    updatedAt: now,
    status: 'PENDING',
    statusReason: undefined,
    rollback: undefined,
    triggeredAlarms: [],
    breaker: {
      failureCount: 0,
      threshold: failureThreshold(breaker, service.desiredCount),
      status: breaker?.enable ? 'MONITORING' : 'DISABLED',
    },
    alarms: service.deploymentConfiguration.alarms?.enable ? 'MONITORING' : 'DISABLED',
  };
  service.serviceDeployments.unshift(record);
  return record;
}

function newDeployment(service: ServiceRecord, revision: Revision, now: number): DeploymentRecord {
  const id = `ecs-svc/${digitsId()}`;
  return {
    id,
    revision,
    createdAt: now,
    updatedAt: now,
    status: 'PRIMARY',
    desiredCount: service.desiredCount,
    rolloutState: 'IN_PROGRESS',
    rolloutStateReason: rollout.inProgress(id),
    failedTasks: 0,
    failuresInARow: 0,
    nextLaunchAt: 0,
    isThrottleTold: false,
    isBlockTold: false,
    isRollback: false,
    alarmWatch: service.deploymentConfiguration.alarms?.enable ? 'unknown' : 'off',
    nextAlarmPollAt: 0,
    bakingSince: undefined,
  };
}

/** What was PRIMARY is now being replaced. */
function supersede(world: World, service: ServiceRecord): void {
  for (const deployment of service.deployments) {
    if (deployment.status !== 'PRIMARY') continue;
    deployment.status = 'ACTIVE';
    deployment.desiredCount = world
      .tasksOf(service)
      .filter((task) => task.deployment === deployment && isActive(task)).length;
    deployment.updatedAt = world.now();
  }
}

export function primaryOf(service: ServiceRecord): DeploymentRecord | undefined {
  return service.deployments.find((deployment) => deployment.status === 'PRIMARY');
}

/** The service deployment that is under way. */
export function currentServiceDeployment(service: ServiceRecord): ServiceDeploymentRecord | undefined {
  return service.serviceDeployments.find((each) => each.finishedAt === undefined && each.stoppedAt === undefined);
}

function finish(
  world: World,
  record: ServiceDeploymentRecord,
  status: ServiceDeploymentRecord['status'],
  reason?: string,
): void {
  record.status = status;
  record.statusReason = reason ?? record.statusReason;
  record.updatedAt = world.now();
  record.finishedAt = record.updatedAt;
  if (status === 'STOPPED') record.stoppedAt = record.updatedAt;
  if (record.breaker.status === 'MONITORING') record.breaker.status = 'MONITORING_COMPLETE';
  if (record.alarms === 'MONITORING') record.alarms = 'MONITORING_COMPLETE';
}

export function completeDeployment(world: World, service: ServiceRecord, deployment: DeploymentRecord): void {
  deployment.rolloutState = 'COMPLETED';
  deployment.rolloutStateReason = rollout.completed(deployment.id);
  deployment.updatedAt = world.now();
  deployment.alarmWatch = 'over';
  service.lastCompleted = deployment;
  tell(world, service, events.completed(service.name, deployment.id));
  const record = currentServiceDeployment(service);
  if (record !== undefined) finish(world, record, deployment.isRollback ? 'ROLLBACK_SUCCESSFUL' : 'SUCCESSFUL');
}

/**
 * The deployment has failed: it starts nothing more, and where `rollsBack`, the last completed deployment becomes
 * PRIMARY again.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
export function failDeployment(world: World, service: ServiceRecord, failure: Failure, rollsBack: boolean): void {
  const failed = primaryOf(service);
  if (failed === undefined) return;
  failed.rolloutState = 'FAILED';
  failed.rolloutStateReason = failure.rolloutReason;
  failed.updatedAt = world.now();
  failed.bakingSince = undefined;
  tell(world, service, events.failed(service.name, failed.id, failure.event));
  const record = currentServiceDeployment(service);
  if (!rollsBack) {
    if (record !== undefined) finish(world, record, 'STOPPED', failure.statusReasonWithoutRollback);
    return;
  }
  const good = service.lastCompleted;
  if (good === undefined || good === failed) {
    if (record !== undefined) finish(world, record, 'ROLLBACK_FAILED', NO_CANDIDATE);
    return;
  }
  supersede(world, service);
  // The very deployment comes back, with its id and what is left of its tasks, as seen on AWS.
  good.status = 'PRIMARY';
  good.desiredCount = service.desiredCount;
  good.rolloutState = 'IN_PROGRESS';
  good.rolloutStateReason = failure.rollbackReason(good.id);
  good.updatedAt = world.now();
  good.failedTasks = 0;
  good.failuresInARow = 0;
  good.nextLaunchAt = 0;
  good.isRollback = true;
  good.alarmWatch = 'off';
  good.bakingSince = undefined;
  service.deployments = [good, ...service.deployments.filter((each) => each !== good)];
  service.workload = good.revision.workload;
  tell(world, service, events.rollingBack(service.name, good.id));
  if (record === undefined) return;
  record.status = 'ROLLBACK_IN_PROGRESS';
  record.statusReason = failure.statusReason;
  record.updatedAt = world.now();
  record.rollback = { reason: failure.statusReason, startedAt: record.updatedAt, revisionArn: good.revision.arn };
}
