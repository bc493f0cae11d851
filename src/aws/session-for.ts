import type { Clock } from '../ports/clock.js';
import type { Report } from '../ports/report.js';
import type { Inputs } from '../spec/action-spec.js';
import type { sessionInputs } from '../spec/session-inputs.js';
import { Session } from './session.js';

/** Where the identity comes from, and what of it must never be shown. */
export interface Identity {
  readonly clock: Clock;
  readonly report: Pick<Report, 'line' | 'warn'>;
  /** A fresh token for this audience. */
  readonly token: (audience: string) => Promise<string>;
  readonly conceal: (secret: string) => void;
  /** What happens to what is under way when the session ends, and what can be done about it. */
  readonly whenOver: string;
  readonly run: { readonly runId: string | undefined; readonly attempt: number };
}

type SessionInputs = Inputs<{ readonly inputs: typeof sessionInputs }> & { readonly region: string };

/** The action's own session, when its inputs ask for one. Nothing is called before it is first used. */
export function sessionFor(inputs: SessionInputs, identity: Identity): Session | undefined {
  const { roleToAssume, roleSessionName, roleDuration, audience, region } = inputs;
  const { clock, report, token, conceal, run, whenOver } = identity;
  if (roleToAssume === undefined) return undefined;
  return new Session({
    region,
    roleArn: roleToAssume,
    sessionName: roleSessionName ?? `sluice-${run.runId ?? 'local'}-${run.attempt}`,
    durationMs: roleDuration,
    clock,
    token: () => token(audience),
    conceal,
    whenOver,
    line: (text) => report.line(text),
    warn: (text) => report.warn(text),
  });
}
