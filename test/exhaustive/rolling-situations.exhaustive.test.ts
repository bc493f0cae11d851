import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudWatchClient, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import {
  DescribeServicesCommand,
  ListServiceDeploymentsCommand,
  StopServiceDeploymentCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { figure } from '../../src/testing/figures.js';
import type { PhaseResult } from '../../src/testing/runner.js';
import { image, inParallel, type RollingCloud, rollingCloud, type ServiceOf } from './rolling-cloud.js';

/** Everything that makes a release bad, with ECS's own circuit breaker and without it, side by side in one cloud. */
const speed = 15;

interface Situation {
  readonly name: string;
  readonly service: Omit<ServiceOf, 'name'>;
  readonly inputs: Readonly<Record<string, string>>;
  /** A task definition of its own, where no input says it. */
  readonly file?: (family: string) => unknown;
  /** What the annotation must name. */
  readonly reason: RegExp;
  readonly remedy: RegExp;
}

const asleep = { tasks: 2, image: 'pause' } as const;
const app2 = `app=${image('app', '2')}`;

const situations: readonly Situation[] = [
  {
    name: 'crash',
    service: asleep,
    inputs: { images: app2, environment: 'APP_CRASH_AT_START=3' },
    reason: /Essential container in task exited \(app: exit code 3\)[\s\S]*\napp wrote last:\n {2}\S/,
    remedy: /Mend the release, and deploy it again/,
  },
  {
    name: 'image',
    service: asleep,
    inputs: { images: `app=${image('app', '3')}` },
    reason: /CannotPullContainerError: .*app:3: not found \(container app\)/,
    remedy: /look whether the image is in its registry/,
  },
  {
    name: 'secret',
    service: asleep,
    // Preflight would have refused it.
    inputs: {
      secrets: 'KEY=arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/locked-a1b2c3',
      preflight: 'false',
    },
    reason:
      /ResourceInitializationError: .*not authorized to perform: secretsmanager:GetSecretValue .*\(container app\)/,
    remedy: /allow the execution role to read it/,
  },
  {
    name: 'targets',
    service: { tasks: 1, image: 'app', hasLoadBalancer: true },
    inputs: { environment: 'HEALTH_STATUS=503' },
    reason:
      /Task failed ELB health checks in \(target-group targets-(off|on)\).*Health checks failed with these codes: \[503\]/,
    remedy: /healthCheckGracePeriodSeconds/,
  },
  {
    name: 'check',
    service: asleep,
    inputs: {},
    file: (family) => ({
      family,
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
      containerDefinitions: [
        {
          name: 'app',
          image: image('app', '2'),
          healthCheck: { command: ['CMD-SHELL', 'exit 1'], interval: 5, timeout: 2, retries: 2 },
        },
      ],
    }),
    reason: /Task failed container health checks \(container app\)/,
    remedy: /startPeriod/,
  },
  {
    name: 'memory',
    service: { ...asleep, container: { memory: 32 } },
    inputs: { images: app2, environment: 'APP_MEMORY_MB=64' },
    reason: /app: exit code 137, OutOfMemoryError: Container killed due to memory usage/,
    remedy: /give it more memory/,
  },
  {
    name: 'capacity',
    service: { ...asleep, service: { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] } },
    inputs: { 'docker-labels': 'release=2' },
    reason: /Capacity is unavailable at this time/,
    remedy: /let it run elsewhere as well/,
  },
];

const breakers = { off: 'off', on: 'rollback' } as const;
const cases = situations.flatMap((situation) =>
  (['off', 'on'] as const).map((breaker) => ({ ...situation, name: `${situation.name}-${breaker}`, breaker })),
);

/** Services for what others do, and for what must stay as it is. */
const others: readonly ServiceOf[] = [
  ...['alarmed', 'baked', 'aborted', 'late', 'left', 'scaled', 'lost'].map((name) => ({ name, ...asleep })),
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
  const services = cases.map(({ name, service }) => ({ ...service, name, strayRevisions: 1 }));
  world = await rollingCloud([...services, ...others], { speed });
  await world.cloud.admin('ecs/images', { missing: ['app:3'] });
  await world.cloud.admin('ecs/capacity', { full: ['FARGATE_SPOT'] });
}, 90_000);
afterAll(() => world?.stop());

const errorsOf = (result: PhaseResult) =>
  result.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

interface Red {
  readonly result: PhaseResult;
  /** From the third task that failed to the verdict, with the way back; seconds of cloud time. */
  readonly redS: number;
  readonly runs: string;
}

describe('a bad release is red within a minute of its third failed task, taken back, and its reason named', () => {
  const reds = new Map<string, Red>();

  async function play({ name, inputs, file, breaker }: (typeof cases)[number]): Promise<void> {
    const all = { ...inputs, 'circuit-breaker': breakers[breaker], timeout: '15m' };
    await using step = await world.step(name, file === undefined ? all : { ...all, 'task-definition': 'task.json' });
    if (file !== undefined) await writeFile(join(step.folder, 'task.json'), JSON.stringify(file(name)));
    const result = await step.runMain();
    const redAt = await world.verdictAt(name);
    const failedAt = await thirdFailure(name, result.outputs['task-definition-arn'] ?? '');
    reds.set(name, { result, redS: (redAt - failedAt) / 1000, runs: await world.runs(name) });
  }

  /** When the third task of this release failed: it stopped, or could not be placed. */
  async function thirdFailure(name: string, taskDefinitionArn: string): Promise<number> {
    const stopped = await world.stopped(name, taskDefinitionArn);
    if (stopped.length > 0) return stopped[2]?.stoppingAt?.getTime() ?? Number.NaN;
    const { services: [service] = [] } = await world.ecs.send(
      new DescribeServicesCommand({ cluster: 'shop', services: [name] }),
    );
    const unplaced = (service?.events ?? []).filter(({ message = '' }) => message.includes('unable to place'));
    return unplaced.at(-3)?.createdAt?.getTime() ?? Number.NaN;
  }

  beforeAll(() => inParallel(cases, 3, play), 150_000);

  test.each(cases)('$name', ({ name, reason, remedy }) => {
    const { result, redS, runs } = reds.get(name) as Red;
    figure('rolling-red-after-third-failure', redS);
    expect([result.exitCode, result.outputs.outcome]).toEqual([2, 'rolled-back']);
    const [error, ...more] = errorsOf(result);
    expect(more).toEqual([]);
    expect(error).toMatch(reason);
    expect(error).toMatch(remedy);
    // Revision 2 was registered by somebody and never deployed; this release is 3, and what runs again is 1.
    expect(result.outputs['task-definition-arn']).toMatch(new RegExp(`${name}:3$`));
    expect(error).toContain(`${name} runs ${name}:1 now`);
    expect(runs).toBe(`${name}:1`);
    expect(redS).toBeLessThanOrEqual(60);
  });
});

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
      images: app2,
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
