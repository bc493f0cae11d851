import type { Ground, Target, TargetState } from '../contract.js';
import { type Attributes, numberOf } from './attributes.js';
import { type HealthCheck, ProbeLoop, patienceMs, probe } from './health-checks.js';
import { RegisteredTarget, targetKey } from './registered-target.js';

/** A newly registered target is said to be `Elb.RegistrationInProgress` so long (cloud time), then its checks begin. */
const registrationMs = 1_000;

/** What a pool reads of its target group; both change under it. */
interface GroupSettings {
  readonly check: HealthCheck;
  readonly attributes: Attributes;
}

/** The targets of one group: registration, health, draining, and the choice of one for a request. */
export class TargetPool {
  private readonly targets = new Map<string, RegisteredTarget>();
  /** Who may be chosen now; made anew when any state changes. */
  private routable: RegisteredTarget[] = [];
  private turn = 0;
  private inUse = false;
  private readonly random = Math.random;

  constructor(
    private readonly ground: Ground,
    private readonly group: GroupSettings,
    private readonly onHostChange: () => void,
  ) {}

  get used(): boolean {
    return this.inUse;
  }

  get all(): readonly RegisteredTarget[] {
    return [...this.targets.values()];
  }

  find(target: Target): RegisteredTarget | undefined {
    return this.targets.get(targetKey(target));
  }

  count(state: TargetState): number {
    let count = 0;
    for (const target of this.targets.values()) if (target.state === state) count++;
    return count;
  }

  /** Registering again is no change, but calls a draining target back. */
  register(target: Target, availabilityZone?: string): void {
    const known = this.find(target);
    if (known !== undefined && known.state !== 'draining') return;
    known?.stopChecks();
    const registered = known ?? new RegisteredTarget(target.id, target.port, availabilityZone);
    this.targets.set(registered.key, registered);
    if (this.inUse) this.begin(registered);
    else this.markUnused(registered);
    this.changed();
  }

  /**
   * The target gets no new requests from now on. Resolves when nothing is in flight any more, or when the deregistration
   * delay is over, which ends what still is. It is shown as `draining` for the whole delay even if it drained at once.
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#deregistration-delay
   */
  async deregister(target: Target): Promise<void> {
    const known = this.find(target);
    if (known === undefined) return;
    if (known.state === 'draining') return known.drained();
    const delayMs = numberOf(this.group.attributes, 'deregistration_delay.timeout_seconds') * 1000;
    const wasUnused = known.state === 'unused';
    known.stopChecks();
    if (wasUnused || delayMs === 0) {
      this.remove(known);
      return;
    }
    known.setState('draining', 'Target.DeregistrationInProgress', 'Target deregistration is in progress');
    known.timer = this.ground.clock.after(delayMs, () => this.remove(known));
    known.closeIdleConnections();
    this.changed();
    await known.drained();
  }

  /** A group that no listener and no rule names is not checked. */
  setInUse(inUse: boolean): void {
    if (inUse === this.inUse) return;
    this.inUse = inUse;
    for (const target of this.targets.values()) {
      if (target.state === 'draining') continue;
      target.stopChecks();
      if (inUse) this.begin(target);
      else this.markUnused(target);
    }
    this.changed();
  }

  /** The one for the next request; undefined when there is none that is not draining. `sticky`: a key, if it may still be chosen. */
  pick(sticky?: string): RegisteredTarget | undefined {
    const among = this.routable;
    if (among.length === 0) return undefined;
    if (sticky !== undefined) {
      const known = this.targets.get(sticky);
      if (known !== undefined && among.includes(known)) return known;
    }
    switch (this.group.attributes.get('load_balancing.algorithm.type')) {
      case 'least_outstanding_requests':
        return among.reduce((least, target) => (target.inFlight < least.inFlight ? target : least));
      case 'weighted_random':
        return among[Math.floor(this.random() * among.length)];
      default:
        this.turn = (this.turn + 1) % among.length;
        return among[this.turn];
    }
  }

  /** The check's or the attributes' values have changed. */
  settingsChanged(): void {
    this.changed();
  }

  stop(): void {
    for (const target of this.targets.values()) target.cut();
    this.targets.clear();
    this.routable = [];
  }

  private begin(target: RegisteredTarget): void {
    target.beginRegistration();
    target.timer = this.ground.clock.after(registrationMs, () => {
      target.setState('initial', 'Elb.InitialHealthChecking', 'Initial health checks in progress');
      const loop = new ProbeLoop(
        this.ground.clock,
        () => this.group.check.intervalSeconds * 1000,
        () => this.checkOnce(target, loop),
      );
      target.loop = loop;
      loop.start();
    });
  }

  private async checkOnce(target: RegisteredTarget, loop: ProbeLoop): Promise<void> {
    const { check } = this.group;
    const port = check.port === 'traffic-port' ? target.port : Number(check.port);
    const where = this.ground.network.resolve(target.id, port);
    const patience = patienceMs(check.timeoutSeconds, this.ground.clock.speed);
    const result = await probe({ ...where, hostHeader: `${target.id}:${port}` }, check, patience);
    // Deregistered, or out of use, while the probe was on its way.
    if (target.loop !== loop) return;
    const before = target.state;
    target.judge(result, { healthy: check.healthyThreshold, unhealthy: check.unhealthyThreshold });
    if (target.state === before) return;
    this.ground.note(
      `target ${target.key} ${before} -> ${target.state}${target.reason === undefined ? '' : ` (${target.reason})`}`,
    );
    this.changed();
  }

  private markUnused(target: RegisteredTarget): void {
    const why = 'Target group is not configured to receive traffic from the load balancer';
    target.setState('unused', 'Target.NotInUse', why);
  }

  private remove(target: RegisteredTarget): void {
    this.targets.delete(target.key);
    target.cut();
    this.changed();
  }

  /**
   * Healthy targets only, or all that are registered when too few are healthy (fail-open).
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-group-health
   */
  private changed(): void {
    const registered = this.all.filter(({ state }) => state !== 'draining');
    const healthy = registered.filter(({ state }) => state === 'healthy');
    const key = 'target_group_health.unhealthy_state_routing.minimum_healthy_targets';
    const least = numberOf(this.group.attributes, `${key}.count`);
    const share = this.group.attributes.get(`${key}.percentage`) ?? 'off';
    const tooFew =
      healthy.length < least || (share !== 'off' && healthy.length < (registered.length * Number(share)) / 100);
    this.routable = tooFew ? registered : healthy;
    this.onHostChange();
  }
}
