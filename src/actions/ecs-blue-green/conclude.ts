import { AccessError } from '../../ports/access-error.js';
import { cleanUpGreen, diagnose, retireBlue, weightsNow } from './finish.js';
import { outputsOf, type Result, sentence } from './result.js';
import type { Shifted } from './shift-traffic.js';
import type { BlueGreenInputs } from './spec.js';
import { summaryOf } from './summary.js';
import type { Ready } from './watch-green.js';
import { messageOf } from './words.js';
import type { World } from './world.js';

/** What is done and told once the traffic has stopped moving. */
export async function conclude(inputs: BlueGreenInputs, world: World, ready: Ready, shifted: Shifted): Promise<Result> {
  const { plan, lock, story, taskDefinitionArn } = ready;
  const { state, stopped } = shifted;
  const common = { taskDefinitionArn, ...(await weightsNow(world, plan, shifted.route)) };
  const command = world.router.commandFor({ [plan.blue.targetGroupArn]: 100, [plan.green.targetGroupArn]: 0 });

  if (stopped?.why === 'left') {
    lock.end();
    const reason = `${world.cancellation.reason}; the weights were left as they are (on-cancel: leave)`;
    return { outcome: 'interrupted', reason, ...common, command };
  }
  if (stopped?.why === 'access-lost') {
    const result: Result = { outcome: 'stuck', reason: stopped.error.message, ...common, command };
    return { ...result, error: new AccessError(sentence(result), stopped.error.detail, { cause: stopped.error }) };
  }
  if (state.phase === 'promoted')
    return promoted(inputs, world, ready, { outcome: 'promoted', reason: state.end ?? '', ...common });

  const reason = state.rollback?.reason ?? state.end ?? '';
  const times = timesOf(shifted);
  if (state.phase === 'stuck') {
    // Whoever lost the lock has nothing left to do, in `post` neither.
    if (lock.lostTo !== undefined) lock.end();
    return {
      outcome: 'stuck',
      reason: state.end ?? reason,
      ...common,
      ...times,
      ...(lock.lostTo === undefined ? { command } : {}),
    };
  }
  if (world.cancellation.reason !== undefined && reason === world.cancellation.reason) {
    // What takes longer than the runner's patience is left to `post`.
    return { outcome: 'interrupted', reason, ...common, ...times };
  }
  await lock.enter('clean-up', plan);
  await diagnose(inputs, world, story);
  const result: Result = { outcome: 'rolled-back', reason, ...common, ...times };
  await show(world, ready, result);
  if (shifted.raisedAt !== undefined) await lock.sleep(inputs.drain);
  if (lock.lostTo !== undefined) return result;
  return afterwards(world, result, `${plan.green.service} could not be put back to what it was before`, async () => {
    await cleanUpGreen(world, plan, taskDefinitionArn);
    await lock.release();
    return result;
  });
}

async function promoted(inputs: BlueGreenInputs, world: World, ready: Ready, result: Result): Promise<Result> {
  const { plan, lock, story } = ready;
  await lock.enter('keep-old', plan);
  await diagnose(inputs, world, story);
  await show(world, ready, result);
  return afterwards(world, result, `${plan.blue.service} could not be scaled to 0`, async () => {
    const kept = await retireBlue(inputs, world, plan, lock);
    await lock.release();
    return { ...result, reason: `${result.reason}; ${kept}` };
  });
}

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
