import { statusOf } from './archive.js';
import { runsOn } from './manifest.js';
import { findImage, type Image, type Repository } from './model.js';
import type { Registries } from './registries.js';

const REFERENCE = /^([^/]+)\/([^:@]+)(?::([^@]+))?(?:@(.+))?$/;

/**
 * Whether an image that is in one of the registries, by its name on AWS or by where the registry listens, can be pulled.
 * Undefined is yes: also for what is somewhere else, and by its name on AWS as long as the registry is not in use, which is
 * until its first repository.
 */
export function pullProblem(
  registries: Registries,
  image: string,
  platform: string,
  now: number,
): { kind: 'missing' } | { kind: 'platform'; platform: string } | undefined {
  const host = REFERENCE.exec(image)?.[1] ?? '';
  const registry = registries.byHost(host);
  // By where it listens it can be meant by nobody who has not asked ECR for it.
  const isMeant = registry?.isInUse === true || (registry !== undefined && /:\d+$/.test(host));
  if (!isMeant) return undefined;
  const found = referred(registries, image);
  if (found === undefined || statusOf(found.image, now) !== 'ACTIVE') return { kind: 'missing' };
  return found.image.platforms.some((each) => runsOn(each, platform)) ? undefined : { kind: 'platform', platform };
}

/** What an image's name stands for in these registries. */
export function referred(registries: Registries, image: string): { repository: Repository; image: Image } | undefined {
  const [, host = '', name = '', tag, digest] = REFERENCE.exec(image) ?? [];
  const repository = registries.byHost(host)?.repositories.get(name);
  const id = digest === undefined ? { imageTag: tag ?? 'latest' } : { imageDigest: digest };
  const found = repository && findImage(repository, id);
  return repository === undefined || found === undefined ? undefined : { repository, image: found };
}
