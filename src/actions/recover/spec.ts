import { defineAction, type Inputs } from '../../spec/action-spec.js';
import * as kinds from '../../spec/kinds.js';
import { clusterName, parameterName, region, serviceName } from '../../spec/names.js';
import { needs, ofTheRegion, rule } from '../../spec/rules.js';
import { sessionInputs, sessionRules } from '../../spec/session-inputs.js';

/** To say which deployment is meant. */
const ways = ['listener-rule-arn', 'listener-arn', 'services', 'service', 'lock-name'] as const;

export const spec = defineAction({
  name: 'recover',
  title: 'Sluice: recover',
  description:
    'Finishes or rolls back what a run left that died: traffic goes to one side, a rolling deployment is judged or taken back, the lock is released. Needs only the rule or the service names; without either it looks at every lock there is.',
  branding: { icon: 'life-buoy', color: 'blue' },
  inputs: {
    cluster: {
      kind: clusterName(),
      description: 'Name or ARN of the ECS cluster. Given together with `services` or `service`.',
    },
    services: {
      kind: kinds.lines({ exactly: 2, of: 'service name', item: serviceName() }),
      description: 'The two ECS services whose blue/green deployment is to be recovered, one name per line.',
    },
    service: {
      kind: serviceName(),
      description: 'The ECS service whose rolling deployment is to be recovered.',
    },
    'listener-rule-arn': {
      kind: kinds.arn('listener rule'),
      description: 'The listener rule whose deployment is to be recovered, in place of cluster and services.',
    },
    'listener-arn': {
      kind: kinds.arn('listener'),
      description: 'The same, when it is the default action of a listener that is shifted.',
    },
    path: {
      kind: parameterName(),
      preset: '/sluice',
      description: 'The path in the SSM Parameter Store below which the locks are.',
    },
    'lock-name': {
      kind: parameterName(),
      description:
        'The SSM parameter that is the lock, in place of all this, when the deployment was given another than the default.',
    },
    'when-locked': {
      kind: kinds.oneOf('skip', 'take'),
      preset: 'skip',
      description:
        'What to do with a lock whose holder is alive: `skip` leaves it alone (what a sweep on a schedule wants), `take` takes it away; that run then changes nothing more.',
    },
    'dry-run': {
      kind: kinds.flag(),
      preset: 'false',
      description: 'Tell what there is to recover and change nothing.',
    },
    ...sessionInputs,
    region: {
      kind: region(),
      required: true,
      environment: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
      description: 'AWS Region. By default the one in `AWS_REGION`.',
    },
  },
  rules: [
    ...sessionRules,
    ofTheRegion('listener-rule-arn', 'listener-arn', 'cluster'),
    needs('services', 'cluster'),
    needs('service', 'cluster'),
    rule(['cluster', 'services', 'service'], '`cluster` is given with `services` or `service`.', (_values, has) =>
      has('cluster') && !has('services') && !has('service')
        ? 'has no effect without services or service: give one of them as well, or take it out'
        : undefined,
    ),
    rule(
      ways,
      'At most one of `listener-rule-arn`, `listener-arn`, `services`, `service` and `lock-name`.',
      (_values, has) =>
        ways.filter((name) => has(name)).length > 1
          ? 'is given beside another way to say what to recover: give one of listener-rule-arn, listener-arn, services, service and lock-name'
          : undefined,
    ),
  ],
  outputs: {
    outcome: {
      description:
        'How it ended: `recovered`, `nothing` (no lock, only ones whose holder is alive, or a dry run), or `stuck` (something could not be recovered and needs a person).',
    },
    reason: { description: 'What was done, in a sentence for each lock.' },
    recovered: { description: 'How many deployments were recovered.' },
    locks: { description: 'What was found, as JSON: for each lock its name, its run, its stage and what came of it.' },
  },
});

export type RecoverInputs = Inputs<typeof spec>;
