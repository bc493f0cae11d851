import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { node24 } from '../../src/testing/node-24.js';
import type { Repositories } from './caller-repository.js';
import { labPath } from './tools.js';

/** One line of act's log (`--json`), as far as it is of interest. */
interface Line {
  readonly jobID?: string;
  readonly stage?: string;
  readonly step?: string;
  readonly stepID?: readonly string[];
  readonly stepResult?: string;
  readonly jobResult?: string;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly raw_output?: boolean;
  readonly msg?: string;
}

export interface ActRun {
  readonly exitCode: number | null;
  /** What a step set. */
  outputs(stepId: string): Record<string, string>;
  /** What its steps wrote into the job summary. */
  readonly summary: string;
  /** `success`, `failure`, or undefined when act did not run the job. */
  jobResult(jobId: string): string | undefined;
  /** Of a step, in one of its stages. */
  stepResult(stepId: string, stage: 'Main' | 'Post'): string | undefined;
  /** What the steps of a job printed. */
  printed(jobId: string): string;
  /** Everything, for messages. */
  readonly log: string;
}

export interface ActOptions {
  /** A folder of this run's own. */
  readonly folder: string;
  readonly event: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** What else the event tells. */
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly vars: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly limitMs: number;
}

/**
 * Runs the workflows of a repository with act: jobs on this machine, actions with Node 24 as the runner has it.
 * https://nektosact.com/usage/index.html
 */
export async function act({ caller, local }: Repositories, options: ActOptions): Promise<ActRun> {
  const { folder, event, inputs, payload = {}, vars, env, limitMs } = options;
  const eventFile = join(folder, 'event.json');
  await writeFile(eventFile, JSON.stringify({ inputs, ...payload }));
  const words = [
    event,
    ...['--json', '--no-cache-server', '--eventpath', eventFile],
    ...['ubuntu-24.04', 'ubuntu-latest'].flatMap((label) => ['-P', `${label}=-self-hosted`]),
    ...Object.entries(local).flatMap(([name, path]) => ['--local-repository', `${name}=${path}`]),
    ...Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}=${value}`]),
    ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ];
  const child = spawn('act', words, {
    cwd: caller,
    env: {
      // Nothing of this process's own AWS settings gets into the jobs.
      HOME: folder,
      XDG_CACHE_HOME: join(folder, 'cache'),
      PATH: `${dirname(node24())}:${labPath}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it has started can be ended with it.
    detached: true,
  });
  const tooLong = setTimeout(() => process.kill(-(child.pid as number), 'SIGKILL'), limitMs);
  const lines: Line[] = [];
  const log: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (text) => {
      log.push(text);
      if (text.startsWith('{')) lines.push(JSON.parse(text) as Line);
    });
  }
  const exitCode = await new Promise<number | null>((ended, failed) => {
    child.once('error', failed).once('close', ended);
  });
  clearTimeout(tooLong);
  return {
    exitCode,
    outputs: (id) =>
      Object.fromEntries(
        lines
          .filter(({ command, stepID }) => command === 'set-output' && stepID?.[0] === id)
          .map(({ name = '', arg = '' }) => [name, arg]),
      ),
    summary: lines.flatMap(({ command, content = '' }) => (command === 'summary' ? content : [])).join('\n'),
    jobResult: (id) => lines.findLast(({ jobID, jobResult }) => jobID === id && jobResult !== undefined)?.jobResult,
    stepResult: (id, stage) =>
      lines.findLast((line) => line.stepID?.[0] === id && line.stage === stage && line.stepResult !== undefined)
        ?.stepResult,
    printed: (id) =>
      lines.flatMap(({ jobID, raw_output, msg = '' }) => (jobID === id && raw_output ? msg : [])).join(''),
    log: log.join('\n'),
  };
}
