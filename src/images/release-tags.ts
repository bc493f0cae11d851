import type { RepositoryImage } from './lifecycle-evaluation.js';

/** A release of an environment, as the tag of its image tells it. */
export interface ReleaseTag {
  readonly tag: string;
  readonly environment: string;
  /** `20261121T121314Z`: in the order of time when sorted as text. */
  readonly at: string;
}

/**
 * `prod-20261121T121314Z`: immutable, where the tag `prod` moves.
 *
 * @param time in ISO 8601 and UTC, as `toISOString` writes it
 */
export const releaseTag = (environment: string, time: string): string =>
  `${environment}-${time.replaceAll(/[-:]|\.\d+/g, '')}`;

/** Reads the tag of a release; undefined when it is another tag. */
export function readReleaseTag(tag: string): ReleaseTag | undefined {
  const [, environment, at] = /^(.+)-(\d{8}T\d{6}Z)$/.exec(tag) ?? [];
  return environment === undefined || at === undefined ? undefined : { tag, environment, at };
}

/** The releases of an environment, the newest first. An image that was released twice is there twice. */
export function releasesOf(
  environment: string,
  images: readonly RepositoryImage[],
): readonly (ReleaseTag & { readonly image: RepositoryImage })[] {
  return images
    .flatMap((image) => image.tags.flatMap((tag) => ({ image, release: readReleaseTag(tag) })))
    .flatMap(({ image, release }) => (release?.environment === environment ? [{ ...release, image }] : []))
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/**
 * Tags of releases that may be taken off: those before the last so many different images, unless the image is needed. To take
 * the last tag off an image is to delete it. https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchDeleteImage.html
 *
 * @param keep of how many different images the releases are kept
 * @param needed digests that run somewhere or that someone may go back to
 */
export function surplusReleases(
  environment: string,
  images: readonly RepositoryImage[],
  keep: number,
  needed: ReadonlySet<string>,
): readonly string[] {
  const kept = new Set<string>();
  const surplus: string[] = [];
  for (const { tag, image } of releasesOf(environment, images)) {
    if (kept.size < keep || kept.has(image.digest) || needed.has(image.digest)) kept.add(image.digest);
    else surplus.push(tag);
  }
  return surplus;
}
