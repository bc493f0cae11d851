import { check, error } from './check.js';

/**
 * The capacity providers of the service, against those of its cluster.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html
 */
export const capacity = check<undefined>({
  name: 'capacity',
  holds: 'the capacity providers of the service are attached to the cluster',
  needs: ['cluster', 'service'],
  actions: ['ecs:DescribeClusters', 'ecs:DescribeServices'],
  read: async () => undefined,
  judge({ cluster, clusterSeen, serviceSeen, capacityProviders }) {
    if (clusterSeen === undefined) return [];
    const wanted = capacityProviders ?? serviceSeen?.capacityProviders ?? [];
    const attached = clusterSeen.capacityProviders;
    return wanted
      .filter((name) => !attached.includes(name))
      .map((name) =>
        error(
          `capacity provider ${name} is not attached to cluster ${cluster} (it has ${attached.join(', ') || 'none'}): attach it, or take another`,
        ),
      );
  },
});
