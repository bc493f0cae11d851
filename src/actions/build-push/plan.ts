import { type ReadImage, readImages, type TaggedImage, tagged } from '../../image-build/content.js';
import { settingsOf } from '../../image-build/create-repository.js';
import type { BuildSettings } from '../../image-build/image-to-build.js';
import { type LookedUp, lookUp, type Place, placesOf } from '../../image-build/look-up.js';
import { describeBuilds } from '../../images/build-decision.js';
import { parsePlatform } from '../../images/platform.js';
import { parseReference } from '../../images/reference.js';
import type { ImageRegistries } from '../../ports/image-registries.js';
import type { ServicesFile } from '../../services-file/services-file.js';
import { InputError, type Problem } from '../../spec/input-error.js';
import { named, type WantedImages } from './images-of.js';
import type { BuildPushInputs } from './spec.js';
import { shortTag } from './summary.js';
import type { BuildPushWorld } from './world.js';

/** What is to be done, and nothing of it is done yet. */
export interface Plan {
  readonly images: readonly LookedUp[];
  readonly others: readonly TaggedImage[];
  readonly settings: BuildSettings;
  /** Repositories that are created first, each once. */
  readonly missing: readonly Place[];
}

/**
 * Looks at everything that decides.
 *
 * @throws InputError, AccessError, Unanswered
 */
export async function planOf(inputs: BuildPushInputs, wanted: WantedImages, world: BuildPushWorld): Promise<Plan> {
  const settings = buildSettings(inputs);
  const read = await readImages([...wanted.images, ...wanted.others], world);
  const isOffline = !inputs.push && !inputs.skipExisting;
  const bases = inputs.pull && !isOffline ? await baseDigests(read, world) : {};
  const all = tagged(read, settings, bases, world.sha256);
  const isAsked = ({ image }: ReadImage): boolean => wanted.images.some(({ name }) => name === image.name);
  const [images, others] = [all.filter(isAsked), all.filter((one) => !isAsked(one))];
  const places = isOffline ? offline(all) : await placesOf(all, world.registries);
  refuseOthers(inputs, images, places);
  const { deployedTag } = inputs;
  const looked = await lookUp(
    {
      file: wanted.file,
      images,
      others,
      skipsExisting: inputs.skipExisting,
      forced: inputs.rebuild === 'all' ? images.map(({ image }) => image.name) : inputs.rebuild,
      deployedTag: deployedTag === undefined ? undefined : (name) => named(deployedTag, name),
      cluster: inputs.cluster,
    },
    places,
    world,
  );
  const missing = new Map(looked.flatMap(({ place }) => (place.isMissing ? [[place.found.path, place] as const] : [])));
  return { images: looked, others, settings, missing: [...missing.values()] };
}

export const buildSettings = ({ labels, platforms, provenance, sbom }: BuildPushInputs): BuildSettings => ({
  labels,
  platforms: platforms.flatMap((given) => {
    const reading = parsePlatform(given);
    return reading.ok ? [reading.value] : [];
  }),
  provenance,
  sbom,
});

/** What open bases stand for now. One that cannot be seen stays open, and that is told with the plan. */
async function baseDigests(
  read: readonly ReadImage[],
  { registries, report }: BuildPushWorld,
): Promise<Readonly<Record<string, string>>> {
  const names = [...new Set(read.flatMap(({ openBases }) => openBases))];
  const rows = await Promise.all(
    names.map(async (name): Promise<readonly (readonly [string, string])[]> => {
      try {
        const digest = await baseDigest(name, registries);
        return digest === undefined ? [] : [[name, digest]];
      } catch (error) {
        report.line(`Which image ${name} is now cannot be seen: ${(error as Error).message}`);
        return [];
      }
    }),
  );
  return Object.fromEntries(rows.flat());
}

async function baseDigest(name: string, registries: ImageRegistries): Promise<string | undefined> {
  const reading = parseReference(name);
  if (!reading.ok) return undefined;
  const { registry, repository, tag = 'latest' } = reading.value;
  const { images } = await registries.repository(`${registry}/${repository}`);
  return (await images.manifest(tag))?.digest;
}

/** Without a registry nothing is looked up: what is built is built, and nobody needs credentials. */
const offline = (all: readonly TaggedImage[]): ReadonlyMap<string, Place> =>
  new Map(
    all.map(({ image }) => {
      const images = new Proxy({ name: image.repository } as Place['found']['images'], {
        get(target, key) {
          if (key === 'name') return target.name;
          throw new Error(`${image.repository} was asked for ${String(key)} in a run without a registry`);
        },
      });
      const found: Place['found'] = {
        kind: 'registry',
        host: '',
        path: image.repository,
        images,
        ecr: undefined,
        login: async () => undefined,
      };
      return [image.name, { found, repository: undefined, isMissing: false }];
    }),
  );

/** What only ECR can do is refused for others, and what is not there is told, before anything is begun. */
function refuseOthers(
  inputs: BuildPushInputs,
  images: readonly TaggedImage[],
  places: ReadonlyMap<string, Place>,
): void {
  const problems = images.flatMap(({ image }): Problem[] => {
    const place = places.get(image.name);
    if (place === undefined) return [];
    const { found, isMissing } = place;
    if (found.ecr === undefined) return onlyOfEcr(inputs, found.images.name);
    const isCreated = inputs.createRepository;
    if (!isMissing || isCreated || !inputs.push) return [];
    const wrong = `is not there: ${found.host} has no repository ${found.path}. Look at its name, at the account of the credentials and at region; else create it, or say create-repository: true`;
    return [image.problem('repository', wrong)];
  });
  if (problems.length > 0) throw new InputError(problems);
}

function onlyOfEcr(inputs: BuildPushInputs, name: string): Problem[] {
  const { createRepository, failOn, scanFiles, lifecycle } = inputs;
  const wrong = `is for registries of ECR, and ${name} is in another one`;
  return [
    ...(createRepository ? [{ input: 'create-repository', wrong }] : []),
    ...(failOn !== 'off' && scanFiles === undefined
      ? [{ input: 'fail-on', wrong: `${wrong}: name the report of a scanner in scan-files` }]
      : []),
    ...(lifecycle === 'off' ? [] : [{ input: 'lifecycle', wrong }]),
  ];
}

/** The plan for the log. */
export function planLines({ images, missing }: Plan, inputs: BuildPushInputs, { fileName }: ServicesFile): string[] {
  const blind = new Set(images.filter(({ decision }) => !decision.isBuilt).flatMap(({ content }) => content.blindTo));
  const settings = settingsOf(inputs);
  const kind = settings.mutability.setting.toLowerCase().replaceAll('_', ' ');
  return [
    fileName === '' ? 'Image' : `Images of ${fileName}`,
    ...images.map(({ decision }) => `  ${decision.sentence}`),
    ...images.flatMap(({ image, content }) =>
      inputs.push ? [`  ${image.name}: tags ${[content.tag, ...image.tags].map(shortTag).join(', ')}`] : [],
    ),
    ...missing.map(
      ({ found }) => `  ${found.path} is created: ${kind}, ${settings.isScannedOnPush ? '' : 'not '}scanned on push`,
    ),
    ...(blind.size === 0 ? [] : [`  What is not seen: ${[...blind].join('; ')}. With pull: true bases are looked up`]),
    describeBuilds(images.map(({ decision }) => decision)),
  ];
}

/** Words by which people call what should be no build argument. */
const SECRET = /(^|_)(TOKEN|PASSWORD|PASSWD|PASS|PWD|SECRET|CREDENTIALS?|APIKEY|KEY|AUTH)(_|$)/i;

export function argumentWarnings({ images, others }: WantedImages): readonly string[] {
  const names = new Set(
    [...images, ...others].flatMap(({ args }) => Object.keys(args).filter((name) => SECRET.test(name))),
  );
  return [...names].map(
    (name) =>
      `The build argument ${name} is called like a secret. Arguments end in the history of the image and in its provenance, for everybody who can pull it: give it in secrets, and take it by RUN --mount=type=secret.`,
  );
}

/** Contexts that no two commits have in common. */
export function contextWarnings({ images, others }: Plan): readonly string[] {
  const holds = [...images, ...others].filter(({ context, folders }) =>
    [context, ...folders.values()].some((items) => items.some(({ path }) => path === '.git')),
  );
  if (holds.length === 0) return [];
  const names = holds.map(({ image }) => image.name).join(', ');
  return [
    `The build context of ${names} holds .git, so that every commit is another content, and an image of it is never found again: put .git into .dockerignore.`,
  ];
}
