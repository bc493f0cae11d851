import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DescribeServicesCommand, ECSClient, waitUntilServicesStable } from '@aws-sdk/client-ecs';
import { type StartedCloud, startCloud } from '../../src/testing/cloud.js';
import { ActionStep, type PhaseResult } from '../../src/testing/runner.js';

/** A repository of `examples/`, checked out, and what it has in AWS on a local cloud. */
export interface ExampleFleet {
  readonly cloud: StartedCloud;
  readonly ecs: ECSClient;
  /** The checkout, to be changed. */
  readonly folder: string;
  /** Pushes an image of each service under a new tag; answers `service-images`. */
  push(tag: string, names: readonly string[]): Promise<string>;
  run(inputs: Readonly<Record<string, string>>, more?: { onLine?: (line: string) => void }): Promise<PhaseResult>;
  /** `family:3` of each service by its name in ECS, as far as all tasks run it and nothing else; else how many do. */
  runs(): Promise<Readonly<Record<string, string>>>;
  stop(): Promise<void>;
}

const account = '123456789012';

export async function exampleFleet(options: {
  readonly example: string;
  readonly region: string;
  readonly services: readonly string[];
  readonly repository: (name: string) => string;
  readonly speed?: number;
}): Promise<ExampleFleet> {
  const { example, region, services, repository, speed = 60 } = options;
  const folder = await mkdtemp(join(tmpdir(), `sluice-${example}-`));
  await cp(resolve(import.meta.dirname, '../../examples', example), folder, { recursive: true });
  const cloud = await startCloud({ speed, region, seed: join(folder, 'cloud.yaml') });
  const stop = async (): Promise<void> => {
    await cloud.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const ecs = new ECSClient({
    region,
    endpoint: cloud.endpoint,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  try {
    const where = { cluster: example, services: [...services] };
    await waitUntilServicesStable({ client: ecs, maxWaitTime: 60, minDelay: 1, maxDelay: 1 }, where);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    cloud,
    ecs,
    folder,
    stop,
    async push(tag, names) {
      const images = await Promise.all(
        names.map(async (name) => {
          const repositoryName = repository(name);
          const platforms = ['linux/amd64', 'linux/arm64'];
          await cloud.admin('ecr/push', { repositoryName, imageTag: tag, platforms });
          return [name, `${account}.dkr.ecr.${region}.amazonaws.com/${repositoryName}:${tag}`] as const;
        }),
      );
      return JSON.stringify(Object.fromEntries(images));
    },
    async run(inputs, more = {}) {
      await using step = await ActionStep.prepare({
        action: 'ecs-rolling',
        environment: { ...cloud.env, GITHUB_WORKSPACE: folder },
        ...more,
        inputs,
      });
      return await step.runMain();
    },
    async runs() {
      const { services: found = [] } = await ecs.send(
        new DescribeServicesCommand({ cluster: example, services: [...services] }),
      );
      return Object.fromEntries(
        found.map(({ serviceName = '', deployments = [], desiredCount }) => {
          const [primary, ...others] = deployments;
          const short = primary?.taskDefinition?.slice(primary.taskDefinition.lastIndexOf('/') + 1) ?? '';
          const isAlone =
            others.every(({ runningCount }) => runningCount === 0) && primary?.runningCount === desiredCount;
          return [serviceName, isAlone ? short : `${primary?.runningCount} of ${desiredCount} ${short}`];
        }),
      );
    },
  };
}
