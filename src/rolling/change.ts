import type { CapacityShare } from '../ecs/capacity-share.js';
import type { DeploymentSettings, ServiceChange } from '../ports/service-deployments.js';
import type { ServiceSeen } from '../ports/service-rollout.js';
import type { RollRequest } from './roll.js';
import type { RollSettings } from './settings.js';
import type { RollingWorld } from './world.js';

export interface Change {
  /** What the update has to name beside the task definition; nothing of it when it is so already. */
  readonly change: Omit<ServiceChange, 'taskDefinitionArn'>;
  /** The capacity provider strategy of the service, where the update names another. */
  readonly capacityBefore?: readonly CapacityShare[];
}

/**
 * A capacity provider strategy alone starts no deployment, so that no task would move: where the revision stays
 * (`isSameRevision`), a new deployment is asked for with it.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */
export async function changeOf(
  { service: name, settings: { change } }: RollRequest,
  { deployments }: RollingWorld,
  service: ServiceSeen,
  isSameRevision: boolean,
): Promise<Change> {
  const asked: DeploymentSettings = {
    ...(change.minimumHealthyPercent === undefined ? {} : { minimumHealthyPercent: change.minimumHealthyPercent }),
    ...(change.maximumPercent === undefined ? {} : { maximumPercent: change.maximumPercent }),
    ...(change.circuitBreaker === undefined ? {} : { deploymentCircuitBreaker: change.circuitBreaker }),
    ...(change.deploymentAlarms === undefined ? {} : { alarms: change.deploymentAlarms }),
  };
  const { capacityProviderStrategy: capacity } = change;
  const mustRead = Object.keys(asked).length > 0 || capacity !== undefined;
  const now = mustRead ? await deployments.settings(name) : undefined;
  const merged = { ...now?.deploymentConfiguration, ...withParts(now?.deploymentConfiguration, asked) };
  const isOther = now !== undefined && !isSame(merged, now.deploymentConfiguration);
  const capacityBefore =
    capacity === undefined || isSame(capacity, now?.capacityProviderStrategy)
      ? undefined
      : now?.capacityProviderStrategy;
  const isForced = change.forceNewDeployment || (isSameRevision && capacityBefore !== undefined);
  const told: Change['change'] = {
    ...(change.desiredCount === undefined || change.desiredCount === service.desiredCount
      ? {}
      : { desiredCount: change.desiredCount }),
    ...(isOther ? { deploymentConfiguration: merged } : {}),
    ...(capacity === undefined || capacityBefore === undefined ? {} : { capacityProviderStrategy: capacity }),
    ...(isForced ? { forceNewDeployment: true } : {}),
  };
  return { change: told, ...(capacityBefore === undefined ? {} : { capacityBefore }) };
}

/** What an update changes beside the task definition, a line each for people. */
export function changeLines({ change: asked }: Pick<RollSettings, 'change'>, change: Partial<ServiceChange>): string[] {
  const { deploymentConfiguration: settings, capacityProviderStrategy: capacity } = change;
  const of = <T>(set: T | undefined, words: (set: T) => string): string[] =>
    settings === undefined || set === undefined ? [] : [words(set)];
  const share = ({ capacityProvider, weight = 0, base = 0 }: CapacityShare): string =>
    `${capacityProvider} weight=${weight}${base === 0 ? '' : ` base=${base}`}`;
  return [
    ...(asked.desiredCount === undefined ? [] : [`desired count ${asked.desiredCount}`]),
    ...of(asked.minimumHealthyPercent, (percent) => `minimum healthy percent ${percent}`),
    ...of(asked.maximumPercent, (percent) => `maximum percent ${percent}`),
    ...of(
      asked.circuitBreaker,
      ({ enable, rollback }) => `circuit breaker ${enable ? (rollback ? 'rollback' : 'stop') : 'off'}`,
    ),
    ...of(
      asked.deploymentAlarms,
      ({ enable, alarmNames = [] }) => `deployment alarms ${enable ? alarmNames.join(', ') : 'off'}`,
    ),
    ...(capacity === undefined ? [] : [`capacity providers ${capacity.map(share).join(', ')}`]),
  ];
}

/** What a member has beside what is set of it stays: thresholds of the circuit breaker, for example. */
function withParts(now: DeploymentSettings | undefined, asked: DeploymentSettings): DeploymentSettings {
  const { deploymentCircuitBreaker: breaker } = asked;
  return breaker === undefined
    ? asked
    : { ...asked, deploymentCircuitBreaker: { ...now?.deploymentCircuitBreaker, ...breaker } };
}

/** The order of keys, and zeros that ECS leaves out, do not count. */
function isSame(a: unknown, b: unknown): boolean {
  const canonical = (value: unknown): string =>
    JSON.stringify(value, (_key, part: unknown) => {
      if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
      return Object.fromEntries(
        Object.entries(part)
          .filter(([, member]) => member !== undefined && member !== 0)
          .sort(([x], [y]) => (x < y ? -1 : 1)),
      );
    });
  return canonical(a) === canonical(b);
}
