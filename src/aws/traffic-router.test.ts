import { describe, expect, test } from '@jest/globals';
import { listenerOfRule, loadBalancerOfListener, metricDimension } from './arns.js';
import { translated } from './errors.js';
import { forwards, withGroup, withWeights } from './traffic-router.js';

const blue = 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop-blue/1';
const green = 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop-green/2';
const tuple = (TargetGroupArn: string, Weight?: number) =>
  Weight === undefined ? { TargetGroupArn } : { TargetGroupArn, Weight };

describe('the weights in an action list', () => {
  const authenticate = {
    Type: 'authenticate-cognito' as const,
    Order: 1,
    AuthenticateCognitoConfig: { UserPoolArn: 'p', UserPoolClientId: 'c', UserPoolDomain: 'd' },
  };
  const forward = {
    Type: 'forward' as const,
    Order: 2,
    ForwardConfig: {
      TargetGroups: [tuple(blue, 100), tuple(green, 0)],
      TargetGroupStickinessConfig: { Enabled: true, DurationSeconds: 60 },
    },
  };

  test('are replaced and nothing else is', () => {
    expect(withWeights([authenticate, forward], { [blue]: 90, [green]: 10 })).toEqual([
      authenticate,
      { ...forward, ForwardConfig: { ...forward.ForwardConfig, TargetGroups: [tuple(blue, 90), tuple(green, 10)] } },
    ]);
  });

  test('are sent with an OIDC action that uses the secret it has, because it is described without', () => {
    const oidc = { Issuer: 'i', AuthorizationEndpoint: 'a', TokenEndpoint: 't', UserInfoEndpoint: 'u', ClientId: 'c' };
    const guard = { Type: 'authenticate-oidc' as const, Order: 1, AuthenticateOidcConfig: oidc };
    expect(withWeights([guard, forward], { [blue]: 90, [green]: 10 })[0]).toEqual({
      ...guard,
      AuthenticateOidcConfig: { ...oidc, UseExistingClientSecret: true },
    });
  });

  test('of a sticky rule leave out the group of weight 0, because a cookie would keep its clients there', () => {
    const groups = (weights: Record<string, number>, enabled: boolean) =>
      forwards(
        withWeights(
          [
            {
              ...forward,
              ForwardConfig: {
                ...forward.ForwardConfig,
                TargetGroupStickinessConfig: { Enabled: enabled, DurationSeconds: 60 },
              },
            },
          ],
          weights,
        ),
      ).groups;
    expect(groups({ [blue]: 100, [green]: 0 }, true)).toEqual([{ targetGroupArn: blue, weight: 100 }]);
    expect(groups({ [blue]: 0, [green]: 100 }, true)).toEqual([{ targetGroupArn: green, weight: 100 }]);
    expect(groups({ [blue]: 100, [green]: 0 }, false)).toHaveLength(2);
  });

  test('gain a group of weight 0 without losing one, from the short form too', () => {
    expect(forwards(withGroup([authenticate, { Type: 'forward', TargetGroupArn: blue }], green)).groups).toEqual([
      { targetGroupArn: blue, weight: 1 },
      { targetGroupArn: green, weight: 0 },
    ]);
  });

  test('turn the short form for one target group into a weighted one', () => {
    expect(withWeights([{ Type: 'forward', TargetGroupArn: blue }], { [blue]: 100, [green]: 0 })).toEqual([
      { Type: 'forward', ForwardConfig: { TargetGroups: [tuple(blue, 100), tuple(green, 0)] } },
    ]);
  });

  test('are read with stickiness, from either form', () => {
    expect(forwards([authenticate, forward])).toEqual({
      groups: [
        { targetGroupArn: blue, weight: 100 },
        { targetGroupArn: green, weight: 0 },
      ],
      stickySeconds: 60,
    });
    expect(forwards([{ Type: 'forward', TargetGroupArn: blue }]).groups).toEqual([{ targetGroupArn: blue, weight: 1 }]);
  });

  test('cannot be read where nothing is forwarded', () => {
    expect(forwards([{ Type: 'fixed-response' }]).unusable).toContain('fixed-response');
  });
});

describe('ARNs', () => {
  const rule = 'arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener-rule/app/shop/3/4/5';
  test('of a rule tell its listener, its load balancer and their metric dimensions', () => {
    const listener = listenerOfRule(rule);
    expect(listener).toBe('arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/shop/3/4');
    expect(loadBalancerOfListener(listener)).toBe(
      'arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/shop/3',
    );
    expect(metricDimension(loadBalancerOfListener(listener))).toBe('app/shop/3');
    expect(metricDimension(blue)).toBe('targetgroup/shop-blue/1');
  });
});

describe('AWS errors of access', () => {
  const error = (name: string, message: string) => Object.assign(new Error(message), { name });
  test('name the denied action and resource, and the policy statement to add', () => {
    const denied = translated(
      error(
        'AccessDeniedException',
        'User: arn:aws:sts::123456789012:assumed-role/deploy/x is not authorized to perform: ecs:UpdateService on resource: arn:aws:ecs:eu-central-1:123456789012:service/shop/shop-green because no identity-based policy allows the ecs:UpdateService action',
      ),
      'ecs:UpdateService',
    );
    expect(denied).toMatchObject({
      name: 'AccessError',
      detail: { kind: 'denied', action: 'ecs:UpdateService' },
      message: expect.stringContaining(
        '{"Effect":"Allow","Action":"ecs:UpdateService","Resource":"arn:aws:ecs:eu-central-1:123456789012:service/shop/shop-green"}',
      ),
    });
  });

  test('tell expired credentials from missing ones, and leave other errors as they are', () => {
    expect(translated(error('ExpiredTokenException', 'x'), 'ecs:ListTasks')).toMatchObject({
      detail: { kind: 'expired' },
    });
    expect(translated(error('CredentialsProviderError', 'x'), 'ecs:ListTasks')).toMatchObject({
      detail: { kind: 'absent' },
    });
    const other = error('ClientException', 'Tasks are not for sale');
    expect(translated(other, 'ecs:ListTasks')).toBe(other);
  });

  test('say which call AWS did not answer: throttled, at fault itself, or not reached', () => {
    const failed = error('ServiceUnavailable', 'Try again');
    const status = (httpStatusCode: number) =>
      Object.assign(error('Unknown', 'UnknownError'), { $metadata: { httpStatusCode } });
    for (const one of [
      error('ThrottlingException', 'Rate exceeded'),
      error('Throttling', 'Rate exceeded'),
      error('TimeoutError', 'no answer'),
      Object.assign(error('Error', 'read ECONNRESET'), { code: 'ECONNRESET' }),
      Object.assign(failed, { $metadata: { httpStatusCode: 503 } }),
      status(500),
    ]) {
      expect(translated(one, 'ecs:ListTasks')).toMatchObject({
        name: 'Unanswered',
        message: `AWS did not answer ecs:ListTasks (${one.name}: ${one.message})`,
        cause: one,
      });
    }
    const refused = status(400);
    expect(translated(refused, 'ecs:ListTasks')).toBe(refused);
  });
});
