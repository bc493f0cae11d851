import { AccessError } from '../ports/access-error.js';
import type { Clock } from '../ports/clock.js';

type Environment = Readonly<Record<string, string | undefined>>;

const attempts = 4;
const timeoutMs = 5_000;

/**
 * A fresh token that says who this job is, for one audience. It lives for minutes only, so it is asked for each time it is
 * wanted; that is possible as long as the job runs, in `post` as well. Asked by the documented request rather than through
 * @actions/core, whose client is ten times the size of the rest.
 * https://docs.github.com/en/actions/reference/security/oidc#methods-for-requesting-the-oidc-token
 *
 * @throws AccessError when the job may not ask, or GitHub does not give one
 */
export async function identityToken(
  audience: string,
  clock: Clock,
  environment: Environment = process.env,
): Promise<string> {
  const url = environment.ACTIONS_ID_TOKEN_REQUEST_URL;
  const bearer = environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
  if (!url || !bearer) throw new AccessError(notAllowed, { kind: 'absent' });
  let problem = '';
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (attempt > 0) await clock.sleep(500 * 2 ** attempt * (0.5 + Math.random() / 2));
    const answer = await ask(`${url}&audience=${encodeURIComponent(audience)}`, bearer);
    if ('token' in answer) return answer.token;
    problem = answer.problem;
    if (!answer.passes) break;
  }
  throw new AccessError(`GitHub gave no identity token: ${problem}`, { kind: 'absent' });
}

const notAllowed =
  'This job may not ask GitHub for an identity token, which role-to-assume needs. Add to the job, or to the job that calls the workflow, `permissions: { id-token: write }` beside the permissions it has (those that are not named are taken away). GitHub never gives one to pull requests from forks.';

type Answer = { readonly token: string } | { readonly problem: string; readonly passes: boolean };

/** What went wrong never holds what was sent. */
async function ask(url: string, bearer: string): Promise<Answer> {
  try {
    const response = await fetch(url, {
      headers: { authorization: `bearer ${bearer}`, accept: 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { problem: `it answered ${response.status}`, passes: response.status >= 500 || response.status === 429 };
    }
    const { value } = (await response.json()) as { value?: unknown };
    if (typeof value === 'string' && value !== '') return { token: value };
    return { problem: 'its answer holds none', passes: true };
  } catch (error) {
    return { problem: reason(error), passes: true };
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} s`;
  return error.cause instanceof Error ? error.cause.message : error.message;
}
