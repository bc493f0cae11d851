import type { Action } from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ElbUnderTest, forward, pathIs } from './elb-under-test.js';

let elb: ElbUnderTest;
let lb: string;
let other: string;
let blue: string;
let green: string;
let taken: string;
let listener: string;
let rule: string;
let defaultRule: string;

const ok: Action = { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } };

beforeAll(async () => {
  elb = new ElbUnderTest();
  lb = await elb.loadBalancer('web');
  other = await elb.loadBalancer('other');
  blue = await elb.targetGroup('blue');
  green = await elb.targetGroup('green');
  taken = await elb.targetGroup('taken');
  await elb.listener(other, [{ Type: 'forward', TargetGroupArn: taken }]);
  listener = await elb.listener(lb, [{ Type: 'forward', TargetGroupArn: blue }]);
  rule = await elb.rule(listener, 10, [pathIs('/a')], [ok]);
  const { Rules } = await elb.call<{ Rules: { RuleArn: string }[] }>('DescribeRules', { ListenerArn: listener });
  defaultRule = Rules.at(-1)?.RuleArn ?? '';
});

afterAll(() => elb.stop());

const gone = (arn: string) => arn.replace(/[0-9a-f]{16}$/, '0'.repeat(16));

describe('ARNs', () => {
  test('have the shapes that AWS gives them', () => {
    const start = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012';
    expect(lb).toMatch(new RegExp(`^${start}:loadbalancer/app/web/[0-9a-f]{16}$`));
    expect(blue).toMatch(new RegExp(`^${start}:targetgroup/blue/[0-9a-f]{16}$`));
    expect(listener).toMatch(new RegExp(`^${start}:listener/app/web/[0-9a-f]{16}/[0-9a-f]{16}$`));
    expect(rule).toMatch(new RegExp(`^${start}:listener-rule/app/web/[0-9a-f]{16}/[0-9a-f]{16}/[0-9a-f]{16}$`));
    expect(listener).toContain(lb.split('/').at(-1));
    expect(rule).toContain(listener.split(':listener/')[1]);
  });
});

describe('what is refused', () => {
  type Case = [what: string, operation: string, input: () => Record<string, unknown>, error: RegExp];
  const group = (more: Record<string, unknown>) => ({
    Name: 'new',
    Protocol: 'HTTP',
    Port: 80,
    VpcId: 'vpc-1',
    TargetType: 'ip',
    ...more,
  });
  const newRule = (more: Record<string, unknown>) => ({
    ListenerArn: listener,
    Priority: 99,
    Conditions: [pathIs('/x')],
    Actions: [ok],
    ...more,
  });
  const acts = (...Actions: Action[]) => newRule({ Actions });
  const when = (...Conditions: unknown[]) => newRule({ Conditions });
  const weights = (count: number) => ({
    Type: 'forward' as const,
    ForwardConfig: { TargetGroups: Array.from({ length: count }, () => ({ TargetGroupArn: blue })) },
  });

  const cases: Case[] = [
    [
      'a name of 33 characters',
      'CreateLoadBalancer',
      () => ({ Name: 'a'.repeat(33), Subnets: ['a', 'b'] }),
      /^ValidationError: .*cannot be longer than '32'/,
    ],
    [
      'an underscore',
      'CreateLoadBalancer',
      () => ({ Name: 'a_b', Subnets: ['a', 'b'] }),
      /^ValidationError: .*alphanumeric/,
    ],
    [
      'a name that begins with internal-',
      'CreateLoadBalancer',
      () => ({ Name: 'internal-a', Subnets: ['a', 'b'] }),
      /^ValidationError: .*'internal-'/,
    ],
    [
      'one subnet',
      'CreateLoadBalancer',
      () => ({ Name: 'a', Subnets: ['a'] }),
      /^ValidationError: At least two subnets/,
    ],
    [
      'the name of another, set otherwise',
      'CreateLoadBalancer',
      () => ({ Name: 'web', Subnets: ['c', 'd'] }),
      /^DuplicateLoadBalancerName: /,
    ],
    [
      'an unknown load balancer',
      'DescribeLoadBalancers',
      () => ({ LoadBalancerArns: [gone(lb)] }),
      /^LoadBalancerNotFound: /,
    ],
    [
      'an unknown name',
      'DescribeLoadBalancers',
      () => ({ Names: ['nobody'] }),
      /^LoadBalancerNotFound: Load balancers '\[nobody\]' not found/,
    ],
    [
      'what is no ARN',
      'DescribeLoadBalancerAttributes',
      () => ({ LoadBalancerArn: 'web' }),
      /^ValidationError: 'web' is not a valid load balancer ARN/,
    ],
    [
      'an unknown attribute',
      'ModifyLoadBalancerAttributes',
      () => ({ LoadBalancerArn: lb, Attributes: [{ Key: 'x', Value: '1' }] }),
      /^ValidationError: Load balancer attribute key 'x' is not recognized/,
    ],
    [
      'an idle timeout of 4001',
      'ModifyLoadBalancerAttributes',
      () => ({ LoadBalancerArn: lb, Attributes: [{ Key: 'idle_timeout.timeout_seconds', Value: '4001' }] }),
      /^ValidationError: .*between 1 and 4000/,
    ],
    ['a page of 0', 'DescribeTargetGroups', () => ({ PageSize: 0 }), /^ValidationError: Page size/],

    [
      'a group without VPC',
      'CreateTargetGroup',
      () => group({ VpcId: undefined }),
      /^ValidationError: A VPC ID must be specified/,
    ],
    [
      'a group without port',
      'CreateTargetGroup',
      () => group({ Port: undefined }),
      /^ValidationError: A port must be specified/,
    ],
    [
      'a group name in use with other settings',
      'CreateTargetGroup',
      () => group({ Name: 'blue', Port: 1 }),
      /^DuplicateTargetGroupName: /,
    ],
    [
      'an interval of 4',
      'CreateTargetGroup',
      () => group({ HealthCheckIntervalSeconds: 4 }),
      /^ValidationError: .*between 5 and 300/,
    ],
    [
      'a timeout of 121',
      'CreateTargetGroup',
      () => group({ HealthCheckTimeoutSeconds: 121 }),
      /^ValidationError: .*between 2 and 120/,
    ],
    [
      'a timeout as long as the interval',
      'CreateTargetGroup',
      () => group({ HealthCheckIntervalSeconds: 10, HealthCheckTimeoutSeconds: 10 }),
      /^ValidationError: .*smaller than the interval/,
    ],
    [
      'a threshold of 1',
      'CreateTargetGroup',
      () => group({ HealthyThresholdCount: 1 }),
      /^ValidationError: .*between 2 and 10/,
    ],
    [
      'a matcher of 500',
      'CreateTargetGroup',
      () => group({ Matcher: { HttpCode: '500' } }),
      /^ValidationError: .*200-499/,
    ],
    [
      'a check path without slash',
      'CreateTargetGroup',
      () => group({ HealthCheckPath: 'health' }),
      /^ValidationError: /,
    ],
    [
      'slow start of 10',
      'ModifyTargetGroupAttributes',
      () => ({ TargetGroupArn: blue, Attributes: [{ Key: 'slow_start.duration_seconds', Value: '10' }] }),
      /^ValidationError: .*between 30 and 900/,
    ],
    [
      'a delay of 3601',
      'ModifyTargetGroupAttributes',
      () => ({ TargetGroupArn: blue, Attributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '3601' }] }),
      /^ValidationError: .*between 0 and 3600/,
    ],
    [
      'deleting a group in use',
      'DeleteTargetGroup',
      () => ({ TargetGroupArn: blue }),
      /^ResourceInUse: Target group '.*' is currently in use by a listener or a rule/,
    ],
    ['an unknown group', 'DescribeTargetHealth', () => ({ TargetGroupArn: gone(blue) }), /^TargetGroupNotFound: /],
    [
      'a public address',
      'RegisterTargets',
      () => ({ TargetGroupArn: blue, Targets: [{ Id: '8.8.8.8' }] }),
      /^ValidationError: /,
    ],
    [
      'what is no address',
      'RegisterTargets',
      () => ({ TargetGroupArn: blue, Targets: [{ Id: 'i-12345' }] }),
      /^ValidationError: .*not a valid IPv4 address/,
    ],

    [
      'a second listener on the port',
      'CreateListener',
      () => ({ LoadBalancerArn: lb, Protocol: 'HTTP', Port: 80, DefaultActions: [ok] }),
      /^DuplicateListener: /,
    ],
    [
      'a TCP listener',
      'CreateListener',
      () => ({ LoadBalancerArn: lb, Protocol: 'TCP', Port: 81, DefaultActions: [ok] }),
      /^ValidationError: .*'HTTP, HTTPS'/,
    ],
    [
      'HTTPS without certificate',
      'CreateListener',
      () => ({ LoadBalancerArn: lb, Protocol: 'HTTPS', Port: 443, DefaultActions: [ok] }),
      /^ValidationError: A certificate/,
    ],
    [
      'listeners of nothing',
      'DescribeListeners',
      () => ({}),
      /^ValidationError: You must specify either listener ARNs or a load balancer ARN/,
    ],
    [
      'an unknown listener',
      'ModifyListener',
      () => ({ ListenerArn: gone(listener), DefaultActions: [ok] }),
      /^ListenerNotFound: /,
    ],
    [
      'an unknown group in ModifyListener',
      'ModifyListener',
      () => ({ ListenerArn: listener, DefaultActions: [forward({ [gone(blue)]: 1 })] }),
      /^TargetGroupNotFound: /,
    ],
    [
      'a weight of 1000 in ModifyListener',
      'ModifyListener',
      () => ({ ListenerArn: listener, DefaultActions: [forward({ [blue]: 1000 })] }),
      /^ValidationError: .*between 0 and 999/,
    ],

    [
      'a priority in use',
      'CreateRule',
      () => newRule({ Priority: 10 }),
      /^PriorityInUse: Priority '10' is currently in use/,
    ],
    ['priority 0', 'CreateRule', () => newRule({ Priority: 0 }), /^ValidationError: .*between 1 and 50000/],
    ['no condition', 'CreateRule', () => when(), /^ValidationError: A condition must be specified/],
    [
      'an unknown field',
      'CreateRule',
      () => when({ Field: 'cookie', Values: ['a'] }),
      /^ValidationError: Condition field 'cookie'/,
    ],
    [
      'two path conditions',
      'CreateRule',
      () => when(pathIs('/a'), pathIs('/b')),
      /^ValidationError: A rule can only have one 'path-pattern'/,
    ],
    [
      'six values',
      'CreateRule',
      () => when({ Field: 'path-pattern', Values: ['/1', '/2', '/3', '/4', '/5', '/6'] }),
      /^ValidationError: A rule can only have '5' condition values/,
    ],
    ['a host without dot', 'CreateRule', () => when({ Field: 'host-header', Values: ['shop'] }), /^ValidationError: /],
    [
      'a header condition on host',
      'CreateRule',
      () => when({ Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'Host', Values: ['a'] } }),
      /^ValidationError: /,
    ],
    [
      'a source that is no block',
      'CreateRule',
      () => when({ Field: 'source-ip', SourceIpConfig: { Values: ['10.0.0.1'] } }),
      /^ValidationError: The CIDR block/,
    ],
    [
      'two forward actions',
      'CreateRule',
      () => acts({ ...forward({ [blue]: 1 }), Order: 1 }, { ...forward({ [green]: 1 }), Order: 2 }),
      /^InvalidLoadBalancerAction: /,
    ],
    [
      'authentication over HTTP',
      'CreateRule',
      () => acts({ Type: 'authenticate-oidc', Order: 1 }, { ...ok, Order: 2 }),
      /^InvalidLoadBalancerAction: Actions of type 'authenticate-oidc' are supported only on HTTPS listeners/,
    ],
    ['six groups', 'CreateRule', () => acts(weights(6)), /^InvalidLoadBalancerAction: .*'5' target groups/],
    ['a group twice', 'CreateRule', () => acts(weights(2)), /^ValidationError: .*unique/],
    ['a weight of -1', 'CreateRule', () => acts(forward({ [blue]: -1 })), /^ValidationError: /],
    [
      'a group of another load balancer',
      'CreateRule',
      () => acts(forward({ [taken]: 1 })),
      /^TargetGroupAssociationLimit: .*more than one load balancer/,
    ],
    [
      'stickiness of 0 seconds',
      'CreateRule',
      () => acts(forward({ [blue]: 1 }, 0)),
      /^ValidationError: .*between 1 and 604800/,
    ],
    [
      'stickiness without duration',
      'CreateRule',
      () =>
        acts({
          Type: 'forward',
          ForwardConfig: { TargetGroups: [{ TargetGroupArn: blue }], TargetGroupStickinessConfig: { Enabled: true } },
        }),
      /^ValidationError: A duration/,
    ],
    [
      'a fixed response of 301',
      'CreateRule',
      () => acts({ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '301' } }),
      /^InvalidLoadBalancerAction: /,
    ],
    [
      'a redirect to itself',
      'CreateRule',
      () => acts({ Type: 'redirect', RedirectConfig: { StatusCode: 'HTTP_302' } }),
      /^InvalidLoadBalancerAction: .*loop/,
    ],
    [
      'ModifyRule of nothing',
      'ModifyRule',
      () => ({ RuleArn: rule }),
      /^ValidationError: Either conditions or actions must be specified/,
    ],
    [
      'ModifyRule of the default rule',
      'ModifyRule',
      () => ({ RuleArn: defaultRule, Actions: [ok] }),
      /^OperationNotPermitted: /,
    ],
    ['deleting the default rule', 'DeleteRule', () => ({ RuleArn: defaultRule }), /^OperationNotPermitted: /],
    ['an unknown rule', 'DescribeRules', () => ({ RuleArns: [gone(rule)] }), /^RuleNotFound: /],
    [
      'rules both ways',
      'DescribeRules',
      () => ({ RuleArns: [rule], ListenerArn: listener }),
      /^ValidationError: You cannot specify both/,
    ],
    [
      'one priority for two rules',
      'SetRulePriorities',
      () => ({
        RulePriorities: [
          { RuleArn: rule, Priority: 5 },
          { RuleArn: rule, Priority: 5 },
        ],
      }),
      /^ValidationError: Priority '5' was provided multiple times/,
    ],

    [
      'a tag key twice',
      'AddTags',
      () => ({ ResourceArns: [lb], Tags: [{ Key: 'a' }, { Key: 'a' }] }),
      /^DuplicateTagKeys: /,
    ],
    [
      '51 tags',
      'AddTags',
      () => ({ ResourceArns: [lb], Tags: Array.from({ length: 51 }, (_, i) => ({ Key: `k${i}` })) }),
      /^TooManyTags: /,
    ],
    ['tags of what is not there', 'DescribeTags', () => ({ ResourceArns: [gone(blue)] }), /^TargetGroupNotFound: /],
  ];
  test.each(cases)('%s', async (_what, operation, input, error) => {
    expect(await elb.refusal(operation, input())).toMatch(error);
  });
});

describe('what is kept', () => {
  test('a call that is refused has changed nothing', async () => {
    const before = await elb.call('DescribeRules', { ListenerArn: listener });
    await elb.refusal('ModifyRule', {
      RuleArn: rule,
      Conditions: [pathIs('/z')],
      Actions: [forward({ [gone(blue)]: 1 })],
    });
    expect(await elb.call('DescribeRules', { ListenerArn: listener })).toEqual(before);
  });

  test('the same again is no second one', async () => {
    expect(await elb.loadBalancer('web')).toBe(lb);
    expect(await elb.targetGroup('blue')).toBe(blue);
    expect(await elb.listener(lb, [{ Type: 'forward', TargetGroupArn: blue }])).toBe(listener);
  });

  test('ModifyRule replaces the whole action list, stickiness too', async () => {
    const one = await elb.rule(listener, 20, [pathIs('/b')], [forward({ [blue]: 90, [green]: 10 }, 60)]);
    const { Rules } = await elb.call<{ Rules: { Actions: Action[]; Conditions: unknown[] }[] }>('ModifyRule', {
      RuleArn: one,
      Actions: [forward({ [blue]: 50, [green]: 50 })],
    });
    expect(Rules[0]?.Actions).toEqual([
      {
        Type: 'forward',
        ForwardConfig: {
          TargetGroups: [
            { TargetGroupArn: blue, Weight: 50 },
            { TargetGroupArn: green, Weight: 50 },
          ],
          TargetGroupStickinessConfig: { Enabled: false },
        },
      },
    ]);
    expect(Rules[0]?.Conditions).toHaveLength(1);
    await elb.call('DeleteRule', { RuleArn: one });
  });

  test('a forward to one group is shown both ways', async () => {
    const { Listeners } = await elb.call<{ Listeners: { DefaultActions: Action[] }[] }>('DescribeListeners', {
      ListenerArns: [listener],
    });
    expect(Listeners[0]?.DefaultActions).toEqual([
      {
        Type: 'forward',
        TargetGroupArn: blue,
        ForwardConfig: {
          TargetGroups: [{ TargetGroupArn: blue, Weight: 1 }],
          TargetGroupStickinessConfig: { Enabled: false },
        },
      },
    ]);
  });

  test('rules may swap their priorities in one call, and are shown in their order', async () => {
    const second = await elb.rule(listener, 11, [pathIs('/s')], [ok]);
    await elb.call('SetRulePriorities', {
      RulePriorities: [
        { RuleArn: rule, Priority: 11 },
        { RuleArn: second, Priority: 10 },
      ],
    });
    const { Rules } = await elb.call<{ Rules: { RuleArn: string; Priority: string }[] }>('DescribeRules', {
      ListenerArn: listener,
    });
    expect(Rules.map(({ RuleArn, Priority }) => [RuleArn, Priority])).toEqual([
      [second, '10'],
      [rule, '11'],
      [defaultRule, 'default'],
    ]);
    await elb.call('DeleteRule', { RuleArn: second });
    await elb.call('SetRulePriorities', { RulePriorities: [{ RuleArn: rule, Priority: 10 }] });
  });

  test('the secret of an authentication action is not shown', async () => {
    const oidc = {
      Issuer: 'https://id.example.com',
      AuthorizationEndpoint: 'https://id.example.com/a',
      TokenEndpoint: 'https://id.example.com/t',
      UserInfoEndpoint: 'https://id.example.com/u',
      ClientId: 'shop',
      ClientSecret: 'hidden',
    };
    const actions: Action[] = [
      { Type: 'authenticate-oidc', Order: 1, AuthenticateOidcConfig: oidc },
      { ...ok, Order: 2 },
    ];
    const secure = await elb.listener(lb, actions, {
      Protocol: 'HTTPS',
      Port: 443,
      Certificates: [{ CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/x' }],
    });
    const shown = JSON.stringify(await elb.call('DescribeListeners', { ListenerArns: [secure] }));
    expect(shown).toContain('id.example.com');
    expect(shown).not.toContain('hidden');
    // As it is shown it cannot be sent again: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateOidcActionConfig.html
    const { ClientSecret: _secret, ...known } = oidc;
    const again = (more: object) => ({
      ListenerArn: secure,
      DefaultActions: [
        { Type: 'authenticate-oidc', Order: 1, AuthenticateOidcConfig: { ...known, ...more } },
        { ...ok, Order: 2 },
      ],
    });
    expect(await elb.refusal('ModifyListener', again({}))).toMatch(/^ValidationError: A client secret/);
    expect(await elb.refusal('ModifyListener', again({ UseExistingClientSecret: true }))).toBe('no error');
    await elb.call('DeleteListener', { ListenerArn: secure });
  });

  test('deleting a load balancer closes its listeners and sets its groups free', async () => {
    const address = elb.elb.address(listener);
    expect(address).toBeDefined();
    const mortal = await elb.loadBalancer('mortal');
    const group = await elb.targetGroup('mortal');
    const its = await elb.listener(mortal, [{ Type: 'forward', TargetGroupArn: group }]);
    const url = elb.url(its);
    expect((await fetch(url)).status).toBe(503);
    await elb.call('ModifyLoadBalancerAttributes', {
      LoadBalancerArn: mortal,
      Attributes: [{ Key: 'deletion_protection.enabled', Value: 'true' }],
    });
    expect(await elb.refusal('DeleteLoadBalancer', { LoadBalancerArn: mortal })).toMatch(/^OperationNotPermitted: /);
    await elb.call('ModifyLoadBalancerAttributes', {
      LoadBalancerArn: mortal,
      Attributes: [{ Key: 'deletion_protection.enabled', Value: 'false' }],
    });
    await elb.call('DeleteLoadBalancer', { LoadBalancerArn: mortal });
    await expect(fetch(url)).rejects.toThrow();
    expect(await elb.refusal('DescribeListeners', { ListenerArns: [its] })).toMatch(/^ListenerNotFound/);
    expect(await elb.refusal('DeleteTargetGroup', { TargetGroupArn: group })).toBe('no error');
    expect(await elb.refusal('DeleteLoadBalancer', { LoadBalancerArn: mortal })).toBe('no error');
  });
});
