import { shortDigest } from '../../images/digest.js';
import type { GateVerdict } from '../../images/scan-gate.js';
import { scanTable } from '../../images/scan-table.js';
import { AccessError } from '../../ports/access-error.js';
import { DeployFailed, Interrupted } from '../../ports/ended-badly.js';
import type { Outputs } from '../../spec/action-spec.js';
import { counted } from '../../spec/counted.js';
import { InputError } from '../../spec/input-error.js';
import type { spec } from './spec.js';

export type PromoteOutcome = 'promoted' | 'unchanged' | 'planned' | 'refused' | 'superseded' | 'interrupted' | 'failed';

/** One image, and what became of it. */
export interface ImageResult {
  readonly name: string;
  /** As it was asked for. */
  readonly source: string;
  /** Repository that it went to, `host/path`; empty when that was not found out. */
  readonly repository: string;
  /** Empty when it was not found out. */
  readonly digest: string;
  /** All that it has by this promotion, put now or before. */
  readonly tags: readonly string[];
  /** Digest that the tag of the environment stood for before, or of the release before; empty when there is none. */
  readonly previous: string;
  readonly outcome: PromoteOutcome | 'untouched';
  /** Sentences. */
  readonly reason: string;
  /** Bytes of blobs that were copied. */
  readonly copiedBytes: number;
  readonly tookMs: number;
  readonly verdict?: GateVerdict;
}

export interface PromoteResult {
  readonly outcome: PromoteOutcome;
  readonly reason: string;
  readonly images: readonly ImageResult[];
  /** What became of the lifecycle policies, and other things to know: lines. */
  readonly notes: readonly string[];
  /** What the step fails with, when it is more than the reason. */
  readonly error?: unknown;
}

const byDigest = (repository: string, digest: string): string => (digest === '' ? '' : `${repository}@${digest}`);

/** Every output, on every way out. */
export function promoteOutputs({ outcome, reason, images }: Omit<PromoteResult, 'notes'>): Outputs<typeof spec> {
  const [only, ...more] = images;
  const one = more.length === 0 ? only : undefined;
  // Only what stands in the target is handed on: a deployment must not take what was not promoted.
  const there = images.filter(({ outcome: its }) => its === 'promoted' || its === 'unchanged');
  const isThere = one !== undefined && there.includes(one);
  return {
    outcome,
    reason,
    images: JSON.stringify(Object.fromEntries(images.map((image) => [image.name, shown(image)]))),
    'service-images': JSON.stringify(
      Object.fromEntries(there.map(({ name, repository, digest }) => [name, byDigest(repository, digest)])),
    ),
    image: isThere ? byDigest(one.repository, one.digest) : '',
    digest: isThere ? one.digest : '',
    previous: one === undefined ? '' : byDigest(one.repository, one.previous),
  };
}

function shown({ repository, digest, tags, previous, outcome, reason, copiedBytes, tookMs }: ImageResult) {
  const image = byDigest(repository, digest);
  return {
    image,
    repository,
    digest,
    tags,
    previous: byDigest(repository, previous),
    outcome,
    reason,
    copiedBytes,
    tookMs,
  };
}

const heads: Readonly<Record<PromoteOutcome, string>> = {
  promoted: '✅ Promoted',
  unchanged: '⚪ Unchanged',
  planned: '📝 Planned, nothing was touched',
  refused: '🚫 Refused, nothing was touched',
  superseded: '⏭️ Superseded',
  interrupted: '⏹️ Interrupted',
  failed: '❌ Failed',
};

/** What the step fails with; undefined when it succeeds. */
export function failureOf({ outcome, reason, error }: PromoteResult): unknown {
  if (outcome === 'promoted' || outcome === 'unchanged' || outcome === 'planned') return undefined;
  if (error instanceof InputError) return error;
  if (error instanceof AccessError) return new AccessError(reason, error.detail, { cause: error });
  const isOperators = outcome === 'superseded' || outcome === 'interrupted';
  return isOperators ? new Interrupted(reason, { cause: error }) : new DeployFailed(reason, { cause: error });
}

/** How many came to what, in one sentence: `2 images promoted, 1 failed, 4 untouched`. */
export function tally(images: readonly ImageResult[]): string {
  const words: readonly ImageResult['outcome'][] = [
    'promoted',
    'unchanged',
    'planned',
    'refused',
    'superseded',
    'interrupted',
    'failed',
    'untouched',
  ];
  const counts = words
    .map((word) => [word, images.filter(({ outcome }) => outcome === word).length] as const)
    .filter(([, count]) => count > 0);
  return counts.map(([word, count], index) => `${index === 0 ? counted(count, 'image') : count} ${word}`).join(', ');
}

/** The summary, in Markdown. */
export function promoteSummary({ outcome, reason, images, notes }: PromoteResult, runUrl: string): string {
  const rows = images.map(({ name, source, repository, digest, tags, previous, outcome: its }) =>
    [
      cell(name),
      its,
      code(source),
      code(repository),
      digest === '' ? '' : code(shortDigest(digest)),
      tags.map(code).join(' '),
      previous === '' ? '' : code(shortDigest(previous)),
    ].join(' | '),
  );
  const table = [
    '| Image | | From | To | Digest | Tags | Before |',
    '|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ];
  const scans = images.flatMap(({ name, verdict }) => {
    const findings = verdict === undefined ? '' : scanTable(verdict);
    return findings === '' ? [] : [`### Scan of ${cell(name)}`, findings];
  });
  return `${[
    `## ${heads[outcome]}`,
    cell(reason),
    ...(images.length === 0 ? [] : [table.join('\n')]),
    ...scans,
    ...(notes.length === 0 ? [] : [notes.map((note) => `- ${cell(note)}`).join('\n')]),
    cell(runUrl),
  ].join('\n\n')}\n`;
}

const code = (text: string): string => (text === '' ? '' : `\`${text.replace(/[`|\s]+/g, ' ')}\``);

/** Names and messages come from others: nothing of them is markup. */
const cell = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_[\]|~@]/g, '\\$&');
