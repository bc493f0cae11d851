import { isDeepStrictEqual } from 'node:util';
import type { RunTaskCommandInput } from '@aws-sdk/client-ecs';
import { AwsError, type Operation } from '../contract.js';
import { capacityFor, checkCapacity } from './capacity.js';
import { createTask, managedTags } from './create-task.js';
import type { ClusterRecord, TaskDefinitionRecord, TaskRecord, Workload } from './model.js';
import { checkCompatibility, checkNetwork, checkPlaces, invalid } from './service-checks.js';
import type { TaskLife } from './task-life.js';
import { untrustingRole } from './task-roles.js';
import { taskView } from './tasks.js';
import { NO_CAPACITY, NO_MEMORY, notAssumed } from './wording.js';
import type { World } from './world.js';

/** How long a client token is remembered. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ECS_Idempotency.html */
const TOKEN_MS = 24 * 3_600_000;

interface Asked {
  readonly input: RunTaskCommandInput;
  readonly at: number;
  readonly started: readonly TaskRecord[];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html */
export function runTask(world: World, life: TaskLife): Operation {
  const byToken = new Map<string, Asked>();
  const answer = (started: readonly TaskRecord[]) => ({
    tasks: started.map((task) => taskView(task, ['TAGS'])),
    failures: [],
  });

  return (input: RunTaskCommandInput) => {
    const cluster = world.cluster(input.cluster);
    const key = `${cluster.clusterArn} ${input.clientToken}`;
    const before = input.clientToken === undefined ? undefined : byToken.get(key);
    if (before !== undefined && world.now() - before.at < TOKEN_MS) return answer(repeated(before, input));

    const definition = world.startableTaskDefinition(input.taskDefinition);
    const workload = workloadOf(input, cluster);
    check(input, definition, workload);
    checkPlaces(world.neighbours.subnets, input.networkConfiguration);
    const tags = [
      ...(input.tags ?? []),
      ...(input.propagateTags === 'TASK_DEFINITION' ? definition.tags : []),
      ...(input.enableECSManagedTags === true ? managedTags(cluster) : []),
    ];
    const { overrides = {}, group, startedBy } = input;
    const role = untrustingRole(world, definition, overrides);
    if (role !== undefined) throw new AwsError('ClientException', notAssumed(role));
    const placed: string[] = [];
    for (let i = 0; i < (input.count ?? 1); i++) placed.push(capacityFor(workload, placed));
    const [full, free] = [true, false].map((isFull) => placed.filter((at) => world.fullCapacity.has(at) === isFull));
    const origin = { cluster, definition, workload, overrides, group, startedBy, tags };
    const started = (free ?? []).map((capacity) => createTask(world, origin, capacity));
    for (const task of started) life.begin(task);
    if (input.clientToken !== undefined && started.length > 0) {
      byToken.set(key, { input, at: world.now(), started });
    }
    const failures = (full ?? []).map((capacity) => ({ reason: capacity === 'EC2' ? NO_MEMORY : NO_CAPACITY }));
    return { ...answer(started), failures };
  };
}

function repeated(before: Asked, input: RunTaskCommandInput): readonly TaskRecord[] {
  if (isDeepStrictEqual(before.input, input)) return before.started;
  throw new AwsError(
    'ConflictException',
    'The RunTask request could not be processed due to conflicts. The provided clientToken is already in use with a different RunTask request. The resourceIds are the existing task ARNs which are already associated with the clientToken.',
    { fields: { resourceIds: before.started.map((task) => task.arn) } },
  );
}

function workloadOf(input: RunTaskCommandInput, cluster: ClusterRecord): Omit<Workload, 'taskDefinition'> {
  checkCapacity(input, cluster);
  const ofCluster = cluster.defaultCapacityProviderStrategy ?? [];
  const strategy =
    input.capacityProviderStrategy ?? (input.launchType === undefined && ofCluster.length > 0 ? ofCluster : undefined);
  const launchType = input.launchType === 'FARGATE' || input.launchType === 'EC2' ? input.launchType : undefined;
  return {
    networkConfiguration: input.networkConfiguration,
    loadBalancers: [],
    platformVersion: input.platformVersion,
    launchType: launchType ?? (strategy === undefined ? 'EC2' : undefined),
    capacityProviderStrategy: strategy as Workload['capacityProviderStrategy'],
    others: {},
  };
}

function check(
  input: RunTaskCommandInput,
  definition: TaskDefinitionRecord,
  workload: Omit<Workload, 'taskDefinition'>,
): void {
  const count = input.count ?? 1;
  if (count < 1 || count > 10) invalid('count must be between 1 and 10.');
  if (input.propagateTags === 'SERVICE') invalid('SERVICE is not a valid value of propagateTags when running a task.');
  checkCompatibility(workload, definition);
  checkNetwork(definition.networkMode === 'awsvpc', input.networkConfiguration?.awsvpcConfiguration?.subnets);
  const names = new Set(definition.containerDefinitions.map((container) => container.name));
  for (const { name } of input.overrides?.containerOverrides ?? []) {
    if (!names.has(name)) invalid(`Override for container named ${name} is not a container in the TaskDefinition.`);
  }
  if (input.group?.startsWith('service:')) invalid('The group prefix service: is reserved.');
}
