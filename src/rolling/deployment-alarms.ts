import type { ServiceSeen } from '../ports/service-rollout.js';
import { isDenied } from './look.js';
import type { RollSettings } from './settings.js';
import type { RollingWorld } from './world.js';

/**
 * What is to be known of the alarms by which ECS itself takes the deployment back, a sentence each. One that is in ALARM
 * when the deployment begins turns that check off, for all of them and for as long as the deployment lasts; ECS says so
 * nowhere.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */
export async function blindAlarms(
  { change }: Pick<RollSettings, 'change'>,
  { deploymentAlarms = [] }: Pick<ServiceSeen, 'deploymentAlarms'>,
  { alarms }: Pick<RollingWorld, 'alarms'>,
): Promise<readonly string[]> {
  const asked = change.deploymentAlarms;
  const names = asked === undefined ? deploymentAlarms : asked.enable === true ? (asked.alarmNames ?? []) : [];
  if (names.length === 0) return [];
  try {
    const seen = await alarms.alarms(names);
    return names.flatMap((name) => {
      const found = seen.find((alarm) => alarm.name === name);
      if (found === undefined) return `the deployment alarm ${name} does not exist in this account and Region`;
      return found.state !== 'ALARM'
        ? []
        : `the deployment alarm ${name} is in ALARM already: ECS looks at no alarm of this deployment, and will not take it back because of one`;
    });
  } catch (error) {
    if (!isDenied(error)) throw error;
    return [`Could not read whether a deployment alarm is in ALARM already: ${error.message}`];
  }
}
