import { messageOf } from '../ports/message-of.js';
import { summary } from './actions-core.js';
import { info } from './log.js';

/** The runner drops a summary of more than 1 MiB as a whole; this leaves room for the note and for masks. */
const MOST_BYTES = 900 * 1024;

/** The summary, cut at a line break when it is too long, with a note in its place. */
export function cutSummary(markdown: string): string {
  if (Buffer.byteLength(markdown) <= MOST_BYTES) {
    return markdown;
  }
  const bytes = Buffer.from(markdown).subarray(0, MOST_BYTES);
  const text = bytes.subarray(0, bytes.lastIndexOf('\n') + 1 || MOST_BYTES).toString('utf8');
  const open = (text.match(/^```/gm)?.length ?? 0) % 2 === 1 ? '```\n' : '';
  return `${text.replace(/\ufffd$/, '')}${open}\n> The summary was longer than GitHub shows (1 MiB) and ends here. The log of the step has everything.\n`;
}

/**
 * Replaces the job summary of the step. It may be called as often as there is news: each call leaves a whole document,
 * so that a runner that dies leaves the last one. Nothing is written when there is no summary file. A summary that cannot
 * be written (a full disk, a file that is gone) is told in the log and stops nothing: traffic may be moving.
 */
export async function writeSummary(markdown: string): Promise<void> {
  if ((process.env.GITHUB_STEP_SUMMARY ?? '') === '') {
    return;
  }
  try {
    await summary.emptyBuffer().addRaw(cutSummary(markdown)).write({ overwrite: true });
  } catch (error) {
    info(`The job summary could not be written: ${messageOf(error)}`);
  }
}
