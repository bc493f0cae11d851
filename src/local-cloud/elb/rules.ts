import type {
  CreateRuleInput,
  DeleteRuleInput,
  Rule as Described,
  DescribeRulesInput,
  ModifyRuleInput,
  RuleTransform,
  SetRulePrioritiesInput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { AwsError, type Operation } from '../contract.js';
import { checkedActions } from './actions.js';
import { checkedConditions } from './condition-values.js';
import type { Control } from './control.js';
import { invalid, newId } from './names.js';
import { page } from './paging.js';
import { groupsOf, type Listener, type Rule, rulesOf, type State } from './state.js';
import { putTags } from './tags.js';

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html */
export function ruleOperations(control: Control): Record<string, Operation> {
  const { ground, state } = control;
  return {
    CreateRule(input: CreateRuleInput) {
      const listener = state.listener(input.ListenerArn ?? '');
      const priority = checkedPriority(input.Priority);
      if (listener.rules.some((rule) => rule.priority === priority)) throw priorityInUse(priority);
      const rules = state.listenersOf(listener.loadBalancer).flatMap((one) => one.rules);
      if (rules.length >= 100) throw new AwsError('TooManyRules', 'A load balancer can have at most 100 rules');
      const rule: Rule = {
        arn: `${listener.arn.replace(':listener/', ':listener-rule/')}/${newId()}`,
        priority,
        conditions: checkedConditions(input.Conditions),
        actions: checkedActions(input.Actions, { ...listener, state }),
        transforms: checkedTransforms(input.Transforms ?? []),
      };
      checkGroupLimit(state, listener, rule);
      putTags(state, rule.arn, input.Tags ?? []);
      listener.rules.push(rule);
      ground.note(`rule ${rule.arn} was made`);
      control.rulesChanged(listener);
      return { Rules: [described(rule)] };
    },

    DescribeRules(input: DescribeRulesInput) {
      const { ListenerArn: listenerArn, RuleArns: arns = [] } = input;
      if (listenerArn === undefined && arns.length === 0) {
        throw invalid('You must specify either listener rule ARNs or a listener ARN');
      }
      if (listenerArn !== undefined && arns.length > 0) {
        throw invalid('You cannot specify both listener rule ARNs and a listener ARN');
      }
      const all =
        listenerArn === undefined ? arns.map((arn) => state.rule(arn).rule) : rulesOf(state.listener(listenerArn));
      const { items, NextMarker } = page(all, input);
      return { Rules: items.map(described), NextMarker };
    },

    /** What is not sent stays; `Actions` and `Conditions` are replaced as whole lists. */
    ModifyRule(input: ModifyRuleInput) {
      const { rule, listener } = state.rule(input.RuleArn ?? '');
      if (rule.priority === undefined) {
        throw new AwsError('OperationNotPermitted', `Default rule '${rule.arn}' cannot be modified`);
      }
      const { Conditions, Actions, Transforms, ResetTransforms } = input;
      if (Conditions === undefined && Actions === undefined && Transforms === undefined && ResetTransforms !== true) {
        throw invalid('Either conditions or actions must be specified');
      }
      if (Transforms !== undefined && ResetTransforms === true) {
        throw invalid('You cannot specify both Transforms and ResetTransforms');
      }
      const next: Rule = {
        ...rule,
        conditions: Conditions === undefined ? rule.conditions : checkedConditions(Conditions),
        actions:
          Actions === undefined ? rule.actions : checkedActions(Actions, { ...listener, state, was: rule.actions }),
        transforms: ResetTransforms === true ? [] : checkedTransforms(Transforms ?? rule.transforms),
      };
      checkGroupLimit(state, listener, next);
      Object.assign(rule, next);
      control.rulesChanged(listener);
      return { Rules: [described(rule)] };
    },

    DeleteRule(input: DeleteRuleInput) {
      const { rule, listener } = state.rule(input.RuleArn ?? '');
      if (rule.priority === undefined) {
        throw new AwsError('OperationNotPermitted', `Default rule '${rule.arn}' cannot be deleted`);
      }
      listener.rules = listener.rules.filter((one) => one !== rule);
      state.tags.delete(rule.arn);
      control.rulesChanged(listener);
      return {};
    },

    /** All or nothing; rules that are not named keep their priorities. */
    SetRulePriorities(input: SetRulePrioritiesInput) {
      const wanted = (input.RulePriorities ?? []).map(({ RuleArn, Priority }) => ({
        ...state.rule(RuleArn ?? ''),
        priority: checkedPriority(Priority),
      }));
      const seen = new Set<number>();
      for (const { rule, priority } of wanted) {
        if (rule.priority === undefined) {
          throw new AwsError('OperationNotPermitted', `Default rule '${rule.arn}' cannot be modified`);
        }
        if (seen.has(priority)) throw invalid(`Priority '${priority}' was provided multiple times`);
        seen.add(priority);
      }
      const [first] = wanted;
      if (first === undefined) throw invalid('Rule priorities must be specified');
      if (wanted.some(({ listener }) => listener !== first.listener)) {
        throw invalid('All rules must belong to the same listener');
      }
      const moved = new Set(wanted.map(({ rule }) => rule));
      for (const other of first.listener.rules) {
        if (!moved.has(other) && seen.has(other.priority ?? 0)) throw priorityInUse(other.priority);
      }
      for (const { rule, priority } of wanted) rule.priority = priority;
      control.rulesChanged(first.listener);
      return { Rules: wanted.map(({ rule }) => described(rule)) };
    },
  };
}

function checkedPriority(priority: number | undefined): number {
  if (priority === undefined || !Number.isInteger(priority) || priority < 1 || priority > 50_000) {
    throw invalid(`Priority '${priority}' must be between 1 and 50000`);
  }
  return priority;
}

function priorityInUse(priority: number | undefined): AwsError {
  return new AwsError('PriorityInUse', `Priority '${priority}' is currently in use`);
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html: 100 groups per load balancer */
function checkGroupLimit(state: State, listener: Listener, rule: Rule): void {
  const rules = state.listenersOf(listener.loadBalancer).flatMap((one) => rulesOf(one));
  const groups = new Set(
    [...rules.filter(({ arn }) => arn !== rule.arn), rule].flatMap(({ actions }) => groupsOf(actions)),
  );
  if (groups.size > 100) {
    const why = 'A load balancer can have at most 100 unique target groups';
    throw new AwsError('TooManyUniqueTargetGroupsPerLoadBalancer', why);
  }
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-transforms.html */
function checkedTransforms(transforms: readonly RuleTransform[]): RuleTransform[] {
  const types = transforms.map(({ Type }) => Type);
  if (new Set(types).size !== types.length) throw invalid('A rule can have one transform of each type');
  for (const { HostHeaderRewriteConfig, UrlRewriteConfig } of transforms) {
    const rewrites = (HostHeaderRewriteConfig ?? UrlRewriteConfig)?.Rewrites ?? [];
    if (rewrites.length !== 1) throw invalid('A transform must have exactly one rewrite');
    try {
      new RegExp(rewrites[0]?.Regex ?? '');
    } catch {
      throw invalid(`The regular expression '${rewrites[0]?.Regex}' is not valid`);
    }
  }
  return structuredClone([...transforms]);
}

function described(rule: Rule): Described {
  return {
    RuleArn: rule.arn,
    Priority: rule.priority === undefined ? 'default' : String(rule.priority),
    Conditions: rule.conditions,
    Actions: rule.actions,
    IsDefault: rule.priority === undefined,
    ...(rule.transforms.length === 0 ? {} : { Transforms: rule.transforms }),
  };
}
