import {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  type TaskDefinition,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { type Action, DescribeRulesCommand, ModifyRuleCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ActionStep, type PhaseResult } from '../../src/testing/runner.js';
import { digest, type TwoSides, twoSides } from './two-sides.js';

let sides: TwoSides | undefined;
afterEach(async () => {
  await sides?.stop();
  sides = undefined;
});

const quick = { steps: '20%@30s, 100%@30s', settle: '10s', drain: '10s' };
const image = (n: number): string => `app=123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop@${digest(n)}`;

async function deploy(
  on: TwoSides,
  inputs: Record<string, string> = {},
  when?: { line: RegExp; deed: () => Promise<unknown> },
): Promise<{ main: PhaseResult; post: PhaseResult }> {
  let done: Promise<unknown> | undefined;
  const step = await on.step(
    { ...quick, ...inputs },
    {
      onLine: (line) => {
        if (done === undefined && when?.line.test(line) === true) done = when.deed();
      },
    },
  );
  const main = await step.runMain();
  await done;
  return { main, post: await step.runPost() };
}

async function actionsOf({ clients, ruleArn }: TwoSides): Promise<Action[]> {
  const { Rules: [rule] = [] } = await clients.elb.send(new DescribeRulesCommand({ RuleArns: [ruleArn] }));
  return rule?.Actions ?? [];
}

/** A run that is killed with half of the traffic on the new side, to which somebody else then deploys another revision. */
async function killedAndDeployedOver(): Promise<TwoSides> {
  const on = await twoSides();
  sides = on;
  let reached = (): void => {};
  const half = new Promise<void>((done) => {
    reached = done;
  });
  const step = await on.step(
    { ...quick, steps: '50%@20m, 100%@30s' },
    { onLine: (line) => (line.includes('50 % observed') ? reached() : undefined) },
  );
  const running = await step.main();
  await Promise.race([half, running.ended]);
  await running.kill();
  const { ecs } = on.clients;
  const { taskDefinition } = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: 'shop:2' }));
  const { family, containerDefinitions, networkMode, requiresCompatibilities, cpu, memory, executionRoleArn } =
    taskDefinition as TaskDefinition;
  const made = { family, containerDefinitions, networkMode, requiresCompatibilities, cpu, memory, executionRoleArn };
  await ecs.send(new RegisterTaskDefinitionCommand(made as RegisterTaskDefinitionCommandInput));
  await ecs.send(
    new UpdateServiceCommand({ cluster: 'shop', service: 'shop-green', taskDefinition: 'shop:3', desiredCount: 1 }),
  );
  return on;
}

async function greenOf({ clients }: TwoSides): Promise<[string | undefined, number | undefined]> {
  const { services: [green] = [] } = await clients.ecs.send(
    new DescribeServicesCommand({ cluster: 'shop', services: ['shop-green'] }),
  );
  return [green?.taskDefinition?.replace(/.*\//, ''), green?.desiredCount];
}

async function weightsOf(on: TwoSides): Promise<(number | undefined)[]> {
  const groups = (await actionsOf(on))[0]?.ForwardConfig?.TargetGroups ?? [];
  return [on.blueArn, on.greenArn].map((arn) => groups.find(({ TargetGroupArn }) => TargetGroupArn === arn)?.Weight);
}

describe('what somebody else deploys to the new side after the run was killed', () => {
  test('is left alone by recover, which takes the traffic back and tells who must decide', async () => {
    const on = await killedAndDeployedOver();
    const recover = await ActionStep.prepare({
      action: 'recover',
      environment: { ...on.cloud.env },
      inputs: { 'when-locked': 'take' },
    });
    const done = await recover.runMain();
    expect([done.exitCode, done.outputs.outcome]).toEqual([0, 'recovered']);
    expect(done.outputs.reason).toContain('shop-blue serves 100 %. shop-green runs shop:3: neither shop:2');
    expect(done.annotations).toContainEqual({
      level: 'warning',
      message: expect.stringContaining('who did that has to decide'),
    });
    expect(await weightsOf(on)).toEqual([100, 0]);
    expect(await greenOf(on)).toEqual(['shop:3', 1]);
    expect((await recover.runMain()).outputs.outcome).toBe('nothing');
  }, 60_000);

  test('is left alone by the run that takes over the lock, and replaced by the one after that', async () => {
    const on = await killedAndDeployedOver();
    // Waits until the lease of the dead run is over: five seconds here.
    const first = await deploy(on, { 'when-locked': 'wait' });
    expect(first.main.outputs).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('Deploy again') });
    expect([await weightsOf(on), await greenOf(on)]).toEqual([
      [100, 0],
      ['shop:3', 1],
    ]);
    expect((await deploy(on)).main.outputs).toMatchObject({ outcome: 'promoted', 'active-service': 'shop-green' });
  }, 60_000);
});

describe('ways that few go, through the shipped bundle', () => {
  test('three releases in a row go there, back and there again, however the services and the cluster are named', async () => {
    sides = await twoSides();
    const first = await deploy(sides, { cluster: 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop' });
    expect(first.main.outputs).toMatchObject({ outcome: 'promoted', 'active-service': 'shop-green' });
    const second = await deploy(sides, {
      services: 'shop-green\nshop-blue',
      images: image(3),
      steps: '0.1%@10s, 100%@0s',
      'poll-interval': '1s',
      'keep-old': 'forever',
    });
    expect(second.main.outputs).toMatchObject({ outcome: 'promoted', 'active-service': 'shop-blue' });
    const third = await deploy(sides, { images: image(4), 'min-healthy': '50%', steps: '100%@0s', alarms: '' });
    expect(third.main.outputs).toMatchObject({ outcome: 'promoted', 'active-service': 'shop-green' });
  }, 120_000);

  test('a rule that forwards to the live side alone gets the other one', async () => {
    sides = await twoSides();
    const alone = [{ Type: 'forward' as const, TargetGroupArn: sides.blueArn }];
    await sides.clients.elb.send(new ModifyRuleCommand({ RuleArn: sides.ruleArn, Actions: alone }));
    const { main } = await deploy(sides);
    expect(main.outputs).toMatchObject({ outcome: 'promoted', weights: '{"shop-blue":0,"shop-green":100}' });
  }, 60_000);

  test('weights of 1 and 0 are as good as 100 and 0, and stickiness comes through unchanged', async () => {
    sides = await twoSides();
    const sticky = { Enabled: true, DurationSeconds: 60 };
    const groups = [
      { TargetGroupArn: sides.blueArn, Weight: 1 },
      { TargetGroupArn: sides.greenArn, Weight: 0 },
    ];
    const forward: Action = {
      Type: 'forward',
      ForwardConfig: { TargetGroups: groups, TargetGroupStickinessConfig: sticky },
    };
    await sides.clients.elb.send(new ModifyRuleCommand({ RuleArn: sides.ruleArn, Actions: [forward] }));
    expect((await deploy(sides)).main.outputs.outcome).toBe('promoted');
    expect((await actionsOf(sides))[0]?.ForwardConfig?.TargetGroupStickinessConfig).toEqual(sticky);
  }, 60_000);

  test('the default rule may be given as a rule', async () => {
    sides = await twoSides({ byDefaultAction: true });
    const { Rules: rules = [] } = await sides.clients.elb.send(
      new DescribeRulesCommand({ ListenerArn: sides.listenerArn }),
    );
    const ruleArn = rules.find(({ IsDefault }) => IsDefault)?.RuleArn ?? '';
    const { main } = await deploy(sides, { 'listener-arn': '', 'listener-rule-arn': ruleArn });
    expect(main.outputs.outcome).toBe('promoted');
  }, 60_000);

  test('what somebody else deploys to the new side half way is not promoted', async () => {
    const on = await twoSides();
    sides = on;
    const other = new UpdateServiceCommand({ cluster: 'shop', service: 'shop-green', taskDefinition: 'shop:1' });
    const { main } = await deploy(
      on,
      { steps: '20%@5m, 100%@1m' },
      { line: /20 % observed/, deed: () => on.clients.ecs.send(other) },
    );
    expect(main.outputs).toMatchObject({ outcome: 'rolled-back', weights: '{"shop-blue":100,"shop-green":0}' });
    expect(main.outputs.reason).toContain('another deployment has replaced that of shop:2');
  }, 60_000);

  test('credentials that expire half way end in one error annotation, of main; post says why it could do nothing', async () => {
    const on = await twoSides();
    sides = on;
    const deed = () => on.cloud.admin('expire-credentials');
    const { main, post } = await deploy(on, { steps: '20%@5m, 100%@1m' }, { line: /20 % observed/, deed });
    expect(main.outputs).toMatchObject({ outcome: 'stuck', weights: '{"shop-blue":80,"shop-green":20}' });
    expect([...main.annotations, ...post.annotations].filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(main.annotations[0]?.message).toMatch(/When last seen: shop-blue serves 80 %.*Run: aws elbv2 modify-rule/);
    expect([post.exitCode, post.stdout]).toEqual([1, expect.stringContaining('credentials have expired')]);
  }, 60_000);

  test('credentials that expire after the promotion leave it promoted, with a warning', async () => {
    const on = await twoSides();
    sides = on;
    const deed = () => on.cloud.admin('expire-credentials');
    const { main, post } = await deploy(on, { 'keep-old': '2m' }, { line: /^shop-blue stays warm/, deed });
    expect([main.exitCode, main.outputs.outcome, post.exitCode]).toEqual([0, 'promoted', 0]);
    expect(main.annotations).toEqual([
      { level: 'warning', message: expect.stringContaining('shop-blue could not be scaled to 0') },
    ]);
  }, 60_000);
});
