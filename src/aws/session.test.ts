import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { identityToken } from '../github/identity-token.js';
import { Cloud } from '../local-cloud/cloud.js';
import type { Clock } from '../ports/clock.js';
import { systemClock } from '../system/clock.js';
import { type IdentityEndpoint, startIdentityEndpoint } from '../testing/identity-endpoint.js';
import { clientOptions } from './client.js';
import { createJournal } from './journal.js';
import { renewing } from './renewing.js';
import { Session } from './session.js';
import { trustAdvice } from './web-identity.js';

/** The cloud's own clock, moved on by the test and by who sleeps. */
class Time implements Clock {
  private ahead = 0;
  now = (): number => Date.now() + this.ahead;
  pass(ms: number): void {
    this.ahead += ms;
  }
  async sleep(ms: number): Promise<void> {
    this.pass(ms);
  }
}

const minute = 60_000;
const role = 'arn:aws:iam::123456789012:role/deploy';
const subject = 'repo:acme/shop:environment:production';

describe('a session of the action', () => {
  let cloud: Cloud;
  let identity: IdentityEndpoint;
  let time: Time;
  let told: { warnings: string[]; lines: string[]; secrets: string[] };
  const before = process.env.AWS_ENDPOINT_URL;

  beforeEach(async () => {
    cloud = await Cloud.start();
    identity = await startIdentityEndpoint(subject);
    time = new Time();
    told = { warnings: [], lines: [], secrets: [] };
    process.env.AWS_ENDPOINT_URL = cloud.endpoint;
  });

  afterEach(async () => {
    if (before === undefined) delete process.env.AWS_ENDPOINT_URL;
    else process.env.AWS_ENDPOINT_URL = before;
    await identity.stop();
    await cloud.stop();
  });

  const session = (more: { durationMs?: number; clock?: Clock; env?: Record<string, string> } = {}): Session =>
    new Session({
      region: 'eu-west-1',
      roleArn: role,
      sessionName: 'sluice-7-1',
      durationMs: more.durationMs ?? 60 * minute,
      clock: more.clock ?? time,
      token: () => identityToken('sts.amazonaws.com', time, more.env ?? identity.env),
      conceal: (secret) => told.secrets.push(secret),
      whenOver: 'What to do: mend it',
      line: (text) => told.lines.push(text),
      warn: (text) => told.warnings.push(text),
    });

  const caller = async (of: Session): Promise<string | undefined> => {
    const sts = new STSClient(clientOptions({ region: 'eu-west-1', credentials: of.credentials }));
    try {
      return (await sts.send(new GetCallerIdentityCommand({}))).Arn;
    } finally {
      sts.destroy();
    }
  };

  test('calls with the role, and conceals the token and both secrets before anything is called with them', async () => {
    const own = session();
    expect(await caller(own)).toBe('arn:aws:sts::123456789012:assumed-role/deploy/sluice-7-1');
    const { secretAccessKey, sessionToken } = await own.credentials();
    expect(told.secrets).toEqual([...identity.given, secretAccessKey, sessionToken]);
    expect(identity.asked).toEqual(['sts.amazonaws.com']);
  });

  test('is taken once, however many ask at once, and renewed once when little of it is left', async () => {
    const own = session();
    const [first] = await Promise.all(Array.from({ length: 20 }, () => own.credentials()));
    expect(identity.given).toHaveLength(1);
    time.pass(44 * minute);
    expect((await own.credentials()).accessKeyId).toBe(first?.accessKeyId);
    expect(identity.given).toHaveLength(1);
    time.pass(2 * minute);
    await Promise.all(Array.from({ length: 20 }, () => own.credentials()));
    await until(async () => (await own.credentials()).accessKeyId !== first?.accessKeyId);
    expect(identity.given).toHaveLength(2);
    expect(new Set(identity.given).size).toBe(2);
  });

  test('of 15 minutes is renewed with a third of it left, and a client goes on with the new one', async () => {
    // A cloud that lives fast, and the session with it: 15 minutes are 0.3 s.
    const fast = await Cloud.start({ speed: 3_000 });
    process.env.AWS_ENDPOINT_URL = fast.endpoint;
    const clock = systemClock(fast.env);
    const own = session({ durationMs: 15 * minute, clock });
    const sts = new STSClient(clientOptions({ region: 'eu-west-1', credentials: own.credentials }));
    try {
      for (const end = clock.now() + 100 * minute; clock.now() < end; await clock.sleep(minute / 2)) {
        await sts.send(new GetCallerIdentityCommand({}));
      }
    } finally {
      sts.destroy();
      await fast.stop();
    }
    expect(identity.given.length).toBeGreaterThanOrEqual(7);
    expect(identity.given.length).toBeLessThanOrEqual(12);
    expect(told.warnings).toEqual([]);
  });

  test('that is over is not used: the call waits for the next', async () => {
    const own = session({ durationMs: 15 * minute });
    const first = await own.credentials();
    time.pass(16 * minute);
    expect((await own.credentials()).accessKeyId).not.toBe(first.accessKeyId);
  });

  test('that cannot be renewed is used to its end, which is told once and at once; then that is the error', async () => {
    const own = session();
    const first = await own.credentials();
    expect(own.ending()).toBeUndefined();
    identity.refuse(403);
    time.pass(50 * minute);
    await own.credentials();
    await until(() => told.warnings.length > 0);
    expect(told.warnings[0]).toMatch(
      /could not be renewed: GitHub gave no identity token: it answered 403\. It is good for another (10m|9m\d+s),/,
    );
    const ending = own.ending();
    expect(ending?.at).toBeGreaterThan(time.now() + 9 * minute);
    expect(ending?.actBy).toBe((ending?.at ?? 0) - 2 * minute);
    time.pass(5 * minute);
    expect(await own.credentials()).toEqual(first);
    time.pass(6 * minute);
    await expect(own.credentials()).rejects.toMatchObject({
      name: 'AccessError',
      message: expect.stringMatching(/session is over and could not be renewed: GitHub gave no identity token/),
      detail: { kind: 'expired' },
    });
    expect(told.warnings).toHaveLength(1);

    identity.refuse(undefined);
    time.pass(minute);
    expect((await own.credentials()).accessKeyId).not.toBe(first.accessKeyId);
    expect(told.lines).toEqual(['The AWS session was renewed after all']);
    expect(own.ending()).toBeUndefined();
  });

  test('whose keys AWS refuses before their time is replaced, and the call is made again', async () => {
    const own = session();
    const journal = renewing(createJournal({ region: 'eu-west-1', credentials: own.credentials }, '/sluice/shop'), own);
    expect(await journal.read()).toBeUndefined();
    await cloud.sluice('expire-credentials');
    time.pass(1);
    expect(await journal.read()).toBeUndefined();
    expect(identity.given).toHaveLength(2);
    await cloud.sluice('expire-credentials');
    identity.refuse(403);
    time.pass(1);
    await expect(journal.read()).rejects.toMatchObject({ name: 'AccessError', detail: { kind: 'expired' } });
  });

  test('survives an identity endpoint and an STS that fail for a moment', async () => {
    let failures = 2;
    const flaky = session();
    identity.refuse(503);
    const sleep = time.sleep.bind(time);
    time.sleep = async (ms) => {
      failures -= 1;
      if (failures === 0) identity.refuse(undefined);
      await sleep(ms);
    };
    await cloud.sluice('error', { operation: 'sts:AssumeRoleWithWebIdentity', status: 500, times: 1 });
    expect(await caller(flaky)).toContain('assumed-role/deploy');
  });

  test('that the role does not trust tells who asked, in both forms, and never the token', async () => {
    await cloud.sluice('sts/distrust');
    const refused = caller(session());
    await expect(refused).rejects.toMatchObject({ name: 'AccessError', detail: { kind: 'denied', resource: role } });
    const message = await refused.catch((error: Error) => error.message);
    expect(message).toContain(`sub "${subject}" and aud "sts.amazonaws.com"`);
    expect(message).toContain('"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"');
    expect(message).toContain(
      `"token.actions.githubusercontent.com:sub":["${subject}","repo:acme@1234/shop@5678:environment:production"]`,
    );
    for (const token of identity.given) expect(message).not.toContain(token.split('.')[1]);
  });

  test('in a job without id-token: write names the permission', async () => {
    await expect(caller(session({ env: {} }))).rejects.toMatchObject({
      name: 'AccessError',
      message: expect.stringContaining('permissions: { id-token: write }'),
    });
  });

  test('longer than AWS gives is a wrong input', async () => {
    await expect(caller(session({ durationMs: 13 * 60 * minute }))).rejects.toMatchObject({
      problems: [{ input: 'role-duration', wrong: expect.stringContaining('43200') }],
    });
  });
});

test('a subject with numbers gives the plain form too, and one of another make stands alone', () => {
  const token = (sub: string) =>
    `x.${Buffer.from(JSON.stringify({ sub, aud: 'a', iss: 'https://ghe.example.com/_services/token' })).toString('base64url')}.y`;
  expect(trustAdvice(token('repo:acme@12/shop@34:ref:refs/heads/main'))).toContain(
    '"ghe.example.com/_services/token:sub":["repo:acme/shop:ref:refs/heads/main","repo:acme@12/shop@34:ref:refs/heads/main"]',
  );
  expect(trustAdvice(token('repo:acme/shop:ref:refs/heads/main'))).toContain(
    'repo:acme@OWNER-ID/shop@REPOSITORY-ID:ref:refs/heads/main',
  );
  expect(trustAdvice(token('job_workflow_ref:acme/x'))).toContain('["job_workflow_ref:acme/x"]'.slice(1, -1));
  expect(trustAdvice('nonsense')).toContain('could not be read');
});

/** Waits for what happens by itself, at most two seconds. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let look = 0; look < 200; look++) {
    if (await isSo()) return;
    await new Promise((next) => setTimeout(next, 10));
  }
  throw new Error('it did not happen');
}
