import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import { groupEnded, signalGroup } from './process-group.js';

export interface ChildRequest {
  readonly command: string;
  readonly args: readonly string[];
  /** All of it: nothing is taken over from this process. */
  readonly environment: Readonly<Record<string, string>>;
  /** Called for each line as it comes, without its end. */
  readonly onLine?: (stream: 'stdout' | 'stderr', line: string) => void;
  /**
   * Asked to stop: the group is told with SIGTERM. Docker, which then lets go of its plugin, and buildx take it as they take
   * SIGINT: the solve is cancelled in BuildKit, and they end. At the third signal they would leave at once.
   * https://github.com/moby/buildkit/blob/master/util/appcontext/appcontext.go
   */
  readonly signal?: AbortSignal;
  /** Stopped likewise after this long. */
  readonly timeoutMs?: number;
  /** How long after being told the group is killed. Well within the 7.5 s that the runner leaves. */
  readonly graceMs?: number;
}

export interface ChildEnd {
  /** 128 and the number of the signal when one ended it. */
  readonly exitCode: number;
  /** The end of what it wrote, at least 256 KiB of each. */
  readonly stdout: string;
  readonly stderr: string;
  readonly isCancelled: boolean;
  readonly isTimedOut: boolean;
}

const GRACE_MS = 4_000;
/** What a program may leave running after its own end before it is told to go. */
const LINGER_MS = 1_000;
const TAIL_LENGTH = 256 * 1024;
/** A line is cut here: nothing that is meant to be read is longer. */
const LINE_LENGTH = 4 * 1024 * 1024;

/**
 * Runs a program in a process group of its own, and ends when nothing of the group runs any more. `docker` starts
 * `docker-buildx`, which may start further ones: a signal to the first alone would leave those behind.
 *
 * @throws Error of the system when the program cannot be started: `ENOENT` when there is none
 */
export async function runInGroup(request: ChildRequest): Promise<ChildEnd> {
  const stopped = { exitCode: 128 + constants.signals.SIGTERM, stdout: '', stderr: '', isTimedOut: false };
  if (request.signal?.aborted) return { ...stopped, isCancelled: true };
  const child = spawn(request.command, request.args, {
    env: { ...request.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const exited = new Promise<number>((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code, signal) => done(code ?? 128 + constants.signals[signal ?? 'SIGKILL']));
  });
  const closed = new Promise<void>((done) => child.once('close', () => done()));
  const group = child.pid;
  if (group === undefined) {
    await exited;
    throw new Error(`${request.command} did not start`);
  }
  let isCancelled = false;
  let isTimedOut = false;
  let failure: { readonly thrown: unknown } | undefined;
  let killing: NodeJS.Timeout | undefined;
  const stop = (): void => {
    signalGroup(group, 'SIGTERM');
    killing ??= setTimeout(() => signalGroup(group, 'SIGKILL'), request.graceMs ?? GRACE_MS);
  };
  const cancel = (): void => {
    isCancelled = true;
    stop();
  };
  // Whatever ends this process, the group does not outlive it.
  const abandon = (): void => void signalGroup(group, 'SIGKILL');
  process.once('exit', abandon);
  request.signal?.addEventListener('abort', cancel, { once: true });
  const timer =
    request.timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          isTimedOut = true;
          stop();
        }, request.timeoutMs);
  const text = { stdout: '', stderr: '' };
  const take = (stream: 'stdout' | 'stderr') => (line: string) => {
    text[stream] += `${line}\n`;
    if (text[stream].length > 2 * TAIL_LENGTH) text[stream] = text[stream].slice(-TAIL_LENGTH);
    if (failure !== undefined) return;
    try {
      request.onLine?.(stream, line);
    } catch (thrown) {
      failure = { thrown };
      stop();
    }
  };
  eachLine(child.stdout, take('stdout'));
  eachLine(child.stderr, take('stderr'));
  try {
    const exitCode = await exited;
    await endOfGroup(group, request.graceMs ?? GRACE_MS, killing !== undefined);
    await Promise.race([closed, new Promise((done) => setTimeout(done, LINGER_MS).unref())]);
    if (failure !== undefined) throw failure.thrown;
    return { exitCode, ...text, isCancelled, isTimedOut };
  } finally {
    clearTimeout(timer);
    clearTimeout(killing);
    request.signal?.removeEventListener('abort', cancel);
    process.off('exit', abandon);
    child.stdout.destroy();
    child.stderr.destroy();
  }
}

/** The first process has ended; what it started may not have. */
async function endOfGroup(group: number, graceMs: number, isTold: boolean): Promise<void> {
  if (!isTold) {
    if (await groupEnded(group, LINGER_MS)) return;
    signalGroup(group, 'SIGTERM');
  }
  if (await groupEnded(group, graceMs)) return;
  signalGroup(group, 'SIGKILL');
  await groupEnded(group, LINGER_MS);
}

function eachLine(stream: Readable, take: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line.replace(/\r$/, ''));
    if (rest.length > LINE_LENGTH) {
      take(rest);
      rest = '';
    }
  });
  stream.on('end', () => {
    if (rest !== '') take(rest);
  });
  // A pipe that breaks has ended.
  stream.on('error', () => {});
}
