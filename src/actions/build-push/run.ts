import { gateRule } from '../../image-build/gate-rule.js';
import { patientRegistries, patientUse } from '../../image-build/patient.js';
import { describeBuilds } from '../../images/build-decision.js';
import { AccessError } from '../../ports/access-error.js';
import { DeployFailed, Interrupted } from '../../ports/ended-badly.js';
import { messageOf } from '../../ports/message-of.js';
import type { ServicesFile } from '../../services-file/services-file.js';
import { InputError } from '../../spec/input-error.js';
import { type Carried, carryOut } from './carry-out.js';
import { imagesOf } from './images-of.js';
import { argumentWarnings, contextWarnings, type Plan, planLines, planOf } from './plan.js';
import type { BuildOutcome, BuildPushResult, ImageResult } from './result.js';
import { readReports } from './scans.js';
import type { BuildPushInputs } from './spec.js';
import type { BuildPushWorld } from './world.js';

/**
 * Looks at everything, prints what is to be done, and does it. What goes wrong from then on is in the result, with what is known
 * of every image.
 *
 * @param file the services file; undefined for one image
 * @throws InputError, AccessError, Unanswered and Interrupted as long as nothing was touched
 */
export async function run(
  inputs: BuildPushInputs,
  file: ServicesFile | undefined,
  outside: BuildPushWorld,
): Promise<BuildPushResult> {
  const startedAt = outside.clock.now();
  const world: BuildPushWorld = {
    ...outside,
    registries: patientRegistries(outside.registries, outside),
    use: patientUse(outside.use, outside),
  };
  const { report } = world;
  const wanted = imagesOf(inputs, file);
  const rule = await gateRule(inputs, world);
  const reports = await readReports(inputs, wanted.images, world);
  const plan = await planOf(inputs, wanted, world);
  for (const warning of [...argumentWarnings(wanted), ...contextWarnings(plan)]) report.warn(warning);
  for (const line of planLines(plan, inputs, wanted.file)) report.line(line);
  report.line('');
  const carried: Carried = { images: new Map(), notes: [], verdict: undefined };
  const ended = (outcome: BuildOutcome, reason: string, error?: unknown): BuildPushResult => ({
    outcome,
    reason,
    images: resultsOf(plan, carried),
    isOneImage: file === undefined,
    ...(carried.verdict === undefined ? {} : { verdict: carried.verdict }),
    notes: carried.notes,
    tookMs: world.clock.now() - startedAt,
    ...(error === undefined ? {} : { error }),
  });
  const decisions = plan.images.map(({ decision }) => decision);
  if (inputs.dryRun)
    return ended('planned', `${describeBuilds(decisions).replace(/\.$/, '')} when this is no dry run.`);
  try {
    await carryOut(plan, { inputs, rule, reports }, carried, world);
  } catch (thrown) {
    const error = withReason(thrown, world.cancellation.reason);
    return ended(outcomeOf(error), sentence(error), error);
  }
  const { verdict } = carried;
  if (verdict?.isPassed === false) {
    return ended('held-back', verdict.reason, new DeployFailed(heldBack(verdict.reason, inputs)));
  }
  return ended(decisions.some(({ isBuilt }) => isBuilt) ? 'built' : 'unchanged', describeBuilds(decisions));
}

function outcomeOf(error: unknown): BuildOutcome {
  if (error instanceof AccessError) return 'access-lost';
  if (error instanceof InputError) return 'refused';
  return error instanceof Interrupted ? 'interrupted' : 'failed';
}

/** What was under way says that it was ended; why is known here. */
function withReason(error: unknown, reason: string | undefined): unknown {
  const isTold = reason === undefined || messageOf(error).includes(reason);
  return error instanceof Interrupted && !isTold
    ? new Interrupted(`${reason}; what came last: ${messageOf(error)}`, { cause: error })
    : error;
}

const sentence = (error: unknown): string => {
  const [first = ''] = messageOf(error).split('\n');
  return /[.!?]$/.test(first) ? first : `${first}.`;
};

const heldBack = (reason: string, { tags }: BuildPushInputs): string =>
  `${reason}\nThe images are in their repositories under their digests${tags.length === 0 ? '' : ', and none of the tags was put'}: no digest is handed on. The findings are in the summary and in the output findings.`;

function resultsOf({ images }: Plan, carried: Carried): readonly ImageResult[] {
  return images.map(({ image, place, decision }) => {
    const { digest, imageId, tags = [], sizeBytes, target } = carried.images.get(image.name) ?? {};
    const known = digest ?? decision.digest;
    return {
      name: image.name,
      repository: place.found.images.name,
      ...(known === undefined ? {} : { digest: known }),
      ...(imageId === undefined ? {} : { imageId }),
      tags,
      isBuilt: decision.isBuilt,
      reason: decision.reason,
      sentence: decision.sentence,
      ...(sizeBytes === undefined ? {} : { sizeBytes }),
      ...(target === undefined ? {} : { tookMs: target.tookMs, steps: target.steps, cachedSteps: target.cachedSteps }),
    };
  });
}
