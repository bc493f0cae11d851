import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeServicesCommand,
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  RunTaskCommand,
  waitUntilServicesStable,
  waitUntilTasksStopped,
} from '@aws-sdk/client-ecs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type IdentityEndpoint, startIdentityEndpoint } from '../../../src/testing/identity-endpoint.js';
import { type ActRun, act } from '../act.js';
import { layOut, pushed, type Repositories } from '../caller-repository.js';
import { describeWith, root } from '../tools.js';
import { pushScannerImage } from './base-images.js';
import { IMAGE_TOOLS } from './engine.js';
import { type ImagePlace, imagePlace } from './place.js';
import { repositoryOf, SERVICES } from './popcorn.js';

/**
 * The whole way, as users reach it: a push to the repository of `examples/popcorn`, whose own workflow calls three of ours. act stands
 * in for GitHub; engine, builder and registry are real, the latter Docker's own behind ECR's API; ECS is that of the local cloud, which runs nothing that its ECR does not hold.
 */

const region = 'ap-northeast-2';
const account = '123456789012';
const LIMIT_MS = 180_000;

describeWith([...IMAGE_TOOLS, 'act', 'git'], "popcorn's own workflow, from a commit to what runs", () => {
  let folder: string;
  let place: ImagePlace;
  let identity: IdentityEndpoint;
  let repositories: Repositories;
  let ecs: ECSClient;
  let scanner: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-act-'));
    [place, identity, repositories] = await Promise.all([
      imagePlace({ region, speed: 60, registry: 'docker-registry', seed: join(root, 'examples/popcorn/cloud.yaml') }),
      startIdentityEndpoint('repo:someone/popcorn:environment:production'),
      layOut(folder, 'popcorn'),
    ]);
    // As docker/setup-buildx-action leaves it.
    const used = await place.engine.docker(['buildx', 'use', place.builder]);
    expect(used).toMatchObject({ exitCode: 0 });
    scanner = await pushScannerImage(place.engine, place.builder, place.publicRegistry.host, place.nodeImage);
    ecs = new ECSClient({
      region,
      endpoint: place.cloud.endpoint,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
    const pace = { client: ecs, maxWaitTime: 60, minDelay: 1, maxDelay: 1 };
    await waitUntilServicesStable(pace, { cluster: 'popcorn', services: [...SERVICES] });
  }, 150_000);
  afterAll(async () => {
    ecs?.destroy();
    await place?.stop();
    await identity?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  const run = (push: { readonly before: string; readonly after: string }): Promise<ActRun> =>
    act(repositories, {
      folder,
      event: 'push',
      inputs: {},
      payload: { ref: 'refs/heads/main', ...push },
      vars: {
        AWS_REGION: region,
        AWS_BUILD_ROLE_ARN: `arn:aws:iam::${account}:role/build-popcorn`,
        AWS_PROMOTE_ROLE_ARN: `arn:aws:iam::${account}:role/promote-popcorn`,
        AWS_DEPLOY_ROLE_ARN: `arn:aws:iam::${account}:role/deploy-popcorn`,
        BUILD_ARGS: `NODE_IMAGE=${place.nodeImage}`,
      },
      env: {
        AWS_ENDPOINT_URL: place.cloud.endpoint,
        SLUICE_CLOCK: place.cloud.env.SLUICE_CLOCK ?? '',
        ...place.engine.env,
        ...identity.env,
      },
      limitMs: LIMIT_MS,
    });

  /** The digests that the tasks of a service report. */
  async function runningDigests(serviceName: string): Promise<readonly string[]> {
    const { taskArns = [] } = await ecs.send(new ListTasksCommand({ cluster: 'popcorn', serviceName }));
    const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ cluster: 'popcorn', tasks: taskArns }));
    const digests = tasks.flatMap(({ containers = [] }) => containers.map(({ imageDigest = '' }) => imageDigest));
    return [...new Set(digests)];
  }

  test(
    'all is built, promoted and deployed; after a change of one library the three services that hold it, and what runs is what was built',
    async () => {
      const began = performance.now();
      // A commit that has the images attested, and built for a platform more.
      const workflow = '.github/workflows/deploy.yml';
      const text = await readFile(join(repositories.caller, workflow), 'utf8');
      const line = /^ {6}build-args: .*\n/m;
      expect(text).toMatch(line);
      const attested = text.replace(
        line,
        (found) =>
          `${found}      platforms: |\n        linux/amd64\n        linux/arm64\n      provenance: max\n      sbom: ${scanner}\n`,
      );
      const first = await run(await pushed(repositories, { [workflow]: attested }));
      if (first.exitCode !== 0) throw new Error(first.log);
      expect(JSON.parse(first.outputs('build').built ?? '')).toHaveLength(7);
      expect(first.outputs('promote').outcome).toBe('promoted');
      expect(first.outputs('deploy').outcome).toBe('succeeded');
      const between = performance.now();

      const second = await run(await pushed(repositories, { 'libs/money/vat.js': 'export const vat = 0.1;\n' }));
      if (second.exitCode !== 0) throw new Error(second.log);
      const changed = ['order', 'payment', 'store'];
      expect(JSON.parse(second.outputs('build').built ?? '').sort()).toEqual(changed);
      expect(second.outputs('promote').outcome).toBe('promoted');
      expect(second.outputs('deploy').outcome).toBe('succeeded');
      const told = JSON.parse(second.outputs('deploy').services ?? '{}') as Record<string, { outcome: string }>;
      const deployed = Object.keys(told).filter((name) => told[name]?.outcome === 'succeeded');
      process.stdout.write(
        `images: from a commit to what runs, with act: seven services ${((between - began) / 1000).toFixed(0)} s, three of seven ${((performance.now() - between) / 1000).toFixed(0)} s\n`,
      );

      const images = JSON.parse(second.outputs('build').images ?? '{}') as Record<string, { digest: string }>;
      const before = JSON.parse(first.outputs('build').images ?? '{}') as Record<string, { digest: string }>;
      for (const name of SERVICES) {
        const digest = images[name]?.digest ?? '';
        // Digest out, digest in the registry, digest that runs.
        expect([name, await runningDigests(name)]).toEqual([name, [digest]]);
        const seen = await place.seen(repositoryOf(name), 'prod');
        expect([seen.imageDigest, seen.imageManifestMediaType]).toEqual([
          digest,
          'application/vnd.oci.image.index.v1+json',
        ]);
        expect([name, digest === before[name]?.digest]).toEqual([name, !changed.includes(name)]);
      }
      expect(deployed.sort()).toEqual(changed);
    },
    2 * LIMIT_MS,
  );

  test('what ECR does not hold, ECS does not run', async () => {
    const { host } = await place.token();
    const image = `${host}/${repositoryOf('user')}@sha256:${'ab'.repeat(32)}`;
    const text = await readFile(join(root, 'examples/popcorn/ecs/user.json'), 'utf8');
    const file = JSON.parse(text) as RegisterTaskDefinitionCommandInput;
    const containerDefinitions = file.containerDefinitions?.map((container) => ({ ...container, image }));
    await ecs.send(new RegisterTaskDefinitionCommand({ ...file, family: 'nowhere', containerDefinitions }));
    const { services: [service] = [] } = await ecs.send(
      new DescribeServicesCommand({ cluster: 'popcorn', services: ['user'] }),
    );
    const { networkConfiguration } = service ?? {};
    const { tasks = [] } = await ecs.send(
      new RunTaskCommand({ cluster: 'popcorn', taskDefinition: 'nowhere', networkConfiguration }),
    );
    const where = { cluster: 'popcorn', tasks: tasks.map(({ taskArn = '' }) => taskArn) };
    await waitUntilTasksStopped({ client: ecs, maxWaitTime: 30, minDelay: 1, maxDelay: 1 }, where);
    const { tasks: [stopped] = [] } = await ecs.send(new DescribeTasksCommand(where));
    expect(stopped?.stoppedReason).toMatch(/CannotPullContainerError/);
  }, 60_000);
});
