import type { Finding } from './verdict.js';

export interface Alarm {
  readonly name: string;
  readonly state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
  readonly reason: string;
  readonly changedAt: number;
  readonly composite: boolean;
  readonly metric: string;
  readonly dimensions: readonly { readonly name: string; readonly value: string }[];
  readonly missingData: string;
}

export const alarmSource = (name: string): string => `alarm ${name}`;

/**
 * What the alarms say while the shift runs. INSUFFICIENT_DATA is not health: an alarm that had data and lost it is
 * unknown. One that never had any was warned about before the start and speaks only when it goes to ALARM.
 *
 * @param silentFromStart names of alarms that had no data before the start
 * @param onFromStart names of alarms that were in ALARM before a forced start and have not been OK since
 */
export function judgeAlarms(
  names: readonly string[],
  alarms: readonly Alarm[],
  silentFromStart: ReadonlySet<string>,
  onFromStart: ReadonlySet<string>,
  at: number,
): Finding[] {
  return names.map((name) => {
    const source = alarmSource(name);
    const alarm = alarms.find((candidate) => candidate.name === name);
    if (alarm === undefined) return { source, judgement: 'unknown', reason: 'does not exist any more', at };
    if (alarm.state === 'ALARM' && onFromStart.has(name)) {
      return { source, judgement: 'healthy', reason: 'in ALARM since before the forced start (not counted)', at };
    }
    if (alarm.state === 'ALARM') return { source, judgement: 'unhealthy', reason: `in ALARM: ${alarm.reason}`, at };
    if (alarm.state === 'OK') return { source, judgement: 'healthy', reason: 'OK', at };
    return silentFromStart.has(name)
      ? { source, judgement: 'healthy', reason: 'no data since before the start (not counted)', at }
      : { source, judgement: 'unknown', reason: 'lost its data (INSUFFICIENT_DATA)', at };
  });
}

/** What an alarm is worth before traffic moves. */
export interface AlarmsCheck {
  /** Each makes the shift unsafe: it is refused. */
  readonly refusals: readonly string[];
  /** Each is a hole to know of. */
  readonly warnings: readonly string[];
  readonly silent: ReadonlySet<string>;
  /** Alarms that are in ALARM already, and what to say of each: refused unless the deployment is forced. */
  readonly on: ReadonlyMap<string, string>;
}

/**
 * Checks the alarms before the start. An alarm that is missing, in ALARM already, or that watches a target group or
 * load balancer that takes no part, would guard nothing.
 *
 * @param watched the values that TargetGroup and LoadBalancer dimensions may have, as CloudWatch writes them; left out, an
 *   alarm may watch anything
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
export function checkAlarms(
  names: readonly string[],
  alarms: readonly Alarm[],
  watched?: { readonly blue: string; readonly green: string; readonly loadBalancer: string },
): AlarmsCheck {
  const refusals: string[] = [];
  const warnings: string[] = [];
  const silent = new Set<string>();
  const on = new Map<string, string>();
  for (const name of names) {
    const alarm = alarms.find((candidate) => candidate.name === name);
    if (alarm === undefined) {
      refusals.push(`alarm ${name} does not exist in this account and Region`);
      continue;
    }
    if (alarm.state === 'ALARM') on.set(name, `alarm ${name} is in ALARM already: ${alarm.reason}`);
    if (alarm.state === 'INSUFFICIENT_DATA') {
      silent.add(name);
      warnings.push(silence(alarm));
    }
    const wrong = watched === undefined ? undefined : wrongDimension(alarm, watched);
    if (wrong !== undefined) refusals.push(wrong);
  }
  if (watched === undefined) return { refusals, warnings, silent, on };
  // Alarms of both sides are given by whoever has one for each; only when none looks at the new side is there a hole.
  const ofBlue = alarms.filter((alarm) => watchesOnly(watched.blue, alarm));
  if (ofBlue.length > 0 && !alarms.some((alarm) => watches(watched.green, alarm))) {
    for (const { name } of ofBlue) {
      warnings.push(`alarm ${name} watches the old side only (TargetGroup ${watched.blue}): it cannot see the new one`);
    }
  }
  return { refusals, warnings, silent, on };
}

function silence(alarm: Alarm): string {
  const hint =
    alarm.missingData === 'missing' ? '; TreatMissingData is "missing", so no errors looks the same as no metric' : '';
  return `alarm ${alarm.name} has no data (INSUFFICIENT_DATA)${hint}: it is not counted as health, and guards only if it gets data`;
}

function wrongDimension(
  alarm: Alarm,
  watched: { blue: string; green: string; loadBalancer: string },
): string | undefined {
  for (const { name, value } of alarm.dimensions) {
    if (name === 'TargetGroup' && value !== watched.blue && value !== watched.green) {
      return `alarm ${alarm.name} watches target group ${value}, which takes no part (blue ${watched.blue}, green ${watched.green})`;
    }
    if (name === 'LoadBalancer' && value !== watched.loadBalancer) {
      return `alarm ${alarm.name} watches load balancer ${value}, not ${watched.loadBalancer}`;
    }
  }
  return undefined;
}

const groupsOf = (alarm: Alarm): string[] =>
  alarm.dimensions.filter(({ name }) => name === 'TargetGroup').map(({ value }) => value);

const watches = (group: string, alarm: Alarm): boolean => groupsOf(alarm).includes(group);

const watchesOnly = (group: string, alarm: Alarm): boolean => {
  const groups = groupsOf(alarm);
  return groups.length > 0 && groups.every((value) => value === group);
};
