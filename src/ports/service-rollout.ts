import type { TaskDefinition } from '../ecs/task-definition.js';

/** The ECS services and their task definitions. */
export interface ServiceRollout {
  /** @throws InputError naming each service (or the cluster) that does not exist */
  describe(services: readonly string[]): Promise<ServiceSeen[]>;
  taskDefinition(arn: string): Promise<TaskDefinition>;
  /** Registers a new revision, answers its ARN. */
  register(definition: TaskDefinition): Promise<string>;
  /** @throws NotRouted when ECS refuses it because no rule names the target group of the service */
  update(service: string, change: { taskDefinitionArn?: string; desiredCount?: number }): Promise<void>;
  /** Tasks of the service that stopped since, newest first. */
  stoppedTasks(service: string, since: number): Promise<StoppedTask[]>;
}

export interface ServiceSeen {
  readonly name: string;
  readonly arn: string;
  readonly status: string;
  readonly taskDefinitionArn: string;
  readonly desiredCount: number;
  readonly runningCount: number;
  readonly pendingCount: number;
  readonly targetGroupArns: readonly string[];
  readonly controller: string;
  /** CloudWatch alarms by which ECS takes a deployment back, where that is on. */
  readonly deploymentAlarms?: readonly string[];
  /** How many tasks must and may run in a deployment, in percent of the desired count. */
  readonly percents?: { readonly minimumHealthy: number; readonly maximum: number };
  readonly deployments: readonly DeploymentSeen[];
  /** Newest first, as ECS words them. */
  readonly events: readonly { readonly at: number; readonly message: string }[];
}

export interface DeploymentSeen {
  readonly id: string;
  readonly status: string;
  readonly taskDefinitionArn: string;
  readonly desiredCount: number;
  readonly runningCount: number;
  readonly failedTasks: number;
  readonly rollout: 'COMPLETED' | 'IN_PROGRESS' | 'FAILED' | 'UNKNOWN';
  readonly rolloutReason: string;
  /** By the clock of ECS, epoch ms. */
  readonly createdAt?: number;
  readonly updatedAt?: number;
}

export interface StoppedTask {
  readonly arn: string;
  readonly taskDefinitionArn: string;
  readonly stoppedAt: number;
  readonly stopCode: string;
  readonly stoppedReason: string;
  readonly containers: readonly StoppedContainer[];
}

export interface StoppedContainer {
  readonly name: string;
  readonly exitCode: number | null;
  readonly reason: string;
  readonly health: string;
}
