import type { RollOutcome, RollResult } from './result.js';

/** The result in a sentence or three: what happened, why, what runs now, what to do. */
export function sentence({ service, outcome, reason, serving, command }: RollResult): string {
  const parts = [`${service}: ${heads[outcome]}: ${reason.replace(/\.$/, '')}.`];
  if (serving !== '') parts.push(serving);
  if (command !== undefined) parts.push(`Run: ${command}`);
  return parts.join(' ');
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
