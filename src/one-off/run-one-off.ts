import { containerToRun, essentialContainers, judgeOneOff } from '../ecs/one-off.js';
import type { TaskDefinition } from '../ecs/task-definition.js';
import { AccessError } from '../ports/access-error.js';
import type { Cancellation } from '../ports/cancellation.js';
import type { Clock } from '../ports/clock.js';
import { messageOf } from '../ports/message-of.js';
import type { OneOffSeen, OneOffStart, OneOffTasks, OneOffWatch } from '../ports/one-off-tasks.js';
import type { Report } from '../ports/report.js';
import type { ServiceRollout } from '../ports/service-rollout.js';
import { InputError } from '../spec/input-error.js';
import { LogTail } from './log-tail.js';
import { stopLeft } from './stop-left.js';

export interface OneOffRequest {
  /** What people call it: `migrations`. */
  readonly name: string;
  /** Short and unique in this run; with the holder it makes the start idempotent. */
  readonly id: string;
  /** The service whose network and capacity it inherits. */
  readonly service: string;
  readonly taskDefinitionArn: string;
  /** Which container is meant; needed only when several are essential. */
  readonly container?: string;
  /** Instead of the container's own command. */
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** How long it may take from its start on, ms. */
  readonly timeoutMs: number;
}

export interface OneOffWorld {
  readonly clock: Clock;
  readonly cancellation: Cancellation;
  readonly report: Pick<Report, 'line' | 'warn'>;
  readonly tasks: OneOffTasks;
  readonly rollout: Pick<ServiceRollout, 'taskDefinition'>;
  readonly run: { readonly holder: string };
  readonly watch: OneOffWatch;
}

export interface OneOffResult {
  readonly outcome: 'succeeded' | 'failed' | 'timed-out' | 'interrupted' | 'access-lost';
  /** Why it ended so, in a sentence; always with the exit codes when there are any. */
  readonly reason: string;
  readonly taskArn?: string;
  readonly containers: OneOffSeen['containers'];
  /** The last lines of its log. */
  readonly lastLines: readonly string[];
  readonly tookMs: number;
}

const pollMs = 3_000;
/** ECS asks to try again when it has no capacity at the moment. */
const placeAgainMs = 15_000;
/** A task that was just started may be unknown for a moment: DescribeTasks is eventually consistent. */
const unknownMs = 60_000;
/** How long to wait for the end of a task that was told to stop: `stopTimeout` is at most 120 s. */
const stopMs = 150_000;

/**
 * Runs one task to its end, shows what it logs while it runs, and judges it by its essential containers. Stopped when its
 * time is up or the run is cancelled. Never rejects.
 */
export async function runOneOff(request: OneOffRequest, world: OneOffWorld): Promise<OneOffResult> {
  const startedAt = world.clock.now();
  const run = new OneOffRun(request, world, startedAt + request.timeoutMs);
  const ended = await run.toEnd().catch((error: unknown) => run.broken(error));
  // What may still run stays in the journal: whoever comes after stops it.
  if (!run.mayRun || run.seen?.status === 'STOPPED') await world.watch.over();
  const result = {
    ...ended,
    containers: run.seen?.containers ?? [],
    lastLines: run.tail?.last ?? [],
    tookMs: world.clock.now() - startedAt,
    ...(run.arn === undefined ? {} : { taskArn: run.arn }),
  };
  world.report.line(`${request.name}: ${result.outcome}: ${result.reason}`);
  return result;
}

type Ended = Pick<OneOffResult, 'outcome' | 'reason'>;

class OneOffRun {
  arn: string | undefined;
  seen: OneOffSeen | undefined;
  tail: LogTail | undefined;
  /** ECS was asked to start it, and did not say that it could not. */
  mayRun = false;
  /** Since when ECS answers that it does not know it; a look that fails says nothing of that. */
  private unknownSince: number | undefined;
  private readonly startedBy: string;
  private essential: readonly string[] = [];
  private container = '';

  constructor(
    private readonly request: OneOffRequest,
    private readonly world: OneOffWorld,
    private readonly deadline: number,
  ) {
    this.startedBy = `sluice/${world.run.holder}/${request.id}`;
  }

  async toEnd(): Promise<Ended> {
    const { request, world } = this;
    const definition = await world.rollout.taskDefinition(request.taskDefinitionArn);
    this.essential = essentialContainers(definition);
    const has = (definition.containerDefinitions ?? []).map(({ name = '' }) => name);
    this.container = containerOf(request, definition);
    const notPlaced = await this.place();
    if (notPlaced !== undefined) return notPlaced;
    world.report.line(`${request.name}: task ${this.shortArn} was started`);
    this.tail = new LogTail(world.tasks, has, (line) => world.report.line(`${request.name} | ${line}`));
    return this.follow();
  }

  /** A fault of ours or of AWS: the task may be at work, and somebody has to know. */
  async broken(error: unknown): Promise<Ended> {
    const why = messageOf(error).replace(/\.$/, '');
    const isAccess = error instanceof AccessError;
    const outcome = isAccess ? 'access-lost' : this.world.cancellation.reason === undefined ? 'failed' : 'interrupted';
    if (!this.mayRun) return { outcome, reason: `${why}. It was not started` };
    const stopped = isAccess
      ? undefined
      : await stopLeft(this.startedBy, this.world, () => this.world.watch.beat()).catch(() => undefined);
    if (stopped?.isDone) {
      this.mayRun = false;
      return { outcome, reason: `${why}. ${stopped.told}` };
    }
    const left =
      this.arn === undefined
        ? `It may have been started (by ${this.startedBy})`
        : `Task ${this.shortArn} may still run. To stop it: ${this.world.tasks.commandToStop(this.arn)}`;
    return { outcome, reason: `${why}. ${left}` };
  }

  private async place(): Promise<Ended | undefined> {
    const { request, world, startedBy } = this;
    const { name: _name, id, timeoutMs: _timeout, ...start } = request;
    const token = `${world.run.holder}-${id}`.slice(-64);
    const before = world.cancellation.reason;
    if (before !== undefined) return { outcome: 'interrupted', reason: `${before}; nothing was started` };
    const unwritten = await world.watch.starting(startedBy).catch(messageOf);
    if (unwritten !== undefined) return { outcome: 'interrupted', reason: `${unwritten}; nothing was started` };
    for (;;) {
      const { reason } = world.cancellation;
      if (reason !== undefined) {
        const told = this.mayRun ? 'whether it was started is not known' : 'nothing was started';
        return { outcome: 'interrupted', reason: `${reason}; ${told}` };
      }
      const placed = await this.start({ ...start, container: this.container, token, startedBy });
      if ('arn' in placed) {
        this.arn = placed.arn;
        return undefined;
      }
      if (world.clock.now() + placeAgainMs >= this.deadline) {
        if (placed.error !== undefined) throw placed.error;
        return { outcome: 'timed-out', reason: `ECS could not place it in time: ${placed.notPlaced}` };
      }
      world.report.line(`${request.name}: not placed yet: ${placed.notPlaced}`);
      world.watch.beat();
      await world.clock.sleep(placeAgainMs, world.cancellation.signal);
    }
  }

  /** What AWS does not answer as it should is asked again like what it cannot place: by its token it is the same task. */
  private async start(task: OneOffStart): Promise<{ arn: string } | { notPlaced: string; error?: unknown }> {
    const wasMaybe = this.mayRun;
    this.mayRun = true;
    try {
      const placed = await this.world.tasks.start(task);
      if (!('arn' in placed)) this.mayRun = false;
      return placed;
    } catch (error) {
      // Refused: it is not the one that runs, if there is one.
      if (error instanceof AccessError || error instanceof InputError) {
        this.mayRun = wasMaybe;
        throw error;
      }
      return { notPlaced: messageOf(error), error };
    }
  }

  private async follow(): Promise<Ended> {
    const { world } = this;
    const arn = this.arn as string;
    for (;;) {
      await this.look();
      await this.tail?.read(this.log);
      if (this.seen?.status === 'STOPPED') return this.judged();
      const now = world.clock.now();
      if (this.unknownSince !== undefined && now - this.unknownSince > unknownMs) {
        return { outcome: 'failed', reason: `ECS does not know task ${this.shortArn}` };
      }
      const { reason } = world.cancellation;
      if (reason !== undefined) {
        // Seconds are left to a cancelled run: the stop is asked for, and its end is not waited for.
        await world.tasks.stop(arn, `Sluice: ${reason}`);
        return { outcome: 'interrupted', reason: `${reason}; the task was told to stop` };
      }
      if (now >= this.deadline) return this.stopAndWait(arn);
      world.watch.beat();
      await world.clock.sleep(Math.min(pollMs, this.deadline - now), world.cancellation.signal);
    }
  }

  private async stopAndWait(arn: string): Promise<Ended> {
    const { world, request } = this;
    const limit = `${Math.round(request.timeoutMs / 1000)} s`;
    await world.tasks.stop(arn, `Sluice: it took longer than ${limit}`);
    const until = world.clock.now() + stopMs;
    while (this.seen?.status !== 'STOPPED' && world.clock.now() < until && world.cancellation.reason === undefined) {
      world.watch.beat();
      await world.clock.sleep(pollMs, world.cancellation.signal);
      await this.look();
      await this.tail?.read(this.log);
    }
    const end =
      this.seen?.status === 'STOPPED'
        ? `it was stopped (${judgeOneOff(this.seen, this.essential, this.container).reason})`
        : `it was told to stop and is ${this.seen?.status ?? 'unknown'} still`;
    return { outcome: 'timed-out', reason: `not done after ${limit}: ${end}` };
  }

  private async judged(): Promise<Ended> {
    const { world } = this;
    // What a container writes last reaches its log stream after the container has ended.
    await world.clock.sleep(pollMs, world.cancellation.signal);
    await this.tail?.read(this.log);
    const { succeeded, reason } = judgeOneOff(this.seen as OneOffSeen, this.essential, this.container);
    return { outcome: succeeded ? 'succeeded' : 'failed', reason };
  }

  /** A look that fails is made again at the next poll: throttles and faults of the network are no end of a task. */
  private async look(): Promise<void> {
    try {
      this.seen = (await this.world.tasks.look(this.arn as string)) ?? this.seen;
      if (this.seen === undefined) this.unknownSince ??= this.world.clock.now();
      else this.unknownSince = undefined;
    } catch (error) {
      if (error instanceof AccessError) throw error;
      this.world.report.line(`${this.request.name}: ${messageOf(error)}`);
    }
  }

  private get log(): { arn: string; taskDefinitionArn: string } {
    return { arn: this.arn as string, taskDefinitionArn: this.request.taskDefinitionArn };
  }

  private get shortArn(): string {
    return (this.arn ?? '').slice((this.arn ?? '').lastIndexOf('/') + 1);
  }
}

function containerOf({ container, name }: OneOffRequest, definition: TaskDefinition): string {
  const found = containerToRun(definition, container);
  if ('container' in found) return found.container;
  const value = container === undefined ? {} : { value: container };
  throw new InputError([{ input: `container of ${name}`, ...value, wrong: found.wrong }]);
}
