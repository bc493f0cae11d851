import { randomUUID } from 'node:crypto';
import { lockName } from '../../blue-green/lock.js';
import { cancellationBySignal } from '../../github/cancellation.js';
import { fail } from '../../github/fail.js';
import { readInputs } from '../../github/inputs.js';
import { runnerReport } from '../../github/report.js';
import { runContext } from '../../github/run-context.js';
import { DeployFailed } from '../../ports/ended-badly.js';
import { systemClock } from '../../system/clock.js';
import { rollbackOutputs, rollbackSummary, told } from './result.js';
import { rollBack } from './run.js';
import { spec } from './spec.js';

export async function main(): Promise<void> {
  const inputs = readInputs(spec);
  const { awsPorts, routeAddress } = await import('../../aws/index.js');
  const { region, cluster, listenerRuleArn, listenerArn = '' } = inputs;
  const result = await rollBack(inputs, {
    ...awsPorts({ region, cluster, address: routeAddress(listenerRuleArn ?? listenerArn), lockName: lockName(inputs) }),
    clock: systemClock(process.env),
    cancellation: cancellationBySignal(),
    report: runnerReport,
    run: { holder: randomUUID(), url: runContext().runUrl ?? `a run by ${runContext().actor}` },
  });
  runnerReport.outputs(rollbackOutputs(result));
  await runnerReport.summary(rollbackSummary(result));
  runnerReport.line(told(result));
  if (result.outcome === 'stuck' || result.outcome === 'refused') fail(new DeployFailed(told(result)));
}
