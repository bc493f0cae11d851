import { cancellationBySignal } from '../../github/cancellation.js';
import { fail } from '../../github/fail.js';
import { readInputs } from '../../github/inputs.js';
import { jobIdentity } from '../../github/job-identity.js';
import { leaveSoon } from '../../github/leave-soon.js';
import { runnerReport } from '../../github/report.js';
import { runContext } from '../../github/run-context.js';
import { readWorkspaceFile } from '../../github/workspace.js';
import { Interrupted } from '../../ports/ended-badly.js';
import { messageOf } from '../../ports/message-of.js';
import { InputError } from '../../spec/input-error.js';
import { systemClock } from '../../system/clock.js';
import { withDeadline } from './deadline.js';
import { failureOf, promoteOutputs, promoteSummary } from './result.js';
import { promote } from './run.js';
import { type PromoteInputs, spec } from './spec.js';
import type { PromoteWorld } from './world.js';

/** Nothing is begun in it that cannot be done again. */
const whenOver = 'What to do: mend what is said here; whatever is not done by then, promote does when it is run again';

export async function main(): Promise<void> {
  try {
    await act();
  } catch (error) {
    // What is thrown before anything was touched has a result as well: workflows decide by the outcome.
    const outcome = error instanceof InputError ? 'refused' : error instanceof Interrupted ? 'interrupted' : 'failed';
    const result = { outcome, reason: messageOf(error), images: [], notes: [] } as const;
    runnerReport.outputs(promoteOutputs(result));
    await runnerReport.summary(promoteSummary(result, runUrl()));
    throw error;
  }
}

async function act(): Promise<void> {
  const inputs = readInputs(spec);
  const world = await outside(inputs);
  const result = await promote(inputs, world).finally(() => {
    if (world.cancellation.reason !== undefined) leaveSoon();
  });
  runnerReport.outputs(promoteOutputs(result));
  await runnerReport.summary(promoteSummary(result, world.run.url));
  const failure = failureOf(result);
  if (failure !== undefined) fail(failure);
  else runnerReport.line(result.reason);
}

async function outside(inputs: PromoteInputs): Promise<PromoteWorld> {
  const [{ imageRegistries }, { otherRegistries }, { secondSession }, { createImageUse }, { sessionFor }, { Pacer }] =
    await Promise.all([
      import('../../aws/registries.js'),
      import('../../registry/index.js'),
      import('../../aws/second-session.js'),
      import('../../aws/image-use.js'),
      import('../../aws/session-for.js'),
      import('../../aws/paced.js'),
    ]);
  const { region, targetRegion = region, targetRoleToAssume: roleArn, targetExternalId: externalId } = inputs;
  const clock = systemClock(process.env);
  const identity = jobIdentity(clock);
  const { conceal, report, run } = identity;
  const session = sessionFor(inputs, { ...identity, whenOver });
  const elsewhere = otherRegistries({ clock, conceal });
  const source = imageRegistries({ region, session, clock, conceal, elsewhere });
  const second =
    roleArn === undefined
      ? session
      : secondSession({
          base: session,
          region: targetRegion,
          roleArn,
          externalId,
          sessionName: inputs.roleSessionName ?? `sluice-${run.runId ?? 'local'}-${run.attempt}`,
          clock,
          conceal,
          line: report.line,
          warn: report.warn,
          whenOver,
        });
  const isElsewhere = roleArn !== undefined || targetRegion !== region;
  return {
    clock,
    cancellation: withDeadline(cancellationBySignal(), clock, inputs.timeout),
    report: runnerReport,
    source,
    target: isElsewhere
      ? imageRegistries({ region: targetRegion, session: second, clock, conceal, elsewhere })
      : source,
    use: createImageUse({ region: targetRegion, session: second, pacer: new Pacer(clock) }),
    readFile: readWorkspaceFile,
    run: { by: runContext().actor, url: runUrl() },
  };
}

function runUrl(): string {
  const { actor, runUrl: url } = runContext();
  return url ?? `a run by ${actor}`;
}
