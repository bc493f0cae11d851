import * as sdk from '@aws-sdk/client-ssm';
import type { CloudService, Ground } from '../contract.js';
import { Parameters } from './parameters.js';

/** Systems Manager: Parameter Store. */
export function createSsm(ground: Ground): CloudService {
  return {
    id: 'ssm',
    sdk,
    wire: { protocol: 'json', version: '1.1', target: 'AmazonSSM' },
    signingName: 'ssm',
    operations: new Parameters(ground).operations,
    stop: async () => {},
  };
}
