import { parseRepository } from '../../images/registry-choice.js';
import { defineAction, type Inputs } from '../../spec/action-spec.js';
import { buildInputs, buildRules } from '../../spec/build-inputs.js';
import * as kinds from '../../spec/kinds.js';
import { region } from '../../spec/names.js';
import { repositoryInputs, repositoryRules } from '../../spec/repository-inputs.js';
import { retentionInputs } from '../../spec/retention-inputs.js';
import { exactlyOneOf, type Rule, rule } from '../../spec/rules.js';
import { scanInputs, scanRules } from '../../spec/scan-inputs.js';
import { sessionInputs, sessionRules } from '../../spec/session-inputs.js';
import { scanFiles } from './scan-files.js';

export const spec = defineAction({
  name: 'build-push',
  title: 'Sluice: build and push',
  description:
    'Builds one image, or those of a repository of services that changed, with BuildKit in one solve, pushes them by digest, and hands the digests to the deployment.',
  branding: { icon: 'package', color: 'blue' },
  post: true,
  inputs: {
    ...buildInputs,
    ...scanInputs,
    'scan-files': {
      kind: scanFiles(),
      description:
        'Reports of Trivy or Grype in their JSON, or of any scanner in SARIF, in place of the scan of ECR: a path, or `service=path` per line.',
    },
    ...repositoryInputs,
    lifecycle: {
      kind: kinds.oneOf('check', 'put', 'replace', 'off'),
      preset: 'off',
      description:
        "What becomes of the lifecycle policies of the repositories after a push: `check` warns when the one that is there could delete an image that is needed, `put` writes one that cannot where there is none or one of ours, `replace` also where there is somebody else's.",
    },
    ...retentionInputs,
    clusters: {
      ...retentionInputs.clusters,
      description: `${retentionInputs.clusters.description} By default those of the services, when there are services.`,
    },
    timeout: {
      kind: kinds.duration({ minMs: 10_000, maxMs: 21_600_000 }),
      preset: '1h',
      description: 'How long everything may take. What is being built then is ended.',
    },
    'dry-run': {
      kind: kinds.flag(),
      preset: 'false',
      description: 'Look, print which images would be built and why, and change nothing.',
    },
    ...sessionInputs,
    region: {
      kind: region(),
      environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
      description:
        'AWS Region of the repositories. By default the one in `AWS_REGION`. Not needed for a registry that is none of ECR.',
    },
  },
  rules: [
    exactlyOneOf('repository', 'services'),
    ...(buildRules as readonly Rule[]),
    ...(scanRules as readonly Rule[]),
    rule(['scan-files', 'fail-on'], '`scan-files` is for a `fail-on`.', ({ failOn }: { failOn: string }, has) =>
      has('scan-files') && failOn === 'off'
        ? 'has no effect without fail-on: say which findings keep an image back'
        : undefined,
    ),
    rule(
      ['fail-on', 'push'],
      '`fail-on` is for what is pushed, or for reports in `scan-files`.',
      ({ failOn, push }: { failOn: string; push: boolean }, has) =>
        failOn !== 'off' && !push && !has('scan-files')
          ? 'needs push: true, because ECR scans what it holds'
          : undefined,
    ),
    ...(repositoryRules as readonly Rule[]),
    rule(
      ['create-repository', 'push'],
      '`create-repository` is for what is pushed.',
      (values: { createRepository: boolean; push: boolean }) =>
        values.createRepository && !values.push ? 'has no effect with push: false' : undefined,
    ),
    rule(['lifecycle', 'push'], '`lifecycle` is for what is pushed.', (values: { lifecycle: string; push: boolean }) =>
      values.lifecycle !== 'off' && !values.push ? 'has no effect with push: false' : undefined,
    ),
    rule(
      ['clusters', 'lifecycle', 'services'],
      '`lifecycle: put` and `replace` need `clusters`, or services with theirs.',
      (values: { clusters: readonly string[]; lifecycle: string }, has) => {
        const { clusters, lifecycle } = values;
        if (clusters.length > 1 && clusters.includes('none')) return 'has none beside clusters';
        return clusters.length === 0 && (lifecycle === 'put' || lifecycle === 'replace') && !has('services')
          ? 'is required for this lifecycle: what runs must be known before anything may be deleted; say none when no cluster runs these images'
          : undefined;
      },
    ),
    ...sessionRules,
    rule(
      ['region', 'services', 'repository'],
      '`region` is given, but for a `repository` with its registry.',
      ({ repository }: { repository: string | undefined }, has) => {
        if (has('region')) return undefined;
        const name = repository === undefined ? undefined : parseRepository(repository);
        const isWhole = name?.ok === true && name.value.host !== undefined;
        return isWhole ? undefined : 'is required and was not given: neither the input nor AWS_REGION says it';
      },
    ),
  ] as readonly Rule[],
  outputs: {
    outcome: {
      description:
        'How it ended: `built` (something was), `unchanged` (everything is there already), `planned` (`dry-run`), `failed`, `held-back` (a scan found too much, or could not be had), `refused` (nothing was changed), `access-lost`, or `interrupted`.',
    },
    reason: { description: 'Why it ended so, in a sentence.' },
    images: {
      description:
        'The images as one JSON object by the names of the services: `{"user": {"image": "registry/user@sha256:…", "repository", "digest", "tags", "built", "reason", "sizeBytes", "tookMs"}}`. One image has the last part of its repository as its name.',
    },
    'service-images': {
      description:
        'The same for `service-images` of `ecs-rolling`, of `preflight` and of their workflows: `{"user": "registry/user@sha256:…"}`.',
    },
    image: { description: 'The one image, `registry/name@sha256:…`; empty with `services`.' },
    digest: { description: 'Its digest; empty with `services`.' },
    built: { description: 'The names of what was built, as a JSON list; `[]` when nothing was.' },
    findings: {
      description:
        'With `fail-on`, what the scans found that keeps images back, as JSON: `[{"id", "severity", "package", "version", "fixedIn", "images", "url"}]`.',
    },
  },
});

export type BuildPushInputs = Inputs<typeof spec>;
