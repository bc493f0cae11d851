import {
  AddTagsToResourceCommand,
  GetParameterCommand,
  GetParametersByPathCommand,
  ParameterAlreadyExists,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Cloud } from '../cloud.js';

let cloud: Cloud;
let ssm: SSMClient;
let sts: STSClient;

beforeAll(async () => {
  cloud = await Cloud.start();
  const config = {
    endpoint: cloud.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
  };
  ssm = new SSMClient(config);
  sts = new STSClient(config);
});

/** What a test started, ended however the test ends. */
const ending: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});

afterAll(async () => {
  ssm.destroy();
  sts.destroy();
  await cloud.stop();
});

/** A request as no SDK would send it. */
async function raw(headers: Record<string, string>, body: string | Buffer, path = '/', method = 'POST') {
  const authorization =
    'AWS4-HMAC-SHA256 Credential=AKIATEST/20261121/eu-west-1/ssm/aws4_request, SignedHeaders=host, Signature=0';
  const response = await fetch(cloud.endpoint + path, {
    method,
    headers: { authorization, ...headers },
    ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const jsonTarget = (operation: string) => ({
  'x-amz-target': `AmazonSSM.${operation}`,
  'content-type': 'application/x-amz-json-1.1',
});

describe('the JSON protocol', () => {
  test('a parameter written by the SDK is read back with its version, ARN and date', async () => {
    const put = await ssm.send(new PutParameterCommand({ Name: '/shop/lock', Value: 'a', Type: 'String' }));
    expect(put).toMatchObject({ Version: 1, Tier: 'Standard' });
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: '/shop/lock' }));
    expect(Parameter).toMatchObject({ Value: 'a', Version: 1, Type: 'String' });
    expect(Parameter?.ARN).toBe('arn:aws:ssm:eu-west-1:123456789012:parameter/shop/lock');
    expect(Math.abs((Parameter?.LastModifiedDate?.getTime() ?? 0) - Date.now())).toBeLessThan(10_000);
  });

  test('an error arrives as the class the SDK has for it', async () => {
    await ssm.send(new PutParameterCommand({ Name: '/twice', Value: 'a', Type: 'String' }));
    const again = ssm.send(new PutParameterCommand({ Name: '/twice', Value: 'b', Type: 'String' }));
    await expect(again).rejects.toBeInstanceOf(ParameterAlreadyExists);
  });

  test('a missing required member is refused with its name', async () => {
    const { status, text } = await raw(jsonTarget('PutParameter'), '{"Value":"x"}');
    expect(status).toBe(400);
    expect(JSON.parse(text)).toEqual({
      __type: 'ValidationException',
      message:
        "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null",
    });
  });

  test('null stands for absent', async () => {
    const { text } = await raw(jsonTarget('GetParameter'), '{"Name":null}');
    expect(JSON.parse(text).message).toContain("Value null at 'name'");
  });

  test('a value of the wrong type is a SerializationException', async () => {
    const { status, text } = await raw(jsonTarget('GetParameter'), '{"Name":7}');
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ __type: 'SerializationException' });
    expect(JSON.parse(text).message).toContain('NUMBER_VALUE can not be converted to a String');
  });

  test('garbage is a SerializationException, never HTML', async () => {
    const { status, text, headers } = await raw(jsonTarget('GetParameter'), Buffer.from([0xff, 0x00, 0x7b]));
    expect(status).toBe(400);
    expect(headers.get('content-type')).toBe('application/x-amz-json-1.1');
    expect(JSON.parse(text).__type).toBe('SerializationException');
  });

  test('a body larger than any service takes is refused in its protocol, and the cloud goes on', async () => {
    const body = Buffer.alloc(17 * 1024 * 1024, 32);
    const json = await raw(jsonTarget('GetParameter'), body);
    expect(json.status).toBe(413);
    expect(JSON.parse(json.text).__type).toBe('RequestEntityTooLargeException');
    const query = await raw({ 'content-type': 'application/x-www-form-urlencoded' }, body);
    expect(query.status).toBe(413);
    expect(query.text).toContain('<Code>RequestEntityTooLarge</Code>');
    expect((await raw(jsonTarget('GetParameters'), '{"Names":["/none"]}')).status).toBe(200);
  });

  test('an unknown member is ignored, as AWS does', async () => {
    const { status } = await raw(jsonTarget('GetParameters'), '{"Names":["/none"],"Colour":"red"}');
    expect(status).toBe(200);
  });

  test.each([
    'AmazonSSM.Nonsense',
    'AmazonSSM.constructor',
    'AmazonSSM.SendCommand',
    'NoSuchService.GetParameter',
    'x',
  ])('%s is an UnknownOperationException', async (target) => {
    const { status, text } = await raw({ 'x-amz-target': target }, '{}');
    expect(status).toBe(400);
    expect(JSON.parse(text).__type).toBe('UnknownOperationException');
  });

  test('a GET without a target is refused in JSON', async () => {
    const { status, text } = await raw({}, '', '/', 'GET');
    expect(status).toBe(400);
    expect(JSON.parse(text).__type).toBe('UnknownOperationException');
  });

  test('an unsigned request is refused', async () => {
    const { status, text } = await raw({ ...jsonTarget('GetParameter'), authorization: '' }, '{"Name":"/x"}');
    expect(status).toBe(400);
    expect(JSON.parse(text).__type).toBe('MissingAuthenticationTokenException');
  });

  test('pages go on where they ended and a foreign token is refused', async () => {
    for (let i = 0; i < 12; i++) {
      await ssm.send(new PutParameterCommand({ Name: `/pages/p${i + 10}`, Value: 'x', Type: 'String' }));
    }
    const first = await ssm.send(new GetParametersByPathCommand({ Path: '/pages' }));
    const second = await ssm.send(
      new GetParametersByPathCommand({ Path: '/pages', ...(first.NextToken ? { NextToken: first.NextToken } : {}) }),
    );
    expect(first.Parameters).toHaveLength(10);
    expect(second.Parameters?.map(({ Name }) => Name)).toEqual(['/pages/p20', '/pages/p21']);
    expect(second.NextToken).toBeUndefined();
    const foreign = ssm.send(new GetParametersByPathCommand({ Path: '/pages', NextToken: 'nonsense' }));
    await expect(foreign).rejects.toMatchObject({ name: 'InvalidNextToken' });
  });
});

describe('the Query protocol', () => {
  test('an answer in XML is read by the SDK', async () => {
    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: '123456789012',
      Arn: 'arn:aws:iam::123456789012:user/sluice',
    });
  });

  test('an unknown action is InvalidAction in XML', async () => {
    const { status, text, headers } = await raw(
      { 'content-type': 'application/x-www-form-urlencoded', authorization: '' },
      'Action=Nonsense&Version=2011-06-15',
    );
    expect(status).toBe(400);
    expect(headers.get('content-type')).toBe('text/xml');
    expect(text).toContain('<Code>InvalidAction</Code>');
    expect(text).toContain('Could not find operation Nonsense for version 2011-06-15');
  });

  test('a missing member and a number that is none are refused by name', async () => {
    const role = 'RoleArn=arn:aws:iam::123456789012:role/deploy';
    const send = (form: string) =>
      raw(
        { 'content-type': 'application/x-www-form-urlencoded' },
        `Action=AssumeRoleWithWebIdentity&Version=2011-06-15&${form}`,
      );
    // Signed for ssm, which has no Query API: the scope decides.
    expect((await send(role)).text).toContain('<Code>InvalidAction</Code>');
    const unsigned = (form: string) =>
      raw(
        { 'content-type': 'application/x-www-form-urlencoded', authorization: '' },
        `Action=AssumeRoleWithWebIdentity&Version=2011-06-15&${form}`,
      );
    const missing = await unsigned(role);
    expect(missing.text).toContain('<Code>ValidationError</Code>');
    expect(missing.text).toContain("2 validation errors detected: Value null at 'roleSessionName'");
    const wrong = await unsigned(`${role}&RoleSessionName=ab&WebIdentityToken=x&DurationSeconds=soon`);
    expect(wrong.text).toContain('<Code>MalformedInput</Code>');
  });
});

describe('session credentials', () => {
  test('those of a role are the caller until they expire, in cloud time, and are refused after', async () => {
    const fast = await Cloud.start({ speed: 3_600 });
    ending.push(() => fast.stop());
    const config = { endpoint: fast.endpoint, region: 'eu-west-1' };
    const base = new STSClient({ ...config, credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' } });
    const { Credentials } = await base.send(
      new AssumeRoleCommand({
        RoleArn: 'arn:aws:iam::123456789012:role/ci/deploy',
        RoleSessionName: 'run-7',
        DurationSeconds: 1800,
      }),
    );
    const credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    };
    const session = new STSClient({ ...config, credentials });
    const sessionSsm = new SSMClient({ ...config, credentials });
    const forged = new STSClient({ ...config, credentials: { ...credentials, sessionToken: 'other' } });
    ending.push(...[base, session, sessionSsm, forged].map((client) => () => client.destroy()));
    expect((await session.send(new GetCallerIdentityCommand({}))).Arn).toBe(
      'arn:aws:sts::123456789012:assumed-role/deploy/run-7',
    );
    await expect(forged.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
    await new Promise((resolve) => setTimeout(resolve, 600));
    await expect(session.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'ExpiredToken',
      $metadata: { httpStatusCode: 403 },
    });
    const add = new AddTagsToResourceCommand({ ResourceType: 'Parameter', ResourceId: '/x', Tags: [] });
    await expect(sessionSsm.send(add)).rejects.toMatchObject({
      name: 'ExpiredTokenException',
      $metadata: { httpStatusCode: 400 },
    });
  });
});
