import { randomUUID } from 'node:crypto';
import { fail } from '../../github/fail.js';
import { readInputs } from '../../github/inputs.js';
import { jobIdentity } from '../../github/job-identity.js';
import { runnerReport } from '../../github/report.js';
import { runContext } from '../../github/run-context.js';
import { AccessError } from '../../ports/access-error.js';
import { DeployFailed } from '../../ports/ended-badly.js';
import { messageOf } from '../../ports/message-of.js';
import { KeptRollings } from '../../rolling/kept.js';
import { systemClock } from '../../system/clock.js';
import { prober } from '../../system/prober.js';
import { neverCancelled } from './recover-rolling.js';
import { type Found, nothingFound, outcomeOf, recover, recoverSummary } from './run.js';
import { spec } from './spec.js';

/** Nothing is begun in it that cannot be done again. */
const whenOver = 'What to do: mend what is said here; whatever is not done by then, recover does when it is run again';

export async function main(): Promise<void> {
  try {
    await act();
  } catch (error) {
    // What is thrown before there is a world to act in has a result as well: workflows decide by the outcome.
    runnerReport.outputs({ outcome: 'stuck', reason: messageOf(error), recovered: '0', locks: '[]' });
    throw error;
  }
}

async function act(): Promise<void> {
  const inputs = readInputs(spec);
  const [{ awsJournalIndex, awsPorts, routeAddress, sessionFor }, { awsRolling, rollingSettings }, { Pacer }] =
    await Promise.all([
      import('../../aws/index.js'),
      import('../../aws/rolling-ports.js'),
      import('../../aws/paced.js'),
    ]);
  const { region } = inputs;
  const clock = systemClock(process.env);
  const session = sessionFor(inputs, { ...jobIdentity(clock), whenOver });
  const run = { holder: randomUUID(), url: runContext().runUrl ?? `a run by ${runContext().actor}` };
  // The services of a release are looked at in the same calls, at one pace.
  const shared = rollingSettings({ region, session, pacer: new Pacer(clock) });
  const found = await recover(inputs, {
    clock,
    report: runnerReport,
    index: awsJournalIndex({ region, session }),
    deployment: (lock, entry) =>
      awsPorts({ region, cluster: entry.cluster, address: routeAddress(entry.route), lockName: lock, session }),
    rolling: (lock, { cluster }) => {
      const ports = awsRolling({ region, cluster, session });
      return { ...ports, journal: ports.lock(lock).journal };
    },
    release: (lock) => ({
      journal: awsRolling({ region, cluster: '', session }, shared).release(lock),
      worldOf: (cluster) => ({
        ...awsRolling({ region, cluster, session }, shared),
        clock,
        run,
        prober,
        report: runnerReport,
        cancellation: neverCancelled,
        kept: new KeptRollings({ keep: () => {} }),
        readFile: () => Promise.reject(new Error('nothing is read from files here')),
      }),
    }),
    run,
  });
  const outcome = outcomeOf(found);
  const reason = found.map(({ lock, told }) => `${lock}: ${told}`).join(' ') || nothingFound(inputs);
  const recovered = found.filter(({ result }) => result === 'recovered').length;
  runnerReport.outputs({ outcome, reason, recovered: String(recovered), locks: JSON.stringify(found.map(shown)) });
  await runnerReport.summary(recoverSummary(found, inputs));
  runnerReport.line(found.length === 0 ? `Nothing to recover. ${reason}` : `Outcome: ${outcome}`);
  if (outcome !== 'stuck') return;
  const words = `Stuck, a person is needed: ${reason}`;
  const lost = found.find(({ error }) => error !== undefined)?.error;
  fail(lost === undefined ? new DeployFailed(words) : new AccessError(words, lost.detail, { cause: lost }));
}

const shown = ({ error: _error, ...told }: Found): Omit<Found, 'error'> => told;
