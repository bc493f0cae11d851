import { fail } from '../../github/fail.js';
import { readInputs } from '../../github/inputs.js';
import { jobIdentity } from '../../github/job-identity.js';
import { runnerReport } from '../../github/report.js';
import { runContext } from '../../github/run-context.js';
import { readWorkspaceFile } from '../../github/workspace.js';
import { DeployFailed } from '../../ports/ended-badly.js';
import { definitionRequestOf } from '../../spec/task-definition-inputs.js';
import { systemClock } from '../../system/clock.js';
import { diffLines, findingLines, preflightMarkdown, preflightOutputs, reasonOf } from './result.js';
import { type PreflightResult, run } from './run.js';
import { type PreflightInputs, spec } from './spec.js';

export async function main(): Promise<void> {
  try {
    const inputs = readInputs(spec);
    const result = await looked(inputs);
    await tell(inputs, result);
    if (result.outcome === 'failed') fail(new DeployFailed(failure(result)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    runnerReport.outputs({ outcome: 'failed', reason, findings: '[]', changes: '', diff: '' });
    throw error;
  }
}

async function looked(inputs: PreflightInputs): Promise<PreflightResult> {
  const request = definitionRequestOf(inputs, process.env);
  const [{ awsPreflight }, { sessionFor }] = await Promise.all([
    import('../../aws/preflight-ports.js'),
    import('../../aws/session-for.js'),
  ]);
  const { region } = inputs;
  const session = sessionFor(inputs, { ...jobIdentity(systemClock(process.env)), whenOver });
  return run(inputs, request, {
    ...awsPreflight({ region, session }),
    readFile: (path) => readWorkspaceFile('task-definition', path),
  });
}

const whenOver = 'Nothing is changed by a preflight: run it again';

async function tell(inputs: PreflightInputs, result: PreflightResult): Promise<void> {
  for (const line of ['Would change:', ...diffLines(result.diff).map((text) => `  ${text}`)]) runnerReport.line(line);
  for (const line of findingLines(result.findings)) runnerReport.line(line);
  runnerReport.line(reasonOf(result));
  const warnings = result.findings.filter(({ level }) => level === 'warning');
  if (warnings.length > 0) runnerReport.warn(warnings.map(({ what }) => what).join('\n'));
  runnerReport.outputs(preflightOutputs(result));
  const markdown = preflightMarkdown(inputs, result);
  await runnerReport.summary(markdown);
  await comment(inputs, markdown);
}

/** One comment of a pull request, for each service. */
async function comment({ githubToken, cluster, service }: PreflightInputs, markdown: string): Promise<void> {
  const context = runContext();
  if (githubToken === undefined || context.pullRequest === undefined || context.repository === undefined) return;
  const { keepComment } = await import('../../github/sticky-comment.js');
  await keepComment({
    apiUrl: context.apiUrl,
    token: githubToken,
    repository: context.repository,
    pullRequest: context.pullRequest,
    about: `preflight ${cluster} ${service}`,
    markdown: context.runUrl === undefined ? markdown : `${markdown}\n[The run](${context.runUrl})\n`,
    warn: (text) => runnerReport.warn(text),
  });
}

function failure(result: PreflightResult): string {
  const errors = result.findings.filter(({ level }) => level === 'error');
  return [reasonOf(result), ...errors.map(({ what }) => `- ${what}`)].join('\n');
}
