import { createAlarmReader } from './alarms.js';
import type { ClientSettings } from './client.js';
import { createReleaseJournal, createRollingJournal } from './journal.js';
import { createJournalIndex } from './journal-index.js';
import { createLockQueue } from './lock-queue.js';
import { createLogReader } from './logs.js';
import { createOneOffTasks } from './one-off-tasks.js';
import type { Pacer } from './paced.js';
import { rememberingRevisions } from './remembering.js';
import { renewing } from './renewing.js';
import { createServiceDeployments } from './service-deployments.js';
import { createServiceRollout } from './service-rollout.js';
import type { Session } from './session.js';
import { createTargetHealthReader } from './target-health.js';

/** AWS behind every port that a rollout in one cluster needs. Clients are loaded when they are first called. */
export function awsRolling(
  where: { readonly region: string; readonly cluster: string; readonly session?: Session | undefined },
  settings: ClientSettings = rollingSettings(where),
) {
  const { session, cluster } = where;
  const own = <P extends object>(port: P): P => renewing(port, session);
  const rollout = rememberingRevisions(own(createServiceRollout(settings, cluster)));
  return {
    rollout,
    deployments: own(createServiceDeployments(settings, cluster)),
    lock: (name: string) => ({
      journal: own(createRollingJournal(settings, name)),
      queue: own(createLockQueue(settings, name)),
    }),
    release: (name: string) => own(createReleaseJournal(settings, name)),
    journals: own(createJournalIndex(settings)),
    alarms: own(createAlarmReader(settings)),
    targets: own(createTargetHealthReader(settings)),
    logs: own(createLogReader(settings, rollout)),
    tasks: own(createOneOffTasks(settings, cluster, rollout)),
    ...(session === undefined ? {} : { access: session }),
  };
}

/** One for all clusters of a run, so that they share clients and the pace. */
export const rollingSettings = ({
  region,
  session,
  pacer,
}: {
  readonly region: string;
  readonly session?: Session | undefined;
  readonly pacer?: Pacer | undefined;
}): ClientSettings => ({
  region,
  ...(pacer === undefined ? {} : { pacer }),
  ...(session === undefined ? {} : { credentials: session.credentials }),
});
