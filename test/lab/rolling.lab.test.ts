import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ECSClient, waitUntilServicesStable } from '@aws-sdk/client-ecs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Load } from '../../src/cli/rehearse/load.js';
import { type StartedCloud, startCloud } from '../../src/testing/cloud.js';
import { type IdentityEndpoint, startIdentityEndpoint } from '../../src/testing/identity-endpoint.js';
import { type ActOptions, type ActRun, act } from './act.js';
import { layOut, layOutStarter, pushed, type Repositories } from './caller-repository.js';
import { describeWith, root } from './tools.js';

/**
 * Repositories of callers, run by act: `examples/wiki` with its own workflow, and the starter workflows in the repositories of
 * `examples`. Each calls our reusable workflow, which runs the shipped action against a local cloud. What act cannot show is said
 * in act.lab.test.ts.
 */

const SPEED = 60;
const LIMIT_MS = 90_000;
const account = '123456789012';

interface Place {
  readonly cloud: StartedCloud;
  readonly region: string;
  /** Pushes an image to the repository; answers its name by digest. */
  push(repositoryName: string, tag: string): Promise<string>;
  run(repositories: Repositories, options: Pick<ActOptions, 'event' | 'inputs' | 'payload' | 'vars'>): Promise<ActRun>;
  stop(): Promise<void>;
}

/** What an example has in AWS, once all its services are stable. */
async function place(example: string, region: string, services: readonly string[]): Promise<Place> {
  const identity: IdentityEndpoint = await startIdentityEndpoint(`repo:someone/${example}:environment:production`);
  const cloud = await startCloud({ seed: join(root, 'examples', example, 'cloud.yaml'), speed: SPEED, region });
  const client = new ECSClient({
    region,
    endpoint: cloud.endpoint,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const pace = { client, maxWaitTime: 60, minDelay: 1, maxDelay: 1 };
  await waitUntilServicesStable(pace, { cluster: example, services: [...services] });
  return {
    cloud,
    region,
    push: async (repositoryName, imageTag) => {
      const platforms = ['linux/amd64', 'linux/arm64'];
      const { image } = await cloud.admin('ecr/push', { repositoryName, imageTag, platforms });
      return `${account}.dkr.ecr.${region}.amazonaws.com/${repositoryName}@${image.imageId.imageDigest}`;
    },
    run: (repositories, options) =>
      act(repositories, {
        folder: join(repositories.caller, '..'),
        ...options,
        vars: {
          AWS_REGION: region,
          AWS_ROLE_ARN: `arn:aws:iam::${account}:role/deploy-${example}`,
          AWS_DEPLOY_ROLE_ARN: `arn:aws:iam::${account}:role/deploy-${example}`,
          ...options.vars,
        },
        // The credentials must come from the workflow.
        env: {
          AWS_ENDPOINT_URL: cloud.endpoint,
          SLUICE_CLOCK: cloud.env.SLUICE_CLOCK ?? '',
          ...identity.env,
        },
        limitMs: LIMIT_MS,
      }),
    stop: async () => {
      await cloud.stop();
      await identity.stop();
    },
  };
}

const folders: string[] = [];
async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'sluice-act-'));
  folders.push(made);
  return made;
}
afterEach(async () => {
  for (const made of folders.splice(0)) await rm(made, { recursive: true, force: true });
}, 30_000);

describeWith(['act', 'git'], 'one service, run by act', () => {
  let wiki: Place;
  let load: Load;
  beforeAll(async () => {
    wiki = await place('wiki', 'eu-west-1', ['wiki']);
    const url = wiki.cloud.created.find(({ kind }) => kind === 'listeners')?.url ?? '';
    load = new Load({ url, perSecond: 50 });
  }, 90_000);
  afterAll(async () => {
    await load?.stop();
    await wiki?.stop();
  }, 60_000);

  let image: string;
  let tally: ReturnType<Load['tally']>;
  let version = 1;
  beforeEach(async () => {
    version += 1;
    image = await wiki.push('wiki', `v${version}`);
    tally = load.tally();
  });

  test(
    'with the starter workflow: a good release is deployed, and the next job learns it',
    async () => {
      const repositories = await layOutStarter(await folder(), 'ecs-rolling.yml', {
        called: 'deploy-ecs-rolling.yml',
        example: 'wiki',
      });
      const ran = await wiki.run(repositories, {
        event: 'push',
        inputs: {},
        vars: {
          ECS_CLUSTER: 'wiki',
          ECS_SERVICE: 'wiki',
          CONTAINER_NAME: 'app',
          IMAGE_WITH_DIGEST: image,
          ALARMS: 'wiki-5xx-rate',
        },
      });
      await load.close(tally);

      expect({ exitCode: ran.exitCode, log: ran.log }).toMatchObject({ exitCode: 0 });
      expect(ran.jobResult('deploy')).toBe('success');
      expect(ran.stepResult('deploy', 'Post')).toBe('success');
      expect(ran.outputs('deploy')).toMatchObject({ outcome: 'succeeded' });
      expect(ran.printed('tell')).toContain('The deployment ended as succeeded. ');
      expect(ran.summary).toContain('✅ Deployed: wiki in wiki');
      expect(tally.total.failed).toBe(0);
      expect([...tally.byVersion.keys()]).toHaveLength(2);
    },
    LIMIT_MS + 30_000,
  );

  test(
    "with the example's own workflow: a release that crashes is taken back, and the workflow fails with the reason",
    async () => {
      // An image by digest alone calls itself after it.
      const version = image.slice(image.indexOf('sha256:')).slice(7, 19);
      await wiki.cloud.admin('ecs/app', { version, crashAfterMs: 1 });
      const repositories = await layOut(await folder(), 'wiki');
      const ran = await wiki.run(repositories, { event: 'workflow_dispatch', inputs: { image }, vars: {} });
      await load.close(tally);

      expect({ exitCode: ran.exitCode, log: ran.log }).toMatchObject({ exitCode: 1 });
      expect(ran.jobResult('deploy')).toBe('failure');
      expect(ran.stepResult('deploy', 'Main')).toBe('failure');
      expect(ran.stepResult('deploy', 'Post')).toBe('success');
      expect(ran.outputs('deploy')).toMatchObject({
        outcome: 'rolled-back',
        reason: expect.stringMatching(/^tasks keep failing: \d+ × Essential container in task exited/),
        'seconds-to-deploy': '',
      });
      expect(ran.summary).toContain('↩️ Rolled back: wiki in wiki');
      expect(ran.summary).toContain('Last lines of app in task');
      expect([tally.total.failed, [...tally.byVersion.keys()].length]).toEqual([0, 1]);
    },
    LIMIT_MS + 30_000,
  );
});

describeWith(['act', 'git', 'jq'], 'the starter workflow of a monorepo, run by act', () => {
  const services = ['user', 'store', 'order', 'payment', 'checkin', 'order-query', 'api-gateway'];
  let popcorn: Place;
  beforeAll(async () => {
    popcorn = await place('popcorn', 'ap-northeast-2', services);
  }, 90_000);
  afterAll(() => popcorn?.stop(), 60_000);

  test(
    'two of seven services have changed since the push before: two are deployed, and the next job has both',
    async () => {
      const repositories = await layOutStarter(await folder(), 'monorepo-on-ecs.yml', {
        called: 'deploy-ecs-rolling.yml',
        example: 'popcorn',
      });
      const push = await pushed(repositories, { 'services/user/server.js': '//', 'services/store/README.md': '' });
      const images = await Promise.all(
        services.map(async (name) => [name, await popcorn.push(`goorm-popcorn-${name}`, 'v2')] as const),
      );
      const ran = await popcorn.run(repositories, {
        event: 'push',
        inputs: {},
        payload: push,
        vars: { SERVICE_IMAGES: JSON.stringify(Object.fromEntries(images)) },
      });

      expect({ exitCode: ran.exitCode, log: ran.log }).toMatchObject({ exitCode: 0 });
      const outputs = ran.outputs('deploy');
      expect(outputs).toMatchObject({ outcome: 'succeeded', reason: '2 of 2 services were deployed' });
      const told = JSON.parse(outputs.services ?? '{}');
      expect(Object.keys(told).sort()).toEqual(['store', 'user']);
      expect(told).toMatchObject({ user: { outcome: 'succeeded' }, store: { outcome: 'succeeded' } });
      expect(ran.printed('tell')).toMatch(/^user: succeeded: /m);
      expect(ran.printed('tell')).toMatch(/^store: succeeded: /m);
      expect(ran.summary).toContain('| user | ✅ succeeded | goorm-popcorn-user:1 | goorm-popcorn-user:2 |');
    },
    LIMIT_MS + 30_000,
  );
});
