import type * as sdk from '@aws-sdk/client-ssm';
import { AwsError, type Call, type Ground, type Operation } from '../contract.js';
import { type PageRules, page } from '../wire/page.js';
import { checkName, invalid, select } from './name.js';

interface Version {
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

interface Parameter {
  readonly name: string;
  readonly versions: Version[];
  readonly tags: Map<string, string>;
}

/** Quotas: https://docs.aws.amazon.com/general/latest/gr/ssm.html#limits_ssm */
const standardBytes = 4_096;
const advancedBytes = 8_192;
const keptVersions = 100;

const pages = (most: number): PageRules => ({
  usual: most,
  most,
  sizeMember: 'maxResults',
  sizeError: 'ValidationException',
  tokenError: 'InvalidNextToken',
});

/** Parameter Store. https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html */
export class Parameters {
  private readonly parameters = new Map<string, Parameter>();

  readonly operations: Readonly<Record<string, Operation>> = {
    PutParameter: (input: sdk.PutParameterRequest, call) => this.put(input, call),
    GetParameter: (input: sdk.GetParameterRequest) => this.get(input),
    GetParameters: (input: sdk.GetParametersRequest) => this.getMany(input),
    GetParametersByPath: (input: sdk.GetParametersByPathRequest) => this.getByPath(input),
    GetParameterHistory: (input: sdk.GetParameterHistoryRequest) => this.history(input),
    DeleteParameter: (input: sdk.DeleteParameterRequest) => this.delete(input),
    DeleteParameters: (input: sdk.DeleteParametersRequest) => this.deleteMany(input),
    DescribeParameters: (input: sdk.DescribeParametersRequest) => this.describe(input),
    LabelParameterVersion: (input: sdk.LabelParameterVersionRequest) => this.label(input),
    AddTagsToResource: (input: sdk.AddTagsToResourceRequest) => this.addTags(input),
    RemoveTagsFromResource: (input: sdk.RemoveTagsFromResourceRequest) => this.removeTags(input),
    ListTagsForResource: (input: sdk.ListTagsForResourceRequest) => this.listTags(input),
  };

  constructor(private readonly ground: Ground) {}

  private put(input: sdk.PutParameterRequest, call: Call): sdk.PutParameterResult {
    const name = input.Name ?? '';
    const value = input.Value ?? '';
    checkName(name);
    const known = this.parameters.get(name);
    if (known !== undefined && input.Overwrite !== true) {
      throw new AwsError(
        'ParameterAlreadyExists',
        'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
      );
    }
    if (known !== undefined && input.Tags !== undefined) {
      throw invalid(
        "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.",
      );
    }
    const last = known?.versions.at(-1);
    const type = input.Type ?? last?.type;
    if (type === undefined) throw invalid('A parameter type is required when you create a parameter.');
    const tier = tierFor(input.Tier, last?.tier, value);
    checkValue(value, tier, input.AllowedPattern);
    const version: Version = {
      version: (last?.version ?? 0) + 1,
      value,
      type,
      tier,
      dataType: input.DataType ?? last?.dataType ?? 'text',
      description: input.Description ?? last?.description,
      allowedPattern: input.AllowedPattern,
      keyId: type === 'SecureString' ? (input.KeyId ?? 'alias/aws/ssm') : undefined,
      modifiedAt: this.ground.clock.now(),
      modifiedBy: call.principal,
      labels: [],
    };
    if (known === undefined) {
      const tags = new Map((input.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']));
      this.parameters.set(name, { name, versions: [version], tags });
    } else {
      known.versions.push(version);
      if (known.versions.length > keptVersions) dropOldest(known.versions);
    }
    return { Version: version.version, Tier: tier };
  }

  private get(input: sdk.GetParameterRequest): sdk.GetParameterResult {
    return { Parameter: this.found(input.Name ?? '', input.WithDecryption ?? false) };
  }

  private getMany(input: sdk.GetParametersRequest): sdk.GetParametersResult {
    const names = input.Names ?? [];
    if (names.length > 10) throw tooMany('names', names.length, 10);
    const found: sdk.Parameter[] = [];
    const missing: string[] = [];
    for (const name of new Set(names)) {
      try {
        found.push(this.found(name, input.WithDecryption ?? false));
      } catch {
        missing.push(name);
      }
    }
    return { Parameters: found, InvalidParameters: missing };
  }

  private getByPath(input: sdk.GetParametersByPathRequest): sdk.GetParametersByPathResult {
    const path = input.Path ?? '';
    if (!path.startsWith('/'))
      throw invalid(
        'The parameter doesn\'t meet the parameter name requirements. The parameter name must begin with a forward slash "/".',
      );
    const prefix = path.endsWith('/') ? path : `${path}/`;
    const names = [...this.parameters.keys()]
      .filter((name) => name.startsWith(prefix))
      .filter((name) => input.Recursive === true || !name.slice(prefix.length).includes('/'))
      .sort();
    const { items, nextToken } = page(names, input.NextToken, input.MaxResults, pages(10));
    const Parameters = items.map((name) => this.found(name, input.WithDecryption ?? false));
    return { Parameters, ...(nextToken === undefined ? {} : { NextToken: nextToken }) };
  }

  private history(input: sdk.GetParameterHistoryRequest): sdk.GetParameterHistoryResult {
    const parameter = this.existing(input.Name ?? '');
    const { items, nextToken } = page(parameter.versions, input.NextToken, input.MaxResults, pages(50));
    const Parameters = items.map((version) => ({
      ...metadata(parameter, version),
      Value: shown(version, input.WithDecryption ?? false),
      Labels: [...version.labels],
    }));
    return { Parameters, ...(nextToken === undefined ? {} : { NextToken: nextToken }) };
  }

  private delete(input: sdk.DeleteParameterRequest): sdk.DeleteParameterResult {
    this.parameters.delete(this.existing(input.Name ?? '').name);
    return {};
  }

  private deleteMany(input: sdk.DeleteParametersRequest): sdk.DeleteParametersResult {
    const names = input.Names ?? [];
    if (names.length > 10) throw tooMany('names', names.length, 10);
    const DeletedParameters = names.filter((name) => this.parameters.delete(select(name).name));
    return { DeletedParameters, InvalidParameters: names.filter((name) => !DeletedParameters.includes(name)) };
  }

  private describe(input: sdk.DescribeParametersRequest): sdk.DescribeParametersResult {
    const filters = [
      ...(input.ParameterFilters ?? []).map(({ Key, Option, Values }) => ({ Key, Option: Option ?? 'Equals', Values })),
      ...(input.Filters ?? []).map(({ Key, Values }) => ({ Key, Option: 'BeginsWith', Values })),
    ];
    const all = [...this.parameters.values()]
      .filter((parameter) => filters.every((filter) => passes(parameter, filter)))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const { items, nextToken } = page(all, input.NextToken, input.MaxResults, pages(50));
    const Parameters = items.map((parameter) => ({
      ...metadata(parameter, parameter.versions.at(-1)!),
      ARN: this.arn(parameter.name),
    }));
    return { Parameters, ...(nextToken === undefined ? {} : { NextToken: nextToken }) };
  }

  private label(input: sdk.LabelParameterVersionRequest): sdk.LabelParameterVersionResult {
    const parameter = this.existing(input.Name ?? '');
    const version =
      input.ParameterVersion === undefined
        ? parameter.versions.at(-1)!
        : parameter.versions.find((each) => each.version === input.ParameterVersion);
    if (version === undefined) throw versionNotFound(input.ParameterVersion ?? 0);
    const isValid = (label: string) => /^(?!aws|ssm)[A-Za-z_.-][\w.-]{0,99}$/i.test(label);
    const labels = input.Labels ?? [];
    for (const label of labels.filter(isValid)) {
      for (const other of parameter.versions) {
        const at = other.labels.indexOf(label);
        if (at >= 0) other.labels.splice(at, 1);
      }
      version.labels.push(label);
    }
    return { InvalidLabels: labels.filter((label) => !isValid(label)), ParameterVersion: version.version };
  }

  private addTags(input: sdk.AddTagsToResourceRequest): sdk.AddTagsToResourceResult {
    const { tags } = this.tagged(input.ResourceType, input.ResourceId);
    for (const { Key, Value } of input.Tags ?? []) tags.set(Key ?? '', Value ?? '');
    return {};
  }

  private removeTags(input: sdk.RemoveTagsFromResourceRequest): sdk.RemoveTagsFromResourceResult {
    const { tags } = this.tagged(input.ResourceType, input.ResourceId);
    for (const key of input.TagKeys ?? []) tags.delete(key);
    return {};
  }

  private listTags(input: sdk.ListTagsForResourceRequest): sdk.ListTagsForResourceResult {
    const { tags } = this.tagged(input.ResourceType, input.ResourceId);
    return { TagList: [...tags].map(([Key, Value]) => ({ Key, Value })) };
  }

  private tagged(type: string | undefined, id: string | undefined): Parameter {
    if (type !== 'Parameter') throw new AwsError('InvalidResourceType', `${type} is not a valid resource type here.`);
    const parameter = this.parameters.get(id ?? '');
    if (parameter === undefined) {
      throw new AwsError(
        'InvalidResourceId',
        'The resource ID is not valid. Verify that you entered the correct ID and try again.',
      );
    }
    return parameter;
  }

  private existing(given: string): Parameter {
    const parameter = this.parameters.get(select(given).name);
    // AWS names the parameter in the message only for versions.
    if (parameter === undefined) throw new AwsError('ParameterNotFound', `Parameter ${given} not found.`);
    return parameter;
  }

  private found(given: string, isDecrypted: boolean): sdk.Parameter {
    const selected = select(given);
    const parameter = this.existing(given);
    const isCurrent = selected.version === undefined && selected.label === undefined;
    const version = isCurrent
      ? parameter.versions.at(-1)
      : parameter.versions.find(
          (each) =>
            each.version === selected.version || (selected.label !== undefined && each.labels.includes(selected.label)),
        );
    if (version === undefined) throw versionNotFound(selected.version ?? selected.label ?? '');
    return {
      Name: parameter.name,
      Type: version.type,
      Value: shown(version, isDecrypted),
      Version: version.version,
      ...(selected.selector === undefined ? {} : { Selector: selected.selector }),
      LastModifiedDate: new Date(version.modifiedAt),
      ARN: this.arn(parameter.name),
      DataType: version.dataType,
    };
  }

  private arn(name: string): string {
    return this.ground.arn('ssm', `parameter${name.startsWith('/') ? '' : '/'}${name}`);
  }
}

/** Without decryption a SecureString is an unreadable text. */
function shown(version: Version, isDecrypted: boolean): string {
  if (version.type !== 'SecureString' || isDecrypted) return version.value;
  return `kms:${version.keyId}:${Buffer.from(version.value).toString('base64')}`;
}

function metadata(parameter: Parameter, version: Version): sdk.ParameterMetadata {
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
function tierFor(
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

function checkValue(value: string, tier: sdk.ParameterTier, allowedPattern: string | undefined): void {
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
function dropOldest(versions: Version[]): void {
  if (versions[0]!.labels.length > 0) {
    versions.pop();
    throw new AwsError(
      'ParameterMaxVersionLimitExceeded',
      "You attempted to create a new version of a parameter by calling the PutParameter API with the overwrite flag. Version 1, the oldest version, can't be deleted because it has a label associated with it. Move the label to another version of the parameter, and try again.",
    );
  }
  versions.shift();
}

function versionNotFound(which: string | number): AwsError {
  return new AwsError('ParameterVersionNotFound', `Systems Manager could not find version ${which} of the parameter.`);
}

function tooMany(member: string, count: number, most: number): AwsError {
  return invalid(
    `1 validation error detected: Value of length ${count} at '${member}' failed to satisfy constraint: Member must have length less than or equal to ${most}.`,
  );
}

function passes(
  parameter: Parameter,
  { Key, Option, Values }: { Key?: string | undefined; Option: string; Values?: string[] | undefined },
): boolean {
  const version = parameter.versions.at(-1)!;
  const subject =
    Key === 'Name'
      ? parameter.name
      : Key === 'Type'
        ? version.type
        : Key === 'Tier'
          ? version.tier
          : Key === 'Path'
            ? parameter.name
            : undefined;
  if (Key?.startsWith('tag:')) {
    const value = parameter.tags.get(Key.slice(4));
    return value !== undefined && (Values === undefined || Values.includes(value));
  }
  if (subject === undefined) throw new AwsError('InvalidFilterKey', `The specified filter key ${Key} is not valid.`);
  return (Values ?? []).some((value) => {
    if (Key === 'Path') {
      const prefix = value.endsWith('/') ? value : `${value}/`;
      const rest = subject.startsWith(prefix) ? subject.slice(prefix.length) : undefined;
      return rest !== undefined && (Option === 'Recursive' || !rest.includes('/'));
    }
    if (Option === 'BeginsWith') return subject.startsWith(value);
    if (Option === 'Contains') return subject.includes(value);
    return subject === value;
  });
}
