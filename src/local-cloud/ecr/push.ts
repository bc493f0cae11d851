import { gzipSync } from 'node:zlib';
import { only } from '../admin-body.js';
import type { Images } from './images.js';
import { type Descriptor, digestOf, mediaTypes } from './manifest.js';
import type { Repository } from './model.js';
import type { Repositories } from './repositories.js';

/**
 * Builds and pushes an image, as `docker buildx build --push` does: for each platform a configuration, a layer and a
 * manifest, and an index over them where there are several, or attestations. `POST /_sluice/ecr/push`.
 *
 * @throws RangeError for a body that is not understood; AwsError as PutImage
 */
export function push(repositories: Repositories, images: Images, body: Record<string, unknown>): unknown {
  only(body, ['repositoryName', 'imageTag', 'imageTags', 'platforms', 'attestations']);
  const repositoryName = String(body.repositoryName ?? '');
  const tags = body.imageTags ?? (body.imageTag === undefined ? ['latest'] : [body.imageTag]);
  const platforms = body.platforms ?? ['linux/amd64'];
  if (!isTexts(tags) || tags.length === 0) throw new RangeError('imageTags is a list of texts');
  if (!isTexts(platforms) || !platforms.every((each) => /^\w+\/\w+(\/\w+)?$/.test(each)) || platforms.length === 0) {
    throw new RangeError('platforms is a list such as [linux/amd64, linux/arm64]');
  }
  if (body.attestations !== undefined && typeof body.attestations !== 'boolean') {
    throw new RangeError('attestations is true or false');
  }
  const repository = repositories.repository({ repositoryName });
  const hasAttestations = body.attestations === true;
  const isIndex = platforms.length > 1 || hasAttestations;
  const built = platforms.map((platform) => build(repository, platform, tags[0] ?? ''));
  if (!isIndex) return putAll(images, repositoryName, tags, built[0]!.text);
  const manifests: Descriptor[] = [];
  for (const image of built) {
    putUnlessThere(images, repository, image.text);
    manifests.push(image.descriptor);
    if (!hasAttestations) continue;
    const attestation = attest(repository, image.descriptor);
    putUnlessThere(images, repository, attestation.text);
    manifests.push(attestation.descriptor);
  }
  const index = JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.index, manifests });
  return putAll(images, repositoryName, tags, index);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function putAll(images: Images, repositoryName: string, tags: readonly string[], imageManifest: string): unknown {
  const put = tags.map((imageTag) => images.put({ repositoryName, imageManifest, imageTag }));
  return put[0];
}

function putUnlessThere(images: Images, repository: Repository, imageManifest: string): void {
  if (repository.images.has(digestOf(imageManifest))) return;
  images.put({ repositoryName: repository.name, imageManifest });
}

interface Built {
  readonly text: string;
  readonly descriptor: Descriptor;
}

function build(repository: Repository, platform: string, version: string): Built {
  const [os = '', architecture = '', variant] = platform.split('/');
  const layer = upload(repository, gzipSync(`${repository.name} ${version} ${platform}`), mediaTypes.layer);
  const config = upload(
    repository,
    Buffer.from(
      JSON.stringify({
        architecture,
        ...(variant === undefined ? {} : { variant }),
        os,
        config: { Labels: { 'org.opencontainers.image.version': version } },
        rootfs: { type: 'layers', diff_ids: [layer.digest] },
      }),
    ),
    mediaTypes.config,
  );
  return manifestOf(config, [layer], { os, architecture, ...(variant === undefined ? {} : { variant }) });
}

/** https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
function attest(repository: Repository, image: Descriptor): Built {
  const config = upload(
    repository,
    Buffer.from(JSON.stringify({ os: 'unknown', architecture: 'unknown' })),
    mediaTypes.config,
  );
  const statement = Buffer.from(JSON.stringify({ subject: image.digest }));
  const layer = upload(repository, statement, 'application/vnd.in-toto+json');
  const built = manifestOf(config, [layer], { os: 'unknown', architecture: 'unknown' });
  const annotations = {
    'vnd.docker.reference.digest': image.digest,
    'vnd.docker.reference.type': 'attestation-manifest',
  };
  return { ...built, descriptor: { ...built.descriptor, annotations } };
}

function manifestOf(config: Descriptor, layers: readonly Descriptor[], platform: Descriptor['platform']): Built {
  const text = JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.manifest, config, layers });
  const descriptor = { mediaType: mediaTypes.manifest, digest: digestOf(text), size: Buffer.byteLength(text) };
  return { text, descriptor: platform === undefined ? descriptor : { ...descriptor, platform } };
}

function upload(repository: Repository, bytes: Buffer, mediaType: string): Descriptor {
  const digest = digestOf(bytes);
  repository.blobs.set(digest, bytes);
  return { mediaType, digest, size: bytes.length };
}
