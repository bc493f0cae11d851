import { spec as rollback } from '../../actions/rollback/spec.js';
import { defineAction, type Inputs } from '../../spec/action-spec.js';
import * as kinds from '../../spec/kinds.js';
import { serviceName } from '../../spec/names.js';
import { exactlyOneOf, ofTheRegion, rule } from '../../spec/rules.js';

const { cluster, region } = rollback.inputs;

/** Not an action: the inputs of `sluice status`. */
export const spec = defineAction({
  name: 'status',
  title: 'Sluice: status',
  description:
    'Tells who serves and what both sides run, or what a service runs, and whether a deployment is at work. Changes nothing.',
  branding: { icon: 'eye', color: 'blue' },
  inputs: {
    cluster: { ...cluster, description: 'Name or ARN of the ECS cluster.' },
    services: {
      kind: kinds.lines({ exactly: 2, of: 'service name', item: serviceName() }),
      description: 'The two ECS services that a rule parts the traffic between, one name per line.',
    },
    service: { kind: serviceName(), description: 'The ECS service that is updated in place, instead of two.' },
    'listener-rule-arn': rollback.inputs['listener-rule-arn'],
    'listener-arn': rollback.inputs['listener-arn'],
    'target-groups': rollback.inputs['target-groups'],
    'lock-name': rollback.inputs['lock-name'],
    region,
  },
  rules: [
    exactlyOneOf('services', 'service'),
    ofTheRegion('listener-rule-arn', 'listener-arn', 'cluster'),
    rule(
      ['listener-rule-arn', 'listener-arn', 'services'],
      'With `services`, exactly one of `listener-rule-arn` and `listener-arn` is given.',
      (_values, has) => {
        const given = ['listener-rule-arn', 'listener-arn'].filter(has).length;
        if (has('services') && given !== 1) return 'is missing: give exactly one of listener-rule-arn and listener-arn';
        return has('service') && given > 0 ? 'has no effect for a service that is updated in place' : undefined;
      },
    ),
  ],
  outputs: {},
});

export type StatusInputs = Inputs<typeof spec>;
