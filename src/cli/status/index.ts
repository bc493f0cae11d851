import { awsPorts, routeAddress } from '../../aws/index.js';
import { awsRolling } from '../../aws/rolling-ports.js';
import { lockName } from '../../blue-green/lock.js';
import { fail } from '../../github/fail.js';
import { rawInputs, readInputs } from '../../github/inputs.js';
import { info } from '../../github/log.js';
import { rollingLockName } from '../../rolling/lock.js';
import { InputError } from '../../spec/input-error.js';
import { systemClock } from '../../system/clock.js';
import { rollingLines } from './rolling.js';
import { statusLines } from './run.js';
import { spec } from './spec.js';

export async function main(): Promise<void> {
  try {
    const inputs = readInputs(spec);
    const { region, cluster, services, service, listenerRuleArn, listenerArn = '' } = inputs;
    const clock = systemClock(process.env);
    if (services === undefined) {
      const name = rollingLockName({ cluster, service: service ?? '', lockName: inputs.lockName });
      const ports = awsRolling({ region, cluster });
      const { journal } = ports.lock(name);
      for (const line of await rollingLines(
        { service: service ?? '', cluster, region, lock: name },
        { ...ports, journal, clock },
      ))
        info(line);
      return;
    }
    const address = routeAddress(listenerRuleArn ?? listenerArn);
    const ports = awsPorts({ region, cluster, address, lockName: lockName({ ...inputs, services }) });
    for (const line of await statusLines({ ...inputs, services }, { ...ports, clock })) info(line);
  } catch (error) {
    fail(asWritten(error));
  }
}

/** Who names one service is told of `service`, and not of `services`, of which it is one to those who look it up. */
function asWritten(error: unknown): unknown {
  if (!(error instanceof InputError) || !isOne()) return error;
  return new InputError(
    error.problems.map((problem) => (problem.input === 'services' ? { ...problem, input: 'service' } : problem)),
  );
}

const isOne = (): boolean => (rawInputs(spec).service ?? '') !== '';
