import type {
  CreateClusterCommandInput,
  DeleteClusterCommandInput,
  DescribeClustersCommandInput,
  ListClustersCommandInput,
  PutClusterCapacityProvidersCommandInput,
} from '@aws-sdk/client-ecs';
import { AwsError, type Operation } from '../contract.js';
import { checkProviders, checkStrategy } from './capacity.js';
import { type ClusterRecord, isActive, isPending } from './model.js';
import { page } from './pages.js';
import { lastSegment, type World } from './world.js';

function view(world: World, cluster: ClusterRecord, include: readonly string[] = []) {
  const tasks = [...world.tasks.values()].filter((task) => task.cluster === cluster);
  return {
    ...cluster,
    registeredContainerInstancesCount: 0,
    runningTasksCount: tasks.filter((task) => task.lastStatus === 'RUNNING').length,
    pendingTasksCount: tasks.filter(isPending).length,
    activeServicesCount: world.services.filter((each) => each.cluster === cluster && each.status === 'ACTIVE').length,
    statistics: [],
    tags: include.includes('TAGS') ? cluster.tags : [],
  };
}

export function clusterOperations(world: World): Record<string, Operation> {
  return {
    CreateCluster(input: CreateClusterCommandInput) {
      const clusterName = input.clusterName ?? 'default';
      if (!/^[A-Za-z0-9_-]{1,255}$/.test(clusterName)) {
        throw new AwsError('InvalidParameterException', 'Invalid cluster name.');
      }
      const known = world.clusters.get(clusterName);
      // Creating it again answers the one that is there.
      if (known?.status === 'ACTIVE') return { cluster: view(world, known, ['TAGS']) };
      const { capacityProviders = [], defaultCapacityProviderStrategy = [] } = input;
      checkProviders(capacityProviders);
      checkStrategy(defaultCapacityProviderStrategy, { capacityProviders });
      const cluster: ClusterRecord = {
        clusterArn: world.arn(`cluster/${clusterName}`),
        clusterName,
        status: 'ACTIVE',
        tags: input.tags ?? [],
        settings: input.settings ?? [{ name: 'containerInsights', value: 'disabled' }],
        capacityProviders,
        defaultCapacityProviderStrategy,
        ...(input.configuration === undefined ? {} : { configuration: input.configuration }),
      };
      world.clusters.set(clusterName, cluster);
      return { cluster: view(world, cluster, ['TAGS']) };
    },

    DescribeClusters(input: DescribeClustersCommandInput) {
      const wanted = input.clusters?.length ? input.clusters : ['default'];
      const found = wanted.map((name) => ({ name, cluster: world.findCluster(name) }));
      return {
        clusters: found.flatMap(({ cluster }) => (cluster === undefined ? [] : view(world, cluster, input.include))),
        failures: found.flatMap(({ name, cluster }) =>
          cluster === undefined ? { arn: world.arn(`cluster/${lastSegment(name)}`), reason: 'MISSING' } : [],
        ),
      };
    },

    ListClusters(input: ListClustersCommandInput) {
      const active = [...world.clusters.values()].filter((cluster) => cluster.status === 'ACTIVE');
      const { items, nextToken } = page(active, input);
      return { clusterArns: items.map((cluster) => cluster.clusterArn), nextToken };
    },

    /** Replaces both lists. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutClusterCapacityProviders.html */
    PutClusterCapacityProviders(input: PutClusterCapacityProvidersCommandInput) {
      const cluster = world.cluster(input.cluster);
      const { capacityProviders = [], defaultCapacityProviderStrategy = [] } = input;
      checkProviders(capacityProviders);
      checkStrategy(defaultCapacityProviderStrategy, { capacityProviders });
      Object.assign(cluster, { capacityProviders, defaultCapacityProviderStrategy });
      return { cluster: view(world, cluster) };
    },

    DeleteCluster(input: DeleteClusterCommandInput) {
      const cluster = world.cluster(input.cluster);
      if (world.services.some((service) => service.cluster === cluster && service.status === 'ACTIVE')) {
        throw new AwsError(
          'ClusterContainsServicesException',
          'The Cluster cannot be deleted while Services are active.',
        );
      }
      if ([...world.tasks.values()].some((task) => task.cluster === cluster && isActive(task))) {
        throw new AwsError('ClusterContainsTasksException', 'The Cluster cannot be deleted while Tasks are active.');
      }
      cluster.status = 'INACTIVE';
      return { cluster: view(world, cluster) };
    },
  };
}
