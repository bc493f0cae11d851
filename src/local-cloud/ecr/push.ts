import { gzipSync } from 'node:zlib';
import { only } from '../admin-body.js';
import type { Ground } from '../contract.js';
import { type Access, ownerCall } from './access.js';
import type { Intake } from './intake.js';
import type { Layers } from './layers.js';
import { type Descriptor, digestOf, mediaTypes } from './manifest.js';
import type { Repository } from './model.js';

interface Parts {
  readonly ground: Ground;
  readonly access: Access;
  readonly intake: Intake;
  readonly layers: Layers;
}

/**
 * Builds and pushes an image, as `docker buildx build --push` does: for each platform a configuration, a layer and a
 * manifest, and an index over them where there are several, or attestations. `POST /_sluice/ecr/push`.
 *
 * @throws RangeError for a body that is not understood; AwsError as PutImage
 */
export async function push(parts: Parts, body: Record<string, unknown>): Promise<unknown> {
  only(body, [
    'registryId',
    'region',
    'repositoryName',
    'imageTag',
    'imageTags',
    'platforms',
    'attestations',
    'labels',
    'pushedAt',
  ]);
  const repositoryName = String(body.repositoryName ?? '');
  const tags = body.imageTags ?? (body.imageTag === undefined ? ['latest'] : [body.imageTag]);
  const platforms = body.platforms ?? ['linux/amd64'];
  if (!isTexts(tags)) throw new RangeError('imageTags is a list of texts');
  if (!isTexts(platforms) || !platforms.every((each) => /^\w+\/\w+(\/\w+)?$/.test(each)) || platforms.length === 0) {
    throw new RangeError('platforms is a list such as [linux/amd64, linux/arm64]');
  }
  if (body.attestations !== undefined && typeof body.attestations !== 'boolean') {
    throw new RangeError('attestations is true or false');
  }
  const { pushedAt } = body;
  if (pushedAt !== undefined && !(typeof pushedAt === 'number' && pushedAt > 0)) {
    throw new RangeError('pushedAt is a time in epoch milliseconds');
  }
  const labels = labelsOf(body.labels);
  const call = ownerCall(parts.ground, 'PutImage', body);
  const repository = parts.access.repository({ repositoryName }, call);
  const builder = new Builder(parts.layers, repository, {
    ...labels,
    'org.opencontainers.image.version': tags[0] ?? '',
  });
  const put = (text: string, tag?: string) =>
    parts.intake.take(repository, { bytes: Buffer.from(text), tag, pushedAt: pushedAt as number | undefined });
  const putAll = async (text: string) => {
    if (tags.length === 0) await put(text);
    for (const tag of tags) await put(text, tag);
    const [imageTag] = tags;
    const imageId = { imageDigest: digestOf(text), ...(imageTag === undefined ? {} : { imageTag }) };
    return { image: { registryId: repository.accountId, repositoryName, imageId, imageManifest: text } };
  };
  const putUnlessThere = async (text: string) => {
    if (!repository.images.has(digestOf(text))) await put(text);
  };
  const hasAttestations = body.attestations === true;
  const built: Built[] = [];
  for (const platform of platforms) built.push(await builder.build(platform));
  if (platforms.length === 1 && !hasAttestations) return putAll(built[0]!.text);
  const manifests: Descriptor[] = [];
  for (const image of built) {
    await putUnlessThere(image.text);
    manifests.push(image.descriptor);
    if (!hasAttestations) continue;
    const attestation = await builder.attest(image.descriptor);
    await putUnlessThere(attestation.text);
    manifests.push(attestation.descriptor);
  }
  return putAll(JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.index, manifests }));
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function labelsOf(value: unknown): Record<string, string> {
  if (value === undefined) return {};
  if (typeof value === 'object' && value !== null && isTexts(Object.values(value))) {
    return value as Record<string, string>;
  }
  throw new RangeError('labels is an object of texts');
}

interface Built {
  readonly text: string;
  readonly descriptor: Descriptor;
}

class Builder {
  constructor(
    private readonly layers: Layers,
    private readonly repository: Repository,
    private readonly labels: Readonly<Record<string, string>>,
  ) {}

  async build(platform: string): Promise<Built> {
    const [os = '', architecture = '', variant] = platform.split('/');
    const version = this.labels['org.opencontainers.image.version'];
    const layer = await this.upload(gzipSync(`${this.repository.name} ${version} ${platform}`), mediaTypes.layer);
    const config = await this.upload(
      Buffer.from(
        JSON.stringify({
          architecture,
          ...(variant === undefined ? {} : { variant }),
          os,
          config: { Labels: this.labels },
          rootfs: { type: 'layers', diff_ids: [layer.digest] },
        }),
      ),
      mediaTypes.config,
    );
    return manifestOf(config, [layer], { os, architecture, ...(variant === undefined ? {} : { variant }) });
  }

  /** https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
  async attest(image: Descriptor): Promise<Built> {
    const config = await this.upload(
      Buffer.from(JSON.stringify({ os: 'unknown', architecture: 'unknown' })),
      mediaTypes.config,
    );
    const statement = Buffer.from(JSON.stringify({ subject: image.digest }));
    const layer = await this.upload(statement, 'application/vnd.in-toto+json');
    const built = manifestOf(config, [layer], { os: 'unknown', architecture: 'unknown' });
    const annotations = {
      'vnd.docker.reference.digest': image.digest,
      'vnd.docker.reference.type': 'attestation-manifest',
    };
    return { ...built, descriptor: { ...built.descriptor, annotations } };
  }

  private async upload(bytes: Buffer, mediaType: string): Promise<Descriptor> {
    const digest = digestOf(bytes);
    if (!this.repository.blobs.has(digest)) await this.layers.add(this.repository, digest, bytes);
    return { mediaType, digest, size: bytes.length };
  }
}

function manifestOf(config: Descriptor, layers: readonly Descriptor[], platform: Descriptor['platform']): Built {
  const text = JSON.stringify({ schemaVersion: 2, mediaType: mediaTypes.manifest, config, layers });
  const descriptor = { mediaType: mediaTypes.manifest, digest: digestOf(text), size: Buffer.byteLength(text) };
  return { text, descriptor: platform === undefined ? descriptor : { ...descriptor, platform } };
}
