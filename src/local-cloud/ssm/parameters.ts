import type * as sdk from '@aws-sdk/client-ssm';
import { AwsError, type Call, type Ground, type Operation } from '../contract.js';
import { type PageRules, page } from '../wire/page.js';
import { passes } from './filter.js';
import { checkName, invalid, select } from './name.js';
import {
  checkValue,
  dropOldest,
  keptVersions,
  metadata,
  type Parameter,
  shown,
  tierFor,
  type Version,
} from './parameter.js';

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

  /** The value that an ECS task gets; undefined when there is none. */
  value(name: string): string | undefined {
    return this.getMany({ Names: [name], WithDecryption: true }).Parameters?.[0]?.Value;
  }

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
    const { name } = select(given);
    // The ARN does not tell whether the name begins with a slash.
    const withoutSlash = given.startsWith('arn:') ? this.parameters.get(name.slice(1)) : undefined;
    const parameter = this.parameters.get(name) ?? withoutSlash;
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

function versionNotFound(which: string | number): AwsError {
  return new AwsError('ParameterVersionNotFound', `Systems Manager could not find version ${which} of the parameter.`);
}

function tooMany(member: string, count: number, most: number): AwsError {
  return invalid(
    `1 validation error detected: Value of length ${count} at '${member}' failed to satisfy constraint: Member must have length less than or equal to ${most}.`,
  );
}
