import type { BlueGreenInputs } from '../actions/ecs-blue-green/spec.js';

export { heartbeatMs, leaseMs, takeLock } from '../lock/lease.js';

/**
 * `/sluice/CLUSTER/ONE_OTHER`, the same whichever order the services are given in.
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html#sysman-parameter-name-constraints
 */
export function lockName(inputs: Pick<BlueGreenInputs, 'lockName' | 'cluster' | 'services'>): string {
  if (inputs.lockName !== undefined) return inputs.lockName;
  const cluster = inputs.cluster.slice(inputs.cluster.lastIndexOf('/') + 1);
  return `/sluice/${cluster}/${[...inputs.services].sort().join('_')}`;
}
