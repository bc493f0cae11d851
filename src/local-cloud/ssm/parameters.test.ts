import {
  DeleteParameterCommand,
  DeleteParametersCommand,
  DescribeParametersCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  LabelParameterVersionCommand,
  ListTagsForResourceCommand,
  PutParameterCommand,
  type PutParameterCommandInput,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Cloud } from '../cloud.js';

let cloud: Cloud;
let ssm: SSMClient;

beforeEach(async () => {
  cloud = await Cloud.start();
  ssm = new SSMClient({
    endpoint: cloud.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
  });
});

afterEach(async () => {
  ssm.destroy();
  await cloud.stop();
});

const put = (Name: string, Value: string, more: Partial<PutParameterCommandInput> = {}) =>
  ssm.send(new PutParameterCommand({ Name, Value, Type: 'String', ...more }));
const read = async (Name: string) => (await ssm.send(new GetParameterCommand({ Name }))).Parameter;

test('of many who create a parameter without overwrite, one succeeds', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 10 }, (_, i) => put('/lock', `${i}`)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('each overwrite is the next version; old ones are read by number or label', async () => {
  await put('/a', 'one');
  expect(await put('/a', 'two', { Overwrite: true })).toMatchObject({ Version: 2 });
  await ssm.send(new LabelParameterVersionCommand({ Name: '/a', ParameterVersion: 1, Labels: ['live'] }));
  expect(await read('/a')).toMatchObject({ Value: 'two', Version: 2 });
  expect(await read('/a:1')).toMatchObject({ Value: 'one', Version: 1, Selector: ':1' });
  expect(await read('/a:live')).toMatchObject({ Value: 'one', Selector: ':live' });
  expect(await read(cloud.arn('ssm', 'parameter/a'))).toMatchObject({ Value: 'two' });
  await expect(read('/a:9')).rejects.toMatchObject({ name: 'ParameterVersionNotFound' });
  const { Parameters } = await ssm.send(new GetParameterHistoryCommand({ Name: '/a' }));
  expect(Parameters?.map(({ Value, Labels }) => [Value, Labels])).toEqual([
    ['one', ['live']],
    ['two', []],
  ]);
});

test('a deleted parameter is gone and begins at version 1 again', async () => {
  await put('/a', 'one');
  await put('/a', 'two', { Overwrite: true });
  await ssm.send(new DeleteParameterCommand({ Name: '/a' }));
  await expect(read('/a')).rejects.toMatchObject({ name: 'ParameterNotFound', $metadata: { httpStatusCode: 400 } });
  expect(await put('/a', 'three')).toMatchObject({ Version: 1 });
});

test('the limits of the tiers hold, counted in bytes', async () => {
  await expect(put('/a', 'ä'.repeat(2_049))).rejects.toMatchObject({ name: 'ValidationException' });
  await put('/a', 'ä'.repeat(2_048));
  expect(await put('/b', 'x'.repeat(8_192), { Tier: 'Intelligent-Tiering' })).toMatchObject({ Tier: 'Advanced' });
  await expect(put('/c', 'x'.repeat(8_193), { Tier: 'Advanced' })).rejects.toMatchObject({
    name: 'ValidationException',
  });
  await expect(put('/b', 'x', { Tier: 'Standard', Overwrite: true })).rejects.toThrow("can't downgrade");
});

test('the 101st version drops the oldest, unless that has a label', async () => {
  await put('/a', 'v');
  for (let i = 0; i < 100; i++) await cloud.invoke('ssm', 'PutParameter', { Name: '/a', Value: 'v', Overwrite: true });
  await expect(read('/a:1')).rejects.toMatchObject({ name: 'ParameterVersionNotFound' });
  await ssm.send(new LabelParameterVersionCommand({ Name: '/a', ParameterVersion: 2, Labels: ['live'] }));
  await expect(put('/a', 'v', { Overwrite: true })).rejects.toMatchObject({ name: 'ParameterMaxVersionLimitExceeded' });
  expect(await read('/a')).toMatchObject({ Version: 101 });
});

test('paths are read one level or all, missing names are listed', async () => {
  for (const name of ['/shop/a', '/shop/b/c', '/shopping']) await put(name, 'x');
  const names = async (Recursive: boolean) =>
    (await ssm.send(new GetParametersByPathCommand({ Path: '/shop', Recursive }))).Parameters?.map(({ Name }) => Name);
  expect(await names(false)).toEqual(['/shop/a']);
  expect(await names(true)).toEqual(['/shop/a', '/shop/b/c']);
  expect(await ssm.send(new GetParametersCommand({ Names: ['/shop/a', '/none'] }))).toMatchObject({
    Parameters: [{ Name: '/shop/a' }],
    InvalidParameters: ['/none'],
  });
  expect(await ssm.send(new DeleteParametersCommand({ Names: ['/shop/a', '/none'] }))).toMatchObject({
    DeletedParameters: ['/shop/a'],
    InvalidParameters: ['/none'],
  });
});

test('secure strings are readable only with decryption; tags and filters find them', async () => {
  await put('/secret', 'hunter2', { Type: 'SecureString', Tags: [{ Key: 'app', Value: 'shop' }] });
  expect((await read('/secret'))?.Value).not.toContain('hunter2');
  const shown = await ssm.send(new GetParameterCommand({ Name: '/secret', WithDecryption: true }));
  expect(shown.Parameter?.Value).toBe('hunter2');
  const filter = [{ Key: 'Type', Values: ['SecureString'] }];
  const { Parameters } = await ssm.send(new DescribeParametersCommand({ ParameterFilters: filter }));
  expect(Parameters?.map(({ Name, KeyId }) => [Name, KeyId])).toEqual([['/secret', 'alias/aws/ssm']]);
  const tags = await ssm.send(new ListTagsForResourceCommand({ ResourceType: 'Parameter', ResourceId: '/secret' }));
  expect(tags.TagList).toEqual([{ Key: 'app', Value: 'shop' }]);
});

test.each(['a b', '/', '/a//b', 'a/b', '/aws/x', 'ssm-x', `/${'a/'.repeat(16)}b`, ''])(
  'the name %j is refused',
  async (name) => {
    await expect(put(name, 'x')).rejects.toMatchObject({
      name: expect.stringMatching(/^(ValidationException|AccessDeniedException|HierarchyLevelLimitExceededException)$/),
    });
  },
);
