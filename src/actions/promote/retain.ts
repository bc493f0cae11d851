import { eachOf } from '../../image-copy/world.js';
import { AccessError } from '../../ports/access-error.js';
import type { RunningImage } from '../../ports/ecr.js';
import type { FoundRepository } from '../../ports/image-registries.js';
import { messageOf } from '../../ports/message-of.js';
import { runningIn, seeRetention } from '../../retention/see-retention.js';
import { settleRetention } from '../../retention/settle-retention.js';
import { trimReleases } from '../../retention/trim-releases.js';
import { counted } from '../../spec/counted.js';
import type { Inspected } from './inspect.js';
import type { PromoteInputs } from './spec.js';
import type { PromoteWorld } from './world.js';

/** ECR takes seconds for each preview. */
const REPOSITORIES_AT_ONCE = 4;

/**
 * What becomes of the lifecycle policies of the targets, and of the tags of old releases: lines. It comes after the promotion, and
 * nothing that goes wrong here takes anything of that back.
 */
export async function retain(
  good: readonly Inspected[],
  inputs: PromoteInputs,
  world: PromoteWorld,
): Promise<readonly string[]> {
  if (inputs.lifecycle === 'off') return [];
  const targets = good.map(({ to }) => to).filter(({ ecr }) => ecr !== undefined);
  if (targets.length === 0) return [];
  const running = await runningIn(inputs.clusters, world.use, world).catch((error: unknown) => error);
  const notes = await eachOf(targets, REPOSITORIES_AT_ONCE, async (to): Promise<readonly string[]> => {
    try {
      if (!Array.isArray(running)) throw running;
      return await ofRepository(to, running, inputs, world);
    } catch (error) {
      const isAccess = error instanceof AccessError ? ' The rights are in docs/iam/promote.md.' : '';
      const text = `${to.images.name}: what the lifecycle policy does could not be looked at: ${messageOf(error)}.${isAccess}`;
      world.report.warn(text);
      return [text];
    }
  });
  return notes.flat();
}

async function ofRepository(
  { ecr, path, images }: FoundRepository,
  running: readonly RunningImage[],
  inputs: PromoteInputs,
  world: PromoteWorld,
): Promise<readonly string[]> {
  const { lifecycle, keep, environment, dryRun: isDryRun } = inputs;
  const repository = await ecr?.repository(path);
  if (ecr === undefined || repository === undefined || lifecycle === 'off') return [];
  const environments = [...(environment === undefined ? [] : [environment]), ...inputs.environments];
  const seen = await seeRetention({ ecr, repository, environments, keep, running }, world);
  const retention = {
    protectedTags: inputs.protectedTags,
    untaggedDays: inputs.untaggedDays,
    keep: inputs.keepOthers,
  };
  const settled = await settleRetention({ ecr, mode: lifecycle, retention, isDryRun }, seen, world);
  const { is, sentences, diff, isEndangered } = settled;
  const heads: Readonly<Record<typeof is, string>> = {
    put: 'the lifecycle policy was put',
    there: 'the lifecycle policy is as it should be',
    kept: 'the lifecycle policy was left',
    refused: 'the lifecycle policy was not put',
    planned: 'the lifecycle policy would be put',
    checked: isEndangered ? 'the lifecycle policy can delete what is needed' : 'the lifecycle policy was looked at',
  };
  const lines = [`${images.name}: ${heads[is]}${sentences.length === 0 ? '' : `: ${sentences.join(' ')}`}`];
  if (is === 'refused' || is === 'kept' || isEndangered) world.report.warn(lines.join('\n'));
  lines.push(...diff.map((line) => `${images.name}: ${line}`));
  // Under a policy of somebody else a tag of ours may be all that keeps an image.
  if (is === 'put' || is === 'there' || is === 'planned') {
    const trimmed = await trimReleases(ecr, seen, keep, isDryRun, world);
    if (trimmed.tags.length > 0) {
      const verb = isDryRun ? 'would be taken off' : 'taken off';
      lines.push(
        `${images.name}: ${counted(trimmed.tags.length, 'tag')} of old releases and of signatures without an image ${verb}: ${trimmed.tags.join(', ')}`,
      );
    }
    lines.push(...trimmed.sentences);
  }
  for (const line of lines) world.report.line(line);
  return lines;
}
