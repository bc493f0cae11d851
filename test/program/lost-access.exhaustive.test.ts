import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { DescribeServicesCommand } from '@aws-sdk/client-ecs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type IdentityEndpoint, startIdentityEndpoint } from '../../src/testing/identity-endpoint.js';
import { ActionStep, type PhaseResult } from '../../src/testing/runner.js';
import { type Options, type TwoSides, twoSides } from './two-sides.js';

const role = 'arn:aws:iam::123456789012:role/deploy-shop';
const quick = { steps: '50%@2m, 100%@1m', settle: '10s', drain: '10s' };

let sides: TwoSides | undefined;
afterEach(async () => {
  await sides?.stop();
  sides = undefined;
});

async function world(options?: Options): Promise<TwoSides> {
  sides = await twoSides(options);
  return sides;
}

const whereOf = (on: TwoSides) => ({
  cluster: 'shop',
  services: 'shop-blue\nshop-green',
  'listener-rule-arn': on.ruleArn,
});

async function act(
  on: TwoSides,
  action: 'recover' | 'rollback',
  inputs: Record<string, string>,
  environment: Readonly<Record<string, string>> = on.cloud.env,
): Promise<PhaseResult> {
  return (await ActionStep.prepare({ action, environment: { ...environment }, inputs })).runMain();
}

/** The command as it was told, in a shell, with credentials that work. */
function paste(on: TwoSides, command: string): Promise<{ code: number | null; output: string }> {
  return new Promise((done, failed) => {
    const program = join(resolve(import.meta.dirname, '../..'), 'dist/sluice.js');
    const words = command.replace(/^sluice /, `"${process.execPath}" "${program}" `);
    const child = spawn('sh', ['-c', words], { env: { ...process.env, ...on.cloud.env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.once('error', failed).once('close', (code) => done({ code, output }));
  });
}

async function desired(on: TwoSides): Promise<(number | undefined)[]> {
  const { services = [] } = await on.clients.ecs.send(
    new DescribeServicesCommand({ cluster: 'shop', services: ['shop-blue', 'shop-green'] }),
  );
  return services.map(({ desiredCount }) => desiredCount);
}

/** The lease of a dead run is five minutes of cloud time: five seconds here. */
const leaseIsOver = () => new Promise((done) => setTimeout(done, 5_500));

const errors = ({ annotations }: PhaseResult): string[] =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

describe('credentials that expire before any traffic was moved, through the shipped bundle', () => {
  test('and were never good, are told at once by each action, with the command to run again', async () => {
    const on = await world();
    await on.cloud.admin('expire-credentials');
    const first = await (await on.step(quick)).runMain();
    expect(first.outputs).toMatchObject({ outcome: 'refused', 'active-service': '', weights: '' });
    expect(errors(first)).toEqual([
      expect.stringMatching(
        /^Refused, nothing was changed: The AWS credentials have expired .*With role-to-assume .*No traffic was moved\. Who serves the traffic was not yet read\. Run: gh run rerun 1 --failed --repo example\/shop$/,
      ),
    ]);
    const back = await act(on, 'rollback', whereOf(on));
    expect([back.exitCode, back.outputs.outcome]).toEqual([1, 'refused']);
    expect(errors(back)[0]).toMatch(
      /No traffic was moved\. Who serves .* Run: sluice rollback --region eu-west-1 --cluster shop/,
    );
    const sweep = await act(on, 'recover', {});
    expect([sweep.exitCode, sweep.outputs.outcome]).toEqual([1, 'stuck']);
    expect(errors(sweep)[0]).toMatch(/No traffic was moved\. Who serves .* Run: sluice recover --region eu-west-1$/);
    for (const told of [first, back, sweep]) expect(errors(told)).toHaveLength(1);
    await on.cloud.admin('restore-credentials');
    expect(await desired(on)).toEqual([2, 0]);
  }, 60_000);

  test('while the new version starts, are told with who serves; the command, pasted, puts it back', async () => {
    const on = await world();
    let expiredAt = Number.NaN;
    const onLine = (line: string): void => {
      if (!Number.isNaN(expiredAt) || !/^shop-green: starting 2 tasks/.test(line)) return;
      expiredAt = performance.now();
      void on.cloud.admin('expire-credentials');
    };
    const main = await (await on.step(quick, { onLine })).runMain();
    expect(performance.now() - expiredAt).toBeLessThan(5_000);
    expect(main.outputs).toMatchObject({
      outcome: 'interrupted',
      'active-service': 'shop-blue',
      weights: '{"shop-blue":100,"shop-green":0}',
      'seconds-to-detect': '',
    });
    expect(errors(main)).toEqual([
      expect.stringMatching(
        /^Interrupted: The AWS credentials have expired .* No traffic was moved: shop-green never had any\. .*When last seen: shop-blue serves 100 %; it cannot be read now\. Run: sluice recover /,
      ),
    ]);
    const command = /Run: (sluice .*)$/.exec(errors(main)[0] ?? '')?.[1] ?? '';

    await on.cloud.admin('restore-credentials');
    expect(await desired(on)).toEqual([2, 2]);
    await leaseIsOver();
    expect(await paste(on, command)).toMatchObject({ code: 0, output: expect.stringContaining('Outcome: recovered') });
    expect(await desired(on)).toEqual([2, 0]);
  }, 60_000);

  test('while a rollback starts the old version, are told with who serves; the command, pasted, goes on', async () => {
    const on = await world();
    const main = await (await on.step({ ...quick, 'keep-old': '0s' })).runMain();
    expect(main.outputs.outcome).toBe('promoted');
    const step = await ActionStep.prepare({
      action: 'rollback',
      environment: { ...on.cloud.env },
      inputs: { ...whereOf(on), drain: '10s' },
      onLine: (line) => {
        if (/^shop-blue: starting 2 tasks/.test(line)) void on.cloud.admin('expire-credentials');
      },
    });
    const back = await step.runMain();
    expect(back.outputs).toMatchObject({ outcome: 'stuck', 'active-service': 'shop-green' });
    const [told = ''] = errors(back);
    expect(told).toMatch(
      /No traffic was moved\. When last seen: shop-green serves 100 %; it cannot be read now\. Run: sluice rollback/,
    );
    await on.cloud.admin('restore-credentials');
    const command = /Run: (sluice .*)$/.exec(told)?.[1] ?? '';
    expect(await paste(on, `${command} --drain 10s`)).toMatchObject({
      code: 0,
      output: expect.stringContaining('Rolled back: shop-blue has all traffic'),
    });
    expect(await desired(on)).toEqual([2, 0]);
  }, 60_000);
});

describe('the own session of recover and rollback, through the shipped bundle', () => {
  let identity: IdentityEndpoint;
  beforeEach(async () => {
    identity = await startIdentityEndpoint('repo:example/shop:environment:production');
  });
  afterEach(() => identity.stop());

  /** A job that has an identity and no credentials, where sessions last a minute of the cloud's time. */
  async function job(on: TwoSides): Promise<Record<string, string>> {
    await on.cloud.admin('sts/sessions', { seconds: 60 });
    const { AWS_ACCESS_KEY_ID: _key, AWS_SECRET_ACCESS_KEY: _secret, ...environment } = on.cloud.env;
    return { ...environment, ...identity.env };
  }

  interface Called {
    readonly number: number;
    readonly operation: string;
    readonly principal: string;
    readonly accessKeyId?: string;
  }

  async function calls(on: TwoSides, after: number): Promise<Called[]> {
    const response = await fetch(`${on.cloud.endpoint}/_sluice/requests?after=${after}`);
    return (await response.json()) as Called[];
  }

  const lastNumber = async (on: TwoSides): Promise<number> => (await calls(on, 0)).at(-1)?.number ?? 0;

  /** What the two actions may call with a role of their own (docs/iam). */
  const notNeeded = /^(cloudwatch|logs|monitoring):|TaskDefinition$/;

  async function expectOwnSession(on: TwoSides, after: number, done: PhaseResult): Promise<Set<string>> {
    const signed = (await calls(on, after)).filter(({ operation }) => operation !== 'sts:AssumeRoleWithWebIdentity');
    expect(new Set(signed.map(({ principal }) => principal))).toEqual(
      new Set(['arn:aws:sts::123456789012:assumed-role/deploy-shop/sluice-1-1']),
    );
    expect(signed.map(({ operation }) => operation).filter((operation) => notNeeded.test(operation))).toEqual([]);
    expect(done.masks.length).toBeGreaterThanOrEqual(3);
    const shown = [
      done.stdout.replace(/^::add-mask::.*$/gm, ''),
      done.stderr,
      done.summary,
      JSON.stringify(done.outputs),
    ];
    for (const secret of new Set([...done.masks, ...identity.given])) expect(shown.join('\n')).not.toContain(secret);
    return new Set(signed.flatMap(({ accessKeyId }) => accessKeyId ?? []));
  }

  test('a rollback that starts the old version and lets the other drain outlives its sessions', async () => {
    const on = await world();
    expect((await (await on.step({ ...quick, 'keep-old': '0s' })).runMain()).outputs.outcome).toBe('promoted');
    const environment = await job(on);
    const after = await lastNumber(on);
    const inputs = { ...whereOf(on), drain: '5m', 'role-to-assume': role };
    const back = await act(on, 'rollback', inputs, environment);
    expect([back.exitCode, back.outputs]).toMatchObject([0, { outcome: 'rolled-back', 'active-service': 'shop-blue' }]);
    expect((await expectOwnSession(on, after, back)).size).toBeGreaterThanOrEqual(2);
    expect(await desired(on)).toEqual([2, 0]);
  }, 60_000);

  test('a sweep finds and recovers what a dead run left, with no credentials but its identity', async () => {
    const on = await world();
    let seen = (): void => {};
    const raised = new Promise<void>((done) => {
      seen = done;
    });
    const step = await on.step(quick, { onLine: (line) => (/50 % observed/.test(line) ? seen() : undefined) });
    const running = await step.main();
    await raised;
    await running.kill();
    await leaseIsOver();
    const environment = await job(on);
    const after = await lastNumber(on);
    const sweep = await act(on, 'recover', { 'role-to-assume': role }, environment);
    expect([sweep.exitCode, sweep.outputs]).toMatchObject([0, { outcome: 'recovered', recovered: '1' }]);
    await expectOwnSession(on, after, sweep);
    expect(await desired(on)).toEqual([2, 0]);
  }, 60_000);

  test('that cannot be had is told with what the role must trust, and nothing is changed', async () => {
    const on = await world();
    const environment = await job(on);
    await on.cloud.admin('sts/distrust');
    for (const [action, inputs] of [
      ['recover', {}],
      ['rollback', whereOf(on)],
    ] as const) {
      const done = await act(on, action, { ...inputs, 'role-to-assume': role }, environment);
      expect([done.exitCode, errors(done)]).toEqual([
        1,
        [
          expect.stringMatching(
            /does not let this job take the role .*sub "repo:example\/shop:environment:production"/,
          ),
        ],
      ]);
      for (const token of identity.given) expect(done.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain(token);
    }
    expect(await desired(on)).toEqual([2, 0]);
  }, 60_000);
});
