import type {
  ContainerDefinition,
  DeleteTaskDefinitionsCommandInput,
  DeregisterTaskDefinitionCommandInput,
  DescribeTaskDefinitionCommandInput,
  ListTaskDefinitionFamiliesCommandInput,
  ListTaskDefinitionsCommandInput,
  RegisterTaskDefinitionCommandInput,
} from '@aws-sdk/client-ecs';
import { AwsError, type Call, type Operation } from '../contract.js';
import type { TaskDefinitionRecord } from './model.js';
import { page } from './pages.js';
import { checkTaskDefinition, cpuOf, memoryOf } from './task-definition-checks.js';
import type { World } from './world.js';

/** The members ECS fills in where the request leaves them out. */
function completed(container: ContainerDefinition, networkMode: string | undefined): ContainerDefinition {
  return {
    ...container,
    cpu: container.cpu ?? 0,
    essential: container.essential ?? true,
    environment: container.environment ?? [],
    mountPoints: container.mountPoints ?? [],
    volumesFrom: container.volumesFrom ?? [],
    systemControls: container.systemControls ?? [],
    portMappings: (container.portMappings ?? []).map((mapping) => ({
      ...mapping,
      hostPort: mapping.hostPort ?? (networkMode === 'awsvpc' ? mapping.containerPort : 0),
      protocol: mapping.protocol ?? 'tcp',
    })),
    ...(container.healthCheck === undefined
      ? {}
      : { healthCheck: { interval: 30, timeout: 5, retries: 3, ...container.healthCheck } }),
  };
}

/**
 * `1 vCPU` and `2 GB` are written down as `1024` and `2048`.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html, cpu and memory
 */
function sizes({ cpu, memory }: RegisterTaskDefinitionCommandInput): { cpu?: string; memory?: string } {
  return {
    ...(cpu === undefined ? {} : { cpu: `${cpuOf(cpu) ?? cpu}` }),
    ...(memory === undefined ? {} : { memory: `${memoryOf(memory) ?? memory}` }),
  };
}

function view({ tags: _, ...taskDefinition }: TaskDefinitionRecord) {
  return taskDefinition;
}

export function taskDefinitionOperations(world: World): Record<string, Operation> {
  const existing = (reference: string | undefined, verb: string): TaskDefinitionRecord => {
    const found = world.findTaskDefinition(reference ?? '');
    if (found === undefined) throw new AwsError('ClientException', `Unable to ${verb} task definition.`);
    return found;
  };

  const listed = (status: string, familyPrefix: string | undefined) =>
    [...world.families.values()]
      .flat()
      .filter((each) => each.status === status && (familyPrefix === undefined || each.family === familyPrefix));

  return {
    RegisterTaskDefinition(input: RegisterTaskDefinitionCommandInput, call: Call) {
      checkTaskDefinition(input);
      const { tags = [], family = '', ...rest } = input;
      const revisions = world.families.get(family) ?? [];
      // Revision numbers are never given twice, not even after a revision was deleted.
      const revision = (revisions.at(-1)?.revision ?? 0) + 1;
      const isAwsvpc = input.networkMode === 'awsvpc';
      const registered: TaskDefinitionRecord = {
        placementConstraints: [],
        volumes: [],
        ...rest,
        ...sizes(input),
        family,
        revision,
        taskDefinitionArn: world.arn(`task-definition/${family}:${revision}`),
        containerDefinitions: (input.containerDefinitions ?? []).map((each) => completed(each, input.networkMode)),
        status: 'ACTIVE',
        compatibilities: isAwsvpc && input.cpu && input.memory ? ['EC2', 'FARGATE'] : ['EC2'],
        requiresAttributes: [],
        registeredAt: new Date(world.now()),
        registeredBy: call.principal,
        tags,
      };
      world.families.set(family, [...revisions, registered]);
      return { taskDefinition: view(registered), tags };
    },

    DescribeTaskDefinition(input: DescribeTaskDefinitionCommandInput) {
      const found = existing(input.taskDefinition, 'describe');
      return { taskDefinition: view(found), tags: input.include?.includes('TAGS') ? found.tags : [] };
    },

    DeregisterTaskDefinition(input: DeregisterTaskDefinitionCommandInput) {
      if (!/:\d+$/.test(input.taskDefinition ?? '')) {
        throw new AwsError('ClientException', 'The specified task definition must name a revision.');
      }
      const found = existing(input.taskDefinition, 'describe');
      found.status = 'INACTIVE';
      found.deregisteredAt = new Date(world.now());
      return { taskDefinition: view(found) };
    },

    /** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteTaskDefinitions.html */
    DeleteTaskDefinitions(input: DeleteTaskDefinitionsCommandInput) {
      const references = input.taskDefinitions ?? [];
      if (references.length === 0 || references.length > 10) {
        throw new AwsError('InvalidParameterException', 'Between 1 and 10 task definitions can be deleted in a call.');
      }
      const found = references.map((reference) => ({ reference, each: world.findTaskDefinition(reference) }));
      const failed = found.flatMap(({ reference, each }) => {
        if (each === undefined) return { arn: reference, reason: 'MISSING' };
        if (each.status !== 'ACTIVE') return [];
        return { arn: each.taskDefinitionArn, reason: 'The specified task definition is still in ACTIVE status.' };
      });
      const deleted = found.flatMap(({ each }) => (each === undefined || each.status === 'ACTIVE' ? [] : each));
      for (const each of deleted) {
        each.status = 'DELETE_IN_PROGRESS';
        each.deleteRequestedAt = new Date(world.now());
      }
      return { taskDefinitions: deleted.map(view), failures: failed };
    },

    ListTaskDefinitions(input: ListTaskDefinitionsCommandInput) {
      const arns = listed(input.status ?? 'ACTIVE', input.familyPrefix).map((each) => each.taskDefinitionArn);
      const { items, nextToken } = page(input.sort === 'DESC' ? arns.reverse() : arns, input);
      return { taskDefinitionArns: items, nextToken };
    },

    ListTaskDefinitionFamilies(input: ListTaskDefinitionFamiliesCommandInput) {
      const status = input.status ?? 'ALL';
      const families = [...world.families].filter(([family, revisions]) => {
        if (!family.startsWith(input.familyPrefix ?? '')) return false;
        const isLive = revisions.some((each) => each.status === 'ACTIVE');
        return status === 'ALL' || isLive === (status === 'ACTIVE');
      });
      const { items, nextToken } = page(
        families.map(([family]) => family),
        input,
      );
      return { families: items, nextToken };
    },
  };
}
