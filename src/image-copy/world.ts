import { repeated } from '../blue-green/repeated.js';
import { AccessError } from '../ports/access-error.js';
import type { Cancellation } from '../ports/cancellation.js';
import type { Clock } from '../ports/clock.js';
import { Interrupted } from '../ports/ended-badly.js';
import { RepositoryMissing } from '../ports/image-repository.js';
import { messageOf } from '../ports/message-of.js';
import type { Report } from '../ports/report.js';
import { InputError } from '../spec/input-error.js';

export interface CopyWorld {
  readonly clock: Clock;
  readonly cancellation: Cancellation;
  readonly report: Pick<Report, 'line'>;
}

/**
 * Makes a call again that failed by what can pass: throttling, a fault of the registry, a connection that broke, a reply that
 * was lost. Every call to a registry can be made twice, because what it puts is named by its content.
 *
 * @throws what the call throws when that cannot pass, or does not; Interrupted when the run was asked to stop meanwhile
 */
export async function again<T>(world: CopyWorld, call: () => Promise<T>): Promise<T> {
  goOn(world);
  try {
    return await repeated(world, passing, () => unlessStuck(world, call));
  } catch (error) {
    goOn(world, error);
    throw error;
  }
}

/**
 * So long a call that is under way may take when the run is asked to stop, real time: the runner leaves 7.5 s, in which what came of
 * it is to be told, and credentials to be removed.
 */
const LAST_CALL_MS = 4_000;

/** @throws Interrupted when the run was asked to stop and the call goes on all the same: what comes of it is not known */
function unlessStuck<T>({ cancellation }: Pick<CopyWorld, 'cancellation'>, call: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const over = (): void => {
      takeBack();
      clearTimeout(timer);
    };
    const takeBack = cancellation.onRequest(() => {
      timer = setTimeout(() => {
        over();
        reject(new Interrupted('a call was not answered by then, and may have taken effect'));
      }, LAST_CALL_MS);
    });
    call().finally(over).then(resolve, reject);
  });
}

/** @throws Interrupted when the run was asked to stop */
export function goOn({ cancellation }: Pick<CopyWorld, 'cancellation'>, cause?: unknown): void {
  const { reason } = cancellation;
  if (reason === undefined) return;
  const last = cause === undefined ? '' : `; what came last: ${messageOf(cause)}`;
  throw new Interrupted(`${reason}${last}`, { cause });
}

function passing(error: unknown): string | undefined {
  const isFinal =
    error instanceof AccessError ||
    error instanceof RepositoryMissing ||
    error instanceof InputError ||
    error instanceof Interrupted;
  return isFinal ? undefined : `The registry did not answer as it should (${messageOf(error)})`;
}

/** Does the deed for each item, so many at once; after the first that fails no more are begun, and those under way are waited for. */
export async function eachOf<T, R>(
  items: readonly T[],
  atOnce: number,
  deed: (item: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const failures: unknown[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length && failures.length === 0) {
      const index = next++;
      try {
        results[index] = await deed(items[index] as T, index);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  if (failures.length > 0) throw failures[0];
  return results;
}
