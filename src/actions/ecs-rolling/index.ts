import { randomUUID } from 'node:crypto';
import { messageOf } from '../../blue-green/words.js';
import { cancellationBySignal } from '../../github/cancellation.js';
import { fail } from '../../github/fail.js';
import { savedState } from '../../github/files.js';
import { readInputs } from '../../github/inputs.js';
import { jobIdentity } from '../../github/job-identity.js';
import { runnerReport } from '../../github/report.js';
import { runContext } from '../../github/run-context.js';
import { readWorkspaceFile } from '../../github/workspace.js';
import { AccessError } from '../../ports/access-error.js';
import { gateOf } from '../../rolling/gate.js';
import { KeptRollings, keptRollings } from '../../rolling/kept.js';
import type { RollResult } from '../../rolling/result.js';
import { type RollRequest, roll } from '../../rolling/roll.js';
import { settingsOf } from '../../rolling/settings.js';
import { rollSummary } from '../../rolling/summary.js';
import { exitCodes, sentence } from '../../rolling/words.js';
import type { RollingWorld } from '../../rolling/world.js';
import { InputError } from '../../spec/input-error.js';
import { definitionRequestOf } from '../../spec/task-definition-inputs.js';
import { systemClock } from '../../system/clock.js';
import { prober } from '../../system/prober.js';
import { prometheus } from '../../system/prometheus.js';
import { finishInterrupted } from './post.js';
import { failureOf, outputsOf } from './result.js';
import { type RollingInputs, spec } from './spec.js';

/** The name under which `main` keeps that it has told of its failure. */
const told = 'told';

export async function main(): Promise<void> {
  try {
    const result = await deploy(readInputs(spec));
    const failure = failureOf(result);
    if (failure === undefined) return;
    fail(failure);
    runnerReport.keep(told, 'true');
    process.exitCode = exitCodes[result.outcome];
  } catch (error) {
    // What is thrown before there is a world to run in has a result as well: workflows decide by the outcome.
    const outcome =
      error instanceof InputError ? 'refused' : error instanceof AccessError ? 'access-lost' : 'interrupted';
    runnerReport.outputs(outputsOf({ outcome, reason: messageOf(error) }));
    fail(error);
    process.exitCode = exitCodes[outcome];
  }
}

async function deploy(inputs: RollingInputs): Promise<RollResult> {
  const { cluster, service, region, lockName, dryRun } = inputs;
  const request: RollRequest = {
    label: service,
    cluster,
    service,
    definition: definitionRequestOf(inputs, process.env),
    settings: settingsOf(inputs, { region, lockName, dryRun }),
    show: (story) => runnerReport.summary(summary(story, undefined)),
  };
  const world = await worldFor(inputs, randomUUID());
  const summary = (story: RollResult['story'], result: RollResult | undefined): string =>
    rollSummary({ cluster, service, region, story, result, runUrl: world.run.url });
  const result = await roll(request, world);
  runnerReport.outputs(outputsOf(result));
  runnerReport.line('');
  runnerReport.line(sentence(result));
  await runnerReport.summary(summary(result.story, result));
  return result;
}

/** After a run that ended by itself there is nothing to do, and nothing is loaded. */
export async function post(): Promise<void> {
  const kept = keptRollings(savedState);
  const [entry] = Object.values(kept);
  if (entry === undefined) return;
  try {
    const world = await worldFor(readInputs(spec), entry.holder);
    for (const line of await finishInterrupted(() => world, kept)) runnerReport.line(line);
  } catch (error) {
    // One error annotation for a deployment: `main` may have told already that it failed.
    if (savedState(told) === undefined) throw error;
    process.exitCode = 1;
    runnerReport.line(`What the run left could not be finished: ${messageOf(error)}`);
  }
}

const whenOver =
  'A deployment that is under way goes on without being watched. What to do: mend what is said here, or cancel the run now, which ends the deployment as on-cancel says';

async function worldFor(inputs: RollingInputs, holder: string): Promise<RollingWorld> {
  const [{ awsRolling }, { sessionFor }] = await Promise.all([
    import('../../aws/rolling-ports.js'),
    import('../../aws/session-for.js'),
  ]);
  const clock = systemClock(process.env);
  const { region, cluster } = inputs;
  const session = sessionFor(inputs, { ...jobIdentity(clock), whenOver });
  const { tasks, ...ports } = awsRolling({ region, cluster, session });
  const { prometheusUrl: url } = inputs;
  const world: RollingWorld = {
    ...ports,
    clock,
    cancellation: cancellationBySignal(),
    report: runnerReport,
    prober,
    ...(url === undefined
      ? {}
      : {
          metricQueries: prometheus({
            url,
            token: inputs.prometheusToken,
            username: inputs.prometheusUsername,
            password: inputs.prometheusPassword,
          }),
        }),
    readFile: (path) => readWorkspaceFile('task-definition', path),
    kept: new KeptRollings(runnerReport),
    run: { holder, url: runContext().runUrl ?? `a run by ${runContext().actor}` },
  };
  const gate = gateOf(
    {
      cluster,
      settings: settingsOf(inputs, inputs),
      images: inputs.images,
      preflight: inputs.preflight,
      runBefore: inputs.runBefore,
      runAfter: inputs.runAfter,
      runTimeoutMs: inputs.runTimeout,
    },
    {
      preflight: async () => (await import('../../aws/preflight-ports.js')).awsPreflight({ region, session }),
      oneOff: { ...world, tasks },
    },
  );
  return { ...world, gate };
}
