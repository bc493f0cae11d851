import { remedies } from './diagnose.js';
import type { RollOutcome, RollResult } from './result.js';

/** The result in a sentence or three: what happened, why, what runs now, what to do. */
export function sentence({ service, outcome, reason, serving, command, isTouched }: RollResult): string {
  // Before the service was touched there was nothing to roll back.
  const head = outcome === 'failed' && !isTouched ? 'failed' : heads[outcome];
  const parts = [`${service}: ${head}: ${reason.replace(/\.$/, '')}.`];
  if (serving !== '') parts.push(serving);
  if (command !== undefined) parts.push(`Run: ${command}`);
  return parts.join(' ');
}

/** So much of a log fits into an annotation; the summary has more. */
const mostLines = 5;
const longestLine = 200;

/**
 * The annotation: the sentence, what the container wrote last that failed most, and what to do. Enough to know at night
 * whether to get up.
 */
export function told(result: RollResult): string {
  return [sentence(result), ...details(result)].join('\n');
}

/** What the annotation has beside its sentence, line by line. */
export const details = (result: RollResult): string[] => [...lastWords(result), ...advice(result)];

/** Ends that speak against the release itself. */
export const isAgainstRelease = (outcome: RollOutcome): boolean =>
  outcome === 'rolled-back' || outcome === 'failed' || outcome === 'timed-out';

function lastWords(result: RollResult): string[] {
  const [log] = result.story.logs;
  if (log === undefined || !isAgainstRelease(result.outcome)) return [];
  const lines = log.lines.filter((line) => line.trim() !== '').slice(-mostLines);
  const shown = lines.map((line) => `  ${line.length > longestLine ? `${line.slice(0, longestLine)}…` : line}`);
  return shown.length === 0 ? [] : [`${log.container} wrote last:`, ...shown];
}

/** What to do now, in a line; none where the sentence has the command, or nobody has to do anything. */
function advice(result: RollResult): string[] {
  if (!isAgainstRelease(result.outcome)) return [];
  const found = remedies(result.story, result.reason);
  const isBack = result.outcome === 'rolled-back';
  if (found.length > 0) return [`What to do: ${found.join('; ')}${isBack ? '. Then deploy it again' : ''}.`];
  if (result.outcome === 'timed-out' && !result.isTouched)
    return ['What to do: look at what the task wrote. If it only needs longer, give it a longer run-timeout.'];
  if (result.outcome === 'timed-out')
    return [
      'What to do: look in the summary what its tasks wait for. If they only need longer, give it a longer timeout.',
    ];
  return isBack ? ['What to do: nothing at once. Mend the release, and deploy it again.'] : [];
}

const heads: Readonly<Record<RollOutcome, string>> = {
  succeeded: 'deployed',
  unchanged: 'unchanged',
  'rolled-back': 'rolled back',
  failed: 'failed, and was not rolled back',
  superseded: 'superseded',
  stopped: 'stopped by somebody else',
  'timed-out': 'timed out',
  'access-lost': 'access was lost',
  refused: 'refused, nothing was changed',
  interrupted: 'interrupted',
};

export const isGood = (outcome: RollOutcome): boolean => outcome === 'succeeded' || outcome === 'unchanged';

/** What the process ends with, so that a script can tell them apart. */
export const exitCodes: Readonly<Record<RollOutcome, number>> = {
  succeeded: 0,
  unchanged: 0,
  failed: 1,
  'rolled-back': 2,
  'timed-out': 3,
  superseded: 4,
  stopped: 5,
  'access-lost': 6,
  refused: 7,
  interrupted: 8,
};
