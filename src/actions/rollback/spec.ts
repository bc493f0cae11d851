import { defineAction, type Inputs } from '../../spec/action-spec.js';
import * as kinds from '../../spec/kinds.js';
import { clusterName, parameterName, region, serviceName } from '../../spec/names.js';
import { exactlyOneOf, ofTheRegion } from '../../spec/rules.js';
import { sessionInputs, sessionRules } from '../../spec/session-inputs.js';

export const spec = defineAction({
  name: 'rollback',
  title: 'Sluice: roll back by hand',
  description:
    'Gives all traffic back to the other side, now: ends a shift that is under way, or undoes one that was promoted. Starts the old version again when its tasks are gone.',
  branding: { icon: 'corner-up-left', color: 'blue' },
  inputs: {
    cluster: {
      kind: clusterName(),
      required: true,
      description: 'Name or ARN of the ECS cluster that both services run in.',
    },
    services: {
      kind: kinds.lines({ exactly: 2, of: 'service name', item: serviceName() }),
      required: true,
      description: 'The two ECS services, one name per line, in any order.',
    },
    'listener-rule-arn': {
      kind: kinds.arn('listener rule'),
      description: 'ARN of the listener rule that forwards to the two target groups. Give this or `listener-arn`.',
    },
    'listener-arn': {
      kind: kinds.arn('listener'),
      description: 'ARN of the listener, when its default action forwards to them. Give this or `listener-rule-arn`.',
    },
    'target-groups': {
      kind: kinds.map({ key: serviceName(), value: kinds.arn('target group'), example: 'service=target-group-arn' }),
      description: 'The target group of each service, where a service has more than one: `service=arn` per line.',
    },
    to: {
      kind: serviceName(),
      description:
        'The service that is to get all traffic. By default the side that was live when the shift began, or, when none is under way, the one that is not live.',
    },
    'when-locked': {
      kind: kinds.oneOf('take', 'fail'),
      preset: 'take',
      description:
        'What to do while a deployment is at work: `take` takes its lock away, so that it changes nothing more, and rolls it back; `fail` leaves it alone.',
    },
    'start-timeout': {
      kind: kinds.duration({ minMs: 1000, maxMs: 21_600_000 }),
      preset: '15m',
      description: 'How long the old version may take to start, when it has no tasks any more.',
    },
    'poll-interval': {
      kind: kinds.duration({ minMs: 100, maxMs: 300_000 }),
      preset: '5s',
      description: 'How often tasks and targets are looked at while the old version starts.',
    },
    drain: {
      kind: kinds.duration({ maxMs: 3_600_000 }),
      preset: '2m',
      description: 'How long the side that was left keeps its tasks, so that requests in flight can end.',
    },
    'keep-new': {
      kind: kinds.flag(),
      preset: 'false',
      description: 'Leave the tasks of the side that was left running, in place of scaling it to 0.',
    },
    'lock-name': {
      kind: parameterName(),
      description: 'The SSM parameter that is the lock, when the deployment was given another than the default.',
    },
    reason: { kind: kinds.text(), description: 'Why, for the log and the summary.' },
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
    exactlyOneOf('listener-rule-arn', 'listener-arn'),
    ofTheRegion('listener-rule-arn', 'listener-arn', 'cluster'),
  ],
  outputs: {
    outcome: {
      description:
        'How it ended: `rolled-back`, `unchanged` (it had all traffic already), `refused` (nothing was changed), or `stuck`.',
    },
    reason: { description: 'What happened, in a sentence.' },
    'active-service': {
      description:
        'The service that receives the traffic now, or most of it, as last read; empty when the rule was not read.',
    },
    weights: { description: 'What was last observed on the listener, as JSON.' },
    'seconds-to-restore': {
      description: 'Seconds from the start until the listener was observed to send everything there.',
    },
  },
});

export type RollbackInputs = Inputs<typeof spec>;
