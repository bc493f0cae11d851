import type { ContainerCondition } from '@aws-sdk/client-ecs';
import { appProgram } from './app-program.js';
import type { ContainerExit } from './container-process.js';
import type { ContainerRecord, TaskRecord, TaskStatus, WhyStopped } from './model.js';
import { assignPorts, logStreamOf, spawnContainer, watchHealth } from './task-containers.js';
import { readSecrets } from './task-secrets.js';
import { stopped } from './wording.js';
import type { World } from './world.js';

/** AWS's default between SIGTERM and SIGKILL. */
const STOP_TIMEOUT_SECONDS = 30;
/** A process needs some real time to end, however fast the cloud's clock goes. */
const SHORTEST_REAL_GRACE_MS = 2_000;

/**
 * Leads a task from PROVISIONING to STOPPED.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html
 */
export class TaskLife {
  private readonly lives = new Set<Promise<void>>();

  constructor(
    private readonly world: World,
    private readonly program: string | undefined,
    /** Told once per task, when it is decided that it stops. */
    private readonly onEnding: (task: TaskRecord, why: WhyStopped) => void,
  ) {}

  begin(task: TaskRecord): void {
    this.world.tasks.set(task.arn, task);
    this.track(this.run(task));
  }

  /** Stops a task for this reason; does nothing when it is stopping already. */
  stop(task: TaskRecord, why: WhyStopped): void {
    if (task.desiredStatus === 'STOPPED') return;
    task.desiredStatus = 'STOPPED';
    task.stopCode = why.code;
    task.stoppedReason = why.reason;
    task.stoppingAt = this.world.now();
    task.version += 1;
    this.onEnding(task, why);
    this.track(this.end(task));
  }

  /** Kills every process. Resolves when all are gone. */
  async killAll(): Promise<void> {
    const processes = [...this.world.tasks.values()].flatMap((task) => task.containers.map((each) => each.process));
    for (const each of processes) each?.kill();
    await Promise.all(processes.map((each) => each?.exit));
  }

  private track(life: Promise<void>): void {
    const kept = life
      .catch((error: unknown) => this.world.ground.note(`ecs: a task's life broke off: ${error}`))
      .finally(() => this.lives.delete(kept));
    this.lives.add(kept);
  }

  private enter(task: TaskRecord, status: TaskStatus): void {
    task.lastStatus = status;
    task.version += 1;
  }

  private isOver(task: TaskRecord): boolean {
    return this.world.isStopped || task.desiredStatus === 'STOPPED';
  }

  private async run(task: TaskRecord): Promise<void> {
    const { ground } = this.world;
    await this.world.sleep(ground.settings.provisioningMs);
    if (this.isOver(task)) return;
    this.enter(task, 'PENDING');
    task.pullStartedAt = this.world.now();
    for (const container of task.containers) await assignPorts(container);
    await this.world.sleep(ground.settings.pendingMs);
    if (this.isOver(task) || !this.canStart(task)) return;
    task.pullStoppedAt = this.world.now();
    const waiting = task.containers.map((container) => this.startContainer(task, container));
    const haveStarted = await Promise.all(waiting);
    if (this.isOver(task) || !haveStarted.every(Boolean)) return;
    this.enter(task, 'ACTIVATING');
    task.startedAt = this.world.now();
    this.enter(task, 'RUNNING');
  }

  /** Secrets, images and log groups are looked at before any container starts. */
  private canStart(task: TaskRecord): boolean {
    for (const container of task.containers) {
      const unreadable = readSecrets(this.world, task, container);
      if (unreadable !== undefined) return this.failToStart(task, container, unreadable);
    }
    for (const container of task.containers) {
      const image = container.definition.image ?? '';
      if (!this.world.images.has(image)) return this.failToStart(task, container, stopped.cannotPull(image));
      const problem = this.world.neighbours.registry?.pullProblem(image, platformOf(task));
      if (problem?.kind === 'missing') return this.failToStart(task, container, stopped.cannotPull(image));
      if (problem?.kind === 'platform') {
        return this.failToStart(task, container, stopped.noPlatform(problem.platform));
      }
      container.imageDigest = this.world.neighbours.registry?.digestOf(image);
      const log = logStreamOf(task, container);
      if (log === undefined) continue;
      try {
        this.world.logs.append(log.group, log.stream, [], { create: log.create });
      } catch (error) {
        const why = error instanceof Error ? `${error.name}: ${error.message}` : `${error}`;
        return this.failToStart(task, container, stopped.noLogGroup(why));
      }
    }
    return true;
  }

  private failToStart(task: TaskRecord, container: ContainerRecord, reason: string): false {
    container.reason = reason;
    this.stop(task, { code: 'TaskFailedToStart', reason });
    return false;
  }

  /** Waits for what it depends on, then starts it. Answers whether it runs. */
  private async startContainer(task: TaskRecord, container: ContainerRecord): Promise<boolean> {
    for (const { containerName, condition } of container.definition.dependsOn ?? []) {
      const other = task.containers.find((each) => each.definition.name === containerName);
      if (other === undefined || condition === undefined) continue;
      while (!this.isOver(task) && !isReached(other, condition)) {
        if (cannotBeReached(other, condition)) {
          return this.failToStart(
            task,
            container,
            `Dependency on container '${containerName}' with condition ${condition} was not met.`,
          );
        }
        await this.world.sleep(1_000);
      }
    }
    if (this.isOver(task)) return false;
    const running = spawnContainer(this.world, this.program ?? appProgram(), task, container);
    container.process = running;
    running.exit.then((exit) => this.onExit(task, container, exit));
    const first = await Promise.race([running.started.then(() => 'started' as const), running.exit]);
    if (first !== 'started' && first.failedToStart !== undefined) {
      const command = container.definition.entryPoint?.[0] ?? container.definition.command?.[0] ?? first.failedToStart;
      return this.failToStart(task, container, stopped.cannotStart(command));
    }
    if (container.lastStatus === 'PENDING') container.lastStatus = 'RUNNING';
    this.track(watchHealth(this.world, task, container));
    return true;
  }

  private onExit(task: TaskRecord, container: ContainerRecord, exit: ContainerExit): void {
    container.lastStatus = 'STOPPED';
    if (exit.failedToStart === undefined) container.exitCode = exit.code;
    if (container.process?.isOutOfMemory) container.reason = stopped.outOfMemory;
    task.version += 1;
    if (this.isOver(task) || exit.failedToStart !== undefined || container.definition.essential === false) return;
    this.stop(task, { code: 'EssentialContainerExited', reason: stopped.essentialExited });
  }

  private async end(task: TaskRecord): Promise<void> {
    const { settings, network } = this.world.ground;
    if (task.lastStatus === 'RUNNING' || task.lastStatus === 'ACTIVATING') {
      this.enter(task, 'DEACTIVATING');
      const drained = task.registeredIn.map(({ groupArn, port }) =>
        this.world.targets.deregister(groupArn, { id: task.address, port }),
      );
      // A dead process drains nothing: its target is taken out while the task goes on stopping.
      const isDead = task.containers.some(
        (each) => each.lastStatus === 'STOPPED' && each.definition.essential !== false,
      );
      if (isDead) for (const each of drained) each.catch(() => {});
      else await Promise.all(drained);
    }
    if (this.world.isStopped) return;
    this.enter(task, 'STOPPING');
    await Promise.all(task.containers.map((container) => this.stopContainer(container)));
    task.executionStoppedAt = this.world.now();
    this.enter(task, 'DEPROVISIONING');
    await this.world.sleep(settings.deprovisioningMs);
    if (this.world.isStopped) return;
    for (const container of task.containers) container.lastStatus = 'STOPPED';
    network.release(task.address);
    task.stoppedAt = this.world.now();
    this.enter(task, 'STOPPED');
  }

  private async stopContainer(container: ContainerRecord): Promise<void> {
    const running = container.process;
    if (running === undefined || container.lastStatus === 'STOPPED') return;
    running.terminate();
    const graceMs = ((container.definition.stopTimeout ?? STOP_TIMEOUT_SECONDS) * 1000) / this.world.ground.clock.speed;
    const kill = setTimeout(() => running.kill(), Math.max(SHORTEST_REAL_GRACE_MS, graceMs));
    await running.exit;
    clearTimeout(kill);
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html */
function platformOf({ definition }: TaskRecord): string {
  const { cpuArchitecture, operatingSystemFamily } = definition.runtimePlatform ?? {};
  const os = operatingSystemFamily?.startsWith('WINDOWS') ? 'windows' : 'linux';
  return `${os}/${cpuArchitecture === 'ARM64' ? 'arm64' : 'amd64'}`;
}

function isReached(other: ContainerRecord, condition: ContainerCondition): boolean {
  if (condition === 'HEALTHY') return other.healthStatus === 'HEALTHY';
  if (condition === 'COMPLETE') return other.lastStatus === 'STOPPED';
  if (condition === 'SUCCESS') return other.lastStatus === 'STOPPED' && other.exitCode === 0;
  return other.lastStatus !== 'PENDING';
}

function cannotBeReached(other: ContainerRecord, condition: ContainerCondition): boolean {
  if (condition === 'SUCCESS') return other.lastStatus === 'STOPPED' && other.exitCode !== 0;
  return condition === 'HEALTHY' && (other.healthStatus === 'UNHEALTHY' || other.lastStatus === 'STOPPED');
}
