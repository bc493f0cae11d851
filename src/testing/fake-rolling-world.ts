import type { TaskDefinition } from '../ecs/task-definition.js';
import { AccessError } from '../ports/access-error.js';
import type { AlarmSeen, ProbeResult, TargetSeen } from '../ports/evidence.js';
import type { Held, Journal, QueuePlace, RollingEntry } from '../ports/journal.js';
import type { ServiceChange, ServiceSettings } from '../ports/service-deployments.js';
import type { ServiceSeen } from '../ports/service-rollout.js';
import { KeptRollings } from '../rolling/kept.js';
import { rollingLockName } from '../rolling/lock.js';
import type { RollRequest } from '../rolling/roll.js';
import type { RollSettings } from '../rolling/settings.js';
import type { RollingWorld } from '../rolling/world.js';
import { InputError } from '../spec/input-error.js';
import { FakeClock } from './fake-clock.js';
import { FakeOneOffs } from './fake-one-offs.js';
import { type Behaviour, SimulatedService } from './simulated-service.js';

export const definitionArn = (revision: number) =>
  `arn:aws:ecs:eu-central-1:123456789012:task-definition/shop:${revision}`;
const groupArn = 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/1111111111111111';

/** Of the calls to ECS, which one is disturbed. */
export type CallName = 'describe' | 'list' | 'start' | 'stop' | 'stoppedTasks' | 'register' | 'detail';

/**
 * One service in a world with behaviour: its tasks come up one after the other, versions do what the test says, calls fail
 * when it wants them to. The test looks at the world at the end, not at calls.
 */
export class FakeRollingWorld {
  readonly clock: FakeClock;
  readonly startedAt: number;
  readonly service: SimulatedService;
  definitions: TaskDefinition[] = [
    { family: 'shop', containerDefinitions: [{ name: 'app', image: 'shop@sha256:old', essential: true }], cpu: '256' },
  ];
  /** What each further revision does, from the second on. */
  behaviours: Behaviour[] = ['good'];
  targetGroups: string[] = [groupArn];
  targetState: (index: number) => Partial<TargetSeen> = () => ({});
  alarmStates: Record<string, Partial<AlarmSeen>> = {};
  answer: () => Partial<ProbeResult> = () => ({});
  settings: ServiceSettings = {
    deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 200, strategy: 'ROLLING' },
    capacityProviderStrategy: [],
  };
  exists = true;
  readonly oneOffs: FakeOneOffs;
  /** Thrown by a call instead of doing it; told how often that call was made before. */
  fails: (call: CallName, count: number) => Error | undefined = () => undefined;
  /** The call is done, and its answer is lost. */
  losesAnswer: (call: CallName, count: number) => boolean = () => false;
  /** Everything that UpdateService was told. */
  readonly changes: ServiceChange[] = [];
  readonly calls: CallName[] = [];

  held: Held<RollingEntry> | undefined;
  readonly lines: string[] = [];
  readonly warnings: string[] = [];
  readonly kept: Record<string, string> = {};
  private queue: QueuePlace[] = [];
  private readonly controller = new AbortController();
  private cancelled: string | undefined;

  /** @param clock of several worlds in which time passes together */
  constructor(clock = new FakeClock()) {
    this.clock = clock;
    this.startedAt = clock.now();
    this.oneOffs = new FakeOneOffs(clock);
    this.service = new SimulatedService(definitionArn(1), this.startedAt - 3_600_000);
    this.service.advance(this.startedAt);
  }

  at(ms: number, deed: () => void): void {
    this.clock.at(ms, () => {
      this.service.advance(this.clock.now());
      deed();
    });
  }

  cancel(): void {
    this.cancelled = 'the run was cancelled (SIGINT)';
    this.controller.abort();
  }

  request(settings: Partial<RollSettings> = {}, more: Partial<RollRequest> = {}): RollRequest {
    return {
      label: 'shop',
      cluster: 'shop',
      service: 'shop',
      definition: { source: { kind: 'current' }, edits: { images: { app: 'shop@sha256:new' } } },
      settings: {
        region: 'eu-central-1',
        change: { forceNewDeployment: false },
        timeoutMs: 900_000,
        pollMs: 5_000,
        failAfter: 3,
        bakeMs: 30_000,
        unhealthyLimit: 2,
        unknownLimitMs: 60_000,
        alarms: [],
        queries: [],
        alertRules: [],
        onFailure: 'rollback',
        onCancel: 'rollback',
        whenBusy: 'fail',
        whenLocked: 'fail',
        logLines: 20,
        dryRun: false,
        ...settings,
      },
      ...more,
    };
  }

  /** What the service runs in the end. */
  get runs(): string {
    const { taskDefinitionArn } = this.service.show().service;
    return taskDefinitionArn.slice(taskDefinitionArn.lastIndexOf('/') + 1);
  }

  private async call<T>(name: CallName, deed: () => T): Promise<T> {
    await this.clock.sleep(20);
    this.service.advance(this.clock.now());
    const count = this.calls.filter((each) => each === name).length;
    this.calls.push(name);
    const failure = this.fails(name, count);
    if (failure !== undefined) throw failure;
    const result = deed();
    if (this.losesAnswer(name, count)) throw new Error('socket hang up');
    return result;
  }

  private seen(): ServiceSeen {
    const { service, events } = this.service.show();
    return {
      name: 'shop',
      arn: 'arn:aws:ecs:eu-central-1:123456789012:service/shop/shop',
      targetGroupArns: this.targetGroups,
      controller: 'ECS',
      events,
      ...service,
    };
  }

  private journal(): Journal<RollingEntry> {
    return {
      read: async () => this.held,
      acquire: async (entry) => {
        if (this.held !== undefined) return { taken: false, held: this.held };
        this.held = { version: 1, entry };
        return { taken: true };
      },
      takeOver: async (held, entry) => {
        this.held = { version: held.version + 1, entry };
        return true;
      },
      update: async (entry) => {
        if (this.held?.entry?.holder !== entry.holder) return { lostTo: this.held?.entry?.runUrl ?? 'nobody' };
        this.held = { version: this.held.version + 1, entry };
        return undefined;
      },
      release: async (holder) => {
        if (this.held?.entry?.holder === holder) this.held = undefined;
      },
    };
  }

  readonly report: RollingWorld['report'] = {
    line: (text) => void this.lines.push(text),
    warn: (text) => void this.warnings.push(text),
    outputs: () => {},
    summary: async () => {},
    keep: (name, value) => {
      this.kept[name] = value;
    },
  };

  /** The world as a process sees it that holds locks under this name. */
  world(holder = 'me'): RollingWorld {
    const reason = (): string | undefined => this.cancelled;
    return {
      clock: this.clock,
      report: this.report,
      cancellation: {
        get reason() {
          return reason();
        },
        signal: this.controller.signal,
        onRequest: () => () => {},
      },
      run: { holder, url: `https://github.com/shop/shop/actions/runs/${holder}` },
      kept: new KeptRollings(this.report),
      lock: () => ({
        journal: this.journal(),
        queue: {
          join: async (place) => void this.queue.push(place),
          places: async () => this.queue,
          leave: async (place) => {
            this.queue = this.queue.filter((other) => other.holder !== place.holder);
          },
        },
      }),
      tasks: this.oneOffs.tasks,
      rollout: {
        describe: (names) =>
          this.call('describe', () => {
            if (!this.exists || names[0] !== 'shop')
              throw new InputError([
                { input: 'services', value: names[0] ?? '', wrong: 'does not exist in cluster shop' },
              ]);
            return [this.seen()];
          }),
        taskDefinition: async (arn) => ({
          ...this.definitions[Number(arn.split(':').at(-1)) - 1],
          taskDefinitionArn: arn,
        }),
        register: (definition) =>
          this.call('register', () => {
            this.definitions.push(definition);
            const arn = definitionArn(this.definitions.length);
            const behaviour = this.behaviours[this.definitions.length - 2] ?? this.behaviours.at(-1) ?? 'good';
            this.service.behaviours = { ...this.service.behaviours, [arn]: behaviour };
            return arn;
          }),
        update: async () => {},
        stoppedTasks: (_service, since) =>
          this.call('stoppedTasks', () => this.service.show().stopped.filter(({ stoppedAt }) => stoppedAt >= since)),
      },
      deployments: {
        start: (_service, change) =>
          this.call('start', () => {
            this.changes.push(change);
            return this.service.update({
              ...(change.taskDefinitionArn === undefined ? {} : { definition: change.taskDefinitionArn }),
              ...(change.desiredCount === undefined ? {} : { desired: change.desiredCount }),
              ...(change.deploymentConfiguration === undefined ? {} : { settings: change.deploymentConfiguration }),
              force: change.forceNewDeployment === true,
            });
          }),
        list: () => this.call('list', () => this.service.show().deployments as never),
        describe: () =>
          this.call('detail', () => ({
            status: '',
            statusReason: '',
            rollbackReason: '',
            triggeredAlarms: [],
            circuitBreaker: { status: '', failures: 0, threshold: 0 },
          })),
        stop: (arn, how) => this.call('stop', () => this.service.stop(arn, how)),
        settings: async () => this.settings,
      },
      alarms: {
        alarms: async (names) =>
          names
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
            })),
      },
      targets: {
        targets: async () =>
          Array.from({ length: this.service.show().service.runningCount }, (_, i) => ({
            id: `10.0.0.${i}`,
            port: 8080,
            state: 'healthy',
            reason: '',
            ...this.targetState(i),
          })),
      },
      logs: { lastLines: async () => ['Error: no database', '    at start (app.js:1)'] },
      prober: { probe: async () => ({ status: 200, body: '{"status":"UP"}', ms: 3, failure: null, ...this.answer() }) },
      readFile: async () => JSON.stringify(this.definitions[0]),
    };
  }

  /** The lock in the hands of a run that has died. */
  leftBy(entry: Partial<RollingEntry>): void {
    const now = this.clock.now();
    this.held = {
      version: 3,
      entry: {
        schema: 1,
        kind: 'rolling',
        holder: 'dead',
        runUrl: 'https://github.com/shop/shop/actions/runs/dead',
        startedAt: now - 600_000,
        expires: now - 1,
        stage: 'roll',
        cluster: 'shop',
        service: 'shop',
        plan: null,
        follow: null,
        ...entry,
      },
    };
  }

  get lockName(): string {
    return rollingLockName({ cluster: 'shop', service: 'shop' });
  }
}

export const expired = (): AccessError =>
  new AccessError('The AWS credentials have expired (ecs:DescribeServices)', { kind: 'expired' });
