import { repeated } from '../blue-green/repeated.js';
import { AccessError } from '../ports/access-error.js';
import type { QueuePlace, RollingEntry } from '../ports/journal.js';
import { messageOf } from '../ports/message-of.js';
import { RefusedQuery } from '../ports/refused-query.js';
import { InputError } from '../spec/input-error.js';
import type { RollingWorld } from './world.js';

/**
 * The same world for the time before the service is told: a call that is throttled, or not answered, beyond what the SDK
 * makes up for is made again. What AWS refuses, and what does not exist, is told at once.
 */
export function patient(world: RollingWorld): RollingWorld {
  const { rollout, deployments, alarms } = world;
  const again =
    <A extends unknown[], T>(call: (...words: A) => Promise<T>) =>
    (...words: A) =>
      repeated(world, unanswered, () => call(...words));
  return {
    ...world,
    rollout: {
      ...rollout,
      describe: again((names) => rollout.describe(names)),
      taskDefinition: again((arn) => rollout.taskDefinition(arn)),
      register: again((definition) => rollout.register(definition)),
    },
    deployments: {
      ...deployments,
      list: again((service) => deployments.list(service)),
      settings: again((service) => deployments.settings(service)),
    },
    alarms: { alarms: again((names) => alarms.alarms(names)) },
  };
}

type Asking = Pick<RollingWorld, 'clock' | 'report' | 'cancellation'>;

/** A lock that is asked for in the same manner. What is written later is written again soon anyway. */
export function patientLock(
  world: Asking,
  { journal, queue }: ReturnType<RollingWorld['lock']>,
): ReturnType<RollingWorld['lock']> {
  return {
    journal: {
      ...journal,
      read: () => repeated(world, unanswered, () => journal.read()),
      release: (holder: string, until?: number) => repeated(world, unanswered, () => journal.release(holder, until)),
      acquire: (entry: RollingEntry) => repeated(world, unanswered, () => journal.acquire(entry)),
    },
    queue: {
      ...queue,
      join: (place: QueuePlace) => repeated(world, unanswered, () => queue.join(place)),
      places: () => repeated(world, unanswered, () => queue.places()),
    },
  };
}

function unanswered(error: unknown): string | undefined {
  const isFinal = error instanceof AccessError || error instanceof InputError || error instanceof RefusedQuery;
  return isFinal ? undefined : `AWS did not answer as it should (${messageOf(error)})`;
}
