import type { BlueGreenInputs } from '../actions/ecs-blue-green/spec.js';
import type { ScalableTarget } from '../ports/autoscaling.js';
import type { JournalEntry, Stage } from '../ports/journal.js';
import type { ShiftState } from '../shift/state.js';
import { formatSteps } from '../shift/steps.js';
import { keepForPost } from './kept.js';
import { heartbeatMs, leaseMs } from './lock.js';
import type { Plan } from './plan.js';
import type { World } from './world.js';

/**
 * The lock as this run holds it: what is written in it, that it is written often enough, and whether it is still ours.
 * Nothing outside may be changed any more once `lostTo` is set.
 */
export class HeldLock {
  /** Who holds the lock instead, once that was found. */
  lostTo: string | undefined;
  private writtenAt: number;
  private writing: Promise<void> | undefined;
  private stage: Stage = 'prepare';
  private plan: Plan | undefined;
  private shift: ShiftState | null = null;
  private keepOldUntil: number | null = null;
  /** What this run deploys to green; to be set before green is told. */
  greenTaskDefinition: string | undefined;
  /** The scalable targets as they were before this run touched them; to be set before it does. */
  scalingBefore: readonly ScalableTarget[] = [];

  constructor(
    private readonly inputs: BlueGreenInputs,
    private readonly world: World,
    private readonly startedAt: number,
  ) {
    this.writtenAt = world.clock.now();
    this.keep();
  }

  entry(now: number): JournalEntry {
    const { inputs, world, plan } = this;
    const side = (of: { service: string; targetGroupArn: string }) => ({
      service: of.service,
      targetGroupArn: of.targetGroupArn,
    });
    return {
      schema: 1,
      holder: world.run.holder,
      runUrl: world.run.url,
      startedAt: this.startedAt,
      expires: now + leaseMs,
      route: inputs.listenerRuleArn ?? inputs.listenerArn ?? '',
      blue: plan === undefined ? null : side(plan.blue),
      green: plan === undefined ? null : side(plan.green),
      stage: this.stage,
      cluster: inputs.cluster,
      greenDesiredBefore: plan?.green.desiredBefore ?? 0,
      greenTaskDefinitionBefore: plan?.green.taskDefinitionBefore ?? '',
      ...(this.greenTaskDefinition === undefined ? {} : { greenTaskDefinition: this.greenTaskDefinition }),
      ...(plan === undefined ? {} : { blueTaskDefinition: plan.blue.taskDefinitionArn }),
      keepOldUntil: this.keepOldUntil,
      scalingBefore: this.scalingBefore,
      steps: formatSteps(inputs.steps),
      shift: this.shift,
    };
  }

  /** From now on the run is at this stage: told to `post` and to the journal before anything of it is done. */
  async enter(stage: Stage, plan: Plan): Promise<void> {
    this.stage = stage;
    this.plan = plan;
    if (stage === 'keep-old' && plan.keepOldMs !== 'forever') {
      this.keepOldUntil = this.world.clock.now() + Math.max(plan.keepOldMs, plan.drainMs);
    }
    this.keep();
    await this.write();
  }

  /** Writes the state of the shift before a weight is raised. */
  async note(shift: ShiftState): Promise<void> {
    this.shift = shift;
    await this.write();
  }

  /** Writes when it is time, so that nobody takes this run for dead. Nobody waits for it: a journal that hangs must not blind the run. */
  beat(shift: ShiftState | null = this.shift): void {
    if (this.writing !== undefined || this.world.clock.now() - this.writtenAt < heartbeatMs) return;
    this.shift = shift;
    void this.write();
  }

  /**
   * Set when the journal could not be written for so long that the lease will soon be anybody's: the traffic goes back
   * while it is surely still ours.
   */
  get atRisk(): string | undefined {
    const unwrittenMs = this.world.clock.now() - this.writtenAt;
    if (unwrittenMs < leaseMs - 2 * heartbeatMs) return undefined;
    return `the journal could not be written for ${Math.round(unwrittenMs / 1000)} s: soon this run could not know that nobody else is at work`;
  }

  /** Sleeps and keeps the lock meanwhile; ends early on a cancel or when the lock is lost. */
  async sleep(ms: number): Promise<void> {
    const { clock, cancellation } = this.world;
    for (const until = clock.now() + ms; clock.now() < until; ) {
      if (cancellation.reason !== undefined || this.lostTo !== undefined) return;
      await clock.sleep(Math.min(heartbeatMs, until - clock.now()), cancellation.signal);
      this.beat();
    }
  }

  /** The run has ended by itself: the lock goes back, and `post` has nothing to do. */
  async release(): Promise<void> {
    await this.writing;
    await this.world.journal.release(this.world.run.holder);
    this.end();
  }

  /** `post` has nothing to do, and the lock stays. */
  end(): void {
    keepForPost(this.world.report, { stage: 'ended' });
  }

  private keep(): void {
    keepForPost(this.world.report, this.entry(this.world.clock.now()));
  }

  /** Writes one after the other: each reads what the one before has written. */
  private write(): Promise<void> {
    const mine = (this.writing ?? Promise.resolve())
      .then(() => this.put())
      .finally(() => {
        if (this.writing === mine) this.writing = undefined;
      });
    this.writing = mine;
    return mine;
  }

  private async put(): Promise<void> {
    if (this.lostTo !== undefined) return;
    const now = this.world.clock.now();
    try {
      this.lostTo = (await this.world.journal.update(this.entry(now)))?.lostTo;
      this.writtenAt = now;
    } catch (error) {
      // A journal that cannot be written does not stop a shift; it does, by its expiry, end this run's claim to it.
      if (now - this.writtenAt >= leaseMs)
        this.lostTo = 'nobody for certain: the journal could not be written for longer than the lease';
      this.world.report.line(
        `The journal could not be written: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}
