/**
 * One line of `--progress rawjson`. https://github.com/moby/buildkit/blob/master/client/graph.go
 * Times are epoch ms.
 */
export interface SolveStatus {
  readonly vertexes: readonly Vertex[];
  readonly statuses: readonly Status[];
  readonly logs: readonly Log[];
  readonly warnings: readonly Finding[];
  /** The latest time in it; 0 when there is none. */
  readonly at: number;
}

/** A step. */
export interface Vertex {
  readonly digest: string;
  readonly name: string;
  readonly startedAt: number | undefined;
  readonly completedAt: number | undefined;
  readonly isCached: boolean;
  readonly error: string | undefined;
}

/** A part of a step: a layer, a file. */
export interface Status {
  readonly vertex: string;
  readonly name: string;
  readonly current: number;
  readonly startedAt: number | undefined;
  readonly completedAt: number | undefined;
}

export interface Log {
  readonly vertex: string;
  readonly text: Uint8Array;
}

/** What BuildKit's checks of a Dockerfile found. */
export interface Finding {
  readonly text: string;
  readonly url: string | undefined;
}

/** undefined for a line that is something else. What a line has besides is passed over: later versions may write more. */
export function readStatus(line: string): SolveStatus | undefined {
  if (!line.startsWith('{')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const status = value as Raw;
  const vertexes = rows(status.vertexes).flatMap((row): Vertex[] => {
    const digest = text(row.digest);
    const error = text(row.error) || undefined;
    return digest === '' ? [] : [{ digest, name: text(row.name), ...times(row), isCached: row.cached === true, error }];
  });
  const all = [...rows(status.vertexes), ...rows(status.statuses), ...rows(status.logs)];
  return {
    vertexes,
    statuses: rows(status.statuses).map((row) => ({
      vertex: text(row.vertex),
      // The name is the same for many: `transferring`, `downloading`.
      name: text(row.id) || text(row.name),
      current: typeof row.current === 'number' ? row.current : 0,
      ...times(row),
    })),
    logs: rows(status.logs).map((row) => ({ vertex: text(row.vertex), text: bytes(row.data) })),
    warnings: rows(status.warnings).map((row) => ({
      text: new TextDecoder().decode(bytes(row.short)),
      url: text(row.url) || undefined,
    })),
    at: Math.max(
      0,
      ...all.flatMap((row) => [row.started, row.completed, row.timestamp].flatMap((one) => time(one) ?? [])),
    ),
  };
}

type Raw = Readonly<Record<string, unknown>>;

const rows = (value: unknown): readonly Raw[] =>
  Array.isArray(value) ? value.filter((row): row is Raw => typeof row === 'object' && row !== null) : [];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const bytes = (value: unknown): Uint8Array => Buffer.from(text(value), 'base64');

const times = (row: Raw) => ({ startedAt: time(row.started), completedAt: time(row.completed) });

/** Go writes nanoseconds, which are more than this can read of them. */
function time(value: unknown): number | undefined {
  const ms = Date.parse(text(value).replace(/(\.\d{3})\d+/, '$1'));
  return Number.isNaN(ms) ? undefined : ms;
}
