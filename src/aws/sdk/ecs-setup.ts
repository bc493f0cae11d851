export { DescribeClustersCommand, type Service } from '@aws-sdk/client-ecs';
