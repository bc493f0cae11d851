import type { DeploymentRecord, ServiceRecord } from './model.js';
import type { World } from './world.js';

/**
 * Deployment alarms, with the two holes AWS documents: an alarm in ALARM when the deployment starts turns the checks
 * off for that deployment, and a throttled poll sees nothing.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */
export class AlarmWatch {
  constructor(private readonly world: World) {}

  /** Names of the alarms that fail this deployment now. */
  look(service: ServiceRecord, deployment: DeploymentRecord): string[] {
    const { world } = this;
    const now = world.now();
    if (deployment.alarmWatch === 'off' || deployment.alarmWatch === 'ignored' || deployment.alarmWatch === 'over') {
      return [];
    }
    if (now < deployment.nextAlarmPollAt) return [];
    deployment.nextAlarmPollAt = now + world.alarmPollMs;
    if (world.throttledAlarmPolls > 0) {
      world.throttledAlarmPolls -= 1;
      world.ground.note(`ecs: DescribeAlarms was throttled for ${deployment.id}: this look at its alarms is lost`);
      return [];
    }
    const names = service.deploymentConfiguration.alarms?.alarmNames ?? [];
    const alarmed = names.filter((name) => world.metrics.alarmState(name) === 'ALARM');
    if (deployment.alarmWatch === 'watching') return alarmed;
    deployment.alarmWatch = alarmed.length > 0 ? 'ignored' : 'watching';
    if (alarmed.length > 0) {
      world.ground.note(`ecs: ${alarmed.join(', ')} already in ALARM: no alarm is checked for ${deployment.id}`);
    }
    return [];
  }

  /** How long a deployment goes on being watched after all its tasks are in place. */
  bakeMs(service: ServiceRecord, deployment: DeploymentRecord): number {
    if (deployment.alarmWatch !== 'watching') return 0;
    const names = service.deploymentConfiguration.alarms?.alarmNames ?? [];
    const windows = names.map((name) => this.world.metrics.alarmWindowMs?.(name) ?? this.world.alarmBakeMs);
    return Math.max(0, ...windows);
  }
}
