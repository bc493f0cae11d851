import type { World } from '../blue-green/world.js';
import type { TaskDefinition } from '../ecs/task-definition.js';
import type { AlarmSeen, ProbeResult, TargetSeen } from '../ports/evidence.js';
import type { Held, JournalEntry, QueuePlace } from '../ports/journal.js';
import type { ServiceSeen, StoppedTask } from '../ports/service-rollout.js';
import type { Route, Weights } from '../ports/traffic-router.js';
import { FakeAutoscaling } from './fake-autoscaling.js';
import { FakeClock } from './fake-clock.js';
import { FakeTraffic } from './fake-traffic.js';

export const blueArn = 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop-blue/1111111111111111';
export const greenArn =
  'arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop-green/2222222222222222';
const definitionArn = (revision: number) => `arn:aws:ecs:eu-central-1:123456789012:task-definition/shop:${revision}`;

/**
 * A world with behaviour: services start tasks after a while, a rule shows what was written after its lag, alarms are
 * what the test makes of them. The test looks at the world at the end, not at calls.
 */
export class FakeWorld {
  readonly clock = new FakeClock();
  readonly startedAt = this.clock.now();

  weights: Record<string, number> = { [blueArn]: 100, [greenArn]: 0 };
  /** A written weight is shown after so long. */
  lagMs = 500;
  /** So many of the next writes are lost. */
  lostWrites = 0;
  failingReads = 0;
  route: Partial<Route> = {};

  definitions: TaskDefinition[] = [
    { family: 'shop', containerDefinitions: [{ name: 'app', image: 'shop@sha256:old', essential: true }], cpu: '256' },
  ];
  services: Record<
    string,
    { arn: string; desired: number; before: number; since: number; targets: string[]; status: string }
  > = {
    'shop-blue': { arn: definitionArn(1), desired: 2, before: 2, since: 0, targets: [blueArn], status: 'ACTIVE' },
    'shop-green': { arn: definitionArn(1), desired: 0, before: 0, since: 0, targets: [greenArn], status: 'ACTIVE' },
  };
  /** A task runs and is healthy after so long. */
  startMs = 20_000;
  /** Tasks of green as they are at a moment since its start, in place of the default. */
  greenTargets: ((sinceMs: number) => TargetSeen[]) | undefined;
  greenStopped: (sinceMs: number) => Partial<StoppedTask>[] = () => [];

  /** Of both services; none is scaled unless a test registers it. */
  readonly scaling = new FakeAutoscaling(
    (name) => this.services[name]?.desired ?? 0,
    (name, desired) => this.setDesired(name, desired),
  );

  /** What the load balancer counts. */
  readonly traffic = new FakeTraffic(this.clock, greenArn, () => this.greenWeight);

  alarmStates: Record<string, Partial<AlarmSeen>> = {};
  alarmFailure: Error | undefined;
  answer: () => Partial<ProbeResult> = () => ({});

  held: Held | undefined;
  queue: QueuePlace[] = [];
  /** Everything that was reported. */
  readonly lines: string[] = [];
  readonly warnings: string[] = [];
  outputs: Record<string, string> = {};
  markdown = '';
  readonly kept: Record<string, string> = {};
  /** Every weight of green that was written, with the time since the start. */
  readonly written: [seconds: number, weight: number][] = [];

  private readonly controller = new AbortController();
  private readonly deeds = new Set<() => void>();
  private cancelled: string | undefined;

  cancel(): void {
    this.cancelled = 'the run was cancelled (SIGINT)';
    for (const deed of this.deeds) deed();
    this.controller.abort();
  }

  get greenWeight(): number {
    return this.weights[greenArn] ?? 0;
  }

  private sinceGreen(): number {
    return this.clock.now() - (this.services['shop-green']?.since ?? 0);
  }

  private async write(weights: Weights): Promise<void> {
    await this.clock.sleep(20);
    this.written.push([Math.round((this.clock.now() - this.startedAt) / 1000), weights[greenArn] ?? 0]);
    if (this.lostWrites > 0) {
      this.lostWrites--;
      return;
    }
    this.clock.at(this.lagMs, () => {
      this.traffic.noteShare(weights[greenArn] ?? 0);
      this.weights = { ...weights };
    });
  }

  private seen(name: string): ServiceSeen {
    const service = this.services[name] as NonNullable<(typeof this.services)[string]>;
    const isUp = this.clock.now() - service.since >= this.startMs || service.since === 0;
    const running = isUp ? service.desired : Math.min(service.before, service.desired);
    return {
      name,
      arn: `arn:aws:ecs:eu-central-1:123456789012:service/shop/${name}`,
      status: service.status,
      taskDefinitionArn: service.arn,
      desiredCount: service.desired,
      runningCount: running,
      pendingCount: service.desired - running,
      targetGroupArns: service.targets,
      controller: 'ECS',
      deployments: [
        {
          id: 'ecs-svc/1',
          status: 'PRIMARY',
          taskDefinitionArn: service.arn,
          desiredCount: service.desired,
          runningCount: running,
          failedTasks: 0,
          rollout: isUp && (name !== 'shop-green' || this.healthyNow()) ? 'COMPLETED' : 'IN_PROGRESS',
          rolloutReason: '',
        },
      ],
      events: [],
    };
  }

  private setDesired(name: string, desired?: number, arn?: string): void {
    const service = this.services[name] as NonNullable<(typeof this.services)[string]>;
    this.services[name] = {
      ...service,
      arn: arn ?? service.arn,
      desired: desired ?? service.desired,
      before: service.desired,
      since: this.clock.now(),
    };
  }

  private healthyNow(): boolean {
    return (
      this.greenTargets === undefined || this.greenTargets(this.sinceGreen()).some(({ state }) => state === 'healthy')
    );
  }

  private targetsOf(arn: string): TargetSeen[] {
    if (arn === greenArn && this.greenTargets !== undefined) return this.greenTargets(this.sinceGreen());
    const service = this.seen(arn === blueArn ? 'shop-blue' : 'shop-green');
    return Array.from({ length: service.runningCount }, (_, i) => ({
      id: `10.0.0.${i}`,
      port: 8080,
      state: 'healthy',
      reason: '',
    }));
  }

  readonly world: World = {
    clock: this.clock,
    cancellation: this.cancellation(),
    run: { holder: 'me', url: 'https://github.com/shop/shop/actions/runs/1' },
    report: {
      line: (text) => void this.lines.push(text),
      warn: (text) => void this.warnings.push(text),
      outputs: (values) => {
        this.outputs = { ...this.outputs, ...values };
      },
      summary: async (markdown) => {
        this.markdown = markdown;
      },
      keep: (name, value) => {
        this.kept[name] = value;
      },
    },
    router: {
      read: async () => {
        await this.clock.sleep(20);
        if (this.failingReads > 0) {
          this.failingReads--;
          throw new Error('socket hang up');
        }
        return {
          name: 'listener rule arn:rule',
          listenerArn: 'arn:listener',
          loadBalancerArn:
            'arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/shop/3333333333333333',
          stickySeconds: null,
          groups: Object.entries(this.weights).map(([targetGroupArn, weight]) => ({ targetGroupArn, weight })),
          ...this.route,
        };
      },
      write: (weights) => this.write(weights),
      attach: async (arn) => {
        this.weights = { [arn]: 0, ...this.weights };
      },
      commandFor: (weights) => `aws elbv2 modify-rule ${JSON.stringify(weights)}`,
    },
    rollout: {
      describe: async (names) => names.map((name) => this.seen(name)),
      taskDefinition: async (arn) =>
        this.definitions[Number(arn.slice(arn.lastIndexOf(':') + 1)) - 1] as TaskDefinition,
      register: async (definition) => definitionArn(this.definitions.push(definition)),
      update: async (name, { taskDefinitionArn, desiredCount }) =>
        this.setDesired(name, desiredCount, taskDefinitionArn),
      stoppedTasks: async () =>
        this.greenStopped(this.sinceGreen()).map((task, i) => ({
          arn: `arn:aws:ecs:eu-central-1:123456789012:task/shop/${i}`,
          taskDefinitionArn: this.services['shop-green']?.arn ?? '',
          stoppedAt: this.clock.now(),
          stopCode: 'EssentialContainerExited',
          stoppedReason: 'Essential container in task exited',
          containers: [{ name: 'app', exitCode: 1, reason: '', health: 'UNKNOWN' }],
          ...task,
        })),
    },
    autoscaling: this.scaling,
    targets: { targets: async (arn) => this.targetsOf(arn) },
    alarms: {
      alarms: async (names) => {
        if (this.alarmFailure !== undefined) throw this.alarmFailure;
        return names
          .filter((name) => this.alarmStates[name] !== undefined)
          .map((name) => ({
            name,
            state: 'OK',
            reason: 'Threshold Crossed',
            changedAt: 0,
            composite: false,
            metric: '',
            dimensions: [],
            missingData: 'notBreaching',
            ...this.alarmStates[name],
          }));
      },
    },
    logs: { lastLines: async () => ['Error: no database', '    at start (app.js:1)'] },
    prober: { probe: async () => ({ status: 200, body: '{"status":"UP"}', ms: 3, failure: null, ...this.answer() }) },
    metrics: () => this.traffic,
    listenerUrl: async () => 'http://shop.example:80',
    readFile: async () => JSON.stringify(this.definitions[0]),
    metricDimension: (arn) => arn.slice(arn.lastIndexOf(':') + 1).replace(/^loadbalancer\//, ''),
    queue: {
      join: async (place) => {
        this.queue = [...this.queue.filter(({ holder }) => holder !== place.holder), place];
      },
      places: async () => this.queue,
      leave: async (place) => {
        this.queue = this.queue.filter(({ holder }) => holder !== place.holder);
      },
    },
    journal: {
      read: async () => this.held,
      acquire: async (entry) => {
        mustFit(entry);
        if (this.held !== undefined) return { taken: false, held: this.held };
        this.held = { version: 1, entry };
        return { taken: true };
      },
      takeOver: async (held, entry) => {
        this.held = { version: held.version + 1, entry };
        return true;
      },
      update: async (entry) => {
        mustFit(entry);
        if (this.held?.entry?.holder !== entry.holder) return { lostTo: this.held?.entry?.runUrl ?? 'nobody' };
        this.held = { version: this.held.version + 1, entry };
        return undefined;
      },
      release: async (holder) => {
        if (this.held?.entry?.holder === holder) this.held = undefined;
      },
    },
  };

  /** The lock in the hands of another run. */
  lockedBy(runUrl: string, more: Partial<JournalEntry> = {}): void {
    const now = this.clock.now();
    const entry: JournalEntry = {
      schema: 1,
      holder: 'other',
      runUrl,
      startedAt: now - 120_000,
      expires: now + 240_000,
      route: 'arn:rule',
      blue: { service: 'shop-blue', targetGroupArn: blueArn },
      green: { service: 'shop-green', targetGroupArn: greenArn },
      stage: 'shift',
      greenDesiredBefore: 0,
      greenTaskDefinitionBefore: definitionArn(1),
      cluster: 'shop',
      keepOldUntil: null,
      scalingBefore: [],
      steps: '',
      shift: null,
      ...more,
    };
    this.held = { version: 3, entry };
  }

  private cancellation(): World['cancellation'] {
    const reason = (): string | undefined => this.cancelled;
    return {
      get reason() {
        return reason();
      },
      signal: this.controller.signal,
      onRequest: (deed) => {
        this.deeds.add(deed);
        return () => this.deeds.delete(deed);
      },
    };
  }
}

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html */
function mustFit(entry: JournalEntry): void {
  if (Buffer.byteLength(JSON.stringify(entry)) > 4_096)
    throw new Error('Standard tier parameters support a maximum parameter value of 4096 characters.');
}
