import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { StandInPlan } from './docker-stand-in/settings.js';

export interface StandInCall {
  readonly args: readonly string[];
  /** Names of all variables in its environment. */
  readonly names: readonly string[];
  /** `DOCKER_CONFIG` that it had. */
  readonly config: string | undefined;
}

/**
 * A program named `docker` for tests: with buildx, real processes, real pushes over HTTP, real exit codes. It cannot run what an
 * image holds: a `RUN` prints what it echoes, and that is all of it.
 */
export interface DockerStandIn extends AsyncDisposable {
  /** For the environment of whatever is to find it as `docker`. */
  readonly environment: Readonly<Record<string, string>>;
  /** What is to happen from now on. */
  plan(plan: StandInPlan): Promise<void>;
  calls(): Promise<readonly StandInCall[]>;
  /** Processes that said that they wait, and those that they left behind. */
  pids(): Promise<readonly number[]>;
}

const ROOT = resolve(import.meta.dirname, '../..');

/** Makes it in a folder of its own; disposing of it removes the folder. */
export async function dockerStandIn(plan: StandInPlan = {}): Promise<DockerStandIn> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-docker-stand-in-'));
  const bundle = join(folder, 'docker.mjs');
  await promisify(execFile)(join(ROOT, 'node_modules/.bin/esbuild'), [
    join(ROOT, 'src/testing/docker-stand-in/docker.ts'),
    ...['--bundle', '--platform=node', '--format=esm', '--log-level=error', `--outfile=${bundle}`],
  ]);
  await writeFile(join(folder, 'docker'), `#!/bin/sh\nexec '${process.execPath}' '${bundle}' "$@"\n`);
  await chmod(join(folder, 'docker'), 0o755);
  const write = (next: StandInPlan): Promise<void> => writeFile(join(folder, 'plan.json'), JSON.stringify(next));
  const lines = async (name: string): Promise<readonly string[]> => {
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    return text.split('\n').filter((line) => line !== '');
  };
  await write(plan);
  return {
    environment: { PATH: `${folder}${delimiter}${process.env.PATH ?? ''}`, DOCKER_STAND_IN: folder },
    plan: write,
    calls: async () => (await lines('calls.jsonl')).map((line) => JSON.parse(line) as StandInCall),
    pids: async () => (await lines('pids')).map(Number),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
