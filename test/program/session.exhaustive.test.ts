import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Load } from '../../src/cli/rehearse/load.js';
import { type DeploymentsApi, startDeploymentsApi } from '../../src/testing/deployments-api.js';
import { figure } from '../../src/testing/figures.js';
import { type IdentityEndpoint, startIdentityEndpoint } from '../../src/testing/identity-endpoint.js';
import type { PhaseResult } from '../../src/testing/runner.js';
import { digest, type Options, type TwoSides, twoSides, versionOf } from './two-sides.js';

const subject = 'repo:example/shop:environment:production';
const role = 'arn:aws:iam::123456789012:role/deploy-shop';
const version = versionOf(digest(2));

/** Sessions of 60 seconds of the cloud's time, unless told; the least that AWS gives is 15 minutes. */
describe("the action's own session, through the shipped bundle", () => {
  let identity: IdentityEndpoint;
  let sides: TwoSides;
  let load: Load | undefined;
  let github: DeploymentsApi | undefined;
  beforeEach(async () => {
    identity = await startIdentityEndpoint(subject);
  });
  afterEach(async () => {
    await load?.stop();
    await sides?.stop();
    await github?.stop();
    await identity.stop();
    load = undefined;
    github = undefined;
  });

  /** A job that has an identity and no credentials. */
  async function job(options: Options & { sessionSeconds?: number } = {}): Promise<Record<string, string>> {
    const { sessionSeconds = 60, ...more } = options;
    sides = await twoSides(more);
    await sides.cloud.admin('sts/sessions', { seconds: sessionSeconds });
    const { AWS_ACCESS_KEY_ID: _key, AWS_SECRET_ACCESS_KEY: _secret, ...environment } = sides.cloud.env;
    return { ...environment, ...identity.env };
  }

  /** When the line is there, does the deed; once. */
  const when = (line: RegExp, deed: () => void) => {
    let isDone = false;
    return (text: string): void => {
      if (isDone || !line.test(text)) return;
      isDone = true;
      deed();
    };
  };

  const at10 = /10 % observed on the listener/;

  async function callers(): Promise<{ principals: Set<string>; keys: Set<string> }> {
    const response = await fetch(`${sides.cloud.endpoint}/_sluice/requests?after=${sides.callsToBuild}`);
    const all = (await response.json()) as { operation: string; principal: string; accessKeyId?: string }[];
    const signed = all.filter(({ operation }) => operation !== 'sts:AssumeRoleWithWebIdentity');
    return {
      principals: new Set(signed.map(({ principal }) => principal)),
      keys: new Set(signed.flatMap(({ accessKeyId }) => accessKeyId ?? [])),
    };
  }

  /** Neither tokens nor keys are anywhere but in the commands that mask them. */
  function expectNoSecrets(...phases: PhaseResult[]): void {
    for (const { stdout, stderr, outputs, state, summary, masks } of phases) {
      const secrets = [...new Set([...masks, ...identity.given])].filter((secret) => secret.length > 0);
      expect(secrets.length).toBeGreaterThanOrEqual(3);
      const shown = stdout.replace(/^::add-mask::.*$/gm, '');
      const everything = [shown, stderr, JSON.stringify(outputs), JSON.stringify(state), summary].join('\n');
      for (const secret of secrets) {
        expect(everything).not.toContain(secret);
        expect(masks.includes(secret) || !stdout.includes(secret)).toBe(true);
      }
    }
    expect(phases[0]?.masks).toEqual(expect.arrayContaining([...identity.given].slice(0, 1)));
  }

  test('is renewed all through a bake of ten minutes, which is promoted and shown on GitHub step by step', async () => {
    const environment = await job();
    github = await startDeploymentsApi('ghs_token');
    const own = github.ofJob({
      environment: 'production',
      sha: '0123456789abcdef0123456789abcdef01234567',
      runId: '1',
    });
    const step = await sides.step(
      {
        'role-to-assume': role,
        steps: '10%@10m, 100%@1m',
        'github-token': 'ghs_token',
        environment: 'production',
        'environment-url': 'https://shop.example.com/',
      },
      { environment: { ...environment, GITHUB_API_URL: github.url } },
    );
    const main = await step.runMain();
    const post = await step.runPost();

    expect(main.outputs).toMatchObject({ outcome: 'promoted', 'active-service': 'shop-green' });
    expect([main.exitCode, post.exitCode]).toEqual([0, 0]);
    const { principals, keys } = await callers();
    expect([...principals]).toEqual(['arn:aws:sts::123456789012:assumed-role/deploy-shop/sluice-1-1']);
    figure('sessions-in-a-shift', keys.size);
    expect(keys.size).toBeGreaterThanOrEqual(10);
    expect(identity.given.length).toBeGreaterThanOrEqual(keys.size);
    expect(main.masks.length).toBeGreaterThanOrEqual(3 * keys.size);
    expectNoSecrets(main);
    expect(main.masks).toContain('ghs_token');
    expect(main.annotations.filter(({ level }) => level !== 'notice')).toEqual([]);

    expect(own.statuses.map(({ state, description }) => `${state}: ${description}`).reverse()).toEqual([
      'in_progress: undefined',
      'in_progress: 10 % on shop-green, healthy; watched for 10m (step 1 of 2)',
      'in_progress: 100 % on shop-green, healthy; watched for 1m (step 2 of 2)',
      'success: Promoted: shop-green serves 100 %',
    ]);
    expect(own.statuses[0]).toMatchObject({
      log_url: 'https://github.com/example/shop/actions/runs/1',
      environment_url: 'https://shop.example.com/',
    });
    expect(github.deployments).toHaveLength(1);
  }, 90_000);

  test('outlives a release that turns bad after several renewals: it is rolled back', async () => {
    const environment = await job();
    load = new Load({ url: `${sides.url}/products`, perSecond: 100 });
    const step = await sides.step(
      { 'role-to-assume': role, steps: '10%@15m, 100%@1m', drain: '30s' },
      {
        environment,
        onLine: when(at10, () => {
          // Four minutes later.
          setTimeout(() => void sides.cloud.admin('ecs/app', { version, errorShare: 0.3 }), 4_000);
        }),
      },
    );
    const main = await step.runMain();
    expect(main.outputs).toMatchObject({
      outcome: 'rolled-back',
      'rolled-back-at-weight': '10',
      weights: '{"shop-blue":100,"shop-green":0}',
      reason: expect.stringMatching(/alarm shop-green-5xx: in ALARM|^green against blue: green \d+ of/),
    });
    expect((await callers()).keys.size).toBeGreaterThanOrEqual(5);
    expectNoSecrets(main);
  }, 90_000);

  test('whose renewal is refused in the middle of a bake is told at once, and the traffic goes back while it can', async () => {
    // At 10 times the speed the last ten seconds of a session are one: a machine that is busy does not miss them.
    const environment = await job({ speed: 10 });
    const step = await sides.step(
      { 'role-to-assume': role, steps: '10%@15m, 100%@1m', drain: '1s' },
      { environment, onLine: when(at10, () => void sides.cloud.admin('sts/distrust')) },
    );
    const main = await step.runMain();
    expect(main.outputs).toMatchObject({
      outcome: 'rolled-back',
      'rolled-back-at-weight': '10',
      'active-service': 'shop-blue',
      weights: '{"shop-blue":100,"shop-green":0}',
      reason: expect.stringMatching(
        /^the AWS session is about to end, and without it nobody could watch or put back: AWS does not let this job take the role .*deploy-shop/,
      ),
    });
    expect(main.exitCode).toBe(1);
    const said = (level: string): string[] =>
      main.annotations.filter((each) => each.level === level).map(({ message }) => message);
    expect(said('error')).toHaveLength(1);
    expect(said('error')[0]).toMatch(/^Rolled back: the AWS session .*shop-blue serves 100 %/);
    const [told] = said('warning').filter((text) => text.includes('could not be renewed'));
    expect(told).toMatch(/It is good for another \d+s, .* What to do: mend what is said here, or cancel the run now/);
    expect(told).toContain(`sub "${subject}" and aud "sts.amazonaws.com"`);
    expectNoSecrets(main);
  }, 90_000);

  test('is taken anew by post, which finishes what a runner that died left', async () => {
    const environment = await job({ sessionSeconds: 900 });
    let seen = (): void => {};
    const raised = new Promise<void>((resolve) => {
      seen = resolve;
    });
    const step = await sides.step(
      { 'role-to-assume': role, steps: '10%@15m, 100%@1m', drain: '1s' },
      { environment, onLine: when(at10, seen) },
    );
    const running = await step.main();
    await raised;
    const main = await running.kill();
    const tokens = identity.given.length;
    const post = await step.runPost();
    expect(post.stdout).toContain('shop-blue serves 100 %');
    expect(post.exitCode).toBe(0);
    expect(identity.given).toHaveLength(tokens + 1);
    expectNoSecrets(main, post);
  }, 90_000);

  test.each<[string, (environment: Record<string, string>) => Promise<Record<string, string>>, RegExp]>([
    [
      'a job that may not have an identity is told the permission',
      async ({ ACTIONS_ID_TOKEN_REQUEST_URL: _url, ...environment }) => environment,
      /^Refused, nothing was changed: This job may not ask GitHub for an identity token.*`permissions: \{ id-token: write \}`|^This job may not ask/,
    ],
    [
      'a role that does not trust the job is told with what to trust, and without the token',
      async (environment) => {
        await sides.cloud.admin('sts/distrust');
        return environment;
      },
      /does not let this job take the role.*sub "repo:example\/shop:environment:production" and aud "sts.amazonaws.com".*"repo:example@1234\/shop@5678:environment:production"/,
    ],
  ])(
    '%s, and nothing is changed',
    async (_what, spoil, said) => {
      const environment = await spoil(await job());
      const step = await sides.step({ 'role-to-assume': role }, { environment });
      const main = await step.runMain();
      expect(main.outputs.outcome).toBe('refused');
      expect(main.annotations.map(({ message }) => message)).toEqual([expect.stringMatching(said)]);
      for (const token of identity.given) expect(main.annotations[0]?.message).not.toContain(token);
      expect((await callers()).principals.size).toBe(0);
    },
    60_000,
  );
});

describe('credentials that were set beforehand and expire in the middle of a bake, through the shipped bundle', () => {
  test('are told at once, with what serves and the command to run; what did not need saying is not said', async () => {
    const sides = await twoSides();
    try {
      let expiredAt = Number.NaN;
      const step = await sides.step(
        { steps: '10%@15m, 100%@1m' },
        {
          onLine: (line) => {
            if (!Number.isNaN(expiredAt) || !/10 % observed on the listener/.test(line)) return;
            expiredAt = performance.now();
            void sides.cloud.admin('expire-credentials');
          },
        },
      );
      const main = await step.runMain();
      const took = performance.now() - expiredAt;
      figure('expired-credentials-told', took / 1000);
      expect(took).toBeLessThan(5_000);
      expect(main.outputs).toMatchObject({
        outcome: 'stuck',
        weights: '{"shop-blue":90,"shop-green":10}',
        'active-service': 'shop-blue',
        reason: expect.stringMatching(/^The AWS credentials have expired .*nobody watches shop-green/),
      });
      const errors = main.annotations.filter(({ level }) => level === 'error');
      expect(errors).toHaveLength(1);
      expect(errors[0]?.message).toMatch(
        /^Stuck, a person is needed: The AWS credentials have expired.*With role-to-assume.*shop-blue serves 90 %, shop-green serves 10 %.* Run: aws elbv2 modify-rule .*--rule-arn/,
      );
      expect(main.summary).toContain('Run this now:');
      expect(main.exitCode).toBe(1);
      // `post` has the same credentials: it fails too, without a second annotation.
      const post = await step.runPost();
      expect(post.exitCode).toBe(1);
      expect(post.annotations.filter(({ level }) => level === 'error')).toEqual([]);

      // With credentials that work the next run finds what was left, puts it right and goes on.
      await sides.cloud.admin('restore-credentials');
      const again = await sides.step({ steps: '10%@10s, 100%@10s', settle: '1s', 'when-locked': 'wait' });
      const second = await again.runMain();
      expect(second.outputs).toMatchObject({ outcome: 'promoted' });
    } finally {
      await sides.stop();
    }
  }, 120_000);
});
