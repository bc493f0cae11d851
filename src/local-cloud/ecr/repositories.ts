import type * as sdk from '@aws-sdk/client-ecr';
import { AwsError, type Ground } from '../contract.js';
import { type PageRules, page } from '../wire/page.js';
import type { Repository } from './model.js';

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

/** The registry: its repositories, and how they are found. */
export class Repositories {
  private readonly byName = new Map<string, Repository>();

  constructor(private readonly ground: Ground) {}

  get size(): number {
    return this.byName.size;
  }

  get(name: string): Repository | undefined {
    return this.byName.get(name);
  }

  /** @throws AwsError RepositoryNotFoundException */
  repository(input: { registryId?: string | undefined; repositoryName?: string | undefined }): Repository {
    const name = input.repositoryName ?? '';
    const registry = input.registryId ?? this.ground.accountId;
    const found = registry === this.ground.accountId ? this.byName.get(name) : undefined;
    if (found !== undefined) return found;
    throw new AwsError(
      'RepositoryNotFoundException',
      `The repository with name '${name}' does not exist in the registry with id '${registry}'`,
    );
  }

  create(input: sdk.CreateRepositoryRequest): sdk.CreateRepositoryResponse {
    const name = input.repositoryName ?? '';
    if (name.length < 2 || name.length > 256 || !new RegExp(`^${NAME}$`).test(name)) {
      invalid(
        `Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must satisfy regular expression '${NAME}'`,
      );
    }
    if (input.imageTagMutability?.endsWith('_WITH_EXCLUSION')) {
      throw new AwsError(
        'ValidationException',
        `imageTagMutability ${input.imageTagMutability} is not implemented by the local cloud.`,
      );
    }
    if (this.byName.has(name)) {
      throw new AwsError(
        'RepositoryAlreadyExistsException',
        `The repository with name '${name}' already exists in the registry with id '${this.ground.accountId}'`,
      );
    }
    const repository: Repository = {
      name,
      arn: this.ground.arn('ecr', `repository/${name}`),
      uri: `${this.ground.accountId}.dkr.ecr.${this.ground.region}.amazonaws.com/${name}`,
      createdAt: this.ground.clock.now(),
      tagMutability: input.imageTagMutability ?? 'MUTABLE',
      encryption: input.encryptionConfiguration ?? { encryptionType: 'AES256' },
      isScannedOnPush: input.imageScanningConfiguration?.scanOnPush ?? false,
      blobs: new Map(),
      images: new Map(),
      tags: new Map(),
    };
    this.byName.set(name, repository);
    return { repository: this.view(repository) };
  }

  describe(input: sdk.DescribeRepositoriesRequest): sdk.DescribeRepositoriesResponse {
    if (input.repositoryNames !== undefined) {
      const { registryId } = input;
      const named = input.repositoryNames.map((repositoryName) => this.repository({ registryId, repositoryName }));
      return { repositories: named.map((each) => this.view(each)) };
    }
    const { items, nextToken } = page([...this.byName.values()], input.nextToken, input.maxResults, pages);
    return { repositories: items.map((each) => this.view(each)), ...(nextToken === undefined ? {} : { nextToken }) };
  }

  private view(repository: Repository): sdk.Repository {
    return {
      repositoryArn: repository.arn,
      registryId: this.ground.accountId,
      repositoryName: repository.name,
      repositoryUri: repository.uri,
      createdAt: new Date(repository.createdAt),
      imageTagMutability: repository.tagMutability,
      imageScanningConfiguration: { scanOnPush: repository.isScannedOnPush },
      encryptionConfiguration: repository.encryption,
    };
  }
}
