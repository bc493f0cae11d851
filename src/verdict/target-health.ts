import { counted } from '../spec/counted.js';
import type { Finding } from './verdict.js';

export interface TargetState {
  readonly id: string;
  readonly port: number;
  readonly state: string;
  readonly reason: string;
}

export const targetHealthSource = 'target health';

/**
 * What the load balancer's health checks say of green. None healthy is unhealthy, because a group with no healthy
 * target still gets its share of requests (fail open); fewer than needed is a doubt with a limit of its own, because a
 * task that is being replaced looks the same.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html
 */
export function judgeTargets(targets: readonly TargetState[], needed: number, at: number): Finding {
  const source = targetHealthSource;
  const healthy = healthyCount(targets);
  const said = targetsInWords(targets, needed);
  if (healthy >= Math.max(1, needed)) return { source, judgement: 'healthy', reason: said, at };
  return { source, judgement: healthy === 0 ? 'unhealthy' : 'unknown', reason: said, at };
}

/**
 * How many can take traffic; undefined when that is not to be seen: the targets of a group that no rule names are not
 * checked, and a sticky rule does not name the side without traffic.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
export function ableCount(targets: readonly TargetState[]): number | undefined {
  const isChecked = targets.length === 0 || targets.some(({ state }) => state !== 'unused');
  return isChecked ? healthyCount(targets) : undefined;
}

export function healthyCount(targets: readonly TargetState[]): number {
  return targets.filter(({ state }) => state === 'healthy').length;
}

/** `1 of 2 healthy (Target.ResponseCodeMismatch: Health checks failed with these codes: [503] × 1)` */
export function targetsInWords(targets: readonly TargetState[], needed: number): string {
  const counts = new Map<string, number>();
  for (const target of targets) {
    // Targets on their way out are of the release before, or of tasks whose end is told elsewhere.
    if (target.state === 'healthy' || target.state === 'draining') continue;
    const why = target.reason || target.state;
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  const others = [...counts].map(([why, count]) => `${count} × ${why}`).join('; ');
  const total = Math.max(needed, targets.filter(({ state }) => state !== 'draining').length);
  return `${healthyCount(targets)} of ${counted(total, 'target')} healthy${others === '' ? '' : ` (${others})`}`;
}
