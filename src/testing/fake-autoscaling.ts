import type { Autoscaling, ScalableTarget } from '../ports/autoscaling.js';

/**
 * Application Auto Scaling with behaviour: a registration moves the desired count into the range, a policy or a schedule
 * changes it unless that is suspended.
 */
export class FakeAutoscaling implements Autoscaling {
  targets: Record<string, ScalableTarget> = {};
  /** Thrown by every call that fails, so long as it says so. */
  failing: { read?: Error; put?: Error } = {};
  /** So many of the next registrations are refused as AWS does while another change is under way. */
  concurrentUpdates = 0;
  /** Does something before each registration: ends the process there, for example. */
  beforePut: (target: ScalableTarget) => void = () => {};
  puts = 0;

  constructor(
    private readonly desiredOf: (service: string) => number,
    private readonly setDesired: (service: string, desired: number) => void,
  ) {}

  /** Makes a service scalable, and moves its desired count as AWS does. */
  register(service: string, min: number, max: number, suspended: Partial<ScalableTarget['suspended']> = {}): void {
    this.accept({ service, min, max, suspended: { in: false, out: false, scheduled: false, ...suspended } });
  }

  /** A scaling policy's alarm is on: it wants this many tasks. Answers whether it could change anything. */
  policyWants(service: string, desired: number): boolean {
    const target = this.targets[service];
    const now = this.desiredOf(service);
    if (target === undefined || (desired > now ? target.suspended.out : target.suspended.in)) return false;
    const within = Math.min(Math.max(desired, target.min), target.max);
    if (within === now) return false;
    this.setDesired(service, within);
    return true;
  }

  read: Autoscaling['read'] = async (services) => {
    if (this.failing.read !== undefined) throw this.failing.read;
    return services.flatMap((service) => this.targets[service] ?? []);
  };

  put: Autoscaling['put'] = async (target) => {
    this.beforePut(target);
    if (this.failing.put !== undefined) throw this.failing.put;
    if (this.concurrentUpdates > 0) {
      this.concurrentUpdates--;
      throw Object.assign(new Error('a pending update'), { name: 'ConcurrentUpdateException' });
    }
    this.puts++;
    this.accept(target);
  };

  commandFor: Autoscaling['commandFor'] = ({ service, min, max }) =>
    `aws application-autoscaling ${service} ${min} ${max}`;

  private accept(target: ScalableTarget): void {
    this.targets[target.service] = target;
    const now = this.desiredOf(target.service);
    const within = Math.min(Math.max(now, target.min), target.max);
    if (within !== now) this.setDesired(target.service, within);
  }
}
