import type {
  Action,
  Certificate,
  MutualAuthenticationAttributes,
  RuleCondition,
  RuleTransform,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Timer } from '../clock.js';
import { AwsError } from '../contract.js';
import type { Attributes } from './attributes.js';
import type { HealthCheck } from './health-checks.js';
import type { ListenerSocket } from './listener-socket.js';
import { checkArn } from './names.js';
import type { TargetPool } from './target-pool.js';

/** What exists: load balancers, target groups, listeners, rules, tags. */

export interface LoadBalancer {
  readonly arn: string;
  readonly name: string;
  readonly id: string;
  readonly dnsName: string;
  readonly createdAtMs: number;
  readonly scheme: 'internet-facing' | 'internal';
  readonly vpcId: string;
  state: 'provisioning' | 'active';
  /** Makes it active. */
  provisioning: Timer | undefined;
  subnets: string[];
  securityGroups: string[];
  ipAddressType: string;
  readonly attributes: Attributes;
}

export interface TargetGroup {
  readonly arn: string;
  readonly name: string;
  readonly protocol: string;
  readonly protocolVersion: string;
  readonly port: number;
  readonly vpcId: string;
  readonly targetType: 'instance' | 'ip';
  readonly ipAddressType: string;
  readonly check: HealthCheck;
  readonly attributes: Attributes;
  readonly pool: TargetPool;
}

export interface Rule {
  readonly arn: string;
  /** 1 to 50000; undefined for the default rule, which comes last. */
  priority: number | undefined;
  conditions: RuleCondition[];
  actions: Action[];
  transforms: RuleTransform[];
}

export interface Listener {
  readonly arn: string;
  readonly loadBalancer: LoadBalancer;
  port: number;
  protocol: 'HTTP' | 'HTTPS';
  certificates: Certificate[];
  sslPolicy: string | undefined;
  alpnPolicy: string[] | undefined;
  mutualAuthentication: MutualAuthenticationAttributes | undefined;
  readonly attributes: Attributes;
  readonly defaultRule: Rule;
  /** Without the default rule. */
  rules: Rule[];
  readonly socket: ListenerSocket;
}

export class State {
  readonly loadBalancers = new Map<string, LoadBalancer>();
  readonly targetGroups = new Map<string, TargetGroup>();
  readonly listeners = new Map<string, Listener>();
  readonly tags = new Map<string, Map<string, string>>();

  /** @throws AwsError `ValidationError`, `LoadBalancerNotFound` */
  loadBalancer(arn: string): LoadBalancer {
    checkArn('loadbalancer', arn);
    return this.loadBalancers.get(arn) ?? missing('LoadBalancerNotFound', `Load balancer '${arn}' not found`);
  }

  /** @throws AwsError `ValidationError`, `TargetGroupNotFound` */
  targetGroup(arn: string): TargetGroup {
    checkArn('targetgroup', arn);
    return this.targetGroups.get(arn) ?? missing('TargetGroupNotFound', 'One or more target groups not found');
  }

  /** @throws AwsError `ValidationError`, `ListenerNotFound` */
  listener(arn: string): Listener {
    checkArn('listener', arn);
    return this.listeners.get(arn) ?? missing('ListenerNotFound', 'One or more listeners not found');
  }

  /** @throws AwsError `ValidationError`, `RuleNotFound` */
  rule(arn: string): { rule: Rule; listener: Listener } {
    checkArn('listener-rule', arn);
    for (const listener of this.listeners.values()) {
      const rule = rulesOf(listener).find((one) => one.arn === arn);
      if (rule !== undefined) return { rule, listener };
    }
    return missing('RuleNotFound', 'One or more rules not found');
  }

  listenersOf(loadBalancer: LoadBalancer): Listener[] {
    return [...this.listeners.values()].filter((listener) => listener.loadBalancer === loadBalancer);
  }

  /** The load balancers whose listeners or rules name the group: at most one, as on AWS. */
  usersOf(targetGroupArn: string): LoadBalancer[] {
    const users = new Set<LoadBalancer>();
    for (const listener of this.listeners.values()) {
      if (users.has(listener.loadBalancer)) continue;
      if (rulesOf(listener).some((rule) => groupsOf(rule.actions).includes(targetGroupArn))) {
        users.add(listener.loadBalancer);
      }
    }
    return [...users];
  }
}

/** In the order in which they are tried: by priority, the default rule last. */
export function rulesOf(listener: Listener): Rule[] {
  return [...listener.rules.sort((a, b) => (a.priority ?? 0) - (b.priority ?? 0)), listener.defaultRule];
}

/** ARNs of the target groups that an action list forwards to. */
export function groupsOf(actions: readonly Action[]): string[] {
  return actions.flatMap((action) =>
    action.Type === 'forward'
      ? (action.ForwardConfig?.TargetGroups ?? []).map((group) => group.TargetGroupArn ?? '')
      : [],
  );
}

function missing(code: string, message: string): never {
  throw new AwsError(code, message);
}
