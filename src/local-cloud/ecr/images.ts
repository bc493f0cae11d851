import type * as sdk from '@aws-sdk/client-ecr';
import { AwsError, type Ground } from '../contract.js';
import { page } from '../wire/page.js';
import { digestOf, readManifest } from './manifest.js';
import { findImage, type Image, type Repository, tagsOf } from './model.js';
import { invalid, pages, type Repositories } from './repositories.js';

/** What is in the repositories: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/ */
export class Images {
  constructor(
    private readonly ground: Ground,
    private readonly repositories: Repositories,
    /** Where a client fetches a blob by its path. */
    private readonly fileUrl: (path: string) => string,
  ) {}

  /**
   * A manifest is taken when everything it names is there, as a registry has it.
   * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutImage.html
   */
  put(input: sdk.PutImageRequest): sdk.PutImageResponse {
    const repository = this.repositories.repository(input);
    const text = input.imageManifest ?? '';
    const manifest = readManifest(text, input.imageManifestMediaType);
    if (manifest === undefined) {
      invalid("Invalid parameter at 'ImageManifest' failed to satisfy constraint: 'Invalid JSON syntax'");
    }
    const digest = digestOf(text);
    if (input.imageDigest !== undefined && input.imageDigest !== digest) {
      throw new AwsError(
        'ImageDigestDoesNotMatchException',
        `The provided digest ${input.imageDigest} does not match the digest ${digest} of the image manifest`,
      );
    }
    const missing = (manifest.manifests ?? []).filter((each) => !repository.images.has(each.digest));
    if (missing.length > 0) {
      const digests = missing.map((each) => each.digest).join(', ');
      throw new AwsError(
        'ReferencedImagesNotFoundException',
        `Images with digests '[${digests}]' required for pushing image into repository with name '${repository.name}' in the registry with id '${this.ground.accountId}' do not exist`,
      );
    }
    const layers = [...(manifest.config === undefined ? [] : [manifest.config]), ...manifest.layers];
    const lost = layers.filter((each) => !repository.blobs.has(each.digest)).map((each) => each.digest);
    if (lost.length > 0) {
      throw new AwsError(
        'LayersNotFoundException',
        `Layers with digests '[${lost.join(', ')}]' required for pushing image into repository with name '${repository.name}' in the registry with id '${this.ground.accountId}' do not exist`,
      );
    }
    this.checkTag(repository, input.imageTag, digest);
    const image: Image = repository.images.get(digest) ?? {
      digest,
      text,
      manifest,
      pushedAt: this.ground.clock.now(),
    };
    repository.images.set(digest, image);
    if (input.imageTag !== undefined) repository.tags.set(input.imageTag, digest);
    return { image: this.view(repository, image, input.imageTag) };
  }

  private checkTag(repository: Repository, tag: string | undefined, digest: string): void {
    if (tag !== undefined && !/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(tag)) {
      invalid(
        `Invalid parameter at 'imageTag' failed to satisfy constraint: 'must satisfy regular expression '[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}''`,
      );
    }
    const where = `in the '${repository.name}' repository in the registry with id '${this.ground.accountId}'`;
    const before = tag === undefined ? undefined : repository.tags.get(tag);
    if (before === digest || (tag === undefined && repository.images.has(digest))) {
      throw new AwsError(
        'ImageAlreadyExistsException',
        `Image with digest '${digest}'${tag === undefined ? '' : ` and tag '${tag}'`} already exists ${where}`,
      );
    }
    if (before !== undefined && repository.tagMutability === 'IMMUTABLE') {
      throw new AwsError(
        'ImageTagAlreadyExistsException',
        `The image tag '${tag}' already exists ${where} and cannot be overwritten because the repository is immutable.`,
      );
    }
  }

  /** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeImages.html */
  describe(input: sdk.DescribeImagesRequest): sdk.DescribeImagesResponse {
    const repository = this.repositories.repository(input);
    if (input.imageIds !== undefined) {
      const images = new Set(input.imageIds.map((id) => this.named(repository, id)));
      return { imageDetails: [...images].map((image) => this.detail(repository, image)) };
    }
    const { tagStatus = 'ANY' } = input.filter ?? {};
    const met = [...repository.images.values()].filter(
      (image) => tagStatus === 'ANY' || tagsOf(repository, image).length > 0 === (tagStatus === 'TAGGED'),
    );
    const { items, nextToken } = page(met, input.nextToken, input.maxResults, pages);
    return {
      imageDetails: items.map((image) => this.detail(repository, image)),
      ...(nextToken === undefined ? {} : { nextToken }),
    };
  }

  /** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchGetImage.html */
  batchGet(input: sdk.BatchGetImageRequest): sdk.BatchGetImageResponse {
    const repository = this.repositories.repository(input);
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
      if (image !== undefined) images.push(this.view(repository, image, id.imageTag));
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

  /** Where a configuration or layer can be fetched, as from the bucket on AWS. */
  downloadUrl(input: sdk.GetDownloadUrlForLayerRequest): sdk.GetDownloadUrlForLayerResponse {
    const repository = this.repositories.repository(input);
    const layerDigest = input.layerDigest ?? '';
    if (!repository.blobs.has(layerDigest)) {
      throw new AwsError(
        'LayersNotFoundException',
        `The layer with digest '${layerDigest}' does not exist in the repository with name '${repository.name}' in the registry with id '${this.ground.accountId}'`,
      );
    }
    return { downloadUrl: this.fileUrl(`${repository.name}/${layerDigest}`), layerDigest };
  }

  private named(repository: Repository, id: sdk.ImageIdentifier): Image {
    const image = findImage(repository, id);
    if (image !== undefined) return image;
    const named = `{imageDigest:'${id.imageDigest ?? 'null'}', imageTag:'${id.imageTag ?? 'null'}'}`;
    throw new AwsError(
      'ImageNotFoundException',
      `The image with imageId ${named} does not exist within the repository with name '${repository.name}' in the registry with id '${this.ground.accountId}'`,
    );
  }

  private view(repository: Repository, image: Image, imageTag: string | undefined): sdk.Image {
    return {
      registryId: this.ground.accountId,
      repositoryName: repository.name,
      imageId: { imageDigest: image.digest, ...(imageTag === undefined ? {} : { imageTag }) },
      imageManifest: image.text,
      imageManifestMediaType: image.manifest.mediaType,
    };
  }

  private detail(repository: Repository, image: Image): sdk.ImageDetail {
    const tags = tagsOf(repository, image);
    return {
      registryId: this.ground.accountId,
      repositoryName: repository.name,
      imageDigest: image.digest,
      ...(tags.length === 0 ? {} : { imageTags: tags }),
      imageSizeInBytes: sizeOf(repository, image),
      imagePushedAt: new Date(image.pushedAt),
      imageManifestMediaType: image.manifest.mediaType,
      artifactMediaType: image.manifest.artifactType ?? image.manifest.config?.mediaType,
      imageStatus: 'ACTIVE',
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
