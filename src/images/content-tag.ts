import type { ContextItem } from './context-listing.js';
import { isPinned, sourcesOf } from './dockerfile.js';
import { formatPlatform, type ImagePlatform } from './platform.js';

/** All that decides what an image is. Secrets are not among it: they must not be found again by trying. */
export interface ImageContent {
  /** The text, byte for byte. */
  readonly dockerfile: string;
  readonly context: readonly ContextItem[];
  readonly target?: string;
  /** Values enter the hash and nothing else. */
  readonly args: Readonly<Record<string, string>>;
  /** Those that the image keeps whatever commit it is built from: never the revision. */
  readonly labels: Readonly<Record<string, string>>;
  readonly platforms: readonly ImagePlatform[];
  /** `mode=max`, `mode=min`; they are children of the index, so the digest depends on them. */
  readonly attestations: { readonly provenance?: string; readonly sbom?: string };
  /** What each named context stands for: the content hash of another image or a folder, or a reference. */
  readonly contexts: Readonly<Record<string, string>>;
  /** Digests that images without a digest in their names have now, as far as someone looked. */
  readonly baseDigests: Readonly<Record<string, string>>;
}

export interface ContentTag {
  readonly tag: string;
  readonly hash: string;
  /** What may change although the tag stays: each a clause. An image that is built every week for its base has to be forced. */
  readonly blindTo: readonly string[];
}

/** The beginning of every tag that is made of content. */
export const CONTENT_TAG = 'content-';

/** What is hashed, and in which order: another number makes every tag another one. */
const FORMAT = 1;

/**
 * The tag that stands for exactly this content. Two runs on two machines come to the same one; whatever could make another
 * image makes another tag.
 *
 * @param sha256 in hexadecimal, of the text in UTF-8
 * @throws Error when a path has a line break, which patterns do not speak of for certain
 */
export function contentTag(content: ImageContent, sha256: (text: string) => string): ContentTag {
  const odd = content.context.find(({ path }) => /[\r\n]/.test(path));
  if (odd !== undefined)
    throw new Error(`The name of a file in the build context has a line break: ${JSON.stringify(odd.path)}`);
  const { images, remotes, open } = sourcesOf(content.dockerfile, content.args, Object.keys(content.contexts));
  const bases = images.map((image) => [image, content.baseDigests[image] ?? '']);
  // Lists of lists: no name and no value can look like the end of one and the beginning of another.
  const hash = sha256(
    JSON.stringify([
      FORMAT,
      content.dockerfile,
      sorted(content.context.map(itemOf)),
      content.target ?? '',
      pairs(content.args),
      pairs(content.labels),
      [...new Set(content.platforms.map(formatPlatform))].sort(),
      [content.attestations.provenance ?? '', content.attestations.sbom ?? ''],
      pairs(content.contexts),
      sorted(bases),
    ]),
  );
  const unknown = images.filter((image) => !isPinned(image) && content.baseDigests[image] === undefined);
  return {
    tag: `${CONTENT_TAG}${hash}`,
    hash,
    blindTo: [
      ...unknown.map((image) => `a newer ${image}, which is named without its digest`),
      ...open.map((image) => `the image that ${image} stands for`),
      ...remotes.map((remote) => `what ${remote} answers`),
    ],
  };
}

function itemOf(item: ContextItem): readonly string[] {
  // Times do not enter: they never reach the image's cache key either, and a checkout makes new ones.
  if (item.kind === 'link') return [item.path, 'link', item.target];
  const mode = (item.mode & 0o7777).toString(8);
  return item.kind === 'folder'
    ? [item.path, 'folder', mode]
    : [item.path, 'file', mode, String(item.size), item.digest];
}

const pairs = (record: Readonly<Record<string, string>>): readonly (readonly string[])[] =>
  sorted(Object.entries(record));

/** By code units of the first text, which is different for each. */
const sorted = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  [...rows].sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0));
