import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Cloud } from '../cloud.js';

let cloud: Cloud;
let sts: STSClient;

beforeAll(async () => {
  cloud = await Cloud.start();
  sts = new STSClient({
    endpoint: cloud.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
  });
});

afterAll(async () => {
  sts.destroy();
  await cloud.stop();
});

/** A token as GitHub's OIDC provider issues it. */
function token(claims: Record<string, unknown> = {}): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const usual = {
    iss: 'https://token.actions.githubusercontent.com',
    sub: 'repo:acme/shop:environment:production',
    aud: 'sts.amazonaws.com',
    exp: Math.floor(Date.now() / 1000) + 300,
  };
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ ...usual, ...claims })}.c2lnbmF0dXJl`;
}

const role = 'arn:aws:iam::123456789012:role/deploy';
const assume = (part: Record<string, unknown> = {}) =>
  sts.send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: role,
      RoleSessionName: 'run-1',
      WebIdentityToken: token(),
      DurationSeconds: 900,
      ...part,
    }),
  );

test('a web identity becomes a session that may call, and lasts as asked', async () => {
  const answer = await assume();
  expect(answer).toMatchObject({
    SubjectFromWebIdentityToken: 'repo:acme/shop:environment:production',
    Audience: 'sts.amazonaws.com',
    Provider: 'token.actions.githubusercontent.com',
    AssumedRoleUser: { Arn: 'arn:aws:sts::123456789012:assumed-role/deploy/run-1' },
  });
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '', Expiration } = answer.Credentials ?? {};
  expect(Math.abs((Expiration?.getTime() ?? 0) - Date.now() - 900_000)).toBeLessThan(10_000);
  const session = new STSClient({
    endpoint: cloud.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken },
  });
  const me = await session.send(new GetCallerIdentityCommand({}));
  session.destroy();
  expect(me.Arn).toBe(answer.AssumedRoleUser?.Arn);
  expect(me.UserId).toBe(answer.AssumedRoleUser?.AssumedRoleId);
});

test('sessions may be kept shorter than the API gives them, and roles distrusted', async () => {
  try {
    await cloud.sluice('sts/sessions', { seconds: 60 });
    const { Credentials } = await assume();
    expect(Math.abs((Credentials?.Expiration?.getTime() ?? 0) - Date.now() - 60_000)).toBeLessThan(10_000);
    await cloud.sluice('sts/distrust');
    await expect(assume()).rejects.toMatchObject({ Code: 'AccessDenied' });
    await expect(cloud.sluice('sts/sessions', { seconds: 0 })).rejects.toThrow('seconds');
  } finally {
    await cloud.sluice('sts/sessions');
    await cloud.sluice('sts/trust');
  }
  await expect(assume()).resolves.toMatchObject({ Audience: 'sts.amazonaws.com' });
});

test.each([
  ['a duration below 900 s', { DurationSeconds: 899 }, 'ValidationError'],
  ['a duration above 43,200 s', { DurationSeconds: 43_201 }, 'ValidationError'],
  ['a session name with spaces', { RoleSessionName: 'run 1' }, 'ValidationError'],
  ['what is no role', { RoleArn: 'arn:aws:iam::123456789012:user/deploy' }, 'ValidationError'],
  ['a role of another account', { RoleArn: 'arn:aws:iam::999999999999:role/deploy' }, 'AccessDenied'],
  ['what is no token', { WebIdentityToken: 'nonsense' }, 'InvalidIdentityToken'],
  ['a token without subject', { WebIdentityToken: token({ sub: undefined }) }, 'InvalidIdentityToken'],
  ['an expired token', { WebIdentityToken: token({ exp: 1_700_000_000 }) }, 'ExpiredTokenException'],
])('%s is refused', async (_what, part, code) => {
  await expect(assume(part)).rejects.toMatchObject({ Code: code });
});
