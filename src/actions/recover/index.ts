import { randomUUID } from 'node:crypto';
import { fail } from '../../github/fail.js';
import { readInputs } from '../../github/inputs.js';
import { runnerReport } from '../../github/report.js';
import { runContext } from '../../github/run-context.js';
import { DeployFailed } from '../../ports/ended-badly.js';
import { systemClock } from '../../system/clock.js';
import { outcomeOf, recover, recoverSummary } from './run.js';
import { spec } from './spec.js';

export async function main(): Promise<void> {
  const inputs = readInputs(spec);
  const { awsPorts, createJournalIndex, routeAddress } = await import('../../aws/index.js');
  const { region } = inputs;
  const found = await recover(inputs, {
    clock: systemClock(process.env),
    report: runnerReport,
    index: createJournalIndex({ region }),
    deployment: (lock, entry) =>
      awsPorts({ region, cluster: entry.cluster, address: routeAddress(entry.route), lockName: lock }),
    run: { holder: randomUUID(), url: runContext().runUrl ?? `a run by ${runContext().actor}` },
  });
  const outcome = outcomeOf(found);
  const reason = found.map(({ lock, told }) => `${lock}: ${told}`).join(' ') || 'There is no lock.';
  const recovered = found.filter(({ result }) => result === 'recovered').length;
  runnerReport.outputs({ outcome, reason, recovered: String(recovered), locks: JSON.stringify(found) });
  await runnerReport.summary(recoverSummary(found));
  runnerReport.line(found.length === 0 ? 'Nothing to recover: there is no lock.' : `Outcome: ${outcome}`);
  if (outcome === 'stuck') fail(new DeployFailed(`Stuck, a person is needed: ${reason}`));
}
