import { randomUUID } from 'node:crypto';
import { lockName } from '../../blue-green/lock.js';
import { cancellationBySignal } from '../../github/cancellation.js';
import { fail } from '../../github/fail.js';
import { readInputs } from '../../github/inputs.js';
import { jobIdentity } from '../../github/job-identity.js';
import { runnerReport } from '../../github/report.js';
import { runContext } from '../../github/run-context.js';
import { DeployFailed } from '../../ports/ended-badly.js';
import { messageOf } from '../../ports/message-of.js';
import { InputError } from '../../spec/input-error.js';
import { systemClock } from '../../system/clock.js';
import { rollbackOutputs, rollbackSummary, told } from './result.js';
import { rollBack } from './run.js';
import { spec } from './spec.js';

/** Nothing is begun in it that cannot be done again. */
const whenOver = 'What to do: mend what is said here; whatever is not done by then, rollback does when it is run again';

export async function main(): Promise<void> {
  try {
    await act();
  } catch (error) {
    // What is thrown before there is a world to act in has a result as well: workflows decide by the outcome.
    const outcome = error instanceof InputError ? 'refused' : 'stuck';
    runnerReport.outputs(rollbackOutputs({ outcome, reason: messageOf(error) }));
    throw error;
  }
}

async function act(): Promise<void> {
  const inputs = readInputs(spec);
  const { awsPorts, routeAddress, sessionFor } = await import('../../aws/index.js');
  const { region, cluster, listenerRuleArn, listenerArn = '' } = inputs;
  const clock = systemClock(process.env);
  const session = sessionFor(inputs, { ...jobIdentity(clock), whenOver });
  const address = routeAddress(listenerRuleArn ?? listenerArn);
  const result = await rollBack(inputs, {
    ...awsPorts({ region, cluster, address, lockName: lockName(inputs), session }),
    clock,
    cancellation: cancellationBySignal(),
    report: runnerReport,
    run: { holder: randomUUID(), url: runContext().runUrl ?? `a run by ${runContext().actor}` },
  });
  runnerReport.outputs(rollbackOutputs(result));
  await runnerReport.summary(rollbackSummary(result));
  runnerReport.line(told(result));
  if (result.outcome === 'stuck' || result.outcome === 'refused') fail(result.error ?? new DeployFailed(told(result)));
}
