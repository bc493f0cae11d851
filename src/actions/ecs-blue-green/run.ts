import { rerunCommand } from '../../blue-green/command-line.js';
import { cleanUpGreen, diagnose, weightsNow } from '../../blue-green/finish.js';
import { knownByRun } from '../../blue-green/foreign.js';
import { HeldLock } from '../../blue-green/hold-lock.js';
import { keepForPost } from '../../blue-green/kept.js';
import { lockAhead, takeLock } from '../../blue-green/lock.js';
import { patient } from '../../blue-green/patient.js';
import { type Plan, planLines } from '../../blue-green/plan.js';
import { settleLeft } from '../../blue-green/recovery.js';
import { outputsOf, type Result, sentence } from '../../blue-green/result.js';
import { giveBack, holdScaling, leaveScaling, readScaling } from '../../blue-green/scaling.js';
import { Seen } from '../../blue-green/seen.js';
import { type Started, startGreen } from '../../blue-green/start-green.js';
import { newStory, type Story } from '../../blue-green/story.js';
import { counted } from '../../blue-green/words.js';
import type { World } from '../../blue-green/world.js';
import { AccessError } from '../../ports/access-error.js';
import { messageOf } from '../../ports/message-of.js';
import { Unanswered } from '../../ports/unanswered.js';
import { InputError } from '../../spec/input-error.js';
import { conclude } from './conclude.js';
import { loseAccess, type Midst } from './lose-access.js';
import { type Prepared, prepare } from './prepare.js';
import { showEnd } from './show-deployment.js';
import { type BlueGreenInputs, bakesMs } from './spec.js';
import { summaryOf } from './summary.js';
import { watchAndShift } from './watch-green.js';

/** The whole deed. Never rejects: whatever happens is a result, outputs are set and the summary is written. */
export async function run(inputs: BlueGreenInputs, outside: World): Promise<Result> {
  const seen = new Seen(inputs.targetGroups);
  const world = seen.watching(outside);
  const story = newStory(world.clock.now(), world.run.url);
  const midst: Begun = { inputs, world, seen, plan: undefined };
  const ended = await attempt(midst, story).catch((error: unknown) => faulted({ ...midst, plan: story.plan }, error));
  // Whoever is refused wants to know as well who serves, as far as it was read.
  const result = ended.outcome === 'refused' && ended.weights === undefined ? { ...ended, ...seen.serving() } : ended;
  story.result = result;
  world.report.outputs(outputsOf(result, story.plan));
  world.report.line('');
  world.report.line(sentence(result));
  if (story.plan !== undefined && !inputs.dryRun) showEnd(world, result, story.plan.green.service);
  await world.report.summary(summaryOf(story));
  await world.deployment?.shown();
  return result;
}

/** What a run is in the midst of, before it has a plan. */
interface Begun extends Midst {
  leftBy?: string | undefined;
}

/** Something that is no verdict on the release: access, inputs, a fault of ours. */
async function faulted(midst: Midst, error: unknown): Promise<Result> {
  const { world, plan, seen, leftBy } = midst;
  // Without a plan nothing was changed but the lock, and that goes back too, unless it holds what a dead run left; otherwise
  // `post` finishes.
  if (plan === undefined && leftBy === undefined) await world.journal.release(world.run.holder).catch(() => {});
  if (error instanceof AccessError) return loseAccess(midst, error);
  const isUntouched = plan === undefined && leftBy === undefined;
  const serving = plan === undefined ? seen.serving() : await weightsNow(world, plan);
  if (error instanceof Unanswered) {
    const { message } = error;
    return isUntouched
      ? { outcome: 'refused', reason: message, ...serving, command: rerunCommand(world.run.url) }
      : { outcome: 'interrupted', reason: `${message}. ${leftToPost(midst)}`, ...serving };
  }
  const outcome = plan === undefined && error instanceof InputError ? 'refused' : 'interrupted';
  return { outcome, reason: messageOf(error), error, ...serving };
}

function leftToPost({ plan, seen }: Midst): string {
  const afterwards = 'The part of this action that runs afterwards';
  if (plan === undefined || seen.hasWritten) return `${afterwards} tries to put right what was left`;
  return `${plan.green.service} never had traffic. ${afterwards} puts it back to what it was`;
}

async function attempt(midst: Begun, story: Story): Promise<Result> {
  const { inputs, world, seen } = midst;
  const early = patient(world);
  if (inputs.dryRun) return dryRun(inputs, early, story);
  const deadline = story.startedAt + inputs.timeout;
  const lock = new HeldLock(inputs, world, story.startedAt);
  // A run that waited so long that its steps do not fit any more would only start tasks and take them back.
  const locked = await takeLock(inputs, early, (now) => lock.entry(now), deadline - bakesMs(inputs.steps));
  if (!locked.taken) {
    lock.end();
    const isCancelled = locked.reason === world.cancellation.reason;
    return { outcome: isCancelled ? 'interrupted' : 'refused', reason: locked.reason };
  }
  if (locked.leftBy !== undefined) {
    const { leftBy } = locked;
    world.report.warn(`Took over the lock of a run that died (${leftBy.runUrl}, stage: ${leftBy.stage})`);
    // Until it is settled, it is what `post` has to finish as well.
    const { holder, url: runUrl } = world.run;
    keepForPost(world.report, { ...leftBy, holder, runUrl, expires: lock.entry(world.clock.now()).expires });
    midst.leftBy = leftBy.runUrl;
    for (const side of [leftBy.blue, leftBy.green]) seen.knows(side);
    const { told, idleIsForeign } = await settleLeft(world, leftBy);
    midst.leftBy = undefined;
    world.report.line(told);
    const mine = lock.entry(world.clock.now());
    keepForPost(world.report, mine);
    await world.journal.update(mine);
    if (idleIsForeign !== undefined) {
      await lock.release();
      return { outcome: 'refused', reason: `${idleIsForeign} Deploy again to replace it` };
    }
  }

  const prepared = await prepare(inputs, early);
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
  lock.scalingBefore = await readScaling(early, plan.blue, plan.green, warn);
  const { taskDefinition } = plan;
  const taskDefinitionArn =
    'arn' in taskDefinition ? taskDefinition.arn : await early.rollout.register(taskDefinition.register);
  lock.greenTaskDefinition = taskDefinitionArn;
  await lock.enter('start', plan);
  if (lock.lostTo !== undefined) return { outcome: 'refused', reason: `the lock was lost to ${lock.lostTo}` };
  await holdScaling(early, lock, warn);
  const startedAt = world.clock.now();
  const started = await startGreen(inputs, early, { plan, taskDefinitionArn, lock }, (tasks) => {
    story.stopped = { ...story.stopped, tasks };
  });
  if (!started.ready) return neverReady(inputs, early, story, { plan, lock, taskDefinitionArn, started });
  const ready = `${plan.green.service} is ready: ${counted(started.healthyTargets, 'healthy target')}`;
  story.timeline.push({ at: world.clock.now(), greenPercent: 0, what: ready });

  await lock.enter('shift', plan);
  const shift = {
    plan,
    lock,
    story,
    seen,
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
  const { words, left } = await lockAhead(inputs, world);
  if (words !== undefined) {
    world.report.warn(words);
    story.warnings.push(words);
  }
  if (left?.blue != null && left.green != null) {
    const reason = 'dry run: nothing was changed; a plan can be made when that is settled';
    return { outcome: 'unchanged', reason, ...(await weightsNow(world, { blue: left.blue, green: left.green })) };
  }
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
    started: Exclude<Started, { ready: true }>;
  },
): Promise<Result> {
  const { plan, lock, taskDefinitionArn, started } = tried;
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
    restoreMs: 0,
  };
}
