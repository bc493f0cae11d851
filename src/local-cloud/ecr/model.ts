import type { EncryptionConfiguration, ImageTagMutability } from '@aws-sdk/client-ecr';
import type { Manifest } from './manifest.js';

/** What the local ECR remembers. Times are cloud epoch milliseconds. */

export interface Image {
  readonly digest: string;
  /** The manifest, byte for byte as it was pushed: its digest is over these. */
  readonly text: string;
  readonly manifest: Manifest;
  readonly pushedAt: number;
}

export interface Repository {
  readonly name: string;
  readonly arn: string;
  /** Without scheme: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/shop` */
  readonly uri: string;
  readonly createdAt: number;
  readonly tagMutability: ImageTagMutability;
  readonly encryption: EncryptionConfiguration;
  readonly isScannedOnPush: boolean;
  /** Configurations and layers by digest. */
  readonly blobs: Map<string, Buffer>;
  /** By digest, oldest first. */
  readonly images: Map<string, Image>;
  /** Tag → digest. */
  readonly tags: Map<string, string>;
}

export function tagsOf(repository: Repository, image: Image): string[] {
  return [...repository.tags].filter(([, digest]) => digest === image.digest).map(([tag]) => tag);
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
