import type * as sdk from '@aws-sdk/client-ecr';
import type { Call } from '../contract.js';
import type { Access } from './access.js';
import { findImage, type Image, type Repository, tagsOf } from './model.js';
import { invalid } from './repositories.js';

/**
 * A tag is taken off, and with its last tag an image goes; by digest it goes with all its tags. What an index holds stays.
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchDeleteImage.html
 */
export function batchDelete(
  access: Access,
  input: sdk.BatchDeleteImageRequest,
  call: Call,
): sdk.BatchDeleteImageResponse {
  const repository = access.repository(input, call);
  const ids = input.imageIds ?? [];
  if (ids.length === 0 || ids.length > 100) {
    invalid(
      "Invalid parameter at 'imageIds' failed to satisfy constraint: 'Member must have length between 1 and 100'",
    );
  }
  const imageIds: sdk.ImageIdentifier[] = [];
  const failures: sdk.ImageFailure[] = [];
  for (const imageId of ids) {
    const failure = problem(repository, imageId);
    if (failure !== undefined) failures.push({ imageId, ...failure });
    else imageIds.push(...deleteOne(repository, imageId));
  }
  return { imageIds, failures };
}

interface DeletionProblem {
  readonly failureCode: sdk.ImageFailureCode;
  readonly failureReason: string;
}

/** Why it cannot be deleted; undefined when it can. */
export function problem(repository: Repository, id: sdk.ImageIdentifier): DeletionProblem | undefined {
  const { imageDigest, imageTag } = id;
  if (imageTag === undefined && imageDigest === undefined) {
    return {
      failureCode: 'MissingDigestAndTag',
      failureReason: 'Invalid request parameters: both tag and digest cannot be null',
    };
  }
  if (imageDigest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(imageDigest)) {
    return {
      failureCode: 'InvalidImageDigest',
      failureReason:
        "Invalid request parameters: image digest should satisfy the regex '[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+'",
    };
  }
  const image = findImage(repository, id);
  if (image === undefined) {
    const isMismatch = imageTag !== undefined && imageDigest !== undefined && repository.tags.has(imageTag);
    return isMismatch
      ? { failureCode: 'ImageTagDoesNotMatchDigest', failureReason: 'Given tag does not match the image digest' }
      : { failureCode: 'ImageNotFound', failureReason: 'Requested image not found' };
  }
  const isLast = imageTag === undefined || tagsOf(repository, image).length === 1;
  const holders = isLast ? indexesOf(repository, image).map(({ digest }) => digest) : [];
  if (holders.length === 0) return undefined;
  return {
    failureCode: 'ImageReferencedByManifestList',
    failureReason: `Requested image referenced by manifest list: [${holders.join(', ')}]`,
  };
}

/** What `problem` has nothing against. */
export function deleteOne(repository: Repository, id: sdk.ImageIdentifier): sdk.ImageIdentifier[] {
  const image = findImage(repository, id);
  if (image === undefined) return [];
  const imageDigest = image.digest;
  const tags = tagsOf(repository, image);
  if (id.imageTag !== undefined) {
    repository.tags.delete(id.imageTag);
    if (tags.length === 1) remove(repository, [image]);
    return [{ imageDigest, imageTag: id.imageTag }];
  }
  remove(repository, [image]);
  return tags.length === 0 ? [{ imageDigest }] : tags.map((imageTag) => ({ imageDigest, imageTag }));
}

/** Images with their tags, and what speaks about them, which ECR removes within 24 hours: https://docs.aws.amazon.com/AmazonECR/latest/userguide/images.html */
export function remove(repository: Repository, images: readonly Image[]): void {
  const digests = new Set(images.map(({ digest }) => digest));
  for (const [tag, digest] of repository.tags) if (digests.has(digest)) repository.tags.delete(tag);
  for (const digest of digests) repository.images.delete(digest);
  const orphans = [...repository.images.values()].filter(({ manifest }) => digests.has(manifest.subject?.digest ?? ''));
  if (orphans.length > 0) remove(repository, orphans);
}

export function indexesOf(repository: Repository, { digest }: Image): Image[] {
  return [...repository.images.values()].filter(({ manifest }) =>
    manifest.manifests?.some((each) => each.digest === digest),
  );
}
