import { AwsError, type Ground } from '../contract.js';
import { statusOf } from './archive.js';
import { type BlobStore, readAll } from './blob-store.js';
import { digestOf, type Manifest, platformText, readManifest } from './manifest.js';
import { type Image, isMovable, placeOf, type Repository } from './model.js';
import { invalid } from './repositories.js';

/** What is to be in a repository from now on. */
export interface Pushed {
  readonly bytes: Buffer;
  /** As the client told it beside the manifest. */
  readonly mediaType?: string | undefined;
  readonly tag?: string | undefined;
  readonly digest?: string | undefined;
  /** Cloud time; now when left out. */
  readonly pushedAt?: number | undefined;
}

/** How images come into repositories, by the API of ECR and by that of registries alike. */
export class Intake {
  constructor(
    private readonly ground: Ground,
    private readonly store: BlobStore,
    /** Hears of each image that is new, or back from the archive. */
    readonly pushed: (repository: Repository, image: Image) => void,
  ) {}

  /**
   * A manifest is taken when everything it names is there, as a registry has it.
   * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutImage.html
   */
  async take(repository: Repository, { bytes, mediaType, tag, digest: told, pushedAt }: Pushed): Promise<Image> {
    const manifest = readManifest(bytes.toString('utf8'), mediaType);
    if (manifest === undefined) {
      invalid("Invalid parameter at 'ImageManifest' failed to satisfy constraint: 'Invalid JSON syntax'");
    }
    const digest = digestOf(bytes);
    if (told !== undefined && told !== digest) {
      throw new AwsError(
        'ImageDigestDoesNotMatchException',
        `The provided digest ${told} does not match the digest ${digest} of the image manifest`,
      );
    }
    checkParts(repository, manifest);
    let image = repository.images.get(digest);
    // To push it again brings it back from the archive at once.
    if (image !== undefined && statusOf(image, this.ground.clock.now()) !== 'ACTIVE') {
      image.storage = {};
      this.pushed(repository, image);
      if (tag === undefined || repository.tags.get(tag) === digest) return image;
    }
    this.checkTag(repository, tag, digest);
    if (image === undefined) {
      const platforms = await this.platforms(repository, manifest);
      await this.store.keep(placeOf(repository), digest, manifest.mediaType, bytes);
      // Meanwhile others may have been faster.
      checkParts(repository, manifest);
      this.checkTag(repository, tag, digest);
      image = repository.images.get(digest);
      if (image === undefined) {
        image = { digest, bytes, manifest, platforms, pushedAt: pushedAt ?? this.ground.clock.now(), storage: {} };
        repository.images.set(digest, image);
        this.pushed(repository, image);
      }
    }
    if (tag !== undefined) repository.tags.set(tag, digest);
    return image;
  }

  /** Of an index what it says, of an image what its configuration says. */
  private async platforms(repository: Repository, manifest: Manifest): Promise<string[]> {
    if (manifest.manifests !== undefined) {
      return manifest.manifests.flatMap(({ platform, digest }) =>
        platform === undefined ? (repository.images.get(digest)?.platforms ?? []) : [platformText(platform)],
      );
    }
    const { config } = manifest;
    if (config === undefined || config.size > 4 * 1024 * 1024) return [];
    try {
      const bytes = await readAll(await this.store.open(placeOf(repository), config.digest));
      const { os, architecture, variant } = JSON.parse(bytes.toString('utf8'));
      return typeof os === 'string' && typeof architecture === 'string'
        ? [platformText({ os, architecture, variant })]
        : [];
    } catch {
      return []; // an artifact's configuration may be anything
    }
  }

  private checkTag(repository: Repository, tag: string | undefined, digest: string): void {
    if (tag !== undefined && !/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(tag)) {
      invalid(
        `Invalid parameter at 'imageTag' failed to satisfy constraint: 'must satisfy regular expression '[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}''`,
      );
    }
    const before = tag === undefined ? undefined : repository.tags.get(tag);
    if (before === digest || (tag === undefined && repository.images.has(digest))) {
      throw new AwsError(
        'ImageAlreadyExistsException',
        `Image with digest '${digest}'${tag === undefined ? '' : ` and tag '${tag}'`} already exists in the repository with name '${repository.name}' in registry with id '${repository.accountId}'`,
      );
    }
    if (tag !== undefined && before !== undefined && !isMovable(repository.mutability, tag)) {
      throw new AwsError('ImageTagAlreadyExistsException', tagFrozen(repository, tag));
    }
  }
}

/**
 * What docker and BuildKit pass on. With exclusions it is the tag that cannot move, else every tag of the repository.
 * https://github.com/moby/buildkit/issues/3776, https://github.com/osscontainertools/kaniko/pull/204
 */
export function tagFrozen({ name, mutability }: Repository, tag: string): string {
  const what = mutability.setting === 'IMMUTABLE' ? 'repository' : 'tag';
  return `The image tag '${tag}' already exists in the '${name}' repository and cannot be overwritten because the ${what} is immutable.`;
}

/** Layers that lie elsewhere, by an address in the manifest: Docker does not push them. https://github.com/opencontainers/image-spec/blob/main/layer.md#non-distributable-layers */
const FOREIGN = /\.(foreign|nondistributable)\./;

/** @throws AwsError when what the manifest names is not in the repository */
function checkParts(repository: Repository, manifest: Manifest): void {
  const where = `required for pushing image into repository with name '${repository.name}' in the registry with id '${repository.accountId}' do not exist`;
  const missing = (manifest.manifests ?? []).filter((each) => !repository.images.has(each.digest));
  if (missing.length > 0) {
    const digests = missing.map((each) => each.digest).join(', ');
    throw new AwsError('ReferencedImagesNotFoundException', `Images with digests '[${digests}]' ${where}`);
  }
  const layers = [...(manifest.config === undefined ? [] : [manifest.config]), ...manifest.layers];
  const lost = layers
    .filter(({ digest, mediaType }) => !repository.blobs.has(digest) && !FOREIGN.test(mediaType))
    .map((each) => each.digest);
  if (lost.length > 0) {
    throw new AwsError('LayersNotFoundException', `Layers with digests '[${lost.join(', ')}]' ${where}`);
  }
}
