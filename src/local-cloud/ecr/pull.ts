import { platformText, runsOn } from './manifest.js';
import { findImage, type Image, type Repository } from './model.js';
import type { Repositories } from './repositories.js';

const REFERENCE = /^(\d{12})\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/([^:@]+)(?::([^@]+))?(?:@(.+))?$/;

/**
 * Whether an image that is in this registry, by its name, can be pulled. Undefined is yes: also for what is somewhere
 * else, and as long as the registry is not in use, which is until its first repository.
 */
export function pullProblem(
  repositories: Repositories,
  accountId: string,
  image: string,
  platform: string,
): { kind: 'missing' } | { kind: 'platform'; platform: string } | undefined {
  if (REFERENCE.exec(image)?.[1] !== accountId || repositories.size === 0) return undefined;
  const found = referred(repositories, accountId, image);
  if (found === undefined) return { kind: 'missing' };
  const built = platformsOf(found.repository, found.image);
  return built.some((each) => runsOn(each, platform)) ? undefined : { kind: 'platform', platform };
}

/** What an image's name stands for in this registry. */
export function referred(
  repositories: Repositories,
  accountId: string,
  image: string,
): { repository: Repository; image: Image } | undefined {
  const [, registry, name = '', tag, digest] = REFERENCE.exec(image) ?? [];
  const repository = registry === accountId ? repositories.get(name) : undefined;
  const id = digest === undefined ? { imageTag: tag ?? 'latest' } : { imageDigest: digest };
  const found = repository && findImage(repository, id);
  return repository === undefined || found === undefined ? undefined : { repository, image: found };
}

/** `linux/amd64` and so on: of an index what it says, of an image what its configuration says. */
export function platformsOf(repository: Repository, { manifest }: Image): string[] {
  if (manifest.manifests !== undefined) {
    return manifest.manifests.flatMap(({ platform }) => (platform === undefined ? [] : platformText(platform)));
  }
  const config = repository.blobs.get(manifest.config?.digest ?? '');
  return config === undefined ? [] : [platformText(JSON.parse(config.toString('utf8')))];
}
