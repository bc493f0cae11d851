import type * as sdk from '@aws-sdk/client-ecr';
import { only } from '../admin-body.js';
import { AwsError, type Call, type Ground } from '../contract.js';
import type { Access } from './access.js';
import { type Image, matchesWildcard, type Repository } from './model.js';
import type { Registry } from './registries.js';

interface Told {
  readonly status: sdk.SigningStatus;
  readonly failureCode?: string;
  readonly failureReason?: string;
}

const statuses: readonly string[] = ['IN_PROGRESS', 'COMPLETE', 'FAILED'] satisfies sdk.SigningStatus[];

/** Signatures that ECR makes when an image is pushed: https://docs.aws.amazon.com/AmazonECR/latest/userguide/managed-signing.html */
export class Signing {
  private readonly configurations = new Map<Registry, sdk.SigningConfiguration>();
  private readonly told = new WeakMap<Image, Told>();

  constructor(
    private readonly ground: Ground,
    private readonly access: Access,
    private readonly named: (repository: Repository, id: sdk.ImageIdentifier) => Image,
  ) {}

  put(input: sdk.PutSigningConfigurationRequest, call: Call): sdk.PutSigningConfigurationResponse {
    const { signingConfiguration = { rules: [] } } = input;
    this.configurations.set(this.access.registry(call), signingConfiguration);
    return { signingConfiguration };
  }

  get(_input: sdk.GetSigningConfigurationRequest, call: Call): sdk.GetSigningConfigurationResponse {
    const registry = this.access.registry(call);
    const signingConfiguration = this.configurations.get(registry);
    if (signingConfiguration !== undefined) return { registryId: registry.accountId, signingConfiguration };
    throw new AwsError(
      'SigningConfigurationNotFoundException',
      `Signing configuration does not exist in the registry with id '${registry.accountId}'`,
    );
  }

  delete(input: sdk.DeleteSigningConfigurationRequest, call: Call): sdk.DeleteSigningConfigurationResponse {
    const found = this.get(input, call);
    this.configurations.delete(this.access.registry(call));
    return found;
  }

  /** Of what no rule is for there is no status. */
  status(input: sdk.DescribeImageSigningStatusRequest, call: Call): sdk.DescribeImageSigningStatusResponse {
    const repository = this.access.repository(input, call);
    const image = this.named(repository, input.imageId ?? {});
    const { rules = [] } = this.configurations.get(this.access.registry(call, input.registryId)) ?? {};
    const meant = rules.filter(
      ({ repositoryFilters = [] }) =>
        repositoryFilters.length === 0 ||
        repositoryFilters.some(({ filter = '' }) => matchesWildcard(filter, repository.name)),
    );
    const isDone = this.ground.clock.now() >= image.pushedAt + this.ground.settings.imageScanMs;
    const told = this.told.get(image) ?? { status: isDone ? 'COMPLETE' : 'IN_PROGRESS' };
    return {
      registryId: repository.accountId,
      repositoryName: repository.name,
      imageId: { ...input.imageId, imageDigest: image.digest },
      signingStatuses: meant.map(({ signingProfileArn }) => ({ signingProfileArn, ...told })),
    };
  }

  /** @throws RangeError for a body that is not understood */
  tell(repository: Repository, body: Record<string, unknown>): void {
    only(body, [
      'registryId',
      'region',
      'repositoryName',
      'imageTag',
      'imageDigest',
      'status',
      'failureCode',
      'failureReason',
    ]);
    if (!statuses.includes(body.status as string)) {
      throw new RangeError(`status is ${JSON.stringify(body.status)}; accepted are ${statuses.join(', ')}`);
    }
    const { imageTag, imageDigest } = body as { imageTag?: string; imageDigest?: string };
    this.told.set(this.named(repository, { imageTag, imageDigest }), {
      status: body.status as sdk.SigningStatus,
      ...(body.failureCode === undefined ? {} : { failureCode: String(body.failureCode) }),
      ...(body.failureReason === undefined ? {} : { failureReason: String(body.failureReason) }),
    });
  }
}
