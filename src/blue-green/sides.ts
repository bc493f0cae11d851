import type { Side } from '../ports/journal.js';
import type { ServiceSeen } from '../ports/service-rollout.js';
import type { Route } from '../ports/traffic-router.js';

/** Which of the two services is live and which takes the new version: read from the weights, never from names. */
export interface Sides {
  readonly blue: Side & { readonly seen: ServiceSeen };
  readonly green: Side & { readonly seen: ServiceSeen };
  /** Green's target group is not in the rule yet: it must be put there with weight 0 before it is health-checked. */
  readonly greenIsMissing: boolean;
  /** What is wrong with the live side: a fix must be forced over it. */
  readonly broken: string | undefined;
}

export type SidesFound = { readonly sides: Sides } | { readonly refusals: readonly string[] };

/**
 * @param overrides service → target group ARN, where a service has more than one
 */
export function sidesOf(
  route: Route,
  services: readonly ServiceSeen[],
  overrides: Readonly<Record<string, string>>,
): SidesFound {
  const owners = ownersOf(route, services, overrides);
  return 'refusals' in owners ? owners : live(route, ...owners.pair);
}

/** Which target group of the rule belongs to which of the two services, whoever is live. */
export function ownersOf(
  route: Route,
  services: readonly ServiceSeen[],
  overrides: Readonly<Record<string, string>>,
): { readonly pair: readonly [Owned, Owned] } | { readonly refusals: readonly string[] } {
  if (route.unusable !== undefined) return { refusals: [`the ${route.name} cannot be shifted: ${route.unusable}`] };
  const refusals = services.flatMap(unfit);
  const owned = services.map((seen) => groupOf(seen, route, overrides));
  refusals.push(...owned.flatMap((found) => ('refusal' in found ? [found.refusal] : [])));
  const [first, second] = owned.flatMap((found) => ('refusal' in found ? [] : [found]));
  if (refusals.length > 0 || first === undefined || second === undefined) return { refusals };
  if (first.targetGroupArn === second.targetGroupArn) {
    return {
      refusals: [
        `${first.service} and ${second.service} share target group ${first.targetGroupArn}: no weight could part them`,
      ],
    };
  }
  const foreign = foreignGroups(route, [first.targetGroupArn, second.targetGroupArn]);
  if (foreign.length > 0) {
    const names = services.map(({ name }) => name).join(' nor ');
    return {
      refusals: [`the ${route.name} also forwards to ${foreign.join(', ')}, which belongs neither to ${names}`],
    };
  }
  return { pair: [first, second] };
}

export type Owned = Side & { readonly seen: ServiceSeen };

function unfit(service: ServiceSeen): string[] {
  const refusals: string[] = [];
  if (service.status !== 'ACTIVE') refusals.push(`service ${service.name} is ${service.status}, not ACTIVE`);
  if (service.controller !== 'ECS') {
    refusals.push(
      `service ${service.name} has the deployment controller ${service.controller}; only ECS can be shifted`,
    );
  }
  return refusals;
}

function groupOf(
  seen: ServiceSeen,
  route: Route,
  overrides: Readonly<Record<string, string>>,
): Owned | { refusal: string } {
  const { name: service, targetGroupArns } = seen;
  const override = overrides[service];
  if (override !== undefined) {
    return targetGroupArns.includes(override)
      ? { service, targetGroupArn: override, seen }
      : {
          refusal: `service ${service} is not registered with target group ${override} (it has ${targetGroupArns.join(', ') || 'none'})`,
        };
  }
  if (targetGroupArns.length === 0)
    return { refusal: `service ${service} has no target group: it takes no traffic to shift` };
  const inRoute = targetGroupArns.filter((arn) => route.groups.some((group) => group.targetGroupArn === arn));
  const candidates = inRoute.length > 0 ? inRoute : targetGroupArns;
  const [only, ...more] = candidates;
  if (only === undefined || more.length > 0) {
    return {
      refusal: `service ${service} has several target groups (${candidates.join(', ')}): name the one to shift in target-groups`,
    };
  }
  return { service, targetGroupArn: only, seen };
}

/** Groups of the rule other than these. */
export function foreignGroups(route: Route, ours: readonly string[]): string[] {
  return route.groups.map(({ targetGroupArn }) => targetGroupArn).filter((arn) => !ours.includes(arn));
}

function live(route: Route, first: Owned, second: Owned): SidesFound {
  const weight = (side: Owned): number =>
    route.groups.find((group) => group.targetGroupArn === side.targetGroupArn)?.weight ?? 0;
  const weights = `${first.service} ${weight(first)}, ${second.service} ${weight(second)}`;
  if (weight(first) > 0 && weight(second) > 0) {
    return {
      refusals: [
        `the ${route.name} sends traffic to both services (${weights}): a shift is under way, or one was left half done. When nobody is at work, rollback with to: ${first.service} or to: ${second.service} gives all of it to that one`,
      ],
    };
  }
  if (weight(first) === 0 && weight(second) === 0) {
    return {
      refusals: [`the ${route.name} sends traffic to neither service (${weights}): which one is live cannot be told`],
    };
  }
  const [blue, green] = weight(first) > 0 ? [first, second] : [second, first];
  const greenIsMissing = !route.groups.some((group) => group.targetGroupArn === green.targetGroupArn);
  const broken =
    blue.seen.runningCount === 0
      ? `service ${blue.service} is live by the weights (${weights}) but runs no task`
      : undefined;
  return { sides: { blue, green, greenIsMissing, broken } };
}
