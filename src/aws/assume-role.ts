import { AccessError } from '../ports/access-error.js';
import type { Clock } from '../ports/clock.js';
import { InputError } from '../spec/input-error.js';
import { connection } from './client.js';
import { errorName } from './errors.js';
import { trustAdvice } from './web-identity.js';

export interface Role {
  readonly region: string;
  readonly roleArn: string;
  readonly sessionName: string;
  readonly durationMs: number;
}

/** What a session may call with, and when: epoch ms by the clock that the session was taken with. */
export interface Keys {
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  readonly from: number;
  readonly until: number;
}

export interface Means {
  readonly clock: Clock;
  readonly token: () => Promise<string>;
  readonly conceal: (secret: string) => void;
}

const attempts = 3;
const action = 'sts:AssumeRoleWithWebIdentity';

/**
 * Exchanges the job's identity for a session, with a fresh token at each attempt: a token lives for five minutes.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 *
 * @throws AccessError when there is none to be had; InputError when the role does not allow the duration
 */
export async function assumeRole(role: Role, means: Means): Promise<Keys> {
  for (let attempt = 1; ; attempt++) {
    const token = await means.token();
    means.conceal(token);
    const from = means.clock.now();
    try {
      return keysOf(await exchange(role, token), role, from, means.conceal);
    } catch (error) {
      const refusal = refused(error, role, token);
      if (refusal !== undefined) throw refusal;
      if (attempt === attempts) throw unanswered(error, token);
      await means.clock.sleep(1_000 * 2 ** attempt * (0.5 + Math.random() / 2));
    }
  }
}

async function exchange(role: Role, webIdentityToken: string) {
  // The call is the SDK's own, unsigned; its client for it comes with the default chain of credentials anyway.
  const { fromWebToken } = await import('./sdk/web-identity.js');
  return fromWebToken({
    roleArn: role.roleArn,
    roleSessionName: role.sessionName,
    durationSeconds: Math.round(role.durationMs / 1_000),
    webIdentityToken,
    clientConfig: { region: role.region, ...connection },
  })();
}

type Given = Awaited<ReturnType<typeof exchange>>;

/**
 * The clock of the machine may be behind that of AWS, so the session lasts no longer from here than was asked for.
 */
function keysOf(given: Given, role: Role, from: number, conceal: (secret: string) => void): Keys {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = given;
  conceal(secretAccessKey);
  if (sessionToken !== undefined) conceal(sessionToken);
  const until = Math.min(expiration?.getTime() ?? Number.POSITIVE_INFINITY, from + role.durationMs);
  return { credentials: { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) }, from, until };
}

/** Why another attempt would end the same way; nothing when it might not. */
function refused(error: unknown, role: Role, token: string): Error | undefined {
  const message = messageOf(error, token);
  const advised = (kind: 'denied' | 'absent', advice: string) =>
    new AccessError(
      `AWS does not let this job take the role ${role.roleArn}: ${message}. ${advice}`,
      { kind, action, resource: role.roleArn },
      { cause: error },
    );
  switch (errorName(error)) {
    case 'AccessDenied':
      return advised('denied', trustAdvice(token));
    case 'InvalidIdentityToken':
    case 'InvalidIdentityTokenException':
      // AWS could not fetch the keys of the issuer, which passes.
      if (/verification key/i.test(message)) return undefined;
      return advised(
        'absent',
        `Is the identity provider in the account of the role, with this audience? ${trustAdvice(token)}`,
      );
    case 'ValidationError':
    case 'ValidationException':
      if (/duration/i.test(message)) {
        return new InputError([
          {
            input: 'role-duration',
            wrong: `is not accepted by AWS: ${message}. The session is renewed while the action runs, so it need not last as long as the deployment`,
          },
        ]);
      }
      return advised('absent', 'Check role-to-assume and role-session-name');
    case 'RegionDisabledException':
      return advised('absent', `Activate STS in ${role.region}, or give another Region`);
    default:
      return undefined;
  }
}

function unanswered(error: unknown, token: string): AccessError {
  const message = `AWS gave no session (${action}: ${messageOf(error, token)})`;
  return new AccessError(message, { kind: 'absent', action }, { cause: error });
}

/** What AWS quotes from a request that it does not understand may be the token. */
function messageOf(error: unknown, token: string): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replaceAll(token, '***').replace(/\.$/, '');
}
