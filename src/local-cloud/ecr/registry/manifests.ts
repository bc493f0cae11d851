import { AwsError } from '../../contract.js';
import { statusOf } from '../archive.js';
import { deleteOne, problem } from '../deletion.js';
import { type Intake, tagFrozen } from '../intake.js';
import { mediaTypes, readManifest } from '../manifest.js';
import { findImage, type Image, isMovable, type Repository } from '../model.js';
import { descriptorOf, referrersOf } from '../referrers.js';
import { type Answer, jsonAnswer, RegistryError } from './answer.js';
import { bodyOf, type Exchange } from './exchange.js';

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html: a manifest has at most 4 MB. */
const mostBytes = 4 * 1024 * 1024;

/** Manifests by tag and digest: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
export class Manifests {
  constructor(
    private readonly intake: Intake,
    private readonly now: () => number,
  ) {}

  answer(exchange: Exchange, reference: string): Promise<Answer> | Answer {
    switch (exchange.method) {
      case 'GET':
      case 'HEAD':
        return this.get(exchange, reference);
      case 'PUT':
        return this.put(exchange, reference);
      case 'DELETE':
        return this.delete(exchange, reference);
      default:
        throw new RegistryError(405, 'UNSUPPORTED', 'The operation is unsupported.');
    }
  }

  /** Those that speak about an image, as an index. https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-referrers */
  referrers({ repository, query, allow }: Exchange, digest: string): Answer {
    allow('ecr:ListImageReferrers');
    const artifactType = query.get('artifactType');
    const all = referrersOf(repository, digest).map(descriptorOf);
    const manifests = all.filter((each) => artifactType === null || each.artifactType === artifactType);
    return jsonAnswer(
      { schemaVersion: 2, mediaType: mediaTypes.index, manifests },
      {
        'content-type': mediaTypes.index,
        ...(artifactType === null ? {} : { 'oci-filters-applied': 'artifactType' }),
      },
    );
  }

  private get({ repository, method, allow }: Exchange, reference: string): Answer {
    allow('ecr:BatchGetImage');
    const image = findImage(repository, idOf(reference));
    // What is in the archive is not found: https://docs.aws.amazon.com/AmazonECR/latest/userguide/archive-image.html
    if (image === undefined || statusOf(image, this.now()) !== 'ACTIVE') throw unknown();
    if (method === 'GET') image.pulledAt = this.now();
    return {
      status: 200,
      headers: { 'content-type': image.manifest.mediaType, 'docker-content-digest': image.digest },
      body: image.bytes,
    };
  }

  /** As BatchDeleteImage: a tag comes off, a digest goes. */
  private delete({ repository, allow }: Exchange, reference: string): Answer {
    allow('ecr:BatchDeleteImage');
    const id = idOf(reference);
    const why = problem(repository, id);
    if (why?.failureCode === 'ImageNotFound') throw unknown();
    if (why !== undefined) throw new RegistryError(405, 'UNSUPPORTED', why.failureReason);
    deleteOne(repository, id);
    return { status: 202 };
  }

  private async put(exchange: Exchange, reference: string): Promise<Answer> {
    const { repository, request, allow } = exchange;
    allow('ecr:PutImage');
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of bodyOf(exchange)) {
      size += chunk.length;
      if (size <= mostBytes) chunks.push(chunk);
    }
    if (size > mostBytes) throw new RegistryError(413, 'MANIFEST_INVALID', 'The manifest is larger than 4 MB');
    const bytes = Buffer.concat(chunks);
    const told = request.headers['content-type']?.split(';')[0]?.trim();
    const inner = readManifest(bytes.toString('utf8'))?.innerMediaType;
    if (told !== undefined && inner !== undefined && told !== inner) {
      throw new RegistryError(
        400,
        'MANIFEST_INVALID',
        `The manifest says that it is ${inner}, the request that it is ${told}`,
      );
    }
    const { imageDigest: digest, imageTag: tag } = idOf(reference);
    const image = await this.take(repository, { bytes, mediaType: told, digest, tag });
    const subject = image.manifest.subject?.digest;
    return {
      status: 201,
      headers: {
        location: `${exchange.origin}/v2/${repository.name}/manifests/${image.digest}`,
        'docker-content-digest': image.digest,
        ...(subject === undefined ? {} : { 'oci-subject': subject }),
      },
    };
  }

  /** As PutImage, but what is there already is no error unless the tag cannot be written again. */
  private async take(repository: Repository, pushed: Parameters<Intake['take']>[1]): Promise<Image> {
    try {
      return await this.intake.take(repository, pushed);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const there = findImage(repository, { imageTag: pushed.tag, imageDigest: pushed.digest });
      if (error.code === 'ImageAlreadyExistsException' && there !== undefined) {
        if (pushed.tag === undefined || isMovable(repository.mutability, pushed.tag)) return there;
        throw new RegistryError(400, 'TAG_INVALID', tagFrozen(repository, pushed.tag));
      }
      throw new RegistryError(400, codes[error.code] ?? 'MANIFEST_INVALID', error.message);
    }
  }
}

const codes: Readonly<Record<string, string>> = {
  ImageDigestDoesNotMatchException: 'DIGEST_INVALID',
  ImageTagAlreadyExistsException: 'TAG_INVALID',
  LayersNotFoundException: 'MANIFEST_BLOB_UNKNOWN',
  ReferencedImagesNotFoundException: 'MANIFEST_BLOB_UNKNOWN',
};

export function unknown(): RegistryError {
  return new RegistryError(404, 'MANIFEST_UNKNOWN', 'Requested image not found');
}

export function idOf(reference: string): { imageTag?: string; imageDigest?: string } {
  return reference.includes(':') ? { imageDigest: reference } : { imageTag: reference };
}
