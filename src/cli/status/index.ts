import { awsPorts, routeAddress } from '../../aws/index.js';
import { lockName } from '../../blue-green/lock.js';
import { fail } from '../../github/fail.js';
import { readInputs } from '../../github/inputs.js';
import { info } from '../../github/log.js';
import { systemClock } from '../../system/clock.js';
import { statusLines } from './run.js';
import { spec } from './spec.js';

export async function main(): Promise<void> {
  try {
    const inputs = readInputs(spec);
    const { region, cluster, listenerRuleArn, listenerArn = '' } = inputs;
    const address = routeAddress(listenerRuleArn ?? listenerArn);
    const ports = awsPorts({ region, cluster, address, lockName: lockName(inputs) });
    for (const line of await statusLines(inputs, { ...ports, clock: systemClock(process.env) })) info(line);
  } catch (error) {
    fail(error);
  }
}
