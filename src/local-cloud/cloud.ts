import { createAutoscaling } from './autoscaling/index.js';
import { Clock } from './clock.js';
import { createCloudWatch } from './cloudwatch/index.js';
import type { CloudService, Ground, Settings } from './contract.js';
import { createEc2 } from './ec2/index.js';
import type { BlobStore } from './ecr/blob-store.js';
import { blobStore, createEcr, type RegistryKind } from './ecr/index.js';
import { createEcrPublic } from './ecr/public.js';
import { createEcs } from './ecs/index.js';
import { createElb, type Elb } from './elb/index.js';
import { Faults } from './faults.js';
import { createIam } from './iam/index.js';
import { createLogs } from './logs/index.js';
import { LoopbackNetwork } from './network.js';
import { RateLimits } from './rate-limits.js';
import { createSecretsManager } from './secrets-manager/index.js';
import { defaultSettings } from './settings.js';
import { createSsm } from './ssm/index.js';
import { createSts } from './sts/index.js';
import { Admin } from './wire/admin.js';
import { Calls } from './wire/calls.js';
import { Credentials } from './wire/credentials.js';
import { type CallCount, type LoggedRequest, RequestLog } from './wire/request-log.js';
import { ApiServer } from './wire/server.js';

export interface CloudOptions {
  /** Port of the API on 127.0.0.1; 0 (the default) is any free one. */
  readonly port?: number;
  /** How many times faster than the wall clock. Default 1. */
  readonly speed?: number;
  /** When cloud time begins, in epoch ms. Default now. */
  readonly from?: number;
  readonly region?: string;
  readonly settings?: Partial<Settings>;
  /** Enforces the published limits of the APIs of ECS and ECR. Default false. */
  readonly rateLimits?: boolean;
  /** What keeps the bytes of images: memory and files of its own (the default), a docker-registry process, or that if the program is there. */
  readonly registry?: RegistryKind;
  /** Takes the lines that tell what happens. */
  readonly note?: (text: string) => void;
}

interface Services extends Readonly<Record<CloudService['id'], CloudService>> {
  readonly elb: Elb;
}

/** A running local cloud. */
export class Cloud {
  readonly clock: Clock;
  readonly settings: Settings;
  readonly region: string;
  readonly accountId = '123456789012';
  private readonly services: Services;
  private readonly calls: Calls;
  private readonly admin: Admin;
  private readonly server: ApiServer;
  private readonly faults: Faults;
  private readonly credentials: Credentials;
  private readonly log = new RequestLog();
  private url = '';

  private constructor(options: CloudOptions) {
    const { region = 'eu-west-1', settings = {}, rateLimits = false, note = () => {}, ...time } = options;
    this.region = region;
    this.clock = new Clock(time);
    this.settings = { ...defaultSettings, ...settings };
    const ground: Ground = {
      clock: this.clock,
      region,
      accountId: this.accountId,
      network: new LoopbackNetwork(),
      settings: this.settings,
      arn: (service, resource) => this.arn(service, resource),
      note,
    };
    const credentials = new Credentials(this.clock, this.accountId);
    this.credentials = credentials;
    this.services = createServices(ground, credentials, blobStore(options.registry ?? 'own'));
    this.faults = new Faults(this.clock);
    const limits = new RateLimits(this.clock, rateLimits);
    const services = Object.values(this.services);
    this.calls = new Calls(services, ground, credentials, this.faults, this.log, limits);
    this.admin = new Admin(services, ground, this.faults, this.log, credentials, limits);
    this.server = new ApiServer(this.calls, this.admin);
  }

  /** Starts the server; `stop` ends it and everything the services started. Throws when the port is taken, and leaves nothing behind. */
  static async start(options: CloudOptions = {}): Promise<Cloud> {
    const cloud = new Cloud(options);
    try {
      cloud.url = await cloud.server.listen(options.port ?? 0);
    } catch (error) {
      await cloud.stop();
      throw error;
    }
    return cloud;
  }

  /** `http://127.0.0.1:port` */
  get endpoint(): string {
    return this.url;
  }

  /** What a client process needs in its environment. `SLUICE_CLOCK` is `<from>x<speed>`: cloud time is from + (now - from) * speed. */
  get env(): Record<string, string> {
    return {
      AWS_ENDPOINT_URL: this.endpoint,
      AWS_REGION: this.region,
      // boto3 and version 1 of the AWS CLI read only this one.
      AWS_DEFAULT_REGION: this.region,
      AWS_ACCESS_KEY_ID: 'AKIASLUICELOCALCLOUD',
      AWS_SECRET_ACCESS_KEY: 'sluice-local-cloud',
      SLUICE_CLOCK: `${this.clock.from}x${this.clock.speed}`,
    };
  }

  /** Calls an operation without the network, with a request in the JSON protocol's form and all its checks, as the account or another one. Throws AwsError. */
  invoke(
    serviceId: CloudService['id'],
    operation: string,
    request: unknown,
    as: { readonly accountId?: string; readonly region?: string } = {},
  ): Promise<unknown> {
    if (as.accountId !== undefined) this.credentials.addAccount(as.accountId);
    return this.calls.invoke(this.services[serviceId], operation, request, as);
  }

  /** An admin call by its path below `/_sluice/`. Throws AdminError. */
  async sluice(path: string, body: Record<string, unknown> = {}): Promise<unknown> {
    return this.admin.act(path, body);
  }

  service(id: CloudService['id']): CloudService {
    return this.services[id];
  }

  /** `arn:aws:<service>:<region>:<account>:<resource>` */
  arn(service: string, resource: string): string {
    return `arn:aws:${service}:${this.region}:${this.accountId}:${resource}`;
  }

  /** Where a listener really listens. */
  address(listenerArn: string): { host: string; port: number } | undefined {
    return this.services.elb.address(listenerArn);
  }

  requests(after = 0, operation?: string): LoggedRequest[] {
    return this.log.list(after, operation);
  }

  /** Calls, throttles and failures by operation, such as `ecs:DescribeServices`. */
  counts(): Record<string, CallCount> {
    return this.log.counted();
  }

  async stop(): Promise<void> {
    this.faults.clear();
    this.faults.release({ drop: true });
    await this.server.close();
    // In reverse: ECS stops its tasks while the load balancers still know them.
    for (const service of Object.values(this.services).reverse()) await service.stop();
  }
}

/** Each service sees only those before it, through the interfaces of the contract. */
function createServices(ground: Ground, credentials: Credentials, store: BlobStore): Services {
  const sts = createSts(credentials);
  const ssm = createSsm(ground);
  const logs = createLogs(ground);
  const secretsmanager = createSecretsManager(ground);
  const iam = createIam(ground);
  const ec2 = createEc2(ground);
  const ecr = createEcr(ground, store);
  const cloudwatch = createCloudWatch(ground);
  const elb = createElb(ground, { metrics: cloudwatch });
  const ecs = createEcs(ground, {
    targets: elb,
    metrics: cloudwatch,
    logs,
    registry: ecr,
    secrets: secretsmanager,
    parameters: ssm,
    permissions: iam,
    subnets: ec2,
  });
  const autoscaling = createAutoscaling(ground, ecs);
  return {
    sts,
    ssm,
    logs,
    secretsmanager,
    iam,
    ec2,
    ecr,
    'ecr-public': createEcrPublic(ground),
    cloudwatch,
    elb,
    ecs,
    autoscaling,
  };
}
