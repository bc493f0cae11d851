import { defineAction, type Inputs } from '../../spec/action-spec.js';
import { fleetInputs, fleetRules } from '../../spec/fleet-inputs.js';
import * as kinds from '../../spec/kinds.js';
import { clusterName, parameterName, region, serviceName } from '../../spec/names.js';
import { asksSomething, prometheusInputs, prometheusRules } from '../../spec/prometheus-inputs.js';
import { rollingInputs, rollingRules } from '../../spec/rolling-inputs.js';
import { sessionInputs, sessionRules } from '../../spec/session-inputs.js';
import { taskDefinitionInputs, taskDefinitionRules } from '../../spec/task-definition-inputs.js';

/** With a services file it is the services that ask, each for itself: what one of them asks is looked at when the file is read. */
function ofOneOrMany<R>(rules: readonly (R | typeof asksSomething)[]): readonly (R | typeof asksSomething)[] {
  return rules.map((rule) =>
    rule === asksSomething
      ? {
          ...asksSomething,
          description: `${asksSomething.description.replace(/\.$/, '')}; with \`services\` the services file may hold them.`,
          problem: (given) => (given.has('services') ? undefined : asksSomething.problem(given)),
        }
      : rule,
  );
}

export const spec = defineAction({
  name: 'ecs-rolling',
  title: 'Sluice: ECS rolling',
  description:
    'Updates an ECS service, follows its own deployment to one verdict, says why a bad release fails, and takes it back to the last good one.',
  branding: { icon: 'refresh-cw', color: 'blue' },
  post: true,
  inputs: {
    cluster: {
      kind: clusterName(),
      description:
        'Name or ARN of the ECS cluster. With `services`, the one of those for which the services file names none.',
    },
    service: {
      kind: serviceName(),
      description: 'Name of the ECS service to update. Give this, or `services` for several.',
    },
    ...fleetInputs,
    ...taskDefinitionInputs,
    ...rollingInputs,
    ...prometheusInputs,
    'lock-name': {
      kind: parameterName(),
      description:
        'The SSM parameter that is the lock and the journal. By default it is named after the cluster and the service.',
    },
    'dry-run': {
      kind: kinds.flag(),
      preset: 'false',
      description: 'Read everything, change nothing, and print what would be done and what would change.',
    },
    ...sessionInputs,
    region: {
      kind: region(),
      required: true,
      environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
      description:
        'AWS Region. By default the one in `AWS_REGION`, which `aws-actions/configure-aws-credentials` sets.',
    },
  },
  rules: [...sessionRules, ...taskDefinitionRules, ...rollingRules, ...ofOneOrMany(prometheusRules), ...fleetRules],
  outputs: {
    outcome: {
      description:
        'How it ended: `succeeded`, `unchanged` (nothing differed), `rolled-back` (it was bad, and the last good version runs), `failed` (it was bad, and could not or was not to be rolled back), `superseded` (somebody deployed after it), `stopped` (somebody stopped it, or scaled the service to 0), `timed-out`, `access-lost`, `refused` (nothing was changed), or `interrupted`.',
    },
    reason: { description: 'Why it ended so, in a sentence.' },
    services: {
      description:
        'With `services`, how each of them ended, as one JSON object by the names of the services file: `{"user": {"outcome", "reason", "cluster", "service", "task-definition-arn", "previous-task-definition-arn", "seconds"}}`. A service that was not begun has the outcome `not-started`. `outcome` is that of all together: `rolled-back` when none runs the new version any more, `failed` when some do and others do not.',
    },
    'task-definition-arn': { description: 'ARN of the task definition that was deployed.' },
    'previous-task-definition-arn': { description: 'ARN of the task definition that the service ran before.' },
    'deployment-id': {
      description: 'ARN of the service deployment; its `ecs-svc/…` where the role may not list service deployments.',
    },
    'seconds-to-deploy': {
      description:
        'Seconds from the start until all tasks ran and ECS called the deployment successful; empty when it was not.',
    },
    'seconds-to-detect': { description: 'Seconds from the start until it was found bad; empty when it was not.' },
    'seconds-to-restore': {
      description: 'Seconds from that finding until the last good version was seen to run; empty when it was not.',
    },
  },
});

export type RollingInputs = Inputs<typeof spec>;

/** The inputs with which one service is updated. */
export type ServiceInputs = RollingInputs & { readonly cluster: string; readonly service: string };
