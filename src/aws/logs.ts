import type { TaskDefinition } from '../ecs/task-definition.js';
import type { LogReader } from '../ports/evidence.js';
import type { ServiceRollout } from '../ports/service-rollout.js';
import { type ClientSettings, call, clientOptions, once } from './client.js';
import { errorName } from './errors.js';

/**
 * Where the awslogs driver puts what a container writes: `prefix/container/task-id`. Undefined with another driver, or
 * without a prefix, where the stream has a name that nobody outside knows.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
 */
export function logStreamOf(
  { containerDefinitions = [] }: TaskDefinition,
  taskArn: string,
  container: string,
): { readonly group: string; readonly stream: string; readonly region: string | undefined } | undefined {
  const config = containerDefinitions.find(({ name }) => name === container)?.logConfiguration as
    | { logDriver?: string; options?: Record<string, string> }
    | undefined;
  const group = config?.options?.['awslogs-group'];
  const prefix = config?.options?.['awslogs-stream-prefix'];
  if (config?.logDriver !== 'awslogs' || group === undefined || prefix === undefined) return undefined;
  const stream = `${prefix}/${container}/${taskArn.slice(taskArn.lastIndexOf('/') + 1)}`;
  return { group, stream, region: config.options?.['awslogs-region'] };
}

/** The last lines that a container wrote. */
export function createLogReader(settings: ClientSettings, rollout: Pick<ServiceRollout, 'taskDefinition'>): LogReader {
  const sdk = once(() => import('./sdk/logs.js'));
  return {
    async lastLines(task, container, count) {
      if (count === 0) return [];
      const definition = await rollout.taskDefinition(task.taskDefinitionArn);
      const found = logStreamOf(definition, task.arn, container);
      if (found === undefined) return [];
      const { group, stream, region = settings.region } = found;
      const { CloudWatchLogsClient, GetLogEventsCommand } = await sdk();
      const logs = new CloudWatchLogsClient(clientOptions({ ...settings, region }));
      try {
        const { events = [] } = await call('logs:GetLogEvents', () =>
          logs.send(
            new GetLogEventsCommand({ logGroupName: group, logStreamName: stream, limit: count, startFromHead: false }),
          ),
        );
        return events.map(({ message }) => (message ?? '').trimEnd());
      } catch (error) {
        if (errorName(error) === 'ResourceNotFoundException') return [];
        throw error;
      }
    },
  };
}
