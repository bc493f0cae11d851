import type { Clock } from './clock.js';

/**
 * What the parts of the local cloud promise each other. A service owns its folder; it sees the others only through
 * the interfaces below.
 */

/** An error as AWS words it. Thrown by an operation, written on the wire by `wire/`. */
export class AwsError extends Error {
  /** HTTP status, 400 unless told. */
  readonly status: number;
  /** Further members of the error shape, for example `currentParameterValue`. */
  readonly fields: Readonly<Record<string, unknown>>;

  constructor(
    /** The code on the wire: JSON services write the class name (`ClusterNotFoundException`), Query services the code without suffix (`TargetGroupNotFound`). */
    readonly code: string,
    message: string,
    options: { status?: number; fields?: Record<string, unknown> } = {},
  ) {
    super(message);
    this.name = code;
    this.status = options.status ?? 400;
    this.fields = options.fields ?? {};
  }
}

export interface Call {
  readonly operation: string;
  /** Of the signature. Only ECR keeps Regions apart. */
  readonly region: string;
  /** Of who calls. Only ECR and STS keep accounts apart. */
  readonly accountId: string;
  /** ARN of who calls. */
  readonly principal: string;
}

/**
 * One API operation: takes the decoded request, answers the response members, or throws `AwsError`.
 * Timestamps are `Date` in requests; answers may give a `Date` or epoch milliseconds. What the schema does not have is
 * left out of the answer.
 */
// biome-ignore lint/suspicious/noExplicitAny: the wire layer has checked the request against the SDK's schema of the operation, whose static type the operation names itself
export type Operation = (input: any, call: Call) => unknown;

/** The body of an admin call, answered as JSON. A RangeError or AwsError tells the caller what is wrong with it. */
export type AdminCall = (body: Record<string, unknown>) => unknown;

/** Operations that share a token bucket. */
export interface ApiClass {
  readonly operations: readonly string[];
  /** Calls that a full bucket holds. */
  readonly burst: number;
  /** Calls a second that are put back. */
  readonly perSecond: number;
}

export interface CloudService {
  readonly id:
    | 'ecs'
    | 'elb'
    | 'cloudwatch'
    | 'ssm'
    | 'sts'
    | 'logs'
    | 'autoscaling'
    | 'ecr'
    | 'ecr-public'
    | 'iam'
    | 'ec2'
    | 'secretsmanager';
  /** The namespace object of the SDK client: its exported schemas (`CreateServiceRequest$`, `CreateService$`) drive validation and serialization. */
  readonly sdk: Readonly<Record<string, unknown>>;
  readonly wire:
    | { protocol: 'json'; version: '1.0' | '1.1'; target: string; queryCompatible?: boolean }
    | { protocol: 'query' | 'ec2'; apiVersion: string; namespace: string };
  /** Credential scope name, which routes Query requests. */
  readonly signingName: string;
  readonly operations: Readonly<Record<string, Operation>>;
  /** Faults and other deeds that AWS has no call for: `POST /_sluice/<id>/<name>`. */
  readonly admin?: Readonly<Record<string, AdminCall>>;
  /** Those of them that only look: they may be asked with `GET /_sluice/<id>/<name>` too. */
  readonly looks?: readonly string[];
  /** Published limits, which are enforced when the cloud is told to. Without any, nothing is limited. */
  readonly rates?: readonly ApiClass[];
  /** Ends everything the service started: sockets, timers, processes. */
  stop(): Promise<void>;
}

/** What every service is built with. */
export interface Ground {
  readonly clock: Clock;
  readonly region: string;
  readonly accountId: string;
  readonly network: Network;
  readonly settings: Settings;
  /** `arn:aws:<service>:<region>:<account>:<resource>` */
  arn(service: string, resource: string): string;
  /** A line for whoever watches the cloud (`sluice cloud --verbose`). */
  note(text: string): void;
}

/** Durations in cloud milliseconds. Everything has a default near AWS's documented or commonly seen figure. */
export interface Settings {
  /** Task: PROVISIONING lasts so long. Default 2 000. */
  provisioningMs: number;
  /** Task: PENDING (image pull) lasts so long before the process is started. Default 3 000. */
  pendingMs: number;
  /** Task: DEPROVISIONING lasts so long. Default 1 000. */
  deprovisioningMs: number;
  /** How often the ECS scheduler looks at a service. Default 1 000. */
  schedulerMs: number;
  /** A rule or listener change reaches the data plane after so long. Default 1 000. */
  propagationMs: number;
  /** ALB metrics of a minute are published so long after the minute ended. Default 15 000. */
  metricDelayMs: number;
  /** How often alarms are evaluated (AWS: every minute for periods of 60 s and more; every 10 s for shorter ones). Default 10 000. */
  alarmEvaluationMs: number;
  /** ECR: a lifecycle policy is carried out so long after it was put, and so often. Default 24 h, AWS's longest. */
  lifecycleMs: number;
  /** ECR: the preview of a lifecycle policy takes so long. Default 5 000. */
  lifecyclePreviewMs: number;
  /** ECR: the scan of an image takes so long, and so does its signature. Default 10 000. */
  imageScanMs: number;
  /** ECR: to bring an image back from the archive takes so long. Default 20 min. */
  imageRestoreMs: number;
}

/**
 * The VPC: a task gets an address of its own (as an ENI has) on which its container port answers; in truth every process
 * listens on some loopback port. Addresses nobody published (a target registered by hand) are dialled as they stand.
 */
export interface Network {
  /** A new private address in 10.0.0.0/16. */
  allocate(): string;
  /** From now on `address:port` is `127.0.0.1:realPort`. */
  publish(address: string, port: number, realPort: number): void;
  resolve(address: string, port: number): { host: string; port: number };
  release(address: string): void;
}

export interface Target {
  readonly id: string;
  readonly port: number;
}

export type TargetState = 'initial' | 'healthy' | 'unhealthy' | 'unused' | 'draining' | 'unavailable';

/** ELBv2 as ECS sees it. */
export interface Targets {
  /** Undefined when there is no such group. `used`: some listener or rule names it. */
  group(
    targetGroupArn: string,
  ): { arn: string; targetType: string; loadBalancerArns: string[]; used: boolean } | undefined;
  register(targetGroupArn: string, target: Target): void;
  /** Resolves when the target has drained (deregistration delay over, or no request left in flight). */
  deregister(targetGroupArn: string, target: Target): Promise<void>;
  /** Undefined when the target is not registered. */
  health(
    targetGroupArn: string,
    target: Target,
  ): { state: TargetState; reason?: string; description?: string } | undefined;
}

/** CloudWatch as the data plane, ECS and rules see it. */
export interface Metrics {
  /** Adds one observation. Values are aggregated per minute; they can be seen by readers at `at` + the publishing delay of the namespace. */
  record(datum: {
    namespace: string;
    name: string;
    dimensions: Readonly<Record<string, string>>;
    value: number;
    /** How many observations of this value (default 1). */
    count?: number;
    unit: string;
    /** Cloud time in epoch ms; default now. */
    at?: number;
  }): void;
  alarmState(name: string): 'OK' | 'ALARM' | 'INSUFFICIENT_DATA' | undefined;
  /** Period × evaluation periods of a metric alarm in cloud ms, from which ECS derives a deployment's bake time. */
  alarmWindowMs?(name: string): number | undefined;
}

/** ECR as ECS sees it. */
export interface Registry {
  /** Of an image that this registry holds. */
  digestOf(image: string): string | undefined;
  /** Why the image cannot be pulled for a platform such as `linux/amd64`; undefined when it can, or when that is not for this registry to say. */
  pullProblem(
    image: string,
    platform: string,
  ): { kind: 'missing' } | { kind: 'platform'; platform: string } | undefined;
}

/** Where values stand that a task definition names in `secrets`. Both throw AwsError in the words of their service. */
export interface SecretValues {
  /** True once there was any: before, nothing is known of secrets, and none is looked for. */
  readonly isUsed: boolean;
  /** By ARN (the end of six characters may be left out) or name. */
  value(secretId: string, version: { id?: string; stage?: string }): string;
}

export interface ParameterValues {
  /** By name or ARN. */
  parameterValue(name: string): string | undefined;
}

/** IAM as other services see it. */
export interface Permissions {
  /** Whether a role's policies allow this; undefined when IAM does not know the role, and nothing can be said. */
  allows(roleArn: string, action: string, resource: string): boolean | undefined;
  /** Whether a service may assume a role on behalf of what has the ARN `source`; undefined as above. */
  trusts(roleArn: string, service: string, source: string): boolean | undefined;
}

/** EC2 as ECS sees it. */
export interface Subnets {
  /** The first that there is not; undefined also as long as there are none at all, and nothing can be said. */
  missingSubnet(ids: readonly string[]): string | undefined;
  missingSecurityGroup(ids: readonly string[]): string | undefined;
}

/** ECS as Application Auto Scaling sees it. A resource is `service/<cluster>/<service>`. */
export interface DesiredCounts {
  /** Undefined when there is no such active service. */
  get(resourceId: string): number | undefined;
  set(resourceId: string, desiredCount: number): void;
}

/** CloudWatch Logs as ECS sees it. Creates the stream (and, where `create`, the group). Throws AwsError when the group is missing. */
export interface LogSink {
  append(
    group: string,
    stream: string,
    lines: readonly { at: number; message: string }[],
    options?: { create?: boolean },
  ): void;
}
