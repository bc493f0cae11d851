import type { Action, ForwardActionConfig } from '@aws-sdk/client-elastic-load-balancing-v2';
import { AwsError } from '../contract.js';
import { invalid } from './names.js';
import type { LoadBalancer, State, TargetGroup } from './state.js';

/**
 * What AWS accepts as the actions of a rule or listener, and how it shows them.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html#rule-action-types
 */

const routing = new Set(['forward', 'fixed-response', 'redirect']);
const guards = new Set(['authenticate-oidc', 'authenticate-cognito', 'jwt-validation']);
const contentTypes = ['text/plain', 'text/css', 'text/html', 'application/javascript', 'application/json'];

interface Place {
  readonly state: State;
  readonly loadBalancer: LoadBalancer;
  readonly protocol: string;
  /** The actions that these replace, when there are such. */
  readonly was?: readonly Action[];
}

/**
 * Checks an action list and answers it as Describe calls show it.
 * @throws AwsError `ValidationError`, `InvalidLoadBalancerAction`, `TargetGroupNotFound`, `TargetGroupAssociationLimit`, `InvalidConfigurationRequest`
 */
export function checkedActions(actions: readonly Action[] | undefined, place: Place): Action[] {
  if (actions === undefined || actions.length === 0) throw invalid('An action must be specified');
  const inOrder = ordered(actions);
  const last = inOrder.at(-1);
  const routes = inOrder.filter(({ Type }) => routing.has(Type ?? ''));
  if (routes.length !== 1 || last !== routes[0]) {
    throw refused(
      'You must specify exactly one routing action (forward, redirect, fixed-response) and it must be last',
    );
  }
  if (inOrder.length - routes.length > 1) throw refused('You can specify at most one authentication action');
  return inOrder.map((action) => {
    if (guards.has(action.Type ?? '')) return checkedGuard(action, place);
    if (action.Type === 'fixed-response') return checkedFixedResponse(action);
    if (action.Type === 'redirect') return checkedRedirect(action, place);
    return checkedForward(action, place);
  });
}

function ordered(actions: readonly Action[]): Action[] {
  if (actions.length === 1) return [...actions];
  const orders = actions.map(({ Order }) => Order);
  if (orders.includes(undefined)) throw invalid('An action order is required when there is more than one action');
  if (new Set(orders).size !== orders.length) throw invalid('Action orders must be unique');
  for (const order of orders) {
    if (order !== undefined && (order < 1 || order > 50_000))
      throw invalid(`Action order '${order}' must be between 1 and 50000`);
  }
  return actions.toSorted((a, b) => (a.Order ?? 0) - (b.Order ?? 0));
}

/** Stored and shown, never with its secret; HTTPS listeners only. */
function checkedGuard(action: Action, place: Place): Action {
  if (place.protocol !== 'HTTPS')
    throw refused(`Actions of type '${action.Type}' are supported only on HTTPS listeners`);
  if (action.Type === 'authenticate-oidc') demandSecret(action, place);
  const shown = structuredClone(action);
  delete shown.AuthenticateOidcConfig?.ClientSecret;
  delete shown.AuthenticateOidcConfig?.UseExistingClientSecret;
  return shown;
}

/**
 * Required when a rule is created; when one is modified, unless the existing one is to be used.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateOidcActionConfig.html
 */
function demandSecret(action: Action, { was = [] }: Place): void {
  const { ClientSecret: secret, UseExistingClientSecret: usesExisting } = action.AuthenticateOidcConfig ?? {};
  const isUntouched = was.includes(action);
  const hasExisting = was.some(({ Type }) => Type === 'authenticate-oidc');
  if (secret === undefined && !isUntouched && !(usesExisting === true && hasExisting)) {
    throw invalid('A client secret must be specified');
  }
}

function checkedFixedResponse(action: Action): Action {
  const config = action.FixedResponseConfig;
  if (config === undefined) throw refused("A fixed-response action must have 'FixedResponseConfig'");
  if (!/^[245]\d\d$/.test(config.StatusCode ?? '')) {
    throw refused(`The fixed-response status code '${config.StatusCode}' must be 2XX, 4XX or 5XX`);
  }
  if (config.ContentType !== undefined && !contentTypes.includes(config.ContentType)) {
    throw refused(`The content type must be one of: '${contentTypes.join("', '")}'`);
  }
  if ((config.MessageBody ?? '').length > 1024) throw refused('The message body is too long; the limit is 1024');
  return structuredClone(action);
}

function checkedRedirect(action: Action, place: Place): Action {
  const config = action.RedirectConfig;
  if (config?.StatusCode === undefined)
    throw refused("A redirect action must have 'RedirectConfig' with a status code");
  const kept = { Protocol: '#{protocol}', Host: '#{host}', Port: '#{port}', Path: '/#{path}', Query: '#{query}' };
  const full = { ...kept, ...config };
  if (!['HTTP', 'HTTPS', '#{protocol}'].includes(full.Protocol ?? ''))
    throw refused(`The redirect protocol '${full.Protocol}' is not valid`);
  if (full.Protocol === 'HTTP' && place.protocol === 'HTTPS') throw refused('You cannot redirect from HTTPS to HTTP');
  if (!full.Path?.startsWith('/')) throw refused("The redirect path must start with '/'");
  const loops =
    full.Protocol === kept.Protocol && full.Host === kept.Host && full.Port === kept.Port && full.Path === kept.Path;
  if (loops) throw refused('The redirect configuration is not valid because it creates a loop.');
  return { ...action, RedirectConfig: full };
}

function checkedForward(action: Action, place: Place): Action {
  const groups = (action.ForwardConfig?.TargetGroups ?? []).map((group) => ({ ...group }));
  if (action.TargetGroupArn !== undefined) {
    if (groups.length === 0) groups.push({ TargetGroupArn: action.TargetGroupArn });
    else if (groups.length > 1 || groups[0]?.TargetGroupArn !== action.TargetGroupArn) {
      throw invalid(
        'If you specify both TargetGroupArn and ForwardConfig, they must name the same single target group',
      );
    }
  }
  if (groups.length === 0) throw invalid('A target group ARN must be specified');
  if (groups.length > 5) throw refused("A forward action can have at most '5' target groups");
  const arns = groups.map(({ TargetGroupArn }) => TargetGroupArn ?? '');
  if (new Set(arns).size !== arns.length) throw invalid('The target groups of a forward action must be unique');
  for (const { Weight: weight } of groups) {
    if (weight !== undefined && (weight < 0 || weight > 999))
      throw invalid(`Weight '${weight}' must be between 0 and 999`);
  }
  const found = arns.map((arn) => place.state.targetGroup(arn));
  for (const group of found) {
    if (place.state.usersOf(group.arn).some((user) => user !== place.loadBalancer)) {
      const why = 'The following target groups cannot be associated with more than one load balancer';
      throw new AwsError('TargetGroupAssociationLimit', `${why}: ${group.arn}`);
    }
  }
  const stickiness = checkedStickiness(action.ForwardConfig, found);
  const config = {
    TargetGroups: arns.map((TargetGroupArn, i) => ({ TargetGroupArn, Weight: groups[i]?.Weight ?? 1 })),
    TargetGroupStickinessConfig: stickiness,
  };
  const order = action.Order === undefined ? {} : { Order: action.Order };
  return {
    Type: 'forward',
    ...(arns.length === 1 ? { TargetGroupArn: arns[0] } : {}),
    ...order,
    ForwardConfig: config,
  };
}

function checkedStickiness(config: ForwardActionConfig | undefined, groups: readonly TargetGroup[]) {
  const { Enabled: enabled = false, DurationSeconds: seconds } = config?.TargetGroupStickinessConfig ?? {};
  if (enabled && seconds === undefined)
    throw invalid('A duration must be specified when target group stickiness is enabled');
  if (seconds !== undefined && (seconds < 1 || seconds > 604_800)) {
    throw invalid(`Target group stickiness duration '${seconds}' must be between 1 and 604800`);
  }
  const hasStickyTargets = groups.some(({ attributes }) => attributes.get('stickiness.enabled') === 'true');
  if (!enabled && groups.length > 1 && hasStickyTargets) {
    const why =
      'You must enable group stickiness on a rule if you enabled target stickiness on one of its target groups';
    throw new AwsError('InvalidConfigurationRequest', why);
  }
  return { Enabled: enabled, ...(seconds === undefined ? {} : { DurationSeconds: seconds }) };
}

function refused(message: string): AwsError {
  return new AwsError('InvalidLoadBalancerAction', message);
}
