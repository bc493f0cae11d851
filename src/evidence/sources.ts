import type { Clock } from '../ports/clock.js';
import type { AlarmReader, Evidence, ProbeRequest, Prober, TargetHealthReader, TargetSeen } from '../ports/evidence.js';
import type { ServiceRollout, StoppedTask } from '../ports/service-rollout.js';
import { judgeAlarms } from '../verdict/alarms.js';
import { deploymentSource, judgeDeployment } from '../verdict/deployment.js';
import { judgeProbe, type ProbeExpectation, probeFailure, probeSource } from '../verdict/probe.js';
import { judgeStoppedTasks, stoppedTasksSource } from '../verdict/stopped-tasks.js';
import { judgeTargets, targetHealthSource } from '../verdict/target-health.js';
import type { Finding } from '../verdict/verdict.js';

/** The alarms, all in one call. An alarm in ALARM counts at the first look. */
export function alarmEvidence(
  reader: AlarmReader,
  clock: Clock,
  options: {
    names: readonly string[];
    silentFromStart: ReadonlySet<string>;
    onFromStart: ReadonlySet<string>;
    everyMs: number;
  },
): Evidence {
  // An alarm that was on before a forced start counts again as soon as it has been off.
  const on = new Set(options.onFromStart);
  return {
    source: 'alarms',
    everyMs: options.everyMs,
    async look() {
      const alarms = await reader.alarms(options.names);
      for (const { name, state } of alarms) if (state === 'OK') on.delete(name);
      return judgeAlarms(options.names, alarms, options.silentFromStart, on, clock.now());
    },
  };
}

/** The load balancer's own health checks of green. `onSeen` is told what each look saw. */
export function targetHealthEvidence(
  reader: TargetHealthReader,
  clock: Clock,
  options: {
    targetGroupArn: string;
    needed: number;
    limit: number;
    everyMs: number;
    onSeen: (seen: readonly TargetSeen[]) => void;
  },
): Evidence {
  const inARow = repeated(options.limit);
  return {
    source: targetHealthSource,
    everyMs: options.everyMs,
    async look() {
      const targets = await reader.targets(options.targetGroupArn);
      options.onSeen(targets);
      return [inARow(judgeTargets(targets, options.needed, clock.now()))];
    },
  };
}

/** That green still runs what is released. */
export function deploymentEvidence(
  rollout: Pick<ServiceRollout, 'describe'>,
  clock: Clock,
  options: { service: string; taskDefinitionArn: string; limit: number; everyMs: number },
): Evidence {
  const inARow = repeated(options.limit);
  return {
    source: deploymentSource,
    everyMs: options.everyMs,
    async look() {
      const [service] = await rollout.describe([options.service]);
      return [inARow(judgeDeployment(service, options.taskDefinitionArn, clock.now()))];
    },
  };
}

/** Tasks of the new version that died since the start. */
export function stoppedTasksEvidence(
  rollout: Pick<ServiceRollout, 'stoppedTasks'>,
  clock: Clock,
  options: {
    service: string;
    taskDefinitionArn: string;
    since: number;
    limit: number;
    everyMs: number;
    onSeen: (tasks: readonly StoppedTask[]) => void;
  },
): Evidence {
  return {
    source: stoppedTasksSource,
    everyMs: options.everyMs,
    async look() {
      const all = await rollout.stoppedTasks(options.service, options.since);
      const ours = all.filter((task) => task.taskDefinitionArn === options.taskDefinitionArn);
      options.onSeen(ours);
      return [judgeStoppedTasks(ours, options.limit, clock.now())];
    },
  };
}

/** An HTTP request that only the new version answers. */
export function probeEvidence(
  prober: Prober,
  clock: Clock,
  options: { request: ProbeRequest; expected: ProbeExpectation; limit: number; everyMs: number },
): Evidence {
  let failures = 0;
  return {
    source: probeSource,
    everyMs: options.everyMs,
    async look() {
      const answer = await prober.probe(options.request);
      const failure = probeFailure(answer, options.expected);
      failures = failure === undefined ? 0 : failures + 1;
      return [judgeProbe(failures, failure, answer.ms, options.limit, clock.now())];
    },
  };
}

/** Lets an unhealthy finding count only when it comes `limit` times in a row; until then it is a doubt. */
function repeated(limit: number): (finding: Finding) => Finding {
  let count = 0;
  return (finding) => {
    count = finding.judgement === 'unhealthy' ? count + 1 : 0;
    if (count === 0 || count >= limit) return finding;
    return { ...finding, judgement: 'unknown', reason: `${finding.reason} (look ${count} of ${limit})` };
  };
}
