export { DescribeClustersCommand, DescribeServicesCommand, ECSClient, type Service } from '@aws-sdk/client-ecs';
