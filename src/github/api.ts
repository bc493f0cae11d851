/** GitHub does not do this, and would not do it the next time. */
export class Refused extends Error {}

const timeoutMs = 5_000;
const attempts = 2;

/**
 * As much of GitHub's REST API as is needed: a few requests, for which octokit would weigh more than the rest of an action.
 * https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api
 */
export class GitHubApi {
  constructor(
    private readonly url: string,
    private readonly token: string,
    /** Ends what is under way. */
    private readonly signal: AbortSignal,
  ) {}

  /** @throws Refused or, when GitHub does not answer, Error */
  get<T>(path: string): Promise<T> {
    return this.send('GET', path);
  }

  /** @throws Refused or, when GitHub does not answer, Error */
  post<T = unknown>(path: string, body: object): Promise<T> {
    return this.send('POST', path, JSON.stringify(body));
  }

  /** @throws Refused or, when GitHub does not answer, Error */
  patch<T = unknown>(path: string, body: object): Promise<T> {
    return this.send('PATCH', path, JSON.stringify(body));
  }

  private async send<T>(method: string, path: string, body?: string): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.sendOnce(method, path, body);
      } catch (error) {
        if (error instanceof Refused || attempt === attempts || this.signal.aborted) throw error;
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    }
  }

  private async sendOnce<T>(method: string, path: string, body?: string): Promise<T> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
        'user-agent': 'sluice',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.any([this.signal, AbortSignal.timeout(timeoutMs)]),
    }).catch((error: unknown) => {
      throw new Error(`no answer from ${new URL(this.url).host} (${reason(error)})`);
    });
    const answer = (await response.json().catch(() => ({}))) as T & { message?: string };
    if (response.ok) return answer;
    const problem = `${response.status}${answer.message === undefined ? '' : ` ${answer.message}`}`;
    throw response.status >= 500 ? new Error(problem) : new Refused(problem);
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
