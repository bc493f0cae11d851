import type { TaskDefinition } from '../ecs/task-definition.js';
import { messageOf } from '../ports/message-of.js';
import { NotRouted } from '../ports/not-routed.js';
import type { ServiceRollout, ServiceSeen, StoppedTask } from '../ports/service-rollout.js';
import { InputError } from '../spec/input-error.js';
import { readAsWritten, sendAsWritten } from './as-written.js';
import { type ClientSettings, call, once } from './client.js';
import { ecsClient } from './ecs-client.js';
import { ecsLooks } from './ecs-looks.js';
import { errorName } from './errors.js';
import type { RegisterTaskDefinitionCommandInput, Service, Task } from './sdk/ecs.js';

/** In words alone: the error has the name of every parameter that is not valid. */
const unrouted = /does not have an associated load balancer/;

export function createServiceRollout(settings: ClientSettings, cluster: string): ServiceRollout {
  const sdk = once(() => import('./sdk/ecs.js'));
  const client = () => ecsClient(settings);

  const looks = ecsLooks(settings, cluster);

  return {
    async describe(services) {
      const found = await Promise.all(services.map((name) => looks.service(name)));
      const problems = services
        .filter((_name, index) => found[index] === undefined)
        .map((name) => ({ input: 'services', value: name, wrong: `does not exist in cluster ${cluster}` }));
      if (problems.length > 0) throw new InputError(problems);
      return found.flatMap((one) => (one === undefined ? [] : seen(one)));
    },

    async taskDefinition(arn) {
      const { DescribeTaskDefinitionCommand } = await sdk();
      const ecs = await client();
      const command = new DescribeTaskDefinitionCommand({ taskDefinition: arn, include: ['TAGS'] });
      let answer: { taskDefinition?: TaskDefinition; tags?: readonly unknown[] } = {};
      readAsWritten(command, (json) => {
        answer = json as typeof answer;
      });
      await call('ecs:DescribeTaskDefinition', () => ecs.send(command)).catch((error: unknown) => {
        if (errorName(error) !== 'ClientException' && errorName(error) !== 'InvalidParameterException') throw error;
        throw new InputError([
          { input: 'task-definition', value: arn, wrong: 'does not exist in this account and Region' },
        ]);
      });
      const { taskDefinition, tags = [] } = answer;
      return { ...taskDefinition, ...(tags.length > 0 ? { tags } : {}) };
    },

    async register(definition) {
      const { RegisterTaskDefinitionCommand } = await sdk();
      const ecs = await client();
      const command = new RegisterTaskDefinitionCommand(definition as unknown as RegisterTaskDefinitionCommandInput);
      sendAsWritten(command, definition);
      const { taskDefinition } = await call('ecs:RegisterTaskDefinition', () => ecs.send(command)).catch(
        (error: unknown) => {
          if (errorName(error) !== 'ClientException' && errorName(error) !== 'InvalidParameterException') throw error;
          const message = messageOf(error);
          throw new InputError([{ input: 'task-definition', wrong: `is not accepted by ECS: ${message}` }]);
        },
      );
      return taskDefinition?.taskDefinitionArn ?? '';
    },

    async update(service, change) {
      const { UpdateServiceCommand } = await sdk();
      const ecs = await client();
      const { taskDefinitionArn, desiredCount } = change;
      await call('ecs:UpdateService', () =>
        ecs.send(
          new UpdateServiceCommand({
            cluster,
            service,
            ...(taskDefinitionArn === undefined ? {} : { taskDefinition: taskDefinitionArn }),
            ...(desiredCount === undefined ? {} : { desiredCount }),
          }),
        ),
      ).catch((error: unknown) => {
        const message = error instanceof Error ? error.message : '';
        throw unrouted.test(message) ? new NotRouted(message, { cause: error }) : error;
      });
    },

    async stoppedTasks(service, since) {
      return (await looks.stopped(service))
        .map(stopped)
        .filter((task) => task.stoppedAt >= since)
        .sort((a, b) => b.stoppedAt - a.stoppedAt);
    },
  };
}

function seen(service: Service): ServiceSeen {
  const { alarms, minimumHealthyPercent, maximumPercent } = service.deploymentConfiguration ?? {};
  return {
    name: service.serviceName ?? '',
    arn: service.serviceArn ?? '',
    status: service.status ?? '',
    taskDefinitionArn: service.taskDefinition ?? '',
    desiredCount: service.desiredCount ?? 0,
    runningCount: service.runningCount ?? 0,
    pendingCount: service.pendingCount ?? 0,
    targetGroupArns: (service.loadBalancers ?? []).flatMap(({ targetGroupArn }) => targetGroupArn ?? []),
    controller: service.deploymentController?.type ?? 'ECS',
    deploymentAlarms: alarms?.enable === true ? (alarms.alarmNames ?? []) : [],
    ...(minimumHealthyPercent === undefined || maximumPercent === undefined
      ? {}
      : { percents: { minimumHealthy: minimumHealthyPercent, maximum: maximumPercent } }),
    deployments: (service.deployments ?? []).map((deployment) => ({
      id: deployment.id ?? '',
      status: deployment.status ?? '',
      taskDefinitionArn: deployment.taskDefinition ?? '',
      desiredCount: deployment.desiredCount ?? 0,
      runningCount: deployment.runningCount ?? 0,
      failedTasks: deployment.failedTasks ?? 0,
      rollout: deployment.rolloutState ?? 'UNKNOWN',
      rolloutReason: deployment.rolloutStateReason ?? '',
      createdAt: deployment.createdAt?.getTime() ?? 0,
      updatedAt: deployment.updatedAt?.getTime() ?? 0,
    })),
    events: (service.events ?? []).map((event) => ({
      at: event.createdAt?.getTime() ?? 0,
      message: event.message ?? '',
    })),
  };
}

function stopped(task: Task): StoppedTask {
  return {
    arn: task.taskArn ?? '',
    taskDefinitionArn: task.taskDefinitionArn ?? '',
    // A task that is still on its way out has no stoppedAt yet.
    stoppedAt: (task.stoppedAt ?? task.stoppingAt ?? task.executionStoppedAt)?.getTime() ?? Number.POSITIVE_INFINITY,
    stopCode: task.stopCode ?? '',
    stoppedReason: task.stoppedReason ?? '',
    containers: (task.containers ?? []).map((container) => ({
      name: container.name ?? '',
      exitCode: container.exitCode ?? null,
      reason: container.reason ?? '',
      health: container.healthStatus ?? '',
    })),
  };
}
