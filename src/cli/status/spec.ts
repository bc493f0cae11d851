import { spec as rollback } from '../../actions/rollback/spec.js';
import { defineAction, type Inputs } from '../../spec/action-spec.js';
import { exactlyOneOf } from '../../spec/rules.js';

const { cluster, services, region } = rollback.inputs;

/** Not an action: the inputs of `sluice status`. */
export const spec = defineAction({
  name: 'status',
  title: 'Sluice: status',
  description: 'Tells who serves, what both sides run, and whether a deployment is at work. Changes nothing.',
  branding: { icon: 'eye', color: 'blue' },
  inputs: {
    cluster,
    services,
    'listener-rule-arn': rollback.inputs['listener-rule-arn'],
    'listener-arn': rollback.inputs['listener-arn'],
    'target-groups': rollback.inputs['target-groups'],
    'lock-name': rollback.inputs['lock-name'],
    region,
  },
  rules: [exactlyOneOf('listener-rule-arn', 'listener-arn')],
  outputs: {},
});

export type StatusInputs = Inputs<typeof spec>;
