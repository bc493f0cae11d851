/**
 * AWS's words, in one place. Service events:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
 * Stopped tasks: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
const list = (taskIds: readonly string[]) => taskIds.map((id) => `(task ${id})`).join(' ');

export const events = {
  steady: (service: string) => `(service ${service}) has reached a steady state.`,
  started: (service: string, taskIds: readonly string[], replacing: number) =>
    `(service ${service}) has started ${taskIds.length} tasks: ${list(taskIds)}.${
      replacing > 0 ? ` Amazon ECS replaced ${replacing} tasks due to an unhealthy status.` : ''
    }`,
  stopped: (service: string, taskIds: readonly string[]) =>
    `(service ${service}) has stopped ${taskIds.length} running tasks: ${list(taskIds)}.`,
  stoppedPending: (service: string, count: number) => `(service ${service}) stopped ${count} pending tasks.`,
  registered: (service: string, count: number, groupArn: string) =>
    `(service ${service}) registered ${count} targets in (target-group ${groupArn})`,
  deregistered: (service: string, count: number, groupArn: string) =>
    `(service ${service}) deregistered ${count} targets in (target-group ${groupArn})`,
  draining: (service: string, deploymentId: string, count: number) =>
    `(service ${service}, taskSet ${deploymentId}) has begun draining connections on ${count} tasks.`,
  completed: (service: string, deploymentId: string) =>
    `(service ${service}) (deployment ${deploymentId}) deployment completed.`,
  failed: (service: string, deploymentId: string, why: string) =>
    `(service ${service}) (deployment ${deploymentId}) deployment failed: ${why}.`,
  rollingBack: (service: string, deploymentId: string) =>
    `(service ${service}) rolling back to deployment ${deploymentId}.`,
  unhealthyTarget: (service: string, taskId: string, port: number, groupArn: string, why: string) =>
    `(service ${service}) (task ${taskId}) (port ${port}) is unhealthy in (target-group ${groupArn}) due to (reason ${why})`,
  unhealthyContainer: (service: string, taskId: string) =>
    `(service ${service}) (task ${taskId}) failed container health checks.`,
  inconsistent: (service: string) =>
    `(service ${service}) is unable to consistently start tasks successfully. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.`,
  unableToPlace: (service: string, why: string) => `(service ${service}) was unable to place a task. Reason: ${why}.`,
  failedToLaunch: (service: string, why: string) => `(service ${service}) failed to launch a task with (error ${why}).`,
  noInstance: (service: string) =>
    `(service ${service}) was unable to place a task because no container instance met all of its requirements. Reason: No Container Instances were found in your cluster. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.`,
  blocked: (service: string) =>
    `(service ${service}) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.`,
};

const SECRETS =
  'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed:';

export const stopped = {
  essentialExited: 'Essential container in task exited',
  scaling: (deploymentId: string) => `Scaling activity initiated by (deployment ${deploymentId})`,
  elbHealth: (groupArn: string) => `Task failed ELB health checks in (target-group ${groupArn})`,
  containerHealth: 'Task failed container health checks',
  byUser: 'Task stopped by user',
  outOfMemory: 'OutOfMemoryError: Container killed due to memory usage',
  cannotPull: (image: string) =>
    `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${image}: ${image}: not found`,
  noPlatform: (platform: string) =>
    `CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform '${platform}'`,
  noSecret: (arn: string, why: string) =>
    `${SECRETS} unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${arn} from secrets manager: ${why}`,
  noJsonKey: (key: string) =>
    `${SECRETS} unable to retrieve secret from asm: service call has been retried 1 time(s): retrieved secret from Secrets Manager did not contain json key ${key}`,
  noParameters: (why: string) =>
    `${SECRETS} unable to retrieve secrets from ssm: service call has been retried 1 time(s): ${why}`,
  cannotStart: (command: string) =>
    `CannotStartContainerError: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "${command}": executable file not found in $PATH: unknown`,
  noLogGroup: (why: string) =>
    `ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ${why} : exit status 1`,
};

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html */
export const NO_CAPACITY =
  'Capacity is unavailable at this time. Please try again later or in a different availability zone';
export const NO_MEMORY = 'RESOURCE:MEMORY';

export const notAssumed = (roleArn: string) =>
  `ECS was unable to assume the role '${roleArn}' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.`;

export const rollout = {
  inProgress: (id: string) => `ECS deployment ${id} in progress.`,
  completed: (id: string) => `ECS deployment ${id} completed.`,
};

/** What failed a deployment, in the words of each place where AWS tells it. */
export interface Failure {
  readonly event: string;
  readonly rolloutReason: string;
  readonly rollbackReason: (toDeploymentId: string) => string;
  readonly statusReason: string;
  readonly statusReasonWithoutRollback: string;
}

export const failures = {
  circuitBreaker: {
    event: 'tasks failed to start',
    rolloutReason: 'ECS deployment circuit breaker: tasks failed to start.',
    rollbackReason: (id) => `ECS deployment circuit breaker: rolling back to deploymentId ${id}.`,
    statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
    statusReasonWithoutRollback: 'Service deployment failed because the circuit breaker threshold was exceeded.',
  },
  alarm: {
    event: 'alarm detected',
    rolloutReason: 'ECS deployment alarms: alarm detected.',
    rollbackReason: (id) => `ECS deployment alarms: rolling back to deploymentId ${id}.`,
    statusReason: 'Service deployment rolled back because of CloudWatch alarm(s) in ALARM state.',
    statusReasonWithoutRollback: 'Service deployment failed because of CloudWatch alarm(s) in ALARM state.',
  },
  stoppedByUser: {
    event: 'stopped by user',
    rolloutReason: 'ECS deployment stopped by user.',
    rollbackReason: (id) => `ECS deployment stopped by user: rolling back to deploymentId ${id}.`,
    statusReason: 'Service deployment rolled back because a user requested to stop it.',
    statusReasonWithoutRollback: 'Service deployment stopped because a user requested to stop it.',
  },
} satisfies Record<string, Failure>;

export const NO_CANDIDATE = 'Service deployment rollback failed. No rollback candidate was found to run the rollback.';
export const REPLACED = 'Replaced by a new service deployment.';
