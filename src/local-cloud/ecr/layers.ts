import { randomUUID } from 'node:crypto';
import type * as sdk from '@aws-sdk/client-ecr';
import { AwsError, type Call } from '../contract.js';
import type { Access } from './access.js';
import { type BlobStore, type Incoming, WrongDigest } from './blob-store.js';
import { placeOf, type Repository } from './model.js';
import { invalid } from './repositories.js';

/** How large ECR asks parts to be: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_InitiateLayerUpload.html */
const usualPartSize = 10 * 1024 * 1024;

interface Upload {
  readonly repository: Repository;
  readonly incoming: Incoming;
  /** Undefined between two parts. */
  busy?: boolean;
}

/** Layers on their way in, by the API of ECR and by that of registries alike. */
export class Layers {
  /** Of uploads by the API that begin from now on, in bytes. */
  partSize = usualPartSize;
  private readonly uploads = new Map<string, Upload>();

  constructor(
    private readonly access: Access,
    private readonly store: BlobStore,
    private readonly linkTo: (repository: Repository, digest: string) => Promise<string>,
  ) {}

  async begin(repository: Repository): Promise<string> {
    const id = randomUUID();
    this.uploads.set(id, { repository, incoming: await this.store.begin(placeOf(repository)) });
    return id;
  }

  /** Undefined when there is no such upload in the repository, or no longer. */
  size(repository: Repository, id: string): number | undefined {
    return this.find(repository, id)?.incoming.size;
  }

  /** @returns the bytes so far; undefined when there is no such upload. Bytes that do not all arrive end the upload. */
  async append(
    repository: Repository,
    id: string,
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<number | undefined> {
    const upload = this.find(repository, id);
    if (upload === undefined || upload.busy === true) return undefined;
    upload.busy = true;
    try {
      await upload.incoming.append(source);
    } catch (error) {
      this.uploads.delete(id);
      await upload.incoming.drop().catch(() => undefined);
      throw error;
    }
    upload.busy = false;
    return upload.incoming.size;
  }

  /** Answers false when there is no such upload. @throws WrongDigest */
  async finish(repository: Repository, id: string, digest: string): Promise<boolean> {
    const upload = this.find(repository, id);
    if (upload === undefined || upload.busy === true) return false;
    this.uploads.delete(id);
    await upload.incoming.finish(digest);
    repository.blobs.set(digest, upload.incoming.size);
    return true;
  }

  async cancel(repository: Repository, id: string): Promise<boolean> {
    const upload = this.find(repository, id);
    if (upload === undefined) return false;
    this.uploads.delete(id);
    await upload.incoming.drop();
    return true;
  }

  async stop(): Promise<void> {
    for (const { incoming } of this.uploads.values()) await incoming.drop().catch(() => undefined);
    this.uploads.clear();
  }

  get unfinished(): number {
    return this.uploads.size;
  }

  /** All of a blob at once, from inside the cloud. */
  async add(repository: Repository, digest: string, bytes: Uint8Array): Promise<void> {
    const id = await this.begin(repository);
    await this.append(repository, id, [bytes]);
    await this.finish(repository, id, digest);
  }

  async initiate(input: sdk.InitiateLayerUploadRequest, call: Call): Promise<sdk.InitiateLayerUploadResponse> {
    return { uploadId: await this.begin(this.access.repository(input, call)), partSize: this.partSize };
  }

  async uploadPart(input: sdk.UploadLayerPartRequest, call: Call): Promise<sdk.UploadLayerPartResponse> {
    const repository = this.access.repository(input, call);
    const { uploadId = '', partFirstByte = 0, partLastByte = 0, layerPartBlob = new Uint8Array() } = input;
    const size = this.size(repository, uploadId);
    if (size === undefined) throw uploadMissing(repository, uploadId);
    if (partFirstByte !== size || partLastByte - partFirstByte + 1 !== layerPartBlob.length) {
      throw new AwsError(
        'InvalidLayerPartException',
        'The layer part size is not valid, or the first byte specified is not consecutive to the last byte of a previous layer part upload.',
        {
          fields: {
            registryId: repository.accountId,
            repositoryName: repository.name,
            uploadId,
            lastValidByteReceived: size - 1,
          },
        },
      );
    }
    await this.append(repository, uploadId, [layerPartBlob]);
    return {
      registryId: repository.accountId,
      repositoryName: repository.name,
      uploadId,
      lastByteReceived: partLastByte,
    };
  }

  async complete(input: sdk.CompleteLayerUploadRequest, call: Call): Promise<sdk.CompleteLayerUploadResponse> {
    const repository = this.access.repository(input, call);
    const { uploadId = '', layerDigests: [layerDigest = ''] = [] } = input;
    const size = this.size(repository, uploadId);
    if (size === undefined) throw uploadMissing(repository, uploadId);
    if (size === 0) {
      throw new AwsError('EmptyUploadException', `Upload with id '${uploadId}' has no layer parts`);
    }
    const isThere = repository.blobs.has(layerDigest);
    try {
      await this.finish(repository, uploadId, layerDigest);
    } catch (error) {
      if (!(error instanceof WrongDigest)) throw error;
      throw new AwsError(
        'InvalidLayerException',
        `The layer digest '${layerDigest}' does not match the uploaded bytes: ${error.message}`,
      );
    }
    if (isThere) {
      throw new AwsError(
        'LayerAlreadyExistsException',
        `The layer with digest '${layerDigest}' already exists in the repository with name '${repository.name}' in the registry with id '${repository.accountId}'`,
      );
    }
    return { registryId: repository.accountId, repositoryName: repository.name, uploadId, layerDigest };
  }

  available(input: sdk.BatchCheckLayerAvailabilityRequest, call: Call): sdk.BatchCheckLayerAvailabilityResponse {
    const repository = this.access.repository(input, call);
    const digests = input.layerDigests ?? [];
    if (digests.length === 0 || digests.length > 100) {
      invalid(
        "Invalid parameter at 'layerDigests' failed to satisfy constraint: 'Member must have length between 1 and 100'",
      );
    }
    const layers: sdk.Layer[] = [];
    const failures: sdk.LayerFailure[] = [];
    for (const layerDigest of digests) {
      const layerSize = repository.blobs.get(layerDigest);
      if (!/^sha256:[0-9a-f]{64}$/.test(layerDigest)) {
        failures.push({
          layerDigest,
          failureCode: 'InvalidLayerDigest',
          failureReason: 'Invalid layer digest',
        });
      } else if (layerSize === undefined) layers.push({ layerDigest, layerAvailability: 'UNAVAILABLE' });
      else layers.push({ layerDigest, layerAvailability: 'AVAILABLE', layerSize });
    }
    return { layers, failures };
  }

  /** Where a configuration or layer can be fetched, as from the bucket on AWS. */
  async downloadUrl(input: sdk.GetDownloadUrlForLayerRequest, call: Call): Promise<sdk.GetDownloadUrlForLayerResponse> {
    const repository = this.access.repository(input, call);
    const layerDigest = input.layerDigest ?? '';
    if (!repository.blobs.has(layerDigest)) {
      throw new AwsError(
        'LayersNotFoundException',
        `The layer with digest '${layerDigest}' does not exist in the repository with name '${repository.name}' in the registry with id '${repository.accountId}'`,
      );
    }
    return { downloadUrl: await this.linkTo(repository, layerDigest), layerDigest };
  }

  private find(repository: Repository, id: string): Upload | undefined {
    const upload = this.uploads.get(id);
    return upload?.repository === repository ? upload : undefined;
  }
}

function uploadMissing(repository: Repository, id: string): AwsError {
  return new AwsError(
    'UploadNotFoundException',
    `The upload with id '${id}' could not be found in the repository with name '${repository.name}' in the registry with id '${repository.accountId}'`,
  );
}
