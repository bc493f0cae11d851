import { createHash } from 'node:crypto';

/** Manifests as registries keep them: https://github.com/opencontainers/image-spec, and Docker's older twins of both. */
export const mediaTypes = {
  index: 'application/vnd.oci.image.index.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  dockerIndex: 'application/vnd.docker.distribution.manifest.list.v2+json',
  dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
} as const;

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly platform?: { readonly os: string; readonly architecture: string; readonly variant?: string };
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface Manifest {
  readonly mediaType: string;
  /** What the text itself says; undefined when it says nothing. */
  readonly innerMediaType: string | undefined;
  /** Of an image: its configuration and layers. Of an index: none. */
  readonly config: Descriptor | undefined;
  readonly layers: readonly Descriptor[];
  /** Of an index: the images in it. */
  readonly manifests: readonly Descriptor[] | undefined;
  readonly artifactType: string | undefined;
  /** What this speaks about, such as an image that is signed. */
  readonly subject: Descriptor | undefined;
  readonly annotations: Readonly<Record<string, string>> | undefined;
}

export function digestOf(bytes: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** Undefined when the text is no manifest of version 2. */
export function readManifest(text: string, told?: string): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const given = value as {
    schemaVersion?: number;
    mediaType?: string;
    artifactType?: string;
    config?: Descriptor;
    layers?: Descriptor[];
    manifests?: Descriptor[];
    subject?: Descriptor;
    annotations?: Record<string, string>;
  };
  if (given.schemaVersion !== 2) return undefined;
  const isIndex = Array.isArray(given.manifests);
  if (!isIndex && (given.config === undefined || !Array.isArray(given.layers))) return undefined;
  const named = isIndex ? given.manifests : [given.config, ...(given.layers ?? [])];
  if (!named?.every((each) => typeof each?.digest === 'string')) return undefined;
  return {
    mediaType: told ?? given.mediaType ?? (isIndex ? mediaTypes.index : mediaTypes.manifest),
    innerMediaType: given.mediaType,
    config: isIndex ? undefined : given.config,
    layers: isIndex ? [] : (given.layers ?? []),
    manifests: isIndex ? given.manifests : undefined,
    artifactType: given.artifactType,
    subject: given.subject,
    annotations: given.annotations,
  };
}

/** `linux/amd64`, `linux/arm64/v8` */
export function platformText({ os, architecture, variant }: NonNullable<Descriptor['platform']>): string {
  return [os, architecture, variant].filter(Boolean).join('/');
}

/** Whether what was built for one platform runs on the other: a variant that is not told matches every one. */
export function runsOn(built: string, wanted: string): boolean {
  const [os, architecture] = built.split('/');
  const [wantedOs, wantedArchitecture] = wanted.split('/');
  return os === wantedOs && architecture === wantedArchitecture;
}
