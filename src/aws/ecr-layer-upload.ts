import type { Descriptor } from '../images/manifest.js';
import { checked } from '../registry/digested.js';
import type { EcrCalls } from './ecr-calls.js';
import { errorName } from './errors.js';

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html (Layer parts): 10 MiB when ECR names no size */
const USUAL_PART = 10 * 1_024 * 1_024;

/**
 * Takes a blob in by the calls of ECR itself, and not by the registry's HTTP: each part is sent again by itself when the
 * connection breaks, so that a layer of gigabytes is not begun anew; no more than one part is in memory; the rights are those
 * of the session, and no login is needed that may end half way. ECR checks the digest of the whole before it keeps anything.
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_InitiateLayerUpload.html
 *
 * @throws WrongDigest
 */
export async function uploadLayer(
  calls: EcrCalls,
  path: string,
  blob: Descriptor,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const { InitiateLayerUploadCommand } = await calls.sdk();
  const ecr = await calls.client();
  const { uploadId, partSize = USUAL_PART } = await calls
    .on(path)
    .call('ecr:InitiateLayerUpload', () => ecr.send(new InitiateLayerUploadCommand(calls.named(path))));
  let first = 0;
  let refusedInARow = 0;
  for await (const part of inParts(checked(blob, bytes), partSize)) {
    const isTaken = await uploadPart(calls, path, { uploadId, first, part });
    refusedInARow = isTaken ? 0 : refusedInARow + 1;
    if (refusedInARow > 1) throw new Error(`ECR does not take the part of ${blob.digest} from byte ${first} on`);
    first += part.length;
  }
  await complete(calls, path, uploadId, blob);
}

/** One part; false when ECR says that it is not the next one, which it is not when the answer to it got lost. */
async function uploadPart(
  calls: EcrCalls,
  path: string,
  {
    uploadId,
    first,
    part,
  }: { readonly uploadId: string | undefined; readonly first: number; readonly part: Uint8Array },
): Promise<boolean> {
  const { UploadLayerPartCommand } = await calls.sdk();
  const ecr = await calls.partClient();
  const wanted = {
    ...calls.named(path),
    uploadId,
    partFirstByte: first,
    partLastByte: first + part.length - 1,
    layerPartBlob: part,
  };
  return calls
    .on(path)
    .call('ecr:UploadLayerPart', () => ecr.send(new UploadLayerPartCommand(wanted)))
    .then(
      () => true,
      (error: unknown) => {
        // Whether it was taken before shows at the end: ECR checks the digest of the whole.
        if (errorName(error) !== 'InvalidLayerPartException') throw error;
        return false;
      },
    );
}

async function complete(calls: EcrCalls, path: string, uploadId: string | undefined, blob: Descriptor): Promise<void> {
  const { CompleteLayerUploadCommand } = await calls.sdk();
  const ecr = await calls.partClient();
  const wanted = { ...calls.named(path), uploadId, layerDigests: [blob.digest] };
  await calls
    .on(path)
    .call('ecr:CompleteLayerUpload', () => ecr.send(new CompleteLayerUploadCommand(wanted)))
    .catch(async (error: unknown) => {
      // Somebody else had it as well, or it was us and the answer got lost: then the upload is gone, and the blob is there.
      if (errorName(error) === 'LayerAlreadyExistsException') return;
      const isGone = errorName(error) === 'UploadNotFoundException';
      if (!isGone || (await lackedLayers(calls, path, [blob.digest])).size > 0) throw error;
    });
}

/**
 * Those of at most a hundred digests that the repository lacks. What is archived counts as lacking: it comes back by being
 * pushed again.
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchCheckLayerAvailability.html
 */
export async function lackedLayers(
  calls: EcrCalls,
  path: string,
  digests: readonly string[],
): Promise<ReadonlySet<string>> {
  const { BatchCheckLayerAvailabilityCommand } = await calls.sdk();
  const ecr = await calls.client();
  const wanted = { ...calls.named(path), layerDigests: [...digests] };
  const { layers = [] } = await calls
    .on(path)
    .call('ecr:BatchCheckLayerAvailability', () => ecr.send(new BatchCheckLayerAvailabilityCommand(wanted)));
  const there = new Set(
    layers.flatMap(({ layerDigest, layerAvailability }) => (layerAvailability === 'AVAILABLE' ? [layerDigest] : [])),
  );
  return new Set(digests.filter((digest) => !there.has(digest)));
}

/** Bytes in pieces of one size; the last one may be smaller. ECR takes no part twice and none out of order. */
export async function* inParts(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array, void> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    let rest = chunk;
    while (length + rest.length >= size) {
      const end = size - length;
      yield Buffer.concat([...held, rest.subarray(0, end)]);
      [held, length, rest] = [[], 0, rest.subarray(end)];
    }
    if (rest.length > 0) held.push(rest);
    length += rest.length;
  }
  if (length > 0) yield Buffer.concat(held);
}
