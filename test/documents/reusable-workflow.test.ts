import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { spec as blueGreen } from '../../src/actions/ecs-blue-green/spec.js';
import { spec as rolling } from '../../src/actions/ecs-rolling/spec.js';
import { spec as promote } from '../../src/actions/promote/spec.js';
import { parseDuration } from '../../src/spec/duration.js';

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly 'timeout-minutes'?: string | number;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** As an expression is written in a workflow. */
const input = (...names: string[]): string => `\${{ ${names.map((name) => `inputs.${name}`).join(' || ')} }}`;

describe.each([
  {
    name: 'ecs-blue-green',
    spec: blueGreen,
    environment: 'environment',
    group: input('listener-rule-arn', 'listener-arn'),
    permissions: { contents: 'read', 'id-token': 'write', deployments: 'write' },
  },
  {
    name: 'ecs-rolling',
    spec: rolling,
    environment: 'github-environment',
    group: `${input('cluster')}-${input('service', 'services-file')}`,
    permissions: { contents: 'read', 'id-token': 'write' },
  },
])('the reusable workflow of $name', ({ name, spec, environment, group, permissions }) => {
  const text = readFileSync(resolve(import.meta.dirname, `../../.github/workflows/deploy-${name}.yml`), 'utf8');
  const workflow = parse(text);
  const job = workflow.jobs.deploy;
  const steps: readonly Step[] = job.steps;
  const deploy = steps.find(({ id }) => id === 'deploy');
  const preset = (of: string): number => workflow.on.workflow_call.inputs[of].default;

  // The runner sends no signal to a step whose condition still holds after a cancel, and `always()` always holds.
  test('has no condition on the step that deploys, so that it learns of a cancel', () => {
    expect(deploy?.uses).toBe(`$/actions/${name}`);
    expect(deploy?.if).toBeUndefined();
    expect(steps.filter((step) => /always\(\)/.test(step.if ?? ''))).toEqual([]);
  });

  test('never cancels a deployment that has begun, and lets one deploy to the same place at a time', () => {
    expect(job.concurrency).toEqual({
      group: `sluice-${input(environment)}-${group}`,
      'cancel-in-progress': false,
      queue: 'max',
    });
  });

  test('leaves each of its limits time for the one inside it', () => {
    const timeout = parseDuration(spec.inputs.timeout.preset);
    const stepMs = preset('timeout-minutes') * 60_000;
    expect(deploy?.['timeout-minutes']).toBe(input('timeout-minutes'));
    expect(stepMs).toBeGreaterThan(timeout.ok ? timeout.value : Number.NaN);
    expect(job['timeout-minutes'] * 60_000).toBeGreaterThan(stepMs);
  });

  test('leaves the credentials to the action, which renews them', () => {
    expect(steps.filter(({ uses }) => uses?.includes('aws-actions/'))).toEqual([]);
    expect(deploy?.with?.['role-to-assume']).toBe(input('role-to-assume'));
  });

  test('has no script, so that no input can become one', () => {
    expect(steps.filter(({ run }) => run !== undefined)).toEqual([]);
  });

  test('asks for nothing but what it needs, with the reason beside each', () => {
    expect(workflow.permissions).toEqual({});
    expect(job.permissions).toEqual(permissions);
    for (const [right, level] of Object.entries(permissions))
      expect(text).toMatch(new RegExp(`^ {6}${right}: ${level} # \\S.+$`, 'm'));
    expect(job.environment).toEqual({ name: input(environment), url: input('environment-url') });
  });

  test('pins everything that is not its own by commit, with the version beside it', () => {
    const foreign = [...text.matchAll(/^ +uses: (.+)$/gm)]
      .map(([, uses = '']) => uses)
      .filter((uses) => !uses.startsWith('$/'));
    expect(foreign.length).toBe(1);
    for (const uses of foreign) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });
});

describe('the reusable workflow of ecs-rolling', () => {
  const { jobs } = parse(
    readFileSync(resolve(import.meta.dirname, '../../.github/workflows/deploy-ecs-rolling.yml'), 'utf8'),
  );
  const checkout = (jobs.deploy.steps as readonly Step[])[0];

  test('checks out what there is to read, with the commits when git is asked what changed', () => {
    expect(checkout?.if).toContain("inputs.services != ''");
    expect(checkout?.with?.['fetch-depth']).toMatch(/startsWith\(inputs\.services, 'changed'\).*'0' \|\| '1'/);
  });
});

describe('the reusable workflow of recover', () => {
  const { jobs, permissions } = parse(
    readFileSync(resolve(import.meta.dirname, '../../.github/workflows/recover.yml'), 'utf8'),
  );
  const own: readonly Step[] = jobs.recover.steps;

  test('is one step, which takes its credentials itself and renews them', () => {
    expect(own.map(({ uses }) => uses)).toEqual(['$/actions/recover']);
    expect(own[0]?.with?.['role-to-assume']).toBe(input('role-to-assume'));
  });

  test('asks for nothing but an identity', () => {
    expect([permissions, jobs.recover.permissions]).toEqual([{}, { 'id-token': 'write' }]);
  });
});

describe('the reusable workflow of preflight', () => {
  const file = readFileSync(resolve(import.meta.dirname, '../../.github/workflows/preflight.yml'), 'utf8');
  const { jobs, permissions } = parse(file);
  const own: readonly Step[] = jobs.preflight.steps;
  const look = own.find(({ id }) => id === 'preflight');

  test('takes its credentials by the action, comments with the token of the job, and has no script', () => {
    expect(look?.uses).toBe('$/actions/preflight');
    expect(look?.with).toMatchObject({
      'role-to-assume': input('role-to-assume'),
      'github-token': `\${{ github.token }}`,
    });
    expect(own.filter(({ run }) => run !== undefined)).toEqual([]);
  });

  test('asks for nothing but reading, an identity and the comment, with the reason beside each', () => {
    expect(permissions).toEqual({});
    expect(jobs.preflight.permissions).toEqual({ contents: 'read', 'id-token': 'write', 'pull-requests': 'write' });
    for (const name of ['contents: read', 'id-token: write', 'pull-requests: write']) {
      expect(file).toMatch(new RegExp(`^ {6}${name} # \\S.+$`, 'm'));
    }
  });

  test('runs in no environment, because nobody is to approve a look', () => {
    expect(jobs.preflight.environment).toBeUndefined();
  });
});

describe('the reusable workflow of build-push', () => {
  const file = readFileSync(resolve(import.meta.dirname, '../../.github/workflows/build-push.yml'), 'utf8');
  const { jobs, permissions, on } = parse(file);
  const own: readonly Step[] = jobs.build.steps;
  const build = own.find(({ id }) => id === 'build');

  test('has no condition on the step that builds, so that it learns of a cancel, and no script', () => {
    expect([build?.uses, build?.if]).toEqual(['$/actions/build-push', undefined]);
    expect(own.filter(({ run }) => run !== undefined)).toEqual([]);
  });

  test('checks out the history that tells what changed, and leaves no credentials behind', () => {
    expect(own[0]?.with).toEqual({ 'persist-credentials': false, 'fetch-depth': 0, filter: 'blob:none' });
  });

  test('asks for nothing but reading and an identity, with the reason beside each', () => {
    expect(permissions).toEqual({});
    expect(jobs.build.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    for (const name of ['contents: read', 'id-token: write'])
      expect(file).toMatch(new RegExp(`^ {6}${name} # \\S.+$`, 'm'));
  });

  test('leaves the step more time than the action takes, and hands secrets on as secrets', () => {
    expect(on.workflow_call.inputs['timeout-minutes'].default).toBeGreaterThan(60);
    expect(Object.keys(on.workflow_call.secrets)).toEqual(['secrets']);
    expect(build?.with).toMatchObject({ secrets: `\${{ secrets.secrets }}` });
  });

  test('hands on what the deployments take', () => {
    for (const name of ['images', 'service-images', 'image', 'digest'])
      expect(on.workflow_call.outputs[name].value).toBe(`\${{ jobs.build.outputs.${name} }}`);
  });
});

describe('the reusable workflow of promote', () => {
  const file = readFileSync(resolve(import.meta.dirname, '../../.github/workflows/promote.yml'), 'utf8');
  const { jobs, permissions, on } = parse(file);
  const own: readonly Step[] = jobs.promote.steps;
  const step = own.find(({ id }) => id === 'promote');

  test('has no script, no condition on the step that promotes, and takes its credentials by the action', () => {
    expect(step?.uses).toBe('$/actions/promote');
    expect(step?.if).toBeUndefined();
    expect(step?.with?.['role-to-assume']).toBe(input('role-to-assume'));
    expect(own.filter(({ run }) => run !== undefined)).toEqual([]);
    expect(own.filter((each) => /always\(\)/.test(each.if ?? ''))).toEqual([]);
  });

  test('waits for the approvals of an environment of GitHub, and for the promotion before it, which it never cancels', () => {
    expect(jobs.promote.environment).toEqual({ name: input('github-environment') });
    expect(jobs.promote.concurrency).toEqual({
      group: `sluice-promote-${input('github-environment')}-${input('environment')}`,
      'cancel-in-progress': false,
      queue: 'max',
    });
  });

  test('asks for nothing but reading and an identity, with the reason beside each', () => {
    expect(permissions).toEqual({});
    expect(jobs.promote.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    for (const name of ['contents: read', 'id-token: write'])
      expect(file).toMatch(new RegExp(`^ {6}${name} # \\S.+$`, 'm'));
  });

  test('leaves each of its limits time for the one inside it', () => {
    const timeout = parseDuration(promote.inputs.timeout.preset);
    const stepMs = on.workflow_call.inputs['timeout-minutes'].default * 60_000;
    expect(step?.['timeout-minutes']).toBe(input('timeout-minutes'));
    expect(stepMs).toBeGreaterThan(timeout.ok ? timeout.value : Number.NaN);
    expect(jobs.promote['timeout-minutes'] * 60_000).toBeGreaterThan(stepMs);
  });
});
