import { servingInWords } from '../../blue-green/result.js';
import type { Outputs } from '../../spec/action-spec.js';
import type { RollbackResult } from './run.js';
import type { spec } from './spec.js';

const heads = {
  'rolled-back': 'Rolled back',
  unchanged: 'Unchanged',
  refused: 'Refused, nothing was changed',
  stuck: 'Stuck, a person is needed',
} as const;

const serving = ({ weights, isStale = false }: RollbackResult): string =>
  servingInWords({ outcome: 'rolled-back', reason: '', weights, isStale });

/** What happened, who serves, and what to run when a person is needed. */
export function told(result: RollbackResult): string {
  const parts = [
    `${heads[result.outcome]}: ${result.reason.replace(/\.$/, '')}.`,
    serving(result),
    result.command === undefined ? '' : `Run: ${result.command}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

export function rollbackOutputs(result: RollbackResult): Outputs<typeof spec> {
  return {
    outcome: result.outcome,
    reason: result.reason,
    'active-service': result.activeService ?? '',
    weights: result.weights === undefined ? '' : JSON.stringify(result.weights),
    'seconds-to-restore': result.restoreMs === undefined ? '' : String(Math.round(result.restoreMs / 100) / 10),
  };
}

export function rollbackSummary(result: RollbackResult): string {
  const command = result.command === undefined ? '' : `\n\nRun this now:\n\n\`\`\`sh\n${result.command}\n\`\`\``;
  return `## ${heads[result.outcome]}\n\n${result.reason.replaceAll('<', '&lt;')}\n\n${serving(result) || 'Who serves was not read.'}${command}\n`;
}
