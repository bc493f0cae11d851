import { digestFault, type ManifestBytes } from '../images/copy-plan.js';
import { ACCEPTED_MEDIA_TYPES, companionTags, type Descriptor, readManifest } from '../images/manifest.js';
import { putImageMeaning, settleTag } from '../images/settle-tag.js';
import type { ImageRepository, Put } from '../ports/image-repository.js';
import { messageOf } from '../ports/message-of.js';
import { sha256, smallBlob } from '../registry/digested.js';
import { download, passingOf } from '../registry/download.js';
import { inBatches } from './batching.js';
import { type EcrSettings, ecrCalls, inGroups } from './ecr-calls.js';
import { idOf, MOST_IDS } from './ecr-image-list.js';
import { lackedLayers, uploadLayer } from './ecr-layer-upload.js';
import { errorName } from './errors.js';

/** What is not there, and what is archived, which cannot be pulled either. */
const ABSENT: readonly string[] = ['ImageNotFound', 'ImageInaccessible'];

/** Images of one repository of ECR. `host` is what ECR calls the registry. */
export function createEcrImageRepository(settings: EcrSettings, host: string, path: string): ImageRepository {
  const calls = ecrCalls(settings, host);
  const { clock } = settings;
  const name = `${host}/${path}`;

  async function images(ids: readonly ReturnType<typeof idOf>[]) {
    const { BatchGetImageCommand } = await calls.sdk();
    const ecr = await calls.client();
    const wanted = { ...calls.named(path), imageIds: [...ids], acceptedMediaTypes: [...ACCEPTED_MEDIA_TYPES] };
    const { images: found = [], failures = [] } = await calls
      .on(path)
      .call('ecr:BatchGetImage', () => ecr.send(new BatchGetImageCommand(wanted)));
    const failure = failures.find(({ failureCode = '' }) => !ABSENT.includes(failureCode));
    if (failure !== undefined) throw new Error(`${name}: ${failure.failureCode}: ${failure.failureReason ?? ''}`);
    return found.flatMap(({ imageId, imageManifest, imageManifestMediaType }): ManifestBytes[] => {
      const digest = imageId?.imageDigest;
      if (digest === undefined || imageManifest === undefined) return [];
      const bytes = { digest, text: imageManifest, mediaType: imageManifestMediaType ?? typeWithin(imageManifest) };
      const fault = digestFault(bytes, sha256);
      if (fault !== undefined) throw new Error(`${name}: ${fault}`);
      return [bytes];
    });
  }

  /** What is asked for by digest at the same moment goes into one call; each tag has one of its own, so that it is clear whose answer is whose. */
  const byDigest = inBatches({
    atMost: MOST_IDS,
    fetch: async (digests: readonly string[]) => {
      const found = await images(digests.map((imageDigest) => ({ imageDigest })));
      return new Map(found.map((bytes) => [bytes.digest, bytes]));
    },
  });
  const manifest = async (reference: string): Promise<ManifestBytes | undefined> =>
    reference.includes(':') ? byDigest(reference) : (await images([idOf(reference)]))[0];

  async function openAt(digest: string, from: number, signal: AbortSignal): Promise<Response> {
    const { GetDownloadUrlForLayerCommand } = await calls.sdk();
    const ecr = await calls.client();
    // A fresh address each time: it is good for an hour or so.
    const { downloadUrl = '' } = await calls
      .on(path)
      .call('ecr:GetDownloadUrlForLayer', () =>
        ecr.send(new GetDownloadUrlForLayerCommand({ ...calls.named(path), layerDigest: digest })),
      );
    const response = await fetch(downloadUrl, { signal, headers: from === 0 ? {} : { range: `bytes=${from}-` } });
    if (response.ok) return response;
    await response.body?.cancel();
    throw passingOf(response) ?? new Error(`${name}: the blob ${digest} is answered with ${response.status}`);
  }

  const open = (digest: string, size: number): AsyncIterable<Uint8Array> =>
    download({ what: `${name} did not give the blob ${digest}`, size, clock }, (from, signal) =>
      openAt(digest, from, signal),
    );

  async function tryPut(bytes: ManifestBytes, tag: string | undefined): Promise<Put | 'vanished'> {
    const { PutImageCommand } = await calls.sdk();
    const ecr = await calls.client();
    const wanted = {
      ...calls.named(path),
      imageManifest: bytes.text,
      imageManifestMediaType: bytes.mediaType,
      imageDigest: bytes.digest,
      ...(tag === undefined ? {} : { imageTag: tag }),
    };
    try {
      await calls.on(path).call('ecr:PutImage', () => ecr.send(new PutImageCommand(wanted)));
      return { is: 'put' };
    } catch (error) {
      switch (putImageMeaning(errorName(error))) {
        case 'already-there':
          return { is: 'there' };
        case 'look':
          return settle(bytes.digest, tag ?? '');
        case 'incomplete':
          return { is: 'incomplete', what: messageOf(error) };
        case 'changed-bytes':
        case 'archived':
          throw new Error(`${name}: ${messageOf(error)}`, { cause: error });
        default:
          throw error;
      }
    }
  }

  async function settle(wanted: string, tag: string): Promise<Put | 'vanished'> {
    const found = (await manifest(tag))?.digest;
    const { is } = settleTag({ repository: name, tag }, wanted, found);
    if (is === 'already-there') return { is: 'there' };
    return is === 'vanished' ? is : { is: 'taken', by: found };
  }

  return {
    name,
    manifest,

    blob: (digest) => smallBlob(digest, open(digest, 0)),

    async lacks(blobs) {
      const lacked = new Set<string>();
      for (const group of inGroups([...new Set(blobs.map(({ digest }) => digest))], MOST_IDS)) {
        for (const digest of await lackedLayers(calls, path, group)) lacked.add(digest);
      }
      return blobs.filter(({ digest }) => lacked.has(digest));
    },

    open: async ({ digest, size }: Descriptor) => open(digest, size),

    take: (blob, bytes) => uploadLayer(calls, path, blob, bytes),

    // ECR mounts by the registry's HTTP only, and only where the account is set so.
    mount: async () => false,

    async put(bytes, tag) {
      const fault = digestFault(bytes, sha256);
      if (fault !== undefined) throw new Error(`${name}: ${fault}`);
      const first = await tryPut(bytes, tag);
      const put = first === 'vanished' ? await tryPut(bytes, tag) : first;
      if (put !== 'vanished') return put;
      const { sentence } = settleTag({ repository: name, tag: tag ?? '' }, bytes.digest, undefined);
      throw new Error(sentence);
    },

    async speakingOf(digest) {
      const { ListImageReferrersCommand } = await calls.sdk();
      const ecr = await calls.client();
      const found: string[] = [];
      let nextToken: string | undefined;
      do {
        const wanted = {
          ...calls.named(path),
          subjectId: { imageDigest: digest },
          // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ListImageReferrers.html
          maxResults: 50,
          ...(nextToken === undefined ? {} : { nextToken }),
        };
        const page = await calls
          .on(path)
          .call('ecr:ListImageReferrers', () => ecr.send(new ListImageReferrersCommand(wanted)))
          .catch((error: unknown) => {
            // Not every Region knows it yet; there what speaks about an image is found by its tag.
            if (errorName(error) !== 'UnknownOperationException') throw error;
            return { referrers: [], nextToken: undefined };
          });
        found.push(...(page.referrers ?? []).flatMap((referrer) => referrer.digest ?? []));
        nextToken = page.nextToken;
      } while (nextToken !== undefined && nextToken !== '');
      const beside = await images(companionTags(digest).map((tag) => ({ imageTag: tag })));
      return [...new Set([...found, ...beside.map((bytes) => bytes.digest)])];
    },
  };
}

/** ECR tells it beside the bytes; older images have it in them. */
function typeWithin(text: string): string {
  const reading = readManifest(text);
  return reading.ok ? reading.value.mediaType : '';
}
