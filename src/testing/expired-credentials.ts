import { AccessError } from '../ports/access-error.js';
import type { FakeWorld } from './fake-world.js';

/** From now on AWS refuses every call, as it does when the credentials have expired. */
export function expireCredentials({ world }: FakeWorld): void {
  const refused = () => Promise.reject(new AccessError('The AWS credentials have expired.', { kind: 'expired' }));
  const { router, rollout, autoscaling, journal, queue, alarms, targets, logs } = world;
  for (const port of [router, rollout, autoscaling, journal, queue, alarms, targets, logs]) {
    for (const name of Object.keys(port)) {
      const isCall = typeof (port as unknown as Record<string, unknown>)[name] === 'function';
      if (isCall && !['commandFor', 'beforePut', 'desiredOf', 'setDesired'].includes(name))
        Object.assign(port, { [name]: refused });
    }
  }
}
