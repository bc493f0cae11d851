import { isJsonObject } from '../spec/json-object.js';
import { type Reading, read, wrong } from '../spec/kind.js';
import { isDigest } from './digest.js';
import type { ImagePlatform } from './platform.js';

/**
 * Media types of manifests.
 * https://github.com/opencontainers/image-spec/blob/main/media-types.md
 * https://distribution.github.io/distribution/spec/manifest-v2-2/
 */
const KINDS: ReadonlyMap<string, 'image' | 'index' | 'signed'> = new Map([
  ['application/vnd.oci.image.manifest.v1+json', 'image'],
  ['application/vnd.docker.distribution.manifest.v2+json', 'image'],
  ['application/vnd.oci.image.index.v1+json', 'index'],
  ['application/vnd.docker.distribution.manifest.list.v2+json', 'index'],
  ['application/vnd.docker.distribution.manifest.v1+json', 'signed'],
  ['application/vnd.docker.distribution.manifest.v1+prettyjws', 'signed'],
]);

const OCI = { image: 'application/vnd.oci.image.manifest.v1+json', index: 'application/vnd.oci.image.index.v1+json' };

/** What is asked for, so that ECR gives the bytes as they were pushed and converts nothing. */
export const ACCEPTED_MEDIA_TYPES: readonly string[] = [...KINDS.keys()].filter((type) => KINDS.get(type) !== 'signed');

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly annotations: Readonly<Record<string, string>>;
  readonly platform?: ImagePlatform;
  readonly artifactType?: string;
}

interface Common {
  /** What must go beside the bytes when they are put again: ECR refuses OCI bytes without it when none stands in them. */
  readonly mediaType: string;
  /** What it says something about: signatures and attestations that registries list as referrers. */
  readonly subject?: Descriptor;
  readonly artifactType?: string;
  readonly annotations: Readonly<Record<string, string>>;
}

export type Manifest =
  | (Common & {
      readonly kind: 'image';
      readonly config: Descriptor;
      readonly layers: readonly Descriptor[];
    })
  | (Common & { readonly kind: 'index'; readonly children: readonly Descriptor[] });

/**
 * Reads the bytes of a manifest. Nothing of them may be written again: the digest is that of the bytes as they are.
 *
 * @param besides the media type that the registry told with them, if it did
 */
export function readManifest(text: string, besides?: string): Reading<Manifest> {
  const json = parsed(text);
  if (json === undefined) return wrong('is not JSON');
  if (!isJsonObject(json)) return wrong('is no JSON object');
  const within = typeof json.mediaType === 'string' && json.mediaType !== '' ? json.mediaType : undefined;
  if (within !== undefined && besides !== undefined && within !== besides) {
    return wrong(`says it is ${within}, and the registry says ${besides}`);
  }
  if (json.schemaVersion !== 2) return wrong(`has schema version ${JSON.stringify(json.schemaVersion)} and not 2`);
  // A manifest that could be read as either is refused: CVE-2021-41190 (GHSA-mc8v-mgrf-8f4m).
  if ('manifests' in json && ('config' in json || 'layers' in json)) return wrong('is an image and an index at once');
  const shape = 'manifests' in json ? 'index' : 'image';
  const mediaType = within ?? besides ?? OCI[shape];
  const kind = KINDS.get(mediaType);
  if (kind === undefined) return wrong(`is of a kind that is not known here (${mediaType})`);
  if (kind !== shape) return wrong(`says it is ${mediaType} and is built like an ${shape}`);
  const common = {
    mediaType,
    annotations: textsOf(json.annotations),
    ...(typeof json.artifactType === 'string' ? { artifactType: json.artifactType } : {}),
  };
  const subject = json.subject === undefined ? undefined : descriptorOf(json.subject);
  if (json.subject !== undefined && subject === undefined) return wrong('has a subject that is no descriptor');
  const rest = { ...common, ...(subject === undefined ? {} : { subject }) };
  if (kind === 'index') {
    const children = descriptorsOf(json.manifests);
    return children === undefined
      ? wrong('has a list of manifests that cannot be read')
      : read({ ...rest, kind, children });
  }
  const config = descriptorOf(json.config);
  const layers = descriptorsOf(json.layers);
  if (config === undefined) return wrong('has no config that can be read');
  return layers === undefined
    ? wrong('has layers that cannot be read')
    : read({ ...rest, kind: 'image', config, layers });
}

/** What a container is made of. https://github.com/opencontainers/image-spec/blob/main/media-types.md */
const CONFIGURATIONS: ReadonlySet<string> = new Set([
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json',
]);

/** Whether it is an image that runs, and not a chart, a signature or anything else that lies in registries. */
export const isRun = ({ artifactType, config }: Extract<Manifest, { kind: 'image' }>): boolean =>
  artifactType === undefined && CONFIGURATIONS.has(config.mediaType);

/** Where BuildKit says what a child is. https://github.com/moby/buildkit/blob/master/docs/attestations/attestation-storage.md */
const REFERENCE_TYPE = 'vnd.docker.reference.type';
const REFERENCE_DIGEST = 'vnd.docker.reference.digest';

export interface Children {
  /** What runs, one per platform. */
  readonly images: readonly (Descriptor & { readonly platform: ImagePlatform })[];
  /** Provenance and SBOM of one of the images each. */
  readonly attestations: readonly (Descriptor & { readonly of: string | undefined })[];
  /** Neither: no platform and no word what it is. */
  readonly others: readonly Descriptor[];
}

/** What the children of an index are. Scans, and what ECS may run, look at the images only. */
export function childrenOf(index: Extract<Manifest, { kind: 'index' }>): Children {
  const isAttestation = ({ annotations }: Descriptor) => annotations[REFERENCE_TYPE] === 'attestation-manifest';
  const images: (Descriptor & { readonly platform: ImagePlatform })[] = [];
  const attestations: (Descriptor & { readonly of: string | undefined })[] = [];
  const others: Descriptor[] = [];
  for (const child of index.children) {
    if (isAttestation(child)) attestations.push({ ...child, of: child.annotations[REFERENCE_DIGEST] });
    else if (child.platform !== undefined && child.platform.os !== 'unknown')
      images.push({ ...child, platform: child.platform });
    else others.push(child);
  }
  return { images, attestations, others };
}

/** Layers that lie elsewhere and that registries need not hold. https://github.com/opencontainers/image-spec/blob/main/layer.md#non-distributable-layers */
const FOREIGN = /\.(foreign|nondistributable)\./;

/** The blobs that a repository must hold before the image can be put, each once. */
export function blobsOf(image: Extract<Manifest, { kind: 'image' }>): readonly Descriptor[] {
  const all = [image.config, ...image.layers].filter(({ mediaType }) => !FOREIGN.test(mediaType));
  return [...new Map(all.map((blob) => [blob.digest, blob])).values()];
}

/**
 * Tags under which signatures, attestations and SBOMs of an image lie where they are no referrers: cosign's and, without a
 * suffix, the fallback of the distribution specification.
 * https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#referrers-tag-schema
 */
export function companionTags(digest: string): readonly string[] {
  const base = digest.replace(':', '-');
  return [base, `${base}.sig`, `${base}.att`, `${base}.sbom`];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  const texts = Object.create(null) as Record<string, string>;
  if (isJsonObject(value))
    for (const [key, item] of Object.entries(value)) if (typeof item === 'string') texts[key] = item;
  return texts;
}

function descriptorsOf(value: unknown): readonly Descriptor[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const all = value.map(descriptorOf);
  return all.every((one) => one !== undefined) ? all : undefined;
}

function descriptorOf(value: unknown): Descriptor | undefined {
  if (!isJsonObject(value)) return undefined;
  const { mediaType, digest, size, platform, artifactType } = value;
  if (typeof mediaType !== 'string' || typeof digest !== 'string' || !isDigest(digest)) return undefined;
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return undefined;
  const ran = platformOf(platform);
  return {
    mediaType,
    digest,
    size,
    annotations: textsOf(value.annotations),
    ...(ran === undefined ? {} : { platform: ran }),
    ...(typeof artifactType === 'string' ? { artifactType } : {}),
  };
}

function platformOf(value: unknown): ImagePlatform | undefined {
  if (!isJsonObject(value) || typeof value.os !== 'string' || typeof value.architecture !== 'string') return undefined;
  const { os, architecture, variant } = value;
  return { os, architecture, ...(typeof variant === 'string' && variant !== '' ? { variant } : {}) };
}
