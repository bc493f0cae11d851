import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** Where the bytes of layers and configurations are kept. A place is a repository: `account/Region/name`. */
export interface BlobStore {
  readonly kind: 'own' | 'docker-registry';
  /** Where files are, once there are any. */
  readonly folder: string | undefined;
  begin(place: string): Promise<Incoming>;
  /** Of a blob that was finished, or shared, there. */
  open(place: string, digest: string): Promise<Readable>;
  /** A blob of one place is in another one too from now on. */
  share(from: string, to: string, digest: string): Promise<void>;
  /** A manifest was taken. */
  keep(place: string, digest: string, mediaType: string, bytes: Buffer): Promise<void>;
  stop(): Promise<void>;
}

/** A blob on its way in. One call at a time. */
export interface Incoming {
  /** Bytes so far. */
  readonly size: number;
  /** @throws what the source throws, after which only `drop` is possible */
  append(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>;
  /** @throws WrongDigest, and the bytes are dropped */
  finish(digest: string): Promise<void>;
  drop(): Promise<void>;
}

export class WrongDigest extends Error {}

const mostInMemory = 4 * 1024 * 1024;

/** In memory what is small; the rest in files of a folder that `stop` removes. */
export class OwnStore implements BlobStore {
  /** The bytes, or the file that they are in. */
  private readonly blobs = new Map<string, Buffer | string>();
  readonly kind = 'own';
  folder: string | undefined;
  private making: Promise<string> | undefined;

  async begin(): Promise<Incoming> {
    return new OwnIncoming(
      () => this.newFile(),
      (digest, bytes) => this.add(digest, bytes),
    );
  }

  async open(_place: string, digest: string): Promise<Readable> {
    const kept = this.blobs.get(digest);
    if (kept === undefined) throw new Error(`${digest} was never kept`);
    return typeof kept === 'string' ? createReadStream(kept) : Readable.from([kept]);
  }

  // All places are one here, and manifests are kept by those who know repositories.
  async share(): Promise<void> {}
  async keep(): Promise<void> {}

  async stop(): Promise<void> {
    await this.making;
    if (this.folder !== undefined) await rm(this.folder, { recursive: true, force: true });
  }

  private async newFile(): Promise<string> {
    this.making ??= mkdtemp(join(tmpdir(), 'sluice-ecr-'));
    this.folder = await this.making;
    return join(this.folder, randomUUID());
  }

  private async add(digest: string, bytes: Buffer | string): Promise<void> {
    if (!this.blobs.has(digest)) this.blobs.set(digest, bytes);
    else if (typeof bytes === 'string') await rm(bytes, { force: true });
  }
}

class OwnIncoming implements Incoming {
  size = 0;
  private readonly hash = createHash('sha256');
  private chunks: Uint8Array[] = [];
  private file: { readonly path: string; readonly handle: FileHandle } | undefined;

  constructor(
    private readonly newFile: () => Promise<string>,
    private readonly keep: (digest: string, bytes: Buffer | string) => Promise<void>,
  ) {}

  async append(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    for await (const chunk of source) {
      this.hash.update(chunk);
      this.size += chunk.length;
      if (this.file !== undefined) await this.file.handle.write(chunk);
      else this.chunks.push(chunk);
      if (this.file === undefined && this.size > mostInMemory) await this.spill();
    }
  }

  async finish(digest: string): Promise<void> {
    const found = `sha256:${this.hash.digest('hex')}`;
    if (found !== digest) {
      await this.drop();
      throw new WrongDigest(`the bytes are ${found}`);
    }
    if (this.file === undefined) return this.keep(digest, Buffer.concat(this.chunks));
    const { path, handle } = this.file;
    await handle.close();
    this.file = undefined;
    const final = `${path}.blob`;
    await rename(path, final);
    await this.keep(digest, final);
  }

  async drop(): Promise<void> {
    this.chunks = [];
    const { file } = this;
    this.file = undefined;
    if (file === undefined) return;
    await file.handle.close();
    await rm(file.path, { force: true });
  }

  private async spill(): Promise<void> {
    const path = await this.newFile();
    this.file = { path, handle: await open(path, 'wx', 0o600) };
    for (const chunk of this.chunks) await this.file.handle.write(chunk);
    this.chunks = [];
  }
}

/** All of a blob, which is small. */
export async function readAll(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}
