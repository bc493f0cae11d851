import { refusedCredentials } from './errors.js';
import type { Session } from './session.js';

/**
 * The same port, but a call that AWS refuses for its credentials is made once more with others: they may have been revoked,
 * or have ended earlier than this machine's clock says. What was refused took no effect, and what is done twice is
 * idempotent or read back.
 */
export function renewing<P extends object>(port: P, session: Session | undefined): P {
  if (session === undefined) return port;
  return new Proxy(port, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return (...words: unknown[]) => renewed(session, () => member.apply(target, words) as unknown);
    },
  });
}

/** One deed, once more with other credentials when AWS refused it for those that it had. */
export function renewed<T>(session: Session | undefined, deed: () => T): T {
  const since = session?.now() ?? 0;
  const result = deed();
  if (session === undefined || !(result instanceof Promise)) return result;
  return result.catch(async (error: unknown) => {
    if (!refusedCredentials(error)) throw error;
    await session.replace(since);
    return deed();
  }) as T;
}
