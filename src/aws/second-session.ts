import { AccessError } from '../ports/access-error.js';
import type { Clock } from '../ports/clock.js';
import { messageOf } from '../ports/message-of.js';
import type { Keys } from './assume-role.js';
import { call, connection } from './client.js';
import { Session } from './session.js';

export interface SecondRole {
  /** The session that takes the role; undefined: what the SDK finds. */
  readonly base: Session | undefined;
  readonly region: string;
  readonly roleArn: string;
  /** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html */
  readonly externalId?: string | undefined;
  readonly sessionName: string;
  readonly clock: Clock;
  readonly conceal: (secret: string) => void;
  readonly line: (text: string) => void;
  readonly warn: (text: string) => void;
  readonly whenOver: string;
}

/** A role that is taken by a role cannot be had for longer. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html#iam-term-role-chaining */
const CHAINED_MS = 3_600_000;

/**
 * A session in another account, taken with the first one and renewed as that is.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function secondSession(role: SecondRole): Session {
  const { region, roleArn, sessionName, clock, conceal, line, warn, whenOver } = role;
  return new Session({
    region,
    roleArn,
    sessionName,
    durationMs: CHAINED_MS,
    clock,
    conceal,
    line,
    warn,
    whenOver,
    token: () => Promise.reject(new Error('A second session is taken with the first, and not with a token')),
    take: () => taken(role),
  });
}

async function taken({ base, region, roleArn, externalId, sessionName, clock, conceal }: SecondRole): Promise<Keys> {
  const { AssumeRoleCommand, STSClient } = await import('./sdk/sts.js');
  const sts = new STSClient({
    region,
    ...connection,
    ...(base === undefined ? {} : { credentials: base.credentials }),
  });
  const from = clock.now();
  const wanted = {
    RoleArn: roleArn,
    RoleSessionName: sessionName,
    DurationSeconds: CHAINED_MS / 1_000,
    ...(externalId === undefined ? {} : { ExternalId: externalId }),
  };
  const { Credentials: given } = await call('sts:AssumeRole', () => sts.send(new AssumeRoleCommand(wanted)), roleArn)
    .catch((error: unknown) => {
      throw refused(error, roleArn, externalId !== undefined);
    })
    .finally(() => sts.destroy());
  const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken } = given ?? {};
  if (accessKeyId === undefined || secretAccessKey === undefined || sessionToken === undefined) {
    throw new AccessError(`AWS gave no session for ${roleArn} (sts:AssumeRole)`, { kind: 'absent' });
  }
  conceal(secretAccessKey);
  conceal(sessionToken);
  const until = Math.min(given?.Expiration?.getTime() ?? Number.POSITIVE_INFINITY, from + CHAINED_MS);
  return { credentials: { accessKeyId, secretAccessKey, sessionToken }, from, until };
}

function refused(error: unknown, roleArn: string, hasExternalId: boolean): unknown {
  if (!(error instanceof AccessError) || error.detail.kind !== 'denied') return error;
  const condition = hasExternalId ? ', and its condition on sts:ExternalId must have this very external id' : '';
  return new AccessError(
    `${messageOf(error)}. The role ${roleArn} must also trust the one that takes it: its trust policy must allow sts:AssumeRole to it${condition}.`,
    error.detail,
    { cause: error.cause },
  );
}
