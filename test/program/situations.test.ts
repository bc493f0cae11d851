import { UpdateServiceCommand } from '@aws-sdk/client-ecs';
import {
  type Action,
  CreateListenerCommand,
  CreateRuleCommand,
  CreateTargetGroupCommand,
  DeleteRuleCommand,
  DescribeRulesCommand,
  ModifyRuleCommand,
  type TargetGroupTuple,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { PhaseResult } from '../../src/testing/runner.js';
import { liveSide, type Stage, stage } from './stage.js';

const brief = {
  steps: '50%@40s, 100%@10s',
  settle: '5s',
  drain: '10s',
  'keep-old': '0s',
  'unknown-limit': '10m',
  'start-timeout': '1h',
};

let on: Stage;
const open = async (): Promise<void> => {
  on = await stage({ speed: 120 });
};
const close = (): Promise<void> => on.stop();

/** Runs a deployment; at the line, does the deed once. */
async function deploy(
  inputs: Record<string, string>,
  at?: RegExp,
  deed?: () => Promise<unknown>,
): Promise<{ main: PhaseResult; post: PhaseResult }> {
  let done: Promise<unknown> | undefined;
  const onLine = (line: string): void => {
    if (at?.test(line) === true) done ??= deed?.();
  };
  await using step = await on.deploy({ ...brief, ...inputs }, { onLine });
  const main = await step.runMain();
  await done;
  return { main, post: await step.runPost() };
}

const tuples = (weights: Record<string, number>): TargetGroupTuple[] =>
  Object.entries(weights).map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight }));
const forward = (TargetGroups: TargetGroupTuple[], more: object = {}): Action => ({
  Type: 'forward',
  ForwardConfig: { TargetGroups, ...more },
});

/** What somebody does at the console meanwhile. */
const setRule = (...actions: Action[]): Promise<unknown> =>
  on.sides.clients.elb.send(new ModifyRuleCommand({ RuleArn: on.sides.ruleArn, Actions: actions }));
const setWeights = (blue: number, green: number) => () =>
  setRule(forward(tuples({ [on.sides.blueArn]: blue, [on.sides.greenArn]: green })));

async function anotherGroup(): Promise<string> {
  const { TargetGroups: [made] = [] } = await on.sides.clients.elb.send(
    new CreateTargetGroupCommand({ Name: 'other', Protocol: 'HTTP', Port: 80, VpcId: 'vpc-1', TargetType: 'ip' }),
  );
  return made?.TargetGroupArn ?? '';
}

async function actionsOf(ruleArn: string): Promise<Action[]> {
  const { Rules: [rule] = [] } = await on.sides.clients.elb.send(new DescribeRulesCommand({ RuleArns: [ruleArn] }));
  return rule?.Actions ?? [];
}

describe('weights that somebody else set during the shift, through the shipped bundle', () => {
  // The last test of these changes which side is live; the others leave the world as it was.
  beforeAll(open);
  afterAll(close);

  test('take the traffic back by default, and are named', async () => {
    const { main } = await deploy({}, /50 % observed/, setWeights(70, 30));
    expect(main.outputs).toMatchObject({ outcome: 'rolled-back', weights: '{"shop-blue":100,"shop-green":0}' });
    expect(main.outputs.reason).toBe('someone else set the new version to 30 % (expected 50 %)');
    expect((await on.look()).lock).toBeUndefined();
  });

  test('hold the shift where it is until the time is up, with on-drift: hold', async () => {
    const { main } = await deploy({ 'on-drift': 'hold', timeout: '5m' }, /50 % observed/, setWeights(70, 30));
    expect(main.stdout).toContain('someone else set the new version to 30 %');
    expect(main.stdout).not.toMatch(/raising .* 100 %/);
    expect(main.outputs).toMatchObject({ outcome: 'rolled-back', weights: '{"shop-blue":100,"shop-green":0}' });
    expect(main.outputs.reason).toMatch(/time/);
  });

  let other = '';
  test('a third target group put into the rule takes the traffic back', async () => {
    other = await anotherGroup();
    const { main } = await deploy({}, /50 % observed/, () =>
      setRule(forward(tuples({ [on.sides.blueArn]: 40, [on.sides.greenArn]: 40, [other]: 20 }))),
    );
    expect(main.outputs.outcome).toBe('rolled-back');
    expect(main.outputs.reason).toContain(`also forwards to ${other}`);
    expect(liveSide(await on.look())).toBe('shop-blue');
  });

  test('three target groups in the rule from the start are refused', async () => {
    await setRule(forward(tuples({ [on.sides.blueArn]: 80, [on.sides.greenArn]: 0, [other]: 20 })));
    const { main } = await deploy({});
    await setWeights(100, 0)();
    expect(main.outputs.outcome).toBe('refused');
    expect(main.outputs.reason).toContain(`also forwards to ${other}`);
  });

  test('are where the shift goes on from, with on-drift: adopt', async () => {
    const { main } = await deploy({ 'on-drift': 'adopt' }, /50 % observed/, setWeights(30, 70));
    expect(main.stdout).toContain('someone else set the new version to 70 %; adopted');
    expect(main.outputs).toMatchObject({ outcome: 'promoted', weights: '{"shop-blue":0,"shop-green":100}' });
  });
});

describe('an old version that can no longer answer, through the shipped bundle', () => {
  beforeEach(open);
  afterEach(close);

  async function breakBlueThenGreen(): Promise<void> {
    await on.sides.cloud.admin('ecs/app', { service: 'shop-blue', neverHealthy: true });
    for (let look = 0; look < 200; look++) {
      if ((await on.look()).services['shop-blue'].healthyTargets === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    // Long enough for the run to have looked again.
    await new Promise((resolve) => setTimeout(resolve, 150));
    await on.alarm('ALARM');
  }
  const slow = { steps: '50%@20m, 100%@10s' };

  test('is not gone back to: a person is called, with the command', async () => {
    const { main, post } = await deploy(slow, /50 % observed/, breakBlueThenGreen);
    expect(main.outputs).toMatchObject({ outcome: 'stuck', weights: '{"shop-blue":50,"shop-green":50}' });
    expect(main.outputs.reason).toContain('no healthy target to go back to, and on-broken-old is hold');
    const [error] = main.annotations.filter(({ level }) => level === 'error');
    expect(error?.message).toMatch(/Run: aws elbv2 modify-rule .*targetgroup\/shop-green\/\w+","Weight":100/);
    expect(post.exitCode).toBe(1);
    expect(post.stdout).toContain('shop-blue has no healthy target, so the traffic was not sent back to it');
  });

  test('is gone back to when it is asked for, and that is said', async () => {
    const { main } = await deploy({ ...slow, 'on-broken-old': 'rollback' }, /50 % observed/, breakBlueThenGreen);
    expect(main.outputs).toMatchObject({ outcome: 'rolled-back', weights: '{"shop-blue":100,"shop-green":0}' });
    expect(main.annotations).toContainEqual(
      expect.objectContaining({
        level: 'warning',
        message: 'The traffic goes back to shop-blue, which has no healthy target',
      }),
    );
  });
});

describe('what is changed behind the back of a shift, through the shipped bundle', () => {
  beforeEach(open);
  afterEach(close);

  test('a deleted rule is stuck at once, with the command that makes it again', async () => {
    const { elb } = on.sides.clients;
    const { main } = await deploy({}, /50 % observed/, () =>
      elb.send(new DeleteRuleCommand({ RuleArn: on.sides.ruleArn })),
    );
    expect(main.outputs).toMatchObject({ outcome: 'stuck', weights: '', 'active-service': '' });
    expect(main.outputs.reason).toContain('the listener rule was deleted by someone else');
    const [error] = main.annotations.filter(({ level }) => level === 'error');
    const said = /create-rule .* --listener-arn (\S+) --priority (\d+) --conditions '(.*)' --actions '(.*)'/.exec(
      error?.message ?? '',
    );
    const [, ListenerArn, priority, conditions = '', actions = ''] = said ?? [];
    const { Rules: [made] = [] } = await elb.send(
      new CreateRuleCommand({
        ListenerArn,
        Priority: Number(priority),
        Conditions: JSON.parse(conditions),
        Actions: JSON.parse(actions),
      }),
    );
    expect(made?.Actions?.[0]?.ForwardConfig?.TargetGroups).toEqual(
      tuples({ [on.sides.blueArn]: 100, [on.sides.greenArn]: 0 }),
    );
  });

  test('another version deployed to the new side takes the traffic back, and stays as somebody wanted it', async () => {
    const { main } = await deploy({ steps: '50%@5m, 100%@10s' }, /50 % observed/, () =>
      on.sides.clients.ecs.send(
        new UpdateServiceCommand({ cluster: 'shop', service: 'shop-green', taskDefinition: 'shop:1' }),
      ),
    );
    expect(main.outputs).toMatchObject({ outcome: 'rolled-back', weights: '{"shop-blue":100,"shop-green":0}' });
    expect(main.outputs.reason).toMatch(/shop:1/);
    expect((await on.look()).services['shop-green'].taskDefinition).toMatch(/shop:1$/);
    expect((await on.look()).lock).toBeUndefined();
  });
});

describe('what else stands in the rule, through the shipped bundle', () => {
  beforeEach(open);
  afterEach(close);

  test('an authenticate action before the forward comes through unchanged, with the secret it has', async () => {
    const { elb } = on.sides.clients;
    const guard: Action = {
      Type: 'authenticate-oidc',
      Order: 1,
      AuthenticateOidcConfig: {
        Issuer: 'https://id.example.com',
        AuthorizationEndpoint: 'https://id.example.com/a',
        TokenEndpoint: 'https://id.example.com/t',
        UserInfoEndpoint: 'https://id.example.com/u',
        ClientId: 'shop',
        ClientSecret: 'hidden',
        SessionTimeout: 3_600,
      },
    };
    const route = { ...forward(tuples({ [on.sides.blueArn]: 100, [on.sides.greenArn]: 0 })), Order: 2 };
    const { Listeners: [listener] = [] } = await elb.send(
      new CreateListenerCommand({
        LoadBalancerArn: on.sides.loadBalancerArn,
        Protocol: 'HTTPS',
        Port: 443,
        Certificates: [{ CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/x' }],
        DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }],
      }),
    );
    const { Rules: [rule] = [] } = await elb.send(
      new CreateRuleCommand({
        ListenerArn: listener?.ListenerArn,
        Priority: 1,
        Conditions: [{ Field: 'path-pattern', Values: ['/*'] }],
        Actions: [guard, route],
      }),
    );
    const before = await actionsOf(rule?.RuleArn ?? '');
    const { main } = await deploy({ 'listener-rule-arn': rule?.RuleArn ?? '' });
    expect(main.outputs.outcome).toBe('promoted');
    const after = await actionsOf(rule?.RuleArn ?? '');
    expect(after[0]).toEqual(before[0]);
    expect(after[1]).toMatchObject({
      ...route,
      ForwardConfig: { TargetGroups: tuples({ [on.sides.blueArn]: 0, [on.sides.greenArn]: 100 }) },
    });
  });

  const sticky = { TargetGroupStickinessConfig: { Enabled: true, DurationSeconds: 3_600 } };
  const makeSticky = () => setRule(forward(tuples({ [on.sides.blueArn]: 100, [on.sides.greenArn]: 0 }), sticky));

  test('stickiness comes through unchanged, and after a rollback no cookie leads to the new version', async () => {
    await makeSticky();
    const { main } = await deploy({}, /50 % observed/, () => on.alarm('ALARM'));
    expect(main.outputs.outcome).toBe('rolled-back');
    const [after] = await actionsOf(on.sides.ruleArn);
    expect(after?.ForwardConfig).toMatchObject({ ...sticky, TargetGroups: tuples({ [on.sides.blueArn]: 100 }) });
  });

  test('a sticky rule with no other rule beside it leaves the new version its tasks, says so, and the next release goes as usual', async () => {
    await makeSticky();
    const { elb } = on.sides.clients;
    const { Rules = [] } = await elb.send(new DescribeRulesCommand({ ListenerArn: on.sides.listenerArn }));
    const others = Rules.filter(({ RuleArn, IsDefault }) => RuleArn !== on.sides.ruleArn && IsDefault !== true);
    for (const { RuleArn } of others) await elb.send(new DeleteRuleCommand({ RuleArn }));
    const { main } = await deploy({}, /50 % observed/, () => on.alarm('ALARM'));
    expect(main.outputs.outcome).toBe('rolled-back');
    expect(main.annotations.map(({ message }) => message).join('\n')).toContain('shop-green keeps its tasks, without');
    const after = await on.look();
    expect([liveSide(after), after.lock, after.services['shop-green'].desired]).toEqual(['shop-blue', undefined, 1]);
    await on.alarm('OK');
    expect((await deploy({})).main.outputs.outcome).toBe('promoted');
  });

  test('a sticky rule at 100 %, which does not name the old side, is taken back from all the same', async () => {
    await makeSticky();
    const { main } = await deploy({ steps: '50%@10s, 100%@10m' }, /100 % observed/, () => on.alarm('ALARM'));
    expect(main.outputs).toMatchObject({ outcome: 'rolled-back', 'active-service': 'shop-blue' });
    const after = await on.look();
    expect([liveSide(after), after.lock]).toEqual(['shop-blue', undefined]);
  });
});
