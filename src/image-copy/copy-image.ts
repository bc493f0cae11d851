import type { CopyStep, ManifestBytes } from '../images/copy-plan.js';
import { digestFault } from '../images/copy-plan.js';
import { shortDigest } from '../images/digest.js';
import type { Descriptor } from '../images/manifest.js';
import { DeployFailed } from '../ports/ended-badly.js';
import type { ImageRepository } from '../ports/image-repository.js';
import type { ReadImage } from './read-image.js';
import { sha256 } from './sha256.js';
import { again, type CopyWorld, eachOf, goOn } from './world.js';

/** What a copy has done. All of it can be done again: what is there is not copied a second time. */
export interface Copied {
  readonly manifests: { readonly put: number; readonly there: number };
  readonly blobs: { readonly copied: number; readonly there: number; readonly bytes: number };
  /** What speaks about the image and was not put: sentences. */
  readonly left: readonly string[];
}

/** So many blobs are under way at once; each is a stream, so that no more than its parts are in memory. */
const BLOBS_AT_ONCE = 4;
const MANIFESTS_AT_ONCE = 4;
/** So often the blobs of a manifest are asked for and copied again that the registry says it lacks. */
const MOST_TRIES = 4;
/** A registry that has taken a manifest may not show it at once. */
const READ_BACK_TRIES = 6;
const PAUSE_MS = 1_000;

/**
 * Gives another repository the same image: blobs first, then children before what names them, and the image before what speaks
 * about it. No tag is put but those under which signatures are found.
 *
 * @throws DeployFailed when what is there in the end is not the image
 */
export async function copyImage(
  image: ReadImage,
  from: ImageRepository,
  to: ImageRepository,
  world: CopyWorld,
): Promise<Copied> {
  const { steps } = image.plan;
  if (from.name === to.name) return nothingToCopy(image);
  const copier = new Copier(from, to, world);
  const blobs = [...new Map(steps.flatMap((step) => step.blobs).map((blob) => [blob.digest, blob])).values()];
  const lacking = await copier.copyLacking(blobs);
  let put = 0;
  for (const step of steps) if (await copier.put(step)) put += 1;
  const left = await copier.companions(image);
  await eachOf(steps, MANIFESTS_AT_ONCE, ({ manifest }) => readBack(to, manifest.digest, manifest, world));
  return {
    manifests: { put, there: steps.length - put },
    blobs: {
      copied: lacking.length,
      there: blobs.length - lacking.length,
      bytes: lacking.reduce((sum, { size }) => sum + size, 0),
    },
    left,
  };
}

const nothingToCopy = ({ plan: { steps } }: ReadImage): Copied => ({
  manifests: { put: 0, there: steps.length },
  blobs: { copied: 0, there: new Set(steps.flatMap(({ blobs }) => blobs.map(({ digest }) => digest))).size, bytes: 0 },
  left: [],
});

/**
 * Reads a manifest back, by its digest or under a tag, and compares the bytes.
 *
 * @throws DeployFailed when it is not there, or is another one
 */
export async function readBack(
  to: ImageRepository,
  reference: string,
  wanted: ManifestBytes,
  world: CopyWorld,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const found = await again(world, () => to.manifest(reference));
    if (found !== undefined) {
      const fault = digestFault(found, sha256);
      if (fault === undefined && found.digest === wanted.digest && found.text === wanted.text) return;
      const what = fault ?? `it is ${found.digest}`;
      throw new DeployFailed(`${to.name} does not hold the same bytes for ${reference} as were put: ${what}.`);
    }
    if (attempt === READ_BACK_TRIES)
      throw new DeployFailed(`${to.name} took the manifest ${wanted.digest}, and does not show it.`);
    await world.clock.sleep(PAUSE_MS * 2 ** (attempt - 1), world.cancellation.signal);
    goOn(world);
  }
}

class Copier {
  constructor(
    private readonly from: ImageRepository,
    private readonly to: ImageRepository,
    private readonly world: CopyWorld,
  ) {}

  /** Answers those that were copied. */
  async copyLacking(blobs: readonly Descriptor[]): Promise<readonly Descriptor[]> {
    if (blobs.length === 0) return [];
    const lacking = await again(this.world, () => this.to.lacks(blobs));
    if (lacking.length > 0) {
      const bytes = lacking.reduce((sum, { size }) => sum + size, 0);
      this.world.report.line(
        `${this.to.name}: copying ${lacking.length} of ${blobs.length} blobs, ${megabytes(bytes)}`,
      );
    }
    await eachOf(lacking, BLOBS_AT_ONCE, (blob) => this.blob(blob));
    return lacking;
  }

  private async blob(blob: Descriptor): Promise<void> {
    let isFirst = true;
    await again(this.world, async () => {
      // The reply may have been lost, and not the blob.
      if (!isFirst && (await this.to.lacks([blob])).length === 0) return;
      isFirst = false;
      const [host, path] = placeOf(this.from.name);
      if (host === placeOf(this.to.name)[0] && (await this.to.mount(blob, path))) return;
      await this.to.take(blob, untilStopped(await this.from.open(blob), this.world));
    });
  }

  /** Whether it was put; it was there already if not. */
  async put({ manifest, blobs }: CopyStep): Promise<boolean> {
    let lacked = '';
    for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
      const put = await again(this.world, () => this.to.put(manifest));
      if (put.is === 'put') return true;
      if (put.is === 'there') return false;
      if (put.is === 'taken') throw new DeployFailed(`${this.to.name} refused ${manifest.digest} for a tag.`);
      lacked = put.what;
      await this.world.clock.sleep(PAUSE_MS * 2 ** (attempt - 1), this.world.cancellation.signal);
      goOn(this.world);
      await this.copyLacking(blobs);
    }
    throw new DeployFailed(
      `${this.to.name} does not take ${manifest.digest}: it says that it lacks ${lacked}, which was copied.`,
    );
  }

  /** Tags under which signatures are found. One that stands for something else already is somebody else's and stays. */
  async companions({ companions, plan }: ReadImage): Promise<readonly string[]> {
    const left = await eachOf(companions, 1, async ({ tag, digest }): Promise<readonly string[]> => {
      const step = plan.steps.find(({ manifest }) => manifest.digest === digest);
      if (step === undefined) return [];
      const there = await again(this.world, () => this.to.manifest(tag));
      if (there?.digest === digest) return [];
      const put = there === undefined ? await again(this.world, () => this.to.put(step.manifest, tag)) : undefined;
      if (put?.is === 'put' || put?.is === 'there') return [];
      const other = there?.digest ?? (put?.is === 'taken' ? put.by : undefined);
      return [
        `${this.to.name}:${tag} stands for ${other === undefined ? 'something else' : shortDigest(other)} and is left so; ${shortDigest(digest)} is there without a tag.`,
      ];
    });
    return left.flat();
  }
}

/** Host, and the name within the registry. */
const placeOf = (name: string): readonly [host: string, path: string] => {
  const slash = name.indexOf('/');
  return [name.slice(0, slash), name.slice(slash + 1)];
};

/** Ends in the middle of a blob when the run was asked to stop. */
async function* untilStopped(bytes: AsyncIterable<Uint8Array>, world: CopyWorld): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    goOn(world);
    yield chunk;
  }
}

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 0)} MB`;
