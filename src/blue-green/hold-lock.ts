import type { BlueGreenInputs } from '../actions/ecs-blue-green/spec.js';
import { HeldLease } from '../lock/held-lease.js';
import { heartbeatMs, leaseMs } from '../lock/lease.js';
import type { ScalableTarget } from '../ports/autoscaling.js';
import type { JournalEntry, Stage } from '../ports/journal.js';
import type { ShiftState } from '../shift/state.js';
import { formatSteps } from '../shift/steps.js';
import { keepForPost } from './kept.js';
import type { Plan } from './plan.js';
import type { World } from './world.js';

/** The lock as the run of a shift holds it. */
export class HeldLock extends HeldLease<JournalEntry> {
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
    super(world);
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
      shift: this.shift === null ? null : shortened(this.shift),
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

  /** The same, with the state of the shift as it is now. */
  override beat(shift: ShiftState | null = this.shift): void {
    this.shift = shift;
    super.beat();
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
    await this.giveBack();
    this.end();
  }

  /** `post` has nothing to do, and the lock stays. */
  end(): void {
    keepForPost(this.world.report, { stage: 'ended' });
  }

  private keep(): void {
    keepForPost(this.world.report, this.entry(this.world.clock.now()));
  }
}

/** A parameter holds 4 KB, and alarms can be wordy. https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html */
const longestReason = 400;

function shortened(shift: ShiftState): ShiftState {
  const cut = (text: string): string => (text.length > longestReason ? `${text.slice(0, longestReason)}…` : text);
  const { rollback, end } = shift;
  return {
    ...shift,
    rollback: rollback === null ? null : { ...rollback, reason: cut(rollback.reason) },
    end: end === null ? null : cut(end),
  };
}
