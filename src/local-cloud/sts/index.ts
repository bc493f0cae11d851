import type * as types from '@aws-sdk/client-sts';
import { AwsError, type Call, type CloudService } from '../contract.js';
import * as sdk from '../sdk/sts.js';
import { type Credentials, randomId } from '../wire/credentials.js';
import { readToken } from './token.js';

/**
 * Security Token Service: session credentials that expire in cloud time and are refused by every service afterwards.
 * https://docs.aws.amazon.com/STS/latest/APIReference/
 */
export function createSts(credentials: Credentials): CloudService {
  let longestMs = Number.POSITIVE_INFINITY;
  let isDistrusted = false;
  const assume = (roleArn: string, sessionName: string, seconds: number | undefined) => {
    const { role, accountId } = checkRole(roleArn, credentials);
    checkSessionName(sessionName);
    const durationMs = Math.min(checkDuration(seconds ?? 3_600) * 1_000, longestMs);
    const roleId = randomId('AROA', 17);
    const arn = `arn:aws:sts::${accountId}:assumed-role/${role}/${sessionName}`;
    const keys = credentials.grant({ principal: arn, userId: `${roleId}:${sessionName}`, accountId }, durationMs);
    return {
      Credentials: {
        AccessKeyId: keys.accessKeyId,
        SecretAccessKey: keys.secretAccessKey,
        SessionToken: keys.sessionToken,
        Expiration: new Date(keys.expiresAt),
      },
      AssumedRoleUser: { AssumedRoleId: `${roleId}:${sessionName}`, Arn: arn },
    };
  };
  return {
    id: 'sts',
    sdk,
    wire: { protocol: 'query', apiVersion: '2011-06-15', namespace: 'https://sts.amazonaws.com/doc/2011-06-15/' },
    signingName: 'sts',
    operations: {
      GetCallerIdentity: (_input: types.GetCallerIdentityRequest, call: Call) => ({
        UserId: credentials.userIdOf(call.principal),
        Account: call.accountId,
        Arn: call.principal,
      }),
      AssumeRole: (input: types.AssumeRoleRequest) => ({
        ...assume(input.RoleArn ?? '', input.RoleSessionName ?? '', input.DurationSeconds),
        PackedPolicySize: 0,
      }),
      AssumeRoleWithWebIdentity: (input: types.AssumeRoleWithWebIdentityRequest) => {
        const token = readToken(input.WebIdentityToken ?? '');
        if (isDistrusted) throw notTrusted();
        return {
          ...assume(input.RoleArn ?? '', input.RoleSessionName ?? '', input.DurationSeconds),
          SubjectFromWebIdentityToken: token.subject,
          Audience: token.audience,
          Provider: token.issuer,
          PackedPolicySize: 0,
        };
      },
    },
    admin: {
      // The API's least duration is 15 minutes; what ends sooner must be asked for beside it.
      sessions: ({ seconds }) => {
        if (seconds !== undefined && !(typeof seconds === 'number' && seconds > 0)) {
          throw new RangeError('seconds must be a number above 0, or left out');
        }
        longestMs = seconds === undefined ? Number.POSITIVE_INFINITY : seconds * 1_000;
        return {};
      },
      account: ({ accountId, accessKeyId }) => {
        if (typeof accountId !== 'string' || !/^\d{12}$/.test(accountId)) {
          throw new RangeError(`accountId is ${JSON.stringify(accountId)}; accepted are twelve digits`);
        }
        if (accessKeyId !== undefined && !(typeof accessKeyId === 'string' && /^AKIA[A-Z0-9]{4,}$/.test(accessKeyId))) {
          throw new RangeError('accessKeyId is a text that begins with AKIA, or is left out');
        }
        credentials.addAccount(accountId, accessKeyId);
        return { arn: `arn:aws:iam::${accountId}:root` };
      },
      distrust: () => {
        isDistrusted = true;
        return {};
      },
      trust: () => {
        isDistrusted = false;
        return {};
      },
    },
    stop: async () => {},
  };
}

/** The role's name without its path, and whose it is. */
function checkRole(arn: string, credentials: Credentials): { role: string; accountId: string } {
  const found = /^arn:aws:iam::(\d{12}):role\/(?:.+\/)?([\w+=,.@-]{1,64})$/.exec(arn);
  if (found === null) throw new AwsError('ValidationError', `${arn} is invalid`);
  const [, accountId = '', role = ''] = found;
  if (!credentials.hasAccount(accountId)) throw notTrusted();
  return { role, accountId };
}

function checkSessionName(name: string): void {
  if (/^[\w+=,.@-]{2,64}$/.test(name)) return;
  throw new AwsError(
    'ValidationError',
    `1 validation error detected: Value '${name}' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*`,
  );
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html: 900 to 43,200 seconds. */
function checkDuration(seconds: number): number {
  if (Number.isInteger(seconds) && seconds >= 900 && seconds <= 43_200) return seconds;
  const bound = seconds < 900 ? 'greater than or equal to 900' : 'less than or equal to 43200';
  throw new AwsError(
    'ValidationError',
    `1 validation error detected: Value '${seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value ${bound}`,
  );
}

/** What AWS says when the trust policy does not let the bearer of the token in. */
function notTrusted(): AwsError {
  return new AwsError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', { status: 403 });
}
