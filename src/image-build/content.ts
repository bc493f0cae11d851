import type { ContentTag, ImageContent } from '../images/content-tag.js';
import { contentTag } from '../images/content-tag.js';
import { type ContextItem, listContext } from '../images/context-listing.js';
import { isPinned, sourcesOf } from '../images/dockerfile.js';
import { ignoreFilesOf, readIgnoreFile } from '../images/ignore-file.js';
import type { IgnorePattern } from '../images/ignore-pattern.js';
import { formatPlatform } from '../images/platform.js';
import type { ContextFolder } from '../ports/build-context.js';
import { InputError, type Problem } from '../spec/input-error.js';
import type { BuildSettings, ImageToBuild } from './image-to-build.js';

export interface ContentWorld {
  /** A folder below the top of what is checked out. */
  folder(path: string): ContextFolder;
  /** The text of a file; undefined when there is none. */
  textOf(path: string): Promise<string | undefined>;
  /** In hexadecimal, of the text in UTF-8. */
  sha256(text: string): string;
}

/** What an image is made from, as it was read. */
export interface ReadImage {
  readonly image: ImageToBuild;
  readonly dockerfile: string;
  readonly context: readonly ContextItem[];
  /** What lies in the folders of its named contexts. */
  readonly folders: ReadonlyMap<string, readonly ContextItem[]>;
  /** Images that the Dockerfile takes from elsewhere, and that are named without their digest. */
  readonly openBases: readonly string[];
  /** All images that it takes from elsewhere, its named contexts included. */
  readonly bases: readonly string[];
}

/** @throws InputError with everything that is not there or cannot be read */
export async function readImages(images: readonly ImageToBuild[], world: ContentWorld): Promise<readonly ReadImage[]> {
  const problems: Problem[] = [];
  const read = await Promise.all(images.map((image) => readImage(image, world, problems)));
  if (problems.length > 0) throw new InputError(unique(problems));
  return read.filter((one) => one !== undefined);
}

/** Services that share a file share its faults. */
const unique = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];

async function readImage(
  image: ImageToBuild,
  world: ContentWorld,
  problems: Problem[],
): Promise<ReadImage | undefined> {
  const dockerfile = await world.textOf(image.dockerfile);
  if (dockerfile === undefined) {
    const where = image.dockerfile === '' ? 'the Dockerfile' : image.dockerfile;
    problems.push(image.problem('dockerfile', `cannot be read: there is no file ${where}`));
  }
  const patterns = await patternsOf(image, world, problems);
  const context = await listed(image.context, patterns, world, (wrong) => image.problem('context', wrong), problems);
  const folders = new Map<string, readonly ContextItem[]>();
  for (const [name, from] of Object.entries(image.contexts)) {
    if (!('folder' in from)) continue;
    const tell = (wrong: string): Problem => image.problem('build-contexts', `${name} ${wrong}`);
    const ignore = await ignoreAt(`${plain(from.folder)}/.dockerignore`, image, world, problems);
    folders.set(name, await listed(from.folder, ignore ?? [], world, tell, problems));
  }
  if (dockerfile === undefined) return undefined;
  const { images: bases } = sourcesOf(dockerfile, image.args, Object.keys(image.contexts));
  const named = Object.values(image.contexts).flatMap((from) => ('image' in from ? [from.image] : []));
  return {
    image,
    dockerfile,
    context,
    folders,
    openBases: [...bases, ...named].filter((base) => !isPinned(base)),
    bases: [...bases, ...named],
  };
}

async function patternsOf(
  image: ImageToBuild,
  world: ContentWorld,
  problems: Problem[],
): Promise<readonly IgnorePattern[]> {
  const [beside, atTop] = ignoreFilesOf(image.dockerfile);
  const own = await ignoreAt(beside, image, world, problems);
  return own ?? (await ignoreAt(below(image.context, atTop), image, world, problems)) ?? [];
}

async function ignoreAt(
  path: string,
  image: ImageToBuild,
  world: ContentWorld,
  problems: Problem[],
): Promise<readonly IgnorePattern[] | undefined> {
  const text = await world.textOf(path);
  if (text === undefined) return undefined;
  const reading = readIgnoreFile(text);
  if (reading.ok) return reading.patterns;
  for (const { line, wrong } of reading.problems)
    problems.push(image.problem('context', `has ${path}:${line}: ${wrong}`));
  return [];
}

async function listed(
  folder: string,
  patterns: readonly IgnorePattern[],
  world: ContentWorld,
  problem: (wrong: string) => Problem,
  problems: Problem[],
): Promise<readonly ContextItem[]> {
  try {
    return await listContext(world.folder(folder), patterns);
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    const wrong =
      code === 'ENOENT' || code === 'ENOTDIR'
        ? `cannot be read: there is no folder ${folder}`
        : `cannot be read: ${message}`;
    problems.push(problem(wrong));
    return [];
  }
}

const plain = (path: string): string =>
  path
    .replace(/^(\.?\/)+/, '')
    .replace(/^\.$/, '')
    .replace(/\/$/, '');
const below = (folder: string, path: string): string => (plain(folder) === '' ? path : `${plain(folder)}/${path}`);

/** An image with the tag of its content, and what in it is not of the repository. */
export interface TaggedImage extends ReadImage {
  readonly content: ContentTag;
  /**
   * Stands for what decides about the image and is no file: arguments, target, platforms, labels. What was built by other
   * ones is another image, although no file has changed.
   */
  readonly recipe: string;
}

/**
 * @param baseDigests what open bases stand for now, as far as someone looked
 * @throws InputError when images are made from each other in a circle
 */
export function tagged(
  images: readonly ReadImage[],
  settings: BuildSettings,
  baseDigests: Readonly<Record<string, string>>,
  sha256: (text: string) => string,
): readonly TaggedImage[] {
  const byName = new Map(images.map((one) => [one.image.name, one]));
  const done = new Map<string, TaggedImage>();
  const tag = (one: ReadImage, way: readonly string[]): TaggedImage => {
    const { image } = one;
    const known = done.get(image.name);
    if (known !== undefined) return known;
    if (way.includes(image.name)) {
      const circle = [...way.slice(way.indexOf(image.name)), image.name].join(' → ');
      throw new InputError([
        image.problem('build-contexts', `closes a circle, so that none can be built first: ${circle}`),
      ]);
    }
    const contexts = Object.entries(image.contexts).map(([name, from]) => {
      if ('image' in from) return [name, baseDigests[from.image] ?? from.image] as const;
      if ('folder' in from) return [name, sha256(JSON.stringify(one.folders.get(name)?.map(itemText)))] as const;
      const other = byName.get(from.target);
      if (other === undefined) throw new Error(`${image.name} is made from ${from.target}, which was not read`);
      return [name, tag(other, [...way, image.name]).content.hash] as const;
    });
    const result = taggedImage(one, settings, Object.fromEntries(contexts), baseDigests, sha256);
    done.set(image.name, result);
    return result;
  };
  return images.map((one) => tag(one, []));
}

function taggedImage(
  one: ReadImage,
  { labels, platforms, provenance, sbom }: BuildSettings,
  contexts: Readonly<Record<string, string>>,
  baseDigests: Readonly<Record<string, string>>,
  sha256: (text: string) => string,
): TaggedImage {
  const { image } = one;
  const content: ImageContent = {
    dockerfile: one.dockerfile,
    context: one.context,
    ...(image.target === undefined ? {} : { target: image.target }),
    args: image.args,
    labels,
    platforms,
    attestations: {
      ...(provenance === 'off' ? {} : { provenance: `mode=${provenance}` }),
      ...(sbom === false ? {} : { sbom: String(sbom) }),
    },
    contexts,
    baseDigests,
  };
  const named = Object.entries(image.contexts).map(([name, from]) => [name, JSON.stringify(from)]);
  const recipe = sha256(
    JSON.stringify([
      image.target ?? '',
      sorted(Object.entries(image.args)),
      sorted(Object.entries(labels)),
      platforms.map(formatPlatform).sort(),
      [provenance, String(sbom)],
      sorted(named),
      [plain(image.context), plain(image.dockerfile)],
    ]),
  );
  return { ...one, content: contentTag(content, sha256), recipe: recipe.slice(0, 16) };
}

const itemText = (item: ContextItem): readonly string[] =>
  item.kind === 'file'
    ? [item.path, (item.mode & 0o7777).toString(8), item.digest]
    : item.kind === 'link'
      ? [item.path, 'link', item.target]
      : [item.path, 'folder', (item.mode & 0o7777).toString(8)];

const sorted = (rows: readonly (readonly (string | undefined)[])[]): readonly (readonly (string | undefined)[])[] =>
  [...rows].sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0));
