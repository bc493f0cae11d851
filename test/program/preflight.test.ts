import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type StartedCloud, startCloud } from '../../src/testing/cloud.js';
import { type CommentsApi, startCommentsApi } from '../../src/testing/comments-api.js';
import { node24 } from '../../src/testing/node-24.js';
import { ActionStep, type PhaseResult } from '../../src/testing/runner.js';

import { broken, region, registry, role, secret, seed } from './preflight-account.js';

/** The shipped action against the local cloud: what is there fits, and what is asked for does not. */

let folder: string;
let cloud: StartedCloud;
let github: CommentsApi;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-preflight-'));
  await writeFile(join(folder, 'seed.json'), JSON.stringify(seed));
  await writeFile(join(folder, 'broken.json'), JSON.stringify(broken));
  cloud = await startCloud({ seed: join(folder, 'seed.json'), speed: 60, region });
  github = await startCommentsApi('token');
}, 60_000);
afterAll(async () => {
  await github?.stop();
  await cloud?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function preflight(inputs: Readonly<Record<string, string>>): Promise<PhaseResult> {
  await using step = await ActionStep.prepare({
    action: 'preflight',
    inputs: { cluster: 'shop', service: 'shop', 'deploy-role': role('deploy'), ...inputs },
    environment: {
      ...cloud.env,
      GITHUB_WORKSPACE: folder,
      GITHUB_API_URL: github.url,
      GITHUB_REF: 'refs/pull/7/merge',
    },
  });
  return await step.runMain();
}

/** The calls that the cloud has seen, without the first ones. */
async function requests(after = 0): Promise<string[]> {
  const answer = await fetch(`${cloud.endpoint}/_sluice/requests?after=${after}`);
  const all = (await answer.json()) as { operation: string }[];
  return all.map(({ operation }) => operation);
}

async function sluice(...words: string[]): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  const program = join(import.meta.dirname, '../../dist/sluice.js');
  const child = spawn(node24(), [program, ...words], { cwd: folder, env: { PATH: process.env.PATH, ...cloud.env } });
  const told = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      told[stream] += text;
    });
  }
  const exitCode = await new Promise<number | null>((ended, failed) => {
    child.once('error', failed).once('close', ended);
  });
  return { exitCode, ...told };
}

interface Told {
  readonly level: string;
  readonly check: string;
  readonly what: string;
}
const findings = ({ outputs }: PhaseResult): Told[] => JSON.parse(outputs.findings ?? '');

describe('the shipped preflight', () => {
  test('of an image that fits passes, shows the difference and says so on the pull request', async () => {
    const done = await preflight({
      images: `app=${registry}/shop:2`,
      alarms: 'shop-5xx',
      'github-token': 'token',
    });
    expect(done.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(findings(done).filter(({ level }) => level !== 'note')).toEqual([]);
    expect(done).toMatchObject({ exitCode: 0, outputs: { outcome: 'passed', changes: '1' } });
    expect(done.outputs.diff).toBe(`~ container app: image: ${registry}/shop:1 → ${registry}/shop:2`);
    expect(done.summary).toContain('12 checks found nothing');
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain(`${registry}/shop:2`);
  }, 60_000);

  test('of a definition with everything wrong tells all of it at once, and nothing is registered', async () => {
    const before = (await requests()).length;
    const done = await preflight({
      'task-definition': 'broken.json',
      images: `web=${registry}/shop:1`,
      alarms: 'shop-5xx\nnone',
      'github-token': 'token',
    });
    expect(done.exitCode).toBe(1);
    const told = findings(done)
      .filter(({ level }) => level === 'error')
      .map(({ check, what }) => `${check}: ${what}`);
    const wanted = [
      'ports: service shop leads target group',
      'fargate: Fargate offers no cpu 256 with memory 4096',
      `images: image ${registry}/shop:1 of container web is for linux/amd64, and the task runs on linux/arm64`,
      `images: image ${registry}/proxy:1 of container proxy does not exist: there is no repository proxy`,
      `roles: execution role ${role('lambda')} does not trust ecs-tasks.amazonaws.com`,
      `roles: task role ${role('nobody')} does not exist`,
      `roles: role ${role('deploy')} may not pass role ${role('lambda')}`,
      `secrets: the execution role may not read secret ${secret} (DATABASE of container web)`,
      'secrets: the execution role may not read parameter /shop/key (KEY of container web)',
      'secrets: secret arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/gone-AbCdEf (GONE of container web) does not exist',
      'secrets: parameter /shop/none (NONE of container web) does not exist',
      'log-groups: log group /ecs/other of container web does not exist',
      'alarms: alarm none does not exist',
    ];
    expect(wanted.filter((text) => !told.some((line) => line.startsWith(text)))).toEqual([]);
    expect(told).toHaveLength(wanted.length);
    expect(findings(done)).toContainEqual(expect.objectContaining({ level: 'note', check: 'images' }));
    // One annotation, whatever there is.
    expect(done.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
    // The comment of the run before is brought up to date.
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('❌');
    const asked = await requests(before);
    expect(asked).toContain('ecs:DescribeServices');
    expect(asked.filter((operation) => !/:(Describe|Get|BatchGet|Simulate)/.test(operation))).toEqual([]);
  }, 60_000);

  test('of the services of a file looks at all of them, in one comment, and reads once what they have in common', async () => {
    const services = { shop: {}, worker: { rolling: { memory: '4096' } } };
    await writeFile(join(folder, 'sluice.yml'), JSON.stringify({ services }));
    const before = (await requests()).length;
    const done = await preflight({
      service: '',
      services: 'all',
      'services-file': 'sluice.yml',
      'github-token': 'token',
    });
    expect(done.exitCode).toBe(1);
    expect(done.outputs).toMatchObject({
      outcome: 'failed',
      reason: 'Preflight failed: 1 error, 0 warnings in 2 services',
      diff: 'worker: ~ memory: 512 → 4096',
    });
    expect(JSON.parse(done.outputs.findings ?? '')).toContainEqual(
      expect.objectContaining({ service: 'worker', level: 'error', check: 'fargate' }),
    );
    expect(github.comments).toHaveLength(2);
    expect(github.comments[1]?.body).toContain('| ❌ worker |');
    const asked = await requests(before);
    for (const once of ['ecs:DescribeServices', 'ecs:DescribeClusters', 'ecr:BatchGetImage', 'ec2:DescribeSubnets']) {
      expect([once, asked.filter((operation) => operation === once).length]).toEqual([once, 1]);
    }
  }, 60_000);

  test('without most of its rights is no failure: each that is missing is named, and the rest is looked at', async () => {
    const denied = ['iam:GetRole', 'ec2:DescribeSubnets', 'ecr:BatchGetImage', 'secretsmanager:DescribeSecret'];
    for (const operation of denied) await cloud.admin('deny', { operation });
    const done = await preflight({ alarms: 'none' }).finally(() => cloud.admin('clear-faults'));
    const told = findings(done);
    expect(told.filter(({ level }) => level === 'error')).toEqual([expect.objectContaining({ check: 'alarms' })]);
    const warnings = told.filter(({ level }) => level === 'warning').map(({ what }) => what);
    for (const action of denied) expect(warnings.join('\n')).toContain(`the role may not call ${action};`);
    // One annotation for all of them.
    expect(done.annotations.filter(({ level }) => level === 'warning')).toHaveLength(1);
  }, 60_000);

  test('from a laptop shows the difference alone, and everything, by the same inputs', async () => {
    const asked = ['--region', region, '--cluster', 'shop', '--service', 'shop', '--memory', '1024'];
    expect(await sluice('diff', ...asked)).toEqual({ exitCode: 0, stdout: '~ memory: 512 → 1024\n', stderr: '' });
    const all = await sluice('preflight', ...asked, '--deploy-role', role('deploy'), '--alarms', 'none');
    expect(all).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('alarm none does not exist') });
    expect(all.stdout).toContain('✗ alarms: alarm none does not exist');
    const nowhere = await sluice('diff', '--region', region, '--cluster', 'shop', '--service', 'shap');
    expect(nowhere.exitCode).toBe(1);
    expect(nowhere.stderr).toContain('Input service ("shap") does not exist in cluster shop');
  }, 60_000);
});
