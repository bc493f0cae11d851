import type { BuildReason } from '../../images/build-decision.js';
import type { GateVerdict, Judged } from '../../images/scan-gate.js';
import type { Outputs } from '../../spec/action-spec.js';
import type { spec } from './spec.js';

export type BuildOutcome =
  | 'built'
  | 'unchanged'
  | 'planned'
  | 'failed'
  | 'held-back'
  | 'refused'
  | 'access-lost'
  | 'interrupted';

/** What became of one image. */
export interface ImageResult {
  readonly name: string;
  /** `host/path`, or as it was asked for when that is not known. */
  readonly repository: string;
  readonly digest?: string;
  /** Identifier in the engine, when it was loaded. */
  readonly imageId?: string;
  /** Those that it has now, of the ones that were asked for, with that of its content. */
  readonly tags: readonly string[];
  readonly isBuilt: boolean;
  readonly reason: BuildReason | '';
  /** Why it is built or not, as a sentence. */
  readonly sentence: string;
  readonly sizeBytes?: number;
  readonly tookMs?: number;
  readonly steps?: number;
  readonly cachedSteps?: number;
}

export interface BuildPushResult {
  readonly outcome: BuildOutcome;
  /** A sentence. */
  readonly reason: string;
  readonly images: readonly ImageResult[];
  readonly isOneImage: boolean;
  readonly verdict?: GateVerdict;
  /** What else people should know: sentences. */
  readonly notes: readonly string[];
  readonly tookMs: number;
  readonly error?: unknown;
}

export const isGood = (outcome: BuildOutcome): boolean => ['built', 'unchanged', 'planned'].includes(outcome);

/** As in the deployments. */
export const exitCodes: Readonly<Record<BuildOutcome, number>> = {
  built: 0,
  unchanged: 0,
  planned: 0,
  failed: 1,
  'held-back': 2,
  'access-lost': 6,
  refused: 7,
  interrupted: 8,
};

/** Outputs that hold a list stop here: the runner takes 1 MB of all of them. */
const MOST_FINDINGS = 200;

/** Every output, on every way out. Images are handed to a deployment only when all of them are good. */
export function outputsOf(
  result: Pick<BuildPushResult, 'outcome' | 'reason'> & Partial<BuildPushResult>,
): Outputs<typeof spec> {
  const { outcome, reason, images = [], isOneImage = false, verdict } = result;
  const ready =
    outcome === 'built' || outcome === 'unchanged' ? images.filter(({ digest }) => digest !== undefined) : [];
  const [only] = isOneImage ? ready : [];
  return {
    outcome,
    reason,
    images: JSON.stringify(Object.fromEntries(images.map((image) => [image.name, imageOutput(image)]))),
    'service-images': JSON.stringify(Object.fromEntries(ready.map((image) => [image.name, imageName(image)]))),
    image: only === undefined ? '' : imageName(only),
    digest: only?.digest ?? '',
    built: JSON.stringify(
      images
        .filter(({ isBuilt, digest, imageId }) => isBuilt && (digest ?? imageId) !== undefined)
        .map(({ name }) => name),
    ),
    findings: JSON.stringify((verdict?.findings ?? []).filter(keepsBack).slice(0, MOST_FINDINGS).map(findingOutput)),
  };
}

export const imageName = ({ repository, digest }: Pick<ImageResult, 'repository' | 'digest'>): string =>
  `${repository}@${digest}`;

export const keepsBack = ({ standing }: Judged): boolean => standing === 'counts' || standing === 'expired';

function imageOutput(image: ImageResult): Readonly<Record<string, unknown>> {
  const { repository, digest, tags, isBuilt, reason, sizeBytes, tookMs } = image;
  return {
    ...(digest === undefined ? {} : { image: imageName(image) }),
    repository,
    ...(digest === undefined ? {} : { digest }),
    tags,
    built: isBuilt,
    reason,
    ...(sizeBytes === undefined ? {} : { sizeBytes }),
    ...(tookMs === undefined ? {} : { tookMs }),
  };
}

const findingOutput = ({ finding, images }: Judged): Readonly<Record<string, unknown>> => {
  const { id, severity, package: name, version, fixedIn, url } = finding;
  return { id, severity, package: name, version, fixedIn, images, url };
};
