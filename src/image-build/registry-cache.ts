import { formatCacheSpec, parseCacheSpec } from '../images/cache-spec.js';
import { takesTag } from '../images/lifecycle-evaluation.js';
import { formatPlatform, type ImagePlatform } from '../images/platform.js';
import type { TagMutability } from '../ports/ecr.js';

export interface Caches {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Why a cache is not written, a sentence each. */
  readonly warnings: readonly string[];
}

export interface CacheRequest {
  readonly cache: 'registry' | 'none' | readonly string[];
  readonly cacheFrom: readonly string[];
  readonly isWritten: boolean;
}

/**
 * The caches of one image. That in the registry lies under a tag of its own for each set of platforms: one that another set
 * wrote would be thrown away by it.
 *
 * @param repository `host/path`
 * @param owner told when several images share the repository, so that they do not write over each other
 */
export function cachesOf(
  { cache, cacheFrom, isWritten }: CacheRequest,
  repository: string,
  platforms: readonly ImagePlatform[],
  mutability: TagMutability | undefined,
  owner: string | undefined,
): Caches {
  if (cache === 'none') return { from: cacheFrom, to: [], warnings: [] };
  if (cache !== 'registry') {
    return { from: [...cache.map(readOnly), ...cacheFrom], to: isWritten ? cache : [], warnings: [] };
  }
  const tag = cacheTag(platforms, owner);
  const ref = `${repository}:${tag}`;
  const isFixed = mutability !== undefined && isFixedBy(mutability, tag);
  const attributes = 'mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true';
  return {
    from: [`type=registry,ref=${ref}`, ...cacheFrom],
    to: isWritten && !isFixed ? [`type=registry,ref=${ref},${attributes}`] : [],
    warnings:
      isWritten && isFixed
        ? [
            `The cache is read and not written: tags of ${repository} cannot be moved, ${tag} among them. Add an exclusion for buildcache* to the immutability of the repository, or say cache: none.`,
          ]
        : [],
  };
}

export function cacheTag(platforms: readonly ImagePlatform[], owner: string | undefined): string {
  const parts = [owner, ...platforms.map(formatPlatform).sort()].flatMap((part) => part ?? []);
  return ['buildcache', ...parts.map((part) => part.replaceAll(/[^\w.-]/g, '-'))].join('-').slice(0, 128);
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html */
export function isFixedBy({ setting, exclusions }: TagMutability, tag: string): boolean {
  const isExcluded = setting.endsWith('_WITH_EXCLUSION') && exclusions.some((pattern) => takesTag(pattern, tag));
  return setting.startsWith('IMMUTABLE') !== isExcluded;
}

/** What says how a cache is written has no meaning where it is read. https://docs.docker.com/build/cache/backends/ */
const WRITING = [
  'mode',
  'image-manifest',
  'oci-mediatypes',
  'ignore-error',
  'compression',
  'compression-level',
  'force-compression',
];

function readOnly(spec: string): string {
  const reading = parseCacheSpec(spec);
  if (!reading.ok) return spec;
  const { type, attributes } = reading.value;
  // A local cache is read from one folder and written to another.
  const folder = type === 'local' && !attributes.has('src') ? attributes.get('dest') : undefined;
  const kept = [...attributes].filter(([key]) => !WRITING.includes(key) && key !== 'dest');
  const read = new Map([...kept, ...(folder === undefined ? [] : [['src', folder] as const])]);
  return formatCacheSpec({ type, attributes: read });
}
