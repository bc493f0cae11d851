import { createRepository, settingsOf } from '../../image-build/create-repository.js';
import { sizeOf } from '../../image-build/image-facts.js';
import type { LookedUp } from '../../image-build/look-up.js';
import { isPut, pushed, putTag } from '../../image-build/put-tags.js';
import { goOn } from '../../image-copy/world.js';
import type { ManifestBytes } from '../../images/copy-plan.js';
import { shortDigest } from '../../images/digest.js';
import type { GateRule, GateVerdict } from '../../images/scan-gate.js';
import { DeployFailed } from '../../ports/ended-badly.js';
import type { BuiltTarget } from '../../ports/image-builder.js';
import { build } from './build.js';
import type { Plan } from './plan.js';
import { retain } from './retain.js';
import { type Reports, verdictOf } from './scans.js';
import type { BuildPushInputs } from './spec.js';
import { shortTag } from './summary.js';
import type { BuildPushWorld } from './world.js';

/** What is known of an image by now. */
export interface CarriedImage {
  readonly digest?: string;
  readonly bytes?: ManifestBytes;
  readonly imageId?: string;
  readonly tags?: readonly string[];
  readonly sizeBytes?: number;
  readonly target?: BuiltTarget;
}

/** Filled on the way, so that whatever happens is told. */
export interface Carried {
  readonly images: Map<string, CarriedImage>;
  readonly notes: string[];
  verdict: GateVerdict | undefined;
}

export interface Asked {
  readonly inputs: BuildPushInputs;
  readonly rule: GateRule | undefined;
  readonly reports: Reports;
}

/**
 * Repositories, build, the tag of the content, the gate, the other tags, what is kept: in this order, so that a tag stands for
 * nothing that was kept back, and what was built need not be built again.
 *
 * @throws InputError, AccessError, Unanswered, DeployFailed, Interrupted
 */
export async function carryOut(plan: Plan, asked: Asked, carried: Carried, world: BuildPushWorld): Promise<void> {
  const { inputs, rule, reports } = asked;
  const { report } = world;
  for (const { found } of plan.missing) {
    if (!inputs.push) break;
    goOn(world);
    const { arn } = await createRepository(found, settingsOf(inputs));
    report.line(`${found.path} was created: ${arn}`);
  }
  if (plan.images.some(({ decision }) => decision.isBuilt)) await build(plan, inputs, carried, world);
  goOn(world);
  await held(plan.images, inputs, carried, world);
  const images = plan.images.flatMap((one) => {
    const digest = carried.images.get(one.image.name)?.digest;
    return digest === undefined ? [] : [{ one, digest }];
  });
  if (rule !== undefined && images.length > 0) {
    report.line(reports.size > 0 ? 'The reports are judged' : 'The scans are waited for');
    carried.verdict = await verdictOf(images, rule, reports, inputs, world);
    for (const warning of carried.verdict.warnings) report.warn(warning);
    goOn(world);
    report.line(carried.verdict.reason);
    if (!carried.verdict.isPassed) return;
  }
  if (inputs.push) await tag(plan.images, carried, world);
  if (inputs.push && inputs.lifecycle !== 'off') carried.notes.push(...(await retain(plan.images, inputs, world)));
}

/** What was not built is looked at as well, so that its digest, its size and its tags are those of the registry. */
async function held(
  images: readonly LookedUp[],
  { push }: BuildPushInputs,
  carried: Carried,
  world: BuildPushWorld,
): Promise<void> {
  await Promise.all(
    images.map(async ({ image, place, decision, content }) => {
      const { name } = image;
      const known = carried.images.get(name) ?? {};
      const digest = known.digest ?? (decision.isBuilt ? undefined : decision.digest);
      if (digest === undefined) return;
      const { images: repository } = place.found;
      const bytes = known.bytes ?? (await pushed(repository, digest, world));
      const sizeBytes = await sizeOf(repository, bytes);
      const tags = known.tags ?? (decision.reason === 'same-content' ? [content.tag] : []);
      carried.images.set(name, { ...known, digest, bytes, sizeBytes, tags });
      if (!push) return;
      world.report.line(`${name}: ${repository.name}@${digest}`);
    }),
  );
}

/** The tags that were asked for. An image that has them already is left alone. */
async function tag(images: readonly LookedUp[], carried: Carried, world: BuildPushWorld): Promise<void> {
  const problems: string[] = [];
  await Promise.all(
    images.map(async ({ image, place }) => {
      const known = carried.images.get(image.name);
      if (known?.bytes === undefined) return;
      for (const name of image.tags) {
        goOn(world);
        const put = await putTag(place.found.images, known.bytes, name, world);
        if (isPut(put)) {
          const { tags = [], ...rest } = carried.images.get(image.name) ?? {};
          carried.images.set(image.name, { ...rest, tags: [...tags, name] });
          if (put.is === 'put') {
            world.report.line(`${image.name}: ${shortTag(name)} stands for ${shortDigest(known.bytes.digest)} now`);
          }
        } else problems.push(`${image.name}: ${put.sentence}`);
      }
    }),
  );
  if (problems.length > 0) throw new DeployFailed(problems.sort().join('\n'));
}
