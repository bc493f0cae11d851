import { only } from '../admin-body.js';
import type { AppFault } from '../app/behaviour.js';
import { type AdminCall, AwsError } from '../contract.js';
import type { FaultScope } from './app-faults.js';
import { CAPACITY } from './capacity.js';
import { isActive } from './model.js';
import type { World } from './world.js';

/** Deeds that AWS has no call for: `POST /_sluice/ecs/<name>`. docs/local-cloud-app.md describes them. */

function refuse(message: string): never {
  throw new AwsError('InvalidParameterException', message);
}

const FAULT_CHECKS: Readonly<Record<keyof AppFault, (value: unknown) => boolean>> = {
  errorShare: (value) => isNumber(value) && value <= 1,
  errorStatus: (value) => isNumber(value) && value >= 400 && value <= 599,
  latencyMs: isNumber,
  latencyJitterMs: isNumber,
  crashAfterRequests: isNumber,
  crashAfterMs: isNumber,
  neverHealthy: (value) => typeof value === 'boolean',
  memoryMb: isNumber,
};

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function textOf(body: Record<string, unknown>, name: string): string | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  return typeof value === 'string' ? value : refuse(`${name} must be a text`);
}

function scopeOf(body: Record<string, unknown>): FaultScope {
  const names = ['version', 'taskDefinition', 'service', 'cluster'] as const;
  return Object.fromEntries(names.flatMap((name) => (body[name] === undefined ? [] : [[name, textOf(body, name)]])));
}

export function adminCalls(world: World): Record<string, AdminCall> {
  const runningContainers = () =>
    [...world.tasks.values()]
      .filter(isActive)
      .flatMap((task) => task.containers.map((container) => ({ task, container })));

  return {
    /** Changes how apps behave, those running and those to come. `clear: true` ends the faults of the scope (without a scope: all). */
    app(body) {
      const faultNames = Object.keys(FAULT_CHECKS);
      only(body, ['version', 'taskDefinition', 'service', 'cluster', 'clear', ...faultNames]);
      const scope = scopeOf(body);
      const fault = Object.fromEntries(Object.entries(body).filter(([name]) => faultNames.includes(name))) as AppFault;
      for (const [name, value] of Object.entries(fault)) {
        if (!FAULT_CHECKS[name as keyof AppFault](value)) refuse(`${name} cannot be ${JSON.stringify(value)}`);
      }
      if (body.clear === true) world.faults.clear(Object.keys(scope).length > 0 ? scope : undefined);
      else if (Object.keys(fault).length === 0) refuse(`name at least one of ${faultNames.join(', ')}, or clear`);
      if (Object.keys(fault).length > 0) world.faults.add(scope, fault);
      let told = 0;
      for (const { task, container } of runningContainers()) {
        if (container.process === undefined) continue;
        container.process.tell(world.faults.of(task, container));
        told += 1;
      }
      return { faults: world.faults.list(), containersTold: told };
    },

    /** Kills the process of one container (default: the first essential one) of a task, or of all tasks of a service. */
    crash(body) {
      only(body, ['task', 'service', 'cluster', 'container']);
      const [task, service, cluster, name] = ['task', 'service', 'cluster', 'container'].map((each) =>
        textOf(body, each),
      );
      if (task === undefined && service === undefined) refuse('name a task or a service');
      const met = [...world.tasks.values()].filter(
        (each) =>
          isActive(each) &&
          (task === undefined || each.id === task || each.arn === task) &&
          (service === undefined || each.service?.name === service || each.service?.arn === service) &&
          (cluster === undefined || each.cluster.clusterName === cluster || each.cluster.clusterArn === cluster),
      );
      for (const each of met) {
        const victim = each.containers.find(({ definition }) =>
          name === undefined ? definition.essential !== false : definition.name === name,
        );
        victim?.process?.kill();
      }
      return { tasks: met.map((each) => each.arn) };
    },

    /** Where running containers really listen, for programs that find an application's tasks by themselves. */
    addresses(body) {
      only(body, ['service', 'cluster']);
      const [service, cluster] = [textOf(body, 'service'), textOf(body, 'cluster')];
      const met = runningContainers().filter(
        ({ task, container }) =>
          container.lastStatus === 'RUNNING' &&
          (service === undefined || task.service?.name === service) &&
          (cluster === undefined || task.cluster.clusterName === cluster),
      );
      return {
        containers: met.flatMap(({ task, container }) =>
          [...container.ports].map(([containerPort, realPort]) => ({
            task: task.arn,
            service: task.service?.name ?? null,
            container: container.definition.name,
            containerPort,
            url: `http://127.0.0.1:${realPort}`,
          })),
        ),
      };
    },

    /** Images that cannot be pulled: `{missing: [...], present: [...]}`. Without either it answers the list. */
    images(body) {
      only(body, ['missing', 'present']);
      for (const name of ['missing', 'present'] as const) {
        const images = body[name] ?? [];
        if (!Array.isArray(images) || images.some((image) => typeof image !== 'string')) {
          refuse(`${name} must be a list of images`);
        }
        for (const image of images as string[]) {
          if (name === 'missing') world.images.remove(image);
          else world.images.restore(image);
        }
      }
      return { missing: world.images.list() };
    },

    /** Capacity that has no room for another task: `{full: [...], free: [...]}`. Without either it answers the list. */
    capacity(body) {
      only(body, ['full', 'free']);
      for (const name of ['full', 'free'] as const) {
        const given = body[name] ?? [];
        const isKnown = Array.isArray(given) && given.every((each) => CAPACITY.includes(each));
        if (!isKnown) refuse(`${name} must be a list of ${CAPACITY.join(', ')}`);
        for (const each of given as string[]) {
          if (name === 'full') world.fullCapacity.add(each);
          else world.fullCapacity.delete(each);
        }
      }
      return { full: [...world.fullCapacity] };
    },

    /** The next `times` looks at deployment alarms are throttled. */
    'throttle-alarm-polls'(body) {
      only(body, ['times']);
      if (!isNumber(body.times)) refuse('times must be a number');
      world.throttledAlarmPolls = body.times;
      return { times: body.times };
    },

    /** Changes how long task states last: members of Settings, in cloud milliseconds. */
    pace(body) {
      const { settings } = world.ground;
      const names = ['provisioningMs', 'pendingMs', 'deprovisioningMs'] as const;
      only(body, names);
      for (const name of names) {
        const value = body[name];
        if (value === undefined) continue;
        if (!isNumber(value)) refuse(`${name} must be a number of at least 0`);
        settings[name] = value;
      }
      return Object.fromEntries(names.map((name) => [name, settings[name]]));
    },
  };
}
