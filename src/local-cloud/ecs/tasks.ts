import type { DescribeTasksCommandInput, ListTasksCommandInput, StopTaskCommandInput } from '@aws-sdk/client-ecs';
import type { Operation } from '../contract.js';
import { parseImage } from './images.js';
import type { ContainerRecord, TaskRecord } from './model.js';
import { page } from './pages.js';
import { invalid } from './service-checks.js';
import { containerHealthOf } from './task-health.js';
import type { TaskLife } from './task-life.js';
import { stopped } from './wording.js';
import { lastSegment, type World } from './world.js';

function containerView(task: TaskRecord, container: ContainerRecord) {
  const { definition } = container;
  return {
    containerArn: container.arn,
    taskArn: task.arn,
    name: definition.name,
    image: definition.image,
    imageDigest: parseImage(definition.image ?? '').digest ?? container.imageDigest,
    runtimeId: container.process === undefined ? undefined : container.runtimeId,
    lastStatus: container.lastStatus,
    exitCode: container.exitCode,
    reason: container.reason,
    healthStatus: container.healthStatus,
    networkBindings: task.isAwsvpc
      ? []
      : [...container.ports].map(([containerPort, hostPort]) => ({
          bindIP: '0.0.0.0',
          containerPort,
          hostPort: definition.portMappings?.find((each) => each.containerPort === containerPort)?.hostPort || hostPort,
          protocol: 'tcp',
        })),
    networkInterfaces: task.isAwsvpc ? [{ attachmentId: task.eni.attachmentId, privateIpv4Address: task.address }] : [],
    cpu: `${definition.cpu ?? 0}`,
    memory: definition.memory === undefined ? undefined : `${definition.memory}`,
    memoryReservation: definition.memoryReservation === undefined ? undefined : `${definition.memoryReservation}`,
  };
}

const ENI_STATUS: Partial<Record<TaskRecord['lastStatus'], string>> = {
  PROVISIONING: 'PRECREATED',
  DEPROVISIONING: 'DETACHING',
  STOPPED: 'DELETED',
};

export function taskView(task: TaskRecord, include: readonly string[] = []) {
  const isEc2 = task.workload.launchType === 'EC2';
  const { eni } = task;
  const details = {
    subnetId: eni.subnet,
    networkInterfaceId: eni.interfaceId,
    macAddress: eni.mac,
    privateIPv4Address: task.address,
  };
  return {
    taskArn: task.arn,
    clusterArn: task.cluster.clusterArn,
    taskDefinitionArn: task.definition.taskDefinitionArn,
    attachments: task.isAwsvpc
      ? [
          {
            id: eni.attachmentId,
            type: 'ElasticNetworkInterface',
            status: ENI_STATUS[task.lastStatus] ?? 'ATTACHED',
            details: Object.entries(details).map(([name, value]) => ({ name, value })),
          },
        ]
      : [],
    attributes: [{ name: 'ecs.cpu-architecture', value: task.definition.runtimePlatform?.cpuArchitecture ?? 'x86_64' }],
    capacityProviderName: task.workload.capacityProviderStrategy === undefined ? undefined : task.capacity,
    connectivity: task.startedAt === undefined ? undefined : 'CONNECTED',
    connectivityAt: task.startedAt,
    containers: task.containers.map((container) => containerView(task, container)),
    cpu: task.cpu,
    memory: task.memory,
    createdAt: task.createdAt,
    desiredStatus: task.desiredStatus,
    enableExecuteCommand: false,
    executionStoppedAt: task.executionStoppedAt,
    group: task.group,
    healthStatus: containerHealthOf(task),
    lastStatus: task.lastStatus,
    launchType: isEc2 ? 'EC2' : 'FARGATE',
    overrides: task.overrides,
    platformVersion: isEc2 ? undefined : '1.4.0',
    platformFamily: isEc2 ? undefined : 'Linux',
    pullStartedAt: task.pullStartedAt,
    pullStoppedAt: task.pullStoppedAt,
    startedAt: task.startedAt,
    startedBy: task.startedBy,
    stopCode: task.stopCode,
    stoppedReason: task.stoppedReason,
    stoppingAt: task.stoppingAt,
    stoppedAt: task.stoppedAt,
    tags: include.includes('TAGS') ? task.tags : [],
    version: task.version,
    ephemeralStorage: isEc2 ? undefined : { sizeInGiB: task.definition.ephemeralStorage?.sizeInGiB ?? 20 },
  };
}

export function taskOperations(world: World, life: TaskLife): Record<string, Operation> {
  return {
    StopTask(input: StopTaskCommandInput) {
      const cluster = world.cluster(input.cluster);
      const task = world.findTask(cluster, input.task ?? '');
      if (task === undefined) invalid('The referenced task was not found.');
      life.stop(task, { code: 'UserInitiated', reason: input.reason ?? stopped.byUser });
      return { task: taskView(task) };
    },

    ListTasks(input: ListTasksCommandInput) {
      const cluster = world.cluster(input.cluster);
      if (input.serviceName !== undefined) world.service(cluster, input.serviceName);
      const desiredStatus = input.desiredStatus ?? 'RUNNING';
      const met = [...world.tasks.values()].filter(
        (task) =>
          task.cluster === cluster &&
          task.desiredStatus === desiredStatus &&
          (input.serviceName === undefined || task.service?.name === lastSegment(input.serviceName)) &&
          (input.family === undefined || task.definition.family === input.family) &&
          (input.startedBy === undefined || task.startedBy === input.startedBy) &&
          (input.launchType === undefined || (task.workload.launchType ?? 'FARGATE') === input.launchType) &&
          input.containerInstance === undefined,
      );
      const { items, nextToken } = page(met, input);
      return { taskArns: items.map((task) => task.arn), nextToken };
    },

    DescribeTasks(input: DescribeTasksCommandInput) {
      const cluster = world.cluster(input.cluster);
      const ids = input.tasks ?? [];
      if (ids.length === 0) invalid('Tasks cannot be empty.');
      if (ids.length > 100) invalid('You can only describe up to 100 tasks in a single call.');
      const found = ids.map((id) => ({ id, task: world.findTask(cluster, id) }));
      return {
        tasks: found.flatMap(({ task }) => (task === undefined ? [] : taskView(task, input.include))),
        failures: found.flatMap(({ id, task }) =>
          task === undefined
            ? { arn: world.arn(`task/${cluster.clusterName}/${lastSegment(id)}`), reason: 'MISSING' }
            : [],
        ),
      };
    },
  };
}
