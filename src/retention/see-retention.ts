import { again, type CopyWorld } from '../image-copy/world.js';
import type { NeededImage } from '../images/lifecycle-check.js';
import type { RepositoryImage } from '../images/lifecycle-evaluation.js';
import { environmentsIn, neededImages } from '../images/needed-images.js';
import type { EcrRegistryControl, EcrRepository, ImageUse, RunningImage } from '../ports/ecr.js';

/** A repository as it is, and what of it must stay. */
export interface SeenRetention {
  readonly repository: EcrRepository;
  readonly images: readonly RepositoryImage[];
  readonly needed: readonly NeededImage[];
  /** Those that were named, and those that have releases. */
  readonly environments: readonly string[];
  /** What runs and cannot be found: sentences. While there is one, nothing may be given up. */
  readonly unknown: readonly string[];
}

export interface RetentionQuestion {
  readonly ecr: EcrRegistryControl;
  readonly repository: EcrRepository;
  readonly environments: readonly string[];
  /** Of how many different images the releases of each environment are kept. */
  readonly keep: number;
  /** What runs, as `ImageUse` tells it of all clusters that count. */
  readonly running: readonly RunningImage[];
}

/** Lists the images and finds out which are needed. */
export async function seeRetention(question: RetentionQuestion, world: CopyWorld): Promise<SeenRetention> {
  const { ecr, repository, running, keep } = question;
  const images = await again(world, () => ecr.images(repository.name));
  const environments = [...new Set([...question.environments, ...environmentsIn(images)])];
  const { images: needed, unknown } = neededImages({ repository, images, running, environments, keep });
  return { repository, images, needed, environments, unknown };
}

/** What the services of the clusters run; nothing when the only one is called `none`. */
export async function runningIn(
  clusters: readonly string[],
  use: ImageUse,
  world: CopyWorld,
): Promise<readonly RunningImage[]> {
  const named = clusters.filter((cluster) => cluster !== 'none');
  return named.length === 0 ? [] : again(world, () => use.running(named));
}
