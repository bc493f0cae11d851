import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DescribeServicesCommand } from '@aws-sdk/client-ecs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { figure } from '../../src/testing/figures.js';
import type { PhaseResult } from '../../src/testing/runner.js';
import { errorsOf, image, inParallel, type RollingCloud, rollingCloud, type ServiceOf } from './rolling-cloud.js';

/** Everything that makes a release bad, with ECS's own circuit breaker and without it, side by side in one cloud. */
const speed = 10;

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

let world: RollingCloud;
beforeAll(async () => {
  const services = cases.map(({ name, service }) => ({ ...service, name, strayRevisions: 1 }));
  world = await rollingCloud(services, { speed });
  await world.cloud.admin('ecs/images', { missing: ['app:3'] });
  await world.cloud.admin('ecs/capacity', { full: ['FARGATE_SPOT'] });
}, 90_000);
afterAll(() => world?.stop());

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
