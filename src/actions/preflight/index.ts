import { changedSince } from '../../github/changed-since.js';
import { fail } from '../../github/fail.js';
import { rawInputs, readInputs } from '../../github/inputs.js';
import { jobIdentity } from '../../github/job-identity.js';
import { runnerReport } from '../../github/report.js';
import { runContext } from '../../github/run-context.js';
import { readWorkspaceFile } from '../../github/workspace.js';
import { DeployFailed } from '../../ports/ended-badly.js';
import { messageOf } from '../../ports/message-of.js';
import { changedPaths } from '../../system/changed-paths.js';
import { systemClock } from '../../system/clock.js';
import {
  diffLines,
  findingLines,
  outcomeOf,
  preflightMarkdown,
  preflightOutputs,
  reasonOf,
  type ServiceLooked,
} from './result.js';
import { run } from './run.js';
import { type PreflightInputs, spec } from './spec.js';
import { type Target, targetsOf } from './targets.js';

export async function main(): Promise<void> {
  try {
    const inputs = readInputs(spec);
    const { targets, left } = await targetsOf(inputs, rawInputs(spec), {
      environment: process.env,
      readFile: (path) => readWorkspaceFile('services-file', path),
      changedPaths: changedSince(changedPaths),
    });
    for (const line of left) runnerReport.line(line);
    const looked = await lookedAt(inputs, targets);
    await tell(inputs, looked);
    if (outcomeOf(looked) === 'failed') fail(new DeployFailed(failure(looked)));
  } catch (error) {
    const reason = messageOf(error);
    runnerReport.outputs({ outcome: 'failed', reason, findings: '[]', changes: '', diff: '' });
    throw error;
  }
}

async function lookedAt(inputs: PreflightInputs, targets: readonly Target[]): Promise<readonly ServiceLooked[]> {
  const [{ awsPreflight }, { sessionFor }, { Pacer }] = await Promise.all([
    import('../../aws/preflight-ports.js'),
    import('../../aws/session-for.js'),
    import('../../aws/paced.js'),
  ]);
  const { region } = inputs;
  const clock = systemClock(process.env);
  const session = sessionFor(inputs, { ...jobIdentity(clock), whenOver });
  const world = {
    ...awsPreflight({ region, session, pacer: new Pacer(clock) }),
    readFile: (path: string) => readWorkspaceFile('task-definition', path),
  };
  return Promise.all(
    targets.map(async ({ name, inputs: its, request }) => ({
      name,
      cluster: its.cluster,
      service: its.service,
      result: await run(its, request, world),
    })),
  );
}

const whenOver = 'Nothing is changed by a preflight: run it again';

async function tell(inputs: PreflightInputs, looked: readonly ServiceLooked[]): Promise<void> {
  const isMany = inputs.services !== undefined;
  for (const { name, result } of looked) {
    const of = isMany ? `${name}: ` : '';
    for (const line of diffLines(result.diff)) runnerReport.line(`${of}${line}`);
    for (const line of findingLines(result.findings)) runnerReport.line(`${of}${line}`);
  }
  runnerReport.line(reasonOf(looked));
  const warnings = told(looked, 'warning', isMany);
  if (warnings.length > 0) runnerReport.warn(warnings.join('\n'));
  runnerReport.outputs(preflightOutputs(looked, isMany));
  const markdown = preflightMarkdown(looked);
  await runnerReport.summary(markdown);
  await comment(inputs, markdown);
}

const told = (looked: readonly ServiceLooked[], wanted: 'error' | 'warning', isMany: boolean): string[] =>
  looked.flatMap(({ name, result }) =>
    result.findings.flatMap(({ level, what }) => (level === wanted ? [isMany ? `${name}: ${what}` : what] : [])),
  );

/** One comment of a pull request, for each service or each services file. */
async function comment(inputs: PreflightInputs, markdown: string): Promise<void> {
  const { githubToken, cluster, service, services, servicesFile } = inputs;
  const context = runContext();
  if (githubToken === undefined || context.pullRequest === undefined || context.repository === undefined) return;
  const { keepComment } = await import('../../github/sticky-comment.js');
  await keepComment({
    apiUrl: context.apiUrl,
    token: githubToken,
    repository: context.repository,
    pullRequest: context.pullRequest,
    about: services === undefined ? `preflight ${cluster} ${service}` : `preflight ${servicesFile}`,
    markdown: context.runUrl === undefined ? markdown : `${markdown}\n[The run](${context.runUrl})\n`,
    warn: (text) => runnerReport.warn(text),
  });
}

function failure(looked: readonly ServiceLooked[]): string {
  return [reasonOf(looked), ...told(looked, 'error', looked.length > 1).map((what) => `- ${what}`)].join('\n');
}
