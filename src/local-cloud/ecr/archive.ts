import type * as sdk from '@aws-sdk/client-ecr';
import { AwsError, type Call, type Ground } from '../contract.js';
import type { Access } from './access.js';
import type { Images } from './images.js';
import type { Image, Repository } from './model.js';

/** While it is being restored it is in the archive still. https://docs.aws.amazon.com/AmazonECR/latest/userguide/restore-image.html */
export function statusOf({ storage }: Image, now: number): sdk.ImageStatus {
  if (storage.archivedAt === undefined) return 'ACTIVE';
  if (storage.activeFrom === undefined) return 'ARCHIVED';
  return now < storage.activeFrom ? 'ACTIVATING' : 'ACTIVE';
}

export function archive(image: Image, now: number): void {
  image.storage = { archivedAt: now };
}

/** Storage classes: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_UpdateImageStorageClass.html */
export class Archive {
  constructor(
    private readonly ground: Ground,
    private readonly access: Access,
    private readonly named: Images['named'],
    /** Hears of each image that is on its way back, which is then as if it were new. */
    private readonly restored: (repository: Repository, image: Image) => void,
  ) {}

  update(input: sdk.UpdateImageStorageClassRequest, call: Call): sdk.UpdateImageStorageClassResponse {
    const repository = this.access.repository(input, call);
    const image = this.named(repository, input.imageId ?? {});
    const now = this.ground.clock.now();
    const status = statusOf(image, now);
    const isToArchive = input.targetStorageClass === 'ARCHIVE';
    if (isToArchive ? status !== 'ACTIVE' : status !== 'ARCHIVED') {
      throw new AwsError(
        'ImageStorageClassUpdateNotSupportedException',
        `The image with digest '${image.digest}' is ${status} and cannot be moved to the storage class ${input.targetStorageClass}`,
      );
    }
    if (isToArchive) archive(image, now);
    else {
      image.storage = { ...image.storage, activeFrom: now + this.ground.settings.imageRestoreMs };
      this.restored(repository, image);
    }
    return {
      registryId: repository.accountId,
      repositoryName: repository.name,
      imageId: { ...input.imageId, imageDigest: image.digest },
      imageStatus: statusOf(image, now),
    };
  }
}
