import { matchesWildcard } from './model.js';
import { invalid } from './repositories.js';

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html */
export interface Rule {
  readonly rulePriority: number;
  readonly description?: string;
  readonly selection: {
    readonly tagStatus: 'tagged' | 'untagged' | 'any';
    readonly tagPatternList?: readonly string[];
    readonly tagPrefixList?: readonly string[];
    readonly storageClass?: 'standard' | 'archive';
    readonly countType: 'imageCountMoreThan' | 'sinceImagePushed' | 'sinceImagePulled' | 'sinceImageTransitioned';
    readonly countUnit?: 'days';
    readonly countNumber: number;
  };
  readonly action: { readonly type: 'expire' | 'transition'; readonly targetStorageClass?: 'archive' };
}

type Checks = Readonly<
  Record<string, { readonly isNeeded?: true; readonly takes: (value: unknown) => string | undefined }>
>;

const among =
  (...values: string[]) =>
  (value: unknown) =>
    values.includes(value as string)
      ? undefined
      : `instance value (${JSON.stringify(value)}) not found in enum :(possible values: ${JSON.stringify(values)})`;
const whole = (value: unknown) =>
  Number.isSafeInteger(value) && (value as number) > 0
    ? undefined
    : `numeric instance is lower than the required minimum (minimum: 1, found: ${JSON.stringify(value)})`;
const text = (value: unknown) =>
  typeof value === 'string'
    ? undefined
    : 'instance type does not match any allowed primitive type (allowed: ["string"])';
const texts = (value: unknown) =>
  Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string')
    ? undefined
    : 'instance type does not match any allowed primitive type (allowed: ["array"])';
const object = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? undefined
    : 'instance type does not match any allowed primitive type (allowed: ["object"])';

const ruleChecks: Checks = {
  rulePriority: { isNeeded: true, takes: whole },
  description: { takes: text },
  selection: { isNeeded: true, takes: object },
  action: { isNeeded: true, takes: object },
};
const selectionChecks: Checks = {
  tagStatus: { isNeeded: true, takes: among('tagged', 'untagged', 'any') },
  tagPatternList: { takes: texts },
  tagPrefixList: { takes: texts },
  storageClass: { takes: among('standard', 'archive') },
  countType: {
    isNeeded: true,
    takes: among('imageCountMoreThan', 'sinceImagePushed', 'sinceImagePulled', 'sinceImageTransitioned'),
  },
  countUnit: { takes: among('days') },
  countNumber: { isNeeded: true, takes: whole },
};
const actionChecks: Checks = {
  type: { isNeeded: true, takes: among('expire', 'transition') },
  targetStorageClass: { takes: among('archive') },
};

/** @throws AwsError InvalidParameterException with what is wrong */
export function readPolicy(given: string): Rule[] {
  let value: unknown;
  try {
    value = JSON.parse(given);
  } catch {
    value = undefined;
  }
  if (object(value) !== undefined) wrong('Could not map policyString into LifecyclePolicy.');
  const { rules } = value as { rules?: unknown };
  if (!Array.isArray(rules)) wrong('object has missing required properties (["rules"])');
  // https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html
  if (rules.length < 1 || rules.length > 50) wrong('array has not between 1 and 50 elements');
  // https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutLifecyclePolicy.html
  if (given.length > 30_720) wrong('the text has more than 30720 characters');
  for (const rule of rules as Rule[]) {
    check(rule, ruleChecks);
    check(rule.selection, selectionChecks);
    check(rule.action, actionChecks);
    checkTogether(rule);
  }
  checkOrder(rules as Rule[]);
  return [...(rules as Rule[])].sort((a, b) => a.rulePriority - b.rulePriority);
}

function check(value: unknown, checks: Checks): void {
  const fault = object(value);
  if (fault !== undefined) wrong(fault);
  const given = value as Record<string, unknown>;
  const missing = Object.keys(checks).filter((name) => checks[name]?.isNeeded && given[name] === undefined);
  if (missing.length > 0) wrong(`object has missing required properties (${JSON.stringify(missing.sort())})`);
  for (const [name, member] of Object.entries(given)) {
    const known = checks[name];
    if (known === undefined) {
      wrong(`object instance has properties which are not allowed by the schema: (["${name}"])`);
    }
    const problem = known.takes(member);
    if (problem !== undefined) wrong(problem);
  }
}

function checkTogether({ selection, action }: Rule): void {
  const { tagStatus, tagPatternList, tagPrefixList, countType, countUnit, storageClass = 'standard' } = selection;
  const hasTags = tagPatternList !== undefined || tagPrefixList !== undefined;
  if (tagStatus === 'tagged' && !hasTags) wrong('tagPatternList or tagPrefixList is required when tagStatus is tagged');
  if (tagStatus !== 'tagged' && hasTags)
    wrong(`tagPatternList and tagPrefixList are not allowed when tagStatus is ${tagStatus}`);
  if (tagPatternList !== undefined && tagPrefixList !== undefined)
    wrong('tagPatternList and tagPrefixList cannot be used together');
  if (tagPatternList?.some((each) => each.split('*').length > 5)) wrong('a tag pattern has at most four wildcards');
  if (countType === 'imageCountMoreThan' && countUnit !== undefined)
    wrong('countUnit is not allowed with imageCountMoreThan');
  if (countType !== 'imageCountMoreThan' && countUnit === undefined) wrong(`countUnit is required with ${countType}`);
  if ((action.type === 'transition') !== (action.targetStorageClass !== undefined))
    wrong('targetStorageClass belongs to the action transition');
  if (countType === 'sinceImageTransitioned' && storageClass !== 'archive')
    wrong('sinceImageTransitioned needs the storage class archive');
  if (storageClass === 'archive' && action.type === 'transition') wrong('what is archived cannot be transitioned');
  // https://docs.aws.amazon.com/AmazonECR/latest/userguide/archive-image.html
  if (countType === 'sinceImageTransitioned' && selection.countNumber < 90)
    wrong('archived images stay for 90 days at least');
}

function checkOrder(rules: readonly Rule[]): void {
  if (new Set(rules.map(({ rulePriority }) => rulePriority)).size < rules.length) wrong('rulePriority must be unique');
  for (const storageClass of ['standard', 'archive']) {
    const own = rules.filter(({ selection }) => (selection.storageClass ?? 'standard') === storageClass);
    const any = own.filter(({ selection }) => selection.tagStatus === 'any').map(({ rulePriority }) => rulePriority);
    if (own.some(({ selection, rulePriority }) => selection.tagStatus !== 'any' && rulePriority > Math.min(...any))) {
      wrong('a rule with the tagStatus any must have the highest rulePriority');
    }
    if (
      own.filter(({ selection, action }) => selection.tagStatus === 'untagged' && action.type === 'expire').length > 1
    ) {
      wrong('there is more than one rule for untagged images');
    }
  }
}

export function hasTagsOf({ selection }: Rule, tags: readonly string[]): boolean {
  if (selection.tagStatus === 'any') return true;
  if (selection.tagStatus === 'untagged') return tags.length === 0;
  const patterns = selection.tagPatternList ?? (selection.tagPrefixList ?? []).map((prefix) => `${prefix}*`);
  return patterns.every((pattern) => tags.some((tag) => matchesWildcard(pattern, tag)));
}

function wrong(problem: string): never {
  invalid(
    `Invalid parameter at 'LifecyclePolicyText' failed to satisfy constraint: 'Lifecycle policy validation failure: ${problem}'`,
  );
}
