import type { Step } from '../shift/state.js';
import { parseSteps, STEPS_ACCEPTS } from '../shift/steps.js';
import type { Kind } from './kind.js';

/** The plan of a traffic shift. */
export function steps(): Kind<readonly Step[]> {
  return { label: 'steps', accepts: STEPS_ACCEPTS, absent: undefined, read: parseSteps };
}
