/**
 * What the service scheduler starts and stops now. Pure. Invariants:
 * - tasks in RUNNING or on their way there never exceed floor(desired × maximumPercent / 100);
 * - no healthy task is stopped for a deployment's sake while that would leave fewer than
 *   ceil(desired × minimumHealthyPercent / 100) healthy ones.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
export interface SeenTask {
  readonly id: string;
  readonly deploymentId: string;
  /** `coming`: not yet healthy, not yet judged. Tasks that are stopping are not listed. */
  readonly health: 'coming' | 'healthy' | 'unhealthy';
  readonly createdAt: number;
}

export interface SeenDeployment {
  readonly id: string;
  readonly isPrimary: boolean;
  readonly desiredCount: number;
  /** False while it is throttled after failures. */
  readonly mayLaunch: boolean;
  /** It starts nothing more. */
  readonly hasFailed: boolean;
}

export interface TaskPlan {
  readonly start: { readonly deploymentId: string; readonly count: number; readonly replacesUnhealthy: number }[];
  readonly stop: { readonly taskId: string; readonly why: 'scale' | 'replaced' | 'unhealthy' }[];
}

export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

export function limitsOf(desiredCount: number, minimumHealthyPercent: number, maximumPercent: number): Limits {
  return {
    lower: Math.ceil((desiredCount * minimumHealthyPercent) / 100),
    upper: Math.floor((desiredCount * maximumPercent) / 100),
  };
}

export function planTasks(
  desiredCount: number,
  limits: Limits,
  deployments: readonly SeenDeployment[],
  tasks: readonly SeenTask[],
): TaskPlan {
  const start: TaskPlan['start'] = [];
  const stop: TaskPlan['stop'] = [];
  const primary = deployments.find((deployment) => deployment.isPrimary);
  if (primary === undefined) return { start, stop };

  const mine = tasks.filter((task) => task.deploymentId === primary.id);
  const old = tasks.filter((task) => task.deploymentId !== primary.id);
  const unhealthy = mine.filter((task) => task.health === 'unhealthy');
  const good = mine.filter((task) => task.health !== 'unhealthy');
  let room = Math.max(0, limits.upper - tasks.length);
  let healthyLeft = tasks.filter((task) => task.health === 'healthy').length;

  const launch = (deployment: SeenDeployment, missing: number, replacesUnhealthy: number): void => {
    const count = deployment.mayLaunch && !deployment.hasFailed ? Math.min(missing, room) : 0;
    if (count <= 0) return;
    room -= count;
    start.push({ deploymentId: deployment.id, count, replacesUnhealthy: Math.min(count, replacesUnhealthy) });
  };

  // Where the primary has failed for good, the old revision keeps its tasks alive.
  for (const deployment of deployments) {
    if (deployment.isPrimary || !primary.hasFailed) continue;
    launch(deployment, deployment.desiredCount - old.filter((task) => task.deploymentId === deployment.id).length, 0);
  }
  const missing = desiredCount - good.length;
  launch(primary, missing, unhealthy.length);

  // Too many of the primary: tasks not yet healthy go first, then the oldest.
  const surplus = [...good].sort(
    (a, b) => Number(a.health === 'healthy') - Number(b.health === 'healthy') || a.createdAt - b.createdAt,
  );
  for (const task of surplus.slice(0, Math.max(0, -missing))) {
    if (task.health === 'healthy') healthyLeft -= 1;
    stop.push({ taskId: task.id, why: 'scale' });
  }

  // A replacement is started before the unhealthy task is stopped, where maximumPercent leaves room; where it does not,
  // unhealthy tasks are stopped one by one to make room.
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html#service_scheduler_replica
  const judged = good.filter((task) => task.health === 'healthy').length + unhealthy.length;
  const needsRoom = missing > 0 && room === 0 && start.length === 0 && good.every((task) => task.health === 'healthy');
  const mayStop = Math.max(judged - desiredCount, needsRoom || primary.hasFailed ? 1 : 0);
  for (const task of unhealthy.slice(0, mayStop)) stop.push({ taskId: task.id, why: 'unhealthy' });

  // Old tasks: what is not healthy serves nobody; what is healthy goes as far as the lower limit allows. Nothing old is
  // given up for a primary that has failed.
  for (const task of old) {
    if (task.health === 'unhealthy' || (task.health === 'coming' && !primary.hasFailed)) {
      stop.push({ taskId: task.id, why: task.health === 'unhealthy' ? 'unhealthy' : 'replaced' });
    }
  }
  const keep = primary.hasFailed ? Math.max(desiredCount, limits.lower) : limits.lower;
  const oldest = old.filter((task) => task.health === 'healthy').sort((a, b) => a.createdAt - b.createdAt);
  for (const task of oldest.slice(0, Math.max(0, healthyLeft - keep))) stop.push({ taskId: task.id, why: 'replaced' });
  return { start, stop };
}

/** True where the percentages leave the scheduler nothing it may do although something is missing. */
export function isBlocked(
  desiredCount: number,
  limits: Limits,
  plan: TaskPlan,
  tasks: readonly SeenTask[],
  primaryId: string,
): boolean {
  if (plan.start.length > 0 || plan.stop.length > 0 || tasks.length < limits.upper) return false;
  const mine = tasks.filter((task) => task.deploymentId === primaryId && task.health !== 'unhealthy').length;
  return mine < desiredCount && tasks.every((task) => task.health === 'healthy');
}
