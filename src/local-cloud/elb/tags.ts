import type { AddTagsInput, DescribeTagsInput, RemoveTagsInput, Tag } from '@aws-sdk/client-elastic-load-balancing-v2';
import { AwsError, type Operation } from '../contract.js';
import type { Control } from './control.js';
import { invalid, kindOf } from './names.js';
import type { State } from './state.js';

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AddTags.html */
export function tagOperations({ state }: Control): Record<string, Operation> {
  return {
    AddTags(input: AddTagsInput) {
      const arns = existing(state, input.ResourceArns ?? []);
      for (const arn of arns) putTags(state, arn, input.Tags ?? [], { dryRun: true });
      for (const arn of arns) putTags(state, arn, input.Tags ?? []);
      return {};
    },
    RemoveTags(input: RemoveTagsInput) {
      for (const arn of existing(state, input.ResourceArns ?? [])) {
        for (const key of input.TagKeys ?? []) state.tags.get(arn)?.delete(key);
      }
      return {};
    },
    DescribeTags(input: DescribeTagsInput) {
      const arns = existing(state, input.ResourceArns ?? []);
      return {
        TagDescriptions: arns.map((ResourceArn) => ({
          ResourceArn,
          Tags: [...(state.tags.get(ResourceArn) ?? [])].map(([Key, Value]) => ({ Key, Value })),
        })),
      };
    },
  };
}

/**
 * Writes tags over those of the same keys.
 * @throws AwsError `DuplicateTagKeys`, `TooManyTags` (50), `ValidationError`
 */
export function putTags(state: State, arn: string, tags: readonly Tag[], options: { dryRun?: boolean } = {}): void {
  const next = new Map(state.tags.get(arn));
  const seen = new Set<string>();
  for (const { Key: key = '', Value: value = '' } of tags) {
    if (key.toLowerCase().startsWith('aws:')) throw invalid(`The tag key '${key}' cannot begin with 'aws:'`);
    if (key.length < 1 || key.length > 128) throw invalid('A tag key must have between 1 and 128 characters');
    if (value.length > 256) throw invalid('A tag value can have at most 256 characters');
    if (seen.has(key)) throw new AwsError('DuplicateTagKeys', `Tag key was specified more than once: ${key}`);
    seen.add(key);
    next.set(key, value);
  }
  if (next.size > 50) throw new AwsError('TooManyTags', 'A resource can have at most 50 tags');
  if (options.dryRun !== true) state.tags.set(arn, next);
}

function existing(state: State, arns: readonly string[]): readonly string[] {
  for (const arn of arns) {
    switch (kindOf(arn)) {
      case 'loadbalancer':
        state.loadBalancer(arn);
        break;
      case 'targetgroup':
        state.targetGroup(arn);
        break;
      case 'listener':
        state.listener(arn);
        break;
      case 'listener-rule':
        state.rule(arn);
        break;
      default:
        throw invalid(`'${arn}' is not a valid resource ARN`);
    }
  }
  return arns;
}
