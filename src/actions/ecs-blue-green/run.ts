import { Alerts } from '../../evidence/alerts.js';
import { alarmEvidence, probeEvidence, stoppedTasksEvidence, targetHealthEvidence } from '../../evidence/sources.js';
import { Watch } from '../../evidence/watch.js';
import { AccessError } from '../../ports/access-error.js';
import type { Evidence } from '../../ports/evidence.js';
import type { JournalEntry, Stage } from '../../ports/journal.js';
import type { ShiftPlan, ShiftState } from '../../shift/state.js';
import { formatSteps } from '../../shift/steps.js';
import { statusIsIn } from '../../spec/http-status.js';
import { InputError } from '../../spec/input-error.js';
import { healthyCount } from '../../verdict/target-health.js';
import { cleanUpGreen, diagnose, retireBlue, settleLeftover, weightsNow } from './finish.js';
import { keepForPost } from './kept.js';
import { leaseMs, takeLock } from './lock.js';
import { type Plan, planLines } from './plan.js';
import { prepare } from './prepare.js';
import { outputsOf, type Result, sentence } from './result.js';
import { type Shifted, shiftTraffic } from './shift-traffic.js';
import type { BlueGreenInputs } from './spec.js';
import { startFailureLimit, startGreen } from './start-green.js';
import { newStory, type Story } from './story.js';
import { summaryOf } from './summary.js';
import type { World } from './world.js';

/** Failed probes in a row that are bad; fewer are a doubt. */
const probeLimit = 3;

/** The whole deed. Never rejects: whatever happens is a result, outputs are set and the summary is written. */
export async function run(inputs: BlueGreenInputs, world: World): Promise<Result> {
  const story = newStory(world.clock.now(), world.run.url);
  let result: Result;
  try {
    result = await attempt(inputs, world, story);
  } catch (error) {
    result = { outcome: 'interrupted', reason: messageOf(error), error, ...(await weightsNow(world, story.plan)) };
    if (story.plan === undefined) {
      // Nothing was changed but the lock, and that goes back too.
      if (error instanceof InputError || error instanceof AccessError) result = { ...result, outcome: 'refused' };
      await world.journal.release(world.run.holder).catch(() => {});
    }
  }
  story.result = result;
  world.report.outputs(outputsOf(result, story.plan));
  world.report.line('');
  world.report.line(sentence(result));
  await world.report.summary(summaryOf(story));
  return result;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function attempt(inputs: BlueGreenInputs, world: World, story: Story): Promise<Result> {
  const { clock, report } = world;
  const deadline = clock.now() + inputs.timeout;
  if (inputs.dryRun) return dryRun(inputs, world, story);

  const entry = (stage: Stage, now: number, plan?: Plan, shift: ShiftState | null = null): JournalEntry => ({
    schema: 1,
    holder: world.run.holder,
    runUrl: world.run.url,
    startedAt: story.startedAt,
    expires: now + leaseMs,
    route: inputs.listenerRuleArn ?? inputs.listenerArn ?? '',
    blue: plan === undefined ? null : { service: plan.blue.service, targetGroupArn: plan.blue.targetGroupArn },
    green: plan === undefined ? null : { service: plan.green.service, targetGroupArn: plan.green.targetGroupArn },
    stage,
    greenDesiredBefore: plan?.green.desiredBefore ?? 0,
    steps: formatSteps(inputs.steps),
    shift,
  });
  const keep = (stage: Stage | 'ended', plan?: Plan): void => keepForPost(report, stage, world.run.holder, plan);

  keep('prepare');
  const locked = await takeLock(inputs, world, (now) => entry('prepare', now), deadline);
  if (!locked.taken) {
    keep('ended');
    return { outcome: 'refused', reason: locked.reason };
  }
  if (locked.leftBy !== undefined) await settleLeftover(world, locked.leftBy);

  const prepared = await prepare(inputs, world);
  if (prepared.kind === 'refused') {
    await world.journal.release(world.run.holder);
    keep('ended');
    return { outcome: 'refused', reason: prepared.reasons.join('; ') };
  }
  if (prepared.kind === 'unchanged') {
    await world.journal.release(world.run.holder);
    keep('ended');
    const { blue, green } = prepared.sides;
    const reason = `${blue.service} runs this version already`;
    const weights = { [blue.service]: 100, [green.service]: 0 };
    return {
      outcome: 'unchanged',
      reason,
      activeService: blue.service,
      weights,
      taskDefinitionArn: prepared.taskDefinitionArn,
    };
  }
  const { plan } = prepared;
  showPlan(world, story, plan);
  await report.summary(summaryOf(story));
  if (world.cancellation.reason !== undefined) return cancelledEarly(world, plan);

  const arn =
    'arn' in plan.taskDefinition ? plan.taskDefinition.arn : await world.rollout.register(plan.taskDefinition.register);
  keep('start', plan);
  await world.journal.update(entry('start', clock.now(), plan));
  const startedAt = clock.now();
  const started = await startGreen(inputs, world, plan, arn, (tasks) => {
    story.stopped = { ...story.stopped, tasks };
  });
  if (!started.ready) {
    await diagnose(inputs, world, story);
    if (started.why !== 'cancelled') {
      await cleanUpGreen(world, plan);
      await world.journal.release(world.run.holder);
      keep('ended', plan);
    }
    const outcome = started.why === 'bad' ? 'rolled-back' : 'interrupted';
    return {
      outcome,
      reason: started.why === 'bad' ? `${started.reason}. It never had traffic` : started.reason,
      taskDefinitionArn: arn,
      rolledBackAtWeight: 0,
      ...(await weightsNow(world, plan)),
      ...(outcome === 'rolled-back' ? { detectMs: clock.now() - startedAt, restoreMs: 0 } : {}),
    };
  }
  story.timeline.push({
    at: clock.now(),
    greenPercent: 0,
    what: `${plan.green.service} is ready: ${started.healthyTargets} healthy targets`,
  });

  keep('shift', plan);
  const shifted = await watchAndShift(
    inputs,
    world,
    story,
    plan,
    prepared.silentAlarms,
    arn,
    startedAt,
    deadline,
    (state, now) => entry('shift', now, plan, state),
  );
  return conclude(inputs, world, story, plan, arn, shifted, keep);
}

async function dryRun(inputs: BlueGreenInputs, world: World, story: Story): Promise<Result> {
  const prepared = await prepare(inputs, world);
  if (prepared.kind === 'refused') return { outcome: 'refused', reason: prepared.reasons.join('; ') };
  const { blue } = prepared.sides;
  if (prepared.kind === 'unchanged') {
    return {
      outcome: 'unchanged',
      reason: `${blue.service} runs this version already`,
      activeService: blue.service,
      taskDefinitionArn: prepared.taskDefinitionArn,
    };
  }
  showPlan(world, story, prepared.plan);
  return { outcome: 'unchanged', reason: 'dry run: nothing was changed', ...(await weightsNow(world, prepared.plan)) };
}

function showPlan(world: World, story: Story, plan: Plan): void {
  story.plan = plan;
  story.warnings.push(...plan.warnings);
  world.report.line('Plan');
  for (const [i, line] of planLines(plan).entries()) world.report.line(`  ${i + 1}. ${line}`);
  for (const warning of plan.warnings) world.report.warn(warning);
  world.report.line('');
}

async function cancelledEarly(world: World, plan: Plan): Promise<Result> {
  return {
    outcome: 'interrupted',
    reason: `${world.cancellation.reason}; nothing was changed yet`,
    ...(await weightsNow(world, plan)),
  };
}

/** Watches green from all sides, probes it once before it gets traffic, then shifts. */
async function watchAndShift(
  inputs: BlueGreenInputs,
  world: World,
  story: Story,
  plan: Plan,
  silentAlarms: ReadonlySet<string>,
  taskDefinitionArn: string,
  since: number,
  deadline: number,
  journalEntry: (state: ShiftState, now: number) => JournalEntry,
): Promise<Shifted> {
  const { clock, cancellation } = world;
  const everyMs = inputs.pollInterval;
  let healthyTargets: number | undefined;
  const sources: Evidence[] = [
    targetHealthEvidence(world.targets, clock, {
      targetGroupArn: plan.green.targetGroupArn,
      needed: plan.minHealthyTargets,
      limit: inputs.unhealthyLimit,
      everyMs,
      onSeen: (targets) => {
        healthyTargets = healthyCount(targets);
      },
    }),
    stoppedTasksEvidence(world.rollout, clock, {
      service: plan.green.service,
      taskDefinitionArn,
      since,
      limit: startFailureLimit,
      everyMs,
      onSeen: (tasks) => {
        story.stopped = { ...story.stopped, tasks };
      },
    }),
  ];
  if (inputs.alarms.length > 0) {
    sources.unshift(
      alarmEvidence(world.alarms, clock, { names: inputs.alarms, silentFromStart: silentAlarms, everyMs }),
    );
  }
  if (inputs.probe !== undefined) sources.push(await probe(inputs, world, inputs.probe));
  const alerts = new Alerts(clock, cancellation.signal);
  const watch = new Watch(sources, clock, () => alerts.ring());
  await watch.lookAtAll();
  watch.start();
  try {
    return await shiftTraffic({
      world,
      plan,
      story,
      watch,
      alerts,
      shiftPlan: shiftPlanOf(inputs, plan, deadline),
      pollMs: everyMs,
      onCancel: inputs.onCancel,
      healthyTargets: () => healthyTargets,
      journalEntry,
      tell: () => world.report.summary(summaryOf(story)),
    });
  } finally {
    await watch.stop();
  }
}

async function probe(inputs: BlueGreenInputs, world: World, target: string): Promise<Evidence> {
  const url = target.startsWith('/') ? `${await world.listenerUrl(await world.router.read())}${target}` : target;
  const ranges = inputs.probeStatus;
  return probeEvidence(world.prober, world.clock, {
    request: { url, headers: inputs.probeHeaders, timeoutMs: inputs.probeTimeout },
    expected: {
      accepts: (status) => statusIsIn(ranges, status),
      statuses: ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(','),
      bodyText: inputs.probeBody,
    },
    limit: probeLimit,
    everyMs: inputs.pollInterval,
  });
}

function shiftPlanOf(inputs: BlueGreenInputs, plan: Plan, deadline: number): ShiftPlan {
  return {
    steps: plan.steps,
    minHealthyTargets: plan.minHealthyTargets,
    // Each source counts its own bad looks before it calls them bad.
    unhealthyLimit: 1,
    unknownLimitMs: inputs.unknownLimit,
    settleMs: inputs.settle,
    rewriteMs: 10_000,
    applyLimitMs: 120_000,
    maxGapMs: Math.max(15_000, 3 * inputs.pollInterval),
    deadline,
    onDrift: inputs.onDrift,
  };
}

async function conclude(
  inputs: BlueGreenInputs,
  world: World,
  story: Story,
  plan: Plan,
  taskDefinitionArn: string,
  shifted: Shifted,
  keep: (stage: Stage | 'ended', plan?: Plan) => void,
): Promise<Result> {
  const { state } = shifted;
  const backToBlue = world.router.commandFor({ [plan.blue.targetGroupArn]: 100, [plan.green.targetGroupArn]: 0 });
  const common = { taskDefinitionArn, ...(await weightsNow(world, plan, shifted.route)) };
  const times = {
    ...(state.rollback === null ? {} : { rolledBackAtWeight: state.rollback.atWeight }),
    ...(state.rollback !== null && shifted.raisedAt !== undefined
      ? { detectMs: state.rollback.at - shifted.raisedAt }
      : {}),
    ...(state.rollback !== null && state.phase === 'rolled-back'
      ? { restoreMs: shifted.endedAt - state.rollback.at }
      : {}),
  };
  if (shifted.stopped?.why === 'left') {
    keep('ended', plan);
    return {
      outcome: 'interrupted',
      reason: `${world.cancellation.reason}; the weights were left as they are (on-cancel: leave)`,
      ...common,
      command: backToBlue,
    };
  }
  if (shifted.stopped?.why === 'access-lost') {
    const reason = shifted.stopped.error.message;
    return {
      outcome: 'stuck',
      reason,
      error: new AccessError(
        `${reason} ${sentence({ outcome: 'stuck', reason: 'the shift cannot go on', ...common, command: backToBlue })}`,
        shifted.stopped.error.detail,
      ),
      ...common,
      command: backToBlue,
    };
  }
  if (state.phase === 'promoted') {
    keep('keep-old', plan);
    const promoted: Result = { outcome: 'promoted', reason: state.end ?? '', ...common };
    story.result = promoted;
    await diagnose(inputs, world, story);
    world.report.outputs(outputsOf(promoted, plan));
    await world.report.summary(summaryOf(story));
    const kept = await retireBlue(inputs, world, plan);
    await world.journal.release(world.run.holder);
    keep('ended', plan);
    return { ...promoted, reason: `${state.end}; ${kept}` };
  }
  const reason = state.rollback?.reason ?? state.end ?? '';
  if (state.phase === 'stuck')
    return { outcome: 'stuck', reason: state.end ?? reason, ...common, ...times, command: backToBlue };
  if (world.cancellation.reason !== undefined && reason === world.cancellation.reason) {
    // What takes longer than the runner's patience is left to `post`.
    return { outcome: 'interrupted', reason, ...common, ...times };
  }
  keep('clean-up', plan);
  await diagnose(inputs, world, story);
  const rolledBack: Result = { outcome: 'rolled-back', reason, ...common, ...times };
  story.result = rolledBack;
  world.report.outputs(outputsOf(rolledBack, plan));
  await world.report.summary(summaryOf(story));
  if (shifted.raisedAt !== undefined) await world.clock.sleep(inputs.drain, world.cancellation.signal);
  await cleanUpGreen(world, plan);
  await world.journal.release(world.run.holder);
  keep('ended', plan);
  return rolledBack;
}
