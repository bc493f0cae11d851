import type { AlarmReader } from '../ports/evidence.js';
import type {
  ClusterReader,
  ImageReader,
  LogGroupReader,
  NetworkReader,
  RoleReader,
  SecretReader,
} from '../ports/preflight.js';
import type { ServiceRollout } from '../ports/service-rollout.js';
import { createAlarmReader } from './alarms.js';
import type { ClientSettings } from './client.js';
import type { Pacer } from './paced.js';
import { createImageReader } from './preflight-images.js';
import { createNetworkReader } from './preflight-network.js';
import { createRoleReader } from './preflight-roles.js';
import { createLogGroupReader, createSecretReader } from './preflight-secrets.js';
import { createClusterReader } from './preflight-services.js';
import { remembering } from './remembering.js';
import { renewing } from './renewing.js';
import { createServiceRollout } from './service-rollout.js';
import type { Session } from './session.js';

/**
 * AWS behind every port that a preflight needs, for one moment: what services have in common is read once for all of them.
 * Each client is loaded when it is first called.
 */
export function awsPreflight(where: {
  readonly region: string;
  readonly session?: Session | undefined;
  readonly pacer?: Pacer | undefined;
}): {
  readonly clusters: ClusterReader;
  readonly images: ImageReader;
  readonly roles: RoleReader;
  readonly secrets: SecretReader;
  readonly logGroups: LogGroupReader;
  readonly network: NetworkReader;
  readonly alarms: AlarmReader;
  readonly rollout: Pick<ServiceRollout, 'taskDefinition'>;
} {
  const { region, session, pacer } = where;
  const settings: ClientSettings = {
    region,
    ...(pacer === undefined ? {} : { pacer }),
    ...(session === undefined ? {} : { credentials: session.credentials }),
  };
  const own = <P extends object>(port: P): P => remembering(renewing(port, session));
  return {
    clusters: own(createClusterReader(settings)),
    images: own(createImageReader(settings)),
    roles: own(createRoleReader(settings)),
    secrets: own(createSecretReader(settings)),
    logGroups: own(createLogGroupReader(settings)),
    network: own(createNetworkReader(settings)),
    alarms: own(createAlarmReader(settings)),
    // Task definitions belong to no cluster.
    rollout: own(createServiceRollout(settings, '')),
  };
}
