import type { EcrRepository, RepositorySettings, TagMutability } from '../ports/ecr.js';
import type { FoundRepository } from '../ports/image-registries.js';
import { exclusionsOf } from '../spec/repository-inputs.js';

export interface CreationInputs {
  readonly tagMutability: 'immutable' | 'mutable';
  readonly movingTags: readonly string[];
  /** Their tags move as well. */
  readonly environments: readonly string[];
  readonly scanOnPush: boolean;
  readonly encryption: 'aes256' | 'kms' | 'kms-dsse';
  readonly kmsKey: string | undefined;
  readonly repositoryTags: Readonly<Record<string, string>>;
}

const ENCRYPTIONS = { aes256: 'AES256', kms: 'KMS', 'kms-dsse': 'KMS_DSSE' } as const;

/** What a repository is made like. Plain immutability would freeze the cache and what cosign keeps as tags. */
export function settingsOf(inputs: CreationInputs): RepositorySettings {
  const { encryption, kmsKey, scanOnPush, repositoryTags } = inputs;
  return {
    mutability: mutabilityOf(inputs),
    isScannedOnPush: scanOnPush,
    encryption: { type: ENCRYPTIONS[encryption], ...(kmsKey === undefined ? {} : { keyArn: kmsKey }) },
    tags: repositoryTags,
  };
}

const mutabilityOf = ({ tagMutability, movingTags, environments }: CreationInputs): TagMutability =>
  tagMutability === 'mutable'
    ? { setting: 'MUTABLE', exclusions: [] }
    : { setting: 'IMMUTABLE_WITH_EXCLUSION', exclusions: exclusionsOf(movingTags, environments) };

/** @throws Error for a repository of a registry that is none of ECR, which the caller has refused before */
export function createRepository({ ecr, path }: FoundRepository, settings: RepositorySettings): Promise<EcrRepository> {
  if (ecr === undefined) throw new Error(`${path} is in no registry of ECR, and cannot be created`);
  return ecr.create(path, settings);
}
