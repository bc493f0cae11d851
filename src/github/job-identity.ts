import type { Clock } from '../ports/clock.js';
import { identityToken } from './identity-token.js';
import { mask } from './log.js';
import { runnerReport } from './report.js';
import { runContext } from './run-context.js';

/** What an action's own session is taken with: the identity of the job that it runs in. Nothing is called before it is used. */
export const jobIdentity = (clock: Clock) => ({
  clock,
  report: runnerReport,
  token: (audience: string) => identityToken(audience, clock),
  conceal: mask,
  run: runContext(),
});
