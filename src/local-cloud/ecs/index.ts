import { AwsError, type CloudService, type DesiredCounts, type Ground } from '../contract.js';
import * as sdk from '../sdk/ecs.js';
import { adminCalls } from './admin.js';
import { clusterOperations } from './clusters.js';
import { limitAllMemory } from './memory.js';
import { rates } from './rates.js';
import { runTask } from './run-task.js';
import { Scheduler } from './scheduler.js';
import { serviceDeploymentOperations } from './service-deployments.js';
import { serviceOperations, setDesiredCount } from './services.js';
import { tagOperations } from './tags.js';
import { taskDefinitionOperations } from './task-definitions.js';
import { TaskLife } from './task-life.js';
import { taskOperations } from './tasks.js';
import { type EcsOptions, type Neighbours, World } from './world.js';

export type { EcsOptions } from './world.js';

export interface EcsService extends CloudService, DesiredCounts {}

/** Amazon ECS: a control plane as AWS documents it, over tasks that are child processes of this one. */
export function createEcs(ground: Ground, neighbours: Neighbours, options: EcsOptions = {}): EcsService {
  const world = new World(ground, neighbours, options);
  const life = new TaskLife(world, options.appProgram, (task, why) => scheduler.onEnding(task, why));
  const scheduler = new Scheduler(world, life);
  const timer = ground.clock.every(ground.settings.schedulerMs, () => {
    try {
      scheduler.tick();
    } catch (error) {
      ground.note(`ecs: the scheduler stumbled: ${error instanceof Error ? error.stack : error}`);
    }
  });

  // A process takes memory in real time, however fast the cloud's clock goes.
  const memoryTimer = setInterval(() => limitAllMemory(world), 250).unref();

  const serviceAt = (resourceId: string) => {
    const [kind, clusterName = '', name = ''] = resourceId.split('/');
    const cluster = kind === 'service' ? world.clusters.get(clusterName) : undefined;
    const service = cluster && world.findService(cluster, name);
    return service?.status === 'ACTIVE' ? service : undefined;
  };

  return {
    id: 'ecs',
    sdk,
    wire: { protocol: 'json', version: '1.1', target: 'AmazonEC2ContainerServiceV20141113' },
    signingName: 'ecs',
    operations: {
      ...clusterOperations(world),
      ...taskDefinitionOperations(world),
      ...serviceOperations(world),
      ...serviceDeploymentOperations(world),
      RunTask: runTask(world, life),
      ...taskOperations(world, life),
      ...tagOperations(world),
    },
    admin: adminCalls(world),
    rates,

    get: (resourceId) => serviceAt(resourceId)?.desiredCount,
    set(resourceId, desiredCount) {
      const service = serviceAt(resourceId);
      if (service === undefined) throw new AwsError('ServiceNotFoundException', 'Service not found.');
      setDesiredCount(service, desiredCount);
    },

    async stop() {
      timer.cancel();
      clearInterval(memoryTimer);
      world.stop();
      await life.killAll();
    },
  };
}
