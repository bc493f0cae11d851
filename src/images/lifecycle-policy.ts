import { isJsonObject } from '../spec/json-object.js';
import { type Reading, read, wrong } from '../spec/kind.js';

/** A lifecycle policy of an ECR repository. https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html */
export interface LifecyclePolicy {
  readonly rules: readonly LifecycleRule[];
}

export interface LifecycleRule {
  /** The lowest number decides first. */
  readonly rulePriority: number;
  readonly description?: string;
  readonly selection: {
    readonly tagStatus: 'tagged' | 'untagged' | 'any';
    /** All of them must be found among the tags of an image. */
    readonly tagPatternList?: readonly string[];
    readonly tagPrefixList?: readonly string[];
    readonly storageClass?: 'standard' | 'archive';
    readonly countType: 'imageCountMoreThan' | 'sinceImagePushed' | 'sinceImagePulled' | 'sinceImageTransitioned';
    readonly countUnit?: 'days';
    readonly countNumber: number;
  };
  readonly action: { readonly type: 'expire' | 'transition'; readonly targetStorageClass?: 'archive' };
}

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutLifecyclePolicy.html */
const LONGEST_TEXT = 30_720;
/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html (rules per lifecycle policy) */
const MOST_RULES = 50;

/** The text that ECR is given. */
export const formatLifecyclePolicy = (policy: LifecyclePolicy): string => JSON.stringify(policy);

/** Reads the text of a policy that someone put, such as `GetLifecyclePolicy` gives it. */
export function readLifecyclePolicy(text: string): Reading<LifecyclePolicy> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return wrong('is not JSON');
  }
  const rules = isJsonObject(value) ? value.rules : undefined;
  if (!Array.isArray(rules) || !rules.every(isRule)) return wrong('has rules that cannot be read');
  const fault = policyFault({ rules });
  return fault === undefined ? read({ rules }) : wrong(fault);
}

/** Why ECR would not take the policy, or nothing. https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html#lp_evaluation_rules */
export function policyFault(policy: LifecyclePolicy): string | undefined {
  const { rules } = policy;
  if (rules.length === 0) return 'has no rule';
  if (rules.length > MOST_RULES) return `has ${rules.length} rules, more than ${MOST_RULES}`;
  const length = formatLifecyclePolicy(policy).length;
  if (length > LONGEST_TEXT) return `is ${length} letters long, more than ${LONGEST_TEXT}`;
  for (const [index, rule] of rules.entries()) {
    const fault = ruleFault(rule, rules.slice(0, index));
    if (fault !== undefined) return `has a rule ${rule.rulePriority} that ${fault}`;
  }
  const any = rules.find(({ selection }) => selection.tagStatus === 'any' && selection.storageClass !== 'archive');
  const after = rules.find(
    (rule) => any !== undefined && rule.rulePriority > any.rulePriority && rule.selection.storageClass !== 'archive',
  );
  return after === undefined
    ? undefined
    : `has a rule ${after.rulePriority} after that for any image, which must be the last`;
}

function ruleFault(rule: LifecycleRule, before: readonly LifecycleRule[]): string | undefined {
  const { tagStatus, tagPatternList, tagPrefixList, countType, countUnit, countNumber } = rule.selection;
  if (!isPositive(rule.rulePriority)) return 'has a priority that is no positive whole number';
  if (before.some(({ rulePriority }) => rulePriority === rule.rulePriority)) return 'has the priority of another';
  if (!isPositive(countNumber)) return `counts to ${countNumber}, which is no positive whole number`;
  const tags = tagPatternList ?? tagPrefixList ?? [];
  if (tagPatternList !== undefined && tagPrefixList !== undefined) return 'has patterns and prefixes at once';
  if (tagStatus === 'tagged' ? tags.length === 0 : tagPatternList !== undefined || tagPrefixList !== undefined) {
    return tagStatus === 'tagged'
      ? 'is for tagged images and names no tag'
      : `names tags and is for ${tagStatus} images`;
  }
  const wild = (tagPatternList ?? []).find((pattern) => (pattern.match(/\*/g)?.length ?? 0) > 4);
  if (wild !== undefined) return `has more than four * in ${JSON.stringify(wild)}`;
  if ((countType === 'imageCountMoreThan') !== (countUnit === undefined)) {
    return countUnit === undefined ? 'counts days and does not say so' : 'counts images and names a unit of time';
  }
  const key = selectionKey(rule);
  return before.some((other) => selectionKey(other) === key) ? 'selects the same as another' : undefined;
}

const selectionKey = ({ selection, action }: LifecycleRule): string => {
  const { tagStatus, tagPatternList, tagPrefixList, storageClass = 'standard' } = selection;
  const tags = [...(tagPatternList ?? tagPrefixList?.map((prefix) => `${prefix}*`) ?? [])].sort();
  return JSON.stringify([tagStatus, tags, storageClass, tagStatus === 'any' ? action.type : '']);
};

const isPositive = (value: number): boolean => Number.isSafeInteger(value) && value > 0;

const isTexts = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((item) => typeof item === 'string'));

const isOneOf = (value: unknown, ...known: readonly (string | undefined)[]): boolean =>
  known.some((one) => one === value);

function isRule(value: unknown): value is LifecycleRule {
  if (!isJsonObject(value) || !isJsonObject(value.selection) || !isJsonObject(value.action)) return false;
  const { selection, action } = value;
  return (
    typeof value.rulePriority === 'number' &&
    isOneOf(selection.tagStatus, 'tagged', 'untagged', 'any') &&
    isTexts(selection.tagPatternList) &&
    isTexts(selection.tagPrefixList) &&
    isOneOf(selection.storageClass, undefined, 'standard', 'archive') &&
    isOneOf(
      selection.countType,
      'imageCountMoreThan',
      'sinceImagePushed',
      'sinceImagePulled',
      'sinceImageTransitioned',
    ) &&
    isOneOf(selection.countUnit, undefined, 'days') &&
    typeof selection.countNumber === 'number' &&
    isOneOf(action.type, 'expire', 'transition')
  );
}
