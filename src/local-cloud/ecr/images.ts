import type * as sdk from '@aws-sdk/client-ecr';
import { AwsError, type Call, type Ground } from '../contract.js';
import { page } from '../wire/page.js';
import type { Access } from './access.js';
import { statusOf } from './archive.js';
import type { Intake } from './intake.js';
import { findImage, type Image, type Repository, tagsByDigest } from './model.js';
import { descriptorOf, referrersOf } from './referrers.js';
import { invalid, pages } from './repositories.js';
import { type ScanResult, severityCounts } from './scans.js';

/** What is in the repositories: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/ */
export class Images {
  constructor(
    private readonly ground: Ground,
    private readonly access: Access,
    private readonly intake: Intake,
    private readonly scanned: (repository: Repository, image: Image) => ScanResult | undefined,
  ) {}

  async put(input: sdk.PutImageRequest, call: Call): Promise<sdk.PutImageResponse> {
    const repository = this.access.repository(input, call);
    const image = await this.intake.take(repository, {
      bytes: Buffer.from(input.imageManifest ?? ''),
      mediaType: input.imageManifestMediaType,
      tag: input.imageTag,
      digest: input.imageDigest,
    });
    return { image: this.view(repository, image, input.imageTag) };
  }

  /** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeImages.html */
  describe(input: sdk.DescribeImagesRequest, call: Call): sdk.DescribeImagesResponse {
    const repository = this.access.repository(input, call);
    if (input.imageIds !== undefined) {
      const images = new Set(input.imageIds.map((id) => this.named(repository, id)));
      return { imageDetails: this.details(repository, [...images]) };
    }
    const { items, nextToken } = page(
      this.filtered(repository, input.filter),
      input.nextToken,
      input.maxResults,
      pages,
    );
    return {
      imageDetails: this.details(repository, items),
      ...(nextToken === undefined ? {} : { nextToken }),
    };
  }

  /** One id for each tag, and the digest alone of what has none. https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ListImages.html */
  list(input: sdk.ListImagesRequest, call: Call): sdk.ListImagesResponse {
    const repository = this.access.repository(input, call);
    const tags = tagsByDigest(repository);
    const ids = this.filtered(repository, input.filter).flatMap(({ digest: imageDigest }): sdk.ImageIdentifier[] => {
      const own = tags.get(imageDigest);
      return own === undefined ? [{ imageDigest }] : own.map((imageTag) => ({ imageDigest, imageTag }));
    });
    const { items, nextToken } = page(ids, input.nextToken, input.maxResults, pages);
    return { imageIds: items, ...(nextToken === undefined ? {} : { nextToken }) };
  }

  private filtered(repository: Repository, filter: sdk.DescribeImagesFilter = {}): Image[] {
    const { tagStatus = 'ANY', imageStatus = 'ACTIVE' } = filter;
    const now = this.ground.clock.now();
    const tags = tagsByDigest(repository);
    return [...repository.images.values()].filter(
      (image) =>
        (tagStatus === 'ANY' || tags.has(image.digest) === (tagStatus === 'TAGGED')) &&
        (imageStatus === 'ANY' || statusOf(image, now) === imageStatus),
    );
  }

  /** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ListImageReferrers.html */
  referrers(input: sdk.ListImageReferrersRequest, call: Call): sdk.ListImageReferrersResponse {
    const repository = this.access.repository(input, call);
    const { artifactTypes, artifactStatus = 'ACTIVE' } = input.filter ?? {};
    const now = this.ground.clock.now();
    const all = referrersOf(repository, input.subjectId?.imageDigest ?? '')
      .map((image) => ({ ...descriptorOf(image), artifactStatus: statusOf(image, now) }))
      .filter((each) => artifactStatus === 'ANY' || each.artifactStatus === artifactStatus)
      .filter((each) => artifactTypes === undefined || artifactTypes.includes(each.artifactType ?? ''));
    const { items, nextToken } = page(all, input.nextToken, input.maxResults, pages);
    return { referrers: items, ...(nextToken === undefined ? {} : { nextToken }) };
  }

  /** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchGetImage.html */
  batchGet(input: sdk.BatchGetImageRequest, call: Call): sdk.BatchGetImageResponse {
    const repository = this.access.repository(input, call);
    const ids = input.imageIds ?? [];
    if (ids.length === 0 || ids.length > 100) {
      invalid(
        "Invalid parameter at 'imageIds' failed to satisfy constraint: 'Member must have length between 1 and 100'",
      );
    }
    const images: sdk.Image[] = [];
    const failures: sdk.ImageFailure[] = [];
    for (const id of ids) {
      const image = findImage(repository, id);
      if (image !== undefined && statusOf(image, this.ground.clock.now()) !== 'ACTIVE') {
        failures.push({ imageId: id, failureCode: 'ImageInaccessible', failureReason: 'The image is archived' });
      } else if (image !== undefined) images.push(this.view(repository, image, id.imageTag));
      else if (id.imageTag === undefined && id.imageDigest === undefined) {
        failures.push({
          imageId: id,
          failureCode: 'MissingDigestAndTag',
          failureReason: 'Invalid request parameters: both tag and digest cannot be null',
        });
      } else failures.push({ imageId: id, failureCode: 'ImageNotFound', failureReason: 'Requested image not found' });
    }
    return { images, failures };
  }

  /** @throws AwsError ImageNotFoundException */
  named(repository: Repository, id: sdk.ImageIdentifier): Image {
    const image = findImage(repository, id);
    if (image !== undefined) return image;
    const named = `{imageDigest:'${id.imageDigest ?? 'null'}', imageTag:'${id.imageTag ?? 'null'}'}`;
    throw new AwsError(
      'ImageNotFoundException',
      `The image with imageId ${named} does not exist within the repository with name '${repository.name}' in the registry with id '${repository.accountId}'`,
    );
  }

  private view(repository: Repository, image: Image, imageTag: string | undefined): sdk.Image {
    return {
      registryId: repository.accountId,
      repositoryName: repository.name,
      imageId: { imageDigest: image.digest, ...(imageTag === undefined ? {} : { imageTag }) },
      imageManifest: image.bytes.toString('utf8'),
      imageManifestMediaType: image.manifest.mediaType,
    };
  }

  private scanSummary(repository: Repository, image: Image): Partial<sdk.ImageDetail> {
    const result = this.scanned(repository, image);
    if (result === undefined) return {};
    const { status, description, completedAt } = result;
    const imageScanStatus = { status, description };
    if (status !== 'COMPLETE' && status !== 'ACTIVE') return { imageScanStatus };
    return {
      imageScanStatus,
      imageScanFindingsSummary: {
        imageScanCompletedAt: new Date(completedAt),
        vulnerabilitySourceUpdatedAt: new Date(completedAt),
        findingSeverityCounts: severityCounts(result),
      },
    };
  }

  private details(repository: Repository, images: readonly Image[]): sdk.ImageDetail[] {
    const tags = tagsByDigest(repository);
    return images.map((image) => this.detail(repository, image, tags.get(image.digest) ?? []));
  }

  private detail(repository: Repository, image: Image, tags: string[]): sdk.ImageDetail {
    return {
      registryId: repository.accountId,
      repositoryName: repository.name,
      imageDigest: image.digest,
      ...(tags.length === 0 ? {} : { imageTags: tags }),
      imageSizeInBytes: sizeOf(repository, image),
      imagePushedAt: new Date(image.pushedAt),
      imageManifestMediaType: image.manifest.mediaType,
      artifactMediaType: image.manifest.artifactType ?? image.manifest.config?.mediaType,
      imageStatus: statusOf(image, this.ground.clock.now()),
      ...(image.pulledAt === undefined ? {} : { lastRecordedPullTime: new Date(image.pulledAt) }),
      ...(image.manifest.subject === undefined ? {} : { subjectManifestDigest: image.manifest.subject.digest }),
      ...(image.storage.archivedAt === undefined ? {} : { lastArchivedAt: new Date(image.storage.archivedAt) }),
      ...(image.storage.activeFrom === undefined ? {} : { lastActivatedAt: new Date(image.storage.activeFrom) }),
      ...this.scanSummary(repository, image),
    };
  }
}

/** Of an index the largest image in it: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageDetail.html */
function sizeOf(repository: Repository, { manifest }: Image): number {
  if (manifest.manifests === undefined) {
    return [manifest.config, ...manifest.layers].reduce((sum, each) => sum + (each?.size ?? 0), 0);
  }
  const sizes = manifest.manifests.map(({ digest }) => {
    const image = repository.images.get(digest);
    return image === undefined ? 0 : sizeOf(repository, image);
  });
  return Math.max(0, ...sizes);
}
