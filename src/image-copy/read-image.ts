import { type CopyPlan, digestFault, type ManifestBytes, planCopy } from '../images/copy-plan.js';
import { shortDigest } from '../images/digest.js';
import { childrenOf, companionTags, type Manifest, readManifest } from '../images/manifest.js';
import { PROMOTION_TYPE } from '../images/promotion-record.js';
import { isSignature } from '../images/signature.js';
import { DeployFailed } from '../ports/ended-badly.js';
import type { ImageRepository } from '../ports/image-repository.js';
import { sha256 } from './sha256.js';
import { again, type CopyWorld, eachOf } from './world.js';

/** An image with all that it consists of, as a registry gave it: every digest has been checked. */
export interface ReadImage {
  readonly root: string;
  readonly manifest: Manifest;
  readonly bytes: ManifestBytes;
  /** All that must be put for another repository to hold the same, in its order. */
  readonly plan: CopyPlan;
  /** Tags under which something speaks about the image, where that is how it is found. */
  readonly companions: readonly { readonly tag: string; readonly digest: string }[];
  /** Digests of the signatures of the image itself. */
  readonly signatures: readonly string[];
  /** What speaks about the image and cannot be taken along: sentences. */
  readonly left: readonly string[];
}

/** So many manifests are read at once. */
const AT_ONCE = 4;

/**
 * Reads an image, what it names, and what speaks about it. Nothing is changed.
 *
 * @throws DeployFailed when a part of it is not there, or is not what its digest says
 */
export async function readImage(
  from: ImageRepository,
  root: string,
  withSpeakers: boolean,
  world: CopyWorld,
): Promise<ReadImage> {
  const reader = new Reader(from, world);
  const own = await reader.closure(root);
  if (typeof own === 'string') throw new DeployFailed(`${from.name}@${root} cannot be promoted: ${own}.`);
  const rooted = reader.read.get(root);
  if (rooted === undefined) throw new DeployFailed(`${from.name}@${root} is not there.`);
  const { manifest, bytes } = rooted;
  const spoken = withSpeakers ? await speakersOf(from, rooted.manifest, root, reader, world) : nothingSpoken;
  const all = [...own, ...spoken.manifests];
  const reading = planCopy(root, [...new Map(all.map((each) => [each.digest, each])).values()], sha256);
  if (!reading.ok) throw new DeployFailed(`${from.name}@${root} cannot be promoted: ${reading.wrong}.`);
  return { root, manifest, bytes, plan: reading.plan, ...spoken };
}

interface Spoken extends Pick<ReadImage, 'companions' | 'signatures' | 'left'> {
  readonly manifests: readonly ManifestBytes[];
}

const nothingSpoken: Spoken = { manifests: [], companions: [], signatures: [], left: [] };

/** Of the image and of each image in its index: Cosign can sign them all. */
async function speakersOf(
  from: ImageRepository,
  manifest: Manifest,
  root: string,
  reader: Reader,
  world: CopyWorld,
): Promise<Spoken> {
  const children = manifest.kind === 'index' ? childrenOf(manifest).images.map(({ digest }) => digest) : [];
  const each = await eachOf([root, ...children], AT_ONCE, async (subject) => {
    const tagged = await eachOf(companionTags(subject), AT_ONCE, async (tag) => {
      const bytes = await again(world, () => from.manifest(tag));
      return bytes === undefined ? [] : [{ tag, digest: bytes.digest }];
    });
    const referring = await again(world, () => from.speakingOf(subject));
    return { subject, tagged: tagged.flat(), referring };
  });
  const companions: { tag: string; digest: string }[] = [];
  const manifests: ManifestBytes[] = [];
  const signatures = new Set<string>();
  const left: string[] = [];
  for (const { subject, tagged, referring } of each) {
    const tagOf = new Map(tagged.map(({ tag, digest }) => [digest, tag]));
    for (const digest of new Set([...tagOf.keys(), ...referring])) {
      const closure = await reader.closure(digest);
      const speaker = reader.read.get(digest)?.manifest;
      // What was said of it where it came from is no news where it goes to.
      if (speaker?.artifactType === PROMOTION_TYPE) continue;
      if (typeof closure === 'string' || speaker === undefined) {
        left.push(
          `${shortDigest(digest)}, which speaks about ${shortDigest(subject)}, is left behind: ${typeof closure === 'string' ? closure : 'it is not there'}.`,
        );
        continue;
      }
      manifests.push(...closure);
      const tag = tagOf.get(digest);
      if (subject === root && isSignature(speaker, tag)) signatures.add(digest);
    }
    companions.push(...tagged.filter(({ digest }) => manifests.some((one) => one.digest === digest)));
  }
  return { manifests, companions, signatures: [...signatures], left };
}

/** Reads every manifest once. */
class Reader {
  readonly read = new Map<string, { readonly bytes: ManifestBytes; readonly manifest: Manifest }>();

  constructor(
    private readonly from: ImageRepository,
    private readonly world: CopyWorld,
  ) {}

  /** The manifest and all that it names, or why they cannot be had: a clause. */
  async closure(digest: string): Promise<readonly ManifestBytes[] | string> {
    const found = new Map<string, ManifestBytes>();
    let open: readonly (readonly [digest: string, by: string | undefined])[] = [[digest, undefined]];
    while (open.length > 0) {
      const looked = await eachOf(open, AT_ONCE, ([each, by]) => this.one(each, by));
      const children: [string, string][] = [];
      for (const look of looked) {
        if (typeof look === 'string') return look;
        found.set(look.bytes.digest, look.bytes);
        if (look.manifest.kind !== 'index') continue;
        for (const child of look.manifest.children) children.push([child.digest, look.bytes.digest]);
      }
      // A digest cannot name itself in its own bytes, so that this ends.
      open = [...new Map(children)].filter(([each]) => !found.has(each));
    }
    return [...found.values()];
  }

  private async one(digest: string, by: string | undefined) {
    const before = this.read.get(digest);
    if (before !== undefined) return before;
    const bytes = await again(this.world, () => this.from.manifest(digest));
    if (bytes === undefined) {
      return by === undefined
        ? `there is no manifest ${digest}`
        : `its index ${shortDigest(by)} names the manifest ${digest}, which is not there`;
    }
    if (bytes.digest !== digest) return `the registry answered ${bytes.digest} for ${digest}`;
    const fault = digestFault(bytes, sha256);
    if (fault !== undefined) return fault;
    const reading = readManifest(bytes.text, bytes.mediaType);
    if (!reading.ok) return `the manifest ${digest} ${reading.wrong}`;
    const read = { bytes, manifest: reading.value };
    this.read.set(digest, read);
    return read;
  }
}
