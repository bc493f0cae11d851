import { DescribeSecurityGroupsCommand, DescribeSubnetsCommand, DescribeVpcsCommand } from '@aws-sdk/client-ec2';
import {
  BatchGetImageCommand,
  CreateRepositoryCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
} from '@aws-sdk/client-ecr';
import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  RestoreSecretCommand,
} from '@aws-sdk/client-secrets-manager';
import type { Step } from './scenario.js';

/** What tasks need before they start, as a preflight reads it. */

const step = (name: string, act: Step['act']): Step => ({ name, act });

const repositoryName = 'team/shop';

const ecr: readonly Step[] = [
  step('ecr: create', ({ ecr: client }) => client.send(new CreateRepositoryCommand({ repositoryName }))),
  step('ecr: create again', ({ ecr: client }) => client.send(new CreateRepositoryCommand({ repositoryName }))),
  step('ecr: create with a bad name', ({ ecr: client }) =>
    client.send(new CreateRepositoryCommand({ repositoryName: 'Shop' })),
  ),
  step('ecr: describe', ({ ecr: client }) =>
    client.send(new DescribeRepositoriesCommand({ repositoryNames: [repositoryName] })),
  ),
  step('ecr: describe what is not there', ({ ecr: client }) =>
    client.send(new DescribeRepositoriesCommand({ repositoryNames: ['nothing'] })),
  ),
  step('ecr: images of none', ({ ecr: client }) => client.send(new DescribeImagesCommand({ repositoryName }))),
  step('ecr: an image that is not there', ({ ecr: client }) =>
    client.send(new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: '9' }] })),
  ),
  step('ecr: get an image that is not there', ({ ecr: client }) =>
    client.send(new BatchGetImageCommand({ repositoryName, imageIds: [{ imageTag: '9' }] })),
  ),
  step('ecr: get an image of what is not there', ({ ecr: client }) =>
    client.send(new BatchGetImageCommand({ repositoryName: 'nothing', imageIds: [{ imageTag: '9' }] })),
  ),
];

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const PolicyDocument = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
});
const RoleName = 'shop';
const managed = 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy';

const iam: readonly Step[] = [
  step('iam: create role', ({ iam: client }) =>
    client.send(new CreateRoleCommand({ RoleName, Path: '/ecs/', AssumeRolePolicyDocument: trust })),
  ),
  step('iam: create role again', ({ iam: client }) =>
    client.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust })),
  ),
  step('iam: get role', ({ iam: client }) => client.send(new GetRoleCommand({ RoleName }))),
  step('iam: get what is not there', ({ iam: client }) => client.send(new GetRoleCommand({ RoleName: 'nobody' }))),
  step('iam: put policy', ({ iam: client }) =>
    client.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'read', PolicyDocument })),
  ),
  step('iam: put a policy that is no JSON', ({ iam: client }) =>
    client.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'bad', PolicyDocument: '{' })),
  ),
  step('iam: list policies', ({ iam: client }) => client.send(new ListRolePoliciesCommand({ RoleName }))),
  step('iam: get policy', ({ iam: client }) => client.send(new GetRolePolicyCommand({ RoleName, PolicyName: 'read' }))),
  step('iam: get a policy that is not there', ({ iam: client }) =>
    client.send(new GetRolePolicyCommand({ RoleName, PolicyName: 'nothing' })),
  ),
  step('iam: attach', ({ iam: client }) => client.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: managed }))),
  step('iam: attach what is not there', ({ iam: client }) =>
    client.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: 'arn:aws:iam::123456789012:policy/nothing' })),
  ),
  step('iam: list attached', ({ iam: client }) => client.send(new ListAttachedRolePoliciesCommand({ RoleName }))),
  step('iam: create policy', ({ iam: client }) =>
    client.send(new CreatePolicyCommand({ PolicyName: 'own', PolicyDocument })),
  ),
];

const ec2: readonly Step[] = [
  step('ec2: a subnet that is not there', ({ ec2: client }) =>
    client.send(new DescribeSubnetsCommand({ SubnetIds: ['subnet-0a1b2c3d4e5f60009'] })),
  ),
  step('ec2: a security group that is not there', ({ ec2: client }) =>
    client.send(new DescribeSecurityGroupsCommand({ GroupIds: ['sg-0a1b2c3d4e5f60009'] })),
  ),
  step('ec2: a VPC that is not there', ({ ec2: client }) =>
    client.send(new DescribeVpcsCommand({ VpcIds: ['vpc-0a1b2c3d4e5f60009'] })),
  ),
  step('ec2: none by filter', ({ ec2: client }) =>
    client.send(new DescribeSubnetsCommand({ Filters: [{ Name: 'vpc-id', Values: ['vpc-0a1b2c3d4e5f60009'] }] })),
  ),
];

const SecretId = 'shop/database';

const secrets: readonly Step[] = [
  step('secrets: create', ({ secrets: client }) =>
    client.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'one', Description: 'of the shop' })),
  ),
  step('secrets: create again', ({ secrets: client }) =>
    client.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'two' })),
  ),
  step('secrets: read', ({ secrets: client }) => client.send(new GetSecretValueCommand({ SecretId }))),
  step('secrets: read what is not there', ({ secrets: client }) =>
    client.send(new GetSecretValueCommand({ SecretId: 'nothing' })),
  ),
  step('secrets: read a stage that is not there', ({ secrets: client }) =>
    client.send(new GetSecretValueCommand({ SecretId, VersionStage: 'AWSPREVIOUS' })),
  ),
  step('secrets: put', ({ secrets: client }) =>
    client.send(new PutSecretValueCommand({ SecretId, SecretString: 'two' })),
  ),
  step('secrets: read the one before', ({ secrets: client }) =>
    client.send(new GetSecretValueCommand({ SecretId, VersionStage: 'AWSPREVIOUS' })),
  ),
  step('secrets: describe', async ({ secrets: client }) => {
    const { VersionIdsToStages = {}, ...answer } = await client.send(new DescribeSecretCommand({ SecretId }));
    return { ...answer, stages: Object.values(VersionIdsToStages).flat().sort() };
  }),
  step('secrets: delete', ({ secrets: client }) =>
    client.send(new DeleteSecretCommand({ SecretId, RecoveryWindowInDays: 7 })),
  ),
  step('secrets: delete at short notice', ({ secrets: client }) =>
    client.send(new DeleteSecretCommand({ SecretId, RecoveryWindowInDays: 3 })),
  ),
  step('secrets: read what is marked for deletion', ({ secrets: client }) =>
    client.send(new GetSecretValueCommand({ SecretId })),
  ),
  step('secrets: restore', ({ secrets: client }) => client.send(new RestoreSecretCommand({ SecretId }))),
];

export const prerequisites: readonly Step[] = [...ecr, ...iam, ...ec2, ...secrets];
