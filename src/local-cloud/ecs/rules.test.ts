import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { failureThreshold, launchDelayMs } from './circuit-breaker.js';
import { EcsUnderTest } from './ecs-under-test.js';
import { withRealPorts } from './health-command.js';
import { ImageCatalogue, parseImage, versionOf } from './images.js';
import { limitsOf, planTasks, type SeenTask } from './plan-tasks.js';

describe('the circuit breaker threshold', () => {
  test.each([
    [1, 3],
    [6, 3],
    [7, 4],
    [25, 13],
    [400, 200],
    [800, 200],
  ])('for a desired count of %i is %i', (desired, threshold) => {
    expect(failureThreshold(undefined, desired)).toBe(threshold);
  });

  test('follows thresholdConfiguration', () => {
    const with_ = (type: 'COUNT' | 'BOUNDED_PERCENT' | 'UNBOUNDED_PERCENT', value: number) => ({
      enable: true,
      rollback: true,
      thresholdConfiguration: { type, value },
    });
    expect(failureThreshold(with_('COUNT', 1), 100)).toBe(1);
    expect(failureThreshold(with_('BOUNDED_PERCENT', 10), 100)).toBe(10);
    expect(failureThreshold(with_('BOUNDED_PERCENT', 10), 10)).toBe(3);
    expect(failureThreshold(with_('UNBOUNDED_PERCENT', 10), 10)).toBe(1);
    expect(failureThreshold(with_('UNBOUNDED_PERCENT', 100), 500)).toBe(500);
  });

  test('the delay before the next launch grows to 27 minutes', () => {
    expect([0, 2, 3, 4, 50].map(launchDelayMs)).toEqual([0, 0, 10_000, 20_000, 27 * 60_000]);
  });
});

describe('the plan of the scheduler', () => {
  const health = fc.constantFrom('coming' as const, 'healthy' as const, 'unhealthy' as const);
  const world = fc.record({
    desired: fc.integer({ min: 0, max: 12 }),
    least: fc.integer({ min: 0, max: 100 }),
    most: fc.integer({ min: 100, max: 300 }),
    tasks: fc.array(fc.record({ isOld: fc.boolean(), health, createdAt: fc.integer({ min: 0, max: 99 }) }), {
      maxLength: 20,
    }),
    mayLaunch: fc.boolean(),
    hasFailed: fc.boolean(),
  });

  const planned = (
    seen: { desired: number; least: number; most: number; mayLaunch: boolean; hasFailed: boolean },
    tasks: SeenTask[],
  ) => {
    const limits = limitsOf(seen.desired, seen.least, seen.most);
    const { mayLaunch, hasFailed, desired } = seen;
    const deployments = [
      { id: 'new', isPrimary: true, desiredCount: desired, mayLaunch, hasFailed },
      { id: 'old', isPrimary: false, desiredCount: desired, mayLaunch: true, hasFailed: false },
    ];
    return { limits, plan: planTasks(desired, limits, deployments, tasks) };
  };

  test('never goes above maximumPercent, nor below minimumHealthyPercent of healthy tasks by its own doing', () => {
    fc.assert(
      fc.property(world, (seen) => {
        const tasks = seen.tasks.map((task, i) => ({
          id: `${i}`,
          deploymentId: task.isOld ? 'old' : 'new',
          health: task.health,
          createdAt: task.createdAt,
        }));
        const { limits, plan } = planned(seen, tasks);
        const started = plan.start.reduce((sum, { count }) => sum + count, 0);
        if (started > 0) expect(tasks.length + started).toBeLessThanOrEqual(limits.upper);
        const isHealthy = (id: string) => tasks.find((task) => task.id === id)?.health === 'healthy';
        const before = tasks.filter((task) => task.health === 'healthy').length;
        const replaced = plan.stop.filter(({ taskId, why }) => why === 'replaced' && isHealthy(taskId)).length;
        const scaled = plan.stop.filter(({ taskId, why }) => why === 'scale' && isHealthy(taskId)).length;
        if (replaced > 0) expect(before - scaled - replaced).toBeGreaterThanOrEqual(limits.lower);
        expect(new Set(plan.stop.map(({ taskId }) => taskId)).size).toBe(plan.stop.length);
        if (seen.hasFailed) expect(plan.start.every(({ deploymentId }) => deploymentId === 'old')).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  test('where tasks become healthy, every deployment that AWS accepts ends with the desired count of new tasks and no old one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 100, max: 250 }),
        (desired, least, most) => {
          const limits = limitsOf(desired, least, most);
          // Without room on either side AWS cannot deploy either, and says so in an event.
          fc.pre(desired === 0 || limits.upper > desired || limits.lower < desired);
          let tasks: SeenTask[] = Array.from({ length: desired }, (_, i) => ({
            id: `old${i}`,
            deploymentId: 'old',
            health: 'healthy',
            createdAt: i,
          }));
          for (let round = 0; round < 60; round++) {
            const { plan } = planned({ desired, least, most, mayLaunch: true, hasFailed: false }, tasks);
            const stop = new Set(plan.stop.map(({ taskId }) => taskId));
            tasks = tasks.filter((task) => !stop.has(task.id)).map((task) => ({ ...task, health: 'healthy' }));
            for (const { count } of plan.start) {
              for (let i = 0; i < count; i++) {
                tasks.push({ id: `new${round}.${i}`, deploymentId: 'new', health: 'coming', createdAt: 100 + round });
              }
            }
            expect(tasks.length).toBeLessThanOrEqual(Math.max(limits.upper, desired));
          }
          expect(tasks.map((task) => task.deploymentId)).toEqual(Array.from({ length: desired }, () => 'new'));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('images', () => {
  test('a reference is taken apart, registry port and digest included', () => {
    expect(parseImage('localhost:5000/team/shop:1.2@sha256:ab')).toEqual({
      repository: 'localhost:5000/team/shop',
      name: 'shop',
      tag: '1.2',
      digest: 'sha256:ab',
    });
    expect(versionOf('shop')).toBe('latest');
    expect(versionOf('shop@sha256:0123456789abcdef')).toBe('0123456789ab');
  });

  test('a missing image is missing by repository, by tag or by digest', () => {
    const catalogue = new ImageCatalogue(['shop:2', 'sha256:bad', 'r.example/gone']);
    expect(catalogue.has('r.example/shop:1')).toBe(true);
    expect(catalogue.has('r.example/shop:2')).toBe(false);
    expect(catalogue.has('r.example/shop:1@sha256:bad')).toBe(false);
    expect(catalogue.has('r.example/gone:7')).toBe(false);
  });
});

test('a health command reaches the real port of the container port it names, and no other', () => {
  const ports = new Map([[8080, 41_000]]);
  expect(withRealPorts('curl -f http://localhost:8080/health && nc 127.0.0.1:9090', ports)).toBe(
    'curl -f http://127.0.0.1:41000/health && nc 127.0.0.1:9090',
  );
});

describe('RegisterTaskDefinition', () => {
  let cloud: EcsUnderTest;
  beforeAll(() => {
    cloud = new EcsUnderTest();
  });
  afterAll(() => cloud.stop());

  const web = { name: 'web', image: 'shop:1' };
  const fargate = {
    family: 'f',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    containerDefinitions: [web],
  };

  test.each([
    [{ family: 'f', containerDefinitions: [] }, 'Container list cannot be empty.'],
    [{ family: 'f f', containerDefinitions: [web] }, 'Family contains invalid characters'],
    [{ ...fargate, containerDefinitions: [{ image: 'a' }] }, 'Container.name should not be null or empty.'],
    [{ ...fargate, containerDefinitions: [{ name: 'a' }] }, 'Container.image should not be null or empty.'],
    [{ ...fargate, containerDefinitions: [web, web] }, "'web' is used twice"],
    [{ ...fargate, containerDefinitions: [{ ...web, essential: false }] }, 'must be essential'],
    [
      { family: 'f', containerDefinitions: [web] },
      "At least one of 'memory' or 'memoryReservation' must be specified.",
    ],
    [{ ...fargate, networkMode: 'bridge' }, "Fargate only supports network mode 'awsvpc'."],
    [{ ...fargate, cpu: undefined }, "Fargate requires that 'cpu' be defined at the task level."],
    [{ ...fargate, memory: '4096' }, 'No Fargate configuration exists for given values: 256 CPU, 4096 memory.'],
    [{ ...fargate, cpu: '7' }, 'No Fargate configuration exists for given values'],
    [
      { ...fargate, containerDefinitions: [{ ...web, portMappings: [{ containerPort: 80, hostPort: 81 }] }] },
      'must match',
    ],
    [
      { ...fargate, containerDefinitions: [{ ...web, image: '1.dkr.ecr.eu-west-1.amazonaws.com/a' }] },
      'execution role ARN to support ECR images',
    ],
    [
      { ...fargate, containerDefinitions: [{ ...web, secrets: [{ name: 'A', valueFrom: '/shop/a' }] }] },
      "you must also specify a value for 'executionRoleArn'",
    ],
    [
      { ...fargate, containerDefinitions: [{ ...web, dependsOn: [{ containerName: 'x', condition: 'START' }] }] },
      "depends on 'x'",
    ],
    [
      { ...fargate, containerDefinitions: [{ ...web, logConfiguration: { logDriver: 'awslogs', options: {} } }] },
      'awslogs-group',
    ],
    [{ ...fargate, containerDefinitions: [{ ...web, healthCheck: { command: [] } }] }, 'must not be empty'],
    [{ ...fargate, tags: [] }, 'Tags can not be empty'],
  ])('refuses %j', async (input, words) => {
    const refusal = await cloud.refusal('RegisterTaskDefinition', input);
    expect(refusal).toContain('ClientException');
    expect(refusal).toContain(words);
  });

  test('gives revisions that are never given twice, and fills in what ECS fills in', async () => {
    const family = 'counted';
    for (const revision of [1, 2]) {
      const { taskDefinition } = await cloud.call<{ taskDefinition: object }>('RegisterTaskDefinition', {
        ...fargate,
        cpu: '0.25 vCPU',
        memory: '0.5 GB',
        family,
      });
      expect(taskDefinition).toMatchObject({
        revision,
        taskDefinitionArn: `arn:aws:ecs:eu-west-1:123456789012:task-definition/counted:${revision}`,
        status: 'ACTIVE',
        compatibilities: ['EC2', 'FARGATE'],
        containerDefinitions: [{ essential: true, cpu: 0, environment: [] }],
      });
    }
    await cloud.call('DeregisterTaskDefinition', { taskDefinition: 'counted:2' });
    await cloud.call('DeleteTaskDefinitions', { taskDefinitions: ['counted:2'] });
    const latest = await cloud.call<{ taskDefinition: { revision: number } }>('DescribeTaskDefinition', {
      taskDefinition: family,
    });
    expect(latest.taskDefinition.revision).toBe(1);
    const next = await cloud.call<{ taskDefinition: { revision: number } }>('RegisterTaskDefinition', {
      ...fargate,
      family,
    });
    expect(next.taskDefinition.revision).toBe(3);
    expect(
      await cloud.call('ListTaskDefinitions', { familyPrefix: family, sort: 'DESC', maxResults: 1 }),
    ).toMatchObject({
      taskDefinitionArns: [expect.stringContaining('counted:3')],
      nextToken: expect.any(String),
    });
    expect(await cloud.refusal('DescribeTaskDefinition', { taskDefinition: 'none' })).toBe(
      'ClientException: Unable to describe task definition.',
    );
  });
});

describe('services and clusters', () => {
  let cloud: EcsUnderTest;
  beforeAll(() => {
    cloud = new EcsUnderTest();
  });
  afterAll(() => cloud.stop());

  test('what is missing is a failure where AWS answers one, and an error where it throws one', async () => {
    expect(await cloud.call('DescribeClusters', { clusters: ['none'] })).toMatchObject({
      clusters: [],
      failures: [{ reason: 'MISSING' }],
    });
    expect(await cloud.refusal('DescribeServices', { cluster: 'none', services: ['a'] })).toContain(
      'ClusterNotFoundException',
    );
    expect(await cloud.call('DescribeServices', { cluster: 'shop', services: ['none'] })).toMatchObject({
      services: [],
      failures: [{ arn: 'arn:aws:ecs:eu-west-1:123456789012:service/shop/none', reason: 'MISSING' }],
    });
    expect(await cloud.refusal('UpdateService', { cluster: 'shop', service: 'none' })).toContain(
      'ServiceNotFoundException',
    );
    expect(await cloud.call('DescribeTasks', { cluster: 'shop', tasks: ['none'] })).toMatchObject({
      failures: [{ reason: 'MISSING' }],
    });
  });

  test('a service is refused with AWS words where its parts do not fit', async () => {
    const definition = await cloud.release('fit');
    const refusal = (more: Record<string, unknown>) =>
      cloud.service('bad', definition, more).then(
        () => 'no error',
        (error: Error) => `${error.name}: ${error.message}`,
      );
    expect(await refusal({ networkConfiguration: undefined })).toContain('Network Configuration must be provided');
    expect(await refusal(cloud.behind('targetgroup/loose/1'))).toContain('does not have an associated load balancer');
    expect(await refusal({ loadBalancers: [{ ...cloud.behind().loadBalancers[0], containerPort: 1 }] })).toContain(
      'The container web did not have a container port 1 defined.',
    );
    expect(await refusal({ deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 100 } })).toContain(
      'block deployments',
    );
    expect(await refusal({ deploymentConfiguration: { strategy: 'CANARY' } })).toContain('UnsupportedFeatureException');
    expect(await refusal({ taskDefinition: 'nothing' })).toBe('ClientException: TaskDefinition not found.');
  });

  test('a service is created once, deleted by force, and INACTIVE once its tasks are gone', async () => {
    const definition = await cloud.release('once');
    await cloud.service('once', definition, { desiredCount: 1, tags: [{ key: 'a', value: '1' }] });
    const refused = await cloud.service('once', definition, { desiredCount: 1 }).catch((error: Error) => error.message);
    expect(refused).toBe('Creation of service was not idempotent.');
    const { serviceArn } = await cloud.untilStable('once');
    await cloud.call('TagResource', { resourceArn: serviceArn, tags: [{ key: 'b', value: '2' }] });
    await cloud.call('UntagResource', { resourceArn: serviceArn, tagKeys: ['a'] });
    expect(await cloud.call('ListTagsForResource', { resourceArn: serviceArn })).toEqual({
      tags: [{ key: 'b', value: '2' }],
    });
    expect(await cloud.refusal('DeleteCluster', { cluster: 'shop' })).toContain('ClusterContainsServicesException');
    expect(await cloud.refusal('DeleteService', { cluster: 'shop', service: 'once' })).toContain('scaled above 0');
    await cloud.call('DeleteService', { cluster: 'shop', service: 'once', force: true });
    expect((await cloud.describe('once')).status).toBe('DRAINING');
    await cloud.until('once', (seen) => seen.status === 'INACTIVE');
    expect(await cloud.call('ListServices', { cluster: 'shop' })).toMatchObject({ serviceArns: [] });
    expect(await cloud.refusal('UpdateService', { cluster: 'shop', service: 'once' })).toContain(
      'ServiceNotActiveException',
    );
  });
});
