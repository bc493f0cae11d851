import type { JournalEntry } from '../ports/journal.js';
import { InputError } from '../spec/input-error.js';
import { ableCount } from '../verdict/target-health.js';
import { changeIdle } from './change-idle.js';
import { cleanUpGreen, currentShare, keptForForeign, restoreBlue } from './finish.js';
import { foreignTo, knownByEntry } from './foreign.js';
import { afterPromotion, demandGivenBack } from './scaling.js';
import type { World } from './world.js';

/** As much of the world as it takes to finish what a run left. */
export type RecoveryWorld = Pick<World, 'clock' | 'report' | 'router' | 'rollout' | 'targets' | 'autoscaling'>;

export interface Settled {
  /** What was done, in a sentence or more. */
  readonly told: string;
  /** What somebody else has deployed to the side without traffic: whoever would deploy there asks first. */
  readonly idleIsForeign?: string;
}

/** The rule or listener that was shifted is not there any more: who serves cannot be said, and no traffic can be given. */
export class RouteGone extends Error {}

/** @returns what {@link settleLeft} did, in a sentence or more */
export async function recoverLeft(world: RecoveryWorld, left: JournalEntry): Promise<string> {
  return (await settleLeft(world, left)).told;
}

/**
 * Finishes or rolls back what a run left: `post` after a cancel, the next run, or `recover` after a runner that died. Reads
 * the live state, never memory; every deed in it can be done again, so that it may itself be killed anywhere.
 *
 * A run that had promoted is finished, any other is rolled back: the side that was live when it began still has its tasks.
 * What somebody else has deployed meanwhile stays.
 *
 * @throws Error when the traffic cannot be brought to one side; it names the one command to run, except where it is a
 *   `RouteGone`
 */
export async function settleLeft(world: RecoveryWorld, left: JournalEntry): Promise<Settled> {
  const { blue, green, stage } = left;
  if (blue === null || green === null || stage === 'prepare') return { told: 'Nothing had been changed.' };
  const share = await currentShare(world, blue.targetGroupArn, green.targetGroupArn).catch((error: unknown) => {
    if (!(error instanceof InputError)) throw error;
    throw new RouteGone(
      `${left.route} does not exist any more, so it cannot be said who of ${blue.service} and ${green.service} serves. When there is such a rule again, the next deployment by it settles what was left`,
    );
  });
  if (stage === 'keep-old' && share === 100) return finishPromoted(world, left, blue.service, green.service);

  if (share !== 0) {
    world.report.line(`${green.service} has ${share ?? 'an unknown share'} % of the traffic: back to ${blue.service}`);
    await demandHealthyBlue(world, blue, green);
    if (!(await restoreBlue(world, blue.targetGroupArn, green.targetGroupArn))) {
      throw new Error(`The traffic could not be taken back to ${blue.service}. Run: ${commandTo(world, blue, green)}`);
    }
  }
  // Autoscaling before the number of tasks, which it would move into its range. When it cannot be given back, green goes
  // all the same, and then somebody has to know.
  const problem = await demandGivenBack(world, left.scalingBefore).then(
    () => undefined,
    (error: unknown) => error,
  );
  const known = knownByEntry(left, blue.service, green.service);
  const foreign = await cleanUpGreen(world, known, left.greenDesiredBefore);
  if (problem !== undefined) throw problem;
  const isAsBefore = foreign.green === undefined && foreign.unchanged === undefined;
  const done = `${blue.service} serves 100 %${isAsBefore ? `; ${green.service} is as it was before` : ''}.`;
  return {
    told: [done, foreign.unchanged, foreign.green, foreign.blue].filter((words) => words !== undefined).join(' '),
    ...(foreign.green === undefined ? {} : { idleIsForeign: foreign.green }),
  };
}

/** The new version is live. The old side goes when its warm time is over, not earlier, and not what somebody else put there. */
async function finishPromoted(world: RecoveryWorld, left: JournalEntry, old: string, live: string): Promise<Settled> {
  const give = async (oldSide: 'retired' | 'kept' | 'kept forever'): Promise<void> => {
    const scaling = afterPromotion(left.scalingBefore, { old, live, oldSide });
    await demandGivenBack(world, [...scaling.live, ...scaling.old]);
  };
  const { blue, green } = await foreignTo(world, knownByEntry(left, old, live));
  const foreign = [blue, green].filter((found) => found !== undefined);
  const isWarm = left.keepOldUntil === null || world.clock.now() < left.keepOldUntil;
  if (isWarm || foreign.length > 0) {
    await give(left.keepOldUntil === null ? 'kept forever' : 'kept');
    const why = foreign.length === 0 ? 'still has its tasks' : keptForForeign(old, foreign);
    if (foreign.length > 0) world.report.warn(`${old} ${why}`);
    return {
      told: `The release was promoted: ${live} serves 100 %. ${old} ${why}.`,
      ...(blue === undefined ? {} : { idleIsForeign: `${old} ${why}.` }),
    };
  }
  const unchanged = await changeIdle(world, old, { desiredCount: 0 });
  await give(unchanged === undefined ? 'retired' : 'kept');
  if (unchanged !== undefined) return { told: `The release was promoted: ${live} serves 100 %. ${unchanged}.` };
  return { told: `The release was promoted: ${live} serves 100 %. ${old} is scaled to 0.` };
}

interface Sided {
  readonly service: string;
  readonly targetGroupArn: string;
}

/** Traffic is not sent to a side that cannot answer; somebody has to look at that. */
async function demandHealthyBlue(world: RecoveryWorld, blue: Sided, green: Sided): Promise<void> {
  const [ofBlue, ofGreen] = await Promise.all(
    [blue, green].map(async ({ targetGroupArn }) => ableCount(await world.targets.targets(targetGroupArn))),
  );
  if (ofBlue !== 0 || ofGreen === 0) return;
  throw new Error(
    `${blue.service} has no healthy target, so the traffic was not sent back to it; ${green.service} has ${ofGreen ?? 'some'}. ` +
      `To give everything to ${green.service}: ${commandTo(world, green, blue)}. To ${blue.service} all the same: ${commandTo(world, blue, green)}`,
  );
}

function commandTo(world: RecoveryWorld, to: Sided, from: Sided): string {
  return world.router.commandFor({ [to.targetGroupArn]: 100, [from.targetGroupArn]: 0 });
}
