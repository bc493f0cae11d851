import type { Attachment, ClusterReader, ServiceSetUp } from '../ports/preflight.js';
import { InputError } from '../spec/input-error.js';
import { type ClientSettings, call } from './client.js';
import { ecsClient } from './ecs-client.js';
import { ecsLooks } from './ecs-looks.js';
import type { Service } from './sdk/ecs-setup.js';

export function createClusterReader(settings: ClientSettings): ClusterReader {
  return {
    async cluster(name) {
      const { DescribeClustersCommand } = await import('./sdk/ecs-setup.js');
      const ecs = await ecsClient(settings);
      const { clusters: [cluster] = [] } = await call('ecs:DescribeClusters', () =>
        ecs.send(new DescribeClustersCommand({ clusters: [name] })),
      );
      if (cluster === undefined) return undefined;
      const { clusterArn = '', status = '', capacityProviders = [] } = cluster;
      return { arn: clusterArn, status, capacityProviders };
    },

    async service(cluster, name) {
      try {
        // Looked at together with other services of the cluster.
        const service = await ecsLooks(settings, cluster).service(name);
        return service === undefined ? undefined : setUpOf(service);
      } catch (error) {
        // A cluster that is not there has no service.
        if (error instanceof InputError) return undefined;
        throw error;
      }
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
