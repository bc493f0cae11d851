import type { IncomingMessage } from 'node:http';
import type { Clock } from '../clock.js';
import { type Attributes, numberOf } from './attributes.js';
import type { RequestFacts } from './conditions.js';
import type { RegisteredTarget } from './registered-target.js';
import type { Deed, Route } from './routes.js';
import type { TargetGroup } from './state.js';
import { groupCookie, pin, pinned, targetCookie } from './stickiness.js';

/** Where a request goes: its rule, then the group by weight or cookie, then the target. */

export interface Chosen {
  readonly group: TargetGroup;
  /** Undefined: the group has none that may be chosen. */
  readonly target: RegisteredTarget | undefined;
  readonly cookies: string[] | undefined;
}

export function factsOf(req: IncomingMessage, clientIp: string): RequestFacts {
  let url = req.url ?? '/';
  if (!url.startsWith('/') && url.includes('://')) url = url.slice(url.indexOf('/', url.indexOf('://') + 3));
  const mark = url.indexOf('?');
  return {
    method: req.method ?? 'GET',
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? '' : url.slice(mark + 1),
    host: hostName(req.headers.host ?? ''),
    sourceIp: clientIp,
    rawHeaders: req.rawHeaders,
  };
}

/** The rules in their order; the default rule matches everything, so there is always one. */
export function routeOf(routes: readonly Route[], facts: RequestFacts): Route {
  for (const route of routes) if (route.match(facts)) return route;
  throw new Error('a listener has a default rule');
}

/** Undefined when every weight is 0. */
export function choose(
  deed: Deed & { kind: 'forward' },
  cookies: string | undefined,
  clock: Clock,
): Chosen | undefined {
  let set: string[] | undefined;
  let group: TargetGroup | undefined;
  if (deed.stickySeconds !== undefined) {
    // A client stays with its group until the cookie is over, even at weight 0, as long as the action names the group.
    const now = clock.now();
    group = deed.groups.get(pinned(cookies, groupCookie, now) ?? '');
    if (group === undefined) {
      group = deed.choice.next();
      if (group !== undefined) set = pin(groupCookie, group.arn, now, deed.stickySeconds);
    }
  } else group = deed.choice.next();
  if (group === undefined) return undefined;
  const seconds = targetStickySeconds(group.attributes);
  if (seconds === undefined) return { group, target: group.pool.pick(), cookies: set };
  const now = clock.now();
  const [arn = '', key] = (pinned(cookies, targetCookie, now) ?? '').split('#');
  const target = group.pool.pick(arn === group.arn ? key : undefined);
  if (target !== undefined) set = [...(set ?? []), ...pin(targetCookie, `${group.arn}#${target.key}`, now, seconds)];
  return { group, target, cookies: set };
}

function targetStickySeconds(attributes: Attributes): number | undefined {
  if (attributes.get('stickiness.enabled') !== 'true' || attributes.get('stickiness.type') !== 'lb_cookie')
    return undefined;
  return numberOf(attributes, 'stickiness.lb_cookie.duration_seconds');
}

function hostName(host: string): string {
  const colon = host.lastIndexOf(':');
  return colon > host.lastIndexOf(']') ? host.slice(0, colon) : host;
}
