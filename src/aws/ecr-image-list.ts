import type { RepositoryImage } from '../images/lifecycle-evaluation.js';
import { ACCEPTED_MEDIA_TYPES, readManifest } from '../images/manifest.js';
import type { EcrImageDetail } from '../ports/ecr.js';
import { type EcrCalls, inGroups } from './ecr-calls.js';
import { errorName } from './errors.js';
import type { ImageDetail } from './sdk/ecr.js';

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchGetImage.html (imageIds), and BatchDeleteImage's */
export const MOST_IDS = 100;
/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeImages.html (maxResults): the fewer calls, the less is throttled */
const PAGE = 1_000;

/** Of an image as a reference names it. */
export const idOf = (reference: string): { imageDigest: string } | { imageTag: string } =>
  reference.includes(':') ? { imageDigest: reference } : { imageTag: reference };

/**
 * All images, archived ones too, one page after the other. What indexes hold is read from their manifests, which ECR takes for a
 * pull of them.
 */
export async function listImages(calls: EcrCalls, name: string): Promise<readonly RepositoryImage[]> {
  const { DescribeImagesCommand } = await calls.sdk();
  const ecr = await calls.client();
  const details: ImageDetail[] = [];
  let nextToken: string | undefined;
  do {
    const wanted = {
      ...calls.named(name),
      filter: { imageStatus: 'ANY' as const },
      maxResults: PAGE,
      ...(nextToken === undefined ? {} : { nextToken }),
    };
    const page = await calls.on(name).call('ecr:DescribeImages', () => ecr.send(new DescribeImagesCommand(wanted)));
    details.push(...(page.imageDetails ?? []));
    nextToken = page.nextToken;
  } while (nextToken !== undefined && nextToken !== '');
  const indexes = details.filter(({ imageManifestMediaType = '' }) =>
    /index|manifest\.list/.test(imageManifestMediaType),
  );
  const children = await childrenOf(
    calls,
    name,
    indexes.flatMap(({ imageDigest }) => imageDigest ?? []),
  );
  return details.map((detail) => listed(detail, children.get(detail.imageDigest ?? '')));
}

function listed(detail: ImageDetail, children: readonly string[] | undefined): RepositoryImage {
  const { imageStatus, lastRecordedPullTime, lastArchivedAt, subjectManifestDigest } = detail;
  const isArchived = imageStatus === 'ARCHIVED';
  return {
    digest: detail.imageDigest ?? '',
    tags: detail.imageTags ?? [],
    pushedAtMs: detail.imagePushedAt?.getTime() ?? 0,
    ...(lastRecordedPullTime === undefined ? {} : { pulledAtMs: lastRecordedPullTime.getTime() }),
    storageClass: isArchived ? 'archive' : 'standard',
    ...(isArchived && lastArchivedAt !== undefined ? { archivedAtMs: lastArchivedAt.getTime() } : {}),
    ...(children === undefined ? {} : { children }),
    ...(subjectManifestDigest === undefined ? {} : { subject: subjectManifestDigest }),
  };
}

/** What is in indexes, by their digests. */
async function childrenOf(
  calls: EcrCalls,
  name: string,
  indexes: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { BatchGetImageCommand } = await calls.sdk();
  const ecr = await calls.client();
  const children = new Map<string, readonly string[]>();
  for (const group of inGroups(indexes, MOST_IDS)) {
    const wanted = {
      ...calls.named(name),
      imageIds: group.map((imageDigest) => ({ imageDigest })),
      acceptedMediaTypes: [...ACCEPTED_MEDIA_TYPES],
    };
    const { images = [] } = await calls
      .on(name)
      .call('ecr:BatchGetImage', () => ecr.send(new BatchGetImageCommand(wanted)));
    for (const { imageId, imageManifest = '', imageManifestMediaType } of images) {
      const reading = readManifest(imageManifest, imageManifestMediaType);
      if (reading.ok && reading.value.kind === 'index') {
        children.set(
          imageId?.imageDigest ?? '',
          reading.value.children.map(({ digest }) => digest),
        );
      }
    }
  }
  return children;
}

/** One image; archived ones are looked for in a second call, because ECR answers active ones unless it is asked for others. */
export async function describeImage(
  calls: EcrCalls,
  name: string,
  reference: string,
): Promise<EcrImageDetail | undefined> {
  const { DescribeImagesCommand } = await calls.sdk();
  const ecr = await calls.client();
  for (const filter of [undefined, { imageStatus: 'ANY' as const }]) {
    const wanted = { ...calls.named(name), imageIds: [idOf(reference)], ...(filter === undefined ? {} : { filter }) };
    const answer = await calls
      .on(name)
      .call('ecr:DescribeImages', () => ecr.send(new DescribeImagesCommand(wanted)))
      .catch((error: unknown) => {
        const isLast = filter !== undefined && errorName(error) === 'InvalidParameterException';
        if (errorName(error) !== 'ImageNotFoundException' && !isLast) throw error;
      });
    const [found] = answer?.imageDetails ?? [];
    if (found !== undefined) {
      return {
        digest: found.imageDigest ?? '',
        tags: found.imageTags ?? [],
        sizeBytes: found.imageSizeInBytes ?? 0,
        pushedAt: found.imagePushedAt?.getTime() ?? 0,
        status: found.imageStatus ?? 'ACTIVE',
      };
    }
  }
  return undefined;
}

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchDeleteImage.html */
export async function untagImages(
  calls: EcrCalls,
  name: string,
  tags: readonly string[],
): Promise<readonly { readonly tag: string; readonly why: string }[]> {
  const { BatchDeleteImageCommand } = await calls.sdk();
  const ecr = await calls.client();
  const left: { tag: string; why: string }[] = [];
  for (const group of inGroups(tags, MOST_IDS)) {
    const wanted = { ...calls.named(name), imageIds: group.map((imageTag) => ({ imageTag })) };
    const { failures = [] } = await calls
      .on(name)
      .call('ecr:BatchDeleteImage', () => ecr.send(new BatchDeleteImageCommand(wanted)));
    for (const { imageId, failureCode = '', failureReason = '' } of failures) {
      // Off already: by somebody else, or by a call of ours whose answer got lost.
      if (failureCode === 'ImageNotFound') continue;
      left.push({ tag: imageId?.imageTag ?? '', why: `${failureCode}: ${failureReason}` });
    }
  }
  return left;
}
