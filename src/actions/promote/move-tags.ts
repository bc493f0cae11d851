import { readBack } from '../../image-copy/copy-image.js';
import { again, goOn } from '../../image-copy/world.js';
import { shortDigest } from '../../images/digest.js';
import { releaseTag } from '../../images/release-tags.js';
import { settleTag } from '../../images/settle-tag.js';
import { DeployFailed, Interrupted } from '../../ports/ended-badly.js';
import type { Inspected } from './inspect.js';
import { exclusionFor } from './planned-tags.js';
import type { PromoteInputs } from './spec.js';
import type { PromoteWorld } from './world.js';

/** Somebody else moved the tag of the environment at the same time. */
export class Superseded extends Interrupted {}

/** Two releases of one second are told apart by the next one. */
const MOST_SECONDS = 10;
/** A registry that has moved a tag may show the old one for a while. */
const LOOKS = 7;
const PAUSE_MS = 1_000;

/**
 * Puts the tags: what was there before is kept first, then the further ones, the environment's own, and that of the release. Each is
 * read back.
 *
 * @param put takes each tag when it has been put
 * @throws DeployFailed when a tag is somebody else's, Superseded, Interrupted
 */
export async function moveTags(
  { to, image, digest, tags }: Inspected,
  { environment }: Pick<PromoteInputs, 'environment'>,
  put: string[],
  world: PromoteWorld,
): Promise<void> {
  const mover = new Mover(to.images, put, world);
  const previous = environment === undefined ? undefined : tags.previous;
  if (environment !== undefined && tags.isPreviousUnkept && previous !== undefined) {
    await mover.keepBefore(environment, previous);
  }
  for (const { tag, was } of tags.more) await mover.further(tag, image, was);
  if (environment !== undefined && tags.isMoved) {
    await mover.environment(
      environment,
      image,
      previous,
      exclusionFor(environment, to.path, tags.repository?.mutability),
    );
  }
  // After it: an image that never came to be there must not count among the last releases. One that lacks its tag, because a run died
  // here, gets it from the next promotion before that moves the environment's away.
  if (environment !== undefined && tags.isReleased) await mover.release(environment, image);
  await readBack(to.images, digest, image.bytes, world);
}

class Mover {
  constructor(
    private readonly to: Inspected['to']['images'],
    private readonly done: string[],
    private readonly world: PromoteWorld,
  ) {}

  /** What the environment was before there were releases gets the tag of one, so that it can be gone back to. */
  async keepBefore(environment: string, previous: string): Promise<void> {
    const bytes = await again(this.world, () => this.to.manifest(previous));
    if (bytes === undefined) return;
    const tag = await this.freeRelease(environment, previous, this.world.clock.now() - 1_000, -1_000);
    await again(this.world, () => this.to.put(bytes, tag));
    this.world.report.line(`${this.to.name}:${tag} keeps what ${environment} stood for (${shortDigest(previous)})`);
  }

  async release(environment: string, { bytes, root }: Inspected['image']): Promise<void> {
    for (let attempt = 0; attempt < MOST_SECONDS; attempt++) {
      const tag = await this.freeRelease(environment, root, this.world.clock.now(), 1_000);
      const put = await again(this.world, () => this.to.put(bytes, tag));
      // Another run took it between the look and the deed.
      if (put.is === 'taken') continue;
      this.settle(put, tag);
      // Where tags can be moved, two releases of one second take it from each other: whoever put it last has it.
      const found = await this.shown(tag, root);
      if (found === undefined) throw new DeployFailed(`${this.to.name}:${tag} was put and shows nothing.`);
      if (found !== root) continue;
      this.done.push(tag);
      return;
    }
    throw new DeployFailed(
      `No tag could be put for the release of ${this.to.name} to ${environment}: all of them are taken.`,
    );
  }

  async further(tag: string, { bytes, root }: Inspected['image'], was: string | undefined): Promise<void> {
    const put = await again(this.world, () => this.to.put(bytes, tag));
    if (put.is === 'taken') {
      throw new DeployFailed(settleTag({ repository: this.to.name, tag }, root, put.by).sentence);
    }
    this.settle(put, tag);
    await this.showing(tag, root, was);
    this.done.push(tag);
  }

  async environment(
    environment: string,
    { bytes, root }: Inspected['image'],
    previous: string | undefined,
    exclusion: string,
  ): Promise<void> {
    goOn(this.world);
    const now = await this.standsFor(environment);
    if (now !== root && now !== previous) {
      throw new Superseded(
        `${this.to.name}:${environment} was moved to ${now === undefined ? 'nothing' : shortDigest(now)} by somebody else while this run was under way, and stays so. Run it again if this image is to be in its place`,
      );
    }
    const put = await again(this.world, () => this.to.put(bytes, environment));
    if (put.is === 'taken') {
      throw new DeployFailed(
        `${this.to.name}:${environment} stands for ${put.by === undefined ? 'another image' : shortDigest(put.by)} and cannot be moved, because tags of the repository are immutable; ${exclusion}.`,
      );
    }
    this.settle(put, environment);
    await this.showing(environment, root, previous);
    this.done.push(environment);
  }

  /** Looks until the tag shows the image. @throws Superseded when it shows one that is neither this nor the one before */
  private async showing(tag: string, root: string, previous: string | undefined): Promise<void> {
    const found = await this.shown(tag, root, previous);
    if (found === root) return;
    if (found === undefined || found === previous) {
      throw new DeployFailed(
        `${this.to.name}:${tag} was put and still shows ${found === undefined ? 'nothing' : shortDigest(found)}.`,
      );
    }
    throw new Superseded(
      `${this.to.name}:${tag} was moved to ${shortDigest(found)} by somebody else right after this run had put it, and stays so. Run it again if this image is to be in its place`,
    );
  }

  /** What a tag shows at last. It may show what it stood for before, or nothing, for a while. */
  private async shown(tag: string, root: string, previous?: string): Promise<string | undefined> {
    for (let look = 1; ; look++) {
      const found = await this.standsFor(tag);
      const isLag = found === undefined || found === previous;
      if (found === root || !isLag || look === LOOKS) return found;
      await this.world.clock.sleep(PAUSE_MS * 2 ** (look - 1), this.world.cancellation.signal);
    }
  }

  private async standsFor(tag: string): Promise<string | undefined> {
    return (await again(this.world, () => this.to.manifest(tag)))?.digest;
  }

  /** The tag of a release that is free, or stands for this image already. */
  private async freeRelease(environment: string, digest: string, fromMs: number, stepMs: number): Promise<string> {
    for (let step = 0; ; step++) {
      const tag = releaseTag(environment, new Date(fromMs + step * stepMs).toISOString());
      const found = await this.standsFor(tag);
      if (found === undefined || found === digest || step === MOST_SECONDS) return tag;
    }
  }

  private settle(put: Awaited<ReturnType<Inspected['to']['images']['put']>>, tag: string): void {
    if (put.is === 'incomplete') {
      throw new DeployFailed(
        `${this.to.name} does not take ${tag}: it says that it lacks ${put.what}, which was there before.`,
      );
    }
  }
}
