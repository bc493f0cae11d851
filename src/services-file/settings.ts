import type { InputSpecs } from '../spec/action-spec.js';
import { prometheusInputs } from '../spec/prometheus-inputs.js';
import { rollingInputs } from '../spec/rolling-inputs.js';
import { taskDefinitionInputs } from '../spec/task-definition-inputs.js';

/** Inputs of a rolling update that are no setting of one service: they have a field of their own, or are the run's. */
const elsewhere = [
  'task-definition',
  'images',
  'run-before',
  'run-after',
  'run-timeout',
  'on-failure',
  'on-cancel',
  'poll-interval',
  'when-locked',
];

const { queries, 'alert-rules': alertRules } = prometheusInputs;

/** What a service may set for itself under `rolling`, by the names and with the texts of the inputs of `ecs-rolling`. */
export const serviceSettings: InputSpecs = Object.fromEntries(
  Object.entries({ ...taskDefinitionInputs, ...rollingInputs, queries, 'alert-rules': alertRules }).filter(
    ([name]) => !elsewhere.includes(name),
  ),
);
