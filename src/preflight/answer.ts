import { AccessError } from '../ports/access-error.js';
import { type Said, warning } from './check.js';

/** What came of one look: what was seen, or why it was not. */
export type Answer<T> = { readonly seen: T } | { readonly unread: Unread };

export interface Unread {
  /** The IAM action that the role lacks; undefined when it is something else that went wrong. */
  readonly action: string | undefined;
  readonly why: string;
}

/**
 * Looks once. A missing permission is an answer, and so is an AWS that does not answer.
 *
 * @throws AccessError when the credentials themselves are not taken: then nothing can be said
 */
export async function answer<T>(look: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { seen: await look() };
  } catch (error) {
    if (error instanceof AccessError && error.detail.kind !== 'denied') throw error;
    const action = error instanceof AccessError ? error.detail.action : undefined;
    return { unread: { action, why: error instanceof Error ? error.message : String(error) } };
  }
}

/** One look for each, at once. */
export async function answers<K, T>(
  keys: readonly K[],
  look: (key: K) => Promise<T>,
): Promise<ReadonlyMap<K, Answer<T>>> {
  const all = keys.map(async (key) => [key, await answer(() => look(key))] as const);
  return new Map(await Promise.all(all));
}

/** What could not be looked at is told, and is no fault of the release. */
export function notChecked(what: string, { action, why }: Unread): Said {
  return action === undefined
    ? warning(`${what} could not be checked: ${why.replace(/\.$/, '')}`)
    : warning(`${what} could not be checked: the role may not call ${action}; allow it to have this checked`);
}
