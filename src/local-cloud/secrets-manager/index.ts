import type * as types from '@aws-sdk/client-secrets-manager';
import { only } from '../admin-body.js';
import type { CloudService, Ground, SecretValues } from '../contract.js';
import * as sdk from '../sdk/secrets-manager.js';
import { Secrets } from './secrets.js';

/** Secrets Manager: secrets, their versions, and when they are gone. https://docs.aws.amazon.com/secretsmanager/latest/apireference/ */
export function createSecretsManager(ground: Ground): CloudService & SecretValues {
  const secrets = new Secrets(ground);
  return {
    id: 'secretsmanager',
    sdk,
    wire: { protocol: 'json', version: '1.1', target: 'secretsmanager' },
    signingName: 'secretsmanager',
    operations: {
      CreateSecret: (input: types.CreateSecretRequest) => secrets.create(input),
      DescribeSecret: (input: types.DescribeSecretRequest) => secrets.describe(input),
      GetSecretValue: (input: types.GetSecretValueRequest) => secrets.getValue(input),
      PutSecretValue: (input: types.PutSecretValueRequest) => secrets.putValue(input),
      DeleteSecret: (input: types.DeleteSecretRequest) => secrets.delete(input),
      PutResourcePolicy: (input: types.PutResourcePolicyRequest) => secrets.putPolicy(input),
      GetResourcePolicy: (input: types.GetResourcePolicyRequest) => secrets.getPolicy(input),
      RestoreSecret: (input: types.RestoreSecretRequest) => secrets.restore(input),
    },
    admin: {
      /** CreateSecret with an ARN that is known beforehand: AWS puts six characters of its own at its end. */
      secret: (body) => {
        only(body, ['Name', 'Description', 'SecretString', 'Tags', 'suffix']);
        const { suffix, Name, ...rest } = body;
        if (typeof Name !== 'string') throw new RangeError('Name is a text');
        if (rest.SecretString !== undefined && typeof rest.SecretString !== 'string') {
          throw new RangeError('SecretString is a text');
        }
        if (suffix !== undefined && !/^[A-Za-z0-9]{6}$/.test(String(suffix))) {
          throw new RangeError('suffix is six letters and digits');
        }
        return secrets.create({ Name, ...rest }, suffix === undefined ? undefined : String(suffix));
      },
    },
    get isUsed() {
      return secrets.isUsed;
    },
    value(SecretId, { id, stage }) {
      const answer = secrets.getValue({ SecretId, VersionId: id, VersionStage: stage });
      return answer.SecretString ?? Buffer.from(answer.SecretBinary ?? []).toString('base64');
    },
    stop: async () => {},
  };
}
