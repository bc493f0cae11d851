import { Unanswered } from '../ports/unanswered.js';
import { repeated } from './repeated.js';
import type { World } from './world.js';

type Asked = Pick<
  World,
  'clock' | 'report' | 'cancellation' | 'router' | 'rollout' | 'targets' | 'autoscaling' | 'journal'
> &
  Partial<Pick<World, 'alarms' | 'queue'>>;

/**
 * The same world for the time in which no traffic is moved: a call that is throttled, or not answered, beyond what the SDK
 * makes up for is made again. Every call here can be made twice. Weights are not written so: whoever moves traffic looks
 * again before he tries again.
 */
export function patient<W extends Asked>(world: W): W {
  const again =
    <A extends unknown[], T>(call: (...words: A) => Promise<T>) =>
    (...words: A) =>
      repeated(world, unanswered, () => call(...words));
  const { router, rollout, targets, autoscaling, journal, alarms, queue } = world;
  return {
    ...world,
    router: {
      read: again(() => router.read()),
      write: (weights) => router.write(weights),
      attach: again((arn) => router.attach(arn)),
      commandFor: (weights) => router.commandFor(weights),
    },
    rollout: {
      describe: again((names) => rollout.describe(names)),
      taskDefinition: again((arn) => rollout.taskDefinition(arn)),
      register: again((definition) => rollout.register(definition)),
      update: again((service, change) => rollout.update(service, change)),
      stoppedTasks: again((service, since) => rollout.stoppedTasks(service, since)),
    },
    targets: { targets: again((arn) => targets.targets(arn)) },
    autoscaling: {
      read: again((services) => autoscaling.read(services)),
      put: again((target) => autoscaling.put(target)),
      commandFor: (target) => autoscaling.commandFor(target),
    },
    journal: {
      read: again(() => journal.read()),
      acquire: again((entry) => journal.acquire(entry)),
      takeOver: again((held, entry) => journal.takeOver(held, entry)),
      // A lock that is written is written again soon, and one that is given back ends by itself.
      update: (entry) => journal.update(entry),
      release: (holder, until) => journal.release(holder, until),
    },
    ...(alarms === undefined ? {} : { alarms: { alarms: again((names) => alarms.alarms(names)) } }),
    ...(queue === undefined
      ? {}
      : {
          queue: {
            join: again((place) => queue.join(place)),
            places: again(() => queue.places()),
            leave: (place) => queue.leave(place),
          },
        }),
  };
}

const unanswered = (error: unknown): string | undefined => (error instanceof Unanswered ? error.message : undefined);
