import type { Ground } from '../contract.js';
import { RequestCounts } from './counts.js';
import { ListenerSocket } from './listener-socket.js';
import type { TrafficMetrics } from './metrics.js';
import { type Front, RequestProxy } from './proxy.js';
import { compileRoutes } from './routes.js';
import { type Listener, State, type TargetGroup } from './state.js';

/** What the control plane's operations share, and how their changes reach the data plane. */
export class Control {
  readonly state = new State();
  readonly counts: RequestCounts;

  constructor(
    readonly ground: Ground,
    readonly traffic: TrafficMetrics,
  ) {
    this.counts = new RequestCounts(ground.clock);
  }

  /** The socket of a new listener; `front` is the listener itself. */
  newSocket(front: Front): ListenerSocket {
    const proxy = new RequestProxy(front, this.ground, this.traffic, this.counts);
    return new ListenerSocket(this.ground, proxy, () => this.traffic.connected(front.loadBalancer.arn));
  }

  /** After a listener was made: its rules hold at once, there were none before. */
  listenerOpened(listener: Listener): void {
    listener.socket.apply(compileRoutes(listener, this.state));
    this.useChanged();
  }

  /** After a rule or a listener has changed: requests follow it after the propagation delay. */
  rulesChanged(listener: Listener): void {
    listener.socket.applyLater(this.ground.settings.propagationMs, compileRoutes(listener, this.state));
    this.useChanged();
  }

  /** Groups that a rule names are checked; others are `unused`. */
  useChanged(): void {
    for (const group of this.state.targetGroups.values()) {
      group.pool.setInUse(this.state.usersOf(group.arn).length > 0);
    }
  }

  /** HealthyHostCount and UnHealthyHostCount are reported whether requests flow or not. */
  reportHosts(group: TargetGroup): void {
    for (const loadBalancer of this.state.usersOf(group.arn)) {
      const unhealthy = group.pool.count('unhealthy');
      this.traffic.hosts(loadBalancer.arn, group.arn, group.pool.count('healthy'), unhealthy);
    }
  }
}
