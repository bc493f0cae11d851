import type { InputSpecs } from './action-spec.js';
import { type Kind, read, wrong } from './kind.js';
import { lines, map } from './lists.js';
import { rule } from './rules.js';
import { flag, oneOf, text } from './scalars.js';

/** Tags that must move in every repository: caches, and the signatures and attestations that cosign keeps as tags. */
export const ALWAYS_MOVING = ['buildcache*', 'sha256-*'] as const;

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html (imageTagMutabilityExclusionFilters) */
const MOST_EXCLUSIONS = 5;

/** What may move in a repository that is created, each once. */
export const exclusionsOf = (movingTags: readonly string[], environments: readonly string[]): readonly string[] => [
  ...new Set([...ALWAYS_MOVING, ...movingTags, ...environments]),
];

/** What a repository of ECR is made like when there is none. */
export const repositoryInputs = {
  'create-repository': {
    kind: flag(),
    preset: 'false',
    description: 'Create a repository of ECR that is not there. Those that are there are left as they are.',
  },
  'tag-mutability': {
    kind: oneOf('immutable', 'mutable'),
    preset: 'immutable',
    description: 'Whether tags of a repository that is created stay where they are, but for those of `moving-tags`.',
  },
  'moving-tags': {
    kind: lines({
      item: tagWildcard(),
      of: 'tag with * for a part of it',
      max: MOST_EXCLUSIONS - ALWAYS_MOVING.length,
    }),
    description:
      'Tags of a repository that is created that may move all the same, one per line, such as `latest`. The tags of `environments`, caches (`buildcache*`) and signatures (`sha256-*`) always may.',
  },
  'scan-on-push': {
    kind: flag(),
    preset: 'true',
    description: 'Whether ECR scans what is pushed to a repository that is created.',
  },
  encryption: {
    kind: oneOf('aes256', 'kms', 'kms-dsse'),
    preset: 'aes256',
    description: 'How a repository that is created is encrypted. It cannot be changed later.',
  },
  'kms-key': {
    kind: text({
      pattern: /^(arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:(key|alias)\/[\w/-]+|alias\/[\w/-]+|[0-9a-f-]{36})$/,
      accepts: 'the ARN, the id or the alias of a key of KMS',
    }),
    description: 'The key for `kms` and `kms-dsse`. By default the one that AWS manages for ECR.',
  },
  'repository-tags': {
    kind: map({ example: 'key=value' }),
    description: 'Tags of AWS for a repository that is created, `key=value` per line.',
  },
} as const satisfies InputSpecs;

const ofCreating = ['moving-tags', 'kms-key', 'repository-tags'] as const;

export const repositoryRules = [
  rule(
    ['moving-tags', 'environments', 'create-repository', 'tag-mutability'],
    '`moving-tags` and `environments` are at most three together, where a repository is created.',
    (values: {
      movingTags: readonly string[];
      environments: readonly string[];
      createRepository: boolean;
      tagMutability: string;
    }) => {
      const exclusions = exclusionsOf(values.movingTags, values.environments);
      return values.createRepository && values.tagMutability === 'immutable' && exclusions.length > MOST_EXCLUSIONS
        ? `and environments are ${exclusions.length - ALWAYS_MOVING.length} tags that move: ECR takes ${MOST_EXCLUSIONS} exclusions, and ${ALWAYS_MOVING.join(' and ')} are two of them. Name several by one *`
        : undefined;
    },
  ),
  ...ofCreating.map((input) =>
    rule(
      [input, 'create-repository'],
      `\`${input}\` is for \`create-repository: true\`.`,
      ({ createRepository }: { createRepository: boolean }, has) =>
        has(input) && !createRepository ? 'has no effect without create-repository: true' : undefined,
    ),
  ),
  rule(
    ['kms-key', 'encryption'],
    '`kms-key` is for `encryption: kms` or `kms-dsse`.',
    ({ encryption }: { encryption: string }, has) =>
      has('kms-key') && encryption === 'aes256' ? 'has no effect with encryption: aes256' : undefined,
  ),
];

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageTagMutabilityExclusionFilter.html */
function tagWildcard(): Kind<string> {
  return {
    label: 'tag',
    accepts: 'a tag, with at most two * for any part of it, at most 128 letters',
    absent: undefined,
    read: (given) => {
      if (!/^[0-9a-zA-Z._*-]{1,128}$/.test(given))
        return wrong('has something else than letters, digits, . _ - * in it');
      return given.split('*').length > 3 ? wrong('has more than two *') : read(given);
    },
  };
}
