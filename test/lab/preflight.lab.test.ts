import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type StartedCloud, startCloud } from '../../src/testing/cloud.js';
import { type IdentityEndpoint, startIdentityEndpoint } from '../../src/testing/identity-endpoint.js';
import { broken, definition, region, role, seed } from '../program/preflight-account.js';
import { type ActRun, act } from './act.js';
import { layOutStarter } from './caller-repository.js';
import { describeWith } from './tools.js';

/**
 * A repository with our starter workflow gets a pull request, run by act: it calls the reusable workflow, which runs the
 * shipped action. What it cannot show is the comment, because act always names GitHub's own address for the API.
 */

const LIMIT_MS = 90_000;

describeWith(['act', 'git'], 'the starter workflow of preflight, run by act', () => {
  let folder: string;
  let cloud: StartedCloud;
  let identity: IdentityEndpoint;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-act-'));
    await writeFile(join(folder, 'seed.json'), JSON.stringify(seed));
    identity = await startIdentityEndpoint('repo:someone/shop:pull_request');
    cloud = await startCloud({ seed: join(folder, 'seed.json'), speed: 60, region });
  }, 60_000);
  afterEach(async () => {
    await cloud?.stop();
    await identity?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 30_000);

  const pullRequest = async (taskDefinition: object): Promise<ActRun> => {
    const files = { 'task-definition.json': JSON.stringify(taskDefinition, null, 2) };
    const repositories = await layOutStarter(folder, 'ecs-preflight.yml', { called: 'preflight.yml', files });
    return act(repositories, {
      folder,
      event: 'pull_request',
      inputs: {},
      payload: {
        number: 7,
        pull_request: {
          number: 7,
          base: { ref: 'main', repo: { full_name: 'someone/shop' } },
          head: { ref: 'change', repo: { full_name: 'someone/shop' } },
        },
      },
      vars: {
        AWS_REGION: region,
        AWS_PREFLIGHT_ROLE_ARN: role('look'),
        AWS_ROLE_ARN: role('deploy'),
        ECS_CLUSTER: 'shop',
        ECS_SERVICE: 'shop',
        ALARMS: 'shop-5xx',
      },
      env: { AWS_ENDPOINT_URL: cloud.endpoint, SLUICE_CLOCK: cloud.env.SLUICE_CLOCK ?? '', ...identity.env },
      limitMs: LIMIT_MS,
    });
  };

  test(
    'passes what fits, with a session of its own',
    async () => {
      const ran = await pullRequest({ ...definition, memory: '1024' });
      expect({ exitCode: ran.exitCode, log: ran.log }).toMatchObject({ exitCode: 0 });
      expect(ran.outputs('preflight')).toMatchObject({ outcome: 'passed', diff: '~ memory: 512 → 1024' });
      expect(ran.summary).toContain('12 checks found nothing');
      expect(new Set(identity.asked)).toEqual(new Set(['sts.amazonaws.com']));
    },
    LIMIT_MS + 30_000,
  );

  test(
    'fails what does not, with everything in the summary',
    async () => {
      const ran = await pullRequest(broken);
      expect({ exitCode: ran.exitCode, log: ran.log }).toMatchObject({ exitCode: 1 });
      expect(ran.jobResult('preflight')).toBe('failure');
      expect(ran.outputs('preflight')).toMatchObject({ outcome: 'failed' });
      expect(ran.summary).toContain('| ❌ error | fargate |');
      expect(ran.summary).toContain('| ❌ error | images |');
    },
    LIMIT_MS + 30_000,
  );
});
