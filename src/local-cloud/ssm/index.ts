import type { CloudService, Ground, ParameterValues } from '../contract.js';
import * as sdk from '../sdk/ssm.js';
import { Parameters } from './parameters.js';

/** Systems Manager: Parameter Store. */
export function createSsm(ground: Ground): CloudService & ParameterValues {
  const parameters = new Parameters(ground);
  return {
    id: 'ssm',
    sdk,
    wire: { protocol: 'json', version: '1.1', target: 'AmazonSSM' },
    signingName: 'ssm',
    operations: parameters.operations,
    parameterValue: (name) => parameters.value(name),
    stop: async () => {},
  };
}
