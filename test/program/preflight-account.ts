/** An account in which one service can be deployed, as a seed of the local cloud, and what is to be deployed to it. */

export const region = 'eu-west-1';
export const registry = `123456789012.dkr.ecr.${region}.amazonaws.com`;
export const secret = `arn:aws:secretsmanager:${region}:123456789012:secret:shop/db-AbCdEf`;
export const role = (name: string): string => `arn:aws:iam::123456789012:role/${name}`;

const container = {
  name: 'app',
  image: `${registry}/shop:1`,
  essential: true,
  portMappings: [{ containerPort: 8080 }],
  secrets: [
    { name: 'DATABASE', valueFrom: `${secret}:url::` },
    { name: 'KEY', valueFrom: '/shop/key' },
  ],
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/ecs/shop', 'awslogs-region': region, 'awslogs-stream-prefix': 'app' },
  },
};
export const definition = {
  family: 'shop',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  executionRoleArn: role('shop-execution'),
  taskRoleArn: role('shop-task'),
  containerDefinitions: [container],
};

/** Everything wrong at once: each line is found by another check. */
export const broken = {
  ...definition,
  memory: '4096',
  taskRoleArn: role('nobody'),
  executionRoleArn: role('lambda'),
  runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' },
  containerDefinitions: [
    {
      ...container,
      name: 'web',
      secrets: [
        ...container.secrets,
        { name: 'GONE', valueFrom: `${secret.replace('shop/db', 'shop/gone')}` },
        { name: 'NONE', valueFrom: '/shop/none' },
      ],
      logConfiguration: {
        ...container.logConfiguration,
        options: { ...container.logConfiguration.options, 'awslogs-group': '/ecs/other' },
      },
    },
    { name: 'proxy', image: `${registry}/proxy:1`, essential: false },
    { name: 'public', image: 'public.ecr.aws/nginx/nginx:1', essential: false },
  ],
};

const trust = (service: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
});
const policy = (...statements: object[]): string => JSON.stringify({ Version: '2012-10-17', Statement: statements });

export const seed = {
  clusters: [{ clusterName: 'shop', capacityProviders: ['FARGATE'] }],
  logGroups: [{ logGroupName: '/ecs/shop' }],
  parameters: [{ Name: '/shop/key', Type: 'SecureString', Value: 'x' }],
  secrets: [{ Name: 'shop/db', SecretString: '{"url":"x"}', suffix: 'AbCdEf' }],
  roles: [
    ...['shop-execution', 'shop-task'].map((RoleName) => ({
      RoleName,
      AssumeRolePolicyDocument: JSON.stringify(trust('ecs-tasks.amazonaws.com')),
    })),
    { RoleName: 'lambda', AssumeRolePolicyDocument: JSON.stringify(trust('lambda.amazonaws.com')) },
    { RoleName: 'deploy', AssumeRolePolicyDocument: JSON.stringify(trust('ecs-tasks.amazonaws.com')) },
  ],
  rolePolicies: [
    {
      RoleName: 'shop-execution',
      PolicyName: 'read',
      PolicyDocument: policy(
        { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: `${secret.slice(0, -6)}*` },
        {
          Effect: 'Allow',
          Action: 'ssm:GetParameters',
          Resource: `arn:aws:ssm:${region}:123456789012:parameter/shop/*`,
        },
      ),
    },
    {
      RoleName: 'deploy',
      PolicyName: 'pass',
      PolicyDocument: policy({
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: [role('shop-execution'), role('shop-task')],
        Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
      }),
    },
  ],
  vpcs: [{ VpcId: 'vpc-1' }],
  subnets: [
    { SubnetId: 'subnet-a', VpcId: 'vpc-1' },
    { SubnetId: 'subnet-b', VpcId: 'vpc-1' },
    { SubnetId: 'subnet-x', VpcId: 'vpc-2' },
  ],
  securityGroups: [{ GroupId: 'sg-a', VpcId: 'vpc-1' }],
  repositories: [{ repositoryName: 'shop' }],
  images: [
    { repositoryName: 'shop', imageTag: '1', platforms: ['linux/amd64'] },
    { repositoryName: 'shop', imageTag: '2', platforms: ['linux/amd64', 'linux/arm64'], attestations: true },
  ],
  loadBalancers: [{ Name: 'shop', Subnets: ['subnet-a', 'subnet-b'] }],
  targetGroups: [{ Name: 'shop', Protocol: 'HTTP', Port: 80, VpcId: 'vpc-1', TargetType: 'ip' }],
  listeners: [
    {
      name: 'http',
      LoadBalancerArn: 'shop',
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: 'shop' }],
    },
  ],
  taskDefinitions: [definition],
  alarms: [
    {
      AlarmName: 'shop-5xx',
      Namespace: 'Shop',
      MetricName: 'Errors',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
    },
  ],
  services: [
    {
      cluster: 'shop',
      serviceName: 'shop',
      taskDefinition: 'shop',
      // Nothing of it needs to run to be looked at.
      desiredCount: 0,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a', 'subnet-b'], securityGroups: ['sg-a'] } },
      loadBalancers: [{ targetGroupArn: 'shop', containerName: 'app', containerPort: 8080 }],
    },
    {
      cluster: 'shop',
      serviceName: 'worker',
      taskDefinition: 'shop',
      desiredCount: 0,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a', 'subnet-b'], securityGroups: ['sg-a'] } },
    },
  ],
};
