import type { EcrRepository, RunningImage } from '../ports/ecr.js';
import { shortDigest } from './digest.js';
import { ecrRegistry } from './ecr-host.js';
import type { NeededImage } from './lifecycle-check.js';
import type { RepositoryImage } from './lifecycle-evaluation.js';
import { companionTags } from './manifest.js';
import { nameOf, parseReference } from './reference.js';
import { readReleaseTag, releasesOf } from './release-tags.js';

export interface UsersOf {
  readonly repository: Pick<EcrRepository, 'name' | 'uri' | 'arn' | 'account'>;
  readonly images: readonly RepositoryImage[];
  readonly running: readonly RunningImage[];
  readonly environments: readonly string[];
  /** Of how many different images the releases of each environment are kept. */
  readonly keep: number;
}

export interface Needed {
  readonly images: readonly NeededImage[];
  /** What runs and cannot be found in the repository by its tag: sentences. Then nobody knows all that is needed. */
  readonly unknown: readonly string[];
}

/** All images that must stay, and why: what services run, what environments stand for, and what can be gone back to. */
export function neededImages({ repository, images, running, environments, keep }: UsersOf): Needed {
  const there = new Map(images.map((image) => [image.digest, image]));
  const byTag = new Map(images.flatMap((image) => image.tags.map((tag) => [tag, image] as const)));
  const needed: NeededImage[] = [];
  const unknown: string[] = [];
  for (const user of running) {
    const why = `${user.service} in cluster ${user.cluster} runs it`;
    const named = referenceIn(user.image, repository);
    // A tag may have moved since the task began: what really runs decides, whatever it was called.
    if (user.digest !== undefined && (there.has(user.digest) || named !== undefined)) {
      needed.push({ digest: user.digest, why });
      continue;
    }
    if (named === undefined) continue;
    const digest = named.digest ?? byTag.get(named.tag ?? 'latest')?.digest;
    if (digest !== undefined) needed.push({ digest, why });
    else unknown.push(`${user.service} in cluster ${user.cluster} runs ${user.image}, and no image has that tag.`);
  }
  for (const environment of environments) {
    const moving = byTag.get(environment);
    if (moving !== undefined) needed.push({ digest: moving.digest, why: `it is what ${environment} stands for` });
    const different = [...new Set(releasesOf(environment, images).map(({ image }) => image.digest))];
    for (const [index, digest] of different.slice(0, keep).entries()) {
      needed.push({
        digest,
        why: `it is ${index === 0 ? 'the last release' : `release ${index + 1} from the last`} of ${environment}`,
      });
    }
  }
  return { images: withKin(needed, images, byTag), unknown };
}

/** With the indexes that they are in, and what lies beside them under tags of its own: signatures. */
function withKin(
  needed: readonly NeededImage[],
  images: readonly RepositoryImage[],
  byTag: ReadonlyMap<string, RepositoryImage>,
): readonly NeededImage[] {
  const all = [...needed];
  const digests = new Set(needed.map(({ digest }) => digest));
  for (const image of images) {
    const child = image.children?.find((one) => digests.has(one));
    if (child === undefined || digests.has(image.digest)) continue;
    all.push({ digest: image.digest, why: `${shortDigest(child)} in it is needed` });
  }
  const there = new Map(images.map((image) => [image.digest, image]));
  for (const digest of new Set(all.map((one) => one.digest))) {
    for (const subject of [digest, ...(there.get(digest)?.children ?? [])]) {
      for (const tag of companionTags(subject)) {
        const companion = byTag.get(tag);
        if (companion !== undefined)
          all.push({ digest: companion.digest, why: `it speaks about ${shortDigest(subject)}` });
      }
    }
  }
  return all;
}

/** Tags of what speaks about images that are not there any more, as far as it was pushed before a time. */
export function orphanCompanions(images: readonly RepositoryImage[], beforeMs: number): readonly string[] {
  const there = new Set(images.map(({ digest }) => digest));
  return images.flatMap(({ tags, pushedAtMs }) =>
    tags.filter((tag) => {
      const [, hex] = /^sha256-([0-9a-f]{64})(?:\.(?:sig|att|sbom))?$/.exec(tag) ?? [];
      return hex !== undefined && pushedAtMs < beforeMs && !there.has(`sha256:${hex}`);
    }),
  );
}

/** Names of environments that have releases in the repository. */
export const environmentsIn = (images: readonly RepositoryImage[]): readonly string[] =>
  [...new Set(images.flatMap(({ tags }) => tags.flatMap((tag) => readReleaseTag(tag)?.environment ?? [])))].sort();

/** How a task definition names an image of this repository; undefined when it is of another one. */
function referenceIn(
  image: string,
  { name, uri, arn, account }: UsersOf['repository'],
): { readonly tag?: string; readonly digest?: string } | undefined {
  const reading = parseReference(image);
  if (!reading.ok) return undefined;
  const { registry, repository, tag, digest } = reading.value;
  const ecr = ecrRegistry(registry);
  // arn:PARTITION:ecr:REGION:ACCOUNT:repository/NAME. On the local cloud the same repository has two hosts.
  const isOurs =
    nameOf({ registry, repository }) === uri ||
    (ecr?.kind === 'private' && ecr.account === account && ecr.region === arn.split(':')[3] && repository === name);
  if (!isOurs) return undefined;
  return { ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}
