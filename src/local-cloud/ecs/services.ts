import { isDeepStrictEqual } from 'node:util';
import type {
  CreateServiceCommandInput,
  DeleteServiceCommandInput,
  DescribeServicesCommandInput,
  ListServicesCommandInput,
  UpdateServiceCommandInput,
} from '@aws-sdk/client-ecs';
import { AwsError, type Call, type Operation } from '../contract.js';
import { changedCapacity, checkCapacity, checkStrategy } from './capacity.js';
import { beginDeployment } from './deployments.js';
import type { ServiceRecord, Workload } from './model.js';
import { page } from './pages.js';
import {
  checkFeatures,
  checkGracePeriod,
  checkPlaces,
  checkWorkload,
  completedConfiguration,
  invalid,
} from './service-checks.js';
import { serviceView } from './service-view.js';
import { lastSegment, type World } from './world.js';

/** Pinned by a deployment beside the members of Workload; stored and answered. */
const PINNED = ['serviceRegistries', 'serviceConnectConfiguration', 'volumeConfigurations', 'vpcLatticeConfigurations'];
/** Stored and answered, no deployment follows from them. */
const ECHOED = [
  'placementConstraints',
  'placementStrategy',
  'enableECSManagedTags',
  'enableExecuteCommand',
  'propagateTags',
  'availabilityZoneRebalancing',
  'monitoring',
];

function picked(input: object, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(input).filter(([name, value]) => names.includes(name) && value !== undefined),
  );
}

/** An inactive service can be described for about an hour after its deletion. */
const INACTIVE_FOR_MS = 3_600_000;

export function serviceOperations(world: World): Record<string, Operation> {
  const active = (clusterName: string | undefined, name: string | undefined): ServiceRecord => {
    const service = world.service(world.cluster(clusterName), name);
    if (service.status !== 'ACTIVE') throw new AwsError('ServiceNotActiveException', 'Service was not ACTIVE.');
    return service;
  };

  return {
    CreateService(input: CreateServiceCommandInput, call: Call) {
      const cluster = world.cluster(input.cluster);
      checkFeatures(input);
      const name = input.serviceName ?? '';
      if (!/^[A-Za-z0-9_-]{1,255}$/.test(name)) invalid('Invalid service name.');
      if (input.desiredCount === undefined) invalid('desiredCount is required for the REPLICA scheduling strategy.');
      if (input.desiredCount < 0) invalid('desiredCount must not be negative.');
      checkGracePeriod(input.healthCheckGracePeriodSeconds);
      checkCapacity(input, cluster);
      const before = world.findService(cluster, name);
      if (before?.status === 'ACTIVE') {
        if (input.clientToken && input.clientToken === before.clientToken)
          return { service: serviceView(world, before) };
        invalid('Creation of service was not idempotent.');
      }
      if (before?.status === 'DRAINING') invalid('Unable to Start a service that is still Draining.');
      const launchType =
        input.launchType === 'FARGATE' || input.launchType === 'EC2'
          ? input.launchType
          : input.capacityProviderStrategy === undefined && cluster.defaultCapacityProviderStrategy?.length === 0
            ? ('EC2' as const)
            : undefined;
      const workload: Workload = {
        taskDefinition: world.startableTaskDefinition(input.taskDefinition),
        networkConfiguration: input.networkConfiguration,
        loadBalancers: input.loadBalancers ?? [],
        platformVersion: input.platformVersion,
        launchType,
        capacityProviderStrategy: (input.capacityProviderStrategy ??
          (launchType === undefined
            ? cluster.defaultCapacityProviderStrategy
            : undefined)) as Workload['capacityProviderStrategy'],
        others: picked(input, PINNED),
      };
      checkWorkload(workload, world.targets);
      checkPlaces(world.neighbours.subnets, input.networkConfiguration);
      const service: ServiceRecord = {
        arn: world.arn(`service/${cluster.clusterName}/${name}`),
        name,
        cluster,
        createdAt: world.now(),
        clientToken: input.clientToken,
        createdBy: call.principal,
        status: 'ACTIVE',
        desiredCount: input.desiredCount,
        workload,
        deploymentConfiguration: completedConfiguration(input.deploymentConfiguration),
        healthCheckGracePeriodSeconds: input.healthCheckGracePeriodSeconds ?? 0,
        deployments: [],
        lastCompleted: undefined,
        serviceDeployments: [],
        revisions: [],
        events: [],
        isSteady: false,
        inactiveAt: undefined,
        tags: input.tags ?? [],
        echoed: {
          enableECSManagedTags: false,
          enableExecuteCommand: false,
          propagateTags: 'NONE',
          ...picked(input, ECHOED),
        },
      };
      world.services.push(service);
      beginDeployment(world, service, workload);
      return { service: serviceView(world, service, ['TAGS']) };
    },

    UpdateService(input: UpdateServiceCommandInput) {
      const service = active(input.cluster, input.service);
      checkFeatures(input);
      if ((input.desiredCount ?? 0) < 0) invalid('desiredCount must not be negative.');
      const before = service.workload;
      checkGracePeriod(input.healthCheckGracePeriodSeconds);
      checkStrategy(input.capacityProviderStrategy, service.cluster);
      const taskDefinition =
        input.taskDefinition === undefined
          ? before.taskDefinition
          : world.startableTaskDefinition(input.taskDefinition);
      const workload: Workload = {
        taskDefinition,
        networkConfiguration: input.networkConfiguration ?? before.networkConfiguration,
        loadBalancers: input.loadBalancers ?? before.loadBalancers,
        platformVersion: input.platformVersion ?? before.platformVersion,
        ...changedCapacity(before, input.capacityProviderStrategy, taskDefinition),
        others: { ...before.others, ...picked(input, PINNED) },
      };
      checkWorkload(workload, world.targets);
      checkPlaces(world.neighbours.subnets, input.networkConfiguration);
      const configuration = completedConfiguration(input.deploymentConfiguration, service.deploymentConfiguration);
      // Everything has been checked: from here on it takes effect.
      service.deploymentConfiguration = configuration;
      service.healthCheckGracePeriodSeconds =
        input.healthCheckGracePeriodSeconds ?? service.healthCheckGracePeriodSeconds;
      service.echoed = { ...service.echoed, ...picked(input, ECHOED) };
      if (input.desiredCount !== undefined) setDesiredCount(service, input.desiredCount);
      // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html: a change of the desired count or
      // of how deployments are done starts no deployment, and one of the capacity provider strategy alone neither; a change
      // of what runs does.
      const { launchType, capacityProviderStrategy } = before;
      const isOther = !isDeepStrictEqual({ ...workload, launchType, capacityProviderStrategy }, before);
      if (input.forceNewDeployment || isOther) beginDeployment(world, service, workload);
      else service.workload = workload;
      return { service: serviceView(world, service, ['TAGS']) };
    },

    DeleteService(input: DeleteServiceCommandInput) {
      const service = active(input.cluster, input.service);
      if (service.desiredCount > 0 && !input.force)
        invalid('The service cannot be stopped while it is scaled above 0.');
      service.status = 'DRAINING';
      service.desiredCount = 0;
      return { service: serviceView(world, service) };
    },

    DescribeServices(input: DescribeServicesCommandInput) {
      const cluster = world.cluster(input.cluster);
      const names = input.services ?? [];
      if (names.length === 0) invalid('Services cannot be empty.');
      if (names.length > 10) invalid('You can only describe up to 10 services in a single call.');
      const found = names.map((name) => {
        const service = world.findService(cluster, name);
        const isGone = service?.inactiveAt !== undefined && world.now() - service.inactiveAt > INACTIVE_FOR_MS;
        return { name, service: isGone ? undefined : service };
      });
      return {
        services: found.flatMap(({ service }) =>
          service === undefined ? [] : serviceView(world, service, input.include),
        ),
        failures: found.flatMap(({ name, service }) =>
          service === undefined
            ? { arn: world.arn(`service/${cluster.clusterName}/${lastSegment(name)}`), reason: 'MISSING' }
            : [],
        ),
      };
    },

    ListServices(input: ListServicesCommandInput) {
      const cluster = world.cluster(input.cluster);
      const living = world.services.filter(
        (service) =>
          service.cluster === cluster &&
          service.status !== 'INACTIVE' &&
          (input.launchType === undefined || service.workload.launchType === input.launchType),
      );
      const { items, nextToken } = page(living, { ...input, maxResults: input.maxResults ?? 10 });
      return { serviceArns: items.map((service) => service.arn), nextToken };
    },
  };
}

export function setDesiredCount(service: ServiceRecord, desiredCount: number): void {
  if (desiredCount !== service.desiredCount) service.isSteady = false;
  service.desiredCount = desiredCount;
  const primary = service.deployments.find((deployment) => deployment.status === 'PRIMARY');
  if (primary !== undefined) primary.desiredCount = desiredCount;
}
