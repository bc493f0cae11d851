import type { ContainerDefinition, Tag, TaskOverride } from '@aws-sdk/client-ecs';
import type {
  ClusterRecord,
  DeploymentRecord,
  ServiceRecord,
  TaskDefinitionRecord,
  TaskRecord,
  Workload,
} from './model.js';
import { hexId, type World } from './world.js';

type Origin =
  | { readonly service: ServiceRecord; readonly deployment: DeploymentRecord }
  | {
      readonly cluster: ClusterRecord;
      readonly definition: TaskDefinitionRecord;
      readonly workload: Omit<Workload, 'taskDefinition'>;
      readonly overrides: TaskOverride;
      readonly group: string | undefined;
      readonly startedBy: string | undefined;
      readonly tags: readonly Tag[];
    };

/** A new task in PROVISIONING, with an address of its own. */
export function createTask(world: World, origin: Origin, capacity: string): TaskRecord {
  const isOfService = 'service' in origin;
  const cluster = isOfService ? origin.service.cluster : origin.cluster;
  const workload = isOfService ? origin.deployment.revision.workload : origin.workload;
  const definition = isOfService ? origin.deployment.revision.workload.taskDefinition : origin.definition;
  const overrides: TaskOverride = isOfService ? {} : origin.overrides;
  const id = hexId(32);
  const arn = world.arn(`task/${cluster.clusterName}/${id}`);
  const isAwsvpc = definition.networkMode === 'awsvpc';
  const subnets = workload.networkConfiguration?.awsvpcConfiguration?.subnets ?? [];
  const mac = hexId(10).match(/../g) ?? [];
  return {
    arn,
    id,
    cluster,
    definition,
    workload,
    service: isOfService ? origin.service : undefined,
    deployment: isOfService ? origin.deployment : undefined,
    group: isOfService ? `service:${origin.service.name}` : (origin.group ?? `family:${definition.family}`),
    startedBy: isOfService ? origin.deployment.id : origin.startedBy,
    overrides: { containerOverrides: [], ...overrides },
    isAwsvpc,
    address: isAwsvpc ? world.ground.network.allocate() : `i-${hexId(17)}`,
    eni: {
      attachmentId: [8, 4, 4, 4, 12].map(hexId).join('-'),
      interfaceId: `eni-${hexId(17)}`,
      mac: ['0a', ...mac].join(':'),
      subnet: subnets[0] ?? '',
    },
    createdAt: world.now(),
    capacity,
    cpu: overrides.cpu ?? definition.cpu,
    memory: overrides.memory ?? definition.memory,
    tags: isOfService ? tagsOfService(origin.service, definition) : [...origin.tags],
    containers: definition.containerDefinitions.map((container) => ({
      arn: world.arn(`container/${cluster.clusterName}/${id}/${[8, 4, 4, 4, 12].map(hexId).join('-')}`),
      definition: overridden(container, overrides),
      runtimeId: `${id}-${hexId(10)}`,
      lastStatus: 'PENDING',
      exitCode: undefined,
      reason: undefined,
      healthStatus: 'UNKNOWN',
      process: undefined,
      imageDigest: undefined,
      secretValues: new Map(),
      ports: new Map(),
    })),
    lastStatus: 'PROVISIONING',
    desiredStatus: 'RUNNING',
    version: 1,
    pullStartedAt: undefined,
    pullStoppedAt: undefined,
    startedAt: undefined,
    stoppingAt: undefined,
    executionStoppedAt: undefined,
    stoppedAt: undefined,
    stopCode: undefined,
    stoppedReason: undefined,
    hasBeenHealthy: false,
    registeredIn: [],
    isUnhealthyTold: false,
  };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html */
function overridden(container: ContainerDefinition, overrides: TaskOverride): ContainerDefinition {
  const override = overrides.containerOverrides?.find((each) => each.name === container.name);
  if (override === undefined) return container;
  const told = new Set(override.environment?.map((pair) => pair.name));
  return {
    ...container,
    ...(override.command === undefined ? {} : { command: override.command }),
    ...(override.cpu === undefined ? {} : { cpu: override.cpu }),
    ...(override.memory === undefined ? {} : { memory: override.memory }),
    environment: [
      ...(container.environment ?? []).filter((pair) => !told.has(pair.name)),
      ...(override.environment ?? []),
    ],
  };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html, propagateTags */
function tagsOfService(service: ServiceRecord, definition: TaskDefinitionRecord): Tag[] {
  const { propagateTags: from, enableECSManagedTags: isManaged } = service.echoed;
  const propagated = from === 'SERVICE' ? service.tags : from === 'TASK_DEFINITION' ? definition.tags : [];
  return isManaged === true ? [...propagated, ...managedTags(service.cluster, service)] : [...propagated];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html#managed-tags */
export function managedTags(cluster: ClusterRecord, service?: ServiceRecord): Tag[] {
  const ofCluster = { key: 'aws:ecs:clusterName', value: cluster.clusterName };
  return service === undefined ? [ofCluster] : [ofCluster, { key: 'aws:ecs:serviceName', value: service.name }];
}
