import type { ManifestBytes } from '../images/copy-plan.js';
import { childrenOf, type Descriptor, isRun, type Manifest, readManifest } from '../images/manifest.js';
import type { ImageRepository } from '../ports/image-repository.js';

/** What stands in labels of images that are built here. https://github.com/opencontainers/image-spec/blob/main/annotations.md */
export const LABELS = {
  revision: 'org.opencontainers.image.revision',
  source: 'org.opencontainers.image.source',
  created: 'org.opencontainers.image.created',
  /** What it was built by, besides files: `TaggedImage.recipe`. */
  recipe: 'vnd.sluice.recipe',
} as const;

/** @throws Error when the registry holds what is no manifest */
export function manifestOf({ text, mediaType, digest }: ManifestBytes): Manifest {
  const reading = readManifest(text, mediaType);
  if (!reading.ok) throw new Error(`The manifest ${digest} ${reading.wrong}`);
  return reading.value;
}

/** The labels of an image; of an index those of its first platform. Empty when it is no image that runs. */
export async function labelsOf(
  images: ImageRepository,
  bytes: ManifestBytes,
): Promise<Readonly<Record<string, string>>> {
  const manifest = manifestOf(bytes);
  if (manifest.kind === 'index') {
    const [first] = childrenOf(manifest).images;
    const child = first === undefined ? undefined : await images.manifest(first.digest);
    return child === undefined ? {} : labelsOf(images, child);
  }
  if (!isRun(manifest)) return {};
  const config: unknown = JSON.parse(new TextDecoder().decode(await images.blob(manifest.config.digest)));
  const labels: unknown = (config as { config?: { Labels?: unknown } } | null)?.config?.Labels;
  if (typeof labels !== 'object' || labels === null) return {};
  return Object.fromEntries(Object.entries(labels).filter(([, value]) => typeof value === 'string'));
}

/** What a pull of all its platforms brings, in bytes. */
export async function sizeOf(images: ImageRepository, bytes: ManifestBytes): Promise<number> {
  const blobs = new Map<string, Descriptor>();
  const take = (manifest: Manifest): void => {
    if (manifest.kind !== 'image') return;
    for (const blob of [manifest.config, ...manifest.layers]) blobs.set(blob.digest, blob);
  };
  const manifest = manifestOf(bytes);
  take(manifest);
  if (manifest.kind === 'index') {
    const children = await Promise.all(childrenOf(manifest).images.map(({ digest }) => images.manifest(digest)));
    for (const child of children) if (child !== undefined) take(manifestOf(child));
  }
  return [...blobs.values()].reduce((sum, { size }) => sum + size, 0);
}
