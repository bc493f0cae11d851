import type * as sdk from '@aws-sdk/client-ssm';
import { AwsError } from '../contract.js';
import { invalid } from './name.js';

export interface Version {
  readonly version: number;
  readonly value: string;
  readonly type: sdk.ParameterType;
  readonly tier: sdk.ParameterTier;
  readonly dataType: string;
  readonly description?: string | undefined;
  readonly allowedPattern?: string | undefined;
  readonly keyId?: string | undefined;
  readonly modifiedAt: number;
  readonly modifiedBy: string;
  readonly labels: string[];
}

export interface Parameter {
  readonly name: string;
  readonly versions: Version[];
  readonly tags: Map<string, string>;
}

/** Quotas: https://docs.aws.amazon.com/general/latest/gr/ssm.html#limits_ssm */
const standardBytes = 4_096;
const advancedBytes = 8_192;
export const keptVersions = 100;

/** Without decryption a SecureString is an unreadable text. */
export function shown(version: Version, isDecrypted: boolean): string {
  if (version.type !== 'SecureString' || isDecrypted) return version.value;
  return `kms:${version.keyId}:${Buffer.from(version.value).toString('base64')}`;
}

export function metadata(parameter: Parameter, version: Version): sdk.ParameterMetadata {
  return {
    Name: parameter.name,
    Type: version.type,
    KeyId: version.keyId,
    LastModifiedDate: new Date(version.modifiedAt),
    LastModifiedUser: version.modifiedBy,
    Description: version.description,
    AllowedPattern: version.allowedPattern,
    Version: version.version,
    Tier: version.tier,
    Policies: [],
    DataType: version.dataType,
  };
}

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html */
export function tierFor(
  asked: sdk.ParameterTier | undefined,
  last: sdk.ParameterTier | undefined,
  value: string,
): sdk.ParameterTier {
  if (asked === 'Intelligent-Tiering') {
    return last === 'Advanced' || Buffer.byteLength(value) > standardBytes ? 'Advanced' : 'Standard';
  }
  const tier = asked ?? last ?? 'Standard';
  if (last === 'Advanced' && tier === 'Standard') {
    throw invalid(
      "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier to the standard-parameter tier. If necessary, you can delete the advanced parameter and recreate it as a standard parameter.",
    );
  }
  return tier;
}

export function checkValue(value: string, tier: sdk.ParameterTier, allowedPattern: string | undefined): void {
  const bytes = Buffer.byteLength(value);
  if (bytes === 0)
    throw invalid(
      "1 validation error detected: Value '' at 'value' failed to satisfy constraint: Member must have length greater than or equal to 1.",
    );
  if (tier === 'Standard' && bytes > standardBytes) {
    throw invalid(
      'Standard tier parameters support a maximum parameter value of 4096 characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier. For more information, see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html',
    );
  }
  if (bytes > advancedBytes)
    throw invalid('Advanced tier parameters support a maximum parameter value of 8192 characters.');
  if (allowedPattern !== undefined && !new RegExp(allowedPattern).test(value)) {
    throw new AwsError(
      'ParameterPatternMismatchException',
      `Parameter value, cannot be validated against allowedPattern: ${allowedPattern}`,
    );
  }
}

/** The oldest version makes room, unless it has a label. */
export function dropOldest(versions: Version[]): void {
  if (versions[0]!.labels.length > 0) {
    versions.pop();
    throw new AwsError(
      'ParameterMaxVersionLimitExceeded',
      "You attempted to create a new version of a parameter by calling the PutParameter API with the overwrite flag. Version 1, the oldest version, can't be deleted because it has a label associated with it. Move the label to another version of the parameter, and try again.",
    );
  }
  versions.shift();
}
