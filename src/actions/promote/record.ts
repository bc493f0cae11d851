import { sha256 } from '../../image-copy/sha256.js';
import { again } from '../../image-copy/world.js';
import { type Promotion, promotionRecord } from '../../images/promotion-record.js';
import type { Inspected } from './inspect.js';
import type { PromoteWorld } from './world.js';

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

/** Keeps beside the image who promoted it, when and from where. ECR alone is known to list it, and to delete it with the image. */
export async function recordPromotion(
  { to, image }: Pick<Inspected, 'to' | 'image'>,
  promotion: Promotion,
  world: PromoteWorld,
): Promise<void> {
  if (to.ecr === undefined) return;
  const { bytes, manifest } = image;
  const subject = { mediaType: manifest.mediaType, digest: bytes.digest, size: bytesOf(bytes.text) };
  const record = promotionRecord(promotion, subject, sha256, bytesOf);
  const { images } = to;
  for (const { descriptor, text } of record.blobs) {
    await again(world, async () => {
      if ((await images.lacks([descriptor])).length > 0) await images.take(descriptor, once(text));
    });
  }
  const put = await again(world, () => images.put(record.manifest));
  if (put.is === 'incomplete') throw new Error(`the registry says that it lacks ${put.what}`);
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8');
}
