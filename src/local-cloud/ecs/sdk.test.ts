import { CloudWatchLogsClient, CreateLogGroupCommand, GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DeleteServiceCommand,
  DescribeServicesCommand,
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  ServiceNotFoundException,
  StopTaskCommand,
  UpdateServiceCommand,
  waitUntilServicesInactive,
  waitUntilServicesStable,
  waitUntilTasksRunning,
  waitUntilTasksStopped,
} from '@aws-sdk/client-ecs';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
  ModifyTargetGroupAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { compiledAppProgram } from '../app/compile-for-tests.js';
import { Cloud } from '../cloud.js';

let cloud: Cloud;
let ecs: ECSClient;
let elb: ElasticLoadBalancingV2Client;
let logs: CloudWatchLogsClient;

const networkConfiguration = { awsvpcConfiguration: { subnets: ['subnet-a'] } };
/** The SDK's waiters wait in real time. */
const patience = { maxWaitTime: 30, minDelay: 1, maxDelay: 1 };

beforeAll(async () => {
  process.env.SLUICE_APP_PROGRAM = compiledAppProgram();
  cloud = await Cloud.start({ speed: 50 });
  const config = {
    endpoint: cloud.endpoint,
    region: cloud.region,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
  };
  ecs = new ECSClient(config);
  elb = new ElasticLoadBalancingV2Client(config);
  logs = new CloudWatchLogsClient(config);
  await ecs.send(new CreateClusterCommand({ clusterName: 'shop' }));
  await logs.send(new CreateLogGroupCommand({ logGroupName: '/ecs/shop' }));
});

afterAll(async () => {
  for (const client of [ecs, elb, logs]) client.destroy();
  await cloud.stop();
});

async function release(version: string): Promise<string> {
  const { taskDefinition } = await ecs.send(
    new RegisterTaskDefinitionCommand({
      family: 'shop',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      executionRoleArn: 'arn:aws:iam::123456789012:role/exec',
      containerDefinitions: [
        {
          name: 'web',
          image: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:${version}`,
          portMappings: [{ containerPort: 8080 }],
          logConfiguration: {
            logDriver: 'awslogs',
            options: { 'awslogs-group': '/ecs/shop', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'ecs' },
          },
        },
      ],
    }),
  );
  return taskDefinition?.taskDefinitionArn ?? '';
}

test('a service behind a load balancer is rolled to a new version without a failed request, as the SDK sees it', async () => {
  const { LoadBalancers } = await elb.send(
    new CreateLoadBalancerCommand({ Name: 'web', Subnets: ['subnet-a', 'subnet-b'] }),
  );
  const { TargetGroups } = await elb.send(
    new CreateTargetGroupCommand({
      Name: 'web',
      Protocol: 'HTTP',
      Port: 8080,
      VpcId: 'vpc-1',
      TargetType: 'ip',
      HealthCheckPath: '/health',
      HealthCheckIntervalSeconds: 10,
      HealthyThresholdCount: 2,
    }),
  );
  const TargetGroupArn = TargetGroups?.[0]?.TargetGroupArn ?? '';
  await elb.send(
    new ModifyTargetGroupAttributesCommand({
      TargetGroupArn,
      Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '20' }],
    }),
  );
  const { Listeners } = await elb.send(
    new CreateListenerCommand({
      LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [{ Type: 'forward', TargetGroupArn }],
    }),
  );
  const listenerUrl = await urlOf(Listeners?.[0]?.ListenerArn ?? '');

  await ecs.send(
    new CreateServiceCommand({
      cluster: 'shop',
      serviceName: 'web',
      taskDefinition: await release('1.0'),
      desiredCount: 2,
      launchType: 'FARGATE',
      networkConfiguration,
      loadBalancers: [{ targetGroupArn: TargetGroupArn, containerName: 'web', containerPort: 8080 }],
    }),
  );
  await waitUntilServicesStable({ client: ecs, ...patience }, { cluster: 'shop', services: ['web'] });
  await waitForHealthy(TargetGroupArn, 2);
  expect((await fetch(listenerUrl)).headers.get('x-app-version')).toBe('1.0');

  let isLoading = true;
  const statuses = new Map<number, number>();
  const load = (async () => {
    while (isLoading) {
      const status = await fetch(listenerUrl).then(
        (answer) => answer.status,
        () => 0,
      );
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  const before = await primaryId();
  await ecs.send(new UpdateServiceCommand({ cluster: 'shop', service: 'web', taskDefinition: await release('1.1') }));
  expect(await primaryId()).not.toBe(before);
  await waitUntilServicesStable({ client: ecs, ...patience }, { cluster: 'shop', services: ['web'] });
  isLoading = false;
  await load;
  expect((await fetch(listenerUrl)).headers.get('x-app-version')).toBe('1.1');
  expect([...statuses.keys()]).toEqual([200]);

  const { taskArns } = await ecs.send(new ListTasksCommand({ cluster: 'shop', serviceName: 'web' }));
  const { tasks } = await ecs.send(new DescribeTasksCommand({ cluster: 'shop', tasks: taskArns }));
  expect(tasks?.[0]?.startedAt).toBeInstanceOf(Date);
  const logStreamName = `ecs/web/${taskArns?.[0]?.split('/').at(-1)}`;
  const { events } = await logs.send(new GetLogEventsCommand({ logGroupName: '/ecs/shop', logStreamName }));
  expect(events?.[0]?.message).toContain('1.1: listening');

  await ecs.send(new DeleteServiceCommand({ cluster: 'shop', service: 'web', force: true }));
  await waitUntilServicesInactive({ client: ecs, ...patience }, { cluster: 'shop', services: ['web'] });
}, 60_000);

test('the waiters for a task see it run and stop', async () => {
  const { tasks } = await ecs.send(
    new RunTaskCommand({
      cluster: 'shop',
      taskDefinition: await release('2.0'),
      launchType: 'FARGATE',
      networkConfiguration,
    }),
  );
  const arn = tasks?.[0]?.taskArn ?? '';
  await waitUntilTasksRunning({ client: ecs, ...patience }, { cluster: 'shop', tasks: [arn] });
  await ecs.send(new StopTaskCommand({ cluster: 'shop', task: arn }));
  await waitUntilTasksStopped({ client: ecs, ...patience }, { cluster: 'shop', tasks: [arn] });
  const never = waitUntilTasksRunning({ client: ecs, ...patience }, { cluster: 'shop', tasks: [arn] });
  await expect(never).rejects.toThrow();
}, 60_000);

test('errors arrive as the classes of the SDK, and an unknown member is ignored and logged', async () => {
  const missing = ecs.send(new UpdateServiceCommand({ cluster: 'shop', service: 'none' }));
  await expect(missing).rejects.toBeInstanceOf(ServiceNotFoundException);
  const answer = await fetch(cloud.endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AmazonEC2ContainerServiceV20141113.RegisterTaskDefinition',
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIATEST/20260101/eu-west-1/ecs/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify({ family: 'x', containerDefinitions: [{ name: 'a', image: 'a', memory: 64, memorry: 1 }] }),
  });
  expect(answer.status).toBe(200);
  expect(JSON.stringify(await answer.json())).not.toContain('memorry');
  expect(cloud.requests(0, 'ecs:RegisterTaskDefinition').at(-1)).toMatchObject({
    ignored: ['containerDefinitions.0.memorry'],
  });
});

async function primaryId(): Promise<string | undefined> {
  const { services } = await ecs.send(new DescribeServicesCommand({ cluster: 'shop', services: ['web'] }));
  return services?.[0]?.deployments?.[0]?.id;
}

async function waitForHealthy(TargetGroupArn: string, count: number): Promise<void> {
  for (let i = 0; i < 500; i++) {
    const { TargetHealthDescriptions } = await elb.send(new DescribeTargetHealthCommand({ TargetGroupArn }));
    const healthy = TargetHealthDescriptions?.filter((each) => each.TargetHealth?.State === 'healthy') ?? [];
    if (healthy.length >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('targets never became healthy');
}

/** Where a listener really listens. */
async function urlOf(listenerArn: string): Promise<string> {
  const answer = JSON.stringify(await cloud.sluice('elb/addresses'));
  const found = /http:\/\/127\.0\.0\.1:\d+/.exec(answer)?.[0];
  if (found === undefined) throw new Error(`no address for ${listenerArn} in ${answer}`);
  return found;
}
