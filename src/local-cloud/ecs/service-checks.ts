import type {
  CreateServiceCommandInput,
  DeploymentConfiguration,
  NetworkConfiguration,
  UpdateServiceCommandInput,
} from '@aws-sdk/client-ecs';
import { AwsError, type Subnets, type Targets } from '../contract.js';
import type { Workload } from './model.js';

/** What CreateService and UpdateService refuse beyond types and enums. */

export function invalid(message: string): never {
  throw new AwsError('InvalidParameterException', message);
}

/** Features of ECS that the local cloud does not have are refused, never accepted and ignored. */
function unsupported(what: string): never {
  throw new AwsError('UnsupportedFeatureException', `${what} is not implemented by the local cloud.`);
}

export function checkFeatures(input: CreateServiceCommandInput | UpdateServiceCommandInput): void {
  const controller = input.deploymentController?.type;
  if (controller !== undefined && controller !== 'ECS') unsupported(`The deployment controller ${controller}`);
  if ('schedulingStrategy' in input && input.schedulingStrategy === 'DAEMON') unsupported('Scheduling strategy DAEMON');
  const { strategy, lifecycleHooks } = input.deploymentConfiguration ?? {};
  if (strategy !== undefined && strategy !== 'ROLLING') unsupported(`Deployment strategy ${strategy}`);
  if ((lifecycleHooks?.length ?? 0) > 0) unsupported('A deployment lifecycle hook');
  const early = (input.deploymentConfiguration as { earlySuccessCriteria?: { enable?: boolean } } | undefined)
    ?.earlySuccessCriteria;
  if (early?.enable) unsupported('earlySuccessCriteria');
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
export function completedConfiguration(
  given: DeploymentConfiguration | undefined,
  before?: DeploymentConfiguration,
): DeploymentConfiguration & { minimumHealthyPercent: number; maximumPercent: number } {
  const configuration = {
    strategy: 'ROLLING' as const,
    bakeTimeInMinutes: 0,
    deploymentCircuitBreaker: { enable: false, rollback: false },
    ...before,
    ...given,
    minimumHealthyPercent: given?.minimumHealthyPercent ?? before?.minimumHealthyPercent ?? 100,
    maximumPercent: given?.maximumPercent ?? before?.maximumPercent ?? 200,
  };
  const { minimumHealthyPercent: least, maximumPercent: most, alarms } = configuration;
  if (least < 0 || most < 100 || most < least) {
    invalid('maximumPercent must be at least 100 and not below minimumHealthyPercent.');
  }
  if (least === 100 && most === 100) {
    invalid('Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.');
  }
  if (alarms?.enable && (alarms.alarmNames?.length ?? 0) === 0) {
    invalid('At least one alarm name must be specified when deployment alarms are enabled.');
  }
  const threshold = configuration.deploymentCircuitBreaker?.thresholdConfiguration?.value;
  if (threshold !== undefined && threshold < 1) invalid('The circuit breaker threshold value must be at least 1.');
  return configuration;
}

export function checkWorkload(workload: Workload, targets: Targets): void {
  const { taskDefinition, networkConfiguration, loadBalancers } = workload;
  const isAwsvpc = taskDefinition.networkMode === 'awsvpc';
  checkCompatibility(workload, taskDefinition);
  checkNetwork(isAwsvpc, networkConfiguration?.awsvpcConfiguration?.subnets);
  for (const { targetGroupArn, containerName, containerPort } of loadBalancers) {
    if (targetGroupArn === undefined) invalid('targetGroupArn must be specified.');
    const container = taskDefinition.containerDefinitions.find((each) => each.name === containerName);
    if (container === undefined) invalid(`The container ${containerName} does not exist in the task definition.`);
    if (!container.portMappings?.some((mapping) => mapping.containerPort === containerPort)) {
      invalid(`The container ${containerName} did not have a container port ${containerPort} defined.`);
    }
    const group = targets.group(targetGroupArn);
    if (group === undefined) invalid(`The specified target group does not exist: ${targetGroupArn}`);
    if (group.loadBalancerArns.length === 0) {
      invalid(`The target group with targetGroupArn ${targetGroupArn} does not have an associated load balancer.`);
    }
    if (isAwsvpc !== (group.targetType === 'ip')) {
      invalid(
        `The provided target group ${targetGroupArn} has target type ${group.targetType}, which is incompatible with the ${taskDefinition.networkMode ?? 'bridge'} network mode specified in the task definition.`,
      );
    }
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html, healthCheckGracePeriodSeconds */
export function checkGracePeriod(seconds: number | undefined): void {
  if (seconds !== undefined && (seconds < 0 || seconds > 2_147_483_647)) {
    invalid('healthCheckGracePeriodSeconds must be between 0 and 2147483647.');
  }
}

/** Fargate runs what was registered for it, whichever way it is asked for: by launch type or by capacity provider. */
export function checkCompatibility(
  workload: Pick<Workload, 'launchType' | 'capacityProviderStrategy'>,
  taskDefinition: Workload['taskDefinition'],
): void {
  const isFargate = workload.launchType === 'FARGATE' || (workload.capacityProviderStrategy?.length ?? 0) > 0;
  if (isFargate && !taskDefinition.compatibilities?.includes('FARGATE')) {
    invalid('Task definition does not support launch_type FARGATE.');
  }
}

/** Subnets and security groups must be there, once EC2 has any. */
export function checkPlaces(subnets: Subnets | undefined, configuration: NetworkConfiguration | undefined): void {
  const { subnets: ids = [], securityGroups = [] } = configuration?.awsvpcConfiguration ?? {};
  const subnet = subnets?.missingSubnet(ids);
  if (subnet !== undefined) {
    invalid(
      `Error retrieving subnet information for [${ids.join(', ')}]: The subnet ID '${subnet}' does not exist (ErrorCode: InvalidSubnetID.NotFound)`,
    );
  }
  const group = subnets?.missingSecurityGroup(securityGroups);
  if (group !== undefined) {
    invalid(
      `Error retrieving security group information for [${securityGroups.join(', ')}]: The security group '${group}' does not exist (ErrorCode: InvalidGroup.NotFound)`,
    );
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_NetworkConfiguration.html */
export function checkNetwork(isAwsvpc: boolean, subnets: readonly string[] | undefined): void {
  if (isAwsvpc && subnets === undefined) {
    invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
  }
  if (isAwsvpc && subnets?.length === 0) invalid('subnets can not be empty.');
  if (!isAwsvpc && subnets !== undefined) {
    invalid('Network Configuration is not valid for the given networkMode of this task definition.');
  }
}
