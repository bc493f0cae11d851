import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** `sluice` as users start it, from the bundle. */

export const root = resolve(import.meta.dirname, '../..');

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Sluice {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it has written to stdout so far. */
  stdout(): string;
}

export function startSluice(words: readonly string[]): Sluice {
  const child = spawn(process.execPath, [join(root, 'dist/sluice.js'), ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const text = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (chunk: string) => {
      text[stream] += chunk;
    });
  }
  const ended = new Promise<Ended>((done) => {
    child.once('close', (exitCode) => done({ exitCode, ...text }));
  });
  return { child, ended, stdout: () => text.stdout };
}

export const sluice = (...words: string[]): Promise<Ended> => startSluice(words).ended;

interface Count {
  readonly requests: number;
  readonly failed: number;
}

/** `report.json` of a rehearsal, as far as the tests look at it. */
export interface Report {
  readonly ok: boolean;
  readonly seconds: number;
  readonly scenarios: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly differences: readonly string[];
    readonly speed: number;
    /** Something had to wait for the machine, longer than the pace allows. */
    readonly wasTooFast: boolean;
    readonly outcome: string;
    readonly reason: string;
    readonly exitCode: number | null;
    readonly postExitCode: number | null;
    readonly afterwardsRuns: readonly { readonly action: string | null; readonly outcome: string }[];
    readonly liveVersion: string;
    readonly newVersion: string;
    readonly secondsToDetect: number | null;
    readonly secondsToRestore: number | null;
    readonly clients: Count & { readonly byVersion: Readonly<Record<string, Count>> };
    readonly afterwards: Count & { readonly byVersion: Readonly<Record<string, Count>> };
    readonly activeService: string;
    readonly files: { readonly summary: string; readonly log: string };
  }[];
}

/** A whole rehearsal. Its folder is removed when the result is disposed of. */
export async function rehearse(
  ...words: string[]
): Promise<Ended & { report: Report; [Symbol.asyncDispose](): Promise<void> }> {
  const out = await mkdtemp(join(tmpdir(), 'sluice-test-'));
  const ended = await sluice('rehearse', '--out', out, ...words);
  const text = await readFile(join(out, 'report.json'), 'utf8').catch(() => {
    throw new Error(`there is no report:\n${ended.stdout}\n${ended.stderr}`);
  });
  return {
    ...ended,
    report: JSON.parse(text) as Report,
    [Symbol.asyncDispose]: () => rm(out, { recursive: true, force: true }),
  };
}

/**
 * A rehearsal that may meet a busy machine. Where it did not end as it should and says itself that the machine was too slow for
 * its pace, it is played once more at a quarter of that, which has to end as it should.
 */
export async function rehearseInPeace(...words: string[]): ReturnType<typeof rehearse> {
  const first = await rehearse(...words);
  const disturbed = first.report.scenarios.filter(({ ok, wasTooFast }) => !ok && wasTooFast);
  if (disturbed.length === 0 || first.report.scenarios.some(({ ok, wasTooFast }) => !ok && !wasTooFast)) return first;
  process.stdout.write(`The machine was too slow, once more at a quarter of the pace:\n${first.stdout}\n`);
  await first[Symbol.asyncDispose]();
  const slowest = Math.min(...disturbed.map(({ speed }) => speed));
  return rehearse(...words, '--speed', String(Math.max(1, Math.round(slowest / 4))));
}

/** The processes below this one. */
export function descendantsOf(pid: number): number[] {
  const rows = execFileSync('ps', ['-Ao', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    rows.filter(([, ppid]) => ppid === parent).flatMap(([child = 0]) => [child, ...below(child)]);
  return below(pid);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Asks every 50 ms. Throws Error saying what did not come true. */
export async function until(what: string, holds: () => boolean, ms: number): Promise<void> {
  const end = Date.now() + ms;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`in ${ms / 1000} s it did not come true that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
