import type { Timer } from '../clock.js';
import type { Ground, Metrics } from '../contract.js';
import { dimensionOf } from './names.js';

/**
 * What the data plane tells CloudWatch. Counted in memory per request, handed over in batches.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */

const namespace = 'AWS/ApplicationELB';
/** A batch is handed over so long (cloud time) after its first observation, and always before its minute is left. */
const batchMs = 4_000;
const minuteMs = 60_000;
/** Response times are kept to 1 %. */
const step = Math.log(1.01);

/** Counters of one dimension set since the last hand-over. */
class Batch {
  readonly counts = new Map<string, number>();
  /** Index of the response time's 1 % step → how many. */
  readonly times = new Map<number, number>();

  constructor(
    readonly dimensions: Readonly<Record<string, string>>,
    /** How many targets the group's requests are shared by. */
    readonly targets: (() => number) | undefined,
  ) {}

  add(name: string, count = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + count);
  }

  time(index: number): void {
    this.times.set(index, (this.times.get(index) ?? 0) + 1);
  }
}

export class TrafficMetrics {
  private readonly batches = new Map<string, Batch>();
  private minute = 0;
  private lastMs = 0;
  private timer: Timer | undefined;
  private stopped = false;

  constructor(
    private readonly ground: Ground,
    private readonly metrics: Metrics,
  ) {}

  /** A target of the group was chosen for a request: RequestCount leaves out what never got that far. */
  requested(loadBalancer: string, group: string, targets: () => number): void {
    this.of(loadBalancer).add('RequestCount');
    this.of(loadBalancer, group, targets).add('RequestCount');
  }

  /** A target has begun to answer. `seconds`: from the request's leaving until the response's headers came. */
  answered(loadBalancer: string, group: string, status: number, seconds: number): void {
    const name = status >= 200 && status < 600 ? `HTTPCode_Target_${Math.floor(status / 100)}XX_Count` : undefined;
    const index = Math.round(Math.log(Math.max(seconds, 1e-5)) / step);
    for (const batch of [this.of(loadBalancer), this.of(loadBalancer, group)]) {
      if (name !== undefined) batch.add(name);
      batch.time(index);
    }
  }

  connectionFailed(loadBalancer: string, group: string): void {
    this.of(loadBalancer).add('TargetConnectionErrorCount');
    this.of(loadBalancer, group).add('TargetConnectionErrorCount');
  }

  /** The load balancer itself answered. */
  answeredByElb(loadBalancer: string, status: number, why: 'error' | 'fixed-response' | 'redirect'): void {
    const batch = this.of(loadBalancer);
    if (why === 'fixed-response') batch.add('HTTP_Fixed_Response_Count');
    if (why === 'redirect') batch.add('HTTP_Redirect_Count');
    if (why !== 'error') return;
    batch.add(`HTTPCode_ELB_${Math.floor(status / 100)}XX_Count`);
    if ([500, 502, 503, 504].includes(status)) batch.add(`HTTPCode_ELB_${status}_Count`);
  }

  connected(loadBalancer: string): void {
    this.of(loadBalancer).add('NewConnectionCount');
  }

  hosts(loadBalancer: string, group: string, healthy: number, unhealthy: number): void {
    const dimensions = dimensionsOf(loadBalancer, group);
    for (const [name, value] of [
      ['HealthyHostCount', healthy],
      ['UnHealthyHostCount', unhealthy],
    ] as const) {
      this.metrics.record({ namespace, name, dimensions, value, unit: 'Count' });
    }
  }

  /** Hands over everything counted so far. */
  flush(): void {
    this.timer?.cancel();
    this.timer = undefined;
    const at = this.lastMs;
    for (const batch of this.batches.values()) {
      const { dimensions } = batch;
      const requests = batch.counts.get('RequestCount') ?? 0;
      if (requests > 0 && batch.targets !== undefined) {
        const value = requests / Math.max(1, batch.targets());
        const name = 'RequestCountPerTarget';
        this.metrics.record({ namespace, name, dimensions, value, unit: 'Count', at });
        const { TargetGroup = '' } = dimensions;
        this.metrics.record({ namespace, name, dimensions: { TargetGroup }, value, unit: 'Count', at });
      }
      for (const [name, value] of batch.counts) {
        this.metrics.record({ namespace, name, dimensions, value, unit: 'Count', at });
      }
      for (const [index, count] of batch.times) {
        const value = Math.exp(index * step);
        this.metrics.record({ namespace, name: 'TargetResponseTime', dimensions, value, count, unit: 'Seconds', at });
      }
    }
    this.batches.clear();
  }

  /** Hands over what there is; connections that end after this start no timer any more. */
  stop(): void {
    this.stopped = true;
    this.flush();
  }

  private of(loadBalancer: string, group = '', targets?: () => number): Batch {
    const now = this.ground.clock.now();
    const minute = Math.floor(now / minuteMs);
    if (minute !== this.minute) {
      this.flush();
      this.minute = minute;
    }
    this.lastMs = now;
    // At least 20 real milliseconds lie between two batches, whatever the speed.
    if (!this.stopped)
      this.timer ??= this.ground.clock.after(Math.max(batchMs, 20 * this.ground.clock.speed), () => this.flush());
    const key = `${loadBalancer} ${group}`;
    let batch = this.batches.get(key);
    if (batch === undefined) {
      batch = new Batch(dimensionsOf(loadBalancer, group), targets);
      this.batches.set(key, batch);
    }
    return batch;
  }
}

function dimensionsOf(loadBalancer: string, group: string): Record<string, string> {
  const LoadBalancer = dimensionOf(loadBalancer);
  return group === '' ? { LoadBalancer } : { TargetGroup: dimensionOf(group), LoadBalancer };
}
