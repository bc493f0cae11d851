import { randomUUID } from 'node:crypto';
import { checkDefinitionFile } from '../../ecs/task-definition-source.js';
import { HeldRelease, holderOf, keptRelease, releaseName } from '../../fleet/held-release.js';
import { cancellationBySignal } from '../../github/cancellation.js';
import { changedSince } from '../../github/changed-since.js';
import { fail } from '../../github/fail.js';
import { savedState } from '../../github/files.js';
import { rawInputs, readInputs } from '../../github/inputs.js';
import { jobIdentity } from '../../github/job-identity.js';
import { runnerReport } from '../../github/report.js';
import { runContext } from '../../github/run-context.js';
import { readWorkspaceFile } from '../../github/workspace.js';
import { AccessError } from '../../ports/access-error.js';
import { messageOf } from '../../ports/message-of.js';
import type { OneOffTasks } from '../../ports/one-off-tasks.js';
import type { Report } from '../../ports/report.js';
import type { PreflightWorld } from '../../preflight/preflight.js';
import { type GateAsked, gateOf, stepsOf } from '../../rolling/gate.js';
import { KeptRollings, keptRollings } from '../../rolling/kept.js';
import { patient } from '../../rolling/patient.js';
import type { RollOutcome, RollResult } from '../../rolling/result.js';
import { type RollRequest, roll } from '../../rolling/roll.js';
import { settingsOf } from '../../rolling/settings.js';
import { rollSummary } from '../../rolling/summary.js';
import { exitCodes, sentence } from '../../rolling/words.js';
import type { RollingWorld } from '../../rolling/world.js';
import { InputError } from '../../spec/input-error.js';
import { definitionRequestOf } from '../../spec/task-definition-inputs.js';
import { changedPaths } from '../../system/changed-paths.js';
import { systemClock } from '../../system/clock.js';
import { prober } from '../../system/prober.js';
import { prometheus } from '../../system/prometheus.js';
import { finishInterrupted } from './post.js';
import { failureOf, fleetFailureOf, outputsOf } from './result.js';
import { type RollingInputs, type ServiceInputs, spec } from './spec.js';

/** The name under which `main` keeps that it has told of its failure. */
const told = 'told';

export async function main(): Promise<void> {
  try {
    const { outcome, failure } = await deploy(readInputs(spec));
    if (failure === undefined) return;
    fail(failure);
    runnerReport.keep(told, 'true');
    process.exitCode = exitCodes[outcome];
  } catch (error) {
    // What is thrown before there is a world to run in has a result as well: workflows decide by the outcome.
    const outcome =
      error instanceof InputError ? 'refused' : error instanceof AccessError ? 'access-lost' : 'interrupted';
    runnerReport.outputs(outputsOf({ outcome, reason: messageOf(error) }));
    fail(error);
    process.exitCode = exitCodes[outcome];
  }
}

interface Done {
  readonly outcome: RollOutcome;
  /** What the step fails with. */
  readonly failure: unknown;
}

/** Which of the two it is, the rules of the spec have seen to. */
const deploy = (inputs: RollingInputs): Promise<Done> =>
  inputs.services === undefined ? deployOne(inputs as ServiceInputs) : deployAll(inputs);

async function deployOne(inputs: ServiceInputs): Promise<Done> {
  const { cluster, service, region, lockName, dryRun } = inputs;
  const request: RollRequest = {
    label: service,
    cluster,
    service,
    definition: definitionRequestOf(inputs, process.env),
    settings: settingsOf(inputs, { region, lockName, dryRun }),
    show: (story) => runnerReport.summary(summary(story, undefined)),
  };
  await checkDefinitionFile(request.definition, { readFile: readDefinition });
  const outside = await outsideOf(inputs, randomUUID());
  const steps = {
    before: stepsOf('run-before', inputs.runBefore, inputs.runTimeout),
    after: stepsOf('run-after', inputs.runAfter, inputs.runTimeout),
  };
  const world = outside.withGate(inputs, { ...steps, images: inputs.images });
  const summary = (story: RollResult['story'], result: RollResult | undefined): string =>
    rollSummary({ cluster, service, region, story, result, runUrl: world.run.url });
  const result = await roll(request, world);
  runnerReport.outputs(outputsOf(result));
  runnerReport.line('');
  runnerReport.line(sentence(result));
  await runnerReport.summary(summary(result.story, result));
  return { outcome: result.outcome, failure: failureOf(result) };
}

async function deployAll(inputs: RollingInputs): Promise<Done> {
  const [{ deployFleet }, { labelled }] = await Promise.all([
    import('./fleet.js'),
    import('../../fleet/roll-fleet.js'),
  ]);
  const outside = await outsideOf(inputs, randomUUID());
  const { clock, cancellation } = outside;
  const done = await deployFleet(inputs, rawInputs(spec), {
    clock,
    cancellation,
    report: runnerReport,
    run: outside.run,
    environment: process.env,
    readFile: (path) => readWorkspaceFile('services-file', path),
    readDefinition,
    changedPaths: changedSince(changedPaths),
    worldOf: async ({ entry, inputs: its, definition, before, after }, id) =>
      outside.withGate(
        its,
        { before, after, id, images: definition.edits.images ?? {} },
        labelled(runnerReport, entry.name),
      ),
    releasesIn: async (cluster) =>
      (await outside.releasesIn(cluster)).map(({ name, held }) => ({ name, held, ports: outside.release(name) })),
    releaseIn: (cluster) => {
      const name = releaseName(cluster, outside.run.holder);
      const { journal } = outside.release(name);
      return new HeldRelease(name, { clock, report: runnerReport, journal, run: outside.run });
    },
  });
  runnerReport.outputs(outputsOf(done, done.outputs.services));
  return { outcome: done.outcome, failure: fleetFailureOf(done) };
}

const readDefinition = (path: string): Promise<string> => readWorkspaceFile('task-definition', path);

/** After a run that ended by itself there is nothing to do, and nothing is loaded. */
export async function post(): Promise<void> {
  const kept = keptRollings(savedState);
  const [entry] = Object.values(kept);
  const release = savedState(keptRelease) || undefined;
  if (entry === undefined && release === undefined) return;
  try {
    const inputs = readInputs(spec);
    const outside = await outsideOf(inputs, entry?.holder ?? holderOf(release ?? ''));
    for (const line of await finishInterrupted((cluster) => outside.worldIn(cluster).world, kept))
      runnerReport.line(line);
    if (release === undefined) return;
    const { finishRelease } = await import('./post-release.js');
    const about = { ...outside.release(release), region: inputs.region, holder: holderOf(release) };
    for (const line of await finishRelease(about)) runnerReport.line(line);
  } catch (error) {
    // One error annotation for a deployment: `main` may have told already that it failed.
    if (savedState(told) === undefined) throw error;
    process.exitCode = 1;
    runnerReport.line(`What the run left could not be finished: ${messageOf(error)}`);
  }
}

const whenOver =
  'A deployment that is under way goes on without being watched. What to do: mend what is said here, or cancel the run now, which ends the deployment as on-cancel says';

/** Everything outside, shared by all services of a run: one session, one set of clients, one pace. */
async function outsideOf(inputs: RollingInputs, holder: string) {
  const [{ awsRolling, rollingSettings }, { sessionFor }, { Pacer }] = await Promise.all([
    import('../../aws/rolling-ports.js'),
    import('../../aws/session-for.js'),
    import('../../aws/paced.js'),
  ]);
  const clock = systemClock(process.env);
  const { region, prometheusUrl: url } = inputs;
  const session = sessionFor(inputs, { ...jobIdentity(clock), whenOver });
  const pacer = new Pacer(clock);
  const settings = rollingSettings({ region, session, pacer });
  const cancellation = cancellationBySignal();
  const kept = new KeptRollings(runnerReport);
  const runUrl = runContext().runUrl ?? `a run by ${runContext().actor}`;

  const clusters = new Map<string, { readonly world: RollingWorld; readonly tasks: OneOffTasks }>();
  const worldIn = (cluster: string) => {
    const known = clusters.get(cluster);
    if (known !== undefined) return known;
    const ports = awsRolling({ region, cluster, session }, settings);
    const world: RollingWorld = {
      ...ports,
      clock,
      cancellation,
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
      readFile: readDefinition,
      kept,
      run: { holder, url: runUrl },
    };
    const made = { world, tasks: ports.tasks };
    clusters.set(cluster, made);
    return made;
  };

  let ports: Promise<PreflightWorld> | undefined;
  const preflight = () => {
    ports ??= import('../../aws/preflight-ports.js').then(({ awsPreflight }) =>
      awsPreflight({ region, session, pacer }),
    );
    return ports;
  };
  const withGate = (
    its: ServiceInputs,
    asked: Pick<GateAsked, 'before' | 'after' | 'id' | 'images'>,
    report: Report = runnerReport,
  ): RollingWorld => {
    const { cluster, lockName, dryRun } = its;
    const { world, tasks } = worldIn(cluster);
    const of = { cluster, settings: settingsOf(its, { region, lockName, dryRun }), preflight: its.preflight };
    const oneOff = { ...world, tasks, report, rollout: patient(world).rollout };
    return { ...world, gate: gateOf({ ...asked, ...of }, { preflight, oneOff }) };
  };
  const everywhere = awsRolling({ region, cluster: '', session }, settings);
  const release = (name: string) => ({
    journal: everywhere.release(name),
    worldOf: (cluster: string) => worldIn(cluster).world,
  });
  const releasesIn = (cluster: string) => everywhere.journals.list(releaseName(cluster, '').replace(/\/$/, ''));
  return { clock, cancellation, run: { holder, url: runUrl }, worldIn, withGate, release, releasesIn };
}
