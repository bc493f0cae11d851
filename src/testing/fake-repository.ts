import type { ManifestBytes } from '../images/copy-plan.js';
import { takesTag } from '../images/lifecycle-evaluation.js';
import { blobsOf, companionTags, type Descriptor, type Manifest, readManifest } from '../images/manifest.js';
import type { TagMutability } from '../ports/ecr.js';
import { type ImageRepository, type Put, RepositoryMissing } from '../ports/image-repository.js';
import type { FakeRegistries } from './fake-registry.js';
import { digestOf, type SmallImage } from './small-images.js';

export interface HeldImage {
  readonly bytes: ManifestBytes;
  readonly manifest: Manifest;
  readonly pushedAt: number;
  pulledAt?: number;
  status: 'ACTIVE' | 'ARCHIVED' | 'ACTIVATING';
  archivedAt?: number;
}

/** What a registry is like, as far as its repositories follow it. */
export interface FakeHost {
  readonly host: string;
  /** ECR does not, unless a template says so. */
  readonly createsOnPush: boolean;
  /** ARN of a repository, as a refusal names it. */
  readonly arn: (path: string) => string;
  /** What an account may do here. */
  readonly rights: (account: string) => 'none' | 'read' | 'write';
}

/** One repository as it really is. What tests prepare and what they look at in the end; the toolkit sees it by `seenBy`. */
export class FakeRepository {
  exists = false;
  mutability: TagMutability = { setting: 'MUTABLE', exclusions: [] };
  readonly images = new Map<string, HeldImage>();
  readonly blobs = new Map<string, Uint8Array>();
  /** All that a tag has ever stood for; undefined: it was taken off. */
  private readonly writes = new Map<string, { readonly digest: string | undefined; readonly at: number }[]>();

  constructor(
    readonly world: FakeRegistries,
    readonly host: FakeHost,
    readonly path: string,
  ) {}

  get name(): string {
    return `${this.host.host}/${this.path}`;
  }

  /** Puts an image there, whatever the rules are, as if it had always been; creates the repository. */
  hold(image: SmallImage, ...tags: readonly string[]): this {
    this.exists = true;
    for (const [digest, bytes] of image.blobs) this.blobs.set(digest, bytes);
    for (const bytes of image.manifests) this.store(bytes, this.world.clock.now());
    for (const tag of image.companionTag === undefined ? tags : [...tags, image.companionTag]) {
      this.write(tag, image.digest, Number.NEGATIVE_INFINITY);
    }
    return this;
  }

  /** What a tag really stands for, or stood for `lagMs` ago. */
  tagged(tag: string, lagMs = 0): string | undefined {
    const until = this.world.clock.now() - lagMs;
    return this.writes.get(tag)?.findLast(({ at }) => at <= until)?.digest;
  }

  /** Those that stand for something. */
  get tags(): Readonly<Record<string, string>> {
    const now = [...this.writes.keys()].map((tag) => [tag, this.tagged(tag)] as const);
    return Object.fromEntries(now.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
  }

  tagsOf(digest: string): readonly string[] {
    return Object.entries(this.tags).flatMap(([tag, of]) => (of === digest ? [tag] : []));
  }

  write(tag: string, digest: string | undefined, at = this.world.clock.now()): void {
    const before = this.writes.get(tag) ?? [];
    // Where nothing lags nobody sees any more what it was.
    if (digest === undefined && this.world.lagMs === 0) this.writes.delete(tag);
    else this.writes.set(tag, [...(this.world.lagMs === 0 ? before.slice(-1) : before), { digest, at }]);
  }

  store(bytes: ManifestBytes, pushedAt: number): void {
    const reading = readManifest(bytes.text, bytes.mediaType);
    if (!reading.ok) throw new Error(`The registry does not take the manifest: it ${reading.wrong}`);
    const held = this.images.get(bytes.digest);
    if (held !== undefined) held.status = 'ACTIVE';
    else this.images.set(bytes.digest, { bytes, manifest: reading.value, pushedAt, status: 'ACTIVE' });
  }

  isFixed(tag: string): boolean {
    const { setting, exclusions } = this.mutability;
    const isExcluded = setting.endsWith('_WITH_EXCLUSION') && exclusions.some((pattern) => takesTag(pattern, tag));
    return setting.startsWith('IMMUTABLE') !== isExcluded;
  }

  /** As the toolkit sees it with the credentials of an account. */
  seenBy(account: string): ImageRepository {
    return new SeenRepository(this, account);
  }
}

/** The port, with the faults and the lag of the world. */
class SeenRepository implements ImageRepository {
  readonly name: string;

  constructor(
    private readonly real: FakeRepository,
    private readonly account: string,
  ) {
    this.name = real.name;
  }

  manifest(reference: string): Promise<ManifestBytes | undefined> {
    return this.act('manifest', reference, () => this.seen(reference));
  }

  blob(digest: string): Promise<Uint8Array> {
    return this.act('blob', digest, () => {
      const bytes = this.real.blobs.get(digest);
      if (bytes === undefined) throw new Error(`${this.name} has no blob ${digest}`);
      return bytes;
    });
  }

  lacks(blobs: readonly Descriptor[]): Promise<readonly Descriptor[]> {
    return this.act('lacks', '', () => blobs.filter(({ digest }) => !this.real.blobs.has(digest)));
  }

  open({ digest }: Descriptor): Promise<AsyncIterable<Uint8Array>> {
    return this.act('open', digest, (fault) => {
      const bytes = this.real.blobs.get(digest);
      if (bytes === undefined) throw new Error(`${this.name} has no blob ${digest}`);
      return halves(bytes, fault === 'broken-off');
    });
  }

  take({ digest }: Descriptor, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    return this.act('take', digest, async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of bytes) chunks.push(chunk);
      const all = Buffer.concat(chunks);
      if (digestOf(all) !== digest) throw new Error(`The bytes have the digest ${digestOf(all)} and not ${digest}`);
      this.real.exists = true;
      this.real.blobs.set(digest, all);
    });
  }

  /** ECR has no call for it. */
  mount({ digest }: Descriptor, from: string): Promise<boolean> {
    return this.act('mount', `${digest} ${from}`, () => {
      const { world, host } = this.real;
      const bytes = host.createsOnPush ? world.at(`${host.host}/${from}`).blobs.get(digest) : undefined;
      if (bytes === undefined) return false;
      this.real.exists = true;
      this.real.blobs.set(digest, bytes);
      return true;
    });
  }

  put(bytes: ManifestBytes, tag?: string): Promise<Put> {
    const about = tag === undefined ? bytes.digest : `${tag} ${bytes.digest}`;
    return this.act('put', about, () => {
      if (digestOf(bytes.text) !== bytes.digest) throw new Error(`The bytes are not those of ${bytes.digest}`);
      const put = this.judged(bytes, tag);
      if (put.is === 'put') {
        this.real.exists = true;
        this.real.store(bytes, this.real.world.clock.now());
        if (tag !== undefined) this.real.write(tag, bytes.digest);
      }
      return put;
    });
  }

  speakingOf(digest: string): Promise<readonly string[]> {
    return this.act('speakingOf', digest, () => {
      const referrers = [...this.real.images.values()].filter(({ manifest }) => manifest.subject?.digest === digest);
      const companions = companionTags(digest).flatMap((tag) => this.real.tagged(tag) ?? []);
      return [...new Set([...referrers.map(({ bytes }) => bytes.digest), ...companions])];
    });
  }

  private judged(bytes: ManifestBytes, tag: string | undefined): Put {
    const { real } = this;
    const reading = readManifest(bytes.text, bytes.mediaType);
    if (!reading.ok) throw new Error(`The registry does not take the manifest: it ${reading.wrong}`);
    const named = reading.value.kind === 'index' ? reading.value.children : blobsOf(reading.value);
    const lost = named.find(({ digest }) => !real.images.has(digest) && !real.blobs.has(digest));
    if (lost !== undefined) return { is: 'incomplete', what: lost.digest };
    const isThere = real.images.get(bytes.digest)?.status === 'ACTIVE';
    const before = tag === undefined ? undefined : real.tagged(tag);
    if (isThere && (tag === undefined || before === bytes.digest)) return { is: 'there' };
    const isTaken = tag !== undefined && before !== undefined && before !== bytes.digest && real.isFixed(tag);
    return isTaken ? { is: 'taken', by: before } : { is: 'put' };
  }

  private seen(reference: string): ManifestBytes | undefined {
    const { world } = this.real;
    const digest = reference.includes(':') ? reference : this.real.tagged(reference, world.lagMs);
    const held = digest === undefined ? undefined : this.real.images.get(digest);
    // What is archived cannot be pulled. https://docs.aws.amazon.com/AmazonECR/latest/userguide/archive-image.html
    if (held === undefined || held.status !== 'ACTIVE') return undefined;
    if (held.pushedAt > world.clock.now() - world.lagMs) return undefined;
    held.pulledAt = world.clock.now();
    return held.bytes;
  }

  private act<T>(at: RepositoryCall, about: string, deed: (fault?: string) => T | Promise<T>): Promise<T> {
    const { real, account, name } = this;
    const needed = at === 'take' || at === 'put' || at === 'mount' ? 'write' : 'read';
    return real.world.act({ at, on: name, about, by: account }, real, needed, (fault) => {
      if (!real.exists && !real.host.createsOnPush) throw new RepositoryMissing(name);
      return deed(fault);
    });
  }
}

export type RepositoryCall = Exclude<keyof ImageRepository, 'name'>;

async function* halves(bytes: Uint8Array, isBrokenOff: boolean): AsyncGenerator<Uint8Array> {
  const middle = Math.floor(bytes.length / 2);
  yield bytes.subarray(0, middle);
  await Promise.resolve();
  if (isBrokenOff) throw new Error('terminated: other side closed');
  yield bytes.subarray(middle);
}
