import { spec as preflight } from '../../actions/preflight/spec.js';
import { defineAction } from '../../spec/action-spec.js';
import { taskDefinitionInputs, taskDefinitionRules } from '../../spec/task-definition-inputs.js';

const { cluster, service, region } = preflight.inputs;

/** Not an action: the inputs of `sluice diff`. */
export const spec = defineAction({
  name: 'diff',
  title: 'Sluice: diff',
  description: 'Shows what would change in the task definition of a service. Changes nothing.',
  branding: { icon: 'eye', color: 'blue' },
  inputs: {
    cluster: { ...cluster, required: true, description: 'Name or ARN of the ECS cluster.' },
    service: { ...service, required: true, description: 'Name of the ECS service.' },
    ...taskDefinitionInputs,
    region,
  },
  rules: taskDefinitionRules,
  outputs: {},
});
