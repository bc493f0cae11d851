import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Environment, removePrivateFolder } from './private-config.js';
import { runInGroup } from './process.js';
import { processesWith } from './process-group.js';

/** What a run has made and must remove, as it is kept for `post`. */
export interface Leftovers {
  /** The folder with the credentials. */
  readonly folder: string;
  /** A builder of its own. */
  readonly builder?: string;
}

/**
 * Removes what a run left behind that was killed: what it had started, its builder, its credentials. Idempotent, and of no
 * consequence where the run has tidied up by itself.
 *
 * @param environment that of this process
 * @throws Error when the credentials cannot be removed
 */
export async function removeLeftovers({ folder, builder }: Leftovers, environment: Environment): Promise<void> {
  await endProcesses(join(folder, 'docker'));
  if (builder !== undefined) await removeBuilder(builder, folder, environment);
  await removePrivateFolder(folder);
}

/** How long the removal of a builder may take, ms. */
const REMOVAL_MS = 15_000;

/** A builder that is not there is no error. Answers whether Docker came to an end of it in time. */
export async function removeBuilder(
  builder: string,
  folder: string,
  given: Environment,
  timeoutMs = REMOVAL_MS,
): Promise<boolean> {
  const kept = Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const environment = {
    ...Object.fromEntries(kept),
    DOCKER_CONFIG: join(folder, 'docker'),
    BUILDX_CONFIG: join(folder, 'buildx'),
  };
  try {
    const { isTimedOut } = await runInGroup({
      command: 'docker',
      args: ['buildx', 'rm', '--force', builder],
      environment,
      timeoutMs,
      graceMs: 500,
    });
    return !isTimedOut;
  } catch {
    // Without Docker there is no builder either.
    return true;
  }
}

/** Those that were started with the settings of that run: no number of a process is taken from a note, which may be old. */
async function endProcesses(config: string): Promise<void> {
  const kill = async (signal: NodeJS.Signals): Promise<boolean> => {
    const found = await processesWith('DOCKER_CONFIG', config);
    for (const pid of found) {
      try {
        process.kill(pid, signal);
      } catch {
        // It has ended meanwhile.
      }
    }
    return found.length > 0;
  };
  if (!(await kill('SIGTERM'))) return;
  for (let waited = 0; waited < 3_000; waited += 100) {
    await sleep(100);
    if ((await processesWith('DOCKER_CONFIG', config)).length === 0) return;
  }
  // One that is being killed may have started another at the same moment, and is to be seen until it has gone.
  for (let waited = 0; waited < 1_000 && (await kill('SIGKILL')); waited += 20) await sleep(20);
}
