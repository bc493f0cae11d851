import type { ApiClass } from '../contract.js';

const apiClass = (burst: number, perSecond: number, ...operations: string[]): ApiClass => ({
  operations,
  burst,
  perSecond,
});

/**
 * How many calls ECS takes of an account in a Region: the operations of one class share a bucket. Of operations that the
 * page does not list (StopServiceDeployment) no limit is known.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html
 */
export const rates: readonly ApiClass[] = [
  apiClass(
    20,
    1,
    'CreateCluster',
    'DeleteCluster',
    'PutClusterCapacityProviders',
    'UpdateCluster',
    'UpdateClusterSettings',
  ),
  apiClass(50, 20, 'DescribeClusters', 'ListClusters'),
  apiClass(20, 1, 'DeregisterTaskDefinition', 'RegisterTaskDefinition'),
  apiClass(50, 20, 'DescribeTaskDefinition', 'ListTaskDefinitions', 'ListTaskDefinitionFamilies'),
  apiClass(5, 1, 'DeleteTaskDefinitions'),
  apiClass(20, 10, 'TagResource', 'UntagResource'),
  apiClass(50, 20, 'ListTagsForResource'),
  apiClass(100, 40, 'RunTask', 'StopTask'),
  apiClass(100, 20, 'DescribeTasks', 'ListTasks'),
  apiClass(50, 5, 'CreateService', 'DeleteService', 'UpdateService'),
  apiClass(100, 20, 'DescribeServices', 'ListServices'),
  apiClass(50, 20, 'DescribeServiceDeployments', 'ListServiceDeployments'),
  apiClass(50, 20, 'DescribeServiceRevisions'),
];
