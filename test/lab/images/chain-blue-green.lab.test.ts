import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Load } from '../../../src/cli/rehearse/load.js';
import { type IdentityEndpoint, startIdentityEndpoint } from '../../../src/testing/identity-endpoint.js';
import { type ActRun, act } from '../act.js';
import { layOutStarter, pushed, type Repositories } from '../caller-repository.js';
import { describeWith, root } from '../tools.js';
import { IMAGE_TOOLS } from './engine.js';
import { type ImagePlace, imagePlace } from './place.js';

/**
 * The starter workflow for one image, run by act: a push is built with the real BuildKit, scanned, and its digest goes straight into
 * a blue/green deployment with requests in flight.
 */

const region = 'eu-central-1';
const account = '123456789012';
const LIMIT_MS = 150_000;

describeWith([...IMAGE_TOOLS, 'act', 'git'], 'the starter workflow of one image, from a push to the traffic', () => {
  let folder: string;
  let place: ImagePlace;
  let identity: IdentityEndpoint;
  let repositories: Repositories;
  let load: Load;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-act-'));
    [place, identity] = await Promise.all([
      imagePlace({ region, speed: 60, seed: join(root, 'examples/shop/cloud.yaml') }),
      startIdentityEndpoint('repo:someone/shop:environment:production'),
    ]);
    repositories = await layOutStarter(folder, 'build-push-blue-green.yml', {
      called: ['build-push.yml', 'deploy-ecs-blue-green.yml'],
      example: 'shop',
      files: {
        '.dockerignore': '*\n!word\n',
        // In place of the example's, whose base cannot be pulled here.
        Dockerfile: `FROM ${place.nodeImage}\nCOPY word /word\n`,
        word: 'one\n',
      },
    });
    const used = await place.engine.docker(['buildx', 'use', place.builder]);
    expect(used).toMatchObject({ exitCode: 0 });
    const url = `${place.cloud.created.find(({ kind }) => kind === 'listeners')?.url}/products`;
    for (const until = Date.now() + 30_000; Date.now() < until; await new Promise((go) => setTimeout(go, 200))) {
      const status = await fetch(url).then(
        (answer) => answer.status,
        () => 0,
      );
      if (status === 200) break;
    }
    load = new Load({ url, perSecond: 100 });
  }, 120_000);
  afterAll(async () => {
    await load?.stop();
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
        AWS_BUILD_ROLE_ARN: `arn:aws:iam::${account}:role/build-shop`,
        AWS_DEPLOY_ROLE_ARN: `arn:aws:iam::${account}:role/deploy-shop`,
        ECR_REPOSITORY: 'released/shop',
        ECS_CLUSTER: 'shop',
        ECS_SERVICE_BLUE: 'shop-blue',
        ECS_SERVICE_GREEN: 'shop-green',
        CONTAINER_NAME: 'app',
        LISTENER_RULE_ARN: place.cloud.created.find(({ kind }) => kind === 'rules')?.arn ?? '',
        ALARMS: 'shop-green-5xx-rate',
      },
      env: {
        AWS_ENDPOINT_URL: place.cloud.endpoint,
        SLUICE_CLOCK: place.cloud.env.SLUICE_CLOCK ?? '',
        ...place.engine.env,
        ...identity.env,
      },
      limitMs: LIMIT_MS,
    });

  test(
    'what was built gets the traffic, and not one request fails; an image with a critical finding gets none',
    async () => {
      const tally = load.tally();
      const ran = await run(await pushed(repositories, { word: 'two\n' }));
      await load.close(tally);
      if (ran.exitCode !== 0) throw new Error(ran.log);
      const { image = '', digest = '', outcome } = ran.outputs('build');
      expect(outcome).toBe('built');
      expect(image).toMatch(/^127\.0\.0\.1:\d+\/released\/shop@sha256:/);
      expect(ran.outputs('deploy')).toMatchObject({ outcome: 'promoted', 'active-service': 'shop-green' });
      expect(ran.summary).toContain(digest.slice(0, 19));
      // An image by digest alone calls itself after it.
      expect(tally.requestsOf(digest.slice(7, 19))).toBeGreaterThan(100);
      expect(tally.total.failed).toBe(0);

      const findings = [{ name: 'CVE-2026-0001', severity: 'CRITICAL' }];
      await place.cloud.admin('ecr/scan', { repositoryName: 'released/shop', findings });
      const bad = await run(await pushed(repositories, { word: 'three\n' }));
      expect(bad.exitCode).toBe(1);
      expect(bad.outputs('build')).toMatchObject({ outcome: 'held-back', image: '', digest: '' });
      expect(bad.summary).toContain('CVE-2026-0001');
      expect(bad.jobResult('deploy')).toBeUndefined();
    },
    2 * LIMIT_MS,
  );
});
