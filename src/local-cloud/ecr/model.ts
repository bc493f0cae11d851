import type { EncryptionConfiguration, ImageTagMutability } from '@aws-sdk/client-ecr';
import type { Manifest } from './manifest.js';

/** What the local ECR remembers. Times are cloud epoch milliseconds. */

export interface Image {
  readonly digest: string;
  /** The manifest, byte for byte as it was pushed: its digest is over these. */
  readonly bytes: Buffer;
  readonly manifest: Manifest;
  readonly pushedAt: number;
  /** What it can run on, such as `linux/amd64`. */
  readonly platforms: readonly string[];
  pulledAt?: number;
  /** Where it is kept, as cloud times. In the archive from `archivedAt` to `activeFrom`. */
  storage: { readonly archivedAt?: number; readonly activeFrom?: number };
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html */
export interface Mutability {
  readonly setting: ImageTagMutability;
  /** Wildcards of the tags for which the opposite holds. */
  readonly exclusions: readonly string[];
}

export interface Repository {
  readonly name: string;
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
  /** Without scheme: `127.0.0.1:41234/team/shop`. */
  readonly uri: string;
  readonly createdAt: number;
  readonly encryption: EncryptionConfiguration;
  mutability: Mutability;
  isScannedOnPush: boolean;
  readonly resourceTags: Map<string, string>;
  /** Who else may do what, as a policy's text. */
  policy?: string;
  /** Sizes of the configurations and layers that are there, by digest. */
  readonly blobs: Map<string, number>;
  /** By digest, oldest first. */
  readonly images: Map<string, Image>;
  /** Tag → digest. */
  readonly tags: Map<string, string>;
}

/** Where the store keeps what is in a repository. */
export function placeOf({ accountId, region, name }: Repository): string {
  return `${accountId}/${region}/${name}`;
}

export function tagsOf(repository: Repository, image: Image): string[] {
  return [...repository.tags].filter(([, digest]) => digest === image.digest).map(([tag]) => tag);
}

/** The tags of every image that has any, by digest: for those who look at many. */
export function tagsByDigest({ tags }: Repository): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [tag, digest] of tags) {
    const known = found.get(digest);
    if (known === undefined) found.set(digest, [tag]);
    else known.push(tag);
  }
  return found;
}

/** By tag, by digest, or by both, which must then mean the same image. */
export function findImage(
  repository: Repository,
  id: { readonly imageTag?: string | undefined; readonly imageDigest?: string | undefined },
): Image | undefined {
  const tagged = id.imageTag === undefined ? undefined : repository.tags.get(id.imageTag);
  if (id.imageTag !== undefined && tagged === undefined) return undefined;
  const digest = id.imageDigest ?? tagged;
  if (digest === undefined || (tagged !== undefined && tagged !== digest)) return undefined;
  return repository.images.get(digest);
}

/** Whether the tag, once it is there, may be given to another image. */
export function isMovable({ setting, exclusions }: Mutability, tag: string): boolean {
  const isExcluded = exclusions.some((each) => matchesWildcard(each, tag));
  return setting.startsWith('MUTABLE') !== isExcluded;
}

/** `*` stands for any characters, also none. */
export function matchesWildcard(wildcard: string, text: string): boolean {
  const parts = wildcard.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(text);
}
