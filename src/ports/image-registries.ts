import type { EcrRegistryControl } from './ecr.js';
import type { ImageRepository, RegistryLogin } from './image-repository.js';

/** All registries, as one set of credentials reaches them. Another account's credentials are another one of these. */
export interface ImageRegistries {
  /**
   * The repository that a name means: plain (`team/shop`: ECR, the account and Region of the credentials) or with its host.
   * Whether it is there is not asked: its images are asked for, or `ecr.repository`.
   *
   * @throws AccessError, or Unanswered, when ECR must be asked for its host
   */
  repository(name: string): Promise<FoundRepository>;
}

export interface FoundRepository {
  readonly kind: 'ecr' | 'ecr-public' | 'registry';
  readonly host: string;
  /** What it is called within its registry, as the calls of `ecr` name it. */
  readonly path: string;
  readonly images: ImageRepository;
  /** The registry it is in, when that is a private one of ECR. */
  readonly ecr: EcrRegistryControl | undefined;
  /** What Docker is let in with; undefined where its own settings are to do. */
  login(): Promise<RegistryLogin | undefined>;
}
