import type { Clock } from '../ports/clock.js';
import { Unanswered } from '../ports/unanswered.js';

/** What may well be gone when it is tried again: a fault of the other side's own, a connection that broke. */
export class Passing extends Error {
  override readonly name = 'Passing';

  constructor(
    message: string,
    /** When the other side says that it may be asked again, in ms from now. */
    readonly afterMs?: number,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** How often a thing is tried in all. */
export const TRIES = 5;
/** So long nothing comes, and it is taken for broken, ms. */
const IDLE_MS = 60_000;
/** The other side may ask for more than anybody would wait, ms. */
const LONGEST_MS = 60_000;

/** Before the next try: twice as long each time, and never at the same moment as others. */
export function pauseMs(tried: number, asked: number | undefined, spread = Math.random()): number {
  return Math.min(LONGEST_MS, Math.max(asked ?? 0, 500 * 2 ** Math.min(tried, 6) * (0.5 + spread / 2)));
}

/**
 * Whether the connection failed, and not what was asked for. All that fetch says of it is a TypeError with these words, or that it
 * was aborted. By their names: errors of fetch may be of another realm.
 * https://fetch.spec.whatwg.org/#fetch-method
 */
export function isPassing(error: unknown): boolean {
  const { name, message } = told(error);
  if (name === 'TypeError') return /^(fetch failed|terminated)/.test(message);
  return ['Passing', 'AbortError', 'TimeoutError'].includes(name);
}

interface Told {
  readonly name: string;
  readonly message: string;
  readonly cause: unknown;
}

export function told(error: unknown): Told {
  const { name, message, cause } = (typeof error === 'object' && error !== null ? error : {}) as Partial<Told>;
  return { name: String(name ?? ''), message: String(message ?? error), cause };
}

/**
 * Does a thing again until it goes, or too often.
 *
 * @param what for the message: `ghcr.io did not take the manifest`
 * @throws Unanswered; and at once what does not pass
 */
export async function untilItGoes<T>(what: string, clock: Clock, deed: (tried: number) => Promise<T>): Promise<T> {
  for (let tried = 0; ; tried++) {
    try {
      return await deed(tried);
    } catch (error) {
      if (!isPassing(error)) throw error;
      if (tried + 1 >= TRIES) throw new Unanswered(`${what} (${why(error)}; tried ${TRIES} times)`, { cause: error });
      await clock.sleep(pauseMs(tried, error instanceof Passing ? error.afterMs : undefined));
    }
  }
}

/** `fetch failed` alone says nothing: the cause does. */
export function why(error: unknown): string {
  const { message, cause } = told(error);
  const inner = cause === undefined ? '' : told(cause).message;
  return inner === '' ? message : `${message}: ${inner}`;
}

/**
 * All bytes of one blob. A connection that breaks half way is made again, and goes on where the last one ended.
 *
 * @param openAt asks for the bytes from this one on; the answer may have all of them nevertheless
 */
export async function* download(
  { what, size, clock }: { readonly what: string; readonly size: number; readonly clock: Clock },
  openAt: (from: number, signal: AbortSignal) => Promise<Response>,
): AsyncGenerator<Uint8Array, void> {
  let had = 0;
  for (let tried = 0; ; tried++) {
    const stop = new AbortController();
    const patience = () => setTimeout(() => stop.abort(), IDLE_MS);
    let idle = patience();
    const before = had;
    try {
      const response = await openAt(had, stop.signal);
      let beside = response.status === 206 ? 0 : had;
      for await (const chunk of response.body ?? []) {
        // Who takes the bytes may be slower than who gives them.
        clearTimeout(idle);
        const fresh = beside === 0 ? chunk : chunk.subarray(Math.min(beside, chunk.length));
        beside -= chunk.length - fresh.length;
        had += fresh.length;
        if (fresh.length > 0) yield fresh;
        idle = patience();
      }
      if (had >= size) return;
      throw new Passing(`it ended after ${had} of ${size} bytes`);
    } catch (error) {
      if (!isPassing(error)) throw error;
      // What goes on, if only slowly, is not given up.
      if (had > before) tried = 0;
      if (tried + 1 >= TRIES) throw new Unanswered(`${what} (${why(error)}; tried ${TRIES} times)`, { cause: error });
      await clock.sleep(pauseMs(tried, error instanceof Passing ? error.afterMs : undefined));
    } finally {
      clearTimeout(idle);
      stop.abort();
    }
  }
}

/** Whether an answer may be another one next time. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
export function passingOf(response: Response): Passing | undefined {
  const { status, headers } = response;
  if (status < 500 && status !== 429 && status !== 408) return undefined;
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return new Passing(`it answers ${status}`, Number.isFinite(seconds) ? seconds * 1_000 : undefined);
}
