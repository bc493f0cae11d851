import type { ContainerDefinition, RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { AwsError } from '../contract.js';

/**
 * What RegisterTaskDefinition refuses beyond types and enums. Pure.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 */
export function checkTaskDefinition(input: RegisterTaskDefinitionCommandInput): void {
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(input.family ?? '')) {
    refuse('Family contains invalid characters when it should match ^[a-zA-Z0-9\\-_]{1,255}$');
  }
  const containers = input.containerDefinitions ?? [];
  if (containers.length === 0) refuse('Container list cannot be empty.');
  // DescribeTaskDefinition answers an empty list that this refuses: https://github.com/kayac/ecspresso/pull/296
  if (input.tags?.length === 0) refuse('Tags can not be empty.');
  const names = new Set<string>();
  for (const container of containers) {
    if (!container.name) refuse('Container.name should not be null or empty.');
    if (!/^[A-Za-z0-9_-]{1,255}$/.test(container.name)) refuse(`Invalid container name '${container.name}'.`);
    if (!container.image) refuse('Container.image should not be null or empty.');
    if (names.has(container.name)) refuse(`Container names must be unique: '${container.name}' is used twice.`);
    names.add(container.name);
  }
  if (containers.every((container) => container.essential === false)) {
    refuse('At least one container definition must be essential.');
  }
  for (const container of containers) checkContainer(container, input);
  checkDependencies(containers);
  if (input.executionRoleArn === undefined && containers.some(({ secrets }) => (secrets?.length ?? 0) > 0)) {
    refuse("When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.");
  }
  if (input.requiresCompatibilities?.includes('FARGATE')) checkFargate(input);
}

function refuse(message: string): never {
  throw new AwsError('ClientException', message);
}

function checkContainer(container: ContainerDefinition, input: RegisterTaskDefinitionCommandInput): void {
  const { name } = container;
  if (input.memory === undefined && container.memory === undefined && container.memoryReservation === undefined) {
    refuse(
      `Invalid setting for container '${name}'. At least one of 'memory' or 'memoryReservation' must be specified.`,
    );
  }
  const taskMemory = memoryOf(input.memory);
  if (taskMemory !== undefined && (container.memory ?? container.memoryReservation ?? 0) > taskMemory) {
    refuse(`Invalid setting for container '${name}'. The container memory must not be above the task memory.`);
  }
  for (const mapping of container.portMappings ?? []) {
    if (
      input.networkMode === 'awsvpc' &&
      mapping.hostPort !== undefined &&
      mapping.hostPort !== 0 &&
      mapping.hostPort !== mapping.containerPort
    ) {
      refuse('When networkMode=awsvpc, the host ports and container ports in port mappings must match.');
    }
    if (mapping.containerPort !== undefined && (mapping.containerPort < 1 || mapping.containerPort > 65_535)) {
      refuse(`Invalid containerPort ${mapping.containerPort} for container '${name}'.`);
    }
  }
  if (input.networkMode === 'awsvpc' && (container.links?.length ?? 0) > 0) {
    refuse('Links are not supported when networkMode=awsvpc.');
  }
  checkLogging(container, input);
  checkHealthCheck(container);
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html */
function checkLogging(container: ContainerDefinition, input: RegisterTaskDefinitionCommandInput): void {
  if (container.logConfiguration?.logDriver !== 'awslogs') return;
  const isFargate = input.requiresCompatibilities?.includes('FARGATE') ?? false;
  const wanted = ['awslogs-group', 'awslogs-region', ...(isFargate ? ['awslogs-stream-prefix'] : [])];
  const missing = wanted.filter((option) => !container.logConfiguration?.options?.[option]);
  if (missing.length > 0) refuse(`Log driver awslogs requires options: ${missing.join(', ')}.`);
  if (isFargate && input.executionRoleArn === undefined) {
    refuse('Fargate requires task definition to have execution role ARN to support log driver awslogs.');
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
function checkHealthCheck({ name, healthCheck }: ContainerDefinition): void {
  if (healthCheck === undefined) return;
  // The page asks for CMD or CMD-SHELL in front; ECS registers a command without (https://github.com/aws/aws-cdk/issues/34389).
  if ((healthCheck.command?.length ?? 0) === 0) {
    refuse(`Invalid health check of container '${name}': the command must not be empty.`);
  }
  const ranges = { interval: [5, 300], timeout: [2, 60], retries: [1, 10], startPeriod: [0, 300] } as const;
  for (const [member, [least, most]] of Object.entries(ranges)) {
    const value = healthCheck[member as keyof typeof ranges];
    if (value !== undefined && (value < least || value > most)) {
      refuse(`Invalid health check of container '${name}': ${member} must be between ${least} and ${most}.`);
    }
  }
}

function checkDependencies(containers: readonly ContainerDefinition[]): void {
  const byName = new Map(containers.map((container) => [container.name, container]));
  for (const container of containers) {
    for (const { containerName, condition } of container.dependsOn ?? []) {
      const other = byName.get(containerName);
      if (other === undefined)
        refuse(`Container '${container.name}' depends on '${containerName}', which does not exist.`);
      if (condition === 'HEALTHY' && other.healthCheck === undefined) {
        refuse(`Container '${container.name}' waits for '${containerName}' to be HEALTHY, which has no health check.`);
      }
      if ((condition === 'COMPLETE' || condition === 'SUCCESS') && other.essential !== false) {
        refuse(`Container '${containerName}' is essential and cannot be waited for with condition ${condition}.`);
      }
    }
  }
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) refuse(`Container dependencies form a cycle: ${[...path, name].join(' -> ')}.`);
    for (const { containerName } of byName.get(name)?.dependsOn ?? []) visit(containerName ?? '', [...path, name]);
  };
  for (const name of byName.keys()) visit(name ?? '', []);
}

const range = (from: number, to: number, step: number) =>
  Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step);

/** CPU units → MiB. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size */
const FARGATE_SIZES: Readonly<Record<number, readonly number[]>> = {
  256: [512, 1024, 2048],
  512: range(1024, 4096, 1024),
  1024: range(2048, 8192, 1024),
  2048: range(4096, 16_384, 1024),
  4096: range(8192, 30_720, 1024),
  8192: range(16_384, 61_440, 4096),
  16384: range(32_768, 122_880, 8192),
};

function checkFargate(input: RegisterTaskDefinitionCommandInput): void {
  if (input.networkMode !== 'awsvpc') refuse("Fargate only supports network mode 'awsvpc'.");
  if (input.cpu === undefined) refuse("Fargate requires that 'cpu' be defined at the task level.");
  if (input.memory === undefined) refuse("Fargate requires that 'memory' be defined at the task level.");
  const cpu = cpuOf(input.cpu);
  const memory = memoryOf(input.memory);
  if (cpu === undefined || memory === undefined || !FARGATE_SIZES[cpu]?.includes(memory)) {
    refuse(
      `No Fargate configuration exists for given values: ${input.cpu} CPU, ${input.memory} memory. See the Amazon ECS documentation for the valid values.`,
    );
  }
  for (const container of input.containerDefinitions ?? []) {
    if ((container.stopTimeout ?? 0) > 120) refuse('The maximum stopTimeout value on Fargate is 120 seconds.');
    if (container.privileged) refuse('Fargate does not support privileged containers.');
    if (/\.dkr\.ecr\./.test(container.image ?? '') && input.executionRoleArn === undefined) {
      refuse('Fargate requires task definition to have execution role ARN to support ECR images.');
    }
  }
}

/** `1024` or `1 vCPU` */
export function cpuOf(text: string | undefined): number | undefined {
  const match = /^\s*([\d.]+)\s*(vcpu)?\s*$/i.exec(text ?? '');
  if (!match) return undefined;
  return match[2] ? Number(match[1]) * 1024 : Number(match[1]);
}

/** `2048` or `2 GB`, in MiB */
export function memoryOf(text: string | undefined): number | undefined {
  const match = /^\s*([\d.]+)\s*(gb)?\s*$/i.exec(text ?? '');
  if (!match) return undefined;
  return match[2] ? Number(match[1]) * 1024 : Number(match[1]);
}
