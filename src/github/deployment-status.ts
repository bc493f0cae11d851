import type { DeploymentStatus, ShownState } from '../ports/deployment-status.js';
import { messageOf } from '../ports/message-of.js';
import { GitHubApi, Refused } from './api.js';
import type { RunContext } from './run-context.js';

export interface Shown {
  readonly token: string;
  readonly environment: string;
  readonly environmentUrl: string | undefined;
  readonly run: Pick<RunContext, 'repository' | 'sha' | 'runId' | 'runUrl'>;
  /** Of the REST API: `GITHUB_API_URL`. */
  readonly apiUrl: string;
  readonly warn: (text: string) => void;
}

/** GitHub refuses longer ones. https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status */
const mostCharacters = 140;
/** How long the end of the run waits for what was not shown yet, ms. */
const patienceMs = 5_000;
/** How many of the newest deployments of the commit are looked at for the one of this run. */
const looked = 5;

/**
 * The deployment of this run on GitHub. A job that runs in an environment has one already, made by GitHub when the job
 * began: the statuses are added to it. Otherwise one is made, at the first thing there is to show.
 */
export function createDeploymentStatus(shown: Shown): DeploymentStatus {
  const closing = new AbortController();
  const api = new GitHubApi(shown.apiUrl, shown.token, closing.signal);
  const path = `/repos/${shown.run.repository}/deployments`;
  let queue = Promise.resolve();
  let deployment: number | undefined;
  let last = '';
  let warned = false;
  let isOver = false;

  async function show(state: ShownState, description: string): Promise<void> {
    if (isOver) return;
    try {
      deployment ??= (await find(api, path, shown)) ?? (await make(api, path, shown));
      await api.post(`${path}/${deployment}/statuses`, {
        state,
        description: cut(description),
        ...(shown.run.runUrl === undefined ? {} : { log_url: shown.run.runUrl }),
        ...(shown.environmentUrl === undefined ? {} : { environment_url: shown.environmentUrl }),
      });
    } catch (error) {
      isOver ||= error instanceof Refused;
      if (!warned) shown.warn(inWords(error));
      warned = true;
    }
  }

  return {
    tell(state, description) {
      const text = `${state} ${cut(description)}`;
      if (text === last) return;
      last = text;
      queue = queue.then(() => show(state, description));
    },
    async shown() {
      const late = setTimeout(() => {
        isOver = true;
        closing.abort();
      }, patienceMs);
      await queue;
      clearTimeout(late);
    },
  };
}

interface Listed {
  readonly id: number;
}

/** The deployment that has a status of this run. */
async function find(api: GitHubApi, path: string, { environment, run }: Shown): Promise<number | undefined> {
  if (run.runId === undefined || run.sha === undefined) return undefined;
  const ofRun = new RegExp(`/actions/runs/${run.runId}(?:/|$)`);
  const query = new URLSearchParams({ environment, sha: run.sha, per_page: String(looked) });
  for (const { id } of await api.get<readonly Listed[]>(`${path}?${query}`)) {
    const statuses = await api.get<readonly { log_url?: string; target_url?: string }[]>(`${path}/${id}/statuses`);
    if (statuses.some(({ log_url, target_url }) => ofRun.test(log_url || target_url || ''))) return id;
  }
  return undefined;
}

/** https://docs.github.com/en/rest/deployments/deployments#create-a-deployment */
async function make(api: GitHubApi, path: string, { environment, run }: Shown): Promise<number> {
  const { id } = await api.post<Partial<Listed>>(path, {
    ref: run.sha,
    environment,
    description: 'Traffic is shifted step by step',
    // What is deployed is decided already: no merge with the default branch, no waiting for checks.
    auto_merge: false,
    required_contexts: [],
  });
  if (id === undefined) throw new Refused('GitHub made no deployment');
  return id;
}

function cut(description: string): string {
  const line = description.replace(/\s+/g, ' ').trim();
  return line.length <= mostCharacters ? line : `${line.slice(0, mostCharacters - 1)}…`;
}

function inWords(error: unknown): string {
  const problem = messageOf(error);
  const advice = /\b(403|404)\b/.test(problem) ? ' Does the job have `permissions: { deployments: write }`?' : '';
  return `The deployment cannot be shown on GitHub: ${problem}.${advice} The deployment itself goes on`;
}
