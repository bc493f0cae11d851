import { type BuiltImages, builtImages } from '../../images/built-images.js';
import { imageSource, parseImageSource } from '../../images/image-source.js';
import { tag } from '../../images/reference.js';
import { readReleaseTag } from '../../images/release-tags.js';
import { isTemplate, targetRepository } from '../../images/target-name.js';
import { defineAction, type InputSpecs, type Inputs } from '../../spec/action-spec.js';
import { fleetInputs } from '../../spec/fleet-inputs.js';
import * as kinds from '../../spec/kinds.js';
import { region } from '../../spec/names.js';
import { environmentName, retentionInputs } from '../../spec/retention-inputs.js';
import { atLeastOneOf, exactlyOneOf, needs, rule } from '../../spec/rules.js';
import { scanInputs, scanRules } from '../../spec/scan-inputs.js';
import { sessionInputs, sessionRules } from '../../spec/session-inputs.js';

const inputs = {
  source: {
    kind: kinds.lines({ item: imageSource(), of: 'image', max: 100 }),
    description:
      'What is promoted: an image by its digest or its tag, with its registry or, in the ECR of this account, without; several with one per line. A tag is looked up once, at the beginning, and what it stood for then is what is promoted.',
  },
  images: {
    kind: builtImages(),
    description:
      'The images of several services as JSON, in place of `source`: the output `images` of `build-push`, or `{"user": "image@sha256:…"}`.',
  },
  services: {
    kind: fleetInputs.services.kind,
    description:
      'Services of the services file, in place of `source`: `all`, or their names, one per line. Of each, the image under `source-tag` in its `ecr-repository` is promoted.',
  },
  'services-file': fleetInputs['services-file'],
  'source-tag': {
    kind: tag(),
    description: 'With `services`, the tag of the images that are promoted, such as `staging`.',
  },
  target: {
    kind: targetRepository(),
    description:
      'Repository that the image goes to, with its registry or, in the ECR of the target account, without. `{name}` stands for the service, or the last part of the repository, `{repository}` for the whole name of it. By default the repository that the image is in already, in the target account and Region.',
  },
  environment: {
    kind: environmentName(),
    description:
      'Environment that the image is released to, such as `prod`: the tag of that name is moved to it, and it gets a tag of its own with the time, `prod-20261121T121314Z`.',
  },
  tags: {
    kind: kinds.lines({ item: tag(), of: 'tag', max: 50 }),
    description: 'Further tags for the image, one per line.',
  },
  'target-role-to-assume': {
    kind: kinds.arn('role'),
    description:
      'ARN of the role that the target is reached with, in another account. It is taken with the credentials that the source is read with (`sts:AssumeRole`), and renewed.',
  },
  'target-external-id': {
    kind: kinds.text({
      pattern: /^[\w+=,.@:/-]{2,1224}$/,
      accepts: '2 to 1224 letters, digits and characters of _+=,.@:/-',
    }),
    description: 'External ID that the trust policy of that role asks for.',
  },
  'target-region': { kind: region(), description: 'Region of the target. By default `region`.' },
  referrers: {
    kind: kinds.oneOf('copy', 'leave'),
    preset: 'copy',
    description:
      'Whether signatures, attestations and SBOMs that lie beside the image go along with it. Those that its index names always do.',
  },
  ...scanInputs,
  'require-signature': {
    kind: kinds.flag(),
    preset: 'false',
    description:
      "Keep an image back that nobody signed: there must be a signature of Notation or Cosign beside it, or one by ECR's own signing. Whose it is and whether it holds is not checked.",
  },
  lifecycle: {
    kind: kinds.oneOf('check', 'put', 'replace', 'off'),
    preset: 'check',
    description:
      "What becomes of the lifecycle policy of the target: `check` warns when the one that is there could delete an image that is needed, `put` writes one that cannot where there is none or one of ours, `replace` also where there is somebody else's. `put` and `replace` take the tags of releases beyond `keep` off. `off` does not look.",
  },
  ...retentionInputs,
  clusters: {
    ...retentionInputs.clusters,
    description:
      'ECS clusters of the target account and Region, one per line: what their services run is never given up. `none` says that no cluster runs these images.',
  },
  timeout: {
    kind: kinds.duration({ minMs: 10_000, maxMs: 21_600_000 }),
    preset: '30m',
    description: 'How long all of it may take. What is there by then stays, and the next run goes on from it.',
  },
  'dry-run': {
    kind: kinds.flag(),
    preset: 'false',
    description: 'Look at everything, print what would be done, and do nothing.',
  },
  ...sessionInputs,
  region: {
    kind: region(),
    required: true,
    environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
    description: 'AWS Region of the source. By default the one in `AWS_REGION`.',
  },
} as const satisfies InputSpecs;

type Read = Inputs<{ readonly inputs: typeof inputs }>;

export const spec = defineAction({
  name: 'promote',
  title: 'Sluice: promote',
  description:
    'Gives images that are there the tag of an environment, in the same repository or in that of another Region or account: the very same bytes, checked before and after, and nothing is built.',
  branding: { icon: 'arrow-up-circle', color: 'blue' },
  inputs,
  rules: [
    ...sessionRules,
    ...scanRules,
    exactlyOneOf('source', 'images', 'services'),
    atLeastOneOf('environment', 'tags'),
    needs('target-external-id', 'target-role-to-assume'),
    needs('source-tag', 'services'),
    rule(['source-tag', 'services'], '`source-tag` is given together with `services`.', (_values: unknown, has) =>
      has('services') && !has('source-tag') ? 'is required beside services' : undefined,
    ),
    rule(['services'], '`services` is `all`, or names.', ({ services }: Pick<Read, 'services'>) =>
      services === 'changed' ? 'is about what is built: name the services, or say all' : undefined,
    ),
    rule(
      ['target', 'source', 'images', 'services'],
      '`target` of several images has `{name}` or `{repository}` in it.',
      ({ target, source, images, services }: Pick<Read, 'target' | 'source' | 'images' | 'services'>) =>
        target !== undefined && !isTemplate(target) && (services !== undefined || isSeveral(source, images))
          ? 'is one repository for several images: put {name} or {repository} in it'
          : undefined,
    ),
    rule(
      ['source', 'target'],
      'Each image of `source` is of another repository.',
      ({ source }: Pick<Read, 'source'>) => {
        const places = source.map(repositoryOf);
        const twice = places.find((place, index) => places.indexOf(place) !== index);
        return twice === undefined ? undefined : `names two images of ${twice}, and a tag stands for one image only`;
      },
    ),
    rule(
      ['tags', 'environment'],
      '`tags` has neither the tag of the environment nor that of a release.',
      ({ tags, environment }: Pick<Read, 'tags' | 'environment'>) => {
        const bad = tags.find((one) => one === environment || readReleaseTag(one) !== undefined);
        if (bad === undefined) return undefined;
        return bad === environment
          ? `has ${bad}, which is the environment's own tag`
          : `has ${bad}, which is written like the tag of a release: these are made from environment`;
      },
    ),
    rule(
      ['clusters', 'lifecycle'],
      '`lifecycle: put` and `replace` need `clusters`.',
      ({ clusters, lifecycle }: Pick<Read, 'clusters' | 'lifecycle'>) => {
        if (clusters.length > 1 && clusters.includes('none')) return 'has none beside clusters';
        return clusters.length === 0 && (lifecycle === 'put' || lifecycle === 'replace')
          ? 'is required for this lifecycle: what runs must be known before anything may be deleted; say none when no cluster runs these images'
          : undefined;
      },
    ),
    rule(
      ['clusters', 'target-region', 'region'],
      'ARNs in `clusters` are of the Region of the target.',
      ({ clusters, targetRegion, region: its }: Pick<Read, 'clusters' | 'targetRegion' | 'region'>) => {
        const other = clusters.find((one) => one.startsWith('arn:') && one.split(':')[3] !== (targetRegion ?? its));
        return other === undefined ? undefined : `has ${other}, which is not of the Region ${targetRegion ?? its}`;
      },
    ),
  ],
  outputs: {
    outcome: {
      description:
        'How it ended: `promoted`, `unchanged` (everything was so already), `planned` (a dry run), `refused` (an image may not be promoted, nothing was touched), `superseded` (somebody else moved the tag meanwhile), `interrupted` or `failed`.',
    },
    reason: { description: 'The same in a sentence.' },
    images: {
      description:
        'Each image as JSON, by the name of its service or the last part of its repository: `{"user": {"image": "repository@digest", "repository": "…", "digest": "…", "tags": ["prod", "prod-…"], "previous": "repository@digest", "outcome": "promoted", "reason": "…"}}`. `previous` is what the tag of the environment stood for before, or, when it did not move, the release before; empty when there is none.',
    },
    'service-images': {
      description:
        'The same as `{"user": "repository@digest"}`, as the input `service-images` of the deployments takes it.',
    },
    image: { description: 'The image where it was promoted to, by its digest, when it is only one.' },
    digest: { description: 'Its digest.' },
    previous: {
      description:
        'The image that the tag of the environment stood for before, by its digest; when it did not move, that of the release before. What a way back goes to.',
    },
  },
});

export type PromoteInputs = Inputs<typeof spec>;

const isSeveral = (source: readonly string[], images: BuiltImages | undefined): boolean =>
  source.length > 1 || Object.keys(images ?? {}).length > 1;

function repositoryOf(given: string): string {
  const reading = parseImageSource(given);
  return reading.ok ? reading.value.repository : given;
}
