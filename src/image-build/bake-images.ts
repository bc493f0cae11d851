import type { BakeImage } from '../images/bake.js';
import type { TaggedImage } from './content.js';
import { LABELS } from './image-facts.js';
import type { BuildSettings } from './image-to-build.js';

/** What is said of each image beside what it is made from. */
export interface BakeSettings extends BuildSettings {
  /** Secret → the environment variable that the child finds it in. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly ssh: readonly string[];
  readonly push: 'digest' | 'tags' | undefined;
  readonly isLoaded: boolean;
  readonly isPulled: boolean;
  readonly isCacheIgnored: boolean;
  /** The commit that is checked out, when there is one. */
  readonly revision: string | undefined;
  /** Address of the repository of the sources. */
  readonly source: string | undefined;
  /** In ISO 8601. */
  readonly created: string;
}

export interface Written {
  /** Names for the engine or, where tags are pushed, for the registry. By digest it is the repository. */
  readonly tags: readonly string[];
  /** Names for the engine, when those are others. */
  readonly loadedAs: readonly string[];
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
}

/**
 * Revision and date are labels of the image and no part of its content: an image of the same content, built from another
 * commit, is taken as it is.
 */
export function bakeImage({ image, recipe }: TaggedImage, settings: BakeSettings, written: Written): BakeImage {
  const { labels, platforms, provenance, sbom, secrets, ssh, push, isLoaded, isPulled, isCacheIgnored } = settings;
  return {
    name: image.name,
    context: image.context,
    dockerfile: image.dockerfile,
    ...(image.target === undefined ? {} : { target: image.target }),
    args: image.args,
    labels: {
      ...labels,
      ...(settings.revision === undefined ? {} : { [LABELS.revision]: settings.revision }),
      ...(settings.source === undefined ? {} : { [LABELS.source]: settings.source }),
      [LABELS.created]: settings.created,
      [LABELS.recipe]: recipe,
    },
    contexts: image.contexts,
    tags: written.tags,
    platforms,
    cacheFrom: written.cacheFrom,
    cacheTo: written.cacheTo,
    secrets,
    ssh,
    provenance: provenance === 'off' ? false : provenance,
    sbom,
    push,
    isLoaded,
    ...(isLoaded && push === 'digest' ? { loadedAs: written.loadedAs } : {}),
    isPulled,
    isCacheIgnored,
  };
}
