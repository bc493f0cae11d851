import { csvField, formatCacheSpec, parseCacheSpec, withIgnoredErrors } from './cache-spec.js';
import { formatPlatform, type ImagePlatform } from './platform.js';

/** One image of a solve. Paths are from the top of the repository. */
export interface BakeImage {
  /** Letters, digits, `-` and `_`: https://docs.docker.com/build/bake/reference/#target */
  readonly name: string;
  readonly context: string;
  readonly dockerfile: string;
  readonly target?: string;
  readonly args: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  /** What stands for names in the Dockerfile. Another image of the solve is built once for all that use it. */
  readonly contexts: Readonly<Record<string, NamedContext>>;
  /** Full references. With `push: 'digest'` the names without tags. */
  readonly tags: readonly string[];
  /** Empty for that of the builder. */
  readonly platforms: readonly ImagePlatform[];
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  /** Names of secrets, each with the environment variable that holds it. */
  readonly secrets: Readonly<Record<string, string>>;
  /** `default`, or `id=socket or key` */
  readonly ssh: readonly string[];
  /** `false` switches off what the builder does by itself. */
  readonly provenance: false | 'min' | 'max';
  /** `true`, or the image that makes it. */
  readonly sbom: boolean | string;
  readonly push: 'tags' | 'digest' | undefined;
  readonly isLoaded: boolean;
  /** What the engine calls it; by default `tags`. With `push: 'digest'` these are no names for it. */
  readonly loadedAs?: readonly string[];
  readonly isPulled: boolean;
  readonly isCacheIgnored: boolean;
}

export type NamedContext =
  | { readonly image: string }
  | { readonly folder: string }
  /** Name of another image of the same solve. */
  | { readonly target: string };

/** A file for `docker buildx bake`, and what must be said beside it. */
export interface Bake {
  readonly definition: { readonly target: Readonly<Record<string, BakeTarget>> };
  /** What to name on the command line. No group is made: one called `default` could meet a service of that name. */
  readonly targets: readonly string[];
  /** What `--allow` must say, as buildx asks for it since 0.19. https://docs.docker.com/reference/cli/docker/buildx/bake/#allow */
  readonly allow: readonly string[];
}

/** https://docs.docker.com/build/bake/reference/#target */
export interface BakeTarget {
  readonly context: string;
  readonly dockerfile: string;
  readonly target?: string;
  readonly args?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly contexts?: Readonly<Record<string, string>>;
  readonly tags?: readonly string[];
  readonly platforms?: readonly string[];
  readonly 'cache-from'?: readonly string[];
  readonly 'cache-to'?: readonly string[];
  readonly secret?: readonly string[];
  readonly ssh?: readonly string[];
  readonly attest: readonly string[];
  readonly output: readonly string[];
  readonly pull?: true;
  readonly 'no-cache'?: true;
}

/**
 * One solve of several images. The same images give the same text, whatever order their parts came in.
 *
 * @param root absolute path of the repository; bake takes a Dockerfile's path from its context and not from where it runs
 * @param names those to be built; images that only others are made from need not be among them
 * @throws Error when a name cannot be one or two images have the same, when an image is made from one that is not there or
 *   from itself, or when a cache is none: what the caller's own checks must have found
 */
export function bakeOf(images: readonly BakeImage[], names: readonly string[], root: string): Bake {
  const known = new Set<string>();
  for (const { name } of images) {
    if (!/^[a-zA-Z0-9_-]+$/.test(name)) throw new Error(`${JSON.stringify(name)} cannot be the name of a bake target`);
    if (known.has(name)) throw new Error(`Two images are called ${name}`);
    known.add(name);
  }
  for (const name of names) if (!known.has(name)) throw new Error(`No image is called ${name}`);
  refuseCircles(images);
  const sorted = [...images].sort((a, b) => (a.name < b.name ? -1 : 1));
  const target = Object.fromEntries(
    sorted.map((image) => [image.name, targetOf(image, root, names.includes(image.name))]),
  );
  const folders = images.flatMap(({ contexts }) => Object.values(contexts)).filter((one) => 'folder' in one);
  const hasAgent = images.some(({ ssh }) => ssh.some((one) => !one.includes('=')));
  return {
    definition: { target },
    targets: [...names].sort(),
    allow: [...(images.length + folders.length > 0 ? [`fs.read=${root}`] : []), ...(hasAgent ? ['ssh'] : [])],
  };
}

function targetOf(image: BakeImage, root: string, isBuilt: boolean): BakeTarget {
  const contexts = Object.entries(image.contexts).map(([name, from]) => [name, namedContext(from, root)] as const);
  const cacheTo = image.cacheTo.map((spec) => cacheOf(spec, true));
  const target: BakeTarget = {
    context: template(below(root, image.context)),
    dockerfile: template(below(root, image.dockerfile)),
    ...(image.target === undefined ? {} : { target: template(image.target) }),
    ...record('args', Object.entries(image.args)),
    ...record('labels', Object.entries(image.labels)),
    ...record('contexts', contexts),
    // By digest the output names them: as tags buildx would add `:latest`, and BuildKit refuses to push a tag by digest.
    ...list('tags', isBuilt && image.push !== 'digest' ? image.tags.toSorted() : []),
    ...list('platforms', [...new Set(image.platforms.map(formatPlatform))].sort()),
    // The order of caches says which is asked first.
    ...list(
      'cache-from',
      image.cacheFrom.map((spec) => cacheOf(spec, false)),
    ),
    ...list('cache-to', isBuilt ? cacheTo : []),
    ...list(
      'secret',
      Object.entries(image.secrets)
        .sort(byKey)
        .map(([id, env]) => `${csvField(`id=${id}`)},${csvField(`env=${env}`)}`),
    ),
    ...list('ssh', image.ssh.toSorted()),
    attest: attestations(image),
    output: outputs(image, isBuilt).map(template),
    ...(image.isPulled ? { pull: true } : {}),
    ...(image.isCacheIgnored ? { 'no-cache': true } : {}),
  };
  return target;
}

/** Both are always said: a builder that attests by itself makes an index of what was one manifest. */
function attestations({ provenance, sbom }: BakeImage): readonly string[] {
  return [
    provenance === false ? 'type=provenance,disabled=true' : `type=provenance,mode=${provenance}`,
    sbom === false ? 'type=sbom,disabled=true' : sbom === true ? 'type=sbom' : `type=sbom,generator=${sbom}`,
  ];
}

/** https://docs.docker.com/build/exporters/image-registry/ */
function outputs({ push, isLoaded, tags, loadedAs = [] }: BakeImage, isBuilt: boolean): readonly string[] {
  if (!isBuilt) return ['type=cacheonly'];
  const byDigest = csvField(`name=${tags.toSorted().join(',')}`);
  const pushed =
    push === 'digest'
      ? [`type=image,${byDigest},push-by-digest=true,name-canonical=true,push=true`]
      : push === 'tags'
        ? ['type=image,push=true']
        : [];
  const names = loadedAs.length === 0 ? '' : `,${csvField(`name=${loadedAs.toSorted().join(',')}`)}`;
  const all = [...pushed, ...(isLoaded ? [`type=docker${names}`] : [])];
  return all.length === 0 ? ['type=cacheonly'] : all;
}

function cacheOf(given: string, isWritten: boolean): string {
  const reading = parseCacheSpec(given);
  if (!reading.ok) throw new Error(`The cache ${JSON.stringify(given)} ${reading.wrong}`);
  return formatCacheSpec(isWritten ? withIgnoredErrors(reading.value) : reading.value);
}

function namedContext(from: NamedContext, root: string): string {
  if ('image' in from) return `docker-image://${from.image}`;
  return 'target' in from ? `target:${from.target}` : below(root, from.folder);
}

const below = (root: string, path: string): string => {
  const plain = path
    .replace(/^(\.?\/)+/, '')
    .replace(/^\.$/, '')
    .replace(/\/$/, '');
  return plain === '' ? root : `${root.replace(/\/$/, '')}/${plain}`;
};

/**
 * In a bake file every text is a template of HCL, in JSON as well: `${HOME}` in a build argument would be read as a variable of
 * bake. https://github.com/hashicorp/hcl/blob/main/json/spec.md#strings
 */
const template = (text: string): string => text.replaceAll(/\$(?=\{)|%(?=\{)/g, (sign) => sign + sign);

function record<K extends string>(
  key: K,
  entries: readonly (readonly [string, string])[],
): { [P in K]?: Record<string, string> } {
  if (entries.length === 0) return {};
  const rows = [...entries].sort(byKey).map(([name, value]) => [template(name), template(value)]);
  return { [key]: Object.fromEntries(rows) } as { [P in K]?: Record<string, string> };
}

function list<K extends string>(key: K, items: readonly string[]): { [P in K]?: readonly string[] } {
  if (items.length === 0) return {};
  return { [key]: items.map(template) } as unknown as { [P in K]?: readonly string[] };
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;

function refuseCircles(images: readonly BakeImage[]): void {
  const byName = new Map(images.map((image) => [image.name, image]));
  const done = new Set<string>();
  const visit = (image: BakeImage, way: readonly string[]): void => {
    if (way.includes(image.name))
      throw new Error(`Images are made from each other: ${[...way, image.name].join(' → ')}`);
    if (done.has(image.name)) return;
    for (const from of Object.values(image.contexts)) {
      if (!('target' in from)) continue;
      const other = byName.get(from.target);
      if (other === undefined)
        throw new Error(`${image.name} is made from ${from.target}, which is no image of this build`);
      visit(other, [...way, image.name]);
    }
    done.add(image.name);
  };
  for (const image of images) visit(image, []);
}
