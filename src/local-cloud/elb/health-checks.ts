import { request } from 'node:http';
import type { Clock, Timer } from '../clock.js';

/**
 * One probe of one target, and its pace.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */

export interface HealthCheck {
  protocol: string;
  /** A port, or `traffic-port`: the target's own. */
  port: string;
  path: string;
  intervalSeconds: number;
  timeoutSeconds: number;
  healthyThreshold: number;
  unhealthyThreshold: number;
  /** `200`, `200,202` or `200-299`. */
  matcher: string;
}

export type ProbeResult =
  | { passed: true }
  | {
      passed: false;
      reason: 'Target.ResponseCodeMismatch' | 'Target.Timeout' | 'Target.FailedHealthChecks';
      description: string;
    };

/** Does a status code meet a Matcher's HttpCode (`200`, `200,202`, `200-299`)? Pure. */
export function codeMatches(matcher: string, status: number): boolean {
  return matcher.split(',').some((part) => {
    const [low, high = low] = part.split('-').map(Number);
    return low !== undefined && high !== undefined && status >= low && status <= high;
  });
}

/**
 * Real milliseconds that a probe waits for its answer. The answer comes from a real process at its real speed, so a
 * sped-up clock may not shorten the wait below a second (unless the check itself allows less).
 */
export function patienceMs(timeoutSeconds: number, speed: number): number {
  const cloudMs = timeoutSeconds * 1000;
  return Math.max(cloudMs / speed, Math.min(cloudMs, 1000));
}

/** Never throws. The connection is the probe's own and closed after it, as AWS closes it. */
export function probe(
  where: { host: string; port: number; hostHeader: string },
  check: Pick<HealthCheck, 'path' | 'matcher'>,
  patience: number,
): Promise<ProbeResult> {
  return new Promise((resolve) => {
    const failed = (reason: 'Target.Timeout' | 'Target.FailedHealthChecks') =>
      resolve({
        passed: false,
        reason,
        description: reason === 'Target.Timeout' ? 'Request timed out' : 'Health checks failed',
      });
    const sent = request({
      host: where.host,
      port: where.port,
      method: 'GET',
      path: check.path,
      agent: false,
      headers: { Host: where.hostHeader, 'User-Agent': 'ELB-HealthChecker/2.0', Connection: 'close' },
    });
    // A timer and not a socket timeout: bytes that trickle in are no answer.
    const overdue = setTimeout(() => {
      failed('Target.Timeout');
      sent.destroy();
    }, patience);
    sent.on('response', (answer) => {
      clearTimeout(overdue);
      const status = answer.statusCode ?? 0;
      answer.on('error', () => {});
      answer.resume();
      answer.on('close', () => sent.destroy());
      if (codeMatches(check.matcher, status)) resolve({ passed: true });
      else {
        const description = `Health checks failed with these codes: [${status}]`;
        resolve({ passed: false, reason: 'Target.ResponseCodeMismatch', description });
      }
    });
    sent.on('error', () => {
      clearTimeout(overdue);
      failed('Target.FailedHealthChecks');
    });
    sent.end();
  });
}

/** Probes at the check's interval (cloud time) until told to stop; never two probes of one target at once. */
export class ProbeLoop {
  private timer: Timer | undefined;
  private stopped = false;

  constructor(
    private readonly clock: Clock,
    private readonly intervalMs: () => number,
    private readonly once: () => Promise<void>,
  ) {}

  /** The first probe comes at once: a new target is not kept waiting for an interval. */
  start(): void {
    void this.turn();
  }

  private async turn(): Promise<void> {
    const startedMs = this.clock.now();
    await this.once();
    if (this.stopped) return;
    // "The time that it takes for the target to respond does not affect the interval for the next health check
    // request." At least 20 real milliseconds lie between two probes, whatever the speed.
    const wait = Math.max(this.intervalMs() - (this.clock.now() - startedMs), 20 * this.clock.speed);
    this.timer = this.clock.after(wait, () => void this.turn());
  }

  stop(): void {
    this.stopped = true;
    this.timer?.cancel();
  }
}
