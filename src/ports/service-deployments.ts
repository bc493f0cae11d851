import type { CapacityShare } from '../ecs/capacity-share.js';
/**
 * What ECS keeps of each update of a service.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-deployment.html
 */
export interface ServiceDeployments {
  /**
   * Updates the service. What `change` does not name stays as it is.
   *
   * @returns what ECS answered: a deployment by its clock, which is the one to compare with
   * @throws RefusedUpdate when ECS does not take it: nothing was changed
   */
  start(service: string, change: ServiceChange): Promise<Started>;
  /**
   * The deployments of the service, newest first, at most the last hundred; undefined where this ECS knows no such call.
   * What they deploy is told of the newest few, and of the newest that succeeded.
   *
   * @throws AccessError where it is not allowed
   */
  list(service: string): Promise<readonly ServiceDeploymentSeen[] | undefined>;
  /** What set it off and how it was judged: for the diagnosis. Undefined when ECS does not know it (any more). */
  describe(arn: string): Promise<ServiceDeploymentDetail | undefined>;
  /**
   * Ends it: `rollback` goes back to the last deployment that succeeded, `abort` leaves what runs.
   * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StopServiceDeployment.html
   *
   * @returns false when there is nothing to be stopped: it has ended, or is being stopped already
   */
  stop(arn: string, how: 'rollback' | 'abort'): Promise<boolean>;
  /** How the service is deployed to now, as ECS keeps it. */
  settings(service: string): Promise<ServiceSettings>;
}

/** ECS does not take the update, in its own words; asked again it would say the same. */
export class RefusedUpdate extends Error {
  override readonly name = 'RefusedUpdate';
}

export interface ServiceSettings {
  readonly deploymentConfiguration: DeploymentSettings;
  readonly capacityProviderStrategy: readonly CapacityShare[];
}

export interface ServiceChange {
  readonly taskDefinitionArn?: string;
  readonly desiredCount?: number;
  readonly forceNewDeployment?: boolean;
  readonly capacityProviderStrategy?: readonly CapacityShare[];
  /** The whole of it: ECS replaces it by what is sent. */
  readonly deploymentConfiguration?: DeploymentSettings;
}

/**
 * Members that are not named here come through as they are.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
export interface DeploymentSettings {
  readonly minimumHealthyPercent?: number;
  readonly maximumPercent?: number;
  readonly deploymentCircuitBreaker?: { readonly enable: boolean; readonly rollback: boolean };
  readonly alarms?: { readonly alarmNames: readonly string[]; readonly enable: boolean; readonly rollback: boolean };
  readonly [member: string]: unknown;
}

export interface Started {
  /** `ecs-svc/…`: the deployment that is PRIMARY now. */
  readonly primaryId: string;
  /** When that one was created, by the clock of ECS, epoch ms. */
  readonly at: number;
}

export interface ServiceDeploymentSeen {
  readonly arn: string;
  /** By the clock of ECS, epoch ms. */
  readonly createdAt: number;
  readonly status: ServiceDeploymentStatus;
  /** In the words of ECS; empty when it says nothing. */
  readonly statusReason: string;
  /** What it deploys; empty when ECS does not know that revision any more. */
  readonly taskDefinitionArn: string;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html */
export type ServiceDeploymentStatus =
  | 'PENDING'
  | 'IN_PROGRESS'
  | 'SUCCESSFUL'
  | 'STOPPED'
  | 'STOP_REQUESTED'
  | 'ROLLBACK_REQUESTED'
  | 'ROLLBACK_IN_PROGRESS'
  | 'ROLLBACK_SUCCESSFUL'
  | 'ROLLBACK_FAILED';

export interface ServiceDeploymentDetail {
  readonly status: string;
  readonly statusReason: string;
  readonly rollbackReason: string;
  readonly triggeredAlarms: readonly string[];
  readonly circuitBreaker: { readonly status: string; readonly failures: number; readonly threshold: number };
}
