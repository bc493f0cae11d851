import { shortDigest } from '../../images/digest.js';
import { scanTable } from '../../images/scan-table.js';
import { formatDuration } from '../../spec/duration.js';
import { type BuildPushResult, type ImageResult, isGood } from './result.js';

/** The job summary: the images first, then what the scans found. */
export function buildSummary(result: BuildPushResult): string {
  const { outcome, reason, images, verdict, notes, tookMs } = result;
  const mark = outcome === 'planned' ? 'ℹ️' : isGood(outcome) ? '✅' : '❌';
  const parts = [
    `## ${mark} Images: ${outcome}`,
    cell(reason),
    ...(images.length === 0 ? [] : [table(images, outcome === 'planned'), `All of it took ${seconds(tookMs)}.`]),
    ...(verdict === undefined ? [] : ['### Scans', cell(verdict.reason), scanTable(verdict)]),
    ...(notes.length === 0 ? [] : ['### Notes', notes.map((note) => `- ${cell(note)}`).join('\n')]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function table(images: readonly ImageResult[], isPlan: boolean): string {
  const rows = images.map((image) => {
    const { name, repository, digest, imageId, tags, isBuilt, sentence, sizeBytes, tookMs, steps, cachedSteps } = image;
    // Of what fails in the middle, some images come to their end and some do not.
    const isDone = isPlan || (digest ?? imageId ?? tookMs) !== undefined;
    const cached =
      steps === undefined || cachedSteps === undefined || steps === 0
        ? ''
        : `, ${cachedSteps} of ${steps} steps cached`;
    const cells = [
      cell(name),
      `\`${repository}\`${tags.length === 0 ? '' : `<br>${tags.map((tag) => `\`${shortTag(tag)}\``).join(' ')}`}`,
      digest === undefined ? '' : `\`${shortDigest(digest)}\``,
      isBuilt ? (isDone ? 'yes' : 'not finished') : 'no',
      cell(whyOf(sentence)),
      sizeBytes === undefined ? '' : size(sizeBytes),
      tookMs === undefined ? '' : `${seconds(tookMs)}${cached}`,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| Service | Image | Digest | Built | Why | Size | Time |', '|---|---|---|---|---|---|---|', ...rows].join(
    '\n',
  );
}

/** What stands behind "user is built:". */
const whyOf = (sentence: string): string => sentence.replace(/^\S+ is (?:not )?built: /, '').replace(/\.$/, '');

/** That of the content is long, and only its beginning is for people. */
export const shortTag = (tag: string): string => tag.replace(/^(content-[0-9a-f]{12})[0-9a-f]+$/, '$1…');

export const seconds = (ms: number): string =>
  ms < 60_000 ? `${(ms / 1_000).toFixed(1)} s` : formatDuration(Math.round(ms / 1_000) * 1_000);

/** In the decimal units that registries use. */
export function size(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} kB`;
  return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(2)} GB`;
}

/** What Docker and registries say must not become Markdown of its own. */
const cell = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('@', '&#64;');
