import type {
  CapacityProviderStrategyItem,
  Cluster,
  ContainerDefinition,
  DeploymentConfiguration,
  LoadBalancer,
  NetworkConfiguration,
  ServiceDeploymentStatus,
  ServiceEvent,
  Tag,
  TaskDefinition,
  TaskStopCode,
} from '@aws-sdk/client-ecs';
import type { RunningContainer } from './container-process.js';

/** What the local ECS remembers. Times are cloud epoch milliseconds. */

export interface ClusterRecord extends Cluster {
  clusterArn: string;
  clusterName: string;
  status: 'ACTIVE' | 'INACTIVE';
  tags: Tag[];
}

export interface TaskDefinitionRecord extends TaskDefinition {
  taskDefinitionArn: string;
  family: string;
  revision: number;
  containerDefinitions: ContainerDefinition[];
  status: 'ACTIVE' | 'INACTIVE' | 'DELETE_IN_PROGRESS';
  tags: Tag[];
}

/** The part of a service that a deployment pins: change it and a new deployment starts. */
export interface Workload {
  readonly taskDefinition: TaskDefinitionRecord;
  readonly networkConfiguration: NetworkConfiguration | undefined;
  readonly loadBalancers: readonly LoadBalancer[];
  readonly platformVersion: string | undefined;
  readonly launchType: 'FARGATE' | 'EC2' | undefined;
  readonly capacityProviderStrategy: readonly CapacityProviderStrategyItem[] | undefined;
  readonly others: Readonly<Record<string, unknown>>;
}

export interface Revision {
  readonly arn: string;
  readonly createdAt: number;
  readonly workload: Workload;
}

export interface DeploymentRecord {
  /** `ecs-svc/<19 digits>` */
  readonly id: string;
  readonly revision: Revision;
  readonly createdAt: number;
  updatedAt: number;
  status: 'PRIMARY' | 'ACTIVE' | 'DRAINING';
  desiredCount: number;
  rolloutState: 'IN_PROGRESS' | 'COMPLETED' | 'FAILED';
  rolloutStateReason: string;
  failedTasks: number;
  failuresInARow: number;
  nextLaunchAt: number;
  isThrottleTold: boolean;
  isBlockTold: boolean;
  /** True for a deployment that was made PRIMARY again by a rollback: it is not judged by breaker or alarms. */
  isRollback: boolean;
  /** `ignored`: an alarm was in ALARM at the start, which turns alarm checks off for this deployment. */
  alarmWatch: 'unknown' | 'watching' | 'ignored' | 'off' | 'over';
  nextAlarmPollAt: number;
  /** Since when everything but the alarms' bake time is done. */
  bakingSince: number | undefined;
}

export interface ServiceDeploymentRecord {
  readonly arn: string;
  readonly deploymentId: string;
  readonly target: Revision;
  readonly sources: readonly Revision[];
  readonly createdAt: number;
  readonly deploymentConfiguration: DeploymentConfiguration;
  startedAt: number | undefined;
  finishedAt: number | undefined;
  stoppedAt: number | undefined;
  updatedAt: number;
  status: ServiceDeploymentStatus;
  statusReason: string | undefined;
  rollback: { reason: string; startedAt: number; revisionArn: string } | undefined;
  triggeredAlarms: string[];
  breaker: { failureCount: number; threshold: number; status: string };
  alarms: string;
}

export interface ServiceRecord {
  readonly arn: string;
  readonly name: string;
  readonly cluster: ClusterRecord;
  readonly createdAt: number;
  readonly clientToken: string | undefined;
  readonly createdBy: string;
  status: 'ACTIVE' | 'DRAINING' | 'INACTIVE';
  desiredCount: number;
  workload: Workload;
  deploymentConfiguration: DeploymentConfiguration & { minimumHealthyPercent: number; maximumPercent: number };
  healthCheckGracePeriodSeconds: number;
  /** PRIMARY first. */
  deployments: DeploymentRecord[];
  /** What a rollback goes back to. */
  lastCompleted: DeploymentRecord | undefined;
  serviceDeployments: ServiceDeploymentRecord[];
  revisions: Revision[];
  /** Newest first, as AWS answers them. */
  events: ServiceEvent[];
  isSteady: boolean;
  inactiveAt: number | undefined;
  tags: Tag[];
  /** Members that are stored and answered, and change nothing here. */
  echoed: Record<string, unknown>;
}

export interface ContainerRecord {
  readonly arn: string;
  readonly definition: ContainerDefinition;
  readonly runtimeId: string;
  lastStatus: 'PENDING' | 'RUNNING' | 'STOPPED';
  exitCode: number | undefined;
  reason: string | undefined;
  healthStatus: 'UNKNOWN' | 'HEALTHY' | 'UNHEALTHY';
  process: RunningContainer | undefined;
  /** Of the image that was pulled, where the registry tells it. */
  imageDigest: string | undefined;
  /** Environment variables from `secrets`, once they have been read. */
  readonly secretValues: Map<string, string>;
  /** Container port → port on which it really listens. */
  ports: Map<number, number>;
}

export type TaskStatus =
  | 'PROVISIONING'
  | 'PENDING'
  | 'ACTIVATING'
  | 'RUNNING'
  | 'DEACTIVATING'
  | 'STOPPING'
  | 'DEPROVISIONING'
  | 'STOPPED';

export interface WhyStopped {
  readonly code: TaskStopCode;
  readonly reason: string;
}

export interface TaskRecord {
  readonly arn: string;
  readonly id: string;
  readonly cluster: ClusterRecord;
  readonly definition: TaskDefinitionRecord;
  readonly containers: ContainerRecord[];
  readonly workload: Omit<Workload, 'taskDefinition'>;
  readonly service: ServiceRecord | undefined;
  readonly deployment: DeploymentRecord | undefined;
  readonly group: string;
  readonly startedBy: string | undefined;
  readonly overrides: Record<string, unknown>;
  readonly isAwsvpc: boolean;
  /** The ENI's private address, or the instance's id where the task has none. */
  readonly address: string;
  readonly eni: { attachmentId: string; interfaceId: string; mac: string; subnet: string };
  readonly createdAt: number;
  /** FARGATE, FARGATE_SPOT or EC2. */
  readonly capacity: string;
  readonly cpu: string | undefined;
  readonly memory: string | undefined;
  readonly tags: Tag[];
  lastStatus: TaskStatus;
  desiredStatus: 'RUNNING' | 'STOPPED';
  version: number;
  pullStartedAt: number | undefined;
  pullStoppedAt: number | undefined;
  startedAt: number | undefined;
  stoppingAt: number | undefined;
  executionStoppedAt: number | undefined;
  stoppedAt: number | undefined;
  stopCode: TaskStopCode | undefined;
  stoppedReason: string | undefined;
  hasBeenHealthy: boolean;
  registeredIn: { groupArn: string; port: number }[];
  /** Told once in the service's events. */
  isUnhealthyTold: boolean;
}

/** Coming or running: what maximumPercent counts. */
export function isActive(task: TaskRecord): boolean {
  return task.desiredStatus === 'RUNNING' && task.lastStatus !== 'STOPPED';
}

export function isPending(task: TaskRecord): boolean {
  return isActive(task) && task.lastStatus !== 'RUNNING';
}
