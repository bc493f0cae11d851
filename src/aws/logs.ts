import type { LogReader } from '../ports/evidence.js';
import type { ServiceRollout } from '../ports/service-rollout.js';
import { type ClientSettings, call, clientOptions, once } from './client.js';
import { errorName } from './errors.js';

/**
 * The last lines a container wrote, where its awslogs driver put them: `prefix/container/task-id`.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
 */
export function createLogReader(settings: ClientSettings, rollout: Pick<ServiceRollout, 'taskDefinition'>): LogReader {
  const sdk = once(() => import('./sdk/logs.js'));
  return {
    async lastLines(task, container, count) {
      if (count === 0) return [];
      const definition = await rollout.taskDefinition(task.taskDefinitionArn);
      const config = definition.containerDefinitions?.find(({ name }) => name === container)?.logConfiguration as
        | { logDriver?: string; options?: Record<string, string> }
        | undefined;
      const group = config?.options?.['awslogs-group'];
      const prefix = config?.options?.['awslogs-stream-prefix'];
      if (config?.logDriver !== 'awslogs' || group === undefined || prefix === undefined) return [];
      const region = config.options?.['awslogs-region'] ?? settings.region;
      const { CloudWatchLogsClient, GetLogEventsCommand } = await sdk();
      const logs = new CloudWatchLogsClient(clientOptions({ ...settings, region }));
      const stream = `${prefix}/${container}/${task.arn.slice(task.arn.lastIndexOf('/') + 1)}`;
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
