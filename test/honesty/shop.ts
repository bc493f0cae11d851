import {
  CreateClusterCommand,
  CreateServiceCommand,
  type ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  type ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';

export const cluster = 'shop';

export const subnets = ['subnet-1', 'subnet-2'];
const awsvpcConfiguration = { subnets, assignPublicIp: 'DISABLED' as const };
export const fargate = { launchType: 'FARGATE' as const, networkConfiguration: { awsvpcConfiguration } };

export async function createCluster(ecs: ECSClient): Promise<void> {
  await ecs.send(new CreateClusterCommand({ clusterName: cluster }));
}

/** Registers a revision of the app of the image catalogue; `environment` sets how it behaves. Answers its ARN. */
export async function register(
  ecs: ECSClient,
  family: string,
  environment: Record<string, string> = {},
): Promise<string> {
  const { taskDefinition } = await ecs.send(
    new RegisterTaskDefinitionCommand({
      family,
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      containerDefinitions: [
        {
          name: 'web',
          image: 'shop:1',
          essential: true,
          portMappings: [{ containerPort: 8080 }],
          environment: Object.entries(environment).map(([name, value]) => ({ name, value })),
        },
      ],
    }),
  );
  return taskDefinition?.taskDefinitionArn ?? '';
}

/** A target group that nothing forwards to. */
export async function idleTargetGroup(elb: ElasticLoadBalancingV2Client, name: string): Promise<string> {
  const { TargetGroups } = await elb.send(
    new CreateTargetGroupCommand({
      Name: name,
      Protocol: 'HTTP',
      Port: 8080,
      VpcId: 'vpc-00000000',
      TargetType: 'ip',
      HealthCheckPath: '/health',
      HealthCheckIntervalSeconds: 5,
      HealthCheckTimeoutSeconds: 2,
      HealthyThresholdCount: 2,
    }),
  );
  return TargetGroups?.[0]?.TargetGroupArn ?? '';
}

/** A target group behind a listener of its own. */
export async function targetGroup(elb: ElasticLoadBalancingV2Client, name: string): Promise<string> {
  const TargetGroupArn = await idleTargetGroup(elb, name);
  const { LoadBalancers } = await elb.send(new CreateLoadBalancerCommand({ Name: name, Subnets: subnets }));
  await elb.send(
    new CreateListenerCommand({
      LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [{ Type: 'forward', TargetGroupArn }],
    }),
  );
  return TargetGroupArn;
}

export async function createService(
  ecs: ECSClient,
  serviceName: string,
  taskDefinition: string,
  more: Partial<ConstructorParameters<typeof CreateServiceCommand>[0]> = {},
): Promise<void> {
  await ecs.send(
    new CreateServiceCommand({ cluster, serviceName, taskDefinition, desiredCount: 2, ...fargate, ...more }),
  );
}
