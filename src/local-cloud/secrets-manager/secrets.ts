import { randomInt, randomUUID } from 'node:crypto';
import type * as sdk from '@aws-sdk/client-secrets-manager';
import { AwsError, type Ground } from '../contract.js';

interface Version {
  readonly id: string;
  readonly text: string | undefined;
  readonly binary: Uint8Array | undefined;
  readonly createdAt: number;
  stages: string[];
}

interface Secret {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: number;
  readonly description: string | undefined;
  readonly kmsKeyId: string | undefined;
  readonly tags: readonly sdk.Tag[];
  readonly versions: Map<string, Version>;
  changedAt: number;
  /** The policy of the secret itself, as JSON. */
  policy?: string | undefined;
  /** When it is gone for good. */
  deletedAt: number | undefined;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const dayMs = 24 * 3_600_000;

/** Secrets and their versions: https://docs.aws.amazon.com/secretsmanager/latest/apireference/ */
export class Secrets {
  private readonly secrets = new Map<string, Secret>();
  isUsed = false;

  constructor(private readonly ground: Ground) {}

  /** @param suffix the six characters at the end of the ARN, which AWS chooses */
  create(input: sdk.CreateSecretRequest, suffix = randomSuffix()): sdk.CreateSecretResponse {
    const name = input.Name ?? '';
    if (!/^[A-Za-z0-9/_+=.@-]{1,512}$/.test(name)) {
      throw new AwsError(
        'ValidationException',
        'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
      );
    }
    const before = this.secrets.get(name);
    if (before?.deletedAt !== undefined && before.deletedAt > this.now()) {
      throw new AwsError(
        'InvalidRequestException',
        "You can't create this secret because a secret with this name is already scheduled for deletion.",
      );
    }
    if (before !== undefined && before.deletedAt === undefined) {
      throw new AwsError('ResourceExistsException', `The operation failed because the secret ${name} already exists.`);
    }
    const secret: Secret = {
      name,
      arn: this.ground.arn('secretsmanager', `secret:${name}-${suffix}`),
      createdAt: this.now(),
      description: input.Description,
      kmsKeyId: input.KmsKeyId,
      tags: input.Tags ?? [],
      versions: new Map(),
      changedAt: this.now(),
      deletedAt: undefined,
    };
    this.secrets.set(name, secret);
    this.isUsed = true;
    const hasValue = input.SecretString !== undefined || input.SecretBinary !== undefined;
    const version = hasValue ? this.addVersion(secret, input, ['AWSCURRENT']) : undefined;
    return { ARN: secret.arn, Name: name, ...(version === undefined ? {} : { VersionId: version.id }) };
  }

  putValue(input: sdk.PutSecretValueRequest): sdk.PutSecretValueResponse {
    const secret = this.living(input.SecretId);
    if (input.SecretString === undefined && input.SecretBinary === undefined) {
      throw new AwsError('InvalidParameterException', 'You must provide either SecretString or SecretBinary.');
    }
    const version = this.addVersion(secret, input, input.VersionStages ?? ['AWSCURRENT']);
    return { ARN: secret.arn, Name: secret.name, VersionId: version.id, VersionStages: [...version.stages] };
  }

  getValue(input: sdk.GetSecretValueRequest): sdk.GetSecretValueResponse {
    const secret = this.living(input.SecretId);
    const version = this.version(secret, { id: input.VersionId, stage: input.VersionStage });
    return {
      ARN: secret.arn,
      Name: secret.name,
      VersionId: version.id,
      SecretString: version.text,
      SecretBinary: version.binary,
      VersionStages: [...version.stages],
      CreatedDate: new Date(version.createdAt),
    };
  }

  describe(input: sdk.DescribeSecretRequest): sdk.DescribeSecretResponse {
    const secret = this.found(input.SecretId);
    const staged = [...secret.versions.values()].filter(({ stages }) => stages.length > 0);
    return {
      ARN: secret.arn,
      Name: secret.name,
      Description: secret.description,
      KmsKeyId: secret.kmsKeyId,
      LastChangedDate: new Date(secret.changedAt),
      DeletedDate: secret.deletedAt === undefined ? undefined : new Date(secret.deletedAt),
      Tags: [...secret.tags],
      VersionIdsToStages: Object.fromEntries(staged.map(({ id, stages }) => [id, [...stages]])),
      CreatedDate: new Date(secret.createdAt),
    };
  }

  /** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html */
  delete(input: sdk.DeleteSecretRequest): sdk.DeleteSecretResponse {
    const days = input.RecoveryWindowInDays;
    if (days !== undefined && (input.ForceDeleteWithoutRecovery === true || days < 7 || days > 30)) {
      throw new AwsError(
        'InvalidParameterException',
        input.ForceDeleteWithoutRecovery === true
          ? "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays."
          : 'The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).',
      );
    }
    const secret = this.living(input.SecretId);
    if (input.ForceDeleteWithoutRecovery === true) {
      this.secrets.delete(secret.name);
      return { ARN: secret.arn, Name: secret.name, DeletionDate: new Date(this.now()) };
    }
    secret.deletedAt = this.now() + (days ?? 30) * dayMs;
    return { ARN: secret.arn, Name: secret.name, DeletionDate: new Date(secret.deletedAt) };
  }

  restore(input: sdk.RestoreSecretRequest): sdk.RestoreSecretResponse {
    const secret = this.found(input.SecretId);
    secret.deletedAt = undefined;
    return { ARN: secret.arn, Name: secret.name };
  }

  /** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html */
  putPolicy(input: sdk.PutResourcePolicyRequest): sdk.PutResourcePolicyResponse {
    const secret = this.living(input.SecretId);
    try {
      JSON.parse(input.ResourcePolicy ?? '');
    } catch {
      throw new AwsError(
        'MalformedPolicyDocumentException',
        'This resource policy contains a malformed JSON document.',
      );
    }
    secret.policy = input.ResourcePolicy;
    return { ARN: secret.arn, Name: secret.name };
  }

  /** Without a policy the answer has none. https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetResourcePolicy.html */
  getPolicy(input: sdk.GetResourcePolicyRequest): sdk.GetResourcePolicyResponse {
    const { arn, name, policy } = this.found(input.SecretId);
    return { ARN: arn, Name: name, ...(policy === undefined ? {} : { ResourcePolicy: policy }) };
  }

  private addVersion(
    secret: Secret,
    input: {
      SecretString?: string | undefined;
      SecretBinary?: Uint8Array | undefined;
      ClientRequestToken?: string | undefined;
    },
    stages: readonly string[],
  ): Version {
    const id = input.ClientRequestToken ?? randomUUID();
    const before = secret.versions.get(id);
    if (before !== undefined) {
      const isSame = before.text === input.SecretString;
      if (isSame) return before;
      throw new AwsError(
        'ResourceExistsException',
        `The operation failed because a version with id ${id} already exists.`,
      );
    }
    const version: Version = {
      id,
      text: input.SecretString,
      binary: input.SecretBinary,
      createdAt: this.now(),
      stages: [...stages],
    };
    for (const other of secret.versions.values()) {
      const wasCurrent = stages.includes('AWSCURRENT') && other.stages.includes('AWSCURRENT');
      other.stages = other.stages.filter(
        (stage) => !stages.includes(stage) && !(stages.includes('AWSCURRENT') && stage === 'AWSPREVIOUS'),
      );
      if (wasCurrent) other.stages.push('AWSPREVIOUS');
    }
    secret.versions.set(id, version);
    secret.changedAt = this.now();
    return version;
  }

  private version(secret: Secret, wanted: { id?: string | undefined; stage?: string | undefined }): Version {
    const stage = wanted.stage ?? (wanted.id === undefined ? 'AWSCURRENT' : undefined);
    const found = [...secret.versions.values()].find(
      (each) => (wanted.id ?? each.id) === each.id && (stage === undefined || each.stages.includes(stage)),
    );
    if (found !== undefined) return found;
    const what = stage === undefined ? `version id: ${wanted.id}` : `staging label: ${stage}`;
    throw new AwsError(
      'ResourceNotFoundException',
      `Secrets Manager can't find the specified secret value for ${what}`,
    );
  }

  /** By name or ARN, whose last six characters may be left out. */
  private found(id: string | undefined): Secret {
    const found = [...this.secrets.values()].find(
      ({ name, arn }) => id === name || id === arn || id === arn.slice(0, -7),
    );
    if (found !== undefined && !(found.deletedAt !== undefined && found.deletedAt <= this.now())) return found;
    throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
  }

  private living(id: string | undefined): Secret {
    const secret = this.found(id);
    if (secret.deletedAt === undefined) return secret;
    throw new AwsError(
      'InvalidRequestException',
      "You can't perform this operation on the secret because it was marked for deletion.",
    );
  }

  private now(): number {
    return this.ground.clock.now();
  }
}

function randomSuffix(): string {
  return Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
