export interface LogEvent {
  /** Cloud time in epoch ms. */
  readonly at: number;
  readonly message: string;
}

export interface StoredEvent extends LogEvent {
  readonly ingestedAt: number;
}

export interface Stream {
  readonly name: string;
  readonly createdAt: number;
  /** In order of time. */
  events: StoredEvent[];
  /** How many of the oldest were dropped to keep memory bounded; positions in tokens count them. */
  dropped: number;
  ingestedAt?: number;
}

const keptEvents = 20_000;

/** Adds events in order of time; those of the same millisecond stay in the order they came. */
export function append(stream: Stream, events: readonly LogEvent[], now: number): void {
  for (const { at, message } of events) {
    const event: StoredEvent = { at: Math.floor(at), message, ingestedAt: Math.floor(now) };
    let i = stream.events.length;
    while (i > 0 && stream.events[i - 1]!.at > event.at) i--;
    if (i === stream.events.length) stream.events.push(event);
    else stream.events.splice(i, 0, event);
  }
  if (events.length > 0) stream.ingestedAt = now;
  if (stream.events.length > 2 * keptEvents) {
    stream.dropped += stream.events.length - keptEvents;
    stream.events = stream.events.slice(-keptEvents);
  }
}
