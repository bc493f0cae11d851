import { currentServiceDeployment } from './deployments.js';
import { parseImage } from './images.js';
import type { Revision } from './model.js';
import { isPending, type ServiceDeploymentRecord, type ServiceRecord, type TaskRecord } from './model.js';
import type { World } from './world.js';

const isRunning = (task: TaskRecord) => task.lastStatus === 'RUNNING';

/** The members of a Deployment or Service that a workload gives. */
function workloadView({ workload }: Revision) {
  const isFargate = workload.launchType === 'FARGATE' || workload.capacityProviderStrategy !== undefined;
  return {
    taskDefinition: workload.taskDefinition.taskDefinitionArn,
    launchType: workload.launchType,
    capacityProviderStrategy: workload.capacityProviderStrategy,
    platformVersion: isFargate ? (workload.platformVersion ?? 'LATEST') : undefined,
    platformFamily: isFargate ? 'Linux' : undefined,
    networkConfiguration: workload.networkConfiguration,
    ...workload.others,
  };
}

export function serviceView(world: World, service: ServiceRecord, include: readonly string[] = []) {
  const tasks = world.tasksOf(service);
  const { workload } = service;
  return {
    ...service.echoed,
    serviceArn: service.arn,
    serviceName: service.name,
    clusterArn: service.cluster.clusterArn,
    status: service.status,
    desiredCount: service.desiredCount,
    runningCount: tasks.filter(isRunning).length,
    pendingCount: tasks.filter(isPending).length,
    ...workloadView({ arn: '', createdAt: 0, workload }),
    loadBalancers: workload.loadBalancers,
    deploymentConfiguration: service.deploymentConfiguration,
    deployments: service.deployments.map((deployment) => {
      const mine = tasks.filter((task) => task.deployment === deployment);
      return {
        ...workloadView(deployment.revision),
        id: deployment.id,
        status: deployment.status,
        desiredCount: deployment.status === 'PRIMARY' ? service.desiredCount : Math.max(0, deployment.desiredCount),
        pendingCount: mine.filter(isPending).length,
        runningCount: mine.filter(isRunning).length,
        failedTasks: deployment.failedTasks,
        createdAt: deployment.createdAt,
        updatedAt: deployment.updatedAt,
        rolloutState: deployment.rolloutState,
        rolloutStateReason: deployment.rolloutStateReason,
      };
    }),
    roleArn:
      workload.loadBalancers.length > 0
        ? `arn:aws:iam::${world.ground.accountId}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`
        : undefined,
    events: service.events,
    createdAt: service.createdAt,
    createdBy: service.createdBy,
    healthCheckGracePeriodSeconds:
      workload.loadBalancers.length > 0 ? service.healthCheckGracePeriodSeconds : undefined,
    schedulingStrategy: 'REPLICA',
    deploymentController: { type: 'ECS' },
    placementConstraints: service.echoed.placementConstraints ?? [],
    placementStrategy: service.echoed.placementStrategy ?? [],
    serviceRegistries: workload.others.serviceRegistries ?? [],
    currentServiceDeployment: currentServiceDeployment(service)?.arn,
    currentServiceRevisions: service.deployments.map((deployment) => {
      const mine = tasks.filter((task) => task.deployment === deployment);
      return { ...countsOf(deployment.revision, mine), requestedTaskCount: deployment.desiredCount };
    }),
    tags: include.includes('TAGS') ? service.tags : undefined,
  };
}

function countsOf(revision: Revision, tasks: readonly TaskRecord[]) {
  return {
    arn: revision.arn,
    requestedTaskCount: tasks.filter((task) => task.desiredStatus === 'RUNNING').length,
    runningTaskCount: tasks.filter(isRunning).length,
    pendingTaskCount: tasks.filter(isPending).length,
  };
}

export function serviceDeploymentView(world: World, service: ServiceRecord, record: ServiceDeploymentRecord) {
  const tasks = world.tasksOf(service);
  const ofRevision = (revision: Revision) =>
    countsOf(
      revision,
      tasks.filter((task) => task.deployment?.revision === revision),
    );
  const target = ofRevision(record.target);
  const isUnderWay = record.status === 'PENDING' || record.status === 'IN_PROGRESS';
  return {
    serviceDeploymentArn: record.arn,
    serviceArn: service.arn,
    clusterArn: service.cluster.clusterArn,
    createdAt: record.createdAt,
    startedAt: record.startedAt,
    finishedAt: record.finishedAt,
    stoppedAt: record.stoppedAt,
    updatedAt: record.updatedAt,
    sourceServiceRevisions: record.sources.map(ofRevision),
    targetServiceRevision: { ...target, ...(isUnderWay ? { requestedTaskCount: service.desiredCount } : {}) },
    status: record.status,
    statusReason: record.statusReason,
    deploymentConfiguration: record.deploymentConfiguration,
    rollback: record.rollback && {
      reason: record.rollback.reason,
      startedAt: record.rollback.startedAt,
      serviceRevisionArn: record.rollback.revisionArn,
    },
    deploymentCircuitBreaker: record.breaker,
    alarms: {
      status: record.alarms,
      alarmNames: record.deploymentConfiguration.alarms?.alarmNames ?? [],
      triggeredAlarmNames: record.triggeredAlarms,
    },
  };
}

export function serviceDeploymentBrief(service: ServiceRecord, record: ServiceDeploymentRecord) {
  return {
    serviceDeploymentArn: record.arn,
    serviceArn: service.arn,
    clusterArn: service.cluster.clusterArn,
    createdAt: record.createdAt,
    startedAt: record.startedAt,
    finishedAt: record.finishedAt,
    targetServiceRevisionArn: record.target.arn,
    status: record.status,
    statusReason: record.statusReason,
  };
}

export function revisionView(service: ServiceRecord, revision: Revision) {
  const { workload } = revision;
  return {
    ...workloadView(revision),
    serviceRevisionArn: revision.arn,
    serviceArn: service.arn,
    clusterArn: service.cluster.clusterArn,
    loadBalancers: workload.loadBalancers,
    containerImages: workload.taskDefinition.containerDefinitions.map((container) => ({
      containerName: container.name,
      image: container.image,
      imageDigest: parseImage(container.image ?? '').digest,
    })),
    guardDutyEnabled: false,
    createdAt: revision.createdAt,
    resolvedConfiguration: {
      loadBalancers: workload.loadBalancers.map((each) => ({ targetGroupArn: each.targetGroupArn })),
    },
  };
}
