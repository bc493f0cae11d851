import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
  waitUntilServicesStable,
} from '@aws-sdk/client-ecs';
import { GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm';
import { type StartedCloud, startCloud } from '../../src/testing/cloud.js';
import { ActionStep, type PhaseResult } from '../../src/testing/runner.js';

/** How many calls an operation had, and what became of them. */
export interface Counted {
  readonly calls: number;
  readonly throttled: number;
  readonly failed: number;
}

export interface ManyServices {
  readonly cloud: StartedCloud;
  readonly names: readonly string[];
  /** The action with these inputs, and what it called. */
  run(inputs: Readonly<Record<string, string>>): Promise<PhaseResult & { readonly counts: Record<string, Counted> }>;
  /** One step of a job: the action, by default `ecs-rolling`, with these inputs. */
  step(
    inputs: Readonly<Record<string, string>>,
    more?: Partial<Parameters<typeof ActionStep.prepare>[0]>,
  ): Promise<ActionStep>;
  /** The names of all locks and journals that there are. */
  locks(): Promise<readonly string[]>;
  /** How many services run this revision of their family, with all their tasks and nothing else. */
  running(revision: number): Promise<number>;
  /** How many services run the image with this tag, with all their tasks and nothing else. */
  runningImage(tag: number): Promise<number>;
  stop(): Promise<void>;
}

const region = 'eu-west-1';
/** What only sleeps needs no process of its own. */
const image = (tag: number) => `123456789012.dkr.ecr.${region}.amazonaws.com/pause:${tag}`;

/** So many workers of a task each in one cluster that takes its time to start them, where ECS's rates are enforced. */
export async function manyServices(count: number, speed: number): Promise<ManyServices> {
  const names = Array.from({ length: count }, (_, i) => `service-${String(i + 1).padStart(3, '0')}`);
  const folder = await mkdtemp(join(tmpdir(), 'sluice-many-'));
  const write = async (path: string, value: unknown): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), JSON.stringify(value));
  };
  await write('cloud.json', seedOf(names));
  await write('.github/sluice.yml', {
    defaults: { cluster: 'many' },
    services: Object.fromEntries(names.map((name) => [name, {}])),
  });
  const cloud = await startCloud({
    speed,
    region,
    seed: join(folder, 'cloud.json'),
    set: { provisioningMs: '15s', pendingMs: '20s', schedulerMs: '5s' },
  });
  const stop = async (): Promise<void> => {
    await cloud.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const ecs = new ECSClient({ region, endpoint: cloud.endpoint, credentials });
  const tens = Array.from({ length: Math.ceil(count / 10) }, (_, i) => names.slice(i * 10, i * 10 + 10));
  try {
    for (const services of tens)
      await waitUntilServicesStable(
        { client: ecs, maxWaitTime: 120, minDelay: 1, maxDelay: 1 },
        { cluster: 'many', services },
      );
    await cloud.admin('rate-limits', { enforced: true });
  } catch (error) {
    await stop();
    throw error;
  }
  /** The task definitions of those that run nothing else, with all their tasks. */
  const steady = async (): Promise<string[]> => {
    const answers = await Promise.all(
      tens.map((services) => ecs.send(new DescribeServicesCommand({ cluster: 'many', services }))),
    );
    return answers
      .flatMap(({ services = [] }) => services)
      .flatMap(({ deployments: [only, ...others] = [], desiredCount }) =>
        others.length === 0 && only?.runningCount === desiredCount ? (only?.taskDefinition ?? []) : [],
      );
  };
  const ssm = new SSMClient({ region, endpoint: cloud.endpoint, credentials });
  const prepared: ManyServices['step'] = (inputs, more = {}) =>
    ActionStep.prepare({
      action: 'ecs-rolling',
      environment: { ...cloud.env, GITHUB_WORKSPACE: folder },
      inputs,
      ...more,
    });
  return {
    cloud,
    names,
    stop,
    step: prepared,
    async locks() {
      const { Parameters = [] } = await ssm.send(new GetParametersByPathCommand({ Path: '/sluice', Recursive: true }));
      return Parameters.map(({ Name = '' }) => Name);
    },
    async run(inputs) {
      await cloud.admin('reset-counts');
      await using step = await prepared(inputs);
      const result = await step.runMain();
      const counts = (await (await fetch(`${cloud.endpoint}/_sluice/counts`)).json()) as Record<string, Counted>;
      return { ...result, counts };
    },
    running: async (revision) => (await steady()).filter((arn) => arn.endsWith(`:${revision}`)).length,
    async runningImage(tag) {
      const all = await Promise.all(
        (await steady()).map((arn) => ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: arn }))),
      );
      return all.filter(({ taskDefinition }) => taskDefinition?.containerDefinitions?.[0]?.image === image(tag)).length;
    },
  };
}

/** The new image of each, as a build step hands them on. */
export const imagesOf = (names: readonly string[], tag: number): string =>
  JSON.stringify(Object.fromEntries(names.map((name) => [name, image(tag)])));

export const imageOf = (tag: number): string => `app=${image(tag)}`;

function seedOf(names: readonly string[]) {
  return {
    clusters: [{ clusterName: 'many' }],
    logGroups: [{ logGroupName: '/ecs/many' }],
    roles: [
      {
        RoleName: 'execution',
        AssumeRolePolicyDocument: {
          Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        },
      },
    ],
    rolePolicies: [
      {
        RoleName: 'execution',
        PolicyArn: 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy',
      },
    ],
    vpcs: [{ VpcId: 'vpc-1' }],
    subnets: ['subnet-1', 'subnet-2'].map((SubnetId) => ({ SubnetId, VpcId: 'vpc-1' })),
    repositories: [{ repositoryName: 'pause' }],
    images: Array.from({ length: 9 }, (_, i) => i + 1).map((tag) => ({
      repositoryName: 'pause',
      imageTag: String(tag),
      platforms: ['linux/amd64'],
    })),
    taskDefinitions: names.map((family) => ({
      family,
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
      containerDefinitions: [
        {
          name: 'app',
          image: image(1),
          essential: true,
          logConfiguration: {
            logDriver: 'awslogs',
            options: { 'awslogs-group': '/ecs/many', 'awslogs-region': region, 'awslogs-stream-prefix': family },
          },
        },
      ],
    })),
    services: names.map((name) => ({
      cluster: 'many',
      serviceName: name,
      taskDefinition: name,
      desiredCount: 1,
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1', 'subnet-2'] } },
    })),
  };
}
