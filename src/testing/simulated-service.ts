import type { DeploymentNow, ServiceDeploymentNow, ServiceNow } from '../ecs/follow-state.js';
import type { DeploymentSettings } from '../ports/service-deployments.js';
import type { StoppedTask } from '../ports/service-rollout.js';

/** What a version does once it is started. `silent`: ECS cannot even place its tasks. */
export type Behaviour = 'good' | 'crashes' | 'never' | 'silent';

interface Deployment {
  id: string;
  definition: string;
  createdAt: number;
  updatedAt: number;
  status: 'PRIMARY' | 'ACTIVE';
  running: number;
  failed: number;
  rollout: DeploymentNow['rollout'];
  reason: string;
  isRollback: boolean;
  nextAt: number;
}

interface Listed {
  arn: string;
  definition: string;
  deployment: Deployment;
  createdAt: number;
  status: string;
  reason: string;
}

/** What a look shows, without lag. */
export interface Shown {
  readonly service: ServiceNow & { readonly taskDefinitionArn: string; readonly pendingCount: number };
  readonly deployments: readonly ServiceDeploymentNow[];
  readonly stopped: readonly StoppedTask[];
  readonly events: readonly { readonly at: number; readonly message: string }[];
}

/**
 * One service of ECS as a model: tasks come up one after the other, versions behave as they are told to, the circuit breaker
 * and StopServiceDeployment roll back, a newer update replaces an older one. Times are the cloud's own.
 */
export class SimulatedService {
  desired = 2;
  status = 'ACTIVE';
  /** Seconds between two tasks that come up, or fail. */
  taskMs = 10_000;
  /** How long old tasks drain before the deployment counts as complete. */
  drainMs = 5_000;
  settings: DeploymentSettings = { minimumHealthyPercent: 100, maximumPercent: 200 };
  behaviours: Record<string, Behaviour> = {};
  reason = 'Essential container in task exited';
  private readonly deployments: Deployment[] = [];
  private readonly listed: Listed[] = [];
  private readonly stopped: StoppedTask[] = [];
  private readonly events: { at: number; message: string }[] = [];
  private lastCompleted: Deployment | undefined;
  private serial = 0;

  constructor(
    definition: string,
    private now: number,
    readonly name = 'shop',
  ) {
    this.begin(definition);
    const [first] = this.deployments as [Deployment];
    first.running = this.desired;
    this.complete(first);
    this.now += 1;
  }

  get primary(): Deployment {
    return this.deployments.find(({ status }) => status === 'PRIMARY') as Deployment;
  }

  /** All that happens until then. */
  advance(now: number): void {
    for (;;) {
      const at = Math.min(
        ...this.deployments.filter(({ rollout }) => rollout !== 'FAILED').map(({ nextAt }) => nextAt),
      );
      if (at > now) break;
      this.now = Math.max(this.now, at);
      for (const deployment of [...this.deployments]) if (deployment.nextAt <= this.now) this.step(deployment);
    }
    this.now = Math.max(this.now, now);
  }

  /** What UpdateService does. */
  update(change: { definition?: string; desired?: number; force?: boolean; settings?: DeploymentSettings }): {
    primaryId: string;
    at: number;
  } {
    if (change.desired !== undefined) this.scale(change.desired);
    if (change.settings !== undefined) this.settings = change.settings;
    const definition = change.definition ?? this.primary.definition;
    if (definition !== this.primary.definition || change.force === true) this.begin(definition);
    return { primaryId: this.primary.id, at: this.primary.createdAt };
  }

  /** What StopServiceDeployment does; false where ECS answers with a conflict. */
  stop(arn: string, how: 'rollback' | 'abort'): boolean {
    const record = this.listed.find((each) => each.arn === arn);
    if (record === undefined || !['PENDING', 'IN_PROGRESS'].includes(record.status)) return false;
    if (how === 'rollback')
      this.fail(record, 'ECS deployment stopped by user', 'because a user requested to stop it', true);
    else this.fail(record, 'ECS deployment stopped by user', 'because a user requested to stop it', false);
    return true;
  }

  alarm(rollback = true): void {
    const record = this.underWay();
    if (record !== undefined)
      this.fail(
        record,
        'ECS deployment alarms: alarm detected',
        'because of CloudWatch alarm(s) in ALARM state',
        rollback,
      );
  }

  scale(desired: number): void {
    if (desired === this.desired) return;
    this.desired = desired;
    const { primary } = this;
    if (primary.running > desired) primary.running = desired;
    if (primary.nextAt === Number.POSITIVE_INFINITY) primary.nextAt = this.now + this.taskMs;
  }

  /** One task that ran dies. */
  kill(reason = this.reason, stopCode = 'EssentialContainerExited'): void {
    const { primary } = this;
    primary.running = Math.max(0, primary.running - 1);
    this.stoppedTask(primary, reason, stopCode);
    primary.nextAt = this.now + this.taskMs;
  }

  show(): Shown {
    return {
      service: {
        status: this.status,
        taskDefinitionArn: this.primary.definition,
        desiredCount: this.desired,
        runningCount: this.deployments.reduce((sum, { running }) => sum + running, 0),
        pendingCount: 0,
        deployments: this.deployments.map((deployment) => ({
          id: deployment.id,
          status: deployment.status,
          taskDefinitionArn: deployment.definition,
          desiredCount: deployment.status === 'PRIMARY' ? this.desired : deployment.running,
          runningCount: deployment.running,
          failedTasks: deployment.failed,
          rollout: deployment.rollout,
          rolloutReason: deployment.reason,
          createdAt: deployment.createdAt,
          updatedAt: deployment.updatedAt,
        })),
      },
      deployments: this.listed.map(({ arn, createdAt, status, reason, definition }) => ({
        arn,
        createdAt,
        status,
        statusReason: reason,
        taskDefinitionArn: definition,
      })),
      stopped: [...this.stopped],
      events: [...this.events],
    };
  }

  private begin(definition: string): void {
    const before = this.underWay();
    if (before !== undefined)
      Object.assign(before, { status: 'STOPPED', reason: 'Replaced by a new service deployment.' });
    for (const deployment of this.deployments) deployment.status = 'ACTIVE';
    this.serial += 1;
    const deployment: Deployment = {
      id: `ecs-svc/${this.serial}`,
      definition,
      createdAt: this.now,
      updatedAt: this.now,
      status: 'PRIMARY',
      running: 0,
      failed: 0,
      rollout: 'IN_PROGRESS',
      reason: `ECS deployment ecs-svc/${this.serial} in progress.`,
      isRollback: false,
      nextAt: this.now + this.taskMs,
    };
    this.deployments.unshift(deployment);
    const arn = `arn:aws:ecs:eu-central-1:123456789012:service-deployment/shop/${this.name}/${this.serial}`;
    this.listed.unshift({ arn, definition, deployment, createdAt: this.now, status: 'IN_PROGRESS', reason: '' });
    this.now += 1;
  }

  private underWay(): Listed | undefined {
    return this.listed.find(({ status }) => ['PENDING', 'IN_PROGRESS', 'ROLLBACK_IN_PROGRESS'].includes(status));
  }

  /** One task of the deployment comes up or fails. */
  private step(deployment: Deployment): void {
    deployment.nextAt = Number.POSITIVE_INFINITY;
    if (deployment.status !== 'PRIMARY' || deployment.rollout === 'FAILED') return;
    const behaviour = this.behaviours[deployment.definition] ?? 'good';
    if (behaviour === 'never') return;
    if (behaviour === 'crashes' || behaviour === 'silent') {
      this.failTask(deployment, behaviour);
      return;
    }
    if (deployment.running < this.desired) {
      deployment.running += 1;
      deployment.failed = 0;
      deployment.nextAt = this.now + (deployment.running < this.desired ? this.taskMs : this.drainMs);
      if (deployment.running < this.desired || this.deployments.length > 1) return;
    }
    if (deployment.rollout === 'IN_PROGRESS') this.complete(deployment);
  }

  private failTask(deployment: Deployment, behaviour: 'crashes' | 'silent'): void {
    deployment.failed += 1;
    deployment.updatedAt = this.now;
    deployment.nextAt = this.now + this.taskMs;
    if (behaviour === 'crashes') this.stoppedTask(deployment, this.reason, 'EssentialContainerExited');
    else this.tell('was unable to place a task. Reason: Capacity is unavailable at this time.');
    const breaker = this.settings.deploymentCircuitBreaker;
    const record = this.listed.find((each) => each.deployment === deployment);
    if (breaker?.enable !== true || record === undefined || deployment.isRollback || deployment.failed < 3) return;
    if (deployment.rollout !== 'IN_PROGRESS') return;
    const why = 'because the circuit breaker threshold was exceeded';
    this.fail(record, 'ECS deployment circuit breaker: tasks failed to start', why, breaker.rollback);
  }

  private stoppedTask(deployment: Deployment, stoppedReason: string, stopCode: string): void {
    this.stopped.unshift({
      arn: `arn:aws:ecs:eu-central-1:123456789012:task/shop/${this.name}-${this.stopped.length}`,
      taskDefinitionArn: deployment.definition,
      stoppedAt: this.now,
      stopCode,
      stoppedReason,
      containers: [{ name: 'app', exitCode: 1, reason: '', health: '' }],
    });
  }

  private tell(what: string): void {
    this.events.unshift({ at: this.now, message: `(service ${this.name}) ${what}` });
  }

  private complete(deployment: Deployment): void {
    deployment.rollout = 'COMPLETED';
    deployment.reason = `ECS deployment ${deployment.id} completed.`;
    deployment.updatedAt = this.now;
    deployment.nextAt = Number.POSITIVE_INFINITY;
    this.deployments.splice(0, this.deployments.length, deployment);
    this.lastCompleted = deployment;
    const record = this.underWay();
    if (record !== undefined) record.status = deployment.isRollback ? 'ROLLBACK_SUCCESSFUL' : 'SUCCESSFUL';
  }

  private fail(record: Listed, rolloutReason: string, why: string, rollsBack: boolean): void {
    const failed = record.deployment;
    Object.assign(failed, { rollout: 'FAILED', reason: `${rolloutReason}.`, updatedAt: this.now, running: 0 });
    const good = this.lastCompleted;
    if (!rollsBack) {
      Object.assign(record, { status: 'STOPPED', reason: `Service deployment failed ${why}.` });
      return;
    }
    if (good === undefined || good === failed) {
      Object.assign(record, { status: 'ROLLBACK_FAILED', reason: 'No rollback candidate was found.' });
      return;
    }
    failed.status = 'ACTIVE';
    Object.assign(good, {
      status: 'PRIMARY',
      rollout: 'IN_PROGRESS',
      reason: `${rolloutReason}: rolling back to deploymentId ${good.id}.`,
      updatedAt: this.now,
      isRollback: true,
      nextAt: this.now + this.taskMs,
    });
    this.deployments.splice(0, this.deployments.length, good, failed);
    Object.assign(record, { status: 'ROLLBACK_IN_PROGRESS', reason: `Service deployment rolled back ${why}.` });
    this.now += 1;
  }
}
