import type { EcrImage, ImageReader, Platform } from '../ports/preflight.js';
import { type ClientSettings, call, clientOptions, once } from './client.js';
import { errorName } from './errors.js';

/**
 * The kinds of manifest that ECR keeps. One that is not named here would be converted or left out.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-manifest-formats.html
 */
const mediaTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];
/** The configurations of images; artifacts have others. */
const configTypes = ['application/vnd.oci.image.config.v1+json', 'application/vnd.docker.container.image.v1+json'];
const timeoutMs = 8_000;

interface Manifest {
  readonly manifests?: readonly { readonly platform?: Partial<Platform> }[];
  readonly config?: { readonly digest?: string; readonly mediaType?: string };
}

/** Images of any account and Region that lets the caller read them. */
export function createImageReader(settings: ClientSettings): ImageReader {
  const sdk = once(() => import('./sdk/ecr.js'));
  const clientOf = async (region: string) => new (await sdk()).ECRClient(clientOptions({ ...settings, region }));

  /** A single image tells its platform in its configuration, which is kept as a layer is. */
  async function platformOf(reference: EcrImage, { config }: Manifest): Promise<readonly Platform[] | undefined> {
    if (config?.digest === undefined || !configTypes.includes(config.mediaType ?? '')) return undefined;
    const { GetDownloadUrlForLayerCommand } = await sdk();
    const ecr = await clientOf(reference.region);
    const layer = { ...place(reference), layerDigest: config.digest };
    const { downloadUrl = '' } = await call('ecr:GetDownloadUrlForLayer', () =>
      ecr.send(new GetDownloadUrlForLayerCommand(layer)),
    );
    const response = await fetch(downloadUrl, { signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) throw new Error(`the configuration of the image: ${response.status}`);
    const { os, architecture } = (await response.json()) as Partial<Platform>;
    return os === undefined || architecture === undefined ? undefined : [{ os, architecture }];
  }

  return {
    async image(reference) {
      const { BatchGetImageCommand } = await sdk();
      const ecr = await clientOf(reference.region);
      const { tag: imageTag, digest: imageDigest } = reference;
      const wanted = {
        ...place(reference),
        imageIds: [imageDigest === undefined ? { imageTag } : { imageDigest }],
        acceptedMediaTypes: mediaTypes,
      };
      const answer = await call('ecr:BatchGetImage', () => ecr.send(new BatchGetImageCommand(wanted))).catch(
        (error: unknown) => {
          if (errorName(error) !== 'RepositoryNotFoundException') throw error;
        },
      );
      if (answer === undefined) return { missing: 'repository' };
      const { images: [image] = [], failures: [failure] = [] } = answer;
      if (image?.imageManifest === undefined) {
        if (failure === undefined || failure.failureCode === 'ImageNotFound') return { missing: 'image' };
        throw new Error(`${failure.failureCode}: ${failure.failureReason ?? ''}`);
      }
      const manifest = JSON.parse(image.imageManifest) as Manifest;
      return { platforms: indexed(manifest) ?? (await platformOf(reference, manifest)) };
    },
  };
}

const place = ({ account, repository }: EcrImage) => ({ registryId: account, repositoryName: repository });

/**
 * The platforms that an index lists. Attestations are listed as `unknown/unknown`.
 * https://docs.docker.com/build/metadata/attestations/attestation-storage/
 */
function indexed({ manifests }: Manifest): readonly Platform[] | undefined {
  return manifests?.flatMap(({ platform: { os, architecture } = {} }) =>
    os === undefined || architecture === undefined || os === 'unknown' ? [] : [{ os, architecture }],
  );
}
