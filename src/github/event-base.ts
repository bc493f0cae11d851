import { readFile } from 'node:fs/promises';

/** What a push or a pull request is compared with by itself. */
export type EventBase = { readonly is: 'commit'; readonly commit: string } | { readonly is: 'new branch' | 'unknown' };

/**
 * The commit before the push, or the base of the pull request.
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads#push
 */
export async function eventBase(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<EventBase> {
  const file = environment.GITHUB_EVENT_PATH;
  if (file === undefined || file === '') return { is: 'unknown' };
  let event: { before?: unknown; pull_request?: { base?: { sha?: unknown } } };
  try {
    event = JSON.parse(await readFile(file, 'utf8')) as typeof event;
  } catch {
    return { is: 'unknown' };
  }
  const commit = event.pull_request?.base?.sha ?? event.before;
  if (typeof commit !== 'string' || !/^[0-9a-f]{40,64}$/.test(commit)) return { is: 'unknown' };
  // A branch that was just made has nothing before it: all zeros.
  return /^0+$/.test(commit) ? { is: 'new branch' } : { is: 'commit', commit };
}
