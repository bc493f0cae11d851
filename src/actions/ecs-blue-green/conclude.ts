import { routeFlags, sluiceCommand } from '../../blue-green/command-line.js';
import { cleanUpGreen, diagnose, retireBlue, weightsNow } from '../../blue-green/finish.js';
import { knownByRun } from '../../blue-green/foreign.js';
import { endedBy } from '../../blue-green/lost-access.js';
import { outputsOf, type Result } from '../../blue-green/result.js';
import { afterPromotion, giveBack, leaveScaling } from '../../blue-green/scaling.js';
import type { World } from '../../blue-green/world.js';
import { AccessError } from '../../ports/access-error.js';
import { messageOf } from '../../ports/message-of.js';
import { noWayBack } from '../../shift/next.js';
import { loseAccess } from './lose-access.js';
import { accessEndsWords, type Shifted } from './shift-traffic.js';
import { showEnd } from './show-deployment.js';
import type { BlueGreenInputs } from './spec.js';
import { summaryOf } from './summary.js';
import type { Ready } from './watch-green.js';

/** What is done and told once the traffic has stopped moving. */
export async function conclude(inputs: BlueGreenInputs, world: World, ready: Ready, shifted: Shifted): Promise<Result> {
  const { plan, lock, story, taskDefinitionArn } = ready;
  const { state, stopped } = shifted;
  const isStale = state.blindSince !== null;
  const common = { taskDefinitionArn, isStale, ...(await weightsNow(world, plan, shifted.route)) };
  const command = world.router.commandFor({ [plan.blue.targetGroupArn]: 100, [plan.green.targetGroupArn]: 0 });

  if (stopped?.why === 'left') {
    // Both serve until somebody decides: green must not be scaled below what serving takes.
    const scaling = afterPromotion(lock.scalingBefore, { ...roles(ready), oldSide: 'kept' });
    // The lock goes back: kept, it would expire, and whoever took it over would put back what was to be left.
    if (await giveBack(world, [...scaling.live, ...scaling.old])) await lock.release();
    const reason = `${world.cancellation.reason}; the weights were left as they are (on-cancel: leave)`;
    return { outcome: 'interrupted', reason, ...common, command };
  }
  if (stopped?.why === 'access-lost') {
    return loseAccess({ inputs, world, ...ready }, stopped.error);
  }
  if (state.phase === 'promoted')
    return promoted(inputs, world, ready, { outcome: 'promoted', reason: state.end ?? '', ...common });

  const reason = state.rollback?.reason ?? state.end ?? '';
  const times = timesOf(shifted);
  if (state.phase === 'stuck') {
    // Whoever lost the lock has nothing left to do, in `post` neither.
    if (lock.lostTo !== undefined) {
      lock.end();
      leaveScaling(world, lock);
    }
    const end = state.end ?? reason;
    // The way back would be to where nobody answers: what is offered is the side that does.
    const isHeld = end.endsWith(noWayBack);
    const onward = world.router.commandFor({ [plan.green.targetGroupArn]: 100, [plan.blue.targetGroupArn]: 0 });
    return {
      outcome: 'stuck',
      reason: isHeld ? `${end}. ${plan.green.service} still has healthy targets: the command gives it everything` : end,
      ...common,
      ...times,
      // Whoever has the lock may be moving the traffic: it is looked at first, and that tells how to go on.
      command: lock.lostTo !== undefined ? lookCommand(inputs) : isHeld ? onward : command,
    };
  }
  if (world.cancellation.reason !== undefined && reason === world.cancellation.reason) {
    // What takes longer than the runner's patience is left to `post`. A cancel is asked for: nothing was found bad.
    return { outcome: 'interrupted', reason, ...common, ...times, detectMs: undefined };
  }
  await lock.enter('clean-up', plan);
  // The side that serves may scale at once; green when its tasks are put back.
  const ofBlue = lock.scalingBefore.filter(({ service }) => service === plan.blue.service);
  if (lock.lostTo === undefined) await giveBack(world, ofBlue);
  await diagnose(inputs, world, story);
  const rolledBack: Result = { outcome: 'rolled-back', reason, ...common, ...times };
  const result = reason.startsWith(accessEndsWords) ? asAccessError(rolledBack) : rolledBack;
  await show(world, ready, result);
  if (shifted.raisedAt !== undefined) await lock.sleep(inputs.drain);
  if (lock.lostTo !== undefined) return result;
  return afterwards(world, result, `${plan.green.service} could not be put back to what it was before`, async () => {
    // Autoscaling before the number of tasks, which it would move into its range; the lock last.
    const isGivenBack = await giveBack(world, lock.scalingBefore);
    const foreign = await cleanUpGreen(world, knownByRun(plan, taskDefinitionArn), plan.green.desiredBefore);
    story.warnings.push(...Object.values(foreign));
    if (isGivenBack) await lock.release();
    return result;
  });
}

function lookCommand(inputs: BlueGreenInputs): string {
  return sluiceCommand('status', {
    ...routeFlags(inputs),
    'lock-name': inputs.lockName,
  });
}

/** No verdict on the release: it went back while that was still possible. */
function asAccessError(result: Result): Result {
  return endedBy(new AccessError(result.reason, { kind: 'expired' }), result);
}

async function promoted(inputs: BlueGreenInputs, world: World, ready: Ready, result: Result): Promise<Result> {
  const { plan, lock, story } = ready;
  await lock.enter('keep-old', plan);
  const oldSide = plan.keepOldMs === 'forever' ? 'kept forever' : 'kept';
  const scaling = afterPromotion(lock.scalingBefore, { ...roles(ready), oldSide });
  // The side that serves may scale at once; the old one keeps its size, for the way back, until its time is over.
  if (lock.lostTo === undefined) await giveBack(world, scaling.live);
  await diagnose(inputs, world, story);
  await show(world, ready, result);
  return afterwards(world, result, `${plan.blue.service} could not be scaled to 0`, async () => {
    const kept = await retireBlue(inputs, world, plan, ready.taskDefinitionArn, lock);
    if (lock.lostTo !== undefined) {
      lock.end();
      leaveScaling(world, lock);
    } else {
      const end = kept.isRetired
        ? afterPromotion(lock.scalingBefore, { ...roles(ready), oldSide: 'retired' })
        : scaling;
      if (await giveBack(world, [...end.live, ...end.old])) await lock.release();
    }
    return { ...result, reason: `${result.reason}; ${kept.words}` };
  });
}

const roles = ({ plan }: Ready): { old: string; live: string } => ({
  old: plan.blue.service,
  live: plan.green.service,
});

/** What is left to do once the traffic is where it belongs does not change how it ended. `post` tries it again. */
async function afterwards(world: World, result: Result, undone: string, deed: () => Promise<Result>): Promise<Result> {
  try {
    return await deed();
  } catch (error) {
    const what = `${undone}: ${messageOf(error)}`;
    world.report.warn(what);
    return { ...result, reason: `${result.reason}; ${what}` };
  }
}

/** The verdict is out before the slow rest is done: whoever watches need not wait, and a runner that dies has told it. */
async function show(world: World, { story, plan }: Ready, result: Result): Promise<void> {
  story.result = result;
  showEnd(world, result, plan.green.service);
  world.report.outputs(outputsOf(result, plan));
  await world.report.summary(summaryOf(story));
}

function timesOf({ state, raisedAt, endedAt }: Shifted): Partial<Result> {
  const { rollback } = state;
  if (rollback === null) return {};
  return {
    rolledBackAtWeight: rollback.atWeight,
    ...(raisedAt === undefined ? {} : { detectMs: rollback.at - raisedAt }),
    ...(state.phase === 'rolled-back' ? { restoreMs: endedAt - rollback.at } : {}),
  };
}
