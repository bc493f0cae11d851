import { CloudWatchClient, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import {
  DescribeServicesCommand,
  ListServiceDeploymentsCommand,
  StopServiceDeploymentCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PhaseResult } from '../../src/testing/runner.js';
import { errorsOf, image, type RollingCloud, rollingCloud, type ServiceOf } from './rolling-cloud.js';

/** What others do to a rollout, what it may not change, and where it does not even begin. */
const speed = 12;
const asleep = { tasks: 2, image: 'pause' } as const;

const services: readonly ServiceOf[] = [
  ...['alarmed', 'baked', 'aborted', 'late', 'left', 'scaled', 'blind', 'lost'].map((name) => ({ name, ...asleep })),
  {
    name: 'crowded',
    ...asleep,
    service: { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] },
  },
  { name: 'named', ...asleep },
  {
    name: 'dressed',
    ...asleep,
    definition: { requiresCompatibilities: ['EC2'], volumes: [{ name: 'data', configuredAtLaunch: true }] },
    service: {
      launchType: 'EC2',
      serviceConnectConfiguration: { enabled: true, namespace: 'shop' },
      volumeConfigurations: [
        { name: 'data', managedEBSVolume: { roleArn: 'arn:aws:iam::123456789012:role/execution', sizeInGiB: 10 } },
      ],
      placementConstraints: [{ type: 'distinctInstance' }],
      placementStrategy: [{ type: 'spread', field: 'attribute:ecs.availability-zone' }],
      tags: [{ key: 'team', value: 'shop' }],
      enableECSManagedTags: true,
      propagateTags: 'SERVICE',
    },
  },
];

let world: RollingCloud;
beforeAll(async () => {
  world = await rollingCloud(services, { speed });
}, 60_000);
afterAll(() => world?.stop());

describe('each end has an outcome and an exit code of its own', () => {
  /** Does something when a line is told for the first time. */
  const when = (line: RegExp, deed: () => Promise<unknown>) => {
    let isDone = false;
    return {
      onLine: (text: string) => {
        if (isDone || !line.test(text)) return;
        isDone = true;
        void deed();
      },
    };
  };
  const begun = /0 of \d tasks run/;
  const stable = /ECS calls the deployment successful/;
  /** An alarm that is on already when ECS first looks turns its check off: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html */
  const later = (cloudMs: number) => new Promise((done) => setTimeout(done, cloudMs / speed));
  const release = { 'docker-labels': 'release=2', bake: '10s' };
  const alarm = (StateValue: 'OK' | 'ALARM') =>
    new CloudWatchClient({
      region: 'eu-west-1',
      endpoint: world.cloud.endpoint,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    }).send(new SetAlarmStateCommand({ AlarmName: 'shop-errors', StateValue, StateReason: '7 errors' }));
  const ended = (result: PhaseResult) => [result.exitCode, result.outputs.outcome, errorsOf(result).length];

  test('ECS takes it back because of an alarm of the deployment: rolled back, with the name of the alarm', async () => {
    await alarm('OK');
    const result = await world.run(
      'alarmed',
      { ...release, 'deployment-alarms': 'shop-errors' },
      when(begun, () => later(20_000).then(() => alarm('ALARM'))),
    );
    expect([ended(result), await world.runs('alarmed')]).toEqual([[2, 'rolled-back', 1], 'alarmed:1']);
    expect(errorsOf(result)[0]).toMatch(/CloudWatch alarm\(s\) in ALARM state \(alarm shop-errors\)/);
    // Still on, it turns the check off that the service has by now: ECS says nothing of it.
    const again = await world.run('alarmed', { ...release, bake: '0s' });
    expect([again.outputs.outcome, again.summary]).toEqual([
      'succeeded',
      expect.stringContaining('the deployment alarm shop-errors is in ALARM already'),
    ]);
  }, 60_000);

  test('an alarm in the bake: rolled back, by an update to the last good one', async () => {
    await alarm('OK');
    const result = await world.run(
      'baked',
      { ...release, bake: '2m', alarms: 'shop-errors' },
      when(stable, () => alarm('ALARM')),
    );
    expect([ended(result), await world.runs('baked')]).toEqual([[2, 'rolled-back', 1], 'baked:1']);
    expect(errorsOf(result)[0]).toMatch(/alarm shop-errors.*7 errors/);
  }, 60_000);

  test('somebody stops it where it is: stopped', async () => {
    const abort = async () => {
      const { serviceDeployments: [current] = [] } = await world.ecs.send(
        new ListServiceDeploymentsCommand({ cluster: 'shop', service: 'aborted', status: ['PENDING', 'IN_PROGRESS'] }),
      );
      const { serviceDeploymentArn } = current ?? {};
      await world.ecs.send(new StopServiceDeploymentCommand({ serviceDeploymentArn, stopType: 'ABORT' }));
    };
    const result = await world.run('aborted', release, when(begun, abort));
    expect(ended(result)).toEqual([5, 'stopped', 1]);
    expect(errorsOf(result)[0]).toContain('somebody stopped it, and left what runs');
  }, 60_000);

  test('it does not come to an end: timed out, with what was seen last, and taken back', async () => {
    const result = await world.run('late', { ...release, timeout: '40s' });
    expect([ended(result), await world.runs('late')]).toEqual([[3, 'timed-out', 1], 'late:1']);
    expect(errorsOf(result)[0]).toMatch(/not complete in time: \d of 2 tasks run/);
  }, 60_000);

  test('it is bad and is to be left: failed, with the command that puts the last good one back', async () => {
    const result = await world.run('left', {
      images: `app=${image('app', '2')}`,
      environment: 'APP_CRASH_AT_START=3',
      'circuit-breaker': 'off',
      'on-failure': 'leave',
    });
    expect(ended(result)).toEqual([1, 'failed', 1]);
    expect(errorsOf(result)[0]).toMatch(/Run: aws ecs update-service .* --task-definition \S+left:1\n/);
  }, 60_000);

  test('autoscaling adds a task meanwhile: that one has to run as well, and stays', async () => {
    const scale = () =>
      world.ecs.send(new UpdateServiceCommand({ cluster: 'shop', service: 'scaled', desiredCount: 3 }));
    const result = await world.run('scaled', release, when(begun, scale));
    expect([ended(result), await world.runs('scaled')]).toEqual([[0, 'succeeded', 0], 'scaled:2']);
    expect(result.stdout).toMatch(/3 of 3 tasks run/);
  }, 60_000);

  test('more tasks than there is room for: rolled back, to as many as there were', async () => {
    await world.cloud.admin('ecs/capacity', { full: ['FARGATE_SPOT'] });
    const result = await world.run('crowded', { ...release, 'desired-count': '4', 'circuit-breaker': 'rollback' });
    await world.cloud.admin('ecs/capacity', { free: ['FARGATE_SPOT'] });
    expect([ended(result), await world.runs('crowded')]).toEqual([[2, 'rolled-back', 1], 'crowded:1']);
    expect(errorsOf(result)[0]).toMatch(/Capacity is unavailable.* crowded runs crowded:1 now: 2 of 2 tasks/);
  }, 60_000);

  test('what inputs name is set: circuit breaker, percentages, number and place of the tasks', async () => {
    const result = await world.run('named', {
      ...release,
      'circuit-breaker': 'stop',
      'minimum-healthy-percent': '50',
      'maximum-percent': '150',
      'desired-count': '3',
      'capacity-provider-strategy': 'FARGATE_SPOT weight=1',
    });
    expect([ended(result), await world.runs('named')]).toEqual([[0, 'succeeded', 0], 'named:2']);
    const { services: [service] = [] } = await world.ecs.send(
      new DescribeServicesCommand({ cluster: 'shop', services: ['named'] }),
    );
    expect(service).toMatchObject({
      desiredCount: 3,
      deploymentConfiguration: {
        minimumHealthyPercent: 50,
        maximumPercent: 150,
        deploymentCircuitBreaker: { enable: true, rollback: false },
      },
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
    });
  }, 60_000);

  test('what no input names stays as it is: Service Connect, volumes, placement, tags', async () => {
    const looks = async () => {
      const { services: [service] = [] } = await world.ecs.send(
        new DescribeServicesCommand({ cluster: 'shop', services: ['dressed'], include: ['TAGS'] }),
      );
      const { deployments: [primary] = [], ...rest } = service ?? {};
      return {
        connect: primary?.serviceConnectConfiguration,
        volumes: primary?.volumeConfigurations,
        constraints: rest.placementConstraints,
        strategy: rest.placementStrategy,
        tags: rest.tags,
        launch: [rest.launchType, rest.enableECSManagedTags, rest.propagateTags, rest.desiredCount],
        configuration: rest.deploymentConfiguration,
        network: rest.networkConfiguration,
      };
    };
    const before = await looks();
    expect(before).toMatchObject({ connect: { enabled: true }, volumes: [{ name: 'data' }], tags: [{ key: 'team' }] });
    const result = await world.run('dressed', release);
    expect([ended(result), await world.runs('dressed')]).toEqual([[0, 'succeeded', 0], 'dressed:2']);
    expect(await looks()).toEqual(before);
  }, 60_000);

  test('rights that are missing for looks change no verdict, and each is named by its IAM action', async () => {
    const actions = ['ecs:ListServiceDeployments', 'ecs:ListTasks'];
    for (const operation of actions) await world.cloud.admin('deny', { operation });
    const result = await world.run('blind', {
      images: `app=${image('app', '2')}`,
      environment: 'APP_CRASH_AT_START=3',
      'circuit-breaker': 'off',
    });
    await world.cloud.admin('clear-faults');
    expect([ended(result), await world.runs('blind')]).toEqual([[2, 'rolled-back', 1], 'blind:1']);
    expect(errorsOf(result)[0]).toMatch(/tasks keep failing: ECS counts \d; why cannot be read/);
    for (const action of actions) expect(result.summary).toContain(`"Action":"${action}"`);
  }, 60_000);

  test.each([
    ['a cluster that does not exist', { cluster: 'shpo' }, /cluster.*shpo.*does not exist/],
    [
      'a cluster of another Region',
      { cluster: 'arn:aws:ecs:us-east-1:123456789012:cluster/shop' },
      /cluster.*us-east-1.*does not exist in this account and Region/,
    ],
    ['a service that does not exist', { service: 'lots' }, /service.*lots.*does not exist/],
    ['a Region by its name', { region: 'Ireland' }, /AWS Region such as eu-central-1/],
  ])(
    '%s: refused, and nothing was changed',
    async (_what, inputs, words) => {
      const result = await world.run('lost', { ...release, ...inputs });
      expect(result.exitCode).toBe(7);
      expect(result.outputs.outcome).toBe('refused');
      expect(errorsOf(result)).toEqual([expect.stringMatching(words)]);
    },
    60_000,
  );

  test('credentials that end: access lost, at once, with the command that finishes it; from the start, nothing changed', async () => {
    let expiredAt = Number.NaN;
    const expire = async () => {
      await world.cloud.admin('expire-credentials');
      expiredAt = performance.now();
    };
    const result = await world.run('lost', release, when(begun, expire));
    const toldS = ((performance.now() - expiredAt) * speed) / 1000;
    expect(ended(result)).toEqual([6, 'access-lost', 1]);
    expect(errorsOf(result)[0]).toMatch(/credentials have expired[\s\S]*role-to-assume[\s\S]*Run: sluice recover /);
    // One poll, and the end of a process: no waiting for the timeout.
    expect(toldS).toBeLessThan(60);
    const again = await world.run('late', release);
    expect(ended(again)).toEqual([6, 'access-lost', 1]);
    expect(errorsOf(again)[0]).toContain('nothing was changed');
    await world.cloud.admin('restore-credentials');
  }, 60_000);
});
