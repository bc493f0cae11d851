import type { BakeSettings } from '../../image-build/bake-images.js';
import { buildImages, type ImagesBuilt } from '../../image-build/build-images.js';
import { type ChosenBuilder, chooseBuilder } from '../../image-build/choose-builder.js';
import { manifestOf } from '../../image-build/image-facts.js';
import { isIndexed } from '../../image-build/image-to-build.js';
import { loginsFor, speaksWithThisMachine } from '../../image-build/logins.js';
import type { LookedUp } from '../../image-build/look-up.js';
import { isPut, pushed, putTag } from '../../image-build/put-tags.js';
import { type Caches, cachesOf } from '../../image-build/registry-cache.js';
import { CONTENT_TAG } from '../../images/content-tag.js';
import type { ManifestBytes } from '../../images/copy-plan.js';
import { childrenOf } from '../../images/manifest.js';
import { formatPlatform, platformDifference } from '../../images/platform.js';
import type { PushFault } from '../../images/push-error.js';
import { DeployFailed, Interrupted } from '../../ports/ended-badly.js';
import type { BuiltTarget, FailedStep, ProgressLine } from '../../ports/image-builder.js';
import type { Carried } from './carry-out.js';
import type { Plan } from './plan.js';
import type { BuildPushInputs } from './spec.js';
import { seconds } from './summary.js';
import type { BuildPushWorld } from './world.js';

/** From then on it is said how long a cache took to be written. */
const SLOW_CACHE_MS = 60_000;

/**
 * Builds and pushes what is to be built, and gives it the tag of its content.
 *
 * @throws DeployFailed, Interrupted; what had come to its end by then is in `carried`, and has its tag
 */
export async function build(
  plan: Plan,
  inputs: BuildPushInputs,
  carried: Carried,
  world: BuildPushWorld,
): Promise<void> {
  const { clock, report, cancellation } = world;
  const builds = plan.images.filter(({ decision }) => decision.isBuilt);
  const caches = cachesFor(plan, inputs);
  const { settings } = plan;
  const cacheTexts = [...caches.values()].flatMap(({ from, to }) => [...from, ...to]);
  const builder = await world.builder();
  const chosen = await chooseBuilder(
    {
      named: inputs.builder,
      index: isIndexed(settings),
      cache: [...caches.values()].some(({ to }) => to.some((spec) => !/^type=inline(,|$)/.test(spec))),
      platforms: settings.platforms.map(formatPlatform),
      isLocal: speaksWithThisMachine(builds, cacheTexts),
    },
    builder,
  );
  const told = [...chosen.warnings, ...builds.flatMap(({ image }) => caches.get(image.name)?.warnings ?? [])];
  for (const warning of new Set(told)) report.warn(warning);
  report.line(`Builder ${chosen.seen.name} (${describe(chosen)})`);
  const logins = () => loginsFor(builds, cacheTexts, inputs.registries, world.registries);
  await builder.logIn(await logins());
  const bake = bakeSettings(plan, inputs, chosen, world);
  const startedAt = clock.now();
  const done = await buildImages(
    {
      images: builds,
      all: [...plan.images, ...plan.others],
      settings: bake.settings,
      caches: chosen.writesCache ? caches : readOnly(caches),
      chosen,
      root: world.root,
      secretValues: bake.secretValues,
      mostRetries: inputs.retries,
      onLine: byService(builds, report.line),
      logins,
    },
    {
      clock,
      builder,
      random: world.random,
      line: report.line,
      signal: cancellation.signal,
    },
  );
  const ends = await Promise.allSettled(builds.map((one) => settled(one, done, inputs, plan, carried, world)));
  report.line(`The solve took ${seconds(clock.now() - startedAt)}`);
  for (const note of cacheNotes(done.targets)) carried.notes.push(note);
  const { end } = done;
  if (end.is === 'cancelled' || cancellation.reason !== undefined) {
    throw new Interrupted(
      `${cancellation.reason ?? 'The build was ended'}. Nothing is being built any more; no tag was put.`,
    );
  }
  if (end.is === 'failed') throw new DeployFailed(failure(end.why, end.fault, end.failed));
  const broken = ends.find((one) => one.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
}

const describe = ({ seen, isOurs }: ChosenBuilder): string =>
  [
    isOurs ? `${seen.driver}, made for this step` : seen.driver,
    `buildx ${seen.buildxVersion}`,
    ...(seen.buildkitVersion === undefined ? [] : [`BuildKit ${seen.buildkitVersion}`]),
  ].join(', ');

/** The first line is the reason of the outputs: the step stands in it, and what it wrote does not, because it may be anything. */
function failure(why: string, { target, error }: PushFault, failed: FailedStep | undefined): string {
  const lines = error.split('\n').slice(-20).join('\n');
  const of = target === undefined ? '' : `${target}: `;
  const where = failed === undefined ? '' : `, in ${failed.step}`;
  const last = (failed?.lastLines ?? [])
    .map((line) => `  ${line}\n`)
    .join('')
    .slice(-2_000);
  return `${of}${why.charAt(0).toUpperCase()}${why.slice(1)}${where}.\n${last}${lines.slice(-2_500)}`;
}

/** The log has everything as it comes; each line says of which service it is. */
function byService(builds: readonly LookedUp[], line: (text: string) => void): (one: ProgressLine) => void {
  const width = Math.max(...builds.map(({ image }) => image.name.length));
  return ({ target, text }) => line(`${(target ?? '').padEnd(width)} | ${text}`);
}

function cachesFor({ images, settings, others }: Plan, inputs: BuildPushInputs): ReadonlyMap<string, Caches> {
  const isOffline = !inputs.push && !inputs.skipExisting;
  const { cacheFrom } = inputs;
  const request = {
    cache: isOffline && inputs.cache === 'registry' ? 'none' : inputs.cache,
    cacheFrom,
    isWritten: inputs.push,
  } as const;
  const sharing = (repository: string): number =>
    [...images, ...others].filter(({ image }) => image.repository === repository).length;
  return new Map(
    images.map(({ image, place }) => [
      image.name,
      cachesOf(
        request,
        place.found.images.name,
        settings.platforms,
        place.repository?.mutability,
        sharing(image.repository) > 1 ? image.name : undefined,
      ),
    ]),
  );
}

const readOnly = (caches: ReadonlyMap<string, Caches>): ReadonlyMap<string, Caches> =>
  new Map(
    [...caches].map(([name, one]) => [name, { ...one, to: one.to.filter((spec) => /^type=inline(,|$)/.test(spec)) }]),
  );

/** Secrets reach the child by names that say nothing. */
function bakeSettings(
  { settings }: Plan,
  inputs: BuildPushInputs,
  { pushesByDigest }: ChosenBuilder,
  { secrets, revision, source, clock }: BuildPushWorld,
): { readonly settings: BakeSettings; readonly secretValues: Readonly<Record<string, string>> } {
  const rows = Object.entries(secrets).map(
    ([id, value], index) => [id, `SLUICE_BUILD_SECRET_${index + 1}`, value] as const,
  );
  return {
    settings: {
      ...settings,
      secrets: Object.fromEntries(rows.map(([id, variable]) => [id, variable])),
      ssh: inputs.ssh,
      push: inputs.push ? (pushesByDigest ? 'digest' : 'tags') : undefined,
      isLoaded: inputs.load,
      isPulled: inputs.pull,
      isCacheIgnored: inputs.noCache,
      revision,
      source,
      created: new Date(clock.now()).toISOString(),
    },
    secretValues: Object.fromEntries(rows.map(([, variable, value]) => [variable, value])),
  };
}

/** One image that came to its end: it is in the registry, with the platforms that were asked for, under the tag of its content. */
async function settled(
  one: LookedUp,
  { targets, met }: ImagesBuilt,
  { push }: BuildPushInputs,
  { settings }: Plan,
  carried: Carried,
  world: BuildPushWorld,
): Promise<void> {
  const { image, place, content, decision } = one;
  const target = Object.hasOwn(targets, image.name) ? targets[image.name] : undefined;
  const known = {
    ...(target === undefined ? {} : { target }),
    ...(target?.imageId === undefined ? {} : { imageId: target.imageId }),
  };
  if (target !== undefined) carried.images.set(image.name, known);
  if (!push || (target === undefined && !met.has(image.name))) return;
  const { images } = place.found;
  const digest = met.get(image.name) ?? target?.digest ?? (await images.manifest(content.tag))?.digest;
  if (digest === undefined) throw new DeployFailed(`${image.name}: the builder did not say which digest it pushed.`);
  const bytes = await pushed(images, digest, world);
  const lost = lostPlatforms(bytes, settings.platforms);
  if (lost.length > 0) throw new DeployFailed(`${image.name}: ${digest} was pushed without ${lost.join(', ')}.`);
  carried.images.set(image.name, { ...known, digest, bytes });
  const put = await putTag(images, bytes, content.tag, world);
  if (isPut(put)) {
    carried.images.set(image.name, { ...known, digest, bytes, tags: [content.tag] });
  } else if (put.is === 'taken' && put.by !== undefined && decision.reason !== 'forced') {
    world.report.line(`${image.name}: an image of the same content was pushed meanwhile, and is taken (${put.by})`);
    const theirs = await pushed(images, put.by, world);
    carried.images.set(image.name, { ...known, digest: put.by, bytes: theirs, tags: [content.tag] });
  } else if (put.is === 'taken') {
    // Built anew, beside what the tag goes on standing for. Without any tag it would be the first that a lifecycle policy deletes.
    const own = `${content.tag}.${digest.replace(/^.*:/, '').slice(0, 12)}`;
    const kept = isPut(await putTag(images, bytes, own, world));
    carried.images.set(image.name, { ...known, digest, bytes, tags: kept ? [own] : [] });
    carried.notes.push(`${image.name}: ${put.sentence}`);
    world.report.warn(
      `${image.name}: the tag of its content still stands for the image that was built first. Runs find this one again where they know what is deployed (cluster, deployed-tag); else add an exclusion for ${CONTENT_TAG}* to the immutability of ${images.name}.`,
    );
  } else {
    carried.notes.push(`${image.name}: ${put.sentence} Runs that skip what exists will find the older image.`);
  }
}

/** Of an index; an image alone is what was asked for, or nothing was. */
function lostPlatforms(bytes: ManifestBytes, asked: Plan['settings']['platforms']): readonly string[] {
  const manifest = manifestOf(bytes);
  if (manifest.kind === 'image') return asked.length > 1 ? asked.slice(1).map(formatPlatform) : [];
  return platformDifference(
    asked,
    childrenOf(manifest).images.map(({ platform }) => platform),
  ).missing;
}

function cacheNotes(targets: Readonly<Record<string, BuiltTarget>>): readonly string[] {
  return Object.entries(targets).flatMap(([name, { cacheExportMs, cacheError }]) => {
    if (cacheError !== undefined) {
      return [
        `${name}: the cache could not be written, so that the next build may find an older one or none: ${cacheError}`,
      ];
    }
    return cacheExportMs < SLOW_CACHE_MS
      ? []
      : [
          `${name}: writing the cache took ${seconds(cacheExportMs)}. A cache of mode=min, or cache: none, may be faster.`,
        ];
  });
}
