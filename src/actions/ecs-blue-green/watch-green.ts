import type { HeldLock } from '../../blue-green/hold-lock.js';
import type { Plan } from '../../blue-green/plan.js';
import type { Seen } from '../../blue-green/seen.js';
import { startFailureLimit } from '../../blue-green/start-green.js';
import type { Story } from '../../blue-green/story.js';
import type { World } from '../../blue-green/world.js';
import { Alerts } from '../../evidence/alerts.js';
import { CompareEvidence } from '../../evidence/compare-source.js';
import { type QueriesCheck, queryEvidence } from '../../evidence/prometheus-source.js';
import {
  alarmEvidence,
  deploymentEvidence,
  probeEvidence,
  stoppedTasksEvidence,
  targetHealthEvidence,
} from '../../evidence/sources.js';
import { Watch } from '../../evidence/watch.js';
import type { Evidence, TargetHealthReader, TrafficMetrics } from '../../ports/evidence.js';
import type { ShiftPlan } from '../../shift/state.js';
import { statusIsIn } from '../../spec/http-status.js';
import { usualComparing } from '../../verdict/compare.js';
import { alphaOfEach } from '../../verdict/latency.js';
import { ableCount, healthyCount } from '../../verdict/target-health.js';
import { type Shifted, shiftTraffic } from './shift-traffic.js';
import type { BlueGreenInputs } from './spec.js';
import { summaryOf } from './summary.js';

/** Failed probes in a row that are bad; fewer are a doubt. */
const probeLimit = 3;

export interface Ready {
  readonly plan: Plan;
  readonly lock: HeldLock;
  readonly story: Story;
  readonly seen: Seen;
  readonly silentAlarms: ReadonlySet<string>;
  readonly alarmsOn: ReadonlySet<string>;
  /** What the queries said before anything was touched. */
  readonly queriesBefore: QueriesCheck;
  readonly taskDefinitionArn: string;
  /** When green was started: tasks that stopped earlier are not of this run. */
  readonly startedAt: number;
  readonly deadline: number;
}

/** Watches green from all sides, asks each once before green gets traffic, then shifts. */
export async function watchAndShift(inputs: BlueGreenInputs, world: World, ready: Ready): Promise<Shifted> {
  const { plan, story, lock } = ready;
  let healthyTargets: number | undefined;
  let blueHealthyTargets: number | undefined;
  let hasTraffic = false;
  const sources = await sourcesOf(inputs, world, ready, (ofGreen, ofBlue) => {
    healthyTargets = ofGreen;
    blueHealthyTargets = ofBlue;
  });
  sources.push(...queriesOf(inputs, world, ready, () => hasTraffic));
  const comparison = comparisonOf(inputs, world, plan);
  if (comparison !== undefined) sources.push(comparison);
  const alerts = new Alerts(world.clock, world.cancellation.signal);
  const watch = new Watch(sources, world.clock, () => alerts.ring());
  await watch.lookAtAll();
  watch.start();
  try {
    return await shiftTraffic({
      world,
      plan,
      story,
      watch,
      alerts,
      lock,
      shiftPlan: shiftPlanOf(inputs, plan, ready.deadline),
      pollMs: inputs.pollInterval,
      onCancel: inputs.onCancel,
      healthyTargets: () => healthyTargets,
      blueHealthyTargets: () => blueHealthyTargets,
      comparison,
      onFirstRaise: () => {
        hasTraffic = true;
      },
      showStory: () => world.report.summary(summaryOf(story)),
    });
  } finally {
    await watch.stop();
  }
}

async function sourcesOf(
  inputs: BlueGreenInputs,
  world: World,
  { plan, story, silentAlarms, alarmsOn, taskDefinitionArn, startedAt }: Ready,
  onHealthy: (ofGreen: number, ofBlue: number | undefined) => void,
): Promise<Evidence[]> {
  const { clock } = world;
  const everyMs = inputs.pollInterval;
  let ofBlue: number | undefined;
  const lookAtBlue = async (): Promise<void> => {
    ofBlue = await world.targets.targets(plan.blue.targetGroupArn).then(ableCount, () => undefined);
  };
  // Blue is looked at beside green: not as evidence, but to know whether there is a side to go back to.
  const both: TargetHealthReader = {
    targets: async (arn) => (await Promise.all([world.targets.targets(arn), lookAtBlue()]))[0],
  };
  const targets = targetHealthEvidence(both, clock, {
    targetGroupArn: plan.green.targetGroupArn,
    needed: plan.minHealthyTargets,
    limit: inputs.unhealthyLimit,
    everyMs,
    onSeen: (seen) => onHealthy(healthyCount(seen), ofBlue),
  });
  const stopped = stoppedTasksEvidence(world.rollout, clock, {
    service: plan.green.service,
    taskDefinitionArn,
    since: startedAt,
    limit: startFailureLimit,
    everyMs,
    onSeen: (tasks) => {
      story.stopped = { ...story.stopped, tasks };
    },
  });
  const deployment = deploymentEvidence(world.rollout, clock, {
    service: plan.green.service,
    taskDefinitionArn,
    limit: inputs.unhealthyLimit,
    everyMs,
  });
  const alarms = alarmEvidence(world.alarms, clock, {
    names: inputs.alarms,
    silentFromStart: silentAlarms,
    onFromStart: alarmsOn,
    everyMs,
  });
  return [
    ...(inputs.alarms.length > 0 ? [alarms] : []),
    targets,
    deployment,
    stopped,
    ...(inputs.probe === undefined ? [] : [await probeSource(inputs, world, inputs.probe)]),
  ];
}

function queriesOf(inputs: BlueGreenInputs, world: World, ready: Ready, hasTraffic: () => boolean): Evidence[] {
  const { metricQueries, clock } = world;
  if (metricQueries === undefined) return [];
  return ready.plan.queries.map((query) =>
    queryEvidence(metricQueries, clock, query, {
      everyMs: inputs.pollInterval,
      wasSilent: ready.queriesBefore.silent.has(query.name),
      wasBad: ready.queriesBefore.bad.has(query.name),
      hasTraffic,
    }),
  );
}

/** Metrics are by the minute: three times the pace of the other sources is soon enough. */
function comparisonOf(
  inputs: BlueGreenInputs,
  world: World,
  { compare, blue, green }: Plan,
): CompareEvidence | undefined {
  if (compare === null) return undefined;
  let metrics: Promise<TrafficMetrics> | undefined;
  const read = (): Promise<TrafficMetrics> => {
    metrics ??= world.router.read().then((route) => world.metrics(route));
    metrics.catch(() => {
      metrics = undefined;
    });
    return metrics;
  };
  return new CompareEvidence(read, world.clock, {
    blueArn: blue.targetGroupArn,
    greenArn: green.targetGroupArn,
    comparing: { ...usualComparing, tolerance: compare.tolerance, alpha: alphaOfEach(compare) },
    ...(compare.latency === null ? {} : { latency: { ...compare.latency, alpha: alphaOfEach(compare) } }),
    minRequests: compare.minRequests,
    usualPerSecond: compare.usualPerSecond,
    everyMs: 3 * inputs.pollInterval,
  });
}

async function probeSource(inputs: BlueGreenInputs, world: World, target: string): Promise<Evidence> {
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
    noDataLimitMs: inputs.noDataLimit,
    onNoData: inputs.onNoData,
    onBrokenOld: inputs.onBrokenOld,
  };
}
