import { messageOf } from '../ports/message-of.js';
import type { OneOffSeen, OneOffTasks } from '../ports/one-off-tasks.js';
import type { ServiceRollout } from '../ports/service-rollout.js';
import { InputError } from '../spec/input-error.js';
import { type ClientSettings, call, clientOptions, once } from './client.js';
import { ecsClient } from './ecs-client.js';
import { errorName } from './errors.js';
import { logStreamOf } from './logs.js';
import type { Service, Task } from './sdk/ecs.js';

/**
 * One-off tasks by RunTask, placed as the service's own are.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 */
export function createOneOffTasks(
  settings: ClientSettings,
  cluster: string,
  rollout: Pick<ServiceRollout, 'taskDefinition'>,
): OneOffTasks {
  const sdk = once(() => import('./sdk/ecs.js'));
  const client = () => ecsClient(settings);
  const logsSdk = once(() => import('./sdk/logs.js'));

  async function service(name: string): Promise<Service> {
    const { DescribeServicesCommand } = await sdk();
    const ecs = await client();
    const { services = [] } = await call('ecs:DescribeServices', () =>
      ecs.send(new DescribeServicesCommand({ cluster, services: [name] })),
    );
    const found = services.find(({ status }) => status !== 'INACTIVE');
    if (found !== undefined) return found;
    throw new InputError([{ input: 'service', value: name, wrong: `does not exist in cluster ${cluster}` }]);
  }

  return {
    async start({ service: name, taskDefinitionArn, container, command, environment, token, startedBy }) {
      const { RunTaskCommand } = await sdk();
      const ecs = await client();
      const inherited = placementOf(await service(name));
      const override = {
        name: container,
        ...(command === undefined ? {} : { command: [...command] }),
        ...(environment === undefined
          ? {}
          : { environment: Object.entries(environment).map(([key, value]) => ({ name: key, value })) }),
      };
      const { tasks = [], failures = [] } = await call('ecs:RunTask', () =>
        ecs.send(
          new RunTaskCommand({
            ...inherited,
            cluster,
            taskDefinition: taskDefinitionArn,
            count: 1,
            overrides: { containerOverrides: [override] },
            clientToken: token,
            startedBy,
          }),
        ),
      ).catch((error: unknown) => {
        // ECS says so by an error for Fargate, and by `failures` for its own instances.
        if (/capacity is unavailable/i.test(error instanceof Error ? error.message : '')) {
          return { tasks: [], failures: [{ reason: error instanceof Error ? error.message : '' }] };
        }
        if (!['ClientException', 'InvalidParameterException'].includes(errorName(error))) throw error;
        const told = messageOf(error);
        throw new InputError([{ input: 'task', value: taskDefinitionArn, wrong: `is not accepted by ECS: ${told}` }]);
      });
      const arn = tasks[0]?.taskArn;
      if (arn !== undefined) return { arn };
      return { notPlaced: failures.map(({ reason = '' }) => reason).join('; ') || 'ECS gave no reason' };
    },

    async look(arn) {
      const { DescribeTasksCommand } = await sdk();
      const ecs = await client();
      const { tasks = [] } = await call('ecs:DescribeTasks', () =>
        ecs.send(new DescribeTasksCommand({ cluster, tasks: [arn] })),
      );
      return tasks[0] === undefined ? undefined : seen(tasks[0]);
    },

    async stop(arn, reason) {
      const { StopTaskCommand } = await sdk();
      const ecs = await client();
      // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StopTask.html: a reason has at most 1,024 characters
      const input = { cluster, task: arn, reason: reason.slice(0, 1_024) };
      await call('ecs:StopTask', () => ecs.send(new StopTaskCommand(input)));
    },

    async startedBy(name) {
      const { ListTasksCommand } = await sdk();
      const ecs = await client();
      // Beside `startedBy` no other filter is allowed; unless told, the tasks that are to run are listed.
      // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html
      const { taskArns = [] } = await call('ecs:ListTasks', () =>
        ecs.send(new ListTasksCommand({ cluster, startedBy: name })),
      );
      return taskArns;
    },

    async lines(task, after) {
      const stream = logStreamOf(await rollout.taskDefinition(task.taskDefinitionArn), task.arn, task.container);
      if (stream === undefined) return { lines: [] };
      const { CloudWatchLogsClient, GetLogEventsCommand } = await logsSdk();
      const logs = new CloudWatchLogsClient(clientOptions({ ...settings, region: stream.region ?? settings.region }));
      const { group: logGroupName, stream: logStreamName } = stream;
      const from = after === undefined ? { startFromHead: true } : { startFromHead: true, nextToken: after };
      try {
        const { events = [], nextForwardToken } = await call('logs:GetLogEvents', () =>
          logs.send(new GetLogEventsCommand({ logGroupName, logStreamName, ...from })),
        );
        const lines = events.map(({ message }) => (message ?? '').trimEnd());
        return nextForwardToken === undefined ? { lines } : { lines, after: nextForwardToken };
      } catch (error) {
        // The stream is there once the container has written its first line.
        if (errorName(error) === 'ResourceNotFoundException') return { lines: [] };
        throw error;
      }
    },

    commandToStop: (arn) => `aws ecs stop-task --cluster ${cluster} --task ${arn} --region ${settings.region}`,
  };
}

function placementOf(service: Service) {
  const { networkConfiguration, platformVersion, launchType, capacityProviderStrategy = [], propagateTags } = service;
  // A strategy and a launch type exclude each other: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
  const capacity =
    capacityProviderStrategy.length > 0 ? { capacityProviderStrategy } : launchType === undefined ? {} : { launchType };
  return {
    ...(networkConfiguration === undefined ? {} : { networkConfiguration }),
    ...(platformVersion === undefined ? {} : { platformVersion }),
    ...capacity,
    ...(propagateTags === 'TASK_DEFINITION' ? { propagateTags } : {}),
    ...(service.enableECSManagedTags === true ? { enableECSManagedTags: true } : {}),
  };
}

function seen(task: Task): OneOffSeen {
  return {
    status: task.lastStatus ?? '',
    stopCode: task.stopCode ?? '',
    stoppedReason: task.stoppedReason ?? '',
    containers: (task.containers ?? []).map((container) => ({
      name: container.name ?? '',
      exitCode: container.exitCode ?? null,
      reason: container.reason ?? '',
    })),
  };
}
