import { clockWords } from '../blue-green/words.js';
import { next } from '../ecs/follow.js';
import {
  type Answer,
  capacityBack,
  type FollowCommand,
  type FollowDecision,
  type FollowPlan,
  type FollowState,
} from '../ecs/follow-state.js';
import { AccessError } from '../ports/access-error.js';
import { messageOf } from '../ports/message-of.js';
import { RefusedUpdate, type ServiceChange } from '../ports/service-deployments.js';
import type { Verdict } from '../verdict/verdict.js';
import { CountBack } from './count-back.js';
import type { HeldRolling } from './lock.js';
import { isDenied, type Looked, Looker } from './look.js';
import type { RollStory } from './story.js';
import type { RollingWorld } from './world.js';

/** What watches the bake; begun when that begins. */
export interface Baking {
  verdict(): Verdict;
  stop(): Promise<void>;
}

export interface Following {
  readonly world: Pick<RollingWorld, 'clock' | 'report' | 'cancellation' | 'rollout' | 'deployments' | 'access'>;
  readonly plan: FollowPlan;
  readonly state: FollowState;
  readonly lock: Pick<HeldRolling, 'enter' | 'note' | 'beat' | 'lostTo' | 'atRisk'>;
  readonly story: RollStory;
  readonly pollMs: number;
  /** What the update changes beside the task definition. */
  readonly change: Omit<ServiceChange, 'taskDefinitionArn'>;
  /** Begins to watch, where there is something to watch with. */
  readonly bake: (() => Promise<Baking>) | undefined;
  /** It goes back, and ECS has been told: time to see why, while it is still to be seen. */
  readonly onGoingBack: (state: FollowState) => Promise<void>;
  /** A success is not the end of it yet: whoever comes after a cancel or a kill has to decide still. */
  readonly goesOn?: boolean;
  /** Why it has to end now, for whoever finishes what another process left. */
  readonly cancelled?: string | undefined;
}

export interface Followed {
  readonly state: FollowState;
  /** When it was seen to be stable, found bad, and back again; epoch ms. */
  readonly stableAt: number | null;
  readonly badAt: number | null;
  readonly endedAt: number;
  /** Not ended: the seconds that a cancel leaves were used to tell ECS; `post` does the rest. */
  readonly isHandedOver: boolean;
  /** ECS did not take the update: nothing was changed. */
  readonly refused?: string;
}

/** After a cancel there are seconds: whatever is repeated then is repeated soon, ms. */
const hurriedMs = 1_000;
/** Then `post` has to find out what became of what was begun: the runner waits for 7.5 s. */
const handOverMs = 5_000;
/** How long a look that failed may put off the next one at most, ms. */
const longestPauseMs = 30_000;

/**
 * Looks, asks the machine, does what it says, tells of it; until it ends. No policy here.
 *
 * @throws AccessError when access is lost on the way
 */
export async function followService(following: Following): Promise<Followed> {
  const { world, plan, lock, story } = following;
  const { clock, cancellation } = world;
  const looker = new Looker(world, plan, story);
  const teller = new Teller(following);
  const countBack = new CountBack(world, plan);
  let state = following.state;
  let last: Looked | undefined;
  let answer: Answer | undefined;
  let baking: Baking | undefined;
  let failures = 0;
  let hurriedAt: number | undefined;
  const done = (more: Partial<Followed> = {}): Followed => ({
    state,
    stableAt: state.stableAt,
    badAt: state.back?.at ?? null,
    endedAt: clock.now(),
    isHandedOver: false,
    ...more,
  });
  try {
    for (;;) {
      const cancelled = plan.isReturn
        ? undefined
        : (cancellation.reason ?? following.cancelled ?? accessEnds(world) ?? lock.atRisk);
      // A cancel leaves seconds: what was seen last has to do.
      const isUrgent = cancellation.reason !== undefined && hurriedAt === undefined && state.phase !== 'going-back';
      if (cancellation.reason !== undefined) hurriedAt ??= clock.now();
      const looked: Looked =
        isUrgent && last !== undefined ? last : await looker.look(state, clock.now() >= plan.deadline);
      last = looked;
      failures = looked.service === undefined ? failures + 1 : 0;
      if (failures === 1 || failures === 5)
        world.report.line(`The service could not be read: ${looker.failure ?? 'unknown'}`);
      const before = state;
      const decision = next(plan, before, {
        ...looked,
        now: clock.now(),
        answer,
        verdict: baking?.verdict(),
        cancelled,
        lockLostTo: lock.lostTo,
      });
      answer = undefined;
      const { command } = decision;
      // An update is journaled before it is done, so that whoever comes after knows. A way back is done first.
      if (command.kind === 'update') {
        await lock.enter(plan, decision.state);
        if (lock.lostTo !== undefined) continue;
      }
      state = decision.state;
      teller.tell(before, decision);
      if (command.kind !== 'wait' && command.kind !== 'end') {
        try {
          answer = await carryOut(following, command, state);
        } catch (error) {
          if (error instanceof RefusedUpdate && command.kind === 'update') return done({ refused: error.message });
          if (error instanceof AccessError) throw error;
          world.report.line(`${command.kind}: ${messageOf(error)}`);
        }
      }
      if (lock.lostTo === undefined) await countBack.put(state, looked.service);
      if (command.kind !== 'update') lock.note(following.goesOn === true ? stillOpen(state) : state);
      if (state.phase === 'ended') return done();
      if (state.phase === 'going-back' && before.phase !== 'going-back' && cancellation.reason === undefined)
        await following.onGoingBack(state);
      if (state.phase === 'baking') baking ??= await following.bake?.();
      else if (baking !== undefined) {
        await baking.stop();
        baking = undefined;
      }
      if (hurriedAt !== undefined) {
        if (isOnItsWayBack(plan, state, answer) || clock.now() - hurriedAt >= handOverMs)
          return done({ isHandedOver: true });
      }
      if (answer !== undefined) continue;
      lock.beat();
      if (cancellation.reason !== undefined) await clock.sleep(hurriedMs);
      else await clock.sleep(pause(following, state, clock.now(), failures), cancellation.signal);
    }
  } finally {
    await baking?.stop();
  }
}

const stillOpen = (state: FollowState): FollowState =>
  state.outcome === 'succeeded' ? { ...state, phase: 'baking', outcome: null, reason: '' } : state;

/** Whether ECS has taken it, so that nobody need stay for it. */
function isOnItsWayBack({ isReturn }: FollowPlan, { phase, back }: FollowState, answer: Answer | undefined): boolean {
  const isTaken = answer !== undefined && (answer.to !== 'stop' || answer.worked);
  if (phase === 'going-back') return isTaken || back?.isTaken === true;
  return isReturn === true && (isTaken || phase !== 'updating');
}

/** A fifth of jitter keeps many runs from asking at the same moments; the deadline has its own look. */
function pause({ pollMs, plan }: Following, { phase }: FollowState, now: number, failures: number): number {
  const jittered = pollMs * (0.9 + Math.random() / 5);
  const slower = failures === 0 ? jittered : Math.min(Math.max(longestPauseMs, pollMs), jittered * 2 ** (failures - 1));
  const left = plan.deadline - now;
  return phase === 'going-back' || left <= 0 ? slower : Math.min(slower, left);
}

async function carryOut(
  { world, plan, change }: Following,
  command: FollowCommand,
  { ours }: FollowState,
): Promise<Answer | undefined> {
  const { deployments, report } = world;
  switch (command.kind) {
    case 'update':
      return {
        to: 'update',
        ...(await deployments.start(plan.service, { taskDefinitionArn: plan.taskDefinitionArn, ...change })),
      };
    case 'update-back':
      return {
        to: 'update-back',
        ...(await deployments.start(plan.service, {
          taskDefinitionArn: command.taskDefinitionArn,
          ...capacityBack(plan),
        })),
      };
    case 'stop':
      try {
        return { to: 'stop', worked: await deployments.stop(ours.arn ?? command.arn, command.how) };
      } catch (error) {
        if (!isDenied(error)) throw error;
        report.warn(`The deployment could not be stopped: ${error.message}`);
        return { to: 'stop', worked: false };
      }
    default:
      return undefined;
  }
}

/** How the reason begins when it ended because access ends, and not because the release is bad. */
export const accessEndsWords = 'the AWS session is about to end';

function accessEnds({ access, clock }: Pick<RollingWorld, 'access' | 'clock'>): string | undefined {
  const ending = access?.ending();
  return ending === undefined || clock.now() < ending.actBy
    ? undefined
    : `${accessEndsWords}, and without it nobody could watch or put back: ${ending.why}`;
}

/** How often the same is told again in the log, ms. */
const againMs = 60_000;

/** A line in the log for each change, and one a minute while nothing changes. */
class Teller {
  private told = '';
  private at = Number.NEGATIVE_INFINITY;

  constructor(private readonly of: Following) {}

  tell(before: FollowState, { state, command, reason }: FollowDecision): void {
    const { world, story } = this.of;
    const now = world.clock.now();
    const isFurther = state.phase !== before.phase || command.kind !== 'wait';
    if (isFurther) story.timeline.push({ at: now, what: reason });
    if (!isFurther && (reason === this.told ? now - this.at < againMs : false)) return;
    if (command.kind === 'end') return;
    this.told = reason;
    this.at = now;
    world.report.line(`${clockWords(now - story.startedAt)}  ${reason}`);
  }
}
