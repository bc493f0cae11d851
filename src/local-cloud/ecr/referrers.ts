import type { Image, Repository } from './model.js';

/** What speaks about an image: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-referrers */
export function referrersOf(repository: Repository, digest: string): Image[] {
  return [...repository.images.values()].filter(({ manifest }) => manifest.subject?.digest === digest);
}

export function descriptorOf({ digest, bytes, manifest }: Image) {
  const artifactType = manifest.artifactType ?? manifest.config?.mediaType;
  return {
    mediaType: manifest.mediaType,
    digest,
    size: bytes.length,
    ...(artifactType === undefined ? {} : { artifactType }),
    ...(manifest.annotations === undefined ? {} : { annotations: manifest.annotations }),
  };
}
