import { AlarmWatch } from './alarm-watch.js';
import { capacityFor } from './capacity.js';
import { failureThreshold, forgivesOnHealthyTask, launchDelayMs } from './circuit-breaker.js';
import { createTask } from './create-task.js';
import { completeDeployment, currentServiceDeployment, failDeployment, primaryOf, tell } from './deployments.js';
import { launchProblem } from './launch-problem.js';
import { type DeploymentRecord, isActive, type ServiceRecord, type TaskRecord, type WhyStopped } from './model.js';
import { isBlocked, limitsOf, planTasks, type SeenTask, type TaskPlan } from './plan-tasks.js';
import { registerTargets, tellDeregistration } from './service-targets.js';
import { type Judgement, judge } from './task-health.js';
import type { TaskLife } from './task-life.js';
import { events, failures, stopped } from './wording.js';
import type { World } from './world.js';

/** What AWS documents for stopped tasks: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html */
const STOPPED_FOR_MS = 3_600_000;

/** How soon a task that could not be placed is tried again; AWS does not publish it. */
const PLACEMENT_RETRY_MS = 10_000;

/** Brings every service to what it should be, a look at a time. */
export class Scheduler {
  private readonly alarms: AlarmWatch;

  constructor(
    private readonly world: World,
    private readonly life: TaskLife,
  ) {
    this.alarms = new AlarmWatch(world);
  }

  tick(): void {
    const now = this.world.now();
    for (const service of this.world.services) {
      if (service.status === 'ACTIVE') this.reconcile(service);
      else if (service.status === 'DRAINING') this.drain(service);
    }
    for (const [arn, task] of this.world.tasks) {
      if (task.stoppedAt !== undefined && now - task.stoppedAt > STOPPED_FOR_MS) this.world.tasks.delete(arn);
    }
  }

  /** A task of a service is going to stop: count it where nobody asked for it. */
  onEnding(task: TaskRecord, why: WhyStopped): void {
    const { service, deployment } = task;
    if (service === undefined || deployment === undefined) return;
    tellDeregistration(this.world, service, deployment, task);
    const isWanted =
      why.code === 'UserInitiated' || why.reason === stopped.scaling(deployment.id) || isReplacedBy(service, why);
    if (isWanted || service.status !== 'ACTIVE') return;
    if (why.code === 'TaskFailedToStart') tell(this.world, service, events.unableToPlace(service.name, why.reason));
    this.countFailure(service, deployment);
  }

  private countFailure(service: ServiceRecord, deployment: DeploymentRecord): void {
    service.isSteady = false;
    deployment.failedTasks += 1;
    deployment.failuresInARow += 1;
    deployment.updatedAt = this.world.now();
    const delayMs = launchDelayMs(deployment.failuresInARow);
    deployment.nextLaunchAt = this.world.now() + delayMs;
    if (delayMs > 0 && !deployment.isThrottleTold) {
      deployment.isThrottleTold = true;
      tell(this.world, service, events.inconsistent(service.name));
    }
  }

  private reconcile(service: ServiceRecord): void {
    const primary = primaryOf(service);
    if (primary === undefined) return;
    this.beginServiceDeployment(service);
    const tasks = this.world.tasksOf(service);
    registerTargets(this.world, service, tasks);
    const judged = new Map(tasks.filter(isActive).map((task) => [task, this.judge(service, task)]));

    const ended = this.judgeDeployment(service, primary);
    if (ended) return;

    const seen: SeenTask[] = [...judged].map(([task, { health }]) => ({
      id: task.id,
      deploymentId: task.deployment?.id ?? '',
      health,
      createdAt: task.createdAt,
    }));
    const { minimumHealthyPercent, maximumPercent } = service.deploymentConfiguration;
    const limits = limitsOf(service.desiredCount, minimumHealthyPercent, maximumPercent);
    const now = this.world.now();
    const plan = planTasks(
      service.desiredCount,
      limits,
      service.deployments.map((deployment) => ({
        id: deployment.id,
        isPrimary: deployment === primary,
        desiredCount: deployment.desiredCount,
        mayLaunch: now >= deployment.nextLaunchAt,
        hasFailed: deployment.rolloutState === 'FAILED',
      })),
      seen,
    );
    if (!primary.isBlockTold && isBlocked(service.desiredCount, limits, plan, seen, primary.id)) {
      primary.isBlockTold = true;
      tell(this.world, service, events.blocked(service.name));
    }
    this.carryOut(service, primary, plan, judged);
    this.dropFinishedDeployments(service, primary, tasks);
    this.lookForCompletion(service, primary, judged);
  }

  private beginServiceDeployment(service: ServiceRecord): void {
    const record = currentServiceDeployment(service);
    if (record?.status !== 'PENDING') return;
    record.status = 'IN_PROGRESS';
    record.startedAt = this.world.now();
    record.updatedAt = record.startedAt;
  }

  private judge(service: ServiceRecord, task: TaskRecord): Judgement {
    const judgement = judge(this.world, task);
    const { deployment } = task;
    if (judgement.health === 'healthy' && !task.hasBeenHealthy) {
      task.hasBeenHealthy = true;
      if (deployment !== undefined) {
        deployment.failuresInARow = 0;
        deployment.nextLaunchAt = 0;
        deployment.isThrottleTold = false;
        if (forgivesOnHealthyTask(service.deploymentConfiguration.deploymentCircuitBreaker)) deployment.failedTasks = 0;
      }
    }
    if (judgement.event !== undefined && !task.isUnhealthyTold) {
      task.isUnhealthyTold = true;
      tell(this.world, service, judgement.event);
    }
    return judgement;
  }

  /** Requests to stop, alarms and the circuit breaker. Answers whether the deployment ended by one of them. */
  private judgeDeployment(service: ServiceRecord, primary: DeploymentRecord): boolean {
    const record = currentServiceDeployment(service);
    if (record?.status === 'ROLLBACK_REQUESTED') {
      failDeployment(this.world, service, failures.stoppedByUser, true);
      return true;
    }
    if (record?.status === 'STOP_REQUESTED') {
      failDeployment(this.world, service, failures.stoppedByUser, false);
      return true;
    }
    if (primary.rolloutState !== 'IN_PROGRESS') return false;
    const alarmed = this.alarms.look(service, primary);
    if (alarmed.length > 0) {
      if (record !== undefined) Object.assign(record, { triggeredAlarms: alarmed, alarms: 'TRIGGERED' });
      failDeployment(this.world, service, failures.alarm, service.deploymentConfiguration.alarms?.rollback ?? false);
      return true;
    }
    const breaker = service.deploymentConfiguration.deploymentCircuitBreaker;
    const threshold = failureThreshold(breaker, service.desiredCount);
    if (record !== undefined && !primary.isRollback) {
      record.breaker.failureCount = primary.failedTasks;
      record.breaker.threshold = threshold;
      if (primary.alarmWatch === 'ignored') record.alarms = 'DISABLED';
    }
    if (!breaker?.enable || primary.isRollback || primary.failedTasks < threshold) return false;
    if (record !== undefined) record.breaker.status = 'TRIGGERED';
    failDeployment(this.world, service, failures.circuitBreaker, breaker.rollback ?? false);
    return true;
  }

  private carryOut(
    service: ServiceRecord,
    primary: DeploymentRecord,
    plan: TaskPlan,
    judged: ReadonlyMap<TaskRecord, Judgement>,
  ): void {
    for (const { deploymentId, count, replacesUnhealthy } of plan.start) {
      const deployment = service.deployments.find((each) => each.id === deploymentId);
      if (deployment === undefined) continue;
      const started = this.launch(service, deployment, count);
      if (started.length === 0) continue;
      service.isSteady = false;
      tell(
        this.world,
        service,
        events.started(
          service.name,
          started.map((task) => task.id),
          replacesUnhealthy,
        ),
      );
    }
    const stopping = plan.stop.flatMap(({ taskId, why }) => {
      const found = [...judged].find(([task]) => task.id === taskId);
      return found === undefined ? [] : [{ task: found[0], judgement: found[1], why }];
    });
    const running = stopping.filter(({ task }) => task.lastStatus === 'RUNNING').map(({ task }) => task.id);
    for (const { task, judgement, why } of stopping) {
      const reason = (why === 'unhealthy' ? judgement.reason : undefined) ?? stopped.scaling(primary.id);
      if (why === 'replaced' && task.deployment !== undefined) task.deployment.desiredCount -= 1;
      this.life.stop(task, { code: 'ServiceSchedulerInitiated', reason });
    }
    if (running.length > 0) tell(this.world, service, events.stopped(service.name, running));
    const pending = stopping.length - running.length;
    if (pending > 0) tell(this.world, service, events.stoppedPending(service.name, pending));
  }

  /** Starts so many tasks, or as many as can be launched. */
  private launch(service: ServiceRecord, deployment: DeploymentRecord, count: number): TaskRecord[] {
    const mine = this.world.tasksOf(service).filter((task) => task.deployment === deployment && isActive(task));
    const placed = mine.map(({ capacity }) => capacity);
    const started: TaskRecord[] = [];
    for (let i = 0; i < count; i++) {
      const capacity = capacityFor(deployment.revision.workload, placed);
      const problem = launchProblem(this.world, service, deployment, capacity);
      if (problem !== undefined) {
        this.failToLaunch(service, deployment, problem);
        break;
      }
      placed.push(capacity);
      started.push(createTask(this.world, { service, deployment }, capacity));
    }
    for (const task of started) this.life.begin(task);
    return started;
  }

  /**
   * A task that the scheduler cannot launch is a failed task of the deployment.
   * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html, failedTasks
   */
  private failToLaunch(service: ServiceRecord, deployment: DeploymentRecord, event: string): void {
    tell(this.world, service, event);
    this.countFailure(service, deployment);
    deployment.nextLaunchAt = Math.max(deployment.nextLaunchAt, this.world.now() + PLACEMENT_RETRY_MS);
  }

  private dropFinishedDeployments(
    service: ServiceRecord,
    primary: DeploymentRecord,
    tasks: readonly TaskRecord[],
  ): void {
    service.deployments = service.deployments.filter((deployment) => {
      if (deployment === primary) return true;
      const mine = tasks.filter((task) => task.deployment === deployment);
      if (mine.some(isActive)) return true;
      deployment.status = 'DRAINING';
      const isWaitedFor = primary.rolloutState === 'FAILED' && deployment.desiredCount > 0;
      return isWaitedFor || mine.some((task) => !['DEPROVISIONING', 'STOPPED'].includes(task.lastStatus));
    });
  }

  private lookForCompletion(
    service: ServiceRecord,
    primary: DeploymentRecord,
    judged: ReadonlyMap<TaskRecord, Judgement>,
  ): void {
    const mine = [...judged].filter(([task]) => task.deployment === primary && isActive(task));
    const isThere =
      mine.length === service.desiredCount &&
      mine.every(([, { health }]) => health === 'healthy') &&
      service.deployments.length === 1;
    if (!isThere) {
      primary.bakingSince = undefined;
      return;
    }
    if (primary.rolloutState === 'IN_PROGRESS') {
      primary.bakingSince ??= this.world.now();
      if (this.world.now() - primary.bakingSince < this.alarms.bakeMs(service, primary)) return;
      completeDeployment(this.world, service, primary);
    }
    if (!service.isSteady && primary.rolloutState === 'COMPLETED') {
      service.isSteady = true;
      tell(this.world, service, events.steady(service.name));
    }
  }

  /** A deleted service: its tasks stop, then it is INACTIVE. */
  private drain(service: ServiceRecord): void {
    const tasks = this.world.tasksOf(service);
    for (const task of tasks.filter(isActive)) {
      const reason = stopped.scaling(task.deployment?.id ?? '');
      this.life.stop(task, { code: 'ServiceSchedulerInitiated', reason });
    }
    if (tasks.some((task) => task.lastStatus !== 'STOPPED')) return;
    service.status = 'INACTIVE';
    service.inactiveAt = this.world.now();
    service.deployments = [];
  }
}

function isReplacedBy(service: ServiceRecord, why: WhyStopped): boolean {
  return service.deployments.some((deployment) => why.reason === stopped.scaling(deployment.id));
}
