import type { Action, RuleTransform } from '@aws-sdk/client-elastic-load-balancing-v2';
import { compileConditions, type Match, type RequestFacts } from './conditions.js';
import { type Listener, type Rule, rulesOf, type State, type TargetGroup } from './state.js';
import { WeightedChoice } from './weights.js';

/** A listener's rules as the data plane follows them: a snapshot, so that later changes wait for their propagation. */

export type Deed =
  | {
      readonly kind: 'forward';
      readonly groups: ReadonlyMap<string, TargetGroup>;
      readonly choice: WeightedChoice<TargetGroup>;
      /** Seconds that a client stays with its group; undefined without group stickiness. */
      readonly stickySeconds: number | undefined;
    }
  | { readonly kind: 'fixed-response'; readonly status: number; readonly contentType: string; readonly body: string }
  | { readonly kind: 'redirect'; readonly status: number; readonly location: (facts: RequestFacts) => string };

export interface Route {
  readonly ruleArn: string;
  readonly match: Match;
  readonly deed: Deed;
  readonly rewritePath: ((pathAndQuery: string) => string) | undefined;
  readonly rewriteHost: ((host: string) => string) | undefined;
}

const always: Match = () => true;

export function compileRoutes(listener: Listener, state: State): Route[] {
  return rulesOf(listener).map((rule) => ({
    ruleArn: rule.arn,
    match: rule.priority === undefined ? always : compileConditions(rule.conditions),
    deed: compileDeed(rule, listener, state),
    rewritePath: compileRewrite(rule.transforms, 'url-rewrite'),
    rewriteHost: compileRewrite(rule.transforms, 'host-header-rewrite'),
  }));
}

/** Authentication actions are not carried out: every request counts as authenticated. */
function compileDeed(rule: Rule, listener: Listener, state: State): Deed {
  const action = rule.actions.at(-1) as Action;
  if (action.Type === 'fixed-response') {
    const { StatusCode, ContentType, MessageBody } = action.FixedResponseConfig ?? {};
    return {
      kind: 'fixed-response',
      status: Number(StatusCode),
      contentType: ContentType ?? 'text/plain; charset=utf-8',
      body: MessageBody ?? '',
    };
  }
  if (action.Type === 'redirect') return compileRedirect(action, listener);
  const groups = new Map<string, TargetGroup>();
  const weighted: { item: TargetGroup; weight: number }[] = [];
  for (const { TargetGroupArn = '', Weight = 1 } of action.ForwardConfig?.TargetGroups ?? []) {
    const group = state.targetGroups.get(TargetGroupArn);
    if (group === undefined) continue;
    groups.set(group.arn, group);
    weighted.push({ item: group, weight: Weight });
  }
  const sticky = action.ForwardConfig?.TargetGroupStickinessConfig;
  const stickySeconds = sticky?.Enabled === true ? sticky.DurationSeconds : undefined;
  return { kind: 'forward', groups, choice: new WeightedChoice(weighted), stickySeconds };
}

function compileRedirect(action: Action, listener: Listener): Deed {
  const config = action.RedirectConfig;
  const protocol = (config?.Protocol ?? '#{protocol}').replace('#{protocol}', listener.protocol).toLowerCase();
  const template = (text: string, { host, path, query }: RequestFacts) =>
    text
      .replaceAll('#{host}', host)
      .replaceAll('#{port}', String(listener.port))
      .replaceAll('#{path}', path.slice(1))
      .replaceAll('#{query}', query)
      .replaceAll('#{protocol}', listener.protocol.toLowerCase());
  return {
    kind: 'redirect',
    status: config?.StatusCode === 'HTTP_301' ? 301 : 302,
    location: (facts) => {
      const host = template(config?.Host ?? '#{host}', facts);
      const port = template(config?.Port ?? '#{port}', facts);
      const path = template(config?.Path ?? '/#{path}', facts);
      const query = template(config?.Query ?? '#{query}', facts);
      return `${protocol}://${host}:${port}${path}${query === '' ? '' : `?${query}`}`;
    },
  };
}

function compileRewrite(transforms: readonly RuleTransform[], type: string): ((text: string) => string) | undefined {
  const transform = transforms.find(({ Type }) => Type === type);
  const rewrite = (transform?.UrlRewriteConfig ?? transform?.HostHeaderRewriteConfig)?.Rewrites?.[0];
  if (rewrite?.Regex === undefined || rewrite.Replace === undefined) return undefined;
  const pattern = new RegExp(rewrite.Regex);
  const replacement = rewrite.Replace;
  return (text) => text.replace(pattern, replacement);
}
