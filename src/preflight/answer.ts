import { AccessError } from '../ports/access-error.js';
import { messageOf } from '../ports/message-of.js';
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
    return { unread: { action, why: messageOf(error) } };
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
export function notChecked(at: string, unread: Unread): Said {
  const why = whyNot(unread);
  return { ...warning(notLookedAt([at], why)), notLooked: { at, why } };
}

const whyNot = ({ action, why }: Unread): string =>
  action === undefined ? why.replace(/\.$/, '') : `the role may not call ${action}; allow it to have this checked`;

/** So many are named. */
const mostNamed = 3;

/** One sentence for all that could not be looked at for one reason. */
export function notLookedAt(all: readonly string[], why: string): string {
  const more = all.length - mostNamed;
  const names = all.slice(0, mostNamed).join(', ');
  return `${names}${more > 0 ? ` and ${more} more` : ''} could not be checked: ${why}`;
}
