import { DeployFailed, Interrupted } from '../../ports/ended-badly.js';
import type { RollResult } from '../../rolling/result.js';
import { isGood, sentence } from '../../rolling/words.js';
import type { Outputs } from '../../spec/action-spec.js';
import type { spec } from './spec.js';

const seconds = (ms: number | undefined): string => (ms === undefined ? '' : String(Math.round(ms / 100) / 10));

/** Every output, on every way out. */
export function outputsOf(result: Pick<RollResult, 'outcome' | 'reason'> & Partial<RollResult>): Outputs<typeof spec> {
  const { outcome, reason, taskDefinitionArn, before, deploymentId, times } = result;
  return {
    outcome,
    reason,
    'task-definition-arn': taskDefinitionArn ?? '',
    'previous-task-definition-arn': before?.taskDefinitionArn ?? '',
    'deployment-id': deploymentId ?? '',
    'seconds-to-deploy': seconds(times?.rolloutMs),
    'seconds-to-detect': seconds(times?.detectMs),
    'seconds-to-restore': seconds(times?.restoreMs),
  };
}

/** What the step fails with; undefined when it succeeds. */
export function failureOf(result: RollResult): unknown {
  if (isGood(result.outcome)) return undefined;
  if (result.error !== undefined) return result.error;
  const text = sentence(result);
  const isOperators = ['interrupted', 'superseded', 'stopped'].includes(result.outcome);
  return isOperators ? new Interrupted(text) : new DeployFailed(text);
}
