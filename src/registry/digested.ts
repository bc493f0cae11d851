import { createHash } from 'node:crypto';

/** The bytes do not have the digest that they were asked for by. Never to be tried again with the same bytes. */
export class WrongDigest extends Error {
  override readonly name = 'WrongDigest';
}

/** In hexadecimal, of the text in UTF-8. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Hands bytes on, and checks at the end that they are those of the digest: the last of them comes after the check, so that
 * whoever takes them never has all of a wrong blob.
 *
 * @throws WrongDigest
 */
export async function* checked(
  { digest, size }: { readonly digest: string; readonly size: number },
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  const [algorithm = ''] = digest.split(':');
  const hash = createHash(algorithm);
  let length = 0;
  let held: Uint8Array | undefined;
  for await (const chunk of bytes) {
    hash.update(chunk);
    length += chunk.length;
    if (length > size) throw new WrongDigest(`The blob ${digest} is longer than the ${size} bytes it is said to have`);
    if (held !== undefined) yield held;
    held = chunk;
  }
  const own = `${algorithm}:${hash.digest('hex')}`;
  if (own !== digest) throw new WrongDigest(`The bytes of the blob have the digest ${own} and not ${digest}`);
  if (length !== size) throw new WrongDigest(`The blob ${digest} has ${length} bytes and not ${size}`);
  if (held !== undefined) yield held;
}

/** All of them at once. */
export async function gathered(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A configuration is a few kB; what is larger is no blob to be held in memory, bytes. */
const LARGEST = 64 * 1_024 * 1_024;

/**
 * A blob that is asked for by its digest alone, so that nobody has said how long it is.
 *
 * @throws WrongDigest; Error when it is larger than any configuration
 */
export async function smallBlob(digest: string, bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > LARGEST) throw new Error(`The blob ${digest} is larger than ${LARGEST} bytes and is no configuration`);
    chunks.push(chunk);
  }
  return gathered(checked({ digest, size }, each(chunks)));
}

async function* each(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void> {
  yield* chunks;
}
