import { placementProblem } from '../ecs/failing.js';
import { primaryOf } from '../ecs/follow-fate.js';
import type { FollowPlan, FollowSeen, FollowState, ServiceNow } from '../ecs/follow-state.js';
import { whatToDo } from '../ecs/remedies.js';
import { grouped, speaksAgainstRelease } from '../ecs/stopped-tasks.js';
import { shortName } from '../ecs/task-definition.js';
import { AccessError } from '../ports/access-error.js';
import { messageOf } from '../ports/message-of.js';
import type { DeploymentSeen, ServiceSeen, StoppedTask } from '../ports/service-rollout.js';
import { InputError } from '../spec/input-error.js';
import type { RollStory } from './story.js';
import type { RollingWorld } from './world.js';

export type Looked = Pick<FollowSeen, 'service' | 'deployments' | 'stopped' | 'placement'>;

/** Every so many looks everything is read, whatever the service says of itself. */
const fullEvery = 6;

/**
 * Looks at one service that is being deployed to. DescribeServices at each look; the rest only when that shows that there is
 * something to see, so that many services can be followed at once without exhausting the account's rates.
 */
export class Looker {
  private looks = 0;
  private gone = 0;
  private running = 0;
  private canList = true;
  private canReadTasks = true;
  private hasToldBehind = false;
  /** The last look that failed altogether, for the log. */
  failure: string | undefined;
  seen: ServiceSeen | undefined;

  constructor(
    private readonly world: Pick<RollingWorld, 'rollout' | 'deployments' | 'report'>,
    private readonly plan: FollowPlan,
    private readonly story: RollStory,
  ) {}

  /** @throws AccessError when not even the service may be read (any more) */
  async look(state: FollowState, isLast: boolean): Promise<Looked> {
    const service = await this.service();
    if (service === undefined) return { service, deployments: undefined, stopped: undefined, placement: [] };
    const since = state.ours.at;
    const events = since === null ? [] : (this.seen?.events ?? []).filter(({ at }) => at >= since);
    if (events.length > 0) this.story.events = events;
    this.story.begunAt = since;
    const isFull = isLast || this.looks++ % fullEvery === 0 || isEventful(state, service, events, this.running);
    this.running = primaryOf(service)?.runningCount ?? 0;
    const [deployments, stopped] = await Promise.all([
      isFull ? this.list() : undefined,
      (isFull || state.phase === 'baking') && since !== null ? this.stopped(since) : undefined,
    ]);
    return {
      service,
      deployments,
      stopped,
      placement: events.flatMap(({ message }) => placementProblem(message) ?? []),
    };
  }

  private async service(): Promise<ServiceNow | undefined> {
    try {
      const [service] = await this.world.rollout.describe([this.plan.service]);
      this.seen = service;
      this.gone = 0;
      this.failure = undefined;
      return service === undefined ? undefined : serviceNow(service);
    } catch (error) {
      if (error instanceof AccessError) throw error;
      this.failure = messageOf(error);
      if (!(error instanceof InputError)) return undefined;
      // A single read may be late; a service that stays away was deleted.
      this.gone += 1;
      return this.gone < 3 ? undefined : { status: 'INACTIVE', desiredCount: 0, runningCount: 0, deployments: [] };
    }
  }

  private async list(): Promise<FollowSeen['deployments']> {
    if (!this.canList) return 'unavailable';
    try {
      const found = await this.world.deployments.list(this.plan.service);
      if (found !== undefined) return found;
    } catch (error) {
      if (!isDenied(error)) return softly(error);
      this.note(`the service deployments, so the service's own list of deployments is followed: ${error.message}`);
    }
    this.canList = false;
    return 'unavailable';
  }

  private async stopped(since: number): Promise<FollowSeen['stopped']> {
    if (!this.canReadTasks) return 'unavailable';
    try {
      const all = await this.world.rollout.stoppedTasks(this.plan.service, since);
      const ours = all.filter((task) => task.taskDefinitionArn === this.plan.taskDefinitionArn);
      this.story.stopped = ours;
      this.lookBehind(all);
      return ours;
    } catch (error) {
      if (!isDenied(error)) return softly(error);
      this.canReadTasks = false;
      this.note(`why tasks stop: ${error.message}`);
      return 'unavailable';
    }
  }

  /** The last good version may fail as well by now, its image gone for one: going back waits for it, and people must know. */
  private lookBehind(stopped: readonly StoppedTask[]): void {
    const { lastGoodArn, taskDefinitionArn, failAfter } = this.plan;
    if (this.hasToldBehind || lastGoodArn === null || lastGoodArn === taskDefinitionArn) return;
    const [cause] = grouped(
      stopped.filter((task) => task.taskDefinitionArn === lastGoodArn && speaksAgainstRelease(task)),
    );
    if (cause === undefined || cause.tasks.length < failAfter) return;
    this.hasToldBehind = true;
    const [remedy] = whatToDo([cause.words]);
    const text = `Tasks of ${shortName(lastGoodArn)}, the last good version, fail as well: ${cause.tasks.length} × ${cause.words}`;
    const told = remedy === undefined ? text : `${text}. What to do: ${remedy}`;
    this.story.warnings.push(told);
    this.world.report.warn(told);
  }

  private note(what: string): void {
    const text = `Could not read ${what}`;
    this.story.unread.push(text);
    this.world.report.warn(text);
  }
}

export const isDenied = (error: unknown): error is AccessError =>
  error instanceof AccessError && error.detail.kind === 'denied';

function softly(error: unknown): undefined {
  if (error instanceof AccessError) throw error;
}

/** Whether the service itself says that there is more to be seen than tasks that come up. */
function isEventful(
  { phase, ours }: FollowState,
  service: ServiceNow,
  events: readonly { readonly message: string }[],
  runningBefore: number,
): boolean {
  if (phase === 'updating' || phase === 'going-back' || ours.arn === null) return true;
  const primary = primaryOf(service);
  if (primary === undefined || primary.id !== ours.primaryId) return true;
  if (phase === 'rolling' && primary.rollout !== 'IN_PROGRESS') return true;
  const isFalling = primary.failedTasks > 0 || primary.runningCount < runningBefore;
  const started = events.reduce(
    (sum, { message }) => sum + Number(/has started (\d+) tasks/.exec(message)?.[1] ?? 0),
    0,
  );
  return isFalling || started > service.desiredCount || events.some(({ message }) => trouble.test(message));
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html */
const trouble = /unable|unhealthy|failed|rolling back/i;

function serviceNow(service: ServiceSeen): ServiceNow {
  const { status, desiredCount, runningCount, deployments } = service;
  return { status, desiredCount, runningCount, deployments: deployments.map(deploymentNow) };
}

const deploymentNow = (deployment: DeploymentSeen): ServiceNow['deployments'][number] => ({
  ...deployment,
  createdAt: deployment.createdAt ?? 0,
  updatedAt: deployment.updatedAt ?? 0,
});
