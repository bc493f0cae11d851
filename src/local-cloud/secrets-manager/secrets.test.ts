import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetResourcePolicyCommand,
  GetSecretValueCommand,
  PutResourcePolicyCommand,
  PutSecretValueCommand,
  RestoreSecretCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Cloud } from '../cloud.js';

let cloud: Cloud;
let secrets: SecretsManagerClient;

beforeAll(async () => {
  cloud = await Cloud.start();
  secrets = new SecretsManagerClient({
    endpoint: cloud.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
  });
});

afterAll(async () => {
  secrets.destroy();
  await cloud.stop();
});

const textOf = async (part: { SecretId: string; VersionStage?: string }) =>
  (await secrets.send(new GetSecretValueCommand(part))).SecretString;

test('a secret is read by name, by ARN, and by ARN without its last six characters', async () => {
  const { ARN = '' } = await secrets.send(new CreateSecretCommand({ Name: 'shop/database', SecretString: 'one' }));
  expect(ARN).toMatch(/^arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop\/database-[A-Za-z0-9]{6}$/);
  for (const SecretId of ['shop/database', ARN, ARN.slice(0, -7)]) expect(await textOf({ SecretId })).toBe('one');
});

test('a new value becomes AWSCURRENT, and the one before AWSPREVIOUS', async () => {
  await secrets.send(new CreateSecretCommand({ Name: 'rotated', SecretString: '1' }));
  for (const SecretString of ['2', '3']) {
    await secrets.send(new PutSecretValueCommand({ SecretId: 'rotated', SecretString }));
  }
  expect(await textOf({ SecretId: 'rotated' })).toBe('3');
  expect(await textOf({ SecretId: 'rotated', VersionStage: 'AWSPREVIOUS' })).toBe('2');
  const { VersionIdsToStages = {} } = await secrets.send(new DescribeSecretCommand({ SecretId: 'rotated' }));
  expect(Object.values(VersionIdsToStages).flat().sort()).toEqual(['AWSCURRENT', 'AWSPREVIOUS']);
});

test('a secret marked for deletion can be described and restored, not read', async () => {
  await secrets.send(new CreateSecretCommand({ Name: 'old', SecretString: 'x' }));
  await secrets.send(new DeleteSecretCommand({ SecretId: 'old', RecoveryWindowInDays: 7 }));
  const { DeletedDate } = await secrets.send(new DescribeSecretCommand({ SecretId: 'old' }));
  expect(DeletedDate).toBeInstanceOf(Date);
  await expect(textOf({ SecretId: 'old' })).rejects.toMatchObject({
    name: 'InvalidRequestException',
    message: "You can't perform this operation on the secret because it was marked for deletion.",
  });
  await secrets.send(new RestoreSecretCommand({ SecretId: 'old' }));
  expect(await textOf({ SecretId: 'old' })).toBe('x');
});

test.each([
  ['what is not there', new GetSecretValueCommand({ SecretId: 'nothing' }), 'ResourceNotFoundException'],
  ['a name twice', new CreateSecretCommand({ Name: 'twice' }), 'ResourceExistsException'],
  ['a secret without value', new GetSecretValueCommand({ SecretId: 'twice' }), 'ResourceNotFoundException'],
  ['no value', new PutSecretValueCommand({ SecretId: 'twice' }), 'InvalidParameterException'],
  [
    'a short window',
    new DeleteSecretCommand({ SecretId: 'twice', RecoveryWindowInDays: 3 }),
    'InvalidParameterException',
  ],
])('%s is refused', async (_what, command, name) => {
  await secrets.send(new CreateSecretCommand({ Name: 'twice' })).catch(() => {});
  await expect(secrets.send(command as GetSecretValueCommand)).rejects.toMatchObject({ name });
});

test('a secret has no policy of its own before it gets one', async () => {
  const { ARN } = await secrets.send(new CreateSecretCommand({ Name: 'guarded', SecretString: 'x' }));
  const policy = async () => (await secrets.send(new GetResourcePolicyCommand({ SecretId: ARN }))).ResourcePolicy;
  expect(await policy()).toBeUndefined();
  const put = (ResourcePolicy: string) =>
    secrets.send(new PutResourcePolicyCommand({ SecretId: 'guarded', ResourcePolicy }));
  await put('{"Statement":[]}');
  expect(await policy()).toBe('{"Statement":[]}');
  await expect(put('{')).rejects.toMatchObject({ name: 'MalformedPolicyDocumentException' });
});
