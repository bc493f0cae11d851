import type { Route, TrafficRouter, Weights } from '../ports/traffic-router.js';
import { InputError } from '../spec/input-error.js';
import { listenerOfRule, loadBalancerOfListener } from './arns.js';
import { type ClientSettings, call, clientOptions, once } from './client.js';
import { isNotFound } from './errors.js';
import type { Action, Rule, RuleCondition, TargetGroupTuple } from './sdk/elb.js';

/** Where the weights stand: a listener rule, or the default action of a listener. */
export type RouteAddress = { readonly ruleArn: string } | { readonly listenerArn: string };

export function createTrafficRouter(settings: ClientSettings, address: RouteAddress): TrafficRouter {
  const sdk = once(() => import('./sdk/elb.js'));
  const client = once(async () => new (await sdk()).ElasticLoadBalancingV2Client(clientOptions(settings)));
  const listenerArn = 'ruleArn' in address ? listenerOfRule(address.ruleArn) : address.listenerArn;
  let last: Seen | undefined;
  /** The rule was there, and is not any more. */
  let isGone = false;

  async function readRule(ruleArn: string): Promise<Seen> {
    const { DescribeRulesCommand } = await sdk();
    const elb = await client();
    const { Rules: rules = [] } = await call('elasticloadbalancing:DescribeRules', () =>
      elb.send(new DescribeRulesCommand({ RuleArns: [ruleArn] })),
    ).catch((error: unknown) => {
      if (isNotFound(error, 'Rule') || isNotFound(error, 'Listener')) throw missing('listener-rule-arn', ruleArn);
      throw error;
    });
    const [rule] = rules;
    if (rule === undefined) throw missing('listener-rule-arn', ruleArn);
    // The default rule can only be changed through its listener.
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyRule.html
    return { actions: rule.Actions ?? [], ruleArn: rule.IsDefault === true ? undefined : ruleArn, rule };
  }

  async function readListener(): Promise<Seen> {
    const { DescribeListenersCommand } = await sdk();
    const elb = await client();
    const { Listeners: listeners = [] } = await call('elasticloadbalancing:DescribeListeners', () =>
      elb.send(new DescribeListenersCommand({ ListenerArns: [listenerArn] })),
    ).catch((error: unknown) => {
      if (isNotFound(error, 'Listener')) throw missing('listener-arn', listenerArn);
      throw error;
    });
    const [listener] = listeners;
    if (listener === undefined) throw missing('listener-arn', listenerArn);
    return { actions: listener.DefaultActions ?? [], ruleArn: undefined };
  }

  async function readLast(): Promise<Seen> {
    try {
      last = 'ruleArn' in address ? await readRule(address.ruleArn) : await readListener();
      isGone = false;
      return last;
    } catch (error) {
      isGone = last !== undefined && error instanceof InputError;
      throw error;
    }
  }

  async function put(actions: Action[]): Promise<void> {
    const { ModifyRuleCommand, ModifyListenerCommand } = await sdk();
    const elb = await client();
    const ruleArn = last?.ruleArn;
    if (ruleArn !== undefined) {
      const command = new ModifyRuleCommand({ RuleArn: ruleArn, Actions: actions });
      await call('elasticloadbalancing:ModifyRule', () => elb.send(command));
    } else {
      const command = new ModifyListenerCommand({ ListenerArn: listenerArn, DefaultActions: actions });
      await call('elasticloadbalancing:ModifyListener', () => elb.send(command));
    }
  }

  return {
    async read() {
      const { actions } = await readLast();
      const name =
        'ruleArn' in address ? `listener rule ${address.ruleArn}` : `default action of listener ${listenerArn}`;
      return {
        name,
        listenerArn,
        loadBalancerArn: loadBalancerOfListener(listenerArn),
        ...forwards(actions),
      };
    },

    async write(weights) {
      const { actions } = last ?? (await readLast());
      await put(withWeights(actions, weights));
    },

    async attach(targetGroupArn) {
      const { actions } = last ?? (await readLast());
      const { groups } = forwards(actions);
      if (groups.some((group) => group.targetGroupArn === targetGroupArn)) return;
      await put(withGroup(actions, targetGroupArn));
    },

    commandFor(weights) {
      const actions = JSON.stringify(withWeights(last?.actions ?? [{ Type: 'forward' }], weights));
      if (isGone && last?.rule !== undefined) {
        const conditions = JSON.stringify((last.rule.Conditions ?? []).map(asCreated));
        return `aws elbv2 create-rule --region ${settings.region} --listener-arn ${listenerArn} --priority ${last.rule.Priority} --conditions '${conditions}' --actions '${actions}'`;
      }
      return last?.ruleArn === undefined
        ? `aws elbv2 modify-listener --region ${settings.region} --listener-arn ${listenerArn} --default-actions '${actions}'`
        : `aws elbv2 modify-rule --region ${settings.region} --rule-arn ${last.ruleArn} --actions '${actions}'`;
    },
  };
}

/** A route as it was last read; `rule` where it is one. */
interface Seen {
  readonly actions: Action[];
  readonly ruleArn: string | undefined;
  readonly rule?: Rule;
}

/**
 * A condition as CreateRule takes it: what is described has its values twice.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleCondition.html
 */
function asCreated({ Values, ...condition }: RuleCondition): RuleCondition {
  const hasConfig = Object.keys(condition).some((member) => member.endsWith('Config'));
  return hasConfig || Values === undefined ? condition : { ...condition, Values };
}

function missing(input: string, value: string): InputError {
  return new InputError([{ input, value, wrong: 'does not exist in this account and Region' }]);
}

/** What the action list forwards to. */
export function forwards(actions: readonly Action[]): Pick<Route, 'groups' | 'stickySeconds' | 'unusable'> {
  const forward = actions.filter((action) => action.Type === 'forward');
  const [only] = forward;
  if (only === undefined || forward.length > 1) {
    const types = actions.map((action) => action.Type).join(', ') || 'none';
    return { groups: [], stickySeconds: null, unusable: `it has no single forward action (its actions: ${types})` };
  }
  const tuples = only.ForwardConfig?.TargetGroups ?? [{ TargetGroupArn: only.TargetGroupArn, Weight: 1 }];
  const sticky = only.ForwardConfig?.TargetGroupStickinessConfig;
  return {
    // A single group may come without a weight; it takes everything.
    groups: tuples.map(({ TargetGroupArn = '', Weight }) => ({ targetGroupArn: TargetGroupArn, weight: Weight ?? 1 })),
    stickySeconds: sticky?.Enabled === true ? (sticky.DurationSeconds ?? 0) : null,
  };
}

/**
 * The same actions with other weights. ModifyRule and ModifyListener replace the whole list, so everything else of it is
 * sent again: authenticate actions, order, stickiness.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyRule.html
 *
 * A sticky client goes to the group that its cookie names for as long as the rule forwards to it, so a sticky rule does not
 * name a group of weight 0.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#target-group-stickiness
 */
export function withWeights(actions: readonly Action[], weights: Weights): Action[] {
  return withTuples(actions, (forward) => {
    const isSticky = forward.ForwardConfig?.TargetGroupStickinessConfig?.Enabled === true;
    return Object.entries(weights)
      .filter(([, weight]) => weight > 0 || !isSticky)
      .map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight }));
  });
}

/**
 * An OIDC action is described without its client secret; sent again like that it would be refused.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateOidcActionConfig.html
 */
function withItsSecret(action: Action): Action {
  if (action.AuthenticateOidcConfig === undefined) return action;
  return { ...action, AuthenticateOidcConfig: { ...action.AuthenticateOidcConfig, UseExistingClientSecret: true } };
}

/** The same actions with one more target group, of weight 0. */
export function withGroup(actions: readonly Action[], targetGroupArn: string): Action[] {
  return withTuples(actions, (forward) => [
    ...(forward.ForwardConfig?.TargetGroups ?? [{ TargetGroupArn: forward.TargetGroupArn, Weight: 1 }]),
    { TargetGroupArn: targetGroupArn, Weight: 0 },
  ]);
}

function withTuples(actions: readonly Action[], tuples: (forward: Action) => TargetGroupTuple[]): Action[] {
  return actions.map((action) => {
    if (action.Type !== 'forward') return withItsSecret(action);
    const { TargetGroupArn: _single, ...rest } = action;
    return { ...rest, ForwardConfig: { ...action.ForwardConfig, TargetGroups: tuples(action) } };
  });
}
