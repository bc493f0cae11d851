import { type Bake, bakeOf } from '../images/bake.js';
import type { PushFault } from '../images/push-error.js';
import { DeployFailed } from '../ports/ended-badly.js';
import type { BuiltTarget, ImageBuilder, ProgressLine } from '../ports/image-builder.js';
import type { RegistryLogin } from '../ports/image-repository.js';
import { type BakeSettings, bakeImage } from './bake-images.js';
import type { ChosenBuilder } from './choose-builder.js';
import type { TaggedImage } from './content.js';
import type { LookedUp } from './look-up.js';
import type { Caches } from './registry-cache.js';
import { type Solved, type SolveWorld, solve } from './solve.js';

export interface BuildImages {
  /** Those that are built. */
  readonly images: readonly LookedUp[];
  /** All that these may be made from. */
  readonly all: readonly TaggedImage[];
  readonly settings: BakeSettings;
  readonly caches: ReadonlyMap<string, Caches>;
  readonly chosen: ChosenBuilder;
  /** Absolute path of what is checked out. */
  readonly root: string;
  readonly secretValues: Readonly<Record<string, string>>;
  readonly mostRetries: number;
  readonly onLine: (line: ProgressLine) => void;
  logins(): Promise<readonly RegistryLogin[]>;
}

export interface ImagesBuilt {
  readonly targets: Readonly<Record<string, BuiltTarget>>;
  /** Images that somebody else pushed meanwhile under the tag of the same content, by name: taken for ours. */
  readonly met: ReadonlyMap<string, string>;
  readonly end: Solved['end'];
}

/** What is to be removed comes with the builder; whatever ends it, the caller closes it. */
export interface BuildImagesWorld extends SolveWorld {
  readonly builder: ImageBuilder;
}

/** Builds and pushes. Where a tag of content is there already and cannot be moved, what it stands for is the image. */
export async function buildImages(request: BuildImages, world: BuildImagesWorld): Promise<ImagesBuilt> {
  const { images, chosen, secretValues, mostRetries, onLine, logins } = request;
  const byName = new Map(images.map((one) => [one.image.name, one]));
  const targets: Record<string, BuiltTarget> = {};
  const met = new Map<string, string>();
  for (;;) {
    const names = [...byName.keys()].filter((name) => !Object.hasOwn(targets, name) && !met.has(name));
    if (names.length === 0) return { targets, met, end: { is: 'done' } };
    const solved = await solve(
      {
        bakeOf: (left) => bakeFor(request, left),
        names,
        builder: chosen.name,
        secretValues,
        mostRetries,
        onLine,
        logins,
        missing: (left) => missingOf(left.flatMap((name) => byName.get(name) ?? [])),
      },
      world,
    );
    Object.assign(targets, solved.targets);
    const other = solved.end.is === 'failed' ? await metBy(solved.end.fault, names, byName) : undefined;
    if (other === undefined) return { targets, met, end: solved.end };
    const { name, digest } = other;
    world.line(`${name}: an image of the same content was pushed meanwhile, and is taken (${digest})`);
    met.set(name, digest);
  }
}

/** Pushed by digest, the repository is all that is named: tags are put when the image is known to be good. */
function bakeFor({ images, all, settings, caches, root }: BuildImages, names: readonly string[]): Bake {
  const places = new Map(images.map((one) => [one.image.name, one]));
  const wanted = all.map((one) => {
    const { name } = one.image;
    const place = places.get(name)?.place;
    const { from = [], to = [] } = caches.get(name) ?? {};
    const repository = place?.found.images.name ?? one.image.repository;
    const names = [one.content.tag, ...one.image.tags].map((tag) => `${repository}:${tag}`);
    const tags = settings.push === 'digest' ? [repository] : settings.push === 'tags' ? names.slice(0, 1) : names;
    return bakeImage(one, settings, { tags, loadedAs: names, cacheFrom: from, cacheTo: to });
  });
  return bakeOf(neededOf(wanted, names), names, root);
}

/** Those that are built, and what they are made from. */
function neededOf<T extends { name: string; contexts: Readonly<Record<string, object>> }>(
  all: readonly T[],
  names: readonly string[],
): readonly T[] {
  const needed = new Set<string>();
  const visit = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    const image = all.find((one) => one.name === name);
    for (const from of Object.values(image?.contexts ?? {})) if ('target' in from) visit(String(from.target));
  };
  names.forEach(visit);
  return all.filter(({ name }) => needed.has(name));
}

async function missingOf(images: readonly LookedUp[]): Promise<readonly string[]> {
  const looked = await Promise.all(
    images.map(async ({ place: { found } }) =>
      found.ecr !== undefined && (await found.ecr.repository(found.path)) === undefined ? [found.path] : [],
    ),
  );
  return [...new Set(looked.flat())].sort();
}

async function metBy(
  { remedy, tag }: PushFault,
  names: readonly string[],
  byName: ReadonlyMap<string, LookedUp>,
): Promise<{ readonly name: string; readonly digest: string } | undefined> {
  if (remedy !== 'look') return undefined;
  const name = names.find((one) => byName.get(one)?.content.tag === tag);
  const image = name === undefined ? undefined : byName.get(name);
  if (name === undefined || image === undefined || tag === undefined) return undefined;
  const bytes = await image.place.found.images.manifest(tag);
  if (bytes === undefined) return undefined;
  if (image.decision.reason === 'forced') {
    throw new DeployFailed(
      `${name} was built anew, and its tag ${tag} stands for ${bytes.digest} and cannot be moved: this builder pushes tags only. Use one in a container (docker/setup-buildx-action).`,
    );
  }
  return { name, digest: bytes.digest };
}
