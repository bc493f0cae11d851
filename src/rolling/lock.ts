import type { FollowPlan, FollowState } from '../ecs/follow-state.js';
import { HeldLease } from '../lock/held-lease.js';
import { leaseMs } from '../lock/lease.js';
import type { Journal, RollingEntry } from '../ports/journal.js';
import { messageOf } from '../ports/message-of.js';
import type { OneOffWatch } from '../ports/one-off-tasks.js';
import type { RollingWorld } from './world.js';

/**
 * `/sluice/CLUSTER/rolling/SERVICE`: a name that no pair of services can have.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html#sysman-parameter-name-constraints
 */
export function rollingLockName(where: {
  readonly lockName?: string | undefined;
  readonly cluster: string;
  readonly service: string;
}): string {
  return (
    where.lockName ?? `/sluice/${where.cluster.slice(where.cluster.lastIndexOf('/') + 1)}/rolling/${where.service}`
  );
}

/** So often an entry is written that must be there, with a pause that grows by so much, ms. */
const attempts = 4;
const attemptMs = 2_000;

/** The lock of one service's rollout, and what `post` has to know of it. */
export class HeldRolling extends HeldLease<RollingEntry> {
  private plan: FollowPlan | undefined;
  private follow: FollowState | undefined;
  private task: string | undefined;
  private keptText = '';

  constructor(
    private readonly of: { readonly name: string; readonly cluster: string; readonly service: string },
    private readonly world: Pick<RollingWorld, 'clock' | 'report' | 'run' | 'kept'> & {
      readonly journal: Journal<RollingEntry>;
    },
    private readonly startedAt: number,
  ) {
    super(world);
  }

  entry(now: number): RollingEntry {
    const { world, of, plan, follow, task } = this;
    return {
      schema: 1,
      kind: 'rolling',
      holder: world.run.holder,
      runUrl: world.run.url,
      startedAt: this.startedAt,
      expires: now + leaseMs,
      stage: plan === undefined ? 'prepare' : 'roll',
      cluster: of.cluster,
      service: of.service,
      plan: plan ?? null,
      follow: follow === undefined ? null : shortened(follow),
      ...(task === undefined ? {} : { task }),
    };
  }

  /** This holder goes on with what another one left. */
  resume({ plan, follow, task }: RollingEntry): void {
    this.plan = plan === null ? undefined : (plan as FollowPlan);
    this.follow = follow === null ? undefined : (follow as FollowState);
    this.task = task;
    this.keep();
  }

  /** What was left is settled: from here on it is this run's own. */
  async restart(): Promise<void> {
    this.plan = undefined;
    this.follow = undefined;
    this.task = undefined;
    this.keep();
    await this.write();
  }

  /** A task that runs beside the service: what may outlive this process is in the journal before it is started. */
  readonly watch: OneOffWatch = {
    starting: async (startedBy) => {
      this.task = startedBy;
      this.keep();
      await this.surely();
      if (this.lostTo !== undefined) throw new Error(`the lock is held by ${this.lostTo} now`);
    },
    beat: () => this.beat(),
    over: async () => {
      if (this.task === undefined) return;
      this.task = undefined;
      this.keep();
      await this.write();
    },
  };

  /**
   * The service is about to be told: written before it is.
   *
   * @throws Error when it cannot be written: then nothing may be begun
   */
  async enter(plan: FollowPlan, follow: FollowState): Promise<void> {
    this.plan = plan;
    this.follow = follow;
    this.keep();
    await this.surely();
  }

  /** @throws Error when it cannot be written */
  private async surely(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await this.write();
      if (this.unwritten === undefined || this.lostTo !== undefined) return;
      if (attempt === attempts) throw new Error(`the journal could not be written: ${this.unwritten}`);
      await this.world.clock.sleep(attemptMs * attempt);
    }
  }

  /** Writes what has changed since the last time. Nobody waits for it. */
  note(follow: FollowState): void {
    const isNews = JSON.stringify(follow) !== JSON.stringify(this.follow);
    this.follow = follow;
    if (isNews) {
      this.keep();
      void this.write();
    } else this.beat();
  }

  /**
   * The run has ended by itself: the lock goes back, and `post` has nothing to do. A lock that cannot be given back changes
   * nothing of how it ended: `post` tries it again, and it ends by itself. It is kept while a task may still run: `post` stops
   * that first.
   */
  async release(): Promise<void> {
    if (this.task !== undefined) return;
    try {
      await this.giveBack();
      this.end();
    } catch (error) {
      const why = messageOf(error);
      this.world.report.warn(`The lock ${this.of.name} could not be given back: ${why}`);
    }
  }

  /** `post` has nothing to do, and the lock stays. */
  end(): void {
    this.world.kept.forget(this.of.name);
  }

  /**
   * About to ask for the lock: a process that dies at that very call may have it. With no lease of its own, so that what
   * somebody else holds is never taken for this run's.
   */
  claim(): void {
    this.world.kept.keep(this.of.name, { ...this.entry(0), expires: 0 });
  }

  keep(): void {
    const entry = this.entry(this.world.clock.now());
    const text = JSON.stringify([entry.stage, entry.follow, entry.task]);
    if (text === this.keptText) return;
    this.keptText = text;
    this.world.kept.keep(this.of.name, entry);
  }
}

/** A parameter holds 4 KB; ECS can be wordy. https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html */
const longestReason = 400;

function shortened(follow: FollowState): FollowState {
  const cut = (text: string): string => (text.length > longestReason ? `${text.slice(0, longestReason)}…` : text);
  return { ...follow, reason: cut(follow.reason), back: follow.back && { ...follow.back, why: cut(follow.back.why) } };
}
