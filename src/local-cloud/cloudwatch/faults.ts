import { only } from '../admin-body.js';
import type { AdminCall } from '../contract.js';
import type { Alarms } from './alarms.js';
import type { MetricStore } from './metric-store.js';

/** Admin calls (`POST /_sluice/cloudwatch/<name>`): what AWS has no call for. */
export function cloudWatchFaults(
  store: MetricStore,
  alarms: Alarms,
  now: () => number,
): Readonly<Record<string, AdminCall>> {
  const dropping = () => ({
    dropping: store.dropping().map(({ until, namespace }) => ({
      namespace: namespace ?? '*',
      until: Number.isFinite(until) ? new Date(until).toISOString() : 'resume',
    })),
  });
  return {
    /** From now on no data of `namespace` (default: of any) arrives, for `seconds` of cloud time (default: until `resume`). */
    drop: (body) => {
      only(body, ['namespace', 'seconds']);
      const { namespace, seconds } = body;
      if (namespace !== undefined && typeof namespace !== 'string') throw new RangeError('namespace must be a string');
      if (seconds !== undefined && !(typeof seconds === 'number' && seconds > 0)) {
        throw new RangeError('seconds must be a number above 0');
      }
      store.drop(seconds === undefined ? Infinity : now() + seconds * 1000, namespace);
      return dropping();
    },
    /** Data arrives again. */
    resume: () => {
      store.resume();
      return dropping();
    },
    /** Every change of state, oldest first; of one alarm when `alarm` names it. */
    history: (body) => {
      only(body, ['alarm']);
      return {
        transitions: alarms.history.all().flatMap((item) => {
          if (item.transition === undefined) return [];
          if (body.alarm !== undefined && body.alarm !== item.alarmName) return [];
          return [{ alarm: item.alarmName, at: item.at, ...item.transition }];
        }),
      };
    },
  };
}
