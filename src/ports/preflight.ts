/**
 * What is looked at before a service is touched. Everything reads, nothing changes. What does not exist is a value; what
 * may not be read is an AccessError.
 */

export interface ClusterReader {
  /** The cluster; undefined when there is none of that name. */
  cluster(name: string): Promise<ClusterSeen | undefined>;
  /** The service as it is set up; undefined when the cluster has none of that name. The cluster must exist. */
  service(cluster: string, name: string): Promise<ServiceSetUp | undefined>;
}

export interface ClusterSeen {
  readonly arn: string;
  /** `ACTIVE`, `PROVISIONING`, `DEPROVISIONING`, `FAILED` or `INACTIVE`. */
  readonly status: string;
  readonly capacityProviders: readonly string[];
}

/** How a service is set up, as far as a new revision must fit it. */
export interface ServiceSetUp {
  readonly status: string;
  /** `ECS`, `CODE_DEPLOY` or `EXTERNAL`. */
  readonly controller: string;
  readonly desiredCount: number;
  readonly taskDefinitionArn: string;
  /** Empty when a capacity provider decides. */
  readonly launchType: string;
  readonly capacityProviders: readonly string[];
  readonly loadBalancers: readonly Attachment[];
  /** Service discovery that names a container and its port. */
  readonly registries: readonly Attachment[];
  /** Names of ports that Service Connect leads to. */
  readonly connectedPorts: readonly string[];
  /** Undefined where tasks have no network interface of their own. */
  readonly network: { readonly subnets: readonly string[]; readonly securityGroups: readonly string[] } | undefined;
  /** Alarms by which ECS itself rolls back. */
  readonly alarms: readonly string[];
  readonly deployments: readonly {
    readonly status: string;
    readonly rollout: string;
    readonly taskDefinitionArn: string;
  }[];
}

/** What ECS leads to a container: a target group, or a service registry. */
export interface Attachment {
  /** ARN of the target group or the registry; empty for a Classic Load Balancer. */
  readonly arn: string;
  /** Empty where the registry takes the whole task. */
  readonly container: string;
  readonly port: number | undefined;
}

export interface ImageReader {
  /** @throws AccessError, or Error when the registry does not answer */
  image(reference: EcrImage): Promise<ImageSeen>;
}

/** An image in Amazon ECR, as its reference says. */
export interface EcrImage {
  readonly account: string;
  readonly region: string;
  readonly repository: string;
  /** One of the two. */
  readonly tag?: string | undefined;
  readonly digest?: string | undefined;
}

export type ImageSeen =
  | { readonly missing: 'repository' | 'image' }
  | {
      /** What it runs on; undefined when the manifest is of a kind that does not tell. */
      readonly platforms: readonly Platform[] | undefined;
    };

/** As image manifests name it: `linux`, `amd64`. https://github.com/opencontainers/image-spec/blob/main/image-index.md */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
}

export interface RoleReader {
  /** The role; undefined when the account of the credentials has none of that name. */
  role(name: string): Promise<RoleSeen | undefined>;
  /** Who calls, as STS says: `arn:aws:sts::123456789012:assumed-role/deploy/session`. */
  caller(): Promise<string>;
  /** What the policies of a principal say to actions on resources. Policies of the resources themselves are not asked. */
  simulate(question: Simulation): Promise<readonly Simulated[]>;
}

export interface RoleSeen {
  readonly arn: string;
  /** The policy that says who may take it, as JSON text. */
  readonly trustPolicy: string;
}

export interface Simulation {
  readonly principalArn: string;
  readonly action: string;
  readonly resourceArns: readonly string[];
  /** Condition keys with their values, `iam:PassedToService`. */
  readonly context: Readonly<Record<string, string>>;
}

export interface Simulated {
  readonly resourceArn: string;
  readonly decision: 'allowed' | 'explicitDeny' | 'implicitDeny';
  /** Condition keys that a policy looks at and the question did not give: the decision may be another in earnest. */
  readonly missingContext: readonly string[];
}

export interface SecretReader {
  /** A secret by its ARN or name in a Region; undefined when there is none. */
  secret(id: string, region: string): Promise<SecretSeen | undefined>;
  /** Those of the parameters that exist, by the names or ARNs that were given. */
  parameters(names: readonly string[], region: string): Promise<readonly string[]>;
  /** The secret's own policy as JSON text; undefined when it has none. */
  secretPolicy(arn: string, region: string): Promise<string | undefined>;
}

export interface SecretSeen {
  readonly arn: string;
  /** It is on its way to be deleted, and gives no value any more. */
  readonly isBeingDeleted: boolean;
}

export interface LogGroupReader {
  logGroupExists(name: string, region: string): Promise<boolean>;
}

export interface NetworkReader {
  /** Those that exist. */
  subnets(ids: readonly string[]): Promise<readonly SubnetSeen[]>;
  /** Those that exist. */
  securityGroups(ids: readonly string[]): Promise<readonly { readonly id: string; readonly vpc: string }[]>;
  /** Those that exist. */
  targetGroups(arns: readonly string[]): Promise<readonly TargetGroupSeen[]>;
}

export interface SubnetSeen {
  readonly id: string;
  readonly vpc: string;
  readonly freeAddresses: number;
}

export interface TargetGroupSeen {
  readonly arn: string;
  /** `ip`, `instance`, `lambda` or `alb`. */
  readonly targetType: string;
  readonly vpc: string;
  /** Without a load balancer nothing reaches it. */
  readonly hasLoadBalancer: boolean;
}
