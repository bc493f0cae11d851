import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { servicesFile } from '../../fleet/choose-services.js';
import { cancellationBySignal } from '../../github/cancellation.js';
import { fail } from '../../github/fail.js';
import { savedState } from '../../github/files.js';
import { readInputs } from '../../github/inputs.js';
import { jobIdentity } from '../../github/job-identity.js';
import { leaveSoon } from '../../github/leave-soon.js';
import { runnerReport } from '../../github/report.js';
import { runContext } from '../../github/run-context.js';
import { readWorkspaceFile } from '../../github/workspace.js';
import { withDeadline } from '../../image-build/deadline.js';
import { AccessError } from '../../ports/access-error.js';
import { Interrupted } from '../../ports/ended-badly.js';
import type { ImageBuilder } from '../../ports/image-builder.js';
import { messageOf } from '../../ports/message-of.js';
import { InputError } from '../../spec/input-error.js';
import { changedPaths } from '../../system/changed-paths.js';
import { checkedOut } from '../../system/checked-out.js';
import { systemClock } from '../../system/clock.js';
import { contextFolders, textBelow } from '../../system/context-folder.js';
import { keepLeft, keepNothing, leftBy } from './post.js';
import { type BuildPushResult, exitCodes, outputsOf } from './result.js';
import { run } from './run.js';
import { secretsOf } from './secrets.js';
import { type BuildPushInputs, spec } from './spec.js';
import { buildSummary } from './summary.js';
import type { BuildPushWorld } from './world.js';

export async function main(): Promise<void> {
  try {
    const result = await act(readInputs(spec));
    runnerReport.outputs(outputsOf(result));
    await runnerReport.summary(buildSummary(result));
    runnerReport.line('');
    runnerReport.line(`${result.outcome}: ${result.reason}`);
    if (result.error === undefined) return;
    fail(result.error);
    process.exitCode = exitCodes[result.outcome];
  } catch (error) {
    // What is thrown before anything was touched has a result as well: workflows decide by the outcome.
    const outcome = outcomeOf(error);
    const result = { outcome, reason: messageOf(error), images: [], isOneImage: false, notes: [], tookMs: 0 };
    runnerReport.outputs(outputsOf(result));
    await runnerReport.summary(buildSummary(result));
    fail(error);
    process.exitCode = exitCodes[outcome];
  }
}

function outcomeOf(error: unknown): BuildPushResult['outcome'] {
  if (error instanceof InputError) return 'refused';
  if (error instanceof AccessError) return 'access-lost';
  return error instanceof Interrupted ? 'interrupted' : 'failed';
}

/** After a run that ended by itself there is nothing to do, and nothing is loaded. */
export async function post(): Promise<void> {
  const left = leftBy(savedState);
  if (left === undefined) return;
  const { removeLeftovers } = await import('../../buildx/leftovers.js');
  await removeLeftovers(left, process.env);
  runnerReport.line(
    'What the interrupted build had left was removed: its credentials, and its builder when it had one',
  );
}

const whenOver = 'What to do: run it again; what was pushed by then is not built again';

async function act(inputs: BuildPushInputs): Promise<BuildPushResult> {
  const clock = systemClock(process.env);
  const identity = jobIdentity(clock);
  const { conceal, report } = identity;
  const root = resolve(runContext().workspace);
  const secrets = await secretsOf(inputs, { environment: process.env, readFile: readWorkspaceFile, conceal });
  const file =
    inputs.services === undefined
      ? undefined
      : await servicesFile(inputs.servicesFile, { readFile: (path) => readWorkspaceFile('services-file', path) });
  const [{ imageRegistries }, { otherRegistries }, { sessionFor }] = await Promise.all([
    import('../../aws/registries.js'),
    import('../../registry/index.js'),
    import('../../aws/session-for.js'),
  ]);
  // Without one nothing of ECR is asked: the rules of the inputs have seen to that.
  const { region = '' } = inputs;
  const session = sessionFor({ ...inputs, region }, { ...identity, whenOver });
  const elsewhere = otherRegistries({ clock, conceal });
  const { cancellation, settle } = withDeadline(cancellationBySignal(), clock, inputs.timeout);
  let builder: ImageBuilder | undefined;
  const world: BuildPushWorld = {
    clock,
    cancellation,
    report: runnerReport,
    registries: imageRegistries({ region, session, clock, conceal, elsewhere }),
    use: {
      running: async (clusters) => {
        const [{ createImageUse }, { Pacer }] = await Promise.all([
          import('../../aws/image-use.js'),
          import('../../aws/paced.js'),
        ]);
        return createImageUse({ region, session, pacer: new Pacer(clock) }).running(clusters);
      },
    },
    builder: async () => {
      const { Buildx } = await import('../../buildx/builder.js');
      builder ??= new Buildx({
        temp: process.env.RUNNER_TEMP || tmpdir(),
        environment: process.env,
        keep: keepLeft(report),
        signal: cancellation.signal,
      });
      return builder;
    },
    folder: contextFolders(root),
    textOf: (path) => textBelow(root, path),
    sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    changedSince: (commit) =>
      changedPaths(commit, root).catch((error: unknown) => {
        if (error instanceof InputError) return undefined;
        throw error;
      }),
    readFile: readWorkspaceFile,
    random: Math.random,
    root,
    revision: (await checkedOut(root)) ?? runContext().sha,
    source: sourceOf(),
    secrets,
  };
  try {
    return await run(inputs, file, world);
  } finally {
    settle();
    await builder?.close().then(
      () => keepNothing(report),
      // It is written down, and `post` tries again.
      (error: unknown) => report.warn(`What the build had needed could not be removed yet: ${messageOf(error)}`),
    );
    if (cancellation.reason !== undefined) leaveSoon();
  }
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables */
function sourceOf(): string | undefined {
  const { repository } = runContext();
  const server = process.env.GITHUB_SERVER_URL || 'https://github.com';
  return repository === undefined ? undefined : `${server}/${repository}`;
}
