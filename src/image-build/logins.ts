import { parseCacheSpec } from '../images/cache-spec.js';
import { ecrRegistry } from '../images/ecr-host.js';
import { parseReference } from '../images/reference.js';
import { isLoopback } from '../images/registry-choice.js';
import type { ImageRegistries } from '../ports/image-registries.js';
import type { RegistryLogin } from '../ports/image-repository.js';
import type { LookedUp } from './look-up.js';

/**
 * Logins for every registry of ECR that the build speaks with: where images go, where bases come from, where caches are, and
 * those that were asked for. One for each host. Other registries are let in by Docker's own settings.
 */
export async function loginsFor(
  images: readonly LookedUp[],
  caches: readonly string[],
  asked: readonly string[],
  registries: ImageRegistries,
): Promise<readonly RegistryLogin[]> {
  const known = new Map(images.map(({ place: { found } }) => [found.host, () => found.login()]));
  const others = otherHosts(images, caches).filter((host) => ecrRegistry(host) !== undefined);
  for (const host of [...others, ...asked]) {
    // Any repository of it: a login is for the whole registry.
    if (!known.has(host)) known.set(host, async () => (await registries.repository(`${host}/any`)).login());
  }
  const logins = await Promise.all([...known.values()].map((login) => login()));
  const byHost = new Map(logins.flatMap((login) => (login === undefined ? [] : [[login.host, login] as const])));
  return [...byHost.values()];
}

/** Whether a registry that the build speaks with is on this machine. */
export const speaksWithThisMachine = (images: readonly LookedUp[], caches: readonly string[]): boolean =>
  [...images.map(({ place }) => place.found.host), ...otherHosts(images, caches)].some(isLoopback);

/** Where bases come from and caches are. */
function otherHosts(images: readonly LookedUp[], caches: readonly string[]): readonly string[] {
  const bases = images.flatMap((image) => image.bases.flatMap((base) => hostOf(base) ?? []));
  return [...bases, ...caches.flatMap((cache) => hostOfCache(cache) ?? [])];
}

function hostOf(image: string): string | undefined {
  const reading = parseReference(image);
  return reading.ok ? reading.value.registry : undefined;
}

function hostOfCache(spec: string): string | undefined {
  const reading = parseCacheSpec(spec);
  const ref = reading.ok ? reading.value.attributes.get('ref') : undefined;
  return ref === undefined ? undefined : hostOf(ref);
}
