import type { ManifestBytes } from './copy-plan.js';
import type { Descriptor } from './manifest.js';

/** What is kept of a promotion beside the image, in its registry: who moved it, when, from where and to which tags. */
export interface Promotion {
  readonly environment: string;
  /** Those that were put, the tag of the release among them. */
  readonly tags: readonly string[];
  /** `repository@digest`, as it was read. */
  readonly from: string;
  /** `repository@digest` that the tag of the environment stood for before; empty when that was nothing. */
  readonly previous: string;
  readonly by: string;
  /** Address of the run, or whose run it was. */
  readonly run: string;
  /** In ISO 8601 and UTC. */
  readonly at: string;
}

export const PROMOTION_TYPE = 'application/vnd.sluice.promotion.v1+json';

export interface PromotionRecord {
  readonly manifest: ManifestBytes;
  readonly blobs: readonly { readonly descriptor: Descriptor; readonly text: string }[];
}

/**
 * The record as an artifact that refers to the image: registries list it among what speaks about the image, and ECR deletes it
 * with the image. https://github.com/opencontainers/image-spec/blob/main/manifest.md#guidelines-for-artifact-usage
 *
 * @param subject the image; `size` in bytes of its manifest
 * @param sha256 in hexadecimal, of the text in UTF-8
 * @param bytesOf length of a text in UTF-8
 */
export function promotionRecord(
  promotion: Promotion,
  subject: Pick<Descriptor, 'mediaType' | 'digest' | 'size'>,
  sha256: (text: string) => string,
  bytesOf: (text: string) => number,
): PromotionRecord {
  const blobOf = (mediaType: string, text: string) => ({
    descriptor: { mediaType, digest: `sha256:${sha256(text)}`, size: bytesOf(text), annotations: {} },
    text,
  });
  const config = blobOf('application/vnd.oci.empty.v1+json', '{}');
  const layer = blobOf(PROMOTION_TYPE, JSON.stringify(promotion));
  const partOf = ({ mediaType, digest, size }: Pick<Descriptor, 'mediaType' | 'digest' | 'size'>) => ({
    mediaType,
    digest,
    size,
  });
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const text = JSON.stringify({
    schemaVersion: 2,
    mediaType,
    artifactType: PROMOTION_TYPE,
    config: partOf(config.descriptor),
    layers: [partOf(layer.descriptor)],
    subject: partOf(subject),
    annotations: {
      'org.opencontainers.image.created': promotion.at,
      'sluice.environment': promotion.environment,
      'sluice.by': promotion.by,
      'sluice.run': promotion.run,
    },
  });
  return { manifest: { digest: `sha256:${sha256(text)}`, text, mediaType }, blobs: [config, layer] };
}
