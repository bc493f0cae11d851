import type * as sdk from '@aws-sdk/client-ecr';
import { AwsError, type Call, type Ground } from '../contract.js';
import { type PageRules, page } from '../wire/page.js';
import type { Access } from './access.js';
import type { Mutability, Repository } from './model.js';

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeRepositories.html */
export const pages: PageRules = {
  usual: 100,
  most: 1000,
  sizeMember: 'maxResults',
  sizeError: 'InvalidParameterException',
  tokenError: 'InvalidParameterException',
};

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html, repositoryName */
const NAME = '(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*';

export function invalid(message: string): never {
  throw new AwsError('InvalidParameterException', message);
}

/** Repositories and their settings: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/ */
export class Repositories {
  constructor(
    private readonly ground: Ground,
    private readonly access: Access,
  ) {}

  async create(input: sdk.CreateRepositoryRequest, call: Call): Promise<sdk.CreateRepositoryResponse> {
    const name = input.repositoryName ?? '';
    if (name.length < 2 || name.length > 256 || !new RegExp(`^${NAME}$`).test(name)) {
      invalid(
        `Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must satisfy regular expression '${NAME}'`,
      );
    }
    if (input.registryId !== undefined && input.registryId !== call.accountId) {
      throw new AwsError(
        'AccessDeniedException',
        `User: ${call.principal} is not authorized to perform: ecr:CreateRepository on resource: arn:aws:ecr:${call.region}:${input.registryId}:repository/${name}`,
      );
    }
    const mutability = mutabilityOf(input);
    const resourceTags = tagsGiven(input.tags ?? []);
    const registry = this.access.registry(call);
    const host = await registry.host();
    if (registry.repositories.has(name)) {
      throw new AwsError(
        'RepositoryAlreadyExistsException',
        `The repository with name '${name}' already exists in the registry with id '${registry.accountId}'`,
      );
    }
    const repository: Repository = {
      name,
      arn: registry.arn(name),
      accountId: registry.accountId,
      region: registry.region,
      uri: `${host}/${name}`,
      createdAt: this.ground.clock.now(),
      mutability,
      encryption: input.encryptionConfiguration ?? { encryptionType: 'AES256' },
      isScannedOnPush: input.imageScanningConfiguration?.scanOnPush ?? false,
      resourceTags,
      blobs: new Map(),
      images: new Map(),
      tags: new Map(),
    };
    registry.repositories.set(name, repository);
    registry.isInUse = true;
    return { repository: view(repository) };
  }

  describe(input: sdk.DescribeRepositoriesRequest, call: Call): sdk.DescribeRepositoriesResponse {
    const { registryId } = input;
    if (input.repositoryNames !== undefined) {
      const named = input.repositoryNames.map((repositoryName) =>
        this.access.repository({ registryId, repositoryName }, call),
      );
      return { repositories: named.map(view) };
    }
    const registry = this.access.registry(call, registryId);
    if (registry.accountId !== call.accountId) {
      throw new AwsError(
        'AccessDeniedException',
        `User: ${call.principal} is not authorized to perform: ecr:DescribeRepositories on resource: ${registry.arn('*')}`,
      );
    }
    const { items, nextToken } = page([...registry.repositories.values()], input.nextToken, input.maxResults, pages);
    return { repositories: items.map(view), ...(nextToken === undefined ? {} : { nextToken }) };
  }

  /** What is in it goes with it; the bytes themselves when the cloud stops. */
  delete(input: sdk.DeleteRepositoryRequest, call: Call): sdk.DeleteRepositoryResponse {
    const repository = this.access.repository(input, call);
    if (repository.images.size > 0 && input.force !== true) {
      throw new AwsError(
        'RepositoryNotEmptyException',
        `The repository with name '${repository.name}' in registry with id '${repository.accountId}' cannot be deleted because it still contains images`,
      );
    }
    this.access.registry(call, input.registryId).repositories.delete(repository.name);
    return { repository: view(repository) };
  }

  putMutability(input: sdk.PutImageTagMutabilityRequest, call: Call): sdk.PutImageTagMutabilityResponse {
    const repository = this.access.repository(input, call);
    repository.mutability = mutabilityOf(input);
    const { imageTagMutability, imageTagMutabilityExclusionFilters } = view(repository);
    return {
      registryId: repository.accountId,
      repositoryName: repository.name,
      imageTagMutability,
      imageTagMutabilityExclusionFilters,
    };
  }

  putScanning(input: sdk.PutImageScanningConfigurationRequest, call: Call): sdk.PutImageScanningConfigurationResponse {
    const repository = this.access.repository(input, call);
    repository.isScannedOnPush = input.imageScanningConfiguration?.scanOnPush ?? false;
    return {
      registryId: repository.accountId,
      repositoryName: repository.name,
      imageScanningConfiguration: { scanOnPush: repository.isScannedOnPush },
    };
  }
}

/** @throws AwsError InvalidTagParameterException, TooManyTagsException */
export function tagsGiven(
  tags: readonly sdk.Tag[],
  before: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const all = new Map(before);
  for (const { Key = '', Value = '' } of tags) {
    if (Key.length < 1 || Key.length > 128 || Value.length > 256 || Key.toLowerCase().startsWith('aws:')) {
      throw new AwsError('InvalidTagParameterException', `Tag with key '${Key}' is not valid`);
    }
    all.set(Key, Value);
  }
  if (all.size > 50) throw new AwsError('TooManyTagsException', 'A resource can have 50 tags at most');
  return all;
}

/**
 * One to five wildcards, of up to 128 characters, and only with a setting that has exclusions.
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageTagMutabilityExclusionFilter.html
 */
function mutabilityOf(input: {
  readonly imageTagMutability?: sdk.ImageTagMutability | undefined;
  readonly imageTagMutabilityExclusionFilters?: readonly sdk.ImageTagMutabilityExclusionFilter[] | undefined;
}): Mutability {
  const setting = input.imageTagMutability ?? 'MUTABLE';
  const given = input.imageTagMutabilityExclusionFilters;
  if (!setting.endsWith('_WITH_EXCLUSION')) {
    if (given !== undefined && given.length > 0) {
      invalid(
        `Invalid parameter at 'imageTagMutabilityExclusionFilters' failed to satisfy constraint: 'imageTagMutabilityExclusionFilters can only be set with IMMUTABLE_WITH_EXCLUSION or MUTABLE_WITH_EXCLUSION'`,
      );
    }
    return { setting, exclusions: [] };
  }
  const exclusions = (given ?? []).map(({ filter }) => filter ?? '');
  if (exclusions.length < 1 || exclusions.length > 5) {
    invalid(
      `Invalid parameter at 'imageTagMutabilityExclusionFilters' failed to satisfy constraint: 'Member must have length between 1 and 5'`,
    );
  }
  const wrong = exclusions.find((each) => !/^[0-9a-zA-Z._*-]{1,128}$/.test(each) || each.split('*').length > 3);
  if (wrong !== undefined) {
    invalid(
      `Invalid parameter at 'imageTagMutabilityExclusionFilters' failed to satisfy constraint: 'filter ${wrong} must satisfy regular expression '^[0-9a-zA-Z._*-]{1,128}$' and have at most 2 wildcards'`,
    );
  }
  return { setting, exclusions };
}

export function view(repository: Repository): sdk.Repository {
  const { setting, exclusions } = repository.mutability;
  return {
    repositoryArn: repository.arn,
    registryId: repository.accountId,
    repositoryName: repository.name,
    repositoryUri: repository.uri,
    createdAt: new Date(repository.createdAt),
    imageTagMutability: setting,
    ...(exclusions.length === 0
      ? {}
      : {
          imageTagMutabilityExclusionFilters: exclusions.map((filter) => ({ filterType: 'WILDCARD' as const, filter })),
        }),
    imageScanningConfiguration: { scanOnPush: repository.isScannedOnPush },
    encryptionConfiguration: repository.encryption,
  };
}
