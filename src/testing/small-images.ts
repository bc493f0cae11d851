import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { ManifestBytes } from '../images/copy-plan.js';
import { companionTags, type Descriptor } from '../images/manifest.js';
import { type ImagePlatform, parsePlatform } from '../images/platform.js';

/** Real bytes of an image, so small that thousands of them fit: every digest is that of its bytes. */
export interface SmallImage {
  /** What it is called by: of an index that of the index. */
  readonly digest: string;
  readonly mediaType: string;
  /** Children before what names them. */
  readonly manifests: readonly ManifestBytes[];
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  /** How an index names it. */
  readonly descriptor: Descriptor;
  /** Under which it lies where it is no referrer: a signature of cosign's older kind. */
  readonly companionTag?: string;
}

export interface ImageWishes {
  /** `linux/amd64` by default. */
  readonly platform?: string;
  /** One layer of each; what it is told apart by. */
  readonly layers?: readonly (string | Uint8Array)[];
  readonly labels?: Readonly<Record<string, string>>;
  /** In the media types of Docker, and not of OCI. */
  readonly isDocker?: boolean;
  /** How the manifest is written: BuildKit indents it, others do not. */
  readonly indent?: number;
}

const TYPES = {
  oci: {
    image: 'application/vnd.oci.image.manifest.v1+json',
    index: 'application/vnd.oci.image.index.v1+json',
    config: 'application/vnd.oci.image.config.v1+json',
    layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
  },
  docker: {
    image: 'application/vnd.docker.distribution.manifest.v2+json',
    index: 'application/vnd.docker.distribution.manifest.list.v2+json',
    config: 'application/vnd.docker.container.image.v1+json',
    layer: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
  },
} as const;

export const sha256Of = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const digestOf = (bytes: string | Uint8Array): string => `sha256:${sha256Of(bytes)}`;

/** An image for one platform. */
export function smallImage({
  platform = 'linux/amd64',
  layers = ['hello'],
  labels = {},
  isDocker = false,
  indent = 0,
}: ImageWishes = {}): SmallImage {
  const types = TYPES[isDocker ? 'docker' : 'oci'];
  const ran = platformOf(platform);
  const packed = layers.map((layer) => (typeof layer === 'string' ? gzipSync(layer, { level: 1 }) : layer));
  const config = JSON.stringify({
    ...ran,
    config: { Labels: labels },
    rootfs: { type: 'layers', diff_ids: layers.map(digestOf) },
    history: layers.map((layer) => ({ created_by: `COPY ${digestOf(layer).slice(7, 19)}` })),
  });
  return assembled(
    types.image,
    { config: partOf(types.config, config), layers: packed.map((layer) => partOf(types.layer, layer)) },
    [config, ...packed],
    { platform: ran, indent },
  );
}

export interface IndexWishes {
  readonly isDocker?: boolean;
  /** Provenance beside each image, as BuildKit puts it. */
  readonly hasAttestations?: boolean;
  readonly indent?: number;
}

/** An index of images, with what BuildKit says of each if asked for. */
export function smallIndex(images: readonly SmallImage[], wishes: IndexWishes = {}): SmallImage {
  const { isDocker = false, hasAttestations = false, indent = 0 } = wishes;
  const attestations = hasAttestations ? images.map(attestationOf) : [];
  const all = [...images, ...attestations];
  const mediaType = TYPES[isDocker ? 'docker' : 'oci'].index;
  const own = { manifests: all.map(({ descriptor }) => written(descriptor)) };
  const index = assembled(mediaType, own, [], { indent });
  return {
    ...index,
    manifests: [...all.flatMap(({ manifests }) => manifests), ...index.manifests],
    blobs: new Map(all.flatMap(({ blobs }) => [...blobs])),
  };
}

/** https://github.com/moby/buildkit/blob/master/docs/attestations/attestation-storage.md */
function attestationOf(image: SmallImage): SmallImage {
  const statement = JSON.stringify({ _type: 'https://in-toto.io/Statement/v0.1', subject: image.digest });
  const config = JSON.stringify({ os: 'unknown', architecture: 'unknown' });
  return assembled(
    TYPES.oci.image,
    { config: partOf(TYPES.oci.config, config), layers: [partOf('application/vnd.in-toto+json', statement)] },
    [config, statement],
    {
      platform: { os: 'unknown', architecture: 'unknown' },
      annotations: {
        'vnd.docker.reference.digest': image.digest,
        'vnd.docker.reference.type': 'attestation-manifest',
      },
    },
  );
}

/** A signature of an image: one that registries list as its referrer, or one under cosign's tag. */
export function signatureOf(image: SmallImage, as: 'referrer' | 'tag' = 'referrer'): SmallImage {
  const config = '{}';
  const payload = JSON.stringify({ critical: { image: { 'docker-manifest-digest': image.digest } } });
  const artifactType = 'application/vnd.dev.cosign.artifact.sig.v1+json';
  const { mediaType, digest, size } = image.descriptor;
  const signature = assembled(
    TYPES.oci.image,
    {
      ...(as === 'referrer' ? { artifactType, subject: { mediaType, digest, size } } : {}),
      config: partOf(as === 'referrer' ? 'application/vnd.oci.empty.v1+json' : TYPES.oci.config, config),
      layers: [partOf('application/vnd.dev.cosign.simplesigning.v1+json', payload)],
    },
    [config, payload],
    {},
  );
  const companionTag = companionTags(image.digest).find((tag) => tag.endsWith('.sig'));
  return as === 'tag' && companionTag !== undefined ? { ...signature, companionTag } : signature;
}

interface Part {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

const partOf = (mediaType: string, bytes: string | Uint8Array): Part => ({
  mediaType,
  digest: digestOf(bytes),
  size: Buffer.byteLength(bytes),
});

/** As it stands in the bytes of an index. */
function written({ annotations, ...rest }: Descriptor): unknown {
  return { ...rest, ...(Object.keys(annotations).length === 0 ? {} : { annotations }) };
}

function assembled(
  mediaType: string,
  own: object,
  blobs: readonly (string | Uint8Array)[],
  more: {
    readonly platform?: ImagePlatform;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly indent?: number;
  },
): SmallImage {
  const text = JSON.stringify({ schemaVersion: 2, mediaType, ...own }, null, more.indent ?? 0);
  const digest = digestOf(text);
  return {
    digest,
    mediaType,
    manifests: [{ digest, text, mediaType }],
    blobs: new Map(blobs.map((bytes) => [digestOf(bytes), Buffer.from(bytes)])),
    descriptor: {
      mediaType,
      digest,
      size: Buffer.byteLength(text),
      annotations: more.annotations ?? {},
      ...(more.platform === undefined ? {} : { platform: more.platform }),
    },
  };
}

function platformOf(text: string): ImagePlatform {
  const reading = parsePlatform(text);
  if (!reading.ok) throw new RangeError(`${text} ${reading.wrong}`);
  return reading.value;
}
