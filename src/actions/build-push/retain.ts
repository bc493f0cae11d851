import type { LookedUp } from '../../image-build/look-up.js';
import { messageOf } from '../../ports/message-of.js';
import { runningIn, seeRetention } from '../../retention/see-retention.js';
import { settleRetention } from '../../retention/settle-retention.js';
import type { BuildPushInputs } from './spec.js';
import type { BuildPushWorld } from './world.js';

/**
 * The lifecycle policies of the repositories. The images are pushed: what goes wrong here is told and fails nothing.
 *
 * @returns what there is to say, each a sentence
 */
export async function retain(
  images: readonly LookedUp[],
  inputs: BuildPushInputs,
  world: BuildPushWorld,
): Promise<readonly string[]> {
  const { lifecycle } = inputs;
  if (lifecycle === 'off') return [];
  const clusters = clustersOf(images, inputs);
  if (clusters.length === 0 && lifecycle !== 'check') {
    return [
      'No lifecycle policy was put: no cluster is known whose services may run these images. Name them in clusters, or say none.',
    ];
  }
  try {
    const running = await runningIn(clusters, world.use, world);
    const notes: string[] = [];
    for (const { found } of repositoriesOf(images)) {
      const { ecr, path } = found;
      const repository = ecr === undefined ? undefined : await ecr.repository(path);
      if (ecr === undefined || repository === undefined) continue;
      const { environments, keep, protectedTags, untaggedDays, keepOthers } = inputs;
      const seen = await seeRetention({ ecr, repository, environments, keep, running }, world);
      const retention = { protectedTags, untaggedDays, keep: keepOthers };
      const settled = await settleRetention({ ecr, mode: lifecycle, retention, isDryRun: false }, seen, world);
      for (const line of settled.diff) world.report.line(`${path}: ${line}`);
      if (settled.is === 'put') notes.push(`The lifecycle policy of ${path} was put.`);
      if (settled.is === 'refused') notes.push(`The lifecycle policy of ${path} was not put.`);
      notes.push(...settled.sentences);
      for (const said of settled.is === 'refused' || settled.isEndangered ? settled.sentences : [])
        world.report.warn(said);
    }
    return notes;
  } catch (error) {
    const told = `The lifecycle policies could not be seen to: ${messageOf(error)}`;
    world.report.warn(told);
    return [told];
  }
}

function clustersOf(images: readonly LookedUp[], { clusters, cluster }: BuildPushInputs): readonly string[] {
  if (clusters.length > 0) return clusters;
  return [...new Set(images.flatMap(({ image }) => image.entry.cluster ?? cluster ?? []))];
}

/** Services may share one. */
const repositoriesOf = (images: readonly LookedUp[]) => [
  ...new Map(images.map(({ place }) => [place.found.images.name, place])).values(),
];
