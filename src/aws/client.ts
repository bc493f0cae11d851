import { translated } from './errors.js';
import type { Pacer } from './paced.js';
import type { Session } from './session.js';

/** What every client of the toolkit is built with. */
export interface ClientSettings {
  readonly region: string;
  /** The action's own session; without it the SDK looks where it always does. */
  readonly credentials?: Session['credentials'];
  /** The turns of all calls to ECS and Parameter Store; without it they are made at once. */
  readonly pacer?: Pacer;
}

/**
 * Retries are the SDK's own (standard mode, paced and jittered). Timeouts are short, because a call that hangs while
 * traffic goes to a bad release is worse than one that is sent twice: every write here is idempotent or read back.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export const connection = {
  maxAttempts: 4,
  retryMode: 'standard',
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 8_000, throwOnRequestTimeout: true },
};

export function clientOptions({ region, credentials }: ClientSettings) {
  return { region, ...connection, ...(credentials === undefined ? {} : { credentials }) };
}

/**
 * Runs one call; errors of access come out as `AccessError`.
 *
 * @param resource ARN of what is called upon, for a refusal that does not name it
 */
export async function call<T>(action: string, send: () => Promise<T>, resource?: string): Promise<T> {
  try {
    return await send();
  } catch (error) {
    throw translated(error, action, resource);
  }
}

/** Loads a module or builds a client once, when it is first wanted. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
