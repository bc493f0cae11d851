import { randomBytes, randomInt } from 'node:crypto';
import {
  AwsError,
  type Ground,
  type LogSink,
  type Metrics,
  type ParameterValues,
  type Permissions,
  type Registry,
  type SecretValues,
  type Subnets,
  type Targets,
} from '../contract.js';
import { AppFaults } from './app-faults.js';
import { ImageCatalogue } from './images.js';
import type { ClusterRecord, ServiceRecord, TaskDefinitionRecord, TaskRecord } from './model.js';

/** The services that ECS works with. Of those that are left out it knows nothing, and asks nothing. */
export interface Neighbours {
  readonly targets: Targets;
  readonly metrics: Metrics;
  readonly logs: LogSink;
  readonly registry?: Registry;
  readonly secrets?: SecretValues;
  readonly parameters?: ParameterValues;
  readonly permissions?: Permissions;
  readonly subnets?: Subnets;
}

export interface EcsOptions {
  /** Path of the catalogue app's program. Default: `SLUICE_APP_PROGRAM`, or where the build left it. */
  readonly appProgram?: string;
  /** Images that cannot be pulled. */
  readonly missingImages?: readonly string[];
  /** A task without load balancer and health check counts as healthy after so long in RUNNING. AWS: 40 s. */
  readonly settleMs?: number;
  /** How often ECS asks for its deployment alarms; AWS does not publish it. Default 10 s of cloud time. */
  readonly alarmPollMs?: number;
  /** Bake time of a deployment with alarms whose window is unknown. Default 3 min of cloud time. */
  readonly alarmBakeMs?: number;
}

/** Everything the local ECS knows, with the look-ups that every operation shares. */
export class World {
  readonly clusters = new Map<string, ClusterRecord>();
  readonly families = new Map<string, TaskDefinitionRecord[]>();
  readonly services: ServiceRecord[] = [];
  readonly tasks = new Map<string, TaskRecord>();
  readonly targets: Targets;
  readonly metrics: Metrics;
  readonly logs: LogSink;
  readonly images: ImageCatalogue;
  readonly faults = new AppFaults();
  /** Capacity (FARGATE, FARGATE_SPOT, EC2) that has no room for another task. */
  readonly fullCapacity = new Set<string>();
  /** So many of the next alarm polls are throttled and see nothing. */
  throttledAlarmPolls = 0;
  isStopped = false;
  readonly settleMs: number;
  readonly alarmPollMs: number;
  readonly alarmBakeMs: number;

  constructor(
    readonly ground: Ground,
    readonly neighbours: Neighbours,
    options: EcsOptions,
  ) {
    this.targets = neighbours.targets;
    this.metrics = neighbours.metrics;
    this.logs = neighbours.logs;
    this.images = new ImageCatalogue(options.missingImages);
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html, minimumHealthyPercent
    this.settleMs = options.settleMs ?? 40_000;
    this.alarmPollMs = options.alarmPollMs ?? 10_000;
    this.alarmBakeMs = options.alarmBakeMs ?? 180_000;
  }

  private readonly sleepers = new Set<() => void>();

  /** Waits so much cloud time, or until the cloud stops. */
  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        timer.cancel();
        this.sleepers.delete(wake);
        resolve();
      };
      const timer = this.ground.clock.after(ms, wake);
      this.sleepers.add(wake);
    });
  }

  /** Ends all waiting. Whoever wakes looks at `isStopped`. */
  stop(): void {
    this.isStopped = true;
    for (const wake of [...this.sleepers]) wake();
  }

  now(): number {
    return this.ground.clock.now();
  }

  arn(resource: string): string {
    return this.ground.arn('ecs', resource);
  }

  findCluster(nameOrArn: string): ClusterRecord | undefined {
    const found = this.clusters.get(lastSegment(nameOrArn));
    return found !== undefined && means(nameOrArn, found.clusterArn) ? found : undefined;
  }

  /** @throws AwsError ClusterNotFoundException */
  cluster(nameOrArn: string | undefined): ClusterRecord {
    const cluster = this.findCluster(nameOrArn ?? 'default');
    if (cluster === undefined || cluster.status !== 'ACTIVE') {
      throw new AwsError('ClusterNotFoundException', 'Cluster not found.');
    }
    return cluster;
  }

  /**
   * The living service of that name, or else the one deleted last.
   * @throws AwsError InvalidParameterException for an ARN of another cluster
   */
  findService(cluster: ClusterRecord, nameOrArn: string): ServiceRecord | undefined {
    checkCluster(nameOrArn, cluster);
    const named = this.services.filter((service) => service.cluster === cluster && means(nameOrArn, service.arn));
    return named.find((service) => service.status !== 'INACTIVE') ?? named.at(-1);
  }

  /** @throws AwsError ServiceNotFoundException */
  service(cluster: ClusterRecord, nameOrArn: string | undefined): ServiceRecord {
    const service = this.findService(cluster, nameOrArn ?? '');
    if (service === undefined) throw new AwsError('ServiceNotFoundException', 'Service not found.');
    return service;
  }

  /** @throws AwsError InvalidParameterException for an ARN of another cluster */
  findTask(cluster: ClusterRecord, idOrArn: string): TaskRecord | undefined {
    checkCluster(idOrArn, cluster);
    const arn = this.arn(`task/${cluster.clusterName}/${lastSegment(idOrArn)}`);
    return means(idOrArn, arn) ? this.tasks.get(arn) : undefined;
  }

  tasksOf(service: ServiceRecord): TaskRecord[] {
    return [...this.tasks.values()].filter((task) => task.service === service);
  }

  /** By ARN, `family:revision`, or `family` for its latest active revision. */
  findTaskDefinition(reference: string): TaskDefinitionRecord | undefined {
    const [family = '', revision] = lastSegment(reference).split(':');
    const revisions = this.families.get(family) ?? [];
    if (revision === undefined) return revisions.findLast((each) => each.status === 'ACTIVE');
    const found = revisions.find((each) => each.revision === Number(revision));
    return found !== undefined && means(reference, found.taskDefinitionArn) ? found : undefined;
  }

  /** @throws AwsError ClientException when it is missing or was deregistered */
  startableTaskDefinition(reference: string | undefined): TaskDefinitionRecord {
    const found = this.findTaskDefinition(reference ?? '');
    if (found === undefined) throw new AwsError('ClientException', 'TaskDefinition not found.');
    if (found.status !== 'ACTIVE') throw new AwsError('ClientException', 'TaskDefinition is inactive');
    return found;
  }
}

/**
 * Whether a name or ARN stands for the resource with this ARN: an ARN of another Region, account or cluster does not.
 * Services and tasks go by their old, short ARN as well, which has no cluster in it.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#ecs-resource-ids
 */
function means(reference: string, arn: string): boolean {
  if (!reference.startsWith('arn:')) return reference === lastSegment(arn);
  return reference === arn || reference === arn.replace(/\/[^/]+(?=\/[^/]+$)/, '');
}

/** As AWS words it, where a service or task is looked for in the cluster it is not in. */
function checkCluster(reference: string, { clusterName }: ClusterRecord): void {
  const other = /^arn:[^/]+\/([^/]+)\/[^/]+$/.exec(reference)?.[1];
  if (other === undefined || other === clusterName) return;
  const why = `Invalid identifier: Identifier is for cluster ${other}. Your cluster is ${clusterName}`;
  throw new AwsError('InvalidParameterException', why);
}

export function lastSegment(nameOrArn: string): string {
  return nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
}

export const hexId = (characters: number) =>
  randomBytes(Math.ceil(characters / 2))
    .toString('hex')
    .slice(0, characters);

export function digitsId(): string {
  return `${randomInt(1_000_000_000, 9_999_999_999)}${randomInt(100_000_000, 999_999_999)}`;
}

/** 21 characters, as service deployments have. */
export const shortId = () => randomBytes(16).toString('base64url').slice(0, 21);
