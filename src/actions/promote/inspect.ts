import { type ReadImage, readImage } from '../../image-copy/read-image.js';
import { again, type CopyWorld, goOn } from '../../image-copy/world.js';
import { shortDigest } from '../../images/digest.js';
import { formatImageSource } from '../../images/image-source.js';
import type { GateRule, GateVerdict } from '../../images/scan-gate.js';
import { DeployFailed } from '../../ports/ended-badly.js';
import type { FoundRepository } from '../../ports/image-registries.js';
import { RepositoryMissing } from '../../ports/image-repository.js';
import { InputError } from '../../spec/input-error.js';
import { scanVerdict, signatureFault } from './gates.js';
import { type PlannedTags, plannedTags } from './planned-tags.js';
import type { Wanted } from './sources.js';
import type { PromoteInputs } from './spec.js';
import type { PromoteWorld } from './world.js';

/** An image that was looked at: it may be promoted, and this is what would be done. */
export interface Inspected {
  readonly wanted: Wanted;
  readonly from: FoundRepository;
  readonly to: FoundRepository;
  readonly digest: string;
  readonly image: ReadImage;
  readonly tags: PlannedTags;
  readonly verdict: GateVerdict | undefined;
  /** What there is to say of it, each a sentence. */
  readonly notes: readonly string[];
}

/** It may not be promoted: sentences, each a reason. */
export interface Refused {
  readonly wanted: Wanted;
  readonly refused: readonly string[];
  readonly verdict?: GateVerdict;
}

/**
 * Looks at one image and where it is to go. Nothing is changed.
 *
 * @throws AccessError, Interrupted, InputError
 */
export async function inspect(
  wanted: Wanted,
  inputs: PromoteInputs,
  rule: GateRule | undefined,
  world: PromoteWorld,
): Promise<Inspected | Refused> {
  try {
    return await looked(wanted, inputs, rule, world);
  } catch (error) {
    if (error instanceof RepositoryMissing) return { wanted, refused: [missing(error.repository)] };
    if (error instanceof DeployFailed) return { wanted, refused: [error.message] };
    throw error;
  }
}

const missing = (repository: string): string =>
  `There is no repository ${repository}, or these credentials may not know of it. Look at its name, account and Region; else create it first: build-push does with create-repository.`;

async function looked(
  wanted: Wanted,
  inputs: PromoteInputs,
  rule: GateRule | undefined,
  world: PromoteWorld,
): Promise<Inspected | Refused> {
  const [from, to] = await Promise.all([
    again(world, () => world.source.repository(wanted.source.repository)),
    again(world, () => world.target.repository(wanted.target)),
  ]);
  refuseWithoutEcr(from, to, inputs);
  const digest = await resolved(wanted, from, world);
  const isSameRepository = from.images.name === to.images.name;
  const withSpeakers = inputs.requireSignature || (inputs.referrers === 'copy' && !isSameRepository);
  const image = await readImage(from.images, digest, withSpeakers, world);
  const [verdict, unsigned] = await Promise.all([
    scanVerdict(from, digest, wanted.name, rule, inputs.scanTimeout, world),
    inputs.requireSignature ? signatureFault(from, image, inputs.scanTimeout, world) : undefined,
  ]);
  // A scan that was not waited for to its end says nothing of the image.
  goOn(world);
  const tags = await plannedTags(to, digest, inputs, world);
  const refused = [
    ...(unsigned === undefined ? [] : [`${unsigned}.`]),
    ...(verdict === undefined || verdict.isPassed
      ? []
      : [`${from.images.name}@${shortDigest(digest)}: ${verdict.reason}`]),
    ...tags.refused,
  ];
  if (refused.length > 0) return { wanted, refused, ...(verdict === undefined ? {} : { verdict }) };
  const carried = inputs.referrers === 'copy' ? image : withoutSpeakers(image);
  return {
    wanted,
    from,
    to,
    digest,
    image: carried,
    tags,
    verdict,
    notes: [...carried.left, ...(verdict?.warnings ?? []), ...tags.notes],
  };
}

/** What was read only to see whether it is signed. */
function withoutSpeakers(image: ReadImage): ReadImage {
  const { steps, root } = image.plan;
  const own = steps.slice(0, steps.findIndex(({ manifest }) => manifest.digest === root) + 1);
  return { ...image, plan: { root, steps: own }, companions: [], left: [] };
}

/** What only ECR has is not asked of others: nothing would be looked at without a word. */
function refuseWithoutEcr(from: FoundRepository, to: FoundRepository, { failOn, lifecycle }: PromoteInputs): void {
  const problems = [
    ...(failOn !== 'off' && from.ecr === undefined
      ? [
          {
            input: 'fail-on',
            value: failOn,
            wrong: `is for images in private repositories of ECR, and ${from.images.name} is none`,
          },
        ]
      : []),
    ...((lifecycle === 'put' || lifecycle === 'replace') && to.ecr === undefined
      ? [
          {
            input: 'lifecycle',
            value: lifecycle,
            wrong: `is for private repositories of ECR, and ${to.images.name} is none`,
          },
        ]
      : []),
  ];
  if (problems.length > 0) throw new InputError(problems);
}

/** The digest that is promoted. A tag is looked up here and never again. */
async function resolved({ source }: Wanted, from: FoundRepository, world: CopyWorld): Promise<string> {
  const reference = source.digest ?? source.tag ?? '';
  const found = await again(world, () => from.images.manifest(reference));
  if (found !== undefined) return found.digest;
  const { ecr } = from;
  const detail = ecr === undefined ? undefined : await again(world, () => ecr.image(from.path, reference));
  if (detail !== undefined && detail.status !== 'ACTIVE') {
    const state = detail.status === 'ACTIVATING' ? 'is being restored from the archive' : 'is archived';
    throw new DeployFailed(
      `${from.images.name}@${detail.digest} ${state}: it cannot be pulled before it is restored (aws ecr update-image-storage-class --repository-name ${from.path} --image-id imageDigest=${detail.digest} --target-storage-class STANDARD).`,
    );
  }
  throw new DeployFailed(`There is no image ${formatImageSource({ ...source, repository: from.images.name })}.`);
}
