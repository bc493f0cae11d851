import type { EcrRepository, RepositorySettings } from '../ports/ecr.js';
import { RepositoryMissing } from '../ports/image-repository.js';
import type { EcrCalls } from './ecr-calls.js';
import { errorName } from './errors.js';
import type { Repository } from './sdk/ecr.js';

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeRepositories.html */
export async function describeRepository(
  { client, sdk, registry, on }: EcrCalls,
  name: string,
): Promise<EcrRepository | undefined> {
  const { DescribeRepositoriesCommand } = await sdk();
  const ecr = await client();
  const wanted = { ...registry, repositoryNames: [name] };
  const answer = await on(name)
    .call('ecr:DescribeRepositories', () => ecr.send(new DescribeRepositoriesCommand(wanted)))
    .catch((error: unknown) => {
      if (!(error instanceof RepositoryMissing)) throw error;
    });
  const [found] = answer?.repositories ?? [];
  return found === undefined ? undefined : described(found);
}

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html */
export async function createRepository(
  calls: EcrCalls,
  name: string,
  { mutability, isScannedOnPush, encryption, tags }: RepositorySettings,
): Promise<EcrRepository> {
  const { CreateRepositoryCommand } = await calls.sdk();
  const ecr = await calls.client();
  const { setting, exclusions } = mutability;
  const { keyArn } = encryption;
  const filters = exclusions.map((filter) => ({ filterType: 'WILDCARD' as const, filter }));
  const all = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  const wanted = {
    ...calls.named(name),
    imageTagMutability: setting,
    ...(filters.length === 0 ? {} : { imageTagMutabilityExclusionFilters: filters }),
    imageScanningConfiguration: { scanOnPush: isScannedOnPush },
    encryptionConfiguration: {
      encryptionType: encryption.type,
      ...(keyArn === undefined ? {} : { kmsKey: keyArn }),
    },
    ...(all.length === 0 ? {} : { tags: all }),
  };
  const { repository } = await calls
    .on(name)
    .call('ecr:CreateRepository', () => ecr.send(new CreateRepositoryCommand(wanted)))
    .catch((error: unknown) => {
      // Somebody else was faster, or it was us and the answer got lost.
      if (errorName(error) !== 'RepositoryAlreadyExistsException') throw error;
      return { repository: undefined };
    });
  const created = repository === undefined ? await describeRepository(calls, name) : described(repository);
  if (created === undefined) throw new Error(`ECR says that ${name} is there already, and that it is not`);
  return created;
}

function described(found: Repository): EcrRepository {
  return {
    name: found.repositoryName ?? '',
    account: found.registryId ?? '',
    arn: found.repositoryArn ?? '',
    uri: found.repositoryUri ?? '',
    mutability: {
      setting: found.imageTagMutability ?? 'MUTABLE',
      exclusions: (found.imageTagMutabilityExclusionFilters ?? []).flatMap(({ filter }) => filter ?? []),
    },
    isScannedOnPush: found.imageScanningConfiguration?.scanOnPush ?? false,
  };
}
