import { gateRule } from '../../image-build/gate-rule.js';
import { type Copied, copyImage, megabytes } from '../../image-copy/copy-image.js';
import { eachOf, goOn } from '../../image-copy/world.js';
import { shortDigest } from '../../images/digest.js';
import { formatImageSource } from '../../images/image-source.js';
import { Interrupted } from '../../ports/ended-badly.js';
import { messageOf } from '../../ports/message-of.js';
import { counted } from '../../spec/counted.js';
import { type Inspected, inspect, type Refused } from './inspect.js';
import { moveTags, Superseded } from './move-tags.js';
import { recordPromotion } from './record.js';
import { type ImageResult, type PromoteResult, promoteOutputs, tally } from './result.js';
import { retain } from './retain.js';
import { type Wanted, wantedImages } from './sources.js';
import type { PromoteInputs } from './spec.js';
import type { PromoteWorld } from './world.js';

/** So many images are looked at side by side: some wait for their scans. */
const LOOKED_AT_ONCE = 8;

/**
 * All images are looked at before any is touched, all contents are there before any tag moves. What goes wrong in the middle leaves what
 * was promoted by then, and the next run goes on from it.
 *
 * @throws InputError, AccessError and Unanswered as long as nothing was touched
 */
export async function promote(inputs: PromoteInputs, world: PromoteWorld): Promise<PromoteResult> {
  const wanted = await wantedImages(inputs, (path) => world.readFile('services-file', path));
  const rule = await gateRule(inputs, world);
  let looked: readonly (Inspected | Refused)[];
  try {
    looked = await eachOf(wanted, LOOKED_AT_ONCE, (one) => inspect(one, inputs, rule, world));
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    return ended('interrupted', `${sentence(error)} Nothing was touched.`, wanted.map(untouched));
  }
  const refused = looked.filter((one): one is Refused => 'refused' in one);
  if (refused.length > 0) return refusal(looked, refused);
  const good = looked as Inspected[];
  for (const one of good) for (const line of planLines(one, inputs)) world.report.line(line);
  for (const note of good.flatMap(({ notes }) => notes)) world.report.line(note);
  if (inputs.dryRun) {
    const notes = await retain(good, inputs, world);
    const images = good.map((one) => resultOf(one, { outcome: 'planned', reason: 'A dry run.' }));
    return { ...ended('planned', `Nothing was touched: ${tally(images)}.`, images), notes };
  }
  return carriedOut(good, inputs, world);
}

async function carriedOut(
  good: readonly Inspected[],
  inputs: PromoteInputs,
  world: PromoteWorld,
): Promise<PromoteResult> {
  const results: ImageResult[] = [];
  const failed = (error: unknown, at: number, own: Partial<ImageResult>, isContentOnly: boolean): PromoteResult => {
    const outcome =
      error instanceof Superseded ? 'superseded' : error instanceof Interrupted ? 'interrupted' : 'failed';
    const one = good[at] as Inspected;
    const images = [
      ...results,
      resultOf(one, { outcome, reason: sentence(error), ...own }),
      ...good.slice(at + 1).map((rest) => resultOf(rest, { outcome: 'untouched', reason: 'Its turn did not come.' })),
    ];
    const put = own.tags ?? [];
    const byThen = put.length === 0 ? '' : `${put.join(', ')} ${put.length === 1 ? 'was' : 'were'} put by then. `;
    const now = isContentOnly ? 'No tag was moved.' : `${byThen}${tally(images)}.`;
    return {
      ...ended(outcome, `${one.wanted.name}: ${sentence(error)} ${now} The next run goes on from here.`, images),
      error,
    };
  };
  const copies: Copied[] = [];
  for (const [at, one] of good.entries()) {
    try {
      const { image, from, to } = one;
      copies.push(await copyImage(image, from.images, to.images, world));
    } catch (error) {
      return failed(error, at, { tags: [] }, true);
    }
  }
  const notes: string[] = copies.flatMap(({ left }) => left);
  for (const [at, one] of good.entries()) {
    const startedAt = world.clock.now();
    const put: string[] = [];
    const copiedBytes = copies[at]?.blobs.bytes ?? 0;
    try {
      goOn(world);
      await moveTags(one, inputs, put, world);
      const isNews = put.length > 0 || (copies[at]?.manifests.put ?? 0) > 0;
      if (put.length > 0) notes.push(...(await recorded(one, inputs, put, world)));
      const own = isNews
        ? ({ outcome: 'promoted', reason: told(one, put, copies[at]) } as const)
        : ({ outcome: 'unchanged', reason: 'Everything was so already.' } as const);
      const tookMs = world.clock.now() - startedAt;
      const result = resultOf(one, {
        ...own,
        tags: allTags(one, inputs, put),
        previous: one.tags.before ?? '',
        copiedBytes,
        tookMs,
      });
      results.push(result);
      world.report.line(`${one.wanted.name}: ${result.outcome}: ${result.reason}`);
    } catch (error) {
      return failed(error, at, { tags: put, copiedBytes }, false);
    }
  }
  const outcome = results.some((one) => one.outcome === 'promoted') ? 'promoted' : 'unchanged';
  const where = inputs.environment === undefined ? '' : ` in ${inputs.environment}`;
  const result = ended(outcome, `${tally(results)}${where}.`, results);
  // It stands, whatever becomes of the rest, and of this process in it.
  world.report.outputs(promoteOutputs(result));
  return { ...result, notes: [...notes, ...(await unlessStopped(() => retain(good, inputs, world), world))] };
}

/** What comes after the promotion is not waited for when the run is asked to stop: ECR may take minutes. */
function unlessStopped(
  deed: () => Promise<readonly string[]>,
  { cancellation }: PromoteWorld,
): Promise<readonly string[]> {
  const left = () => [`What becomes of the lifecycle policy was not waited for: ${cancellation.reason}`];
  if (cancellation.reason !== undefined) return Promise.resolve(left());
  return new Promise((resolve, reject) => {
    const takeBack = cancellation.onRequest(() => resolve(left()));
    deed().then(resolve, reject).finally(takeBack);
  });
}

/** That it could not be recorded is told and undoes nothing. */
async function recorded(
  one: Inspected,
  { environment = '' }: PromoteInputs,
  put: readonly string[],
  world: PromoteWorld,
): Promise<readonly string[]> {
  const { from, to, digest, tags } = one;
  try {
    await recordPromotion(
      one,
      {
        environment,
        tags: put,
        from: `${from.images.name}@${digest}`,
        previous: tags.isMoved && tags.previous !== undefined ? `${to.images.name}@${tags.previous}` : '',
        by: world.run.by,
        run: world.run.url,
        at: new Date(world.clock.now()).toISOString(),
      },
      world,
    );
    return [];
  } catch (error) {
    return [`${to.images.name}: the promotion could not be recorded beside the image: ${messageOf(error)}`];
  }
}

function told({ to, digest, tags }: Inspected, put: readonly string[], copied: Copied | undefined): string {
  const content =
    copied === undefined || copied.manifests.put === 0
      ? ''
      : ` (${counted(copied.manifests.put, 'manifest')} and ${counted(copied.blobs.copied, 'blob')} copied, ${megabytes(copied.blobs.bytes)})`;
  const before = tags.isMoved && tags.previous !== undefined ? `, before ${shortDigest(tags.previous)}` : '';
  return `${to.images.name}@${shortDigest(digest)} is ${put.join(', ') || 'there'}${before}${content}.`;
}

/** The tags that it has by what was asked for, also those that it had before. */
const allTags = ({ tags }: Inspected, inputs: PromoteInputs, put: readonly string[]): readonly string[] => {
  const had = [
    ...inputs.tags.filter((tag) => tags.more.every((one) => one.tag !== tag)),
    ...(inputs.environment === undefined || tags.isMoved ? [] : [inputs.environment]),
  ];
  return [...new Set([...put, ...had])];
};

function planLines({ wanted, from, to, digest, tags, image }: Inspected, { environment }: PromoteInputs): string[] {
  const { name, source } = wanted;
  const isSame = from.images.name === to.images.name;
  const content = isSame
    ? 'in the same repository'
    : tags.isThere
      ? 'which has it already'
      : `with ${counted(image.plan.steps.length, 'manifest')}`;
  const puts = [
    ...(tags.isReleased ? [`${environment}-<time>`] : []),
    ...tags.more.map(({ tag }) => tag),
    ...(tags.isMoved
      ? [`${environment} (now ${tags.previous === undefined ? 'nothing' : shortDigest(tags.previous)})`]
      : []),
  ];
  return [
    `${name}: ${formatImageSource(source)} is ${digest}`,
    `${name}: to ${to.images.name}, ${content}; ${puts.length === 0 ? 'all tags are there' : `tags: ${puts.join(', ')}`}`,
  ];
}

function refusal(looked: readonly (Inspected | Refused)[], refused: readonly Refused[]): PromoteResult {
  const images = looked.map((one) =>
    'refused' in one
      ? {
          ...untouched(one.wanted),
          outcome: 'refused' as const,
          reason: one.refused.join(' '),
          ...(one.verdict === undefined ? {} : { verdict: one.verdict }),
        }
      : { ...untouched(one.wanted), digest: one.digest, repository: one.to.images.name },
  );
  const reasons = refused.map(({ wanted, refused: why }) => `${wanted.name}: ${why.join(' ')}`);
  return ended('refused', `Nothing was touched. ${reasons.join('\n')}`, images);
}

const untouched = ({ name, source }: Wanted): ImageResult => ({
  name,
  source: formatImageSource(source),
  repository: '',
  digest: '',
  tags: [],
  previous: '',
  outcome: 'untouched',
  reason: '',
  copiedBytes: 0,
  tookMs: 0,
});

function resultOf(one: Inspected, own: Partial<ImageResult>): ImageResult {
  const { wanted, to, digest, verdict } = one;
  return {
    ...untouched(wanted),
    repository: to.images.name,
    digest,
    ...(verdict === undefined ? {} : { verdict }),
    ...own,
  };
}

const ended = (outcome: PromoteResult['outcome'], reason: string, images: readonly ImageResult[]): PromoteResult => ({
  outcome,
  reason,
  images,
  notes: [],
});

const sentence = (error: unknown): string => `${messageOf(error).replace(/\.$/, '')}.`;
