import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { labPath, run } from '../tools.js';

/** A program that serves until it is stopped. */
export interface Daemon {
  readonly pid: number;
  /** Its last lines. */
  log(): string;
  /** Ends it by its own pid: as it likes to be ended, by force after 15 s. Idempotent. */
  stop(): Promise<void>;
}

export interface DaemonOptions {
  readonly program: string;
  readonly words: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Asked every 100 ms; a rejection is a no. */
  isReady(): Promise<boolean>;
  readonly startMs?: number;
}

const LOG_LINES = 25;

/**
 * Starts it and waits until it is ready. It ends with this process, however that ends.
 *
 * @throws Error with the last lines that it wrote, when it ends or is not ready in time; it is gone then
 */
export async function startDaemon(options: DaemonOptions): Promise<Daemon> {
  const { program, words, env = {}, isReady, startMs = 30_000 } = options;
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', program, ...words], {
    env: { ...process.env, PATH: labPath, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-40_000);
    });
  }
  let why = '';
  child.once('error', ({ message }) => {
    why = message;
  });
  const gone = new Promise<void>((ended) => child.once('close', () => ended()));
  const tail = (): string => log.trimEnd().split('\n').slice(-LOG_LINES).join('\n');
  const stop = async (): Promise<void> => {
    if (hasEnded(child)) return;
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await gone;
    clearTimeout(force);
  };
  const deadline = Date.now() + startMs;
  while (!(await isReady().catch(() => false))) {
    if (hasEnded(child) || why !== '' || Date.now() > deadline) {
      await stop();
      const ended = child.exitCode ?? child.signalCode ?? 'nothing';
      throw new Error(`${program} was not ready within ${startMs / 1000} s and ended with ${ended}. ${why}\n${tail()}`);
    }
    await sleep(100);
  }
  return { pid: child.pid as number, log: tail, stop };
}

const hasEnded = ({ pid, exitCode, signalCode }: ChildProcess): boolean =>
  pid === undefined || exitCode !== null || signalCode !== null;

/** Removes a folder with whatever is still mounted below it. */
export async function removeWithMounts(folder: string): Promise<void> {
  if (!folder.startsWith('/tmp/')) throw new Error(`${folder} is not ours to remove`);
  const mounts = (await readFile('/proc/mounts', 'utf8'))
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
    .filter((path) => path.startsWith(`${folder}/`))
    // The last one lies on top.
    .reverse();
  for (const path of mounts) await run('umount', ['--lazy', path]);
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
