import { readReleaseTag } from '../images/release-tags.js';
import type { InputSpecs } from './action-spec.js';
import { type Kind, read, wrong } from './kind.js';
import { lines } from './lists.js';
import { clusterName } from './names.js';
import { integer, text } from './scalars.js';

/** What releases are tagged with begins with it, and a tag has 128 letters at most. */
export function environmentName(): Kind<string> {
  return {
    label: 'environment',
    accepts: 'the name of an environment such as prod: letters, digits, _ . -, not beginning with . or -, at most 100',
    absent: undefined,
    read: (given) => {
      if (!/^\w[\w.-]{0,99}$/.test(given)) return wrong('does not have the shape of one');
      if (readReleaseTag(given) !== undefined) return wrong('looks like the tag of a release');
      return /^(sha256-|content-)/.test(given) ? wrong('begins like a tag that stands for content') : read(given);
    },
  };
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html (tagPatternList) */
function tagPattern(): Kind<string> {
  return text({
    pattern: /^(?=.{1,128}$)[\w.-]*(\*[\w.-]*){0,4}$/,
    accepts: 'a tag in which * stands for anything, at most four times',
  });
}

/** What is kept in a repository of ECR, for every action that writes its lifecycle policy. */
export const retentionInputs = {
  keep: {
    kind: integer({ min: 1, max: 100 }),
    preset: '5',
    description:
      'Of how many images the releases of each environment are kept, so that there is something to go back to.',
  },
  clusters: {
    kind: lines({ item: clusterName(), of: 'cluster', max: 100 }),
    description:
      'ECS clusters of the account and Region of the repository, one per line: what their services run is never given up. `none` says that no cluster runs these images.',
  },
  environments: {
    kind: lines({ item: environmentName(), of: 'environment', max: 20 }),
    description:
      'Further environments of the same repository that the lifecycle policy protects, one per line. Those whose releases are in the repository are found without it.',
  },
  'protected-tags': {
    kind: lines({ item: tagPattern(), of: 'tag', max: 20 }),
    preset: 'buildcache*\nsha256-*',
    description:
      'Further tags that the lifecycle policy never expires, one per line; `*` stands for anything. Signatures of Cosign lie under `sha256-*`.',
  },
  'untagged-days': {
    kind: integer({ min: 1, max: 3650 }),
    preset: '14',
    description: 'After how many days the lifecycle policy expires images without a tag.',
  },
  'keep-others': {
    kind: integer({ min: 1, max: 50_000 }),
    preset: '50',
    description: 'How many of all other images the lifecycle policy keeps, the newest.',
  },
} as const satisfies InputSpecs;
