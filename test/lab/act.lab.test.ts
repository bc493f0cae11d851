import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Load } from '../../src/cli/rehearse/load.js';
import { type StartedCloud, startCloud } from '../../src/testing/cloud.js';
import { type IdentityEndpoint, startIdentityEndpoint } from '../../src/testing/identity-endpoint.js';
import { type ActRun, act } from './act.js';
import { layOut, type Repositories } from './caller-repository.js';
import { describeWith, root } from './tools.js';

/**
 * The way users reach it, from end to end: the workflow of `examples/shop`, as a repository of its own, calls our reusable
 * workflow, which runs the shipped action against a local cloud with real requests in flight.
 *
 * act stands in for GitHub. What it cannot show: approvals and branch rules of environments, concurrency, real identity
 * tokens, `$/`, and jobs after a called workflow that failed, which it does not start. docs/measurements.md says so too.
 */

const SPEED = 60;
/** A minute of the cloud is a second here: so many that a tenth of them shows 20 % errors in every minute. */
const REQUESTS_PER_SECOND = 150;
const DIGEST = `sha256:${'ab'.repeat(32)}`;
const LIMIT_MS = 150_000;

describeWith(['act', 'git'], "shop's own workflow, run by act", () => {
  let folder: string;
  let repositories: Repositories;
  let cloud: StartedCloud;
  let identity: IdentityEndpoint;
  let load: Load;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-act-'));
    repositories = await layOut(folder, 'shop');
    identity = await startIdentityEndpoint('repo:someone/shop:environment:production');
    cloud = await startCloud({
      seed: join(root, 'examples/shop/cloud.yaml'),
      speed: SPEED,
      region: 'eu-central-1',
    });
    const url = `${cloud.created.find(({ kind }) => kind === 'listeners')?.url}/products`;
    await answers(url);
    load = new Load({ url, perSecond: REQUESTS_PER_SECOND });
  }, 60_000);

  afterEach(async () => {
    await load?.stop();
    await cloud?.stop();
    await identity?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  /** Releases a version as a person does who deploys an image again by hand. */
  const release = (version: string): Promise<ActRun> =>
    act(repositories, {
      folder,
      event: 'workflow_dispatch',
      inputs: { image: `123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop:${version}@${DIGEST}` },
      vars: {
        AWS_REGION: 'eu-central-1',
        AWS_DEPLOY_ROLE_ARN: 'arn:aws:iam::123456789012:role/deploy-shop',
        LISTENER_RULE_ARN: cloud.created.find(({ kind }) => kind === 'rules')?.arn ?? '',
      },
      // Where the services are and how fast time runs there. The credentials must come from the workflow.
      env: {
        AWS_ENDPOINT_URL: cloud.endpoint,
        SLUICE_CLOCK: cloud.env.SLUICE_CLOCK ?? '',
        ...identity.env,
      },
      limitMs: LIMIT_MS,
    });

  test(
    'a good release is promoted, and the next job learns it',
    async () => {
      const tally = load.tally();
      const ran = await release('v2');
      await load.close(tally);

      expect({ exitCode: ran.exitCode, log: ran.log }).toMatchObject({ exitCode: 0 });
      expect(ran.jobResult('deploy')).toBe('success');
      expect(ran.stepResult('deploy', 'Post')).toBe('success');
      const outputs = ran.outputs('deploy');
      expect(outputs).toMatchObject({ outcome: 'promoted', 'active-service': 'shop-green' });
      expect(JSON.parse(outputs.weights ?? '')).toEqual({ 'shop-blue': 0, 'shop-green': 100 });
      // Through the called workflow into the caller's next job, every output as the step set it.
      expect(JSON.parse(ran.printed('after'))).toMatchObject(outputs);
      expect(ran.summary).toContain('Promoted: shop-blue → shop-green');
      // The action's own session, taken once and perhaps renewed.
      expect(new Set(identity.asked)).toEqual(new Set(['sts.amazonaws.com']));
      expect(tally.total.failed).toBe(0);
      expect(tally.requestsOf('v2')).toBeGreaterThan(100);
    },
    LIMIT_MS + 30_000,
  );

  test(
    'a bad release is rolled back, and the workflow fails',
    async () => {
      await cloud.admin('ecs/app', { version: 'v2', errorShare: 0.2 });
      const ran = await release('v2');

      expect({ exitCode: ran.exitCode, log: ran.log }).toMatchObject({ exitCode: 1 });
      expect(ran.jobResult('deploy')).toBe('failure');
      expect(ran.stepResult('deploy', 'Main')).toBe('failure');
      expect(ran.stepResult('deploy', 'Post')).toBe('success');
      const outputs = ran.outputs('deploy');
      expect(outputs).toMatchObject({
        outcome: 'rolled-back',
        // Whichever of the two has seen enough first.
        reason: expect.stringMatching(/shop-green-5xx-rate.* ALARM|^green against blue: green \d+ of/),
        'active-service': 'shop-blue',
      });
      expect(['10', '50']).toContain(outputs['rolled-back-at-weight']);
      expect(JSON.parse(outputs.weights ?? '')).toEqual({ 'shop-blue': 100, 'shop-green': 0 });
      expect(ran.summary).toContain('Rolled back: shop-blue → shop-green');

      const after = load.tally();
      await new Promise((resolve) => setTimeout(resolve, 2000));
      await load.close(after);
      expect(after.requestsOf('v1')).toBeGreaterThan(50);
      expect(after.requestsOf('v2')).toBe(0);
    },
    LIMIT_MS + 30_000,
  );
});

/** Waits until the application answers through the load balancer. */
async function answers(url: string): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until; await new Promise((next) => setTimeout(next, 200))) {
    const status = await fetch(url).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
  }
  throw new Error(`${url} does not answer`);
}
