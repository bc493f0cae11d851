import type { CapacityShare } from '../ecs/capacity-share.js';
import type { DeploymentSettings } from '../ports/service-deployments.js';
import type { Inputs } from '../spec/action-spec.js';
import type { StatusRange } from '../spec/http-status.js';
import type { prometheusInputs } from '../spec/prometheus-inputs.js';
import type { rollingInputs } from '../spec/rolling-inputs.js';
import type { Query } from '../verdict/queries.js';

/** How one service is rolled out: what is changed of it, how long one waits, what is done when it turns out bad. */
export interface RollSettings {
  /** Region, for commands and links. */
  readonly region: string;
  readonly change: {
    /** Absent: as many as autoscaling, or a person, has it now. */
    readonly desiredCount?: number | undefined;
    readonly minimumHealthyPercent?: number | undefined;
    readonly maximumPercent?: number | undefined;
    readonly circuitBreaker?: DeploymentSettings['deploymentCircuitBreaker'];
    /** ECS's own alarms of the deployment; absent: left as they are. */
    readonly deploymentAlarms?: DeploymentSettings['alarms'];
    readonly capacityProviderStrategy?: readonly CapacityShare[];
    readonly forceNewDeployment: boolean;
  };
  readonly timeoutMs: number;
  readonly pollMs: number;
  /** So many tasks that fail for the same reason end it. */
  readonly failAfter: number;
  /** How long it must stay healthy after it is stable. */
  readonly bakeMs: number;
  readonly unhealthyLimit: number;
  readonly unknownLimitMs: number;
  readonly alarms: readonly string[];
  readonly probe?: ProbeSettings | undefined;
  readonly queries: readonly Query[];
  readonly alertRules: readonly Query[];
  readonly onFailure: 'rollback' | 'leave';
  readonly onCancel: 'rollback' | 'stop' | 'leave';
  readonly whenBusy: 'wait' | 'replace' | 'fail';
  readonly whenLocked: 'fail' | 'wait';
  readonly lockName?: string | undefined;
  readonly logLines: number;
  /** A reason to deploy although the alarms or queries are bad already. */
  readonly force?: string | undefined;
  readonly dryRun: boolean;
}

export interface ProbeSettings {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: readonly StatusRange[];
  readonly bodyText: string | undefined;
  readonly timeoutMs: number;
}

type SettingInputs = Inputs<{ readonly inputs: typeof rollingInputs }> &
  Pick<Inputs<{ readonly inputs: typeof prometheusInputs }>, 'queries' | 'alertRules'>;

const breakers = {
  rollback: { enable: true, rollback: true },
  stop: { enable: true, rollback: false },
  off: { enable: false, rollback: false },
} as const;

/** What the inputs ask for. */
export function settingsOf(
  inputs: SettingInputs,
  more: Pick<RollSettings, 'region' | 'lockName' | 'dryRun'>,
): RollSettings {
  const { circuitBreaker, deploymentAlarms, capacityProviderStrategy, probe } = inputs;
  return {
    ...more,
    change: {
      desiredCount: inputs.desiredCount,
      minimumHealthyPercent: inputs.minimumHealthyPercent,
      maximumPercent: inputs.maximumPercent,
      forceNewDeployment: inputs.forceNewDeployment,
      ...(circuitBreaker === undefined ? {} : { circuitBreaker: breakers[circuitBreaker] }),
      ...(deploymentAlarms.length === 0 ? {} : { deploymentAlarms: alarmsOf(deploymentAlarms) }),
      ...(capacityProviderStrategy.length === 0 ? {} : { capacityProviderStrategy }),
    },
    timeoutMs: inputs.timeout,
    pollMs: inputs.pollInterval,
    failAfter: inputs.failAfter,
    bakeMs: inputs.bake,
    unhealthyLimit: inputs.unhealthyLimit,
    unknownLimitMs: inputs.unknownLimit,
    alarms: inputs.alarms,
    probe:
      probe === undefined
        ? undefined
        : {
            url: probe,
            headers: inputs.probeHeaders,
            status: inputs.probeStatus,
            bodyText: inputs.probeBody,
            timeoutMs: inputs.probeTimeout,
          },
    queries: inputs.queries,
    alertRules: inputs.alertRules,
    onFailure: inputs.onFailure === 'leave' ? 'leave' : 'rollback',
    onCancel: inputs.onCancel,
    whenBusy: inputs.whenBusy,
    whenLocked: inputs.whenLocked,
    logLines: inputs.logLines,
    force: inputs.force,
  };
}

function alarmsOf(names: readonly string[]): NonNullable<DeploymentSettings['alarms']> {
  return names.includes('off')
    ? { alarmNames: [], enable: false, rollback: false }
    : { alarmNames: names, enable: true, rollback: true };
}
