import type { CapacityProviderStrategyItem } from '@aws-sdk/client-ecs';
import type { ClusterRecord, Workload } from './model.js';
import { invalid } from './service-checks.js';

/** Those that every account has. Capacity providers of one's own need container instances, which are not here. */
const PROVIDERS = ['FARGATE', 'FARGATE_SPOT'];

/** Where tasks can run, and what an admin call can declare to be full. */
export const CAPACITY = [...PROVIDERS, 'EC2'];

/**
 * Where the next task of a workload runs: of a strategy, the provider whose base is not yet met, then the one that is
 * furthest behind its weight.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html
 *
 * @param others where the other tasks that the strategy is for run
 */
export function capacityFor(
  workload: Pick<Workload, 'launchType' | 'capacityProviderStrategy'>,
  others: readonly string[],
): string {
  const strategy = workload.capacityProviderStrategy ?? [];
  if (workload.launchType !== undefined) return workload.launchType;
  const countOf = ({ capacityProvider }: CapacityProviderStrategyItem) =>
    others.filter((each) => each === capacityProvider).length;
  const withBase = strategy.find((item) => countOf(item) < (item.base ?? 0));
  if (withBase !== undefined) return withBase.capacityProvider ?? 'FARGATE';
  const share = (item: CapacityProviderStrategyItem) => (countOf(item) - (item.base ?? 0) + 1) / (item.weight ?? 0);
  const weighted = strategy.filter((item) => (item.weight ?? 0) > 0).toSorted((a, b) => share(a) - share(b));
  return (weighted[0] ?? strategy[0])?.capacityProvider ?? 'FARGATE';
}

/**
 * Where a service's tasks run after an update: as before, by another strategy, or, with an empty one, by launch type again.
 * Which launch type that is AWS does not say; here it is what the task definition is made for.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html, capacityProviderStrategy
 */
export function changedCapacity(
  before: Pick<Workload, 'launchType' | 'capacityProviderStrategy'>,
  strategy: readonly CapacityProviderStrategyItem[] | undefined,
  { requiresCompatibilities = [] }: { requiresCompatibilities?: readonly string[] | undefined },
): Pick<Workload, 'launchType' | 'capacityProviderStrategy'> {
  if (strategy === undefined) {
    const { launchType, capacityProviderStrategy } = before;
    return { launchType, capacityProviderStrategy };
  }
  if (strategy.length > 0) return { launchType: undefined, capacityProviderStrategy: strategy };
  const launchType = before.launchType ?? (requiresCompatibilities.includes('FARGATE') ? 'FARGATE' : 'EC2');
  return { launchType, capacityProviderStrategy: undefined };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutClusterCapacityProviders.html */
export function checkProviders(names: readonly string[]): void {
  if (names.every((name) => PROVIDERS.includes(name))) return;
  invalid('The specified capacity provider was not found. Specify a valid name or ARN and try again.');
}

/** Of a service or of tasks. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html, capacityProviderStrategy */
export function checkCapacity(
  input: {
    launchType?: string | undefined;
    capacityProviderStrategy?: readonly CapacityProviderStrategyItem[] | undefined;
  },
  cluster: ClusterRecord,
): void {
  if (input.launchType !== undefined && input.capacityProviderStrategy !== undefined) {
    invalid('Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.');
  }
  checkStrategy(input.capacityProviderStrategy, cluster);
}

/**
 * What a cluster, service or task accepts as its strategy: providers that are associated with the cluster, at most 20,
 * one of them with a base, not all of weight 0.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html
 */
export function checkStrategy(
  strategy: readonly CapacityProviderStrategyItem[] | undefined,
  cluster: Pick<ClusterRecord, 'capacityProviders'>,
): void {
  if (strategy === undefined || strategy.length === 0) return;
  checkProviders(strategy.map((item) => item.capacityProvider ?? ''));
  if (strategy.some((item) => !cluster.capacityProviders?.includes(item.capacityProvider ?? ''))) {
    invalid(
      'The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster and try again.',
    );
  }
  if (strategy.length > 20) invalid('A capacity provider strategy can contain a maximum of 20 capacity providers.');
  if (strategy.filter((item) => (item.base ?? 0) > 0).length > 1) {
    invalid('Only one capacity provider in a strategy can have a base defined.');
  }
  // The API's own default of a weight that is left out is 0; with one provider alone the console's 1 is taken.
  if (strategy.length > 1 && strategy.every((item) => (item.weight ?? 0) === 0)) {
    invalid('At least one capacity provider of a strategy must have a weight greater than 0.');
  }
}
