import type { BlueGreenInputs } from '../actions/ecs-blue-green/spec.js';
import { causes, speaksAgainstRelease } from '../ecs/stopped-tasks.js';
import { shortName } from '../ecs/task-definition.js';
import type { TargetSeen } from '../ports/evidence.js';
import type { DeploymentSeen, ServiceSeen, StoppedTask } from '../ports/service-rollout.js';
import { healthyCount, targetsInWords } from '../verdict/target-health.js';
import type { HeldLock } from './hold-lock.js';
import type { Plan } from './plan.js';
import { counted } from './words.js';
import type { World } from './world.js';

/** So many tasks of the new version may die while it starts; one more cause of the same kind helps nobody. */
export const startFailureLimit = 3;

export type Started =
  | { readonly ready: true; readonly healthyTargets: number }
  | { readonly ready: false; readonly why: 'bad' | 'cancelled' | 'superseded'; readonly reason: string };

/** What is started, and the lock under which. */
export interface Starting {
  readonly plan: Pick<Plan, 'tasks' | 'minHealthyTargets' | 'attachGreen'> & {
    readonly green: Pick<Plan['green'], 'service' | 'targetGroupArn'>;
  };
  readonly taskDefinitionArn: string;
  readonly lock: Pick<HeldLock, 'beat' | 'lostTo'>;
}

/** Starts the new version beside the live one and waits until it could take traffic. Moves no traffic. */
export async function startGreen(
  inputs: Pick<BlueGreenInputs, 'startTimeout' | 'pollInterval'>,
  world: Pick<World, 'clock' | 'report' | 'rollout' | 'router' | 'cancellation' | 'targets'>,
  { plan, taskDefinitionArn, lock }: Starting,
  onStopped: (tasks: readonly StoppedTask[]) => void,
): Promise<Started> {
  const { clock, report, rollout, router, cancellation } = world;
  const { green } = plan;
  if (plan.attachGreen) {
    // A target group that no rule names is not health-checked, so it is put there before its targets come.
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
    await router.attach(green.targetGroupArn);
  }
  const startedAt = clock.now();
  await rollout.update(green.service, { taskDefinitionArn, desiredCount: plan.tasks });
  report.line(`${green.service}: starting ${counted(plan.tasks, 'task')} of ${shortName(taskDefinitionArn)}`);

  let told = '';
  for (;;) {
    const [service] = await rollout.describe([green.service]);
    const targets = await world.targets.targets(green.targetGroupArn);
    const stopped = (await rollout.stoppedTasks(green.service, startedAt)).filter(
      (task) => task.taskDefinitionArn === taskDefinitionArn,
    );
    onStopped(stopped);
    const now = clock.now();
    lock.beat();
    if (lock.lostTo !== undefined)
      return { ready: false, why: 'superseded', reason: `the lock is held by ${lock.lostTo} now` };
    if (cancellation.reason !== undefined) return { ready: false, why: 'cancelled', reason: cancellation.reason };
    const seen = stateOf(service, targets, stopped, taskDefinitionArn, plan);
    if (seen.kind !== 'waiting') return seen.started;
    if (now - startedAt >= inputs.startTimeout) {
      return { ready: false, why: 'bad', reason: `${green.service} did not become healthy in time: ${seen.words}` };
    }
    if (seen.words !== told) report.line(`${green.service}: ${seen.words}`);
    told = seen.words;
    await clock.sleep(Math.min(inputs.pollInterval, 5_000), cancellation.signal);
  }
}

type Seen = { kind: 'done'; started: Started } | { kind: 'waiting'; words: string };

function stateOf(
  service: ServiceSeen | undefined,
  targets: readonly TargetSeen[],
  stopped: readonly StoppedTask[],
  taskDefinitionArn: string,
  plan: Starting['plan'],
): Seen {
  const primary = service?.deployments.find(({ status }) => status === 'PRIMARY');
  if (service === undefined || primary === undefined) return { kind: 'waiting', words: 'no deployment to be seen yet' };
  const failed = (why: 'bad' | 'superseded', reason: string): Seen => ({
    kind: 'done',
    started: { ready: false, why, reason },
  });
  const name = service.name;
  const dead = stopped.filter(speaksAgainstRelease);
  if (dead.length >= startFailureLimit)
    return failed(
      'bad',
      `${name}: ${counted(dead.length, 'task')} stopped while it started: ${causes(dead).join('; ')}`,
    );
  const ours = service.deployments.find((deployment) => deployment.taskDefinitionArn === taskDefinitionArn);
  if (ours?.rollout === 'FAILED')
    return failed(
      'bad',
      `${name}: the deployment failed: ${ours.rolloutReason}${dead.length > 0 ? ` (${causes(dead).join('; ')})` : ''}`,
    );
  if (primary.taskDefinitionArn !== taskDefinitionArn) {
    // A read right after the update may still show the deployment before it.
    if (ours === undefined && service.taskDefinitionArn !== taskDefinitionArn)
      return { kind: 'waiting', words: 'the new deployment is not to be seen yet' };
    return failed(
      'superseded',
      `${name}: another deployment (${shortName(primary.taskDefinitionArn)}) has replaced this one`,
    );
  }
  const healthy = healthyCount(targets);
  const words = `${primary.runningCount} of ${counted(plan.tasks, 'task')} running, ${targetsInWords(targets, plan.minHealthyTargets)}${dead.length > 0 ? `; stopped: ${causes(dead).join('; ')}` : ''}`;
  if (isComplete(primary, service) && healthy >= plan.minHealthyTargets) {
    return { kind: 'done', started: { ready: true, healthyTargets: healthy } };
  }
  return { kind: 'waiting', words };
}

/** The deployment has reached its steady state. Older API answers have no rollout state: then the counts decide. */
function isComplete(primary: DeploymentSeen, service: ServiceSeen): boolean {
  if (primary.rollout === 'COMPLETED') return true;
  return (
    primary.rollout === 'UNKNOWN' && service.deployments.length === 1 && primary.runningCount >= primary.desiredCount
  );
}
