import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  PutRolePolicyCommand,
  SimulatePrincipalPolicyCommand,
  type SimulatePrincipalPolicyCommandInput,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Cloud } from '../cloud.js';
import { evaluate, like } from './evaluate.js';
import { readPolicy } from './policy.js';

let cloud: Cloud;
let iam: IAMClient;

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const deployer = 'arn:aws:iam::123456789012:role/ci/deploy';
const taskRole = 'arn:aws:iam::123456789012:role/shop-task';

beforeAll(async () => {
  cloud = await Cloud.start();
  iam = new IAMClient({
    endpoint: cloud.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
  });
  await iam.send(new CreateRoleCommand({ RoleName: 'deploy', Path: '/ci/', AssumeRolePolicyDocument: trust }));
  const pass = {
    Statement: [
      { Effect: 'Allow', Action: ['ecs:Describe*', 'ecs:UpdateService'], Resource: '*' },
      {
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: 'arn:aws:iam::*:role/shop-*',
        Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
      },
      { Effect: 'Deny', Action: 'ecs:UpdateService', Resource: '*/production/*' },
    ],
  };
  await iam.send(
    new PutRolePolicyCommand({ RoleName: 'deploy', PolicyName: 'deploy', PolicyDocument: JSON.stringify(pass) }),
  );
});

afterAll(async () => {
  iam.destroy();
  await cloud.stop();
});

const simulate = async (input: Omit<SimulatePrincipalPolicyCommandInput, 'PolicySourceArn'>, source = deployer) =>
  (await iam.send(new SimulatePrincipalPolicyCommand({ PolicySourceArn: source, ...input }))).EvaluationResults ?? [];

test('a role comes back with its trust policy, URL-encoded', async () => {
  const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'deploy' }));
  expect(Role).toMatchObject({ Arn: deployer, Path: '/ci/', MaxSessionDuration: 3600 });
  expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).toBe(trust);
  await expect(iam.send(new GetRoleCommand({ RoleName: 'nobody' }))).rejects.toMatchObject({
    name: 'NoSuchEntityException',
    message: 'The role with name nobody cannot be found.',
  });
});

test('inline and attached policies are listed and read', async () => {
  expect((await iam.send(new ListRolePoliciesCommand({ RoleName: 'deploy' }))).PolicyNames).toEqual(['deploy']);
  const read = await iam.send(new GetRolePolicyCommand({ RoleName: 'deploy', PolicyName: 'deploy' }));
  expect(JSON.parse(decodeURIComponent(read.PolicyDocument ?? ''))).toHaveProperty('Statement');
  const PolicyArn = 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy';
  await iam.send(new CreateRoleCommand({ RoleName: 'execution', AssumeRolePolicyDocument: trust }));
  await iam.send(new AttachRolePolicyCommand({ RoleName: 'execution', PolicyArn }));
  const { AttachedPolicies } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName: 'execution' }));
  expect(AttachedPolicies).toEqual([{ PolicyArn, PolicyName: 'AmazonECSTaskExecutionRolePolicy' }]);
  const source = 'arn:aws:iam::123456789012:role/execution';
  const results = await simulate({ ActionNames: ['logs:PutLogEvents', 'logs:CreateLogGroup'] }, source);
  expect(results.map(({ EvalDecision }) => EvalDecision)).toEqual(['allowed', 'implicitDeny']);
});

describe('SimulatePrincipalPolicy', () => {
  test('tells what is allowed, what nothing allows, and what is denied', async () => {
    const results = await simulate({
      ActionNames: ['ecs:UpdateService', 'ecs:DeleteService'],
      ResourceArns: ['arn:aws:ecs:eu-west-1:123456789012:service/test/web', 'arn:aws:ecs:x:1:service/production/web'],
    });
    expect(results.map((each) => [each.EvalActionName, each.EvalDecision])).toEqual([
      ['ecs:UpdateService', 'allowed'],
      ['ecs:UpdateService', 'explicitDeny'],
      ['ecs:DeleteService', 'implicitDeny'],
      ['ecs:DeleteService', 'implicitDeny'],
    ]);
    expect(results[0]?.MatchedStatements).toMatchObject([{ SourcePolicyId: 'deploy' }]);
  });

  test('a condition needs its key, and names it when it is not told', async () => {
    const input = { ActionNames: ['iam:PassRole'], ResourceArns: [taskRole] };
    expect(await simulate(input)).toMatchObject([
      { EvalDecision: 'implicitDeny', MissingContextValues: ['iam:PassedToService'] },
    ]);
    const to = (service: string) => ({
      ...input,
      ContextEntries: [
        { ContextKeyName: 'iam:PassedToService', ContextKeyValues: [service], ContextKeyType: 'string' as const },
      ],
    });
    expect(await simulate(to('ecs-tasks.amazonaws.com'))).toMatchObject([{ EvalDecision: 'allowed' }]);
    expect(await simulate(to('lambda.amazonaws.com'))).toMatchObject([{ EvalDecision: 'implicitDeny' }]);
  });

  test("a permissions boundary limits what the role's own policies allow", async () => {
    const only = JSON.stringify({ Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*' } });
    const { Policy } = await iam.send(new CreatePolicyCommand({ PolicyName: 'limit', PolicyDocument: only }));
    const all = JSON.stringify({ Statement: { Effect: 'Allow', Action: '*', Resource: '*' } });
    await iam.send(
      new CreateRoleCommand({
        RoleName: 'limited',
        AssumeRolePolicyDocument: trust,
        PermissionsBoundary: Policy?.Arn,
      }),
    );
    await iam.send(new PutRolePolicyCommand({ RoleName: 'limited', PolicyName: 'all', PolicyDocument: all }));
    const results = await simulate(
      { ActionNames: ['s3:GetObject', 'ecs:RunTask'] },
      'arn:aws:iam::123456789012:role/limited',
    );
    expect(results.map(({ EvalDecision }) => EvalDecision)).toEqual(['allowed', 'implicitDeny']);
    expect(results[1]?.PermissionsBoundaryDecisionDetail).toEqual({ AllowedByPermissionsBoundary: false });
  });

  test.each([
    ['a role that is not there', 'arn:aws:iam::123456789012:role/nobody', 'NoSuchEntityException'],
    ['a session', 'arn:aws:sts::123456789012:assumed-role/deploy/run', 'InvalidInputException'],
  ])('%s is refused', async (_what, source, name) => {
    await expect(simulate({ ActionNames: ['ecs:RunTask'] }, source)).rejects.toMatchObject({ name });
  });

  test('the one user may do everything', async () => {
    const user = 'arn:aws:iam::123456789012:user/sluice';
    expect(await simulate({ ActionNames: ['iam:PassRole'] }, user)).toMatchObject([{ EvalDecision: 'allowed' }]);
  });
});

test.each([
  ['no JSON', '{'],
  ['no statement', '{"Version":"2012-10-17"}'],
  ['no effect', '{"Statement":{"Action":"*","Resource":"*"}}'],
  ['no resource', '{"Statement":{"Effect":"Allow","Action":"*"}}'],
])('a policy with %s is malformed', async (_what, PolicyDocument) => {
  await expect(
    iam.send(new PutRolePolicyCommand({ RoleName: 'deploy', PolicyName: 'bad', PolicyDocument })),
  ).rejects.toMatchObject({ name: 'MalformedPolicyDocumentException' });
});

test('a trust policy without principal is malformed', async () => {
  const AssumeRolePolicyDocument = '{"Statement":{"Effect":"Allow","Action":"sts:AssumeRole"}}';
  await expect(iam.send(new CreateRoleCommand({ RoleName: 'bad', AssumeRolePolicyDocument }))).rejects.toMatchObject({
    name: 'MalformedPolicyDocumentException',
  });
});

describe('the evaluation', () => {
  const decide = (statement: Record<string, unknown>, context: Record<string, string[]> = {}) =>
    evaluate(
      [readPolicy('p', JSON.stringify({ Statement: { Effect: 'Allow', Action: '*', Resource: '*', ...statement } }))],
      'ecs:RunTask',
      'arn:x',
      new Map(Object.entries(context)),
    ).decision;

  test.each([
    ['NotAction', { Action: undefined, NotAction: 'ecs:*' }, {}, 'implicitDeny'],
    ['NotResource', { Resource: undefined, NotResource: 'arn:y' }, {}, 'allowed'],
    [
      'a key that is there by IfExists',
      { Condition: { StringEqualsIfExists: { k: 'a' } } },
      { k: ['b'] },
      'implicitDeny',
    ],
    ['a key that is absent by IfExists', { Condition: { StringEqualsIfExists: { k: 'a' } } }, {}, 'allowed'],
    ['Null', { Condition: { Null: { k: 'true' } } }, {}, 'allowed'],
    ['StringNotEquals', { Condition: { StringNotEquals: { k: 'a' } } }, { k: ['a'] }, 'implicitDeny'],
    [
      'ArnLike',
      { Condition: { ArnLike: { k: 'arn:aws:ecs:*:cluster/?' } } },
      { k: ['arn:aws:ecs:x:cluster/a'] },
      'allowed',
    ],
    ['ForAllValues', { Condition: { 'ForAllValues:StringLike': { k: ['a*'] } } }, { k: ['ab', 'b'] }, 'implicitDeny'],
    [
      'an operator that is not known',
      { Condition: { IpAddress: { k: '10.0.0.0/8' } } },
      { k: ['10.0.0.1'] },
      'implicitDeny',
    ],
  ])('%s', (_what, statement, context, decision) => {
    expect(decide(statement, context)).toBe(decision);
  });

  test('a pattern is not a regular expression', () => {
    expect(like('a.b*', 'a.bc')).toBe(true);
    expect(like('a.b', 'axb')).toBe(false);
  });
});
