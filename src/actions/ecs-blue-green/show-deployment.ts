import { type Result, sentence } from '../../blue-green/result.js';
import type { World } from '../../blue-green/world.js';
import type { ShownState } from '../../ports/deployment-status.js';
import { formatDuration } from '../../spec/duration.js';

type Shows = Pick<World, 'deployment'>;

/** One status for each traffic step, when its weight was seen on the listener. */
export function showStep(
  { deployment }: Shows,
  step: { weight: number; service: string; judgement: string; bakeMs: number; number: number; of: number },
): void {
  const { weight, service, judgement, bakeMs, number, of } = step;
  const watched = formatDuration(bakeMs) || '0s';
  deployment?.tell(
    'in_progress',
    `${weight} % on ${service}, ${judgement}; watched for ${watched} (step ${number} of ${of})`,
  );
}

export function showRollback({ deployment }: Shows, service: string, reason: string): void {
  deployment?.tell('in_progress', `Taking all traffic back from ${service}: ${reason}`);
}

/** How it ended; of what never began there is nothing to show. */
export function showEnd({ deployment }: Shows, result: Result, green: string): void {
  const state = stateOf(result, green);
  if (state === undefined) return;
  const serves = Object.keys(result.weights ?? {}).find((name) => name === result.activeService);
  const text = result.outcome === 'promoted' ? `Promoted: ${serves ?? green} serves 100 %` : sentence(result);
  deployment?.tell(state, text);
}

function stateOf({ outcome, weights }: Result, green: string): ShownState | undefined {
  switch (outcome) {
    case 'promoted':
      return 'success';
    case 'rolled-back':
    case 'stuck':
      return 'failure';
    case 'interrupted':
      return weights?.[green] === 0 ? 'inactive' : 'failure';
    default:
      return undefined;
  }
}
