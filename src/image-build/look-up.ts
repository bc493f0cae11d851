import { type BuildDecision, type BuildFacts, decideBuilds } from '../images/build-decision.js';
import type { EcrRepository, ImageUse } from '../ports/ecr.js';
import type { FoundRepository, ImageRegistries } from '../ports/image-registries.js';
import { RepositoryMissing } from '../ports/image-repository.js';
import type { ServicesFile } from '../services-file/services-file.js';
import type { TaggedImage } from './content.js';
import { type Deployed, deployedByTag, deployedToEcs, runningIn } from './deployed.js';
import { isFixedBy } from './registry-cache.js';

export interface LookUpWorld {
  readonly registries: ImageRegistries;
  readonly use: ImageUse;
  /** Paths that differ between a commit and what is checked out; undefined when it is not in the history that is there. */
  changedSince(commit: string): Promise<readonly string[] | undefined>;
}

/** Where an image goes. */
export interface Place {
  readonly found: FoundRepository;
  /** As ECR describes it; undefined when it is not there, and of a registry that is none of ECR. */
  readonly repository: EcrRepository | undefined;
  readonly isMissing: boolean;
}

/** An image that was looked up: where it goes, and whether it is built. */
export interface LookedUp extends TaggedImage {
  readonly place: Place;
  readonly decision: BuildDecision;
}

export interface LookUpRequest {
  readonly file: ServicesFile;
  /** Those that were asked for. */
  readonly images: readonly TaggedImage[];
  /** What those are made from that were not asked for. */
  readonly others: readonly TaggedImage[];
  readonly skipsExisting: boolean;
  readonly forced: readonly string[];
  /** With the name of the service put in. */
  readonly deployedTag: ((name: string) => string) | undefined;
  readonly cluster: string | undefined;
}

/** Which repositories there are. @throws AccessError, Unanswered */
export async function placesOf(
  images: readonly TaggedImage[],
  registries: ImageRegistries,
): Promise<ReadonlyMap<string, Place>> {
  const byName = new Map<string, Promise<Place>>();
  for (const { image } of images)
    if (!byName.has(image.repository)) byName.set(image.repository, placeOf(image.repository, registries));
  const all = images.map(async ({ image }) => {
    const place = await byName.get(image.repository);
    if (place === undefined) throw new Error(`${image.repository} was not looked up`);
    return [image.name, place] as const;
  });
  return new Map(await Promise.all(all));
}

async function placeOf(name: string, registries: ImageRegistries): Promise<Place> {
  const found = await registries.repository(name);
  if (found.ecr === undefined) return { found, repository: undefined, isMissing: false };
  const repository = await found.ecr.repository(found.path);
  return { found, repository, isMissing: repository === undefined };
}

/**
 * Whether each image is built. What is deployed is asked only of those of whose content there is no image, or perhaps a newer one
 * than that under its tag: when nothing has changed, one look at each repository is all.
 */
export async function lookUp(
  request: LookUpRequest,
  places: ReadonlyMap<string, Place>,
  world: LookUpWorld,
): Promise<readonly LookedUp[]> {
  const { images, others, file, forced } = request;
  const looked = new Map<string, BuildFacts>();
  if (request.skipsExisting) {
    await Promise.all(
      images.map(async ({ image, content }) =>
        looked.set(image.name, await sameContent(places.get(image.name), content.tag)),
      ),
    );
    const open = images.filter(({ image: { name } }) => {
      const { sameContentDigest, isFirstOfContent = false } = looked.get(name) ?? {};
      return !forced.includes(name) && (sameContentDigest === undefined || isFirstOfContent);
    });
    for (const [name, facts] of await factsOf(open, others, request, places, world))
      looked.set(name, { ...looked.get(name), ...facts });
  }
  const builtFrom = new Map(
    [...images, ...others].map(({ image }) => [
      image.name,
      Object.values(image.contexts).flatMap((from) => ('target' in from ? [from.target] : [])),
    ]),
  );
  const services = images.map(({ image }) => image.entry);
  const decisions = request.skipsExisting
    ? decideBuilds({ file, services, facts: looked, forced, builtFrom })
    : images.map(({ image: { name } }) => built(name, forced.includes(name)));
  return images.map((one, index) => {
    const [place, decision] = [places.get(one.image.name), decisions[index]];
    if (place === undefined || decision === undefined) throw new Error(`${one.image.name} was not looked up`);
    return { ...one, place, decision };
  });
}

export const built = (service: string, isForced: boolean): BuildDecision => ({
  service,
  isBuilt: true,
  reason: 'forced',
  sentence: `${service} is built: ${isForced ? 'it was asked for whatever changed' : 'skip-existing is off'}.`,
});

async function sameContent(place: Place | undefined, tag: string): Promise<BuildFacts> {
  if (place === undefined || place.isMissing) return {};
  const bytes = await place.found.images.manifest(tag).catch(missingIsNone);
  if (bytes === undefined) return {};
  const { mutability } = place.repository ?? {};
  const isFirstOfContent = mutability !== undefined && isFixedBy(mutability, tag);
  return { sameContentDigest: bytes.digest, ...(isFirstOfContent ? { isFirstOfContent } : {}) };
}

function missingIsNone(error: unknown): undefined {
  if (!(error instanceof RepositoryMissing)) throw error;
}

/** What is known of what is deployed, for those that need it and for what these are made from. */
async function factsOf(
  open: readonly TaggedImage[],
  others: readonly TaggedImage[],
  request: LookUpRequest,
  places: ReadonlyMap<string, Place>,
  world: LookUpWorld,
): Promise<ReadonlyMap<string, BuildFacts>> {
  const needed = new Set(open.flatMap((one) => [one.image.name, ...madeFrom(one, [...request.images, ...others])]));
  const asked = [...request.images, ...others].filter(({ image }) => needed.has(image.name));
  const clusters = [...new Set(asked.flatMap(({ image }) => clusterOf(image.entry.cluster, request) ?? []))];
  const seen =
    request.deployedTag === undefined && clusters.length > 0 ? await runningIn(clusters, world.use) : undefined;
  const changes = new Map<string, Promise<readonly string[] | undefined>>();
  const changedSince = (commit: string): Promise<readonly string[] | undefined> => {
    const known = changes.get(commit) ?? world.changedSince(commit);
    changes.set(commit, known);
    return known;
  };
  const rows = asked.map(async (one): Promise<readonly [string, BuildFacts]> => {
    const place = places.get(one.image.name);
    if (place === undefined) return [one.image.name, {}];
    if (place.isMissing) return [one.image.name, { unclear: `the repository ${place.found.path} is not there yet` }];
    const deployed = await deployedOf(one, place, request, seen).catch(
      (error: unknown): Deployed => missingIsNone(error) ?? { unclear: 'the repository is not there yet' },
    );
    const { commit, digest, recipe, unclear } = deployed;
    const changedPaths = commit === undefined ? undefined : await changedSince(commit);
    return [
      one.image.name,
      {
        ...(commit === undefined ? {} : { deployedCommit: commit, isOtherRecipe: recipe !== one.recipe }),
        ...(digest === undefined ? {} : { deployedDigest: digest }),
        ...(changedPaths === undefined ? {} : { changedPaths }),
        ...(unclear === undefined ? {} : { unclear }),
      },
    ];
  });
  return new Map(await Promise.all(rows));
}

function deployedOf(
  one: TaggedImage,
  { found }: Place,
  request: LookUpRequest,
  seen: Awaited<ReturnType<typeof runningIn>> | undefined,
): Promise<Deployed> {
  const { name, entry } = one.image;
  if (request.deployedTag !== undefined) return deployedByTag(found.images, request.deployedTag(name));
  const cluster = clusterOf(entry.cluster, request);
  if (seen === undefined || cluster === undefined) {
    const who = request.file.fileName === '' ? 'no deployed-tag says' : 'neither a cluster nor deployed-tag says';
    return Promise.resolve({ unclear: `there is no image of this content, and ${who} what is deployed` });
  }
  return 'unclear' in seen ? Promise.resolve(seen) : deployedToEcs(one.image, found.images, seen.running, cluster);
}

/** A single image is of no service that is known. */
const clusterOf = (own: string | undefined, { cluster, file }: LookUpRequest): string | undefined =>
  file.fileName === '' ? undefined : (own ?? cluster);

function madeFrom(one: TaggedImage, all: readonly TaggedImage[], seen = new Set<string>()): readonly string[] {
  for (const from of Object.values(one.image.contexts)) {
    if (!('target' in from) || seen.has(from.target)) continue;
    seen.add(from.target);
    const other = all.find(({ image }) => image.name === from.target);
    if (other !== undefined) madeFrom(other, all, seen);
  }
  return [...seen];
}
