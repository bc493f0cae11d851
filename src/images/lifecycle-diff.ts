import type { LifecyclePolicy, LifecycleRule } from './lifecycle-policy.js';
import { MORE_THAN_FIT } from './lifecycle-rules.js';

/** What would change, rule by rule in words: `- …` goes, `+ …` comes, in the order of the rules. */
export function lifecycleDiff(before: LifecyclePolicy | undefined, after: LifecyclePolicy): readonly string[] {
  const [old, wanted] = [before?.rules ?? [], after.rules].map((rules) =>
    [...rules].sort((a, b) => a.rulePriority - b.rulePriority).map(describeRule),
  );
  const gone = (old ?? []).filter((line) => !wanted?.includes(line)).map((line) => `- ${line}`);
  const come = (wanted ?? []).filter((line) => !old?.includes(line)).map((line) => `+ ${line}`);
  return [...gone, ...come];
}

/** `images tagged beta-*: deleted beyond the newest 5` */
export function describeRule({ selection, action }: LifecycleRule): string {
  const { tagStatus, tagPatternList, tagPrefixList, storageClass, countType, countNumber } = selection;
  const tags = tagPatternList ?? (tagPrefixList ?? []).map((prefix) => `${prefix}*`);
  const which = { tagged: `images tagged ${tags.join(' and ')}`, untagged: 'images without a tag', any: 'all images' };
  const stored = storageClass === 'archive' ? ' in the archive' : '';
  const deed = action.type === 'expire' ? 'deleted' : 'archived';
  const isKept = countType === 'imageCountMoreThan' && countNumber >= MORE_THAN_FIT;
  const when = {
    imageCountMoreThan: `beyond the newest ${countNumber}`,
    sinceImagePushed: `${countNumber} days after the push`,
    sinceImagePulled: `${countNumber} days after the last pull`,
    sinceImageTransitioned: `after ${countNumber} days there`,
  };
  return `${which[tagStatus]}${stored}: ${isKept ? 'kept' : `${deed} ${when[countType]}`}`;
}
