import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type StartedCloud, startCloud } from '../../src/testing/cloud.js';
import { describeWith, run } from '../lab/tools.js';
import { type Clients, clientsFor } from './clients.js';
import { cluster, createCluster, createService, idleTargetGroup, register, subnets, targetGroup } from './shop.js';
import { until } from './split-listener.js';

/** The AWS CLI is a client that nobody here wrote, in another language, with waiters and protocols of its own. */

let cloud: StartedCloud;
let clients: Clients;

beforeAll(async () => {
  cloud = await startCloud({ speed: 20 });
  clients = clientsFor(cloud.endpoint);
  await createCluster(clients.ecs);
  // Where there is a network, ECS looks for its subnets: these are there before the first test and after it, in any order.
  for (const SubnetId of ['subnet-1', 'subnet-2']) await cloud.admin('ec2/subnet', { SubnetId, VpcId: 'vpc-00000000' });
}, 60_000);

afterAll(async () => {
  clients?.destroy();
  await cloud?.stop();
});

/** Runs `aws`; answers what its JSON says. Throws Error with its stderr when it fails. */
// biome-ignore lint/suspicious/noExplicitAny: what the CLI prints differs by command
async function aws(...words: string[]): Promise<any> {
  const env = { ...cloud.env, AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null', AWS_PAGER: '' };
  const { exitCode, stdout, stderr } = await run('aws', [...words, '--output', 'json'], { env, limitMs: 90_000 });
  if (exitCode !== 0) throw new Error(`aws ${words.join(' ')} ended with ${exitCode}: ${stderr}`);
  return stdout.trim() === '' ? undefined : JSON.parse(stdout);
}

describeWith(['aws'], 'the AWS CLI', () => {
  // As soon as the cloud knows one subnet, it has only those that it knows.
  test("reads a registry, a network, a role's rights and a secret", async () => {
    await cloud.admin('ec2/subnet', {
      SubnetId: 'subnet-0a1b',
      VpcId: 'vpc-0a1b',
      Tags: [{ Key: 'Name', Value: 'a' }],
    });
    for (const SubnetId of subnets) await cloud.admin('ec2/subnet', { SubnetId, VpcId: 'vpc-shop' });
    const { Subnets } = await aws(
      'ec2',
      'describe-subnets',
      '--filters',
      'Name=tag:Name,Values=a',
      'Name=vpc-id,Values=vpc-0a1b',
    );
    expect(Subnets).toMatchObject([{ SubnetId: 'subnet-0a1b', State: 'available', MapPublicIpOnLaunch: false }]);
    await expect(aws('ec2', 'describe-subnets', '--subnet-ids', 'subnet-0')).rejects.toThrow(
      "(InvalidSubnetID.NotFound) when calling the DescribeSubnets operation: The subnet ID 'subnet-0' does not exist",
    );

    await aws('ecr', 'create-repository', '--repository-name', 'cli');
    await cloud.admin('ecr/push', { repositoryName: 'cli', imageTag: '1', platforms: ['linux/amd64', 'linux/arm64'] });
    const { imageDetails } = await aws(
      'ecr',
      'describe-images',
      '--repository-name',
      'cli',
      '--image-ids',
      'imageTag=1',
    );
    expect(imageDetails).toMatchObject([{ imageTags: ['1'], imageSizeInBytes: expect.any(Number) }]);
    const { authorizationData } = await aws('ecr', 'get-authorization-token');
    const [{ authorizationToken, proxyEndpoint, expiresAt }] = authorizationData;
    // Version 1 tells seconds, version 2 a date.
    expect(Number(expiresAt) * 1_000 || Date.parse(expiresAt)).toBeGreaterThan(Date.now());
    const tags = await fetch(`${proxyEndpoint}/v2/cli/tags/list`, {
      headers: { authorization: `Basic ${authorizationToken}` },
    });
    expect(await tags.json()).toEqual({ name: 'cli', tags: ['1'] });

    const Statement = [
      { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ];
    const trust = JSON.stringify({ Version: '2012-10-17', Statement });
    const created = await aws('iam', 'create-role', '--role-name', 'cli', '--assume-role-policy-document', trust);
    expect(created.Role.AssumeRolePolicyDocument).toEqual({ Version: '2012-10-17', Statement });
    const { EvaluationResults } = await aws(
      ...[
        'iam',
        'simulate-principal-policy',
        '--policy-source-arn',
        created.Role.Arn,
        '--action-names',
        's3:GetObject',
      ],
    );
    expect(EvaluationResults).toMatchObject([{ EvalDecision: 'implicitDeny', EvalResourceName: '*' }]);

    await aws('secretsmanager', 'create-secret', '--name', 'cli', '--secret-string', 'x');
    expect(await aws('secretsmanager', 'get-secret-value', '--secret-id', 'cli')).toMatchObject({ SecretString: 'x' });
  }, 120_000);

  test('is told who it is', async () => {
    expect(await aws('sts', 'get-caller-identity')).toMatchObject({
      Account: '123456789012',
      Arn: expect.stringContaining('arn:aws:iam::123456789012:'),
    });
  }, 60_000);

  test('waits until a service is stable and its targets are in service, and describes them', async () => {
    const targetGroupArn = await targetGroup(clients.elb, 'cli');
    await createService(clients.ecs, 'cli', await register(clients.ecs, 'cli'), {
      loadBalancers: [{ targetGroupArn, containerName: 'web', containerPort: 8080 }],
    });
    await aws('ecs', 'wait', 'services-stable', '--cluster', cluster, '--services', 'cli');
    await aws('elbv2', 'wait', 'target-in-service', '--target-group-arn', targetGroupArn);
    const { services } = await aws('ecs', 'describe-services', '--cluster', cluster, '--services', 'cli');
    expect(services[0]).toMatchObject({ serviceName: 'cli', runningCount: 2, deployments: [{ status: 'PRIMARY' }] });
    const { TargetHealthDescriptions } = await aws(
      'elbv2',
      'describe-target-health',
      '--target-group-arn',
      targetGroupArn,
    );
    expect(TargetHealthDescriptions.map((one: { TargetHealth: { State: string } }) => one.TargetHealth.State)).toEqual([
      'healthy',
      'healthy',
    ]);
    const { taskArns } = await aws('ecs', 'list-tasks', '--cluster', cluster, '--service-name', 'cli');
    const { tasks } = await aws('ecs', 'describe-tasks', '--cluster', cluster, '--tasks', ...taskArns);
    expect(tasks.map((task: { lastStatus: string }) => task.lastStatus)).toEqual(['RUNNING', 'RUNNING']);
    const { LoadBalancers } = await aws('elbv2', 'describe-load-balancers', '--names', 'cli');
    expect(LoadBalancers[0]).toMatchObject({ LoadBalancerName: 'cli', State: { Code: 'active' } });
    const listeners = ['elbv2', 'describe-listeners', '--load-balancer-arn', LoadBalancers[0].LoadBalancerArn];
    const { Listeners } = await aws(...listeners);
    expect(Listeners[0].DefaultActions[0]).toMatchObject({ Type: 'forward', TargetGroupArn: targetGroupArn });
  }, 240_000);

  test('wait services-stable fails for a service that is not there', async () => {
    const waiting = aws('ecs', 'wait', 'services-stable', '--cluster', cluster, '--services', 'never-was');
    await expect(waiting).rejects.toThrow(/ended with 255.*MISSING/s);
  }, 60_000);

  test('changes weights and reads them back', async () => {
    const [blue, green] = [await targetGroup(clients.elb, 'w-blue'), await idleTargetGroup(clients.elb, 'w-green')];
    const { LoadBalancers } = await aws('elbv2', 'describe-load-balancers', '--names', 'w-blue');
    const { Listeners } = await aws(
      'elbv2',
      'describe-listeners',
      '--load-balancer-arn',
      LoadBalancers[0].LoadBalancerArn,
    );
    const TargetGroups = [
      { TargetGroupArn: blue, Weight: 90 },
      { TargetGroupArn: green, Weight: 10 },
    ];
    const actions = JSON.stringify([{ Type: 'forward', ForwardConfig: { TargetGroups } }]);
    const { ListenerArn } = Listeners[0];
    await aws('elbv2', 'modify-listener', '--listener-arn', ListenerArn, '--default-actions', actions);
    const after = await aws('elbv2', 'describe-listeners', '--listener-arns', ListenerArn);
    expect(after.Listeners[0].DefaultActions[0].ForwardConfig.TargetGroups).toEqual(TargetGroups);
  }, 120_000);

  test('puts metric data, and an alarm on it goes to ALARM', async () => {
    const put = () =>
      aws('cloudwatch', 'put-metric-data', '--namespace', 'Shop', '--metric-name', 'Errors', '--value', '9');
    await aws(
      'cloudwatch',
      'put-metric-alarm',
      ...['--alarm-name', 'errors', '--namespace', 'Shop', '--metric-name', 'Errors', '--statistic', 'Maximum'],
      ...['--period', '60', '--evaluation-periods', '1', '--threshold', '5'],
      ...['--comparison-operator', 'GreaterThanThreshold'],
    );
    const described = () => aws('cloudwatch', 'describe-alarms', '--alarm-names', 'errors');
    expect((await described()).MetricAlarms[0]).toMatchObject({ StateValue: 'INSUFFICIENT_DATA', Threshold: 5 });
    await put();
    await until(
      'the alarm is in ALARM',
      async () => (await described()).MetricAlarms[0].StateValue === 'ALARM',
      30_000,
    );
    const [alarm] = (await described()).MetricAlarms;
    expect(alarm.StateReason).toContain('was greater than the threshold (5.0)');
    const { Metrics } = await aws('cloudwatch', 'list-metrics', '--namespace', 'Shop');
    expect(Metrics).toEqual([{ Namespace: 'Shop', MetricName: 'Errors', Dimensions: [] }]);
  }, 120_000);

  test('puts a parameter once, and is refused the second time', async () => {
    const put = () => aws('ssm', 'put-parameter', '--name', '/shop/lock', '--value', 'run-1', '--type', 'String');
    expect(await put()).toMatchObject({ Version: 1 });
    await expect(put()).rejects.toThrow('ParameterAlreadyExists');
    const { Parameter } = await aws('ssm', 'get-parameter', '--name', '/shop/lock');
    expect(Parameter).toMatchObject({ Value: 'run-1', Version: 1 });
  }, 90_000);
});
