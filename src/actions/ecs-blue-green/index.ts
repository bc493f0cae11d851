import { randomUUID } from 'node:crypto';
import { keptFrom } from '../../blue-green/kept.js';
import { lockName } from '../../blue-green/lock.js';
import { failureOf, outputsOf, type Result } from '../../blue-green/result.js';
import type { World } from '../../blue-green/world.js';
import { cancellationBySignal } from '../../github/cancellation.js';
import { fail } from '../../github/fail.js';
import { savedState } from '../../github/files.js';
import { readInputs } from '../../github/inputs.js';
import { jobIdentity } from '../../github/job-identity.js';
import { runnerReport } from '../../github/report.js';
import { runContext } from '../../github/run-context.js';
import { readWorkspaceFile } from '../../github/workspace.js';
import { messageOf } from '../../ports/message-of.js';
import { InputError } from '../../spec/input-error.js';
import { systemClock } from '../../system/clock.js';
import { prober } from '../../system/prober.js';
import { prometheus } from '../../system/prometheus.js';
import { finishInterrupted } from './post.js';
import { run } from './run.js';
import { type BlueGreenInputs, spec } from './spec.js';

export async function main(): Promise<void> {
  const failure = failureOf(await attempt());
  if (failure === undefined) return;
  fail(failure);
  runnerReport.keep(told, 'true');
}

/** What is thrown before there is a world to run in has a result as well: workflows decide by the outcome. */
async function attempt(): Promise<Result> {
  try {
    const inputs = readInputs(spec);
    return await run(inputs, await world(inputs, randomUUID()));
  } catch (error) {
    const outcome = error instanceof InputError ? 'refused' : 'interrupted';
    runnerReport.outputs(outputsOf({ outcome, reason: messageOf(error) }, undefined));
    throw error;
  }
}

/** After a run that ended by itself there is nothing to do, and nothing is loaded. */
export async function post(): Promise<void> {
  const kept = keptFrom(savedState);
  if (kept === undefined || kept.stage === 'ended') return;
  const inputs = readInputs(spec);
  try {
    const outside = await world(inputs, kept.holder);
    const done = await finishInterrupted(outside, kept);
    runnerReport.line(done);
    // A run that was killed could not show how it ended.
    if (savedState(told) === undefined && kept.stage !== 'keep-old') outside.deployment?.tell('inactive', done);
    await outside.deployment?.shown();
  } catch (error) {
    // Once the traffic is where it belongs, what is left to do fails nothing.
    if (kept.stage === 'keep-old' || kept.stage === 'clean-up') return runnerReport.warn(unfinished(error));
    // One error annotation for a deployment: `main` may have told already that it failed.
    if (savedState(told) === undefined) throw error;
    process.exitCode = 1;
    runnerReport.line(unfinished(error));
  }
}

const whenOver =
  'Traffic that is being shifted goes back to the old version before it ends. What to do: mend what is said here, or cancel the run now, which puts the traffic back at once';

/** The name under which `main` keeps that it has told of its failure. */
const told = 'told';

const unfinished = (error: unknown): string => `What the run left could not be finished: ${messageOf(error)}`;

async function world(inputs: BlueGreenInputs, holder: string): Promise<World> {
  const { awsPorts, sessionFor } = await import('../../aws/index.js');
  const clock = systemClock(process.env);
  const session = sessionFor(inputs, { ...jobIdentity(clock), whenOver });
  const { region, cluster, listenerRuleArn, listenerArn = '' } = inputs;
  const address = listenerRuleArn === undefined ? { listenerArn } : { ruleArn: listenerRuleArn };
  return {
    ...awsPorts({ region, cluster, address, lockName: lockName(inputs), session }),
    clock,
    cancellation: cancellationBySignal(),
    report: runnerReport,
    prober,
    ...(inputs.prometheusUrl === undefined ? {} : { metricQueries: prometheusOf(inputs, inputs.prometheusUrl) }),
    ...(await shownOn(inputs)),
    readFile: (path) => readWorkspaceFile('task-definition', path),
    run: { holder, url: runContext().runUrl ?? `a run by ${runContext().actor}` },
  };
}

/** Nothing is asked of GitHub before there is a traffic step to show. */
async function shownOn(inputs: BlueGreenInputs): Promise<Pick<World, 'deployment'>> {
  const { githubToken: token, environment, environmentUrl } = inputs;
  const context = runContext();
  if (token === undefined || environment === undefined || context.repository === undefined) return {};
  const { createDeploymentStatus } = await import('../../github/deployment-status.js');
  const { apiUrl } = context;
  const warn = (text: string): void => runnerReport.warn(text);
  return { deployment: createDeploymentStatus({ token, environment, environmentUrl, run: context, apiUrl, warn }) };
}

const prometheusOf = (inputs: BlueGreenInputs, url: string) =>
  prometheus({
    url,
    token: inputs.prometheusToken,
    username: inputs.prometheusUsername,
    password: inputs.prometheusPassword,
  });
