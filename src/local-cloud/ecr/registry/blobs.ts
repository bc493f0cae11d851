import type { BlobStore } from '../blob-store.js';
import { WrongDigest } from '../blob-store.js';
import type { Layers } from '../layers.js';
import { placeOf, type Repository } from '../model.js';
import { type Answer, RegistryError } from './answer.js';
import { bodyOf, type Exchange } from './exchange.js';

const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Blobs, and uploads of them: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-blobs */
export class Blobs {
  constructor(
    private readonly layers: Layers,
    private readonly store: BlobStore,
    private readonly linkTo: (repository: Repository, digest: string) => Promise<string>,
  ) {}

  /** A download is sent on to where the bytes are, as ECR does. */
  async answer({ method, repository, allow }: Exchange, digest: string): Promise<Answer> {
    if (method !== 'GET' && method !== 'HEAD') throw unsupported();
    allow(method === 'GET' ? 'ecr:GetDownloadUrlForLayer' : 'ecr:BatchCheckLayerAvailability');
    const size = repository.blobs.get(digest);
    if (size === undefined) throw new RegistryError(404, 'BLOB_UNKNOWN', `The layer ${digest} does not exist`);
    const headers = { 'docker-content-digest': digest, 'content-type': 'application/octet-stream' };
    if (method === 'HEAD') return { status: 200, headers: { ...headers, 'content-length': String(size) } };
    return { status: 307, headers: { ...headers, location: await this.linkTo(repository, digest) } };
  }

  /** What such a link stands for. */
  async download(repository: Repository, digest: string): Promise<Answer> {
    const body = await this.store.open(placeOf(repository), digest);
    const length = String(repository.blobs.get(digest) ?? 0);
    return { status: 200, headers: { 'content-type': 'application/octet-stream', 'content-length': length }, body };
  }

  async upload(exchange: Exchange, id: string | undefined): Promise<Answer> {
    const { method, query } = exchange;
    if (id === undefined) {
      if (method !== 'POST') throw unsupported();
      exchange.allow('ecr:InitiateLayerUpload');
      return (await this.mount(exchange)) ?? this.begin(exchange);
    }
    const size = this.layers.size(exchange.repository, id);
    if (size === undefined) throw uploadUnknown(id);
    switch (method) {
      case 'GET':
        return this.progress(exchange, id, size, 204);
      case 'PATCH':
        exchange.allow('ecr:UploadLayerPart');
        return this.progress(exchange, id, await this.append(exchange, id, size), 202);
      case 'PUT':
        exchange.allow('ecr:CompleteLayerUpload');
        await this.append(exchange, id, size);
        return this.finish(exchange, id, query.get('digest') ?? '');
      case 'DELETE':
        await this.layers.cancel(exchange.repository, id);
        return { status: 204 };
      default:
        throw unsupported();
    }
  }

  private async begin(exchange: Exchange): Promise<Answer> {
    const digest = exchange.query.get('digest');
    const id = await this.layers.begin(exchange.repository);
    if (digest === null) return this.progress(exchange, id, 0, 202);
    await this.append(exchange, id, 0);
    return this.finish(exchange, id, digest);
  }

  /**
   * Only when the account has it turned on, both repositories are encrypted alike, and an image of the other one names the
   * blob; else an upload begins. https://docs.aws.amazon.com/AmazonECR/latest/userguide/blob-mounting.html,
   * https://github.com/aws/containers-roadmap/issues/2860
   */
  private async mount({ registry, repository, query, origin, allow }: Exchange): Promise<Answer | undefined> {
    const digest = query.get('mount');
    const from = registry.repositories.get(query.get('from') ?? '');
    const size = digest === null ? undefined : from?.blobs.get(digest);
    if (registry.blobMounting !== 'ENABLED' || digest === null || from === undefined || size === undefined) return;
    if (JSON.stringify(from.encryption) !== JSON.stringify(repository.encryption)) return;
    const isNamed = [...from.images.values()].some(({ manifest }) =>
      [manifest.config, ...manifest.layers].some((each) => each?.digest === digest),
    );
    if (!isNamed) return;
    allow('ecr:GetDownloadUrlForLayer', from);
    await this.store.share(placeOf(from), placeOf(repository), digest);
    repository.blobs.set(digest, size);
    return created(origin, repository, digest);
  }

  private async append(exchange: Exchange, id: string, before: number): Promise<number> {
    const range = /^(?:bytes )?(\d+)-(\d+)/.exec(exchange.request.headers['content-range'] ?? '');
    if (range !== null && Number(range[1]) !== before) {
      throw new RegistryError(416, 'BLOB_UPLOAD_INVALID', `The upload has ${before} bytes`, {
        range: rangeOf(before),
        location: locationOf(exchange, id),
      });
    }
    const size = await this.layers.append(exchange.repository, id, bodyOf(exchange));
    if (size === undefined) throw uploadUnknown(id);
    return size;
  }

  private async finish({ repository, origin }: Exchange, id: string, digest: string): Promise<Answer> {
    if (!DIGEST.test(digest)) {
      await this.layers.cancel(repository, id);
      throw new RegistryError(400, 'DIGEST_INVALID', `${JSON.stringify(digest)} is no digest of sha256`);
    }
    try {
      if (!(await this.layers.finish(repository, id, digest))) throw uploadUnknown(id);
    } catch (error) {
      if (!(error instanceof WrongDigest)) throw error;
      throw new RegistryError(400, 'DIGEST_INVALID', `The digest ${digest} does not match: ${error.message}`);
    }
    return created(origin, repository, digest);
  }

  private progress(exchange: Exchange, id: string, size: number, status: number): Answer {
    return {
      status,
      headers: { location: locationOf(exchange, id), range: rangeOf(size), 'docker-upload-uuid': id },
    };
  }
}

function created(origin: string, { name }: Repository, digest: string): Answer {
  return {
    status: 201,
    headers: { location: `${origin}/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest },
  };
}

function locationOf({ origin, repository }: Exchange, id: string): string {
  return `${origin}/v2/${repository.name}/blobs/uploads/${id}`;
}

/** Both ends count; of nothing it is 0-0, as registries have always said. */
function rangeOf(size: number): string {
  return `0-${Math.max(0, size - 1)}`;
}

function uploadUnknown(id: string): RegistryError {
  return new RegistryError(404, 'BLOB_UPLOAD_UNKNOWN', `The upload ${id} is not known, or was given up`);
}

function unsupported(): RegistryError {
  return new RegistryError(405, 'UNSUPPORTED', 'The operation is unsupported.');
}
