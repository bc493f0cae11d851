import type { spec } from '../actions/ecs-blue-green/spec.js';
import { DeployFailed, Interrupted } from '../ports/ended-badly.js';
import type { Outputs } from '../spec/action-spec.js';
import { type Plan, planJson } from './plan.js';

export type Outcome = 'promoted' | 'rolled-back' | 'stuck' | 'refused' | 'interrupted' | 'unchanged';

/** How a run ended. Expected ends are values, whatever they mean for the release. */
export interface Result {
  readonly outcome: Outcome;
  readonly reason: string;
  /** The service that gets the traffic, as last observed; undefined when that could not be read. */
  readonly activeService?: string | undefined;
  /** Service → weight, as last observed. */
  readonly weights?: Readonly<Record<string, number>> | undefined;
  /** The weights could not be read in the end: they are those of the last look that succeeded. */
  readonly isStale?: boolean;
  readonly taskDefinitionArn?: string | undefined;
  readonly rolledBackAtWeight?: number | undefined;
  readonly detectMs?: number | undefined;
  readonly restoreMs?: number | undefined;
  /** The one command to run when a person is needed. */
  readonly command?: string | undefined;
  /** Something went wrong that is no verdict on the release (access, inputs): it is told as it is. */
  readonly error?: unknown;
}

const seconds = (ms: number | undefined): string => (ms === undefined ? '' : String(Math.round(ms / 100) / 10));

/** Every output, on every way out. */
export function outputsOf(result: Result, plan: Plan | undefined): Outputs<typeof spec> {
  return {
    outcome: result.outcome,
    reason: result.reason,
    'active-service': result.activeService ?? '',
    weights: result.weights === undefined ? '' : JSON.stringify(result.weights),
    'task-definition-arn': result.taskDefinitionArn ?? '',
    'rolled-back-at-weight': result.rolledBackAtWeight === undefined ? '' : String(result.rolledBackAtWeight),
    'seconds-to-detect': seconds(result.detectMs),
    'seconds-to-restore': seconds(result.restoreMs),
    plan: plan === undefined ? '' : planJson(plan),
  };
}

/** What the step fails with; undefined when it succeeds. */
export function failureOf(result: Result): unknown {
  if (result.outcome === 'promoted' || result.outcome === 'unchanged') return undefined;
  if (result.error !== undefined) return result.error;
  const text = sentence(result);
  return result.outcome === 'interrupted' ? new Interrupted(text) : new DeployFailed(text);
}

/** The result in a sentence or three: what happened, why, who serves, what to do. */
export function sentence(result: Result): string {
  const serving = servingInWords(result);
  const todo = result.command === undefined ? '' : ` Run: ${result.command}`;
  // What AWS says ends with a period of its own.
  return `${heads[result.outcome]}: ${result.reason.replace(/\.$/, '')}.${serving === '' ? '' : ` ${serving}`}${todo}`;
}

const heads: Readonly<Record<Outcome, string>> = {
  promoted: 'Promoted',
  'rolled-back': 'Rolled back',
  stuck: 'Stuck, a person is needed',
  refused: 'Refused, nothing was changed',
  interrupted: 'Interrupted',
  unchanged: 'Unchanged',
};

/** `shop-blue serves 100 %.` */
export function servingInWords({ weights, isStale = false }: Result): string {
  if (weights === undefined) return '';
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return 'Neither service has a weight.';
  const shares = Object.entries(weights)
    .filter(([, weight]) => weight > 0)
    .map(([service, weight]) => `${service} serves ${Math.round((1000 * weight) / total) / 10} %`);
  return isStale ? `When last seen: ${shares.join(', ')}; it cannot be read now.` : `${shares.join(', ')}.`;
}
