import { cleanUpGreen, diagnose, weightsNow } from '../../blue-green/finish.js';
import { knownByRun } from '../../blue-green/foreign.js';
import { HeldLock } from '../../blue-green/hold-lock.js';
import { takeLock } from '../../blue-green/lock.js';
import { type Plan, planLines } from '../../blue-green/plan.js';
import { settleLeft } from '../../blue-green/recovery.js';
import { outputsOf, type Result, sentence } from '../../blue-green/result.js';
import { giveBack, holdScaling, leaveScaling, readScaling } from '../../blue-green/scaling.js';
import { type Started, startGreen } from '../../blue-green/start-green.js';
import { newStory, type Story } from '../../blue-green/story.js';
import { messageOf } from '../../blue-green/words.js';
import type { World } from '../../blue-green/world.js';
import { AccessError } from '../../ports/access-error.js';
import { InputError } from '../../spec/input-error.js';
import { conclude } from './conclude.js';
import { type Prepared, prepare } from './prepare.js';
import { showEnd } from './show-deployment.js';
import type { BlueGreenInputs } from './spec.js';
import { summaryOf } from './summary.js';
import { watchAndShift } from './watch-green.js';

/** The whole deed. Never rejects: whatever happens is a result, outputs are set and the summary is written. */
export async function run(inputs: BlueGreenInputs, world: World): Promise<Result> {
  const story = newStory(world.clock.now(), world.run.url);
  const result = await attempt(inputs, world, story).catch((error: unknown) => faulted(world, story, error));
  story.result = result;
  world.report.outputs(outputsOf(result, story.plan));
  world.report.line('');
  world.report.line(sentence(result));
  if (story.plan !== undefined && !inputs.dryRun) showEnd(world, result, story.plan.green.service);
  await world.report.summary(summaryOf(story));
  await world.deployment?.shown();
  return result;
}

/** Something that is no verdict on the release: access, inputs, a fault of ours. */
async function faulted(world: World, story: Story, error: unknown): Promise<Result> {
  const isRefusal = story.plan === undefined && (error instanceof InputError || error instanceof AccessError);
  // Without a plan nothing was changed but the lock, and that goes back too; otherwise `post` finishes.
  if (story.plan === undefined) await world.journal.release(world.run.holder).catch(() => {});
  const outcome = isRefusal ? 'refused' : 'interrupted';
  const result: Result = { outcome, reason: messageOf(error), error, ...(await weightsNow(world, story.plan)) };
  return error instanceof AccessError && story.plan !== undefined
    ? lostAccess(result, error, story, story.plan)
    : result;
}

/** Before the shift green has no traffic: what cannot be read any more is known all the same. */
function lostAccess(result: Result, error: AccessError, story: Story, { green }: Plan): Result {
  if (story.timeline.some(({ greenPercent }) => greenPercent !== 0)) return result;
  const told = { ...result, reason: `${result.reason.replace(/\.$/, '')}. ${green.service} never had traffic` };
  return { ...told, error: new AccessError(sentence(told), error.detail, { cause: error }) };
}

async function attempt(inputs: BlueGreenInputs, world: World, story: Story): Promise<Result> {
  if (inputs.dryRun) return dryRun(inputs, world, story);
  const deadline = story.startedAt + inputs.timeout;
  const lock = new HeldLock(inputs, world, story.startedAt);
  const locked = await takeLock(inputs, world, (now) => lock.entry(now), deadline);
  if (!locked.taken) {
    lock.end();
    const isCancelled = locked.reason === world.cancellation.reason;
    return { outcome: isCancelled ? 'interrupted' : 'refused', reason: locked.reason };
  }
  if (locked.leftBy !== undefined) {
    world.report.warn(`Took over the lock of a run that died (${locked.leftBy.runUrl}, stage: ${locked.leftBy.stage})`);
    const { told, idleIsForeign } = await settleLeft(world, locked.leftBy);
    world.report.line(told);
    await world.journal.update(lock.entry(world.clock.now()));
    if (idleIsForeign !== undefined) {
      await lock.release();
      return { outcome: 'refused', reason: `${idleIsForeign} Deploy again to replace it` };
    }
  }

  const prepared = await prepare(inputs, world);
  if (prepared.kind !== 'go') {
    await lock.release();
    return noShift(prepared);
  }
  const { plan } = prepared;
  await showPlan(world, story, plan);
  if (world.cancellation.reason !== undefined) {
    const reason = `${world.cancellation.reason}; nothing was changed yet`;
    return { outcome: 'interrupted', reason, ...(await weightsNow(world, plan)) };
  }

  const warn = (text: string): void => {
    story.warnings.push(text);
    world.report.warn(text);
  };
  lock.scalingBefore = await readScaling(world, plan.blue, plan.green, warn);
  const { taskDefinition } = plan;
  const taskDefinitionArn =
    'arn' in taskDefinition ? taskDefinition.arn : await world.rollout.register(taskDefinition.register);
  lock.greenTaskDefinition = taskDefinitionArn;
  await lock.enter('start', plan);
  if (lock.lostTo !== undefined) return { outcome: 'refused', reason: `the lock was lost to ${lock.lostTo}` };
  await holdScaling(world, lock, warn);
  const startedAt = world.clock.now();
  const started = await startGreen(inputs, world, { plan, taskDefinitionArn, lock }, (tasks) => {
    story.stopped = { ...story.stopped, tasks };
  });
  if (!started.ready) return neverReady(inputs, world, story, { plan, lock, taskDefinitionArn, startedAt, started });
  const ready = `${plan.green.service} is ready: ${started.healthyTargets} healthy targets`;
  story.timeline.push({ at: world.clock.now(), greenPercent: 0, what: ready });

  await lock.enter('shift', plan);
  const shift = {
    plan,
    lock,
    story,
    silentAlarms: prepared.silentAlarms,
    alarmsOn: prepared.alarmsOn,
    queriesBefore: prepared.queriesBefore,
    taskDefinitionArn,
    startedAt,
    deadline,
  };
  return conclude(inputs, world, shift, await watchAndShift(inputs, world, shift));
}

async function dryRun(inputs: BlueGreenInputs, world: World, story: Story): Promise<Result> {
  const prepared = await prepare(inputs, world);
  if (prepared.kind !== 'go') return noShift(prepared);
  await showPlan(world, story, prepared.plan);
  return { outcome: 'unchanged', reason: 'dry run: nothing was changed', ...(await weightsNow(world, prepared.plan)) };
}

function noShift(prepared: Exclude<Prepared, { kind: 'go' }>): Result {
  if (prepared.kind === 'refused') return { outcome: 'refused', reason: prepared.reasons.join('; ') };
  const { blue, green } = prepared.sides;
  return {
    outcome: 'unchanged',
    reason: `${blue.service} runs this version already`,
    activeService: blue.service,
    weights: { [blue.service]: 100, [green.service]: 0 },
    taskDefinitionArn: prepared.taskDefinitionArn,
  };
}

async function showPlan(world: World, story: Story, plan: Plan): Promise<void> {
  story.plan = plan;
  story.warnings.push(...plan.warnings);
  world.report.line('Plan');
  for (const [i, line] of planLines(plan).entries()) world.report.line(`  ${i + 1}. ${line}`);
  for (const warning of plan.warnings) world.report.warn(warning);
  world.report.line('');
  await world.report.summary(summaryOf(story));
}

/** Green could not be started, or need not be any more: it never had traffic, and goes back to what it was. */
async function neverReady(
  inputs: BlueGreenInputs,
  world: World,
  story: Story,
  tried: {
    plan: Plan;
    lock: HeldLock;
    taskDefinitionArn: string;
    startedAt: number;
    started: Exclude<Started, { ready: true }>;
  },
): Promise<Result> {
  const { plan, lock, taskDefinitionArn, started } = tried;
  const detectMs = world.clock.now() - tried.startedAt;
  const common = { taskDefinitionArn, rolledBackAtWeight: 0, ...(await weightsNow(world, plan)) };
  // After a cancel there are seconds left: `post` puts green back.
  if (started.why === 'cancelled') return { outcome: 'interrupted', reason: started.reason, ...common };
  await diagnose(inputs, world, story);
  if (started.why === 'superseded') {
    if (lock.lostTo !== undefined) leaveScaling(world, lock);
    if (lock.lostTo !== undefined || (await giveBack(world, lock.scalingBefore))) await lock.release();
    return { outcome: 'interrupted', reason: started.reason, ...common };
  }
  // Autoscaling before the number of tasks, which it would move into its range; the lock last.
  const isGivenBack = await giveBack(world, lock.scalingBefore);
  const foreign = await cleanUpGreen(world, knownByRun(plan, taskDefinitionArn), plan.green.desiredBefore);
  story.warnings.push(...Object.values(foreign));
  if (isGivenBack) await lock.release();
  return {
    outcome: 'rolled-back',
    reason: `${started.reason}. It never had traffic`,
    ...common,
    detectMs,
    restoreMs: 0,
  };
}
