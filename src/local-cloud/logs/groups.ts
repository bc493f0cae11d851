import type * as sdk from '@aws-sdk/client-cloudwatch-logs';
import { AwsError, type Ground } from '../contract.js';
import { type PageRules, page } from '../wire/page.js';
import { append, type LogEvent, type Stream } from './stream.js';

export interface Group {
  readonly name: string;
  readonly createdAt: number;
  readonly streams: Map<string, Stream>;
  retentionDays?: number;
}

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const retentionDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogStreams.html */
const pages: PageRules = {
  usual: 50,
  most: 50,
  sizeMember: 'limit',
  sizeError: 'InvalidParameterException',
  tokenError: 'InvalidParameterException',
};

const twoHoursMs = 2 * 3_600_000;
const fourteenDaysMs = 14 * 24 * 3_600_000;
const dayMs = 24 * 3_600_000;
const mostBatchBytes = 1_048_576;
const eventOverheadBytes = 26;

export class Groups {
  private readonly groups = new Map<string, Group>();

  constructor(private readonly ground: Ground) {}

  create(input: sdk.CreateLogGroupRequest): void {
    const name = input.logGroupName ?? '';
    checkName('logGroupName', name, /^[.\-_/#A-Za-z0-9]{1,512}$/, '[\\.\\-_/#A-Za-z0-9]+');
    if (this.groups.has(name)) throw alreadyExists('log group');
    this.groups.set(name, { name, createdAt: this.now(), streams: new Map() });
  }

  delete(input: sdk.DeleteLogGroupRequest): void {
    this.groups.delete(this.group(input.logGroupName).name);
  }

  /** By name or ARN. Throws ResourceNotFoundException. */
  group(nameOrArn: string | undefined): Group {
    const name = /^arn:[^:]+:logs:[^:]*:[^:]*:log-group:([^:]+)/.exec(nameOrArn ?? '')?.[1] ?? nameOrArn ?? '';
    const group = this.groups.get(name);
    if (group === undefined) throw notFound('log group');
    return group;
  }

  stream(group: string | undefined, name: string | undefined): Stream {
    const stream = this.group(group).streams.get(name ?? '');
    if (stream === undefined) throw notFound('log stream');
    return stream;
  }

  describe(input: sdk.DescribeLogGroupsRequest): sdk.DescribeLogGroupsResponse {
    const matching = [...this.groups.values()]
      .filter(({ name }) => name.startsWith(input.logGroupNamePrefix ?? ''))
      .filter(({ name }) => name.includes(input.logGroupNamePattern ?? ''))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const { items, nextToken } = page(matching, input.nextToken, input.limit, pages);
    const logGroups = items.map((group) => ({
      logGroupName: group.name,
      creationTime: Math.floor(group.createdAt),
      ...(group.retentionDays === undefined ? {} : { retentionInDays: group.retentionDays }),
      metricFilterCount: 0,
      arn: `${this.arn(group)}:*`,
      logGroupArn: this.arn(group),
      storedBytes: 0,
      logGroupClass: 'STANDARD' as const,
    }));
    return { logGroups, ...(nextToken === undefined ? {} : { nextToken }) };
  }

  putRetention(input: sdk.PutRetentionPolicyRequest): void {
    const days = input.retentionInDays ?? 0;
    if (!retentionDays.includes(days)) {
      const accepted = `[${retentionDays.join(', ')}]`;
      throw invalid(
        `1 validation error detected: Value '${days}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: ${accepted}`,
      );
    }
    this.group(input.logGroupName).retentionDays = days;
  }

  createStream(input: sdk.CreateLogStreamRequest): void {
    const group = this.group(input.logGroupName);
    const name = input.logStreamName ?? '';
    checkName('logStreamName', name, /^[^:*]{1,512}$/, '[^:*]*');
    if (group.streams.has(name)) throw alreadyExists('log stream');
    this.addStream(group, name);
  }

  deleteStream(input: sdk.DeleteLogStreamRequest): void {
    const { name } = this.stream(input.logGroupName, input.logStreamName);
    this.group(input.logGroupName).streams.delete(name);
  }

  describeStreams(input: sdk.DescribeLogStreamsRequest): sdk.DescribeLogStreamsResponse {
    const group = this.group(input.logGroupIdentifier ?? input.logGroupName);
    const isByTime = input.orderBy === 'LastEventTime';
    if (isByTime && input.logStreamNamePrefix !== undefined) {
      throw invalid('Cannot order by LastEventTime with a logStreamNamePrefix.');
    }
    const sign = input.descending === true ? -1 : 1;
    const matching = [...group.streams.values()]
      .filter(({ name }) => name.startsWith(input.logStreamNamePrefix ?? ''))
      .sort((a, b) => sign * (isByTime ? lastAt(a) - lastAt(b) : a.name < b.name ? -1 : 1));
    const { items, nextToken } = page(matching, input.nextToken, input.limit, pages);
    const logStreams = items.map((stream) => {
      const first = stream.events[0];
      const times = first === undefined ? {} : { firstEventTimestamp: first.at, lastEventTimestamp: lastAt(stream) };
      return {
        logStreamName: stream.name,
        creationTime: Math.floor(stream.createdAt),
        ...times,
        ...(stream.ingestedAt === undefined ? {} : { lastIngestionTime: Math.floor(stream.ingestedAt) }),
        uploadSequenceToken: '49590302938474610572',
        arn: `${this.arn(group)}:log-stream:${stream.name}`,
        storedBytes: 0,
      };
    });
    return { logStreams, ...(nextToken === undefined ? {} : { nextToken }) };
  }

  /** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html */
  put(input: sdk.PutLogEventsRequest): sdk.PutLogEventsResponse {
    const stream = this.stream(input.logGroupName, input.logStreamName);
    const events: LogEvent[] = (input.logEvents ?? []).map(({ timestamp = 0, message = '' }) => ({
      at: timestamp,
      message,
    }));
    checkBatch(events);
    const now = this.now();
    const tooOld = events.findLastIndex(({ at }) => at < now - fourteenDaysMs);
    const tooNew = events.findIndex(({ at }) => at > now + twoHoursMs);
    const good = events.slice(tooOld + 1, tooNew === -1 ? undefined : tooNew);
    append(stream, good, now);
    const rejected = {
      ...(tooOld >= 0 ? { tooOldLogEventEndIndex: tooOld + 1 } : {}),
      ...(tooNew >= 0 ? { tooNewLogEventStartIndex: tooNew } : {}),
    };
    return {
      ...(tooOld >= 0 || tooNew >= 0 ? { rejectedLogEventsInfo: rejected } : {}),
      nextSequenceToken: '49590302938474610572',
    };
  }

  append(groupName: string, streamName: string, lines: readonly LogEvent[], isCreating: boolean): void {
    if (isCreating && !this.groups.has(groupName)) this.create({ logGroupName: groupName });
    const group = this.group(groupName);
    append(group.streams.get(streamName) ?? this.addStream(group, streamName), lines, this.now());
  }

  private addStream(group: Group, name: string): Stream {
    const stream: Stream = { name, createdAt: this.now(), events: [], dropped: 0 };
    group.streams.set(name, stream);
    return stream;
  }

  private arn(group: Group): string {
    return this.ground.arn('logs', `log-group:${group.name}`);
  }

  private now(): number {
    return this.ground.clock.now();
  }
}

function checkBatch(events: readonly LogEvent[]): void {
  if (events.length === 0) {
    throw invalid(
      "1 validation error detected: Value '[]' at 'logEvents' failed to satisfy constraint: Member must have length greater than or equal to 1",
    );
  }
  if (events.length > 10_000) {
    throw invalid(
      "1 validation error detected: Value at 'logEvents' failed to satisfy constraint: Member must have length less than or equal to 10000",
    );
  }
  if (events.some(({ at }, i) => i > 0 && at < events[i - 1]!.at)) {
    throw invalid('Log events in a single PutLogEvents request must be in chronological order.');
  }
  if (events.at(-1)!.at - events[0]!.at > dayMs) {
    throw invalid('The batch of log events in a single PutLogEvents request cannot span more than 24 hours.');
  }
  const bytes = events.reduce((sum, { message }) => sum + Buffer.byteLength(message) + eventOverheadBytes, 0);
  if (bytes > mostBatchBytes) throw invalid(`Upload too large: ${bytes} bytes exceeds limit of ${mostBatchBytes}`);
}

function lastAt(stream: Stream): number {
  return stream.events.at(-1)?.at ?? 0;
}

function checkName(member: string, name: string, pattern: RegExp, shownPattern: string): void {
  if (pattern.test(name)) return;
  throw invalid(
    `1 validation error detected: Value '${name}' at '${member}' failed to satisfy constraint: Member must satisfy regular expression pattern: ${shownPattern}`,
  );
}

export function invalid(message: string): AwsError {
  return new AwsError('InvalidParameterException', message);
}

function notFound(what: string): AwsError {
  return new AwsError('ResourceNotFoundException', `The specified ${what} does not exist.`);
}

function alreadyExists(what: string): AwsError {
  return new AwsError('ResourceAlreadyExistsException', `The specified ${what} already exists`);
}
