import * as sdk from '@aws-sdk/client-cloudwatch-logs';
import type { CloudService, Ground, LogSink } from '../contract.js';
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
      CreateLogGroup: (input: sdk.CreateLogGroupRequest) => groups.create(input),
      DeleteLogGroup: (input: sdk.DeleteLogGroupRequest) => groups.delete(input),
      DescribeLogGroups: (input: sdk.DescribeLogGroupsRequest) => groups.describe(input),
      PutRetentionPolicy: (input: sdk.PutRetentionPolicyRequest) => groups.putRetention(input),
      CreateLogStream: (input: sdk.CreateLogStreamRequest) => groups.createStream(input),
      DeleteLogStream: (input: sdk.DeleteLogStreamRequest) => groups.deleteStream(input),
      DescribeLogStreams: (input: sdk.DescribeLogStreamsRequest) => groups.describeStreams(input),
      PutLogEvents: (input: sdk.PutLogEventsRequest) => groups.put(input),
      GetLogEvents: (input: sdk.GetLogEventsRequest) =>
        getEvents(groups.stream(input.logGroupIdentifier ?? input.logGroupName, input.logStreamName), input),
      FilterLogEvents: (input: sdk.FilterLogEventsRequest) =>
        filterEvents(groups.group(input.logGroupIdentifier ?? input.logGroupName), input),
    },
    append: (group, stream, lines, options) => groups.append(group, stream, lines, options?.create ?? false),
    stop: async () => {},
  };
}
