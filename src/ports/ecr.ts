import type { ScanReport } from '../images/findings.js';
import type { RepositoryImage } from '../images/lifecycle-evaluation.js';
import type { RegistryLogin } from './image-repository.js';

/** The registry of one account in one Region, beside the images themselves: what only ECR has. */
export interface EcrRegistryControl {
  /** A fresh login; ECR's tokens last twelve hours. */
  login(): Promise<RegistryLogin>;
  /** undefined when there is none of that name. */
  repository(name: string): Promise<EcrRepository | undefined>;
  /** One that somebody else created at the same moment is answered as it is. */
  create(name: string, settings: RepositorySettings): Promise<EcrRepository>;
  /** All images of a repository, indexes with their children. */
  images(name: string): Promise<readonly RepositoryImage[]>;
  /** Size in bytes as ECR counts it, when it was pushed (epoch ms), whether it can be pulled; undefined when it is not there. */
  image(name: string, reference: string): Promise<EcrImageDetail | undefined>;
  /** Takes tags off. The last tag taken off an image deletes it. Answers those that could not be. */
  untag(name: string, tags: readonly string[]): Promise<readonly { readonly tag: string; readonly why: string }[]>;
  /** The policy as text; undefined when there is none. */
  lifecyclePolicy(name: string): Promise<string | undefined>;
  /** What ECR itself says a policy would do; undefined when it did not come to an end in time. */
  previewLifecycle(name: string, policy: string): Promise<readonly PreviewedImage[] | undefined>;
  putLifecyclePolicy(name: string, policy: string): Promise<void>;
  /** One look at the scan of an image that is no index. */
  scan(name: string, digest: string): Promise<ScanLook>;
  /** Asks for a basic scan. `refused`: there was one within 24 hours, or ECR does not scan this way. */
  startScan(name: string, digest: string): Promise<'started' | 'refused'>;
  /** State of the signature that ECR itself makes on push: undefined when it makes none. */
  signing(name: string, digest: string): Promise<'IN_PROGRESS' | 'COMPLETE' | 'FAILED' | undefined>;
}

export interface EcrRepository {
  readonly name: string;
  readonly account: string;
  readonly arn: string;
  /** `host/name`, what images in it are called. */
  readonly uri: string;
  readonly mutability: TagMutability;
  readonly isScannedOnPush: boolean;
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html */
export interface TagMutability {
  readonly setting: 'MUTABLE' | 'IMMUTABLE' | 'MUTABLE_WITH_EXCLUSION' | 'IMMUTABLE_WITH_EXCLUSION';
  /** Wildcards of the tags that the opposite holds for. */
  readonly exclusions: readonly string[];
}

export interface RepositorySettings {
  readonly mutability: TagMutability;
  readonly isScannedOnPush: boolean;
  readonly encryption: { readonly type: 'AES256' | 'KMS' | 'KMS_DSSE'; readonly keyArn?: string };
  readonly tags: Readonly<Record<string, string>>;
}

export interface EcrImageDetail {
  readonly digest: string;
  readonly tags: readonly string[];
  readonly sizeBytes: number;
  readonly pushedAt: number;
  /** `ACTIVE`, `ARCHIVED` or `ACTIVATING`. */
  readonly status: string;
}

export interface PreviewedImage {
  readonly digest: string;
  readonly tags: readonly string[];
  readonly rulePriority: number;
}

export interface ScanLook {
  /** ECR's own word, such as `COMPLETE`; undefined when no scan is known. */
  readonly status: string | undefined;
  readonly description: string;
  /** All pages of findings; undefined as long as there are none to read. */
  readonly report: ScanReport | undefined;
  /** Why the findings cannot be read as a whole. */
  readonly wrong?: string;
}

/** Which images are in use. */
export interface ImageUse {
  /** Every image that a service of these clusters runs or is being told to run, and who runs it. */
  running(clusters: readonly string[]): Promise<readonly RunningImage[]>;
}

export interface RunningImage {
  /** As the task definition names it. */
  readonly image: string;
  /** What really runs, as ECS resolved it; undefined when no task tells. */
  readonly digest: string | undefined;
  readonly cluster: string;
  readonly service: string;
  readonly container: string;
}
