import { DescribeServicesCommand } from '@aws-sdk/client-ecs';
import { DescribeRulesCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterEach, describe, expect, test } from '@jest/globals';
import { figure } from '../../src/testing/figures.js';
import type { PhaseResult } from '../../src/testing/runner.js';
import { type TwoSides, twoSides } from './two-sides.js';

async function weights(sides: TwoSides): Promise<number[]> {
  const { Rules: [rule] = [] } = await sides.clients.elb.send(new DescribeRulesCommand({ RuleArns: [sides.ruleArn] }));
  const groups = rule?.Actions?.[0]?.ForwardConfig?.TargetGroups ?? [];
  return [sides.blueArn, sides.greenArn].map(
    (arn) => groups.find(({ TargetGroupArn }) => TargetGroupArn === arn)?.Weight ?? -1,
  );
}

async function greenDesired(sides: TwoSides): Promise<number | undefined> {
  const { services: [green] = [] } = await sides.clients.ecs.send(
    new DescribeServicesCommand({ cluster: 'shop', services: ['shop-green'] }),
  );
  return green?.desiredCount;
}

async function lockIsFree(sides: TwoSides): Promise<boolean> {
  const ssm = new SSMClient({
    region: 'eu-west-1',
    endpoint: sides.cloud.endpoint,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  return ssm.send(new GetParameterCommand({ Name: '/sluice/shop/shop-blue_shop-green' })).then(
    () => false,
    (error: Error) => error.name === 'ParameterNotFound',
  );
}

describe('a run that is stopped, through the shipped bundle', () => {
  let sides: TwoSides | undefined;
  afterEach(() => sides?.stop());

  /** Runs until the log says so, stops it, then runs `post` as the runner does. */
  async function stopAt(
    line: RegExp,
    how: 'cancel' | 'kill',
    inputs: Record<string, string> = {},
  ): Promise<{ main: PhaseResult; afterMain: number[]; post: PhaseResult }> {
    sides = await twoSides();
    let seen = (): void => {};
    const reached = new Promise<void>((resolve) => {
      seen = resolve;
    });
    const step = await sides.step(
      { steps: '10%@2m, 50%@2m, 100%@3m', ...inputs },
      { onLine: (text) => (line.test(text) ? seen() : undefined) },
    );
    const running = await step.main();
    await Promise.race([reached, running.ended]);
    const asked = performance.now();
    const main = await running[how]();
    if (how === 'cancel') figure('cancel-to-end', (performance.now() - asked) / 1000);
    const afterMain = await weights(sides);
    return { main, afterMain, post: await step.runPost() };
  }

  test.each([
    ['while green starts', /starting 2 tasks/],
    ['at 10 %', /10 % observed/],
    ['while 50 % is being written', /raising shop-green to 50 %/],
    ['at 100 %', /100 % observed/],
  ])(
    'cancelled %s has blue at 100 %% before the runner loses its patience, and post completes',
    async (_phase, line) => {
      const { main, afterMain, post } = await stopAt(line, 'cancel');
      expect([main.exitCode, main.signal]).toEqual([1, null]);
      expect(afterMain).toEqual([100, 0]);
      expect(main.outputs).toMatchObject({ outcome: 'interrupted', weights: '{"shop-blue":100,"shop-green":0}' });
      expect(main.annotations.filter(({ level }) => level === 'error')).toHaveLength(1);
      expect(post.exitCode).toBe(0);
      expect(post.stdout).toContain('shop-blue serves 100 %');
      expect([
        await weights(sides as TwoSides),
        await greenDesired(sides as TwoSides),
        await lockIsFree(sides as TwoSides),
      ]).toEqual([[100, 0], 0, true]);
    },
    60_000,
  );

  test('cancelled after the promotion stays promoted, and says that the old side still has its tasks', async () => {
    const { main, post } = await stopAt(/^shop-blue stays warm/, 'cancel', { 'keep-old': '30m' });
    expect(main.exitCode).toBe(0);
    expect(main.outputs).toMatchObject({ outcome: 'promoted', 'active-service': 'shop-green' });
    expect(post.exitCode).toBe(0);
    expect([await weights(sides as TwoSides), await lockIsFree(sides as TwoSides)]).toEqual([[0, 100], true]);
  }, 60_000);

  test('killed at 50 % is finished by post from the live state: blue at 100 %, green as before, lock free', async () => {
    const { main, afterMain, post } = await stopAt(/50 % observed/, 'kill');
    expect(main.signal).toBe('SIGKILL');
    expect(afterMain).toEqual([50, 50]);
    expect(post.exitCode).toBe(0);
    expect([
      await weights(sides as TwoSides),
      await greenDesired(sides as TwoSides),
      await lockIsFree(sides as TwoSides),
    ]).toEqual([[100, 0], 0, true]);
  }, 60_000);

  test('cancelled with on-cancel: leave keeps its weights and prints the command that takes them back', async () => {
    const { main, post } = await stopAt(/10 % observed/, 'cancel', { 'on-cancel': 'leave' });
    expect(main.outputs).toMatchObject({ outcome: 'interrupted', weights: '{"shop-blue":90,"shop-green":10}' });
    expect(main.stdout).toContain('aws elbv2 modify-rule');
    expect(post.exitCode).toBe(0);
    expect(await weights(sides as TwoSides)).toEqual([90, 10]);
  }, 60_000);

  test('two runs at once: one works, the other is refused and names it', async () => {
    sides = await twoSides();
    const [one, other] = await Promise.all([sides.step({ steps: '100%@1m' }), sides.step({ steps: '100%@1m' })]);
    const results = await Promise.all([one?.runMain(), other?.runMain()]);
    expect(results.map((result) => result?.outputs.outcome).sort()).toEqual(['promoted', 'refused']);
    const refused = results.find((result) => result?.outputs.outcome === 'refused');
    expect(refused?.outputs.reason).toMatch(/another run holds the lock: https:\/\/github\.com\//);
    await one?.runPost();
    await other?.runPost();
    expect(await weights(sides)).toEqual([0, 100]);
  }, 60_000);
});
