import type { Attachment, ClusterReader, ServiceSetUp } from '../ports/preflight.js';
import { type ClientSettings, call, clientOptions, once } from './client.js';
import { errorName } from './errors.js';
import type { Service } from './sdk/ecs-setup.js';

export function createClusterReader(settings: ClientSettings): ClusterReader {
  const sdk = once(() => import('./sdk/ecs-setup.js'));
  const client = once(async () => new (await sdk()).ECSClient(clientOptions(settings)));
  return {
    async cluster(name) {
      const { DescribeClustersCommand } = await sdk();
      const ecs = await client();
      const { clusters: [cluster] = [] } = await call('ecs:DescribeClusters', () =>
        ecs.send(new DescribeClustersCommand({ clusters: [name] })),
      );
      if (cluster === undefined) return undefined;
      const { clusterArn = '', status = '', capacityProviders = [] } = cluster;
      return { arn: clusterArn, status, capacityProviders };
    },

    async service(cluster, name) {
      const { DescribeServicesCommand } = await sdk();
      const ecs = await client();
      const { services: [service] = [] } = await call('ecs:DescribeServices', () =>
        ecs.send(new DescribeServicesCommand({ cluster, services: [name] })),
      ).catch((error: unknown) => {
        if (errorName(error) !== 'ClusterNotFoundException') throw error;
        return { services: [] };
      });
      return service === undefined ? undefined : setUpOf(service);
    },
  };
}

function setUpOf(service: Service): ServiceSetUp {
  const { deployments = [], networkConfiguration, deploymentConfiguration } = service;
  const connect = deployments.find(({ status }) => status === 'PRIMARY')?.serviceConnectConfiguration;
  const vpc = networkConfiguration?.awsvpcConfiguration;
  return {
    status: service.status ?? '',
    controller: service.deploymentController?.type ?? 'ECS',
    desiredCount: service.desiredCount ?? 0,
    taskDefinitionArn: service.taskDefinition ?? '',
    launchType: service.launchType ?? '',
    capacityProviders: (service.capacityProviderStrategy ?? []).map(({ capacityProvider = '' }) => capacityProvider),
    loadBalancers: (service.loadBalancers ?? []).map(({ targetGroupArn, containerName, containerPort }) =>
      attachment(targetGroupArn, containerName, containerPort),
    ),
    registries: (service.serviceRegistries ?? []).map(({ registryArn, containerName, containerPort }) =>
      attachment(registryArn, containerName, containerPort),
    ),
    connectedPorts: connect?.enabled === true ? (connect.services ?? []).flatMap(({ portName }) => portName ?? []) : [],
    network: vpc && { subnets: vpc.subnets ?? [], securityGroups: vpc.securityGroups ?? [] },
    alarms: deploymentConfiguration?.alarms?.enable === true ? (deploymentConfiguration.alarms.alarmNames ?? []) : [],
    deployments: deployments.map(({ status = '', rolloutState = 'UNKNOWN', taskDefinition = '' }) => ({
      status,
      rollout: rolloutState,
      taskDefinitionArn: taskDefinition,
    })),
  };
}

const attachment = (arn = '', container = '', port: number | undefined): Attachment => ({ arn, container, port });
