import { describe, expect, test } from '@jest/globals';
import { cpuUnits, mebibytes } from './fargate.js';
import { ecrImage } from './image-reference.js';
import { principalOf } from './principal.js';
import { parameterArn, parameterName, secretReference } from './secret-reference.js';
import { isTrusted } from './trust.js';

const digest = `sha256:${'0'.repeat(64)}`;
const ecr = { account: '123456789012', region: 'eu-central-1', repository: 'team/shop' };
const host = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';

describe('the reference of an image', () => {
  test.each([
    [`${host}/team/shop:1.2`, { ...ecr, tag: '1.2' }],
    [`${host}/team/shop`, { ...ecr, tag: 'latest' }],
    [`${host}/team/shop@${digest}`, { ...ecr, digest }],
    [`${host}/team/shop:1.2@${digest}`, { ...ecr, digest }],
    [
      '123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/a:1',
      { account: '123456789012', region: 'us-gov-west-1', repository: 'a', tag: '1' },
    ],
    [
      '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/a:1',
      { account: '123456789012', region: 'cn-north-1', repository: 'a', tag: '1' },
    ],
    [
      '123456789012.dkr-ecr.eu-west-1.on.aws/a:1',
      { account: '123456789012', region: 'eu-west-1', repository: 'a', tag: '1' },
    ],
  ])('%s names its account, Region, repository and tag or digest', (reference, image) => {
    expect(ecrImage(reference)).toEqual(image);
  });

  test.each(['nginx', 'nginx:1', 'public.ecr.aws/a/b:1', 'localhost:5000/a', `${host}.example.com/a:1`, ''])(
    '%j is of no private registry of ECR',
    (reference) => {
      expect(ecrImage(reference)).toBeUndefined();
    },
  );
});

describe('what a secret points at', () => {
  const region = 'eu-west-1';
  const secret = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:db-AbCdEf';
  test.each([
    [secret, { kind: 'secret', id: secret, region: 'eu-central-1', account: '123456789012' }],
    [`${secret}:url:AWSCURRENT:`, { kind: 'secret', id: secret, region: 'eu-central-1', account: '123456789012' }],
    ['/shop/key', { kind: 'parameter', name: '/shop/key', region, account: '' }],
    [
      'arn:aws:ssm:eu-central-1:123456789012:parameter/shop/key',
      {
        kind: 'parameter',
        name: 'arn:aws:ssm:eu-central-1:123456789012:parameter/shop/key',
        region: 'eu-central-1',
        account: '123456789012',
      },
    ],
    ['/aws/reference/secretsmanager/db', { kind: 'unknown' }],
    ['arn:aws:s3:::bucket/file.env', { kind: 'unknown' }],
    ['arn:aws:secretsmanager:eu-central-1:123456789012:secret:', { kind: 'unknown' }],
  ])('is read from %s', (valueFrom, reference) => {
    expect(secretReference(valueFrom, region)).toEqual(reference);
  });

  test('a parameter is the same by its name and by its ARN', () => {
    for (const name of ['/shop/key', 'key']) {
      expect(parameterName(parameterArn(name, 'aws', region, '123456789012'))).toBe(name);
    }
  });
});

describe('who takes a role', () => {
  const policy = (statement: object): string => JSON.stringify({ Statement: [statement] });
  const ecs = 'ecs-tasks.amazonaws.com';
  const allow = { Effect: 'Allow', Principal: { Service: ecs }, Action: 'sts:AssumeRole' };
  test.each([
    ['one service', policy(allow), true],
    [
      'one of several services and actions',
      policy({
        ...allow,
        Principal: { Service: ['ec2.amazonaws.com', ecs] },
        Action: ['sts:TagSession', 'sts:AssumeRole'],
      }),
      true,
    ],
    ['under a condition', policy({ ...allow, Condition: { ArnLike: { 'aws:SourceArn': '*' } } }), true],
    ['another service', policy({ ...allow, Principal: { Service: 'ecs.amazonaws.com' } }), false],
    ['accounts only', policy({ ...allow, Principal: { AWS: '123456789012' } }), false],
    ['another action', policy({ ...allow, Action: 'sts:TagSession' }), false],
    ['a denial beside it', JSON.stringify({ Statement: [allow, { ...allow, Effect: 'Deny' }] }), false],
    ['no policy at all', 'not JSON', undefined],
  ])('%s', (_what, text, trusted) => {
    expect(isTrusted(text, ecs)).toBe(trusted);
  });
});

test('a caller is told apart by its ARN', () => {
  expect(principalOf('arn:aws-cn:sts::123456789012:assumed-role/deploy/session')).toEqual({
    kind: 'role',
    name: 'deploy',
    arn: 'arn:aws-cn:iam::123456789012:role/deploy',
  });
  expect(principalOf('arn:aws:iam::123456789012:user/team/anna').kind).toBe('user');
  expect(principalOf('arn:aws:iam::123456789012:root').kind).toBe('root');
  expect(principalOf('arn:aws:sts::123456789012:federated-user/anna').kind).toBe('other');
});

test('CPU and memory are read in both of their units', () => {
  expect(['256', '.25 vCPU', '0.25vcpu', '1 vCPU', 'much', '1.5', ''].map(cpuUnits)).toEqual([
    256,
    256,
    256,
    1024,
    undefined,
    undefined,
    undefined,
  ]);
  expect(['512', '0.5GB', '1 gb', '2 GiB', 'x'].map(mebibytes)).toEqual([512, 512, 1024, undefined, undefined]);
});
