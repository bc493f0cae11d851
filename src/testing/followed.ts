import { placementProblem } from '../ecs/failing.js';
import { next } from '../ecs/follow.js';
import {
  type Answer,
  type FollowCommand,
  type FollowPlan,
  type FollowSeen,
  type FollowState,
  initialFollow,
} from '../ecs/follow-state.js';
import { type Shown, SimulatedService } from './simulated-service.js';

/** What disturbs a history. Each is at a moment of it, ms since its beginning. */
export interface Disturbance {
  readonly at: number;
  readonly what:
    | 'newer'
    | 'console rollback'
    | 'console abort'
    | 'scale to 0'
    | 'alarm'
    | 'cancel'
    | 'lose the lock'
    | 'crash';
}

export interface History {
  readonly behaviour: 'good' | 'crashes' | 'never' | 'silent';
  readonly breaker: 'off' | 'on' | 'with rollback';
  readonly canList: boolean;
  readonly disturbances: readonly Disturbance[];
  /** For each look: whether it fails, and how old what it shows may be, ms. The last one stands for all after it. */
  readonly looks: readonly { readonly fails: boolean; readonly lagMs: number }[];
  /** For each command: whether it is lost, its answer is, or neither. */
  readonly commands: readonly ('done' | 'lost' | 'answer lost')[];
  readonly plan?: Partial<FollowPlan>;
}

export interface Followed {
  readonly state: FollowState;
  readonly plan: FollowPlan;
  readonly endedAt: number;
  /** The truth at each moment that was looked at. */
  readonly truth: readonly { readonly at: number; readonly shown: Shown }[];
  readonly sent: readonly {
    readonly at: number;
    readonly command: FollowCommand;
    readonly phase: FollowState['phase'];
  }[];
  /** What really happened, as far as it took effect. */
  readonly happened: readonly { readonly at: number; readonly what: string }[];
}

export const oldDefinition = 'arn:aws:ecs:eu-central-1:123456789012:task-definition/shop:1';
export const newDefinition = 'arn:aws:ecs:eu-central-1:123456789012:task-definition/shop:2';
const strangersDefinition = 'arn:aws:ecs:eu-central-1:123456789012:task-definition/shop:9';

const pollMs = 5_000;
/** The runner's clock is off by so much from that of ECS: no verdict may depend on it. */
const skewMs = -7 * 3_600_000;
const start = Date.UTC(2026, 0, 1);

/** Plays one history to its end: the machine against the model of a service, through looks that fail, lag and lie. */
export function follow(history: History): Followed {
  const service = new SimulatedService(oldDefinition, start);
  service.behaviours = { [newDefinition]: history.behaviour };
  if (history.breaker !== 'off')
    service.settings = {
      ...service.settings,
      deploymentCircuitBreaker: { enable: true, rollback: history.breaker === 'with rollback' },
    };
  const before = service.show();
  const plan: FollowPlan = {
    service: 'shop',
    taskDefinitionArn: newDefinition,
    lastGoodArn: oldDefinition,
    knownBefore: before.service.deployments.map(({ id }) => id),
    knownUntil: Math.max(...before.deployments.map(({ createdAt }) => createdAt)),
    deadline: start + skewMs + 600_000,
    failAfter: 3,
    bakeMs: 20_000,
    unknownLimitMs: 60_000,
    backLimitMs: 300_000,
    onFailure: 'rollback',
    onCancel: 'rollback',
    mayUpdate: true,
    ...history.plan,
  };
  const truth: { at: number; shown: Shown }[] = [{ at: start, shown: before }];
  const sent: { at: number; command: FollowCommand; phase: FollowState['phase'] }[] = [];
  const happened: { at: number; what: string }[] = [];
  const waiting = [...history.disturbances].sort((a, b) => a.at - b.at);
  let state = initialFollow(start + skewMs);
  let answer: Answer | undefined;
  let cancelled: string | undefined;
  let lockLostTo: string | undefined;
  let restarted = 0;
  let commands = 0;
  for (let look = 0; ; look++) {
    const at = start + look * pollMs;
    service.advance(at);
    for (; waiting[0] !== undefined && start + waiting[0].at <= at; waiting.shift()) {
      const { what } = waiting[0];
      if (what === 'cancel') cancelled = 'the run was cancelled';
      else if (what === 'lose the lock') lockLostTo = 'another run';
      else if (what === 'crash') {
        // The process is gone; another one goes on with what was written last.
        restarted += 1;
        answer = undefined;
      } else if (disturb(service, what)) happened.push({ at, what });
    }
    truth.push({ at, shown: service.show() });
    const quality = history.looks[Math.min(look, history.looks.length - 1)] ?? { fails: false, lagMs: 0 };
    const shown = truth.findLast((moment) => moment.at <= at - quality.lagMs) ?? (truth[0] as (typeof truth)[number]);
    const seen: FollowSeen = {
      ...(quality.fails
        ? { service: undefined, deployments: undefined, stopped: undefined, placement: [] }
        : lookAt(shown.shown, state, history.canList)),
      now: at + skewMs,
      answer,
      verdict: { judgement: 'healthy', reason: 'all is well' },
      cancelled,
      lockLostTo,
    };
    const decision = next(restarted > 0 ? { ...plan, mayUpdate: false } : plan, state, seen);
    // Another process can go on with it at any moment.
    state = JSON.parse(JSON.stringify(decision.state)) as FollowState;
    answer = undefined;
    const { command } = decision;
    if (command.kind === 'end' || look > 1_000) {
      return { state, plan, endedAt: at, truth, sent, happened };
    }
    if (command.kind === 'wait') continue;
    sent.push({ at, command, phase: decision.state.phase });
    const fate = history.commands[Math.min(commands++, history.commands.length - 1)] ?? 'done';
    if (fate === 'lost') continue;
    const given = carryOut(service, command);
    if (fate === 'done') answer = given;
  }
}

function lookAt(
  shown: Shown,
  { ours }: FollowState,
  canList: boolean,
): Pick<FollowSeen, 'service' | 'deployments' | 'stopped' | 'placement'> {
  const since = ours.at ?? Number.POSITIVE_INFINITY;
  return {
    service: shown.service,
    deployments: canList ? shown.deployments : 'unavailable',
    stopped: shown.stopped.filter((task) => task.taskDefinitionArn === newDefinition && task.stoppedAt >= since),
    placement: shown.events
      .filter((event) => event.at >= since)
      .flatMap(({ message }) => placementProblem(message) ?? []),
  };
}

function disturb(service: SimulatedService, what: Disturbance['what']): boolean {
  const before = JSON.stringify(service.show());
  const [current] = service.show().deployments;
  if (what === 'newer') service.update({ definition: strangersDefinition });
  if (what === 'console rollback' && current !== undefined) service.stop(current.arn, 'rollback');
  if (what === 'console abort' && current !== undefined) service.stop(current.arn, 'abort');
  if (what === 'scale to 0') service.scale(0);
  if (what === 'alarm') service.alarm();
  return JSON.stringify(service.show()) !== before;
}

function carryOut(service: SimulatedService, command: FollowCommand): Answer | undefined {
  switch (command.kind) {
    case 'update':
      return { to: 'update', ...service.update({ definition: newDefinition }) };
    case 'update-back':
      return { to: 'update-back', ...service.update({ definition: command.taskDefinitionArn }) };
    case 'stop':
      return { to: 'stop', worked: service.stop(command.arn, command.how) };
    default:
      return undefined;
  }
}
