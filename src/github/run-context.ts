/**
 * Who runs this, where. Read from the environment; the index of @actions/github would load a whole API client for it.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables
 */
export interface RunContext {
  /** Address of the run's page, or nothing on a laptop. */
  readonly runUrl: string | undefined;
  /** `owner/name`, or nothing. */
  readonly repository: string | undefined;
  /** The commit that is deployed. */
  readonly sha: string | undefined;
  readonly ref: string | undefined;
  /** Number of the pull request that the run is for, or nothing. */
  readonly pullRequest: number | undefined;
  /** Who started the run; on a laptop the user's name. */
  readonly actor: string;
  readonly workflow: string | undefined;
  readonly job: string | undefined;
  readonly runId: string | undefined;
  /** 1 for the first attempt, 2 for the first re-run. */
  readonly attempt: number;
  /** Of GitHub's REST API. */
  readonly apiUrl: string;
  /** Where relative paths begin. */
  readonly workspace: string;
}

export function runContext(environment: Readonly<Record<string, string | undefined>> = process.env): RunContext {
  const from = (name: string): string | undefined => environment[name] || undefined;
  const repository = from('GITHUB_REPOSITORY');
  const runId = from('GITHUB_RUN_ID');
  const attempt = Number(from('GITHUB_RUN_ATTEMPT') ?? 1);
  const server = from('GITHUB_SERVER_URL') ?? 'https://github.com';
  const page = attempt > 1 ? `/attempts/${attempt}` : '';
  return {
    runUrl: repository && runId ? `${server}/${repository}/actions/runs/${runId}${page}` : undefined,
    repository,
    sha: from('GITHUB_SHA'),
    ref: from('GITHUB_REF_NAME'),
    pullRequest: Number(/^refs\/pull\/(\d+)\//.exec(from('GITHUB_REF') ?? '')?.[1]) || undefined,
    actor: from('GITHUB_TRIGGERING_ACTOR') ?? from('GITHUB_ACTOR') ?? from('USER') ?? 'unknown',
    workflow: from('GITHUB_WORKFLOW'),
    job: from('GITHUB_JOB'),
    runId,
    attempt,
    apiUrl: from('GITHUB_API_URL') ?? 'https://api.github.com',
    workspace: from('GITHUB_WORKSPACE') ?? '.',
  };
}
