import { AccessError } from '../../ports/access-error.js';
import { DeployFailed, Interrupted } from '../../ports/ended-badly.js';
import type { RollOutcome, RollResult } from '../../rolling/result.js';
import { details, isGood, told } from '../../rolling/words.js';
import type { Outputs } from '../../spec/action-spec.js';
import { InputError } from '../../spec/input-error.js';
import type { FleetDone } from './fleet.js';
import type { spec } from './spec.js';

const seconds = (ms: number | undefined): string => (ms === undefined ? '' : String(Math.round(ms / 100) / 10));

/** Every output, on every way out. */
export function outputsOf(
  result: Pick<RollResult, 'outcome' | 'reason'> & Partial<RollResult>,
  services = '',
): Outputs<typeof spec> {
  const { outcome, reason, taskDefinitionArn, before, deploymentId, times } = result;
  return {
    outcome,
    reason,
    services,
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
  return result.error ?? failure(result.outcome, told(result));
}

/** The same for several services. */
export function fleetFailureOf({ outcome, reason, rows, ends }: FleetDone): unknown {
  if (isGood(outcome)) return undefined;
  const errors = ends.flatMap((end) => (end.end === 'bad' && end.result.error !== undefined ? [end.result.error] : []));
  // Of several faults of the inputs all are told, of access the first says enough.
  if (outcome === 'refused' && errors.length > 0 && errors.every((error) => error instanceof InputError))
    return new InputError(errors.flatMap((error) => (error as InputError).problems));
  const access = errors.find((error) => error instanceof AccessError);
  if (access !== undefined && (outcome === 'access-lost' || outcome === 'refused')) return access;
  const bad = rows.flatMap((row, i) => (row.isCause ? [{ row, end: ends[i] }] : []));
  const each = bad.flatMap(({ row, end }, i) => [
    ...(bad.length < 2 ? [] : [`${row.name}: ${row.outcome}: ${row.reason.replace(/\.$/, '')}.`]),
    ...(i < mostDetailed && row.command !== undefined ? [`Run: ${row.command}`] : []),
    ...(i < mostDetailed && end?.end === 'bad' ? details(end.result) : []),
  ]);
  return failure(outcome, [`${reason}.`, ...each].join('\n'));
}

/** Of so many services the annotation says more than the reason; the summary does of all. */
const mostDetailed = 2;

function failure(outcome: RollOutcome, text: string): Error {
  const isOperators = ['interrupted', 'superseded', 'stopped'].includes(outcome);
  return isOperators ? new Interrupted(text) : new DeployFailed(text);
}
