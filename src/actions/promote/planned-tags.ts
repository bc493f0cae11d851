import { again, eachOf } from '../../image-copy/world.js';
import { shortDigest } from '../../images/digest.js';
import { takesTag } from '../../images/lifecycle-evaluation.js';
import { readReleaseTag, releasesOf } from '../../images/release-tags.js';
import { settleTag } from '../../images/settle-tag.js';
import type { EcrRepository, TagMutability } from '../../ports/ecr.js';
import type { FoundRepository } from '../../ports/image-registries.js';
import { RepositoryMissing } from '../../ports/image-repository.js';
import type { PromoteInputs } from './spec.js';
import type { PromoteWorld } from './world.js';

/** What would become of the tags in the target. */
export interface PlannedTags {
  /** Of ECR; undefined in other registries. */
  readonly repository: EcrRepository | undefined;
  /** What the tag of the environment stands for now. */
  readonly previous: string | undefined;
  /** What the environment stands for is not the last release by its tags, and would be lost when the environment's own moves away. */
  readonly isPreviousUnkept: boolean;
  /** Whether the image is to get a tag of a release. */
  readonly isReleased: boolean;
  /** Further tags that are to be put, and what each stands for now. */
  readonly more: readonly { readonly tag: string; readonly was: string | undefined }[];
  /** Whether the tag of the environment is to move. */
  readonly isMoved: boolean;
  /** What a way back goes to: what the tag stands for before it moves, or the release before when it is there already. */
  readonly before: string | undefined;
  /** Whether the image itself is in the target. */
  readonly isThere: boolean;
  readonly refused: readonly string[];
  readonly notes: readonly string[];
}

/** Looks at the tags as they are, and at which of them can be put. */
export async function plannedTags(
  to: FoundRepository,
  digest: string,
  { environment, tags, lifecycle }: Pick<PromoteInputs, 'environment' | 'tags' | 'lifecycle'>,
  world: PromoteWorld,
): Promise<PlannedTags> {
  const { ecr, images, path } = to;
  const repository = ecr === undefined ? undefined : await again(world, () => ecr.repository(path));
  if (ecr !== undefined && repository === undefined) throw new RepositoryMissing(images.name);
  const digestOf = async (reference: string): Promise<string | undefined> =>
    (await again(world, () => images.manifest(reference)))?.digest;
  const previous = environment === undefined ? undefined : await digestOf(environment);
  const found = await eachOf(tags, 4, async (tag) => ({ tag, is: await digestOf(tag) }));
  const isThere = (await digestOf(digest)) !== undefined;
  const isFixed = (tag: string): boolean => repository !== undefined && isImmutable(tag, repository.mutability);
  const releases = await releasesAt(to, environment, lifecycle !== 'off', world);
  const isMoved = environment !== undefined && previous !== digest;
  const taken = found.filter(({ tag, is }) => is !== undefined && is !== digest && isFixed(tag));
  const moving = found.filter(({ tag, is }) => is !== undefined && is !== digest && !isFixed(tag));
  const isStuck = isMoved && isFixed(environment);
  return {
    repository,
    previous,
    isPreviousUnkept: isMoved && previous !== undefined && !(await releases.isLast(previous)),
    isReleased: isMoved || (environment !== undefined && !(await releases.isLast(digest))),
    more: found.filter(({ is }) => is !== digest).map(({ tag, is }) => ({ tag, was: is })),
    isMoved,
    before: isMoved ? previous : releases.before(digest),
    isThere,
    refused: [
      ...(isStuck && previous !== undefined ? [stuckTag(to, environment, previous, repository?.mutability)] : []),
      ...taken.map(({ tag, is }) => settleTag({ repository: images.name, tag }, digest, is).sentence),
    ],
    notes: [
      ...(isStuck && previous === undefined ? [willStick(to, environment, repository?.mutability)] : []),
      ...moving.map(({ tag, is = '' }) => `${images.name}:${tag} stands for ${shortDigest(is)} now and is moved.`),
    ],
  };
}

interface Releases {
  /** Whether an image is the last release of the environment by its tags. */
  readonly isLast: (digest: string) => Promise<boolean>;
  /** The last release that is another image, as far as the tags tell. */
  readonly before: (digest: string) => string | undefined;
}

/**
 * Releases by the tags of all images. Where these are not listed, an image that has any such tag counts as the last, and in registries
 * that tell no tags of an image every one.
 */
async function releasesAt(
  { ecr, path }: FoundRepository,
  environment: string | undefined,
  isListed: boolean,
  world: PromoteWorld,
): Promise<Releases> {
  const before = () => undefined;
  if (ecr === undefined || environment === undefined) return { isLast: async () => true, before };
  if (isListed) {
    const digests = releasesOf(environment, await again(world, () => ecr.images(path))).map(
      ({ image }) => image.digest,
    );
    return {
      isLast: async (digest) => digest === digests[0],
      before: (digest) => digests.find((other) => other !== digest),
    };
  }
  const isLast = async (digest: string): Promise<boolean> => {
    const detail = await again(world, () => ecr.image(path, digest));
    return (detail?.tags ?? []).some((tag) => readReleaseTag(tag)?.environment === environment);
  };
  return { isLast, before };
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html */
export function isImmutable(tag: string, { setting, exclusions }: TagMutability): boolean {
  const isExcluded = setting.endsWith('_WITH_EXCLUSION') && exclusions.some((pattern) => takesTag(pattern, tag));
  return setting.startsWith('IMMUTABLE') !== isExcluded;
}

/** The setting that lets the tag of an environment move, and no other. */
export function exclusionFor(environment: string, path: string, mutability: TagMutability | undefined): string {
  const { setting, exclusions } = mutability ?? { setting: 'IMMUTABLE', exclusions: [] };
  const isOfMutable = setting === 'MUTABLE_WITH_EXCLUSION';
  if (isOfMutable) return `take the exclusion that fixes ${environment} off, or narrow it`;
  const all = [...new Set([...(setting === 'IMMUTABLE' ? [] : exclusions), environment])];
  const filters = all.map((filter) => `filterType=WILDCARD,filter=${filter}`).join(' ');
  return `add an exclusion for it: aws ecr put-image-tag-mutability --repository-name ${path} --image-tag-mutability IMMUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters ${filters}`;
}

const stuckTag = (
  { images: { name }, path }: FoundRepository,
  environment: string,
  previous: string,
  mutability: TagMutability | undefined,
): string =>
  `${name}:${environment} stands for ${shortDigest(previous)} and cannot be moved, because tags of the repository are immutable; ${exclusionFor(environment, path, mutability)}.`;

const willStick = (
  { images: { name }, path }: FoundRepository,
  environment: string,
  mutability: TagMutability | undefined,
): string =>
  `Tags of ${name} are immutable: once ${environment} is put, it cannot be moved by the next promotion; ${exclusionFor(environment, path, mutability)}.`;
