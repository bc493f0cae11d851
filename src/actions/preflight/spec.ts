import { defineAction, type InputSpecs, type Inputs } from '../../spec/action-spec.js';
import { fleetInputs, fleetRules } from '../../spec/fleet-inputs.js';
import * as kinds from '../../spec/kinds.js';
import { clusterName, region, serviceName } from '../../spec/names.js';
import type { Rule } from '../../spec/rules.js';
import { sessionInputs, sessionRules } from '../../spec/session-inputs.js';
import { taskDefinitionInputs, taskDefinitionRules } from '../../spec/task-definition-inputs.js';

const { 'max-parallel': _nothingIsDeployed, ...servicesInputs } = fleetInputs;

const inputs = {
  cluster: {
    kind: clusterName(),
    description:
      'Name or ARN of the ECS cluster. With `services`, the one of those for which the services file names none.',
  },
  service: {
    kind: serviceName(),
    description: 'Name of the ECS service that would be deployed to. Give this, or `services` for several.',
  },
  ...servicesInputs,
  ...taskDefinitionInputs,
  alarms: {
    kind: kinds.lines({ of: 'alarm name', max: 100 }),
    description:
      'CloudWatch alarms that are to speak for the new version, one name per line. One that is missing or in ALARM already is an error, one without data a warning.',
  },
  'when-busy': {
    kind: kinds.oneOf('wait', 'replace', 'fail'),
    preset: 'wait',
    description:
      'What a deployment would do when the service is being deployed to already: with `fail` that is an error, with `replace` a warning.',
  },
  'deploy-role': {
    kind: kinds.arn('role'),
    description:
      'ARN of the role that deploys, when this runs with another one: it is that one that must be allowed to pass the roles of the task (`iam:PassRole`). By default the caller.',
  },
  'github-token': {
    kind: kinds.text(),
    secret: true,
    description:
      'A token with `pull-requests: write`, such as `github.token`. With it, in a run for a pull request, the findings and the difference are one comment, which is updated by later runs. When that fails there is a warning, and nothing else changes.',
  },
  ...sessionInputs,
  region: {
    kind: region(),
    required: true,
    environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
    description: 'AWS Region. By default the one in `AWS_REGION`.',
  },
} as const satisfies InputSpecs;

export const spec = defineAction({
  name: 'preflight',
  title: 'Sluice: preflight',
  description:
    'Looks at everything that deploying a task definition to an ECS service would need, tells all that is wrong at once, and shows what would change. Changes nothing.',
  branding: { icon: 'check-circle', color: 'blue' },
  inputs,
  rules: [
    ...sessionRules,
    ...taskDefinitionRules,
    // Of those between the inputs of a deployment the ones that are meant here.
    ...(fleetRules as readonly Rule[]).filter((rule) => rule.inputs.every((name) => Object.hasOwn(inputs, name))),
  ],
  outputs: {
    outcome: {
      description:
        'How it ended: `passed` (there may be warnings), or `failed` (there is an error, or nothing could be looked at).',
    },
    reason: { description: 'How many errors and warnings there are, in a sentence.' },
    findings: {
      description:
        'What was found, as JSON: `[{"level": "error", "check": "images", "what": "…"}]`; the level is `error`, `warning` or `note`. With `services`, each also has the `service`, as the services file calls it.',
    },
    changes: {
      description: 'How many lines of the task definition would change; empty when that is not known.',
    },
    diff: {
      description:
        'What would change in the task definition, one line each; with `services`, behind the name of the service. No secret value is in it.',
    },
  },
});

export type PreflightInputs = Inputs<typeof spec>;

/** The inputs with which one service is looked at. */
export type ServiceInputs = PreflightInputs & { readonly cluster: string; readonly service: string };
