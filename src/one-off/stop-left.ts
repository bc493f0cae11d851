import { AccessError } from '../ports/access-error.js';
import type { Cancellation } from '../ports/cancellation.js';
import type { Clock } from '../ports/clock.js';
import { messageOf } from '../ports/message-of.js';
import type { OneOffTasks } from '../ports/one-off-tasks.js';
import type { Report } from '../ports/report.js';

/** As much of the world as it takes to stop a task that nobody watches any more. */
export interface StopLeftWorld {
  readonly clock: Clock;
  readonly report: Pick<Report, 'line'>;
  readonly cancellation: Cancellation;
  readonly tasks: Pick<OneOffTasks, 'startedBy' | 'stop' | 'look'>;
}

export interface StoppedLeft {
  /** What was done, in a sentence. */
  readonly told: string;
  /** False when that could not be found out, or there was no time to. */
  readonly isDone: boolean;
}

const pollMs = 3_000;
/**
 * So long a task may stay out of the lists after RunTask has taken effect, as far as is waited for it.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html (eventual consistency)
 */
const unseenMs = 20_000;
/** How long to wait for the end: `stopTimeout` is at most 120 s. */
const stopMs = 150_000;

/**
 * Stops the task that another process started under this name, if there is one, and waits until it has ended: what it does
 * must not meet what the next run does. Can be done twice.
 *
 * @throws AccessError when it may not be looked for, or not be stopped
 */
export async function stopLeft(name: string, world: StopLeftWorld, beat: () => void): Promise<StoppedLeft> {
  const { clock, cancellation } = world;
  const startedAt = clock.now();
  const running = new Set<string>();
  let stopped = 0;
  for (;;) {
    const isListed = await softly(world, async () => {
      for (const arn of await world.tasks.startedBy(name)) {
        running.add(arn);
        await world.tasks.stop(arn, 'Sluice: the run that started it has ended');
      }
    });
    for (const arn of running) {
      await softly(world, async () => {
        const seen = await world.tasks.look(arn);
        if (seen !== undefined && seen.status !== 'STOPPED') return;
        running.delete(arn);
        stopped += 1;
      });
    }
    const passedMs = clock.now() - startedAt;
    if (running.size === 0 && stopped > 0) return { told: 'Its one-off task was stopped.', isDone: true };
    if (running.size === 0 && isListed && passedMs >= unseenMs)
      return { told: 'Its one-off task had ended, or was never started.', isDone: true };
    if (passedMs >= stopMs && running.size === 0)
      return { told: 'Its one-off task could not be looked for.', isDone: false };
    if (passedMs >= stopMs)
      return { told: `Its one-off task was told to stop and runs still: ${[...running].join(', ')}.`, isDone: true };
    if (cancellation.reason !== undefined)
      return { told: 'Interrupted before its one-off task had ended.', isDone: false };
    beat();
    await clock.sleep(pollMs, cancellation.signal);
  }
}

/** What fails is tried again at the next look: throttles and faults of the network decide nothing. */
async function softly({ report }: StopLeftWorld, deed: () => Promise<void>): Promise<boolean> {
  try {
    await deed();
    return true;
  } catch (error) {
    if (error instanceof AccessError) throw error;
    report.line(`The one-off task that was left: ${messageOf(error)}`);
    return false;
  }
}
