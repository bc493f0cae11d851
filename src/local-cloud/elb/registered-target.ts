import { Agent } from 'node:http';
import type { Timer } from '../clock.js';
import type { Target, TargetState } from '../contract.js';
import type { ProbeLoop, ProbeResult } from './health-checks.js';

/** How long an idle connection to a target is kept (real time): shorter than the 5 s after which a Node.js server closes it, so that no request runs into a closing connection. */
const idleConnectionMs = 4_000;

/** A target of a group: its state, its connections, and what it has in flight. */
export class RegisteredTarget {
  state: TargetState = 'initial';
  reason: string | undefined = 'Elb.RegistrationInProgress';
  description: string | undefined = 'Target registration is in progress';
  inFlight = 0;
  loop: ProbeLoop | undefined;
  /** Pending change of state: the end of registration, or of the deregistration delay. */
  timer: Timer | undefined;
  /** Told when the target has drained. */
  private waiting: (() => void)[] = [];
  private passedInARow = 0;
  private failedInARow = 0;
  private hasEverPassed = false;
  /** Connections that have switched protocol (websockets): the agent has let go of them. */
  readonly switched = new Set<{ destroy(): void }>();
  readonly agent = new Agent({ keepAlive: true, timeout: idleConnectionMs, maxFreeSockets: 256, scheduling: 'lifo' });

  constructor(
    readonly id: string,
    readonly port: number,
    readonly availabilityZone: string | undefined,
  ) {}

  get key(): string {
    return targetKey(this);
  }

  setState(state: TargetState, reason?: string, description?: string): void {
    this.state = state;
    this.reason = reason;
    this.description = description;
  }

  /** Registered, or its group has just come into use. */
  beginRegistration(): void {
    this.hasEverPassed = false;
    this.passedInARow = 0;
    this.failedInARow = 0;
    this.setState('initial', 'Elb.RegistrationInProgress', 'Target registration is in progress');
  }

  /**
   * "After your target is registered, it must pass one health check to be considered healthy"; later changes take as
   * many results in a row as the thresholds say.
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
   */
  judge(result: ProbeResult, thresholds: { healthy: number; unhealthy: number }): void {
    if (result.passed) {
      this.failedInARow = 0;
      this.passedInARow++;
      const needed = this.hasEverPassed || this.state === 'unhealthy' ? thresholds.healthy : 1;
      if (this.state === 'healthy' || this.passedInARow >= needed) {
        this.hasEverPassed = true;
        this.setState('healthy');
      }
      return;
    }
    this.passedInARow = 0;
    this.failedInARow++;
    if (this.state === 'unhealthy' || this.failedInARow >= thresholds.unhealthy) {
      this.setState('unhealthy', result.reason, result.description);
    }
  }

  stopChecks(): void {
    this.loop?.stop();
    this.loop = undefined;
    this.timer?.cancel();
    this.timer = undefined;
  }

  /** Resolves when nothing is in flight, or when `cut` is called. */
  drained(): Promise<void> {
    if (this.inFlight === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.waiting.push(resolve);
    });
  }

  started(): void {
    this.inFlight++;
  }

  finished(): void {
    this.inFlight--;
    if (this.inFlight === 0) this.release();
  }

  closeIdleConnections(): void {
    for (const sockets of Object.values(this.agent.freeSockets)) {
      for (const socket of [...(sockets ?? [])]) socket.destroy();
    }
  }

  /** Ends what is still in flight. */
  cut(): void {
    this.stopChecks();
    this.agent.destroy();
    for (const connection of this.switched) connection.destroy();
    this.release();
  }

  private release(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** Targets are told apart by id and port: two ports of one address are two targets. */
export function targetKey(target: Target): string {
  return `${target.id}:${target.port}`;
}
