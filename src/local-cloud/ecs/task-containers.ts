import type { KeyValuePair } from '@aws-sdk/client-ecs';
import { ContainerProcess, freePort, type RunningContainer } from './container-process.js';
import { healthArgv, runHealthCommand } from './health-command.js';
import { versionOf } from './images.js';
import { limitMemory } from './memory.js';
import type { ContainerRecord, TaskRecord } from './model.js';
import { isPause, PausedContainer } from './pause.js';
import type { World } from './world.js';

/** The environment of a container's process: what the task definition says, over little else of ours. */
export function environmentOf(world: World, task: TaskRecord, container: ContainerRecord): Record<string, string> {
  const { ground } = world;
  const kept = Object.fromEntries(
    ['PATH', 'TMPDIR', 'LANG'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const pairs: KeyValuePair[] = [...(container.definition.environment ?? [])];
  const ports = [...container.ports];
  return {
    ...kept,
    AWS_REGION: ground.region,
    AWS_DEFAULT_REGION: ground.region,
    AWS_EXECUTION_ENV: task.workload.launchType === 'EC2' ? 'AWS_ECS_EC2' : 'AWS_ECS_FARGATE',
    ...Object.fromEntries(pairs.map(({ name, value }) => [name ?? '', value ?? ''])),
    ...Object.fromEntries(container.secretValues),
    ...Object.fromEntries(ports.map(([containerPort, real]) => [`SLUICE_PORT_${containerPort}`, `${real}`])),
    ...(ports[0] === undefined ? {} : { PORT: `${ports[0][1]}` }),
    SLUICE_TASK_ID: task.id,
    SLUICE_IMAGE_VERSION: versionOf(container.definition.image ?? ''),
    SLUICE_CLOCK_SPEED: `${ground.clock.speed}`,
  };
}

/**
 * The ports a container is reached on: those it maps, or the one its environment names. Every container port gets a
 * loopback port of its own.
 */
export async function assignPorts(container: ContainerRecord): Promise<void> {
  const mapped = (container.definition.portMappings ?? []).flatMap((mapping) => mapping.containerPort ?? []);
  const told = container.definition.environment?.find((pair) => pair.name === 'PORT')?.value;
  const wanted = mapped.length > 0 ? mapped : told !== undefined && Number(told) > 0 ? [Number(told)] : [];
  for (const containerPort of wanted) container.ports.set(containerPort, await freePort());
}

/** The port under which a load balancer finds a container port of this task. */
export function targetPortOf(task: TaskRecord, containerName: string, containerPort: number): number {
  if (task.isAwsvpc) return containerPort;
  const container = task.containers.find((each) => each.definition.name === containerName);
  const mapping = container?.definition.portMappings?.find((each) => each.containerPort === containerPort);
  return mapping?.hostPort || (container?.ports.get(containerPort) ?? containerPort);
}

/** `entryPoint` and `command` of a container, or undefined where the image's own program runs. */
export function argvOf(container: ContainerRecord): string[] | undefined {
  const { entryPoint = [], command = [] } = container.definition;
  // A command of nothing but options is for the image's entry point, which is the catalogue app and takes none.
  if (entryPoint.length === 0 && command[0]?.startsWith('-')) return undefined;
  const argv = [...entryPoint, ...command];
  return argv.length === 0 ? undefined : argv;
}

/** Where a container's output goes; undefined unless it uses the awslogs driver. */
export function logStreamOf(task: TaskRecord, container: ContainerRecord) {
  const configuration = container.definition.logConfiguration;
  if (configuration?.logDriver !== 'awslogs') return undefined;
  const options = configuration.options ?? {};
  const prefix = options['awslogs-stream-prefix'];
  return {
    group: options['awslogs-group'] ?? '',
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html
    stream: prefix ? `${prefix}/${container.definition.name}/${task.id}` : container.runtimeId,
    create: options['awslogs-create-group'] === 'true',
  };
}

export function spawnContainer(
  world: World,
  program: string,
  task: TaskRecord,
  container: ContainerRecord,
): RunningContainer {
  const argv = argvOf(container);
  if (argv === undefined && isPause(container.definition.image)) return new PausedContainer();
  const log = logStreamOf(task, container);
  const publish = () => {
    for (const [containerPort, real] of container.ports) {
      const name = container.definition.name ?? '';
      world.ground.network.publish(task.address, targetPortOf(task, name, containerPort), real);
    }
  };
  publish();
  const running = new ContainerProcess({
    program,
    argv,
    env: environmentOf(world, task, container),
    ports: container.ports,
    onLine: (message) => {
      if (log === undefined || world.isStopped) return;
      world.logs.append(log.group, log.stream, [{ at: world.now(), message }], { create: log.create });
    },
    onListening: (ports) => {
      for (const [containerPort, real] of ports) if (containerPort > 0) container.ports.set(containerPort, real);
      publish();
    },
    onMemory: () => limitMemory(task, container),
  });
  const fault = world.faults.of(task, container);
  if (Object.keys(fault).length > 0) running.tell(fault);
  return running;
}

/** A process needs some real time to run a command, however fast the cloud's clock goes. */
const SHORTEST_REAL_TIMEOUT_MS = 2_000;

/** Runs a container's health check until the container stops. */
export async function watchHealth(world: World, task: TaskRecord, container: ContainerRecord): Promise<void> {
  const check = container.definition.healthCheck;
  const argv = check && healthArgv(check, container.ports);
  if (check === undefined || argv === undefined) return;
  const { clock } = world.ground;
  const { interval = 30, timeout = 5, retries = 3, startPeriod = 0 } = check;
  const began = clock.now();
  let failures = 0;
  for (;;) {
    await world.sleep(interval * 1000);
    if (world.isStopped || container.lastStatus !== 'RUNNING') return;
    const current = healthArgv(check, container.ports) ?? argv;
    const realTimeoutMs = Math.max(SHORTEST_REAL_TIMEOUT_MS, (timeout * 1000) / clock.speed);
    const passes = await runHealthCommand(current, environmentOf(world, task, container), realTimeoutMs);
    if (passes) {
      failures = 0;
      container.healthStatus = 'HEALTHY';
    } else if (container.healthStatus !== 'UNKNOWN' || clock.now() - began >= startPeriod * 1000) {
      failures += 1;
      if (failures >= retries) container.healthStatus = 'UNHEALTHY';
    }
  }
}
