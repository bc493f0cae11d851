import type * as types from '@aws-sdk/client-cloudwatch-logs';
import type { CloudService, Ground, LogSink } from '../contract.js';
import * as sdk from '../sdk/logs.js';
import { Groups } from './groups.js';
import { filterEvents, getEvents } from './read.js';

/** CloudWatch Logs: groups, streams and their events. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/ */
export function createLogs(ground: Ground): CloudService & LogSink {
  const groups = new Groups(ground);
  return {
    id: 'logs',
    sdk,
    wire: { protocol: 'json', version: '1.1', target: 'Logs_20140328' },
    signingName: 'logs',
    operations: {
      CreateLogGroup: (input: types.CreateLogGroupRequest) => groups.create(input),
      DeleteLogGroup: (input: types.DeleteLogGroupRequest) => groups.delete(input),
      DescribeLogGroups: (input: types.DescribeLogGroupsRequest) => groups.describe(input),
      PutRetentionPolicy: (input: types.PutRetentionPolicyRequest) => groups.putRetention(input),
      CreateLogStream: (input: types.CreateLogStreamRequest) => groups.createStream(input),
      DeleteLogStream: (input: types.DeleteLogStreamRequest) => groups.deleteStream(input),
      DescribeLogStreams: (input: types.DescribeLogStreamsRequest) => groups.describeStreams(input),
      PutLogEvents: (input: types.PutLogEventsRequest) => groups.put(input),
      GetLogEvents: (input: types.GetLogEventsRequest) =>
        getEvents(groups.stream(input.logGroupIdentifier ?? input.logGroupName, input.logStreamName), input),
      FilterLogEvents: (input: types.FilterLogEventsRequest) =>
        filterEvents(groups.group(input.logGroupIdentifier ?? input.logGroupName), input),
    },
    append: (group, stream, lines, options) => groups.append(group, stream, lines, options?.create ?? false),
    stop: async () => {},
  };
}
