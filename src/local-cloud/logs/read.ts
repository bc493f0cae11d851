import type * as sdk from '@aws-sdk/client-cloudwatch-logs';
import { type PageRules, page } from '../wire/page.js';
import { type Group, invalid } from './groups.js';
import { matcher } from './pattern.js';
import type { Stream } from './stream.js';

const most = 10_000;
const pages: PageRules = {
  usual: most,
  most,
  sizeMember: 'limit',
  sizeError: 'InvalidParameterException',
  tokenError: 'InvalidParameterException',
};

/**
 * GetLogEvents: a page with a token either way. At the end of the stream the same token comes back, which is how
 * readers know (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html).
 */
export function getEvents(stream: Stream, input: sdk.GetLogEventsRequest): sdk.GetLogEventsResponse {
  const limit = input.limit ?? most;
  if (!(limit >= 1 && limit <= most)) {
    throw invalid(
      `1 validation error detected: Value '${limit}' at 'limit' failed to satisfy constraint: Member must have value between 1 and ${most}`,
    );
  }
  const { startTime = 0, endTime = Number.POSITIVE_INFINITY } = input;
  const events = stream.events
    .map((event, i) => ({ event, position: stream.dropped + i }))
    .filter(({ event }) => event.at >= startTime && event.at < endTime);
  const chosen = choose(events, input.nextToken, input.startFromHead === true, limit);
  const from = chosen[0]?.position;
  const to = chosen.at(-1)?.position;
  const stayed = input.nextToken === undefined ? undefined : /^[fb]\/(\d+)/.exec(input.nextToken)?.[1];
  const end = stayed ?? String(stream.dropped + stream.events.length);
  return {
    events: chosen.map(({ event }) => ({
      timestamp: event.at,
      message: event.message,
      ingestionTime: event.ingestedAt,
    })),
    nextForwardToken: `f/${(to === undefined ? end : String(to + 1)).padStart(56, '0')}/s`,
    nextBackwardToken: `b/${(from === undefined ? end : String(from)).padStart(56, '0')}/s`,
  };
}

interface Placed {
  readonly event: Stream['events'][number];
  readonly position: number;
}

function choose(events: readonly Placed[], token: string | undefined, isFromHead: boolean, limit: number): Placed[] {
  if (token === undefined) return isFromHead ? events.slice(0, limit) : events.slice(-limit);
  const found = /^([fb])\/(\d{56})\/s$/.exec(token);
  if (found === null) throw invalid('The specified nextToken is invalid.');
  const at = Number(found[2]);
  if (found[1] === 'f') return events.filter(({ position }) => position >= at).slice(0, limit);
  return events.filter(({ position }) => position < at).slice(-limit);
}

/** FilterLogEvents: events of all (or the named) streams in order of time. */
export function filterEvents(group: Group, input: sdk.FilterLogEventsRequest): sdk.FilterLogEventsResponse {
  if (input.logStreamNames !== undefined && input.logStreamNamePrefix !== undefined) {
    throw invalid('logStreamNames and logStreamNamePrefix cannot be used together.');
  }
  const { startTime = 0, endTime = Number.POSITIVE_INFINITY } = input;
  const matches = matcher(input.filterPattern ?? '');
  const streams = [...group.streams.values()].filter(
    ({ name }) =>
      (input.logStreamNames === undefined || input.logStreamNames.includes(name)) &&
      name.startsWith(input.logStreamNamePrefix ?? ''),
  );
  const found = streams
    .flatMap((stream) =>
      stream.events.map((event, i) => ({ stream: stream.name, event, position: stream.dropped + i })),
    )
    .filter(({ event }) => event.at >= startTime && event.at <= endTime && matches(event.message))
    .sort((a, b) => a.event.at - b.event.at);
  const { items, nextToken } = page(found, input.nextToken, input.limit, pages);
  const events = items.map(({ stream, event, position }) => ({
    logStreamName: stream,
    timestamp: event.at,
    message: event.message,
    ingestionTime: event.ingestedAt,
    eventId: `${event.at}${String(position).padStart(20, '0')}`,
  }));
  return { events, searchedLogStreams: [], ...(nextToken === undefined ? {} : { nextToken }) };
}
