import { issueFileCommand, prepareKeyValueMessage } from './actions-core.js';
import { info, isOnRunner } from './log.js';

/**
 * Sets outputs of the step. Elsewhere than on a runner those that are not empty are printed, as `name=value` lines, and once
 * more only when they have changed.
 * The runner counts at most 1 MB of outputs per job, in UTF-16: keep values small.
 */
export function setOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) {
    if (isOnRunner()) {
      issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    } else if (value !== '' && printed.get(name) !== value) {
      printed.set(name, value);
      info(`${name}=${value}`);
    }
  }
}

const printed = new Map<string, string>();

/**
 * Keeps a text for `post`. The runner reads the file even when the process was killed, so what must reach `post` is
 * saved before the deed that it tells of. The last value of a name counts. Elsewhere than on a runner it is kept in this
 * process, where `post` follows in the same one.
 */
export function saveState(name: string, value: string): void {
  if ((process.env.GITHUB_STATE ?? '') === '') inThisProcess.set(name, value);
  else issueFileCommand('STATE', prepareKeyValueMessage(name, value));
}

const inThisProcess = new Map<string, string>();

/** What `main` saved under that name, or nothing. */
export function savedState(name: string): string | undefined {
  return (process.env[`STATE_${name}`] ?? inThisProcess.get(name)) || undefined;
}
